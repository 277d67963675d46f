//! Documents that are packages of XML: Office Open XML (ECMA-376) and OpenDocument 1.3.
//!
//! In: bytes. Out: what the package carries, or a copy without it. Only parts of known names are unpacked, each up to
//! a limit, so that a small file cannot fill the memory.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::carried::{Carried, Contents, NotCleaned};
use super::kind::Kind;
use super::{compound, picture};

/// The most bytes of one part that are unpacked.
const LONGEST: u64 = 64_000_000;

/// What each ending has within.
const MAIN_PARTS: [(&str, &str); 3] = [("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")];

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

fn open(bytes: &[u8]) -> Option<Archive<'_>> {
    ZipArchive::new(Cursor::new(bytes)).ok()
}

fn names(archive: &Archive<'_>) -> Vec<String> {
    archive.file_names().flatten().map(Cow::into_owned).collect()
}

fn part(archive: &mut Archive<'_>, name: &str) -> Option<Vec<u8>> {
    let file = archive.by_name(name).ok()?;
    let mut bytes = Vec::new();
    file.take(LONGEST).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// The endings that the package could have.
pub(super) fn ending(bytes: &[u8]) -> &'static [&'static str] {
    let Some(mut archive) = open(bytes) else { return &[] };
    if let Some(kind) = part(&mut archive, "mimetype") {
        return match kind.trim_ascii() {
            b"application/vnd.oasis.opendocument.text" => &["odt", "zip"],
            b"application/vnd.oasis.opendocument.spreadsheet" => &["ods", "zip"],
            b"application/vnd.oasis.opendocument.presentation" => &["odp", "zip"],
            _ => &["zip"],
        };
    }
    let names = names(&archive);
    if !names.iter().any(|name| name == "[Content_Types].xml") {
        return &["zip"];
    }
    let main = MAIN_PARTS.iter().find(|(part, _)| names.iter().any(|name| name.starts_with(part)));
    match main.map(|(_, ending)| *ending) {
        Some("docx") => &["docx", "zip"],
        Some("xlsx") => &["xlsx", "zip"],
        Some("pptx") => &["pptx", "zip"],
        _ => &["zip"],
    }
}

/// Whether the package holds a program.
pub(super) fn has_macros(bytes: &[u8]) -> bool {
    let names = open(bytes).map(|archive| names(&archive)).unwrap_or_default();
    names.iter().any(|name| name.to_lowercase().ends_with("vbaproject.bin"))
}

/// Elements that hold a person's name.
const AUTHORS: &[&str] = &["creator", "lastModifiedBy", "initial-creator", "Manager", "printed-by"];

/// Elements of words that were put in, taken out or changed.
const CHANGES: &[&str] = &[
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "rPrChange",
    "pPrChange",
    "tblPrChange",
    "sectPrChange",
    "tracked-changes",
];

/// Elements of notes in the margin.
const COMMENTS: &[&str] = &["comment", "threadedComment", "cm", "annotation"];

pub(super) fn contents(bytes: &[u8]) -> Contents {
    if compound::is_encrypted(bytes) {
        return Contents::locked();
    }
    let Some(mut archive) = open(bytes) else { return Contents::damaged() };
    let mut contents = Contents::default();
    let names = names(&archive);
    contents.is_signed = names.iter().any(|name| {
        name.starts_with("_xmlsignatures/") || name == "META-INF/documentsignatures.xml"
    });
    for name in &names {
        if name.to_lowercase().contains("thumbnail") {
            contents.carried.insert(Carried::Thumbnail);
        }
        if name.starts_with("Basic/") || name.starts_with("Scripts/") {
            contents.carried.insert(Carried::Script);
        }
        if name.contains("/embeddings/") {
            contents.carried.insert(Carried::Files);
        }
        let looked_at = holds_words(name) || holds_names(name) || is_photo(name);
        let Some(bytes) = looked_at.then(|| part(&mut archive, name)) else { continue };
        let Some(bytes) = bytes else { return Contents::damaged() };
        if is_photo(name) {
            contents.carried.extend(picture::contents(&bytes).carried);
        } else if look(name, &bytes, &mut contents).is_none() {
            return Contents::damaged();
        }
    }
    if contents.is_locked { Contents::locked() } else { contents }
}

/// Whether words of the document, or notes on them, stand in the part.
fn holds_words(name: &str) -> bool {
    let xml = name.ends_with(".xml");
    xml && (name.starts_with("word/")
        && !name.contains("/theme/")
        && !name.ends_with("/styles.xml")
        || name.contains("omments")
        || name.starts_with("xl/revisions/")
        || name == "content.xml")
}

/// Whether who made the document stands in the part, or whether it is locked.
fn holds_names(name: &str) -> bool {
    matches!(name, "docProps/core.xml" | "docProps/app.xml" | "meta.xml" | "META-INF/manifest.xml")
}

fn is_photo(name: &str) -> bool {
    let name = name.to_lowercase();
    [".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".heic"]
        .iter()
        .any(|end| name.ends_with(end))
}

/// Looks through a part; nothing where it is no XML.
fn look(name: &str, xml: &[u8], contents: &mut Contents) -> Option<()> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut author: Option<String> = None;
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Eof => return Some(()),
            Event::Start(element) | Event::Empty(element) => {
                let found = local(&element);
                if holds_names(name) {
                    author = AUTHORS.contains(&found.as_str()).then(String::new);
                    contents.is_locked |= found == "encryption-data";
                } else if CHANGES.contains(&found.as_str()) {
                    contents.carried.insert(Carried::TrackedChanges);
                } else if COMMENTS.contains(&found.as_str()) {
                    contents.carried.insert(Carried::Comments);
                }
            }
            Event::Text(text) => {
                if let Some(name) = &mut author {
                    name.push_str(&String::from_utf8_lossy(&text));
                }
            }
            Event::End(_) => contents.author(&author.take().unwrap_or_default()),
            _ => {}
        }
    }
}

/// A copy without authors, thumbnails, places of photos, and notes of Word. Changes are for people to take or leave, and notes
/// of other programs hang together with too much.
pub(super) fn cleaned(bytes: &[u8], contents: &Contents) -> Result<Vec<u8>, NotCleaned> {
    if contents.carried.contains(&Carried::TrackedChanges) {
        return Err(NotCleaned::ByHand);
    }
    let mut archive = open(bytes).ok_or(NotCleaned::Damaged)?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).map_err(|_| NotCleaned::Damaged)?;
        let name = file.name().map_err(|_| NotCleaned::Damaged)?.into_owned();
        drop(file);
        if name.to_lowercase().contains("thumbnail") {
            continue;
        }
        let Some(without) = without(&name) else {
            let file = archive.by_index_raw(index).map_err(|_| NotCleaned::Damaged)?;
            writer.raw_copy_file(file).map_err(|_| NotCleaned::Damaged)?;
            continue;
        };
        let part = part(&mut archive, &name).ok_or(NotCleaned::Damaged)?;
        let part = match without {
            Without::Elements(elements) => pruned(&part, elements).ok_or(NotCleaned::Damaged)?,
            Without::Photo => match picture::kind_of(&part) {
                Some(kind @ (Kind::Jpeg | Kind::Png | Kind::Webp)) => {
                    picture::cleaned(kind, &part)?
                }
                _ => part,
            },
        };
        // A copy is the same bytes whenever it is made.
        let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
        writer.start_file(name, options).map_err(|_| NotCleaned::Damaged)?;
        writer.write_all(&part).map_err(|_| NotCleaned::Damaged)?;
    }
    writer.finish().map(Cursor::into_inner).map_err(|_| NotCleaned::Damaged)
}

/// What is taken out of a part.
enum Without {
    /// Elements, with what stands in them.
    Elements(&'static [&'static str]),
    /// What a photo carries.
    Photo,
}

fn without(name: &str) -> Option<Without> {
    const NAMES: &[&str] =
        &["creator", "lastModifiedBy", "initial-creator", "Manager", "printed-by"];
    const NOTES: &[&str] = &["comment", "commentEx", "commentId", "commentExtensible", "person"];
    const MARKS: &[&str] = &["commentRangeStart", "commentRangeEnd", "commentReference"];
    Some(Without::Elements(match name {
        "docProps/core.xml" | "docProps/app.xml" | "meta.xml" => NAMES,
        // Relations of the package and entries of the manifest that name what is left out.
        "_rels/.rels" | "META-INF/manifest.xml" => &["thumbnail"],
        "content.xml" => &["annotation", "annotation-end"],
        _ if name.starts_with("word/comments") || name == "word/people.xml" => NOTES,
        _ if name.starts_with("word/") && name.ends_with(".xml") => MARKS,
        _ if is_photo(name) => return Some(Without::Photo),
        _ => return None,
    }))
}

/// The XML without the elements of these names, and without those that name a thumbnail where that is one.
fn pruned(xml: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let mut reader = Reader::from_reader(xml);
    let mut writer = Writer::new(Vec::new());
    let mut buffer = Vec::new();
    let mut depth = 0_usize;
    let names: BTreeSet<&str> = names.iter().copied().collect();
    let unwanted = |element: &BytesStart<'_>| {
        let of_thumbnail = || {
            let mut values = element.attributes().flatten().map(|attribute| attribute.value);
            values.any(|value| String::from_utf8_lossy(&value).to_lowercase().contains("thumbnail"))
        };
        names.contains(local(element).as_str()) || names.contains("thumbnail") && of_thumbnail()
    };
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Eof => return Some(writer.into_inner()),
            Event::Start(element) if depth > 0 || unwanted(&element) => depth += 1,
            Event::End(_) if depth > 0 => depth -= 1,
            Event::Empty(element) if depth > 0 || unwanted(&element) => {}
            _ if depth > 0 => {}
            event => writer.write_event(event).ok()?,
        }
    }
}

/// The element's name without its prefix.
fn local(element: &BytesStart<'_>) -> String {
    String::from_utf8_lossy(element.local_name().as_ref()).into_owned()
}
