//! Files of Word, Excel and PowerPoint before 2007 ([MS-CFB], [MS-OLEPS]), which also hold newer ones with a password.

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use super::carried::{Carried, Contents};

/// The stream that holds an encrypted file of 2007 and later ([MS-OFFCRYPTO]).
const ENCRYPTED: &str = "/EncryptedPackage";

/// The stream of a document's properties.
const SUMMARY: &str = "/\u{5}SummaryInformation";

/// The most bytes of properties that are read.
const LONGEST: u64 = 1_000_000;

/// Streams of the three programs, each with its ending.
const STREAMS: [(&str, &[&str]); 4] = [
    ("/WordDocument", &["doc"]),
    ("/Workbook", &["xls"]),
    ("/Book", &["xls"]),
    ("/PowerPoint Document", &["ppt"]),
];

type File<'a> = CompoundFile<Cursor<&'a [u8]>>;

fn open(bytes: &[u8]) -> Option<File<'_>> {
    CompoundFile::open(Cursor::new(bytes)).ok()
}

/// Whether it is a newer file that wants a password.
pub(super) fn is_encrypted(bytes: &[u8]) -> bool {
    open(bytes).is_some_and(|file| file.exists(ENCRYPTED))
}

/// The endings that the file could have.
pub(super) fn ending(bytes: &[u8]) -> &'static [&'static str] {
    let Some(file) = open(bytes) else { return &[] };
    let stream = STREAMS.iter().find(|(stream, _)| file.exists(stream));
    stream.map_or(&[], |(_, endings)| *endings)
}

pub(super) fn contents(bytes: &[u8]) -> Contents {
    let Some(mut file) = open(bytes) else { return Contents::damaged() };
    let mut contents = Contents {
        is_signed: file.exists("/_signatures") || file.exists("/_xmlsignatures"),
        ..Contents::default()
    };
    if file.exists("/Macros") || file.exists("/_VBA_PROJECT_CUR") {
        contents.carried.insert(Carried::Script);
    }
    let mut summary = Vec::new();
    if let Ok(stream) = file.open_stream(SUMMARY)
        && stream.take(LONGEST).read_to_end(&mut summary).is_ok()
    {
        for name in names(&summary) {
            contents.author(&name);
        }
    }
    contents
}

/// The author and who last saved it, out of a property set.
fn names(set: &[u8]) -> Vec<String> {
    const AUTHOR: u32 = 4;
    const LAST_AUTHOR: u32 = 8;
    let number = |at: usize| {
        let bytes = set.get(at..at.checked_add(4)?)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?))
    };
    let offset = |at: usize| usize::try_from(number(at)?).ok();
    let Some(section) = offset(44) else { return Vec::new() };
    let count = section.checked_add(4).and_then(offset).unwrap_or(0).min(1_000);
    let text = |index: usize| {
        let entry = section.checked_add(8 + index * 8)?;
        if !matches!(number(entry)?, AUTHOR | LAST_AUTHOR) {
            return None;
        }
        let value = section.checked_add(offset(entry + 4)?)?;
        let start = value.checked_add(8)?;
        let letters = set.get(start..start.checked_add(offset(value.checked_add(4)?)?)?)?;
        Some(String::from_utf8_lossy(letters).into_owned())
    };
    (0..count).filter_map(text).collect()
}
