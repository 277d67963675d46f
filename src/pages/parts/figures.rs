//! Numbers as pages show them: counts, ratios, bars, tables, the ledger.
//!
//! In: numbers already counted and written in the Vietnamese way. Out: values that templates place
//! as they are. A bar's geometry is percent text, because neither style attributes nor scripts
//! are allowed on a page.

use serde::Serialize;

use crate::pages::parts::sentence::Sentence;
use crate::pages::parts::values::{Link, Tone};
use crate::text::numbers::{count, percent};

/// A number of things, with the list of them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// The number, for machines.
    pub value: usize,
    /// The number as readers write it, such as "21.914".
    pub n: String,
    /// The list of the things counted; none where the list would be empty.
    pub href: Option<String>,
}

impl Figure {
    /// So many things, listed at `href`; of nothing there is no list.
    pub fn of(value: usize, href: impl Into<String>) -> Self {
        Self { value, n: count(value), href: (value > 0).then(|| href.into()) }
    }

    /// The same, with a list that stands even where it is empty.
    pub fn listed(value: usize, href: impl Into<String>) -> Self {
        Self { href: Some(href.into()), ..Self::of(value, "") }
    }
}

/// A number with its words.
#[derive(Clone, Debug, Serialize)]
pub struct Count {
    /// The number.
    pub figure: Figure,
    /// What was counted.
    pub label: String,
    /// The family, where the count is of a standing.
    pub tone: Option<Tone>,
}

/// So many of so many.
#[derive(Clone, Debug, Serialize)]
pub struct Ratio {
    /// The part.
    pub n: Figure,
    /// The whole.
    pub of: Figure,
    /// "24,1 %"; absent where the whole is nothing.
    pub percent: Option<String>,
}

impl Ratio {
    /// The part of the whole, with its share.
    pub fn new(n: Figure, of: Figure) -> Self {
        let whole = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let percent = percent(whole(n.value), whole(of.value));
        Self { n, of, percent }
    }
}

/// One bar, drawn from left to right.
#[derive(Clone, Debug, Serialize)]
pub struct Bar {
    /// The same in words, for those who do not see it.
    pub label: String,
    /// The segments that are not empty, in the fixed order of the tones.
    pub segments: Vec<BarSegment>,
}

/// One segment of a bar.
#[derive(Clone, Debug, Serialize)]
pub struct BarSegment {
    /// The family.
    pub tone: Tone,
    /// What was counted.
    pub label: String,
    /// The number.
    pub figure: Figure,
    /// Where it begins, such as "33.3%".
    pub x: String,
    /// Its width, such as "17.2%".
    pub width: String,
}

/// The two axes of the state's own statistics, and what stands beside them.
#[derive(Clone, Debug, Serialize)]
pub struct FourCells {
    /// Finished in time.
    pub done_in_time: Count,
    /// Finished late.
    pub done_late: Count,
    /// Unfinished, in time.
    pub open_in_time: Count,
    /// Unfinished, late.
    pub open_late: Count,
    /// Silence, never merged with lateness.
    pub no_information: Count,
    /// What fits in none of them, such as tasks without a deadline.
    pub others: Vec<Count>,
    /// The sentence that adds them up.
    pub sum: Sentence,
}

/// A table of numbers.
#[derive(Clone, Debug, Serialize)]
pub struct FigureTable {
    /// The caption.
    pub caption: String,
    /// The head of the first column.
    pub head: String,
    /// The heads of the others.
    pub columns: Vec<String>,
    /// The rows, in order.
    pub rows: Vec<FigureRow>,
    /// What a reader must know to read it, such as that joint tasks count for each lead.
    pub note: Option<String>,
}

/// A row of a table of numbers.
#[derive(Clone, Debug, Serialize)]
pub struct FigureRow {
    /// The row's head.
    pub text: String,
    /// Where it leads.
    pub href: Option<String>,
    /// A number for each column.
    pub cells: Vec<Figure>,
}

/// Bars under each other, one a part of the tasks, with the same numbers as a table.
#[derive(Clone, Debug, Serialize)]
pub struct BarChart {
    /// What it shows, in a sentence.
    pub message: String,
    /// The bars.
    pub rows: Vec<BarRow>,
    /// The numbers.
    pub table: FigureTable,
}

/// A part of the tasks as a bar.
#[derive(Clone, Debug, Serialize)]
pub struct BarRow {
    /// What the tasks have in common, and where they stand.
    pub link: Link,
    /// The bar.
    pub bar: Bar,
}

/// How the number under every rate comes about: original + added − cancelled − carried over = live.
#[derive(Clone, Debug, Serialize)]
pub struct Ledger {
    /// The terms, in order.
    pub rows: Vec<LedgerRow>,
    /// What is left: the denominator.
    pub total: Count,
}

/// A term of the ledger.
#[derive(Clone, Debug, Serialize)]
pub struct LedgerRow {
    /// "", "+" or "−".
    pub sign: String,
    /// The number.
    pub figure: Figure,
    /// What was counted.
    pub label: String,
}

/// One of the measures M1 to M6.
#[derive(Clone, Debug, Serialize)]
pub struct Measure {
    /// "M1".
    pub code: String,
    /// Its name.
    pub name: String,
    /// The ratio, for all measures but M6.
    pub ratio: Option<Ratio>,
    /// The value where it is no ratio, such as "112 ngày", or "chưa tính được".
    pub value: Option<String>,
    /// What stands in the denominator, in a sentence.
    pub note: Sentence,
}
