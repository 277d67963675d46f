//! The feeds and calendars that belong to a page.
//!
//! In: what the page speaks of. Out: [`FeedLink`]s, for readers' programs and for the line "Theo dõi".

use crate::export::names;
use crate::model::{AgencyId, Plan};
use crate::pages::context::Context;
use crate::pages::frame::FeedLink;
use crate::paths::{self, PagePath};
use crate::progress::Disclosed;
use crate::vocabulary::frame as words;
use crate::vocabulary::task as tasks;

/// A kind of feed: ending, words, media type.
type Kind = (&'static str, fn() -> &'static str, &'static str);

const ATOM: Kind = ("xml", words::atom, "application/atom+xml");
const JSON: Kind = ("json", words::json, "application/feed+json");
const CALENDAR: Kind = ("ics", words::calendar, "text/calendar");

fn link(here: Context<'_>, kind: Kind, path: &PagePath, title: &str) -> FeedLink {
    let (_, text, media_type) = kind;
    FeedLink {
        href: here.href(path),
        text: text().to_owned(),
        title: title.to_owned(),
        media_type: media_type.to_owned(),
    }
}

/// The site's feeds of this name.
pub(crate) fn of_site(here: Context<'_>, name: &str) -> Vec<FeedLink> {
    let title = match name {
        names::CORRECTIONS => words::corrections(),
        _ => words::updates(),
    };
    [ATOM, JSON].map(|kind| link(here, kind, &paths::feed(None, name, kind.0), title)).into()
}

/// A plan's feeds and calendar.
pub(crate) fn of_plan(here: Context<'_>, plan: &Plan) -> Vec<FeedLink> {
    let title = words::updates_of_plan(plan.cited());
    let feed =
        |kind: Kind| link(here, kind, &paths::feed(Some(&plan.id), names::UPDATES, kind.0), &title);
    let title = words::deadlines_of_plan(plan.cited());
    let calendar = paths::export(Some(&plan.id), names::CALENDAR);
    vec![feed(ATOM), feed(JSON), link(here, CALENDAR, &calendar, &title)]
}

/// A task's feed and, where it has a date, its calendar; of a restricted one those of its plan.
pub(crate) fn of_task(here: Context<'_>, task: Disclosed<'_>) -> Vec<FeedLink> {
    let plan = task.plan();
    let Some(open) = task.open() else { return of_plan(here, plan) };
    let name = tasks::of_plan(task.number(), plan.cited());
    let of = |kind: Kind, title: &str| {
        link(here, kind, &paths::task_feed(&plan.id, task.number(), kind.0), title)
    };
    let updates = of(ATOM, &words::updates_of_plan(&name));
    let calendar = open.timing.end().map(|_| of(CALENDAR, &words::deadlines_of_plan(&name)));
    std::iter::once(updates).chain(calendar).collect()
}

/// An agency's feeds and calendar.
pub(crate) fn of_agency(here: Context<'_>, id: &AgencyId) -> Vec<FeedLink> {
    let name = here.agency(id).name;
    let of = |kind: Kind, title: &str| link(here, kind, &paths::agency_feed(id, kind.0), title);
    let updates = words::updates_of_agency(&name);
    vec![of(ATOM, &updates), of(JSON, &updates), of(CALENDAR, &words::deadlines_of_agency(&name))]
}
