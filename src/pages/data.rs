//! The data behind the site.
//!
//! In: the files that the site offers. Out: [`DataView`], all that `data.html` may read.

use serde::Serialize;

use crate::model::{Plan, SourceCopy};
use crate::pages::common::ProseView;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::history::FileLink;
use crate::pages::parts;
use crate::paths;
use crate::text::dates;

/// The editors' page whose words this page takes in, if they wrote one.
pub(super) const PROSE: &str = "du-lieu";

/// What `data.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct DataView {
    /// What every page shares.
    pub frame: Frame,
    /// The files, by subject.
    pub sections: Vec<DownloadSection>,
    /// How to cite the site, ready to be copied.
    pub citation: String,
    /// The editors' own words.
    pub prose: Option<ProseView>,
}

/// Files of one subject.
#[derive(Clone, Debug, Serialize)]
pub struct DownloadSection {
    /// The subject, such as a plan.
    pub name: String,
    /// The files.
    pub files: Vec<Download>,
}

/// A file to download.
#[derive(Clone, Debug, Serialize)]
pub struct Download {
    /// The file.
    pub file: FileLink,
    /// What it holds.
    pub description: String,
}

/// The files that the site offers today.
pub(super) fn view(here: Context<'_>) -> DataView {
    let site = here.site();
    let page = site.prose.get(PROSE);
    let mut head = Head::new("Dữ liệu", "Các tệp tải về được, giấy phép và cách trích dẫn.");
    if let Some(page) = page {
        head = head.source(&page.source);
    }
    let copies =
        site.plans.values().filter_map(|plan| Some((plan, plan.source_text.copy.as_ref()?)));
    DataView {
        frame: here.frame(head),
        sections: copies.map(|(plan, copy)| section(here, plan, copy)).collect(),
        citation: citation(here),
        prose: page.and_then(|page| here.prose(None, &page.prose)),
    }
}

fn section(here: Context<'_>, plan: &Plan, copy: &SourceCopy) -> DownloadSection {
    let address = plan.source_text.url.as_ref().map(|url| format!(" từ {url}")).unwrap_or_default();
    let day =
        plan.source_text.copied.map(|date| format!(" {}", dates::long(date))).unwrap_or_default();
    let file = FileLink {
        href: here.href(&paths::file_of_plan(&plan.id, "nguon.txt")),
        text: "nguon.txt".to_owned(),
        size: size(copy.text.len()),
        sha256: Some(copy.sha256.clone()).filter(|sum| !sum.is_empty()),
    };
    let description = format!(
        "Bản chữ của văn bản, chép{address}{day}. Toàn văn và bảng nhiệm vụ trên trang được so với tệp này từng chữ."
    );
    DownloadSection {
        name: format!("Kế hoạch {}: {}", plan.number, plan.short_name),
        files: vec![Download { file, description }],
    }
}

/// "Tệp chữ, 45 kB"; a file of less than half a thousand bytes is told by its bytes.
fn size(bytes: usize) -> String {
    match (bytes + 500) / 1000 {
        0 => format!("tệp chữ, {} byte", parts::number(bytes)),
        thousands => format!("tệp chữ, {} kB", parts::number(thousands)),
    }
}

fn citation(here: Context<'_>) -> String {
    let address =
        here.address_of(&paths::home()).map(|address| format!(", {address}")).unwrap_or_default();
    format!("“{}”, số liệu đến {}{address}", here.site().settings.name, dates::long(here.as_of()))
}
