//! Tables of the text: rows of cells between `|`, the headings first.

use std::ops::Range;

use super::blocks::{Block, trimmed};
use super::footnotes;
use super::node_id::NodeId;
use super::raw::{RawLine, TextCell, TextTable};
use crate::diagnostic::{Diagnostics, SourcePath, catalog::ck106};

/// What parts the lines of a cell.
const BREAK: &str = "<br>";

/// The block's cells; a row that has another number of them than the headings is told and kept as it is.
pub(super) fn table(
    block: &Block,
    source: &str,
    ground: Option<&NodeId>,
    file: &SourcePath,
    problems: &mut Diagnostics,
) -> TextTable {
    let mut rows: Vec<Vec<TextCell>> = Vec::new();
    let mut is_ruled = false;
    for (position, line) in block.lines(source).enumerate() {
        let cells = cells(source, line.clone());
        if position == 1 && cells.iter().all(|cell| is_rule(&source[cell.clone()])) {
            is_ruled = true;
            continue;
        }
        if let Some(head) = rows.first().filter(|head| head.len() != cells.len()) {
            let at = file.passage(line);
            problems.push(ck106::row_of_other_length(at, cells.len(), head.len()));
        }
        let cells = cells.into_iter().map(|cell| self::lines(source, cell, ground));
        rows.push(cells.collect());
    }
    if !is_ruled {
        let first = block.lines(source).next().unwrap_or_else(|| block.span.clone());
        problems.push(ck106::table_without_rule(file.passage(first)));
    }
    let mut rows = rows.into_iter();
    let head = rows.next().unwrap_or_default();
    TextTable { sort: block.sort.as_ref().map(|(sort, _)| *sort), head, rows: rows.collect() }
}

/// Between the headings and the rows: `---`, `:--`, `--:`.
fn is_rule(cell: &str) -> bool {
    let hyphens = cell.trim_start_matches(':').trim_end_matches(':');
    !hyphens.is_empty() && hyphens.bytes().all(|byte| byte == b'-')
}

/// The bytes of each cell of a row, without the white space around its words.
fn cells(source: &str, line: Range<usize>) -> Vec<Range<usize>> {
    let text = &source[line.clone()];
    let mut bars: Vec<usize> = text
        .char_indices()
        .filter(|(at, letter)| *letter == '|' && !text[..*at].ends_with('\\'))
        .map(|(at, _)| line.start + at)
        .collect();
    if bars.last().is_none_or(|last| last + 1 < line.end) {
        bars.push(line.end);
    }
    bars.windows(2).map(|pair| trimmed(source, pair[0] + 1..pair[1])).collect()
}

fn lines(source: &str, cell: Range<usize>, ground: Option<&NodeId>) -> TextCell {
    let mut start = cell.start;
    let pieces = source[cell].split(BREAK).map(|piece| {
        let span = trimmed(source, start..start + piece.len());
        start += piece.len() + BREAK.len();
        span
    });
    let pieces = pieces.filter(|span| !span.is_empty());
    let lines = pieces.map(|span| {
        let words = |piece: &str| piece.replace("\\|", "|");
        let (text, calls) = footnotes::without_marks(source, span.clone(), ground, words);
        RawLine { text, calls, span }
    });
    lines.collect()
}
