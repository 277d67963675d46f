//! Every address of the site.
//!
//! Each page is a file: a list is `…/index.html`, a thing is `…/6-6.html`, and links name the
//! file, so that the site works from any folder, under any base path and from a disk.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::civil::Date;

use crate::model::{AgencyId, Event, GroupId, PlanId, TaskNumber, Term};
use crate::text::Collator;
use crate::text::slug::slug;

/// The path of a page or file below the site's root, with `/` between names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PagePath(String);

impl PagePath {
    /// The path that `path` spells.
    pub fn new(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How a page at this path names `target`: a relative address.
    pub fn to(&self, target: &PagePath) -> String {
        let here: Vec<&str> = self.0.split('/').collect();
        let there: Vec<&str> = target.0.split('/').collect();
        let folders = here.len() - 1;
        let shared = here[..folders]
            .iter()
            .zip(&there[..there.len() - 1])
            .take_while(|(a, b)| a == b)
            .count();
        let mut address = "../".repeat(folders - shared);
        address.push_str(&there[shared..].join("/"));
        address
    }

    /// The way from this page to the site's root: empty or `../` some times.
    pub fn to_root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }

    /// The path as an address below the site's own: a list is named by its folder.
    pub fn public(&self) -> &str {
        self.0
            .strip_suffix("index.html")
            .filter(|path| path.is_empty() || path.ends_with('/'))
            .unwrap_or(&self.0)
    }
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

/// A page that the site has once, by name: `cap-nhat`.
pub fn single(name: &str) -> PagePath {
    PagePath(format!("{name}.html"))
}

/// The list of plans.
pub fn plans() -> PagePath {
    PagePath::new("ke-hoach/index.html")
}

/// A plan's dashboard.
pub fn plan(plan: &PlanId) -> PagePath {
    PagePath(format!("ke-hoach/{plan}/index.html"))
}

/// A page that each plan has once, by name: `toan-van`.
pub fn of_plan(plan: &PlanId, name: &str) -> PagePath {
    PagePath(format!("ke-hoach/{plan}/{name}.html"))
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

/// A ready list of a plan's tasks, such as those of one group.
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

/// A file of the search index.
pub fn search_file(name: &str) -> PagePath {
    PagePath(format!("tim-kiem/{name}.js"))
}

/// The fragment of an event on its task's page.
pub fn event_fragment(event: &Event) -> String {
    format!("dien-bien-{}", slug(&event.id))
}

/// The terms in Vietnamese order, each with its fragment on the page of terms.
pub fn terms(terms: &[Term]) -> Vec<(String, &Term)> {
    let collator = Collator::vietnamese();
    let mut terms: Vec<&Term> = terms.iter().collect();
    terms.sort_by_cached_key(|term| collator.sort_key(&term.word));
    let mut fragments = Fragments::default();
    terms.into_iter().map(|term| (fragments.of(&term.word), term)).collect()
}

/// The data page.
pub fn data() -> PagePath {
    PagePath::new("du-lieu/index.html")
}

/// Fragments of a page, no two alike: two words may share a slug.
#[derive(Default)]
struct Fragments {
    taken: BTreeSet<String>,
    times: BTreeMap<String, usize>,
}

impl Fragments {
    fn of(&mut self, word: &str) -> String {
        let slug = slug(word);
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

/// A feed, by name and ending: of a plan, or of the whole site.
pub fn feed(plan: Option<&PlanId>, name: &str, ending: &str) -> PagePath {
    match plan {
        Some(plan) => PagePath(format!("ke-hoach/{plan}/du-lieu/{name}.{ending}")),
        None => PagePath(format!("{name}.{ending}")),
    }
}

/// An agency's feed or calendar, by ending.
pub fn agency_feed(agency: &AgencyId, ending: &str) -> PagePath {
    PagePath(format!("co-quan/{agency}.{ending}"))
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
    fn words_that_read_alike_have_fragments_of_their_own() {
        let mut fragments = Fragments::default();
        let found = ["DN", "DN-2", "ĐN", "ĐN"].map(|word| fragments.of(word));
        assert_eq!(found, ["dn", "dn-2", "dn-3", "dn-4"]);
    }
}
