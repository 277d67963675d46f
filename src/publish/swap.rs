//! The step from the old site to the new one.
//!
//! In: a sealed staging folder. Out: the same folder under the published name, the old one under
//! another. [`recover`] brings to an end what a crash interrupted.

use std::io;
use std::path::Path;

use super::disk::{Disk, exists};
use super::error::{Action, PublishError};
use super::guard::Seen;
use super::leftover::{clear, clear_parked, is_sealed, park};
use super::places::Places;

const JOURNAL: &str = "congkhai đang đổi trang cũ lấy trang mới. Xin đừng xóa tệp này: lần chạy sau \
                       cần nó để làm nốt.\n";

/// Puts the sealed staging folder in place of the published one. After an error the published
/// folder is the old one; or it is missing, with a journal beside it.
pub(super) fn swap(disk: &dyn Disk, places: &Places) -> Result<(), PublishError> {
    let failed = |error| PublishError::io(Action::Replace, &places.output, error);
    if !exists(&places.output)? {
        return disk.rename(&places.staging, &places.output).map_err(failed);
    }
    match disk.exchange(&places.staging, &places.output) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => {}
        done => return done.map_err(failed),
    }
    let Err(error) = journalled(disk, places) else { return Ok(()) };
    // Back to the old site at once; where this fails too, the journal tells the next run.
    let displaced = exists(&places.aside).unwrap_or(true);
    if displaced && let Err(source) = disk.rename(&places.aside, &places.output) {
        let (path, aside) = (places.output.clone(), places.aside.clone());
        return Err(PublishError::Interrupted { path, aside, source });
    }
    let _ = disk.remove_file(&places.journal);
    Err(error)
}

fn journalled(disk: &dyn Disk, places: &Places) -> Result<(), PublishError> {
    let failed = |error| PublishError::io(Action::Replace, &places.output, error);
    let written = disk.write_new(&places.journal, JOURNAL.as_bytes());
    written.map_err(|error| PublishError::io(Action::Write, &places.journal, error))?;
    sync(disk, &places.parent)?;
    disk.rename(&places.output, &places.aside).map_err(failed)?;
    disk.rename(&places.staging, &places.output).map_err(failed)
}

/// Makes the swap last and removes what it replaced. An error leaves the new site published, and
/// the rest to the next run.
pub(super) fn tidy(disk: &dyn Disk, places: &Places, seen: &mut Seen) -> Result<(), PublishError> {
    unannounce(disk, places)?;
    clear(disk, &places.aside, &places.output, seen)?;
    clear(disk, &places.staging, &places.output, seen)
}

/// Makes the names last, and removes the journal that spoke of them.
fn unannounce(disk: &dyn Disk, places: &Places) -> Result<(), PublishError> {
    sync(disk, &places.parent)?;
    if exists(&places.journal)? {
        let removed = disk.remove_file(&places.journal);
        removed.map_err(|error| PublishError::io(Action::Remove, &places.journal, error))?;
        // A journal that came back after a power cut would speak of a half-removed folder.
        sync(disk, &places.parent)?;
    }
    Ok(())
}

/// Brings an interrupted run to an end: forward where the new site is whole, back otherwise. What cannot be removed is
/// moved out of the way, so that it stands in the way of no later build; why it could not is given.
pub(super) fn recover(
    disk: &dyn Disk,
    places: &Places,
) -> Result<Option<PublishError>, PublishError> {
    if exists(&places.journal)? && exists(&places.aside)? {
        let whole = if is_sealed(&places.staging)? {
            Some(&places.staging)
        } else if exists(&places.output)? {
            None
        } else {
            Some(&places.aside)
        };
        if let Some(folder) = whole {
            let renamed = disk.rename(folder, &places.output);
            renamed.map_err(|error| PublishError::io(Action::Replace, &places.output, error))?;
        }
    }
    unannounce(disk, places)?;
    let mut left = clear_parked(disk, places)?;
    for folder in [&places.aside, &places.staging] {
        if let Err(why) = clear(disk, folder, &places.output, &mut Seen::default()) {
            left = Some(park(disk, places, folder, why)?);
        }
    }
    Ok(left)
}

fn sync(disk: &dyn Disk, folder: &Path) -> Result<(), PublishError> {
    disk.sync_dir(folder).map_err(|error| PublishError::io(Action::Sync, folder, error))
}
