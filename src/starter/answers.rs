//! What is asked about a new site's plan, read and proved.

use std::fmt;

use jiff::civil::Date;

use crate::text::normalize::nfc;
use crate::text::slug::slug;

/// The answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// The plan's number and symbol.
    pub number: PlanNumber,
    /// Its date of issue.
    pub date: Date,
    /// Who issued it.
    pub issuer: Issuer,
}

/// Why an answer cannot be used; the text says how it should look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerFault {
    /// A number without digits in front or without a symbol.
    NotANumber,
    /// A name of nothing but signs, or one that would break out of its line.
    NotAName,
}

impl fmt::Display for AnswerFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotANumber => "số hiệu gồm số, dấu / và ký hiệu, như 12/KH-UBND",
            Self::NotAName => "tên cơ quan viết bằng chữ trên một dòng, như UBND tỉnh Lam Giang",
        })
    }
}

impl std::error::Error for AnswerFault {}

/// A plan's number and symbol, such as `12/KH-UBND`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanNumber(String);

impl PlanNumber {
    /// Reads a number.
    ///
    /// # Errors
    /// It does not begin with a digit, has no symbol, or has signs that no number has.
    pub fn read(text: &str) -> Result<Self, AnswerFault> {
        let text = nfc(text.trim()).into_owned();
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.');
        let symbol = text.split_once('/').is_some_and(|(_, symbol)| !symbol.is_empty());
        if !text.starts_with(|c: char| c.is_ascii_digit()) || !symbol || !text.chars().all(fits) {
            return Err(AnswerFault::NotANumber);
        }
        Ok(Self(text))
    }

    /// The id of the plan with this number of that year, such as `12-kh-ubnd-2026`.
    pub fn plan_id(&self, year: i16) -> String {
        format!("{}-{year}", slug(&self.0))
    }
}

impl fmt::Display for PlanNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The issuing agency, as far as its name tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer {
    /// Its id.
    pub id: String,
    /// Its full name.
    pub name: String,
    /// Its short name.
    pub short: String,
    /// The place that it is of, such as `tỉnh Lam Giang`; its own name where the name tells none.
    pub locality: String,
    /// The word of `cap`.
    pub level: &'static str,
}

/// The words that begin the name of a place, with the level of its agencies.
const PLACES: &[(&str, &str)] = &[
    ("tỉnh ", "tinh"),
    ("thành phố ", "tinh"),
    ("xã ", "xa"),
    ("phường ", "xa"),
    ("đặc khu ", "xa"),
];

impl Issuer {
    /// Reads a name; `UBND` and its long form are the same.
    ///
    /// # Errors
    /// It is no name in one line, or holds signs that a file of the site could not keep.
    pub fn read(text: &str) -> Result<Self, AnswerFault> {
        let text = nfc(text.trim()).into_owned();
        let odd = |c: char| c.is_control() || matches!(c, '"' | '\\' | '{' | '}');
        if !text.chars().any(char::is_alphabetic) || text.contains(odd) {
            return Err(AnswerFault::NotAName);
        }
        let short = text.replacen("Ủy ban nhân dân", "UBND", 1);
        let name = text.replacen("UBND", "Ủy ban nhân dân", 1);
        let place = PLACES.iter().filter_map(|(word, level)| Some((name.find(word)?, *level)));
        let place = place.min_by_key(|(at, _)| *at);
        let (locality, level) =
            place.map_or((name.as_str(), "tinh"), |(at, level)| (&name[at..], level));
        Ok(Self { id: slug(&short), locality: locality.to_owned(), level, short, name })
    }

    /// The place without its kind, as a document's dateline has it.
    pub fn place(&self) -> &str {
        let bare = PLACES.iter().find_map(|(word, _)| self.locality.strip_prefix(word));
        bare.unwrap_or(&self.locality)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_issuer(text: &str, expected: [&str; 5]) {
        let issuer = Issuer::read(text).unwrap();
        let found = [&*issuer.id, &*issuer.name, &*issuer.short, &*issuer.locality, issuer.place()];
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn an_issuer_is_read_from_its_name() {
        let expected = [
            "ubnd-tinh-lam-giang",
            "Ủy ban nhân dân tỉnh Lam Giang",
            "UBND tỉnh Lam Giang",
            "tỉnh Lam Giang",
            "Lam Giang",
        ];
        check_issuer("UBND tỉnh Lam Giang", expected);
        check_issuer(" Ủy ban nhân dân tỉnh Lam Giang ", expected);
        check_issuer(
            "UBND xã Bến Đò",
            [
                "ubnd-xa-ben-do",
                "Ủy ban nhân dân xã Bến Đò",
                "UBND xã Bến Đò",
                "xã Bến Đò",
                "Bến Đò",
            ],
        );
        check_issuer(
            "Ban Bến Nước",
            ["ban-ben-nuoc", "Ban Bến Nước", "Ban Bến Nước", "Ban Bến Nước", "Ban Bến Nước"],
        );
        for text in ["", " / ", "UBND \"tỉnh\"", "UBND\ntỉnh"] {
            assert_eq!(Issuer::read(text), Err(AnswerFault::NotAName), "{text:?}");
        }
    }

    #[test]
    fn a_number_has_digits_and_a_symbol() {
        let number = PlanNumber::read(" 12/KH-UBND ").unwrap();
        assert_eq!(number.plan_id(2026), "12-kh-ubnd-2026");
        for text in ["", "12", "12/", "KH-UBND", "12/KH \"", "/KH"] {
            assert_eq!(PlanNumber::read(text), Err(AnswerFault::NotANumber), "{text:?}");
        }
    }
}
