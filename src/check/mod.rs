//! The rules that no type can hold, one file each.
//!
//! In: the files of a [`SourceTree`]; the proved [`Record`] and its [`Whole`] progress on one date.
//! Out: problems. Changes nothing and proves no references: what the model refuses to hold is
//! told where it is assembled.

mod acknowledged;
mod attachments;
mod ck005;
mod ck008;
mod ck009;
mod ck102;
mod ck106;
mod ck109;
mod ck111;
mod ck112;
mod ck113;
mod ck114;
mod ck120;
mod ck121;
mod ck122;
mod ck123;
mod ck125;
mod ck126;
mod ck131;
mod ck141;
mod ck142;
mod ck143;
mod ck160;
mod ck171;
mod ck180;
mod ck181;
mod ck200;
mod ck220;
mod ck230;
mod lost;
mod noticed;
#[cfg(test)]
mod testing;
mod verbatim;

pub use attachments::Checked;
use lost::Lost;
use rayon::prelude::*;

use crate::diagnostic::Diagnostics;
use crate::model::Record;
use crate::parse::Acknowledgement;
use crate::progress::Whole;
use crate::source::SourceTree;
use crate::source::hidden::SourceWords;

/// Judges the site as it stands on the date of `progress`.
///
/// `as_of_chosen` says that the date was given for this run and is not the site's own. `problems`
/// holds what earlier stages found: a task whose file could not be read is not missed again.
pub fn site(record: &Record, progress: &Whole<'_>, as_of_chosen: bool, problems: &mut Diagnostics) {
    let before = &*problems;
    let lost = Lost::of(record, before);
    let as_of = progress.as_of;
    let rules: [&Rule<'_>; 22] = [
        &|problems| ck005::check(record, problems),
        &|problems| ck102::check(record, &lost, problems),
        &|problems| ck106::check(record, &lost, problems),
        &|problems| ck111::check(record, progress, problems),
        &|problems| ck112::check(record, before, problems),
        &|problems| ck113::check(record, problems),
        &|problems| ck114::check(record, problems),
        &|problems| ck120::check(record, problems),
        &|problems| ck121::check(record, as_of, as_of_chosen, problems),
        &|problems| ck122::check(record, problems),
        &|problems| ck123::check(record, problems),
        &|problems| ck125::check(record, as_of, as_of_chosen, problems),
        &|problems| ck126::check(record, problems),
        &|problems| ck131::check(record, problems),
        &|problems| ck141::check(record, problems),
        &|problems| ck160::check(record, problems),
        &|problems| ck171::check(record, problems),
        &|problems| ck180::check(record, problems),
        &|problems| ck181::check(record, problems),
        &|problems| ck220::check(record, &lost, problems),
        &|problems| ck230::check(record, problems),
        &|problems| ck230::reports(progress, problems),
    ];
    let told = rules.into_par_iter().map(|rule| {
        let mut told = Diagnostics::default();
        rule(&mut told);
        told
    });
    let told: Vec<Diagnostics> = told.collect();
    told.into_iter().for_each(|told| problems.append(told));
}

/// Tells what a rule finds.
type Rule<'a> = dyn Fn(&mut Diagnostics) + Sync + 'a;

/// Judges the files by themselves, whether or not a site could be made of them.
pub fn sources(tree: &SourceTree, problems: &mut Diagnostics) {
    noticed::check(tree, problems);
    ck008::check(tree, problems);
    ck009::check(tree, problems);
    ck109::check(tree, problems);
    let sources = SourceWords::of(tree);
    ck142::check(tree, &sources, problems);
    ck143::check(tree, &sources, problems);
    ck200::check(tree, problems);
}

/// Takes what editors have looked at out of `problems`; the last of all judgements.
///
/// `all_asked` says that every rule was asked, on the site's own date.
pub fn settle(
    acknowledgements: &[Acknowledgement],
    tree: &SourceTree,
    all_asked: bool,
    problems: &mut Diagnostics,
) {
    acknowledged::settle(acknowledgements, tree, all_asked, problems);
}

/// Judges the files that the content names: whether they are there and may be published.
pub fn attachments(record: &Record, tree: &SourceTree, problems: &mut Diagnostics) -> Checked {
    attachments::check(record, tree, problems)
}
