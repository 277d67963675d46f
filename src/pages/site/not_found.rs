//! The page for addresses that do not exist.
//!
//! In: the base path. Out: [`NotFoundView`], all that `404.html` may read. It is served at any
//! depth: all its addresses begin with the base path.

use serde::Serialize;

use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::values::Link;
use crate::paths;
use crate::vocabulary::frame as words;

/// What `404.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundView {
    /// What every page shares.
    pub frame: Frame,
    /// Where to go from here.
    pub links: Vec<Link>,
}

/// The page for wrong addresses.
pub(crate) fn view(here: Context<'_>) -> NotFoundView {
    let links = [
        (paths::home(), "Trang tổng quan"),
        (paths::plans(), "Danh sách kế hoạch"),
        (paths::agencies(), "Danh sách cơ quan"),
        (paths::site_map(), "Sơ đồ trang"),
        (paths::petition(), "Góp ý, báo sai sót"),
    ];
    NotFoundView {
        frame: here.frame(Head::new(words::not_found(), words::about_not_found())),
        links: links.into_iter().map(|(path, text)| here.link(&path, text)).collect(),
    }
}
