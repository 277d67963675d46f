//! Every fragment that content decides.
//!
//! In: ids and words of the content. Out: fragments that no page bears twice, whatever the content calls its things: an
//! id that the built-in theme gives by itself, or that could be read as another's heading, is written with a hyphen
//! behind it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::model::{
    AgencyId, DutyId, Event, GroupId, Plan, PlanId, ReportPeriod, ReportingDuty, TaskGroup,
    TaskNumber, TaskTable, Term,
};
use crate::text::Collator;
use crate::text::slug::slug;

/// What the built-in theme calls places by itself, in order; a test reads them in its templates.
const TAKEN: [&str; 93] = [
    "a-z",
    "bang-nhiem-vu",
    "bao-cao",
    "bien-dong",
    "ca-muc",
    "cac-ban",
    "cac-bang",
    "cac-diem",
    "cac-ky",
    "cac-trang-ke-hoach",
    "cach-viet",
    "can-cu",
    "chi-so",
    "chi-tiet",
    "chu-tri",
    "chua-co-nhiem-vu",
    "chua-lan-nao",
    "chung-minh",
    "co-the-da-nhan",
    "da-an-dinh",
    "da-dieu-chinh",
    "da-gan",
    "danh-sach",
    "dem",
    "dem-ket-qua",
    "den-han",
    "dien-bien",
    "dinh-chinh",
    "dinh-chinh-trang",
    "dinh-chinh-van-ban",
    "duoc-cho",
    "ghi-chu-bien-tap",
    "giai-thich",
    "giay-phep",
    "giu-lai",
    "gom",
    "hai-truc",
    "het-ky",
    "hoan-thanh",
    "im-lang",
    "ke-hoach",
    "ket-qua",
    "khong-tu-diem",
    "kiem",
    "lien-he",
    "lien-quan",
    "loc",
    "loc-co-quan",
    "loc-minh-chung",
    "loc-nam",
    "loc-nhom",
    "loc-sap-xep",
    "loc-tinh-trang",
    "loc-vai",
    "minh-chung",
    "moi",
    "moi-bao-cao",
    "moi-chi-so",
    "moi-nhiem-vu",
    "nghia-vu",
    "nguon",
    "nhiem-vu-nho",
    "nhom",
    "nhung",
    "noi-dung",
    "o-day",
    "o-mau",
    "phoi-hop",
    "phu-thuoc",
    "q",
    "qua-han",
    "qua-han-som-nhat",
    "tat-ca",
    "ten",
    "thanh-vien",
    "theo-co-quan",
    "theo-nam",
    "theo-nhom",
    "tim",
    "tinh-trang",
    "tom-luoc",
    "trang",
    "trich-dan",
    "trong",
    "truoc",
    "tung-chu-tri",
    "tung-ke-hoach",
    "van-ban",
    "viec-con",
    "viet-gi",
    "xem-them",
    "xem-tiep",
    "xu-ly",
];

/// What templates write behind the fragment of a thing for its heading, or for a part of it.
const BEHIND: [&str; 2] = ["-da-gui", "-ten"];

/// The fragment, unlike all that templates write; two that differ stay so.
fn own(mut fragment: String) -> String {
    let is_taken = TAKEN.binary_search(&fragment.as_str()).is_ok();
    if is_taken || fragment.ends_with('-') || BEHIND.iter().any(|part| fragment.ends_with(part)) {
        fragment.push('-');
    }
    fragment
}

/// Whether a passage of the plan's text is called what the built-in theme calls a place.
pub fn is_taken_by_text(plan: &Plan) -> bool {
    TAKEN.iter().any(|place| plan.text.has_anchor(place))
}

/// The fragment of a plan's part of a list of the whole site.
pub fn plan_fragment(plan: &PlanId) -> String {
    own(plan.to_string())
}

/// The fragment of an indicator on its plan's page of indicators: of the plan, or of the task of this number.
pub fn indicator_fragment(task: Option<&TaskNumber>, indicator: &str) -> String {
    own(match task {
        Some(task) => format!("chi-so-{}--{indicator}", task.slug()),
        None => format!("chi-so--{indicator}"),
    })
}

/// The fragment of a table on the page of the whole site's data.
pub fn described_table_fragment(table: &str) -> &str {
    table
}

/// The fragment of a group of tasks in a plan's list.
pub fn group_fragment(group: &TaskGroup) -> String {
    own(format!("nhom-{}", slug(&group.key)))
}

/// The fragment of a table's tasks of no group in a plan's list.
pub fn ungrouped_fragment(table: &TaskTable) -> String {
    match &table.id {
        Some(code) => own(format!("khong-nhom-{code}")),
        None => "khong-nhom".to_owned(),
    }
}

/// The fragment of the tasks that a plan names an agency for as a lead.
pub fn lead_fragment(agency: &AgencyId) -> String {
    own(format!("co-quan-{agency}"))
}

/// The fragment of the tasks that a plan names a group of agencies for as a lead.
pub fn lead_group_fragment(group: &GroupId) -> String {
    own(format!("nhom-co-quan-{group}"))
}

/// The fragment of the tasks of one year.
pub fn year_fragment(year: i16) -> String {
    format!("nam-{year}")
}

/// The fragment of a part of a section.
pub fn part_of(section: &str, part: &str) -> String {
    format!("{section}--{part}")
}

/// The fragment of a table in its plan's text.
pub fn table_fragment(table: &TaskTable) -> String {
    match &table.id {
        Some(code) => own(format!("bang-{code}")),
        None => "bang-nhiem-vu".to_owned(),
    }
}

/// The fragment of a task's row in the plan's text. A passage of an appendix may bear a number as tasks do: the row
/// gives way, since passages are what others link to.
pub fn row_fragment(plan: &Plan, number: &TaskNumber) -> String {
    let slug = number.slug();
    let fragment = format!("pl-{slug}");
    if plan.text.has_anchor(&fragment) { format!("hang-{slug}") } else { fragment }
}

/// The fragment of a period on the page of a plan's changes, by its last day.
pub fn period_fragment(end: Date) -> String {
    format!("ky-{end}")
}

/// The fragment of a turn on the page of a task that comes again, by its key.
pub fn turn_fragment(key: &str) -> String {
    format!("ky-{}", key.to_lowercase())
}

/// The fragment of a correction on the page of all corrections; ids are unique in a plan.
pub fn correction_fragment(plan: &PlanId, correction: &str) -> String {
    own(format!("{plan}-{correction}"))
}

/// The fragment of the reports under a duty, and of one agency's among them, in a list of reports.
pub fn duty_fragment(duty: &DutyId, agency: Option<&AgencyId>) -> String {
    own(match agency {
        Some(agency) => format!("{duty}--{agency}"),
        None => duty.to_string(),
    })
}

/// The fragment of an agency's reports under a duty for a year, in a list of reports.
pub fn duty_year_fragment(duty: &DutyId, agency: &AgencyId, year: i16) -> String {
    format!("{duty}--{agency}--{year}")
}

/// The fragment of the reports under a duty for a period, on its year's page.
pub fn part_fragment(duty: &ReportingDuty, period: &ReportPeriod) -> String {
    match duty.rounds.len() {
        1 => format!("{}--{}", duty.id, period.part),
        _ => format!("{}--{}-{}", duty.id, slug(period.frequency.code()), period.part),
    }
}

/// The fragment of those received among them.
pub fn received_fragment(duty: &ReportingDuty, period: &ReportPeriod) -> String {
    format!("{}-da-gui", part_fragment(duty, period))
}

/// The fragment of an event on its task's page.
pub fn event_fragment(event: &Event) -> String {
    own(format!("dien-bien-{}", slug(&event.id)))
}

/// The terms in Vietnamese order, each with its fragment on the page of terms.
pub fn terms(terms: &[Term]) -> Vec<(String, &Term)> {
    let collator = Collator::vietnamese();
    let mut terms: Vec<&Term> = terms.iter().collect();
    terms.sort_by_cached_key(|term| collator.sort_key(&term.word));
    let mut fragments = Fragments::default();
    terms.into_iter().map(|term| (fragments.of(&term.word), term)).collect()
}

/// Fragments of a page, no two alike: two words may share a slug.
#[derive(Default)]
struct Fragments {
    taken: BTreeSet<String>,
    times: BTreeMap<String, usize>,
}

impl Fragments {
    fn of(&mut self, word: &str) -> String {
        let slug = own(slug(word));
        let times = self.times.entry(slug.clone()).or_default();
        loop {
            *times += 1;
            let fragment = if *times == 1 { slug.clone() } else { format!("{slug}-{times}") };
            if self.taken.insert(fragment.clone()) {
                return fragment;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use walkdir::WalkDir;

    use super::*;

    #[test]
    fn words_that_read_alike_have_fragments_of_their_own() {
        let mut fragments = Fragments::default();
        let found = ["DN", "DN-2", "ĐN", "ĐN"].map(|word| fragments.of(word));
        assert_eq!(found, ["dn", "dn-2", "dn-3", "dn-4"]);
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test reads the theme that is compiled in")]
    fn places_of_templates_are_known() {
        let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/mac-dinh/templates");
        let mut found = BTreeSet::new();
        let mut behind = BTreeSet::new();
        let files = WalkDir::new(templates).into_iter().map(|file| file.unwrap().into_path());
        for file in files.filter(|file| file.is_file()) {
            let text = fs::read_to_string(file).unwrap();
            for written in text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                match written.split_once("}}") {
                    None => found.insert(written.to_owned()),
                    Some((_, rest)) => behind.insert(rest.to_owned()),
                };
            }
        }
        behind.remove("");
        assert_eq!(behind.iter().map(String::as_str).collect::<Vec<_>>(), BEHIND);
        let is_heading = |id: &str| BEHIND.iter().any(|part| id.ends_with(part));
        found.retain(|id| !is_heading(id));
        assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), TAKEN);
    }

    #[test]
    fn ids_of_content_are_no_places_of_templates() {
        let plan = |id: &str| plan_fragment(&PlanId::new(id));
        assert_eq!(plan("111-kh-ubnd-2015"), "111-kh-ubnd-2015");
        let written = ["noi-dung", "noi-dung-", "a", "a-ten", "a-ten-", "a-da-gui"];
        assert_eq!(
            written.map(plan),
            ["noi-dung-", "noi-dung--", "a", "a-ten-", "a-ten--", "a-da-gui-"]
        );
        assert_eq!(Fragments::default().of("Nội dung"), "noi-dung-");
    }
}
