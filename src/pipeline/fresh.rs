//! What is new on each page against what was published.
//!
//! In: today's progress and the facts of the last release. Out: for each page that changed, what readers would see
//! change there, a line each.

use std::collections::BTreeMap;

use crate::model::{AgencyId, PlanId, TaskNumber};
use crate::paths;
use crate::progress::Progress;
use crate::releases::changes::Change;
use crate::releases::facts::Fact;
use crate::releases::pairs::paired;
use crate::releases::stated::tables;
use crate::releases::{Changes, Facts, Key, Names, taken};
use crate::vocabulary::releases as words;

/// The lines of each page, by its path.
pub(super) fn on_pages(
    progress: &Progress<'_>,
    published: &Facts,
) -> BTreeMap<String, Vec<String>> {
    let mut pages: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let now = taken::facts(progress);
    let names = Names::of(&now, published);
    for Change { key, old, new } in paired(&Changes::between(published, &now).list) {
        let Some(page) = page(progress, &key) else { continue };
        let value = |fact: &Fact| names.shown(&key, &fact.value);
        let label = names.label(&key);
        let line = match (&old, &new) {
            (Some(old), Some(new)) => words::changed_to(label, value(old), value(new)),
            (None, Some(new)) => words::is_new(label, value(new)),
            (Some(old), None) => words::is_gone(label, value(old)),
            (None, None) => continue,
        };
        pages.entry(page).or_default().push(line);
    }
    pages
}

/// The page that tells a fact; sums stand on many.
fn page(progress: &Progress<'_>, key: &Key) -> Option<String> {
    let part = |at: usize| key.row.get(at).map(String::as_str);
    let plan = PlanId::new(part(0)?);
    let has_plan = progress.site.plans.contains_key(&plan);
    let page = match &*key.table {
        "nhiem-vu" | "dien-bien" | "minh-chung" | "phan-cong" if has_plan => {
            paths::task(&plan, &TaskNumber::new(part(1)?))
        }
        "van-ban" if has_plan => paths::text(&plan),
        "ke-hoach" if has_plan => paths::plan(&plan),
        "dinh-chinh" => paths::corrections(),
        "co-quan" => paths::agency(&AgencyId::new(part(0)?)),
        tables::PAGES => paths::prose(part(0)?),
        tables::TERMS => paths::glossary(),
        _ => return None,
    };
    Some(page.as_str().to_owned())
}
