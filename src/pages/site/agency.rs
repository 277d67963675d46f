//! One agency.
//!
//! In: an agency's names, changes and duties. Out: [`AgencyView`], all that `agency.html` may read.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Value, json};

use crate::model::{self, Agency, AgencyId, Span};
use crate::pages::context::{Context, Head, contact, partial_view, when_ended};
use crate::pages::frame::{Contact, Frame};
use crate::pages::lists::branch::{Branch, TaskSection};
use crate::pages::lists::duties::{self, Duties};
use crate::pages::lists::squares;
use crate::pages::parts::feeds;
use crate::pages::parts::field::Field;
use crate::pages::parts::pager::{Cutter, PageNumber, Pager, Things};
use crate::pages::parts::sentence::Sentence;
use crate::pages::reports::cell::{self, MatrixCell};
use crate::pages::reports::year::year_reference;
use crate::pages::values::{AgencyLink, DateView, Reference, SourceView};
use crate::paths;
use crate::progress::{Fate, ReportState};
use crate::vocabulary::agencies as words;
use crate::vocabulary::enumeration;
use crate::vocabulary::field;
use crate::vocabulary::pages;

/// What `agency.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct AgencyView {
    /// What every page shares.
    pub frame: Frame,
    /// The short form of its name.
    pub short: Option<String>,
    /// Branch and level, such as "Khối chính quyền, cấp tỉnh".
    pub branch: String,
    /// The first sentence: leads, partners, overdue.
    pub answer: Sentence,
    /// That it exists no more, and what follows.
    pub ended: Option<String>,
    /// Whether this is the first of its pages, which tells the rest of it.
    pub is_first: bool,
    /// Whether it was given tasks by name, on any page.
    pub has_led: bool,
    /// Whether it once led tasks that others answer for now, on any page.
    pub has_led_before: bool,
    /// Whether it is a partner, on any page.
    pub has_partnered: bool,
    /// The tasks of the page as squares, a row a duty.
    pub field: Option<Field>,
    /// The tasks of the page that it was given by name, by standing.
    pub led: Option<TaskSection>,
    /// Those that it may have taken over from an agency that is no more.
    pub perhaps: Option<TaskSection>,
    /// Those that it once led and others answer for now, a section a plan.
    pub led_before: Option<TaskSection>,
    /// Those in which it is a partner.
    pub partnered: Option<TaskSection>,
    /// The way to the other pages.
    pub pager: Option<Pager>,
    /// The groups that it belongs to.
    pub groups: Vec<AgencyLink>,
    /// Its reports, newest first.
    pub reports: Vec<AgencyReport>,
    /// Its names, newest first.
    pub names: Vec<AgencyName>,
    /// What became of it, newest first.
    pub reorganisations: Vec<Reorganisation>,
    /// The office to ask.
    pub contact: Option<Contact>,
    /// Where these facts come from.
    pub sources: Vec<SourceView>,
    /// Editorial notes.
    pub notes: Vec<String>,
}

/// A report of the agency.
#[derive(Clone, Debug, Serialize)]
pub struct AgencyReport {
    /// The year's page; its words are plan and year.
    pub period: Reference,
    /// The state of the report.
    pub cell: MatrixCell,
}

/// A name and when it was in force.
#[derive(Clone, Debug, Serialize)]
pub struct AgencyName {
    /// The full name.
    pub name: String,
    /// The short form.
    pub short: Option<String>,
    /// When, such as "đến 28/2/2025".
    pub span: String,
}

/// A change of agencies.
#[derive(Clone, Debug, Serialize)]
pub struct Reorganisation {
    /// When it took effect.
    pub date: DateView,
    /// The kind, such as "Hợp nhất", "Chuyển chức năng".
    pub kind: String,
    /// The agencies before.
    pub before: Vec<AgencyLink>,
    /// The agencies after.
    pub after: Vec<AgencyLink>,
    /// The functions that moved.
    pub functions: Vec<String>,
    /// The document that orders it.
    pub basis: Option<Reference>,
    /// Where this was read.
    pub sources: Vec<SourceView>,
    /// What is uncertain.
    pub note: Option<String>,
}

/// A page of an agency: its tasks, and on the first all else.
pub(crate) fn view(here: Context<'_>, agency: &Agency, page: PageNumber) -> AgencyView {
    let index = here.progress.agency(&agency.id);
    let name = agency.name_on(here.as_of());
    let answer = duties::of_agency(here, agency);
    let head = Head::new(name.full.clone(), answer.plain())
        .above(vec![(paths::agencies(), pages::agencies().to_owned())])
        .source(&agency.source)
        .feeds(feeds::of_agency(here, &agency.id))
        .json_ld(organization(here, agency));
    let first = paths::agency(&agency.id);
    let duties = Duties::of_agency(here, agency);
    let mut cutter = Cutter::new(page);
    let many = here.site().plans.len() > 1;
    let mut section = |branch: &Branch<'_>, name_plan| branch.section(here, &mut cutter, name_plan);
    let (led, perhaps) = (section(&duties.led, many), section(&duties.perhaps, many));
    let (led_before, partnered) =
        (section(&duties.led_before, false), section(&duties.partnered, false));
    AgencyView {
        frame: here.frame(cutter.head(head, &first)),
        short: name.short.clone(),
        branch: branch(agency),
        answer,
        ended: ended(here, agency),
        is_first: page.is_first(),
        has_led: !duties.led.is_empty(),
        has_led_before: !duties.led_before.is_empty(),
        has_partnered: !duties.partnered.is_empty(),
        field: squares::of_duties([
            (field::led(), &led),
            (field::perhaps(), &perhaps),
            (field::led_before(), &led_before),
            (field::partnered(), &partnered),
        ]),
        led,
        perhaps,
        led_before,
        partnered,
        pager: cutter.pager(here, &first, Things::Lines),
        groups: index.member_of.iter().map(|id| here.group(id)).collect(),
        reports: reports_of(here, agency),
        names: names(agency),
        reorganisations: reorganisations(here, agency),
        contact: has_contact(&agency.contact).then(|| contact(&agency.contact)),
        sources: here.sources(&agency.sources),
        notes: agency.notes.clone(),
    }
}

fn branch(agency: &Agency) -> String {
    let branch = agency.branch.label();
    match agency.level {
        Some(level) => words::branch_level(branch, level.label()),
        None => words::branch(branch),
    }
}

/// That it exists no more, and who goes on; or that it does not exist yet.
fn ended(here: Context<'_>, agency: &Agency) -> Option<String> {
    let name = |id: &AgencyId| here.agency(id).name;
    let what_follows = match &here.progress.agency(&agency.id).fate {
        Fate::Alive if agency.exists.first().is_some_and(|first| first > here.as_of()) => {
            return Some(words::not_yet().to_owned());
        }
        Fate::Alive => return None,
        Fate::Succeeded { by, via } => match via.last().and_then(|change| change.basis.as_ref()) {
            Some(basis) => words::succeeded_by(name(by), basis),
            None => words::succeeded(name(by)),
        },
        Fate::Divided { successors } => {
            words::divided(enumeration::of(successors.iter().map(|id| name(id))))
        }
        Fate::Ended => words::no_successor().to_owned(),
    };
    Some(match agency.exists.to {
        Some(last) => words::is_ended_after(when_ended(last), what_follows),
        None => words::is_ended(what_follows),
    })
}

/// The cells of its rows in all matrices, newest period first.
fn reports_of(here: Context<'_>, agency: &Agency) -> Vec<AgencyReport> {
    let rows = here
        .progress
        .agency(&agency.id)
        .reports
        .iter()
        .map(|place| here.progress.report_row(*place));
    let cells = rows.flat_map(|(plan, duty, row)| {
        let cells = duty
            .periods
            .iter()
            .zip(&row.cells)
            .filter(|(_, cell)| cell.state != ReportState::NotBound)
            // Of many periods those to come would hide the others.
            .filter(move |(_, cell)| !duty.is_dense() || cell.state != ReportState::NotYetDue);
        cells.map(move |(period, cell)| (plan, period, cell))
    });
    let mut cells: Vec<_> = cells.collect();
    cells.sort_by_key(|(_, period, _)| std::cmp::Reverse(period.to));
    cells
        .into_iter()
        .map(|(plan, period, cell)| AgencyReport {
            period: year_reference(
                here,
                plan,
                period.year,
                words::period(cell::period_words(period), plan.cited()),
            ),
            cell: cell::cell(cell),
        })
        .collect()
}

/// Its names, newest first; the first and the last are bounded by the agency's own life.
fn names(agency: &Agency) -> Vec<AgencyName> {
    let last = agency.names.len() - 1;
    let bounded = |index: usize, span: Span| Span {
        from: span.from.or(agency.exists.from.filter(|_| index == 0)),
        to: span.to.or(agency.exists.to.filter(|_| index == last)),
    };
    let names = agency.names.iter().enumerate().rev();
    names
        .map(|(index, name)| AgencyName {
            name: name.full.clone(),
            short: name.short.clone(),
            span: span_words(bounded(index, name.span)),
        })
        .collect()
}

/// "từ năm 2025", "đến 28/02/2025": each end as far as it is known.
fn span_words(span: Span) -> String {
    let from = span.from.map(|date| words::since(partial_view(date).short));
    let to = span.to.map(|date| words::until(partial_view(date).short));
    match (from, to) {
        (Some(from), Some(to)) => words::from_to(from, to),
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => words::no_span().to_owned(),
    }
}

/// What became of it by the page's date, newest first.
fn reorganisations(here: Context<'_>, agency: &Agency) -> Vec<Reorganisation> {
    let changes = here.progress.agency(&agency.id).changes.iter().rev();
    changes.map(|change| reorganisation(here, change)).collect()
}

fn reorganisation(here: Context<'_>, change: &model::Reorganisation) -> Reorganisation {
    let first = change.date.first_day();
    let eve = first.yesterday().unwrap_or(first);
    let named = |ids: &[AgencyId], date| ids.iter().map(|id| here.agency_then(id, date)).collect();
    Reorganisation {
        date: partial_view(change.date),
        kind: change.kind.label().to_owned(),
        before: named(&change.from, eve),
        after: named(&change.to, change.date.last_day()),
        functions: change.functions.clone(),
        basis: change.basis.as_ref().map(|basis| here.basis(basis)),
        sources: here.sources(&change.sources),
        note: change.note.clone(),
    }
}

fn has_contact(contact: &model::Contact) -> bool {
    let model::Contact { office, phone, mail, address, web } = contact;
    [office, phone, mail, address, web].into_iter().any(Option::is_some)
}

/// The agency in the words of schema.org; only what is known.
fn organization(here: Context<'_>, agency: &Agency) -> Value {
    let kind = match agency.branch {
        model::Branch::Administration | model::Branch::ArmedForces => "GovernmentOrganization",
        model::Branch::Party
        | model::Branch::PublicService
        | model::Branch::Enterprise
        | model::Branch::Association
        | model::Branch::Press
        | model::Branch::Central => "Organization",
    };
    let name = &agency.name_on(here.as_of()).full;
    let others =
        agency.names.iter().flat_map(|other| std::iter::once(&other.full).chain(&other.short));
    let others: BTreeSet<&String> = others.filter(|other| *other != name).collect();
    let mut facts = json!({"@type": kind, "name": name});
    if !others.is_empty() {
        facts["alternateName"] = json!(others);
    }
    if let Some(address) = here.address_of(&paths::agency(&agency.id)) {
        // The page is ours: the agency's own address is another.
        facts["subjectOf"] = json!({"@type": "WebPage", "url": address});
    }
    facts
}
