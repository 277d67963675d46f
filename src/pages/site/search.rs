//! The search page, and its list from A to Z for those without a script.
//!
//! In: the search index. Out: [`SearchView`], all that `search.html` may read. Script and list show the
//! same entries. Where there are too many for one page, each letter has a page of its own.

use std::collections::BTreeMap;

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::cut;
use crate::pages::parts::figures::Figure;
use crate::pages::values::{Link, StandingView};
use crate::paths::{self, PagePath};
use crate::search::{EntryKind, SearchEntry, SearchIndex, Target};
use crate::text::{Collator, as_typed, lowered, search_key};
use crate::vocabulary::pages;
use crate::vocabulary::search as words;

/// How many entries the search page itself lists.
const MOST: usize = 500;

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
    /// The entries, in Vietnamese order.
    pub entries: Vec<LetterEntry>,
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
    let mut letters: BTreeMap<Vec<u8>, Letter> = BTreeMap::new();
    let mut order: Vec<usize> = (0..index.entries.len()).collect();
    order.sort_by_cached_key(|at| collator.sort_key(name(&index.entries[*at])));
    for at in order {
        let (slug, letter) = letter_of(name(&index.entries[at]));
        let known = letters
            .entry(if slug == OTHERS { Vec::new() } else { collator.sort_key(&letter) })
            .or_insert_with(|| Letter { slug, name: letter, entries: Vec::new() });
        known.entries.push(at);
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

const OTHERS: &str = "so";

/// The letter under which a name stands: its first one, without a tone.
fn letter_of(name: &str) -> (String, String) {
    let first = name.chars().find(|c| c.is_alphanumeric()).filter(|c| c.is_alphabetic());
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
        EntryKind::Task | EntryKind::Passage => &entry.text,
        EntryKind::Agency | EntryKind::Document | EntryKind::Term | EntryKind::Indicator => {
            &entry.label
        }
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
            letters.iter().map(|letter| section(here, index, letter)).collect()
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
) -> SearchView {
    let head = Head::new(words::letter(&letter.name), words::about_letter())
        .above(vec![(paths::search(), pages::search().to_owned())]);
    SearchView {
        frame: here.frame(head),
        index: format!("{}?v={}", index.main, index.version),
        letters: letters
            .iter()
            .map(|letter| here.link(&paths::letter(&letter.slug), letter.name.clone()))
            .collect(),
        sections: vec![section(here, index, letter)],
    }
}

fn section(here: Context<'_>, index: &SearchIndex, letter: &Letter) -> LetterSection {
    let id = format!("chu-{}", letter.slug);
    let entry = |at: &usize| {
        let entry = &index.entries[*at];
        let text = match entry.kind {
            EntryKind::Task | EntryKind::Passage => {
                words::passage(cut::shortened(&entry.text), lowered(&entry.label))
            }
            EntryKind::Agency | EntryKind::Document | EntryKind::Term | EntryKind::Indicator => {
                entry.label.clone()
            }
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
        figure: Figure::of(letter.entries.len(), format!("#{id}")),
        id,
        name: letter.name.clone(),
        entries: letter.entries.iter().map(entry).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(letter_of(name), (slug.to_owned(), letter.to_owned()), "{name}");
        }
    }
}
