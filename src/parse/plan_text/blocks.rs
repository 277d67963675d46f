//! Blocks of a region: runs of lines between blank lines, and the remarks at their ends.

use std::ops::Range;

use super::footnotes;
use super::node_id::NodeId;
use super::raw::{RawBlock, RawNote, TableSort};
use crate::diagnostic::{Diagnostics, SourcePath, catalog::ck106};
use crate::text::one_line;

/// A block's words and remarks.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// The bytes of its words, `#` marks included, without white space at the ends.
    pub(super) span: Range<usize>,
    /// The remarks behind the words.
    pub(super) notes: Vec<RawNote>,
    /// What the editor says the table is, and where.
    pub(super) sort: Option<(TableSort, Range<usize>)>,
}

impl Block {
    /// The bytes of each line, without the white space around it.
    pub(super) fn lines<'a>(&self, source: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut at = self.span.start;
        source[self.span.clone()].split_inclusive('\n').map(move |line| {
            let start = at;
            at += line.len();
            trimmed(source, start..at)
        })
    }

    /// The block with its lines as they are; `ground` is what ids of its document open with.
    pub(super) fn kept(&self, source: &str, ground: Option<&NodeId>) -> RawBlock {
        let lines = self.lines(source).map(|span| footnotes::line(source, span, ground));
        RawBlock { lines: lines.collect(), notes: self.notes.clone() }
    }
}

/// The blocks within `range`, each with at least one word: but a remark may stand for all of a region, and say that the
/// source has nothing there.
pub(super) fn split(
    source: &str,
    range: Range<usize>,
    file: &SourcePath,
    problems: &mut Diagnostics,
) -> Vec<Block> {
    let whole = trimmed(source, range.clone());
    if is_remark(&source[whole.clone()]) {
        return vec![remark(source, whole)];
    }
    let mut blocks = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut at = range.start;
    for line in source[range].split_inclusive('\n') {
        let span = trimmed(source, at..at + line.len());
        at += line.len();
        if !span.is_empty() {
            let start = open.as_ref().map_or(span.start, |open| open.start);
            open = Some(start..span.end);
        } else if let Some(range) = open.take() {
            blocks.extend(block(source, range, file, problems));
        }
    }
    blocks.extend(open.and_then(|range| block(source, range, file, problems)));
    blocks
}

/// The range without white space at its ends.
pub(super) fn trimmed(source: &str, range: Range<usize>) -> Range<usize> {
    let text = &source[range.clone()];
    let end = range.start + text.trim_end().len();
    let start = range.end - text.trim_start().len();
    if start < end { start..end } else { range.start..range.start }
}

fn block(
    source: &str,
    range: Range<usize>,
    file: &SourcePath,
    problems: &mut Diagnostics,
) -> Option<Block> {
    let mut span = range;
    let mut notes = Vec::new();
    let mut sort = None;
    while let Some((start, key, text)) = last_note(&source[span.clone()]) {
        let at = span.start + start..span.end;
        match (key, TableSort::ALL.into_iter().find(|sort| sort.code() == text)) {
            ("sic", _) => notes.push(RawNote { text, span: at }),
            ("bang", Some(found)) => sort = Some((found, at)),
            ("bang", None) => {
                let known = TableSort::ALL.map(TableSort::code);
                problems.push(ck106::unknown_table_sort(file.passage(at), &text, &known));
            }
            _ => problems.push(ck106::unknown_note(file.passage(at), key)),
        }
        span = trimmed(source, span.start..span.start + start);
    }
    notes.reverse();
    if span.is_empty() {
        if let Some((_, at)) = sort {
            problems.push(ck106::sort_without_table(file.passage(at)));
        }
        if let Some(note) = notes.first() {
            problems.push(ck106::note_without_text(file.passage(note.span.clone())));
        }
        return None;
    }
    if let Some(start) = source[span.clone()].find("{sic") {
        let start = span.start + start;
        problems.push(ck106::note_inside_text(file.passage(start..start + "{sic".len())));
    }
    if let Some((_, at)) = sort.as_ref().filter(|_| !source[span.clone()].starts_with('|')) {
        problems.push(ck106::sort_without_table(file.passage(at.clone())));
    }
    Some(Block { span, notes, sort })
}

/// Whether the text is one `{sic: …}` and nothing else.
fn is_remark(text: &str) -> bool {
    text.matches('{').count() == 1 && matches!(last_note(text), Some((0, "sic", _)))
}

/// A block without words.
fn remark(source: &str, span: Range<usize>) -> Block {
    let text = last_note(&source[span.clone()]).map_or_else(String::new, |(_, _, text)| text);
    let note = RawNote { text, span: span.clone() };
    Block { span: span.start..span.start, notes: vec![note], sort: None }
}

/// The remark that ends the text: where it starts, its key, what it says.
fn last_note(text: &str) -> Option<(usize, &str, String)> {
    let inner = text.strip_suffix('}')?;
    let start = inner.rfind('{')?;
    let (key, said) = inner[start + 1..].split_once(':')?;
    let key = key.trim();
    let is_key =
        !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b"-_".contains(&b));
    is_key.then(|| (start, key, one_line(said)))
}
