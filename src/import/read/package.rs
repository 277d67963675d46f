//! Archives of parts, with limits: a small file cannot fill the memory.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::refusal::Refusal;

/// The most parts of an archive.
const MOST_PARTS: usize = 10_000;

/// The most bytes of one part.
const LONGEST: u64 = 64_000_000;

/// The most bytes of all parts that are read together.
const MOST: u64 = 200_000_000;

/// How many times its packed size a part may have, from [`LOOSE`] bytes on. XML of office programs reaches 50.
const TIGHTEST: u64 = 300;

/// Up to this size a part may be packed as tightly as it likes.
const LOOSE: u64 = 2_000_000;

/// An opened archive.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
    /// Parts that were unpacked, and their bytes together.
    seen: BTreeSet<String>,
    unpacked: u64,
}

impl<'a> Package<'a> {
    /// Opens an archive; unpacks nothing.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Package<'a>, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken("", &error))?;
        if archive.len() > MOST_PARTS {
            return Err(Refusal::TooManyParts { parts: archive.len(), most: MOST_PARTS });
        }
        if let Some(part) = twice(bytes, archive.central_directory_start()) {
            return Err(Refusal::Twice { part });
        }
        let names = archive.file_names().flatten().map(Cow::into_owned).collect();
        Ok(Package { archive, names, seen: BTreeSet::new(), unpacked: 0 })
    }

    /// Names of parts, as the archive lists them.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// A part's bytes; none if there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => {
                let locked = error.to_string().to_lowercase().contains("password");
                return Err(if locked { Refusal::Locked } else { broken(name, &error) });
            }
        };
        // What the archive says of sizes may be false: bytes are counted as they come.
        let packed = file.compressed_size().max(1);
        let left = if self.seen.contains(name) { MOST } else { MOST - self.unpacked };
        let most = LONGEST.min(left);
        let mut bytes = Vec::new();
        file.take(most + 1).read_to_end(&mut bytes).map_err(|error| broken(name, &error))?;
        let size = bytes.len() as u64;
        if size > LOOSE && size / packed > TIGHTEST {
            return Err(Refusal::Bomb { part: name.to_owned() });
        }
        if size > most {
            return Err(Refusal::TooMuchWithin { part: name.to_owned(), most });
        }
        if self.seen.insert(name.to_owned()) {
            self.unpacked += size;
        }
        Ok(Some(bytes))
    }
}

/// A name that the archive's list has twice (APPNOTE 4.3.12): the library keeps one of the two, other programs may keep the
/// other.
fn twice(bytes: &[u8], start: u64) -> Option<String> {
    let mut list = bytes.get(usize::try_from(start).ok()?..)?;
    let mut names = BTreeSet::new();
    while list.starts_with(b"PK\x01\x02") {
        let number =
            |at| Some(usize::from(u16::from_le_bytes([*list.get(at)?, *list.get(at + 1)?])));
        let (name, extra, comment) = (number(28)?, number(30)?, number(32)?);
        let own = String::from_utf8_lossy(list.get(46..46 + name)?);
        // Office programs take `/Word\\Document.xml` for the same.
        let usual = own.replace('\\', "/").trim_start_matches('/').to_lowercase();
        if !names.insert(usual) {
            return Some(own.into_owned());
        }
        list = list.get(46 + name + extra + comment..)?;
    }
    None
}

fn broken(part: &str, why: &dyn std::error::Error) -> Refusal {
    Refusal::Broken { part: part.to_owned(), why: why.to_string() }
}
