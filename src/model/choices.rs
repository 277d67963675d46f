//! The words that a key may have where they are no kind of `vocabulary`; a schema offers the same words.

use crate::model::Minify;
use crate::vocabulary::kinds::EventName;
use crate::vocabulary::standings::StateName;

/// The words of a key and their meanings.
pub type Choices<T> = &'static [(&'static str, T)];

/// The words alone.
pub fn words<T>(choices: &[(&'static str, T)]) -> Vec<&'static str> {
    choices.iter().map(|(word, _)| *word).collect()
}

/// `co` and `khong`.
pub const SWITCH: Choices<bool> = &[("co", true), ("khong", false)];

/// `thu_gon`: what of the pages is minified.
pub const MINIFY: Choices<Minify> =
    &[("co", Minify::Templates), ("toi_da", Minify::Pages), ("khong", Minify::Nothing)];

/// `muc_tin_cay`: whether the source itself was read.
pub const GRADES: Choices<bool> = &[("a", true), ("b", false)];

/// `trang_thai` of an event, each with the kinds of event that may report it.
pub const STATES: &[(StateName, &[EventName])] = &[
    (StateName::NotStarted, &[EventName::Update]),
    (StateName::UnderWay, &[EventName::Update, EventName::Returned, EventName::Resumed]),
    (StateName::Confirmed, &[EventName::ReportedDone, EventName::Confirmed]),
    (StateName::PartlyDone, &[EventName::ReportedDone, EventName::Confirmed]),
    (StateName::Paused, &[EventName::Paused]),
    (StateName::Cancelled, &[EventName::Cancelled]),
    (StateName::CarriedOver, &[EventName::CarriedOver]),
];

/// What `trang_thai` of an event may be.
pub fn states() -> Vec<&'static str> {
    STATES.iter().map(|(state, _)| state.code()).collect()
}
