//! The list of all pages, for people.
//!
//! In: all pages. Out: [`SiteMapView`], all that `site-map.html` may read.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{PlanId, TaskNumber};
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::cut;
use crate::pages::values::Link;
use crate::pages::{Page, PageKind};
use crate::text::numbers;
use crate::text::{dates, in_order};

/// What `site-map.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct SiteMapView {
    /// What every page shares.
    pub frame: Frame,
    /// The pages by subject.
    pub sections: Vec<SiteMapSection>,
}

/// Pages of one subject.
#[derive(Clone, Debug, Serialize)]
pub struct SiteMapSection {
    /// The subject.
    pub name: String,
    /// The pages, in order.
    pub links: Vec<Link>,
}

/// The map of all pages.
pub(crate) fn view(here: Context<'_>, pages: &[Page]) -> SiteMapView {
    let mut sections = Sections::default();
    for page in pages {
        sections.add(here, page);
    }
    let description = format!("Tất cả {} trang, theo chủ đề.", numbers::count(sections.total()));
    SiteMapView {
        frame: here.frame(Head::new("Sơ đồ trang", description)),
        sections: sections.in_order(here),
    }
}

/// The place of a page within its plan: its rank, then its task or year.
type Place<'a> = (u8, Option<&'a TaskNumber>, i16);

#[derive(Default)]
struct Sections<'a> {
    main: Vec<(u8, Link)>,
    plans: BTreeMap<&'a PlanId, Vec<(Place<'a>, Link)>>,
    agencies: Vec<Link>,
    groups: Vec<Link>,
}

impl<'a> Sections<'a> {
    fn add(&mut self, here: Context<'a>, page: &'a Page) {
        let site = here.site();
        let link = |text: &str| here.link(&page.path, text);
        let mut main = |rank: u8, text: &str| self.main.push((rank, link(text)));
        let mut of_plan = |plan: &'a PlanId, place: Place<'a>, text: &str| {
            self.plans.entry(plan).or_default().push((place, link(text)));
        };
        match &page.kind {
            PageKind::Home => main(0, "Tổng quan"),
            PageKind::Plans => main(1, "Danh sách kế hoạch"),
            PageKind::Agencies => main(2, "Danh sách cơ quan"),
            PageKind::Selection(list) => main(3, list.title()),
            PageKind::Search => main(3, "Tìm kiếm"),
            PageKind::Updates => main(4, "Cập nhật"),
            PageKind::Corrections => main(5, "Đính chính"),
            PageKind::Data => main(6, "Dữ liệu"),
            PageKind::Method => main(7, "Cách tính tình trạng"),
            PageKind::Glossary => main(8, "Thuật ngữ, chữ viết tắt"),
            PageKind::Petition => main(9, "Góp ý, báo sai sót"),
            PageKind::Prose(name) => main(10, &site.prose[name].title),
            PageKind::Plan(id) => of_plan(id, (0, None, 0), "Tổng quan"),
            PageKind::Text(id) => of_plan(id, (1, None, 0), "Toàn văn"),
            PageKind::Attributes(id) => of_plan(id, (2, None, 0), "Thuộc tính"),
            PageKind::Relations(id) => of_plan(id, (3, None, 0), "Lược đồ"),
            PageKind::PlanHistory(id) => of_plan(id, (4, None, 0), "Thay đổi"),
            PageKind::Coverage(id) => of_plan(id, (5, None, 0), "Đối chiếu văn bản và nhiệm vụ"),
            PageKind::Reports(id) => of_plan(id, (6, None, 0), "Báo cáo"),
            PageKind::PlanData(id) => of_plan(id, (10, None, 0), "Dữ liệu"),
            PageKind::ReportYear(id, year) => {
                of_plan(id, (7, None, *year), &format!("Báo cáo năm {year}"));
            }
            PageKind::Timeline(id) => of_plan(id, (4, None, 1), "Mốc thời gian"),
            PageKind::Changes(id) => of_plan(id, (4, None, 2), "Thay đổi từng kỳ"),
            PageKind::Past(id, date) => {
                let text = format!("Tình trạng vào {}", dates::long(*date));
                of_plan(id, (5, None, date.year()), &text);
            }
            PageKind::ReportList(id, list) => of_plan(id, (7, None, 0), list.title()),
            PageKind::Slice(id, slice) => {
                of_plan(id, (8, None, 1), &slice.title(here, site.plan(id)));
            }
            PageKind::Tasks(id) => of_plan(id, (8, None, 0), "Danh sách nhiệm vụ"),
            PageKind::Task(id, number) => {
                let words = cut::shortened(here.progress.plan(id).task(number).words());
                of_plan(id, (9, Some(number), 0), &format!("Nhiệm vụ {number}: {words}"));
            }
            PageKind::Agency(id) => {
                self.agencies.push(link(&site.agency(id).name_on(here.as_of()).full));
            }
            PageKind::Group(id) => self.groups.push(link(&site.group(id).name)),
            PageKind::Letter(_)
            | PageKind::Embed(_)
            | PageKind::SiteMap
            | PageKind::NotFound
            | PageKind::Sitemap
            | PageKind::Robots => {}
        }
    }

    fn total(&self) -> usize {
        let of_plans: usize = self.plans.values().map(Vec::len).sum();
        self.main.len() + of_plans + self.agencies.len() + self.groups.len()
    }

    fn in_order(mut self, here: Context<'_>) -> Vec<SiteMapSection> {
        self.main.sort_by_key(|(rank, _)| *rank);
        let section =
            |name: &str, links: Vec<Link>| SiteMapSection { name: name.to_owned(), links };
        let mut sections =
            vec![section("Trang chung", self.main.into_iter().map(|(_, link)| link).collect())];
        for (id, mut links) in self.plans {
            links.sort_by_key(|(place, _)| *place);
            let name = format!("Kế hoạch {}", here.site().plan(id).number);
            sections.push(section(&name, links.into_iter().map(|(_, link)| link).collect()));
        }
        sections.push(section("Cơ quan", in_order(self.agencies, |link| &link.text)));
        sections.push(section("Nhóm cơ quan", in_order(self.groups, |link| &link.text)));
        sections.retain(|section| !section.links.is_empty());
        sections
    }
}
