//! The blocks of a text, and what was noticed of them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::characters::{Door, folded};
use super::super::refusal::{Counted, Refusal};
use super::super::xml::{Element, Node};
use super::styles::{LEVELS, Style, Styles};
use crate::import::block::{Block, Noticed, Origin, Paragraph, What};

/// The most paragraphs of a document.
const MOST_PARAGRAPHS: usize = 200_000;

/// Where blocks stand.
#[derive(Clone, Copy, Default)]
pub(super) struct Scope {
    pub(super) cell: Option<(usize, usize, usize)>,
}

/// How text stands.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub(super) bold: bool,
    pub(super) hidden: bool,
    pub(super) struck: bool,
}

/// A list that is open.
pub(super) struct List {
    pub(super) style: Option<String>,
    pub(super) id: Option<String>,
}

/// A paragraph while it is read.
#[derive(Default)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) some: bool,
    pub(super) other: bool,
    pub(super) hidden: String,
    pub(super) struck: String,
    pub(super) notes: Vec<(String, Vec<Paragraph>)>,
    pub(super) after: Vec<Block>,
}

#[derive(Default)]
pub(super) struct Reader {
    pub(super) styles: Styles,
    pub(super) door: Door,
    pub(super) noticed: Vec<Noticed>,
    pub(super) paragraphs: usize,
    pub(super) tables: usize,
    pub(super) cells: usize,
    /// Bytes of text that were read once more for a row or a cell that stands for several.
    pub(super) again: usize,
    pub(super) lists: Vec<List>,
    /// How far each list has counted: by its style, and by its own name where it goes on.
    pub(super) counted: BTreeMap<String, [Option<i64>; LEVELS]>,
    /// The number of an item whose first paragraph has not come.
    pub(super) number: Option<String>,
    pub(super) told: BTreeSet<String>,
    pub(super) new_page: bool,
    pub(super) note: Option<Origin>,
    /// Regions that were inserted, by their names; and the open one's words.
    pub(super) inserted: BTreeSet<String>,
    pub(super) inserting: bool,
    pub(super) insertion: String,
}

impl Reader {
    pub(super) fn here(&self, scope: Scope) -> Origin {
        self.note.clone().unwrap_or(Origin { line: self.paragraphs.max(1), cell: scope.cell })
    }

    pub(super) fn notice(&mut self, at: Origin, what: What, words: &str) {
        let words = folded(&self.door.usual(words)).replace('\n', " ");
        self.noticed.push(Noticed { at, what, words });
    }

    /// Tracked changes: deleted words stand in a list of their own.
    pub(super) fn changes(&mut self, text: &Element) {
        for region in text.all("text:changed-region") {
            if let Some(deletion) = region.child("text:deletion") {
                let words: Vec<String> =
                    deletion.all("text:p").iter().map(|p| all_text(p)).collect();
                self.notice(Origin::default(), What::Deleted, &words.join(" "));
            }
            if region.child("text:insertion").is_some() {
                let id = region.attribute("text:id").or(region.attribute("xml:id"));
                self.inserted.extend(id.map(str::to_owned));
            }
        }
    }

    pub(super) fn furniture(&mut self, root: &Element) {
        for page in root.all("style:master-page") {
            for part in page.elements().filter(|part| {
                part.name.starts_with("style:header") || part.name.starts_with("style:footer")
            }) {
                let words: Vec<String> = part.all("text:p").iter().map(|p| all_text(p)).collect();
                let words = words.join(" ");
                if !words.trim().is_empty() {
                    self.notice(Origin::default(), What::PageFurniture, &words);
                }
            }
        }
    }

    pub(super) fn blocks(
        &mut self,
        holder: &Element,
        scope: Scope,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Refusal> {
        for element in holder.elements() {
            match element.name.as_str() {
                "text:p" | "text:h" => self.paragraph(element, scope, blocks)?,
                "text:list" => self.list(element, scope, blocks)?,
                "table:table" => {
                    let table = self.table(element, scope)?;
                    blocks.extend(table.map(Block::Table));
                }
                "text:tracked-changes"
                | "office:forms"
                | "text:sequence-decls"
                | "office:annotation"
                | "text:variable-decls"
                | "text:user-field-decls" => {}
                "text:change-start" => self.change(element, true, &self.here(scope)),
                "text:change-end" => self.change(element, false, &self.here(scope)),
                "draw:frame" | "draw:custom-shape" | "draw:rect" | "draw:g" | "draw:line" => {
                    let mut line = Line::default();
                    self.drawing(element, scope, &mut line)?;
                    blocks.append(&mut line.after);
                }
                // Sections, indexes and what else holds blocks.
                _ => self.blocks(element, scope, blocks)?,
            }
        }
        Ok(())
    }

    pub(super) fn change(&mut self, element: &Element, starts: bool, at: &Origin) {
        let id = element.attribute("text:change-id").unwrap_or_default();
        if !self.inserted.contains(id) {
            return;
        }
        self.inserting = starts;
        if !starts {
            let words = std::mem::take(&mut self.insertion);
            self.notice(at.clone(), What::Inserted, &words);
        }
    }

    pub(super) fn paragraph(
        &mut self,
        element: &Element,
        scope: Scope,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Refusal> {
        self.paragraphs += 1;
        if self.paragraphs > MOST_PARAGRAPHS {
            return Err(Refusal::TooMany { what: Counted::Paragraphs, most: MOST_PARAGRAPHS });
        }
        let at = self.here(scope);
        let name = element.attribute("text:style-name");
        let say = |styles: &Styles, say: fn(&Style) -> Option<bool>| {
            styles.first("paragraph", name, say) == Some(true)
        };
        self.new_page |= say(&self.styles, |style| style.new_page);
        let look = Look {
            bold: say(&self.styles, |style| style.bold),
            hidden: say(&self.styles, |style| style.hidden),
            struck: say(&self.styles, |style| style.struck),
        };
        let centred = say(&self.styles, |style| style.centred);
        let page_after = say(&self.styles, |style| style.page_after);
        let mut line = Line::default();
        self.inline(element, look, scope, &mut line)?;
        if self.inserting {
            self.insertion.push(' ');
        }
        for (what, words) in [(What::Hidden, &line.hidden), (What::Struck, &line.struck)] {
            if !words.trim().is_empty() {
                self.notice(at.clone(), what, words);
            }
        }
        let text = folded(&self.door.usual(&line.text));
        let number = self.number.take().or_else(|| self.of_outline(element));
        if !text.is_empty() || number.is_some() {
            let bold = line.some && !line.other;
            let new_page = std::mem::take(&mut self.new_page);
            blocks.push(Block::Paragraph(Paragraph { at, text, number, bold, centred, new_page }));
        }
        let notes = line.notes.into_iter().filter(|(_, paragraphs)| !paragraphs.is_empty());
        blocks.extend(notes.map(|(mark, paragraphs)| Block::Note { mark, paragraphs }));
        blocks.append(&mut line.after);
        self.new_page |= page_after;
        Ok(())
    }
}

/// All text within, however deep.
pub(super) fn all_text(element: &Element) -> String {
    let mut text = String::new();
    for node in &element.children {
        match node {
            Node::Text(own) => text.push_str(own),
            Node::Element(element)
                if matches!(element.name.as_str(), "text:s" | "text:tab" | "text:line-break") =>
            {
                text.push(' ');
            }
            Node::Element(element) => text.push_str(&all_text(element)),
        }
    }
    text
}
