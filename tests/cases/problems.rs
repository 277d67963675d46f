//! Broken sites, each a trial: a file carries the messages expected of it, beside the fault.
//!
//! `tests/problems/README.md` tells the form of the marks.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use congkhai::diagnostic::{Severity, catalog, sorted};
use libtest_mimic::Trial;
use walkdir::{DirEntry, WalkDir};

use crate::support::{build, copy, request, root, told};
use crate::{Failure, folders, trial};

const MARK: &str = "# ! ";

/// File, line, column and code of a message.
type Message = (String, usize, usize, String);

pub(crate) fn trials() -> Vec<Trial> {
    let problems = root().join("tests/problems");
    let base = problems.join("base");
    let sites = folders(&problems).into_iter().filter(|site| !site.ends_with("base"));
    let mut trials: Vec<Trial> = sites
        .map(|site| {
            let (base, name) = (base.clone(), site.file_name().unwrap().display().to_string());
            trial(format!("problem::{name}"), move || check(&base, &site))
        })
        .collect();
    trials.push(trial("problem::every-rule-has-a-failing-case", every_rule_has_a_failing_case));
    trials
}

fn check(base: &Path, site: &Path) -> Result<(), Failure> {
    let scene = tempfile::tempdir().unwrap();
    copy(base, scene.path());
    copy(site, scene.path());
    remove_listed(scene.path());
    let expected = cut_marks(scene.path());
    let (outcome, _) = build(&request(&scene.path().join("content"), Some("2026-11-24")));
    let located = sorted(&outcome.problems, &outcome.tree);
    let mut found: Vec<Message> = located
        .iter()
        .filter(|problem| {
            problem.diagnostic.severity != Severity::Info
                || announced(&expected, problem.diagnostic.rule.code)
        })
        .map(|problem| {
            let path = problem.at.path.strip_prefix(&format!("{}/", scene.path().display()));
            let (line, column) =
                problem.at.spot.as_ref().map_or((1, 1), |spot| (spot.line, spot.column));
            let path = path.unwrap_or(&problem.at.path).to_owned();
            (path, line, column, problem.diagnostic.rule.code.to_owned())
        })
        .collect();
    found.sort();
    let mut expected: Vec<Message> = expected.into_iter().collect();
    expected.sort();
    if found == expected {
        return Ok(());
    }
    let missing: Vec<_> = expected.iter().filter(|message| !found.contains(message)).collect();
    let surplus: Vec<_> = found.iter().filter(|message| !expected.contains(message)).collect();
    Err(format!(
        "  announced but not told: {missing:?}\n  told but not announced: {surplus:?}\n{}",
        told(&outcome)
    ))
}

fn announced(expected: &[Message], code: &str) -> bool {
    expected.iter().any(|message| message.3 == code)
}

/// A file `XOA` in the scene lists files of the base that this site lacks.
fn remove_listed(scene: &Path) {
    let list = scene.join("XOA");
    for name in fs::read_to_string(&list).unwrap_or_default().lines() {
        fs::remove_file(scene.join(name)).unwrap();
    }
    let _ = fs::remove_file(list);
}

/// Cuts the marks out of every text file and returns what they announce.
fn cut_marks(scene: &Path) -> Vec<Message> {
    let mut announced = Vec::new();
    for entry in WalkDir::new(scene).sort_by_file_name() {
        let entry = entry.unwrap();
        let Ok(text) = fs::read_to_string(entry.path()) else { continue };
        let name = entry.path().strip_prefix(scene).unwrap().to_string_lossy().into_owned();
        let mut cut = String::new();
        for (index, line) in text.split_inclusive('\n').enumerate() {
            let Some(mark) = line.find(MARK) else {
                cut.push_str(line);
                continue;
            };
            let words: Vec<&str> = line[mark + MARK.len()..].split_whitespace().collect();
            for pair in words.chunks(2) {
                announced.push((
                    name.clone(),
                    index + 1,
                    pair[1].parse().unwrap(),
                    pair[0].to_owned(),
                ));
            }
            cut.push_str(line[..mark].trim_end());
            cut.push('\n');
        }
        if cut != text {
            fs::write(entry.path(), cut).unwrap();
        }
    }
    announced
}

fn every_rule_has_a_failing_case() -> Result<(), Failure> {
    let mut cases: BTreeMap<String, usize> = BTreeMap::new();
    // What other people wrote for the browser tests has no case of ours.
    let ours =
        |entry: &DirEntry| entry.file_name() != "node_modules" && entry.file_name() != "fuzz";
    for entry in WalkDir::new(root().join("tests")).into_iter().filter_entry(ours) {
        let entry = entry.unwrap();
        let Ok(text) = fs::read_to_string(entry.path()) else { continue };
        for rule in catalog::ALL {
            if text.contains(&format!("{MARK}{}", rule.code))
                || text.contains(&format!("\n! {} ", rule.code))
                || text.contains(&format!("{}\"", rule.code))
            {
                *cases.entry(rule.code.to_owned()).or_default() += 1;
            }
        }
    }
    let bare: Vec<&str> = catalog::ALL
        .iter()
        .map(|rule| rule.code)
        .filter(|code| !cases.contains_key(*code))
        .collect();
    if bare.is_empty() { Ok(()) } else { Err(format!("rules without a failing case: {bare:?}")) }
}
