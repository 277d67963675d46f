//! `congkhai diff`: what changed between releases, or since the last one.

use super::surroundings::request;
use super::{Common, DiffArgs, Exit, Format, Surroundings, ledger, report};
use crate::diagnostic::Diagnostics;
use crate::pipeline;
use crate::progress;
use crate::releases::changes_file;
use crate::releases::telling::{self, Method, Telling, Told};
use crate::releases::{Cause, Causes, Changes, Facts, History, Names, taken};

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
        number => &*history.releases[number as usize - 1].sheet.facts,
    };
    let changes = Changes::between(facts(old), facts(new));
    let steps = (old + 1..=new).map(|number| {
        let causes = &history.releases[number as usize - 1].manifest.causes;
        (Changes::between(facts(number - 1), facts(number)), causes)
    });
    let steps: Vec<_> = steps.collect();
    let causes = Causes::together(steps.iter().map(|(changes, causes)| (changes, *causes)));
    let tool = |number: u64| match number {
        0 => "",
        number => &history.releases[number as usize - 1].manifest.tool,
    };
    let method = Method::of(&changes, tool(old), tool(new));
    let reopened = match old + 1 == new {
        true => &history.releases[new as usize - 1].manifest.reopened[..],
        false => &[],
    };
    let telling = Telling {
        changes: &changes,
        causes: &causes,
        facts: facts(new),
        before: facts(old),
        method: &method,
        reopened,
        against: (old + 1 != new).then_some(old),
    };
    told(telling, new, common)
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
    let Some(last) = history.last() else { return Exit::Done };
    let published = &last.sheet.facts;
    let causes = pipeline::judged(last, &facts, &progress, &mut problems);
    if let Err(error) = pipeline::judge_pictures(last, &progress, &content.tree, &mut problems) {
        return report::environment(&error);
    }
    let changes = Changes::between(published, &facts);
    let tool = super::release::tool();
    let telling = Telling {
        changes: &changes,
        causes: &causes,
        facts: &facts,
        before: published,
        method: &Method::of(&changes, &last.manifest.tool, &tool),
        reopened: &[],
        against: Some(last.leaf.number),
    };
    let said = told(telling, history.len() + 1, common);
    let repeats = report::Repeats::Each;
    let format = Format::Human;
    let refused = report::problems(&problems, &content.tree, format, quiet, repeats);
    super::release::tell_commands(&problems, &arguments.input, &record.settings);
    said.then(refused).then(match problems.stop_on_errors().is_continue() {
        true => Exit::Done,
        false => Exit::Problems,
    })
}

fn told(telling: Telling<'_>, number: u64, common: &Common) -> Exit {
    let Telling { changes, causes, .. } = telling;
    let names = Names::of(telling.facts, telling.before);
    let (number, names) = (number.max(2), Some(&names));
    match common.format {
        Format::Json => report::say_bytes(&changes_file::json(changes, number, causes, names)),
        Format::Csv => report::say_bytes(&changes_file::csv(changes, number, causes, names)),
        Format::Human | Format::Github | Format::Sarif => report::say(&in_words(telling)),
    }
}

fn in_words(telling: Telling<'_>) -> String {
    let mut text = format!("{}\n", telling::sentence(telling));
    let mut before = String::new();
    for Told { thing, column, old, new, cause } in telling::rows(telling) {
        if thing != before {
            text.push_str(&format!("{thing}\n"));
            before = thing;
        }
        let why = match cause {
            Cause::Editors => "",
            Cause::Time => " (do thời gian trôi)",
            Cause::Method => " (do đổi cách tính)",
        };
        text.push_str(&match (old, new) {
            (None, Some(new)) => format!("  + {column}: {new}{why}\n"),
            (Some(old), None) => format!("  - {column}: {old}{why}\n"),
            (Some(old), Some(new)) => format!("  ~ {column}: {old} → {new}{why}\n"),
            (None, None) => String::new(),
        });
    }
    text
}
