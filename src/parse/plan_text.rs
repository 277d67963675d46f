//! `van-ban.md`: the plan's own words and their structure.
//!
//! In: the file's text. Out: a tree that mirrors the file, with the bytes of every passage, and
//! the problems of its structure. Interprets no Markdown, mends no word, reads no other file.

mod blocks;
mod labels;
mod node_id;
mod raw;
mod regions;
mod tree;
mod words;

use crate::diagnostic::{
    Diagnostics, SourcePath,
    catalog::{ck106, ck107},
};

pub use node_id::NodeId;
pub use raw::{
    HeadingRow, NodeKind, RawBlock, RawHeading, RawLine, RawNode, RawNote, RawPlanText,
    RawTableHeader,
};
pub use regions::Region;
pub use words::{Within, Word, words};

/// The most lines with words that a plan's text may have.
const MOST: usize = 10_000;

/// Reads `source`, the text of `file`; what is faulty is reported, and kept where it can be.
///
/// Nothing comes of a file without a region `noi_dung`.
pub fn parse(file: &SourcePath, source: &str, problems: &mut Diagnostics) -> Option<RawPlanText> {
    too_long(source, file, problems);
    let regions = regions::split(source, file, problems);
    let has_body = regions.iter().any(|(region, _)| *region == Region::Body);
    let mut text = RawPlanText::default();
    for (region, range) in regions {
        let mut blocks = blocks::split(source, range.clone(), file, problems);
        match region {
            Region::Letterhead => text.letterhead.extend(blocks.iter().map(|b| b.kept(source))),
            Region::Title => text.title.extend(blocks.iter().map(|b| b.kept(source))),
            Region::Signature => text.signature.extend(blocks.iter().map(|b| b.kept(source))),
            Region::Body => text.body.extend(tree::body(source, &blocks, file, problems)),
            Region::Appendix => {
                let title = blocks.iter().take_while(|block| !block.is_heading(source)).count();
                let clauses = blocks.split_off(title);
                text.appendix_title.extend(blocks.iter().map(|b| b.kept(source)));
                text.appendix.extend(tree::appendix(source, &clauses, file, problems));
            }
            Region::TableHeader => {
                let mut header = RawTableHeader { headings: Vec::new(), span: range };
                for block in &blocks {
                    let RawBlock { lines, notes } = block.kept(source);
                    header.headings.extend(lines.into_iter().map(|line| heading(source, line)));
                    for note in notes {
                        problems.push(ck106::note_not_shown(file.passage(note.span)));
                    }
                }
                number_row(&mut header.headings);
                text.table_headers.push(header);
            }
        }
    }
    has_body.then_some(text)
}

/// A heading, whose line is indented where it shares the heading above.
fn heading(source: &str, RawLine { text, span }: RawLine) -> RawHeading {
    let before = &source[..span.start];
    let row = match before.ends_with([' ', '\t']) {
        true => HeadingRow::Second,
        false => HeadingRow::First,
    };
    RawHeading { text, span, row }
}

/// Tells the last lines, where they only number the columns, from headings.
fn number_row(headings: &mut [RawHeading]) {
    let is_number = |text: &str| {
        let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(text);
        (1..=2).contains(&inner.len()) && inner.bytes().all(|byte| byte.is_ascii_digit())
    };
    for heading in headings.iter_mut().rev().take_while(|heading| is_number(&heading.text)) {
        heading.row = HeadingRow::Numbers;
    }
}

/// Tells the first line with words beyond the limit.
fn too_long(source: &str, file: &SourcePath, problems: &mut Diagnostics) {
    let mut at = 0;
    let lines = source.split_inclusive('\n').map(|line| {
        at += line.len();
        at - line.len()..at - line.len() + line.trim_end().len()
    });
    if let Some(line) = lines.filter(|line| !source[line.clone()].trim().is_empty()).nth(MOST) {
        problems.push(ck107::too_long(file.passage(line), MOST));
    }
}

#[cfg(test)]
mod tests;
