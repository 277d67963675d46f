//! Counts and rates.
//!
//! In: the tasks that count, of a plan, a group, an agency or a year. Out: their [`Summary`]. Every
//! rate is a pair of whole numbers; what stands in its denominator is said beside it.

use std::iter::Sum;

use jiff::civil::Date;

use super::{Cell, Ledger, StandingKind, TaskProgress};
use crate::text::dates::days_between;

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ratio {
    /// The part.
    pub n: usize,
    /// The whole.
    pub of: usize,
}

impl Sum for Ratio {
    fn sum<I: Iterator<Item = Self>>(ratios: I) -> Self {
        ratios.fold(Self::default(), |a, b| Self { n: a.n + b.n, of: a.of + b.of })
    }
}

/// A median, with how many values it was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Median {
    /// Days; of two middle values the mean, rounded up.
    pub days: u32,
    /// How many tasks it speaks of.
    pub tasks: usize,
}

/// The measures M1 to M6.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    /// M1: done, of done and of live past the deadline, whatever the last word (the Government Office's formula;
    /// silence stays in it, or it would improve the rate). What has no deadline stands in neither.
    pub due_done: Ratio,
    /// M2: done, of all live tasks.
    pub done: Ratio,
    /// M3: done in time, of done with a deadline; where the date of completion does not tell, not in time.
    pub in_time: Ratio,
    /// M4: with a public document, product or figures, of done.
    pub proved: Ratio,
    /// M5: reports received, of reports due or received; none where the tasks bind nobody to report.
    ///
    /// Where a plan sets no date, a report is due once its period is over.
    pub reports: Option<Ratio>,
    /// M6: days since the last news of each live task that is not done, by the day of the news; tasks of which
    /// nothing was ever published, and restricted ones, are left out.
    pub since_update: Option<Median>,
}

impl Measures {
    /// Adds an agency's reports to M5.
    pub(super) fn add_reports(&mut self, received: Ratio) {
        self.reports = Some([self.reports.unwrap_or_default(), received].into_iter().sum());
    }
}

/// How often each of several things occurs, in their order: few, and kept for each plan on each day of the past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts<K>(Vec<(K, u32)>);

impl<K> Default for Counts<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord + Copy> Counts<K> {
    /// How often `key` occurs.
    pub fn of(&self, key: K) -> usize {
        self.find(key).map_or(0, |at| self.0[at].1 as usize)
    }

    /// How often any of `keys` occurs.
    pub fn of_any(&self, keys: &[K]) -> usize {
        keys.iter().map(|key| self.of(*key)).sum()
    }

    /// What occurs, and how often, in order.
    pub fn iter(&self) -> impl Iterator<Item = (K, usize)> {
        self.0.iter().map(|(key, count)| (*key, *count as usize))
    }

    /// All occurrences.
    pub fn total(&self) -> usize {
        self.iter().map(|(_, count)| count).sum()
    }

    fn add(&mut self, key: K) {
        match self.find(key) {
            Ok(at) => self.0[at].1 += 1,
            Err(at) => self.0.insert(at, (key, 1)),
        }
    }

    fn find(&self, key: K) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.cmp(&key))
    }
}

/// What some tasks come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How the number of live tasks comes about.
    pub ledger: Ledger,
    /// Tasks by standing, those no longer live among them.
    pub tally: Counts<StandingKind>,
    /// Tasks by cell of the state's statistics.
    pub cells: Counts<Cell>,
    /// How many live tasks have no deadline, done ones among them.
    pub without_deadline: usize,
    /// The rates.
    pub measures: Measures,
}

impl Summary {
    /// What `tasks` come to on `as_of`, without M5: reports are counted by agency, not by task.
    pub(super) fn of<'t, 'a: 't>(
        tasks: impl Iterator<Item = &'t TaskProgress<'a>>,
        as_of: Date,
    ) -> Self {
        let mut summary = Self::default();
        let mut proved = 0;
        let mut ages = Vec::new();
        for task in tasks {
            summary.ledger.add(task);
            summary.tally.add(task.standing.kind());
            summary.cells.add(task.cell);
            if task.standing.is_done() {
                proved += usize::from(task.has_public_proof());
            } else if let (true, Some(news)) = (counts_for_m6(task), task.last_news) {
                // Of a month or a year its last day, so that no news is told older than it is.
                ages.push(days_between(news.last_day().min(as_of), as_of));
            }
        }
        let cells = &summary.cells;
        let sum = |of: fn(Cell) -> bool| {
            cells.iter().filter(|(cell, _)| of(*cell)).map(|(_, count)| count).sum::<usize>()
        };
        let bound = sum(Cell::is_done_with_deadline);
        let done = bound + cells.of(Cell::FinishedWithoutDeadline);
        summary.without_deadline = sum(Cell::has_no_deadline);
        summary.measures = Measures {
            due_done: Ratio { n: bound, of: bound + sum(Cell::is_past_deadline) },
            done: Ratio { n: done, of: summary.ledger.live },
            in_time: Ratio { n: cells.of(Cell::FinishedInTime), of: bound },
            proved: Ratio { n: proved, of: done },
            reports: None,
            since_update: median(ages),
        };
        summary
    }
}

/// When something was last published about a restricted task is not public, nor what it adds to a median.
fn counts_for_m6(task: &TaskProgress<'_>) -> bool {
    task.standing.is_live() && !task.task.is_restricted()
}

fn median(mut ages: Vec<i64>) -> Option<Median> {
    ages.sort_unstable();
    let upper = *ages.get(ages.len() / 2)?;
    let lower = ages[(ages.len() - 1) / 2];
    let days = u32::try_from((lower + upper + 1) / 2).expect("an event counts from its first day");
    Some(Median { days, tasks: ages.len() })
}

#[cfg(test)]
mod tests;
