//! What several pages show: cards, events, figures, in the words of the vocabulary.

pub mod cards;
pub mod charts;
pub mod chronicle;
pub mod corrections;
pub mod downloads;
pub mod events;
pub mod feeds;
pub mod figures;
pub mod indicators;
pub mod pager;
pub mod parties;
pub mod sentence;
pub mod standings;
pub mod updates;
