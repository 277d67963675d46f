//! Footnotes and endnotes of Word: where they are called, and what they say.

use super::super::refusal::Refusal;
use super::super::xml::Element;
use super::body::Body;
use super::line::{Kind, Line};
use super::within::has_words;
use crate::import::block::{Block, Origin, paragraphs_of};

impl<'a> Body<'a> {
    pub(super) fn mark(&mut self) -> String {
        self.marks += 1;
        format!("[^{}]", self.marks)
    }

    pub(super) fn note(
        &mut self,
        kind: Kind,
        id: &str,
        mark: String,
        at: &Origin,
    ) -> Result<Option<Block>, Refusal> {
        let notes = match kind {
            Kind::Foot => &self.parts.footnotes,
            Kind::End => &self.parts.endnotes,
        };
        let Some(element) = notes.get(id).copied() else { return Ok(None) };
        let before = self.note.replace(at.clone());
        let page = std::mem::take(&mut self.new_page);
        let carried = self.carried.take();
        // Lines are counted through the text, and a note stands where it is called.
        let line_of_text = self.paragraphs;
        let blocks = self.blocks(element, None)?;
        self.paragraphs = line_of_text;
        self.carried = carried;
        self.new_page = page;
        self.note = before;
        let paragraphs = paragraphs_of(blocks);
        Ok((!paragraphs.is_empty()).then_some(Block::Note { mark, paragraphs }))
    }

    /// Puts a note's mark where it is called.
    pub(super) fn call(&mut self, kind: Kind, element: &Element, line: &mut Line) {
        let Some(id) = element.attribute("w:id") else { return };
        let notes = match kind {
            Kind::Foot => &self.parts.footnotes,
            Kind::End => &self.parts.endnotes,
        };
        // A note within a note, or one that is called twice, is told once.
        let called = (kind, id.to_owned());
        if self.note.is_some()
            || self.called.contains(&called)
            || notes.get(id).is_none_or(|note| !has_words(note))
        {
            return;
        }
        self.called.insert(called);
        let mark = self.mark();
        line.text.push_str(&mark);
        line.notes.push((kind, id.to_owned(), mark));
    }
}
