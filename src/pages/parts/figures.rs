//! Numbers as pages show them: counts, ratios, bars, tables, the ledger.
//!
//! In: numbers already counted and written in the Vietnamese way. Out: values that templates place
//! as they are. A bar's geometry is percent text, because neither style attributes nor scripts
//! are allowed on a page.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::pages::values::{Link, Tone};
use crate::progress::StandingKind;
use crate::text::lowered;
use crate::text::numbers::{count, percent};
use crate::vocabulary::enumeration;
use crate::vocabulary::task as words;

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

/// A stacked bar over standings, in the fixed order of tones; `list` tells where the tasks of one stand.
pub(crate) fn bar(
    standings: impl Iterator<Item = StandingKind>,
    list: impl Fn(Tone) -> String,
) -> Bar {
    let mut counts: BTreeMap<Tone, usize> = BTreeMap::new();
    for kind in standings {
        *counts.entry(kind.tone()).or_default() += 1;
    }
    let total: usize = counts.values().sum();
    let mut before = 0;
    let mut segments = Vec::new();
    for (tone, count) in counts {
        segments.push(BarSegment {
            tone,
            label: tone.label().to_owned(),
            figure: Figure::of(count, list(tone)),
            x: percent_of(before, total),
            width: percent_of(count, total),
        });
        before += count;
    }
    let parts =
        segments.iter().map(|segment| words::segment(&segment.figure.n, lowered(&segment.label)));
    let label = match segments.is_empty() {
        true => words::no_task().to_owned(),
        false => enumeration::of(parts),
    };
    Bar { label, segments }
}

/// A whole number as readers write it.
pub(crate) fn whole(number: i64) -> String {
    crate::text::numbers::integer(number)
}

/// Geometry in percent, to a thousandth.
pub(crate) fn percent_of(part: usize, whole: usize) -> String {
    let thousandths = (part * 100_000 + whole / 2).checked_div(whole).unwrap_or(0);
    format!("{}.{:03}%", thousandths / 1000, thousandths % 1000)
}
