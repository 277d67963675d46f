//! The ledger that pages tell of while its last release is being made.

use std::sync::OnceLock;

use super::history::History;

/// The ledger as its pages tell it: how many releases it will have is known before the last of them is made.
#[derive(Debug)]
pub struct AwaitedLedger {
    /// How many releases, the one that is being made among them.
    pub count: u64,
    /// The ledger with that release.
    pub ledger: OnceLock<SignedLedger>,
}

/// A ledger and its signed checkpoint.
#[derive(Debug)]
pub struct SignedLedger {
    /// The releases.
    pub history: History,
    /// The signed note.
    pub note: String,
}
