//! Every word that readers see and that Rust writes: a row a word, a whole pattern a sentence.
//!
//! In: what a stage knows, as the holes of a pattern. Out: Vietnamese text. A file is a subject; nothing here
//! decides what is said, and no sentence is put together from pieces elsewhere. Templates keep their own
//! words. A second language is a second column of these tables and a second set of templates: stages call
//! the same functions (design: house, vocabulary).
//!
//! Words of content and open data are enums (`kinds`, `standings`): model and progress have them as types, so that
//! code, label and meaning of a word stand in one row and nowhere else. How a language writes dates, numbers and
//! periods ("quý I năm 2020") is no word but a form: that is `text`'s, which also reads them.

pub mod agencies;
pub mod answers;
pub mod attributes;
pub(crate) mod calendar;
pub mod changes;
pub mod columns;
pub mod coverage;
pub mod cut;
pub mod dates;
pub mod documents;
pub mod downloads;
pub mod enumeration;
pub mod everyday;
pub(crate) mod feeds;
pub(crate) mod field;
pub(crate) mod files;
pub mod findings;
pub mod frame;
pub mod glossary;
pub mod headings;
pub mod home;
pub mod indicators;
pub mod kinds;
pub mod lists;
pub mod measures;
pub mod method;
pub mod pages;
pub mod past;
pub mod periods;
pub mod petition;
pub mod plan;
pub(crate) mod prose;
pub mod relations;
pub mod releases;
pub mod reports;
pub mod search;
pub mod standings;
pub mod table;
pub mod task;
pub mod tasks;
pub mod text;
pub mod timeline;

mod pattern;
mod word;

pub use pattern::{Part, Phrase};
pub(crate) use pattern::{patterns, sentences};
pub use word::{Explained, Meanings, Word, meanings};
