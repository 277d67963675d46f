//! The index as script files.
//!
//! In: entries and synonyms. Out: files that call `congkhaiTimKiem(name, data)`. A small site has its
//! entries in the main file and the script makes the postings; a large one has postings by word in
//! `t0.js, t1.js, …`, entries in `d0.js, d1.js, …` and its words in `w.js`, so that a query loads only what it needs.

use rayon::prelude::*;
use serde_json::{Value, json};

use super::names::Synonyms;
use super::postings::{Postings, object};
use super::{EntryKind, SearchEntry, Target};
use crate::output::Checksum;
use crate::paths::{self, PagePath};
use crate::vocabulary::everyday;

/// From how many bytes on entries are sharded: about 30 kB compressed.
const SMALL: usize = 110_000;

/// How many entries a chunk holds.
const CHUNK: usize = 16;

/// How many bytes of postings a shard aims at.
const SHARD: usize = 24_000;

/// How many characters of what else is found of an entry a chunk holds: it is shown in part, and found by postings.
const SHOWN: usize = 600;

/// The file that the script loads first.
pub(super) fn main() -> PagePath {
    paths::search_file(paths::SEARCH_INDEX)
}

/// The version of the index, and its files; `locality` is the place that the whole site speaks of.
pub(super) fn of(
    entries: &[SearchEntry],
    synonyms: &[Synonyms],
    locality: &str,
) -> (String, Vec<(PagePath, Vec<u8>)>) {
    let standings = standings(entries);
    let small = small(entries, &standings);
    let postings = Postings::of(entries);
    let kinds: Vec<&str> = EntryKind::ALL.iter().map(|kind| kind.name()).collect();
    let rows = synonyms.iter().map(|row| json!([row.typed, row.meant]));
    let place = locality.split_once(' ').map(|(kind, name)| [locality, name, kind]);
    let left_out: Vec<&str> =
        parted(everyday::LEFT_OUT).chain(place.into_iter().flatten()).collect();
    let mut index = vec![
        ("kinds", json!(kinds)),
        ("asking", json!([everyday::ASKING, everyday::ASKING_PLAIN])),
        ("left", json!(left_out)),
        ("synonyms", json!(rows.collect::<Vec<_>>())),
        ("sayings", json!(sayings(&postings))),
        ("total", json!(entries.len())),
    ];
    let mut files = Vec::new();
    if small.is_none() {
        files.par_extend(entries.par_chunks(CHUNK).enumerate().map(|(number, chunk)| {
            let documents: Vec<String> =
                chunk.iter().map(|entry| document(entry, SHOWN, &standings).to_string()).collect();
            file(&format!("d{number}"), &list(&documents))
        }));
        let mut terms = Vec::new();
        shards(&postings, |first, shard| {
            files.push(file(&format!("t{}", terms.len()), &shard));
            terms.push(first.to_owned());
        });
        files.push(file("w", &Value::from(postings.letters().join(" ")).to_string()));
        let starts: Vec<_> = EntryKind::ALL
            .iter()
            .map(|kind| entries.partition_point(|entry| entry.kind < *kind))
            .collect();
        index.extend([("chunk", json!(CHUNK)), ("starts", json!(starts)), ("terms", json!(terms))]);
    }
    index.push(("standings", json!(standings)));
    let members = index.iter().map(|(key, value)| (*key, value.to_string()));
    let members = members.chain(small.map(|documents| ("docs", list(&documents))));
    files.push(file(paths::SEARCH_INDEX, &object(members)));
    let all = Checksum::of_all(files.iter().map(|(_, bytes)| bytes.as_slice()));
    (all.to_string()[..10].to_owned(), files)
}

/// The everyday words that lead to words of this site.
fn sayings(postings: &Postings) -> Vec<(Vec<&'static str>, Vec<&'static str>)> {
    let rows = everyday::SAYINGS.iter().map(|(said, meant)| {
        let meant = parted(meant).filter(|phrase| postings.hold(phrase)).collect::<Vec<_>>();
        (parted(said).collect(), meant)
    });
    rows.filter(|(_, meant)| !meant.is_empty()).collect()
}

fn parted(list: &str) -> impl Iterator<Item = &str> {
    list.split(';').map(str::trim)
}

fn list(items: &[String]) -> String {
    format!("[{}]", items.join(","))
}

fn file(name: &str, data: &str) -> (PagePath, Vec<u8>) {
    let script = format!("congkhaiTimKiem({},{data});\n", Value::from(name));
    (paths::search_file(name), script.into_bytes())
}

/// The standings that tasks have, in the order of the first of each.
fn standings(entries: &[SearchEntry]) -> Vec<(&str, &str)> {
    let mut standings = Vec::new();
    for standing in entries.iter().filter_map(standing) {
        if !standings.contains(&standing) {
            standings.push(standing);
        }
    }
    standings
}

/// The standing of a task, as pages write it.
fn standing(entry: &SearchEntry) -> Option<(&str, &str)> {
    entry.standing.as_ref().map(|(tone, label)| (tone.class(), label.as_str()))
}

/// The whole documents of a site that is small; of a large one they would be made for nothing.
fn small(entries: &[SearchEntry], standings: &[(&str, &str)]) -> Option<Vec<String>> {
    let mut size = 0;
    let documents = entries.iter().map(|entry| {
        let document = document(entry, usize::MAX, standings).to_string();
        size += document.len();
        (size <= SMALL).then_some(document)
    });
    documents.collect()
}

/// An entry as the script knows it; its standing is a position in `standings`.
fn document(entry: &SearchEntry, shown: usize, standings: &[(&str, &str)]) -> Value {
    let href = match &entry.target {
        Target::Here(path, None) => path.to_string(),
        Target::Here(path, Some(fragment)) => format!("{path}#{fragment}"),
        Target::Elsewhere(url) => url.clone(),
    };
    let position = standing(entry).and_then(|own| standings.iter().position(|it| *it == own));
    let standing = position.and_then(|position| i64::try_from(position).ok()).unwrap_or(-1);
    let kind = EntryKind::ALL.iter().position(|kind| *kind == entry.kind);
    let end = entry.more.char_indices().nth(shown).map_or(entry.more.len(), |(at, _)| at);
    json!([
        kind,
        entry.label,
        entry.text,
        href,
        standing,
        &entry.more[..end],
        entry.place,
        entry.names
    ])
}

/// The postings of all words, cut where a shard is full; each goes out with its first word.
fn shards(postings: &Postings, mut put: impl FnMut(&str, String)) {
    let (mut first, mut members, mut size) = ("", Vec::new(), 0);
    for (word, code) in postings.coded() {
        if size > 0 && size + code.len() > SHARD {
            put(first, object(members.drain(..)));
            size = 0;
        }
        if size == 0 {
            first = word;
        }
        size += code.len();
        members.push((word, code));
    }
    if size > 0 {
        put(first, object(members.drain(..)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(number: usize) -> SearchEntry {
        SearchEntry {
            kind: EntryKind::Task,
            label: format!("Nhiệm vụ {number}"),
            place: String::new(),
            text: "Xây dựng đường truyền".repeat(20),
            names: String::new(),
            more: String::new(),
            target: Target::Here(PagePath::new(format!("{number}.html")), None),
            standing: None,
        }
    }

    #[test]
    fn a_small_site_has_one_file_and_a_large_one_shards() {
        let (_, files) = of(&[entry(1)], &[], "");
        assert_eq!(files.len(), 1);
        let many: Vec<SearchEntry> = (0..1000).map(entry).collect();
        let (version, files) = of(&many, &[], "");
        assert!(files.len() > 1000 / CHUNK, "{}", files.len());
        assert_eq!(version, of(&many, &[], "").0);
        let largest = files.iter().map(|(_, bytes)| bytes.len()).max().unwrap();
        assert!(largest < 100_000, "{largest}");
    }

    #[test]
    fn only_sayings_that_lead_somewhere_are_handed_on() {
        let found = sayings(&Postings::of(&[entry(1)]));
        assert_eq!(found, []);
        let dense = SearchEntry { text: "Cơ sở dữ liệu đất đai".to_owned(), ..entry(2) };
        let found = sayings(&Postings::of(&[dense]));
        assert!(found.iter().any(|(said, meant)| said.contains(&"sổ đỏ") && *meant == ["đất đai"]));
    }
}
