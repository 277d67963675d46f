//! The stages that read and prove the content.
//!
//! In: two folders, or the files of a tree. Out: [`Content`], with the problems found on the way. Commands that
//! need no page end here.

use super::memory::Memory;
use super::outcome::RunError;
use super::request::Request;
use crate::diagnostic::Diagnostics;
use crate::model::{self, Record};
use crate::parse::Acknowledgement;
use crate::progress::{self, Whole};
use crate::source::{SourceTree, load};
use crate::{check, parse};

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
}

/// Reads the content and proves it, without theme and pages.
///
/// # Errors
/// Where the folders cannot be read.
pub fn content(request: &Request) -> Result<Content, RunError> {
    content_again(request, &Memory::off())
}

pub(super) fn content_again(request: &Request, memory: &Memory) -> Result<Content, RunError> {
    Ok(proved(load::read(&request.roots)?, memory))
}

fn proved(tree: SourceTree, memory: &Memory) -> Content {
    let mut problems = Diagnostics::default();
    let raw = parse::all_remembered(&tree, &memory.documents, &mut problems);
    memory.documents.forget_unused();
    check::sources(&tree, &mut problems);
    let record = model::assemble(&raw, &mut problems);
    Content { problems, tree, record, acknowledgements: raw.acknowledgements() }
}

/// What `check` says of the content in a tree: everything but theme and pages. Documents that `memory` knows
/// are not read again.
pub fn judge(tree: SourceTree, request: &Request, memory: &Memory) -> Content {
    let mut content = proved(tree, memory);
    if let Some(record) = &content.record {
        let progress = progress::on(record, request.as_of_in(&record.settings));
        rules(record, &progress, &content.tree, request, &mut content.problems);
    }
    let all_asked = content.record.is_some() && request.as_of.is_none();
    check::settle(&content.acknowledgements, &content.tree, all_asked, &mut content.problems);
    content
}

/// The rules of content that need a site and a date.
pub(super) fn rules(
    record: &Record,
    progress: &Whole<'_>,
    tree: &SourceTree,
    request: &Request,
    problems: &mut Diagnostics,
) {
    check::attachments(record, tree, problems);
    check::site(record, progress, request.as_of.is_some(), problems);
}
