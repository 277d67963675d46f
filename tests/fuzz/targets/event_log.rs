//! The events of a task that is sound but for them.
#![no_main]

use congkhai_fuzz::{PLAN, judge};
use libfuzzer_sys::fuzz_target;

const TASK: &str =
    include_str!("../../problems/base/content/ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.md");

fuzz_target!(|events: &str| {
    let head = TASK.rsplit_once("---").expect("the task's front matter ends in a fence").0;
    judge(&format!("{PLAN}/nhiem-vu/1-1.md"), &format!("{head}dien_bien:\n{events}\n---\n"));
});
