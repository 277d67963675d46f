//! `congkhai new`: an entry that `check` takes, or none.

use std::collections::BTreeSet;
use std::path::PathBuf;

use jiff::civil::Date;

use super::desk::{Desk, Was};
use super::{Common, Exit, Format, NewArgs, NewEntry, Surroundings, report};
use crate::diagnostic::{At, Diagnostic, Diagnostics, Place, Severity};
use crate::editor::entry::{self, Added, Assignment, Target};
use crate::model::Record;
use crate::output::Checksum;
use crate::pipeline::{self, Content, Drafts, Memory, Request};
use crate::source::{Roots, load};
use crate::text::dates;

pub(super) fn run(arguments: &NewArgs, common: &Common, surroundings: &Surroundings) -> Exit {
    // The rules of themes and pages know nothing of a single entry.
    let roots = Roots { content: arguments.content.clone(), themes: PathBuf::new() };
    let today = surroundings.today;
    let request = Request {
        roots,
        as_of: None,
        today,
        base_url: None,
        strict: false,
        drafts: Drafts::LeftOut,
    };
    // Whoever comes second waits, and then reads what the first has written.
    let desk = match Desk::open(&arguments.content) {
        Ok(desk) => desk,
        Err(error) => return report::environment(&error),
    };
    desk.clear_below(&arguments.content);
    let tree = match load::read(&request.roots) {
        Ok(tree) => tree,
        Err(error) => return report::environment(&error),
    };
    let (target, values) = target(&arguments.entry);
    let added = match entry::added(&tree, &target, values, today) {
        Ok(added) => added,
        Err(refusal) => {
            let exit = refused(&refusal.to_string());
            return if refusal.is_of_the_command() { Exit::Usage } else { exit };
        }
    };
    let was = tree.texts.get(&added.path);
    let was = was.map_or(Was::Missing, |file| Was::Bytes(Checksum::from(file.sha256)));
    let memory = Memory::new();
    let before = pipeline::judge(tree.clone(), &request, &memory);
    if let Some(why) = too_early(&target, values, today, before.record.as_ref()) {
        return refused(&why);
    }
    let after = tree.with_text(added.path.clone(), &added.after);
    let mut after = pipeline::judge(after, &request, &memory);
    after.problems = fresh(&before.problems, after.problems);
    let told_problems = |content: &Content| {
        let repeats = report::Repeats::Each;
        report::problems(&content.problems, &content.tree, Format::Human, common.quiet, repeats)
    };
    if after.problems.count(Severity::Error) > 0 {
        let told = told_problems(&after);
        report::complain(
            "Chưa ghi gì, vì congkhai check sẽ từ chối. Sửa điều được nêu rồi gõ lại lệnh.",
        );
        return told.then(Exit::Problems);
    }
    // What stands beside an old fault may not have been looked at.
    let count =
        |content: &Content| content.record.as_ref().and_then(|record| counted(record, &target));
    if count(&after) != Some(count(&before).unwrap_or(0) + 1) {
        return refused(&format!(
            "Tệp {} hoặc kế hoạch của nó còn lỗi cũ, nên không kiểm tra được phần mới. Chạy congkhai check và sửa trước.",
            added.path
        ));
    }
    let path = arguments.content.join(added.path.as_str());
    let written = match desk.put(&path, was, &added.after) {
        Ok(written) => written,
        Err(error) if error.is_changed() => return refused(&error.to_string()),
        Err(error) => return report::environment(&error),
    };
    let done = told_problems(&after);
    written.note().into_iter().for_each(report::complain);
    if common.quiet {
        return done;
    }
    done.then(report::say(&told(&target, &added, arguments)))
}

fn refused(why: &str) -> Exit {
    report::complain(&format!("lỗi: {why}"));
    Exit::Problems
}

/// Why the day of publication cannot be today: it must not lie behind the site's as-of date.
fn too_early(
    target: &Target,
    values: &[Assignment],
    today: Date,
    record: Option<&Record>,
) -> Option<String> {
    let key = target.day_of_publication()?;
    let as_of = record?.settings.as_of.filter(|as_of| *as_of < today)?;
    values.iter().all(|value| value.key != key).then(|| {
        format!(
            "Hôm nay, {}, sau ngày số liệu {} của trang. Đổi tinh_den_ngay trong trang.yml trước; hoặc ghi {key}=… nếu việc này đã được đăng ngày khác.",
            dates::short(today),
            dates::short(as_of),
        )
    })
}

/// How many entries of the target's kind stand where it belongs; none where that was not read.
fn counted(record: &Record, target: &Target) -> Option<usize> {
    let plan = |id: &str| record.plans().find(|(plan, _)| plan.id.as_str() == id);
    Some(match target {
        Target::Agency(_) => record.agencies.len(),
        Target::Task(id, _) => plan(id)?.1.tasks.len(),
        Target::Event(id, number) => {
            let tasks = &plan(id)?.1.tasks;
            tasks.values().find(|task| task.number.as_str() == number)?.events.len()
        }
        Target::Correction(id) => plan(id)?.1.corrections.len(),
        Target::Report(id) => plan(id)?.0.reports.len(),
    })
}

fn target(entry: &NewEntry) -> (Target, &[Assignment]) {
    match entry {
        NewEntry::Agency { id, values } => (Target::Agency(id.clone()), values),
        NewEntry::Task { task, values } => {
            (Target::Task(task.plan.clone(), task.number.clone()), values)
        }
        NewEntry::Event { task, values } => {
            (Target::Event(task.plan.clone(), task.number.clone()), values)
        }
        NewEntry::Correction { plan, values } => (Target::Correction(plan.clone()), values),
        NewEntry::Report { plan, values } => (Target::Report(plan.clone()), values),
    }
}

/// The problems that the entry brings.
fn fresh(before: &Diagnostics, after: Diagnostics) -> Diagnostics {
    let known: BTreeSet<_> = before.iter().map(key).collect();
    let mut fresh = Diagnostics::default();
    for problem in after.into_vec() {
        if problem.severity != Severity::Info && !known.contains(&key(&problem)) {
            fresh.push(problem);
        }
    }
    fresh
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
    let done = if added.is_new { "Đã tạo tệp và thêm" } else { "Đã thêm" };
    let lines = added.lines.lines().map(|line| format!("+ {line}\n"));
    format!("{done} {} vào {path}:\n{}", target.kind().words(), lines.collect::<String>())
}
