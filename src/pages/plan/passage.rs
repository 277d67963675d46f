//! How a node of the text is shown: as a heading or a passage, with its label, its footnotes, its remarks.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::pages::context::{Context, runs};
use crate::pages::values::{Link, NoteCall, Run};
use crate::parse::{
    NodeId, NodeKind, Quoted, RawBlock, RawCall, RawLine, RawNode, RawPlanText, RawRegion,
    TableSort,
};
use crate::paths;
use crate::progress::Disclosed;
use crate::vocabulary::text as words;

/// A footnote.
#[derive(Clone, Debug, Serialize)]
pub struct Footnote {
    /// The fragment.
    pub id: String,
    /// Its mark.
    pub label: String,
    /// Its words.
    pub words: Vec<Run>,
    /// Back to where it is called.
    pub back: Vec<Link>,
    /// Editorial notes.
    pub notes: Vec<String>,
}

/// The longest heading, in characters; what is longer is a sentence with a number.
const LONGEST_HEADING: usize = 160;

/// Whether the node's words stand above what it holds.
pub(crate) fn is_heading(node: &RawNode, in_article: bool) -> bool {
    let is_sentence = node.text.ends_with(['.', ';', '…'])
        || node.text.chars().count() > LONGEST_HEADING
        || node.text.ends_with(':')
            && node.children.iter().any(|child| child.kind == NodeKind::Point);
    match node.kind {
        NodeKind::Division
        | NodeKind::Chapter
        | NodeKind::Heading
        | NodeKind::Subheading
        | NodeKind::Part => true,
        NodeKind::Section => !in_article,
        NodeKind::Article => !is_sentence,
        NodeKind::Subsection => !in_article && !is_sentence,
        NodeKind::Point
        | NodeKind::Dash
        | NodeKind::Plus
        | NodeKind::Paragraph
        | NodeKind::Table
        | NodeKind::Footnote
        | NodeKind::Clause => false,
    }
}

/// What the style sheet calls a passage that is no heading.
pub(crate) fn style(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Division
        | NodeKind::Chapter
        | NodeKind::Heading
        | NodeKind::Subheading
        | NodeKind::Part => "part",
        NodeKind::Article => "article",
        NodeKind::Section => "section",
        NodeKind::Subsection => "subsection",
        NodeKind::Point => "point",
        NodeKind::Dash => "dash",
        NodeKind::Plus => "plus",
        NodeKind::Paragraph | NodeKind::Table | NodeKind::Footnote => "paragraph",
        NodeKind::Clause => "clause",
    }
}

/// The label as the source has it, with the space behind it.
pub(crate) fn label(node: &RawNode) -> String {
    let gap = if node.gap && !node.label.is_empty() { " " } else { "" };
    format!("{}{gap}", node.label)
}

/// Label and words, as the source has them, without marks of footnotes.
pub(crate) fn words_of(node: &RawNode) -> String {
    format!("{}{}", label(node), node.text)
}

/// What editors say of the node.
pub(crate) fn remarks(node: &RawNode) -> Vec<String> {
    node.notes.iter().map(|note| note.text.clone()).collect()
}

/// A line with its footnotes.
pub(crate) fn line(line: &RawLine) -> Vec<Run> {
    footnoted("", &line.text, &line.calls)
}

/// Words of a task on another page than the footnotes that they call, a passage a line.
pub(crate) fn quoted(here: Context<'_>, task: Disclosed<'_>, words: Quoted<'_>) -> Vec<Vec<Run>> {
    let text = here.href(&paths::text(&task.plan().id));
    let call = |call: &RawCall| NoteCall {
        id: None,
        href: format!("{text}#{}", call.note.anchor()),
        name: words::footnote(&call.label),
    };
    let lines = words.lines(task.document()).into_iter();
    lines.map(|line| with_calls("", &line.text, &line.calls, call)).collect()
}

/// Words with the marks of their footnotes, `before` them what stands at their head.
pub(crate) fn footnoted(before: &str, text: &str, calls: &[RawCall]) -> Vec<Run> {
    with_calls(before, text, calls, |call| NoteCall {
        id: Some(mark(call)),
        href: format!("#{}", call.note.anchor()),
        name: words::footnote(&call.label),
    })
}

fn with_calls(
    before: &str,
    text: &str,
    calls: &[RawCall],
    link: impl Fn(&RawCall) -> NoteCall,
) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    let mut done = 0;
    let mut head = before.to_owned();
    for call in calls {
        head.push_str(&text[done..call.at]);
        found.extend(runs(&std::mem::take(&mut head)));
        done = call.at;
        found.push(Run { text: call.label.clone(), whole: false, note: Some(link(call)) });
    }
    head.push_str(&text[done..]);
    found.extend(runs(&head));
    found
}

/// The fragment of a mark.
fn mark(call: &RawCall) -> String {
    format!("{}-{}", call.note.anchor(), call.time)
}

/// Where each footnote is called, as fragments of the page in the order of its text; calls of tables come last.
#[derive(Debug, Default)]
pub(crate) struct Marks(BTreeMap<NodeId, Called>);

#[derive(Debug, Default)]
struct Called {
    /// The highest number that a call of it has.
    last: usize,
    marks: Vec<String>,
}

impl Marks {
    /// The marks of a text that are links; those of the tables of tasks are to be added.
    pub(crate) fn of(text: &RawPlanText) -> Self {
        let mut marks = Self::default();
        for region in &text.regions {
            match region {
                RawRegion::Title(blocks) => marks.add_blocks(blocks, true),
                RawRegion::Body(nodes) => marks.add_nodes(nodes),
                RawRegion::Appendix { title, clauses, .. } => {
                    marks.add_blocks(title, true);
                    marks.add_nodes(clauses);
                }
                RawRegion::Letterhead(blocks)
                | RawRegion::Recipients(blocks)
                | RawRegion::Signature(blocks) => marks.add_blocks(blocks, false),
                RawRegion::Enclosed { .. } | RawRegion::TableHeader(_) => {}
            }
        }
        marks
    }

    /// Numbers the calls of a cell behind those before it.
    pub(crate) fn number(&mut self, calls: &mut [RawCall]) {
        for call in calls {
            call.time = self.0.get(&call.note).map_or(0, |called| called.last) + 1;
            self.add(call, true);
        }
    }

    fn add_blocks(&mut self, blocks: &[RawBlock], are_links: bool) {
        let calls = blocks.iter().flat_map(|block| &block.lines).flat_map(|line| &line.calls);
        calls.for_each(|call| self.add(call, are_links));
    }

    fn add_nodes(&mut self, nodes: &[RawNode]) {
        for node in nodes {
            node.calls.iter().for_each(|call| self.add(call, true));
            let lines = node.table.iter().flat_map(|table| table.cells().flatten());
            lines.flat_map(|line| &line.calls).for_each(|call| self.add(call, true));
            self.add_nodes(&node.children);
        }
    }

    fn add(&mut self, call: &RawCall, is_link: bool) {
        let called = self.0.entry(call.note.clone()).or_default();
        called.last = called.last.max(call.time);
        if is_link {
            called.marks.push(mark(call));
        }
    }
}

/// A footnote, with the way back to each of its marks.
pub(crate) fn footnote(marks: &Marks, node: &RawNode) -> Footnote {
    let label = node.label.trim_start_matches("[^").trim_end_matches(':').trim_end_matches(']');
    let back = marks.0.get(&node.id).map_or(&[][..], |called| &called.marks);
    let is_one = back.len() == 1;
    let back = back.iter().enumerate().map(|(index, mark)| Link {
        href: format!("#{mark}"),
        text: if is_one { words::back().to_owned() } else { words::back_to(index + 1) },
    });
    Footnote {
        id: node.id.anchor(),
        label: label.to_owned(),
        words: footnoted("", &node.text, &node.calls),
        back: back.collect(),
        notes: remarks(node),
    }
}

/// What an editor calls a table.
pub(crate) fn sort_in_words(sort: TableSort) -> &'static str {
    match sort {
        TableSort::Calendar => words::calendar(),
        TableSort::Indicators => words::indicators(),
        TableSort::Form => words::form(),
    }
}
