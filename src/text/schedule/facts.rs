//! What the pieces of a clause say together, before they are read as one kind of schedule.
//!
//! In: pieces. Out: the same, by kind; or why they cannot stand side by side.

use jiff::civil::Weekday;

use super::acts::{Act, InObject};
use super::conditions::Condition;
use super::kinds::Every;
use super::pieces::Piece;
use super::rhythms::Anchor;
use super::times::{How, Time, What};
use super::unread::Unread;
use super::verbs::End;

/// The pieces of a clause, by kind.
pub(super) struct Facts<'p> {
    pub(super) pieces: &'p [Piece],
    /// Each with its place among the pieces.
    pub(super) times: Vec<(usize, &'p Time)>,
    pub(super) rhythms: Vec<(Every, u16)>,
    pub(super) anchors: Vec<Anchor>,
    pub(super) weekdays: Vec<Weekday>,
    pub(super) conditions: Vec<(usize, &'p Condition)>,
    /// Acts, and the parts of the work that a time is meant for.
    pub(super) acts: Vec<(usize, &'p Act)>,
}

impl<'p> Facts<'p> {
    /// The facts of a clause, where its pieces can stand side by side.
    pub(super) fn of(pieces: &'p [Piece]) -> Result<Self, Unread> {
        let mut facts = Self {
            pieces,
            times: Vec::new(),
            rhythms: Vec::new(),
            anchors: Vec::new(),
            weekdays: Vec::new(),
            conditions: Vec::new(),
            acts: Vec::new(),
        };
        for (at, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Time(time) => facts.times.push((at, time)),
                Piece::Rhythms(found) => facts.rhythms.extend(found),
                Piece::Anchor(anchor) => facts.anchors.push(*anchor),
                Piece::Weekday(day) => facts.weekdays.push(*day),
                Piece::Condition(condition) => facts.conditions.push((at, condition)),
                Piece::Act(act) | Piece::Scope(act) => facts.acts.push((at, act)),
                Piece::And | Piece::Colon => facts.joined(at)?,
                Piece::Aim | Piece::Constant | Piece::Course(_) | Piece::AdHoc => {}
                Piece::Outlook | Piece::Periodic | Piece::Alternative => {}
                // Free words end what they belong to: what follows at once may be part of them.
                Piece::Tail => {
                    let next = pieces.get(at + 1);
                    let is_end = next.is_none_or(|next| {
                        matches!(next, Piece::Comma | Piece::Close | Piece::Condition(_))
                    });
                    if !is_end {
                        return Err(Unread::Uncovered);
                    }
                }
                Piece::Purpose | Piece::ScopeTime(_) | Piece::Label => {}
                Piece::Comma | Piece::Open | Piece::Close => {}
            }
        }
        for (at, time) in &facts.times {
            facts.stands_free(*at, time)?;
        }
        Ok(facts)
    }

    /// Whether a piece of this kind is there.
    pub(super) fn has(&self, piece: &Piece) -> bool {
        self.pieces.contains(piece)
    }

    /// Where the first piece of this kind stands.
    pub(super) fn position(&self, is: impl Fn(&Piece) -> bool) -> Option<usize> {
        self.pieces.iter().position(is)
    }

    /// The piece before this place.
    pub(super) fn before(&self, at: usize) -> Option<&'p Piece> {
        at.checked_sub(1).map(|at| &self.pieces[at])
    }

    /// What the acts say of their end: the strongest word counts.
    pub(super) fn end(&self) -> Option<End> {
        self.acts.iter().map(|(_, act)| act.end).max()
    }

    /// Whether the time is meant for a part of the work only.
    pub(super) fn is_partial(&self) -> bool {
        self.position(|piece| matches!(piece, Piece::Label | Piece::Scope(_) | Piece::ScopeTime(_)))
            .is_some()
    }

    /// That “và” and “:” join pieces which one reading can hold together.
    fn joined(&self, at: usize) -> Result<(), Unread> {
        let (before, after) = (self.before(at), self.pieces.get(at + 1));
        let (Some(before), Some(after)) = (before, after) else { return Err(Unread::Uncovered) };
        let can = match (&self.pieces[at], before, after) {
            (Piece::Colon, Piece::Act(_) | Piece::Scope(_) | Piece::Time(_) | Piece::Close, _) => {
                true
            }
            (Piece::Colon, Piece::Aim, Piece::Time(_)) => true,
            (Piece::Colon, ..) => false,
            (_, Piece::Rhythms(_) | Piece::Constant, Piece::Rhythms(_) | Piece::Constant) => true,
            (_, Piece::Rhythms(_) | Piece::Constant, Piece::AdHoc) => true,
            (_, Piece::Rhythms(_) | Piece::Constant, Piece::Condition(when)) => when.on_request,
            (_, Piece::Time(_), Piece::Rhythms(_)) => true,
            (_, Piece::Time(_) | Piece::Close, Piece::Outlook) => true,
            (_, Piece::Outlook, Piece::Outlook) => true,
            _ => false,
        };
        if can { Ok(()) } else { Err(Unread::Several) }
    }

    /// That a time does not belong to the words of the act before it: “Kế hoạch năm 2026” is a
    /// name, “văn bản ban hành trước ngày 01/01/2026” tells which ones.
    fn stands_free(&self, at: usize, time: &Time) -> Result<(), Unread> {
        let act = match (self.before(at), at.checked_sub(2).map(|at| &self.pieces[at])) {
            (Some(Piece::Act(act) | Piece::Scope(act)), _) => act,
            (Some(Piece::Open), Some(Piece::Act(act))) if time.how == How::Bare => act,
            _ => return Ok(()),
        };
        let is_begun = matches!(time.what, What::From(..) | What::After(_));
        let belongs = match time.how {
            How::Bare => act.has_object || act.looks_back,
            How::Until => act.has_object && act.end != End::Completed || act.looks_back,
            How::In if is_begun => act.looks_back && act.has_object,
            How::In => act.has_object && (act.looks_back || act.in_object == InObject::Dated),
            How::Before => match act.in_object {
                InObject::Thing => false,
                InObject::Act => act.looks_back,
                InObject::Dated => true,
            },
            How::By => false,
        };
        if belongs { Err(Unread::InName) } else { Ok(()) }
    }
}
