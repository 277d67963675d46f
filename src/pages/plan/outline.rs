//! The outline beside a plan's text: its two uppermost levels.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::pages::plan::ends;
use crate::pages::plan::passage::words_of;
use crate::pages::values::Link;
use crate::parse::{NodeKind, RawNode, RawPlanText, RawRegion};
use crate::vocabulary::cut;
use crate::vocabulary::text as words;

/// A part in the outline.
#[derive(Clone, Debug, Serialize)]
pub struct OutlineItem {
    /// The part.
    pub link: Link,
    /// Its sections.
    pub items: Vec<Link>,
}

/// The outline of a text; an appendix is named where there are several, or a document is enclosed.
pub(crate) fn of(text: &RawPlanText) -> Vec<OutlineItem> {
    let several = text
        .regions
        .iter()
        .filter(|region| matches!(region, RawRegion::Enclosed { .. } | RawRegion::Appendix { .. }))
        .count()
        > 1;
    let is_enclosed = text.regions.iter().any(|r| matches!(r, RawRegion::Enclosed { .. }));
    let mut outline = Vec::new();
    let mut kinds = Kinds::default();
    for (index, region) in text.regions.iter().enumerate() {
        match region {
            RawRegion::Body(nodes) => {
                let before = index.checked_sub(1).and_then(|index| text.regions.get(index));
                let goes_on = matches!(before, Some(RawRegion::TableHeader(_)));
                if !goes_on {
                    kinds = Kinds::default();
                }
                parts(nodes, goes_on, &mut kinds, &mut outline);
            }
            RawRegion::Enclosed { id } => {
                let href = format!("#{}", id.title_anchor());
                let title = text.regions[index..].iter().find_map(|region| match region {
                    RawRegion::Title(blocks) => ends::all_lines(blocks).next(),
                    _ => None,
                });
                let text =
                    title.map_or_else(|| words::enclosed().to_owned(), |line| line.text.clone());
                outline.push(item(Link { href, text }));
            }
            RawRegion::Appendix { id, title, clauses } if several || is_enclosed => {
                if let Some(line) = ends::all_lines(title).next() {
                    let href = format!("#{}", id.title_anchor());
                    outline.push(item(Link { href, text: line.text.clone() }));
                }
                let below: Vec<Link> = clauses.iter().filter(is_listed).map(link).collect();
                if let Some(last) = outline.last_mut() {
                    last.items.extend(below);
                }
            }
            RawRegion::Appendix { .. }
            | RawRegion::Letterhead(_)
            | RawRegion::Title(_)
            | RawRegion::Recipients(_)
            | RawRegion::Signature(_)
            | RawRegion::TableHeader(_) => {}
        }
    }
    outline
}

fn item(link: Link) -> OutlineItem {
    OutlineItem { link, items: Vec::new() }
}

/// The headings of a text, each with those below it; one that goes on behind a table stands with its like.
fn parts(nodes: &[RawNode], goes_on: bool, kinds: &mut Kinds, outline: &mut Vec<OutlineItem>) {
    for node in nodes.iter().filter(is_listed) {
        let last = outline.last_mut().filter(|_| goes_on);
        if let Some(last) = last.filter(|_| kinds.below.contains(&node.kind)) {
            last.items.push(link(node));
            continue;
        }
        if goes_on && !kinds.top.contains(&node.kind) {
            continue;
        }
        kinds.top.insert(node.kind);
        let inner = node.children.iter().filter(is_listed);
        // Of an article the clauses are its text.
        let inner: Vec<_> = inner.filter(|_| node.kind != NodeKind::Article).collect();
        kinds.below.extend(inner.iter().map(|node| node.kind));
        let items = inner.into_iter().map(link).collect();
        outline.push(OutlineItem { link: link(node), items });
    }
}

/// Which kinds of headings the outline names of one text.
#[derive(Default)]
struct Kinds {
    top: BTreeSet<NodeKind>,
    below: BTreeSet<NodeKind>,
}

fn is_listed(node: &&RawNode) -> bool {
    node.kind.is_heading() && node.kind != NodeKind::Subsection
}

fn link(node: &RawNode) -> Link {
    let words = words_of(node);
    let text = if node.kind == NodeKind::Article { cut::shortened(&words) } else { words };
    Link { href: format!("#{}", node.id.anchor()), text }
}
