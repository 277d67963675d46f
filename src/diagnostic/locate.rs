//! From places to lines and columns.
//!
//! In: problems, and the texts that they speak of. Out: the problems in the order in which they
//! are told, each with its line and column. Lines and columns count from 1, columns in characters.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Diagnostic, Diagnostics};
use crate::source::front_matter;
use crate::source::place::{At, Place, SourcePath, Sources};
use crate::source::yaml::Outline;

/// A passage of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The line in which it begins.
    pub line: usize,
    /// The column of its first character.
    pub column: usize,
    /// The line in which it ends.
    pub end_line: usize,
    /// The column after its last character.
    pub end_column: usize,
    /// Its bytes in the text.
    pub bytes: Range<usize>,
}

/// A place as people see it.
#[derive(Clone, Debug)]
pub struct Shown<'a> {
    /// The file.
    pub file: &'a SourcePath,
    /// The file's path as the user knows it.
    pub path: String,
    /// The passage; nothing where the whole file is meant or its text is not known.
    pub spot: Option<Spot>,
}

/// A problem with its places.
#[derive(Clone, Debug)]
pub struct Located<'a> {
    /// The problem.
    pub diagnostic: &'a Diagnostic,
    /// Where it is.
    pub at: Shown<'a>,
    /// The other places that belong to it, each with what it shows.
    pub related: Vec<(Shown<'a>, &'a str)>,
}

/// The problems by path, line, column, code and wording.
pub fn sorted<'a>(problems: &'a Diagnostics, sources: &'a dyn Sources) -> Vec<Located<'a>> {
    let mut locator = Locator::new(sources);
    let mut located: Vec<_> = problems.iter().map(|problem| locator.locate(problem)).collect();
    located.sort_by(|left, right| {
        let key =
            |located: &Located<'a>| located.at.spot.as_ref().map(|spot| (spot.line, spot.column));
        let name = |located: &Located<'a>| (located.diagnostic.rule.code, &located.diagnostic.what);
        left.at.path.cmp(&right.at.path).then_with(|| key(left).cmp(&key(right))).then_with(|| {
            let ((code, what), (other_code, other_what)) = (name(left), name(right));
            (code, what).cmp(&(other_code, other_what))
        })
    });
    located
}

/// What editors have looked at and found right, in their files' order, each with the reason.
pub fn acknowledged<'a>(
    problems: &'a Diagnostics,
    sources: &'a dyn Sources,
) -> Vec<(Located<'a>, &'a str)> {
    let mut locator = Locator::new(sources);
    let acknowledged = problems.acknowledged().iter();
    acknowledged.map(|one| (locator.locate(&one.diagnostic), one.reason.as_str())).collect()
}

/// Looks places up, and keeps what it learned of each file.
pub struct Locator<'a> {
    sources: &'a dyn Sources,
    files: BTreeMap<&'a SourcePath, Index>,
}

/// What is known of one text.
#[derive(Default)]
struct Index {
    /// The byte at which each line begins.
    lines: Vec<usize>,
    outline: Option<Outline>,
}

impl<'a> Locator<'a> {
    /// A locator in these texts.
    pub fn new(sources: &'a dyn Sources) -> Self {
        Self { sources, files: BTreeMap::new() }
    }

    /// The problem with all its places.
    pub fn locate(&mut self, diagnostic: &'a Diagnostic) -> Located<'a> {
        let at = self.shown(&diagnostic.place);
        let related = diagnostic
            .related
            .iter()
            .map(|(place, label)| (self.shown(place), label.as_str()))
            .collect();
        Located { diagnostic, at, related }
    }

    /// The place as people see it.
    pub fn shown(&mut self, place: &'a Place) -> Shown<'a> {
        Shown { file: &place.file, path: self.sources.shown(&place.file), spot: self.spot(place) }
    }

    fn spot(&mut self, place: &'a Place) -> Option<Spot> {
        let Some(text) = self.sources.text(&place.file) else {
            return match place.at {
                At::Position { line, column } => {
                    let end_column = column + 1;
                    Some(Spot { line, column, end_line: line, end_column, bytes: 0..0 })
                }
                At::File | At::Key(_) | At::Passage(_) => None,
            };
        };
        let index = self.files.entry(&place.file).or_insert_with(|| Index::of(text));
        let bytes = match &place.at {
            At::File => return None,
            At::Passage(range) => range.clone(),
            At::Position { line, column } => index.position(text, *line, *column),
            At::Key(path) => {
                let yaml = || {
                    let range = front_matter::yaml_of(&place.file, text).unwrap_or(0..0);
                    Outline::of(&text[range.clone()], range.start)
                };
                index.outline.get_or_insert_with(yaml).locate(path)
            }
        };
        Some(index.spot(text, bytes))
    }
}

impl Index {
    fn of(text: &str) -> Self {
        let lines =
            std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { lines, outline: None }
    }

    fn spot(&self, text: &str, bytes: Range<usize>) -> Spot {
        let start = text.floor_char_boundary(bytes.start);
        let end = text.floor_char_boundary(bytes.end.max(start));
        let (line, column) = self.line_and_column(text, start);
        let (end_line, end_column) = self.line_and_column(text, end);
        Spot { line, column, end_line, end_column, bytes: start..end }
    }

    fn line_and_column(&self, text: &str, at: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= at).max(1);
        let start = self.lines[line - 1];
        (line, text[start..at].chars().count() + 1)
    }

    /// The character at a line and column; the nearest one where there is none.
    fn position(&self, text: &str, line: usize, column: usize) -> Range<usize> {
        let last = self.lines.len() - 1;
        let start = self.lines[line.saturating_sub(1).min(last)];
        let rest = text[start..].lines().next().unwrap_or_default();
        let mut characters = rest.char_indices().skip(column.saturating_sub(1));
        match characters.next() {
            Some((at, c)) => start + at..start + at + c.len_utf8(),
            None => start + rest.len()..start + rest.len(),
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
