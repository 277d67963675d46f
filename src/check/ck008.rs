//! CK008: names that some system cannot carry, of every file of the content.

use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck008;
use crate::source::SourceTree;
use crate::text::file_names::fault;

pub(super) fn check(tree: &SourceTree, problems: &mut Diagnostics) {
    for path in tree.texts.keys().chain(&tree.unreadable).chain(tree.attachments.keys()) {
        if let Some(fault) = fault(path.as_str()) {
            problems.push(ck008::unfit(path.whole(), &fault));
        }
    }
}
