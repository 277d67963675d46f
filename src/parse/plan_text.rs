//! `van-ban.md`: the plan's own words and their structure.
//!
//! In: the file's text. Out: a tree that mirrors the file, with the bytes of every passage, and
//! the problems of its structure. Interprets no Markdown but tables and footnotes, mends no word, reads no other file.

mod blocks;
mod footnotes;
mod kind;
mod labels;
mod node_id;
mod raw;
mod regions;
mod tables;
mod tree;
mod verbatim;
mod words;

use std::ops::Range;

use crate::diagnostic::{
    Diagnostics, SourcePath,
    catalog::{ck106, ck107},
};
use crate::text::search_key;

use blocks::Block;
use tree::Tree;

pub use kind::NodeKind;
pub use node_id::NodeId;
pub use raw::{
    HeadingRow, RawBlock, RawCall, RawHeading, RawLine, RawNode, RawNote, RawPlanText, RawRegion,
    RawTableHeader, TableSort, TextCell, TextTable,
};
pub use regions::Region;
pub use verbatim::{Quoted, Verbatim};
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
    let mut reader = Reader::new(source, file, problems);
    for (region, range) in regions {
        let blocks = blocks::split(source, range.clone(), file, reader.problems);
        reader.region(region, range, blocks);
    }
    let mut regions = reader.end();
    let uncalled = footnotes::check(&mut regions, file, problems);
    has_body.then_some(RawPlanText { regions, uncalled })
}

/// What was read so far.
struct Reader<'a> {
    source: &'a str,
    file: &'a SourcePath,
    problems: &'a mut Diagnostics,
    read: Vec<RawRegion>,
    /// What the ids of the document open with that is being read.
    document: Option<NodeId>,
    enclosed: usize,
    appendices: usize,
    /// The text of the document or of its appendix, which goes on behind a table.
    tree: Tree,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str, file: &'a SourcePath, problems: &'a mut Diagnostics) -> Self {
        let (document, tree) = (None, Tree::body(None));
        Self {
            source,
            file,
            problems,
            read: Vec::new(),
            document,
            enclosed: 0,
            appendices: 0,
            tree,
        }
    }

    fn region(&mut self, region: Region, range: Range<usize>, blocks: Vec<Block>) {
        let read = match region {
            Region::Letterhead => RawRegion::Letterhead(self.kept(&blocks)),
            Region::Title => RawRegion::Title(self.kept(&blocks)),
            Region::Recipients => RawRegion::Recipients(self.kept(&blocks)),
            Region::Signature => return self.signature(&blocks),
            Region::Body => RawRegion::Body(self.nodes(&blocks)),
            Region::Appendix => self.appendix(blocks),
            Region::TableHeader => self.table_header(range, &blocks),
            Region::Enclosed => {
                self.enclosed += 1;
                self.appendices = 0;
                let id = NodeId::enclosed(self.enclosed);
                self.document = Some(id.clone());
                self.begin(Tree::body(Some(id.clone())));
                RawRegion::Enclosed { id }
            }
        };
        self.read.push(read);
    }

    /// Another text begins.
    fn begin(&mut self, tree: Tree) {
        std::mem::replace(&mut self.tree, tree).end(self.file, self.problems);
    }

    fn end(self) -> Vec<RawRegion> {
        self.tree.end(self.file, self.problems);
        self.read
    }

    fn kept(&self, blocks: &[Block]) -> Vec<RawBlock> {
        blocks.iter().map(|block| block.kept(self.source, self.document.as_ref())).collect()
    }

    fn nodes(&mut self, blocks: &[Block]) -> Vec<RawNode> {
        // A remark that the source has no text here is no passage.
        let blocks: Vec<Block> =
            blocks.iter().filter(|block| !block.span.is_empty()).cloned().collect();
        self.tree.grow(self.source, &blocks, self.file, self.problems)
    }

    /// Who signed; “Nơi nhận” beside it is told apart by its words.
    fn signature(&mut self, blocks: &[Block]) {
        let opens_list = |block: &Block| {
            let first = block.lines(self.source).next().map(|line| &self.source[line]);
            first.is_some_and(|line| search_key(line).starts_with("noi nhan"))
        };
        let is_item = |block: &Block| self.source[block.span.clone()].starts_with(['-', '+']);
        let Some(start) = blocks.iter().position(opens_list) else {
            let kept = self.kept(blocks);
            return self.read.push(RawRegion::Signature(kept));
        };
        let rest = &blocks[start + 1..];
        let end = start + 1 + rest.iter().take_while(|block| is_item(block)).count();
        let stretches = [(0..start, false), (start..end, true), (end..blocks.len(), false)];
        for (range, is_list) in stretches.into_iter().filter(|(range, _)| !range.is_empty()) {
            let kept = self.kept(&blocks[range]);
            self.read.push(match is_list {
                true => RawRegion::Recipients(kept),
                false => RawRegion::Signature(kept),
            });
        }
    }

    /// An appendix opens with its title, which ends where something with a mark begins.
    fn appendix(&mut self, mut blocks: Vec<Block>) -> RawRegion {
        self.appendices += 1;
        let id = NodeId::appendix(self.document.as_ref(), self.appendices);
        self.begin(Tree::appendix(id.clone(), self.document.clone()));
        let is_title = |block: &&Block| !tree::has_mark(block, self.source);
        let title = blocks.iter().take_while(is_title).count();
        let clauses = blocks.split_off(title);
        let title = self.kept(&blocks);
        RawRegion::Appendix { id, title, clauses: self.nodes(&clauses) }
    }

    fn table_header(&mut self, span: Range<usize>, blocks: &[Block]) -> RawRegion {
        let mut headings = Vec::new();
        for RawBlock { lines, notes } in self.kept(blocks) {
            headings.extend(lines.into_iter().map(|line| heading(self.source, line)));
            for note in notes {
                self.problems.push(ck106::note_not_shown(self.file.passage(note.span)));
            }
        }
        number_row(&mut headings);
        let document = self.document.clone();
        RawRegion::TableHeader(RawTableHeader { headings, document, span })
    }
}

/// A heading, whose line is indented where it shares the heading above.
fn heading(source: &str, RawLine { text, calls, span }: RawLine) -> RawHeading {
    let before = &source[..span.start];
    let row = match before.ends_with([' ', '\t']) {
        true => HeadingRow::Second,
        false => HeadingRow::First,
    };
    RawHeading { text, calls, span, row }
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
