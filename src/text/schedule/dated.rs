//! A clause with one time: a deadline, a window, a beginning, or a time under a condition.
//!
//! In: the facts of a clause, its setting. Out: the schedule. A deadline is read only off a word of
//! limit or completion, off an act that ends, or in a column that names deadlines.

use std::ops::Range;

use jiff::civil::Date;

use super::conditions::Condition;
use super::facts::Facts;
use super::kinds::{Limit, Schedule, Window};
use super::pieces::Piece;
use super::raw::Raw;
use super::series::Days;
use super::span::{Column, Part, Setting, Span, Unit};
use super::times::{How, Time, What};
use super::unread::Unread;
use super::verbs::End;
use super::when::{When, day_before};

/// What a clause with a time says.
pub(super) struct Dated {
    pub(super) schedule: Schedule,
    /// The time, where it was the column that decided how it is read.
    pub(super) loose: Option<Limit>,
    /// Several times that stand for themselves, each with its bytes in the text.
    pub(super) listed: Vec<(Schedule, Range<usize>)>,
}

/// How a time is to be read.
struct Reader<'a> {
    setting: &'a Setting,
    time: &'a Time,
    /// What the acts beside it say of their end.
    end: Option<End>,
    is_aim: bool,
    conditions: Vec<&'a Condition>,
}

/// Reads a clause with a time.
pub(super) fn dated(facts: &Facts<'_>, setting: &Setting) -> Result<Dated, Unread> {
    let other = facts.has(&Piece::AdHoc) || facts.has(&Piece::Periodic);
    if facts.has(&Piece::Alternative) {
        return Err(Unread::Either);
    }
    if other || !facts.anchors.is_empty() {
        return Err(Unread::Uncovered);
    }
    let (at, time, when) = only(facts, setting)?;
    let is_day = matches!(when, When::One(Span { unit: Unit::Day, .. }, _));
    if !facts.weekdays.is_empty() && (facts.weekdays.len() > 1 || !is_day) {
        return Err(Unread::Uncovered);
    }
    let before = facts.acts.iter().any(|(act, _)| *act < at);
    if before && facts.acts.iter().any(|(act, _)| *act > at) {
        return Err(Unread::Several);
    }
    for piece in facts.pieces {
        if let Piece::ScopeTime(scope) = piece
            && !is_inside(&when, &scope.when(setting, setting.year())?)
        {
            return Err(Unread::Several);
        }
    }
    let reader = Reader {
        setting,
        time,
        end: facts.end(),
        is_aim: facts.has(&Piece::Aim),
        conditions: facts.conditions.iter().map(|(_, condition)| *condition).collect(),
    };
    let dated = reader.read(when)?;
    // “Rà soát văn bản … trước ngày 01/7/2025” in a plan of 2026: the date may tell which ones.
    let past = |limit: &Limit| limit.to < setting.issued;
    let has_object = facts.acts.iter().any(|(_, act)| act.has_object);
    match &dated.schedule {
        Schedule::Deadline(limit) if has_object && past(limit) => Err(Unread::InName),
        _ => Ok(dated),
    }
}

/// The one time of the clause, or the one in brackets that makes it narrower: “Năm 2026 (quý II)”.
fn only<'a>(facts: &Facts<'a>, setting: &Setting) -> Result<(usize, &'a Time, When), Unread> {
    match facts.times.as_slice() {
        [(at, time)] => Ok((*at, time, time.when(setting, setting.year())?)),
        [(first, outer), (second, inner)] => {
            let nested = matches!(
                facts.pieces[first + 1..*second],
                [Piece::Open] | [Piece::Open, Piece::Aim]
            );
            let loose = matches!(outer.how, How::Bare | How::In) && outer.hours.is_none();
            if !nested || !loose || !inner.is_yearless() || outer.is_yearless() {
                return Err(Unread::Several);
            }
            let bounds = outer.when(setting, None)?;
            let When::One(Span { from, .. }, None) = bounds else { return Err(Unread::Several) };
            let found = inner.when(setting, Some(from.year()))?;
            if !is_inside(&found, &bounds) {
                return Err(Unread::Several);
            }
            Ok((*first, inner, found))
        }
        _ => Err(Unread::Several),
    }
}

fn is_inside(inner: &When, outer: &When) -> bool {
    match (inner, outer) {
        (When::One(inner, _), When::One(outer, _)) => {
            outer.from <= inner.from && inner.to <= outer.to
        }
        _ => false,
    }
}

impl Reader<'_> {
    fn read(&self, when: When) -> Result<Dated, Unread> {
        let how = self.time.how;
        match when {
            When::One(span, part) => self.one(span, part),
            When::Plan if how == How::In => {
                let plan = self.setting.plan_span().ok_or(Unread::SetElsewhere)?;
                self.range(plan, plan)
            }
            When::Plan => {
                let plan = self.setting.plan_span().ok_or(Unread::SetElsewhere)?;
                self.one(plan, None)
            }
            When::Range(first, last) if how == How::Until => {
                self.one(Span { from: first.from, to: last.to, unit: Unit::Range }, None)
            }
            When::Range(..) if how == How::By || how == How::Before => Err(Unread::Several),
            When::Range(first, last) => self.range(first, last),
            When::From(from) => self.begin(from),
            When::Counted(day) => self.one(day, None),
            When::Passing => Err(Unread::Vague),
            When::Several(all) => self.several(all),
        }
    }

    fn begin(&self, from: Span) -> Result<Dated, Unread> {
        if self.end > Some(End::Making) {
            return Err(Unread::Several);
        }
        let waits = self.conditions.iter().any(|condition| !condition.by_reference);
        Ok(plain(if waits {
            Schedule::Conditional { limit: None, by_reference: false }
        } else {
            Schedule::Ongoing { from: Some(from), to: None, on_request: false }
        }))
    }

    fn range(&self, first: Span, last: Span) -> Result<Dated, Unread> {
        let unit = if first == last { first.unit } else { Unit::Range };
        let point = Span { from: first.from, to: last.to, unit };
        if let Some(conditional) = self.conditional(Limit { to: last.to, point, before: false }) {
            return Ok(plain(conditional));
        }
        Ok(plain(Schedule::Window(Window { first, last, aim: self.is_aim, hours: None })))
    }

    fn one(&self, span: Span, part: Option<Part>) -> Result<Dated, Unread> {
        let how = self.time.how;
        let is_before = how == How::Before;
        let to = match part {
            // Before the end of a year is by its last day; before its beginning is anyone's guess.
            Some(Part::End) if is_before => span.to,
            Some(Part::Beginning | Part::Middle) if is_before => return Err(Unread::Vague),
            _ if is_before => day_before(span)?.to,
            _ => span.to,
        };
        let span = span.part(part);
        let limit = Limit { to, point: span, before: is_before };
        if let Some(conditional) = self.conditional(limit) {
            return Ok(plain(conditional));
        }
        let is_limit = matches!(how, How::By | How::Before);
        let ends = self.end >= Some(End::Ending);
        let by = is_limit || how == How::Until || self.end == Some(End::Completed);
        if let Some(hours) = self.time.hours.filter(|_| !is_limit) {
            let window = Window { first: span, last: span, aim: self.is_aim, hours: Some(hours) };
            return Ok(plain(Schedule::Window(window)));
        }
        if self.is_aim {
            return Ok(plain(Schedule::Window(self.window(span, to, by))));
        }
        if is_limit || ends {
            return Ok(plain(Schedule::Deadline(limit)));
        }
        let goes_on = self.end == Some(End::Continuing) && how == How::Until;
        let is_deadline = self.setting.column == Column::Deadline && !goes_on;
        let schedule = if is_deadline {
            Schedule::Deadline(limit)
        } else {
            Schedule::Window(self.window(span, to, by))
        };
        let loose = (how != How::Until).then_some(limit);
        Ok(Dated { schedule, loose, listed: Vec::new() })
    }

    /// The window of one time: with “đến” or an aim to finish it begins with the document.
    fn window(&self, span: Span, to: Date, by: bool) -> Window {
        let issue = self.setting.issue_span();
        let last = if to == span.to { span } else { Span { from: to, to, unit: Unit::Day } };
        let first = if by && issue.from <= to { issue } else { last };
        Window { first, last, aim: self.is_aim, hours: None }
    }

    /// A time beside a condition is never overdue by itself.
    fn conditional(&self, limit: Limit) -> Option<Schedule> {
        let by_reference = self.conditions.iter().any(|condition| condition.by_reference);
        (!self.conditions.is_empty())
            .then_some(Schedule::Conditional { limit: Some(limit), by_reference })
    }

    fn several(&self, all: Vec<(Span, Span, Range<usize>)>) -> Result<Dated, Unread> {
        if !self.conditions.is_empty() || self.time.how == How::Until {
            return Err(Unread::Several);
        }
        let mut listed = Vec::new();
        for (first, last, bytes) in all {
            let read = if first == last { self.one(first, None) } else { self.range(first, last) };
            listed.push((read?.schedule, bytes));
        }
        let schedule = Schedule::Steps(Vec::new());
        Ok(Dated { schedule, loose: None, listed })
    }
}

fn plain(schedule: Schedule) -> Dated {
    Dated { schedule, loose: None, listed: Vec::new() }
}

/// The time that a session names, as a limit under its condition.
pub(super) fn session(condition: &Condition, setting: &Setting) -> Result<Option<Limit>, Unread> {
    let Some(series) = &condition.session else { return Ok(None) };
    let year = setting.year().map(|year| u32::from(year.unsigned_abs()));
    match series.days(year) {
        Ok(Days::One(span, _)) => Ok(Some(Limit { to: span.to, point: span, before: false })),
        // Without its year a session's time adds nothing to the condition.
        Err(Unread::NoYear) => Ok(None),
        Err(fault) => Err(fault),
        Ok(Days::Range(..) | Days::Several(_)) => Err(Unread::Several),
    }
}

/// Whether a time names one day or month of every year: it has no year of its own.
pub(super) fn is_open_year(time: &Time) -> bool {
    let is_year = |raw: Raw| matches!(raw, Raw::Year(None));
    match &time.what {
        What::Series(series) => series.only().is_some_and(|point| is_year(point.raw)),
        What::From(..) | What::After(_) | What::Plan | What::Counted(..) | What::Passing => false,
    }
}
