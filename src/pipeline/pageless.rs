//! Whether a site can be judged without its pages.
//!
//! In: whether the theme is the built-in one, the content. Out: whether its pages can bring no problem that is not told
//! before they are made. Those of the built-in theme take addresses from `paths`, and link to what `model` proved; a page
//! has one passage of prose, whose links lead somewhere or are words (`render/prose`); data is escaped, and nothing is
//! loaded from elsewhere. What is left to pages: ids of the content that are so alike that a page might have one twice,
//! and content so large that a page might reach a limit.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Minify, Record};
use crate::paths;
use crate::source::{SourceTree, layout};

/// The most bytes of a text. A page may take a million rounds of loops (`render/limits`), four for each of these.
const LARGEST: usize = 256 << 10;

/// The most bytes of a plan, of which no page shows all.
const LARGEST_PLAN: usize = 2 << 20;

/// Whether the content of a site in the built-in theme can be judged by itself.
pub(super) fn is_enough(record: &Record, tree: &SourceTree) -> bool {
    // Whether a page keeps its words when it is minified is told by the page.
    record.settings.minify != Minify::Pages && is_small(tree) && is_distinct(record)
}

fn is_small(tree: &SourceTree) -> bool {
    let mut plans: BTreeMap<&str, usize> = BTreeMap::new();
    for (path, file) in &tree.texts {
        if let Some(plan) = layout::plan_of(path) {
            *plans.entry(plan).or_default() += file.text.len();
        }
    }
    tree.texts.values().all(|file| file.text.len() <= LARGEST)
        && plans.values().all(|bytes| *bytes <= LARGEST_PLAN)
}

/// Whether no two things of the content can come to one id on a page.
fn is_distinct(record: &Record) -> bool {
    let site = &record.site;
    let agencies = site.agencies.keys().map(|id| id.as_str());
    let groups = site.groups.keys().map(|id| id.as_str());
    let mut corrections = BTreeSet::new();
    let are_apart = record.plans().all(|(plan, log)| {
        let mut sections = BTreeSet::new();
        let tables = plan.tables.iter().filter_map(|table| table.id.as_deref());
        let duties = plan.duties.iter().map(|duty| duty.id.as_str());
        let indicators = plan.indicators.iter().map(|indicator| &*indicator.id);
        let corrected = log.corrections.iter().map(|correction| &*correction.id);
        let mut ids = tables.chain(duties).chain(indicators).chain(corrected);
        let of_tasks = log.tasks.values().all(|task| {
            let indicators = task.indicators.iter().map(|indicator| &*indicator.id);
            let mut ids = indicators.chain(task.events.iter().map(|event| &*event.id));
            ids.all(is_plain)
        });
        let groups = plan.groups.iter().map(paths::group_fragment);
        let mut leads = site.groups.keys().map(paths::lead_group_fragment);
        of_tasks
            && is_plain(plan.id.as_str())
            && ids.all(is_plain)
            && groups.into_iter().all(|fragment| sections.insert(fragment))
            && leads.all(|fragment| !sections.contains(&fragment))
            && log.corrections.iter().all(|correction| {
                corrections.insert(paths::correction_fragment(&plan.id, &correction.id))
            })
            && !paths::is_taken_by_text(plan)
    });
    are_apart && agencies.chain(groups).all(is_plain)
}

/// Whether an id can stand beside others in a fragment and be told from them.
fn is_plain(id: &str) -> bool {
    !id.starts_with('-') && !id.ends_with('-') && !id.contains("--")
}
