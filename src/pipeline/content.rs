//! The stages that read and prove the content.
//!
//! In: two folders, or the files of a tree. Out: [`Content`], with the problems found on the way. Commands that
//! need no page end here.

use std::collections::BTreeSet;

use super::memory::Memory;
use super::outcome::RunError;
use super::request::{Request, Watch};
use super::stages::{Stage, Work};
use crate::check::{self, Checked};
use crate::diagnostic::{Diagnostics, Severity, catalog::ck108};
use crate::model::{self, PlanId, Record};
use crate::parse;
use crate::parse::Acknowledgement;
use crate::progress::{self, Whole};
use crate::source::{ContentFile, SourceTree, layout, load};

/// The content as far as it could be read.
pub struct Content {
    /// What was found so far.
    pub problems: Diagnostics,
    /// The files that were read, to show lines of.
    pub tree: SourceTree,
    /// The content, proved; none where the site's own file could not be read.
    pub record: Option<Record>,
    /// What editors have looked at.
    pub(super) acknowledgements: Vec<Acknowledgement>,
    /// The plans that are drafts, whether or not they could be read.
    pub(super) drafts: BTreeSet<PlanId>,
}

/// Reads the content and proves it, without theme and pages.
///
/// # Errors
/// Where the folders cannot be read.
pub fn content(request: &Request) -> Result<Content, RunError> {
    let watch = Watch::default();
    Ok(proved(read(request, &watch)?, &Memory::off(), &watch))
}

/// Reads both folders.
///
/// # Errors
/// Where one cannot be read.
pub fn read(request: &Request, watch: &Watch) -> Result<SourceTree, RunError> {
    let reading = watch.begin(Stage::Read);
    let tree = load::read(&request.roots)?;
    reading.done(Work::files(tree.texts.values().map(|file| file.text.len())));
    Ok(tree)
}

/// Proves what was read.
pub(super) fn proved(tree: SourceTree, memory: &Memory, watch: &Watch) -> Content {
    let mut problems = Diagnostics::default();
    let parsing = watch.begin(Stage::Parse);
    let raw = parse::all_remembered(&tree, &memory.documents, &mut problems);
    memory.documents.forget_unused();
    parsing.done(Work::of(tree.texts.len()));
    let assembling = watch.begin(Stage::Model);
    let mut faults = Diagnostics::default();
    let (record, ()) =
        rayon::join(|| model::assemble(&raw, &mut faults), || check::sources(&tree, &mut problems));
    problems.append(faults);
    assembling.done(Work::of(record.as_ref().map_or(0, |record| record.tasks().count())));
    let plans = raw.plans.iter().filter(|(_, folder)| {
        let attributes = folder.attributes.as_ref();
        attributes.is_some_and(|doc| doc.value.ban_nhap.as_deref() == Some("co"))
    });
    let drafts = plans.map(|(id, _)| PlanId::new(id)).collect();
    Content { problems, tree, record, acknowledgements: raw.acknowledgements(), drafts }
}

/// Takes the drafts out of what is published: their content, and what was found in their files.
pub(super) fn leave_out(
    record: &mut Record,
    drafts: &BTreeSet<PlanId>,
    problems: &mut Diagnostics,
) -> Diagnostics {
    let mut told = Diagnostics::default();
    if drafts.is_empty() {
        return told;
    }
    for id in drafts {
        let at = ContentFile::Plan(id.as_str()).path().key("ban_nhap");
        told.push(ck108::left_out(at, id.as_str()));
    }
    let left = record.leave_out(|id| drafts.contains(id));
    left.said.into_iter().for_each(|at| told.push(ck108::goes_on_in_draft(at)));
    if let (true, Some(id)) = (record.site.plans.is_empty(), drafts.first()) {
        let at = ContentFile::Plan(id.as_str()).path().key("ban_nhap");
        told.push(ck108::nothing_else(at));
    }
    forget(drafts, problems);
    told
}

/// Names the drafts: what is published will not have them.
pub(super) fn named(record: &Record, drafts: &BTreeSet<PlanId>) -> Diagnostics {
    let mut told = Diagnostics::default();
    let at = |id: &PlanId| ContentFile::Plan(id.as_str()).path().key("ban_nhap");
    drafts.iter().for_each(|id| told.push(ck108::left_out(at(id), id.as_str())));
    if let Some(first) =
        drafts.first().filter(|_| record.site.plans.keys().all(|id| drafts.contains(id)))
    {
        told.push(ck108::nothing_else(at(first)).severity(Severity::Info));
    }
    told
}

/// Drops what was found in the folders of drafts: it stands in the way of nothing that is published.
pub(super) fn forget(drafts: &BTreeSet<PlanId>, problems: &mut Diagnostics) {
    problems.retain(|problem| {
        let plan = layout::plan_of(&problem.place.file);
        plan.is_none_or(|plan| !drafts.contains(&PlanId::new(plan)))
    });
}

/// The content as it would be published: without drafts.
///
/// # Errors
/// Where the folders cannot be read.
pub fn published_content(request: &Request) -> Result<Content, RunError> {
    let mut content = content(request)?;
    if let Some(record) = &mut content.record {
        let told = leave_out(record, &content.drafts, &mut content.problems);
        content.problems.append(told);
    }
    Ok(content)
}

/// What `check` says of the content in a tree: everything but theme and pages. Documents that `memory` knows
/// are not read again.
pub fn judge(tree: SourceTree, request: &Request, memory: &Memory) -> Content {
    let mut content = proved(tree, memory, &Watch::default());
    if let Some(record) = &content.record {
        let progress = progress::on(record, request.as_of_in(&record.settings));
        rules(record, &progress, &content.tree, request, &mut content.problems);
    }
    let all_asked = content.record.is_some() && request.as_of.is_none();
    check::settle(&content.acknowledgements, &content.tree, all_asked, &mut content.problems);
    content
}

/// The rules of content that need a site and a date; out come the checksums of the files that were judged.
pub(super) fn rules(
    record: &Record,
    progress: &Whole<'_>,
    tree: &SourceTree,
    request: &Request,
    problems: &mut Diagnostics,
) -> Checked {
    let checked = check::attachments(record, tree, problems);
    check::site(record, progress, request.as_of.is_some(), problems);
    checked
}
