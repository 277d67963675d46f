//! What is withheld from now on.
//!
//! In: the facts of the last release and of this one. Out: [`Withheld`]: which facts are told no more since a task, a piece
//! of evidence or a correction is not public any longer, and the reason that is published.

use std::collections::BTreeSet;

use super::facts::{Facts, Key, RowName};

/// What is withheld now and was not before.
#[derive(Debug)]
pub struct Withheld {
    tasks: BTreeSet<RowName>,
    evidence: BTreeSet<RowName>,
    corrections: BTreeSet<RowName>,
}

impl Withheld {
    /// What `new` withholds that `old` told.
    pub fn of(old: &Facts, new: &Facts) -> Self {
        let rows = |table: &str, column: &str, value: &str| -> BTreeSet<RowName> {
            let now = new.iter().filter(|(key, fact)| {
                key.table == table && key.column == column && fact.value == value
            });
            let before = now.filter(|(key, _)| old.value(key) != Some(value));
            before.map(|(key, _)| key.row.clone()).collect()
        };
        Self {
            tasks: rows("nhiem-vu", "han_che", "true"),
            evidence: rows("minh-chung", "cong_khai", "false"),
            corrections: rows("dinh-chinh", "han_che", "true"),
        }
    }

    /// Whether a fact is told no more because it is withheld.
    pub fn explains(&self, key: &Key) -> bool {
        let of_task = key.row.get(..2).is_some_and(|task| self.tasks.contains(task));
        match &*key.table {
            "nhiem-vu" | "dien-bien" | "minh-chung" | "phan-cong" if of_task => {
                // Its own words are public, withheld or not.
                !["nguyen_van", "ten_ngan"].contains(&&*key.column)
            }
            "minh-chung" => self.evidence.contains(&*key.row),
            "dinh-chinh" => self.corrections.contains(&*key.row),
            _ => false,
        }
    }

    /// The reason that `now` gives for withholding a fact.
    pub fn reason<'f>(&self, key: &Key, now: &'f Facts) -> Option<&'f str> {
        let of_task = |row: &[String]| {
            let (table, column) = ("nhiem-vu".into(), "ly_do_han_che".into());
            now.value(&Key { table, row: row.into(), column })
        };
        if key.table == "dinh-chinh" {
            let target = now.value(&Key { column: "dich".into(), ..key.clone() })?;
            return of_task(&[key.row[0].clone(), target.to_owned()]);
        }
        match key.row.get(..2).filter(|task| self.tasks.contains(*task)) {
            Some(task) => of_task(task),
            None => now.value(&Key { column: "ly_do_khong_cong_khai".into(), ..key.clone() }),
        }
    }

    /// Whether nothing is withheld that was told.
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty() && self.evidence.is_empty() && self.corrections.is_empty()
    }
}
