//! How to report an error and how to ask.
//!
//! In: the site's contact and channel. Out: [`PetitionView`], all that `petition.html` may read.

use serde::Serialize;

use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::values::{Link, ProseView};
use crate::paths::{self, prose_names};
use crate::vocabulary::pages;
use crate::vocabulary::petition as words;

/// What `petition.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct PetitionView {
    /// What every page shares; the contact is read from it.
    pub frame: Frame,
    /// Where to write, in a sentence.
    pub answer: &'static str,
    /// The portal's channel for petitions.
    pub channel: Option<Link>,
    /// The page of corrections.
    pub corrections_page: Link,
    /// The editors' own words.
    pub prose: Option<ProseView>,
}

/// The page for those who found an error.
pub(crate) fn view(here: Context<'_>) -> PetitionView {
    let site = here.site();
    let page = site.prose.get(prose_names::PETITION);
    let mut head = Head::new(pages::petition(), words::about());
    if let Some(page) = page {
        head = head.source(&page.source);
    }
    let settings = &site.settings;
    let contact = &settings.contact;
    let ways = [&contact.office, &contact.phone, &contact.mail, &contact.address, &contact.web];
    let anywhere = settings.petitions.is_some() || ways.iter().any(|way| way.is_some());
    PetitionView {
        frame: here.frame(head),
        answer: if anywhere { words::write_there() } else { words::nowhere() },
        channel: site
            .settings
            .petitions
            .as_ref()
            .map(|url| Link { href: url.clone(), text: words::channel().to_owned() }),
        corrections_page: here.link(&paths::corrections(), words::corrections()),
        prose: page.and_then(|page| here.prose(None, &page.prose)),
    }
}
