//! What several pages show: values, cards, events, figures, in the words of the vocabulary.

pub mod cards;
pub mod charts;
pub mod events;
pub mod feeds;
pub mod figures;
pub mod sentence;
pub mod values;
