//! Published facts, by what they are facts of.
//!
//! In: facts as they are found, on several threads. Out: [`Facts`] in the order of their keys, whoever found them first.
//! 10,000 tasks have 380,000: names that many share are held once.

use std::borrow::Cow;
use std::sync::Arc;

use rayon::prelude::*;

use super::kinds::FactKind;
use crate::transparency::tree::Hash;

/// The name of a table or a column: mostly one of the catalogue, which is not copied for each fact.
pub type Name = Cow<'static, str>;

/// What names a row: its facts share it.
pub type RowName = Arc<[String]>;

/// What a fact is a fact of: a table of open data, the row's key and the column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The table's name.
    pub table: Name,
    /// What names the row.
    pub row: RowName,
    /// The column, or the path to a value within a record.
    pub column: Name,
}

impl Key {
    /// The key of a column, or of a path within a record.
    pub fn new(table: &'static str, row: &[&str], column: impl Into<Name>) -> Self {
        let row = row.iter().map(|part| (*part).to_owned()).collect();
        Self { table: table.into(), row, column: column.into() }
    }

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

/// Facts in the order in which they are found.
#[derive(Debug, Default)]
pub struct Gathered(Vec<(Key, Fact)>);

impl Gathered {
    /// States a fact; what has no value is none.
    pub fn put(&mut self, key: Key, kind: FactKind, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            self.0.push((key, Fact { kind, value }));
        }
    }
}

/// All facts of a release, in the order of their keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts(Vec<(Key, Fact)>);

/// Of two facts of one key the one that was found later counts.
impl FromIterator<Gathered> for Facts {
    fn from_iter<I: IntoIterator<Item = Gathered>>(gathered: I) -> Self {
        let parts: Vec<Gathered> = gathered.into_iter().collect();
        let mut facts = Vec::with_capacity(parts.iter().map(|part| part.0.len()).sum());
        parts.into_iter().for_each(|part| facts.extend(part.0));
        facts.par_sort_by(|(one, _), (other, _)| one.cmp(other));
        facts.dedup_by(|later, kept| {
            let is_same = later.0 == kept.0;
            if is_same {
                std::mem::swap(later, kept);
            }
            is_same
        });
        Self(facts)
    }
}

impl Facts {
    /// No facts.
    pub fn new() -> Self {
        Self::default()
    }

    /// States a fact; what has no value is none.
    pub fn put(&mut self, key: Key, kind: FactKind, value: impl Into<String>) {
        let value = value.into();
        if value.is_empty() {
            return;
        }
        let fact = Fact { kind, value };
        match self.place(&key) {
            Ok(at) => self.0[at].1 = fact,
            Err(at) => self.0.insert(at, (key, fact)),
        }
    }

    fn place(&self, key: &Key) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.cmp(key))
    }

    /// The fact of a key.
    pub fn get(&self, key: &Key) -> Option<&Fact> {
        self.place(key).ok().map(|at| &self.0[at].1)
    }

    /// The value of a key, where there is one.
    pub fn value(&self, key: &Key) -> Option<&str> {
        self.get(key).map(|fact| fact.value.as_str())
    }

    /// All, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Key, &Fact)> {
        self.0.iter().map(|(key, fact)| (key, fact))
    }

    /// The facts of a row of a table.
    pub fn of_row<'f>(
        &'f self,
        table: &'f str,
        row: &'f [String],
    ) -> impl Iterator<Item = (&'f Key, &'f Fact)> {
        let from = self.0.partition_point(|(key, _)| (&*key.table, &*key.row) < (table, row));
        let of_row = self.0[from..]
            .iter()
            .take_while(move |(key, _)| key.table == table && *key.row == *row);
        of_row.map(|(key, fact)| (key, fact))
    }

    /// Facts that are in order already; nothing where they are not, or one key has two.
    pub(super) fn in_order(facts: Vec<(Key, Fact)>) -> Option<Self> {
        let is_sorted = facts.is_sorted_by(|(one, _), (next, _)| one < next);
        is_sorted.then_some(Self(facts))
    }

    pub(super) fn as_slice(&self) -> &[(Key, Fact)] {
        &self.0
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
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

    #[test]
    fn of_two_facts_of_one_key_the_later_counts_and_the_order_is_that_of_keys() {
        let key = |column| Key::new("nhiem-vu", &["p", "1.1"], column);
        let of = |facts: &[(&'static str, &str)]| {
            let mut part = Gathered::default();
            for (column, value) in facts {
                part.put(key(*column), FactKind::Written, *value);
            }
            part
        };
        let parts = [of(&[("c", "1"), ("a", "2")]), of(&[("b", "3"), ("c", "4"), ("d", "")])];
        let gathered: Facts = parts.into_iter().collect();
        let mut put = Facts::new();
        for (column, value) in [("c", "1"), ("b", "3"), ("a", "2"), ("c", "4"), ("d", "")] {
            put.put(key(column), FactKind::Written, value);
        }
        assert_eq!(gathered, put);
        let told: Vec<_> = put.iter().map(|(key, fact)| (&*key.column, &*fact.value)).collect();
        assert_eq!(told, [("a", "2"), ("b", "3"), ("c", "4")]);
        assert_eq!(put.value(&key("b")), Some("3"));
        assert_eq!(put.of_row("nhiem-vu", &["p".into(), "1.1".into()]).count(), 3);
        assert_eq!(put.of_row("nhiem-vu", &["p".into()]).count(), 0);
    }
}
