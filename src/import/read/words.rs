//! Words as both readers count them.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::block::{Block, Document};

/// How often each word stands in a text. A word is what stands between white space.
pub type Words = BTreeMap<String, usize>;

/// Adds the words of a text.
pub(super) fn count(words: &mut Words, text: &str) {
    for word in text.split_whitespace() {
        *words.entry(word.to_owned()).or_default() += 1;
    }
}

/// The words of all blocks, without marks of footnotes and without numbers that lists compute: what
/// [`super::Reading::words`] must equal.
pub fn of(document: &Document) -> Words {
    let mut marks = BTreeSet::new();
    find_marks(&document.blocks, &mut marks);
    let mut words = Words::new();
    of_blocks(&document.blocks, &marks, &mut words);
    words
}

/// All text, a line a paragraph.
pub(super) fn text(document: &Document) -> String {
    let mut written = String::new();
    write(&document.blocks, &mut written);
    written
}

fn write(blocks: &[Block], written: &mut String) {
    let mut add = |text: &str| {
        written.push_str(text);
        written.push('\n');
    };
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => add(&paragraph.text),
            Block::Note { paragraphs, .. } => {
                paragraphs.iter().for_each(|paragraph| add(&paragraph.text))
            }
            Block::Table(_) => {}
        }
    }
    for block in blocks {
        if let Block::Table(table) = block {
            table.rows.iter().flatten().for_each(|cell| write(&cell.blocks, written));
        }
    }
}

fn find_marks<'a>(blocks: &'a [Block], marks: &mut BTreeSet<&'a str>) {
    for block in blocks {
        match block {
            Block::Paragraph(_) => {}
            Block::Note { mark, .. } => {
                marks.insert(mark);
            }
            Block::Table(table) => {
                table.rows.iter().flatten().for_each(|cell| find_marks(&cell.blocks, marks))
            }
        }
    }
}

fn of_blocks(blocks: &[Block], marks: &BTreeSet<&str>, words: &mut Words) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => count(words, &without(&paragraph.text, marks)),
            Block::Note { paragraphs, .. } => {
                paragraphs
                    .iter()
                    .for_each(|paragraph| count(words, &without(&paragraph.text, marks)));
            }
            Block::Table(table) => {
                table.rows.iter().flatten().for_each(|cell| of_blocks(&cell.blocks, marks, words));
            }
        }
    }
}

/// The text without the marks in it.
fn without(text: &str, marks: &BTreeSet<&str>) -> String {
    let mut pieces = text.split("[^");
    let mut left = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once(']') {
            Some((name, rest)) if marks.contains(format!("[^{name}]").as_str()) => {
                left.push_str(rest)
            }
            _ => {
                left.push_str("[^");
                left.push_str(piece);
            }
        }
    }
    left
}
