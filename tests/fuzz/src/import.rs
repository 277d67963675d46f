//! What must hold for any file that a reader of `congkhai import` is given.

use congkhai::import::block::{Block, Document, Paragraph};
use congkhai::import::read::{Form, read};

use crate::packed::packed;

/// Reads a file that is packed of the text, and holds the laws of any reading. `form` is the reader that is meant; what
/// is told as another form is not looked at.
pub fn judge(text: &[u8], form: Form) {
    let bytes = packed(text);
    match read("van-ban", &bytes) {
        Err(refusal) => {
            assert!(refusal.says().ends_with('.'));
            assert!(refusal.remedy().ends_with('.'));
        }
        Ok(reading) if reading.form == form => {
            assert!(!reading.words.is_empty());
            assert!(reading.words.keys().all(|word| is_word(word)));
            blocks(&reading.document.blocks, &reading.document);
            if text.len().is_multiple_of(16) {
                assert_eq!(read("van-ban", &bytes), Ok(reading), "a second look says the same");
            }
        }
        Ok(_) => {}
    }
}

fn is_word(word: &str) -> bool {
    !word.is_empty() && !word.contains(char::is_whitespace)
}

fn blocks(blocks: &[Block], document: &Document) {
    for block in blocks {
        match block {
            Block::Paragraph(own) => paragraph(own),
            Block::Note { mark, paragraphs } => {
                assert!(mark.starts_with("[^") && mark.ends_with(']'), "{mark}");
                paragraphs.iter().for_each(paragraph);
            }
            Block::Table(table) => {
                assert!(!table.rows.is_empty() && table.heads <= table.rows.len());
                for (row, cells) in table.rows.iter().enumerate() {
                    let mut free = 0;
                    for cell in cells {
                        assert!(cell.width > 0 && cell.height > 0);
                        assert!(cell.column >= free, "cells of a row stand beside each other");
                        free = cell.column + cell.width;
                        assert!(free <= table.columns, "within the table");
                        assert!(row + cell.height <= table.rows.len(), "within the table");
                        self::blocks(&cell.blocks, document);
                    }
                }
            }
        }
    }
}

fn paragraph(paragraph: &Paragraph) {
    assert!(!paragraph.text.is_empty() || paragraph.number.is_some());
    assert!(paragraph.number.as_ref().is_none_or(|number| !number.is_empty()));
    let lines = paragraph.text.split('\n');
    let folded: Vec<String> =
        lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(folded.join("\n"), paragraph.text, "white space is folded");
    assert!(!paragraph.text.contains(['\u{a0}', '\u{ad}', '\u{200b}', '\r']));
}
