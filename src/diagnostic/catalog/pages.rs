//! How many pages one thing is told of.

use crate::text::numbers;

/// The page that stands for all those of which one thing is told: "a.html", "a.html và 12 trang khác".
pub fn told(first: &str, pages: usize) -> String {
    match pages.saturating_sub(1) {
        0 => first.to_owned(),
        others => format!("{first} và {} trang khác", numbers::count(others)),
    }
}
