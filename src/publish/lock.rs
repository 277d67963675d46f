//! One build at a time for a published folder.

use std::fs::{File, TryLockError};

use super::disk::Disk;
use super::error::{Action, PublishError};
use super::places::Places;

/// Held while a build runs. The system lets go of it when the process ends, however it ends; the
/// file stays, because removing it would let two builds lock two files of one name.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock, or tells that another build has it.
    pub(super) fn take(disk: &dyn Disk, places: &Places) -> Result<Self, PublishError> {
        match disk.lock(&places.lock) {
            Ok(file) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => {
                Err(PublishError::Locked { path: places.output.clone() })
            }
            Err(TryLockError::Error(error)) => {
                Err(PublishError::io(Action::Lock, &places.lock, error))
            }
        }
    }
}
