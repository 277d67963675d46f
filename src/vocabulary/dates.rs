//! Days of which only the month or the year is known.

use super::patterns;

patterns! {
    /// A month, in tables.
    month_short(month, year) = "{month:02}/{year}";
    /// A month, in sentences.
    month(month, year) = "tháng {month:02} năm {year}";
    /// A year.
    year(year) = "năm {year}";
}
