//! Every address of the site.
//!
//! Each page is a file: a list is `…/index.html`, a thing is `…/6-6.html`, and links name the
//! file, so that the site works from any folder, under any base path and from a disk.

mod fragments;

use std::borrow::Cow;
use std::fmt;

use jiff::civil::Date;
use percent_encoding::{AsciiSet, CONTROLS, PercentEncode, utf8_percent_encode};
use serde::{Deserialize, Serialize};

use crate::model::{AgencyId, GroupId, PlanId, Server, TaskNumber};

pub use fragments::*;

/// The path of a page or file below the site's root, with `/` between names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PagePath(String);

impl PagePath {
    /// The path that `path` spells.
    pub fn new(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// The plan whose page it is, if there is a plan of that name.
    pub fn plan(&self) -> Option<&str> {
        let (plan, _) = self.0.strip_prefix("ke-hoach/")?.split_once('/')?;
        Some(plan)
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How a page at this path names `target`: a relative address.
    pub fn to(&self, target: &PagePath) -> String {
        let (here, there) = (&*self.0, &*target.0);
        let same = here.bytes().zip(there.bytes()).take_while(|(one, other)| one == other).count();
        // The folders that both lie in, which the way need not go back over.
        let shared =
            here.as_bytes()[..same].iter().rposition(|c| *c == b'/').map_or(0, |at| at + 1);
        let mut address = "../".repeat(here[shared..].matches('/').count());
        address.extend(encoded_parts(&there[shared..]));
        address
    }

    /// The way from this page to the site's root: empty or `../` some times.
    pub fn to_root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }

    /// The path as an address below the site's own.
    pub fn address(&self) -> Cow<'_, str> {
        encoded(&self.0)
    }

    /// The same, a list named by its folder.
    pub fn public(&self) -> Cow<'_, str> {
        let folder = self.0.strip_suffix("index.html");
        let folder = folder.filter(|path| path.is_empty() || path.ends_with('/'));
        encoded(folder.unwrap_or(&self.0))
    }
}

/// A path as an address writes it: what has a meaning of its own there, and what is no ASCII, is percent-encoded
/// (RFC 3986, section 3.3).
fn encoded(path: &str) -> Cow<'_, str> {
    encoded_parts(path).into()
}

/// The same, piece by piece.
fn encoded_parts(path: &str) -> PercentEncode<'_> {
    const MEANT: &AsciiSet = &CONTROLS
        .add(b' ')
        .add(b'"')
        .add(b'#')
        .add(b'%')
        .add(b'<')
        .add(b'>')
        .add(b'?')
        .add(b'[')
        .add(b'\\')
        .add(b']')
        .add(b'^')
        .add(b'`')
        .add(b'{')
        .add(b'|')
        .add(b'}');
    utf8_percent_encode(path, MEANT)
}

impl fmt::Display for PagePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The first page.
pub fn home() -> PagePath {
    PagePath::new("index.html")
}

/// Where a web server's file of settings stands.
pub fn settings_of(server: Server) -> PagePath {
    PagePath::new(match server {
        Server::Headers => "_headers",
        Server::Nginx => "nginx.conf",
        Server::Iis => "web.config",
    })
}

/// The names of the editors' pages that this program speaks of, as addresses and as files of `trang/`.
pub mod prose_names {
    /// Who publishes the site and why.
    pub const ABOUT: &str = "gioi-thieu";
    /// How those with disabilities can use it.
    pub const ACCESSIBILITY: &str = "kha-nang-tiep-can";
    /// How standings are derived; taken in by the page of that name.
    pub const METHOD: &str = "phuong-phap";
    /// How to ask and report errors; taken in by the page of that name.
    pub const PETITION: &str = "gui-kien-nghi";
    /// What can be downloaded; taken in by the data page.
    pub const DATA: &str = "du-lieu";
    /// Those that have no page of their own.
    pub const TAKEN_IN: [&str; 3] = [METHOD, PETITION, DATA];
}

/// A page of the editors' own words, by its name.
pub fn prose(name: &str) -> PagePath {
    single(name)
}

/// Pages that the site has once: the function of each, and its name.
macro_rules! singles {
    ($($(#[$doc:meta])* $page:ident = $name:literal;)+) => {
        $($(#[$doc])* pub fn $page() -> PagePath {
            single($name)
        })+

        /// The names of such pages.
        const SINGLES: &[&str] = &[$($name),+];
    };
}

singles! {
    /// What was published lately.
    updates = "cap-nhat";
    /// All corrections.
    corrections = "dinh-chinh";
    /// The documents that tasks cite.
    documents = "tai-lieu";
    /// The glossary.
    glossary = "thuat-ngu";
    /// The map of the site.
    site_map = "so-do-trang";
    /// The search page.
    search = "tim-kiem";
    /// What a wrong address shows.
    not_found = "404";
    /// The list of tasks that are overdue.
    overdue = "qua-han";
    /// The list of tasks that are due soon.
    due_soon = "sap-den-han";
    /// The list of tasks of which nothing is known.
    no_information = "chua-co-thong-tin";
    /// The list of tasks that are done.
    done = "hoan-thanh";
}

/// Whether the program itself makes the page that an editor's page of this name would be.
pub fn is_made(name: &str) -> bool {
    name == "index" || SINGLES.contains(&name)
}

/// How to ask and report errors.
pub fn petition() -> PagePath {
    single(prose_names::PETITION)
}

/// How standings are derived.
pub fn method() -> PagePath {
    single(prose_names::METHOD)
}

/// The folder of the release ledger.
pub const LEDGER: &str = "phat-hanh";

/// The release ledger.
pub fn releases() -> PagePath {
    release_file("index.html")
}

/// What changed with a release.
pub fn release_changes(number: u64) -> PagePath {
    release_file(&format!("{number}/thay-doi.html"))
}

/// A file of the release ledger.
pub fn release_file(name: &str) -> PagePath {
    PagePath::new(format!("{LEDGER}/{name}"))
}

/// The addresses of all pages, for search engines.
pub fn sitemap() -> PagePath {
    PagePath::new("sitemap.xml")
}

/// A part of them, from 1.
pub fn sitemap_part(part: usize) -> PagePath {
    PagePath(format!("sitemap-{part}.xml"))
}

/// What robots may fetch.
pub fn robots() -> PagePath {
    PagePath::new("robots.txt")
}

/// The list of plans.
pub fn plans() -> PagePath {
    PagePath::new("ke-hoach/index.html")
}

/// The map of a plan's pages, where the site is large.
pub fn plan_map(plan: &PlanId) -> PagePath {
    of_plan(plan, "so-do-trang")
}

/// A plan's dashboard.
pub fn plan(plan: &PlanId) -> PagePath {
    PagePath(format!("ke-hoach/{plan}/index.html"))
}

/// What the paths of a plan's pages begin with.
pub fn folder_of_plan(plan: &PlanId) -> PagePath {
    PagePath(format!("ke-hoach/{plan}/"))
}

/// Whether the page is one of the plan's.
pub fn is_of_plan(path: &PagePath, plan: &PlanId) -> bool {
    path.plan() == Some(plan.as_str())
}

/// A plan's text.
pub fn text(plan: &PlanId) -> PagePath {
    of_plan(plan, "toan-van")
}

/// A plan's attributes.
pub fn attributes(plan: &PlanId) -> PagePath {
    of_plan(plan, "thuoc-tinh")
}

/// A plan's relations.
pub fn relations(plan: &PlanId) -> PagePath {
    of_plan(plan, "luoc-do")
}

/// Every change of a plan.
pub fn history(plan: &PlanId) -> PagePath {
    of_plan(plan, "lich-su")
}

/// What was published in a period, by its name.
pub fn updates_of(period: &str) -> PagePath {
    PagePath(format!("cap-nhat/{period}.html"))
}

/// A plan's changes in a period, by its name.
pub fn history_of(plan: &PlanId, period: &str) -> PagePath {
    PagePath(format!("ke-hoach/{plan}/lich-su/{period}.html"))
}

/// What changed in a plan from period to period.
pub fn changes(plan: &PlanId) -> PagePath {
    of_plan(plan, "thay-doi")
}

/// What changed in a plan in one period, where that is too much for one page: by its last day, or the one that lasts.
pub fn changes_of(plan: &PlanId, end: Option<Date>) -> PagePath {
    match end {
        Some(end) => PagePath(format!("ke-hoach/{plan}/thay-doi/{end}.html")),
        None => PagePath(format!("ke-hoach/{plan}/thay-doi/hien-nay.html")),
    }
}

/// A plan's tasks over the years.
pub fn timeline(plan: &PlanId) -> PagePath {
    of_plan(plan, "moc-thoi-gian")
}

/// Points without task, tasks without point.
pub fn coverage(plan: &PlanId) -> PagePath {
    of_plan(plan, "doi-chieu")
}

/// A plan in numbers.
pub fn numbers(plan: &PlanId) -> PagePath {
    of_plan(plan, "con-so")
}

/// News and notes about a plan.
pub fn related(plan: &PlanId) -> PagePath {
    of_plan(plan, "lien-quan")
}

/// The fragments of what stood on a plan's page before it had pages of its own; the plan's page leads on from them.
pub mod plan_parts {
    /// Done or not, in time or late.
    pub const CELLS: &str = "hai-truc";
    /// By group.
    pub const GROUPS: &str = "theo-nhom";
    /// By agency.
    pub const AGENCIES: &str = "theo-co-quan";
    /// By year.
    pub const YEARS: &str = "theo-nam";
    /// The rates.
    pub const MEASURES: &str = "chi-so";
    /// The plan's own indicators.
    pub const INDICATORS: &str = "muc-tieu";
    /// What sets no standing.
    pub const RELATED: &str = "lien-quan";
    /// Editorial notes.
    pub const NOTES: &str = "ghi-chu-bien-tap";
}

/// What a plan and its tasks want to reach.
pub fn indicators(plan: &PlanId) -> PagePath {
    of_plan(plan, "chi-so")
}

/// A plan's answer for a frame of another page.
pub fn embed(plan: &PlanId) -> PagePath {
    of_plan(plan, "nhung")
}

/// The name of the text that a plan was transcribed from.
pub const SOURCE_COPY: &str = "nguon.txt";

/// The text that a plan was transcribed from.
pub fn source_copy(plan: &PlanId) -> PagePath {
    file_of_plan(plan, SOURCE_COPY)
}

/// A file of a plan that is published as it is.
pub fn file_of_plan(plan: &PlanId, name: &str) -> PagePath {
    PagePath(format!("ke-hoach/{plan}/{name}"))
}

/// A picture of a plan's prose, or of the site's own pages, by its path from there.
pub fn picture(plan: Option<&PlanId>, name: &str) -> PagePath {
    match plan {
        Some(plan) => file_of_plan(plan, name),
        None => PagePath(name.to_owned()),
    }
}

/// A plan's list of tasks.
pub fn tasks(plan: &PlanId) -> PagePath {
    PagePath(format!("ke-hoach/{plan}/nhiem-vu/index.html"))
}

/// A task.
pub fn task(plan: &PlanId, number: &TaskNumber) -> PagePath {
    PagePath(format!("ke-hoach/{plan}/nhiem-vu/{}.html", number.slug()))
}

/// A ready list of tasks of all plans.
pub fn list(name: &str) -> PagePath {
    PagePath(format!("danh-sach/{name}.html"))
}

/// A page of a list that begins at `first`; the number of the first is 1.
pub fn page(first: &PagePath, number: usize) -> PagePath {
    if number == 1 {
        return first.clone();
    }
    let path = first.as_str();
    let folder = match path.strip_suffix("index.html") {
        Some(above) => format!("{above}trang"),
        None => path.strip_suffix(".html").unwrap_or(path).to_owned(),
    };
    PagePath(format!("{folder}/{number}.html"))
}

/// Whether a person may have kept the address of a page: not of a further page of a list, a list that is made where it has
/// something, or a letter of the search.
pub fn is_lasting(path: &str) -> bool {
    let Some(stem) = path.strip_suffix(".html") else { return false };
    let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    // Four digits are a year.
    let is_number = name.len() < 4 && name.chars().all(|c| c.is_ascii_digit());
    let is_number = is_number && !folder.ends_with("nhiem-vu");
    let parts: Vec<&str> = folder.split('/').collect();
    let is_made = ["danh-sach", "tim-kiem", "tai-nguyen", LEDGER];
    path != "404.html" && !is_number && !parts.iter().any(|part| is_made.contains(part))
}

/// A list of a plan's tasks, by name.
pub fn list_of_plan(plan: &PlanId, name: &str) -> PagePath {
    PagePath(format!("ke-hoach/{plan}/danh-sach/{name}.html"))
}

/// A plan on the last day of a reporting period.
pub fn past(plan: &PlanId, date: Date) -> PagePath {
    PagePath(format!("ke-hoach/{plan}/tien-do/{date}.html"))
}

/// The list of a plan's reports received.
pub fn reports_received(plan: &PlanId) -> PagePath {
    PagePath(format!("ke-hoach/{plan}/bao-cao/da-gui.html"))
}

/// The list of a plan's reports received or due.
pub fn reports_due(plan: &PlanId) -> PagePath {
    PagePath(format!("ke-hoach/{plan}/bao-cao/phai-gui.html"))
}

/// A plan's reports.
pub fn reports(plan: &PlanId) -> PagePath {
    PagePath(format!("ke-hoach/{plan}/bao-cao/index.html"))
}

/// A plan's reports of one year.
pub fn report_year(plan: &PlanId, year: i16) -> PagePath {
    PagePath(format!("ke-hoach/{plan}/bao-cao/{year}.html"))
}

/// The list of agencies.
pub fn agencies() -> PagePath {
    PagePath::new("co-quan/index.html")
}

/// An agency.
pub fn agency(agency: &AgencyId) -> PagePath {
    PagePath(format!("co-quan/{agency}.html"))
}

/// A group of agencies.
pub fn group(group: &GroupId) -> PagePath {
    PagePath(format!("nhom-co-quan/{group}.html"))
}

/// A page of entries from A to Z, where the search page has too many to hold them.
pub fn letter(name: &str) -> PagePath {
    PagePath(format!("tim-kiem/{name}.html"))
}

/// A part of the entries under a letter.
pub fn letter_part(letter: &str, part: usize) -> PagePath {
    PagePath(format!("tim-kiem/{letter}-{part}.html"))
}

/// A page that leads to parts of the entries under a letter.
pub fn letter_leads(letter: &str, part: usize) -> PagePath {
    PagePath(format!("tim-kiem/{letter}-cac-phan-{part}.html"))
}

/// The name of the file of the search index that a script loads first.
pub const SEARCH_INDEX: &str = "chi-muc";

/// A file of the search index.
pub fn search_file(name: &str) -> PagePath {
    PagePath(format!("tim-kiem/{name}.js"))
}

/// The data page.
pub fn data() -> PagePath {
    PagePath::new("du-lieu/index.html")
}

/// A plan's data page.
pub fn plan_data(plan: &PlanId) -> PagePath {
    PagePath(format!("ke-hoach/{plan}/du-lieu/index.html"))
}

/// A file of open data, by name: of a plan, or of the whole site.
pub fn export(plan: Option<&PlanId>, name: &str) -> PagePath {
    match plan {
        Some(plan) => PagePath(format!("ke-hoach/{plan}/du-lieu/{name}")),
        None => PagePath(format!("du-lieu/{name}")),
    }
}

/// What the name of a compressed file ends in.
pub const PACKED: &str = "gz";

/// A file, compressed.
pub fn packed(file: &PagePath) -> PagePath {
    PagePath(format!("{file}.{PACKED}"))
}

/// A feed, by name and ending: of a plan, or of the whole site.
pub fn feed(plan: Option<&PlanId>, name: &str, ending: &str) -> PagePath {
    match plan {
        Some(plan) => PagePath(format!("ke-hoach/{plan}/du-lieu/{name}.{ending}")),
        None => PagePath(format!("{name}.{ending}")),
    }
}

/// A task's feed or calendar, by ending.
pub fn task_feed(plan: &PlanId, number: &TaskNumber, ending: &str) -> PagePath {
    PagePath(format!("ke-hoach/{plan}/nhiem-vu/{}.{ending}", number.slug()))
}

/// An agency's feed or calendar, by ending.
pub fn agency_feed(agency: &AgencyId, ending: &str) -> PagePath {
    PagePath(format!("co-quan/{agency}.{ending}"))
}

/// A page that the site has once, by name: `cap-nhat`.
fn single(name: &str) -> PagePath {
    PagePath(format!("{name}.html"))
}

/// A page that each plan has once, by name: `toan-van`.
fn of_plan(plan: &PlanId, name: &str) -> PagePath {
    PagePath(format!("ke-hoach/{plan}/{name}.html"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_relative_to_its_page() {
        let cases = [
            ("index.html", "co-quan/so-a.html", "co-quan/so-a.html"),
            ("co-quan/so-a.html", "co-quan/so-b.html", "so-b.html"),
            ("co-quan/so-a.html", "index.html", "../index.html"),
            ("ke-hoach/k/nhiem-vu/1-1.html", "ke-hoach/k/toan-van.html", "../toan-van.html"),
            ("ke-hoach/k/nhiem-vu/1-1.html", "co-quan/so-a.html", "../../../co-quan/so-a.html"),
        ];
        for (from, to, expected) in cases {
            assert_eq!(PagePath::new(from).to(&PagePath::new(to)), expected, "{from} → {to}");
        }
    }

    #[test]
    fn a_list_is_known_by_its_folder() {
        assert_eq!(plans().public(), "ke-hoach/");
        assert_eq!(home().public(), "");
        assert_eq!(single("cap-nhat").public(), "cap-nhat.html");
    }

    #[test]
    fn pages_of_a_list_have_a_folder_of_their_own() {
        let plan = PlanId::new("k");
        let cases = [
            (overdue(), "qua-han/2.html"),
            (tasks(&plan), "ke-hoach/k/nhiem-vu/trang/2.html"),
            (list_of_plan(&plan, "nam"), "ke-hoach/k/danh-sach/nam/2.html"),
        ];
        for (first, second) in cases {
            assert_eq!(page(&first, 1), first);
            assert_eq!(page(&first, 2).as_str(), second);
        }
    }

    #[test]
    fn signs_of_addresses_are_encoded() {
        let id = PlanId::new("a");
        let file = file_of_plan(&id, "tep/Biên bản #3, 100%.pdf");
        let encoded = "tep/Bi%C3%AAn%20b%E1%BA%A3n%20%233,%20100%25.pdf";
        assert_eq!(plan(&id).to(&file), encoded);
        assert_eq!(file.address(), format!("ke-hoach/a/{encoded}"));
        assert_eq!(file.public(), file.address());
    }
}
