//! `van-ban.md`: the plan's own words and their structure.
//!
//! In: the file's text. Out: a tree that mirrors the file, with the bytes of every passage, and
//! the problems of its structure. Interprets no Markdown, mends no word, reads no other file.

mod blocks;
mod labels;
mod node_id;
mod regions;
mod tree;
mod words;

use std::ops::Range;

use crate::diagnostic::{
    Diagnostics, SourcePath,
    catalog::{ck106, ck107},
};

pub use node_id::NodeId;
pub use regions::Region;
pub use words::{Within, Word, words};

/// The most lines with words that a plan's text may have.
const MOST: usize = 10_000;

/// A plan's text, region by region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawPlanText {
    /// Agency, motto, number, place and date.
    pub letterhead: Vec<RawBlock>,
    /// The kind of document, then what it is about.
    pub title: Vec<RawBlock>,
    /// Preamble, parts, sections, points, dashes.
    pub body: Vec<RawNode>,
    /// Capacity and name of who signed.
    pub signature: Vec<RawBlock>,
    /// The appendix's own title.
    pub appendix_title: Vec<RawBlock>,
    /// The appendix's clauses.
    pub appendix: Vec<RawNode>,
    /// The column headings of the table of tasks.
    pub table_header: Vec<RawLine>,
}

/// Lines that belong together and stay lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawBlock {
    /// At least one line.
    pub lines: Vec<RawLine>,
    /// The editor's remarks at the block's end.
    pub notes: Vec<RawNote>,
}

/// One line, without the white space around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawLine {
    /// Its words.
    pub text: String,
    /// Its bytes in the file.
    pub span: Range<usize>,
}

/// An editor's remark `{sic: …}`; no part of the document's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawNote {
    /// What it says.
    pub text: String,
    /// Its bytes in the file, braces included.
    pub span: Range<usize>,
}

/// What a node of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    /// `# I.`: phần.
    Part,
    /// `## 1.`: mục.
    Section,
    /// `a)`: điểm.
    Point,
    /// `-`: gạch đầu dòng.
    Dash,
    /// Any other block: đoạn.
    Paragraph,
    /// `# I.` in the appendix: khoản của phụ lục.
    Clause,
}

/// A part, section, point, dash, paragraph or clause, with what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawNode {
    /// Unlike that of every other node of the file.
    pub id: NodeId,
    /// What it is.
    pub kind: NodeKind,
    /// As written: `a)`, `1.`, `I.`, `-`; empty where there is none.
    pub label: String,
    /// Whether white space follows the label in the file.
    pub gap: bool,
    /// The words after the label, on one line; no-break spaces are kept.
    pub text: String,
    /// The bytes of label and words, without `#` marks and remarks.
    pub span: Range<usize>,
    /// The editor's remarks at its end.
    pub notes: Vec<RawNote>,
    /// Paragraphs, dashes, points and sections below it, in the file's order.
    pub children: Vec<RawNode>,
}

/// Reads `source`, the text of `file`; what is faulty is reported, and kept where it can be.
///
/// Nothing comes of a file without a region `noi_dung`.
pub fn parse(file: &SourcePath, source: &str, problems: &mut Diagnostics) -> Option<RawPlanText> {
    too_long(source, file, problems);
    let regions = regions::split(source, file, problems);
    let has_body = regions.iter().any(|(region, _)| *region == Region::Body);
    let mut text = RawPlanText::default();
    for (region, range) in regions {
        let mut blocks = blocks::split(source, range, file, problems);
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
                for block in &blocks {
                    let RawBlock { lines, notes } = block.kept(source);
                    text.table_header.extend(lines);
                    for note in notes {
                        problems.push(ck106::note_not_shown(file.passage(note.span)));
                    }
                }
            }
        }
    }
    has_body.then_some(text)
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
