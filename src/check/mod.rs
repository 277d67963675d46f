//! The rules that no type can hold, one file each.
//!
//! In: the files of a [`SourceTree`]; the proved [`Site`] and its [`Progress`] on one date.
//! Out: problems. Changes nothing and proves no references: what the model refuses to hold is
//! told where it is assembled.

mod ck102;
mod ck111;
mod ck112;
mod ck113;
mod ck120;
mod ck121;
mod ck122;
mod ck123;
mod ck131;
mod ck141;
mod ck142;
mod ck180;
mod ck200;
mod ck220;
mod ck230;
mod lost;
#[cfg(test)]
mod testing;
mod verbatim;

pub(crate) use ck142::{SourceWords, is_edited, keeps_hidden};

use lost::Lost;

use crate::diagnostic::Diagnostics;
use crate::load::SourceTree;
use crate::model::Site;
use crate::progress::Progress;

/// Judges the site as it stands on the date of `progress`.
///
/// `as_of_chosen` says that the date was given for this run and is not the site's own. `problems`
/// holds what earlier stages found: a task whose file could not be read is not missed again.
pub fn site(site: &Site, progress: &Progress<'_>, as_of_chosen: bool, problems: &mut Diagnostics) {
    let lost = Lost::of(site, problems);
    ck102::check(site, &lost, problems);
    ck111::check(site, progress, problems);
    ck112::check(site, problems);
    ck113::check(site, problems);
    ck120::check(site, problems);
    ck121::check(site, progress.as_of, as_of_chosen, problems);
    ck122::check(site, problems);
    ck123::check(site, problems);
    ck131::check(site, problems);
    ck141::check(site, problems);
    ck180::check(site, problems);
    ck220::check(site, &lost, problems);
    ck230::check(site, problems);
    ck230::reports(progress, problems);
}

/// Judges the files by themselves, whether or not a site could be made of them.
pub fn sources(tree: &SourceTree, problems: &mut Diagnostics) {
    ck142::check(tree, problems);
    ck200::check(tree, problems);
}

/// Judges whether every file that the content names is there.
pub fn attachments(site: &Site, tree: &SourceTree, problems: &mut Diagnostics) {
    ck230::attachments(site, tree, problems);
}
