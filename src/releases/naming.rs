//! What readers call the things that facts speak of.
//!
//! In: the facts of a release and of the one before, since what is gone has its name there. Out: names of plans, tasks,
//! agencies and rounds for the ids that stand in keys and values. Nothing but facts is asked, so that whoever has a
//! ledger can name what it tells.

use super::facts::{Facts, Key};
use super::stated::{PASSAGE, tables};
use super::taken::REGION;
use super::values::{code, dated, meaning, round, second_last, spanned, table};
use crate::model::NodeId;
use crate::text::running::{lowered, one_line};
use crate::vocabulary::columns::Kind;
use crate::vocabulary::headings::AGENCY_COLUMNS;
use crate::vocabulary::kinds::{
    Capacity, DocumentKind, EvidenceKind, Frequency, IndicatorRow, RelationKind, Role, TermOrigin,
};
use crate::vocabulary::releases as words;
use crate::vocabulary::standings::StandingKind;
use crate::vocabulary::table::TimeMeaning;
use crate::vocabulary::{Word, cut, glossary};

/// The most words of a task or a passage that names it.
const NAMING: usize = 12;

/// Names for what facts speak of.
#[derive(Clone, Copy, Debug)]
pub struct Names<'f> {
    now: &'f Facts,
    before: &'f Facts,
}

/// Columns without a table of open data whose values are ids of agencies or of groups: the last part of their names.
const AGENCY_PARTS: &[&str] =
    &["ai", "ai_nhom", "gui_den", "tong_hop_gui", "co_quan_thuong_truc", "phoi_hop", "chu_tri"];

/// Columns that hold an agency's id or something else.
const PERHAPS_AGENCIES: &[&str] = &["gia_tri_cu", "gia_tri_moi"];

impl<'f> Names<'f> {
    /// Names of what a release tells, or told `before`.
    pub fn of(now: &'f Facts, before: &'f Facts) -> Self {
        Self { now, before }
    }

    fn value(&self, table: &'static str, row: &[&str], column: &str) -> Option<&'f str> {
        let key = Key::new(table, row, column.to_owned());
        self.now.value(&key).or_else(|| self.before.value(&key))
    }

    fn known_agency(&self, id: &str) -> Option<&'f str> {
        let group = || self.value(tables::GROUPS, &[id], "ten");
        self.value("co-quan", &[id], "ten").or_else(group)
    }

    fn agency<'n>(&self, id: &'n str) -> &'n str
    where
        'f: 'n,
    {
        self.known_agency(id).unwrap_or(id)
    }

    fn plan<'n>(&self, id: &'n str) -> &'n str
    where
        'f: 'n,
    {
        self.value("ke-hoach", &[id], "ten_ngan").unwrap_or(id)
    }

    /// The short title of a task, else its first words.
    fn task(&self, plan: &str, number: &str) -> Option<String> {
        let short = self.value("nhiem-vu", &[plan, number], "ten_ngan").map(str::to_owned);
        let words = || self.value("nhiem-vu", &[plan, number], "nguyen_van");
        short.or_else(|| words().map(|words| cut::to(NAMING, words)))
    }

    /// A task's number with its short title, and its plan where the site has several.
    pub fn numbered(&self, row: &[String], has_many_plans: bool) -> String {
        let [plan, number] = [0, 1].map(|at| row.get(at).map(String::as_str).unwrap_or_default());
        let title = self.task(plan, number);
        let task = title.map_or_else(|| number.to_owned(), |it| words::titled(number, it));
        if has_many_plans { words::thing_of(task, words::of_plan(self.plan(plan))) } else { task }
    }

    /// What a row is called within its plan, by numbers where people use numbers.
    pub fn thing(&self, key: &Key) -> String {
        self.called(key, &|number| number.to_owned())
    }

    /// The same, with the plan, and with the short title of the task.
    pub fn whole_thing(&self, key: &Key) -> String {
        let plan = key.row.first().map(String::as_str).unwrap_or_default();
        let thing = self.called(key, &|number| match self.task(plan, number) {
            Some(title) => words::titled(number, title),
            None => number.to_owned(),
        });
        match &*key.table {
            "nhiem-vu" | "dien-bien" | "minh-chung" | "dinh-chinh" | "van-ban" | "phan-cong"
            | "bao-cao" | "chi-so" => words::thing_of(thing, words::of_plan(self.plan(plan))),
            _ => thing,
        }
    }

    /// What a fact is called, with its plan.
    pub fn label(&self, key: &Key) -> String {
        words::of_thing(self.whole_thing(key), self.column(key))
    }

    /// What a fact is called within its plan: how a correction names it.
    pub fn short_label(&self, key: &Key) -> String {
        words::of_thing(self.thing(key), self.column(key))
    }

    /// What of a thing a fact tells.
    pub fn column(&self, key: &Key) -> String {
        // A passage's name tells nothing to a reader.
        if key.table == tables::PAGES && key.column.starts_with(PASSAGE) {
            return words::column(&key.table, PASSAGE);
        }
        let parts = key.column.split('/').map(|part| self.known_agency(part).unwrap_or(part));
        words::column(&key.table, &parts.collect::<Vec<_>>().join("/"))
    }

    fn called(&self, key: &Key, task: &dyn Fn(&str) -> String) -> String {
        let part = |at: usize| key.row.get(at).map(String::as_str).unwrap_or_default();
        match &*key.table {
            "nhiem-vu" => words::of_task(task(part(1))),
            "dien-bien" => words::of_event(part(2), task(part(1))),
            "minh-chung" => words::of_evidence(part(3), part(2), task(part(1))),
            "phan-cong" => {
                let role = meaning::<Role>(part(2), Role::meaning);
                words::of_assignment(task(part(1)), self.agency(part(3)), lowered(&role))
            }
            "dinh-chinh" => words::of_correction(part(1)),
            "van-ban" => match part(1).strip_prefix(REGION) {
                Some(place) => words::of_region(place),
                None => words::of_passage(NodeId::new(part(1)).in_words()),
            },
            "bao-cao" => {
                let (agency, round) = (self.agency(part(2)), lowered(&round(part(3))));
                let to = format!("nghia_vu_bao_cao/{}/gui_den", part(1));
                match self.value("ke-hoach", &[part(0)], &to) {
                    Some(to) => words::of_report(agency, self.agency(to), round),
                    None => words::of_report_of_duty(agency, part(1), round),
                }
            }
            "chi-so" => {
                let kind = meaning::<IndicatorRow>(part(2), IndicatorRow::label);
                let row = [part(0), part(1), part(2), part(3)];
                let name = self.value("chi-so", &row, "ten").unwrap_or(part(1));
                words::of_indicator(cut::to(NAMING, name), kind, part(3))
            }
            "tong-hop" => {
                let scope = match part(0).split_once('/') {
                    _ if part(0) == "toan_trang" => words::whole_site().to_owned(),
                    None => words::of_plan(self.plan(part(0))),
                    Some((plan, group)) => words::group_of(group, words::of_plan(self.plan(plan))),
                };
                words::of_figure(code("tong-hop", "chi_tieu", part(1)), scope)
            }
            "co-quan" => words::of_agency(self.agency(part(0))),
            "bien-dong" => words::of_reorganisation(part(0)),
            "ke-hoach" => words::of_plan(self.plan(part(0))),
            "trang" => match &*key.column {
                "ten" | "nguoi_cong_bo" | "cong_bo_tu" | "mo_ta" => words::the_pages().to_owned(),
                _ => words::the_site().to_owned(),
            },
            tables::PAGES => {
                let title = self.value(tables::PAGES, &[part(0)], "tieu_de");
                words::of_page(title.unwrap_or(part(0)))
            }
            tables::TERMS => words::of_term(key.row.join(" ")),
            tables::DOCUMENTS => {
                let number = self.value(tables::DOCUMENTS, &[part(0)], "so_hieu");
                words::of_document(number.unwrap_or(part(0)))
            }
            tables::GROUPS => words::of_group(self.agency(part(0))),
            tables::PICTURES => words::of_picture(part(0)),
            other => {
                let table = table(other);
                words::of_row(table.map_or(other, |table| table.title), key.row.join(" "))
            }
        }
    }

    /// The parts of a row by their names, as data: no word of the site's own is in it, so that a file which has them
    /// stays the same whatever the site says otherwise.
    pub fn parts(&self, key: &Key) -> Vec<String> {
        let row: Vec<&str> = key.row.iter().map(String::as_str).collect();
        let name = |(at, part): (usize, &&str)| -> String {
            let known = match (&*key.table, at) {
                ("co-quan" | tables::GROUPS, 0) | ("bao-cao", 2) | ("phan-cong", 3) => {
                    self.known_agency(part).map(str::to_owned)
                }
                ("nhiem-vu" | "dien-bien" | "minh-chung" | "phan-cong", 1) => {
                    self.task(row[0], part)
                }
                ("chi-so", 1) => self.value("chi-so", &row, "ten").map(str::to_owned),
                (tables::PAGES, 0) => {
                    self.value(tables::PAGES, &[part], "tieu_de").map(str::to_owned)
                }
                (tables::DOCUMENTS, 0) => {
                    self.value(tables::DOCUMENTS, &[part], "so_hieu").map(str::to_owned)
                }
                ("tong-hop", 0) => {
                    let (plan, group) = part.split_once('/').unwrap_or((part, ""));
                    let name = self.plan(plan);
                    let is_of_group = !group.is_empty();
                    is_of_group.then(|| format!("{name}/{group}")).or(Some(name.to_owned()))
                }
                (_, 0) => self.value("ke-hoach", &[part], "ten_ngan").map(str::to_owned),
                _ => None,
            };
            one_line(&known.unwrap_or_else(|| (*part).to_owned()))
        };
        row.iter().enumerate().map(name).collect()
    }

    /// A value in words: names for ids, words for codes, dates as readers see them.
    pub fn shown(&self, key: &Key, value: &str) -> String {
        if let "true" | "false" = value {
            return if value == "true" { words::yes() } else { words::no() }.to_owned();
        }
        let first = key.column.split('/').next().unwrap_or_default();
        let last = key.column.rsplit('/').next().unwrap_or_default();
        let table_name = &*key.table;
        if table_name == "nhiem-vu" && last == "tinh_trang" {
            return meaning::<StandingKind>(value, StandingKind::label);
        }
        let is_agencies = AGENCY_COLUMNS.contains(&(table_name, &key.column))
            || AGENCY_PARTS.contains(&last)
            || (key.column.contains('/') && AGENCY_PARTS.contains(&second_last(&key.column)));
        if is_agencies || PERHAPS_AGENCIES.contains(&last) {
            let named = |id: &str| self.known_agency(id).map(str::to_owned);
            let all: Vec<Option<String>> = value.split(';').map(named).collect();
            if is_agencies || all.iter().all(Option::is_some) {
                let ids = value.split(';').zip(all);
                let names: Vec<_> =
                    ids.map(|(id, name)| name.unwrap_or_else(|| id.to_owned())).collect();
                return names.join("; ");
            }
        }
        match (table_name, first, last) {
            ("ke-hoach", "loai", _) | (tables::DOCUMENTS, "loai", _) => {
                return meaning::<DocumentKind>(value, DocumentKind::label);
            }
            ("ke-hoach", "quan_he", "loai") => {
                return meaning::<RelationKind>(value, RelationKind::label);
            }
            ("ke-hoach", "quan_he", "den") => {
                let plan = self.value("ke-hoach", &[value], "ten_ngan");
                let document = || self.value(tables::DOCUMENTS, &[value], "so_hieu");
                return plan.or_else(document).unwrap_or(value).to_owned();
            }
            ("ke-hoach", "nghia_vu_bao_cao", _) if second_last(&key.column) == "ky" => {
                return meaning::<Frequency>(value, Frequency::label);
            }
            ("ke-hoach", "bang_nhiem_vu", "y_nghia_thoi_gian") => {
                return meaning::<TimeMeaning>(value, TimeMeaning::label);
            }
            ("ke-hoach", "nguoi_ky", "hinh_thuc") => {
                return meaning::<Capacity>(value, Capacity::label);
            }
            (_, "thong_tin_lien_quan", "loai") => {
                return meaning::<EvidenceKind>(value, EvidenceKind::label);
            }
            (tables::TERMS, "nguon", _) => {
                return match TermOrigin::from_code(value) {
                    Some(TermOrigin::Document) => glossary::by_document().to_owned(),
                    Some(TermOrigin::Editors) => glossary::by_editors().to_owned(),
                    None => value.to_owned(),
                };
            }
            _ => {}
        }
        if first == "doc_la" || first == "thanh_vien" {
            return spanned(value);
        }
        let column = table(table_name)
            .and_then(|table| table.columns.iter().find(|known| known.name == key.column));
        match column.map(|column| column.kind) {
            Some(Kind::Code(_)) => code(table_name, &key.column, value),
            Some(Kind::PartialDate) => dated(value),
            Some(Kind::Date) | None if value.len() == 10 => dated(value),
            Some(Kind::Text) if PERHAPS_AGENCIES.contains(&last) => dated(value),
            _ => value.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::releases::kinds::FactKind;

    #[test]
    fn ids_become_names_where_the_facts_have_them() {
        let key = |table, row: &[&str], column: &'static str| Key::new(table, row, column);
        let mut facts = Facts::new();
        let mut put = |of: Key, value: &str| facts.put(of, FactKind::Written, value);
        put(key("ke-hoach", &["p"], "ten_ngan"), "Bến đò");
        put(key("nhiem-vu", &["p", "1.1"], "ten_ngan"), "Lập sổ");
        put(key("co-quan", &["so-a"], "ten"), "Sở A");
        put(key("ke-hoach", &["p"], "nghia_vu_bao_cao/thang/gui_den"), "so-a");
        let none = Facts::new();
        // What is gone has its name in the release before.
        for names in [Names::of(&facts, &none), Names::of(&none, &facts)] {
            let report = key("bao-cao", &["p", "thang", "so-a", "2026-07"], "tinh_trang");
            assert_eq!(
                names.label(&report),
                "báo cáo của Sở A gửi Sở A, kỳ tháng 7 năm 2026 của kế hoạch “Bến đò”, tình trạng"
            );
            assert_eq!(names.parts(&report), ["Bến đò", "thang", "Sở A", "2026-07"]);
            let lead = key("nhiem-vu", &["p", "1.1"], "chu_tri");
            assert_eq!(
                names.label(&lead),
                "nhiệm vụ 1.1 “Lập sổ” của kế hoạch “Bến đò”, cơ quan chủ trì"
            );
            assert_eq!(names.short_label(&lead), "nhiệm vụ 1.1, cơ quan chủ trì");
            assert_eq!(names.shown(&lead, "so-a;so-la"), "Sở A; so-la");
            let new = key("dien-bien", &["p", "1.1", "d1"], "gia_tri_moi");
            assert_eq!(names.shown(&new, "so-a"), "Sở A");
            assert_eq!(names.shown(&new, "2026-05-20"), "20/05/2026");
        }
    }
}
