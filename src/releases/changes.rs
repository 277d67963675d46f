//! What changed from one release to the next.
//!
//! In: the facts of both. Out: [`Changes`], in the order of their keys.

use std::collections::BTreeSet;

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
}
