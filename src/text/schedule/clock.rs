//! Hours as plans write them.
//!
//! In: tokens. Out: a time of day.

use jiff::civil::Time;

use super::tokens::{Tokens, number, one_of, short_number, sign, word};

/// 8 giờ 00, 14h30, 08:00.
pub(super) fn clock(tokens: Tokens<'_>) -> Option<(Time, Tokens<'_>)> {
    let (hour, rest) = short_number(tokens)?;
    let (minute, rest) = if let Some(rest) = sign(rest, ':') {
        number(rest).and_then(|(minute, width, rest)| (width == 2).then_some((minute, rest)))?
    } else {
        let rest = one_of(rest, &["giờ", "h", "g"])?;
        match short_number(rest) {
            Some((minute, rest)) if sign(rest, '/').is_none() => {
                let tick = [word(rest, "phút"), word(rest, "p"), sign(rest, '"'), sign(rest, '\'')];
                (minute, tick.into_iter().flatten().next().unwrap_or(rest))
            }
            _ => (0, rest),
        }
    };
    let time = Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()?;
    Some((time, rest))
}
