//! Numbers that lists print and no run holds (ECMA-376 part 1, 17.9).

use std::collections::{BTreeMap, BTreeSet};

use super::super::numerals::{letters, roman};
use super::super::xml::Element;
use super::styles::{Styles, is_on, value};

/// The levels of a list.
const LEVELS: usize = 9;

/// The largest number that is counted to: more than a document has paragraphs.
const LARGEST: i64 = 1_000_000;

/// The lists of a document, and how far each has counted.
#[derive(Default)]
pub(super) struct Lists {
    abstracts: BTreeMap<String, Abstract>,
    nums: BTreeMap<String, Num>,
    /// Of each abstract list, since lists that share one go on from each other.
    counted: BTreeMap<String, [Option<i64>; LEVELS]>,
    /// Lists and levels whose first number was given.
    begun: BTreeSet<(String, usize)>,
    /// Lists whose letters went past d.
    told: BTreeSet<(String, usize)>,
}

#[derive(Default)]
struct Abstract {
    levels: BTreeMap<usize, Level>,
    /// The style whose list this one stands for.
    link: Option<String>,
}

struct Num {
    of: String,
    starts: BTreeMap<usize, i64>,
    levels: BTreeMap<usize, Level>,
}

#[derive(Clone, Debug)]
struct Level {
    start: i64,
    form: Form,
    text: String,
    /// All numbers in the text are plain ones.
    legal: bool,
    /// The level, from 1, that makes this one begin again: 0 for none, absent for every one above.
    restart: Option<usize>,
    style: Option<String>,
}

/// How a number is written.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Form {
    Decimal {
        width: usize,
    },
    UpperRoman,
    LowerRoman,
    UpperLetter,
    LowerLetter,
    Bullet,
    Nothing,
    /// Written as a plain number, which is told.
    Other(String),
}

/// A number as the list prints it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// What it prints.
    pub(super) text: String,
    /// Why a person should look at it.
    pub(super) doubt: Option<Doubt>,
}

/// What may be wrong with a computed number.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// Word has no đ: its letters say e where people write đ.
    Letter,
    /// A form that is not known here.
    Form(String),
}

impl Lists {
    /// Reads `numbering.xml`.
    pub(super) fn read(root: &Element) -> Lists {
        let mut lists = Lists::default();
        for element in root.elements() {
            match element.name.as_str() {
                "w:abstractNum" => {
                    let Some(id) = element.attribute("w:abstractNumId") else { continue };
                    let link = value(element, "w:numStyleLink");
                    lists
                        .abstracts
                        .insert(id.to_owned(), Abstract { levels: levels(element), link });
                }
                "w:num" => {
                    let Some(id) = element.attribute("w:numId") else { continue };
                    let Some(of) = value(element, "w:abstractNumId") else { continue };
                    let mut num = Num { of, starts: BTreeMap::new(), levels: BTreeMap::new() };
                    for own in element.elements().filter(|own| own.name == "w:lvlOverride") {
                        let Some(level) =
                            own.attribute("w:ilvl").and_then(|level| level.parse().ok())
                        else {
                            continue;
                        };
                        if let Some(start) =
                            value(own, "w:startOverride").and_then(|start| start.parse().ok())
                        {
                            num.starts.insert(level, start);
                        }
                        num.levels.extend(levels(own).into_values().map(|own| (level, own)));
                    }
                    lists.nums.insert(id.to_owned(), num);
                }
                _ => {}
            }
        }
        lists
    }

    /// The abstract list that holds the levels of a list.
    fn levels_of(&self, num: &Num, styles: &Styles) -> String {
        let mut of = num.of.clone();
        for _ in 0..LEVELS {
            let link = self.abstracts.get(&of).and_then(|list| list.link.as_deref());
            let linked = link.and_then(|style| styles.number(Some(style)));
            match linked.and_then(|(number, _, _)| self.nums.get(&number)) {
                Some(next) => of = next.of.clone(),
                None => break,
            }
        }
        of
    }

    /// The level that a style stands for in a list.
    pub(super) fn level_of_style(
        &self,
        number: &str,
        style: &str,
        styles: &Styles,
    ) -> Option<usize> {
        let num = self.nums.get(number)?;
        let list = self.abstracts.get(&self.levels_of(num, styles))?;
        list.levels
            .iter()
            .find(|(_, level)| level.style.as_deref() == Some(style))
            .map(|(at, _)| *at)
    }

    /// Counts one paragraph of a list. None if the list prints nothing.
    pub(super) fn next(&mut self, number: &str, level: usize, styles: &Styles) -> Option<Number> {
        let level = level.min(LEVELS - 1);
        let num = self.nums.get(number)?;
        let of = self.levels_of(num, styles);
        let list = self.abstracts.get(&of)?;
        let at = |at: usize| num.levels.get(&at).or_else(|| list.levels.get(&at));
        let own = at(level)?;
        let start = |at: usize, level: &Level| num.starts.get(&at).copied().unwrap_or(level.start);
        let counted = self.counted.entry(of.clone()).or_default();
        let begins =
            self.begun.insert((number.to_owned(), level)) && num.starts.contains_key(&level);
        let value = match counted[level] {
            Some(before) if !begins => (before + 1).min(LARGEST),
            _ => start(level, own),
        };
        counted[level] = Some(value);
        for (deeper, count) in counted.iter_mut().enumerate().skip(level + 1) {
            let again = match at(deeper).and_then(|level| level.restart) {
                Some(0) => false,
                Some(after) => level < after,
                None => true,
            };
            if again {
                *count = None;
            }
        }
        if own.form == Form::Bullet {
            let text = bullet(&own.text);
            return (!text.is_empty()).then_some(Number { text, doubt: None });
        }
        let mut doubt = None;
        let mut text = String::new();
        let mut signs = own.text.chars().peekable();
        while let Some(sign) = signs.next() {
            let digit = signs
                .peek()
                .and_then(|digit| digit.to_digit(10))
                .filter(|digit| sign == '%' && *digit > 0);
            let Some(digit) = digit else {
                text.push(sign);
                continue;
            };
            signs.next();
            let which = digit as usize - 1;
            let Some(its) = at(which).filter(|_| which <= level) else { continue };
            // A level that has not come yet shows where it would begin.
            let value = counted[which].unwrap_or_else(|| start(which, its));
            let form = if own.legal && its.form != Form::Nothing {
                &Form::Decimal { width: 1 }
            } else {
                &its.form
            };
            if let Form::Other(name) = form {
                doubt = Some(Doubt::Form(name.clone()));
            }
            text.push_str(&written(form, value));
        }
        let is_letter = matches!(own.form, Form::LowerLetter | Form::UpperLetter);
        if is_letter && value > 4 && self.told.insert((of, level)) {
            doubt = Some(Doubt::Letter);
        }
        let text = text.trim().to_owned();
        (!text.is_empty()).then_some(Number { text, doubt })
    }
}

/// The levels that an element defines.
fn levels(element: &Element) -> BTreeMap<usize, Level> {
    let mut levels = BTreeMap::new();
    for level in element.elements().filter(|level| level.name == "w:lvl") {
        let Some(at) = level.attribute("w:ilvl").and_then(|at| at.parse::<usize>().ok()) else {
            continue;
        };
        if at >= LEVELS {
            continue;
        }
        let own = Level {
            start: value(level, "w:start")
                .and_then(|start| start.parse().ok())
                .unwrap_or(0)
                .clamp(0, LARGEST),
            form: form(level),
            text: value(level, "w:lvlText").unwrap_or_default(),
            legal: level
                .child("w:isLgl")
                .is_some_and(|legal| legal.attribute("w:val").is_none_or(is_on)),
            restart: value(level, "w:lvlRestart").and_then(|restart| restart.parse().ok()),
            style: value(level, "w:pStyle"),
        };
        levels.insert(at, own);
    }
    levels
}

fn form(level: &Element) -> Form {
    // A form of newer programs stands beside one for the older.
    let newer = level.at(&["mc:AlternateContent", "mc:Choice", "w:numFmt"]);
    let Some(element) = newer.or_else(|| level.child("w:numFmt")) else {
        return Form::Decimal { width: 1 };
    };
    match element.attribute("w:val").unwrap_or("decimal") {
        "decimal" => Form::Decimal { width: 1 },
        "decimalZero" => Form::Decimal { width: 2 },
        "upperRoman" => Form::UpperRoman,
        "lowerRoman" => Form::LowerRoman,
        "upperLetter" => Form::UpperLetter,
        "lowerLetter" => Form::LowerLetter,
        "bullet" => Form::Bullet,
        "none" => Form::Nothing,
        "custom" => {
            // “001, 002, 003, ...”
            let first = element
                .attribute("w:format")
                .and_then(|format| format.split(',').next())
                .unwrap_or_default();
            match first.trim() {
                digits
                    if !digits.is_empty()
                        && digits.len() <= 9
                        && digits.bytes().all(|digit| digit.is_ascii_digit()) =>
                {
                    Form::Decimal { width: digits.len() }
                }
                other => Form::Other(other.to_owned()),
            }
        }
        other => Form::Other(other.to_owned()),
    }
}

fn written(form: &Form, value: i64) -> String {
    match form {
        Form::Decimal { width } => format!("{value:0width$}"),
        Form::UpperRoman => roman(value).to_uppercase(),
        Form::LowerRoman => roman(value),
        Form::UpperLetter => letters(value).to_uppercase(),
        Form::LowerLetter => letters(value),
        Form::Bullet | Form::Nothing => String::new(),
        Form::Other(_) => value.to_string(),
    }
}

/// A bullet as people know it. Fonts of signs hold theirs in private places, or where letters stand.
fn bullet(text: &str) -> String {
    let text = text.trim();
    let mut signs = text.chars();
    match (signs.next(), signs.next()) {
        (Some('\u{f02d}' | '-' | '\u{2010}' | '\u{2011}'), None) => "-".to_owned(),
        (Some('\u{f02b}' | '+'), None) => "+".to_owned(),
        (Some('\u{e000}'..='\u{f8ff}' | '·' | '§'), None) => "•".to_owned(),
        // A bullet that is a letter is one of a font of signs: `o`, `l`, `Ø`.
        (Some(sign), None) if sign.is_alphanumeric() => "•".to_owned(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::xml::Element;
    use super::super::styles::Styles;
    use super::{Doubt, Lists};

    const HEAD: &str =
        r#"<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#;

    fn level(at: usize, form: &str, text: &str, more: &str) -> String {
        format!(
            r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>"#
        )
    }

    /// What the paragraphs of a list print: each is a list and a level, `2:1`.
    #[track_caller]
    fn check(levels: &str, nums: &str, paragraphs: &str, expected: &str) {
        let xml = format!(
            r#"{HEAD}<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{nums}</w:numbering>"#
        );
        let mut lists = Lists::read(&Element::read("a", xml.as_bytes()).expect("sound"));
        let printed = paragraphs.split_whitespace().map(|paragraph| {
            let (number, level) = paragraph.split_once(':').expect("a list and a level");
            let number = lists.next(number, level.parse().expect("a level"), &Styles::default());
            number.map_or("∅".to_owned(), |number| number.text)
        });
        assert_eq!(printed.collect::<Vec<_>>().join(" "), expected);
    }

    const ONE: &str = r#"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;

    #[test]
    fn levels_count_and_begin_again_below_a_new_one() {
        let levels = level(0, "upperRoman", "%1.", "")
            + &level(1, "decimal", "%2.", "")
            + &level(2, "decimal", "%2.%3.", "");
        check(&levels, ONE, "1:0 1:1 1:2 1:2 1:1 1:0 1:1 1:2", "I. 1. 1.1. 1.2. 2. II. 1. 1.1.");
    }

    #[test]
    fn lists_of_one_abstract_go_on_from_each_other_unless_one_says_where_it_starts() {
        let two = format!(r#"{ONE}<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>"#);
        let levels = level(0, "decimal", "%1.", "");
        check(&levels, &two, "1:0 1:0 2:0 1:0", "1. 2. 3. 4.");
        let started = format!(
            r#"{ONE}<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#
        );
        check(&levels, &started, "1:0 1:0 2:0 2:0", "1. 2. 1. 2.");
    }

    #[test]
    fn a_level_may_run_on_through_those_above() {
        let levels = level(0, "upperRoman", "%1.", "")
            + &level(1, "decimal", "%2.", r#"<w:lvlRestart w:val="0"/>"#);
        check(&levels, ONE, "1:0 1:1 1:1 1:0 1:1", "I. 1. 2. II. 3.");
    }

    #[test]
    fn legal_numbers_are_plain_and_levels_that_print_nothing_print_nothing() {
        let levels = level(0, "upperRoman", "%1.", "")
            + &level(1, "decimal", "%1.%2.", "<w:isLgl/>")
            + &level(2, "none", "", "");
        check(&levels, ONE, "1:0 1:1 1:2 3:0", "I. 1.1. ∅ ∅");
    }

    #[test]
    fn a_level_without_the_one_above_shows_where_that_would_begin() {
        let levels = level(0, "decimal", "%1.", "") + &level(1, "decimalZero", "%1.%2", "");
        check(&levels, ONE, "1:1 1:1 1:0", "1.01 1.02 1.");
    }

    #[test]
    fn letters_go_past_d_with_a_doubt() {
        let xml = format!(
            r#"{HEAD}<w:abstractNum w:abstractNumId="0">{}</w:abstractNum>{ONE}</w:numbering>"#,
            level(0, "lowerLetter", "%1)", "")
        );
        let mut lists = Lists::read(&Element::read("a", xml.as_bytes()).expect("sound"));
        let mut next = || lists.next("1", 0, &Styles::default()).expect("a number");
        assert!((0..4).all(|_| next().doubt.is_none()));
        let fifth = next();
        assert_eq!((fifth.text.as_str(), fifth.doubt), ("e)", Some(Doubt::Letter)));
        assert_eq!(next().doubt, None);
    }

    #[test]
    fn bullets_are_the_signs_that_people_see() {
        for (text, shown) in
            [("\u{f0b7}", "•"), ("-", "-"), ("l", "•"), ("Ø", "•"), ("+", "+"), ("–", "–")]
        {
            check(&level(0, "bullet", text, ""), ONE, "1:0", shown);
        }
    }
}
