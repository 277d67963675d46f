//! A plan's full record as JSON: attributes, groups, tasks with their log and evidence, duties, corrections.
//!
//! In: a plan on a date. Out: bytes. The text itself is in the Akoma Ntoso file. Of a restricted task the record has
//! what the table of tasks has of it, and no more. What holds for a whole task, or for the whole record, is said there
//! and not again in each row below it; a cell without a value has no key.

use std::collections::BTreeMap;
use std::io;

use jiff::civil::Date;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::{Value, json};

use super::file::closed;
use super::json::Lines;
use super::rows::{Cell, Row, Sheet};
use crate::model::{
    AgencyId, Capacity, GroupId, NodeId, Plan, Related, RelationTarget, Round, Task, TaskNumber,
};
use crate::progress::{Disclosed, PlanProgress, TaskProgress};
use crate::text::dates::PartialDate;
use crate::vocabulary::columns::{self, Table};

/// The columns that hold for every row of a plan's record.
const OF_PLAN: &[&str] = &["ke_hoach", "tinh_den_ngay"];

/// The columns that an open task tells more exactly elsewhere in its record, or its plan does.
const OF_OPEN_TASK: &[&str] = &["ke_hoach", "san_pham", "cot_khac", "tinh_den_ngay"];

/// The columns that hold for every row of a task.
const OF_TASK: &[&str] = &["ke_hoach", "so", "tinh_den_ngay"];

/// The columns that hold for every piece of evidence of an event.
const OF_EVENT: &[&str] = &["ke_hoach", "so", "dien_bien", "tinh_den_ngay"];

/// The record of the plan that `sheets` are the tables of.
pub(super) fn bytes(plan: &PlanProgress<'_>, sheets: &[Sheet], as_of: Date) -> Vec<u8> {
    closed(written(plan, sheets, as_of))
}

fn written(plan: &PlanProgress<'_>, sheets: &[Sheet], as_of: Date) -> io::Result<Vec<u8>> {
    let sheet = |table: &Table| sheet_of(sheets, table);
    let log = Log {
        tasks: sheet(&columns::TASKS),
        assignments: ByTask::of(sheet(&columns::ASSIGNMENTS)),
        events: ByTask::of(sheet(&columns::EVENTS)),
        evidence: ByTask::of(sheet(&columns::EVIDENCE)),
    };
    let mut record = Lines::new(Vec::new())?;
    let known = sheet(&columns::PLANS);
    for (column, cell) in known.table.columns.iter().zip(&known.rows[0]) {
        record.entry(column.name, cell)?;
    }
    for (key, value) in attributes(plan.plan, as_of) {
        record.entry(key, &value)?;
    }
    let tasks = plan.counted().zip(&log.tasks.rows);
    record.list("nhiem_vu", tasks.map(|(task, row)| TaskView { log: &log, task, row }))?;
    let lists = [
        ("dinh_chinh", &columns::CORRECTIONS),
        ("bao_cao", &columns::REPORTS),
        ("chi_so", &columns::INDICATORS),
        ("tong_hop", &columns::FIGURES),
    ];
    for (key, table) in lists {
        let sheet = sheet(table);
        record.list(key, sheet.rows.iter().map(|row| Told { sheet, row, above: OF_PLAN }))?;
    }
    record.close()
}

/// The words of a due date; none where the plan names none.
fn of_due(round: &Round) -> Option<&str> {
    round.due.as_ref().map(|(_, words)| words.as_str())
}

/// The cells of a row that have a value and are not said `above`.
struct Told<'a> {
    sheet: &'a Sheet,
    row: &'a Row,
    above: &'static [&'static str],
}

impl Told<'_> {
    fn entries<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        let columns = self.sheet.table.columns.iter().zip(self.row);
        let told = columns
            .filter(|(column, cell)| **cell != Cell::Empty && !self.above.contains(&column.name));
        for (column, cell) in told {
            map.serialize_entry(column.name, cell)?;
        }
        Ok(())
    }
}

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.entries(&mut map)?;
        map.end()
    }
}

fn sheet_of<'s>(sheets: &'s [Sheet], table: &Table) -> &'s Sheet {
    let found = sheets.iter().find(|sheet| sheet.table.name == table.name);
    found.expect("every table is filled")
}

/// The rows of a table whose second column is a task's number, by that number.
struct ByTask<'a> {
    sheet: &'a Sheet,
    rows: BTreeMap<&'a str, Vec<&'a Row>>,
}

impl<'a> ByTask<'a> {
    fn of(sheet: &'a Sheet) -> Self {
        let mut rows: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
        for row in &sheet.rows {
            rows.entry(word(&row[1])).or_default().push(row);
        }
        Self { sheet, rows }
    }

    /// The rows of a task.
    fn rows<'s>(&'s self, number: &str, above: &'static [&'static str]) -> Vec<Told<'s>> {
        let rows = self.rows.get(number).into_iter().flatten();
        rows.map(|row| Told { sheet: self.sheet, row, above }).collect()
    }
}

fn word(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) => text,
        Cell::Empty
        | Cell::Number(_)
        | Cell::Decimal(_)
        | Cell::Day(_)
        | Cell::Flag(_)
        | Cell::List(_) => "",
    }
}

/// The tables that a task's record is made of.
struct Log<'a> {
    tasks: &'a Sheet,
    assignments: ByTask<'a>,
    events: ByTask<'a>,
    evidence: ByTask<'a>,
}

/// A task with what is known of it.
struct TaskView<'a> {
    log: &'a Log<'a>,
    task: Disclosed<'a>,
    row: &'a Row,
}

impl Serialize for TaskView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { log, task, row } = self;
        let mut map = serializer.serialize_map(None)?;
        let above = if task.open().is_some() { OF_OPEN_TASK } else { OF_PLAN };
        Told { sheet: log.tasks, row, above }.entries(&mut map)?;
        if let Disclosed::Open(progress) = task {
            for (key, value) in details(progress, progress.task) {
                map.serialize_entry(key, &value)?;
            }
            let number = progress.task.number.as_str();
            map.serialize_entry("phan_cong", &log.assignments.rows(number, OF_TASK))?;
            let evidence = log.evidence.rows(number, OF_EVENT);
            let events: Vec<_> = log
                .events
                .rows(number, OF_TASK)
                .into_iter()
                .map(|event| {
                    let of_event = |piece: &&Told<'_>| word(&piece.row[2]) == word(&event.row[2]);
                    EventView { evidence: evidence.iter().filter(of_event).collect(), event }
                })
                .collect();
            map.serialize_entry("dien_bien", &events)?;
        }
        map.end()
    }
}

/// An event with its evidence.
struct EventView<'a> {
    event: Told<'a>,
    evidence: Vec<&'a Told<'a>>,
}

impl Serialize for EventView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.event.entries(&mut map)?;
        map.serialize_entry("minh_chung", &self.evidence)?;
        map.end()
    }
}

/// What a plan's record tells of the plan, beside its row in the table of plans.
pub fn attributes(plan: &Plan, as_of: Date) -> Vec<(&'static str, Value)> {
    let mut attributes = Vec::new();
    let mut put = |key, value: Value| attributes.push((key, value));
    let signatory = plan.signatory.as_ref().map(|signatory| {
        json!({
            "hinh_thuc": signatory.capacity.map(Capacity::code),
            "chuc_vu": signatory.office,
            "ho_ten": signatory.name,
        })
    });
    put("nguoi_ky", json!(signatory));
    put("noi_nhan", json!(plan.recipients));
    put("linh_vuc", json!(plan.fields));
    put("co_quan_thuong_truc", json!(plan.standing_agency.as_ref().map(AgencyId::as_str)));
    let skipped: Vec<_> = plan.skipped_numbers.iter().map(TaskNumber::as_str).collect();
    put("bo_qua_so", json!(skipped));
    let tables = plan.tables.iter().map(|table| {
        json!({
            "ma": table.id,
            "ten": table.name,
            "tieu_de_cot": table.headings.iter().map(|heading| &heading.text).collect::<Vec<_>>(),
            "y_nghia_thoi_gian": table.time_meaning.code(),
            "nam": table.year,
        })
    });
    put("bang_nhiem_vu", tables.collect());
    let groups = plan.groups.iter().map(|group| {
        json!({
            "so": group.key,
            "so_van_ban": group.printed_number(),
            "thuoc": group.parent.map(|parent| plan.groups[parent].key.as_str()),
            "ten": group.title,
            "ung_voi": group.node.as_ref().map(NodeId::as_str),
        })
    });
    put("nhom_nhiem_vu", groups.collect());
    let closing = plan.closing.as_ref().filter(|closing| closing.date <= as_of);
    let closing =
        closing.map(|closing| json!({"ngay": closing.date.to_string(), "can_cu": closing.basis}));
    put("tong_ket", json!(closing));
    let known = plan.relations.iter();
    let known = known.filter(|relation| relation.date.is_none_or(|date| date <= as_of));
    let relations = known.map(|relation| {
        let target = match &relation.target {
            RelationTarget::Plan(id) => id.as_str(),
            RelationTarget::Document(id) => id.as_str(),
        };
        json!({
            "loai": relation.kind.code(),
            "den": target,
            "pham_vi": relation.scope,
            "ngay": relation.date.map(|date| date.to_string()),
        })
    });
    put("quan_he", relations.collect());
    let duties = plan.duties.iter().map(|duty| {
        json!({
            "ma": duty.id.as_str(),
            "ai": duty.agencies.iter().map(AgencyId::as_str).collect::<Vec<_>>(),
            "ai_nhom": duty.groups.iter().map(GroupId::as_str).collect::<Vec<_>>(),
            "ky": duty.rounds.iter().map(|round| round.frequency.code()).collect::<Vec<_>>(),
            "han": duty.rounds.iter().map(of_due).collect::<Vec<_>>(),
            "tu_nam": duty.years().0,
            "den_nam": (!duty.is_open).then_some(duty.years().1),
            "gui_den": duty.to.as_str(),
            "tong_hop_gui": duty.synthesis_to.as_ref().map(AgencyId::as_str),
            "nguyen_van": duty.verbatim,
        })
    });
    put("nghia_vu_bao_cao", duties.collect());
    put("ghi_chu_bien_tap", json!(plan.notes));
    put("thong_tin_lien_quan", plan.related.iter().map(related).collect());
    put(
        "nguon",
        json!({
            "url": plan.source_text.url,
            "ngay_lay": plan.source_text.copied.map(|date| date.to_string()),
            "sha256": plan.source_text.copy.as_ref().map(|copy| &copy.sha256),
        }),
    );
    attributes
}

/// What a plan's record tells of an open task, beside its row in the table of tasks.
pub fn details(progress: &TaskProgress<'_>, task: &Task) -> Vec<(&'static str, Value)> {
    let mut details = Vec::new();
    let mut put = |key, value: Value| details.push((key, value));
    let works = progress.sub_works.iter().map(|work| {
        json!({
            "ma": work.work.letter,
            "nguyen_van": work.work.verbatim,
            "tinh_trang": work.standing.kind().code(),
            "han_hien_hanh": work.timing.deadline.map(|limit| limit.to.to_string()),
        })
    });
    put("viec_con", works.collect());
    put("san_pham", json!(task.products));
    put("cot_khac", json!(task.other_cells));
    put("can_cu_dieu", task.nodes.iter().map(NodeId::as_str).collect());
    put("phu_thuoc", task.depends_on.iter().map(TaskNumber::as_str).collect());
    put("ghi_chu_bien_tap", json!(task.notes));
    put("thong_tin_lien_quan", task.related.iter().map(related).collect());
    let narrative = task.narrative.text.trim();
    put("dien_giai", json!((!narrative.is_empty()).then_some(narrative)));
    details.retain(|(_, value)| !value.is_null());
    details
}

fn related(related: &Related) -> Value {
    json!({
        "loai": related.kind.code(),
        "ten": related.title,
        "co_quan": related.publisher,
        "so_hieu": related.number,
        "ngay": related.date.map(PartialDate::iso),
        "nguon_ngay": related.date_note,
        "url": related.url,
        "noi_dung": related.says,
        "trich_dan": related.quote,
        "so_lieu": related.figure,
        "da_doc_chinh_van_ban": related.read_itself,
        "ghi_chu": related.note,
    })
}
