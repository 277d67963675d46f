//! Import: from the document that an office holds to content that builds.
//!
//! In: a file's name and bytes, the site's files, answers. Out: [`Imported`]: the text of every file to write, what only a
//! person can answer, and the sums of words. No word is lost and nothing is guessed in silence: what cannot be told is
//! asked, and what has no place is told. Reads and writes no file itself.

mod account;
mod added;
mod again;
mod agencies;
mod answers;
mod assigned;
pub mod block;
mod complete;
mod found;
mod lines;
mod mend;
mod question;
pub mod read;
mod report;
mod sheet;
mod structure;
mod tables;
mod write;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub use account::Account;
pub use added::{Addition, added, without};
pub use again::{Difference, Merged, merged};
pub use answers::Answers;
pub use question::{Note, Question};
pub use write::put_groups;

use crate::editor::starter::{self, Issuer, Locality, PlanNumber};
use crate::model::Level;
use crate::source::{ContentFile, SourceTree};
use crate::text::{capitalised, search_key, slug};
use agencies::registry::Registry;
use found::Found;
use read::{Form, Reading};
use sheet::Sheet;

/// What import makes of a document.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// The plan's id.
    pub plan: String,
    /// The files of the plan and its new agencies, by path below the content folder.
    pub files: BTreeMap<String, String>,
    /// The groups that are new, as text to put into `nhom-co-quan.yml`.
    pub groups: Option<String>,
    /// The files of a new site, by path below the folder that holds the content folder; none where a site is there.
    pub site: BTreeMap<String, String>,
    /// What was asked, answered or not.
    pub questions: Vec<Question>,
    /// What a person should look at.
    pub notes: Vec<Note>,
    /// The sums of words.
    pub account: Account,
    /// How many tasks, groups, tables and passages there are.
    pub counts: Counts,
}

/// Counts, for a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Lines of the document.
    pub lines: usize,
    /// Tasks.
    pub tasks: usize,
    /// Groups of tasks.
    pub groups: usize,
    /// Tables of tasks.
    pub tables: usize,
}

/// What a document is imported into.
pub struct Into<'a> {
    /// The file's name, as people call it.
    pub file: &'a str,
    /// The site's files; none where there is no site yet.
    pub tree: Option<&'a SourceTree>,
    /// The plan's id, where it is given.
    pub id: Option<&'a str>,
    /// What people answered.
    pub answers: &'a Answers,
    /// The day on which the document is imported.
    pub today: Date,
}

/// Makes content of what was read.
pub fn import(reading: &Reading, own_text: Option<&str>, into: &Into<'_>) -> Imported {
    let mut sheet = Sheet::of(&reading.document);
    let broken = reading.form == Form::Text;
    let mut found = structure::read(&mut sheet, broken, into.answers);
    mend::mend(&mut found, &mut sheet);
    assigned::read(&mut found, &sheet);
    complete::head(&mut found, into.answers);
    let mut registry = Registry::of(into.tree);
    let issuer = issuer(&found);
    let issuer_id = registry.id(&issuer.name).map_or_else(|| issuer.id.clone(), str::to_owned);
    let new_issuer = !registry.has_id(&issuer_id);
    registry.teach(&[&issuer.name, &issuer.short], &issuer_id);
    registry.teach(without_place(&issuer.name), &issuer_id);
    complete::agencies(&mut found, &mut registry, into.answers, &sheet);
    complete::times(&mut found, into.answers, &sheet);
    complete::weighed(&mut found, into.answers);
    let plan = into.id.map_or_else(|| plan_id(&found), str::to_owned);
    let copy = write::copy(&sheet, &found, own_text);
    let account = Account::of(&sheet, &reading.words);
    let mut imported =
        Imported { counts: counts(&found, &sheet), plan: plan.clone(), ..Imported::default() };
    let mut put = |file: ContentFile<'_>, text: String| {
        imported.files.insert(file.path().to_string(), text);
    };
    put(ContentFile::Plan(&plan), write::plan(&plan, &issuer_id, &found, &copy));
    put(ContentFile::PlanText(&plan), write::text(&found));
    put(ContentFile::SourceCopy(&plan, "nguon"), copy.text.clone());
    tasks(&found, &plan, &mut put);
    inserted(&reading.document.noticed, into.answers, &mut found);
    let groups = fresh(&registry, issuer.level, &mut found, &mut put);
    let is_new_site = into.tree.is_none();
    if new_issuer && !is_new_site {
        put(ContentFile::Agency(&issuer_id), write::issuer(&issuer));
    }
    let report = report_of(into.file, &plan, reading, &found, &sheet, &account, &copy);
    put(ContentFile::ImportNotes(&plan), report);
    imported.groups = groups;
    if is_new_site {
        imported.site = site(&issuer, &found, into.today);
    }
    imported.notes = found.notes;
    imported.questions = found.questions;
    for question in &mut imported.questions {
        if question.context.is_empty() {
            question.context = around(&sheet, question);
        }
    }
    imported.account = account;
    imported
}

/// Writes the files of tasks.
fn tasks(found: &Found, plan: &str, put: &mut impl FnMut(ContentFile<'_>, String)) {
    for table in &found.tables {
        for task in table.tasks() {
            let name = slug(&task.key(table.code.as_deref()));
            put(ContentFile::Task(plan, &name), write::task(table, task));
        }
    }
}

/// Writes the files of new agencies; returns the new groups as text.
fn fresh(
    registry: &Registry,
    level: Option<&str>,
    found: &mut Found,
    put: &mut impl FnMut(ContentFile<'_>, String),
) -> Option<String> {
    let (groups, agencies): (Vec<_>, Vec<_>) =
        registry.fresh.iter().partition(|(_, one)| one.class);
    for (id, one) in agencies {
        put(ContentFile::Agency(id), write::agency(id, one, level));
        if !one.sure {
            let words =
                format!("co-quan/{id}.yml: tên không nói thuộc khối nào; để là {}.", one.branch);
            found.notes.push(Note { at: None, words });
        }
    }
    (!groups.is_empty()).then(|| write::groups(&groups))
}

/// Asks about words that somebody put in while changes were tracked, and that nobody accepted.
fn inserted(noticed: &[block::Noticed], answers: &Answers, found: &mut Found) {
    let all: Vec<_> = noticed.iter().filter(|one| one.what == block::What::Inserted).collect();
    let Some(first) = all.first() else { return };
    let words: Vec<&str> = all.iter().take(3).map(|one| one.words.as_str()).collect();
    found.questions.push(Question {
        id: "chu-them".to_owned(),
        asked: "Chữ thêm khi theo dõi thay đổi, chưa ai chấp nhận, có phải của văn bản không?"
            .to_owned(),
        words: words.join(" … "),
        at: Some(first.at.clone()),
        taken: format!("của văn bản, đã nhập ({} chỗ)", all.len()),
        how: "đúng; nếu không thì bỏ các chữ ấy trong Word rồi nhập lại".to_owned(),
        answer: answers.get("chu-them").map(str::to_owned),
        ..Question::default()
    });
}

/// The lines around what is asked, for whoever is asked at a terminal; the report need not repeat them.
fn around(sheet: &Sheet, question: &Question) -> String {
    const LINES: usize = 2;
    // A question without a place is about a line that has its longest word.
    let word = question.words.split_whitespace().max_by_key(|word| word.len());
    let is_own = |raw: &sheet::Raw| match &question.at {
        Some(at) => raw.at == *at,
        None => word.is_some_and(|word| raw.text.contains(word)),
    };
    let Some(own) = sheet.raws.iter().position(is_own) else { return String::new() };
    let last = sheet.raws.len().min(own + LINES + 1);
    let lines: Vec<&str> =
        sheet.raws[own.saturating_sub(LINES)..last].iter().map(|raw| raw.text.as_str()).collect();
    lines.join(" / ")
}

fn report_of(
    file: &str,
    plan: &str,
    reading: &Reading,
    found: &Found,
    sheet: &Sheet,
    account: &Account,
    copy: &write::Copy,
) -> String {
    let noticed = &reading.document.noticed;
    report::report(
        found,
        sheet,
        &report::Told { file, plan, noticed, named: named(found), account, copy },
    )
}

/// Agencies and groups that tasks name, by id.
fn named(found: &Found) -> BTreeMap<String, String> {
    let mut named = BTreeMap::new();
    let tasks = found.tables.iter().flat_map(found::TaskTable::tasks);
    for party in tasks.flat_map(|task| task.leads.iter().chain(&task.partners)) {
        named.entry(party.id.clone()).or_insert_with(|| capitalised(&party.name));
    }
    named
}

fn counts(found: &Found, sheet: &Sheet) -> Counts {
    Counts {
        lines: sheet.raws.len(),
        tasks: found.tables.iter().map(|table| table.tasks().count()).sum(),
        groups: found.tables.iter().map(|table| table.groups().count()).sum(),
        tables: found.tables.len(),
    }
}

/// The issuer as its name in the head tells it.
fn issuer(found: &Found) -> Issuer {
    let name = found.head.issuer.as_deref().unwrap_or("Cơ quan ban hành");
    let mut issuer = Issuer::read(name)
        .unwrap_or_else(|_| Issuer::read("Cơ quan ban hành").expect("a name is one"));
    let central = [
        "chinh-phu",
        "quoc-hoi",
        "dang-doan-quoc-hoi",
        "uy-ban-thuong-vu-quoc-hoi",
        "bo-chinh-tri",
    ];
    if central.contains(&issuer.id.as_str())
        || issuer.id.starts_with("bo-") && issuer.place.is_none()
    {
        issuer.branch = "trung_uong";
        issuer.level = Some(Level::Central.code());
    }
    issuer
}

/// What a document calls its issuer where it does not repeat its place.
fn without_place(name: &str) -> &'static [&'static str] {
    const NAMES: [(&str, &[&str]); 9] = [
        ("ubnd tinh ", &["UBND tỉnh", "Ủy ban nhân dân tỉnh"]),
        ("ubnd thanh pho ", &["UBND thành phố", "Ủy ban nhân dân thành phố"]),
        ("ubnd phuong ", &["UBND phường", "Ủy ban nhân dân phường"]),
        ("ubnd xa ", &["UBND xã", "Ủy ban nhân dân xã"]),
        ("hdnd tinh ", &["HĐND tỉnh", "Hội đồng nhân dân tỉnh"]),
        ("hdnd thanh pho ", &["HĐND thành phố", "Hội đồng nhân dân thành phố"]),
        ("tinh uy ", &["Tỉnh ủy"]),
        ("thanh uy ", &["Thành ủy"]),
        ("dang uy ", &["Đảng ủy"]),
    ];
    let key =
        search_key(name).replace("uy ban nhan dan", "ubnd").replace("hoi dong nhan dan", "hdnd");
    let named = NAMES.iter().find(|(head, _)| key.starts_with(head));
    named.map_or(&[], |(_, names)| names)
}

/// The id of the plan: its number and year, or of a draft without a number its kind and title.
fn plan_id(found: &Found) -> String {
    let head = &found.head;
    let year = head.day.map(Date::year).or(head.year);
    if let (Some(number), Some(year)) = (&head.number, year)
        && let Ok(number) = PlanNumber::read(number)
    {
        return number.plan_id(year);
    }
    let kind = head.kind.map_or("van-ban", |kind| kind.code()).replace('_', "-");
    let title = slug(&head.title);
    let mut words: Vec<&str> = vec![&kind];
    words.extend(title.split('-').filter(|word| !word.is_empty()).take(6));
    let year = year.map(|year| year.to_string());
    words.extend(year.as_deref());
    words.join("-")
}

/// The files of a new site that belong to no plan.
fn site(issuer: &Issuer, found: &Found, today: Date) -> BTreeMap<String, String> {
    let named = found.head.place.as_deref().and_then(|place| Locality::read(place).ok());
    let place = issuer.place.clone().or(named);
    let place = place.unwrap_or_else(|| Locality::read("Việt Nam").expect("a place is one"));
    starter::frame(issuer, &place, today)
}
