//! When a task is to be done: the words of a plan's time cell, and the schedule that they name.
//!
//! In: a cell's words, what its column means, the document's day and period. Out: a schedule that
//! the grammar has read off the words, or why it reads none. Words that are not covered wholly are
//! not read: a deadline that nobody set is worse than none (design: any-plan, §1).
//!
//! Words become tokens, tokens the pieces of a clause (times, rhythms, conditions, acts), and the
//! pieces one schedule; a cell that is no single clause is parted into steps that are.

mod acts;
mod clause;
mod clock;
mod conditions;
mod dated;
mod facts;
mod issue;
mod kinds;
mod made;
mod marks;
mod notes;
mod ongoing;
mod pieces;
mod points;
mod raw;
mod reading;
mod reason;
mod recurring;
mod rhythms;
mod series;
mod span;
mod steps;
#[cfg(test)]
mod tests;
mod times;
mod tokens;
mod turns;
mod unread;
mod verbs;
mod when;

pub use kinds::{
    Due, DueOn, Every, Hours, Limit, Neighbour, Recurrence, Rhythm, Schedule, Step, Window,
};
pub use notes::Note;
pub use reading::{Reading, read};
pub use span::{Column, Part, Setting, Span, Unit, Whole};
pub use turns::Turn;
pub use unread::Unread;
