//! The data behind the site.
//!
//! In: the files of open data and the catalogue of their columns. Out: [`DataView`], all that `data.html` may read.

use serde::Serialize;

use crate::export::{self, names};
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::downloads::{self, DownloadSection, TableView};
use crate::pages::parts::feeds;
use crate::pages::values::{Link, ProseView, Reference};
use crate::paths::{self};

/// The editors' page whose words this page takes in, if they wrote one.
pub(crate) const PROSE: &str = "du-lieu";

/// What `data.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct DataView {
    /// What every page shares.
    pub frame: Frame,
    /// How many tables there are, and in which formats.
    pub answer: String,
    /// The tables.
    pub tables: Vec<TableView>,
    /// The other files, by subject.
    pub sections: Vec<DownloadSection>,
    /// The data pages of plans.
    pub plans: Vec<Link>,
    /// The licence of the data, with its text where that is known.
    pub licence: Option<Reference>,
    /// How to cite the site, ready to be copied.
    pub citation: String,
    /// The editors' own words.
    pub prose: Option<ProseView>,
}

/// The files of the whole site.
pub(crate) fn view(here: Context<'_>) -> DataView {
    let site = here.site();
    let page = site.prose.get(PROSE);
    let description = "Các tệp tải về được, ý nghĩa từng cột, giấy phép và cách trích dẫn.";
    let mut head = Head::new("Dữ liệu", description)
        .feeds(feeds::of_site(here, names::UPDATES))
        .json_ld(export::dataset(here.progress, None, &here.options.addresses));
    if let Some(page) = page {
        head = head.source(&page.source);
    }
    let plans = site.plans.values().map(|plan| {
        let words = format!("Kế hoạch {}: {}", plan.number, plan.short_name);
        here.link(&paths::plan_data(&plan.id), words)
    });
    DataView {
        frame: here.frame(head),
        answer: downloads::answer(),
        tables: downloads::tables(here, None),
        sections: vec![whole(here), downloads::followed(here, None)],
        plans: plans.collect(),
        licence: downloads::licence(here),
        citation: downloads::citation(here, &site.settings.name, &paths::home()),
        prose: page.and_then(|page| here.prose(None, &page.prose)),
    }
}

fn whole(here: Context<'_>) -> DownloadSection {
    let path = |name: &str| paths::export(None, name);
    DownloadSection {
        name: "Cả trang".to_owned(),
        files: vec![
            downloads::download(
                here,
                &path(names::WORKBOOK),
                "Mọi bảng trong một tệp bảng tính, mỗi bảng một trang tính.",
            ),
            downloads::download(
                here,
                &path(names::PACKAGE),
                "Mô tả máy đọc được của các bảng CSV: Data Package, Table Schema, mã băm SHA-256.",
            ),
            downloads::download(
                here,
                &path(names::CATALOGUE),
                "Danh mục bộ dữ liệu theo DCAT, dạng JSON-LD.",
            ),
        ],
    }
}
