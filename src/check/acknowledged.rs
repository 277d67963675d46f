//! CK170: what editors have looked at and found right leaves the list; an error never does.

use crate::diagnostic::catalog::{self, ck170};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::parse::Acknowledgement;
use crate::source::{ContentFile, SourceTree};
use crate::text::nearest;

/// Takes the notes that were looked at out of `problems`, and tells what an acknowledgement cannot take.
///
/// `all_asked` says that every rule was asked, on the site's own date: else what does not arise may
/// arise another time.
pub(super) fn settle(
    acknowledgements: &[Acknowledgement],
    tree: &SourceTree,
    all_asked: bool,
    problems: &mut Diagnostics,
) {
    let mut faults = Vec::new();
    let mut unused = Vec::new();
    for one in acknowledgements {
        let at = &one.place;
        let Some(rule) = catalog::ALL.iter().find(|rule| rule.code == one.code) else {
            let near = nearest(&one.code, catalog::ALL.iter().map(|rule| rule.code));
            faults.push(ck170::unknown_rule(at.field("ma"), &one.code, near));
            continue;
        };
        if let Some(name) = &one.other
            && let Some(fault) = misplaced(one, name, tree)
        {
            faults.push(fault);
            continue;
        }
        let is_meant = |problem: &Diagnostic| {
            problem.rule.code == rule.code
                && problem.place.file == one.file
                && one.about.as_ref().is_none_or(|about| problem.what.contains(about.as_str()))
        };
        if problems.acknowledge(&one.reason, is_meant) > 0 {
            continue;
        }
        match problems.iter().find(|problem| is_meant(problem)) {
            Some(error) => {
                faults.push(ck170::is_an_error(at.field("ma"), rule.code, error.place.clone()));
            }
            None => {
                unused.push(ck170::nothing_arises(at.field("ma"), rule.code, one.about.as_deref()))
            }
        }
    }
    faults.into_iter().for_each(|fault| problems.push(fault));
    // An error may keep a rule from being asked.
    if all_asked && problems.count(Severity::Error) == 0 {
        unused.into_iter().for_each(|fault| problems.push(fault));
    }
}

/// What is wrong with the other file that is named.
fn misplaced(one: &Acknowledgement, name: &str, tree: &SourceTree) -> Option<Diagnostic> {
    let at = one.place.field("tep");
    let is_there = tree.texts.contains_key(&one.file)
        || tree.attachments.contains_key(&one.file)
        || tree.noticed.iter().any(|(file, _)| *file == one.file);
    if !is_there {
        return Some(ck170::no_such_file(at, name));
    }
    match ContentFile::of(&one.file) {
        None
        | Some(ContentFile::PlanText(_) | ContentFile::SourceCopy(..) | ContentFile::Guide) => None,
        Some(_) => Some(ck170::has_its_own_keys(at, name)),
    }
}
