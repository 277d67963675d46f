//! Published facts, a line each.
//!
//! In: facts, by what they are facts of. Out: sorted lines, each with a number that only the publisher could tell
//! beforehand, so that a line which a law orders removed can be replaced by its hash, and nobody can guess it back.
//! A later kind of fact adds lines and changes none.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use serde::{Deserialize, Serialize};

use super::kinds::FactKind;
use crate::transparency::SigningKey;
use crate::transparency::tree::{self, Hash};

/// What a fact is a fact of: a table of open data, the row's key and the column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The table's name.
    pub table: String,
    /// What names the row.
    pub row: Vec<String>,
    /// The column, or the path to a value within a record.
    pub column: String,
}

impl Key {
    /// The key as one text, for lists of keys.
    pub fn path(&self) -> String {
        format!("{}/{}/{}", self.table, self.row.join("/"), self.column)
    }
}

/// What a release says of a [`Key`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Whether editors wrote it.
    pub kind: FactKind,
    /// The value, as open data has it.
    pub value: String,
}

/// All facts of a release.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts(BTreeMap<Key, Fact>);

impl Facts {
    /// No facts.
    pub fn new() -> Self {
        Self::default()
    }

    /// States a fact; what has no value is none.
    pub fn put(&mut self, key: Key, kind: FactKind, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            self.0.insert(key, Fact { kind, value });
        }
    }

    /// The fact of a key.
    pub fn get(&self, key: &Key) -> Option<&Fact> {
        self.0.get(key)
    }

    /// The value of a key, where there is one.
    pub fn value(&self, key: &Key) -> Option<&str> {
        self.0.get(key).map(|fact| fact.value.as_str())
    }

    /// All, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&Key, &Fact)> {
        self.0.iter()
    }

    /// The facts of a row of a table.
    pub fn of_row<'f>(
        &'f self,
        table: &'f str,
        row: &'f [String],
    ) -> impl Iterator<Item = (&'f Key, &'f Fact)> {
        let from = Key { table: table.to_owned(), row: row.to_vec(), column: String::new() };
        self.0.range(from..).take_while(move |(key, _)| key.table == table && key.row == row)
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The lines as they are published, in order, without line ends.
    pub fn lines(&self, key: &SigningKey) -> Vec<String> {
        let line = |(of, fact): (&Key, &Fact)| {
            let (kind, value) = (fact.kind.code(), &fact.value);
            let bare = to_json(&(&of.table, &of.row, &of.column, kind, value));
            let salt = STANDARD_NO_PAD.encode(key.secret_of(bare.as_bytes()));
            to_json(&(&of.table, &of.row, &of.column, kind, value, salt))
        };
        self.0.iter().map(line).collect()
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
        is_salted.then_some((Self::Told(Key { table, row, column }, Fact { kind, value }), hash))
    }
}

/// The line that stands in the place of one that was withdrawn.
pub fn withdrawn(hash: &Hash) -> String {
    to_json(&RawWithdrawn { da_rut: hex(hash) })
}

/// A file of facts as it was read.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The facts that are still told.
    pub facts: Facts,
    /// The hash of each line.
    pub hashes: Vec<Hash>,
    /// The lines themselves.
    pub lines: Vec<String>,
    /// The lines that were withdrawn, by their place from 0.
    pub withdrawn: BTreeSet<usize>,
}

impl Sheet {
    /// Reads a file; nothing where a line is none, stands twice or out of order.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let mut sheet = Self::default();
        let mut last: Option<Key> = None;
        if text.is_empty() {
            return Some(sheet);
        }
        for (place, line) in text.strip_suffix('\n')?.split('\n').enumerate() {
            sheet.lines.push(line.to_owned());
            let (line, hash) = Line::read(line)?;
            sheet.hashes.push(hash);
            match line {
                Line::Withdrawn => {
                    sheet.withdrawn.insert(place);
                }
                Line::Told(key, fact) => {
                    if last.as_ref().is_some_and(|last| *last >= key) {
                        return None;
                    }
                    last = Some(key.clone());
                    sheet.facts.0.insert(key, fact);
                }
            }
        }
        Some(sheet)
    }

    /// What stands for all lines in the ledger.
    pub fn root(&self) -> Hash {
        tree::root(&self.hashes)
    }
}

/// The root over lines.
pub fn root_of(lines: &[String]) -> Hash {
    let hashes: Vec<Hash> = lines.iter().map(|line| tree::leaf(line.as_bytes())).collect();
    tree::root(&hashes)
}

/// Lines as a file.
pub fn to_file(lines: &[String]) -> Vec<u8> {
    lines.iter().flat_map(|line| [line.as_bytes(), b"\n"]).flatten().copied().collect()
}

fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("texts become JSON")
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn unhex(text: &str) -> Option<Hash> {
    let checksum: crate::output::Checksum = text.parse().ok()?;
    Some(*checksum.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(column: &str) -> Key {
        Key { table: "nhiem-vu".into(), row: vec!["p".into(), "1.1".into()], column: column.into() }
    }

    fn signer() -> SigningKey {
        SigningKey::from_seed("lam-giang.example", &[1; 32]).unwrap()
    }

    fn facts(of: &[(&str, &str)]) -> Facts {
        let mut facts = Facts::new();
        for (column, value) in of {
            facts.put(key(column), FactKind::Written, *value);
        }
        facts
    }

    #[test]
    fn a_new_fact_changes_no_other_line() {
        let old = facts(&[("chu_tri", "so-a"), ("nguyen_van", "Lập danh mục.")]);
        let new = facts(&[("chu_tri", "so-a"), ("khac", "mới"), ("nguyen_van", "Lập danh mục.")]);
        let (old, new) = (old.lines(&signer()), new.lines(&signer()));
        assert_eq!(new.len(), 3);
        assert!(old.iter().all(|line| new.contains(line)));
    }

    #[test]
    fn lines_are_read_back_and_a_withdrawn_one_keeps_the_root() {
        let facts = facts(&[("chu_tri", "so-a"), ("nguyen_van", "Lời\ncó \"dấu\".")]);
        let mut lines = facts.lines(&signer());
        let root = root_of(&lines);
        let sheet = Sheet::read(&to_file(&lines)).unwrap();
        assert_eq!((sheet.facts.clone(), sheet.root()), (facts.clone(), root));
        lines[1] = withdrawn(&tree::leaf(lines[1].as_bytes()));
        let sheet = Sheet::read(&to_file(&lines)).unwrap();
        assert_eq!(
            (sheet.facts.len(), sheet.withdrawn, sheet.hashes.len()),
            (1, BTreeSet::from([1]), 2)
        );
        assert_eq!(tree::root(&sheet.hashes), root);
    }

    #[test]
    fn what_is_no_file_of_facts_is_refused() {
        let lines = facts(&[("a", "1"), ("b", "2")]).lines(&signer());
        assert!(Sheet::read(&to_file(&lines)).is_some());
        assert!(Sheet::read(&to_file(&[lines[1].clone(), lines[0].clone()])).is_none());
        assert!(Sheet::read(&to_file(&[lines[0].clone(), lines[0].clone()])).is_none());
        assert!(Sheet::read(lines[0].as_bytes()).is_none());
        assert!(Sheet::read(b"{}\n").is_none());
        assert!(Sheet::read(b"").is_some());
    }

    #[test]
    fn nobody_without_the_key_can_tell_a_line() {
        let other = SigningKey::from_seed("lam-giang.example", &[2; 32]).unwrap();
        let facts = facts(&[("a", "1")]);
        assert_ne!(facts.lines(&signer()), facts.lines(&other));
        assert_eq!(facts.lines(&signer()), facts.lines(&signer()));
    }
}
