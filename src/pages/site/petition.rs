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
    /// Whom to ask where nobody receives anything here.
    pub other_way: Option<&'static str>,
    /// By when an answer is due, where whoever receives it promises one.
    pub within: Option<String>,
    /// The site's own channel for errors.
    pub errors: Option<Link>,
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
    PetitionView {
        frame: here.frame(head),
        answer: if settings.has_receiver() { words::write_there() } else { words::nowhere() },
        other_way: (!settings.has_receiver()).then(words::other_way),
        within: settings
            .answered_within
            .as_ref()
            .filter(|_| settings.has_receiver())
            .map(words::answered_within),
        errors: settings.error_reports.as_ref().map(|address| Link {
            href: address.clone(),
            text: words::errors(address.trim_start_matches("mailto:")),
        }),
        channel: site
            .settings
            .petitions
            .as_ref()
            .map(|url| Link { href: url.clone(), text: words::channel().to_owned() }),
        corrections_page: here.link(&paths::corrections(), words::corrections()),
        prose: page.and_then(|page| here.prose(None, &page.prose)),
    }
}
