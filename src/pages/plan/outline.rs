//! The outline beside a plan's text: its two uppermost levels.

use serde::Serialize;

use crate::pages::parts::cut;
use crate::pages::plan::ends;
use crate::pages::plan::passage::words_of;
use crate::pages::values::Link;
use crate::parse::{NodeKind, RawNode, RawPlanText, RawRegion};
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
    for (index, region) in text.regions.iter().enumerate() {
        match region {
            RawRegion::Body(nodes) => parts(nodes, index, &mut outline),
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

/// The headings of a text, each with those below it.
fn parts(nodes: &[RawNode], region: usize, outline: &mut Vec<OutlineItem>) {
    for node in nodes.iter().filter(is_listed) {
        let inner = node.children.iter().filter(is_listed);
        // Of an article the clauses are its text.
        let inner = inner.filter(|_| node.kind != NodeKind::Article);
        let items: Vec<Link> = inner.map(link).collect();
        match outline.last_mut() {
            // A section that goes on behind a table belongs to the part before it.
            Some(last) if region > 0 && last.link.href == above(node) => {
                last.items.push(link(node))
            }
            _ => outline.push(OutlineItem { link: link(node), items }),
        }
    }
}

fn is_listed(node: &&RawNode) -> bool {
    node.kind.is_heading() && node.kind != NodeKind::Subsection
}

fn link(node: &RawNode) -> Link {
    let words = words_of(node);
    let text = if node.kind == NodeKind::Article { cut::shortened(&words) } else { words };
    Link { href: format!("#{}", node.id.anchor()), text }
}

/// The address of the node that this one's id lies below.
fn above(node: &RawNode) -> String {
    let anchor = node.id.anchor();
    anchor.rsplit_once('-').map_or_else(String::new, |(above, _)| format!("#{above}"))
}
