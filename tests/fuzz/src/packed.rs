//! Containers, packed of the parts that a fuzzer can change.
//!
//! In: a line that names the container, then its parts, each behind a line `=== NAME`. Out: the container's bytes. What
//! names no container is its own bytes.

use std::io::{Cursor, Write};

use img_parts::png::PngChunk;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const PART: &[u8] = b"=== ";

/// The bytes that the text stands for.
pub fn packed(text: &[u8]) -> Vec<u8> {
    let (kind, rest) = split(text, b"\n").unwrap_or((text, &[]));
    let parts = parts(rest);
    let made = match kind {
        b"ZIP" => zip(&parts),
        b"CFB" => compound(&parts),
        b"PNG" => Some(png(&parts)),
        b"RIFF" => Some(riff(&parts)),
        b"JPEG" => Some(jpeg(&parts)),
        b"PDF" => Some(pdf(&parts)),
        _ => None,
    };
    made.unwrap_or_else(|| text.to_vec())
}

/// A part's name and bytes.
type Part<'a> = (String, &'a [u8]);

fn parts(text: &[u8]) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text.strip_prefix(PART);
    while let Some(text) = rest {
        let (name, text) = split(text, b"\n").unwrap_or((text, &[]));
        let (bytes, next) = match split(text, b"\n=== ") {
            Some((bytes, next)) => (bytes, Some(next)),
            None => (text, None),
        };
        parts.push((String::from_utf8_lossy(name).into_owned(), bytes));
        rest = next;
    }
    parts
}

fn split<'a>(text: &'a [u8], at: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let start = text.windows(at.len()).position(|window| window == at)?;
    Some((&text[..start], &text[start + at.len()..]))
}

/// A name that ends in `*` is packed tightly.
fn zip(parts: &[Part<'_>]) -> Option<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let method = match name.strip_suffix('*') {
            Some(_) => zip::CompressionMethod::Deflated,
            None => zip::CompressionMethod::Stored,
        };
        let options = SimpleFileOptions::default().compression_method(method);
        writer.start_file(name.trim_end_matches('*'), options).ok()?;
        writer.write_all(bytes).ok()?;
    }
    writer.finish().ok().map(Cursor::into_inner)
}

/// `^` in a name stands for the sign U+0005, with which names of properties begin. The library falls over names that
/// no program gives; it is here to write, and those that it reads come as raw bytes.
fn compound(parts: &[Part<'_>]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).ok()?;
    let is_common = |c: char| c.is_ascii_alphanumeric() || "_^/ ".contains(c);
    // A longer name has no room in the directory, and the library falls over it.
    let is_short = |name: &str| name.split('/').all(|part| part.len() < 32);
    for (name, bytes) in
        parts.iter().filter(|(name, _)| name.chars().all(is_common) && is_short(name))
    {
        let name = format!("/{}", name.replace('^', "\u{5}"));
        match name.strip_suffix('/') {
            Some(folder) => file.create_storage_all(folder).ok()?,
            None => file.create_stream(name).ok()?.write_all(bytes).ok()?,
        }
    }
    Some(file.into_inner().into_inner())
}

fn four(name: &str) -> [u8; 4] {
    let mut kind = *b"    ";
    kind.iter_mut().zip(name.bytes()).for_each(|(to, from)| *to = from);
    kind
}

fn png(parts: &[Part<'_>]) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, bytes) in parts {
        let chunk = PngChunk::new(four(name), bytes.to_vec().into());
        file.extend(chunk.encoder().bytes().iter());
    }
    file
}

fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).expect("a fuzzer's text is short")
}

/// The first name is that of the whole.
fn riff(parts: &[Part<'_>]) -> Vec<u8> {
    let mut body = parts.first().map(|(name, _)| four(name).to_vec()).unwrap_or_default();
    for (name, bytes) in parts.iter().skip(1) {
        body.extend(four(name));
        body.extend(length(bytes).to_le_bytes());
        body.extend(*bytes);
        body.extend(vec![0; bytes.len() % 2]);
    }
    [b"RIFF", &length(&body).to_le_bytes()[..], &body].concat()
}

/// A name is the marker's second byte in hexadecimal digits; behind `da` stand the dots.
fn jpeg(parts: &[Part<'_>]) -> Vec<u8> {
    let mut file = vec![0xff, 0xd8];
    for (name, bytes) in parts {
        let marker = u8::from_str_radix(name, 16).unwrap_or(0xe1);
        file.extend([0xff, marker]);
        if marker == 0xda {
            file.extend(b"\0\x08\x01\x01\0\0\x3f\0");
        } else {
            let length = u16::try_from(bytes.len() + 2).unwrap_or(u16::MAX);
            file.extend(length.to_be_bytes());
        }
        file.extend(*bytes);
    }
    file.extend([0xff, 0xd9]);
    file
}

/// A name is an object's number; that of the last part are the words of the trailer.
fn pdf(parts: &[Part<'_>]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let Some(((trailer, _), objects)) = parts.split_last() else { return file };
    let mut table = String::new();
    for (number, bytes) in objects {
        let number = number.parse::<u32>().unwrap_or(1);
        table.push_str(&format!("{number} 1\n{:010} 00000 n \n", file.len()));
        file.extend(format!("{number} 0 obj\n").bytes());
        file.extend(*bytes);
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    let end = format!("xref\n{table}trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n");
    file.extend(end.bytes());
    file
}
