//! What a plan or a task wants to reach, in numbers or words, and what sources say was reached.

use crate::diagnostic::Place;
use crate::model::NodeId;
use crate::text::amounts::{Amount, Level};
use crate::text::dates::PartialDate;
use crate::vocabulary::kinds::Direction;

/// An indicator.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Its id, unique in its plan or task; that of a part begins with the whole's, `c1-a`.
    pub id: String,
    /// What it measures, in the plan's words.
    pub name: String,
    /// What its numbers count.
    pub unit: Option<String>,
    /// Whether more is better, if content says so.
    pub direction: Option<Direction>,
    /// Where it began.
    pub baseline: Option<Reading>,
    /// What is to be reached, in the order of the file.
    pub targets: Vec<Target>,
    /// What was reached, by date; of one date in the order of the file.
    pub results: Vec<Outcome>,
    /// Its parts; parts have none.
    pub parts: Vec<Indicator>,
    /// The node of the text that names it.
    pub node: Option<NodeId>,
    /// What a reader should know.
    pub note: Option<String>,
    /// The entry that it was read from.
    pub source: Place,
}

impl Indicator {
    /// Itself and its parts.
    pub fn family(&self) -> impl Iterator<Item = &Indicator> {
        std::iter::once(self).chain(&self.parts)
    }
}

/// A value on a date.
#[derive(Clone, Debug)]
pub struct Reading {
    /// When.
    pub date: PartialDate,
    /// The value's words.
    pub words: String,
    /// The number in them, with the unit that is meant; none where they have none.
    pub amount: Option<Amount>,
}

/// A level to be reached.
#[derive(Clone, Debug)]
pub struct Target {
    /// By when; none where the plan does not say.
    pub by: Option<PartialDate>,
    /// The level's words.
    pub words: String,
    /// How they are read; its amounts have the unit that is meant.
    pub level: Level,
}

/// A result, and the source that says so.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The value.
    pub reading: Reading,
    /// The source's title.
    pub title: String,
    /// Its number and symbol.
    pub number: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The entry that it was read from.
    pub source: Place,
}
