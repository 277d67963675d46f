//! Behaviour of the whole program, one binary.
//!
//! - `golden`: `tests/sites/<name>/` is a site and the output expected of it.
//! - `problems`: `tests/problems/<name>/` is a broken site whose files carry the expected messages.
//! - `faults`: `tests/faults/*.txt` are faulty edits of one site with the messages expected of them.
//! - `UPDATE=1 cargo test` rewrites expectations; read the diff as a reviewer would.

#![expect(clippy::disallowed_methods, reason = "tests set scenes on the disk")]
#![expect(clippy::unwrap_used, reason = "a test that cannot set its scene has failed")]

mod cli;
mod contract;
mod day;
mod determinism;
mod directions;
mod editing;
mod export;
mod faults;
mod figures;
mod golden;
mod guide;
mod hostile;
mod kill;
mod load;
mod past;
mod problems;
mod rebuild;
mod restricted;
mod schema;
mod serve;
mod support;
mod theme;
mod tidy;
mod verbatim;
mod watch;
