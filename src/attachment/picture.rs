//! Photos and pictures of dots: what cameras and programs write into them (Exif 3.0, XMP, IPTC).

use std::io::Cursor;

use exif::{Exif, In, Tag};
use img_parts::jpeg::{Jpeg, JpegSegment, markers};
use img_parts::png::{Png, PngChunk};
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF};

use super::carried::{Carried, Contents, NotCleaned};
use super::kind::Kind;
use super::xmp;

/// Tags that tell who took a photo. Windows has one of its own, in letters of two bytes.
const AUTHORS: [Tag; 3] = [Tag::Artist, Tag::CameraOwnerName, Tag(exif::Context::Tiff, 0x9c9d)];

/// How a segment of a photo begins that holds XMP.
const XMP: &[u8] = b"http://ns.adobe.com/";

/// How one begins that holds a profile of colours.
const PROFILE: &[u8] = b"ICC_PROFILE\0";

/// What kind of picture it is, by its bytes.
pub(super) fn kind_of(bytes: &[u8]) -> Option<Kind> {
    match infer::get(bytes)?.mime_type() {
        "image/jpeg" => Some(Kind::Jpeg),
        "image/png" => Some(Kind::Png),
        "image/webp" => Some(Kind::Webp),
        _ => None,
    }
}

fn exif(bytes: &[u8]) -> Option<Exif> {
    exif::Reader::new().read_from_container(&mut Cursor::new(bytes)).ok()
}

pub(super) fn contents(bytes: &[u8]) -> Contents {
    let mut contents = Contents::default();
    match kind_of(bytes) {
        Some(Kind::Jpeg) => match Jpeg::from_bytes(owned(bytes)) {
            Ok(picture) => {
                let notes = picture.segments_by_marker(markers::APP1);
                let notes = notes.map(JpegSegment::contents).filter(|note| note.starts_with(XMP));
                notes.for_each(|note| packet(note, &mut contents));
            }
            Err(_) => contents.is_damaged = true,
        },
        Some(Kind::Png) => match Png::from_bytes(owned(bytes)) {
            Ok(picture) => {
                picture.chunks().iter().for_each(|chunk| written(chunk, &mut contents));
            }
            Err(_) => contents.is_damaged = true,
        },
        Some(Kind::Webp) => match WebP::from_bytes(owned(bytes)) {
            Ok(picture) => {
                let notes = picture.chunks_by_id(*b"XMP ");
                let notes = notes.filter_map(|chunk| chunk.content().data());
                notes.for_each(|note| packet(note, &mut contents));
            }
            Err(_) => contents.is_damaged = true,
        },
        _ => {}
    }
    let Some(exif) = exif(bytes) else { return contents };
    for field in exif.fields() {
        let text = || field.display_value().to_string().trim_matches('"').to_owned();
        if field.ifd_num == In::THUMBNAIL && field.tag == Tag::JPEGInterchangeFormat {
            contents.carried.insert(Carried::Thumbnail);
        }
        if matches!(field.tag, Tag::GPSLatitude | Tag::GPSLongitude) {
            contents.carried.insert(Carried::Location);
        }
        if AUTHORS.contains(&field.tag) {
            contents.author(&author(&field.value).unwrap_or_else(text));
        }
        if field.tag == Tag::BodySerialNumber && !text().is_empty() {
            contents.carried.insert(Carried::Camera(text()));
        }
    }
    contents
}

/// What a PNG says in words: under `Author`, or as XMP that is not packed (PNG, section 11.3.3).
fn written(chunk: &PngChunk, contents: &mut Contents) {
    let text = chunk.contents();
    if chunk.kind() == *b"iTXt" && text.starts_with(b"XML:com.adobe.xmp\0\0") {
        packet(text, contents);
    } else if chunk.kind() == *b"tEXt"
        && let Some(name) = text.strip_prefix(b"Author\0")
    {
        // Letters of one byte, which are those of Unicode.
        contents.author(&name.iter().copied().map(char::from).collect::<String>());
    }
}

fn packet(packet: &[u8], contents: &mut Contents) {
    xmp::creators(packet).for_each(|name| contents.author(&name));
    if xmp::tells_a_place(packet) {
        contents.carried.insert(Carried::Location);
    }
}

/// The words of a tag, in letters of one byte or of two.
fn author(value: &exif::Value) -> Option<String> {
    match value {
        exif::Value::Ascii(lines) => {
            let lines: Vec<_> = lines.iter().map(|line| String::from_utf8_lossy(line)).collect();
            Some(lines.join(" "))
        }
        exif::Value::Byte(bytes) => {
            let letters = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            Some(char::decode_utf16(letters).filter_map(Result::ok).collect())
        }
        _ => None,
    }
}

fn owned(bytes: &[u8]) -> Bytes {
    Bytes::copy_from_slice(bytes)
}

/// The picture with its dots, its colours and the side that is up, and nothing else.
pub(super) fn cleaned(kind: Kind, bytes: &[u8]) -> Result<Vec<u8>, NotCleaned> {
    let turned = exif(bytes)
        .and_then(|exif| exif.get_field(Tag::Orientation, In::PRIMARY)?.value.get_uint(0))
        .filter(|side| (2..=8).contains(side));
    let exif =
        turned.and_then(|side| u8::try_from(side).ok()).map(|side| Bytes::from(upright(side)));
    let damaged = |_| NotCleaned::Damaged;
    let mut copy = Vec::new();
    let written = match kind {
        Kind::Jpeg => {
            let mut picture = Jpeg::from_bytes(owned(bytes)).map_err(damaged)?;
            picture.segments_mut().retain(is_needed);
            picture.set_exif(exif);
            picture.encoder().write_to(&mut copy)
        }
        Kind::Png => {
            const TOLD: [[u8; 4]; 5] = [*b"tEXt", *b"zTXt", *b"iTXt", *b"eXIf", *b"tIME"];
            let mut picture = Png::from_bytes(owned(bytes)).map_err(damaged)?;
            picture.chunks_mut().retain(|chunk| !TOLD.contains(&chunk.kind()));
            picture.set_exif(exif);
            picture.encoder().write_to(&mut copy)
        }
        Kind::Webp => {
            let mut picture = WebP::from_bytes(owned(bytes)).map_err(damaged)?;
            picture.remove_chunks_by_id(*b"XMP ");
            picture.set_exif(exif);
            picture.encoder().write_to(&mut copy)
        }
        _ => return Err(NotCleaned::ByHand),
    };
    written.map(|_| copy).map_err(|_| NotCleaned::Damaged)
}

/// Whether a picture cannot be shown rightly without the segment: all but the notes of programs, of which the size
/// of dots and the colours count.
fn is_needed(segment: &JpegSegment) -> bool {
    match segment.marker() {
        markers::COM => false,
        markers::APP0 | markers::APP14 => true,
        markers::APP2 => segment.contents().starts_with(PROFILE),
        marker => !(markers::APP0..=markers::APP15).contains(&marker),
    }
}

/// Exif that says which side is up, and no more.
fn upright(side: u8) -> Vec<u8> {
    let mut exif = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([side, 0, 0, 0, 0, 0, 0]);
    exif
}
