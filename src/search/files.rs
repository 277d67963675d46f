//! The index as script files.
//!
//! In: entries and synonyms. Out: files that call `congkhaiTimKiem(name, data)`. A small site has its
//! entries in the main file and the script makes the postings; a large one has postings by word in
//! `t0.js, t1.js, …` and entries in `d0.js, d1.js, …`, so that a query loads only what it needs.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::words::{Word, Words};
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
    let documents: Vec<String> =
        entries.iter().map(|entry| document(entry, &mut standings).to_string()).collect();
    let size: usize = documents.iter().map(String::len).sum();
    let standings: Vec<Value> =
        standings.iter().map(|(tone, label)| json!([tone, label])).collect();
    let mut index = vec![
        ("kinds", json!(EntryKind::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>())),
        ("standings", json!(standings)),
        ("synonyms", json!(synonyms)),
    ];
    let mut files = Vec::new();
    let docs = if size <= SMALL {
        Some(list(&documents))
    } else {
        let starts: Vec<_> = EntryKind::ALL
            .iter()
            .map(|kind| entries.partition_point(|entry| entry.kind < *kind))
            .collect();
        for (number, chunk) in documents.chunks(CHUNK).enumerate() {
            files.push(file(&format!("d{number}"), &list(chunk)));
        }
        let mut terms = Vec::new();
        shards(entries, |first, shard| {
            files.push(file(&format!("t{}", terms.len()), &shard));
            terms.push(first.to_owned());
        });
        index.extend([("chunk", json!(CHUNK)), ("starts", json!(starts)), ("terms", json!(terms))]);
        None
    };
    let members = index.iter().map(|(key, value)| format!("{}:{value}", Value::from(*key)));
    let members = members.chain(docs.map(|docs| format!("\"docs\":{docs}")));
    files.push(file(paths::SEARCH_INDEX, &object(members)));
    let all = Checksum::of_all(files.iter().map(|(_, bytes)| bytes.as_slice()));
    (all.to_string()[..10].to_owned(), files)
}

fn list(items: &[String]) -> String {
    format!("[{}]", items.join(","))
}

/// An object of members that are written already.
fn object(members: impl Iterator<Item = String>) -> String {
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

fn file(name: &str, data: &str) -> (PagePath, Vec<u8>) {
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

/// The entries that hold a form, each with whether it stands in the label.
type Held = Vec<(usize, bool)>;

/// What the index knows of words.
#[derive(Default)]
struct Postings {
    words: Words,
    /// By folded word, then by form: the entries that hold it.
    forms: Vec<Vec<(usize, Held)>>,
    /// By folded word, then by the one that follows: the entries in which it does.
    next: BTreeMap<(usize, usize), Vec<usize>>,
}

impl Postings {
    fn of(entries: &[SearchEntry]) -> Self {
        let mut postings = Self::default();
        for (number, entry) in entries.iter().enumerate() {
            for (part, in_label) in
                [(&entry.label, true), (&entry.text, false), (&entry.more, false)]
            {
                let words = postings.words.of(part);
                for word in &words {
                    postings.add(*word, number, in_label);
                }
                for pair in words.windows(2) {
                    let key = (pair[0].folded, pair[1].folded);
                    let next = postings.next.entry(key).or_default();
                    if next.last() != Some(&number) {
                        next.push(number);
                    }
                }
            }
        }
        postings
    }

    fn add(&mut self, word: Word, number: usize, in_label: bool) {
        if self.forms.len() <= word.folded {
            self.forms.resize_with(word.folded + 1, Vec::new);
        }
        let forms = &mut self.forms[word.folded];
        match forms.iter_mut().find(|(form, _)| *form == word.form) {
            Some((_, numbers)) if numbers.last().is_some_and(|(last, _)| *last == number) => {}
            Some((_, numbers)) => numbers.push((number, in_label)),
            None => forms.push((word.form, vec![(number, in_label)])),
        }
    }

    /// A word's own, as the script reads it: lists of differences; of forms twice the difference, one more in a label.
    fn coded(&self, folded: usize) -> String {
        let mut forms: Vec<_> = self.forms[folded]
            .iter()
            .map(|(form, numbers)| {
                let codes = numbers.iter().map(|(number, in_label)| (*number, *in_label));
                (
                    self.words.form(*form),
                    differences(codes, |step, in_label| step * 2 + usize::from(in_label)),
                )
            })
            .collect();
        let next = self.next.range((folded, 0)..(folded + 1, 0));
        let mut next: Vec<_> = next
            .map(|((_, word), numbers)| {
                let codes = numbers.iter().map(|number| (*number, ()));
                (self.words.folded(*word), differences(codes, |step, ()| step))
            })
            .collect();
        forms.sort_unstable();
        next.sort_unstable();
        let members = |lists: Vec<(&str, String)>| {
            object(lists.into_iter().map(|(key, list)| format!("{}:{list}", Value::from(key))))
        };
        format!("{{\"t\":{},\"n\":{}}}", members(forms), members(next))
    }
}

/// The list of the steps from one number to the next, each as `code` has it.
fn differences<T>(
    numbers: impl Iterator<Item = (usize, T)>,
    code: impl Fn(usize, T) -> usize,
) -> String {
    let mut list = String::from("[");
    let mut last = 0;
    for (number, rest) in numbers {
        if list.len() > 1 {
            list.push(',');
        }
        list.push_str(&code(number - last, rest).to_string());
        last = number;
    }
    list.push(']');
    list
}

/// The postings of all words, cut where a shard is full; each goes out with its first word.
fn shards(entries: &[SearchEntry], mut put: impl FnMut(&str, String)) {
    let postings = Postings::of(entries);
    let mut words: Vec<usize> = (0..postings.forms.len()).collect();
    words.sort_unstable_by_key(|word| postings.words.folded(*word));
    let (mut first, mut members, mut size) = ("", Vec::new(), 0);
    for word in words {
        let (name, value) = (postings.words.folded(word), postings.coded(word));
        if size > 0 && size + value.len() > SHARD {
            put(first, object(members.drain(..)));
            size = 0;
        }
        if size == 0 {
            first = name;
        }
        size += value.len();
        members.push(format!("{}:{value}", Value::from(name)));
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
        let label = |number: usize, label: &str, text: &str| SearchEntry {
            label: label.to_owned(),
            text: text.to_owned(),
            ..entry(number)
        };
        let entries: Vec<_> = (0..7)
            .map(|number| match number {
                3 => label(number, "á b", ""),
                5 => label(number, "", "á"),
                6 => label(number, "á b", "á"),
                _ => label(number, "", ""),
            })
            .collect();
        let postings = Postings::of(&entries);
        assert_eq!(postings.coded(0), "{\"t\":{\"a\u{301}\":[7,4,3]},\"n\":{\"b\":[3,3]}}");
    }
}
