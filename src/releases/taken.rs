//! The facts of a site on a date.
//!
//! In: [`Progress`], which is all that readers may see. Out: [`Facts`]: what the tables and records of open data tell,
//! the text of plans, the names of agencies, and how the site counts. Nothing that a restricted task or withheld
//! evidence does not disclose has a road to here.

use rayon::prelude::*;
use serde_json::Value;

use super::facts::{Facts, Gathered, Key, RowName};
use super::kinds::{self, FactKind};
use super::stated;
use crate::export::{self, Cell, Row};
use crate::model::{Agency, AgencyId, GroupId, Name, Plan, Role, TimeReading};
use crate::parse::{RawLine, RawNode, RawRegion};
use crate::progress::{Disclosed, PlanProgress, Progress, TaskProgress};
use crate::text::dates::PartialDate;
use crate::vocabulary::columns::{ASSIGNMENTS, FIGURES, Table};

/// What names a region of a plan's text that has no number of its own, before its place.
pub(super) const REGION: &str = "vung-";

/// All facts of a site on its date. They are gathered in parallel, and their order is not that of their finding.
pub fn facts(progress: &Progress<'_>) -> Facts {
    let mut gathered = export::of_rows(progress, |table, rows| {
        let mut facts = Gathered::default();
        rows.iter().for_each(|row| of_row(table, row, &mut facts));
        facts
    });
    gathered.par_extend(progress.plans.par_iter().map(|plan| {
        let mut facts = Gathered::default();
        of_plan(plan, &mut facts);
        facts
    }));
    let mut facts = Gathered::default();
    progress.site.agencies.values().for_each(|agency| of_agency(agency, progress, &mut facts));
    of_site(progress, &mut facts);
    stated::of_site(progress, &mut facts);
    gathered.push(facts);
    gathered.into_iter().collect()
}

fn of_row(table: &Table, row: &Row, facts: &mut Gathered) {
    let cell = |name: &str| {
        let at = table.columns.iter().position(|column| column.name == name);
        row[at.expect("a key names columns of its table")].plain().into_owned()
    };
    // A row of this table has no key: what it says is its key.
    if table.name == ASSIGNMENTS.name {
        // Leads and partners are told with the task itself.
        if [Role::Lead, Role::Partner].iter().any(|role| role.code() == cell("vai")) {
            return;
        }
        let who = [cell("co_quan"), cell("nhom_co_quan")].concat();
        let row = [cell("ke_hoach"), cell("so"), cell("vai"), who, cell("tu")];
        let key = Key { table: table.name.into(), row: row.into(), column: "den".into() };
        let until = cell("den");
        let until = if until.is_empty() { "…" } else { &until };
        return facts.put(key, FactKind::Derived, until);
    }
    let named: RowName = table.key.iter().map(|name| cell(name)).collect();
    // Of figures most are nothing of nothing.
    let is_figure = table.name == FIGURES.name;
    for (column, cell) in table.columns.iter().zip(row) {
        let Some(kind) = kinds::of(table, column.name) else { continue };
        if is_figure && *cell == Cell::Number(0) {
            continue;
        }
        let (table, row) = (table.name.into(), RowName::clone(&named));
        facts.put(Key { table, row, column: column.name.into() }, kind, cell.plain());
    }
}

fn of_plan(progress: &PlanProgress<'_>, facts: &mut Gathered) {
    let plan = progress.plan;
    let id = plan.id.as_str();
    for (name, value) in export::attributes(plan, progress.as_of) {
        flatten(&Key::new("ke-hoach", &[id], name), &value, facts);
    }
    for (name, value) in [
        ("loai", plan.kind.code().to_owned()),
        (
            "toan_van_nguon",
            plan.source_text.copy.as_ref().map(|it| it.sha256.clone()).unwrap_or_default(),
        ),
    ] {
        facts.put(Key::new("ke-hoach", &[id], name), FactKind::Written, value);
    }
    of_text(plan, facts);
    stated::of_plan(plan, facts);
    for task in progress.counted().filter_map(Disclosed::open) {
        of_task(plan, task, facts);
    }
    for task in progress.counted() {
        if let Disclosed::Restricted(restricted) = task {
            let of = Key::new("nhiem-vu", &[id, task.number().as_str()], "ly_do_han_che");
            facts.put(of, FactKind::Written, restricted.reason());
        }
    }
    for entry in &progress.history.corrections {
        // A correction of a restricted task tells that it is one, and no more.
        if entry.open.is_none() {
            let of = Key::new("dinh-chinh", &[id, entry.id], "han_che");
            facts.put(of, FactKind::Written, "true");
        }
    }
}

fn of_task(plan: &Plan, progress: &TaskProgress<'_>, facts: &mut Gathered) {
    let task = progress.task;
    let row = [plan.id.as_str(), task.number.as_str()];
    stated::of_task(plan, task, facts);
    for (name, value) in export::details(progress, task) {
        // These stand in the tables already.
        if !["san_pham", "cot_khac"].contains(&name) {
            flatten(&Key::new("nhiem-vu", &row, name), &value, facts);
        }
    }
    if let TimeReading::Given { .. } = &task.time.reading {
        let timing = &progress.timing;
        let day =
            |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let read = format!("{}..{}", day(timing.from), day(timing.original_end().or(timing.until)));
        facts.put(Key::new("nhiem-vu", &row, "doc_la"), FactKind::Written, read);
    }
    let ids = |agencies: &[AgencyId], groups: &[GroupId]| {
        let agencies = agencies.iter().map(AgencyId::as_str);
        agencies.chain(groups.iter().map(GroupId::as_str)).collect::<Vec<_>>().join(";")
    };
    if let Some(partners) = &task.partners {
        let of = Key::new("nhiem-vu", &row, "phoi_hop");
        facts.put(of, FactKind::Written, ids(&partners.agencies, &partners.groups));
    }
    for (agency, words) in &task.shares {
        let of = Key::new("nhiem-vu", &row, format!("phan_viec/{agency}"));
        facts.put(of, FactKind::Written, &**words);
    }
    for event in &progress.events {
        let row = [row[0], row[1], event.id.as_str()];
        let turn = event.turn.as_deref().unwrap_or_default();
        facts.put(Key::new("dien-bien", &row, "luot"), FactKind::Written, turn);
    }
    for work in &task.sub_works {
        let of =
            |name: &str| Key::new("nhiem-vu", &row, format!("viec_con/{}/{name}", work.letter));
        if let Some(leads) = &work.leads {
            facts.put(of("chu_tri"), FactKind::Written, ids(&leads.agencies, &leads.groups));
        }
        let words = work.time.as_ref().and_then(|time| time.verbatim.as_deref());
        facts.put(of("thoi_gian"), FactKind::Written, words.unwrap_or_default());
        let products: Vec<&str> = work.products.iter().map(|words| &**words).collect();
        facts.put(of("san_pham"), FactKind::Written, products.join("\n"));
    }
}

/// Every value within a record, by the path to it.
fn flatten(at: &Key, value: &Value, facts: &mut Gathered) {
    let below = |name: &str| Key { column: format!("{}/{name}", at.column).into(), ..at.clone() };
    // What follows from the log and the day within what is otherwise written.
    let last = at.column.rsplit('/').next().unwrap_or_default();
    let is_derived =
        at.column.starts_with("viec_con/") && ["tinh_trang", "han_hien_hanh"].contains(&last);
    let kind = if is_derived { FactKind::Derived } else { FactKind::Written };
    match value {
        Value::Null => {}
        Value::String(text) => facts.put(at.clone(), kind, text.as_str()),
        Value::Bool(_) | Value::Number(_) => facts.put(at.clone(), kind, value.to_string()),
        Value::Object(map) => {
            map.iter().for_each(|(name, value)| flatten(&below(name), value, facts))
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                let named = ["ma", "so"].iter().find_map(|name| item.get(name)?.as_str());
                let name = named.filter(|name| !name.is_empty());
                flatten(&below(name.unwrap_or(&(place + 1).to_string())), item, facts);
            }
        }
    }
}

fn of_text(plan: &Plan, facts: &mut Gathered) {
    fn node(plan: &Plan, node_: &RawNode, facts: &mut Gathered) {
        let row = [plan.id.as_str(), node_.id.as_str()];
        let words = format!("{} {}", node_.label, node_.text);
        facts.put(Key::new("van-ban", &row, "loi"), FactKind::Written, words.trim());
        if let Some(table) = &node_.table {
            let cells: Vec<String> = table.cells().map(|cell| RawLine::joined(cell)).collect();
            facts.put(Key::new("van-ban", &row, "bang"), FactKind::Written, cells.join("\n"));
        }
        for child in &node_.children {
            node(plan, child, facts);
        }
    }
    plan.text.nodes().for_each(|it| node(plan, it, facts));
    // What stands before and behind the numbered text, and the headings of tables.
    for (place, region) in plan.text.regions.iter().enumerate() {
        let blocks = match region {
            RawRegion::Letterhead(blocks)
            | RawRegion::Title(blocks)
            | RawRegion::Recipients(blocks)
            | RawRegion::Signature(blocks)
            | RawRegion::Appendix { title: blocks, .. } => &blocks[..],
            RawRegion::Enclosed { .. } | RawRegion::Body(_) | RawRegion::TableHeader(_) => &[],
        };
        let lines = blocks.iter().flat_map(|block| &block.lines);
        let words: Vec<&str> = lines.map(|line| line.text.as_str()).collect();
        let row = [plan.id.as_str(), &format!("{REGION}{}", place + 1)];
        facts.put(Key::new("van-ban", &row, "loi"), FactKind::Written, words.join("\n"));
    }
}

fn of_agency(agency: &Agency, progress: &Progress<'_>, facts: &mut Gathered) {
    let of = |column: String| Key::new("co-quan", &[agency.id.as_str()], column);
    let mut put = |column, value: &str| facts.put(of(column), FactKind::Written, value);
    let begun = |name: &&Name| name.span.first().is_none_or(|first| first <= progress.as_of);
    for (place, name) in agency.names.iter().filter(begun).enumerate() {
        let of = |part: &str| format!("ten_goi/{}{part}", place + 1);
        put(of(""), &name.full);
        put(of("/tat"), name.short.as_deref().unwrap_or_default());
        put(of("/tu"), &name.span.from.map(PartialDate::iso).unwrap_or_default());
        let ended = name.span.to.filter(|to| to.last_day() <= progress.as_of);
        put(of("/den"), &ended.map(PartialDate::iso).unwrap_or_default());
    }
    for alias in &agency.aliases {
        put(format!("ten_khac_ghi/{alias}"), alias);
    }
}

fn of_site(progress: &Progress<'_>, facts: &mut Gathered) {
    let settings = &progress.site.settings;
    let of = |name: &'static str| Key::new("trang", &[], name);
    facts.put(of("ten"), FactKind::Rule, settings.name.as_str());
    facts.put(of("nguoi_cong_bo"), FactKind::Rule, progress.site.speaker_name(progress.as_of));
    facts.put(of("sap_den_han"), FactKind::Rule, settings.due_soon_days.to_string());
    facts.put(of("tin_cu"), FactKind::Rule, settings.old_word_days.to_string());
    facts.put(of("can_xac_nhan"), FactKind::Rule, settings.confirmation_required.to_string());
    let since = settings.published_since.map(|day| day.to_string());
    facts.put(of("cong_bo_tu"), FactKind::Rule, since.unwrap_or_default());
}
