//! The search page, and its list from A to Z for those without a script.
//!
//! In: the search index. Out: [`SearchView`], all that `search.html` may read. Script and list show the
//! same entries. Where there are too many for one page, each letter has a page of its own.

use std::collections::BTreeMap;
use std::ops::Range;

use rayon::prelude::*;
use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::chronicle::PartLink;
use crate::pages::parts::figures::Figure;
use crate::pages::values::{Link, StandingView};
use crate::paths::{self, PagePath};
use crate::search::{EntryKind, SearchEntry, SearchIndex, Target};
use crate::text::numbers;
use crate::text::{Collator, as_typed, lowered, search_key};
use crate::vocabulary::cut;
use crate::vocabulary::pages;
use crate::vocabulary::search as words;

/// How many entries the search page itself lists.
const MOST: usize = 500;

/// How many entries a page of a letter lists.
const PAGE: usize = 250;

/// How many pages a page leads to.
const LEADS: usize = 300;

/// What `search.html` and `letter.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct SearchView {
    /// What every page shares.
    pub frame: Frame,
    /// The address of the index file that the script loads first.
    pub index: String,
    /// The letters, each with its place: on this page or on its own.
    pub letters: Vec<Link>,
    /// The entries listed on this page, by letter.
    pub sections: Vec<LetterSection>,
}

/// The entries under one letter.
#[derive(Clone, Debug, Serialize)]
pub struct LetterSection {
    /// The fragment.
    pub id: String,
    /// The letter.
    pub name: String,
    /// How many.
    pub figure: Figure,
    /// The entries that stand here, in Vietnamese order.
    pub entries: Vec<LetterEntry>,
    /// The pages of the others, where they are too many.
    pub parts: Vec<PartLink>,
}

/// An entry of the list.
#[derive(Clone, Debug, Serialize)]
pub struct LetterEntry {
    /// What it is.
    pub kind: String,
    /// Name and address.
    pub link: Link,
    /// A task's standing.
    pub standing: Option<StandingView>,
}

/// A letter of the Vietnamese alphabet that some entry begins with.
#[derive(Debug)]
pub struct Letter {
    /// Its name in addresses: `dd` for Đ, as on a Vietnamese keyboard.
    pub slug: String,
    /// The letter; a sign for digits and others.
    name: String,
    /// The positions of its entries in the index, in Vietnamese order.
    entries: Vec<usize>,
}

/// The letters, in Vietnamese order.
pub(crate) fn letters(index: &SearchIndex) -> Vec<Letter> {
    let collator = Collator::vietnamese();
    let mut order: Vec<usize> = (0..index.entries.len()).collect();
    order.par_sort_by_cached_key(|at| collator.sort_key(name(&index.entries[*at])));
    let mut known: BTreeMap<Option<char>, (Vec<u8>, String, String)> = BTreeMap::new();
    let mut letters: BTreeMap<Vec<u8>, Letter> = BTreeMap::new();
    for at in order {
        let first = first_letter(name(&index.entries[at]));
        let (key, slug, name) = known.entry(first).or_insert_with(|| {
            let (slug, letter) = letter_of(first);
            let key = if slug == OTHERS { Vec::new() } else { collator.sort_key(&letter) };
            (key, slug, letter)
        });
        let empty = || Letter { slug: slug.clone(), name: name.clone(), entries: Vec::new() };
        letters.entry(key.clone()).or_insert_with(empty).entries.push(at);
    }
    letters.into_values().collect()
}

/// The pages that the letters need beside the search page.
pub(crate) fn letter_pages(index: &SearchIndex, letters: &[Letter]) -> Vec<PagePath> {
    if index.entries.len() <= MOST {
        return Vec::new();
    }
    letters.iter().map(|letter| paths::letter(&letter.slug)).collect()
}

/// A page beside a letter's own, which has too many entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Entries, in parts counted from 1.
    Entries(usize),
    /// Leads to such parts, where they are many; counted from 1.
    Leads(usize),
}

impl Shelf {
    fn path(self, letter: &Letter) -> PagePath {
        match self {
            Shelf::Entries(part) => paths::letter_part(&letter.slug, part),
            Shelf::Leads(part) => paths::letter_leads(&letter.slug, part),
        }
    }

    /// The places of its entries among the letter's, of so many.
    fn range(self, entries: usize) -> Range<usize> {
        let (part, size) = match self {
            Shelf::Entries(part) => (part, PAGE),
            Shelf::Leads(part) => (part, PAGE * LEADS),
        };
        (part - 1) * size..entries.min(part * size)
    }

    /// All that a letter of so many entries has beside its own page.
    fn all(entries: usize) -> impl Iterator<Item = Shelf> {
        let count = |size: usize| if entries > size { entries.div_ceil(size) } else { 0 };
        let parts = (1..=count(PAGE)).map(Shelf::Entries);
        parts.chain((1..=count(PAGE * LEADS)).map(Shelf::Leads))
    }

    /// Those that a page leads to: the letter's own, or one of leads.
    fn below(of: Option<Shelf>, entries: usize) -> Vec<Shelf> {
        let all = Shelf::all(entries).collect::<Vec<_>>();
        let has_leads = all.iter().any(|shelf| matches!(shelf, Shelf::Leads(_)));
        let is_below = |shelf: &Shelf| match (of, shelf) {
            (None, Shelf::Leads(_)) => true,
            (None, Shelf::Entries(_)) => !has_leads,
            (Some(Shelf::Leads(lead)), Shelf::Entries(part)) => (part - 1) / LEADS == lead - 1,
            (Some(_), _) => false,
        };
        all.into_iter().filter(is_below).collect()
    }
}

/// The pages beside the letters' own: each with the place of its letter in the alphabet.
pub(crate) fn shelves(index: &SearchIndex, letters: &[Letter]) -> Vec<(PagePath, (usize, Shelf))> {
    if index.entries.len() <= MOST {
        return Vec::new();
    }
    let of_letter = |(at, letter): (usize, &Letter)| {
        let shelves = Shelf::all(letter.entries.len());
        shelves.map(|shelf| (shelf.path(letter), (at, shelf))).collect::<Vec<_>>()
    };
    letters.iter().enumerate().flat_map(of_letter).collect()
}

const OTHERS: &str = "so";

/// The letter that a name begins with, if it begins with one.
fn first_letter(name: &str) -> Option<char> {
    name.chars().find(|c| c.is_alphanumeric()).filter(|c| c.is_alphabetic())
}

/// The letter under which names that begin so stand: without a tone.
fn letter_of(first: Option<char>) -> (String, String) {
    let Some(first) = first else { return (OTHERS.to_owned(), words::others().to_owned()) };
    let tones = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
    let letter: String = first
        .to_uppercase()
        .collect::<String>()
        .nfd()
        .filter(|c| !tones.contains(c))
        .nfc()
        .collect();
    let slug = as_typed(&letter).map_or_else(|| search_key(&letter), str::to_owned);
    if slug.is_empty() || !slug.chars().all(|c| c.is_ascii_lowercase()) {
        return (OTHERS.to_owned(), words::others().to_owned());
    }
    (slug, letter)
}

/// What a reader would look an entry up under: its words without the signs before them.
fn name(entry: &SearchEntry) -> &str {
    let words = match entry.kind {
        EntryKind::Passage => &entry.text,
        EntryKind::Task
        | EntryKind::Agency
        | EntryKind::Document
        | EntryKind::Term
        | EntryKind::Indicator
        | EntryKind::Page => &entry.label,
    };
    words.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// The search page.
pub(crate) fn view(here: Context<'_>, index: &SearchIndex, letters: &[Letter]) -> SearchView {
    let here_all = index.entries.len() <= MOST;
    let link = |letter: &Letter| match here_all {
        true => Link { href: format!("#chu-{}", letter.slug), text: letter.name.clone() },
        false => here.link(&paths::letter(&letter.slug), letter.name.clone()),
    };
    SearchView {
        frame: here.frame(Head::new(pages::search(), words::about())),
        index: format!("{}?v={}", index.main, index.version),
        letters: letters.iter().map(link).collect(),
        sections: if here_all {
            letters.iter().map(|letter| section(here, index, letter, None)).collect()
        } else {
            Vec::new()
        },
    }
}

/// The page of one letter.
pub(crate) fn letter_view(
    here: Context<'_>,
    index: &SearchIndex,
    letters: &[Letter],
    letter: &Letter,
    shelf: Option<Shelf>,
) -> SearchView {
    let name = words::letter(&letter.name);
    let mut above = vec![(paths::search(), pages::search().to_owned())];
    let title = match shelf {
        None => name,
        Some(shelf) => {
            above.push((paths::letter(&letter.slug), name));
            let range = shelf.range(letter.entries.len());
            let count = |at: usize| numbers::count(at);
            words::part_of_letter(&letter.name, count(range.start + 1), count(range.end))
        }
    };
    let head = Head::new(title, words::about_letter()).above(above);
    SearchView {
        frame: here.frame(head),
        index: format!("{}?v={}", index.main, index.version),
        letters: letters
            .iter()
            .map(|letter| here.link(&paths::letter(&letter.slug), letter.name.clone()))
            .collect(),
        sections: vec![section(here, index, letter, shelf)],
    }
}

/// The entries of a letter that stand on a page, or where they stand.
fn section(
    here: Context<'_>,
    index: &SearchIndex,
    letter: &Letter,
    shelf: Option<Shelf>,
) -> LetterSection {
    let id = format!("chu-{}", letter.slug);
    let all = letter.entries.len();
    let below = match index.entries.len() <= MOST {
        true => Vec::new(),
        false => Shelf::below(shelf, all),
    };
    let range = shelf.map_or(0..all, |shelf| shelf.range(all));
    let named = |at: usize| cut::shortened(name(&index.entries[letter.entries[at]]));
    let part = |part: Shelf| {
        let within = part.range(all);
        let text = words::from_to(named(within.start), named(within.end - 1));
        let href = format!("{}#{id}", here.href(&part.path(letter)));
        let figure = Some(Figure::of(within.len(), href.clone()));
        PartLink { link: Link { href, text }, figure, goes_on: true }
    };
    let here_listed = if below.is_empty() { range.clone() } else { 0..0 };
    let entry = |at: &usize| {
        let entry = &index.entries[*at];
        let text = match entry.kind {
            EntryKind::Passage => {
                words::passage(cut::shortened(&entry.text), lowered(&entry.label))
            }
            _ if entry.place.is_empty() => entry.label.clone(),
            _ => words::passage(cut::shortened(&entry.label), lowered(&entry.place)),
        };
        let href = match &entry.target {
            Target::Here(path, None) => here.href(path),
            Target::Here(path, Some(fragment)) => format!("{}#{fragment}", here.href(path)),
            Target::Elsewhere(url) => url.clone(),
        };
        LetterEntry {
            kind: entry.kind.name().to_owned(),
            link: Link { href, text },
            standing: entry.standing.as_ref().map(|(tone, label)| StandingView {
                tone: *tone,
                label: label.clone(),
                reason: None,
            }),
        }
    };
    LetterSection {
        figure: Figure::of(range.len(), format!("#{id}")),
        parts: below.into_iter().map(part).collect(),
        name: letter.name.clone(),
        entries: letter.entries[here_listed].iter().map(entry).collect(),
        id,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_of_many_entries_has_pages_that_lead_to_all_of_them() {
        assert_eq!(Shelf::all(PAGE).count(), 0);
        for entries in [PAGE + 1, PAGE * LEADS, PAGE * LEADS + 1, PAGE * LEADS * 3] {
            let mut held = Vec::new();
            let mut open = Shelf::below(None, entries);
            while let Some(shelf) = open.pop() {
                let below = Shelf::below(Some(shelf), entries);
                assert!(below.len() <= LEADS);
                if below.is_empty() {
                    let range = shelf.range(entries);
                    assert!(range.len() <= PAGE);
                    held.extend(range);
                }
                open.extend(below);
            }
            held.sort_unstable();
            assert!(held.into_iter().eq(0..entries), "{entries}");
        }
    }

    #[test]
    fn a_name_stands_under_its_letter_without_the_tone() {
        for (name, slug, letter) in [
            ("Ủy ban", "u", "U"),
            ("Ứng dụng", "uw", "Ư"),
            ("đẩy mạnh", "dd", "Đ"),
            ("Ấn phẩm", "aa", "Â"),
            ("“Báo chí”", "b", "B"),
            ("36-NQ/TW", "so", "0–9"),
            ("", "so", "0–9"),
        ] {
            assert_eq!(
                letter_of(first_letter(name)),
                (slug.to_owned(), letter.to_owned()),
                "{name}"
            );
        }
    }
}
