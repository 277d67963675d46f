//! Every word that readers see and that Rust writes: a row a word, a whole pattern a sentence.
//!
//! In: what a stage knows, as the holes of a pattern. Out: Vietnamese text. A file is a subject; nothing here
//! decides what is said, and no sentence is put together from pieces elsewhere. Templates keep their own
//! words. A second language is a second column of these tables and a second set of templates: stages call
//! the same functions (design: house, vocabulary).

pub mod changes;

mod pattern;

pub use pattern::{Part, Phrase};
pub(crate) use pattern::{patterns, sentences};
