//! Markdown: what a reader of the finished page sees, with the numbers of its lists.

mod page;
mod pieces;

use pulldown_cmark::{Event, Options, Parser};

use super::lines::MOST_LINES;
use super::refusal::{Counted, Refusal};
use crate::import::block::Document;
use page::Page;

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
