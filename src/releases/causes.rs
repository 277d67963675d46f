//! Why a fact that follows is another than before: days went by, editors wrote, or the program derives otherwise.
//!
//! In: what was published, and three states of today's content: as it was known on the former day, the same on the new
//! day, and all of it. Out: [`Causes`]. What editors wrote has no cause here but them.

use std::collections::{BTreeMap, BTreeSet};

use super::changes::{Change, Changes};
use super::facts::{Facts, Key};
use super::kinds::FactKind;
use super::stated::since;
use crate::vocabulary::measures::Measure;

/// Why a fact changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Editors wrote something.
    Editors,
    /// Days went by.
    Time,
    /// The program derives otherwise, or the site counts otherwise.
    Method,
}

impl Cause {
    /// The cause as files write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Editors => "bien_tap",
            Self::Time => "thoi_gian",
            Self::Method => "cach_tinh",
        }
    }
}

/// The facts whose change was no editor's doing; all others were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Causes {
    /// Days went by.
    pub time: BTreeSet<String>,
    /// It is derived otherwise.
    pub method: BTreeSet<String>,
}

/// Three states of today's content.
#[derive(Clone, Copy, Debug)]
pub struct States<'a> {
    /// On the former day, with what was known on it.
    pub former: &'a Facts,
    /// On the new day, with what was known on the former.
    pub untold: &'a Facts,
    /// On the new day.
    pub now: &'a Facts,
    /// The form of the manifest of what was published: facts that such releases did not record are no editor's.
    pub form: u32,
}

/// Whether a fact of the site says how it counts; the others say who speaks.
pub(super) fn is_counting(key: &Key) -> bool {
    key.table == "trang" && ["sap_den_han", "tin_cu", "can_xac_nhan"].contains(&&*key.column)
}

/// What editors wrote since the last release that bears no day of publication: reports, results of indicators, changes of
/// agencies. It is known on the day that it speaks of, so that what follows from it looks as if days had brought it.
struct Written<'c> {
    rows: BTreeSet<(&'c str, &'c [String])>,
    tables: BTreeSet<&'c str>,
}

impl<'c> Written<'c> {
    fn of(changes: impl Iterator<Item = &'c Change>) -> Self {
        let rows: BTreeSet<(&str, &[String])> =
            changes.map(|change| (&*change.key.table, &*change.key.row)).collect();
        let tables = rows.iter().map(|(table, _)| *table).collect();
        Self { rows, tables }
    }

    /// Whether a fact may follow from it.
    fn bears_on(&self, key: &Key) -> bool {
        let sources: &[&str] = match &*key.table {
            "co-quan" | "phan-cong" => &["bien-dong", "co-quan"],
            // The measure of reports.
            "tong-hop" if key.row.last().is_some_and(|of| of == Measure::Reports.code()) => {
                &["bao-cao"]
            }
            _ => &[],
        };
        self.rows.contains(&(&*key.table, &*key.row))
            || sources.iter().any(|table| self.tables.contains(table))
    }
}

/// The row of the task that a fact is about.
fn own(key: &Key) -> Option<&[String]> {
    let is_of_task = ["nhiem-vu", "dien-bien", "minh-chung", "phan-cong"].contains(&&*key.table);
    key.row.get(..2).filter(|_| is_of_task)
}

impl Causes {
    /// The causes of several releases together, `each` with its changes: what editors brought about in one of them is
    /// their doing, and what the method did is not of days alone.
    pub fn together<'c>(each: impl Iterator<Item = (&'c Changes, &'c Causes)>) -> Self {
        let mut all: BTreeMap<String, Cause> = BTreeMap::new();
        for (changes, causes) in each {
            for change in &changes.list {
                let rank = |cause: Cause| match cause {
                    Cause::Time => 0,
                    Cause::Method => 1,
                    Cause::Editors => 2,
                };
                let cause = causes.of(&change.key);
                let known = all.entry(change.key.path()).or_insert(cause);
                if rank(cause) > rank(*known) {
                    *known = cause;
                }
            }
        }
        let of = |cause: Cause| {
            let these = all.iter().filter(|(_, known)| **known == cause);
            these.map(|(path, _)| path.clone()).collect()
        };
        Self { time: of(Cause::Time), method: of(Cause::Method) }
    }

    /// Why facts are other than in `published`.
    pub fn of_changes(published: &Facts, states: States<'_>) -> Self {
        let mut causes = Self::default();
        // What is written of the former day is not what was published of it: then what follows differs by that.
        let is_written = |change: &Change| {
            let both = [&change.old, &change.new].into_iter().flatten();
            both.map(|fact| fact.kind).any(|kind| kind == FactKind::Written)
        };
        let differing = Changes::between(published, states.former).list;
        // What was not recorded then was not written since.
        let is_recorded =
            |change: &Change| change.old.is_some() || since(&change.key) <= states.form;
        let differing: Vec<Change> =
            differing.into_iter().filter(is_written).filter(is_recorded).collect();
        let is_rewritten = !differing.is_empty();
        let rewritten: BTreeSet<&[String]> =
            differing.iter().filter_map(|change| own(&change.key)).collect();
        let rules = |facts: &Facts| -> Vec<String> {
            let rules =
                facts.iter().filter(|(key, fact)| fact.kind == FactKind::Rule && is_counting(key));
            rules.map(|(key, fact)| format!("{key:?} {}", fact.value)).collect()
        };
        let has_other_rules = rules(published) != rules(states.former);
        let all = Changes::between(published, states.now).list;
        let written = Written::of(all.iter().filter(|change| is_written(change)));
        for change in &all {
            let kind = [&change.old, &change.new].into_iter().flatten().map(|fact| fact.kind);
            let key = &change.key;
            let is_addition = change.old.is_none();
            if is_addition && since(key) > states.form {
                causes.method.insert(key.path());
                continue;
            }
            if kind.clone().any(|kind| kind == FactKind::Rule) && !is_counting(key) {
                continue;
            }
            if kind.clone().any(|kind| kind == FactKind::Rule) {
                causes.method.insert(key.path());
                continue;
            }
            if !kind.clone().all(|kind| kind == FactKind::Derived) {
                continue;
            }
            let [before, former, untold, now] =
                [published, states.former, states.untold, states.now].map(|facts| facts.value(key));
            if former != before {
                let is_own = own(key).is_some_and(|row| rewritten.contains(row));
                let follows_rules = has_other_rules && own(key).is_some() && !is_own;
                if !is_rewritten || follows_rules {
                    causes.method.insert(key.path());
                }
            } else if untold == now && !written.bears_on(key) {
                causes.time.insert(key.path());
            }
        }
        causes
    }

    /// Whether any of the changes has this cause.
    pub fn has(&self, cause: Cause, changes: &Changes) -> bool {
        changes.list.iter().any(|change| self.of(&change.key) == cause)
    }

    /// Why this fact changed.
    pub fn of(&self, key: &Key) -> Cause {
        let path = key.path();
        if self.time.contains(&path) {
            Cause::Time
        } else if self.method.contains(&path) {
            Cause::Method
        } else {
            Cause::Editors
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(standing: &str, written: &str, rule: &str) -> Facts {
        let key = |table, column: &'static str| Key::new(table, &["p", "1.1"], column);
        let mut facts = Facts::new();
        facts.put(key("nhiem-vu", "tinh_trang"), FactKind::Derived, standing);
        facts.put(key("nhiem-vu", "nguyen_van"), FactKind::Written, written);
        facts.put(key("trang", "sap_den_han"), FactKind::Rule, rule);
        facts
    }

    #[track_caller]
    fn check(published: Facts, former: Facts, untold: Facts, now: Facts, expected: Cause) {
        let states = States { former: &former, untold: &untold, now: &now, form: 2 };
        let causes = Causes::of_changes(&published, states);
        let changes = Changes::between(&published, &now);
        let standing = changes.list.iter().find(|change| change.key.column == "tinh_trang");
        assert_eq!(causes.of(&standing.expect("the standing changed").key), expected);
    }

    #[test]
    fn of_several_releases_what_editors_did_outweighs_the_days() {
        let plain = |standing| facts(standing, "A", "90");
        let steps = [
            (plain("trong_han"), plain("qua_han"), Cause::Time),
            (plain("qua_han"), plain("xong"), Cause::Editors),
        ];
        let each: Vec<_> = steps
            .iter()
            .map(|(old, new, cause)| {
                let changes = Changes::between(old, new);
                let paths = changes.list.iter().map(|change| change.key.path()).collect();
                let time = if *cause == Cause::Time { paths } else { BTreeSet::new() };
                (changes, Causes { time, method: BTreeSet::new() })
            })
            .collect();
        let together = |count: usize| {
            let all = Causes::together(each[..count].iter().map(|(a, b)| (a, b)));
            all.of(&each[0].0.list[0].key)
        };
        assert_eq!((together(1), together(2)), (Cause::Time, Cause::Editors));
    }

    #[test]
    fn what_a_report_brought_is_not_brought_by_days() {
        let state = |sent: &str, standing: &str, other: &str| {
            let of = |agency, column: &'static str| {
                Key::new("bao-cao", &["p", "thang", agency, "2026-07"], column)
            };
            let mut facts = Facts::new();
            facts.put(of("so-a", "ngay_gui"), FactKind::Written, sent);
            facts.put(of("so-a", "tinh_trang"), FactKind::Derived, standing);
            facts.put(of("so-b", "tinh_trang"), FactKind::Derived, other);
            facts
        };
        let before = state("", "chua_den_han", "chua_den_han");
        // A report bears the day of its sending only: on the new day it counts as known.
        let now = state("2026-07-16", "dung_han", "chua_co_thong_tin");
        let states = States { former: &before, untold: &now, now: &now, form: 2 };
        let causes = Causes::of_changes(&before, states);
        let cause = |agency: &str| {
            let changes = Changes::between(&before, &now).list;
            let of =
                changes.iter().find(|it| it.key.row[2] == agency && it.key.column == "tinh_trang");
            causes.of(&of.unwrap().key)
        };
        assert_eq!((cause("so-a"), cause("so-b")), (Cause::Editors, Cause::Time));
    }

    #[test]
    fn each_cause_is_told_apart() {
        let plain = |standing| facts(standing, "A", "90");
        // Nothing was written; on the new day it is late by itself.
        check(
            plain("trong_han"),
            plain("trong_han"),
            plain("qua_han"),
            plain("qua_han"),
            Cause::Time,
        );
        // Something was told after the former day.
        check(
            plain("trong_han"),
            plain("trong_han"),
            plain("trong_han"),
            plain("xong"),
            Cause::Editors,
        );
        // The same content has another standing on the same day.
        check(
            plain("trong_han"),
            plain("sap_han"),
            plain("sap_han"),
            plain("sap_han"),
            Cause::Method,
        );
        // The words that it follows from were changed.
        let changed = || facts("xong", "B", "90");
        check(plain("trong_han"), changed(), changed(), changed(), Cause::Editors);
        // The site counts otherwise.
        // Rules and the task's own words were changed together: the task's are its own.
        let both = || facts("sap_han", "B", "120");
        check(plain("trong_han"), both(), both(), both(), Cause::Editors);
        let ruled = || facts("sap_han", "A", "120");
        check(plain("trong_han"), ruled(), ruled(), ruled(), Cause::Method);
    }
}
