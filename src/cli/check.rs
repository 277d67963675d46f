//! `congkhai check`: everything but publishing.

use super::report::Repeats;
use super::surroundings::{program, request};
use super::{CheckArgs, Common, Exit, Format, Surroundings, fix, report};
use crate::diagnostic::Severity;
use crate::pipeline::{self, Drafts, Request};
use crate::publish::Remembered;
use crate::text::dates;

/// What an editor may do about a note that is right as it stands.
const ACKNOWLEDGE: &str = "Điều đã xem và thấy đúng như vậy thì ghi vào da_xem của tệp ấy, để khỏi được nhắc lại (hướng dẫn, phần 10).\n";

pub(super) fn run(arguments: &CheckArgs, common: &Common, surroundings: &Surroundings) -> Exit {
    let left = match arguments.fix.then(|| fix::run(arguments, surroundings)).transpose() {
        Ok(left) => left.unwrap_or_default(),
        Err(exit) => return exit,
    };
    // A draft is proved like any other document, long before it is signed.
    let request = Request { drafts: Drafts::Judged, ..request(&arguments.input, surroundings) };
    let remembered = Remembered::beside(&arguments.output, program());
    let outcome = match pipeline::run(&request, &remembered, &surroundings.watch) {
        Ok(outcome) => outcome,
        Err(pipeline::RunError::Interrupted) => return Exit::Interrupted,
        Err(error) => return report::environment(&error),
    };
    let problems = &outcome.problems;
    let repeats = if arguments.all { Repeats::Each } else { Repeats::Once };
    let mut told = report::problems(problems, &outcome.tree, common.format, common.quiet, repeats);
    if common.format == Format::Human && !common.quiet {
        let date = outcome
            .as_of
            .map(|date| format!(" Số liệu đến ngày {}.", dates::short(date)))
            .unwrap_or_default();
        let seen = match problems.acknowledged().len() {
            0 => String::new(),
            count => format!("; {count} điều đã xem"),
        };
        let mut text = format!("Đã kiểm tra: {}{seen}.{date}\n", problems.counts());
        if problems.count(Severity::Warning) + problems.count(Severity::Info) > 0 {
            text.push_str(ACKNOWLEDGE);
        }
        told = report::say(&text);
    }
    told.then(if outcome.complete { left.exit() } else { Exit::Problems })
}
