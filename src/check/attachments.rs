//! CK221 and CK230 to CK233: files that the content names are there, have the stated hash, and may be published.
//!
//! Each file is read once, however many places name it. What is said of it here is said of the bytes with the
//! checksum that goes out in [`Checked`]; whoever publishes the file compares.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use crate::attachment::{self, Contents, Kind, Refusal};
use crate::diagnostic::catalog::{ck221, ck230, ck231, ck232, ck233};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::{Plan, Record, Task};
use crate::output::Checksum;
use crate::source::{SourcePath, SourceTree, Sources, layout, load};
use crate::text::file_names::fault;
use crate::text::form::{TextForm, form_of, other_form};

/// The checksums of the files that were judged.
pub type Checked = BTreeMap<SourcePath, Checksum>;

/// A place that names a file.
struct Mention<'a> {
    /// Its name as written there.
    name: &'a str,
    at: Place,
    /// The hash that is stated there, with its place.
    stated: Option<(&'a str, Place)>,
    /// Whether readers can fetch the file.
    is_published: bool,
    is_picture: bool,
}

/// What a file is found to be.
struct Found {
    sha256: Checksum,
    /// For each place that names it, what is wrong with the hash stated there.
    mismatches: Vec<Option<Mismatch>>,
    /// What is in it; only asked of what is published, under a name that can be.
    judged: Option<Result<(Kind, Contents), Refusal>>,
}

pub(super) fn check(record: &Record, tree: &SourceTree, problems: &mut Diagnostics) -> Checked {
    let mentions = mentions(record);
    let files: Vec<_> = mentions
        .iter()
        .filter_map(|(file, places)| Some((file, tree.attachments.get(file)?, places)))
        .collect();
    let found: BTreeMap<_, _> = files
        .into_par_iter()
        .map(|(file, path, places)| (file, read(file, path, places)))
        .collect();
    for (file, places) in &mentions {
        match found.get(file) {
            None => places.iter().for_each(|place| problems.push(missing(place))),
            Some(None) => problems.push(ck233::unreadable(places[0].at.clone(), places[0].name)),
            Some(Some(found)) => judge(places, found, tree, file, problems),
        }
    }
    let checked = found.into_iter().filter_map(|(file, found)| Some((file.clone(), found?.sha256)));
    checked.collect()
}

/// How the bytes are not those of a stated hash.
enum Mismatch {
    /// They are the same text in another form; the form found, and the one that is meant.
    Form(TextForm, TextForm),
    /// They are others.
    Bytes,
}

impl Mismatch {
    fn of(bytes: &[u8], sha256: Checksum, stated: &str) -> Option<Self> {
        let is = |checksum: Checksum| stated.trim().eq_ignore_ascii_case(&checksum.to_string());
        if is(sha256) {
            return None;
        }
        // Git and editors leave alone what has a NUL, as nearly every picture and PDF has.
        let is_text = !bytes.contains(&0);
        let meant = is_text.then(|| other_form(bytes, |bytes| is(Checksum::of(bytes)))).flatten();
        Some(meant.map_or(Mismatch::Bytes, |meant| Mismatch::Form(form_of(bytes), meant)))
    }
}

fn read(file: &SourcePath, path: &Path, places: &[Mention<'_>]) -> Option<Found> {
    let bytes = load::attachment(path).ok()?;
    // A file that has to be renamed is judged under its new name.
    let is_judged = places.iter().any(|place| place.is_published) && fault(file.as_str()).is_none();
    let judged = is_judged.then(|| {
        let kind = attachment::kind(file.as_str(), &bytes)?;
        Ok((kind, attachment::contents(kind, &bytes)))
    });
    let sha256 = Checksum::of(&bytes);
    let stated = places.iter().map(|place| place.stated.as_ref());
    let mismatches = stated.map(|stated| Mismatch::of(&bytes, sha256, stated?.0)).collect();
    Some(Found { sha256, mismatches, judged })
}

fn missing(place: &Mention<'_>) -> Diagnostic {
    match place.is_picture {
        true => ck230::missing_picture(place.at.clone(), place.name),
        false => ck230::missing_evidence(place.at.clone(), place.name),
    }
}

fn judge(
    places: &[Mention<'_>],
    found: &Found,
    tree: &SourceTree,
    file: &SourcePath,
    problems: &mut Diagnostics,
) {
    for (place, mismatch) in places.iter().zip(&found.mismatches) {
        let (Some((stated, at)), Some(mismatch)) = (&place.stated, mismatch) else { continue };
        let (at, name) = (at.clone(), place.name);
        problems.push(match mismatch {
            Mismatch::Form(form, meant) => ck221::evidence_in_other_form(at, name, *form, *meant),
            Mismatch::Bytes => ck221::evidence_changed(at, name, stated, &found.sha256.to_string()),
        });
    }
    let (Some(place), Some(judged)) =
        (places.iter().find(|place| place.is_published), &found.judged)
    else {
        return;
    };
    let at = place.at.clone();
    match judged {
        Err(refusal) => problems.push(ck231::refused(at, place.name, refusal)),
        Ok((_, contents)) if contents.is_locked => problems.push(ck233::locked(at, place.name)),
        Ok((_, contents)) if contents.is_damaged => problems.push(ck233::damaged(at, place.name)),
        Ok((kind, contents)) => {
            if !contents.damaged_parts.is_empty() {
                problems.push(ck233::damaged_parts(at.clone(), place.name, contents));
            }
            if !contents.carried.is_empty() {
                let path = tree.shown(file);
                problems.push(ck232::carried(at, place.name, &path, *kind, contents));
            }
        }
    }
}

/// Every place that names a file, by file.
fn mentions(record: &Record) -> BTreeMap<SourcePath, Vec<Mention<'_>>> {
    let mut mentions: BTreeMap<SourcePath, Vec<Mention<'_>>> = BTreeMap::new();
    for (plan, task) in record.tasks() {
        for (name, mention) in evidence(record, plan, task) {
            let file = layout::attachment_of_plan(plan.id.as_str(), name);
            mentions.entry(file).or_default().push(mention);
        }
        for image in &task.narrative.images {
            let file = layout::attachment_of_plan(plan.id.as_str(), &image.path);
            let at = task.source.passage(image.span.clone());
            let picture = picture(&image.path, at, !task.is_restricted());
            mentions.entry(file).or_default().push(picture);
        }
    }
    for page in record.prose.values() {
        for image in &page.prose.images {
            let file = layout::attachment_of_page(&image.path);
            let at = page.source.passage(image.span.clone());
            mentions.entry(file).or_default().push(picture(&image.path, at, true));
        }
    }
    mentions
}

fn picture(name: &str, at: Place, is_published: bool) -> Mention<'_> {
    Mention { name, at, stated: None, is_published, is_picture: true }
}

fn evidence<'a>(
    record: &'a Record,
    plan: &'a Plan,
    task: &'a Task,
) -> impl Iterator<Item = (&'a str, Mention<'a>)> {
    task.events.iter().flat_map(move |event| {
        let pieces = record.evidence(plan, task, event).into_iter().enumerate();
        pieces.filter_map(move |(index, piece)| {
            let name = piece.file.as_deref()?;
            let key = |key: &str| task.key(&event.key(&format!("minh_chung[{index}].{key}")));
            let stated = piece.sha256.as_deref().map(|stated| (stated, key("sha256")));
            let is_published = event.evidence[index].public().is_some() && !task.is_restricted();
            let at = key("tep");
            Some((name, Mention { name, at, stated, is_published, is_picture: false }))
        })
    })
}
