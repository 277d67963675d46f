//! One clause: its pieces together name one schedule, or none.
//!
//! In: the tokens of a clause, its setting. Out: the schedule, with what decides how it is read
//! among other steps; or why its words name none.

use std::ops::Range;

use super::dated::{dated, session};
use super::facts::Facts;
use super::kinds::{Limit, Schedule};
use super::ongoing::ongoing;
use super::pieces::{Piece, pieces};
use super::recurring::recurring;
use super::span::Setting;
use super::tokens::Tokens;
use super::unread::Unread;
use super::verbs::End;

/// What a clause says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) schedule: Schedule,
    /// Its time, where the column decided how it is read.
    pub(super) loose: Option<Limit>,
    /// Several times that stand for themselves, each with its bytes in the text.
    pub(super) listed: Vec<(Schedule, Range<usize>)>,
    /// What its acts say of their end; nothing where it names no act and no part of the work.
    pub(super) end: Option<End>,
    /// It is meant for a part of the work only.
    pub(super) is_partial: bool,
    /// It names an act that goes on, and no time.
    pub(super) is_implied: bool,
}

/// Reads one clause.
pub(super) fn clause(tokens: Tokens<'_>, setting: &Setting) -> Result<Clause, Unread> {
    let pieces = pieces(tokens).ok_or(Unread::Uncovered)?;
    let facts = Facts::of(&pieces)?;
    let mut clause = Clause {
        schedule: Schedule::Ongoing { from: None, to: None, on_request: false },
        loose: None,
        listed: Vec::new(),
        end: facts.end().or_else(|| facts.is_partial().then_some(End::Open)),
        is_partial: facts.is_partial(),
        is_implied: false,
    };
    let is_constant = |piece: &Piece| matches!(piece, Piece::Constant | Piece::Course(_));
    if facts.position(is_constant).is_some() {
        clause.schedule = ongoing(&facts, setting)?;
    } else if !facts.rhythms.is_empty() || !facts.anchors.is_empty() {
        clause.schedule = Schedule::Recurring(recurring(&facts, setting)?);
    } else if !facts.times.is_empty() {
        let found = dated(&facts, setting)?;
        clause.schedule = found.schedule;
        clause.loose = found.loose;
        clause.listed = found.listed;
    } else if !facts.conditions.is_empty() {
        clause.schedule = conditional(&facts, setting)?;
    } else if !facts.acts.is_empty() && facts.pieces.len() == facts.acts.len() {
        let goes_on = facts.acts.iter().all(|(_, act)| act.end == End::Continuing);
        if !goes_on || clause.is_partial {
            return Err(Unread::NoTime);
        }
        clause.is_implied = true;
    } else {
        return Err(if facts.has(&Piece::Periodic) { Unread::NoRhythm } else { Unread::NoTime });
    }
    Ok(clause)
}

fn conditional(facts: &Facts<'_>, setting: &Setting) -> Result<Schedule, Unread> {
    let has_other = facts.has(&Piece::Alternative) || !facts.weekdays.is_empty();
    if has_other || facts.has(&Piece::Outlook) {
        return Err(Unread::Uncovered);
    }
    let mut limit = None;
    for (_, condition) in &facts.conditions {
        match (limit, session(condition, setting)?) {
            (None, found) => limit = found,
            (Some(_), None) => {}
            (Some(_), Some(_)) => return Err(Unread::Several),
        }
    }
    let by_reference = facts.conditions.iter().any(|(_, condition)| condition.by_reference);
    Ok(Schedule::Conditional { limit, by_reference })
}
