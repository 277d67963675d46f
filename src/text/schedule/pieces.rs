//! The pieces of a clause: times, rhythms, conditions, acts, and the signs between them.
//!
//! In: the tokens of a clause. Out: its pieces in order, or nothing where a token belongs to none.

use jiff::civil::Weekday;

use super::acts::{Act, act, free_words, label, numbered, scope};
use super::conditions::{Condition, condition};
use super::issue::own_document;
use super::kinds::Every;
use super::marks::{ad_hoc, aim, constant, course, either, outlook, purpose};
use super::rhythms::{Anchor, anchor, rhythms, weekday};
use super::times::{Time, time};
use super::tokens::{Kind, Tokens, one_of, sign, word};

/// A piece of a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// “Phấn đấu”, “dự kiến”.
    Aim,
    /// “Thường xuyên”.
    Constant,
    /// “Trong quá trình thực hiện …”, and whether it is this document that is carried out.
    Course(bool),
    /// “Đột xuất”.
    AdHoc,
    /// “Tầm nhìn đến năm 2045”.
    Outlook,
    /// “Định kỳ”, before a day.
    Periodic,
    Rhythms(Vec<(Every, u16)>),
    Time(Time),
    Anchor(Anchor),
    Weekday(Weekday),
    Condition(Condition),
    /// “Hoặc theo yêu cầu”.
    Alternative,
    /// “Đối với …”.
    Scope(Act),
    /// “Riêng năm 2026”.
    ScopeTime(Time),
    /// “Cấp tỉnh:”, “Giai đoạn 1:”.
    Label,
    Act(Act),
    /// Words of purpose or place that end a clause.
    Purpose,
    /// Any other words that end the clause of a task that goes on, or comes again.
    Tail,
    Comma,
    Colon,
    And,
    Open,
    Close,
}

/// The pieces of a clause, if they cover it.
pub(super) fn pieces(tokens: Tokens<'_>) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = tokens;
    let mut depth = 0_u32;
    if let Some(heading) = one_of(rest, &["thời gian", "thời gian thực hiện"]) {
        rest = sign(heading, ':').unwrap_or(rest);
    }
    while let Some(first) = rest.first() {
        let (piece, after) = match first.kind {
            Kind::Sign('(') => {
                depth += 1;
                (Piece::Open, &rest[1..])
            }
            Kind::Sign(')') => {
                depth = depth.checked_sub(1)?;
                (Piece::Close, &rest[1..])
            }
            Kind::Sign(',') => (Piece::Comma, &rest[1..]),
            Kind::Sign(':') => (Piece::Colon, &rest[1..]),
            Kind::Sign(_) => return None,
            Kind::Word(_) | Kind::Number(..) => next(rest, &pieces)?,
        };
        pieces.push(piece);
        rest = after;
    }
    (depth == 0).then_some(pieces)
}

/// The piece at the beginning of the tokens, after those before it.
fn next<'t>(tokens: Tokens<'t>, before: &[Piece]) -> Option<(Piece, Tokens<'t>)> {
    known(tokens).or_else(|| {
        if before.is_empty()
            && let Some(rest) = label(tokens)
        {
            return Some((Piece::Label, rest));
        }
        tail(tokens, before)
    })
}

fn known(tokens: Tokens<'_>) -> Option<(Piece, Tokens<'_>)> {
    if let Some(rest) = numbered(tokens) {
        return Some((Piece::Label, sign(rest, ':').unwrap_or(rest)));
    }
    if let Some(rest) = outlook(tokens) {
        return Some((Piece::Outlook, rest));
    }
    if let Some(rest) = aim(tokens) {
        return Some((Piece::Aim, rest));
    }
    if let Some(after) = course(tokens) {
        if let Some(rest) = own_document(after) {
            return Some((Piece::Course(true), rest));
        }
        let rest = free_words(after);
        return (rest.len() < after.len()).then_some((Piece::Course(false), rest));
    }
    if let Some((time, rest)) = one_of(tokens, &["riêng", "riêng trong"]).and_then(time) {
        return Some((Piece::ScopeTime(time), rest));
    }
    if let Some((act, rest)) = scope(tokens) {
        return Some((Piece::Scope(act), rest));
    }
    if let Some(rest) = ad_hoc(tokens) {
        return Some((Piece::AdHoc, rest));
    }
    if let Some(rest) = constant(tokens) {
        return Some((Piece::Constant, rest));
    }
    if let Some((found, rest)) = rhythms(tokens) {
        return Some((Piece::Rhythms(found), rest));
    }
    if let Some((day, rest)) = weekday(tokens) {
        return Some((Piece::Weekday(day), rest));
    }
    if let Some((time, rest)) = time(tokens) {
        return Some((Piece::Time(time), rest));
    }
    if let Some((anchor, rest)) = anchor(tokens) {
        return Some((Piece::Anchor(anchor), rest));
    }
    if let Some((condition, rest)) = condition(tokens) {
        return Some((Piece::Condition(condition), rest));
    }
    if let Some((_, rest)) = either(tokens).and_then(condition) {
        return Some((Piece::Alternative, rest));
    }
    if let Some(rest) = one_of(tokens, &["định kỳ"])
        && time(rest).is_some()
    {
        return Some((Piece::Periodic, rest));
    }
    if let Some((act, rest)) = act(tokens) {
        return Some((Piece::Act(act), rest));
    }
    word(tokens, "và").map(|rest| (Piece::And, rest))
}

/// Words that end a clause: of purpose or place after a time; after a task that goes on, or comes
/// again, any words that say nothing of time.
fn tail<'t>(tokens: Tokens<'t>, before: &[Piece]) -> Option<(Piece, Tokens<'t>)> {
    let last = before.iter().rev().find(|piece| !matches!(piece, Piece::Comma | Piece::Open))?;
    let (piece, after) = match (purpose(tokens), last) {
        (Some(after), Piece::Time(_) | Piece::Anchor(_) | Piece::Close | Piece::Rhythms(_)) => {
            (Piece::Purpose, after)
        }
        (_, Piece::Constant | Piece::Rhythms(_) | Piece::Course(_)) => (Piece::Tail, tokens),
        _ => return None,
    };
    let rest = free_words(after);
    (rest.len() < after.len()).then_some((piece, rest))
}
