//! What is asked about a new site's plan, read and proved.

use std::fmt;

use jiff::civil::Date;

use crate::text::is_placeholder;
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
            Self::NotAName => "tên cơ quan viết thường trên một dòng, như UBND tỉnh Lam Giang",
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
    /// The word of `khoi`.
    pub branch: &'static str,
    /// The word of `cap`; none where the name does not tell.
    pub level: Option<&'static str>,
}

/// The words that a people's committee's name has before its place, with the level that they tell.
const PLACES: &[(&str, Option<&str>)] = &[
    ("tỉnh ", Some("tinh")),
    ("thành phố ", None),
    ("thị xã ", Some("huyen")),
    ("huyện ", Some("huyen")),
    ("quận ", Some("huyen")),
    ("xã ", Some("xa")),
    ("phường ", Some("xa")),
    ("đặc khu ", Some("xa")),
];

/// A people's committee, as names begin: short, and long with the tone on either letter.
const COMMITTEE: &[&str] = &["UBND ", "Ủy ban nhân dân ", "Uỷ ban nhân dân "];

/// Committees of the Party, as names begin.
const PARTY: &[&str] = &["Tỉnh ủy", "Thành ủy", "Huyện ủy", "Thị ủy", "Quận ủy", "Đảng ủy"];

impl Issuer {
    /// Reads a name; `UBND` and its long form are the same.
    ///
    /// # Errors
    /// It is no name in one line and in ordinary letters, or holds signs that a file of the site could not keep.
    pub fn read(text: &str) -> Result<Self, AnswerFault> {
        let text = nfc(text.trim()).into_owned();
        let odd = |c: char| c.is_control() || matches!(c, '"' | '\\' | '{' | '}' | '<' | '>');
        if !text.chars().any(char::is_lowercase) || text.contains(odd) || is_placeholder(&text) {
            return Err(AnswerFault::NotAName);
        }
        let Some(place) = COMMITTEE.iter().find_map(|words| text.strip_prefix(words)) else {
            let party = PARTY.iter().any(|words| text.starts_with(words));
            return Ok(Self {
                id: slug(&text),
                short: text.clone(),
                locality: text.clone(),
                branch: if party { "dang" } else { "chinh_quyen" },
                level: None,
                name: text,
            });
        };
        let level =
            PLACES.iter().find_map(|(words, level)| place.starts_with(words).then_some(*level));
        let short = format!("UBND {place}");
        Ok(Self {
            id: slug(&short),
            name: format!("Ủy ban nhân dân {place}"),
            locality: place.to_owned(),
            branch: "chinh_quyen",
            level: level.flatten(),
            short,
        })
    }

    /// The place without its kind, as a document's dateline has it.
    pub fn place(&self) -> &str {
        let bare = PLACES.iter().find_map(|(words, _)| self.locality.strip_prefix(words));
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
        check_issuer("Uỷ ban nhân dân tỉnh Lam Giang", expected);
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
        let social = "Bảo hiểm xã hội tỉnh Lam Giang";
        check_issuer(social, ["bao-hiem-xa-hoi-tinh-lam-giang", social, social, social, social]);
        let level = |text: &str| Issuer::read(text).unwrap().level;
        assert_eq!(level("UBND thị xã Bến Đò"), Some("huyen"));
        assert_eq!(level("UBND thành phố Bến Đò"), None);
        assert_eq!(Issuer::read("Tỉnh ủy Lam Giang").unwrap().branch, "dang");
        let loud = "ỦY BAN NHÂN DÂN TỈNH LAM GIANG";
        for text in ["", " / ", loud, "đang cập nhật", "UBND <tỉnh>", "UBND \"tỉnh\"", "UBND\ntỉnh"]
        {
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
