//! What stands in a line: spans, notes, drawings.

use super::super::characters::tell;
use super::super::refusal::Refusal;
use super::super::xml::{Element, Node};
use super::reader::{Line, Look, Reader, Scope};
use super::styles::Style;
use crate::import::block::{What, paragraphs_of};

impl Reader {
    pub(super) fn inline(
        &mut self,
        holder: &Element,
        look: Look,
        scope: Scope,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        for node in &holder.children {
            let element = match node {
                Node::Text(text) => {
                    // Ends of lines in the file are spaces (19.2.4).
                    let text: String = text
                        .chars()
                        .map(|c| if c.is_ascii_whitespace() { ' ' } else { c })
                        .collect();
                    if text.chars().any(|c| !c.is_whitespace()) {
                        line.some |= look.bold;
                        line.other |= !look.bold;
                    }
                    for (is, words) in [
                        (look.hidden, &mut line.hidden),
                        (look.struck, &mut line.struck),
                        (self.inserting, &mut self.insertion),
                    ] {
                        tell(words, is, &text);
                    }
                    line.text.push_str(&text);
                    continue;
                }
                Node::Element(element) => element,
            };
            match element.name.as_str() {
                // However many blanks it stands for, one is left of them.
                "text:s" => line.text.push(' '),
                "text:tab" => line.text.push('\t'),
                "text:line-break" => line.text.push('\n'),
                "text:soft-page-break" if line.text.trim().is_empty() => self.new_page = true,
                "text:span" | "text:a" => {
                    let name = element
                        .attribute("text:style-name")
                        .filter(|_| element.name == "text:span");
                    let say =
                        |say: fn(&Style) -> Option<bool>| self.styles.first("text", name, say);
                    let look = Look {
                        bold: say(|style| style.bold).unwrap_or(look.bold),
                        hidden: say(|style| style.hidden).unwrap_or(look.hidden),
                        struck: say(|style| style.struck).unwrap_or(look.struck),
                    };
                    self.inline(element, look, scope, line)?;
                }
                "text:note" => self.note(element, scope, line)?,
                "office:annotation" => self.notice(self.here(scope), What::Comment, ""),
                "office:annotation-end" | "text:bookmark" | "text:script" => {}
                "text:change-start" => self.change(element, true, &self.here(scope)),
                "text:change-end" => self.change(element, false, &self.here(scope)),
                name if name.starts_with("draw:") => self.drawing(element, scope, line)?,
                // Paragraphs within one: of an element that is not known.
                "text:p" | "text:h" => {
                    line.text.push('\n');
                    self.inline(element, look, scope, line)?;
                    line.text.push('\n');
                }
                // Fields and other marks show the text that stands in them.
                _ => self.inline(element, look, scope, line)?,
            }
        }
        Ok(())
    }

    pub(super) fn note(
        &mut self,
        element: &Element,
        scope: Scope,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        let Some(body) = element.child("text:note-body") else { return Ok(()) };
        let mark = format!(
            "[^{}]",
            element.attribute("text:id").unwrap_or_default().trim_matches(['[', ']', ' '])
        );
        let before = self.note.replace(self.here(scope));
        let mut blocks = Vec::new();
        let (number, lists, page) =
            (self.number.take(), std::mem::take(&mut self.lists), self.new_page);
        // Lines are counted through the text, and a note stands where it is called.
        let line_of_text = self.paragraphs;
        self.blocks(body, scope, &mut blocks)?;
        self.paragraphs = line_of_text;
        (self.number, self.lists, self.new_page) = (number, lists, page);
        self.note = before;
        let paragraphs = paragraphs_of(blocks);
        if !paragraphs.is_empty() {
            line.text.push_str(&mark);
        }
        line.notes.push((mark, paragraphs));
        Ok(())
    }

    /// Text boxes come after the paragraph; pictures are told.
    pub(super) fn drawing(
        &mut self,
        element: &Element,
        scope: Scope,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        match element.name.as_str() {
            "draw:image" | "draw:object" | "draw:object-ole" | "draw:plugin" => return Ok(()),
            _ => {}
        }
        let is_picture =
            element.child("draw:image").is_some() || element.child("draw:object").is_some();
        if is_picture {
            let name = element.attribute("draw:name").unwrap_or_default();
            let title = element.child("svg:title").map(Element::text).unwrap_or_default();
            self.notice(self.here(scope), What::Picture, &format!("{name} {title}"));
        }
        let outside = element.child("draw:image").and_then(|image| image.attribute("xlink:href"));
        if let Some(address) = outside.filter(|address| address.contains("://")) {
            self.notice(self.here(scope), What::External, address);
        }
        let (number, lists) = (self.number.take(), std::mem::take(&mut self.lists));
        for child in element.elements() {
            match child.name.as_str() {
                "draw:text-box" => self.blocks(child, scope, &mut line.after)?,
                "text:p" | "text:h" => self.paragraph(child, scope, &mut line.after)?,
                "text:list" => self.list(child, scope, &mut line.after)?,
                name if name.starts_with("draw:") => self.drawing(child, scope, line)?,
                _ => {}
            }
        }
        (self.number, self.lists) = (number, lists);
        Ok(())
    }
}
