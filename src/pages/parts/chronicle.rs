//! A log that grows, in pages by period: what is newest on its first page, the rest by year, month and part of a month.
//!
//! In: the days of its entries, newest first. Out: [`Chronicle`], which entry stands on which page: each on one. A year
//! has one page while it has few entries; then its page leads to those of its months, and a month's to those of its
//! parts. Parts are counted from the oldest, so that a new entry moves no other and no address goes away.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Date;
use serde::Serialize;

use crate::pages::context::Context;
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::pages::parts::updates::{self, UpdateDay};
use crate::pages::values::Link;
use crate::paths::PagePath;
use crate::progress::{CorrectionEntry, EventEntry};
use crate::text::capitalised;
use crate::vocabulary::changes as words;

/// How many entries a page has at most.
pub(crate) const MOST: usize = 100;

/// The list of all entries, on every page of a log.
pub(crate) const ALL: &str = "#tat-ca";

/// The entries that stand on the first page itself, where others stand elsewhere.
pub(crate) const HERE: &str = "#o-day";

/// A period that has a page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Span {
    /// A year.
    Year(i16),
    /// A month of a year.
    Month(i16, i8),
    /// A part of a month, from the oldest on.
    Part(i16, i8, usize),
}

impl Span {
    /// Its name in addresses, such as `2025-03`.
    pub(crate) fn name(self) -> String {
        match self {
            Span::Year(year) => year.to_string(),
            Span::Month(year, month) => format!("{year}-{month:02}"),
            Span::Part(year, month, part) => format!("{year}-{month:02}-{part}"),
        }
    }

    /// Its name for readers, such as "tháng 3 năm 2025".
    pub(crate) fn in_words(self) -> String {
        match self {
            Span::Year(year) => words::year(year),
            Span::Month(year, month) => words::month(month, year),
            Span::Part(year, month, part) => words::part(part, month, year),
        }
    }

    /// The period that it is a part of.
    pub(crate) fn above(self) -> Option<Span> {
        match self {
            Span::Year(_) => None,
            Span::Month(year, _) => Some(Span::Year(year)),
            Span::Part(year, month, _) => Some(Span::Month(year, month)),
        }
    }

    /// Those that it is a part of, and itself, from the year down.
    fn line(self) -> impl Iterator<Item = Span> {
        let line = [self.above().and_then(Span::above), self.above(), Some(self)];
        line.into_iter().flatten()
    }
}

/// Which entries stand on which page.
#[derive(Debug, Default)]
pub(crate) struct Chronicle {
    days: Vec<Date>,
    /// Of the entries before each, how many are events.
    events: Vec<usize>,
    /// The pages that hold entries, newest first.
    leaves: Vec<Leaf>,
    /// How many of them stand on the first page.
    in_front: usize,
}

/// A page that holds entries.
type Leaf = (Span, Range<usize>);

impl Chronicle {
    /// The log of events and corrections, each newest first; of one day events come first.
    pub(crate) fn of(events: &[EventEntry<'_>], corrections: &[CorrectionEntry<'_>]) -> Self {
        let events = events.iter().map(|entry| (entry.event.published, true));
        let mut entries: Vec<(Date, bool)> =
            events.chain(corrections.iter().map(|entry| (entry.published, false))).collect();
        entries.sort_by(|a, b| b.cmp(a));
        Self::of_days(&entries)
    }

    fn of_days(entries: &[(Date, bool)]) -> Self {
        let days: Vec<Date> = entries.iter().map(|(day, _)| *day).collect();
        let mut events = vec![0];
        for (_, is_event) in entries {
            events.push(events[events.len() - 1] + usize::from(*is_event));
        }
        let leaves = leaves(&days);
        let mut held = 0;
        let in_front = leaves.iter().take_while(|(_, range)| {
            held += range.len();
            held <= MOST
        });
        let in_front = in_front.count();
        Self { days, events, leaves, in_front }
    }

    /// How many entries there are.
    pub(crate) fn len(&self) -> usize {
        self.days.len()
    }

    /// How many there are of a day.
    pub(crate) fn of_day(&self, day: Date) -> usize {
        self.days.iter().filter(|known| **known == day).count()
    }

    /// The entries of the first page.
    pub(crate) fn first(&self) -> Range<usize> {
        0..self.leaves[..self.in_front].last().map_or(0, |(_, range)| range.end)
    }

    /// The periods that have a page.
    pub(crate) fn spans(&self) -> BTreeSet<Span> {
        self.leaves[self.in_front..].iter().flat_map(|(span, _)| span.line()).collect()
    }

    /// The entries that stand on the page of a period itself.
    pub(crate) fn entries(&self, span: Span) -> Option<Range<usize>> {
        let leaf = self.leaves.iter().find(|(known, _)| *known == span);
        leaf.map(|(_, range)| range.clone())
    }

    /// The events and the corrections among some entries.
    pub(crate) fn split(&self, range: &Range<usize>) -> (Range<usize>, Range<usize>) {
        let (from, to) = (self.events[range.start], self.events[range.end]);
        (from..to, range.start - from..range.end - to)
    }

    /// The periods that a page leads to, newest first: that of a period, or the first one.
    pub(crate) fn below(
        &self,
        here: Context<'_>,
        of: Option<Span>,
        path: impl Fn(Option<Span>) -> PagePath,
    ) -> Vec<PartLink> {
        let mut links: Vec<(Span, usize, bool)> = Vec::new();
        for (position, (leaf, range)) in self.leaves.iter().enumerate() {
            let in_front = position < self.in_front;
            let Some(child) = leaf.line().find(|span| span.above() == of) else { continue };
            // The first page does not lead to itself.
            if in_front && of.is_none() && child == *leaf {
                continue;
            }
            match links.last_mut() {
                Some((known, count, front)) if *known == child => {
                    *count += range.len();
                    *front |= in_front;
                }
                _ => links.push((child, range.len(), in_front)),
            }
        }
        let link = |(span, count, in_front): (Span, usize, bool)| {
            let moved = in_front && self.entries(span).is_some();
            let page = path((!moved).then_some(span));
            let list = if moved { HERE } else { ALL };
            let href = format!("{}{list}", here.href(&page));
            PartLink {
                figure: (!in_front).then(|| Figure::of(count, href.clone())),
                link: Link { href, text: capitalised(&span.in_words()) },
                goes_on: !moved,
            }
        };
        links.into_iter().map(link).collect()
    }

    /// Where the last day among some entries goes on, if it does: in the next leaf.
    pub(crate) fn goes_on(&self, range: &Range<usize>) -> Option<Span> {
        let last = *self.days.get(range.end.checked_sub(1)?)?;
        (self.days.get(range.end) == Some(&last)).then(|| self.leaf_at(range.end)).flatten()
    }

    /// Where the first day among some entries began, if it did elsewhere: in a leaf, or on the first page.
    pub(crate) fn began(&self, range: &Range<usize>) -> Option<Option<Span>> {
        let before = range.start.checked_sub(1)?;
        (self.days.get(range.start) == Some(&self.days[before])).then(|| {
            let leaf = self.leaf_at(before);
            leaf.filter(|_| before >= self.first().end)
        })
    }

    fn leaf_at(&self, entry: usize) -> Option<Span> {
        let leaf = self.leaves.iter().find(|(_, range)| range.contains(&entry));
        leaf.map(|(span, _)| *span)
    }
}

/// What stands on a page of a log.
pub(crate) struct Sheet {
    /// The days of publication, newest first.
    pub(crate) days: Vec<UpdateDay>,
    /// The periods that the page leads to, newest first.
    pub(crate) periods: Vec<PartLink>,
}

/// A log with its addresses: of all plans, or of one.
pub(crate) struct Log<'a> {
    pub(crate) here: Context<'a>,
    pub(crate) chronicle: &'a Chronicle,
    pub(crate) events: &'a [EventEntry<'a>],
    pub(crate) corrections: &'a [CorrectionEntry<'a>],
    /// Whether its entries name their plan.
    pub(crate) name_plan: bool,
    /// The page of a period, or the first one.
    pub(crate) path: &'a dyn Fn(Option<Span>) -> PagePath,
}

impl Log<'_> {
    /// What stands on the page of a period, or on the first one.
    pub(crate) fn sheet(&self, span: Option<Span>) -> Sheet {
        let Self { here, chronicle, name_plan, .. } = *self;
        let range = match span {
            None => Some(chronicle.first()),
            Some(span) => chronicle.entries(span),
        };
        let days = range.map_or_else(Vec::new, |range| {
            let (events, corrections) = chronicle.split(&range);
            let (events, corrections) = (&self.events[events], &self.corrections[corrections]);
            let mut days = updates::days(here, events, corrections, name_plan);
            let link = |day: &UpdateDay, span, text: &str| Link {
                href: format!("{}#{}", here.href(&(self.path)(span)), day.id),
                text: text.to_owned(),
            };
            if let (Some(day), Some(before)) = (days.first_mut(), chronicle.began(&range)) {
                day.before = Some(link(day, before, words::day_began()));
            }
            if let (Some(day), Some(after)) = (days.last_mut(), chronicle.goes_on(&range)) {
                day.after = Some(link(day, Some(after), words::day_goes_on()));
            }
            days
        });
        Sheet { days, periods: chronicle.below(here, span, self.path) }
    }

    /// What the page of a period says first: what it holds, or where it leads.
    pub(crate) fn answer(&self, span: Span) -> Sentence {
        let held = self.chronicle.entries(span).map(|range| Figure::of(range.len(), ALL));
        match held {
            Some(figure) => Sentence::from(words::of_period(figure, span.in_words())),
            None => Sentence::from(words::parted(capitalised(&span.in_words()))),
        }
    }
}

/// A part of a list that stands on another page.
#[derive(Clone, Debug, Serialize)]
pub struct PartLink {
    /// Its page and its name.
    pub link: Link,
    /// How many entries it has, where none of them stands on the page that leads there.
    pub figure: Option<Figure>,
    /// Whether the list goes on there; else it is the first page's.
    pub goes_on: bool,
}

/// The pages that hold entries, newest first.
fn leaves(days: &[Date]) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    for year in runs(days, 0..days.len(), |day| (day.year(), 0)) {
        let (y, range) = (days[year.start].year(), year);
        if range.len() <= MOST {
            leaves.push((Span::Year(y), range));
            continue;
        }
        for month in runs(days, range, |day| (day.year(), day.month())) {
            let m = days[month.start].month();
            if month.len() <= MOST {
                leaves.push((Span::Month(y, m), month));
                continue;
            }
            let parts = month.len().div_ceil(MOST);
            let mut from = month.start;
            for part in (1..=parts).rev() {
                let to = month.end - (part - 1) * MOST;
                leaves.push((Span::Part(y, m, part), from..to));
                from = to;
            }
        }
    }
    leaves
}

/// The runs of neighbours with one key.
fn runs<K: PartialEq>(
    days: &[Date],
    within: Range<usize>,
    key: impl Fn(&Date) -> K,
) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in within {
        match runs.last_mut() {
            Some(run) if key(&days[run.start]) == key(&days[at]) => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;

    use super::*;

    /// `counts` entries on the first days of months that go back from December 2026.
    fn chronicle(counts: &[usize]) -> Chronicle {
        let newest: Date = "2026-12-01".parse().unwrap();
        let months = (0_i64..).zip(counts);
        let days = months.flat_map(|(back, count)| vec![newest - back.months(); *count]);
        Chronicle::of_days(&days.map(|day| (day, true)).collect::<Vec<_>>())
    }

    #[track_caller]
    fn check(counts: &[usize], first: usize, pages: &str) {
        let chronicle = chronicle(counts);
        assert_eq!(chronicle.first(), 0..first);
        let names: Vec<_> = chronicle.spans().into_iter().rev().map(Span::name).collect();
        assert_eq!(names.join(" "), pages);
        // Every entry stands on one page.
        let pages = chronicle.spans();
        let held = pages.iter().filter_map(|span| chronicle.entries(*span));
        let mut held: Vec<usize> = held.chain([chronicle.first()]).flatten().collect();
        held.sort_unstable();
        assert!(held.into_iter().eq(0..counts.iter().sum()));
        for span in &pages {
            assert!(chronicle.entries(*span).is_none_or(|range| range.len() <= MOST));
        }
    }

    #[test]
    fn a_log_is_parted_where_it_is_long() {
        check(&[], 0, "");
        check(&[40, 60], 100, "");
        check(&[40, 61], 40, "2026-11 2026");
        check(&[40, 30, 31], 70, "2026-10 2026");
        check(&[250], 50, "2026-12-2 2026-12-1 2026-12 2026");
        check(&[100, 1], 100, "2026-11 2026");
        // What is newest stands on the first page over the turn of a year, too.
        check(&[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 60, 50], 61, "2025-11 2025");
        check(&[60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 30, 20], 60, "2025");
    }

    #[test]
    fn a_new_entry_moves_no_other_page() {
        let before = chronicle(&[150, 120]).spans();
        let after = chronicle(&[420, 120]).spans();
        assert!(before.is_subset(&after));
    }

    #[test]
    fn a_day_on_several_pages_is_told_on_each() {
        let chronicle = chronicle(&[250]);
        assert_eq!(chronicle.goes_on(&chronicle.first()), Some(Span::Part(2026, 12, 2)));
        assert_eq!(chronicle.began(&chronicle.first()), None);
        let second = chronicle.entries(Span::Part(2026, 12, 2)).unwrap();
        assert_eq!(chronicle.began(&second), Some(None));
        assert_eq!(chronicle.goes_on(&second), Some(Span::Part(2026, 12, 1)));
        let last = chronicle.entries(Span::Part(2026, 12, 1)).unwrap();
        assert_eq!(chronicle.began(&last), Some(Some(Span::Part(2026, 12, 2))));
        assert_eq!(chronicle.goes_on(&last), None);
    }
}
