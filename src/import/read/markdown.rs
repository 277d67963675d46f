//! Markdown: what a reader of the finished page sees, with the numbers of its lists.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::characters::{Door, folded};
use super::html;
use super::lines::MOST_LINES;
use super::refusal::{Counted, Refusal};
use crate::import::block::{Block, Cell, Document, Noticed, Origin, Paragraph, Table, What};

/// The most cells of tables.
const MOST_CELLS: usize = 200_000;

/// The most blocks in one another.
const DEEPEST: usize = 100;

/// Reads Markdown with tables and footnotes.
pub(super) fn read(text: &str) -> Result<Document, Refusal> {
    let lines = text.matches('\n').count();
    if lines > MOST_LINES {
        return Err(Refusal::TooMany { what: Counted::Paragraphs, most: MOST_LINES });
    }
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    // The parser's work grows as the square of what brackets hold each other.
    if brackets(text) > DEEPEST {
        return Err(Refusal::TooDeep { part: String::new(), most: DEEPEST });
    }
    let text = &without_indented_code(text);
    let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
    let starts = [0].into_iter().chain(ends.map(|(at, _)| at + 1)).collect();
    let mut page = Page { text, starts, ..Page::default() };
    let mut depth = 0usize;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        page.line(range.start);
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Err(Refusal::TooDeep { part: String::new(), most: DEEPEST });
        }
        if page.cells > MOST_CELLS {
            return Err(Refusal::TooMany { what: Counted::Cells, most: MOST_CELLS });
        }
        page.take(event, range.start);
    }
    page.flush();
    Ok(page.finish())
}

/// How many brackets are open at once, within a paragraph.
fn brackets(text: &str) -> usize {
    let (mut open, mut most) = (0usize, 0);
    for line in text.lines() {
        if line.trim().is_empty() {
            open = 0;
        }
        for sign in line.bytes() {
            match sign {
                b'[' => open += 1,
                b']' => open = open.saturating_sub(1),
                _ => {}
            }
            most = most.max(open);
        }
    }
    most
}

/// The text without the blanks that would make code of a line. Plans hold no code; converters indent their headings.
fn without_indented_code(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut after_blank = true;
    let mut in_list = false;
    for line in text.split_inclusive('\n') {
        let rest = line.trim_start_matches([' ', '\t']);
        let indent = line.len() - rest.len();
        let is_blank = rest.trim().is_empty();
        if indent == 0 && !is_blank {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let bullet = rest.starts_with(['-', '+', '*']) && rest[1..].starts_with([' ', '\t']);
            in_list = bullet
                || digits > 0 && rest[digits..].starts_with(['.', ')'])
                || in_list && !after_blank;
        }
        let is_code =
            after_blank && !in_list && !is_blank && (indent >= 4 || line.starts_with('\t'));
        written.push_str(if is_code { rest } else { line });
        after_blank = is_blank;
    }
    written
}

/// A list that is open.
struct List {
    /// The number of its next item; none where it has bullets.
    next: Option<u64>,
}

/// A note and the paragraphs that it has.
struct Note {
    mark: String,
    paragraphs: Vec<Paragraph>,
}

#[derive(Default)]
struct Page<'a> {
    text: &'a str,
    /// The first byte of each line.
    starts: Vec<usize>,
    /// The line that is read.
    now: usize,
    door: Door,
    blocks: Vec<Block>,
    noticed: Vec<Noticed>,
    lists: Vec<List>,
    /// The number of an item whose first paragraph has not come.
    number: Option<String>,
    /// The paragraph that is open.
    written: String,
    at: Option<usize>,
    bold: Bold,
    /// The table that is open, and the row of it.
    table: Option<Table>,
    tables: usize,
    cells: usize,
    notes: Vec<Note>,
    /// The note that is open.
    note: Option<Note>,
    /// A picture's words are open.
    picture: Option<String>,
    html: String,
}

/// How much of an open paragraph is bold.
#[derive(Default)]
struct Bold {
    heading: bool,
    depth: usize,
    some: bool,
    other: bool,
    /// Bold words ended at the last thing that was written.
    just_ended: bool,
    /// A line end stood right after such an end: a line of its own, if the next is bold too.
    line_ended: bool,
}

impl Page<'_> {
    /// Notes the line of a byte as the one that is read.
    fn line(&mut self, byte: usize) -> usize {
        self.now = self.starts.partition_point(|start| *start <= byte).max(1);
        self.now
    }

    fn take(&mut self, event: Event<'_>, byte: usize) {
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

    fn open(&mut self, tag: &Tag<'_>, byte: usize, line: usize) {
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

    fn close(&mut self, tag: TagEnd) {
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
    fn number_of(&mut self, byte: usize) -> String {
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

    fn write(&mut self, text: &str, line: usize) {
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

    fn write_as_it_is(&mut self, text: &str, line: usize) {
        if let Some(words) = &mut self.picture {
            words.push(' ');
            return;
        }
        self.at.get_or_insert(line);
        self.written.push_str(text);
    }

    fn inline_html(&mut self, html: &str, line: usize) {
        let name: String =
            html.chars().skip(1).take_while(|c| c.is_alphanumeric() || *c == '/').collect();
        match name.trim_matches('/').to_ascii_lowercase().as_str() {
            "br" => self.write_as_it_is("\n", line),
            "b" | "strong" if name.starts_with('/') => {
                self.bold.depth = self.bold.depth.saturating_sub(1)
            }
            "b" | "strong" => self.bold.depth += 1,
            "i" | "em" | "u" | "sup" | "sub" | "span" | "center" | "font" => {}
            _ => self.notice(What::Unknown, html),
        }
    }

    fn notice(&mut self, what: What, words: &str) {
        let at = Origin { line: self.now, cell: None };
        self.noticed.push(Noticed { at, what, words: folded(words) });
    }

    /// The open paragraph, if it has words.
    fn paragraph(&mut self) -> Option<Paragraph> {
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
    fn flush(&mut self) {
        if let Some(paragraph) = self.paragraph() {
            self.push(paragraph);
        }
    }

    /// An item without words of its own has its number.
    fn end_of_words(&mut self) {
        self.flush();
        if let Some(number) = self.number.take() {
            let at = Origin { line: self.now, cell: None };
            self.push(Paragraph { at, number: Some(number), ..Paragraph::default() });
        }
    }

    fn push(&mut self, paragraph: Paragraph) {
        match &mut self.note {
            Some(note) => note.paragraphs.push(paragraph),
            None => self.blocks.push(Block::Paragraph(paragraph)),
        }
    }

    fn cell(&mut self) {
        let line = self.now;
        let paragraph = self.paragraph();
        let Some(table) = &mut self.table else { return };
        let row = table.rows.len();
        let Some(cells) = table.rows.last_mut() else { return };
        let column = cells.len();
        let at = Origin { line, cell: Some((self.tables, row, column + 1)) };
        let blocks =
            paragraph.map(|paragraph| Block::Paragraph(Paragraph { at: at.clone(), ..paragraph }));
        cells.push(Cell { at, column, width: 1, height: 1, blocks: blocks.into_iter().collect() });
        self.cells += 1;
    }

    /// A paragraph a line.
    fn code(&mut self) {
        let written = std::mem::take(&mut self.written);
        let from = self.at.take();
        for (at, line) in written.lines().enumerate() {
            self.written = line.to_owned();
            self.at = from.map(|from| from + at);
            self.flush();
        }
    }

    /// A page within the page: its own reader knows it, tables too.
    fn html_block(&mut self, html: &str) {
        let Ok(within) = html::read(html) else {
            // Too deep for a page: its words are taken as they stand.
            self.write(html, self.now);
            self.flush();
            return;
        };
        let line = self.now;
        self.noticed.extend(within.noticed);
        let mut paragraphs = Vec::new();
        for mut block in within.blocks {
            self.moved(&mut block, line);
            match (block, &self.note) {
                (Block::Paragraph(paragraph), Some(_)) => paragraphs.push(paragraph),
                (block, _) => self.blocks.push(block),
            }
        }
        if let Some(note) = &mut self.note {
            note.paragraphs.extend(paragraphs);
        }
    }

    /// Gives a block of a page within its place in this one.
    fn moved(&mut self, block: &mut Block, line: usize) {
        match block {
            Block::Paragraph(paragraph) => paragraph.at.line = line,
            Block::Note { paragraphs, .. } => {
                paragraphs.iter_mut().for_each(|paragraph| paragraph.at.line = line)
            }
            Block::Table(table) => {
                self.tables += 1;
                let number = self.tables;
                table.at.line = line;
                for cell in table.rows.iter_mut().flatten() {
                    self.cells += 1;
                    let place = cell.at.cell.map(|(_, row, column)| (number, row, column));
                    cell.at = Origin { line, cell: place };
                    for block in &mut cell.blocks {
                        if let Block::Paragraph(paragraph) = block {
                            paragraph.at = Origin { line, cell: place };
                        } else {
                            self.moved(block, line);
                        }
                    }
                }
            }
        }
    }

    /// Notes stand after the block that calls them.
    fn finish(mut self) -> Document {
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
    fn block(self) -> Block {
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
