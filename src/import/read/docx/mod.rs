//! Documents of Word, and those that LibreOffice, WPS and Google write like it (Office Open XML, ECMA-376).

mod body;
mod line;
mod notes;
mod numbering;
mod paragraph;
mod runs;
mod styles;
mod table;
mod within;

use std::collections::BTreeMap;

use super::package::Package;
use super::refusal::Refusal;
use super::xml::{Element, text_of};
use crate::import::block::{Document, Noticed, Origin, What};
use body::{Body, Parts};

/// The parts of a document, by their names in the archive.
pub(super) struct Layout {
    /// The document itself.
    pub(super) main: String,
    /// Footnotes.
    pub(super) footnotes: Option<String>,
    /// Endnotes.
    pub(super) endnotes: Option<String>,
    styles: Option<String>,
    numbering: Option<String>,
    /// Heads and feet of pages.
    furniture: Vec<String>,
    /// Kind and address of what lies outside the file.
    outside: Vec<(String, String)>,
}

/// One relation of a part (ECMA-376 part 2, 9.3).
struct Relation {
    kind: String,
    target: String,
    outside: bool,
}

/// The relations that a file of them lists.
fn relations(package: &mut Package<'_>, name: &str) -> Result<Vec<Relation>, Refusal> {
    let Some(bytes) = package.part(name)? else { return Ok(Vec::new()) };
    let root = Element::read(name, &bytes)?;
    let relations = root.elements().filter_map(|element| {
        let kind = element.attribute("Type")?.rsplit('/').next()?.to_owned();
        let target = element.attribute("Target")?.to_owned();
        let outside = element.attribute("TargetMode") == Some("External");
        Some(Relation { kind, target, outside })
    });
    Ok(relations.collect())
}

/// Where a target lies that is told from a folder.
fn resolved(folder: &str, target: &str) -> String {
    let (target, mut parts) = match target.strip_prefix('/') {
        Some(target) => (target, Vec::new()),
        None => (target, folder.split('/').filter(|part| !part.is_empty()).collect::<Vec<_>>()),
    };
    for part in target.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Finds the parts.
pub(super) fn layout(package: &mut Package<'_>) -> Result<Layout, Refusal> {
    const USUAL: &str = "word/document.xml";
    let has = |package: &Package<'_>, name: &str| package.names().iter().any(|own| own == name);
    let roots = relations(package, "_rels/.rels")?;
    let main = roots.iter().find(|relation| relation.kind == "officeDocument" && !relation.outside);
    let main =
        main.map(|relation| resolved("", &relation.target)).filter(|main| has(package, main));
    let main = main.unwrap_or_else(|| USUAL.to_owned());
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
    let own = relations(package, resolved(folder, &format!("_rels/{file}.rels")).as_str())?;
    let part = |package: &Package<'_>, kind: &str, usual: &str| {
        let named = own.iter().find(|relation| relation.kind == kind && !relation.outside);
        let name = named
            .map_or_else(|| resolved(folder, usual), |relation| resolved(folder, &relation.target));
        has(package, &name).then_some(name)
    };
    let is_furniture = |relation: &&Relation| {
        matches!(relation.kind.as_str(), "header" | "footer") && !relation.outside
    };
    Ok(Layout {
        footnotes: part(package, "footnotes", "footnotes.xml"),
        endnotes: part(package, "endnotes", "endnotes.xml"),
        styles: part(package, "styles", "styles.xml"),
        numbering: part(package, "numbering", "numbering.xml"),
        furniture: own
            .iter()
            .filter(is_furniture)
            .map(|relation| resolved(folder, &relation.target))
            .collect(),
        outside: own
            .iter()
            .filter(|relation| relation.outside && relation.kind != "hyperlink")
            .map(|relation| (relation.kind.clone(), relation.target.clone()))
            .collect(),
        main,
    })
}

/// Reads a document.
pub(super) fn read(package: &mut Package<'_>) -> Result<Document, Refusal> {
    let layout = layout(package)?;
    let mut tree = |name: &Option<String>| -> Result<Option<Element>, Refusal> {
        let Some(name) = name else { return Ok(None) };
        let bytes = package.part(name)?;
        bytes.map(|bytes| Element::read(name, &bytes)).transpose()
    };
    let main = tree(&Some(layout.main.clone()))?.ok_or_else(|| Refusal::Broken {
        part: layout.main.clone(),
        why: "không có phần này".to_owned(),
    })?;
    let chunks = main.all("w:altChunk").len();
    if chunks > 0 {
        return Err(Refusal::Chunks { count: chunks });
    }
    let styles = tree(&layout.styles)?;
    let numbering = tree(&layout.numbering)?;
    let footnotes = tree(&layout.footnotes)?;
    let endnotes = tree(&layout.endnotes)?;
    let mut furniture = Vec::new();
    for name in &layout.furniture {
        furniture.extend(tree(&Some(name.clone()))?);
    }
    let parts = Parts {
        styles: styles.as_ref().map(styles::Styles::read).unwrap_or_default(),
        footnotes: footnotes.as_ref().map(|root| notes(root, "w:footnote")).unwrap_or_default(),
        endnotes: endnotes.as_ref().map(|root| notes(root, "w:endnote")).unwrap_or_default(),
    };
    let lists = numbering.as_ref().map(numbering::Lists::read).unwrap_or_default();
    let mut document = Body::new(&parts, lists).read(&main)?;
    let told = |what: What, words: String| Noticed { at: Origin::default(), what, words };
    for part in &furniture {
        document
            .noticed
            .extend(within::furniture(part).into_iter().map(|(what, words)| told(what, words)));
    }
    for (kind, address) in &layout.outside {
        document.noticed.push(told(What::External, format!("{kind}: {address}")));
    }
    if package.names().iter().any(|name| name.to_lowercase().ends_with("vbaproject.bin")) {
        document.noticed.push(told(What::Macro, "vbaProject.bin".to_owned()));
    }
    Ok(document)
}

/// The notes that a part holds, without the lines that part them from the page.
fn notes<'a>(root: &'a Element, name: &str) -> BTreeMap<String, &'a Element> {
    let own = root.elements().filter(|element| element.name == name);
    let notes =
        own.filter(|element| element.attribute("w:type").is_none_or(|kind| kind == "normal"));
    notes.filter_map(|element| Some((element.attribute("w:id")?.to_owned(), element))).collect()
}

/// The text of a part, for who reads it as text.
pub(super) fn text(package: &mut Package<'_>, name: &str) -> Result<Option<String>, Refusal> {
    package.part(name)?.map(|bytes| text_of(name, &bytes)).transpose()
}
