//! A transparency log in static files: tree, tiles, signed checkpoint.
//!
//! In: entries, which mean nothing here, and keys. Out: the files of C2SP [tlog-tiles], [tlog-checkpoint] and
//! [signed-note], and the proof that one tree is the beginning of another. Knows no site and no disk.
//!
//! [tlog-tiles]: https://c2sp.org/tlog-tiles
//! [tlog-checkpoint]: https://c2sp.org/tlog-checkpoint
//! [signed-note]: https://c2sp.org/signed-note

pub mod checkpoint;
pub mod key;
pub mod note;
pub mod tiles;
pub mod tree;

pub use checkpoint::Checkpoint;
pub use key::{KeyFault, PublicKey, SigningKey};
pub use note::{Note, NoteFault};
