//! The data behind the site.
//!
//! In: the files that the site offers. Out: [`DataView`], all that `data.html` may read.

use serde::Serialize;

use crate::pages::common::ProseView;
use crate::pages::frame::Frame;
use crate::pages::history::FileLink;

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
