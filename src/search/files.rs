//! The index as script files.
//!
//! In: entries and synonyms. Out: files that call `congkhaiTimKiem(name, data)`. A small site has its
//! entries in the main file and the script makes the postings; a large one has postings by word in
//! `t0.js, t1.js, …` and entries in `d0.js, d1.js, …`, so that a query loads only what it needs.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::words::words;
use super::{EntryKind, SearchEntry, Target};
use crate::output::Checksum;
use crate::paths::{self, PagePath};

/// From how many bytes on entries are sharded: about 30 kB compressed.
const SMALL: usize = 110_000;

/// How many entries a chunk holds.
const CHUNK: usize = 32;

/// How many bytes of postings a shard aims at.
const SHARD: usize = 24_000;

/// The file that the script loads first.
pub(super) fn main() -> PagePath {
    paths::search_file(paths::SEARCH_INDEX)
}

/// The version of the index, and its files.
pub(super) fn of(
    entries: &[SearchEntry],
    synonyms: &[(String, String)],
) -> (String, Vec<(PagePath, Vec<u8>)>) {
    let mut standings: Vec<(&str, &str)> = Vec::new();
    let documents: Vec<Value> =
        entries.iter().map(|entry| document(entry, &mut standings)).collect();
    let size: usize = documents.iter().map(|document| document.to_string().len()).sum();
    let standings: Vec<Value> =
        standings.iter().map(|(tone, label)| json!([tone, label])).collect();
    let mut index = json!({
        "kinds": EntryKind::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>(),
        "standings": standings,
        "synonyms": synonyms,
    });
    let mut files = Vec::new();
    if size <= SMALL {
        index["docs"] = Value::Array(documents);
    } else {
        let starts: Vec<_> = EntryKind::ALL
            .iter()
            .map(|kind| entries.partition_point(|entry| entry.kind < *kind))
            .collect();
        let shards = shards(entries);
        index["chunk"] = json!(CHUNK);
        index["starts"] = json!(starts);
        index["terms"] = shards.iter().filter_map(|shard| shard.keys().next().cloned()).collect();
        for (number, chunk) in documents.chunks(CHUNK).enumerate() {
            files.push(file(&format!("d{number}"), &json!(chunk)));
        }
        for (number, shard) in shards.into_iter().enumerate() {
            files.push(file(&format!("t{number}"), &Value::Object(shard.into_iter().collect())));
        }
    }
    files.push(file(paths::SEARCH_INDEX, &index));
    let all: Vec<u8> = files.iter().flat_map(|(_, bytes)| bytes).copied().collect();
    (Checksum::of(&all).to_string()[..10].to_owned(), files)
}

fn file(name: &str, data: &Value) -> (PagePath, Vec<u8>) {
    let script = format!("congkhaiTimKiem({},{data});\n", Value::from(name));
    (paths::search_file(name), script.into_bytes())
}

/// An entry as the script knows it; its standing is a position in `standings`.
fn document<'a>(entry: &'a SearchEntry, standings: &mut Vec<(&'a str, &'a str)>) -> Value {
    let href = match &entry.target {
        Target::Here(path, None) => path.to_string(),
        Target::Here(path, Some(fragment)) => format!("{path}#{fragment}"),
        Target::Elsewhere(url) => url.clone(),
    };
    let standing = entry.standing.as_ref().map_or(-1, |(tone, label)| {
        let standing = (tone.class(), label.as_str());
        let known = standings.iter().position(|other| *other == standing);
        let position = known.unwrap_or_else(|| {
            standings.push(standing);
            standings.len() - 1
        });
        i64::try_from(position).unwrap_or(-1)
    });
    let kind = EntryKind::ALL.iter().position(|kind| *kind == entry.kind);
    json!([kind, entry.label, entry.text, href, standing, entry.more])
}

/// What the index knows of one word.
#[derive(Default)]
struct Postings {
    /// By form: the entries that hold it, each with whether it stands in the label.
    forms: BTreeMap<String, Vec<(usize, bool)>>,
    /// By following word: the entries in which it follows.
    next: BTreeMap<String, Vec<usize>>,
}

/// The postings of all words, cut where a shard is full.
fn shards(entries: &[SearchEntry]) -> Vec<BTreeMap<String, Value>> {
    let mut postings: BTreeMap<String, Postings> = BTreeMap::new();
    for (number, entry) in entries.iter().enumerate() {
        for (part, in_label) in [(&entry.label, true), (&entry.text, false), (&entry.more, false)] {
            let words = words(part);
            for (position, word) in words.iter().enumerate() {
                let known = postings.entry(word.folded.clone()).or_default();
                let of_form = known.forms.entry(word.form.clone()).or_default();
                if of_form.last().is_none_or(|(last, _)| *last != number) {
                    of_form.push((number, in_label));
                }
                if let Some(following) = words.get(position + 1) {
                    let next = known.next.entry(following.folded.clone()).or_default();
                    if next.last() != Some(&number) {
                        next.push(number);
                    }
                }
            }
        }
    }
    let mut shards = vec![BTreeMap::new()];
    let mut size = 0;
    for (word, known) in postings {
        let value = coded(&known);
        let bytes = value.to_string().len();
        if size > 0 && size + bytes > SHARD {
            shards.push(BTreeMap::new());
            size = 0;
        }
        size += bytes;
        shards.last_mut().expect("there is one shard at least").insert(word, value);
    }
    shards
}

/// Postings as differences: of forms twice the difference, one more in a label.
fn coded(postings: &Postings) -> Value {
    let forms = postings.forms.iter().map(|(form, numbers)| {
        let mut last = 0;
        let codes = numbers.iter().map(|(number, in_label)| {
            let code = (number - last) * 2 + usize::from(*in_label);
            last = *number;
            code
        });
        (form.clone(), codes.collect::<Value>())
    });
    let next = postings.next.iter().map(|(word, numbers)| {
        let mut last = 0;
        let codes = numbers.iter().map(|number| {
            let code = number - last;
            last = *number;
            code
        });
        (word.clone(), codes.collect::<Value>())
    });
    json!({
        "t": Value::Object(forms.collect()),
        "n": Value::Object(next.collect()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(number: usize) -> SearchEntry {
        SearchEntry {
            kind: EntryKind::Task,
            label: format!("Nhiệm vụ {number}"),
            text: "Xây dựng đường truyền".repeat(20),
            more: String::new(),
            target: Target::Here(PagePath::new(format!("{number}.html")), None),
            standing: None,
        }
    }

    #[test]
    fn a_small_site_has_one_file_and_a_large_one_shards() {
        let (_, files) = of(&[entry(1)], &[]);
        assert_eq!(files.len(), 1);
        let many: Vec<SearchEntry> = (0..1000).map(entry).collect();
        let (version, files) = of(&many, &[]);
        assert!(files.len() > 1000 / CHUNK, "{}", files.len());
        assert_eq!(version, of(&many, &[]).0);
        let largest = files.iter().map(|(_, bytes)| bytes.len()).max().unwrap();
        assert!(largest < 100_000, "{largest}");
    }

    #[test]
    fn postings_are_differences_and_tell_labels() {
        let numbers = vec![(3, true), (5, false), (6, true)];
        let postings = Postings {
            forms: BTreeMap::from([("a".to_owned(), numbers)]),
            next: BTreeMap::from([("b".to_owned(), vec![3, 6])]),
        };
        assert_eq!(coded(&postings), json!({"t": {"a": [7, 4, 3]}, "n": {"b": [3, 3]}}));
    }
}
