//! The files that tell programs and spreadsheets what changed.
//!
//! In: the changes of a release, with their causes and the names of what changed. Out: `thay-doi.json` and `thay-doi.csv`,
//! always the same for the same changes: they are compared with what follows from signed files.
//!
//! They are frozen but for one thing: where facts are withdrawn, since a law orders them removed or a task is withheld, the
//! lines of those facts go from these files as they go from `su-kien.jsonl`, and nothing else does; the checkpoint has
//! no hash of these files, so that `verify` still holds them to what the facts that are left say. Names are data out of
//! facts that are never withdrawn, and no words of the program stand here: a later version makes the same bytes.

use serde_json::{Value, json};

use super::causes::Causes;
use super::changes::{Change, Changes};
use super::facts::{Fact, Key};
use super::naming::Names;

/// `thay-doi.json` of release `number` against the one before; that of the first release has no list.
pub fn json(changes: &Changes, number: u64, causes: &Causes, names: Option<&Names<'_>>) -> Vec<u8> {
    let mut text = format!("{{\"ban\":{number},\"so_voi\":{}", number - 1);
    let mut list = |name: &str, items: Vec<Value>| {
        let lines: Vec<String> = items.iter().map(Value::to_string).collect();
        text.push_str(&format!(",\n\"{name}\":[{}", if lines.is_empty() { "" } else { "\n" }));
        text.push_str(&lines.join(",\n"));
        text.push(']');
    };
    if number > 1 {
        let of = |key: &Key| {
            let mut value = json!({"bang": key.table, "dong": *key.row, "cot": key.column});
            if let Some(names) = names {
                value["ten"] = json!(names.parts(key));
            }
            value
        };
        let with = |key: &Key, more: &[(&str, &str)]| {
            let mut value = of(key);
            for (name, words) in more {
                value[*name] = json!(words);
            }
            value
        };
        let why = |key: &Key| causes.of(key).code();
        let added = changes
            .added()
            .map(|(key, fact)| with(key, &[("gia_tri", &fact.value), ("vi", why(key))]));
        list("them", added.collect());
        let removed = changes
            .removed()
            .map(|(key, fact)| with(key, &[("gia_tri", &fact.value), ("vi", why(key))]));
        list("bo", removed.collect());
        let changed = changes.changed().map(|(key, old, new)| {
            with(key, &[("cu", &old.value), ("moi", &new.value), ("vi", why(key))])
        });
        list("doi", changed.collect());
    }
    text.push_str("}\n");
    text.into_bytes()
}

/// The same as a table for spreadsheets.
pub fn csv(changes: &Changes, number: u64, causes: &Causes, names: Option<&Names<'_>>) -> Vec<u8> {
    let mut csv = ::csv::Writer::from_writer(Vec::new());
    let mut row = |cells: [&str; 7], named: &str| {
        let named = names.map(|_| named);
        csv.write_record(cells.into_iter().chain(named)).expect("memory takes every row");
    };
    row(["thay_doi", "bang", "dong", "cot", "cu", "moi", "vi"], "ten");
    let shown: &[Change] = if number > 1 { &changes.list } else { &[] };
    for Change { key, old, new } in shown {
        let value = |fact: &Option<Fact>| fact.as_ref().map_or("", |fact| &fact.value).to_owned();
        let kind = match (old, new) {
            (None, _) => "them",
            (Some(_), None) => "bo",
            (Some(_), Some(_)) => "doi",
        };
        let (old, new) = (value(old), value(new));
        let why = causes.of(key).code();
        let named = names.map(|names| names.parts(key).join(" · ")).unwrap_or_default();
        row([kind, &key.table, &key.row.join("/"), &key.column, &old, &new, why], &named);
    }
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    bytes.extend(csv.into_inner().expect("memory takes every row"));
    bytes
}
