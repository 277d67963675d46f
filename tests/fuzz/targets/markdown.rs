//! The narrative of a sound task, as far as its HTML.
#![no_main]

use std::collections::BTreeMap;

use congkhai::diagnostic::Severity;
use congkhai::render::prose;
use congkhai_fuzz::{PLAN, judge};
use libfuzzer_sys::fuzz_target;

const TASK: &str =
    include_str!("../../problems/base/content/ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.md");

fuzz_target!(|narrative: &str| {
    let content = judge(&format!("{PLAN}/nhiem-vu/1-1.md"), &format!("{TASK}{narrative}"));
    let html = prose::to_html(narrative, &BTreeMap::new()).to_lowercase();
    assert!(!html.contains("<script"), "{html}");
    if content.problems.count(Severity::Error) == 0 {
        assert!(!html.contains("href=\"javascript:"), "{html}");
    }
});
