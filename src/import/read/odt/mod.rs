//! Texts of OpenDocument, as LibreOffice writes them (OpenDocument 1.3 part 3).

mod lists;
mod reader;
mod runs;
mod styles;
mod table;

use super::package::Package;
use super::refusal::Refusal;
use super::xml::Element;
use crate::import::block::{Document, Noticed, Origin, What};
use reader::{Reader, Scope};
use styles::Styles;

/// The part that holds the text.
pub(super) const CONTENT: &str = "content.xml";

/// Reads a document.
pub(super) fn read(package: &mut Package<'_>) -> Result<Document, Refusal> {
    let missing =
        || Refusal::Broken { part: CONTENT.to_owned(), why: "không có phần này".to_owned() };
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if String::from_utf8_lossy(&manifest).contains("encryption-data") {
        return Err(Refusal::Locked);
    }
    let content = package.part(CONTENT)?.ok_or_else(missing)?;
    let content = Element::read(CONTENT, &content)?;
    let common = match package.part("styles.xml")? {
        Some(bytes) => Some(Element::read("styles.xml", &bytes)?),
        None => None,
    };
    let mut styles = Styles::default();
    for root in common.iter().chain([&content]) {
        styles.read(root);
    }
    let mut reader = Reader { styles, ..Reader::default() };
    if let Some(root) = &common {
        reader.furniture(root);
    }
    let mut blocks = Vec::new();
    let texts = content.child("office:body").into_iter().flat_map(Element::elements);
    let texts: Vec<&Element> = texts.filter(|body| body.name == "office:text").collect();
    // Of a root that is not known, what it holds may be.
    for text in if texts.is_empty() { vec![&content] } else { texts } {
        reader.changes(text);
        reader.blocks(text, Scope::default(), &mut blocks)?;
    }
    reader.noticed.extend(reader.door.noticed());
    if package.names().iter().any(|name| name.starts_with("Basic/") || name.starts_with("Scripts/"))
    {
        reader.noticed.push(Noticed {
            at: Origin::default(),
            what: What::Macro,
            words: "Basic".to_owned(),
        });
    }
    Ok(Document { blocks, noticed: reader.noticed })
}
