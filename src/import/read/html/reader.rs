//! The blocks of a page in its order.

use scraper::ElementRef;

use super::super::characters::{Door, folded, tell};
use super::super::numerals::{letters, roman};
use super::super::refusal::{Counted, Refusal};
use super::look::{Look, Style};
use super::names::{BLOCKS, SKIPPED, is_remark};
use super::source::DEEPEST;
use crate::import::block::{Block, Noticed, Origin, Paragraph, What};

/// The most paragraphs of a page.
const MOST_PARAGRAPHS: usize = 200_000;

#[derive(Default)]
pub(super) struct Reader {
    pub(super) door: Door,
    pub(super) noticed: Vec<Noticed>,
    pub(super) paragraphs: usize,
    pub(super) tables: usize,
    pub(super) cells: usize,
    pub(super) line: String,
    pub(super) some: bool,
    pub(super) other: bool,
    pub(super) hidden: String,
    pub(super) struck: String,
    pub(super) inserted: String,
    /// Whether the open line is centred, by what it began in.
    pub(super) centred: Option<bool>,
    pub(super) number: Option<String>,
    pub(super) new_page: bool,
}

impl Reader {
    pub(super) fn notice(&mut self, look: Look, what: What, words: &str) {
        let words = folded(&self.door.usual(words)).replace('\n', " ");
        let at = Origin { line: self.paragraphs + 1, cell: look.cell };
        self.noticed.push(Noticed { at, what, words });
    }

    pub(super) fn write(&mut self, text: &str, look: Look) {
        if text.chars().any(|c| !c.is_whitespace()) {
            self.some |= look.bold;
            self.other |= !look.bold;
            self.centred.get_or_insert(look.centred);
        }
        for (is, words) in [
            (look.hidden, &mut self.hidden),
            (look.struck, &mut self.struck),
            (look.inserted, &mut self.inserted),
        ] {
            tell(words, is, text);
        }
        if look.kept {
            self.line.push_str(text);
        } else {
            // Ends of lines in the file are spaces on the page.
            self.line.extend(text.chars().map(|c| if c.is_ascii_whitespace() { ' ' } else { c }));
        }
    }

    /// Closes the open paragraph.
    pub(super) fn flush(&mut self, look: Look, blocks: &mut Vec<Block>) -> Result<(), Refusal> {
        let text = folded(&self.door.usual(&std::mem::take(&mut self.line)));
        let bold = std::mem::take(&mut self.some) & !std::mem::take(&mut self.other);
        let centred = self.centred.take().unwrap_or(look.centred);
        let told = [
            (What::Hidden, std::mem::take(&mut self.hidden)),
            (What::Struck, std::mem::take(&mut self.struck)),
            (What::Inserted, std::mem::take(&mut self.inserted)),
        ];
        if text.is_empty() {
            return Ok(());
        }
        for (what, words) in told.into_iter().filter(|(_, words)| !words.trim().is_empty()) {
            self.notice(look, what, &words);
        }
        self.paragraphs += 1;
        if self.paragraphs > MOST_PARAGRAPHS {
            return Err(Refusal::TooMany { what: Counted::Paragraphs, most: MOST_PARAGRAPHS });
        }
        let at = Origin { line: self.paragraphs, cell: look.cell };
        let number = self.number.take();
        let new_page = std::mem::take(&mut self.new_page);
        blocks.push(Block::Paragraph(Paragraph { at, text, number, bold, centred, new_page }));
        Ok(())
    }

    /// What stands in an element.
    pub(super) fn flow(
        &mut self,
        element: ElementRef<'_>,
        look: Look,
        blocks: &mut Vec<Block>,
        depth: usize,
    ) -> Result<(), Refusal> {
        if depth > DEEPEST {
            return Err(Refusal::TooDeep { part: String::new(), most: DEEPEST });
        }
        for child in element.children() {
            if let Some(text) = child.value().as_text() {
                self.write(text, look);
            } else if let Some(child) = ElementRef::wrap(child) {
                self.element(child, look, blocks, depth)?;
            }
        }
        Ok(())
    }

    pub(super) fn element(
        &mut self,
        element: ElementRef<'_>,
        look: Look,
        blocks: &mut Vec<Block>,
        depth: usize,
    ) -> Result<(), Refusal> {
        let name = element.value().name();
        let style = Style::of(element);
        let look = style.apply(look, name);
        match name {
            _ if ["style", "class"].iter().filter_map(|name| element.attr(name)).any(is_remark) => {
                self.notice(look, What::Comment, "");
            }
            "del" => {
                let words: String = element.text().collect();
                self.notice(look, What::Deleted, &words);
            }
            "svg" | "math" | "iframe" => self.notice(look, What::Picture, name),
            name if SKIPPED.contains(&name) => {}
            "br" => {
                if style.page_before {
                    self.flush(look, blocks)?;
                    self.new_page = true;
                } else {
                    self.line.push('\n');
                }
            }
            "img" => {
                let alt = element.attr("alt").filter(|alt| !alt.trim().is_empty());
                let source = element.attr("src").unwrap_or_default();
                let source = if source.starts_with("data:") { "" } else { source };
                self.notice(look, What::Picture, alt.unwrap_or(source));
            }
            "table" => {
                self.flush(look, blocks)?;
                self.new_page |= style.page_before;
                let table = self.table(element, look, blocks, depth)?;
                blocks.extend(table.map(Block::Table));
                self.new_page |= style.page_after;
            }
            "ol" | "ul" | "menu" => {
                self.flush(look, blocks)?;
                self.list(element, look, blocks, depth)?;
            }
            name if BLOCKS.contains(&name) => {
                self.flush(look, blocks)?;
                self.new_page |= style.page_before;
                let before = self.paragraphs;
                let kept = look.kept || name == "pre" || name == "textarea";
                let look = Look { kept, ..look };
                self.flow(element, look, blocks, depth + 1)?;
                self.flush(look, blocks)?;
                // An empty paragraph counts, so that a gap can be seen.
                self.paragraphs += usize::from(name == "p" && self.paragraphs == before);
                self.new_page |= style.page_after;
            }
            _ => self.flow(element, look, blocks, depth + 1)?,
        }
        Ok(())
    }

    pub(super) fn list(
        &mut self,
        list: ElementRef<'_>,
        look: Look,
        blocks: &mut Vec<Block>,
        depth: usize,
    ) -> Result<(), Refusal> {
        let is_numbered = list.value().name() == "ol";
        let bare = list.attr("style").is_some_and(|style| {
            let style: String = style.to_lowercase().split_whitespace().collect();
            style.contains("list-style:none") || style.contains("list-style-type:none")
        });
        let start = list.attr("start").and_then(|start| start.trim().parse::<i64>().ok());
        let kind = list.attr("type").unwrap_or("1");
        let mut next = start.unwrap_or(1);
        for child in list.children() {
            if let Some(text) = child.value().as_text() {
                self.write(text, look);
                continue;
            }
            let Some(item) = ElementRef::wrap(child) else { continue };
            if item.value().name() != "li" {
                self.element(item, look, blocks, depth + 1)?;
                continue;
            }
            self.flush(look, blocks)?;
            if let Some(value) = item.attr("value").and_then(|value| value.trim().parse().ok()) {
                next = value;
            }
            let number = match kind {
                _ if bare => None,
                _ if !is_numbered => Some("•".to_owned()),
                "a" => Some(format!("{}.", letters(next))),
                "A" => Some(format!("{}.", letters(next).to_uppercase())),
                "i" => Some(format!("{}.", roman(next))),
                "I" => Some(format!("{}.", roman(next).to_uppercase())),
                _ => Some(format!("{next}.")),
            };
            if is_numbered && matches!(kind, "a" | "A") && next == 5 {
                let words = number.clone().unwrap_or_default();
                self.notice(look, What::ListNumber, &words);
            }
            next = next.saturating_add(1);
            self.number = number;
            self.element(item, look, blocks, depth + 1)?;
            if let Some(number) = self.number.take().filter(|number| number != "•") {
                self.paragraphs += 1;
                let at = Origin { line: self.paragraphs, cell: look.cell };
                blocks.push(Block::Paragraph(Paragraph {
                    at,
                    number: Some(number),
                    ..Paragraph::default()
                }));
            }
        }
        self.flush(look, blocks)
    }
}
