//! The facts of a release as a file, a line each.
//!
//! In: facts and the key. Out: sorted lines, each with a number that only the publisher could tell beforehand, so that a
//! line which a law orders removed can be replaced by its hash, and nobody can guess it back; and such files as they are
//! read. A later kind of fact adds lines and changes none. The lines are held once, as the text of the file.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::facts::{Fact, Facts, Key, Name, hex, unhex};
use super::kinds::FactKind;
use crate::transparency::SigningKey;
use crate::transparency::tree::{self, Hash};
use crate::vocabulary::columns::TABLES;

/// So many lines are written or read by a thread at a time.
const TOGETHER: usize = 1 << 12;

/// So many parts of that size are made before they are put together.
const AT_A_TIME: usize = 16;

/// A file of facts.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The facts that are still told.
    pub facts: Arc<Facts>,
    /// The hash of each line.
    pub hashes: Vec<Hash>,
    /// The file: the lines, each with its end.
    pub text: String,
    /// The lines that were withdrawn, by their place from 0.
    pub withdrawn: BTreeSet<usize>,
}

impl Sheet {
    /// The file of these facts as `key` publishes them.
    pub fn written(facts: Arc<Facts>, key: &SigningKey) -> Self {
        let mut text = String::with_capacity(facts.iter().map(|(of, fact)| room(of, fact)).sum());
        let mut hashes = Vec::with_capacity(facts.len());
        // Some parts at a time, so that the lines are not held twice.
        for facts in facts.as_slice().chunks(TOGETHER * AT_A_TIME) {
            let parts = facts.par_chunks(TOGETHER).map(|facts| lines(facts, key));
            for (more, of_them) in parts.collect::<Vec<_>>() {
                text.push_str(&more);
                hashes.extend(of_them);
            }
        }
        Self { facts, hashes, text, withdrawn: BTreeSet::new() }
    }

    /// Reads a file; nothing where a line is none, stands twice or out of order.
    pub fn read(bytes: Vec<u8>) -> Option<Self> {
        let mut sheet = Self { text: String::from_utf8(bytes).ok()?, ..Self::default() };
        if sheet.text.is_empty() {
            return Some(sheet);
        }
        let lines: Vec<&str> = sheet.text.strip_suffix('\n')?.split('\n').collect();
        let read: Vec<(Line, Hash)> = lines
            .par_iter()
            .with_min_len(TOGETHER)
            .map(|line| Line::read(line))
            .collect::<Option<_>>()?;
        let mut facts: Vec<(Key, Fact)> = Vec::with_capacity(read.len());
        for (place, (line, hash)) in read.into_iter().enumerate() {
            sheet.hashes.push(hash);
            match line {
                Line::Withdrawn => {
                    sheet.withdrawn.insert(place);
                }
                Line::Told(mut key, fact) => {
                    if let Some((last, _)) = facts.last().filter(|(last, _)| last.row == key.row) {
                        key.row = Arc::clone(&last.row);
                    }
                    facts.push((key, fact));
                }
            }
        }
        sheet.facts = Arc::new(Facts::in_order(facts)?);
        Some(sheet)
    }

    /// What stands for all lines in the ledger.
    pub fn root(&self) -> Hash {
        tree::root(&self.hashes)
    }

    /// The facts that are still told, each with the hash of its line.
    pub fn told(&self) -> impl Iterator<Item = (&Key, &Hash)> {
        let told =
            self.hashes.iter().enumerate().filter(|(place, _)| !self.withdrawn.contains(place));
        self.facts.iter().zip(told).map(|((key, _), (_, hash))| (key, hash))
    }

    /// The same with the hashes of these lines in their places.
    pub fn without(&self, gone: &BTreeSet<Hash>) -> Self {
        let mut text = String::with_capacity(self.text.len());
        for (hash, line) in self.hashes.iter().zip(self.text.split_terminator('\n')) {
            match gone.contains(hash) {
                true => text.push_str(&withdrawn(hash)),
                false => text.push_str(line),
            }
            text.push('\n');
        }
        Self::read(text.into_bytes()).expect("our own lines can be read")
    }
}

/// A line: table, key of the row, column, kind, value, and the number that nobody else could tell.
type RawFact = (String, Vec<String>, String, String, String, String);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWithdrawn {
    da_rut: String,
}

/// A published line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A fact.
    Told(Key, Fact),
    /// The hash of one that was withdrawn later.
    Withdrawn,
}

impl Line {
    /// Reads a line and the hash that stands for it in the ledger.
    pub fn read(line: &str) -> Option<(Self, Hash)> {
        if let Ok(RawWithdrawn { da_rut }) = serde_json::from_str(line) {
            let hash = unhex(&da_rut)?;
            // One form only, so that one ledger has one file.
            return (withdrawn(&hash) == line).then_some((Self::Withdrawn, hash));
        }
        let (table, row, column, kind, value, salt): RawFact = serde_json::from_str(line).ok()?;
        let hash = tree::leaf(line.as_bytes());
        let kind = FactKind::ALL.iter().copied().find(|known| known.code() == kind)?;
        let is_salted = STANDARD_NO_PAD.decode(salt).is_ok_and(|salt| salt.len() == 16);
        let key = Key { table: known(table), row: row.into(), column: known(column) };
        is_salted.then_some((Self::Told(key, Fact { kind, value }), hash))
    }
}

/// How long the line of a fact is, but for signs that are escaped.
fn room(of: &Key, fact: &Fact) -> usize {
    let row: usize = of.row.iter().map(|part| part.len() + 3).sum();
    of.table.len() + row + of.column.len() + fact.value.len() + 48
}

/// Lines with their ends, and the hash of each.
fn lines(facts: &[(Key, Fact)], key: &SigningKey) -> (String, Vec<Hash>) {
    let (mut text, mut hashes) = (String::new(), Vec::with_capacity(facts.len()));
    for (of, fact) in facts {
        let line = line(of, fact, key);
        hashes.push(tree::leaf(line.as_bytes()));
        text.push_str(&line);
        text.push('\n');
    }
    (text, hashes)
}

/// The line of a fact.
fn line(of: &Key, fact: &Fact, key: &SigningKey) -> String {
    let kind = fact.kind.code();
    let mut line = to_json(&(&of.table, &*of.row, &of.column, kind, &fact.value));
    let salt = STANDARD_NO_PAD.encode(key.secret_of(line.as_bytes()));
    line.pop();
    line.push_str(&format!(",\"{salt}\"]"));
    line
}

/// The line that stands in the place of one that was withdrawn.
fn withdrawn(hash: &Hash) -> String {
    to_json(&RawWithdrawn { da_rut: hex(hash) })
}

/// A name out of a file: that of the catalogue, where it has one.
fn known(name: String) -> Name {
    static NAMES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
        TABLES
            .iter()
            .flat_map(|table| table.columns.iter().map(|it| it.name).chain([table.name]))
            .collect()
    });
    NAMES.get(&*name).map_or(Name::Owned(name), |name| Name::Borrowed(name))
}

fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("texts become JSON")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(column: &'static str) -> Key {
        Key::new("nhiem-vu", &["p", "1.1"], column)
    }

    fn signer() -> SigningKey {
        SigningKey::from_seed("lam-giang.example", &[1; 32]).unwrap()
    }

    fn facts(of: &[(&'static str, &str)]) -> Arc<Facts> {
        let mut facts = Facts::new();
        for (column, value) in of {
            facts.put(key(column), FactKind::Written, *value);
        }
        Arc::new(facts)
    }

    fn lines_of(facts: &Arc<Facts>, key: &SigningKey) -> Vec<String> {
        Sheet::written(Arc::clone(facts), key).text.lines().map(str::to_owned).collect()
    }

    fn read(lines: &[&str]) -> Option<Sheet> {
        Sheet::read(lines.iter().map(|line| format!("{line}\n")).collect::<String>().into_bytes())
    }

    #[test]
    fn a_new_fact_changes_no_other_line() {
        let old = facts(&[("chu_tri", "so-a"), ("nguyen_van", "Lập danh mục.")]);
        let new = facts(&[("chu_tri", "so-a"), ("khac", "mới"), ("nguyen_van", "Lập danh mục.")]);
        let (old, new) = (lines_of(&old, &signer()), lines_of(&new, &signer()));
        assert_eq!(new.len(), 3);
        assert!(old.iter().all(|line| new.contains(line)));
    }

    #[test]
    fn lines_are_read_back_and_a_withdrawn_one_keeps_the_root() {
        let facts = facts(&[("chu_tri", "so-a"), ("nguyen_van", "Lời\ncó \"dấu\".")]);
        let sheet = Sheet::written(Arc::clone(&facts), &signer());
        let again = Sheet::read(sheet.text.clone().into_bytes()).unwrap();
        assert_eq!((&again.facts, again.root()), (&facts, sheet.root()));
        assert_eq!((&again.text, &again.hashes), (&sheet.text, &sheet.hashes));
        let less = sheet.without(&BTreeSet::from([sheet.hashes[1]]));
        assert_eq!((less.facts.len(), &less.withdrawn), (1, &BTreeSet::from([1])));
        assert_eq!((&less.hashes, less.root()), (&sheet.hashes, sheet.root()));
        assert!(!less.text.contains("dấu") && less.told().count() == 1);
    }

    #[test]
    fn what_is_no_file_of_facts_is_refused() {
        let lines = lines_of(&facts(&[("a", "1"), ("b", "2")]), &signer());
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        assert!(read(&lines).is_some());
        assert!(read(&[lines[1], lines[0]]).is_none());
        assert!(read(&[lines[0], lines[0]]).is_none());
        assert!(Sheet::read(lines[0].into()).is_none());
        assert!(read(&["{}"]).is_none());
        assert!(read(&[]).is_some());
    }

    #[test]
    fn nobody_without_the_key_can_tell_a_line() {
        let other = SigningKey::from_seed("lam-giang.example", &[2; 32]).unwrap();
        let facts = facts(&[("a", "1")]);
        assert_ne!(lines_of(&facts, &signer()), lines_of(&facts, &other));
        assert_eq!(lines_of(&facts, &signer()), lines_of(&facts, &signer()));
    }

    #[test]
    fn lines_are_the_same_however_many_threads_write_and_read_them() {
        let mut facts = Facts::new();
        for number in 0..3 * TOGETHER {
            let key = Key::new("nhiem-vu", &["p", &format!("{number:06}")], "nguyen_van");
            facts.put(key, FactKind::Written, "Lời \"khác\".");
        }
        let facts = Arc::new(facts);
        let with = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| {
                let sheet = Sheet::written(Arc::clone(&facts), &signer());
                let again = Sheet::read(sheet.text.clone().into_bytes()).unwrap();
                assert!(again.facts == facts && again.hashes == sheet.hashes);
                (sheet.root(), sheet.text)
            })
        };
        let one = with(1);
        assert!(one == with(3));
        assert_eq!(one.1.lines().count(), facts.len());
    }
}
