//! All that a site is made from, as one checksum.
//!
//! In: the files that were read, the theme and what was asked for. Out: a checksum that differs where any byte of them
//! does. The program itself is not in it.

use sha2::{Digest, Sha256};

use super::request::Request;
use crate::assets::AssetMap;
use crate::check::Checked;
use crate::output::Checksum;
use crate::render::theme::Theme;
use crate::source::SourceTree;
use crate::text::SiteAddress;

pub(super) fn of(
    request: &Request,
    as_of: jiff::civil::Date,
    tree: &SourceTree,
    checked: &Checked,
    theme: &Theme,
    assets: &AssetMap,
) -> Checksum {
    let mut inputs = Inputs(Sha256::new());
    inputs.add(as_of.to_string().as_bytes());
    inputs.add(request.base_url.as_ref().map_or("", SiteAddress::as_str).as_bytes());
    inputs.add(format!("{:?} {}", request.drafts, request.strict).as_bytes());
    inputs.add(&theme.fingerprint());
    for (name, asset) in assets.iter() {
        inputs.add(name.as_bytes());
        inputs.add(&asset.bytes);
    }
    for (path, file) in &tree.texts {
        inputs.add(path.as_str().as_bytes());
        inputs.add(&file.sha256);
    }
    for path in tree.unreadable.iter().chain(tree.attachments.keys()) {
        inputs.add(path.as_str().as_bytes());
    }
    for (path, checksum) in checked {
        inputs.add(path.as_str().as_bytes());
        inputs.add(checksum.to_string().as_bytes());
    }
    Checksum::from(<[u8; 32]>::from(inputs.0.finalize()))
}

struct Inputs(Sha256);

impl Inputs {
    /// Adds a value with its length, so that no two rows of values are the same bytes.
    fn add(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }
}
