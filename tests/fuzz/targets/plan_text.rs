//! The plan's own text.
#![no_main]

use congkhai_fuzz::{PLAN, judge};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    judge(&format!("{PLAN}/van-ban.md"), text);
});
