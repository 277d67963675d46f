//! `congkhai check`: everything but publishing.

use std::io;

use super::surroundings::request;
use super::{CheckArgs, Common, Exit, Format, Surroundings, fix, report};
use crate::output::{OutputPath, Sink};
use crate::pipeline;
use crate::text::dates;

/// Takes every file and keeps none.
struct Nowhere;

impl Sink for Nowhere {
    fn put(&self, _path: &OutputPath, _bytes: &[u8]) -> io::Result<()> {
        Ok(())
    }
}

pub(super) fn run(arguments: &CheckArgs, common: &Common, surroundings: &Surroundings) -> Exit {
    if arguments.fix
        && let Err(exit) = fix::run(arguments, surroundings)
    {
        return exit;
    }
    let request = request(&arguments.input, surroundings);
    let outcome = match pipeline::run(&request, &Nowhere, &surroundings.watch) {
        Ok(outcome) => outcome,
        Err(pipeline::RunError::Interrupted) => return Exit::Interrupted,
        Err(error) => return report::environment(&error),
    };
    report::problems(&outcome.problems, &outcome.tree, common.format, common.quiet);
    if common.format == Format::Human && !common.quiet {
        let date = outcome
            .as_of
            .map(|date| format!(" Số liệu đến ngày {}.", dates::short(date)))
            .unwrap_or_default();
        report::say(&format!("Đã kiểm tra: {}.{date}\n", outcome.problems.counts()));
    }
    if outcome.complete { Exit::Done } else { Exit::Problems }
}
