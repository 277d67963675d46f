//! What the commands of the release ledger share: where it is read, and what is told of a faulty one.

use std::path::Path;

use super::report;
use super::shelves::{Folder, Web};
use crate::releases::Shelf;
use crate::releases::findings::Finding;
use crate::releases::history::{self, CHECKPOINT, History};
use crate::transparency::PublicKey;

/// Whether a published folder holds a ledger.
pub(super) fn is_in(output: &Path) -> bool {
    output.join(history::path(CHECKPOINT)).exists()
}

/// A place that a user named: a folder, or a web address.
pub(super) fn shelf(place: &str) -> Box<dyn Shelf> {
    match Web::new(place) {
        Some(web) if place.contains("://") => Box::new(web),
        _ => Box::new(Folder::new(Path::new(place))),
    }
}

/// The key that a shelf itself names as the last, which proves nothing by itself.
pub(super) fn published_key(shelf: &dyn Shelf) -> Option<PublicKey> {
    history::published_keys(shelf).into_iter().next()
}

/// The ledger in a folder, wholly proved; else what is wrong with it was told.
pub(super) fn proved(shelf: &dyn Shelf, key: &PublicKey) -> Result<Option<History>, ()> {
    let (history, findings) = history::read(shelf, key);
    if findings.is_empty() {
        return Ok(history);
    }
    tell(&findings);
    Err(())
}

/// Tells findings, one a line.
pub(super) fn tell(findings: &[Finding]) {
    for finding in findings {
        report::complain(&format!("lỗi: {finding}"));
    }
}
