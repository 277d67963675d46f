//! What changed, in sentences.
//!
//! In: the changes of a release with their causes. Out: clauses for readers, and rows of what changed in the words of
//! the site: "2 nhiệm vụ thành “Quá hạn” vì thời gian trôi".

use std::collections::{BTreeMap, BTreeSet};

use super::causes::{Cause, Causes};
use super::changes::{Change, Changes};
use super::facts::{Facts, Key};
use super::kinds::FactKind;
use crate::vocabulary::columns::TABLES;
use crate::vocabulary::releases as words;
use crate::vocabulary::standings::StandingKind;

/// More tasks than this are counted, not named.
const NAMED: usize = 3;

/// A pattern with a count.
type Said = fn(usize) -> String;

/// The clauses of a release's changes, `facts` being all that it tells; none where nothing changed.
pub fn clauses(changes: &Changes, causes: &Causes, facts: &Facts) -> Vec<String> {
    let mut clauses = Vec::new();
    let has_many_plans = plans(facts).len() > 1;
    let mut standings: BTreeMap<(Cause, String), Vec<String>> = BTreeMap::new();
    for (key, _, new) in changes.changed() {
        if key.table == "nhiem-vu" && key.column == "tinh_trang" {
            let label = shown(&key.table, &key.column, &new.value);
            let [plan, number] = [0, 1].map(|at| key.row.get(at).cloned().unwrap_or_default());
            let number = if has_many_plans { words::number_of(number, plan) } else { number };
            standings.entry((causes.of(key), label)).or_default().push(number);
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
            Cause::Method => words::became_by_method(tasks, label),
        });
    }
    let rows = |table: &str, column: &str| {
        changes.added().filter(|(key, _)| key.table == table && key.column == column).count()
    };
    let counted = [
        (rows("nhiem-vu", "tinh_trang"), words::new_tasks as Said),
        (rows("dien-bien", "ngay_cong_bo"), words::new_events),
        (rows("bao-cao", "ngay_gui"), words::new_reports),
        (rows("dinh-chinh", "ngay"), words::new_corrections),
    ];
    clauses.extend(counted.iter().filter(|(count, _)| *count > 0).map(|(count, say)| say(*count)));
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
        clauses.push(words::other_method().to_owned());
    }
    if clauses.is_empty() && !changes.is_empty() {
        clauses.push(words::other_facts(changes.list.len()));
    }
    clauses
}

/// The clauses as one sentence.
pub fn sentence(changes: &Changes, causes: &Causes, facts: &Facts) -> String {
    match clauses(changes, causes, facts) {
        clauses if clauses.is_empty() => words::nothing_changed().to_owned(),
        clauses => words::told(clauses.join("; ")),
    }
}

/// A change in the words of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What changed.
    pub label: String,
    /// Before; none where it is new.
    pub old: Option<String>,
    /// Now; none where it is told no more.
    pub new: Option<String>,
    /// Why.
    pub cause: Cause,
}

/// The changes that readers are shown one by one, in order; sums are in the files.
pub fn rows<'c>(changes: &'c Changes, causes: &'c Causes) -> impl Iterator<Item = Told> + 'c {
    let shown_ones = changes.list.iter().filter(|change| change.key.table != "tong-hop");
    shown_ones.map(|Change { key, old, new }| {
        let value = |fact: &Option<super::facts::Fact>| {
            fact.as_ref().map(|fact| shown(&key.table, &key.column, &fact.value))
        };
        Told { label: label(key), old: value(old), new: value(new), cause: causes.of(key) }
    })
}

/// What a fact is called, with its plan.
pub fn label(key: &Key) -> String {
    let thing = words::thing(&key.table, &key.row);
    let thing = match key.table.as_str() {
        "nhiem-vu" | "dien-bien" | "minh-chung" | "dinh-chinh" | "van-ban" => {
            words::thing_of(thing, &key.row[0])
        }
        _ => thing,
    };
    words::fact(&thing, &key.table, &key.column)
}

/// The plans that facts speak of.
fn plans(facts: &Facts) -> BTreeSet<&str> {
    let of_plans = facts.iter().filter(|(key, _)| key.table == "ke-hoach");
    of_plans.filter_map(|(key, _)| key.row.first()).map(String::as_str).collect()
}

/// A value in words, where it is a code.
pub fn shown(table: &str, column: &str, value: &str) -> String {
    if let "true" | "false" = value {
        return if value == "true" { words::yes() } else { words::no() }.to_owned();
    }
    if table == "nhiem-vu" && column == "tinh_trang" {
        let kind = StandingKind::ALL.iter().find(|kind| kind.code() == value);
        return kind.map_or_else(|| value.to_owned(), |kind| kind.label().to_owned());
    }
    let table = TABLES.iter().find(|known| known.name == table);
    let column = table.and_then(|table| table.columns.iter().find(|known| known.name == column));
    let codes = column.map(|column| column.kind.codes()).unwrap_or_default();
    let meaning = codes.into_iter().find(|(code, _)| *code == value);
    meaning.map_or_else(|| value.to_owned(), |(_, meaning)| meaning.to_string())
}
