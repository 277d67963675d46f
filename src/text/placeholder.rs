//! Words that stand in for a fact that nobody has: “Đang cập nhật”, “…”.
//!
//! In: a value. Out: whether it says nothing. Knows no key and no rule.

use super::fold::search_key;

/// The placeholders, folded, without signs at their ends.
const PLACEHOLDERS: &[&str] = &[
    "dang cap nhat",
    "dang cap nhap",
    "chua cap nhat",
    "chua cap nhap",
    "cap nhat sau",
    "bo sung sau",
    "n/a",
    "tbd",
    "todo",
    "xxx",
];

/// No placeholder has more bytes, whatever its spelling.
const LONGEST: usize = 48;

/// Whether the value only holds the place of one.
pub fn is_placeholder(value: &str) -> bool {
    let value = value.trim();
    if value.is_empty() || value.len() > LONGEST {
        return false;
    }
    if value.len() >= 2 && value.chars().all(|c| matches!(c, '.' | '…' | '?')) {
        return true;
    }
    let words = value.trim_matches(|c: char| !c.is_alphanumeric());
    PLACEHOLDERS.contains(&search_key(words).as_str())
}
