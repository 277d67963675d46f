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
    /// The class of its fill.
    pub mark: &'static str,
    /// What was counted.
    pub label: String,
    /// The number.
    pub figure: Figure,
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

/// What a fill means.
#[derive(Clone, Debug, Serialize)]
pub struct FillKey {
    /// The class that draws it.
    pub mark: &'static str,
    /// The family.
    pub label: String,
    /// How many tasks, where they are listed.
    pub figure: Option<Figure>,
}

/// Bars under each other, one a part of the tasks, the longest first, on one scale with the charts beside it; the same
/// numbers stand as a table.
#[derive(Clone, Debug, Serialize)]
pub struct BarChart {
    /// What it shows, in a sentence.
    pub message: String,
    /// The bars.
    pub rows: Vec<BarRow>,
    /// What the fills mean, over all bars.
    pub key: Vec<FillKey>,
    /// The numbers.
    pub table: FigureTable,
}

/// A part of the tasks as a bar.
#[derive(Clone, Debug, Serialize)]
pub struct BarRow {
    /// What the tasks have in common, and where they stand.
    pub link: Link,
    /// How many tasks, of which the bar is as long as that.
    pub figure: Figure,
    /// The bar.
    pub bar: Bar,
}

/// How the number under every rate comes about: original + added − cancelled − carried over = live.
#[derive(Clone, Debug, Serialize)]
pub struct Ledger {
    /// Whether nothing was added or taken away, so that there is nothing to add up.
    pub is_plain: bool,
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
    let standings: Vec<_> = standings.collect();
    bar_on(standings.len(), standings, list)
}

/// The same, as long on a scale of so many tasks as its tasks are many.
pub(crate) fn bar_on(
    scale: usize,
    standings: impl IntoIterator<Item = StandingKind>,
    list: impl Fn(Tone) -> String,
) -> Bar {
    let mut counts: BTreeMap<Tone, usize> = BTreeMap::new();
    for kind in standings {
        *counts.entry(kind.tone()).or_default() += 1;
    }
    let segments = counts.into_iter().map(|(tone, count)| BarSegment {
        mark: tone.mark(),
        label: tone.label().to_owned(),
        figure: Figure::of(count, list(tone)),
        width: percent_of(count, scale),
    });
    let segments: Vec<_> = segments.collect();
    let parts =
        segments.iter().map(|segment| words::segment(&segment.figure.n, lowered(&segment.label)));
    let label = match segments.is_empty() {
        true => words::no_task().to_owned(),
        false => enumeration::of(parts),
    };
    Bar { label, segments }
}

/// What the fills of these standings mean, in the fixed order of tones; `list` tells where the tasks of one stand, if
/// they are listed.
pub(crate) fn key(
    tones: impl IntoIterator<Item = Tone>,
    list: impl Fn(Tone) -> Option<String>,
) -> Vec<FillKey> {
    let mut counts: BTreeMap<Tone, usize> = BTreeMap::new();
    for tone in tones {
        *counts.entry(tone).or_default() += 1;
    }
    let key = counts.into_iter().map(|(tone, count)| FillKey {
        mark: tone.mark(),
        label: tone.label().to_owned(),
        figure: list(tone).map(|list| Figure::of(count, list)),
    });
    key.collect()
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
