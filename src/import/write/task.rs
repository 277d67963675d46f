//! `nhiem-vu/<số>.md`: a task.

use serde_json::{Map, Value, json};

use crate::editor::entry;
use crate::editor::schema::FileKind;
use crate::import::agencies::Party;
use crate::import::found::{Cell, Task, TaskTable};
use crate::model::ColumnRole;
use crate::text::alphabet::{point_at, point_id};

/// Why a time is read otherwise than its words.
const ANSWERED: &str = "Người nhập văn bản trả lời khi nhập.";

/// The text of the file.
pub(crate) fn task(table: &TaskTable, task: &Task) -> String {
    let mut keys = Map::new();
    let mut put = |key: &str, value: Value| {
        keys.insert(key.to_owned(), value);
    };
    put("so", json!(task.number));
    put("bang", json!(table.code));
    put("nhom", json!(task.group));
    put("cha", json!(task.parent));
    put("so_van_ban", json!(task.printed.as_ref().filter(|_| !task.unnumbered)));
    if task.unnumbered {
        put("danh_so", json!("khong"));
    }
    let cell = |role| {
        table.column(role).and_then(|column| task.cell(column)).filter(|cell| !cell.is_empty())
    };
    put("nguyen_van", json!(cell(ColumnRole::Task).map(Cell::text).unwrap_or_default()));
    put("chu_tri", json!(ids(&task.leads, false)));
    put("chu_tri_nhom", json!(ids(&task.leads, true)));
    put("chu_tri_nguyen_van", json!(cell(ColumnRole::Leads).map(Cell::text)));
    let shares: Map<String, Value> = task
        .leads
        .iter()
        .filter(|party| !party.class)
        .filter_map(|party| Some((party.id.clone(), json!(party.share.clone()?))))
        .collect();
    put("phan_viec", Value::Object(shares));
    if let Some(cell) = cell(ColumnRole::Partners) {
        put(
            "phoi_hop",
            json!({
                "nguyen_van": cell.text(),
                "co_quan": ids(&task.partners, false),
                "nhom": ids(&task.partners, true),
            }),
        );
    }
    if let Some(cell) = cell(ColumnRole::Period) {
        let reason = task.time_as.as_ref().map(|_| ANSWERED);
        put(
            "thoi_gian",
            json!({ "nguyen_van": cell.text(), "doc_la": task.time_as, "doc_la_vi": reason }),
        );
    }
    put("san_pham", json!(cell(ColumnRole::Product).map(products)));
    put("ket_qua", json!(results(table, task)));
    let mut others = Map::new();
    for (column, heading) in table.headings.iter().enumerate() {
        if heading.role == ColumnRole::Other
            && let Some(cell) = task.cell(column).filter(|cell| !cell.is_empty())
        {
            others.insert(heading.line.text.clone(), json!(cell.text()));
        }
    }
    put("cot_khac", Value::Object(others));
    let merged: Vec<&str> = task
        .merged
        .iter()
        .filter_map(|column| table.headings.get(*column))
        .map(|heading| heading.line.text.as_str())
        .collect();
    put("o_gop", json!(merged));
    put("can_cu_dieu", json!(task.node.iter().collect::<Vec<_>>()));
    entry::file_of(FileKind::Task, &Value::Object(keys))
}

fn ids(parties: &[Party], class: bool) -> Vec<&str> {
    parties.iter().filter(|party| party.class == class).map(|party| party.id.as_str()).collect()
}

/// The products of a cell: its items, or all of it as one.
fn products(cell: &Cell) -> Vec<String> {
    if cell.lines.iter().all(|line| line.text.starts_with('-')) {
        cell.lines.iter().map(|line| line.text.clone()).collect()
    } else {
        vec![cell.text()]
    }
}

fn results(table: &TaskTable, task: &Task) -> Vec<Value> {
    let mut results = Vec::new();
    for (at, cells) in task.results.iter().enumerate() {
        let cell = |role| {
            let column = table.column(role)?;
            cells.get(&column).filter(|cell| !cell.is_empty())
        };
        let letter = point_at(at + 1).and_then(point_id);
        let letter = letter.map_or_else(|| format!("z{}", at + 1), str::to_owned);
        let product = cell(ColumnRole::Product);
        let words =
            product.or_else(|| cell(ColumnRole::Period)).or_else(|| cell(ColumnRole::Leads));
        results.push(json!({
            "ma": letter,
            "nguyen_van": words.map(Cell::text).unwrap_or_default(),
            "chu_tri_nguyen_van": cell(ColumnRole::Leads).map(Cell::text),
            "thoi_gian": cell(ColumnRole::Period).map(|cell| json!({ "nguyen_van": cell.text() })),
            "san_pham": product.map(products).unwrap_or_default(),
        }));
    }
    results
}
