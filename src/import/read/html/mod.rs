//! Pages saved from a portal or by Word.
//!
//! The tree is that of the HTML standard (`scraper`), so that cells and paragraphs whose end nobody wrote end where
//! browsers end them. Scripts, styles and the page's head are no content; everything else is, menus too.

mod look;
mod names;
mod reader;
mod source;
mod table;

pub(super) use names::{BLOCKS, SKIPPED, is_remark};

use scraper::Html;

use super::refusal::Refusal;
use crate::import::block::Document;
use look::Look;
use reader::Reader;
use source::{measure, parted};

/// Reads a page.
pub(super) fn read(text: &str) -> Result<Document, Refusal> {
    measure(text)?;
    let page = Html::parse_document(&parted(text));
    let mut reader = Reader::default();
    let mut blocks = Vec::new();
    let bodies =
        page.root_element().child_elements().filter(|element| element.value().name() != "head");
    for body in bodies {
        reader.flow(body, Look::default(), &mut blocks, 0)?;
        reader.flush(Look::default(), &mut blocks)?;
    }
    reader.noticed.extend(reader.door.noticed());
    Ok(Document { blocks, noticed: reader.noticed })
}
