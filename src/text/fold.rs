//! Keys under which text is found again, and where a syllable carries its tone.
//!
//! In: Vietnamese text in any normal form. Out: keys for comparing and searching; they are
//! never shown. The search key forgets marks; the toned key forgets only where the tone stands.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::normalize::{OddKind, odd_kind};

/// The five written tones: huyền, sắc, ngã, hỏi, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Where an open syllable in *oa*, *oe* or *uy* carries its tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TonePlacement {
    /// On the first vowel: hòa, thủy.
    Old,
    /// On the second vowel: hoà, thuỷ.
    New,
}

/// The text without marks, đ as d, in lower case, with single spaces and none at its ends.
pub fn search_key(text: &str) -> String {
    let letters = folded(text).filter(|c| !is_combining_mark(*c));
    single_spaced(letters.map(|c| if c == 'đ' { 'd' } else { c }))
}

/// The text in lower case with the tone of each syllable moved to the syllable's end.
///
/// Marks that make another vowel (â, ơ) stay: hòa and hoà have one key, hoa another.
pub fn toned_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut tones = String::new();
    for c in folded(text) {
        if TONES.contains(&c) {
            tones.push(c);
            continue;
        }
        if !c.is_alphabetic() && !is_combining_mark(c) {
            key.push_str(&tones);
            tones.clear();
        }
        key.push(c);
    }
    key.push_str(&tones);
    single_spaced(key.chars())
}

/// The runs of letters in the text, without the punctuation around them.
pub fn syllables(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic() && !is_combining_mark(c)).filter(|s| !s.is_empty())
}

/// Which of the two customs the syllable follows, where they differ.
///
/// They differ only in an open syllable in oa, oe or uy that carries a tone. After *qu* the u
/// belongs to the consonant, so *quý* is written alike in both.
pub fn tone_placement(syllable: &str) -> Option<TonePlacement> {
    let mut letters: Vec<(char, usize)> = Vec::new();
    for c in folded(syllable) {
        match letters.last_mut() {
            Some((_, tones)) if TONES.contains(&c) => *tones += 1,
            _ if c.is_alphabetic() || is_combining_mark(c) => letters.push((c, 0)),
            _ => return None,
        }
    }
    let (onset, rhyme) = letters.split_at(letters.len().checked_sub(2)?);
    let [(first, first_tones), (second, second_tones)] = *rhyme else { return None };
    if !matches!((first, second), ('o', 'a') | ('o', 'e') | ('u', 'y')) {
        return None;
    }
    let glide = onset.last().is_some_and(|(c, _)| *c == 'q');
    let bare = onset.iter().all(|(c, tones)| *tones == 0 && is_consonant(*c));
    match (first_tones, second_tones) {
        (1, 0) if bare && !glide => Some(TonePlacement::Old),
        (0, 1) if bare && !glide => Some(TonePlacement::New),
        _ => None,
    }
}

fn is_consonant(c: char) -> bool {
    c == 'đ' || (c.is_ascii_lowercase() && !"aeiouy".contains(c))
}

/// The text decomposed, in lower case, without characters that have no width.
fn folded(text: &str) -> impl Iterator<Item = char> {
    text.nfd()
        .flat_map(char::to_lowercase)
        .filter(|c| matches!(odd_kind(*c), None | Some(OddKind::NoBreakSpace)))
}

fn single_spaced(characters: impl Iterator<Item = char>) -> String {
    let mut key = String::new();
    let mut space = false;
    for c in characters {
        if c.is_whitespace() {
            space = true;
            continue;
        }
        if space && !key.is_empty() {
            key.push(' ');
        }
        space = false;
        key.push(c);
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_search_key_forgets_marks_case_and_spaces() {
        assert_eq!(search_key("  Đẩy\u{a0}mạnh  ỨNG dụng\n"), "day manh ung dung");
        assert_eq!(search_key("Ho\u{301}a"), search_key("HÓA"));
        assert_eq!(search_key("a\u{200b}b"), "ab");
    }

    #[test]
    fn the_toned_key_forgets_only_where_the_tone_stands() {
        assert_eq!(toned_key("Hòa"), toned_key("hoà"));
        assert_eq!(toned_key("Thủy lợi"), toned_key("thuỷ lợi"));
        assert_ne!(toned_key("hoa"), toned_key("hòa"));
        assert_ne!(toned_key("hòa"), toned_key("hóa"));
        assert_ne!(toned_key("đa"), toned_key("da"));
        assert_ne!(toned_key("sơ"), toned_key("so"));
        assert_eq!(toned_key("Hòa, bình"), toned_key("hoà,  bình"));
    }

    #[track_caller]
    fn check(syllable: &str, expected: Option<TonePlacement>) {
        assert_eq!(tone_placement(syllable), expected, "{syllable}");
        let decomposed: String = syllable.nfd().collect();
        assert_eq!(tone_placement(&decomposed), expected, "{syllable}, decomposed");
    }

    #[test]
    fn open_syllables_follow_one_of_two_customs() {
        for old in ["hòa", "HÓA", "thủy", "Khỏe", "òa", "ủy", "đọa"] {
            check(old, Some(TonePlacement::Old));
        }
        for new in ["hoà", "HOÁ", "thuỷ", "Khoẻ", "oà", "uỷ", "đoạ"] {
            check(new, Some(TonePlacement::New));
        }
    }

    #[test]
    fn other_syllables_are_alike_in_both_customs() {
        for same in ["hoa", "hoàn", "quý", "quỳ", "của", "khuỷu", "hỏi", "tuyến", "a", "", "hoá1"]
        {
            check(same, None);
        }
    }

    #[test]
    fn syllables_leave_punctuation_behind() {
        let found: Vec<_> = syllables("“Hòa Bình”, 2015-2020: thủy lợi.").collect();
        assert_eq!(found, ["Hòa", "Bình", "thủy", "lợi"]);
    }
}
