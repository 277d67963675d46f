//! Which entries hold which words.
//!
//! In: entries. Out: for each folded word its forms, and the words that follow it, each with its entries. The lists of
//! a very common word are cut, and say so: they would weigh more than all else that a query loads.

use rayon::prelude::*;
use serde_json::Value;

use super::SearchEntry;
use super::words::{Word, Words};

/// How many postings the forms of a word have at most, and how many the words that follow it.
const MOST: usize = 6_000;

/// After how many words a text is late: what is said first says what it is about.
const EARLY: usize = 24;

/// How well a word stands for an entry, from what is met only within to a short label; the script weighs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
enum Place {
    More,
    Late,
    Early,
    LongLabel,
    Names,
    Label,
    ShortLabel,
    Name,
}

/// How many places there are: a posting is the entry's number times this, and its place.
const PLACES: u32 = 8;

/// A word in an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Met {
    folded: u32,
    form: u32,
    entry: u32,
    place: Place,
}

/// A word and the one that follows it in an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Next {
    folded: u32,
    after: u32,
    entry: u32,
}

/// What the index knows of words.
pub(super) struct Postings {
    words: Words,
    met: Vec<Met>,
    next: Vec<Next>,
}

impl Postings {
    /// Of all entries, each text cut and folded once.
    pub(super) fn of(entries: &[SearchEntry]) -> Self {
        let mut words = Words::default();
        let (mut met, mut next) = (Vec::new(), Vec::new());
        let (mut cut, mut own_met, mut own_next) = (Vec::new(), Vec::new(), Vec::new());
        for (entry, number) in entries.iter().zip(0..) {
            for (part, text) in [&entry.more, &entry.text, &entry.place, &entry.names, &entry.label]
                .into_iter()
                .enumerate()
            {
                cut.clear();
                words.cut(text, &mut cut);
                let count = cut.len();
                for (at, word) in cut.iter().enumerate() {
                    let place = match part {
                        0 => Place::More,
                        1 if at < EARLY => Place::Early,
                        1 => Place::Late,
                        2 | 3 => Place::Names,
                        _ => Place::of_label(count),
                    };
                    own_met.push(Met {
                        folded: word.folded,
                        form: word.form,
                        entry: number,
                        place,
                    });
                }
                own_next.extend(cut.windows(2).map(|pair| Next {
                    folded: pair[0].folded,
                    after: pair[1].folded,
                    entry: number,
                }));
            }
            // A text says most of its words more than once: what is held of all entries is half as much without.
            own_met.sort_unstable();
            // Of a form in an entry the best place stays.
            own_met.dedup_by(|other, kept| {
                let is_same = (other.folded, other.form) == (kept.folded, kept.form);
                if is_same {
                    kept.place = other.place;
                }
                is_same
            });
            own_next.sort_unstable();
            own_next.dedup();
            met.append(&mut own_met);
            next.append(&mut own_next);
        }
        met.par_sort_unstable();
        next.par_sort_unstable();
        Self { words, met, next }
    }

    /// Whether the words of a phrase stand in a row somewhere.
    pub(super) fn hold(&self, phrase: &str) -> bool {
        let mut own = Words::default();
        let mut cut: Vec<Word> = Vec::new();
        own.cut(phrase, &mut cut);
        let known: Option<Vec<u32>> =
            cut.iter().map(|word| self.words.number(own.folded(word.folded))).collect();
        let follow = |pair: &[u32]| {
            let pair = (pair[0], pair[1]);
            self.next.binary_search_by_key(&pair, |next| (next.folded, next.after)).is_ok()
        };
        known.is_some_and(|known| !known.is_empty() && known.windows(2).all(follow))
    }

    /// Every word of letters, in order.
    pub(super) fn letters(&self) -> Vec<&str> {
        let mut words: Vec<&str> = self
            .words
            .all_folded()
            .filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase()))
            .collect();
        words.sort_unstable();
        words
    }

    /// Each word in order, with its own as the script reads it.
    pub(super) fn coded(&self) -> Vec<(&str, String)> {
        let met = self.met.chunk_by(|one, other| one.folded == other.folded);
        let mut words: Vec<(&str, &[Met])> =
            met.filter_map(|met| Some((self.words.folded(met.first()?.folded), met))).collect();
        words.sort_unstable_by_key(|(word, _)| *word);
        words.into_par_iter().map(|(word, met)| (word, self.code(met))).collect()
    }

    /// Lists of differences: of forms times the places, with the place; of the words that follow plain. A word whose
    /// lists were cut says in how many entries it stands.
    fn code(&self, met: &[Met]) -> String {
        let folded = met[0].folded;
        let from = self.next.partition_point(|next| next.folded < folded);
        let length = self.next[from..].partition_point(|next| next.folded == folded);
        let next = &self.next[from..from + length];
        let all = met.len();
        let kept_met = best(met);
        let kept_next = most_common(next);
        let is_cut = kept_met.len() < all || kept_next.len() < next.len();
        let forms = kept_met.chunk_by(|one, other| one.form == other.form).map(|met| {
            let codes = met.iter().map(|met| (met.entry, met.place as u32));
            (self.words.form(met[0].form), differences(codes, PLACES))
        });
        let next = kept_next.chunk_by(|one, other| one.after == other.after).map(|next| {
            let codes = next.iter().map(|next| (next.entry, 0));
            (self.words.folded(next[0].after), differences(codes, 1))
        });
        let cut = if is_cut { format!(",\"c\":{all}") } else { String::new() };
        format!("{{\"t\":{},\"n\":{}{cut}}}", object(forms), object(next))
    }
}

impl Place {
    fn of_label(words: usize) -> Self {
        match words {
            0..=3 => Self::Name,
            4..=7 => Self::ShortLabel,
            8..=12 => Self::Label,
            _ => Self::LongLabel,
        }
    }
}

/// As many postings as are kept, those in the best places first, in their order.
fn best(met: &[Met]) -> Vec<Met> {
    if met.len() <= MOST {
        return met.to_vec();
    }
    let mut kept = met.to_vec();
    kept.sort_by_key(|met| (std::cmp::Reverse(met.place), met.entry));
    kept.truncate(MOST);
    kept.sort_unstable();
    kept
}

/// As many as are kept, those of the words that follow most often first, in their order.
fn most_common(next: &[Next]) -> Vec<Next> {
    if next.len() <= MOST {
        return next.to_vec();
    }
    let mut words: Vec<&[Next]> = next.chunk_by(|one, other| one.after == other.after).collect();
    words.sort_by_key(|entries| std::cmp::Reverse(entries.len()));
    let mut kept: Vec<Next> = words.into_iter().flatten().take(MOST).copied().collect();
    kept.sort_unstable();
    kept
}

/// The list of the steps from one number to the next, each times `places`, with the place.
fn differences(numbers: impl Iterator<Item = (u32, u32)>, places: u32) -> String {
    let mut list = String::from("[");
    let mut last = 0;
    for (number, place) in numbers {
        if list.len() > 1 {
            list.push(',');
        }
        list.push_str(&((number - last) * places + place).to_string());
        last = number;
    }
    list.push(']');
    list
}

/// An object of members whose values are written already.
pub(super) fn object<'a>(members: impl Iterator<Item = (&'a str, String)>) -> String {
    let members = members.map(|(key, value)| format!("{}:{value}", Value::from(key)));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths::PagePath;
    use crate::search::{EntryKind, Target};

    fn entry(label: &str, text: &str, more: &str) -> SearchEntry {
        SearchEntry {
            kind: EntryKind::Task,
            label: label.to_owned(),
            place: String::new(),
            text: text.to_owned(),
            names: String::new(),
            more: more.to_owned(),
            target: Target::Here(PagePath::new("a.html"), None),
            standing: None,
        }
    }

    #[test]
    fn postings_are_differences_and_tell_the_best_place() {
        let entries: Vec<_> = (0..7)
            .map(|number| match number {
                3 => entry("á b", "", "á"),
                5 => entry("", "á", ""),
                6 => entry("á b", "á", ""),
                _ => entry("", "", ""),
            })
            .collect();
        let postings = Postings::of(&entries);
        let coded = postings.coded();
        let name = Place::Name as u32;
        let early = Place::Early as u32;
        let forms = format!("[{},{},{}]", 3 * 8 + name, 2 * 8 + early, 8 + name);
        assert_eq!(
            coded[0],
            ("a", format!("{{\"t\":{{\"a\u{301}\":{forms}}},\"n\":{{\"b\":[3,3]}}}}"))
        );
        assert!(
            postings.hold("A b")
                && postings.hold("b")
                && !postings.hold("b a")
                && !postings.hold("c")
        );
    }

    #[test]
    fn the_lists_of_a_common_word_keep_labels_first_and_say_that_they_are_cut() {
        let many = MOST + 100;
        let entries: Vec<_> = (0..many)
            .map(|number| entry(if number == many - 1 { "kế hoạch" } else { "" }, "kế", ""))
            .collect();
        let postings = Postings::of(&entries);
        let coded = postings.coded();
        let (_, code) = coded.iter().find(|(word, _)| *word == "ke").unwrap();
        assert!(code.ends_with(&format!(",\"c\":{many}}}")), "{}", &code[code.len() - 40..]);
        assert_eq!(code.matches(',').count(), MOST - 1 + 2);
        let label = (100 + 1) * 8 + Place::Name as u32;
        assert!(code.contains(&format!(",{label}]")));
    }
}
