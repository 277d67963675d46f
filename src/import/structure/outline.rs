//! The outline of a text: which lines open a level, by what may follow what.
//!
//! In: lines. Out: passages, each with the marks that `van-ban.md` wants before it. A number opens a level only where it
//! begins or continues a list; another is text, with a note. What `van-ban.md` reads as a level in any case (points,
//! dashes, articles) and is out of order bears a remark that the source numbers so.

use std::collections::BTreeMap;

use crate::import::found::Passage;
use crate::import::lines::marks::{Mark, Named, candidates};
use crate::import::question::Note;
use crate::import::sheet::Line;

/// A text that grows.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    open: Vec<Level>,
    /// Articles and chapters, counted through the whole text.
    throughout: BTreeMap<Named, usize>,
    /// Whether parts, sections and divisions are to come, so that a number before the first is none.
    has: Has,
}

/// What levels a text has at all.
#[derive(Clone, Copy, Debug, Default)]
struct Has {
    parts: bool,
    divisions: bool,
}

#[derive(Debug, Default)]
struct Level {
    depth: u8,
    rank: usize,
    /// It is an article.
    article: bool,
    /// The last rank among its children, by their depth.
    last: BTreeMap<u8, usize>,
}

/// What a mark was taken for.
enum Taken {
    /// A level of this depth and rank, written with these marks.
    Level { depth: u8, rank: usize, marks: usize, sic: bool },
    /// A level without a rank.
    Bare(u8),
    /// Words.
    Text,
}

const PART: u8 = 5;
const SECTION: u8 = 6;
const SUBSECTION: u8 = 7;
const POINT: u8 = 20;
const DASH: u8 = 21;

impl Outline {
    /// A text whose lines are these.
    pub(crate) fn over<'a>(lines: impl Iterator<Item = &'a Line> + Clone) -> Self {
        let romans = |rank: usize| {
            lines.clone().any(|line| candidates(&line.text).contains(&Mark::Roman(rank)))
        };
        let capitals = |rank: usize| {
            lines.clone().any(|line| candidates(&line.text).contains(&Mark::Capital(rank)))
        };
        let has = Has { parts: romans(1) && romans(2), divisions: capitals(1) && capitals(2) };
        Self { open: vec![Level::default()], throughout: BTreeMap::new(), has }
    }

    /// The passage of a line.
    pub(crate) fn take(&mut self, line: Line, notes: &mut Vec<Note>) -> Passage {
        let passage = |line, marks, sic| Passage { line, marks, sic, table: None };
        if line.note {
            return passage(line, 0, false);
        }
        let found = candidates(&line.text);
        let mut doubted = None;
        for mark in &found {
            match self.judge(mark) {
                Taken::Level { depth, rank, marks, sic } => {
                    self.open_level(depth, rank, mark);
                    return passage(line, marks, sic);
                }
                Taken::Bare(depth) => {
                    self.close_to(depth);
                    return passage(line, 0, false);
                }
                Taken::Text => doubted = Some(mark),
            }
        }
        if doubted.is_some() {
            let label: String = line.text.chars().take(12).collect();
            notes.push(Note {
                at: None,
                words: format!(
                    "“{label}…” mở đầu như một mục nhưng không nối tiếp mục nào; để là lời văn."
                ),
            });
        }
        self.close_to(DASH);
        passage(line, 0, false)
    }

    fn judge(&self, mark: &Mark) -> Taken {
        match mark {
            Mark::Named(kind, rank, _) => {
                let depth = *kind as u8 + 1;
                let next = match kind {
                    Named::Article | Named::Chapter => {
                        self.throughout.get(kind).copied().unwrap_or_default() + 1
                    }
                    _ => self.next(depth),
                };
                Taken::Level { depth, rank: *rank, marks: 0, sic: *rank != next }
            }
            Mark::Roman(rank) => {
                let next = self.next(PART);
                if *rank == next || (*rank > 1 && *rank == next + 1) {
                    Taken::Level { depth: PART, rank: *rank, marks: 1, sic: *rank != next }
                } else {
                    Taken::Text
                }
            }
            Mark::Capital(rank) => {
                let next = self.next(1);
                if self.has.divisions && *rank == next {
                    Taken::Level { depth: 1, rank: *rank, marks: 1, sic: false }
                } else {
                    Taken::Text
                }
            }
            Mark::Dotted(before, rank) => {
                let depth = SUBSECTION + u8::try_from(before.len()).unwrap_or(9).min(9) - 1;
                let sections: Vec<usize> = self
                    .open
                    .iter()
                    .filter(|level| (SECTION..POINT).contains(&level.depth))
                    .map(|level| level.rank)
                    .collect();
                let next = self.next(depth);
                if sections.starts_with(before) && (*rank == next || *rank == next + 1) {
                    Taken::Level { depth, rank: *rank, marks: before.len() + 2, sic: *rank != next }
                } else {
                    Taken::Text
                }
            }
            Mark::Digits(rank) => {
                let in_part = self.open.iter().any(|level| (1..=PART).contains(&level.depth));
                let in_article = self.open.iter().any(|level| level.article);
                if self.has.parts && !in_part {
                    return Taken::Text;
                }
                let next = self.next(SECTION);
                if *rank == next || (*rank > 2 && *rank == next + 1 && !in_article) {
                    Taken::Level {
                        depth: SECTION,
                        rank: *rank,
                        marks: if in_article { 0 } else { 2 },
                        sic: *rank != next,
                    }
                } else {
                    Taken::Text
                }
            }
            Mark::Letter(rank) => {
                let next = self.next(POINT);
                let fits = *rank == Some(next);
                Taken::Level { depth: POINT, rank: rank.unwrap_or(next), marks: 0, sic: !fits }
            }
            Mark::Dash => Taken::Bare(DASH),
            Mark::Plus => Taken::Bare(DASH + 1),
        }
    }

    /// The rank that comes next at this depth.
    fn next(&self, depth: u8) -> usize {
        let parent = self.open.iter().rev().find(|level| level.rank == 0 || level.depth < depth);
        parent.and_then(|level| level.last.get(&depth)).copied().unwrap_or_default() + 1
    }

    fn close_to(&mut self, depth: u8) {
        while self.open.len() > 1 && self.open.last().is_some_and(|level| level.depth >= depth) {
            self.open.pop();
        }
    }

    fn open_level(&mut self, depth: u8, rank: usize, mark: &Mark) {
        self.close_to(depth);
        if let Some(parent) = self.open.last_mut() {
            parent.last.insert(depth, rank);
        }
        if let Mark::Named(kind, ..) = mark {
            self.throughout.insert(*kind, rank);
        }
        let article = matches!(mark, Mark::Named(Named::Article, ..));
        self.open.push(Level { depth, rank, article, last: BTreeMap::new() });
    }
}
