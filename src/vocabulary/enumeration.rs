//! Things told one after another.

use std::fmt::Display;

use super::sentences;

sentences! {
    /// A list, and the next thing in it.
    and(list, next) = "{list}, {next}";
    /// A list whose things have commas of their own, and the next of them.
    and_further(list, next) = "{list}; {next}";
}

/// The things in one list; no words where there is none.
pub(crate) fn of(things: impl IntoIterator<Item = impl Display>) -> String {
    let things = things.into_iter().map(|thing| thing.to_string());
    things.reduce(|list, next| and(list, next).into()).unwrap_or_default()
}

/// The same for things that have commas of their own.
pub(crate) fn of_phrases(things: impl IntoIterator<Item = impl Display>) -> String {
    let things = things.into_iter().map(|thing| thing.to_string());
    things.reduce(|list, next| and_further(list, next).into()).unwrap_or_default()
}
