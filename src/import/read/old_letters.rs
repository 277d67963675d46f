//! Text in the codes of before Unicode: letters that look right in fonts of their own only.

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

/// Refuses a text in which such words stand and Vietnamese ones do not.
pub(super) fn refused(text: &str) -> Result<(), Refusal> {
    // Letters that only Vietnamese has: many of them, and the text is what it seems.
    let ours = text.chars().filter(|c| ('\u{1ea0}'..='\u{1ef9}').contains(c)).count();
    let mut found = Vec::new();
    for (code, words) in [(OldCode::Tcvn3, TCVN3), (OldCode::Vni, VNI)] {
        let lower = text.to_lowercase();
        let hits: usize =
            words.iter().map(|word| lower.matches(&word.to_lowercase()).count()).sum();
        found.push((hits, code));
    }
    let Some((hits, code)) = found.into_iter().max_by_key(|(hits, _)| *hits) else { return Ok(()) };
    if hits < 3 || ours > hits * 3 {
        return Ok(());
    }
    let line = text.lines().find(|line| {
        let lower = line.to_lowercase();
        TCVN3.iter().chain(&VNI).any(|word| lower.contains(&word.to_lowercase()))
    });
    let sample: Vec<&str> = line.unwrap_or_default().split_whitespace().take(8).collect();
    Err(Refusal::OldLetters { code, sample: sample.join(" ") })
}

#[cfg(test)]
mod tests {
    use super::refused;
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
        assert_eq!(code("Cộng hòa xã hội chủ nghĩa Việt Nam, Kế hoạch thực hiện"), None);
        assert_eq!(code("Plan d'action, été à l'école"), None);
    }
}
