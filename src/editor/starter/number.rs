//! A document's number and symbol, and what they tell of it.

use std::fmt;

use super::fault::AnswerFault;
use crate::text::normalize::nfc;
use crate::text::slug::slug;
use crate::vocabulary::kinds::DocumentKind;

/// A document's number and symbol, such as `12/KH-UBND`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanNumber(String);

/// The short forms of kinds of documents in symbols (Decree 30/2020/NĐ-CP, annex III; the Party's own use the same).
const SYMBOLS: &[(&str, DocumentKind)] = &[
    ("KH", DocumentKind::Plan),
    ("QĐ", DocumentKind::Decision),
    ("CTr", DocumentKind::Programme),
    ("CTR", DocumentKind::Programme),
    ("CTHĐ", DocumentKind::Programme),
    ("CTrHĐ", DocumentKind::Programme),
    ("NQ", DocumentKind::Resolution),
    ("CT", DocumentKind::Directive),
    ("ĐA", DocumentKind::Scheme),
    ("HD", DocumentKind::Guidance),
    ("BC", DocumentKind::Report),
];

impl PlanNumber {
    /// Reads a number; `Số:` may stand before it.
    ///
    /// # Errors
    /// It does not begin with a digit, has no symbol, or has signs that no number has.
    pub fn read(text: &str) -> Result<Self, AnswerFault> {
        let text = nfc(text.trim()).into_owned();
        let text = text.strip_prefix("Số").unwrap_or(&text).trim_start_matches([':', ' ']);
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | '&');
        let letters = text.split(|c: char| !c.is_alphanumeric()).skip(1);
        let has_symbol = letters.into_iter().any(|part| part.contains(char::is_alphabetic));
        let begins = text.starts_with(|c: char| c.is_ascii_digit());
        if !begins || !has_symbol || !text.contains('/') || !text.chars().all(fits) {
            return Err(AnswerFault::NotANumber);
        }
        Ok(Self(text.to_owned()))
    }

    /// The kind of document that its symbol names.
    pub fn kind(&self) -> Option<DocumentKind> {
        let parts = self.0.split(|c: char| !c.is_alphanumeric());
        parts.skip(1).find_map(|part| {
            SYMBOLS.iter().find(|(symbol, _)| *symbol == part).map(|(_, kind)| *kind)
        })
    }

    /// The id of the document with this number of that year, such as `12-kh-ubnd-2026`; a number may bear its
    /// year itself.
    pub fn plan_id(&self, year: i16) -> String {
        let slug = slug(&self.0);
        let year = year.to_string();
        if slug.split('-').skip(1).any(|part| part == year) {
            slug
        } else {
            format!("{slug}-{year}")
        }
    }
}

impl fmt::Display for PlanNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, id: &str, kind: Option<DocumentKind>) {
        let number = PlanNumber::read(text).unwrap();
        assert_eq!((number.plan_id(2026).as_str(), number.kind()), (id, kind), "{text}");
    }

    #[test]
    fn a_number_tells_its_id_and_its_kind() {
        check(" 12/KH-UBND ", "12-kh-ubnd-2026", Some(DocumentKind::Plan));
        check("Số: 12-KH/TU", "12-kh-tu-2026", Some(DocumentKind::Plan));
        check("345/QĐ-UBND", "345-qd-ubnd-2026", Some(DocumentKind::Decision));
        check("07/2026/QĐ-UBND", "07-2026-qd-ubnd", Some(DocumentKind::Decision));
        check("9-CTr/TU", "9-ctr-tu-2026", Some(DocumentKind::Programme));
        check("9-CT/TU", "9-ct-tu-2026", Some(DocumentKind::Directive));
        check("3/NQ-HĐND", "3-nq-hdnd-2026", Some(DocumentKind::Resolution));
        check("21/KH-SNN&PTNT", "21-kh-snn-ptnt-2026", Some(DocumentKind::Plan));
        check("77/UBND-VX", "77-ubnd-vx-2026", None);
    }

    #[test]
    fn a_number_has_digits_and_a_symbol() {
        for text in ["", "12", "12/", "KH-UBND", "12/KH \"", "/KH", "12/2026", "mười hai"] {
            assert_eq!(PlanNumber::read(text), Err(AnswerFault::NotANumber), "{text:?}");
        }
    }
}
