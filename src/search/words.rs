//! The words of the index, cut just as the search page's script cuts a query.
//!
//! In: text as readers see it. Out: folded words, each with the form that tells marks and tones. A word is
//! a run of letters or a number with points in it, so that “36-NQ/TW” is three words and “4.3” one.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::text::normalize::odd_kind;
use crate::text::{OddKind, search_key, toned_key};

/// A word of a text, by its numbers in [`Words`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Its letters without marks, in lower case.
    pub(super) folded: u32,
    /// Its letters with their marks, the tones at the end.
    pub(super) form: u32,
}

/// The words that were met: a text of thousands of words has a few hundred, and each is folded once.
#[derive(Default)]
pub(super) struct Words {
    met: BTreeMap<String, Option<Word>>,
    folded: Names,
    forms: Names,
}

/// Names, each with its number.
#[derive(Default)]
struct Names {
    numbers: BTreeMap<String, u32>,
    names: Vec<String>,
}

impl Names {
    fn number(&mut self, name: String) -> u32 {
        if let Some(number) = self.numbers.get(&name) {
            return *number;
        }
        let number =
            u32::try_from(self.names.len()).expect("fewer words than four thousand million");
        self.names.push(name.clone());
        self.numbers.insert(name, number);
        number
    }
}

impl Words {
    /// The letters of a folded word.
    pub(super) fn folded(&self, number: u32) -> &str {
        &self.folded.names[number as usize]
    }

    /// The number of a folded word, if it was met.
    pub(super) fn number(&self, folded: &str) -> Option<u32> {
        self.folded.numbers.get(folded).copied()
    }

    /// All folded words.
    pub(super) fn all_folded(&self) -> impl Iterator<Item = &str> {
        self.folded.names.iter().map(String::as_str)
    }

    /// The letters of a form.
    pub(super) fn form(&self, number: u32) -> &str {
        &self.forms.names[number as usize]
    }

    /// The words of `text`, in order, behind those that `words` has.
    pub(super) fn cut(&mut self, text: &str, words: &mut Vec<Word>) {
        let mut open = String::new();
        let seen = |c: &char| matches!(odd_kind(*c), None | Some(OddKind::NoBreakSpace));
        let composed = if is_nfc(text) { Cow::Borrowed(text) } else { text.nfc().collect() };
        let mut letters = composed.chars().filter(seen).peekable();
        let mut before = None;
        while let Some(c) = letters.next() {
            let kind = Kind::of(c);
            let goes_on = match (before, kind) {
                (None, _) => false,
                (_, Kind::Mark) => true,
                (Some(Kind::Digit), Kind::Point) => {
                    letters.peek().is_some_and(|next| Kind::of(*next) == Kind::Digit)
                }
                (Some(Kind::Point), Kind::Digit) => true,
                (Some(before), kind) => {
                    before == kind && matches!(kind, Kind::Letter | Kind::Digit)
                }
            };
            if !goes_on {
                words.extend(self.met(&open));
                open.clear();
                before = None;
            }
            if goes_on || matches!(kind, Kind::Letter | Kind::Digit) {
                open.push(c);
                before = Some(kind);
            }
        }
        words.extend(self.met(&open));
    }

    /// A run of letters as a word, if it has one that can be typed.
    fn met(&mut self, open: &str) -> Option<Word> {
        if open.is_empty() {
            return None;
        }
        if let Some(known) = self.met.get(open) {
            return *known;
        }
        let folded = search_key(open);
        let word = folded.chars().any(|c| c.is_ascii_alphanumeric()).then(|| Word {
            folded: self.folded.number(folded),
            form: self.forms.number(toned_key(open)),
        });
        self.met.insert(open.to_owned(), word);
        word
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// What folds to a letter from a to z.
    Letter,
    Digit,
    Point,
    Mark,
    Other,
}

/// Behind the last letter of Vietnamese text.
const END: usize = 0x1f00;

/// Which characters fold to a single letter from a to z, of all that Vietnamese text has.
static LETTERS: LazyLock<Vec<bool>> = LazyLock::new(|| {
    let latin = ('A'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}');
    let mut letters = vec![false; END];
    for c in latin {
        let folded = search_key(&c.to_string());
        letters[c as usize] = folded.len() == 1 && folded.chars().all(|c| c.is_ascii_lowercase());
    }
    letters
});

impl Kind {
    fn of(c: char) -> Self {
        match c {
            '0'..='9' => Kind::Digit,
            '.' => Kind::Point,
            c if c.is_ascii() => {
                if c.is_ascii_alphabetic() {
                    Kind::Letter
                } else {
                    Kind::Other
                }
            }
            c if LETTERS.get(c as usize).is_some_and(|is_letter| *is_letter) => Kind::Letter,
            c if is_combining_mark(c) => Kind::Mark,
            _ => Kind::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut words = Words::default();
        let mut cut = Vec::new();
        words.cut(text, &mut cut);
        let found: Vec<_> = cut.into_iter().map(|word| words.folded(word.folded)).collect();
        assert_eq!(found.join(" "), expected, "{text}");
    }

    #[test]
    fn words_are_letters_or_numbers() {
        check("Nghị quyết 36-NQ/TW", "nghi quyet 36 nq tw");
        check("36nq tw", "36 nq tw");
        check("Nhiệm vụ 4.3.", "nhiem vu 4.3");
        check("30/7/2015; 21.914 …", "30 7 2015 21.914");
        check("Sở TT&TT (LĐ-TB&XH)", "so tt tt ld tb xh");
        check("Ho\u{301}a đường", "hoa duong");
        check("đường\u{a0}truy\u{200b}ền", "duong truyen");
        check("4..3 .5 a.b", "4 3 5 a b");
        check("", "");
    }

    #[test]
    fn forms_tell_marks_and_forget_where_the_tone_stands() {
        let mut words = Words::default();
        let mut cut = |text: &str| {
            let mut cut = Vec::new();
            words.cut(text, &mut cut);
            cut
        };
        let mut alike = |one: &str, other: &str| cut(one) == cut(other);
        assert!(alike("hòa", "hoà"));
        assert!(alike("HÒA", "ho\u{300}a"));
        assert!(!alike("hoa", "hòa"));
        assert!(!alike("da", "đa"));
    }
}
