//! What the last build remembers of itself, beside the published folder and never in it.
//!
//! In: what a site was made from and by, part by part. Out: the same, for the next build. It can be deleted at any time,
//! and costs time where it is gone, torn or of another program; what it says of files is never believed without their
//! bytes.

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::io;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::disk::Disk;
use super::guard::resolve;
use super::manifest::MANIFEST;
use super::places::Places;
use crate::output::{Checksum, Hashed, Notes, Output, OutputPath, Part, Sink};

/// What a site was made from, for the build after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The checksum of all content, the theme and what was asked for.
    pub inputs: Checksum,
    /// Number of pages.
    pub pages: usize,
    /// The checksum of all that was read, with what whoever made the site wants to know again where it reads the same.
    pub noted: Option<(Checksum, Notes)>,
}

impl Made {
    /// What was noted for this checksum.
    pub(super) fn noted(&self, read: Checksum) -> Option<Notes> {
        let (noted, notes) = self.noted.as_ref()?;
        (*noted == read).then(|| Arc::clone(notes))
    }
}

/// What a build knows of the published site.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// What it was made from as a whole, if nothing was told of it.
    pub(super) made: Option<Made>,
    /// The parts that it has, by name.
    pub(super) parts: BTreeMap<String, KnownPart>,
}

impl Known {
    /// What is known of a part that was made from the same.
    pub(super) fn part(&self, part: &Part) -> Option<&KnownPart> {
        self.parts.get(&part.name).filter(|known| known.made_from == part.made_from)
    }
}

/// A part of the published site.
#[derive(Clone, Debug)]
pub(super) struct KnownPart {
    pub(super) made_from: Checksum,
    pub(super) files: Vec<OutputPath>,
    pub(super) notes: Notes,
}

/// What the last build into a folder left, for a command that publishes nothing.
///
/// As a [`Sink`] it takes every file and keeps none; a part that was made from the same need not be made, whatever its
/// files are by now.
#[derive(Debug, Default)]
pub struct Remembered(Known);

impl Remembered {
    /// What this program left beside `output`; nothing of a folder that another made, or that cannot be read.
    pub fn beside(output: &Path, program: Checksum) -> Self {
        let known = || {
            let places = Places::around(resolve(output).ok()?).ok()?;
            let manifest = fs::read(places.output.join(MANIFEST)).ok()?;
            known(&places, program, &manifest)
        };
        Self(known().unwrap_or_default())
    }
}

impl Sink for Remembered {
    fn put(&self, _path: &OutputPath, _bytes: &[u8]) -> io::Result<()> {
        Ok(())
    }

    fn put_hashed(&self, _path: &OutputPath, _file: Hashed<&[u8]>) -> io::Result<()> {
        Ok(())
    }

    fn so_far(&self) -> Output {
        Output::default()
    }

    fn keep_site(&self, inputs: Checksum) -> io::Result<Option<usize>> {
        let made = self.0.made.as_ref().filter(|made| made.inputs == inputs);
        Ok(made.map(|made| made.pages))
    }

    fn takes_notes(&self) -> bool {
        self.0.made.is_some()
    }

    fn noted(&self, read: Checksum) -> Option<Notes> {
        self.0.made.as_ref()?.noted(read)
    }

    fn left_with(&self, part: &Part) -> Option<Notes> {
        self.0.part(part).map(|known| Arc::clone(&known.notes))
    }

    fn keep(&self, part: &Part) -> io::Result<Option<Notes>> {
        Ok(self.left_with(part))
    }
}

/// What stands in the file, behind the checksum of all that follows.
#[derive(Serialize, Deserialize)]
struct Record<'a> {
    program: [u8; 32],
    /// The checksum of the manifest.
    manifest: [u8; 32],
    #[serde(borrow)]
    made: Option<RecordedSite<'a>>,
    #[serde(borrow)]
    parts: Vec<RecordedPart<'a>>,
}

#[derive(Serialize, Deserialize)]
struct RecordedSite<'a> {
    inputs: [u8; 32],
    pages: usize,
    #[serde(borrow)]
    noted: Option<([u8; 32], &'a [u8])>,
}

#[derive(Serialize, Deserialize)]
struct RecordedPart<'a> {
    name: &'a str,
    made_from: [u8; 32],
    files: Vec<&'a str>,
    notes: &'a [u8],
}

/// How many bytes of the file are the checksum of the rest.
const HEAD: usize = 32;

/// What is known of the published site, if this program made it and its manifest is the one that it wrote.
pub(super) fn known(places: &Places, program: Checksum, manifest: &[u8]) -> Option<Known> {
    let bytes = fs::read(&places.cache).ok()?;
    let (head, body) = bytes.split_at_checked(HEAD)?;
    if head != Checksum::of(body).as_bytes() {
        return None;
    }
    let remembered: Record<'_> = postcard::from_bytes(body).ok()?;
    let is_same = remembered.program == *program.as_bytes()
        && remembered.manifest == *Checksum::of(manifest).as_bytes();
    if !is_same {
        return None;
    }
    let made = remembered.made.map(|made| Made {
        inputs: made.inputs.into(),
        pages: made.pages,
        noted: made.noted.map(|(read, notes)| (read.into(), notes.into())),
    });
    let mut parts = BTreeMap::new();
    for part in remembered.parts {
        let files = part.files.into_iter().map(|path| OutputPath::new(path).ok());
        let known = KnownPart {
            made_from: part.made_from.into(),
            files: files.collect::<Option<_>>()?,
            notes: part.notes.into(),
        };
        parts.insert(part.name.to_owned(), known);
    }
    Some(Known { made, parts })
}

/// Forgets the site before: from here on the folder may hold another.
pub(super) fn forget(disk: &dyn Disk, places: &Places) -> io::Result<()> {
    match disk.remove_file(&places.cache) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Remembers a published site.
///
/// # Errors
/// Where the disk refuses, which costs the next build time and nothing else.
pub(super) fn remember(
    disk: &dyn Disk,
    places: &Places,
    program: Checksum,
    known: &Known,
    manifest: &[u8],
) -> io::Result<()> {
    let parts = known.parts.iter().map(|(name, part)| RecordedPart {
        name,
        made_from: *part.made_from.as_bytes(),
        files: part.files.iter().map(OutputPath::as_str).collect(),
        notes: &part.notes,
    });
    let remembered = Record {
        program: *program.as_bytes(),
        manifest: *Checksum::of(manifest).as_bytes(),
        made: known.made.as_ref().map(|made| RecordedSite {
            inputs: *made.inputs.as_bytes(),
            pages: made.pages,
            noted: made.noted.as_ref().map(|(read, notes)| (*read.as_bytes(), &**notes)),
        }),
        parts: parts.collect(),
    };
    let bytes = postcard::to_extend(&remembered, vec![0; HEAD]).map_err(io::Error::other)?;
    let mut bytes = bytes;
    let checksum = Checksum::of(&bytes[HEAD..]);
    bytes[..HEAD].copy_from_slice(checksum.as_bytes());
    disk.write_new(&places.cache, &bytes)?;
    match owner_only() {
        Some(permissions) => disk.set_permissions(&places.cache, permissions),
        None => Ok(()),
    }
}

#[cfg(unix)]
fn owner_only() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o600))
}

#[cfg(not(unix))]
fn owner_only() -> Option<Permissions> {
    None
}
