//! The editors' files and the themes, before anything is made of them.
//!
//! In: two folders. Out: a [`SourceTree`], and what can be said of a file without knowing the site: what its
//! path makes it ([`layout`]), where its YAML stands and how that is built ([`front_matter`], [`yaml`]), which
//! characters in it nobody sees ([`hidden`]), what a merge left in it ([`conflict`]). Tells no problems: what is wrong is a value that a later stage words.

pub mod conflict;
pub mod front_matter;
pub mod hidden;
pub mod layout;
pub mod load;
pub mod place;
pub mod yaml;

pub use layout::ContentFile;
pub use load::{LoadError, Noticed, Roots, SourceFile, SourceTree};
pub use place::{At, KeyPath, Place, Root, SourcePath, Sources};
