//! An address that once had a page.
//!
//! In: what the content says of it. Out: [`FormerView`], all that `former.html` may read.

use serde::Serialize;

use crate::model::AddressFate;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::values::Link;
use crate::paths::PagePath;
use crate::vocabulary::releases as words;

/// What `former.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct FormerView {
    /// What every page shares.
    pub frame: Frame,
    /// What became of the page.
    pub answer: String,
    /// The page that took its place.
    pub to: Option<Link>,
}

/// The former address at this place of the settings.
pub(crate) fn view(here: Context<'_>, at: usize) -> FormerView {
    let former = &here.site().settings.former_addresses[at];
    let (title, answer, to) = match &former.fate {
        AddressFate::Moved(to) => {
            let link = here.link(&PagePath::new(to.clone()), words::go_on());
            (words::moved(), words::about_moved().to_owned(), Some(link))
        }
        AddressFate::Withdrawn(reason) => {
            (words::withdrawn_page(), words::about_withdrawn(reason), None)
        }
    };
    FormerView { frame: here.frame(Head::new(title, answer.clone())), answer, to }
}
