//! What a block opens with, and whether labels follow each other.

use super::raw::NodeKind;
use crate::text::alphabet::{point_at, point_id, point_ordinal};
use crate::text::numbers::{from_roman, to_roman};

/// What a block is, by how it opens; lengths are bytes of the block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// `#`, `##` …: so many marks, and the bytes up to the heading's own words.
    Heading { depth: usize, skip: usize },
    /// `a)`, the length of the label.
    Point { label: usize },
    /// `-`
    Dash,
    /// Anything else.
    Paragraph,
}

/// How the text opens.
pub(super) fn opening(text: &str) -> Opening {
    let depth = text.len() - text.trim_start_matches('#').len();
    if depth > 0 {
        let skip = text.len() - text[depth..].trim_start().len();
        return Opening::Heading { depth, skip };
    }
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some('-'), next) if next.is_some_and(|c| c.is_whitespace() || c.is_alphabetic()) => {
            Opening::Dash
        }
        (Some(letter), Some(')')) if letter.is_lowercase() => {
            Opening::Point { label: letter.len_utf8() + 1 }
        }
        _ => Opening::Paragraph,
    }
}

/// The length of a heading's label, such as `I.` or `1.`, if the text opens with one.
pub(super) fn heading_label(text: &str, kind: NodeKind) -> Option<usize> {
    let numeral: fn(char) -> bool = match kind {
        NodeKind::Part | NodeKind::Clause => |c| "IVXLCDM".contains(c),
        _ => |c| c.is_ascii_digit(),
    };
    let length = text.find(|c| !numeral(c))?;
    let closed = length > 0 && text[length..].starts_with(['.', ')', '/']);
    closed.then_some(length + 1)
}

/// The label's rank among its siblings, from 1, and its ASCII form in ids.
pub(super) fn rank(label: &str, kind: NodeKind) -> Option<(usize, String)> {
    let mut bare = label.chars();
    bare.next_back();
    let bare = bare.as_str();
    match kind {
        NodeKind::Part | NodeKind::Clause => {
            let value = from_roman(bare)?;
            Some((usize::try_from(value).ok()?, bare.to_ascii_lowercase()))
        }
        NodeKind::Section => {
            let value: usize = bare.parse().ok()?;
            Some((value, value.to_string()))
        }
        NodeKind::Point => Some((point_ordinal(bare)?, point_id(bare)?.to_owned())),
        NodeKind::Dash | NodeKind::Paragraph => None,
    }
}

/// The labels of one node's children, as they come.
#[derive(Debug, Default)]
pub(super) struct Sequence {
    taken: usize,
    /// After a faulty label the next may go on from it or from the one before it.
    doubtful: bool,
    last: Option<String>,
}

/// A label that does not follow: what it should follow, and what should stand there.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) after: Option<String>,
    pub(super) expected: Option<String>,
}

impl Sequence {
    /// Takes the next label; a fault leaves the sequence fit to go on.
    pub(super) fn take(&mut self, label: &str, kind: NodeKind) -> Result<(), Fault> {
        let rank = rank(label, kind).map(|(rank, _)| rank);
        let next = self.taken + 1;
        let fits = |rank| rank == next || (self.doubtful && rank == next + 1);
        let result = match rank {
            Some(rank) if fits(rank) => Ok(()),
            _ => {
                let ending = label.chars().next_back().unwrap_or('.');
                let expected = at_rank(next, kind).map(|bare| format!("{bare}{ending}"));
                Err(Fault { after: self.last.clone(), expected })
            }
        };
        match rank {
            Some(rank) if rank >= next => {
                self.taken = rank;
                self.doubtful = false;
                self.last = Some(label.to_owned());
            }
            _ => self.doubtful = true,
        }
        result
    }

    /// Notes that a label was there which is no use to go on from.
    pub(super) fn doubt(&mut self) {
        self.doubtful = true;
    }
}

fn at_rank(rank: usize, kind: NodeKind) -> Option<String> {
    match kind {
        NodeKind::Part | NodeKind::Clause => Some(to_roman(u32::try_from(rank).ok()?)),
        NodeKind::Point => point_at(rank).map(str::to_owned),
        NodeKind::Section | NodeKind::Dash | NodeKind::Paragraph => Some(rank.to_string()),
    }
}
