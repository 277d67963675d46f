//! Blocks become parts, sections, points, dashes and paragraphs.
//!
//! A paragraph or dash belongs to the last numbered node above it; a section closes points, a
//! part closes sections.

use std::collections::BTreeMap;
use std::ops::Range;

use super::blocks::{Block, trimmed};
use super::labels::{self, Opening, Sequence};
use super::node_id::NodeId;
use super::raw::{NodeKind, RawNode, RawNote};
use crate::diagnostic::{
    Diagnostics, SourcePath,
    catalog::{ck103, ck106, ck190},
};

/// The nodes of the document's own text.
pub(super) fn body(
    source: &str,
    blocks: &[Block],
    file: &SourcePath,
    problems: &mut Diagnostics,
) -> Vec<RawNode> {
    Builder::new(source, file, problems, NodeKind::Part, None).build(blocks)
}

/// The clauses of the appendix.
pub(super) fn appendix(
    source: &str,
    blocks: &[Block],
    file: &SourcePath,
    problems: &mut Diagnostics,
) -> Vec<RawNode> {
    Builder::new(source, file, problems, NodeKind::Clause, Some(NodeId::appendix())).build(blocks)
}

/// A numbered node that still takes children, or the ground below all of them.
struct Open {
    node: Option<RawNode>,
    children: Vec<RawNode>,
    /// By depth of the child: one that is misplaced does not disturb the others.
    orders: [Sequence; 4],
    dashes: usize,
    paragraphs: usize,
    unlabelled: usize,
    misplaced: bool,
}

impl Open {
    fn new(node: Option<RawNode>) -> Self {
        Self {
            node,
            children: Vec::new(),
            orders: Default::default(),
            dashes: 0,
            paragraphs: 0,
            unlabelled: 0,
            misplaced: false,
        }
    }

    fn depth(&self) -> usize {
        self.node.as_ref().map_or(0, |node| depth(node.kind))
    }
}

struct Builder<'a> {
    source: &'a str,
    file: &'a SourcePath,
    problems: &'a mut Diagnostics,
    top: NodeKind,
    ground: Option<NodeId>,
    /// Never empty; the first is the ground.
    open: Vec<Open>,
    /// Every label that was met: where first, and how often.
    met: BTreeMap<NodeId, (Range<usize>, usize)>,
}

/// A block's words, told apart.
struct Words {
    label: Range<usize>,
    text: Range<usize>,
    notes: Vec<RawNote>,
}

impl<'a> Builder<'a> {
    fn new(
        source: &'a str,
        file: &'a SourcePath,
        problems: &'a mut Diagnostics,
        top: NodeKind,
        ground: Option<NodeId>,
    ) -> Self {
        let open = vec![Open::new(None)];
        Self { source, file, problems, top, ground, open, met: BTreeMap::new() }
    }

    fn build(mut self, blocks: &[Block]) -> Vec<RawNode> {
        for block in blocks {
            for block in self.apart(block) {
                self.block(block);
            }
        }
        self.close(1);
        self.open.pop().map_or_else(Vec::new, |ground| ground.children)
    }

    /// Cuts a block before each line that opens like a block of its own.
    fn apart(&mut self, block: &Block) -> Vec<Block> {
        let mut pieces: Vec<Block> = Vec::new();
        for line in block.lines(self.source) {
            let text = &self.source[line.clone()];
            let mark = match labels::opening(text) {
                Opening::Paragraph => None,
                Opening::Heading { depth, .. } => Some(depth),
                Opening::Point { label } => Some(label),
                Opening::Dash => Some(1),
            };
            match (pieces.last_mut(), mark) {
                (Some(piece), None) => piece.span.end = line.end,
                (last, mark) => {
                    if let (Some(_), Some(mark)) = (last, mark) {
                        let at = self.file.passage(line.start..line.start + mark);
                        self.problems.push(ck106::missing_blank_line(at, &text[..mark]));
                    }
                    pieces.push(Block { span: line, notes: Vec::new() });
                }
            }
        }
        if let Some(last) = pieces.last_mut() {
            last.notes.clone_from(&block.notes);
        }
        pieces
    }

    fn block(&mut self, block: Block) {
        let Block { span, notes } = block;
        let text = &self.source[span.clone()];
        match labels::opening(text) {
            Opening::Heading { depth: depth @ 1..=2, skip } => {
                let kind = if depth == 1 { self.top } else { NodeKind::Section };
                let start = span.start + skip;
                let label = labels::heading_label(&text[skip..], kind).unwrap_or(0);
                self.numbered(kind, Words::cut(self.source, start, label, span.end, notes));
            }
            Opening::Heading { depth, skip } => {
                let marks = self.file.passage(span.start..span.start + depth);
                self.problems.push(ck106::heading_too_deep(marks));
                self.paragraph(Words::cut(self.source, span.start + skip, 0, span.end, notes));
            }
            Opening::Point { label } => {
                let words = Words::cut(self.source, span.start, label, span.end, notes);
                self.numbered(NodeKind::Point, words);
            }
            Opening::Dash => {
                let words = Words::cut(self.source, span.start, 1, span.end, notes);
                let (parent, parent_depth) = self.parent();
                let last = self.innermost();
                last.dashes += 1;
                // The children of parts carry plain numbers themselves: ii.1 and ii-1 would
                // share one anchor.
                let mark = if parent_depth < depth(NodeKind::Section) { "g" } else { "" };
                let segment = format!("{mark}{}", last.dashes);
                let id = NodeId::unnumbered(parent.as_ref(), &segment);
                self.leaf(id, NodeKind::Dash, words);
            }
            Opening::Paragraph => {
                self.heading_without_marks(&span);
                self.paragraph(Words::cut(self.source, span.start, 0, span.end, notes));
            }
        }
    }

    fn paragraph(&mut self, words: Words) {
        let (parent, _) = self.parent();
        let last = self.innermost();
        last.paragraphs += 1;
        let id = NodeId::unnumbered(parent.as_ref(), &format!("p{}", last.paragraphs));
        self.leaf(id, NodeKind::Paragraph, words);
    }

    fn leaf(&mut self, id: NodeId, kind: NodeKind, words: Words) {
        let node = words.node(self.source, id, kind);
        self.innermost().children.push(node);
    }

    fn numbered(&mut self, kind: NodeKind, words: Words) {
        self.close_to(depth(kind));
        self.check_place(kind, &words);
        let id = self.label(kind, &words);
        let node = words.node(self.source, id, kind);
        self.open.push(Open::new(Some(node)));
    }

    /// Reports the first node of a run that stands a level too high.
    fn check_place(&mut self, kind: NodeKind, words: &Words) {
        let label = &self.source[words.label.clone()];
        let at = self.file.passage(words.shown());
        let last = self.innermost();
        if last.depth() + 1 == depth(kind) || last.misplaced {
            return;
        }
        last.misplaced = true;
        self.problems.push(match kind {
            NodeKind::Section => ck106::section_outside_part(at, label),
            _ => ck106::point_outside_section(at, label),
        });
    }

    /// The id of a numbered node; reports a label that is missing, repeated or out of order.
    ///
    /// A remark on the node says that the source itself numbers so: then nothing is reported.
    fn label(&mut self, kind: NodeKind, words: &Words) -> NodeId {
        let (parent, _) = self.parent();
        let label = &self.source[words.label.clone()];
        let at = self.file.passage(words.shown());
        let excused = !words.notes.is_empty();
        let last = self.innermost();
        if label.is_empty() {
            last.orders[depth(kind)].doubt();
            last.unlabelled += 1;
            let id = NodeId::numbered(parent.as_ref(), &format!("_{}", last.unlabelled));
            if !excused {
                let (name, model) = match kind {
                    NodeKind::Section => ("mục", "## 1. …"),
                    NodeKind::Clause => ("khoản", "# I. …"),
                    _ => ("phần", "# I. …"),
                };
                self.problems.push(ck103::no_label(at, name, model));
            }
            return id;
        }
        let segment = labels::rank(label, kind).map(|(_, segment)| segment);
        let segment = segment.unwrap_or_else(|| crate::text::slug(label));
        let id = NodeId::numbered(parent.as_ref(), &segment);
        if let Some((first, times)) = self.met.get_mut(&id) {
            *times += 1;
            let (first, again) = (first.clone(), id.again(*times));
            self.innermost().orders[depth(kind)].doubt();
            if !excused {
                let first = self.file.passage(first);
                self.problems.push(ck190::repeated_node(at, &id.in_words(), first));
            }
            return again;
        }
        self.met.insert(id.clone(), (words.shown(), 1));
        if let Err(fault) = self.innermost().orders[depth(kind)].take(label, kind)
            && !excused
        {
            let within = self.within(parent.as_ref());
            let (after, expected) = (fault.after.as_deref(), fault.expected.as_deref());
            self.problems.push(ck103::out_of_order(at, &within, after, expected, label));
        }
        id
    }

    /// How a message names the node whose children are out of order.
    fn within(&self, parent: Option<&NodeId>) -> String {
        match (parent.map(NodeId::citation), self.top) {
            (Some(citation), _) if !citation.is_empty() => citation,
            (_, NodeKind::Clause) => "Phụ lục".to_owned(),
            _ => "Nội dung".to_owned(),
        }
    }

    /// Warns of a paragraph that looks like a heading whose marks were forgotten.
    fn heading_without_marks(&mut self, span: &Range<usize>) {
        let text = &self.source[span.clone()];
        let part = labels::heading_label(text, self.top).map(|length| (length, "#"));
        let section = labels::heading_label(text, NodeKind::Section).map(|length| (length, "##"));
        // A year or an amount may open a sentence; sections have one digit or two.
        if let Some((length, marks)) = part.or(section).filter(|(length, _)| *length <= 5)
            && (marks == "#" || length <= 3)
        {
            let at = self.file.passage(span.start..span.start + length);
            self.problems.push(ck106::heading_without_marks(at, &text[..length], marks));
        }
    }

    fn parent(&self) -> (Option<NodeId>, usize) {
        let last = self.open.last();
        let node = last.and_then(|open| open.node.as_ref());
        let id = node.map(|node| node.id.clone()).or_else(|| self.ground.clone());
        (id, last.map_or(0, Open::depth))
    }

    fn innermost(&mut self) -> &mut Open {
        self.open.last_mut().expect("the ground stays open until the end")
    }

    /// Closes every node that a node of this depth cannot be inside of.
    fn close_to(&mut self, depth: usize) {
        let keep =
            self.open.iter().take_while(|open| open.node.is_none() || open.depth() < depth).count();
        self.close(keep);
    }

    /// Closes nodes until `keep` are open.
    fn close(&mut self, keep: usize) {
        while self.open.len() > keep.max(1) {
            let Some(Open { node: Some(mut node), children, .. }) = self.open.pop() else { return };
            node.children = children;
            self.innermost().children.push(node);
        }
    }
}

impl Words {
    /// The words from `start`, of which the first `label` bytes are the label.
    fn cut(source: &str, start: usize, label: usize, end: usize, notes: Vec<RawNote>) -> Self {
        let text = trimmed(source, start + label..end);
        Self { label: start..start + label, text, notes }
    }

    /// The bytes of label and text.
    fn span(&self) -> Range<usize> {
        self.label.start..self.text.end.max(self.label.end)
    }

    /// What a message points at: the label, or all where there is none.
    fn shown(&self) -> Range<usize> {
        if self.label.is_empty() { self.span() } else { self.label.clone() }
    }

    fn node(self, source: &str, id: NodeId, kind: NodeKind) -> RawNode {
        // Only what parts the lines of a file becomes a single space; a no-break space is the
        // document's own.
        let pieces = source[self.text.clone()].split([' ', '\t', '\r', '\n']);
        let text = pieces.filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(" ");
        let label = source[self.label.clone()].to_owned();
        let gap = !label.is_empty() && self.text.start > self.label.end;
        let span = self.span();
        RawNode { id, kind, label, gap, text, span, notes: self.notes, children: Vec::new() }
    }
}

fn depth(kind: NodeKind) -> usize {
    match kind {
        NodeKind::Part | NodeKind::Clause => 1,
        NodeKind::Section => 2,
        NodeKind::Point => 3,
        NodeKind::Dash | NodeKind::Paragraph => 4,
    }
}
