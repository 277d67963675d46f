//! `ke-hoach.yml`: what the document says of itself, its tables and groups.

use serde_json::{Map, Value, json};

use super::Copy;
use crate::editor::entry;
use crate::editor::schema::FileKind;
use crate::import::found::{Found, TaskTable};
use crate::model::{ColumnRole, TimeMeaning};
use crate::output::Checksum;
use crate::vocabulary::kinds::DocumentKind;

/// The most letters of a title that is its own short name.
const SHORT: usize = 60;

/// The text of the file.
pub(crate) fn plan(id: &str, issuer: &str, found: &Found, copy: &Copy) -> String {
    let head = &found.head;
    let kind = head.kind.unwrap_or(DocumentKind::Plan);
    let mut keys = Map::new();
    let mut put = |key: &str, value: Value| {
        keys.insert(key.to_owned(), value);
    };
    put("id", json!(id));
    put("so_hieu", json!(head.number));
    put("ten_ngan", json!(short_name(found)));
    put("loai", json!(kind.code()));
    if is_draft(found) {
        put("ban_nhap", json!("co"));
    }
    let title = if head.title.is_empty() { kind.label().to_owned() } else { head.title.clone() };
    put("trich_yeu", json!(title));
    put("co_quan_ban_hanh", json!(issuer));
    put("ngay_ban_hanh", json!(head.day.map(|day| day.to_string())));
    put(
        "nguoi_ky",
        json!(found.signatory.as_ref().map(|signatory| json!({
            "hinh_thuc": signatory.capacity,
            "chuc_vu": signatory.office,
            "ho_ten": signatory.name,
        }))),
    );
    let tasks: usize = found.tables.iter().map(|table| table.tasks().count()).sum();
    if tasks > 0 {
        put("so_nhiem_vu_goc", json!(tasks.to_string()));
    }
    put("bang_nhiem_vu", json!(declared(found)));
    put("nhom_nhiem_vu", json!(task_groups(found)));
    put("bo_qua_so", json!(found.tables.iter().flat_map(gaps).collect::<Vec<_>>()));
    let apart: Vec<Value> = copy
        .apart
        .iter()
        .map(|(first, last, name)| {
            let lines = if first == last { first.to_string() } else { format!("{first}-{last}") };
            json!({ "dong": lines, "ten": name })
        })
        .collect();
    put(
        "nguon",
        json!({
            "tep": "nguon.txt",
            "sha256": Checksum::of(copy.text.as_bytes()).to_string(),
            "khung_trang": apart,
        }),
    );
    entry::file_of(FileKind::Plan, &Value::Object(keys))
}

/// Whether number or day are still open.
pub(crate) fn is_draft(found: &Found) -> bool {
    found.head.number.is_none() || found.head.day.is_none() || found.head.issuer.is_none()
}

/// A few words that say nothing which the document does not.
fn short_name(found: &Found) -> String {
    let title = &found.head.title;
    if !title.is_empty() && title.chars().count() <= SHORT && title.chars().any(char::is_lowercase)
    {
        return title.clone();
    }
    let kind = found.head.kind.unwrap_or(DocumentKind::Plan).label();
    match (&found.head.number, found.head.year) {
        (Some(number), _) => format!("{kind} {number}"),
        (None, Some(year)) => format!("{kind} năm {year}, chưa có số"),
        (None, None) => format!("{kind} chưa có số"),
    }
}

/// What `bang_nhiem_vu` says of each table.
pub(crate) fn declared(found: &Found) -> Vec<Value> {
    found.tables.iter().map(table).collect()
}

/// What `nhom_nhiem_vu` says of each group.
pub(crate) fn task_groups(found: &Found) -> Vec<Value> {
    found.tables.iter().flat_map(groups).collect()
}

fn table(table: &TaskTable) -> Value {
    let meaning = match table.meaning {
        TimeMeaning::Deadline => "thoi_han",
        TimeMeaning::Period => "ky_thuc_hien",
        TimeMeaning::Unclear => "khong_ro",
    };
    // A list has no item without a key.
    let has_time = table.column(ColumnRole::Period).is_some();
    let is_said = has_time || table.code.is_none();
    let declared: Map<String, Value> = table
        .headings
        .iter()
        .filter(|heading| heading.declared)
        .map(|heading| (heading.line.text.clone(), json!(heading.role.code())))
        .collect();
    json!({
        "ma": table.code,
        "ten": table.name,
        "cot": declared,
        "y_nghia_thoi_gian": is_said.then_some(meaning),
    })
}

fn groups(table: &TaskTable) -> Vec<Value> {
    let groups = table.groups();
    let value = |group: &crate::import::found::Group| {
        json!({
            "so": group.number,
            "ten": group.title.text,
            "bang": table.code,
            "thuoc": group.parent,
            "ma": group.code,
            "so_van_ban": group.printed,
            "danh_so": group.unnumbered.then_some("khong"),
        })
    };
    groups.map(value).collect()
}

/// The numbers that the text itself skips.
fn gaps(table: &TaskTable) -> Vec<String> {
    let mut gaps = Vec::new();
    let mut last: Option<(String, String, usize)> = None;
    for task in table.tasks().filter(|task| task.parent.is_none()) {
        let (before, own) =
            task.number.rsplit_once('.').map_or(("", task.number.as_str()), |parts| parts);
        let Ok(own) = own.parse::<usize>() else { continue };
        let group = task.group.clone().unwrap_or_default();
        let prefix = [table.code.as_deref(), task.code.as_deref()]
            .into_iter()
            .flatten()
            .map(|code| format!("{code}-"));
        let prefix: String = prefix.collect();
        if let Some((other, stem, rank)) = &last
            && *other == group
            && *stem == before
            && own > rank + 1
            && own - rank < 50
        {
            let number = |rank: usize| {
                if before.is_empty() {
                    format!("{prefix}{rank}")
                } else {
                    format!("{prefix}{before}.{rank}")
                }
            };
            gaps.extend((rank + 1..own).map(number));
        }
        last = Some((group, before.to_owned(), own));
    }
    gaps
}
