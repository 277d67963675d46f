//! A cell and what it says.
//!
//! In: the words of a cell, its setting. Out: its schedule with notes, nothing where the cell is
//! empty, or why it is not read.

use super::kinds::Schedule;
use super::notes::{Note, notes};
use super::reason::reason;
use super::span::Setting;
use super::steps::{is_ditto, steps};
use super::tokens::{Kind, Tokens, tokens};
use super::unread::Unread;

/// Most tokens of a cell; what is longer is a text, not a time.
const MOST_TOKENS: usize = 200;

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its schedule.
    pub schedule: Schedule,
    /// What is worth a look beside it.
    pub notes: Vec<Note>,
}

/// Reads the words of a time cell; nothing for a cell that is empty, or holds a dash or dots.
///
/// Letter case, spaces, normal form, old spellings and kinds of dashes do not count.
pub fn read(words: &str, setting: &Setting) -> Result<Option<Reading>, Unread> {
    let (text, all) = tokens(words);
    if is_blank(&all) {
        return Ok(None);
    }
    if is_ditto(&all) {
        return Err(Unread::Ditto);
    }
    if all.len() > MOST_TOKENS {
        return Err(Unread::Uncovered);
    }
    match steps(&text, &all, setting) {
        Ok(schedule) => {
            let notes = notes(&all, setting, &schedule);
            Ok(Some(Reading { schedule, notes }))
        }
        Err(found) => Err(reason(&all, setting, found)),
    }
}

fn is_blank(tokens: Tokens<'_>) -> bool {
    let is_filler = |kind: &Kind| {
        matches!(kind, Kind::Sign('-' | '.' | '…' | '_' | ';' | '/' | '*' | ',' | '•' | '·'))
    };
    tokens.iter().all(|token| is_filler(&token.kind))
}
