//! Blocks become chapters, articles, parts, sections, points, dashes, paragraphs and tables.
//!
//! A paragraph or dash belongs to the last numbered node above it; a section closes points, a
//! part closes sections. Where a table of tasks interrupts a text, the text goes on in its next region.

use std::collections::BTreeMap;
use std::ops::Range;

use super::blocks::{Block, trimmed};
use super::footnotes;
use super::kind::NodeKind;
use super::labels::{self, Label, Opening, Sequence};
use super::node_id::NodeId;
use super::raw::{RawNode, RawNote};
use super::tables;
use crate::diagnostic::{
    Diagnostics, Place, SourcePath,
    catalog::{ck103, ck106, ck190},
};

/// A text that grows: the document's own, or an appendix's.
pub(super) struct Tree {
    /// What parts are called here.
    top: NodeKind,
    /// What every id opens with, if anything.
    ground: Option<NodeId>,
    /// What the ids of its footnotes open with.
    document: Option<NodeId>,
    /// Never empty; the first is the ground.
    open: Vec<Open>,
    /// Every label that was met: where first, and how often.
    met: BTreeMap<NodeId, (Range<usize>, usize)>,
    /// The labels that are counted through the whole text: articles and chapters.
    throughout: BTreeMap<NodeKind, Sequence>,
    /// The last block was a paragraph or a table: behind it a source may begin to number anew.
    behind_words: bool,
}

/// A numbered node that still takes children, or the ground below all of them.
struct Open {
    id: Option<NodeId>,
    kind: Option<NodeKind>,
    rank: Option<usize>,
    /// None once its words went out with the region that they stand in.
    node: Option<RawNode>,
    children: Vec<RawNode>,
    /// By kind of the child: one that is misplaced does not disturb the others.
    orders: BTreeMap<NodeKind, Sequence>,
    dashes: usize,
    pluses: usize,
    paragraphs: usize,
    tables: usize,
    unlabelled: usize,
    /// A paragraph looks like a heading whose marks were forgotten.
    lacks_marks: bool,
    /// The first child that lacks a level above it, if such a level is met.
    loose: Option<(NodeKind, Range<usize>, String)>,
}

impl Open {
    fn new(id: Option<NodeId>, rank: Option<usize>, node: Option<RawNode>) -> Self {
        Self {
            id,
            kind: node.as_ref().map(|node| node.kind),
            rank,
            node,
            children: Vec::new(),
            orders: BTreeMap::new(),
            dashes: 0,
            pluses: 0,
            paragraphs: 0,
            tables: 0,
            unlabelled: 0,
            lacks_marks: false,
            loose: None,
        }
    }

    fn depth(&self) -> usize {
        self.kind.map_or(0, depth)
    }
}

/// A block's words, told apart.
struct Words {
    label: Range<usize>,
    text: Range<usize>,
    notes: Vec<RawNote>,
}

impl Tree {
    /// The document's own text; `document` is what its ids open with.
    pub(super) fn body(document: Option<NodeId>) -> Self {
        Self::new(NodeKind::Part, document.clone(), document)
    }

    /// The text of the appendix of this id.
    pub(super) fn appendix(id: NodeId, document: Option<NodeId>) -> Self {
        Self::new(NodeKind::Clause, Some(id), document)
    }

    fn new(top: NodeKind, ground: Option<NodeId>, document: Option<NodeId>) -> Self {
        let open = vec![Open::new(ground.clone(), None, None)];
        let (met, throughout) = (BTreeMap::new(), BTreeMap::new());
        Self { top, ground, document, open, met, throughout, behind_words: false }
    }

    /// The nodes of the next region of this text.
    pub(super) fn grow(
        &mut self,
        source: &str,
        blocks: &[Block],
        file: &SourcePath,
        problems: &mut Diagnostics,
    ) -> Vec<RawNode> {
        let mut builder = Builder { source, file, problems, tree: self };
        for block in blocks {
            for block in builder.apart(block) {
                builder.block(block);
            }
        }
        self.taken_out()
    }

    /// Ends the text: tells what stood a level too high.
    pub(super) fn end(mut self, file: &SourcePath, problems: &mut Diagnostics) {
        self.close(0, file, problems);
    }

    /// What was read so far; the nodes stay open for a region that goes on.
    fn taken_out(&mut self) -> Vec<RawNode> {
        let mut carried: Vec<RawNode> = Vec::new();
        for open in self.open.iter_mut().rev() {
            let mut children = std::mem::take(&mut open.children);
            children.append(&mut carried);
            carried = match open.node.take() {
                Some(mut node) => {
                    node.children = children;
                    vec![node]
                }
                None => children,
            };
        }
        carried
    }

    fn innermost(&mut self) -> &mut Open {
        self.open.last_mut().expect("the ground stays open until the end")
    }

    fn parent(&self) -> (Option<NodeId>, Option<NodeKind>) {
        let last = self.open.last();
        (last.and_then(|open| open.id.clone()), last.and_then(|open| open.kind))
    }

    /// Closes every node that a node of this depth cannot be inside of.
    fn close_to(&mut self, depth: usize, file: &SourcePath, problems: &mut Diagnostics) {
        let inside = |open: &&Open| open.kind.is_none() || open.depth() < depth;
        let keep = self.open.iter().take_while(inside).count();
        self.close(keep.max(1), file, problems);
    }

    /// Closes nodes until `keep` are open.
    fn close(&mut self, keep: usize, file: &SourcePath, problems: &mut Diagnostics) {
        while self.open.len() > keep {
            let Some(Open { node, mut children, orders, loose, .. }) = self.open.pop() else {
                return;
            };
            if let Some((kind, at, label)) = loose {
                let between = |met: &NodeKind| depth(*met) < depth(kind);
                if orders.keys().any(between) {
                    problems.push(too_high(kind, file.passage(at), &label));
                }
            }
            let Some(outer) = self.open.last_mut() else { return };
            match node {
                Some(mut node) => {
                    node.children = children;
                    outer.children.push(node);
                }
                None => outer.children.append(&mut children),
            }
        }
    }
}

/// A node that lacks a level above it, though its text has such levels.
fn too_high(kind: NodeKind, at: Place, label: &str) -> crate::diagnostic::Diagnostic {
    match kind {
        NodeKind::Point => ck106::point_outside_section(at, label),
        _ => ck106::section_outside_part(at, label),
    }
}

/// Whether the block opens with the mark of a heading, a list, a table or a footnote.
pub(super) fn has_mark(block: &Block, source: &str) -> bool {
    !matches!(labels::opening(&source[block.span.clone()]), Opening::Paragraph)
}

struct Builder<'a> {
    source: &'a str,
    file: &'a SourcePath,
    problems: &'a mut Diagnostics,
    tree: &'a mut Tree,
}

impl Builder<'_> {
    /// Cuts a block before each line that opens like a block of its own.
    fn apart(&mut self, block: &Block) -> Vec<Block> {
        let mut pieces: Vec<Block> = Vec::new();
        for line in block.lines(self.source) {
            let text = &self.source[line.clone()];
            let in_table = pieces.last().is_some_and(|piece| self.is_table(piece));
            let mark = match labels::opening(text) {
                Opening::Table if in_table => None,
                // What follows a table's rows is no row.
                Opening::Paragraph if in_table => {
                    Some(text.chars().next().map_or(0, char::len_utf8))
                }
                Opening::Paragraph => None,
                Opening::Heading { depth, .. } => Some(depth),
                Opening::Named(_, label) => Some(label.length),
                Opening::Point { label } | Opening::Footnote { label } => Some(label),
                Opening::Dash | Opening::Plus | Opening::Table => Some(1),
            };
            match (pieces.last_mut(), mark) {
                (Some(piece), None) => piece.span.end = line.end,
                (last, mark) => {
                    // Footnotes are written below each other.
                    if let (Some(_), Some(mark)) = (last, mark)
                        && footnotes::opening(text).is_none()
                    {
                        let at = self.file.passage(line.start..line.start + mark);
                        self.problems.push(ck106::missing_blank_line(at, &text[..mark]));
                    }
                    pieces.push(Block { span: line, notes: Vec::new(), sort: None });
                }
            }
        }
        if let Some(last) = pieces.last_mut() {
            last.notes.clone_from(&block.notes);
            last.sort.clone_from(&block.sort);
        }
        pieces
    }

    fn is_table(&self, block: &Block) -> bool {
        self.source[block.span.clone()].starts_with('|')
    }

    fn block(&mut self, block: Block) {
        let Block { span, notes, .. } = block.clone();
        let text = &self.source[span.clone()];
        let opening = labels::opening(text);
        let is_words = matches!(opening, Opening::Paragraph | Opening::Table);
        match opening {
            Opening::Heading { depth, skip } => {
                let start = span.start + skip;
                let marks = span.start..span.start + depth;
                self.heading(depth, marks, start..span.end, notes);
            }
            Opening::Named(kind, label) => {
                self.numbered(kind, Some(label), span, notes);
            }
            Opening::Point { label } => {
                let label = labels::point(&text[..label]);
                self.numbered(NodeKind::Point, Some(label), span, notes);
            }
            Opening::Dash => self.dash(span, notes),
            Opening::Plus => self.plus(span, notes),
            Opening::Table => self.table(&block),
            Opening::Footnote { label } => self.footnote(label, span, notes),
            Opening::Paragraph => self.words(span, notes),
        }
        self.tree.behind_words = is_words;
    }

    /// A block behind `#` marks: what it is, its own label says.
    fn heading(
        &mut self,
        marks: usize,
        at: Range<usize>,
        words: Range<usize>,
        notes: Vec<RawNote>,
    ) {
        let text = &self.source[words.clone()];
        let top = self.tree.top;
        if let Some((kind, label)) = labels::named(text) {
            return self.numbered(kind, Some(label), words, notes);
        }
        if let Some((before, label)) = labels::dotted(text) {
            return self.subsection(&before, label, words, notes);
        }
        let in_named = self
            .tree
            .open
            .iter()
            .any(|open| open.kind.is_some_and(|kind| depth(kind) < depth(NodeKind::Part)));
        let roman = labels::roman(text);
        match marks {
            1 => {
                let capital = labels::capital(text);
                match capital.filter(|label| self.is_division(label, roman.as_ref())) {
                    Some(label) => self.numbered(NodeKind::Division, Some(label), words, notes),
                    None => self.numbered(top, roman, words, notes),
                }
            }
            _ if in_named && roman.is_some() => self.numbered(top, roman, words, notes),
            2 => {
                let label = labels::digits(text, true);
                self.numbered(NodeKind::Section, label, words, notes);
            }
            _ => match labels::digits(text, true).filter(|_| in_named) {
                Some(label) => self.numbered(NodeKind::Section, Some(label), words, notes),
                None => {
                    self.problems.push(ck106::heading_too_deep(self.file.passage(at)));
                    self.paragraph(words, notes);
                }
            },
        }
    }

    /// Whether a capital letters a division: C and D are Roman numerals too, and follow A and B.
    fn is_division(&self, label: &Label, roman: Option<&Label>) -> bool {
        let ground = self.tree.open.first();
        let next = ground.and_then(|ground| ground.orders.get(&NodeKind::Division));
        roman.is_none() || next.is_some_and(|order| label.rank == Some(order.next()))
    }

    /// A block without marks: a sentence, or the number of a clause or section that needs none.
    fn words(&mut self, span: Range<usize>, notes: Vec<RawNote>) {
        let text = &self.source[span.clone()];
        if let Some((before, label)) = labels::dotted(text)
            && self.continues(&before, &label)
        {
            return self.subsection(&before, label, span, notes);
        }
        if let Some(label) = labels::digits(text, false)
            && self.is_clause_of_article(&label)
        {
            return self.numbered(NodeKind::Section, Some(label), span, notes);
        }
        self.heading_without_marks(&span);
        self.paragraph(span, notes);
    }

    /// Whether `1.2.` without marks goes on in the section 1 that is open.
    fn continues(&self, before: &[usize], label: &Label) -> bool {
        let Some(parent) = self.section_above(before) else { return false };
        let next = parent.orders.get(&NodeKind::Subsection).map_or(1, Sequence::next);
        label.rank == Some(next)
    }

    /// The open section whose numbers are these.
    fn section_above(&self, numbers: &[usize]) -> Option<&Open> {
        let is_section =
            |open: &&Open| matches!(open.kind, Some(NodeKind::Section | NodeKind::Subsection));
        let mut sections = self.tree.open.iter().filter(is_section);
        let mut found = None;
        for number in numbers {
            found = Some(sections.next().filter(|open| open.rank == Some(*number))?);
        }
        found
    }

    /// Whether the number without marks is that of the next khoản of the article that is open.
    fn is_clause_of_article(&self, label: &Label) -> bool {
        let articles = self.tree.open.iter();
        let article = articles.rev().find(|open| open.kind == Some(NodeKind::Article));
        article.is_some_and(|article| {
            let next = article.orders.get(&NodeKind::Section).map_or(1, Sequence::next);
            label.rank == Some(next)
        })
    }

    fn subsection(
        &mut self,
        before: &[usize],
        mut label: Label,
        span: Range<usize>,
        notes: Vec<RawNote>,
    ) {
        let is_section =
            |open: &Open| matches!(open.kind, Some(NodeKind::Section | NodeKind::Subsection));
        let above = self.section_above(before).is_some();
        let outer = self.tree.open.iter().take_while(|open| !is_section(open)).count();
        // Of the sections that are open those stay whose numbers the label repeats.
        let keep = outer + if above { before.len() } else { 0 };
        self.tree.close(keep.max(1), self.file, self.problems);
        if !above {
            let wanted = before.iter().map(usize::to_string).collect::<Vec<_>>().join(".");
            label.segment = format!("{wanted}.{}", label.segment);
            if notes.is_empty() {
                let at = self.file.passage(span.start..span.start + label.length);
                let written = &self.source[span.start..span.start + label.length];
                self.problems.push(ck106::subsection_outside_section(at, written, &wanted));
            }
        }
        self.push(NodeKind::Subsection, Some(label), span, notes);
    }

    fn dash(&mut self, span: Range<usize>, notes: Vec<RawNote>) {
        self.tree.close_to(depth(NodeKind::Dash), self.file, self.problems);
        let (parent, kind) = self.tree.parent();
        let in_part = self.tree.open.iter().any(|open| {
            matches!(open.kind, Some(NodeKind::Part | NodeKind::Clause | NodeKind::Article))
        });
        let last = self.tree.innermost();
        last.dashes += 1;
        // The children of others carry plain numbers themselves: ii.1 and ii-1 would share one anchor. A section
        // of an appendix that has no parts would share one with a row of its table of tasks.
        let plain = match kind {
            Some(NodeKind::Section | NodeKind::Subsection) => in_part,
            kind => kind == Some(NodeKind::Point),
        };
        let mark = if plain { "" } else { "g" };
        let id = NodeId::unnumbered(parent.as_ref(), &format!("{mark}{}", last.dashes));
        let words = Words::cut(self.source, span.start, 1, span.end, notes);
        let node = self.node(words, id.clone(), NodeKind::Dash);
        self.tree.open.push(Open::new(Some(id), None, Some(node)));
    }

    fn plus(&mut self, span: Range<usize>, notes: Vec<RawNote>) {
        self.tree.close_to(depth(NodeKind::Plus), self.file, self.problems);
        let (parent, kind) = self.tree.parent();
        let last = self.tree.innermost();
        last.pluses += 1;
        let mark = if kind == Some(NodeKind::Dash) { "" } else { "c" };
        let id = NodeId::unnumbered(parent.as_ref(), &format!("{mark}{}", last.pluses));
        let words = Words::cut(self.source, span.start, 1, span.end, notes);
        self.leaf(words, id, NodeKind::Plus);
    }

    fn paragraph(&mut self, span: Range<usize>, notes: Vec<RawNote>) {
        self.tree.close_to(depth(NodeKind::Dash), self.file, self.problems);
        let (parent, _) = self.tree.parent();
        let last = self.tree.innermost();
        last.paragraphs += 1;
        let id = NodeId::unnumbered(parent.as_ref(), &format!("p{}", last.paragraphs));
        let words = Words::cut(self.source, span.start, 0, span.end, notes);
        self.leaf(words, id, NodeKind::Paragraph);
    }

    fn table(&mut self, block: &Block) {
        self.tree.close_to(depth(NodeKind::Dash), self.file, self.problems);
        let (parent, _) = self.tree.parent();
        let last = self.tree.innermost();
        last.tables += 1;
        let id = NodeId::unnumbered(parent.as_ref(), &format!("b{}", last.tables));
        let document = self.tree.document.clone();
        let table = tables::table(block, self.source, document.as_ref(), self.file, self.problems);
        let Block { span, notes, .. } = block.clone();
        self.tree.innermost().children.push(RawNode {
            id,
            kind: NodeKind::Table,
            label: String::new(),
            gap: false,
            text: String::new(),
            calls: Vec::new(),
            span,
            notes,
            table: Some(table),
            children: Vec::new(),
        });
    }

    /// A footnote stands where it was written; its id is the document's.
    fn footnote(&mut self, label: usize, span: Range<usize>, notes: Vec<RawNote>) {
        self.tree.close_to(depth(NodeKind::Dash), self.file, self.problems);
        let Some((name, _)) = footnotes::opening(&self.source[span.clone()]) else { return };
        let id = footnotes::id(self.tree.document.as_ref(), name);
        let words = Words::cut(self.source, span.start, label, span.end, notes);
        self.leaf(words, id, NodeKind::Footnote);
    }

    fn leaf(&mut self, words: Words, id: NodeId, kind: NodeKind) {
        let node = self.node(words, id, kind);
        self.tree.innermost().children.push(node);
    }

    fn numbered(
        &mut self,
        kind: NodeKind,
        label: Option<Label>,
        span: Range<usize>,
        notes: Vec<RawNote>,
    ) {
        self.tree.close_to(depth(kind), self.file, self.problems);
        self.push(kind, label, span, notes);
    }

    /// Opens a numbered node within what is open.
    fn push(
        &mut self,
        kind: NodeKind,
        label: Option<Label>,
        span: Range<usize>,
        notes: Vec<RawNote>,
    ) {
        let length = label.as_ref().map_or(0, |label| label.length);
        let words = Words::cut(self.source, span.start, length, span.end, notes);
        self.check_place(kind, &words);
        let rank = label.as_ref().and_then(|label| label.rank);
        let id = self.id(kind, label, &words);
        let node = self.node(words, id.clone(), kind);
        self.tree.open.push(Open::new(Some(id), rank, Some(node)));
    }

    /// Notes the first node that lacks a level above it.
    fn check_place(&mut self, kind: NodeKind, words: &Words) {
        let label = self.source[words.label.clone()].to_owned();
        let last = self.tree.innermost();
        let fits = match kind {
            NodeKind::Section => last.kind.is_some(),
            NodeKind::Point => matches!(
                last.kind,
                Some(NodeKind::Section | NodeKind::Subsection | NodeKind::Article)
            ),
            _ => true,
        };
        // A remark says that the source itself has it there.
        let fits = fits || !words.notes.is_empty();
        if !fits && std::mem::take(&mut last.lacks_marks) {
            let at = self.file.passage(words.shown());
            self.problems.push(too_high(kind, at, &label));
        } else if !fits && last.loose.is_none() {
            last.loose = Some((kind, words.shown(), label));
        }
    }

    /// The id of a numbered node; reports a label that is missing, repeated or out of order.
    ///
    /// A remark on the node says that the source itself numbers so: then nothing is reported.
    fn id(&mut self, kind: NodeKind, label: Option<Label>, words: &Words) -> NodeId {
        let (parent, parent_kind) = self.tree.parent();
        let at = self.file.passage(words.shown());
        let excused = !words.notes.is_empty();
        let Some(label) = label else {
            let last = self.tree.innermost();
            last.orders.entry(kind).or_default().doubt();
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
        };
        let written = self.source[words.label.clone()].to_owned();
        // What lies in no part or section would be called as parts are.
        let bare = parent_kind.is_none_or(|kind| depth(kind) < depth(NodeKind::Part));
        let segment = match kind {
            NodeKind::Point if bare => format!("{}{}", NodeId::named(kind), label.segment),
            _ => label.segment.clone(),
        };
        self.begin_anew(kind, &label, &at, excused);
        let is_throughout = matches!(kind, NodeKind::Article | NodeKind::Chapter);
        let restarts = self.order(kind).restarts();
        let around = if is_throughout { self.tree.ground.as_ref() } else { parent.as_ref() };
        let id = match (is_throughout, restarts) {
            (_, 0) => NodeId::numbered(around, &segment),
            // Where articles restart, the chapter is part of their address.
            (true, _) if parent != self.tree.ground => NodeId::numbered(parent.as_ref(), &segment),
            (_, times) => NodeId::numbered(around, &segment).again(times + 1),
        };
        if let Some((first, times)) = self.tree.met.get_mut(&id) {
            *times += 1;
            let (first, mut again) = (first.clone(), id.again(*times));
            while let Some((_, times)) = self.tree.met.get_mut(&again) {
                *times += 1;
                again = again.again(*times);
            }
            self.tree.met.insert(again.clone(), (words.shown(), 1));
            self.order(kind).doubt();
            if !excused {
                let first = self.file.passage(first);
                self.problems.push(ck190::repeated_node(at, &id.in_words(), first));
            }
            return again;
        }
        self.tree.met.insert(id.clone(), (words.shown(), 1));
        if let Err(fault) = self.order(kind).take(&label, &written)
            && !excused
        {
            let within = if is_throughout { self.tree.ground.clone() } else { parent };
            let within = self.within(within.as_ref());
            let (after, expected) = (fault.after.as_deref(), fault.expected.as_deref());
            self.problems.push(ck103::out_of_order(at, &within, after, expected, &written));
        }
        id
    }

    /// The labels that this kind goes on from.
    fn order(&mut self, kind: NodeKind) -> &mut Sequence {
        match kind {
            NodeKind::Article | NodeKind::Chapter => self.tree.throughout.entry(kind).or_default(),
            _ => self.tree.innermost().orders.entry(kind).or_default(),
        }
    }

    /// A first label after several: the source begins to number anew, if a level or words of its own stand between,
    /// or a remark says so.
    fn begin_anew(&mut self, kind: NodeKind, label: &Label, at: &Place, excused: bool) {
        let behind_words = self.tree.behind_words;
        let last = self.tree.innermost();
        let is_first_here = !last.orders.contains_key(&kind) && last.kind.is_some();
        // So that it is known which levels the text has.
        last.orders.entry(kind).or_default();
        let taken = self.order(kind).next() - 1;
        let anew = match kind {
            NodeKind::Article | NodeKind::Chapter => is_first_here && taken >= 1,
            _ => (behind_words || excused) && taken >= 2,
        };
        if label.rank == Some(1) && anew {
            self.order(kind).restart();
            if !excused {
                self.problems.push(ck103::begins_anew(at.clone()));
            }
        }
    }

    /// How a message names the node whose children are out of order.
    fn within(&self, parent: Option<&NodeId>) -> String {
        let named = parent.filter(|parent| Some(*parent) != self.tree.ground.as_ref());
        match (named.map(|id| (id.citation(), id.in_words())), self.tree.top) {
            (Some((citation, words)), _) if words.contains("Điều") || citation.is_empty() => {
                crate::text::capitalised(&words)
            }
            (Some((citation, _)), _) => citation,
            (None, NodeKind::Clause) => "Phụ lục".to_owned(),
            (None, _) => "Nội dung".to_owned(),
        }
    }

    /// Warns of a paragraph that looks like a heading whose marks were forgotten.
    fn heading_without_marks(&mut self, span: &Range<usize>) {
        let text = &self.source[span.clone()];
        let part = labels::roman(text).map(|label| (label.length, "#"));
        let section = labels::digits(text, false).map(|label| (label.length, "##"));
        let subsection = labels::dotted(text)
            .filter(|(_, label)| text[..label.length].ends_with('.'))
            .map(|(before, label)| (label.length, if before.len() == 1 { "###" } else { "####" }));
        // A year or an amount may open a sentence; sections have one digit or two.
        if let Some((length, marks)) = subsection.or(part).or(section)
            && (marks.len() > 2 || length <= if marks == "#" { 5 } else { 3 })
        {
            let at = self.file.passage(span.start..span.start + length);
            self.problems.push(ck106::heading_without_marks(at, &text[..length], marks));
            self.tree.close_to(depth(NodeKind::Dash), self.file, self.problems);
            self.tree.innermost().lacks_marks = true;
        }
    }

    fn node(&self, words: Words, id: NodeId, kind: NodeKind) -> RawNode {
        // Only what parts the lines of a file becomes a single space; a no-break space is the
        // document's own.
        let space = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n');
        let joined = |piece: &str| {
            let words: Vec<_> = piece.split(space).filter(|word| !word.is_empty()).collect();
            let mut text = words.join(" ");
            if !text.is_empty() && piece.starts_with(space) {
                text.insert(0, ' ');
            }
            if !words.is_empty() && piece.ends_with(space) || words.is_empty() && !piece.is_empty()
            {
                text.push(' ');
            }
            text
        };
        let document = self.tree.document.as_ref();
        let (text, calls) =
            footnotes::without_marks(self.source, words.text.clone(), document, joined);
        let label = self.source[words.label.clone()].to_owned();
        let gap = !label.is_empty() && words.text.start > words.label.end;
        let (span, children) = (words.span(), Vec::new());
        RawNode {
            id,
            kind,
            label,
            gap,
            text,
            calls,
            span,
            notes: words.notes,
            table: None,
            children,
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
}

fn depth(kind: NodeKind) -> usize {
    match kind {
        NodeKind::Division => 1,
        NodeKind::Chapter => 2,
        NodeKind::Heading => 3,
        NodeKind::Subheading => 4,
        NodeKind::Article | NodeKind::Part | NodeKind::Clause => 5,
        NodeKind::Section => 6,
        NodeKind::Subsection => 7,
        NodeKind::Point => 8,
        NodeKind::Dash => 9,
        NodeKind::Plus | NodeKind::Paragraph | NodeKind::Table | NodeKind::Footnote => 10,
    }
}
