//! The page while its events come.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::super::characters::{Door, folded};
use crate::import::block::{Block, Document, Noticed, Origin, Paragraph, Table, What};

/// A list that is open.
pub(super) struct List {
    /// The number of its next item; none where it has bullets.
    pub(super) next: Option<u64>,
}

/// A note and the paragraphs that it has.
pub(super) struct Note {
    pub(super) mark: String,
    pub(super) paragraphs: Vec<Paragraph>,
}

#[derive(Default)]
pub(super) struct Page<'a> {
    pub(super) text: &'a str,
    /// The first byte of each line.
    pub(super) starts: Vec<usize>,
    /// The line that is read.
    pub(super) now: usize,
    pub(super) door: Door,
    pub(super) blocks: Vec<Block>,
    pub(super) noticed: Vec<Noticed>,
    pub(super) lists: Vec<List>,
    /// The number of an item whose first paragraph has not come.
    pub(super) number: Option<String>,
    /// The paragraph that is open.
    pub(super) written: String,
    pub(super) at: Option<usize>,
    pub(super) bold: Bold,
    /// The table that is open, and the row of it.
    pub(super) table: Option<Table>,
    pub(super) tables: usize,
    pub(super) cells: usize,
    pub(super) notes: Vec<Note>,
    /// The note that is open.
    pub(super) note: Option<Note>,
    /// A picture's words are open.
    pub(super) picture: Option<String>,
    pub(super) html: String,
}

/// How much of an open paragraph is bold.
#[derive(Default)]
pub(super) struct Bold {
    pub(super) heading: bool,
    pub(super) depth: usize,
    pub(super) some: bool,
    pub(super) other: bool,
    /// Bold words ended at the last thing that was written.
    pub(super) just_ended: bool,
    /// A line end stood right after such an end: a line of its own, if the next is bold too.
    pub(super) line_ended: bool,
}

impl Page<'_> {
    /// Notes the line of a byte as the one that is read.
    pub(super) fn line(&mut self, byte: usize) -> usize {
        self.now = self.starts.partition_point(|start| *start <= byte).max(1);
        self.now
    }

    pub(super) fn take(&mut self, event: Event<'_>, byte: usize) {
        let line = self.line(byte);
        match event {
            Event::Start(tag) => self.open(&tag, byte, line),
            Event::End(tag) => self.close(tag),
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => {
                self.write(&text, line);
            }
            Event::SoftBreak => {
                // Behind a sentence, bold words on the next line are a heading that lacks its empty line.
                let ends = self.written.trim_end().ends_with(['.', ';', ':', ')', '!', '?']);
                if self.bold.just_ended || ends {
                    self.bold.line_ended = true;
                }
                self.write_as_it_is(" ", line);
            }
            Event::HardBreak => self.write_as_it_is("\n", line),
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(html) => self.inline_html(&html, line),
            Event::FootnoteReference(name) => self.write(&format!("[^{name}]"), line),
            Event::Rule => self.flush(),
            Event::TaskListMarker(_) => {}
        }
    }

    pub(super) fn open(&mut self, tag: &Tag<'_>, byte: usize, line: usize) {
        match tag {
            Tag::Strong => {
                if self.bold.line_ended && self.written.ends_with(' ') {
                    self.written.pop();
                    self.written.push('\n');
                }
                self.bold.line_ended = false;
                self.bold.depth += 1;
            }
            Tag::Emphasis
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. } => {}
            Tag::Image { .. } => self.picture = Some(String::new()),
            Tag::Heading { .. } => {
                self.flush();
                self.bold.heading = true;
            }
            Tag::List(start) => {
                self.end_of_words();
                self.lists.push(List { next: *start });
            }
            Tag::Item => {
                self.flush();
                self.number = Some(self.number_of(byte));
                self.at = Some(line);
            }
            Tag::FootnoteDefinition(name) => {
                self.flush();
                self.note = Some(Note { mark: format!("[^{name}]"), paragraphs: Vec::new() });
            }
            Tag::Table(columns) => {
                self.flush();
                self.tables += 1;
                self.table = Some(Table {
                    at: Origin { line, cell: None },
                    rows: Vec::new(),
                    columns: columns.len(),
                    heads: 1,
                    ruled: true,
                });
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    table.rows.push(Vec::new());
                }
            }
            Tag::TableCell
            | Tag::Paragraph
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::MetadataBlock(_) => self.flush(),
        }
        self.bold.just_ended = false;
    }

    pub(super) fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => {
                self.bold.depth = self.bold.depth.saturating_sub(1);
                self.bold.just_ended = true;
            }
            TagEnd::Emphasis
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link => {}
            TagEnd::Image => {
                let words = self.picture.take().unwrap_or_default();
                self.notice(What::Picture, &words);
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::FootnoteDefinition => {
                self.flush();
                self.notes.extend(self.note.take());
            }
            TagEnd::Table => {
                let table = self.table.take();
                self.blocks.extend(table.map(Block::Table));
            }
            TagEnd::TableCell => self.cell(),
            TagEnd::HtmlBlock => {
                let html = std::mem::take(&mut self.html);
                self.html_block(&html);
            }
            TagEnd::CodeBlock => self.code(),
            TagEnd::Item => {
                self.end_of_words();
            }
            TagEnd::TableHead | TagEnd::TableRow => {}
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::MetadataBlock(_) => self.flush(),
        }
    }

    /// The number that an item shows: counted, or its own bullet.
    pub(super) fn number_of(&mut self, byte: usize) -> String {
        let source = self.text[byte..].trim_start();
        let digits = source.bytes().take_while(u8::is_ascii_digit).count();
        let typed = source.get(..=digits).unwrap_or_default().to_owned();
        match self.lists.last_mut().and_then(|list| list.next.as_mut()) {
            Some(next) => {
                let shown = format!("{next}{}", if typed.ends_with(')') { ')' } else { '.' });
                *next = next.saturating_add(1);
                if typed != shown {
                    self.notice(What::ListNumber, &format!("{shown} ({typed})"));
                }
                shown
            }
            // An asterisk is a way of writing; a dash and a plus are levels of an outline.
            None => {
                if typed == "*" {
                    "•".to_owned()
                } else {
                    typed
                }
            }
        }
    }

    pub(super) fn write(&mut self, text: &str, line: usize) {
        if let Some(words) = &mut self.picture {
            words.push_str(text);
            return;
        }
        if text.chars().any(|c| !c.is_whitespace()) {
            if self.bold.heading || self.bold.depth > 0 {
                self.bold.some = true;
            } else {
                self.bold.other = true;
            }
            self.bold.just_ended = false;
            self.bold.line_ended = false;
        }
        self.at.get_or_insert(line);
        self.written.push_str(text);
    }

    pub(super) fn write_as_it_is(&mut self, text: &str, line: usize) {
        if let Some(words) = &mut self.picture {
            words.push(' ');
            return;
        }
        self.at.get_or_insert(line);
        self.written.push_str(text);
    }

    pub(super) fn notice(&mut self, what: What, words: &str) {
        let at = Origin { line: self.now, cell: None };
        self.noticed.push(Noticed { at, what, words: folded(words) });
    }

    /// The open paragraph, if it has words.
    pub(super) fn paragraph(&mut self) -> Option<Paragraph> {
        let written = std::mem::take(&mut self.written);
        let bold = std::mem::take(&mut self.bold);
        let at = self.at.take();
        let text = folded(&self.door.usual(&written));
        if text.is_empty() {
            return None;
        }
        Some(Paragraph {
            at: Origin { line: at.unwrap_or(self.now), cell: None },
            text,
            number: self.number.take(),
            bold: bold.some && !bold.other,
            ..Paragraph::default()
        })
    }

    /// Closes the open paragraph.
    pub(super) fn flush(&mut self) {
        if let Some(paragraph) = self.paragraph() {
            self.push(paragraph);
        }
    }

    /// An item without words of its own has its number.
    pub(super) fn end_of_words(&mut self) {
        self.flush();
        if let Some(number) = self.number.take() {
            let at = Origin { line: self.now, cell: None };
            self.push(Paragraph { at, number: Some(number), ..Paragraph::default() });
        }
    }

    /// Notes stand after the block that calls them.
    pub(super) fn finish(mut self) -> Document {
        let mut notes: BTreeMap<String, Note> =
            self.notes.into_iter().map(|note| (note.mark.clone(), note)).collect();
        let mut blocks = Vec::new();
        for block in self.blocks {
            let called: Vec<String> = marks(&block);
            blocks.push(block);
            blocks.extend(called.iter().filter_map(|mark| notes.remove(mark)).map(Note::block));
        }
        // A note that nobody calls has words all the same.
        blocks.extend(notes.into_values().map(Note::block));
        self.noticed.extend(self.door.noticed());
        Document { blocks, noticed: self.noticed }
    }
}

impl Note {
    pub(super) fn block(self) -> Block {
        Block::Note { mark: self.mark, paragraphs: self.paragraphs }
    }
}

/// The marks that stand in a block.
fn marks(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph(paragraph) => {
            let pieces = paragraph.text.split("[^").skip(1);
            pieces.filter_map(|piece| Some(format!("[^{}]", piece.split_once(']')?.0))).collect()
        }
        Block::Note { .. } => Vec::new(),
        Block::Table(table) => {
            let cells = table.rows.iter().flatten();
            cells.flat_map(|cell| cell.blocks.iter().flat_map(marks)).collect()
        }
    }
}
