//! `congkhai new`: an entry that `check` takes, or none.

use std::collections::BTreeSet;

use super::{Exit, Format, NewArgs, NewEntry, Surroundings, files, report};
use crate::diagnostic::{At, Diagnostic, Diagnostics, Place, Severity};
use crate::entry::{self, Added, Assignment, Target};
use crate::load::{self, Roots, SourceTree};
use crate::pipeline::{self, Content, Memory, Request};

pub(super) fn run(arguments: &NewArgs, surroundings: &Surroundings) -> Exit {
    // The rules of themes and pages know nothing of a single entry.
    let roots = Roots { content: arguments.content.clone(), themes: "khong-dung".into() };
    let request =
        Request { roots, as_of: None, today: surroundings.today, base_url: None, strict: false };
    let mut problems = Diagnostics::default();
    let tree = match load::read(&request.roots, &mut problems) {
        Ok(tree) => tree,
        Err(error) => return report::environment(&error),
    };
    let (target, values) = target(&arguments.entry);
    let added = match entry::added(&tree, &target, values, surroundings.today) {
        Ok(added) => added,
        Err(refusal) => {
            report::complain(&format!("lỗi: {refusal}"));
            return Exit::Problems;
        }
    };
    let content = judged(tree, problems, &added, &request);
    if content.problems.count(Severity::Error) > 0 {
        report::problems(&content.problems, &content.tree, Format::Human, false);
        report::complain("Chưa ghi gì: congkhai check sẽ từ chối. Sửa giá trị rồi gõ lại lệnh.");
        return Exit::Problems;
    }
    if let Err(error) = files::put(&arguments.content.join(added.path.as_str()), &added.after) {
        return report::environment(&error);
    }
    report::problems(&content.problems, &content.tree, Format::Human, false);
    report::say(&told(&target, &added, arguments));
    Exit::Done
}

fn target(entry: &NewEntry) -> (Target, &[Assignment]) {
    match entry {
        NewEntry::Agency { id, values } => (Target::Agency(id.clone()), values),
        NewEntry::Task { plan, number, values } => {
            (Target::Task(plan.clone(), number.clone()), values)
        }
        NewEntry::Event { plan, number, values } => {
            (Target::Event(plan.clone(), number.clone()), values)
        }
        NewEntry::Correction { plan, values } => (Target::Correction(plan.clone()), values),
        NewEntry::Report { plan, values } => (Target::Report(plan.clone()), values),
    }
}

/// The content with the entry, and only those of its problems that the entry brings.
fn judged(tree: SourceTree, problems: Diagnostics, added: &Added, request: &Request) -> Content {
    let after = tree.clone().with_text(added.path.clone(), &added.after);
    let memory = Memory::new();
    let before = pipeline::judge(tree, problems.clone(), request, &memory).problems;
    let known: BTreeSet<_> = before.iter().map(key).collect();
    let mut content = pipeline::judge(after, problems, request, &memory);
    let mut fresh = Diagnostics::default();
    for problem in content.problems.into_vec() {
        if problem.severity != Severity::Info && !known.contains(&key(&problem)) {
            fresh.push(problem);
        }
    }
    content.problems = fresh;
    content
}

/// What makes two problems of two runs the same: the rule and the key. Its words may hold a count; but of a
/// passage they are what stays, since its bytes move.
fn key(problem: &Diagnostic) -> (&'static str, String) {
    let Place { file, at } = &problem.place;
    let spot = match at {
        At::File => "",
        At::Key(key) => key.as_str(),
        At::Passage(_) | At::Position { .. } => &problem.what,
    };
    (problem.rule.code, format!("{file} {spot}"))
}

fn told(target: &Target, added: &Added, arguments: &NewArgs) -> String {
    let path = arguments.content.join(added.path.as_str());
    let path = path.to_string_lossy().replace('\\', "/");
    let done = if added.before.is_some() { "Đã thêm" } else { "Đã tạo tệp và thêm" };
    let before = added.before.as_deref().unwrap_or_default();
    let mut told = format!("{done} {} vào {path}:\n", target.words());
    for change in similar::TextDiff::from_lines(before, added.after.as_str()).iter_all_changes() {
        if change.tag() == similar::ChangeTag::Insert {
            told.push_str(&format!("+ {}\n", change.value().trim_end_matches(['\n', '\r'])));
        }
    }
    told
}
