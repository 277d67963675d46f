//! The files that are no pages: open data, the search index, copies, settings for web servers.
//!
//! In: the site and its progress. Out: each file in the sink, and what pages and links have to know of it.

use std::collections::BTreeSet;
use std::io;
use std::sync::Mutex;
use std::sync::atomic::Ordering;

use rayon::prelude::*;

use super::outcome::RunError;
use super::parts::{self, Kind, Made, Parts, output_path};
use super::request::Watch;
use crate::assets::AssetMap;
use crate::check::Checked;
use crate::export::{self, Addresses, Facts, File, Files, Put as PutFile, RowSums, Sheet};
use crate::output::{Checksum, Digest, Part, Sink};
use crate::paths::{self, PagePath};
use crate::progress::Progress;
use crate::search::{SearchIndex, Searched};
use crate::source::{SourcePath, SourceTree, layout, load};
use crate::{hosting, pages};

/// Makes the files of open data, in parallel; what is known of each is kept, its bytes are not. Those of a plan, and
/// tables of the site, that were made from the same stay as they are.
pub(super) fn exports(
    progress: &Progress<'_>,
    addresses: &Addresses,
    parts: &Parts,
    sink: &dyn Sink,
    watch: &Watch,
) -> Result<Files, RunError> {
    let go_on = || match watch.interrupted.load(Ordering::Relaxed) {
        true => Err(RunError::Interrupted),
        false => Ok(()),
    };
    let named = Checksum::of(format!("{addresses:?}").as_bytes());
    let plans = progress.plans.par_iter().map(|plan| {
        go_on()?;
        let part = parts.part(Kind::Exports, &plan.plan.id, named);
        parts::kept_or_made(part, sink, || {
            gathered(sink, |put| export::of_plan(progress, plan, addresses, put))
        })
    });
    let (rows, plans): (Vec<RowSums>, Vec<Made>) =
        plans.collect::<Result<Vec<_>, RunError>>()?.into_iter().unzip();
    let (agencies, site) = rayon::join(
        || {
            let agencies = progress.site.agencies.par_iter().map(|(id, _)| {
                go_on()?;
                let put = |put: &PutFile<'_>| export::of_agency(progress, id, addresses, put);
                Ok(gathered(sink, put)?.1)
            });
            agencies.collect::<Result<Vec<Made>, RunError>>()
        },
        || of_site(progress, addresses, &rows, parts, named, sink),
    );
    let mut files = Files::default();
    for (path, facts) in plans.into_iter().chain(agencies?).flatten().chain(site?) {
        files.add(path, facts);
    }
    go_on()?;
    let closing = export::closing(progress, addresses, &files);
    let ((), closing) = gathered(sink, |put| put(closing))?;
    closing.into_iter().for_each(|(path, facts)| files.add(path, facts));
    Ok(files)
}

/// Makes the files of the whole site: tables and what is made of all of them, then feeds. `rows` are the checksums of the
/// plans' rows.
fn of_site(
    progress: &Progress<'_>,
    addresses: &Addresses,
    rows: &[RowSums],
    parts: &Parts,
    named: Checksum,
    sink: &dyn Sink,
) -> Result<Made, RunError> {
    let mut of_all = Digest::new();
    of_all.add(named.as_bytes());
    let tables: Vec<_> = export::tables_of_site(progress, addresses)
        .into_iter()
        .map(|table| (table, table.checksum(rows)))
        .inspect(|(_, checksum)| of_all.add(checksum.as_bytes()))
        .collect();
    let written = tables.par_iter().map(|(table, checksum)| {
        let mut made_from = Digest::new();
        made_from.add(named.as_bytes());
        made_from.add(checksum.as_bytes());
        let part = parts.of_site(&format!("{}{}", parts::TABLE, table.name()), made_from);
        let mut sheet = None;
        let (csv, files) = parts::kept_or_made(part, sink, || {
            let (written, files) = gathered(sink, |put| table.write(put))?;
            sheet = written.sheet;
            Ok((written.csv, files))
        })?;
        Ok((csv, files, sheet))
    });
    let written: Vec<(Facts, Made, Option<Sheet>)> = written.collect::<Result<_, RunError>>()?;
    let mut all = Vec::new();
    let (mut csv, mut sheets) = (Vec::new(), Vec::new());
    for (facts, files, sheet) in written {
        csv.push(facts);
        all.extend(files);
        sheets.push(sheet);
    }
    // Larger tables than spreadsheets open with ease have no workbook.
    if csv.iter().all(|csv| !csv.packed) {
        let part = parts.of_site(parts::WORKBOOK, of_all);
        let ((), files) = parts::kept_or_made(part, sink, || {
            let sheets = tables.iter().zip(sheets);
            let sheets = sheets.map(|((table, _), sheet)| sheet.unwrap_or_else(|| table.sheet()));
            let workbook = export::workbook_of_site(progress, &sheets.collect::<Vec<_>>());
            gathered(sink, |put| put(workbook))
        })?;
        all.extend(files);
    }
    let ((), others) = gathered(sink, |put| {
        put(export::package_of_site(progress, addresses, &csv))?;
        export::feeds_of_site(progress, addresses, put)
    })?;
    all.extend(others);
    Ok(all)
}

/// Puts the files that `make` makes in the sink; out comes what it gives, and what is known of them.
fn gathered<T>(
    sink: &dyn Sink,
    make: impl FnOnce(&PutFile<'_>) -> io::Result<T>,
) -> Result<(T, Made), RunError> {
    let made = Mutex::new(Vec::new());
    let put = |file: File| {
        sink.put_hashed(&output_path(&file.path), file.content.lent())?;
        let facts = file.facts();
        made.lock().expect("no thread panics while it holds the files").push((file.path, facts));
        Ok(())
    };
    let given = make(&put).map_err(RunError::Sink)?;
    let mut made = made.into_inner().expect("no thread panics while it holds the files");
    made.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok((given, made))
}

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
