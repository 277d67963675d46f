//! A date, and the day on which what is told of it was known.

use jiff::civil::Date;

/// A date, and the day on which what is told of it was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    /// The date.
    pub(super) as_of: Date,
    /// What was published later tells nothing.
    pub(super) known: Date,
}
