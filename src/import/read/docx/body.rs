//! The body of a document of Word, block by block.

use std::collections::{BTreeMap, BTreeSet};

use super::super::characters::{Door, folded};
use super::super::refusal::Refusal;
use super::super::xml::Element;
use super::line::{Kind, Line, Look};
use super::numbering::Lists;
use super::styles::{Styles, value};
use super::within::{chosen, has_words, words_in};
use crate::import::block::{Block, Document, Noticed, Origin, What};

/// What the body refers to.
pub(super) struct Parts<'a> {
    pub(super) styles: Styles,
    pub(super) footnotes: BTreeMap<String, &'a Element>,
    pub(super) endnotes: BTreeMap<String, &'a Element>,
}

/// A reader of one body.
pub(super) struct Body<'a> {
    pub(super) parts: &'a Parts<'a>,
    pub(super) lists: Lists,
    pub(super) door: Door,
    pub(super) noticed: Vec<Noticed>,
    pub(super) paragraphs: usize,
    pub(super) tables: usize,
    pub(super) cells: usize,
    /// Notes that were called, and the last mark that was given.
    pub(super) called: BTreeSet<(Kind, String)>,
    pub(super) marks: usize,
    /// Whether each section begins on a new page, in order; and which one is being read.
    pub(super) sections: Vec<bool>,
    pub(super) section: usize,
    /// The next paragraph begins a page.
    pub(super) new_page: bool,
    /// Where the words of a note stand: where it was called.
    pub(super) note: Option<Origin>,
    /// Words whose paragraph's end was deleted: they go on in the next.
    pub(super) carried: Option<Line>,
}

impl<'a> Body<'a> {
    pub(super) fn new(parts: &'a Parts<'a>, lists: Lists) -> Body<'a> {
        Body {
            parts,
            lists,
            door: Door::default(),
            noticed: Vec::new(),
            paragraphs: 0,
            tables: 0,
            cells: 0,
            called: BTreeSet::new(),
            marks: 0,
            sections: Vec::new(),
            section: 0,
            new_page: false,
            note: None,
            carried: None,
        }
    }

    /// The whole document.
    pub(super) fn read(mut self, root: &'a Element) -> Result<Document, Refusal> {
        self.sections = root
            .all("w:sectPr")
            .iter()
            .map(|section| {
                value(section, "w:type")
                    .is_none_or(|kind| kind != "continuous" && kind != "nextColumn")
            })
            .collect();
        let mut blocks = Vec::new();
        let bodies: Vec<&Element> =
            root.elements().filter(|element| element.name == "w:body").collect();
        // Of a root that is not known, what it holds may be.
        for body in if bodies.is_empty() { vec![root] } else { bodies } {
            blocks.extend(self.blocks(body, None)?);
        }
        // A note whose call was deleted has words all the same.
        for (kind, notes) in
            [(Kind::Foot, &self.parts.footnotes), (Kind::End, &self.parts.endnotes)]
        {
            for id in notes
                .keys()
                .filter(|id| !self.called.contains(&(kind, (*id).clone())))
                .cloned()
                .collect::<Vec<_>>()
            {
                let mark = self.mark();
                if let Some(note) =
                    self.note(kind, &id, mark, &Origin { line: self.paragraphs, cell: None })?
                {
                    blocks.push(note);
                }
            }
        }
        self.noticed.extend(self.door.noticed());
        Ok(Document { blocks, noticed: self.noticed })
    }

    pub(super) fn notice(&mut self, at: &Origin, what: What, words: &str) {
        let words = folded(&self.door.usual(words)).replace('\n', " ");
        self.noticed.push(Noticed { at: at.clone(), what, words });
    }

    pub(super) fn here(&self, cell: Option<(usize, usize, usize)>) -> Origin {
        self.note.clone().unwrap_or(Origin { line: self.paragraphs.max(1), cell })
    }

    /// The blocks of what holds blocks.
    pub(super) fn blocks(
        &mut self,
        holder: &'a Element,
        cell: Option<(usize, usize, usize)>,
    ) -> Result<Vec<Block>, Refusal> {
        let mut blocks = Vec::new();
        self.blocks_into(holder, cell, &mut blocks)?;
        if let Some(line) = self.carried.take() {
            let at = self.here(cell);
            blocks.extend(self.finished(line, at, None, false));
        }
        Ok(blocks)
    }

    pub(super) fn blocks_into(
        &mut self,
        holder: &'a Element,
        cell: Option<(usize, usize, usize)>,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Refusal> {
        for element in holder.elements() {
            match element.name.as_str() {
                "w:p" => self.paragraph(element, cell, blocks)?,
                "w:tbl" => {
                    let table = self.table(element, cell)?;
                    blocks.extend(table.map(Block::Table));
                }
                "w:sdt" => {
                    for content in
                        element.elements().filter(|content| content.name == "w:sdtContent")
                    {
                        self.blocks_into(content, cell, blocks)?;
                    }
                }
                "w:customXml" | "w:smartTag" | "w:ins" | "w:moveTo" => {
                    self.blocks_into(element, cell, blocks)?
                }
                "w:del" | "w:moveFrom" => {
                    let at = self.here(cell);
                    self.notice(&at, What::Deleted, &words_in(element));
                }
                "mc:AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.blocks_into(chosen, cell, blocks)?;
                    }
                }
                "w:subDoc" => {
                    let at = self.here(cell);
                    self.notice(&at, What::External, &element.name);
                }
                // Words outside any paragraph: a run where only blocks stand.
                "w:r" | "w:hyperlink" | "m:oMathPara" | "m:oMath" => {
                    self.loose(element, cell, blocks)?
                }
                "w:tcPr" | "w:sectPr" | "w:tblPr" | "w:txbxContent" => {}
                _ if has_words(element) => {
                    let at = self.here(cell);
                    self.notice(&at, What::Unknown, &element.name);
                    let before = blocks.len();
                    self.blocks_into(element, cell, blocks)?;
                    if blocks.len() == before {
                        self.loose(element, cell, blocks)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Words that stand where only paragraphs should.
    pub(super) fn loose(
        &mut self,
        element: &'a Element,
        cell: Option<(usize, usize, usize)>,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Refusal> {
        let at = self.here(cell);
        let mut line = Line::default();
        let mut boxes = Vec::new();
        let look = Look::default();
        self.inline(element, look, &mut line, &mut boxes, &at);
        let notes = std::mem::take(&mut line.notes);
        blocks.extend(self.finished(line, at.clone(), None, false));
        self.after(&notes, &boxes, &at, cell, blocks)
    }
}
