//! `congkhai diff`: what changed between releases, or since the last one.

use super::surroundings::request;
use super::{Common, DiffArgs, Exit, Format, Surroundings, ledger, report};
use crate::diagnostic::Diagnostics;
use crate::pipeline;
use crate::progress;
use crate::releases::changes_file;
use crate::releases::telling::{self, Told};
use crate::releases::{Cause, Causes, Changes, Facts, History, taken};

pub(super) fn run(arguments: &DiffArgs, common: &Common, surroundings: &Surroundings) -> Exit {
    let shelf = ledger::shelf(&arguments.output.to_string_lossy());
    let history = match ledger::published_key(&*shelf) {
        Some(key) => ledger::proved(&*shelf, &key),
        None => Ok(None),
    };
    let history = match history {
        Ok(Some(history)) if !history.is_empty() => history,
        Ok(_) => {
            let output = arguments.output.display();
            report::complain(&format!("lỗi: Thư mục {output} không có sổ công bố."));
            return Exit::Problems;
        }
        Err(()) => return Exit::Problems,
    };
    if arguments.nhap {
        return draft(arguments, common, surroundings, &history);
    }
    let new = arguments.new.unwrap_or(history.len());
    let old = arguments.old.unwrap_or(new.saturating_sub(1));
    let is_there = |number: u64| number >= 1 && number <= history.len();
    if new <= old || !is_there(new) || (old > 0 && !is_there(old)) {
        let last = history.len();
        report::complain(&format!(
            "lỗi: Sổ có các bản từ 1 đến {last}; ghi bản cũ trước, bản mới sau."
        ));
        return Exit::Usage;
    }
    let none = Facts::new();
    let facts = |number: u64| match number {
        0 => &none,
        number => &history.releases[number as usize - 1].sheet.facts,
    };
    let changes = Changes::between(facts(old), facts(new));
    let steps = (old + 1..=new).map(|number| {
        let causes = &history.releases[number as usize - 1].manifest.causes;
        (Changes::between(facts(number - 1), facts(number)), causes)
    });
    let steps: Vec<_> = steps.collect();
    let causes = Causes::together(steps.iter().map(|(changes, causes)| (changes, *causes)));
    told(&changes, &causes, facts(new), new, common)
}

/// What the content tells that the last release does not.
fn draft(
    arguments: &DiffArgs,
    common: &Common,
    surroundings: &Surroundings,
    history: &History,
) -> Exit {
    let request = request(&arguments.input, surroundings);
    let content = match pipeline::published_content(&request) {
        Ok(content) => content,
        Err(error) => return report::environment(&error),
    };
    let quiet = common.quiet;
    let Some(record) = content.record.filter(|_| content.problems.stop_on_errors().is_continue())
    else {
        let repeats = report::Repeats::Each;
        let told = report::problems(&content.problems, &content.tree, Format::Human, true, repeats);
        report::complain("Nội dung còn lỗi: sửa xong mới so được.");
        return told.then(Exit::Problems);
    };
    let progress = progress::on(&record, request.as_of_in(&record.settings));
    let facts = taken::facts(&progress);
    let mut problems = Diagnostics::default();
    let (published, former) = match history.last() {
        Some(last) => (&last.sheet.facts, last.leaf.as_of),
        None => return Exit::Done,
    };
    let causes = pipeline::judged(former, published, &facts, &progress, &mut problems);
    let changes = Changes::between(published, &facts);
    let said = told(&changes, &causes, &facts, history.len() + 1, common);
    let repeats = report::Repeats::Each;
    let format = Format::Human;
    let refused = report::problems(&problems, &content.tree, format, quiet, repeats);
    super::release::tell_commands(&problems, &arguments.input.content);
    said.then(refused).then(match problems.stop_on_errors().is_continue() {
        true => Exit::Done,
        false => Exit::Problems,
    })
}

fn told(changes: &Changes, causes: &Causes, facts: &Facts, number: u64, common: &Common) -> Exit {
    match common.format {
        Format::Json => report::say_bytes(&changes_file::json(changes, number.max(2), causes)),
        Format::Csv => report::say_bytes(&changes_file::csv(changes, number.max(2), causes)),
        Format::Human | Format::Github | Format::Sarif => {
            report::say(&in_words(changes, causes, facts))
        }
    }
}

fn in_words(changes: &Changes, causes: &Causes, facts: &Facts) -> String {
    let mut text = format!("{}\n", telling::sentence(changes, causes, facts));
    for Told { label, old, new, cause } in telling::rows(changes, causes) {
        let why = match cause {
            Cause::Editors => "",
            Cause::Time => " (do thời gian trôi)",
            Cause::Method => " (do đổi cách tính)",
        };
        text.push_str(&match (old, new) {
            (None, Some(new)) => format!("+ {label}: {new}{why}\n"),
            (Some(old), None) => format!("- {label}: {old}{why}\n"),
            (Some(old), Some(new)) => format!("~ {label}: {old} → {new}{why}\n"),
            (None, None) => String::new(),
        });
    }
    text
}
