//! The agency that issued a document, as far as its name tells.
//!
//! In: a name as an editor types it or as a letterhead prints it, in capitals. Out: [`Issuer`]. What the name
//! does not tell stays open.

use super::fault::AnswerFault;
use crate::text::is_placeholder;
use crate::text::normalize::nfc;
use crate::text::running::{capitalised, one_line};
use crate::text::slug::slug;

/// The issuing agency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer {
    /// Its id.
    pub id: String,
    /// Its full name.
    pub name: String,
    /// Its short name.
    pub short: String,
    /// The place that it is of, where the name tells it.
    pub place: Option<Locality>,
    /// The word of `khoi`.
    pub branch: &'static str,
    /// The word of `cap`; none where the name does not tell.
    pub level: Option<&'static str>,
    /// What kind of body it is: its documents look like those of its kind.
    pub body: Body,
    /// Whether small letters were put in the place of capitals, so that an editor looks at them.
    pub was_in_capitals: bool,
}

/// A kind of body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// A people's committee or council: its name in capitals, who signs for it.
    Committee {
        /// The line above its place in a letterhead.
        head: &'static str,
    },
    /// A body of the Party; the words after `T/M` in its signature.
    Party {
        /// Such as `BAN THƯỜNG VỤ`.
        signs_for: &'static str,
    },
    /// Any other agency.
    Other,
}

/// A place, such as `tỉnh Lam Giang`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locality(String);

/// The kinds of places, with the level that they tell.
const PLACES: &[(&str, Option<&str>)] = &[
    ("tỉnh", Some("tinh")),
    ("thành phố", None),
    ("thị xã", Some("huyen")),
    ("huyện", Some("huyen")),
    ("quận", Some("huyen")),
    ("xã", Some("xa")),
    ("phường", Some("xa")),
    ("đặc khu", Some("xa")),
];

/// How a name may begin, in small letters: what it is in full and in short, the kind of place that it names
/// itself, and the body.
struct Head(&'static str, &'static str, &'static str, Option<&'static str>, Body);

const PARTY: Body = Body::Party { signs_for: "BAN THƯỜNG VỤ" };
const PEOPLE: Body = Body::Committee { head: "ỦY BAN NHÂN DÂN" };
const COUNCIL: Body = Body::Committee { head: "HỘI ĐỒNG NHÂN DÂN" };

const HEADS: &[Head] = &[
    Head("ubnd", "Ủy ban nhân dân", "UBND", None, PEOPLE),
    Head("ủy ban nhân dân", "Ủy ban nhân dân", "UBND", None, PEOPLE),
    Head("hđnd", "Hội đồng nhân dân", "HĐND", None, COUNCIL),
    Head("hội đồng nhân dân", "Hội đồng nhân dân", "HĐND", None, COUNCIL),
    Head("ban thường vụ tỉnh ủy", "Ban Thường vụ Tỉnh ủy", "BTV Tỉnh ủy", Some("tỉnh"), PARTY),
    Head(
        "ban thường vụ thành ủy",
        "Ban Thường vụ Thành ủy",
        "BTV Thành ủy",
        Some("thành phố"),
        PARTY,
    ),
    Head(
        "ban chấp hành đảng bộ",
        "Ban Chấp hành Đảng bộ",
        "BCH Đảng bộ",
        None,
        Body::Party { signs_for: "BAN CHẤP HÀNH" },
    ),
    Head("tỉnh ủy", "Tỉnh ủy", "Tỉnh ủy", Some("tỉnh"), PARTY),
    Head("thành ủy", "Thành ủy", "Thành ủy", Some("thành phố"), PARTY),
    Head("huyện ủy", "Huyện ủy", "Huyện ủy", Some("huyện"), PARTY),
    Head("thị ủy", "Thị ủy", "Thị ủy", Some("thị xã"), PARTY),
    Head("quận ủy", "Quận ủy", "Quận ủy", Some("quận"), PARTY),
    Head("đảng ủy", "Đảng ủy", "Đảng ủy", None, PARTY),
];

/// Words after which a name begins anew with a capital.
const KINDS: &[&str] = &[
    "bảo hiểm xã hội",
    "liên đoàn",
    "chi cục",
    "công an",
    "thanh tra",
    "trung tâm",
    "văn phòng",
    "ban",
    "cục",
    "hội",
    "phòng",
    "sở",
];

impl Issuer {
    /// Reads a name, in capitals or not; `UBND` and its long form are the same.
    ///
    /// # Errors
    /// It is no name in one line, or holds signs that a file of the site could not keep.
    pub fn read(text: &str) -> Result<Self, AnswerFault> {
        let text = fit(text)?;
        let was_in_capitals = is_loud(&text);
        let small = small(&text);
        for Head(begin, full, short, own_place, body) in HEADS {
            let Some(rest) = small.strip_prefix(begin).filter(|rest| begins_a_word(rest)) else {
                continue;
            };
            let rest = &text[text.len() - rest.len()..];
            let rest = place_name(rest.trim(), was_in_capitals);
            let place = match own_place {
                Some(kind) if !rest.is_empty() && kind_of_place(&rest).is_none() => {
                    Some(Locality(format!("{kind} {rest}")))
                }
                _ => Locality::whole(&rest),
            };
            let kind = place.as_ref().map_or(rest.as_str(), |place| place.0.as_str());
            let level = kind_of_place(own_place.unwrap_or(kind)).and_then(|(_, level)| level);
            let (name, short) = (joined(full, &rest), joined(short, &rest));
            let branch = if matches!(body, Body::Party { .. }) { "dang" } else { "chinh_quyen" };
            return Ok(Self {
                id: slug(&short),
                name,
                short,
                place,
                branch,
                level,
                body: *body,
                was_in_capitals,
            });
        }
        let name = if was_in_capitals { quiet(&small) } else { text };
        Ok(Self {
            id: slug(&name),
            short: name.clone(),
            place: Locality::within(&name),
            branch: "chinh_quyen",
            level: None,
            body: Body::Other,
            was_in_capitals,
            name,
        })
    }
}

impl Locality {
    /// Reads a place, in capitals or not.
    ///
    /// # Errors
    /// It is no name in one line.
    pub fn read(text: &str) -> Result<Self, AnswerFault> {
        let text = fit(text)?;
        Ok(Self(place_name(&text, is_loud(&text))))
    }

    /// A place that these words are.
    fn whole(words: &str) -> Option<Self> {
        let (kind, _) = kind_of_place(words)?;
        (words.len() > kind.len()).then(|| Self(words.to_owned()))
    }

    /// The place that stands at the end of a name.
    fn within(name: &str) -> Option<Self> {
        let starts = name.match_indices(' ').map(|(at, _)| at + 1);
        let mut places = starts.filter_map(|at| {
            let (kind, _) = kind_of_place(&name[at..])?;
            let own = name[at + kind.len()..].trim_start();
            // “Bảo hiểm xã hội” names no commune.
            own.starts_with(char::is_uppercase).then(|| Self(name[at..].to_owned()))
        });
        places.next_back()
    }

    /// The place with its kind.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The place without its kind, as a document's dateline has it.
    pub fn bare(&self) -> &str {
        let kind = kind_of_place(&self.0).map_or(0, |(kind, _)| kind.len());
        self.0[kind..].trim_start()
    }
}

/// The text in one line, where a file of the site can keep it.
fn fit(text: &str) -> Result<String, AnswerFault> {
    let text = nfc(text.trim()).into_owned();
    let odd = |c: char| c.is_control() || matches!(c, '"' | '\\' | '{' | '}' | '<' | '>');
    let is_name = text.chars().any(char::is_alphabetic);
    if !is_name || text.contains(odd) || is_placeholder(&text) {
        return Err(AnswerFault::NotAName);
    }
    Ok(one_line(&text))
}

/// Whether no letter is a small one, in more than a short form.
fn is_loud(text: &str) -> bool {
    !text.chars().any(char::is_lowercase) && text.contains(' ')
}

/// The same letters, small, each as long as it was, with the tone of “ủy” where most have it.
fn small(text: &str) -> String {
    text.to_lowercase().replace("uỷ", "ủy")
}

fn begins_a_word(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(' ')
}

fn joined(head: &str, rest: &str) -> String {
    if rest.is_empty() { head.to_owned() } else { format!("{head} {rest}") }
}

/// The kind of place that the words begin with, and its level.
fn kind_of_place(words: &str) -> Option<(&'static str, Option<&'static str>)> {
    let small = small(words);
    let found = PLACES.iter().find(|(kind, _)| small.strip_prefix(kind).is_some_and(begins_a_word));
    found.copied()
}

/// The words with the kind of a place small and, where they are in capitals, each syllable of its own name with one.
fn place_name(words: &str, was_in_capitals: bool) -> String {
    let Some((kind, _)) = kind_of_place(words) else {
        return if was_in_capitals { each_capitalised(&small(words)) } else { words.to_owned() };
    };
    let own = words[kind.len()..].trim_start();
    let own = if was_in_capitals { each_capitalised(&small(own)) } else { own.to_owned() };
    joined(kind, &own)
}

fn each_capitalised(words: &str) -> String {
    words.split(' ').map(capitalised).collect::<Vec<_>>().join(" ")
}

/// A name in small letters with capitals where offices write them: at its head, after the kind of agency, after
/// “và”, and in the name of a place.
fn quiet(small: &str) -> String {
    let mut starts = small.match_indices(' ').map(|(at, _)| at + 1);
    let place = starts.rfind(|at| kind_of_place(&small[*at..]).is_some());
    let place = place.filter(|at| !small[*at..].starts_with("xã hội"));
    let (name, place) = small.split_at(place.unwrap_or(small.len()));
    let name = name.trim_end();
    let kind = KINDS.iter().find(|kind| name.strip_prefix(**kind).is_some_and(begins_a_word));
    let (head, rest) = name.split_at(kind.map_or(0, |kind| kind.len()));
    let rest = rest.trim_start().split(" và ").map(capitalised).collect::<Vec<_>>().join(" và ");
    let parts = [capitalised(head), rest, place_name(place, true)];
    parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Id, full name, short name, place, level.
    #[track_caller]
    fn check(text: &str, expected: [&str; 5]) {
        let issuer = Issuer::read(text).unwrap();
        let place = issuer.place.as_ref().map_or("", Locality::as_str);
        let found =
            [&*issuer.id, &*issuer.name, &*issuer.short, place, issuer.level.unwrap_or_default()];
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_committee_is_read_however_it_is_written() {
        let expected = [
            "ubnd-tinh-lam-giang",
            "Ủy ban nhân dân tỉnh Lam Giang",
            "UBND tỉnh Lam Giang",
            "tỉnh Lam Giang",
            "tinh",
        ];
        check("UBND tỉnh Lam Giang", expected);
        check("UBND Tỉnh Lam Giang", expected);
        check("Uỷ ban nhân dân tỉnh Lam Giang", expected);
        check(" Ủy ban  nhân dân tỉnh Lam Giang ", expected);
        check("ỦY BAN NHÂN DÂN TỈNH LAM GIANG", expected);
        check("UỶ BAN NHÂN DÂN\u{a0}TỈNH LAM GIANG", expected);
        check("UBND TỈNH LAM GIANG", expected);
        check(
            "UBND thị xã Bến Đò",
            [
                "ubnd-thi-xa-ben-do",
                "Ủy ban nhân dân thị xã Bến Đò",
                "UBND thị xã Bến Đò",
                "thị xã Bến Đò",
                "huyen",
            ],
        );
        check(
            "UBND thành phố Bến Đò",
            [
                "ubnd-thanh-pho-ben-do",
                "Ủy ban nhân dân thành phố Bến Đò",
                "UBND thành phố Bến Đò",
                "thành phố Bến Đò",
                "",
            ],
        );
    }

    #[test]
    fn a_body_of_the_party_is_one() {
        let expected = [
            "tinh-uy-lam-giang",
            "Tỉnh ủy Lam Giang",
            "Tỉnh ủy Lam Giang",
            "tỉnh Lam Giang",
            "tinh",
        ];
        check("Tỉnh ủy Lam Giang", expected);
        check("TỈNH ỦY LAM GIANG", expected);
        check("Tỉnh uỷ Lam Giang", expected);
        check(
            "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH LAM GIANG",
            [
                "bch-dang-bo-tinh-lam-giang",
                "Ban Chấp hành Đảng bộ tỉnh Lam Giang",
                "BCH Đảng bộ tỉnh Lam Giang",
                "tỉnh Lam Giang",
                "tinh",
            ],
        );
        check(
            "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH",
            ["bch-dang-bo-tinh", "Ban Chấp hành Đảng bộ tỉnh", "BCH Đảng bộ tỉnh", "", "tinh"],
        );
        check("Tỉnh ủy", ["tinh-uy", "Tỉnh ủy", "Tỉnh ủy", "", "tinh"]);
        check(
            "Đảng ủy phường Bến Đò",
            [
                "dang-uy-phuong-ben-do",
                "Đảng ủy phường Bến Đò",
                "Đảng ủy phường Bến Đò",
                "phường Bến Đò",
                "xa",
            ],
        );
        assert_eq!(Issuer::read("Thành ủy Bến Đò").unwrap().branch, "dang");
        assert_eq!(Issuer::read("UBND xã Bến Đò").unwrap().branch, "chinh_quyen");
    }

    #[test]
    fn of_another_agency_only_what_the_name_tells_is_known() {
        check("Ban Bến Nước", ["ban-ben-nuoc", "Ban Bến Nước", "Ban Bến Nước", "", ""]);
        let social = "Bảo hiểm xã hội tỉnh Lam Giang";
        let expected = ["bao-hiem-xa-hoi-tinh-lam-giang", social, social, "tỉnh Lam Giang", ""];
        check(social, expected);
        check("BẢO HIỂM XÃ HỘI TỈNH LAM GIANG", expected);
        let office = "Sở Bến Nước và Đồng ruộng";
        check(
            "SỞ BẾN NƯỚC VÀ ĐỒNG RUỘNG",
            [
                "so-ben-nuoc-va-dong-ruong",
                "Sở Bến nước và Đồng ruộng",
                "Sở Bến nước và Đồng ruộng",
                "",
                "",
            ],
        );
        check(office, ["so-ben-nuoc-va-dong-ruong", office, office, "", ""]);
        assert!(Issuer::read("SỞ BẾN NƯỚC").unwrap().was_in_capitals);
        assert!(!Issuer::read("Sở Bến Nước").unwrap().was_in_capitals);
    }

    #[test]
    fn what_is_no_name_is_refused() {
        for text in ["", " / ", "đang cập nhật", "UBND <tỉnh>", "UBND \"tỉnh\"", "UBND\ntỉnh"]
        {
            assert_eq!(Issuer::read(text), Err(AnswerFault::NotAName), "{text:?}");
            assert_eq!(Locality::read(text), Err(AnswerFault::NotAName), "{text:?}");
        }
    }

    #[test]
    fn a_place_has_a_kind_and_a_name() {
        let place = Locality::read("TỈNH LAM GIANG").unwrap();
        assert_eq!((place.as_str(), place.bare()), ("tỉnh Lam Giang", "Lam Giang"));
        let place = Locality::read("Vùng Bến Nước").unwrap();
        assert_eq!((place.as_str(), place.bare()), ("Vùng Bến Nước", "Vùng Bến Nước"));
    }
}
