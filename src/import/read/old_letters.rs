//! Text in the codes of before Unicode: letters that look right in fonts of their own only.
//!
//! A plan may be in such a code as a whole, or have one appendix that was pasted from an older file. Either way its letters
//! would be taken for others in silence, so it is refused; a word or two that only look like it are told.

use std::collections::BTreeSet;

use super::refusal::{OldCode, Refusal};

/// Words that stand in every plan, as each code writes them when its bytes are taken for Latin letters. The Unicode
/// of the same words holds letters that neither code has.
const TCVN3: [&str; 12] = [
    "viÖt",
    "nghÜa",
    "kÕ ho¹ch",
    "nh©n d©n",
    "®éc",
    "thùc hiÖn",
    "tØnh",
    "nhiÖm vô",
    "®¬n",
    "cña",
    "quyÕt",
    "c¸c",
];
const VNI: [&str; 12] = [
    "vieät",
    "nghóa",
    "keá hoaïch",
    "nhaân",
    "ñoäc laäp",
    "thöïc hieän",
    "tænh",
    "nhieäm vuï",
    "ñôn vò",
    "cuûa",
    "quyeát",
    "caùc",
];

/// So many words and signs of a code, each counted once, are no chance.
const ENOUGH: usize = 3;

/// What was found of one code.
#[derive(Default)]
struct Found<'a> {
    /// Words, each once.
    words: BTreeSet<String>,
    /// The first line that has one.
    line: Option<&'a str>,
}

/// Refuses a text of which some is in an old code.
pub(super) fn refused(text: &str) -> Result<(), Refusal> {
    for (code, found) in found(text) {
        if found.words.len() >= ENOUGH {
            let line = found.line.unwrap_or_default();
            let sample: Vec<&str> = line.split_whitespace().take(8).collect();
            return Err(Refusal::OldLetters { code, sample: sample.join(" ") });
        }
    }
    Ok(())
}

/// Words that look like those of an old code, too few to tell.
pub(super) fn suspected(text: &str) -> Vec<String> {
    found(text).into_iter().flat_map(|(_, found)| found.words).collect()
}

fn found(text: &str) -> [(OldCode, Found<'_>); 2] {
    let of = |known: &[&str], is_old: fn(&[char]) -> bool| {
        let known: Vec<String> = known.iter().map(|word| word.to_lowercase()).collect();
        let mut found = Found::default();
        for line in text.lines() {
            let before = found.words.len();
            // Most lines have no letter of these codes at all.
            if line.is_ascii() {
                continue;
            }
            let lower = line.to_lowercase();
            let hits = known.iter().filter(|word| lower.contains(word.as_str()));
            found.words.extend(hits.cloned());
            for word in line.split_whitespace() {
                let signs: Vec<char> = word.chars().collect();
                let is_latin = signs.iter().all(|c| u32::from(*c) <= 0xff || !c.is_alphabetic());
                // A known word counts once, however it was found.
                let is_new = !known.iter().any(|known| known.contains(&word.to_lowercase()));
                if is_latin && is_new && is_old(&signs) {
                    found.words.insert(word.to_lowercase());
                }
            }
            if found.words.len() > before {
                found.line.get_or_insert(line);
            }
            if found.words.len() >= ENOUGH {
                break;
            }
        }
        found
    };
    [(OldCode::Tcvn3, of(&TCVN3, is_tcvn3)), (OldCode::Vni, of(&VNI, is_vni))]
}

/// Whether a word has a sign of TCVN3 where no text has a sign: `c¸c`, `®Çu`, `hoµ`, `§Ò`. Marks behind a word are left out,
/// since they name notes, brands and measures: `Nam¹`, `Windows®`, `m²`.
fn is_tcvn3(word: &[char]) -> bool {
    const WITHIN: &str = "¨©ª«¬®µ¶·¸¹»¼½¾×÷";
    const AT_START: &str = "§®¢£¤¥¦¡";
    let is_letter = |at: Option<&char>| at.is_some_and(|c| c.is_alphabetic());
    let starts = matches!(word, [first, second, ..]
        if AT_START.contains(*first) && (second.is_alphabetic() || WITHIN.contains(*second)));
    let within = word.windows(2).enumerate().any(|(at, pair)| {
        let ends = !is_letter(word.get(at + 2));
        pair[0].is_alphabetic()
            && if ends { "µ¸¬×¶".contains(pair[1]) } else { WITHIN.contains(pair[1]) }
    });
    // Letters that Vietnamese does not have behind those that it has.
    let strange = word.windows(2).any(|pair| {
        pair[0].is_alphabetic() && "ÖÕØÜÆÇËÎÏÑÐ".contains(pair[1]) && pair[0].is_lowercase()
    });
    starts || within || strange
}

/// Whether a word has a mark of VNI behind its letter (`vieät`, `ñöôïc`), or begins with its đ.
fn is_vni(word: &[char]) -> bool {
    let lower: Vec<char> = word.iter().flat_map(|c| c.to_lowercase()).collect();
    let is_marked =
        lower.windows(2).any(|pair| "aeouyöô".contains(pair[0]) && "äåëïûøü".contains(pair[1]));
    is_marked || matches!(lower.as_slice(), ['ñ', next, ..] if next.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::{refused, suspected};
    use crate::import::read::refusal::{OldCode, Refusal};

    fn code(text: &str) -> Option<OldCode> {
        match refused(text) {
            Err(Refusal::OldLetters { code, .. }) => Some(code),
            _ => None,
        }
    }

    #[test]
    fn old_codes_are_told_by_their_words() {
        assert_eq!(
            code("Céng hoµ x· héi chñ nghÜa ViÖt Nam\n§éc lËp\nKÕ ho¹ch thùc hiÖn"),
            Some(OldCode::Tcvn3)
        );
        assert_eq!(
            code("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam\nÑoäc laäp\nKeá hoaïch"),
            Some(OldCode::Vni)
        );
        assert_eq!(code("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM"), Some(OldCode::Vni));
    }

    #[test]
    fn one_appendix_in_an_old_code_is_enough() {
        let plan = "Cộng hòa xã hội chủ nghĩa Việt Nam, kế hoạch thực hiện nhiệm vụ của tỉnh\n"
            .repeat(100);
        assert_eq!(code(&plan), None);
        assert_eq!(code(&format!("{plan}LËp sæ ruéng\n§¾p ®ª phÝa b¾c\n")), Some(OldCode::Tcvn3));
        assert_eq!(code(&format!("{plan}Laäp soå ruoäng, ñaép ñeâ\n")), Some(OldCode::Vni));
    }

    #[test]
    fn other_letters_and_signs_are_no_old_code() {
        for text in [
            "Plan d'action, été à l'école, garçon naïf, Noël",
            "Thành phố München, Düsseldorf, Köln; vịnh Ørsted; São Tomé; El Niño; Ñuñoa",
            "Windows®, Office®, 25°C, 5 µm, 10 m², Nam¹, Bắc², «Lam Giang», §1, 1½, ±5, 3×4, a·b",
            "©2026 Lam Giang™ · £5 ¥5 §12",
            "TỔNG CỘNG: ÕNG, ĐÒ, XÃ, HÈ; Ðồng Ruộng ðắp đê",
        ] {
            assert_eq!(code(text), None, "{text}: {:?}", suspected(text));
        }
        assert_eq!(suspected("Theo phân công, c¸c xã"), ["c¸c"]);
        assert!(suspected("Theo phân công, các xã; hòa thuận").is_empty());
    }
}
