//! Theme files: which theme a file comes from, and under which name an asset is published.
//!
//! In: the files of all themes, as read, and of the built-in one. Out: a [`Chain`] of themes, child
//! first, and an [`AssetMap`]. Reads no disk, and leaves the templates to `render`.

mod chain;
mod compact;
mod fingerprint;
mod style;

pub use chain::{BUILTIN, Chain, Layer, ThemeFiles, embedded};
pub use fingerprint::{Asset, AssetMap, Styles};
pub use style::{Named, StyleAddress, named};

/// The folder of style sheets that not every page loads: the templates that need one link it.
pub const PARTS: &str = "css/phan/";
