//! How standings and measures come about.
//!
//! In: the site's thresholds. Out: [`MethodView`], all that `method.html` may read.

use serde::Serialize;

use crate::model::Settings;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::figures::{self, FillKey};
use crate::pages::values::{ProseView, StandingView, Tone};
use crate::paths::prose_names;
use crate::progress::StandingKind;
use crate::text::numbers::integer;
use crate::vocabulary::measures::Measure;
use crate::vocabulary::{method as words, pages, standings};

/// What `method.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct MethodView {
    /// What every page shares.
    pub frame: Frame,
    /// Days before a deadline at which a task is due soon.
    pub due_soon_days: String,
    /// Whether a reported completion waits for a confirmation.
    pub confirmation: bool,
    /// The table of standings.
    pub standings: Vec<StandingRule>,
    /// What each fill of a square or a bar means.
    pub key: Vec<FillKey>,
    /// M1 to M6.
    pub measures: Vec<MeasureRule>,
    /// The editors' own words.
    pub prose: Option<ProseView>,
}

/// A row of the table of standings.
#[derive(Clone, Debug, Serialize)]
pub struct StandingRule {
    /// The tag.
    pub standing: StandingView,
    /// When it is shown.
    pub condition: String,
    /// Where the state's own statistics would count it.
    pub national: String,
}

/// How a measure is computed.
#[derive(Clone, Debug, Serialize)]
pub struct MeasureRule {
    /// "M1".
    pub code: String,
    /// Its name.
    pub name: String,
    /// The formula.
    pub formula: String,
    /// What it does not say.
    pub note: String,
}

/// How this site counts.
pub(crate) fn view(here: Context<'_>) -> MethodView {
    let settings = &here.site().settings;
    let page = here.site().prose.get(prose_names::METHOD);
    let mut head = Head::new(pages::method(), words::about());
    if let Some(page) = page {
        head = head.source(&page.source);
    }
    MethodView {
        frame: here.frame(head),
        due_soon_days: due_soon_days(settings),
        confirmation: settings.confirmation_required,
        standings: standings(settings),
        key: figures::key(Tone::ALL.iter().copied(), |_| None),
        measures: Measure::ALL.iter().map(measure).collect(),
        prose: page.and_then(|page| here.prose(None, &page.prose)),
    }
}

fn due_soon_days(settings: &Settings) -> String {
    integer(i64::from(settings.due_soon_days))
}

/// The table of standings (design: model §3.1), with the site's own thresholds.
fn standings(settings: &Settings) -> Vec<StandingRule> {
    let days = due_soon_days(settings);
    let (in_time, adjusted, late, unknown) = if settings.confirmation_required {
        (
            words::when_in_time_confirmed(),
            words::when_adjusted_confirmed(),
            words::when_late_confirmed(),
            words::when_unknown_confirmed(),
        )
    } else {
        (words::when_in_time(), words::when_adjusted(), words::when_late(), words::when_unknown())
    };
    let mut rules = vec![
        rule(StandingKind::NoInformation, words::when_silent(), words::counted_in_time_apart()),
        rule(
            StandingKind::NoInformationPastDue,
            words::when_silent_past_due(),
            words::counted_late_apart(),
        ),
        rule(
            StandingKind::NoInformationPeriodOver,
            words::when_silent_period_over(),
            words::counted_without_deadline(),
        ),
        rule(StandingKind::NotYetDue, words::when_not_yet_due(), words::counted_by_deadline()),
        rule(
            StandingKind::NotStarted,
            words::when_not_started(),
            words::counted_without_deadline(),
        ),
        rule(StandingKind::UnderWay, words::when_under_way(), words::counted_without_deadline()),
        rule(StandingKind::Ongoing, words::when_ongoing(), words::counted_without_deadline()),
        rule(StandingKind::Turns, words::when_turns(), words::counted_without_deadline()),
        rule(StandingKind::OnTrack, words::when_on_track(&days), words::counted_in_time()),
        rule(StandingKind::DueSoon, words::when_due_soon(&days), words::counted_in_time()),
        rule(StandingKind::Overdue, words::when_overdue(), words::counted_late()),
        rule(StandingKind::PastDue, words::when_past_due(), words::counted_late_apart()),
        rule(
            StandingKind::PeriodOver,
            words::when_period_over(),
            words::counted_without_deadline(),
        ),
        rule(StandingKind::ConfirmedOnTime, in_time, words::counted_done_in_time()),
        rule(StandingKind::ConfirmedAfterAdjustment, adjusted, words::counted_done_in_time()),
        rule(StandingKind::ConfirmedLate, late, words::counted_done_late()),
        rule(StandingKind::ConfirmedUnknown, unknown, words::counted_done()),
        rule(StandingKind::Confirmed, words::when_done_without_deadline(), words::counted_done()),
        rule(StandingKind::PartlyDone, words::when_partly_done(), words::counted_by_word()),
        rule(StandingKind::Paused, words::when_paused(), words::counted_by_deadline()),
        rule(StandingKind::Cancelled, words::when_cancelled(), words::not_counted()),
        rule(StandingKind::CarriedOver, words::when_carried_over(), words::not_counted()),
    ];
    if settings.confirmation_required {
        let reported =
            rule(StandingKind::ReportedDone, words::when_reported(), words::counted_by_deadline());
        let confirmed =
            rules.iter().position(|rule| rule.standing.tone == Tone::Done).unwrap_or(rules.len());
        rules.insert(confirmed, reported);
    }
    rules
}

fn rule(kind: StandingKind, condition: impl Into<String>, national: &str) -> StandingRule {
    let label = match kind {
        StandingKind::DueSoon => standings::due_soon("n"),
        StandingKind::Overdue => standings::overdue("n"),
        StandingKind::ConfirmedLate => standings::done_late("n"),
        other => other.label().to_owned(),
    };
    StandingRule {
        standing: StandingView { tone: kind.tone(), label, reason: None },
        condition: condition.into(),
        national: national.to_owned(),
    }
}

fn measure(measure: &Measure) -> MeasureRule {
    MeasureRule {
        code: measure.sign().to_owned(),
        name: measure.label().to_owned(),
        formula: measure.formula().to_owned(),
        note: measure.note().to_owned(),
    }
}
