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

/// The most bytes of all parts together.
const MOST: usize = 200_000_000;

/// What each ending has within.
const MAIN_PARTS: [(&str, &str); 3] = [("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")];

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

fn open(bytes: &[u8]) -> Option<Archive<'_>> {
    ZipArchive::new(Cursor::new(bytes)).ok()
}

fn names(archive: &Archive<'_>) -> Vec<String> {
    archive.file_names().flatten().map(Cow::into_owned).collect()
}

/// A part unpacked, if it has no more than [`LONGEST`] bytes.
fn part(archive: &mut Archive<'_>, name: &str) -> Option<Vec<u8>> {
    let file = archive.by_name(name).ok()?;
    let mut bytes = Vec::new();
    file.take(LONGEST + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= LONGEST).then_some(bytes)
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

/// Whether an element marks words that were put in, taken out or changed.
fn is_change(name: &str) -> bool {
    const CHANGES: &[&str] =
        &["ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "tracked-changes"];
    CHANGES.contains(&name)
        || name.ends_with("PrChange")
        || name == "numberingChange"
        || (name.starts_with("customXml") && name.ends_with("RangeStart"))
}

/// Elements of notes in the margin.
const COMMENTS: &[&str] = &["comment", "threadedComment", "cm", "annotation"];

pub(super) fn contents(bytes: &[u8]) -> Contents {
    if compound::is_encrypted(bytes) {
        return Contents::locked();
    }
    let Some(mut archive) = open(bytes) else { return Contents::damaged() };
    let mut contents = Contents::default();
    let mut unpacked = 0;
    for name in names(&archive) {
        // Names in these packages are the same in large and small letters (ECMA-376, part 2).
        let known = name.to_lowercase();
        contents.is_signed |= known.starts_with("_xmlsignatures/")
            || known.ends_with("meta-inf/documentsignatures.xml");
        contents.carried.extend(told_by_name(&known));
        // What is cleaned is looked at, or a copy would fail for what nobody was told of.
        let looked_at = holds_words(&known) || holds_names(&known) || without(&known).is_some();
        if !looked_at {
            continue;
        }
        let bytes = part(&mut archive, &name).filter(|bytes| unpacked + bytes.len() <= MOST);
        let Some(bytes) = bytes else {
            contents.carried.insert(Carried::Unknown);
            continue;
        };
        unpacked += bytes.len();
        if is_photo(&known) {
            let picture = picture::contents(&bytes);
            contents.carried.extend(picture.carried);
            contents.damaged_parts.extend(picture.is_damaged.then_some(name));
        } else if bytes.contains(&0) || std::str::from_utf8(&bytes).is_err() {
            // Letters of two bytes are not read here.
            contents.carried.insert(Carried::Unknown);
        } else if look(&known, &bytes, &mut contents).is_none() {
            return Contents::damaged();
        }
    }
    if contents.is_locked { Contents::locked() } else { contents }
}

/// What the name of a part tells by itself.
fn told_by_name(name: &str) -> Option<Carried> {
    match name {
        _ if is_thumbnail(name) => Some(Carried::Thumbnail),
        _ if name.starts_with("basic/") || name.starts_with("scripts/") => Some(Carried::Script),
        _ if name.contains("/embeddings/") => Some(Carried::Files),
        _ if name.starts_with("versions/") || name == "versionlist.xml" => Some(Carried::Earlier),
        _ if name.contains("/notesslides/") || name.contains("commentauthors") => {
            Some(Carried::Comments)
        }
        "docprops/custom.xml" => Some(Carried::Notes),
        _ => None,
    }
}

fn is_thumbnail(name: &str) -> bool {
    name.starts_with("docprops/thumbnail.") || name.starts_with("thumbnails/")
}

/// Whether words of the document, or notes on them, stand in the part.
fn holds_words(name: &str) -> bool {
    let xml = name.ends_with(".xml");
    xml && (name.starts_with("word/") && !name.contains("/theme/")
        || name.contains("comments")
        || name.starts_with("xl/revisions/")
        || name == "xl/workbook.xml"
        || name.ends_with("content.xml")
        || name.ends_with("styles.xml"))
}

/// Whether who made the document stands in the part, or whether it is locked.
fn holds_names(name: &str) -> bool {
    matches!(name, "docprops/core.xml" | "docprops/app.xml" | "meta-inf/manifest.xml")
        || name.ends_with("meta.xml")
        || name.ends_with(".psmdcp")
}

fn is_photo(name: &str) -> bool {
    const ENDINGS: [&str; 9] =
        [".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".tif", ".tiff", ".heic"];
    !is_thumbnail(name) && ENDINGS.iter().any(|end| name.ends_with(end))
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
                } else {
                    contents.carried.extend(told_by_element(&found, &element));
                }
            }
            Event::Text(text) => {
                if let Some(name) = &mut author {
                    name.push_str(&String::from_utf8_lossy(&text));
                }
            }
            Event::CData(text) => {
                if let Some(name) = &mut author {
                    name.push_str(&String::from_utf8_lossy(&text));
                }
            }
            // A letter that is spelled is a letter.
            Event::GeneralRef(_) => {
                if let Some(name) = &mut author {
                    name.push('…');
                }
            }
            Event::End(_) => contents.author(&author.take().unwrap_or_default()),
            _ => {}
        }
    }
}

fn told_by_element(name: &str, element: &BytesStart<'_>) -> Option<Carried> {
    let is_hidden = || {
        let state = element.try_get_attribute("state").ok().flatten();
        state.is_some_and(|state| state.value.to_ascii_lowercase().ends_with(b"hidden"))
    };
    match name {
        _ if is_change(name) => Some(Carried::TrackedChanges),
        _ if COMMENTS.contains(&name) => Some(Carried::Comments),
        "absPath" => Some(Carried::Notes),
        "vanish" => Some(Carried::Hidden),
        "sheet" if is_hidden() => Some(Carried::Hidden),
        _ => None,
    }
}

/// A copy without authors, thumbnails, places of photos, and notes of Word. Changes are for people to take or leave, and notes
/// of other programs hang together with too much.
pub(super) fn cleaned(bytes: &[u8], contents: &Contents) -> Result<Vec<u8>, NotCleaned> {
    let by_hand = [Carried::TrackedChanges, Carried::Unknown, Carried::Hidden, Carried::Earlier];
    if by_hand.iter().any(|thing| contents.carried.contains(thing)) {
        return Err(NotCleaned::ByHand);
    }
    let mut archive = open(bytes).ok_or(NotCleaned::Damaged)?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).map_err(|_| NotCleaned::Damaged)?;
        let name = file.name().map_err(|_| NotCleaned::Damaged)?.into_owned();
        drop(file);
        if is_thumbnail(&name.to_lowercase()) {
            continue;
        }
        let Some(without) = without(&name.to_lowercase()) else {
            let file = archive.by_index_raw(index).map_err(|_| NotCleaned::Damaged)?;
            writer.raw_copy_file(file).map_err(|_| NotCleaned::Damaged)?;
            continue;
        };
        let part = part(&mut archive, &name).ok_or(NotCleaned::ByHand)?;
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
    const NOTES: &[&str] = &["comment", "commentEx", "commentId", "commentExtensible", "person"];
    const MARKS: &[&str] = &["commentRangeStart", "commentRangeEnd", "commentReference"];
    Some(Without::Elements(match name {
        // Relations of the package and entries of the manifest that name what is left out.
        "_rels/.rels" | "meta-inf/manifest.xml" => &["thumbnail"],
        _ if holds_names(name) => AUTHORS,
        _ if name.ends_with("content.xml")
            || name.ends_with("styles.xml") && !name.contains('/') =>
        {
            &["annotation", "annotation-end"]
        }
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
            values.any(|value| {
                let value = String::from_utf8_lossy(&value).to_lowercase();
                is_thumbnail(value.trim_start_matches('/'))
                    || value.ends_with("/metadata/thumbnail")
            })
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
