//! Markdown.
#![no_main]

use congkhai::import::read::Form;
use congkhai_fuzz::import::judge;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| judge(bytes, Form::Markdown));
