//! How a node of the text is shown: as a heading or a passage, with its label, its footnotes, its remarks.

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::runs;
use crate::pages::values::{Link, NoteCall, Run};
use crate::parse::{NodeKind, RawCall, RawLine, RawNode, RawRegion, TableSort};
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

/// Words with the marks of their footnotes, `before` them what stands at their head.
pub(crate) fn footnoted(before: &str, text: &str, calls: &[RawCall]) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    let mut done = 0;
    let mut head = before.to_owned();
    for call in calls {
        head.push_str(&text[done..call.at]);
        found.extend(runs(&std::mem::take(&mut head)));
        done = call.at;
        found.push(Run {
            text: call.label.clone(),
            whole: false,
            note: Some(NoteCall {
                id: mark(call),
                href: format!("#{}", call.note.anchor()),
                name: words::footnote(&call.label),
            }),
        });
    }
    head.push_str(&text[done..]);
    found.extend(runs(&head));
    found
}

/// The fragment of a mark.
fn mark(call: &RawCall) -> String {
    format!("{}-{}", call.note.anchor(), call.time)
}

/// A footnote, with the way back to each of its marks.
pub(crate) fn footnote(plan: &Plan, node: &RawNode) -> Footnote {
    let label = node.label.trim_start_matches("[^").trim_end_matches(':').trim_end_matches(']');
    let mut times = 0;
    count(plan, &mut |call| times += usize::from(call.note == node.id));
    let back = (1..=times).map(|time| Link {
        href: format!("#{}-{time}", node.id.anchor()),
        text: if times == 1 { words::back().to_owned() } else { words::back_to(time) },
    });
    Footnote {
        id: node.id.anchor(),
        label: label.to_owned(),
        words: footnoted("", &node.text, &node.calls),
        back: back.collect(),
        notes: remarks(node),
    }
}

/// Every mark of the text that is a link.
fn count(plan: &Plan, each: &mut impl FnMut(&RawCall)) {
    fn within(nodes: &[RawNode], each: &mut impl FnMut(&RawCall)) {
        for node in nodes {
            node.calls.iter().for_each(&mut *each);
            let cells = node.table.iter().flat_map(|table| table.cells().flatten());
            cells.flat_map(|line| &line.calls).for_each(&mut *each);
            within(&node.children, each);
        }
    }
    for region in &plan.text.regions {
        match region {
            RawRegion::Title(blocks) => {
                blocks.iter().flat_map(|b| &b.lines).flat_map(|l| &l.calls).for_each(&mut *each);
            }
            RawRegion::Body(nodes) => within(nodes, each),
            RawRegion::Appendix { title, clauses, .. } => {
                title.iter().flat_map(|b| &b.lines).flat_map(|l| &l.calls).for_each(&mut *each);
                within(clauses, each);
            }
            RawRegion::Enclosed { .. }
            | RawRegion::Letterhead(_)
            | RawRegion::Recipients(_)
            | RawRegion::Signature(_)
            | RawRegion::TableHeader(_) => {}
        }
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
