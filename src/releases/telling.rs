//! What changed, in sentences.
//!
//! In: the changes of a release with their causes. Out: clauses for readers, and rows of what changed in the words of
//! the site: "2 nhiệm vụ thành “Quá hạn” vì thời gian trôi".

use std::collections::{BTreeMap, BTreeSet};

use super::causes::{Cause, Causes, is_counting};
use super::changes::{Change, Changes};
use super::facts::{Fact, Facts, Key};
use super::kinds::FactKind;
use super::manifest::Reopened;
use super::naming::Names;
use super::pairs::paired;
use crate::vocabulary::releases as words;

/// More tasks than this are counted, not named.
const NAMED: usize = 3;

/// A pattern with a count.
type Said = fn(usize) -> String;

/// How what is derived came to be derived otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Method {
    /// The program of the release before, and its version.
    pub before: String,
    /// The program of this release, and its version.
    pub now: String,
    /// Whether the site counts otherwise.
    pub has_other_rules: bool,
}

impl Method {
    /// Of these changes, between releases that these programs made.
    pub fn of(changes: &Changes, before: &str, now: &str) -> Self {
        let has_other_rules =
            changes.list.iter().any(|it| is_counting(&it.key) && it.old.is_some());
        Self { before: before.to_owned(), now: now.to_owned(), has_other_rules }
    }

    /// The reason in words.
    pub fn why(&self) -> String {
        let version = |tool: &str| tool.rsplit(' ').next().unwrap_or_default().to_owned();
        let (before, now) = (version(&self.before), version(&self.now));
        match (self.has_other_rules, before == now) {
            (true, true) => words::by_rules().to_owned(),
            (true, false) => words::by_program_and_rules(before, now),
            (false, false) => words::by_program(before, now),
            (false, true) => words::by_same_program(now),
        }
    }
}

/// What a release's changes are told with.
#[derive(Clone, Copy, Debug)]
pub struct Telling<'a> {
    /// The changes.
    pub changes: &'a Changes,
    /// Why.
    pub causes: &'a Causes,
    /// All that is told now.
    pub facts: &'a Facts,
    /// All that was told before.
    pub before: &'a Facts,
    /// How derived facts changed by themselves.
    pub method: &'a Method,
    /// Tasks that are told again.
    pub reopened: &'a [Reopened],
    /// The release that it is compared with, where that is not the one before.
    pub against: Option<u64>,
}

/// The clauses of a release's changes; none where nothing changed.
pub fn clauses(telling: Telling<'_>) -> Vec<String> {
    let Telling { changes, causes, facts, before, method, reopened, .. } = telling;
    let names = Names::of(facts, before);
    let mut clauses = Vec::new();
    let has_many_plans = plans(facts).len() > 1;
    let named = |row: &[String]| names.numbered(row, has_many_plans);
    let mut standings: BTreeMap<(Cause, String), Vec<String>> = BTreeMap::new();
    for (key, _, new) in changes.changed() {
        if key.table == "nhiem-vu" && key.column == "tinh_trang" {
            let label = names.shown(key, &new.value);
            standings.entry((causes.of(key), label)).or_default().push(named(&key.row));
        }
    }
    for ((cause, label), numbers) in standings {
        let tasks = match numbers.len() {
            1..=NAMED => words::tasks_named(numbers.len(), numbers.join(", ")),
            count => words::tasks(count),
        };
        clauses.push(match cause {
            Cause::Editors => words::became(tasks, label),
            Cause::Time => words::became_by_time(tasks, label),
            Cause::Method => words::became_by_method(tasks, label, method.why()),
        });
    }
    let withheld = changes.changed().filter(|(key, _, new)| {
        key.table == "nhiem-vu" && key.column == "han_che" && new.value == "true"
    });
    let withheld: Vec<String> = withheld.map(|(key, ..)| named(&key.row)).collect();
    match withheld.len() {
        0 => {}
        count @ 1..=NAMED => {
            let tasks = words::tasks_named(count, withheld.join(", "));
            clauses.push(words::withheld(tasks));
        }
        count => clauses.push(words::withheld(words::tasks(count))),
    }
    let evidence = changes.changed().filter(|(key, _, new)| {
        key.table == "minh-chung" && key.column == "cong_khai" && new.value == "false"
    });
    match evidence.count() {
        0 => {}
        count => clauses.push(words::withheld_evidence(count)),
    }
    for task in reopened {
        let task_name = named(&[task.plan.clone(), task.number.clone()]);
        clauses.push(match task.compared {
            Some((same, other)) => words::reopened(task_name, same, other),
            None => words::reopened_unknown(task_name),
        });
    }
    let rows = |table: &str, column: &str| {
        let added = changes.added().filter(|(key, _)| key.table == table && key.column == column);
        // What is told again is not new.
        let is_again = |row: &[String]| {
            let mut again = reopened.iter();
            again.any(|task| row.starts_with(&[task.plan.clone(), task.number.clone()]))
        };
        added.filter(|(key, _)| table == "nhiem-vu" || !is_again(&key.row)).count()
    };
    let counted = [
        (rows("nhiem-vu", "tinh_trang"), words::new_tasks as Said),
        (rows("dien-bien", "ngay_cong_bo"), words::new_events),
        (rows("bao-cao", "ngay_gui"), words::new_reports),
        (rows("dinh-chinh", "ngay"), words::new_corrections),
    ];
    clauses.extend(counted.iter().filter(|(count, _)| *count > 0).map(|(count, say)| say(*count)));
    let is_newly_kept = |(key, fact): &(&Key, &Fact)| {
        fact.kind == FactKind::Written && causes.of(key) == Cause::Method
    };
    let newly_kept = changes.added().filter(is_newly_kept).count();
    if newly_kept > 0 {
        clauses.push(words::newly_kept(newly_kept));
    }
    let is_written =
        |change: &&Change| change.old.as_ref().is_some_and(|fact| fact.kind == FactKind::Written);
    let things: BTreeSet<_> = changes
        .list
        .iter()
        .filter(is_written)
        .map(|change| (&change.key.table, &change.key.row))
        .collect();
    if !things.is_empty() {
        clauses.push(words::changed_things(things.len()));
    }
    if clauses.is_empty() && causes.has(Cause::Method, changes) {
        clauses.push(words::other_method(method.why()));
    }
    if clauses.is_empty() && !changes.is_empty() {
        clauses.push(words::other_facts(changes.list.len()));
    }
    clauses
}

/// The clauses as one sentence.
pub fn sentence(telling: Telling<'_>) -> String {
    let clauses = clauses(telling);
    match (clauses.is_empty(), telling.against) {
        (true, None) => words::nothing_changed().to_owned(),
        (true, Some(number)) => words::nothing_against(number),
        (false, None) => words::told(clauses.join("; ")),
        (false, Some(number)) => words::told_against(number, clauses.join("; ")),
    }
}

/// A change in the words of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What it is told of, with its plan.
    pub thing: String,
    /// What of it changed.
    pub column: String,
    /// Before; none where it is new.
    pub old: Option<String>,
    /// Now; none where it is told no more.
    pub new: Option<String>,
    /// Why.
    pub cause: Cause,
}

/// The changes that readers are shown one by one, in order; sums are in the files.
pub fn rows(telling: Telling<'_>) -> Vec<Told> {
    let names = Names::of(telling.facts, telling.before);
    let shown = paired(&telling.changes.list);
    let shown = shown.into_iter().filter(|change| change.key.table != "tong-hop");
    let told = shown.map(|Change { key, old, new }| {
        let value = |fact: Option<Fact>| fact.map(|fact| names.shown(&key, &fact.value));
        let cause = telling.causes.of(&key);
        let (thing, column) = (names.whole_thing(&key), names.column(&key));
        Told { thing, column, old: value(old), new: value(new), cause }
    });
    told.collect()
}

/// The plans that facts speak of.
fn plans(facts: &Facts) -> BTreeSet<&str> {
    let of_plans = facts.iter().filter(|(key, _)| key.table == "ke-hoach");
    of_plans.filter_map(|(key, _)| key.row.first()).map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_is_told_with_the_versions_that_derive_otherwise() {
        let mut facts = [Facts::new(), Facts::new()];
        for (facts, days) in facts.iter_mut().zip(["90", "30"]) {
            let key = Key::new("trang", &[], "tin_cu");
            facts.put(key, FactKind::Rule, days);
        }
        let none = Changes::default();
        let rules = Changes::between(&facts[0], &facts[1]);
        let why = |changes, now| Method::of(changes, "congkhai 0.1.0", now).why();
        assert_eq!(
            why(&none, "congkhai 0.2.0"),
            "do đổi cách tính (vì chương trình tính khác: bản 0.1.0 → 0.2.0)"
        );
        assert!(why(&rules, "congkhai 0.2.0").contains("bản 0.1.0 → 0.2.0"));
        assert_eq!(why(&rules, "congkhai 0.1.0"), "do đổi cách tính (vì trang đổi quy ước tính)");
        assert!(why(&none, "congkhai 0.1.0").contains("0.1.0"));
    }
}
