//! What a block opens with, and whether labels follow each other.

use super::footnotes;
use super::kind::NodeKind;
use super::node_id::NodeId;
use crate::text::alphabet::{point_at, point_id, point_ordinal};
use crate::text::numbers::{from_roman, to_roman};

/// What a block is, by how it opens; lengths are bytes of the block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// `#`, `##` …: so many marks, and the bytes up to the heading's own words.
    Heading { depth: usize, skip: usize },
    /// `Điều 1.`, `Chương I`: a level that bears its name.
    Named(NodeKind, Label),
    /// `a)`, the length of the label.
    Point { label: usize },
    /// `-`
    Dash,
    /// `+`
    Plus,
    /// `|`
    Table,
    /// `[^1]:`, the length of the mark.
    Footnote { label: usize },
    /// Anything else.
    Paragraph,
}

/// A label at the start of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// Its bytes.
    pub(super) length: usize,
    /// Its rank among its siblings, from 1; none for what is no number of its kind.
    pub(super) rank: Option<usize>,
    /// Its form in ids.
    pub(super) segment: String,
    /// How its number is written.
    style: Style,
}

/// How a label's number is written, and so the label that stands at another rank.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Style {
    /// What stands before and behind a Roman numeral.
    Roman(String, String),
    /// What stands before and behind digits.
    Digits(String, String),
    /// What stands before and behind a capital.
    Capital(String, String),
    /// “Phần thứ nhất”: what stands before the ordinal.
    Ordinal(String),
    /// What stands behind the letter of a point.
    Letter(String),
}

/// The ordinals of divisions, from the first.
const ORDINALS: [&str; 12] =
    ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"];

/// The levels with a name, in lower case; the longer of two that open alike stands first.
const NAMED: [(&str, NodeKind); 5] = [
    ("phần", NodeKind::Division),
    ("chương", NodeKind::Chapter),
    ("tiểu mục", NodeKind::Subheading),
    ("mục", NodeKind::Heading),
    ("điều", NodeKind::Article),
];

/// How the text opens.
pub(super) fn opening(text: &str) -> Opening {
    let depth = text.len() - text.trim_start_matches('#').len();
    if depth > 0 {
        let skip = text.len() - text[depth..].trim_start().len();
        return Opening::Heading { depth, skip };
    }
    if let Some((_, label)) = footnotes::opening(text) {
        return Opening::Footnote { label };
    }
    let mut chars = text.chars();
    let is_mark = |next: Option<char>| next.is_some_and(|c| c.is_whitespace() || c.is_alphabetic());
    match (chars.next(), chars.next()) {
        (Some('|'), _) => Opening::Table,
        (Some('-'), next) if is_mark(next) => Opening::Dash,
        (Some('+'), next) if is_mark(next) => Opening::Plus,
        (Some(letter), Some(')')) if letter.is_lowercase() => {
            Opening::Point { label: letter.len_utf8() + 1 }
        }
        _ => match named(text) {
            // “Điều 5 Luật này quy định” opens a sentence, “Điều 5. Hiệu lực” an article.
            Some((kind, label)) if stands_alone(text, kind, &label) => Opening::Named(kind, label),
            _ => Opening::Paragraph,
        },
    }
}

/// Whether the label of a level with a name is one without marks before it.
fn stands_alone(text: &str, kind: NodeKind, label: &Label) -> bool {
    let closed = text[..label.length].ends_with(['.', ':']);
    let rest = text[label.length..].trim_start_matches([' ', '\t', '\r']);
    closed || (kind != NodeKind::Article && (rest.is_empty() || rest.starts_with('\n')))
}

/// The level with a name that the text opens with: `CHƯƠNG I`, `Điều 3.`, `Phần thứ nhất`.
pub(super) fn named(text: &str) -> Option<(NodeKind, Label)> {
    NAMED.into_iter().find_map(|(name, kind)| {
        let head: String = text.chars().take(name.chars().count()).collect();
        if head.to_lowercase() != name || !head.starts_with(char::is_uppercase) {
            return None;
        }
        let rest = &text[head.len()..];
        let gap = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
        if gap == 0 {
            return None;
        }
        let before = &text[..head.len() + gap];
        number_of_named(kind, before, &rest[gap..]).map(|label| (kind, label))
    })
}

fn number_of_named(kind: NodeKind, before: &str, rest: &str) -> Option<Label> {
    if kind == NodeKind::Division
        && let Some(label) = ordinal(before, rest)
    {
        return Some(label);
    }
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let number = &rest[..end];
    let mut behind = rest[end..].chars();
    let closer = match behind.next() {
        // “Phần 5.000 ha” is no division.
        Some('.') if behind.next().is_some_and(|c| c.is_ascii_digit()) => return None,
        Some(c @ ('.' | ':')) => c.to_string(),
        None => String::new(),
        Some(c) if c.is_whitespace() => String::new(),
        Some(_) => return None,
    };
    let digits = number.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let (rank, segment, style): (_, _, fn(String, String) -> Style) =
        if let Some(value) = from_roman(number) {
            (usize::try_from(value).ok(), number.to_ascii_lowercase(), Style::Roman)
        } else if number.len() == 1 && number.bytes().all(|b| b.is_ascii_uppercase()) {
            (capital_rank(number), number.to_ascii_lowercase(), Style::Capital)
        } else if (1..=3).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
            && number.len() <= digits.len() + 1
        {
            let value: usize = digits.parse().ok()?;
            (Some(value), format!("{value}{}", &number[digits.len()..]), Style::Digits)
        } else {
            return None;
        };
    Some(Label {
        length: before.len() + end + closer.len(),
        rank,
        segment: format!("{}{segment}", NodeId::named(kind)),
        style: style(before.to_owned(), closer),
    })
}

/// “thứ nhất”, “THỨ HAI” behind “Phần”.
fn ordinal(before: &str, rest: &str) -> Option<Label> {
    let lower = rest.to_lowercase();
    // Only where lower case is as long are places in it places in the text.
    if lower.len() != rest.len() {
        return None;
    }
    let tail = lower.strip_prefix("thứ ")?;
    let fits = |(_, ordinal): &(usize, &&str)| {
        tail.strip_prefix(**ordinal).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    };
    let (index, ordinal) =
        ORDINALS.iter().enumerate().filter(fits).max_by_key(|(_, ordinal)| ordinal.len())?;
    let start = lower.len() - tail.len();
    let mut length = before.len() + start + ordinal.len();
    if tail[ordinal.len()..].starts_with(['.', ':']) {
        length += 1;
    }
    Some(Label {
        length,
        rank: Some(index + 1),
        segment: format!("{}{}", NodeId::named(NodeKind::Division), index + 1),
        style: Style::Ordinal(format!("{before}{}", &rest[..start])),
    })
}

/// The rank of a capital that letters divisions: A, B, C, D, Đ, …
fn capital_rank(letter: &str) -> Option<usize> {
    point_ordinal(&letter.to_lowercase())
}

/// `A.` of a division.
pub(super) fn capital(text: &str) -> Option<Label> {
    let letter = text.chars().next().filter(|c| c.is_uppercase())?;
    let closer = closer(&text[letter.len_utf8()..], true)?;
    let letter = letter.to_string();
    let segment = point_id(&letter.to_lowercase())?;
    Some(Label {
        length: letter.len() + closer.len(),
        rank: capital_rank(&letter),
        segment: format!("{}{segment}", NodeId::named(NodeKind::Division)),
        style: Style::Capital(String::new(), closer),
    })
}

/// `I.` of a part: what looks like a Roman numeral, well-formed or not.
pub(super) fn roman(text: &str) -> Option<Label> {
    let length = text.find(|c| !"IVXLCDM".contains(c)).unwrap_or(text.len());
    let closer = closer(&text[length..], true).filter(|_| length > 0)?;
    let numeral = &text[..length];
    let rank = from_roman(numeral).and_then(|value| usize::try_from(value).ok());
    Some(Label {
        length: length + closer.len(),
        rank,
        segment: numeral.to_ascii_lowercase(),
        style: Style::Roman(String::new(), closer),
    })
}

/// `1.` of a section; `1-` too, where marks say that it is a heading.
pub(super) fn digits(text: &str, is_marked: bool) -> Option<Label> {
    let length = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let closer = closer(&text[length..], is_marked).filter(|_| length > 0)?;
    // “2.5 triệu” is an amount.
    if text[length + closer.len()..].starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let rank = text[..length].parse().ok();
    Some(Label {
        length: length + closer.len(),
        rank,
        segment: rank.map_or_else(|| text[..length].to_owned(), |rank: usize| rank.to_string()),
        style: Style::Digits(String::new(), closer),
    })
}

/// `1.2.`, `1.2.3`: the numbers before the last, and the label.
pub(super) fn dotted(text: &str) -> Option<(Vec<usize>, Label)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let numbers = text[..end].trim_end_matches('.');
    let parts: Vec<&str> = numbers.split('.').collect();
    let short = |part: &&str| (1..=2).contains(&part.len());
    if parts.len() < 2 || !parts.iter().all(short) {
        return None;
    }
    let closer = match text[numbers.len()..].chars().next() {
        Some(c @ ('.' | ')' | '/')) => c.to_string(),
        Some(c) if !c.is_whitespace() => return None,
        _ => String::new(),
    };
    let values: Vec<usize> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let (last, before) = values.split_last()?;
    let prefix = &numbers[..numbers.len() - parts[parts.len() - 1].len()];
    Some((
        before.to_vec(),
        Label {
            length: numbers.len() + closer.len(),
            rank: Some(*last),
            segment: last.to_string(),
            style: Style::Digits(prefix.to_owned(), closer),
        },
    ))
}

/// `a)`.
pub(super) fn point(label: &str) -> Label {
    let bare = &label[..label.len() - 1];
    Label {
        length: label.len(),
        rank: point_ordinal(bare),
        segment: crate::text::point_slug(bare),
        style: Style::Letter(label[bare.len()..].to_owned()),
    }
}

/// What closes a number: `.`, `)`, `/`; `-` as the Party writes it, where `is_marked` allows.
fn closer(rest: &str, is_marked: bool) -> Option<String> {
    let mut chars = rest.chars();
    let closer = chars.next()?;
    let fits = match closer {
        '.' | ')' | '/' => true,
        '-' | '–' => is_marked && chars.next().is_none_or(char::is_whitespace),
        _ => false,
    };
    fits.then(|| closer.to_string())
}

impl Label {
    /// The label at another rank, written in the same way.
    pub(super) fn at(&self, rank: usize) -> Option<String> {
        let roman = || u32::try_from(rank).ok().map(to_roman);
        match &self.style {
            Style::Roman(before, after) => roman().map(|n| format!("{before}{n}{after}")),
            Style::Digits(before, after) => Some(format!("{before}{rank}{after}")),
            Style::Capital(before, after) => {
                point_at(rank).map(|letter| format!("{before}{}{after}", letter.to_uppercase()))
            }
            Style::Ordinal(before) => {
                ORDINALS.get(rank.checked_sub(1)?).map(|ordinal| format!("{before}{ordinal}"))
            }
            Style::Letter(after) => point_at(rank).map(|letter| format!("{letter}{after}")),
        }
    }
}

/// The labels of one node's children, as they come.
#[derive(Clone, Debug, Default)]
pub(super) struct Sequence {
    taken: usize,
    /// After a faulty label the next may go on from it or from the one before it.
    doubtful: bool,
    last: Option<String>,
    /// How often numbering began anew.
    restarts: usize,
}

/// A label that does not follow: what it should follow, and what should stand there.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) after: Option<String>,
    pub(super) expected: Option<String>,
}

impl Sequence {
    /// Takes the next label, written as `words`; a fault leaves the sequence fit to go on.
    pub(super) fn take(&mut self, label: &Label, words: &str) -> Result<(), Fault> {
        let next = self.taken + 1;
        let fits = |rank| rank == next || (self.doubtful && rank == next + 1);
        let result = match label.rank {
            Some(rank) if fits(rank) => Ok(()),
            _ => Err(Fault { after: self.last.clone(), expected: label.at(next) }),
        };
        match label.rank {
            Some(rank) if rank >= next => {
                self.taken = rank;
                self.doubtful = false;
                self.last = Some(words.to_owned());
            }
            _ => self.doubtful = true,
        }
        result
    }

    /// The rank that should come next.
    pub(super) fn next(&self) -> usize {
        self.taken + 1
    }

    /// How often numbering began anew.
    pub(super) fn restarts(&self) -> usize {
        self.restarts
    }

    /// Notes that the source begins to number anew.
    pub(super) fn restart(&mut self) {
        *self = Self { restarts: self.restarts + 1, ..Self::default() };
    }

    /// Notes that a label was there which is no use to go on from.
    pub(super) fn doubt(&mut self) {
        self.doubtful = true;
    }
}
