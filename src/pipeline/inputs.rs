//! All that a site is made from, as one checksum.
//!
//! In: the files that were read, the theme and what was asked for. Out: a checksum that differs where any byte of them
//! does. The program itself is not in it.

use super::request::Request;
use crate::assets::AssetMap;
use crate::check::Checked;
use crate::output::{Checksum, Digest};
use crate::render::theme::Theme;
use crate::source::{SourcePath, SourceTree};
use crate::text::SiteAddress;

/// The checksum of all that a site is made from. Where no draft is among it, it is the same for who proves drafts, who
/// shows them and who publishes.
pub(super) fn of(
    request: &Request,
    has_drafts: bool,
    as_of: jiff::civil::Date,
    tree: &SourceTree,
    checked: &Checked,
    theme: &Theme,
    assets: &AssetMap,
) -> Checksum {
    let mut inputs = Digest::new();
    inputs.add(as_of.to_string().as_bytes());
    inputs.add_asked(request);
    inputs.add(has_drafts.to_string().as_bytes());
    inputs.add(theme.fingerprint().as_bytes());
    for (name, asset) in assets.iter() {
        inputs.add(name.as_bytes());
        inputs.add(&asset.bytes);
    }
    inputs.add_content(tree);
    for (path, checksum) in checked {
        inputs.add_file(path, checksum.as_bytes());
    }
    inputs.checksum()
}

impl Digest {
    /// Adds a file by its path and checksum.
    pub(super) fn add_file(&mut self, path: &SourcePath, checksum: &[u8]) {
        self.add(path.as_str().as_bytes());
        self.add(checksum);
    }

    /// Adds what a command asked for, but for the date.
    pub(super) fn add_asked(&mut self, request: &Request) {
        self.add(request.base_url.as_ref().map_or("", SiteAddress::as_str).as_bytes());
        self.add(request.strict.to_string().as_bytes());
    }

    /// Adds the content: texts with their bytes, of all other files the paths.
    pub(super) fn add_content(&mut self, tree: &SourceTree) {
        tree.texts.iter().for_each(|(path, file)| self.add_file(path, &file.sha256));
        let others = tree.unreadable.iter().chain(tree.attachments.keys());
        others.for_each(|path| self.add(path.as_str().as_bytes()));
    }

    /// Adds all themes.
    pub(super) fn add_themes(&mut self, tree: &SourceTree) {
        for (theme, files) in &tree.themes {
            for (path, bytes) in files {
                self.add(theme.as_bytes());
                self.add(path.as_bytes());
                self.add(bytes);
            }
        }
    }
}
