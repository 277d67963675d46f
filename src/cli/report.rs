//! What commands print: problems, summaries, faults of the machine.

use std::io::{self, IsTerminal, Write};

use super::{Exit, Format};
use crate::diagnostic::{
    Diagnostics, Severity, Sources, acknowledged, github, json, sarif, sorted, terminal,
};

/// How notes and warnings that repeat each other are told to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Repeats {
    /// Each by itself.
    Each,
    /// Once a rule, with the places of the others.
    Once,
}

/// Prints all problems: for people on the error stream, for programs on the output.
///
/// With `quiet`, people are shown errors only.
pub(super) fn problems(
    problems: &Diagnostics,
    sources: &dyn Sources,
    format: Format,
    quiet: bool,
    repeats: Repeats,
) -> Exit {
    let located = sorted(problems, sources);
    match format {
        Format::Human | Format::Csv => {
            let shown: Vec<_> = located
                .into_iter()
                .filter(|problem| !quiet || problem.diagnostic.severity == Severity::Error)
                .collect();
            let style = terminal::Style::Styled;
            let text = match repeats {
                Repeats::Each => terminal::render(&shown, sources, style, width()),
                Repeats::Once => terminal::render_repeats_once(&shown, sources, style, width()),
            };
            ignore_closed(anstream::stderr().write_all(text.as_bytes()));
            Exit::Done
        }
        Format::Json => say(&json::render(&located, problems.acknowledged().len())),
        Format::Sarif => say(&sarif::render(&located, &acknowledged(problems, sources))),
        Format::Github => say(&github::render(&located)),
    }
}

/// Prints text on the output. What cannot be written is a fault of the machine, and told as one.
pub(super) fn say(text: &str) -> Exit {
    let mut output = anstream::stdout();
    written(output.write_all(text.as_bytes()).and_then(|()| output.flush()))
}

/// Prints bytes that another program reads.
pub(super) fn say_bytes(bytes: &[u8]) -> Exit {
    let mut output = io::stdout();
    written(output.write_all(bytes).and_then(|()| output.flush()))
}

/// A reader who went away has seen enough: no fault.
fn written(result: io::Result<()>) -> Exit {
    match result {
        Ok(()) => Exit::Done,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Done,
        Err(error) => {
            let why = match error.kind() {
                io::ErrorKind::StorageFull => "đĩa đầy".to_owned(),
                io::ErrorKind::QuotaExceeded => "hết hạn mức đĩa".to_owned(),
                _ => error.to_string(),
            };
            complain(&format!(
                "lỗi máy: Không in được hết ra đầu ra chuẩn: {why}. Điều lệnh đã ghi vào tệp vẫn giữ nguyên."
            ));
            Exit::Environment
        }
    }
}

/// Prints a fault of the machine.
pub(super) fn environment(error: &dyn std::error::Error) -> Exit {
    complain(&format!("lỗi máy: {error}"));
    Exit::Environment
}

/// Prints a sentence on the error stream.
pub(super) fn complain(sentence: &str) {
    ignore_closed(writeln!(anstream::stderr(), "{sentence}"));
}

/// Bytes as people read them: "640 kB", "1,3 MB".
pub(super) fn size(bytes: u64) -> String {
    if bytes < 1_000_000 {
        format!("{} kB", bytes.div_ceil(1000))
    } else {
        format!("{},{} MB", bytes / 1_000_000, bytes / 100_000 % 10)
    }
}

/// The terminal's width in columns, or a page's.
fn width() -> usize {
    terminal_size::terminal_size_of(io::stderr()).map_or(100, |(width, _)| width.0.into())
}

/// Whether somebody watches the error stream.
pub(super) fn is_watched() -> bool {
    io::stderr().is_terminal()
}

fn ignore_closed(result: io::Result<()>) {
    // A reader who closed the pipe has seen enough; nowhere is left to tell any other fault of it.
    drop(result);
}
