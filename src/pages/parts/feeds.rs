//! The feeds and calendars that belong to a page.
//!
//! In: what the page speaks of. Out: [`FeedLink`]s, for readers' programs and for the line "Theo dõi".

use crate::export::names;
use crate::model::{AgencyId, Plan};
use crate::pages::context::Context;
use crate::pages::frame::FeedLink;
use crate::paths::{self, PagePath};

/// The kinds of feed: ending, words, media type.
const ATOM: (&str, &str, &str) = ("xml", "Atom", "application/atom+xml");
const JSON: (&str, &str, &str) = ("json", "JSON", "application/feed+json");
const CALENDAR: (&str, &str, &str) = ("ics", "Lịch (.ics)", "text/calendar");

fn link(
    here: Context<'_>,
    (_, words, media_type): (&str, &str, &str),
    path: &PagePath,
    title: &str,
) -> FeedLink {
    FeedLink {
        href: here.href(path),
        text: words.to_owned(),
        title: title.to_owned(),
        media_type: media_type.to_owned(),
    }
}

/// The site's feeds of this name.
pub(crate) fn of_site(here: Context<'_>, name: &str) -> Vec<FeedLink> {
    let title = match name {
        names::CORRECTIONS => "Đính chính",
        _ => "Cập nhật",
    };
    [ATOM, JSON].map(|kind| link(here, kind, &paths::feed(None, name, kind.0), title)).into()
}

/// A plan's feeds and calendar.
pub(crate) fn of_plan(here: Context<'_>, plan: &Plan) -> Vec<FeedLink> {
    let title = format!("Cập nhật, Kế hoạch {}", plan.number);
    let feed = |kind: (&str, &str, &str)| {
        link(here, kind, &paths::feed(Some(&plan.id), names::UPDATES, kind.0), &title)
    };
    let title = format!("Thời hạn, Kế hoạch {}", plan.number);
    let calendar = paths::export(Some(&plan.id), names::CALENDAR);
    vec![feed(ATOM), feed(JSON), link(here, CALENDAR, &calendar, &title)]
}

/// An agency's feeds and calendar.
pub(crate) fn of_agency(here: Context<'_>, id: &AgencyId) -> Vec<FeedLink> {
    let name = here.agency(id).name;
    let of = |kind: (&str, &str, &str), what: &str| {
        link(here, kind, &paths::agency_feed(id, kind.0), &format!("{what}, {name}"))
    };
    vec![of(ATOM, "Cập nhật"), of(JSON, "Cập nhật"), of(CALENDAR, "Thời hạn")]
}
