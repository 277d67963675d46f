//! The files that are neither pages nor open data: the search index, copies, settings for web servers.
//!
//! In: the site and its progress. Out: each file in the sink, and what pages and links have to know of it.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::outcome::RunError;
use super::parts::{self, output_path};
use crate::assets::AssetMap;
use crate::check::Checked;
use crate::output::{Checksum, Digest, Part, Sink};
use crate::paths::{self, PagePath};
use crate::progress::Progress;
use crate::search::{SearchIndex, Searched};
use crate::source::{SourcePath, SourceTree, layout, load};
use crate::{hosting, pages};

/// The search index, with its files in the sink; out come their paths and sizes, too. Where what is searched is the same,
/// they stay as they are.
pub(super) fn index(progress: &Progress<'_>, sink: &dyn Sink) -> Result<Indexed, RunError> {
    let searched = Searched::of(progress);
    let mut made_from = Digest::new();
    searched.tell(|value| made_from.add(value));
    let part = Part { name: parts::INDEX.to_owned(), made_from: made_from.checksum() };
    if let Some(notes) = sink.keep(&part).map_err(RunError::Sink)? {
        let (version, files) = parts::read(&notes);
        return Ok(Indexed { index: searched.kept(version), files });
    }
    let mut index = searched.index();
    let made = std::mem::take(&mut index.files);
    let put = |(path, bytes): &(PagePath, Vec<u8>)| sink.put(&output_path(path), bytes);
    made.par_iter().try_for_each(put).map_err(RunError::Sink)?;
    let paths = made.iter().map(|(path, _)| output_path(path)).collect();
    let files: Vec<_> = made.into_iter().map(|(path, bytes)| (path, bytes.len())).collect();
    sink.leave(part, paths, parts::noted(&(&index.version, &files)));
    Ok(Indexed { index, files })
}

/// The search index, whose files went to the sink.
pub(super) struct Indexed {
    pub(super) index: SearchIndex,
    /// Their paths and sizes.
    pub(super) files: Vec<(PagePath, usize)>,
}

/// Puts a file in the sink.
type Put<'a> = dyn FnMut(PagePath, &[u8]) -> Result<(), RunError> + 'a;

/// Makes all other files; out come their paths.
pub(super) fn others(
    progress: &Progress<'_>,
    tree: &SourceTree,
    checked: &Checked,
    assets: &AssetMap,
    base_path: &str,
    sink: &dyn Sink,
) -> Result<BTreeSet<PagePath>, RunError> {
    let mut files = BTreeSet::new();
    let mut put = |path: PagePath, bytes: &[u8]| {
        // Several passages may show one picture.
        if files.contains(&path) {
            return Ok(());
        }
        sink.put(&output_path(&path), bytes).map_err(RunError::Sink)?;
        files.insert(path);
        Ok(())
    };
    copies(progress, tree, checked, assets, &mut put)?;
    for server in &progress.site.settings.servers {
        put(paths::settings_of(*server), hosting::text(*server, base_path).as_bytes())?;
    }
    Ok(files)
}

/// Copies what is published as it is: assets, the source's copies, public evidence.
fn copies(
    progress: &Progress<'_>,
    tree: &SourceTree,
    checked: &Checked,
    assets: &AssetMap,
    put: &mut Put<'_>,
) -> Result<(), RunError> {
    for (_, asset) in assets.iter() {
        put(PagePath::new(asset.path.as_str()), &asset.bytes)?;
    }
    for progress in &progress.plans {
        let plan = progress.plan;
        if let Some(copy) = &plan.source_text.copy {
            put(paths::source_copy(&plan.id), copy.text.as_bytes())?;
        }
        for name in pages::published_evidence(progress).chain(pages::pictures(progress)) {
            let source = layout::attachment_of_plan(plan.id.as_str(), name);
            if let Some(bytes) = attachment(tree, checked, &source)? {
                put(paths::file_of_plan(&plan.id, name), &bytes)?;
            }
        }
    }
    for image in progress.site.prose.values().flat_map(|page| &page.prose.images) {
        let source = layout::attachment_of_page(&image.path);
        if let Some(bytes) = attachment(tree, checked, &source)? {
            put(paths::picture(None, &image.path), &bytes)?;
        }
    }
    Ok(())
}

/// The bytes of a file that was judged, if they are those that were.
fn attachment(
    tree: &SourceTree,
    checked: &Checked,
    source: &SourcePath,
) -> Result<Option<Vec<u8>>, RunError> {
    let Some(path) = tree.attachments.get(source) else { return Ok(None) };
    let bytes = load::attachment(path)?;
    if checked.get(source) != Some(&Checksum::of(&bytes)) {
        return Err(RunError::Changed(path.clone()));
    }
    Ok(Some(bytes))
}
