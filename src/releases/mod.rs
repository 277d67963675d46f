//! The release ledger ("sổ công bố"): what was published, release by release, so that it can be proved and compared.
//!
//! In: [`crate::progress::Progress`] as readers may see it, the files of a site, and the ledger so far. Out: the
//! [`Facts`] of a release, what changed in them and why, the files under `phat-hanh/`, and the judgement on such
//! files. Reads no disk: what is published comes by a [`Shelf`]. Not to be taken for
//! [`crate::progress::Ledger`], which adds up tasks.

pub mod awaited;
pub mod causes;
pub mod changes;
pub mod changes_file;
pub mod facts;
pub mod findings;
pub mod gate;
pub mod history;
pub mod kinds;
pub mod leaf;
pub mod make;
pub mod manifest;
pub mod naming;
pub mod pairs;
pub mod places;
pub mod sheet;
pub mod shelf;
pub mod stamp;
pub mod stated;
pub mod taken;
pub mod telling;
pub mod values;
pub mod verify;
pub mod withheld;

pub use awaited::{AwaitedLedger, SignedLedger};
pub use causes::{Cause, Causes};
pub use changes::{Change, Changes};
pub use facts::{Fact, Facts, Key};
pub use history::{History, Release};
pub use kinds::FactKind;
pub use leaf::Leaf;
pub use manifest::ReleaseManifest;
pub use naming::Names;
pub use sheet::Sheet;
pub use shelf::Shelf;
