//! CK171: a site on which nobody receives what readers report.

use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck171;
use crate::model::Record;

pub(super) fn check(record: &Record, problems: &mut Diagnostics) {
    let settings = &record.site.settings;
    if !settings.has_receiver() {
        problems.push(ck171::nobody_receives(settings.source.key("lien_he")));
    }
}
