//! Dates and periods as editors type them.
#![no_main]

use congkhai::text::dates::{PartialDate, long, parse_date, short};
use congkhai::text::periods::Period;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(date) = parse_date(text) {
        assert_eq!(parse_date(&date.to_string()).ok(), Some(date));
        assert_eq!(parse_date(&short(date)).ok(), Some(date));
        assert!(!long(date).is_empty());
    }
    if let Ok(date) = PartialDate::parse(text) {
        assert!(date.first_day() <= date.last_day());
        assert_eq!(PartialDate::parse(&date.iso()).ok(), Some(date));
    }
    let _ = Period::parse(text);
});
