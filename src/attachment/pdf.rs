//! PDF (ISO 32000).
//!
//! In: bytes. Out: what the document carries, or a copy without it, in which nothing of earlier states is left.

use lopdf::{Dictionary, Document, Error, LoadOptions, Object, Stream};

use super::carried::{Carried, Contents, NotCleaned};
use super::kind::Kind;
use super::{picture, xmp};

/// The most bytes that a packed part may grow to.
const LONGEST: usize = 64_000_000;

/// Annotations that belong to a document rather than to who read it.
const OWN: &[&[u8]] = &[b"Link", b"Widget", b"PrinterMark", b"TrapNet", b"Watermark"];

fn open(bytes: &[u8]) -> Result<Document, Error> {
    let options = LoadOptions { max_decompressed_size: Some(LONGEST), ..LoadOptions::default() };
    Document::load_mem_with_options(bytes, options)
}

pub(super) fn contents(bytes: &[u8]) -> Contents {
    let document = match open(bytes) {
        Ok(document) => document,
        Err(Error::InvalidPassword | Error::Decryption(_)) => return Contents::locked(),
        Err(_) => return Contents::damaged(),
    };
    if document.is_encrypted() {
        return Contents::locked();
    }
    if document.page_iter().next().is_none() {
        return Contents::damaged();
    }
    let mut contents = Contents::default();
    if let Some(information) = information(&document) {
        if let Ok(author) = information.get(b"Author") {
            contents.author(&words(&document, author));
        }
        if information.iter().any(|(key, _)| key != b"Author" && !USUAL.contains(&key.as_slice())) {
            contents.carried.insert(Carried::Notes);
        }
    }
    if has_earlier_state(bytes) {
        contents.carried.insert(Carried::Earlier);
    }
    for object in document.objects.values() {
        if let Object::Stream(stream) = object {
            look_at_stream(stream, &mut contents);
        }
        look_within(&document, object, DEEPEST, &mut contents);
    }
    contents
}

/// What every program writes of a document, and tells of nobody.
const USUAL: &[&[u8]] = &[
    b"Title",
    b"Subject",
    b"Keywords",
    b"Creator",
    b"Producer",
    b"CreationDate",
    b"ModDate",
    b"Trapped",
];

/// How deep lists and dictionaries are looked into.
const DEEPEST: usize = 32;

/// Whether the file was saved again behind its end, so that it still holds what it was before.
fn has_earlier_state(bytes: &[u8]) -> bool {
    let count = |word: &[u8]| bytes.windows(word.len()).filter(|window| *window == word).count();
    let head = &bytes[..bytes.len().min(2_048)];
    // A file for the web has two ends from its beginning.
    let is_for_web = head.windows(11).any(|window| window == b"/Linearized");
    count(b"%%EOF") > if is_for_web { 2 } else { 1 }
}

fn look_at_stream(stream: &Stream, contents: &mut Contents) {
    let named =
        |key: &[u8], name: &[u8]| stream.dict.get(key).is_ok_and(|kind| is_name(kind, name));
    if named(b"Subtype", b"XML")
        && let Ok(packet) = stream.get_plain_content_with_limit(LONGEST)
    {
        xmp::creators(&packet).for_each(|name| contents.author(&name));
        if xmp::tells_more(&packet) {
            contents.carried.insert(Carried::Notes);
        }
    }
    if is_photo(stream) {
        contents.carried.extend(picture::contents(&stream.content).carried);
    }
}

/// Whether a photo stands in the document as the camera wrote it.
fn is_photo(stream: &Stream) -> bool {
    stream.dict.get(b"Filter").is_ok_and(|filter| is_name(filter, b"DCTDecode"))
        || matches!(stream.dict.get(b"Filter"), Ok(Object::Array(filters)) if matches!(&filters[..], [only] if is_name(only, b"DCTDecode")))
}

/// Looks at every dictionary that stands in the object itself.
fn look_within(document: &Document, object: &Object, depth: usize, contents: &mut Contents) {
    let dictionary = match object {
        Object::Dictionary(dictionary) => dictionary,
        Object::Stream(stream) => &stream.dict,
        Object::Array(list) if depth > 0 => {
            return list.iter().for_each(|item| look_within(document, item, depth - 1, contents));
        }
        _ => return,
    };
    look(document, dictionary, contents);
    if depth > 0 {
        for (_, value) in dictionary {
            look_within(document, value, depth - 1, contents);
        }
    }
}

fn look(document: &Document, dictionary: &Dictionary, contents: &mut Contents) {
    let named = |key: &[u8], name: &[u8]| dictionary.get(key).is_ok_and(|kind| is_name(kind, name));
    if dictionary.has(b"JS") || named(b"S", b"JavaScript") || named(b"S", b"Launch") {
        contents.carried.insert(Carried::Script);
    }
    if dictionary.has(b"EmbeddedFiles") || named(b"Type", b"EmbeddedFile") {
        contents.carried.insert(Carried::Files);
    }
    if dictionary.has(b"Thumb") {
        contents.carried.insert(Carried::Thumbnail);
    }
    if dictionary.has(b"ByteRange") && dictionary.has(b"Contents") {
        contents.is_signed = true;
    }
    if is_note(dictionary) {
        contents.carried.insert(Carried::Comments);
    }
    // Annotations also stand in the list itself.
    if let Ok(Object::Array(list)) =
        dictionary.get(b"Annots").and_then(|list| inner(document, list))
    {
        let notes = list.iter().filter_map(|note| inner(document, note).ok()?.as_dict().ok());
        if notes.into_iter().any(is_note) {
            contents.carried.insert(Carried::Comments);
        }
    }
}

fn inner<'a>(document: &'a Document, object: &'a Object) -> lopdf::Result<&'a Object> {
    document.dereference(object).map(|(_, object)| object)
}

/// Whether the dictionary is a note of a reader.
fn is_note(dictionary: &Dictionary) -> bool {
    let is_annotation =
        dictionary.has(b"Rect") && dictionary.has(b"Subtype") && !dictionary.has(b"BBox");
    let subtype = dictionary.get(b"Subtype").and_then(Object::as_name);
    is_annotation && subtype.is_ok_and(|subtype| !OWN.contains(&subtype))
}

fn is_name(object: &Object, name: &[u8]) -> bool {
    object.as_name().is_ok_and(|found| found == name)
}

fn information(document: &Document) -> Option<&Dictionary> {
    let info = document.trailer.get(b"Info").ok()?;
    inner(document, info).ok()?.as_dict().ok()
}

fn words(document: &Document, object: &Object) -> String {
    let text = inner(document, object).and_then(lopdf::decode_text_string);
    text.unwrap_or_default()
}

/// A copy without information on its makers, small pictures and notes of readers.
pub(super) fn cleaned(bytes: &[u8]) -> Result<Vec<u8>, NotCleaned> {
    let mut document = open(bytes).map_err(|_| NotCleaned::Damaged)?;
    // A copy of a document that was locked would be one that is not.
    if document.was_encrypted() {
        return Err(NotCleaned::ByHand);
    }
    document.trailer.remove(b"Info");
    let notes: Vec<_> = document
        .objects
        .iter()
        .filter(|(_, object)| object.as_dict().is_ok_and(is_note))
        .map(|(id, _)| *id)
        .collect();
    for object in document.objects.values_mut() {
        let dictionary = match object {
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => {
                if is_photo(stream) && !picture::contents(&stream.content).carried.is_empty() {
                    stream.set_content(picture::cleaned(Kind::Jpeg, &stream.content)?);
                }
                &mut stream.dict
            }
            Object::Array(list) => {
                keep_own(list, &notes);
                continue;
            }
            _ => continue,
        };
        dictionary.remove(b"Metadata");
        dictionary.remove(b"PieceInfo");
        dictionary.remove(b"Thumb");
        if let Ok(Object::Array(list)) = dictionary.get_mut(b"Annots") {
            keep_own(list, &notes);
        }
    }
    for note in notes {
        document.objects.remove(&note);
    }
    document.prune_objects();
    let mut copy = Vec::new();
    document.save_to(&mut copy).map_err(|_| NotCleaned::ByHand)?;
    Ok(copy)
}

/// Takes notes out of a list of annotations.
fn keep_own(list: &mut Vec<Object>, notes: &[lopdf::ObjectId]) {
    list.retain(|item| match item {
        Object::Reference(id) => !notes.contains(id),
        Object::Dictionary(dictionary) => !is_note(dictionary),
        _ => true,
    });
}
