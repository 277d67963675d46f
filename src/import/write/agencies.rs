//! Files of agencies and groups that a document brings.

use serde_json::{Value, json};

use crate::editor::entry;
use crate::editor::schema::FileKind;
use crate::editor::starter::Issuer;
use crate::import::agencies::registry::Fresh;

/// What readers should know of a group.
const OPEN: &str = "Văn bản không kể tên các thành viên; trang không đếm nhóm này và không gán trách nhiệm cho từng cơ quan.";

/// The text of an agency's file.
pub(crate) fn agency(id: &str, fresh: &Fresh, level: Option<&str>) -> String {
    let central = fresh.branch == "trung_uong";
    let level = if central { Some("trung_uong") } else { level };
    entry::file_of(
        FileKind::Agency,
        &json!({
            "id": id,
            "khoi": fresh.branch,
            "cap": level,
            "ten": [{ "ten": fresh.name }],
            "bi_danh": fresh.aliases,
        }),
    )
}

/// The text of the groups that are new, as items below `nhom:`.
pub(crate) fn groups(fresh: &[(&String, &Fresh)]) -> String {
    let items: Vec<Value> = fresh
        .iter()
        .map(|(id, fresh)| {
            json!({ "id": id, "ten": fresh.name, "bi_danh": fresh.aliases, "mo": true, "ghi_chu": OPEN })
        })
        .collect();
    entry::file_of(FileKind::Groups, &json!({ "nhom": items }))
}

/// The text of the issuer's file.
pub(crate) fn issuer(issuer: &Issuer) -> String {
    entry::file_of(
        FileKind::Agency,
        &json!({
            "id": issuer.id,
            "khoi": issuer.branch,
            "cap": issuer.level,
            "ten": [{ "ten": issuer.name, "ten_tat": issuer.short }],
        }),
    )
}

/// The file of groups with more groups at the end of its list; what stands there stays as it is.
pub fn put_groups(own: &str, more: &str) -> String {
    let items = more.split_once('\n').map_or("", |(_, items)| items);
    let mut at = None;
    let mut start = 0;
    let mut indent = 2;
    for line in own.split_inclusive('\n') {
        let is_key = line.starts_with(|c: char| c.is_ascii_alphabetic());
        match at {
            None if line.starts_with("nhom:") => at = Some(start + line.len()),
            Some(end) if !is_key => {
                if line.trim_start().starts_with("- ") && end == start {
                    indent = line.len() - line.trim_start().len();
                }
                if !line.trim().is_empty() && !line.starts_with('#') {
                    at = Some(start + line.len());
                }
            }
            Some(_) => break,
            None => {}
        }
        start += line.len();
    }
    let Some(at) = at else { return format!("{}\n{more}", own.trim_end()) };
    let shifted = |line: &str| match indent {
        2 => line.to_owned(),
        indent => format!("{}{}", " ".repeat(indent), line.get(2..).unwrap_or_default()),
    };
    let items: String = items.split_inclusive('\n').map(shifted).collect();
    let (before, after) = own.split_at(at);
    let gap = if before.ends_with('\n') { "" } else { "\n" };
    format!("{before}{gap}{items}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_come_to_the_end_of_their_list() {
        let more = "nhom:\n  - id: b\n    ten: B\n";
        let own = "# Nhóm\nnhom:\n  - id: a\n    ten: A\n\nda_xem: []\n";
        assert_eq!(
            put_groups(own, more),
            "# Nhóm\nnhom:\n  - id: a\n    ten: A\n  - id: b\n    ten: B\n\nda_xem: []\n"
        );
        assert_eq!(put_groups("nhom:\n- id: a\n", more), "nhom:\n- id: a\n- id: b\n  ten: B\n");
    }
}
