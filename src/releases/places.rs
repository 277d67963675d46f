//! Where in the content a published fact is written.
//!
//! In: a fact's key and today's content. Out: a [`Place`]: the key in its file, or of what is gone, the file that had it.

use super::facts::Key;
use super::stated::tables;
use crate::diagnostic::Place;
use crate::model::{AgencyId, NodeId, PlanId};
use crate::progress::{PlanProgress, Progress};
use crate::source::ContentFile;

/// The place of a fact.
pub fn place(progress: &Progress<'_>, key: &Key) -> Place {
    let settings = &progress.site.settings.source;
    let part = |at: usize| key.row.get(at).map(String::as_str).unwrap_or_default();
    let plan = || {
        let id = PlanId::new(part(0));
        progress.plans.iter().find(|plan| plan.plan.id == id)
    };
    match &*key.table {
        "co-quan" => {
            let agency = progress.site.agencies.get(&AgencyId::new(part(0)));
            agency.map_or_else(|| settings.whole(), |agency| agency.source.key("ten"))
        }
        "bien-dong" => ContentFile::Reorganisations.path().whole(),
        "trang" => settings.key(content_key(&key.column)),
        tables::PAGES => match progress.site.prose.get(part(0)) {
            Some(page) if key.column == "tieu_de" || key.column == "mo_ta" => {
                page.source.key(&*key.column)
            }
            Some(page) => page.source.whole(),
            None => settings.whole(),
        },
        tables::TERMS => ContentFile::Glossary.path().whole(),
        tables::DOCUMENTS => ContentFile::Library.path().whole(),
        tables::GROUPS => ContentFile::Groups.path().whole(),
        table => match plan() {
            None => settings.whole(),
            Some(plan) => of_plan(plan, table, key),
        },
    }
}

fn of_plan(progress: &PlanProgress<'_>, table: &str, key: &Key) -> Place {
    let plan = progress.plan;
    let part = |at: usize| key.row.get(at).map(String::as_str).unwrap_or_default();
    let column = key.column.split('/').next().unwrap_or_default();
    let task = || progress.tasks().find(|task| task.number().as_str() == part(1));
    match table {
        "nhiem-vu" | "dien-bien" | "minh-chung" => {
            let Some(task) = task() else { return plan.source.whole() };
            let source = task.source();
            let events = task.open().map(|open| &open.task.events[..]).unwrap_or_default();
            let event = events.iter().find(|event| event.id == part(2));
            match (table, event) {
                ("nhiem-vu", _) => source.key(content_key(column)),
                ("dien-bien", Some(event)) => source.key(&*event.key(column)),
                ("minh-chung", Some(event)) => source.key(&*event.key("minh_chung")),
                (_, _) => source.key("dien_bien"),
            }
        }
        "dinh-chinh" => {
            let entry = progress.history.corrections.iter().find(|entry| entry.id == part(1));
            let open = entry.and_then(|entry| entry.open);
            open.map_or_else(
                || ContentFile::Corrections(plan.id.as_str()).path().whole(),
                |open| open.source.field(column),
            )
        }
        "bao-cao" => ContentFile::Reports(plan.id.as_str()).path().whole(),
        "van-ban" => match plan.text.node(&NodeId::new(part(1))) {
            Some(node) => plan.text_source.passage(node.span.clone()),
            None => plan.text_source.whole(),
        },
        "ke-hoach" => plan.source.key(content_key(column)),
        _ => plan.source.whole(),
    }
}

/// The key of content that a column of open data comes from.
fn content_key(column: &str) -> &str {
    match column {
        "thoi_gian_nguyen_van" => "thoi_gian.nguyen_van",
        "phoi_hop_nguyen_van" => "phoi_hop.nguyen_van",
        "bo_sung_theo" => "bo_sung",
        "doc_la_vi" | "doc_la" => "thoi_gian",
        "ly_do_han_che" => "han_che",
        "ghi_chu_bien_tap" => "ghi_chu",
        other => other,
    }
}
