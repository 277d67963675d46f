//! Behaviour of the whole program, one binary. Cases that are data stand in `tests/cases`.

#![expect(clippy::disallowed_methods, reason = "tests set scenes on the disk")]
#![expect(clippy::unwrap_used, reason = "a test that cannot set its scene has failed")]

mod careless;
mod cli;
mod contract;
mod day;
mod determinism;
mod directions;
mod duties;
mod editing;
mod environment;
mod export;
mod figures;
mod five_releases;
mod guide;
mod hostile;
mod import;
#[cfg(target_os = "linux")]
mod import_asked;
mod import_doubts;
mod import_traps;
mod kill;
mod large;
mod lies;
mod line_ends;
mod load;
mod never;
mod notes;
mod pageless;
mod paging;
mod past;
mod rates;
mod real_plans;
mod rebuild;
mod releases;
mod restricted;
mod results;
mod rewriting;
mod schema;
mod serve;
mod support;
mod taken;
mod text_shapes;
mod theme;
mod tidy;
mod timings;
mod transparency;
mod verbatim;
mod watch;
mod writers;
