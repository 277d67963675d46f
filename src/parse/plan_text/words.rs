//! The document's words in the order of the file, for the comparison with the source.

use std::fmt;
use std::ops::Range;

use super::node_id::NodeId;
use super::raw::{RawBlock, RawHeading, RawNode, RawPlanText, RawRegion};
use super::regions::Region;

/// A word of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// The word, with the punctuation on it.
    pub text: &'a str,
    /// Its bytes in the file.
    pub span: Range<usize>,
    /// What it belongs to.
    pub within: Within<'a>,
}

/// What a word belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within<'a> {
    /// A line of this region.
    Region(Region),
    /// A node of the text.
    Node(&'a NodeId),
    /// A heading of the table of tasks at this position; its rows follow its last heading.
    Table(usize),
}

/// What it is, for readers: “điểm II.2.b”, “chữ ký”.
impl fmt::Display for Within<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Within::Region(region) => write!(f, "{region}"),
            Within::Node(id) => f.write_str(&id.in_words()),
            Within::Table(_) => write!(f, "{}", Region::TableHeader),
        }
    }
}

/// The words of a text with their first bytes, split at white space of any kind.
///
/// Runs of three hyphens or more are lines that somebody drew, and no words.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = text.as_ptr().addr();
    text.split_whitespace()
        .filter(|word| !(word.len() >= 3 && word.bytes().all(|b| b == b'-')))
        .map(move |word| (word.as_ptr().addr() - start, word))
}

impl RawPlanText {
    /// Every word of the document, labels among them; `source` is the text that was read.
    pub fn words<'a>(&'a self, source: &'a str) -> Vec<Word<'a>> {
        let mut found = Words { source, tables: 0, words: Vec::new() };
        for region in &self.regions {
            found.region(region);
        }
        found.words
    }
}

impl RawRegion {
    /// Every word of the region; `source` is the text that was read.
    pub fn words<'a>(&'a self, source: &'a str) -> Vec<Word<'a>> {
        let mut found = Words { source, tables: 0, words: Vec::new() };
        found.region(self);
        found.words
    }
}

struct Words<'a> {
    source: &'a str,
    /// How many tables of tasks were met.
    tables: usize,
    words: Vec<Word<'a>>,
}

impl<'a> Words<'a> {
    fn region(&mut self, region: &'a RawRegion) {
        match region {
            RawRegion::Enclosed { .. } => {}
            RawRegion::Letterhead(blocks) => self.blocks(blocks, Region::Letterhead),
            RawRegion::Title(blocks) => self.blocks(blocks, Region::Title),
            RawRegion::Body(nodes) => self.nodes(nodes),
            RawRegion::Recipients(blocks) => self.blocks(blocks, Region::Recipients),
            RawRegion::Signature(blocks) => self.blocks(blocks, Region::Signature),
            RawRegion::Appendix { title, clauses, .. } => {
                self.blocks(title, Region::Appendix);
                self.nodes(clauses);
            }
            RawRegion::TableHeader(header) => {
                // Row by row, as a document's text runs.
                let mut headings: Vec<&RawHeading> = header.headings.iter().collect();
                headings.sort_by_key(|heading| heading.row);
                for heading in headings {
                    self.add(&heading.span, Within::Table(self.tables));
                }
                self.tables += 1;
            }
        }
    }

    fn blocks(&mut self, blocks: &'a [RawBlock], region: Region) {
        for line in blocks.iter().flat_map(|block| &block.lines) {
            self.add(&line.span, Within::Region(region));
        }
    }

    fn nodes(&mut self, nodes: &'a [RawNode]) {
        for node in nodes {
            match &node.table {
                Some(table) => {
                    for line in table.cells().flatten() {
                        self.add(&line.span, Within::Node(&node.id));
                    }
                }
                None => self.add(&node.span, Within::Node(&node.id)),
            }
            self.nodes(&node.children);
        }
    }

    fn add(&mut self, span: &Range<usize>, within: Within<'a>) {
        let passage = words(&self.source[span.clone()]);
        self.words.extend(passage.map(|(at, text)| {
            let start = span.start + at;
            Word { text, span: start..start + text.len(), within }
        }));
    }
}
