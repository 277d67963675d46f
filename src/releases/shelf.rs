//! Where published files are read: a folder, a web address, memory.
//!
//! In: a path within the published folder. Out: the bytes there. Whoever reads a shelf takes nothing on it on trust.

use std::collections::BTreeMap;
use std::io;

/// The most bytes of one file of the ledger; what is longer is read by nobody.
pub const LONGEST: u64 = 1 << 30;

/// Where published files are read.
pub trait Shelf: Sync {
    /// The bytes of a file; none where there is no such file.
    ///
    /// # Errors
    /// It cannot be read, or is longer than `longest`.
    fn read(&self, path: &str, longest: u64) -> io::Result<Option<Vec<u8>>>;

    /// The paths of all files, where the place can tell.
    ///
    /// # Errors
    /// It cannot be read.
    fn list(&self) -> io::Result<Option<Vec<String>>>;
}

/// Files in memory.
impl Shelf for BTreeMap<String, Vec<u8>> {
    fn read(&self, path: &str, longest: u64) -> io::Result<Option<Vec<u8>>> {
        match self.get(path) {
            Some(bytes) if bytes.len() as u64 > longest => Err(io::ErrorKind::FileTooLarge.into()),
            found => Ok(found.cloned()),
        }
    }

    fn list(&self) -> io::Result<Option<Vec<String>>> {
        Ok(Some(self.keys().cloned().collect()))
    }
}
