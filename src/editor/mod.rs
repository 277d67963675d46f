//! The editor's desk: what helps people to write the content, beside the pipeline that reads it.
//!
//! In: the types that read the content, the files as they are, the progress on a date. Out: schemas of the files, a
//! new site, an entry in a file, safe mends, what is to be done next. Writes nothing; the commands do.

pub mod agenda;
pub mod entry;
pub mod mend;
pub mod schema;
pub mod starter;
