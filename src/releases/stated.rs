//! What pages state that no table of open data has.
//!
//! In: the site and its plans. Out: facts of the editors' pages, the glossary, the documents that are cited, groups of
//! agencies, and of what plans print beside their tasks. They came with the second form of manifests: a ledger of the
//! first goes on, and what it did not have yet is no editor's addition ([`since`]).

use std::collections::BTreeMap;

use super::facts::{Gathered, Key};
use super::kinds::FactKind;
use crate::model::{AgencyId, Group, Members, Plan, ProsePage, Task, Term};
use crate::output::Checksum;
use crate::parse::RawNode;
use crate::parse::markdown::passages;
use crate::progress::Progress;
use crate::text::dates::PartialDate;

/// Tables of facts that have no file of open data.
pub mod tables {
    /// The editors' pages.
    pub const PAGES: &str = "trang-loi";
    /// The glossary.
    pub const TERMS: &str = "thuat-ngu";
    /// Documents that are cited.
    pub const DOCUMENTS: &str = "can-cu";
    /// Groups of agencies.
    pub const GROUPS: &str = "nhom-co-quan";
    /// Pictures, which have no facts: what corrections call them by.
    pub const PICTURES: &str = "tep";
}

/// What a passage of a page is called, before what tells it from others.
pub const PASSAGE: &str = "doan";

/// The columns of plans and tasks that came with these facts: the first part of each, and its last.
const LATER: &[(&str, &str, &str)] = &[
    ("nhiem-vu", "o_gop", "o_gop"),
    ("ke-hoach", "nhom_nhiem_vu", "ten_ngan"),
    ("ke-hoach", "bang_nhiem_vu", "tieu_de_chung"),
    ("ke-hoach", "bang_nhiem_vu", "so_cot"),
    ("trang", "mo_ta", "mo_ta"),
    ("van-ban", "ghi_chu", "ghi_chu"),
];

/// The form of manifests from which on releases have this fact.
pub fn since(key: &Key) -> u32 {
    let tables = [tables::PAGES, tables::TERMS, tables::DOCUMENTS, tables::GROUPS];
    let first = key.column.split('/').next().unwrap_or_default();
    let last = key.column.rsplit('/').next().unwrap_or_default();
    let is_later = |known: &&(&str, &str, &str)| **known == (&*key.table, first, last);
    if tables.contains(&&*key.table) || LATER.iter().any(|known| is_later(&known)) { 2 } else { 1 }
}

/// What the site states beside its plans.
pub(super) fn of_site(progress: &Progress<'_>, facts: &mut Gathered) {
    let site = progress.site;
    site.prose.values().for_each(|page| of_page(page, facts));
    of_terms(&site.terms, facts);
    for document in site.documents.values() {
        let row = [document.id.as_str()];
        let mut put = |name: &'static str, value: &str| {
            facts.put(Key::new(tables::DOCUMENTS, &row, name), FactKind::Written, value);
        };
        put("so_hieu", &document.number);
        put("loai", document.kind.code());
        put("trich_yeu", &document.title);
        put("co_quan", &document.issuer);
        put("ngay", &document.issued.map(PartialDate::iso).unwrap_or_default());
        let sources: Vec<&str> = document.sources.iter().map(|it| it.url.as_str()).collect();
        put("url", &sources.join("\n"));
        put("ghi_chu", document.note.as_deref().unwrap_or_default());
    }
    site.groups.values().for_each(|group| of_group(group, facts));
    let of = Key::new("trang", &[], "mo_ta");
    facts.put(of, FactKind::Written, site.settings.description.as_str());
}

fn of_page(page: &ProsePage, facts: &mut Gathered) {
    let row = [page.name.as_str()];
    facts.put(Key::new(tables::PAGES, &row, "tieu_de"), FactKind::Written, page.title.as_str());
    facts.put(Key::new(tables::PAGES, &row, "mo_ta"), FactKind::Written, page.description.as_str());
    // A passage is named by its words and not by its place, so that one more changes no other.
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for words in passages(&page.prose.text) {
        let name = Checksum::of(words.as_bytes()).to_string()[..12].to_owned();
        let time = times.entry(name.clone()).or_default();
        *time += 1;
        let column = match *time {
            1 => format!("{PASSAGE}/{name}"),
            time => format!("{PASSAGE}/{name}-{time}"),
        };
        facts.put(Key::new(tables::PAGES, &row, column), FactKind::Written, words);
    }
}

fn of_terms(terms: &[Term], facts: &mut Gathered) {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for term in terms {
        let time = times.entry(&term.word).or_default();
        *time += 1;
        let time = time.to_string();
        // One word may have several meanings.
        let row = if time == "1" { vec![&*term.word] } else { vec![&*term.word, &*time] };
        let mut put = |name: &'static str, value: &str| {
            facts.put(Key::new(tables::TERMS, &row, name), FactKind::Written, value);
        };
        put("nghia", &term.meaning);
        put("pham_vi", term.scope.as_deref().unwrap_or_default());
        put("nguon", term.origin.code());
        put("ghi_chu", term.note.as_deref().unwrap_or_default());
    }
}

fn of_group(group: &Group, facts: &mut Gathered) {
    let row = [group.id.as_str()];
    let mut put = |name: String, value: &str| {
        facts.put(Key::new(tables::GROUPS, &row, name), FactKind::Written, value);
    };
    put("ten".to_owned(), &group.name);
    put("ghi_chu".to_owned(), group.note.as_deref().unwrap_or_default());
    if let Members::Listed(members) = &group.members {
        for (agency, span) in members {
            let day = |day: Option<PartialDate>| day.map(PartialDate::iso).unwrap_or_default();
            let span = format!("{}..{}", day(span.from), day(span.to));
            put(format!("thanh_vien/{}", AgencyId::as_str(agency)), &span);
        }
    }
}

/// What a plan prints beside its tasks.
pub(super) fn of_plan(plan: &Plan, facts: &mut Gathered) {
    let row = [plan.id.as_str()];
    for group in &plan.groups {
        let of = Key::new("ke-hoach", &row, format!("nhom_nhiem_vu/{}/ten_ngan", group.key));
        facts.put(of, FactKind::Written, group.short_title.as_deref().unwrap_or_default());
    }
    for (place, table) in (1..).zip(&plan.tables) {
        let name = table.id.clone().unwrap_or_else(|| place.to_string());
        let mut put = |column: &str, value: String| {
            let of = Key::new("ke-hoach", &row, format!("bang_nhiem_vu/{name}/{column}"));
            facts.put(of, FactKind::Written, value);
        };
        let shared = table
            .shared
            .iter()
            .map(|it| format!("{} ({}..{})", it.words.text, it.first + 1, it.first + it.columns));
        put("tieu_de_chung", shared.collect::<Vec<_>>().join("\n"));
        put("so_cot", table.column_numbers.join(" "));
    }
    plan.text.nodes().for_each(|node| of_remarks(plan, node, facts));
}

/// The editors' remarks on a passage of the text.
fn of_remarks(plan: &Plan, node: &RawNode, facts: &mut Gathered) {
    let remarks: Vec<&str> = node.notes.iter().map(|note| note.text.as_str()).collect();
    let of = Key::new("van-ban", &[plan.id.as_str(), node.id.as_str()], "ghi_chu");
    facts.put(of, FactKind::Written, remarks.join("\n"));
    node.children.iter().for_each(|child| of_remarks(plan, child, facts));
}

/// Which cells of an open task are one with the cell above or at the left.
pub(super) fn of_task(plan: &Plan, task: &Task, facts: &mut Gathered) {
    let merged: Vec<&str> = task.merged.iter().map(String::as_str).collect();
    let of = Key::new("nhiem-vu", &[plan.id.as_str(), task.number.as_str()], "o_gop");
    facts.put(of, FactKind::Written, merged.join("\n"));
}
