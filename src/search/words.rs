//! The words of the index, cut just as the search page's script cuts a query.
//!
//! In: text as readers see it. Out: folded words with the form that tells marks and tones. A word is
//! a run of letters or a number with points in it, so that “36-NQ/TW” is three words and “4.3” one.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text::normalize::odd_kind;
use crate::text::{OddKind, search_key, toned_key};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Word {
    /// Its letters without marks, in lower case.
    pub(super) folded: String,
    /// Its letters with their marks, the tones at the end.
    pub(super) form: String,
}

/// The words of `text`, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut open = String::new();
    let seen = |c: &char| matches!(odd_kind(*c), None | Some(OddKind::NoBreakSpace));
    let letters: Vec<char> = text.nfc().filter(seen).collect();
    for (index, &c) in letters.iter().enumerate() {
        let kind = Kind::of(c);
        let before = open.chars().next_back().map(Kind::of);
        let goes_on = match (before, kind) {
            (_, Kind::Mark) => true,
            (Some(Kind::Digit), Kind::Point) => {
                letters.get(index + 1).is_some_and(|next| Kind::of(*next) == Kind::Digit)
            }
            (Some(Kind::Point), Kind::Digit) => true,
            (Some(before), kind) => before == kind && matches!(kind, Kind::Letter | Kind::Digit),
            (None, _) => false,
        };
        if !goes_on {
            close(&mut open, &mut words);
        }
        if goes_on || matches!(kind, Kind::Letter | Kind::Digit) {
            open.push(c);
        }
    }
    close(&mut open, &mut words);
    words
}

fn close(open: &mut String, words: &mut Vec<Word>) {
    let folded = search_key(open);
    if folded.chars().any(|c| c.is_ascii_alphanumeric()) {
        words.push(Word { folded, form: toned_key(open) });
    }
    open.clear();
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

/// The letters that fold to a single one from a to z, for all that Vietnamese text has.
static LETTERS: LazyLock<std::collections::BTreeSet<char>> = LazyLock::new(|| {
    let latin = ('A'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}');
    latin
        .filter(|c| {
            let folded = search_key(&c.to_string());
            folded.len() == 1 && folded.chars().all(|c| c.is_ascii_lowercase())
        })
        .collect()
});

impl Kind {
    fn of(c: char) -> Self {
        match c {
            '0'..='9' => Kind::Digit,
            '.' => Kind::Point,
            c if c.is_ascii_alphabetic() || LETTERS.contains(&c) => Kind::Letter,
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
        let found: Vec<String> = words(text).into_iter().map(|word| word.folded).collect();
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
        assert_eq!(words("hòa"), words("hoà"));
        assert_eq!(words("HÒA"), words("ho\u{300}a"));
        assert_ne!(words("hoa"), words("hòa"));
        assert_ne!(words("da"), words("đa"));
    }
}
