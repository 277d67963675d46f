//! A task's file as a whole: front matter and narrative.
#![no_main]

use congkhai_fuzz::{PLAN, judge};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    judge(&format!("{PLAN}/nhiem-vu/1-1.md"), text);
});
