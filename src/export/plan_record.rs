//! A plan's full record as JSON: attributes, groups, tasks with their log and evidence, duties, corrections.
//!
//! In: a plan on a date. Out: bytes. The text itself is in the Akoma Ntoso file. Of a restricted task the record has
//! what the table of tasks has of it, and no more.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::json::{Lines, RowView};
use super::rows::{Cell, Row, Sheet};
use crate::model::{
    AgencyId, Capacity, GroupId, NodeId, Plan, Related, RelationTarget, Round, Task, TaskNumber,
};
use crate::progress::{Disclosed, PlanProgress, TaskProgress};
use crate::text::dates::PartialDate;
use crate::vocabulary::columns::{self, Table};

/// The record of the plan that `sheets` are the tables of.
pub(super) fn bytes(plan: &PlanProgress<'_>, sheets: &[Sheet], as_of: Date) -> Vec<u8> {
    let sheet = |table: &Table| sheet_of(sheets, table);
    let log = Log {
        tasks: sheet(&columns::TASKS),
        assignments: ByTask::of(sheet(&columns::ASSIGNMENTS)),
        events: ByTask::of(sheet(&columns::EVENTS)),
        evidence: ByTask::of(sheet(&columns::EVIDENCE)),
    };
    let mut record = Lines::new();
    for (key, value) in object(sheet(&columns::PLANS), &sheet(&columns::PLANS).rows[0]) {
        record.entry(&key, &value);
    }
    attributes(plan.plan, as_of, &mut record);
    let tasks = plan.counted().zip(&log.tasks.rows);
    record.list("nhiem_vu", tasks.map(|(task, row)| log.of_task(task, row)));
    let lists = [
        ("dinh_chinh", &columns::CORRECTIONS),
        ("bao_cao", &columns::REPORTS),
        ("chi_so", &columns::INDICATORS),
        ("tong_hop", &columns::FIGURES),
    ];
    for (key, table) in lists {
        let sheet = sheet(table);
        record.list(key, sheet.rows.iter().map(|row| RowView { sheet, row }));
    }
    record.close()
}

/// The words of a due date; none where the plan names none.
fn of_due(round: &Round) -> Option<&str> {
    round.due.as_ref().map(|(_, words)| words.as_str())
}

/// A row under the names of its columns, to be added to.
fn object(sheet: &Sheet, row: &Row) -> Map<String, Value> {
    let columns = sheet.table.columns.iter().zip(row);
    columns.map(|(column, cell)| (column.name.to_owned(), json!(cell))).collect()
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

    /// The rows of a task; of one of its events, where the third column names events.
    fn rows(&self, number: &str, event: Option<&str>) -> Vec<Value> {
        let rows = self.rows.get(number).into_iter().flatten();
        let mine = rows.filter(|row| event.is_none_or(|event| word(&row[2]) == event));
        mine.map(|row| Value::Object(object(self.sheet, row))).collect()
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

impl Log<'_> {
    fn of_task(&self, task: Disclosed<'_>, row: &Row) -> Value {
        let mut record = object(self.tasks, row);
        let Disclosed::Open(progress) = task else {
            record.retain(|_, value| !value.is_null());
            return Value::Object(record);
        };
        details(progress, progress.task, &mut record);
        let number = progress.task.number.as_str();
        record.insert("phan_cong".to_owned(), json!(self.assignments.rows(number, None)));
        let mut log = self.events.rows(number, None);
        for (entry, event) in log.iter_mut().zip(&progress.events) {
            entry["minh_chung"] = json!(self.evidence.rows(number, Some(&event.id)));
        }
        record.insert("dien_bien".to_owned(), json!(log));
        Value::Object(record)
    }
}

fn attributes(plan: &Plan, as_of: Date, record: &mut Lines) {
    let mut put = |key: &str, value: Value| record.entry(key, &value);
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
}

fn details(progress: &TaskProgress<'_>, task: &Task, record: &mut Map<String, Value>) {
    let mut put = |key: &str, value: Value| record.insert(key.to_owned(), value);
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
