//! Paragraphs of Word: their looks, their numbers, and what comes after them.

use super::super::characters::folded;
use super::super::refusal::{Counted, Refusal};
use super::super::xml::Element;
use super::body::Body;
use super::line::{Kind, Line, Look};
use super::numbering::Doubt;
use super::styles::{on, value};
use crate::import::block::{Block, Origin, Paragraph, What};

/// The most paragraphs of a document.
const MOST_PARAGRAPHS: usize = 200_000;

impl<'a> Body<'a> {
    pub(super) fn paragraph(
        &mut self,
        element: &'a Element,
        cell: Option<(usize, usize, usize)>,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Refusal> {
        self.paragraphs += 1;
        if self.paragraphs > MOST_PARAGRAPHS {
            return Err(Refusal::TooMany { what: Counted::Paragraphs, most: MOST_PARAGRAPHS });
        }
        let at = self.here(cell);
        let parts = self.parts;
        let properties = element.child("w:pPr");
        let style =
            properties.and_then(|properties| properties.child("w:pStyle")?.attribute("w:val"));
        let breaks = properties.and_then(|properties| on(properties, "w:pageBreakBefore"));
        self.new_page |= breaks.unwrap_or_else(|| parts.styles.new_page(style));
        let mut line = self.carried.take().unwrap_or_default();
        let mut boxes = Vec::new();
        let look = Look { paragraph: style, ..Look::default() };
        self.inline(element, look, &mut line, &mut boxes, &at);
        self.told(&mut line, &at);
        let notes = std::mem::take(&mut line.notes);
        let mark = properties.and_then(|properties| properties.child("w:rPr"));
        let ends = mark
            .is_none_or(|mark| mark.child("w:del").is_none() && mark.child("w:moveFrom").is_none());
        if ends {
            let number = self.number(properties, style, &at);
            let centred = match properties.and_then(|properties| value(properties, "w:jc")) {
                Some(jc) => jc == "center",
                None => parts.styles.centred(style),
            };
            blocks.extend(self.finished(line, at.clone(), number, centred));
        } else if !line.is_blank() {
            line.text.push(' ');
            self.carried = Some(line);
        }
        self.after(&notes, &boxes, &at, cell, blocks)?;
        if properties.is_some_and(|properties| properties.child("w:sectPr").is_some()) {
            // A section's own properties say how it begins, and stand at its end.
            self.section += 1;
            self.new_page |= self.sections.get(self.section).copied().unwrap_or(true);
        }
        Ok(())
    }

    /// Notes and text boxes, after the block that they belong to.
    pub(super) fn after(
        &mut self,
        notes: &[(Kind, String, String)],
        boxes: &[&'a Element],
        at: &Origin,
        cell: Option<(usize, usize, usize)>,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Refusal> {
        for (kind, id, mark) in notes {
            blocks.extend(self.note(*kind, id, mark.clone(), at)?);
        }
        for holder in boxes {
            if holder.name == "a:p" {
                let text: String = holder.all("a:t").iter().map(|text| text.text()).collect();
                let line = Line { text, other: true, ..Line::default() };
                blocks.extend(self.finished(line, at.clone(), None, false));
            } else {
                blocks.extend(self.blocks(holder, cell)?);
            }
        }
        Ok(())
    }

    /// What was left out or taken with a question.
    pub(super) fn told(&mut self, line: &mut Line, at: &Origin) {
        let kinds = [
            (What::Deleted, &mut line.deleted),
            (What::Inserted, &mut line.inserted),
            (What::Hidden, &mut line.hidden),
            (What::Struck, &mut line.struck),
        ];
        for (what, words) in kinds {
            let words = std::mem::take(words);
            if !words.trim().is_empty() {
                self.notice(at, what, &words);
            }
        }
    }

    /// The blocks of a finished line: one, or one a page.
    pub(super) fn finished(
        &mut self,
        line: Line,
        at: Origin,
        number: Option<String>,
        centred: bool,
    ) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut number = number;
        let ends = line.pages.iter().copied().chain([line.text.len()]);
        let mut from = 0;
        for (piece, end) in ends.enumerate() {
            let text = line.text.get(from..end).unwrap_or_default();
            from = end;
            self.new_page |= piece > 0;
            let text = folded(&self.door.usual(text));
            let number =
                if text.is_empty() && piece < line.pages.len() { None } else { number.take() };
            if text.is_empty() && number.is_none() {
                continue;
            }
            let new_page = std::mem::take(&mut self.new_page);
            let bold = line.bold && !line.other;
            blocks.push(Block::Paragraph(Paragraph {
                at: at.clone(),
                text,
                number,
                bold,
                centred,
                new_page,
            }));
        }
        blocks
    }

    /// The number that the paragraph's list prints.
    pub(super) fn number(
        &mut self,
        properties: Option<&Element>,
        style: Option<&str>,
        at: &Origin,
    ) -> Option<String> {
        let parts = self.parts;
        let own = properties.and_then(|properties| properties.child("w:numPr"));
        let own_level =
            own.and_then(|own| value(own, "w:ilvl")).and_then(|level| level.parse().ok());
        let (list, level) = match own.and_then(|own| value(own, "w:numId")) {
            Some(list) => (list, own_level.unwrap_or(0)),
            None => {
                let (list, level, named_by) = parts.styles.number(style)?;
                let by_style = || self.lists.level_of_style(&list, &named_by, &parts.styles);
                let level = own_level.or_else(by_style).or(level).unwrap_or(0);
                (list, level)
            }
        };
        if list == "0" {
            return None;
        }
        let number = self.lists.next(&list, level, &parts.styles)?;
        let text = folded(&self.door.usual(&number.text));
        match number.doubt {
            Some(Doubt::Letter) => self.notice(at, What::ListNumber, &text),
            Some(Doubt::Form(form)) => {
                self.notice(at, What::ListNumber, &format!("{text} ({form})"))
            }
            None => {}
        }
        Some(text)
    }
}
