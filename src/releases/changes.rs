//! What changed from one release to the next.
//!
//! In: the facts of both. Out: [`Changes`], in the order of their keys, and the file that tells them to programs.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::causes::{Cause, Causes};
use super::facts::{Fact, Facts, Key};

/// A fact that is another than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is a fact of.
    pub key: Key,
    /// Before; none where it is new.
    pub old: Option<Fact>,
    /// Now; none where it is told no more.
    pub new: Option<Fact>,
}

/// All of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// In the order of their keys.
    pub list: Vec<Change>,
}

impl Changes {
    /// What changed from `old` to `new`.
    pub fn between(old: &Facts, new: &Facts) -> Self {
        let keys: BTreeSet<&Key> = old.iter().chain(new.iter()).map(|(key, _)| key).collect();
        let change = |key: &Key| {
            let (old, new) = (old.get(key), new.get(key));
            let is_same = old.map(|it| &it.value) == new.map(|it| &it.value);
            (!is_same).then(|| Change { key: key.clone(), old: old.cloned(), new: new.cloned() })
        };
        Self { list: keys.into_iter().filter_map(change).collect() }
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Facts that are new.
    pub fn added(&self) -> impl Iterator<Item = (&Key, &Fact)> {
        self.list.iter().filter_map(|it| match (&it.old, &it.new) {
            (None, Some(new)) => Some((&it.key, new)),
            _ => None,
        })
    }

    /// Facts that are told no more.
    pub fn removed(&self) -> impl Iterator<Item = (&Key, &Fact)> {
        self.list.iter().filter_map(|it| match (&it.old, &it.new) {
            (Some(old), None) => Some((&it.key, old)),
            _ => None,
        })
    }

    /// Facts with another value, old and new.
    pub fn changed(&self) -> impl Iterator<Item = (&Key, &Fact, &Fact)> {
        self.list.iter().filter_map(|it| match (&it.old, &it.new) {
            (Some(old), Some(new)) => Some((&it.key, old, new)),
            _ => None,
        })
    }

    /// `thay-doi.json` of release `number` against the one before; that of the first release has no list.
    pub fn to_json(&self, number: u64, causes: &Causes) -> Vec<u8> {
        let mut text = format!("{{\"ban\":{number},\"so_voi\":{}", number - 1);
        let mut list = |name: &str, items: Vec<Value>| {
            let lines: Vec<String> = items.iter().map(Value::to_string).collect();
            text.push_str(&format!(",\n\"{name}\":[{}", if lines.is_empty() { "" } else { "\n" }));
            text.push_str(&lines.join(",\n"));
            text.push(']');
        };
        if number > 1 {
            let of = |key: &Key| json!({"bang": key.table, "dong": key.row, "cot": key.column});
            let with = |key: &Key, more: &[(&str, &str)]| {
                let mut value = of(key);
                for (name, words) in more {
                    value[*name] = json!(words);
                }
                value
            };
            let why = |key: &Key| causes.of(key).code();
            let added = self.added().map(|(key, fact)| with(key, &[("gia_tri", &fact.value), ("vi", why(key))]));
            list("them", added.collect());
            let removed = self.removed().map(|(key, fact)| with(key, &[("gia_tri", &fact.value), ("vi", why(key))]));
            list("bo", removed.collect());
            let changed = self.changed().map(|(key, old, new)| {
                with(key, &[("cu", &old.value), ("moi", &new.value), ("vi", why(key))])
            });
            list("doi", changed.collect());
        }
        text.push_str("}\n");
        text.into_bytes()
    }

    /// The same as a table for spreadsheets.
    pub fn to_csv(&self, number: u64, causes: &Causes) -> Vec<u8> {
        let mut csv = csv::Writer::from_writer(Vec::new());
        let mut row = |cells: [&str; 7]| csv.write_record(cells).expect("memory takes every row");
        row(["thay_doi", "bang", "dong", "cot", "cu", "moi", "vi"]);
        let shown: &[Change] = if number > 1 { &self.list } else { &[] };
        for Change { key, old, new } in shown {
            let value = |fact: &Option<Fact>| fact.as_ref().map_or("", |fact| &fact.value).to_owned();
            let kind = match (old, new) {
                (None, _) => "them",
                (Some(_), None) => "bo",
                (Some(_), Some(_)) => "doi",
            };
            let (old, new) = (value(old), value(new));
            row([kind, &key.table, &key.row.join("/"), &key.column, &old, &new, causes.of(key).code()]);
        }
        let mut bytes = b"\xef\xbb\xbf".to_vec();
        bytes.extend(csv.into_inner().expect("memory takes every row"));
        bytes
    }

    /// Whether any change has this cause.
    pub fn has(&self, cause: Cause, causes: &Causes) -> bool {
        self.list.iter().any(|change| causes.of(&change.key) == cause)
    }
}
