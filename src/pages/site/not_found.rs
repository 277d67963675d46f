//! The page for addresses that do not exist.
//!
//! In: the base path. Out: [`NotFoundView`], all that `404.html` may read. It is served at any
//! depth: all its addresses begin with the base path.

use serde::Serialize;

use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::values::Link;
use crate::paths;
use crate::vocabulary::{frame as words, pages};

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
        (paths::home(), pages::home_page()),
        (paths::plans(), pages::list_of_plans()),
        (paths::agencies(), pages::list_of_agencies()),
        (paths::site_map(), pages::site_map()),
        (paths::petition(), pages::petition()),
    ];
    NotFoundView {
        frame: here.frame(Head::new(words::not_found(), words::about_not_found())),
        links: links.into_iter().map(|(path, text)| here.link(&path, text)).collect(),
    }
}
