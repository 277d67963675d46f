//! Lists over several pages: what of a list stands on a page, and the way to the others.
//!
//! In: a list, section by section, in its order. Out: what of each section a page shows, where sections begin, and
//! [`Pager`]. Nothing else cuts a list.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde::Serialize;

use crate::pages::context::{Context, Head};
use crate::pages::parts::figures::Figure;
use crate::paths::{self, PagePath};
use crate::text::numbers::count;
use crate::vocabulary::lists as words;

/// How many things of a list stand on a page.
pub const PER_PAGE: usize = 100;

/// How many pages before and after its own a page names, beside the first and the last.
const NEAR: usize = 2;

/// Which page of a list; the first is 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageNumber {
    number: usize,
}

impl PageNumber {
    /// The pages of a list of so many things; a list of nothing has one.
    pub(crate) fn all(things: usize) -> impl Iterator<Item = Self> {
        (1..=things.div_ceil(PER_PAGE).max(1)).map(|number| Self { number })
    }

    /// The page on which the thing at `position` stands.
    fn at(position: usize) -> Self {
        Self { number: position / PER_PAGE + 1 }
    }

    /// Its address, where the list begins at `first`.
    pub(crate) fn path(self, first: &PagePath) -> PagePath {
        paths::page(first, self.number)
    }

    /// Whether it is the first.
    pub(crate) fn is_first(self) -> bool {
        self.number == 1
    }

    /// Which positions of the list stand on it.
    fn range(self) -> Range<usize> {
        (self.number - 1) * PER_PAGE..self.number * PER_PAGE
    }
}

/// What the things of a list are.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Things {
    /// Tasks, each once.
    Tasks,
    /// Lines: a task can have several, or they are none.
    Lines,
}

/// Walks through a list and takes what stands on one page.
#[derive(Debug)]
pub(crate) struct Cutter {
    page: PageNumber,
    here: Range<usize>,
    at: usize,
}

impl Cutter {
    pub(crate) fn new(page: PageNumber) -> Self {
        Self { page, here: page.range(), at: 0 }
    }

    /// One that takes all of a list.
    pub(crate) fn whole() -> Self {
        Self { page: PageNumber::at(0), here: 0..usize::MAX, at: 0 }
    }

    /// Whether what comes next began, or would have, on a page before.
    pub(crate) fn is_past_start(&self) -> bool {
        self.at < self.here.start
    }

    /// The position of the first thing of the page.
    pub(crate) fn first(&self) -> usize {
        self.here.start
    }

    /// Those of `things`, the next in the list, that stand on the page.
    pub(crate) fn cut<'t, T>(&mut self, things: &'t [T]) -> &'t [T] {
        let within = |position: usize| position.saturating_sub(self.at).min(things.len());
        let found = within(self.here.start)..within(self.here.end);
        self.at += things.len();
        &things[found]
    }

    /// The name and the place of the page among those of its list, which begins at `first`.
    pub(crate) fn head(&self, mut head: Head, first: &PagePath) -> Head {
        if !self.page.is_first() {
            let list = std::mem::take(&mut head.title);
            head.title = words::on_page(list.as_str(), self.page.number);
            head.above.push((first.clone(), list));
        }
        head
    }

    /// The way to the other pages; none where all stands on one.
    pub(crate) fn pager(
        &self,
        here: Context<'_>,
        first: &PagePath,
        things: Things,
    ) -> Option<Pager> {
        if self.at <= self.here.len() {
            return None;
        }
        let (page, last) = (self.page.number, self.at.div_ceil(PER_PAGE));
        let href = |number: usize| here.href(&paths::page(first, number));
        let (from, to) = (count(self.here.start + 1), count(self.here.end.min(self.at)));
        let all = count(self.at);
        let near = page.saturating_sub(NEAR).max(1)..=(page + NEAR).min(last);
        let numbers: BTreeSet<usize> = [1, last].into_iter().chain(near).collect();
        let mut before = 0;
        let pages = numbers.into_iter().map(|number| PageLink {
            href: href(number),
            number: count(number),
            name: words::page(count(number)),
            current: number == page,
            gap: std::mem::replace(&mut before, number) + 1 < number,
        });
        Some(Pager {
            position: match things {
                Things::Tasks => words::tasks_here(from, to, all),
                Things::Lines => words::lines_here(from, to, all),
            },
            pages: pages.collect(),
            previous: (page > 1).then(|| href(page - 1)),
            next: (page < last).then(|| href(page + 1)),
        })
    }
}

/// The way to the other pages of a list.
#[derive(Clone, Debug, Serialize)]
pub struct Pager {
    /// Which things stand here, of how many.
    pub position: String,
    /// The first page, the last, and those near this one, in order.
    pub pages: Vec<PageLink>,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

/// A page of a list.
#[derive(Clone, Debug, Serialize)]
pub struct PageLink {
    /// Its address.
    pub href: String,
    /// Its number.
    pub number: String,
    /// "Trang 3".
    pub name: String,
    /// True on that very page.
    pub current: bool,
    /// Whether pages between it and the one before are not named.
    pub gap: bool,
}

/// Where the sections of a list begin, over its pages.
#[derive(Clone, Debug)]
pub(crate) struct Places {
    first: PagePath,
    starts: BTreeMap<String, usize>,
}

impl Places {
    /// Of a list that begins at `first`; a section that `starts` does not name begins with it.
    pub(crate) fn new(first: PagePath, starts: BTreeMap<String, usize>) -> Self {
        Self { first, starts }
    }

    /// The address of a section.
    pub(crate) fn href(&self, here: Context<'_>, section: &str) -> String {
        let page = PageNumber::at(self.starts.get(section).copied().unwrap_or(0));
        let path = page.path(&self.first);
        match path == *here.path {
            true => format!("#{section}"),
            false => format!("{}#{section}", here.href(&path)),
        }
    }

    /// So many things, in a section.
    pub(crate) fn figure(&self, here: Context<'_>, section: &str, things: usize) -> Figure {
        Figure::of(things, self.href(here, section))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each page of a list shows whose sections have these lengths: `section:things`, and whether it goes on.
    #[track_caller]
    fn check(lengths: &[usize], expected: &[&str]) {
        let total = lengths.iter().sum();
        let pages = PageNumber::all(total).map(|page| {
            let mut cutter = Cutter::new(page);
            let mut shown = Vec::new();
            for (section, length) in lengths.iter().enumerate() {
                let goes_on = cutter.is_past_start();
                let things: Vec<usize> = (0..*length).collect();
                if let [first, .., last] | [first @ last] = cutter.cut(&things) {
                    let sign = if goes_on { "…" } else { "" };
                    shown.push(format!("{sign}{section}:{first}-{last}"));
                }
            }
            shown.join(" ")
        });
        assert_eq!(pages.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_list_is_cut_where_its_pages_are_full() {
        check(&[], &[""]);
        check(&[100], &["0:0-99"]);
        check(&[60, 40, 1], &["0:0-59 1:0-39", "2:0-0"]);
        check(&[60, 0, 150], &["0:0-59 2:0-39", "…2:40-139", "…2:140-149"]);
    }

    #[test]
    fn a_section_begins_on_the_page_of_its_first_thing() {
        let cases = [(0, 1), (99, 1), (100, 2), (250, 3)];
        for (position, page) in cases {
            assert_eq!(PageNumber::at(position).number, page, "{position}");
        }
    }
}
