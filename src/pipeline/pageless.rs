//! Whether a site can be judged without its pages.
//!
//! In: the content of a site in the built-in theme. Out: whether its pages can bring no problem that is not told
//! before they are made. Those of that theme take addresses from `paths`, and link to what `model` proved; a page
//! has one passage of prose, whose links lead somewhere or are words (`render/prose`); data is escaped, and nothing is
//! loaded from elsewhere. What is left to pages: ids of the content that are so alike that a page might have one twice,
//! and content so large that a page might reach a limit.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{AgencyId, GroupId, Log, Minify, Plan, Record};
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
    let agencies = site.agencies.keys().map(AgencyId::as_str);
    let groups = site.groups.keys().map(GroupId::as_str);
    let of_plans = record.plans().flat_map(|(plan, log)| ids(plan, log));
    let corrections = record.plans().flat_map(|(plan, log)| {
        let ids = log.corrections.iter().map(|correction| &correction.id);
        ids.map(|id| paths::correction_fragment(&plan.id, id))
    });
    agencies.chain(groups).chain(of_plans).all(is_plain)
        && differ(corrections)
        && site.plans.values().all(|plan| {
            let leads = site.groups.keys().map(paths::lead_group_fragment);
            differ(plan.groups.iter().map(paths::group_fragment).chain(leads))
                && !paths::is_taken_by_text(plan)
        })
}

/// The ids of a plan and of all that it has.
fn ids<'a>(plan: &'a Plan, log: &'a Log) -> impl Iterator<Item = &'a str> {
    let tables = plan.tables.iter().filter_map(|table| table.id.as_deref());
    let duties = plan.duties.iter().map(|duty| duty.id.as_str());
    let of_tasks = log.tasks.values().flat_map(|task| &task.indicators);
    let indicators = plan.indicators.iter().chain(of_tasks).map(|indicator| &*indicator.id);
    let events = log.tasks.values().flat_map(|task| &task.events).map(|event| &*event.id);
    let corrections = log.corrections.iter().map(|correction| &*correction.id);
    let own = std::iter::once(plan.id.as_str());
    own.chain(tables).chain(duties).chain(indicators).chain(events).chain(corrections)
}

/// Whether no fragment is there twice.
fn differ(mut fragments: impl Iterator<Item = String>) -> bool {
    let mut met = BTreeSet::new();
    fragments.all(|fragment| met.insert(fragment))
}

/// Whether an id can stand beside others in a fragment and be told from them.
fn is_plain(id: &str) -> bool {
    !id.starts_with('-') && !id.ends_with('-') && !id.contains("--")
}
