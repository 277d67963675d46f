//! How to report an error and how to ask.
//!
//! In: the site's contact and channel. Out: [`PetitionView`], all that `petition.html` may read.

use serde::Serialize;

use crate::pages::common::{Link, ProseView};
use crate::pages::frame::Frame;

/// What `petition.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct PetitionView {
    /// What every page shares; the contact is read from it.
    pub frame: Frame,
    /// The portal's channel for petitions.
    pub channel: Option<Link>,
    /// The page of corrections.
    pub corrections_page: Link,
    /// The editors' own words.
    pub prose: Option<ProseView>,
}
