//! CK009: conflicts in the files of themes. Those of content are told where it is read, in place of what follows
//! from them.

use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck009;
use crate::source::conflict::conflicts;
use crate::source::{SourcePath, SourceTree};

pub(super) fn check(tree: &SourceTree, problems: &mut Diagnostics) {
    for (theme, files) in &tree.themes {
        for (name, bytes) in files {
            let Ok(text) = std::str::from_utf8(bytes) else { continue };
            let file = SourcePath::theme(&format!("{theme}/{name}"));
            for conflict in conflicts(text) {
                problems.push(ck009::conflict(&file, text, &conflict));
            }
        }
    }
}
