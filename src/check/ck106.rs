//! CK106: what words quoted outside of the text call is a footnote of the text, and each footnote is called somewhere.

use std::collections::BTreeSet;

use super::lost::Lost;
use crate::diagnostic::catalog::ck106;
use crate::diagnostic::{Diagnostics, Place};
use crate::model::{Log, NodeId, Plan, Record, Task};
use crate::parse::{NodeKind, Quoted, RawRegion, Verbatim};

pub(super) fn check(record: &Record, lost: &Lost<'_>, problems: &mut Diagnostics) {
    for (plan, log) in record.plans() {
        let is_note =
            |id: &NodeId| plan.text.node(id).is_some_and(|node| node.kind == NodeKind::Footnote);
        let mut called = BTreeSet::new();
        for quote in quotes(plan, log) {
            // Each document has notes of its own; where nobody says in which the words stand, any of them will do.
            let notes: Vec<Vec<_>> =
                quote.documents.iter().map(|one| quote.words.notes(*one).collect()).collect();
            for (index, (label, _)) in notes[0].iter().enumerate() {
                match notes.iter().map(|notes| &notes[index].1).find(|note| is_note(note)) {
                    Some(note) => _ = called.insert(note.clone()),
                    None => problems.push(ck106::call_without_footnote(quote.at.clone(), label)),
                }
            }
        }
        // A task that could not be read may hold the call.
        let uncalled = plan.text.uncalled.iter().filter(|_| !lost.has_task_of(plan));
        for (_, mark) in uncalled.filter(|(note, _)| !called.contains(note)) {
            let at = plan.text_source.passage(mark.clone());
            problems.push(ck106::footnote_without_call(at));
        }
    }
}

/// Words of the document in a key of another file, and the documents to whose footnotes they may refer.
struct Quote<'a> {
    at: Place,
    words: Quoted<'a>,
    documents: Vec<Option<&'a NodeId>>,
}

/// Every key that holds words of the plan's document.
fn quotes<'a>(plan: &'a Plan, log: &'a Log) -> Vec<Quote<'a>> {
    let enclosed = plan.text.regions.iter().filter_map(|region| match region {
        RawRegion::Enclosed { id } => Some(id),
        _ => None,
    });
    let documents: Vec<_> = std::iter::once(None).chain(enclosed.map(Some)).collect();
    let of_table = |table: usize| vec![plan.tables[table].document.as_ref()];
    let title = Quote {
        at: plan.source.key("trich_yeu"),
        words: plan.title.quoted(),
        documents: documents.clone(),
    };
    let groups = plan.groups.iter().enumerate().map(|(index, group)| Quote {
        at: plan.source.key("nhom_nhiem_vu").index(index).field("ten"),
        words: group.title.quoted(),
        documents: of_table(group.table),
    });
    let duties = plan.duties.iter().map(|duty| Quote {
        at: plan.source.key("nghia_vu_bao_cao"),
        words: duty.verbatim.quoted(),
        documents: documents.clone(),
    });
    let cells = log.tasks.values().flat_map(|task| {
        let cells = cells(task).into_iter();
        cells.map(move |(at, words)| Quote { at, words, documents: of_table(task.table) })
    });
    std::iter::once(title).chain(groups).chain(duties).chain(cells).collect()
}

/// The words of a task's keys, and where each stands.
fn cells<'a>(task: &'a Task) -> Vec<(Place, Quoted<'a>)> {
    let mut cells = Vec::new();
    let mut add = |at: Place, words: Option<&'a Verbatim>| {
        cells.extend(words.map(|words| (at, words.quoted())));
    };
    let key = |path: &str| task.key(path);
    add(key("nguyen_van"), Some(&task.verbatim));
    add(key("chu_tri_nguyen_van"), task.leads.verbatim.as_ref());
    for (agency, words) in &task.shares {
        add(key("phan_viec").field(agency.as_str()), Some(words));
    }
    add(key("phoi_hop.nguyen_van"), task.partners.as_ref().map(|one| &one.verbatim));
    add(key("thoi_gian.nguyen_van"), task.time.verbatim.as_ref());
    for (index, words) in task.products.iter().enumerate() {
        add(key("san_pham").index(index), Some(words));
    }
    for words in task.other_cells.values() {
        add(key("cot_khac"), Some(words));
    }
    for (index, part) in task.sub_works.iter().enumerate() {
        let at = key(if task.has_results { "ket_qua" } else { "viec_con" }).index(index);
        add(at.field("nguyen_van"), Some(&part.verbatim));
        let leads = part.leads.as_ref().and_then(|leads| leads.verbatim.as_ref());
        add(at.field("chu_tri_nguyen_van"), leads);
        let time = part.time.as_ref().and_then(|time| time.verbatim.as_ref());
        add(at.field("thoi_gian.nguyen_van"), time);
        for (index, words) in part.products.iter().enumerate() {
            add(at.field("san_pham").index(index), Some(words));
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::super::lost::Lost;
    use crate::check::testing::{Content, codes};
    use crate::model::Record;

    const TASK: &str = "CK106 ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.md";

    #[track_caller]
    fn check(keys: &str, notes: &str, expected: &[&str]) {
        let mut content = Content::default();
        content.regions = notes.to_owned();
        content.task("1.1", keys);
        let rule = |record: &Record, problems: &mut _| {
            super::check(record, &Lost::default(), problems);
        };
        assert_eq!(codes(&content, rule), expected, "{keys}");
    }

    #[test]
    fn a_mark_in_any_cell_calls_its_footnote() {
        let notes = "\n::: phu_luc\n\nPHỤ LỤC\n\n[^1]: Chú một.\n[^2]: Chú hai.\n";
        let all = [
            "nguyen_van: \"Việc[^1][^2]\"",
            "thoi_gian: { nguyen_van: \"2024-2025 [^1], [^2]\" }",
            "san_pham: [\"Sổ[^1]\", \"Bảng[^2]\"]",
            "chu_tri_nguyen_van: \"Sở A[^1][^2]\"",
            "phoi_hop: { nguyen_van: \"[^1]Các[^2] sở\" }",
            "ket_qua: [ { ma: a, nguyen_van: \"Sổ[^1]\", san_pham: [\"Một[^2]\"] } ]",
            "ket_qua: [ { ma: a, nguyen_van: Sổ, chu_tri_nguyen_van: \"A[^2]\", thoi_gian: { nguyen_van: \"2024[^1]\" } } ]",
        ];
        for keys in all {
            check(keys, notes, &[]);
        }
    }

    #[test]
    fn a_mark_without_its_footnote_and_a_footnote_without_a_mark_are_told() {
        let one = format!("{TASK} san_pham[0]");
        check("san_pham: [\"Sổ[^2]\"]", "", &[&one]);
        check("san_pham: [\"Sổ [2]\"]", "", &[]);
        let text = "CK106 ke-hoach/12-kh-ubnd-2024/van-ban.md";
        let notes = "\n::: phu_luc\n\nPHỤ LỤC\n\n[^1]: Chú một.\n";
        check("san_pham: [Sổ]", notes, &[text]);
        check("san_pham: [\"Sổ[^2]\"]", notes, &[&one, text]);
    }

    #[test]
    fn a_table_of_an_enclosed_document_calls_its_footnotes() {
        let notes = |place: &str| {
            let (own, enclosed) = match place {
                "own" => ("[^1]: Chú.\n\n", ""),
                _ => ("", "[^1]: Chú.\n\n"),
            };
            format!(
                "\n::: phu_luc\n\nPHỤ LỤC\n\n{own}::: van_ban_kem\n\n::: ten_van_ban\n\nQUY CHẾ\n\n::: noi_dung\n\n\
                 Lời.\n\n{enclosed}::: bang_nhiem_vu\n\nTT\nNội dung\nChủ trì\nThời hạn\n"
            )
        };
        let keys = "nguyen_van: \"Việc[^1]\"\nchu_tri_nguyen_van: Sở A";
        let table = "bang_nhiem_vu: [{ y_nghia_thoi_gian: khong_ro }]";
        let check = |place: &str, expected: usize| {
            let mut content = Content::default();
            content.regions = notes(place);
            content.plan = table.to_owned();
            content.task("1.1", keys);
            let rule = |record: &Record, problems: &mut _| {
                super::check(record, &Lost::default(), problems);
            };
            assert_eq!(codes(&content, rule).len(), expected, "{place}");
        };
        check("enclosed", 0);
        check("own", 2);
    }
}
