//! What the last build remembers of itself, beside the published folder and never in it.
//!
//! In: what a site was made from and by. Out: the same, for the next build. It can be deleted at any time, and costs
//! time where it is gone, torn or of another program; what it says of files is never believed without their bytes.

use std::fs::{self, Permissions};
use std::io;

use serde::{Deserialize, Serialize};

use super::disk::Disk;
use super::places::Places;
use crate::output::Checksum;

/// What a site was made from, for the build after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// The checksum of all content, the theme and what was asked for.
    pub inputs: Checksum,
    /// Number of pages.
    pub pages: usize,
}

/// What stands in the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Remembered {
    /// The checksum of the program and the inputs.
    made_from: String,
    /// The checksum of the manifest.
    manifest: String,
    pages: usize,
}

/// The pages of the published site, if this program made it from these inputs and its manifest is the one that it wrote.
pub(super) fn pages_of(
    places: &Places,
    program: Checksum,
    inputs: Checksum,
    manifest: &[u8],
) -> Option<usize> {
    let remembered: Remembered = serde_json::from_slice(&fs::read(&places.cache).ok()?).ok()?;
    let is_same = remembered.made_from == made_from(program, inputs)
        && remembered.manifest == Checksum::of(manifest).to_string();
    is_same.then_some(remembered.pages)
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
    made: Made,
    manifest: &[u8],
) -> io::Result<()> {
    let remembered = Remembered {
        made_from: made_from(program, made.inputs),
        manifest: Checksum::of(manifest).to_string(),
        pages: made.pages,
    };
    let bytes = serde_json::to_vec(&remembered).expect("texts and numbers become JSON");
    disk.write_new(&places.cache, &bytes)?;
    match owner_only() {
        Some(permissions) => disk.set_permissions(&places.cache, permissions),
        None => Ok(()),
    }
}

fn made_from(program: Checksum, inputs: Checksum) -> String {
    Checksum::of(format!("{program} {inputs}").as_bytes()).to_string()
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
