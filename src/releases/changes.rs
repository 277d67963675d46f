//! What changed from one release to the next.
//!
//! In: the facts of both. Out: [`Changes`], in the order of their keys.

use std::cmp::Ordering;

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
        let (mut old, mut new) = (old.iter().peekable(), new.iter().peekable());
        let mut list = Vec::new();
        loop {
            let order = match (old.peek(), new.peek()) {
                (None, None) => return Self { list },
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some((old, _)), Some((new, _))) => old.cmp(new),
            };
            let was = old.next_if(|_| order.is_le());
            let is = new.next_if(|_| order.is_ge());
            let is_same = was.map(|(_, fact)| &fact.value) == is.map(|(_, fact)| &fact.value);
            if let Some((key, _)) = was.or(is).filter(|_| !is_same) {
                let fact = |of: Option<(&Key, &Fact)>| of.map(|(_, fact)| fact.clone());
                list.push(Change { key: key.clone(), old: fact(was), new: fact(is) });
            }
        }
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
