//! CK005: no page of the editors hides one that the program makes.

use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck005;
use crate::model::Site;
use crate::paths;

pub(super) fn check(site: &Site, problems: &mut Diagnostics) {
    for page in site.prose.values().filter(|page| paths::is_made(&page.name)) {
        let address = paths::prose(&page.name);
        problems.push(ck005::made_by_the_program(page.source.whole(), address.as_str()));
    }
}
