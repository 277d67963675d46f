//! Footnotes: the marks `[^1]` within words, and the notes `[^1]: …` that they call.

use std::collections::BTreeMap;
use std::ops::Range;

use super::kind::NodeKind;
use super::node_id::NodeId;
use super::raw::{RawBlock, RawCall, RawLine, RawNode, RawRegion};
use crate::diagnostic::{Diagnostics, SourcePath, catalog::ck106};

/// The longest label: nobody numbers further.
const LONGEST: usize = 6;

/// The label of a note that the text opens as, and the bytes of its mark: `[^1]:`.
pub(super) fn opening(text: &str) -> Option<(&str, usize)> {
    let (label, length) = mark(text)?;
    text[length..].starts_with(':').then_some((label, length + 1))
}

/// The id of the note of this label.
pub(super) fn id(ground: Option<&NodeId>, label: &str) -> NodeId {
    NodeId::unnumbered(ground, &format!("ct{}", label.to_ascii_lowercase()))
}

/// The line without its marks, and what they call.
pub(super) fn line(source: &str, span: Range<usize>, ground: Option<&NodeId>) -> RawLine {
    let (text, calls) = without_marks(source, span.clone(), ground, str::to_owned);
    RawLine { text, calls, span }
}

/// The words of the range without marks, each stretch as `joined` makes it, and what the marks call.
pub(super) fn without_marks(
    source: &str,
    range: Range<usize>,
    ground: Option<&NodeId>,
    joined: impl Fn(&str) -> String,
) -> (String, Vec<RawCall>) {
    let mut text = String::new();
    let mut calls = Vec::new();
    let mut done = range.start;
    let mut at = range.start;
    while let Some(found) = source[at..range.end].find("[^") {
        let start = at + found;
        let Some((label, length)) = mark(&source[start..range.end]) else {
            at = start + 2;
            continue;
        };
        text.push_str(&joined(&source[done..start]));
        done = start + length;
        at = done;
        calls.push(RawCall {
            at: text.len(),
            label: label.to_owned(),
            note: id(ground, label),
            time: 1,
            span: start..done,
        });
    }
    text.push_str(&joined(&source[done..range.end]));
    (text, calls)
}

/// The label of the mark that the text opens with, and the mark's bytes.
fn mark(text: &str) -> Option<(&str, usize)> {
    let inner = text.strip_prefix("[^")?;
    let label = &inner[..inner.find(']')?];
    let is_label =
        (1..=LONGEST).contains(&label.len()) && label.bytes().all(|b| b.is_ascii_alphanumeric());
    is_label.then_some((label, "[^]".len() + label.len()))
}

/// Counts the calls of each note and tells those without one. Returns the notes that nothing here calls, each with
/// the bytes of what it opens with: cells of tasks, which stand in other files, may call them.
pub(super) fn check(
    regions: &mut [RawRegion],
    file: &SourcePath,
    problems: &mut Diagnostics,
) -> Vec<(NodeId, Range<usize>)> {
    let mut notes = BTreeMap::new();
    for region in regions.iter_mut() {
        if let RawRegion::Body(nodes) | RawRegion::Appendix { clauses: nodes, .. } = region {
            gather(nodes, &mut notes, file, problems);
        }
    }
    let mut count = |call: &mut RawCall| match notes.get_mut(&call.note) {
        Some((_, times)) => {
            *times += 1;
            call.time = *times;
        }
        None => {
            let at = file.passage(call.span.clone());
            problems.push(ck106::call_without_footnote(at, &call.label));
        }
    };
    for region in regions {
        match region {
            RawRegion::Letterhead(blocks)
            | RawRegion::Title(blocks)
            | RawRegion::Recipients(blocks)
            | RawRegion::Signature(blocks) => in_blocks(blocks, &mut count),
            RawRegion::Appendix { title, clauses, .. } => {
                in_blocks(title, &mut count);
                in_nodes(clauses, &mut count);
            }
            RawRegion::Body(nodes) => in_nodes(nodes, &mut count),
            RawRegion::TableHeader(header) => {
                header
                    .headings
                    .iter_mut()
                    .flat_map(|heading| &mut heading.calls)
                    .for_each(&mut count);
            }
            RawRegion::Enclosed { .. } => {}
        }
    }
    let uncalled = notes.into_iter().filter(|(_, (_, times))| *times == 0);
    uncalled.map(|(id, (mark, _))| (id, mark)).collect()
}

/// Every note, with the bytes of its mark and the count of its calls; one that stands twice gets another id.
fn gather(
    nodes: &mut [RawNode],
    notes: &mut BTreeMap<NodeId, (Range<usize>, usize)>,
    file: &SourcePath,
    problems: &mut Diagnostics,
) {
    for node in nodes {
        if node.kind == NodeKind::Footnote {
            let mark = node.span.start..node.span.start + node.label.len();
            if let Some((first, _)) = notes.get(&node.id) {
                let at = file.passage(mark.clone());
                problems.push(ck106::repeated_footnote(at, file.passage(first.clone())));
                let id = node.id.clone();
                let free = (2..).map(|time| id.again(time)).find(|id| !notes.contains_key(id));
                node.id = free.expect("the numbers do not end");
                // That nothing calls it is not told as well.
                notes.insert(node.id.clone(), (mark, 1));
            } else {
                notes.insert(node.id.clone(), (mark, 0));
            }
        }
        gather(&mut node.children, notes, file, problems);
    }
}

fn in_nodes(nodes: &mut [RawNode], count: &mut impl FnMut(&mut RawCall)) {
    for node in nodes {
        node.calls.iter_mut().for_each(&mut *count);
        if let Some(table) = &mut node.table {
            for cell in table.head.iter_mut().chain(table.rows.iter_mut().flatten()) {
                in_lines(cell, count);
            }
        }
        in_nodes(&mut node.children, count);
    }
}

fn in_blocks(blocks: &mut [RawBlock], count: &mut impl FnMut(&mut RawCall)) {
    blocks.iter_mut().for_each(|block| in_lines(&mut block.lines, count));
}

fn in_lines(lines: &mut [RawLine], count: &mut impl FnMut(&mut RawCall)) {
    lines.iter_mut().flat_map(|line| &mut line.calls).for_each(count);
}
