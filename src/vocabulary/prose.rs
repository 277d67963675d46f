//! Prose that editors wrote, as a page shows it.

use super::patterns;

patterns! {
    /// The region of a table without heads, for those who cannot see it.
    table(number) = "Bảng {number}";
    /// The region of a table with its heads.
    table_of(number, heads) = "Bảng {number}: {heads}";
}
