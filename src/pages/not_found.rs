//! The page for addresses that do not exist.
//!
//! In: the base path. Out: [`NotFoundView`], all that `404.html` may read. It is served at any
//! depth: all its addresses begin with the base path.

use serde::Serialize;

use crate::pages::common::Link;
use crate::pages::frame::Frame;

/// What `404.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundView {
    /// What every page shares.
    pub frame: Frame,
    /// Where to go from here.
    pub links: Vec<Link>,
}
