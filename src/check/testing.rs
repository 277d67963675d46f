//! Small sites for the tests of the rules.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use crate::diagnostic::{At, Diagnostic, Diagnostics, SourcePath};
use crate::model::{Record, assemble};
use crate::parse::{Doc, Prose, RawPlanFolder, RawPlanTextFile, RawSite, RawTaskFile, plan_text};
use crate::source::{ContentFile, SourceFile};

/// The text of every plan.
const PLAN_TEXT: &str = "::: dau_van_ban\n\nỦY BAN\n\n::: ten_van_ban\n\nKẾ HOẠCH\n\n\
                                    ::: noi_dung\n\nLời văn bản.\n\n::: chu_ky\n\nChủ tịch\n";

const PLAN: &str = "12-kh-ubnd-2024";

/// A site with one plan, as editors write it; a key that a test gives replaces the usual one.
#[derive(Default)]
pub(super) struct Content {
    /// Keys of `ke-hoach.yml`.
    pub(super) plan: String,
    /// Regions below the text of the plan.
    pub(super) regions: String,
    /// The prose below each task.
    pub(super) narrative: String,
    /// The copy of the source; its first line is the portal's own.
    pub(super) copy: Option<String>,
    /// Keys of `bien-dong.yml`.
    pub(super) changes: String,
    /// Keys of further agencies' files, by id.
    agencies: Vec<(String, String)>,
    /// Keys of tasks' files, by number.
    tasks: Vec<(String, String)>,
}

impl Content {
    /// Adds an agency.
    pub(super) fn agency(&mut self, id: &str, keys: &str) {
        self.agencies.push((id.to_owned(), keys.to_owned()));
    }

    /// Adds a task.
    pub(super) fn task(&mut self, number: &str, keys: &str) {
        self.tasks.push((number.to_owned(), keys.to_owned()));
    }

    /// The log of a task with one event.
    pub(super) fn event(keys: &str) -> String {
        Self::events(&[keys])
    }

    /// The log of a task, with an event in each month from February 2024 on.
    pub(super) fn events(events: &[&str]) -> String {
        let mut log = "dien_bien:".to_owned();
        for (index, keys) in events.iter().enumerate() {
            let (number, month) = (index + 1, index + 2);
            log.push_str(&format!(
                "\n  - {{ ma: d{number}, ngay: \"2024-{month:02}-01\", ngay_cong_bo: \"2024-{month:02}-05\", {keys} }}"
            ));
        }
        log
    }

    /// The site; the content is as the rules of earlier stages want it.
    #[track_caller]
    pub(super) fn site(&self) -> Record {
        let mut raw = RawSite {
            settings: Some(document(
                "trang.yml",
                "ten: Trang\nmo_ta: Thử\ndia_phuong: tỉnh Lam Giang\nvai_tro: co_quan_chu_quan\nco_quan: so-a",
            )),
            groups: Some(document(
                "nhom-co-quan.yml",
                "nhom: [ { id: cac-so, ten: \"Các sở, ban, ngành\", mo: true } ]",
            )),
            ..RawSite::default()
        };
        if !self.changes.is_empty() {
            raw.reorganisations = Some(document("bien-dong.yml", &self.changes));
        }
        let usual = [
            ("so-a", "ten: [ { ten: \"Sở A\", ten_tat: \"Sở A&B\" } ]"),
            ("so-b", "ten: [ { ten: \"Sở Bê\" } ]\nbi_danh: [\"Sở B-C\"]"),
        ];
        for (id, keys) in usual {
            if !self.agencies.iter().any(|(other, _)| other == id) {
                raw.agencies.push(agency(id, keys));
            }
        }
        raw.agencies.extend(self.agencies.iter().map(|(id, keys)| agency(id, keys)));
        raw.plans.insert(PLAN.to_owned(), self.plan_folder());
        let mut problems = Diagnostics::default();
        let record = assemble(&raw, &mut problems);
        let found: Vec<_> = problems.iter().map(|problem| &problem.what).collect();
        assert!(found.is_empty(), "{found:?}");
        record.expect("the settings are there")
    }

    fn plan_folder(&self) -> RawPlanFolder {
        let group = |number: &str| number.split('.').next().unwrap_or_default().to_owned();
        let groups: BTreeSet<_> = self.tasks.iter().map(|(number, _)| group(number)).collect();
        let groups: Vec<_> = groups
            .iter()
            .map(|group| format!("{{ so: \"{group}\", ten: Nhóm {group} }}"))
            .collect();
        let origin = if self.copy.is_some() {
            "{ tep: nguon.txt, khung_trang: [ { dong: \"1\", ten: Cổng } ] }"
        } else {
            "{}"
        };
        let usual = format!(
            "id: {PLAN}\nso_hieu: 12/KH-UBND\nten_ngan: Kế hoạch thử\nloai: ke_hoach\ntrich_yeu: Thử\n\
             co_quan_ban_hanh: so-a\nngay_ban_hanh: \"2024-01-15\"\ngiai_doan: {{ tu: \"2024\", den: \"2025\" }}\n\
             so_nhiem_vu_goc: \"{}\"\nnhom_nhiem_vu: [{}]\nnguon: {origin}",
            self.tasks.len(),
            groups.join(", ")
        );
        let mut folder = RawPlanFolder {
            attributes: Some(document(&in_plan("ke-hoach.yml"), &with(&usual, &self.plan))),
            ..RawPlanFolder::default()
        };
        let mut problems = Diagnostics::default();
        let source = path("van-ban.md");
        let file = format!("{PLAN_TEXT}{}", self.regions);
        let text = plan_text::parse(&source, &file, &mut problems);
        folder.text = text.map(|text| {
            let value = RawPlanTextFile { text, file: file.as_str().into(), is_disordered: false };
            Doc { source, value: Arc::new(value) }
        });
        if let Some(copy) = &self.copy {
            let value = SourceFile { text: copy.as_str().into(), sha256: [0; 32] };
            let doc = Doc { source: path("nguon.txt"), value: Arc::new(value) };
            folder.texts.insert("nguon.txt".to_owned(), Some(doc));
        }
        for (number, keys) in &self.tasks {
            let usual = format!(
                "so: \"{number}\"\nnhom: \"{}\"\nnguyen_van: Việc\nchu_tri: [so-a]\n\
                 thoi_gian: {{ nguyen_van: 2024-2025 }}",
                group(number)
            );
            let name = number.replace('.', "-");
            let file = ContentFile::Task(PLAN, &name).path();
            let front = made(file.as_str(), &with(&usual, keys));
            let prose = Prose { text: self.narrative.clone(), ..Prose::default() };
            let value = Arc::new(RawTaskFile { name, front, prose });
            folder.tasks.push(Doc { source: file, value });
        }
        folder
    }
}

/// The problems that a rule finds in a site, as code, file and key.
#[track_caller]
pub(super) fn codes(content: &Content, rule: impl Fn(&Record, &mut Diagnostics)) -> Vec<String> {
    let shown = |problem: &Diagnostic| {
        let place = format!("{} {}", problem.rule.code, problem.place.file);
        match &problem.place.at {
            At::Key(key) => format!("{place} {key}"),
            _ => place,
        }
    };
    found(content, rule).iter().map(shown).collect()
}

/// The problems that a rule finds in a site, in words.
#[track_caller]
pub(super) fn messages(content: &Content, rule: impl Fn(&Record, &mut Diagnostics)) -> Vec<String> {
    found(content, rule).iter().map(|problem| problem.what.clone()).collect()
}

/// Checks a site whose one task has these keys.
#[track_caller]
pub(super) fn check_task(keys: &str, rule: impl Fn(&Record, &mut Diagnostics), expected: &[&str]) {
    let mut content = Content::default();
    content.task("1.1", keys);
    assert_eq!(codes(&content, rule), expected, "{keys}");
}

#[track_caller]
fn found(content: &Content, rule: impl Fn(&Record, &mut Diagnostics)) -> Diagnostics {
    let mut problems = Diagnostics::default();
    rule(&content.site(), &mut problems);
    problems
}

fn agency(id: &str, keys: &str) -> Doc<crate::parse::raw::RawAgency> {
    document(&format!("co-quan/{id}.yml"), &with(&format!("id: {id}\nkhoi: chinh_quyen"), keys))
}

/// The usual keys that are not given, and those that are.
fn with(usual: &str, given: &str) -> String {
    let key = |line: &str| line.split(':').next().unwrap_or_default().to_owned();
    let replaced = |line: &&str| {
        given.lines().any(|other| key(other) == key(line))
            || (line.starts_with("chu_tri:")
                && given.contains("chu_tri_nhom:")
                && !given.contains("chu_tri:"))
    };
    let kept = usual.lines().filter(|line| !replaced(line));
    kept.chain(given.lines()).collect::<Vec<_>>().join("\n")
}

fn in_plan(name: &str) -> String {
    format!("ke-hoach/{PLAN}/{name}")
}

fn path(name: &str) -> SourcePath {
    SourcePath::content(&in_plan(name))
}

#[track_caller]
fn document<T: DeserializeOwned>(name: &str, yaml: &str) -> Doc<T> {
    Doc { source: SourcePath::content(name), value: Arc::new(made(name, yaml)) }
}

#[track_caller]
fn made<T: DeserializeOwned>(name: &str, yaml: &str) -> T {
    serde_yaml::from_str(yaml).unwrap_or_else(|error| panic!("{name}: {error}\n{yaml}"))
}
