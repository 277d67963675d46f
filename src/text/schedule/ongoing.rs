//! A clause of a task that goes on: “thường xuyên”, within the bounds that its words name.
//!
//! In: the facts of a clause, its setting. Out: the schedule. “Thường xuyên” wins over a rhythm
//! beside it, so that no turns are expected; a deadline beside it is another step.

use super::conditions::Condition;
use super::dated::is_open_year;
use super::facts::Facts;
use super::kinds::Schedule;
use super::pieces::Piece;
use super::span::{Setting, Span};
use super::times::How;
use super::unread::Unread;
use super::verbs::End;
use super::when::When;

/// Reads a clause with “thường xuyên”, or with the course of a task or document.
pub(super) fn ongoing(facts: &Facts<'_>, setting: &Setting) -> Result<Schedule, Unread> {
    let is_constant = |piece: &Piece| matches!(piece, Piece::Constant | Piece::Course(_));
    let at = facts.position(is_constant).ok_or(Unread::NoTime)?;
    if !facts.anchors.is_empty() || !facts.weekdays.is_empty() || facts.has(&Piece::Aim) {
        return Err(Unread::Several);
    }
    let acts_after = facts.acts.iter().any(|(act, _)| *act > at);
    if facts.end() == Some(End::Completed) || acts_after && !facts.rhythms.is_empty() {
        return Err(Unread::Several);
    }
    let (mut from, mut to) = bounds(facts, setting, at)?;
    if from.is_none() && to.is_none() && facts.has(&Piece::Course(true)) {
        (from, to) = (setting.plan_span(), setting.plan_span());
    }
    let asked = |(place, condition): &(usize, &Condition)| {
        condition.on_request && !matches!(facts.before(*place), Some(Piece::And))
    };
    let waits = facts.conditions.iter().any(|(_, found)| !found.by_reference && !found.on_request);
    if waits {
        return Ok(Schedule::Conditional { limit: None, by_reference: false });
    }
    let on_request = facts.conditions.iter().any(asked);
    Ok(Schedule::Ongoing { from, to, on_request })
}

fn bounds(
    facts: &Facts<'_>,
    setting: &Setting,
    constant: usize,
) -> Result<(Option<Span>, Option<Span>), Unread> {
    let (at, time) = match facts.times.as_slice() {
        [] => return Ok((None, None)),
        [(at, time)] => (*at, *time),
        _ => return Err(Unread::Several),
    };
    if matches!(time.how, How::By | How::Before) || facts.end() >= Some(End::Making) {
        return Err(Unread::Several);
    }
    // “Trong năm” of a plan of several years names none of them.
    if is_open_year(time) && setting.year().is_none() {
        return Ok((None, None));
    }
    Ok(match time.when(setting, setting.year())? {
        When::One(span, _) if time.how == How::Until => (None, Some(span)),
        // “Tháng 12/2026, thực hiện thường xuyên” is two steps.
        When::One(..) if at < constant && !facts.acts.is_empty() => return Err(Unread::Several),
        When::One(span, _) => (Some(span), Some(span)),
        When::Range(_, last) if time.how == How::Until => (None, Some(last)),
        When::Range(first, last) => (Some(first), Some(last)),
        When::From(from) => (Some(from), None),
        When::Plan if time.how == How::Until => (None, setting.plan_span()),
        When::Plan => (setting.plan_span(), setting.plan_span()),
        When::Passing => (None, None),
        When::Several(_) | When::Counted(_) => return Err(Unread::Several),
    })
}
