//! CK001 to CK004, CK010 and CK140: what was noticed of files while they were read.

use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::{ck001, ck002, ck003, ck004, ck010, ck140};
use crate::source::load::TEXT_LIMIT;
use crate::source::{Noticed, SourceTree};

pub(super) fn check(tree: &SourceTree, problems: &mut Diagnostics) {
    for (file, noticed) in &tree.noticed {
        let at = file.whole();
        problems.push(match noticed {
            Noticed::NameNotUtf8 => ck004::name_not_utf8(at),
            Noticed::NameNotNfc => ck004::name_not_nfc(at),
            Noticed::NoFile => ck010::no_file(at),
            Noticed::LinkToFolder { target } => ck003::link_to_folder(at, target),
            Noticed::LinkOut { target } => ck003::link_out(at, target),
            Noticed::TooLarge { size } => ck002::too_large(at, *size, TEXT_LIMIT),
            Noticed::NotUtf8 { offset } => ck001::not_utf8(at, *offset),
            Noticed::Binary => ck001::binary(at),
            Noticed::NotNfc { words } => ck140::not_nfc(at, *words),
        });
    }
}
