//! Passages that took the place of others.
//!
//! In: changes. Out: the same, where a passage that is gone and one that is new on the same page are one change if they
//! share most of their words: a passage is named by its words, so that another word makes another passage.

use std::collections::{BTreeMap, BTreeSet};

use super::changes::Change;
use super::stated::{PASSAGE, tables};

/// Whether a fact is a passage of an editors' page.
pub fn is_passage(change: &Change) -> bool {
    change.key.table == tables::PAGES && change.key.column.starts_with(PASSAGE)
}

/// The changes with those passages put together, each in the place of the one that is gone.
pub fn paired(changes: &[Change]) -> Vec<Change> {
    let mut new: Vec<Option<&Change>> = changes
        .iter()
        .map(|change| Some(change).filter(|it| is_passage(it) && it.old.is_none()))
        .collect();
    // The place of the passage that is gone, with that of the one put there.
    let mut put: BTreeMap<usize, usize> = BTreeMap::new();
    let gone = |change: &&Change| is_passage(change) && change.new.is_none();
    for (at, change) in changes.iter().enumerate().filter(|(_, change)| gone(change)) {
        let near = new.iter().enumerate().filter_map(|(place, other)| {
            let other = (*other)?;
            let (share, is_near) = shared(change, other);
            (other.key.row == change.key.row && is_near).then_some((share, place))
        });
        // Of equals the first.
        let best = near.max_by_key(|(share, place)| (*share, std::cmp::Reverse(*place)));
        if let Some((_, place)) = best {
            put.insert(at, place);
            new[place] = None;
        }
    }
    let taken: BTreeSet<usize> = put.values().copied().collect();
    let left = changes.iter().enumerate().filter(|(at, _)| !taken.contains(at));
    let one = |(at, change): (usize, &Change)| {
        let new = put.get(&at).map_or(&change.new, |place| &changes[*place].new);
        Change { new: new.clone(), ..change.clone() }
    };
    left.map(one).collect()
}

/// How many words two passages share, and whether they are most of the longer one's.
fn shared(gone: &Change, new: &Change) -> (usize, bool) {
    let [gone, new] =
        [&gone.old, &new.new].map(|fact| fact.as_ref().map_or("", |fact| fact.value.as_str()));
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut words, mut others) = (0, 0);
    for word in gone.split_whitespace() {
        *counts.entry(word).or_default() += 1;
        words += 1;
    }
    let mut share = 0;
    for word in new.split_whitespace() {
        others += 1;
        if let Some(count) = counts.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            share += 1;
        }
    }
    (share, share * 2 >= words.max(others))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::releases::facts::{Fact, Key};
    use crate::releases::kinds::FactKind;

    fn change(name: &str, old: Option<&str>, new: Option<&str>) -> Change {
        let fact = |value: &str| Fact { kind: FactKind::Written, value: value.to_owned() };
        Change {
            key: Key::new(tables::PAGES, &["gioi-thieu"], format!("{PASSAGE}/{name}")),
            old: old.map(fact),
            new: new.map(fact),
        }
    }

    #[test]
    fn an_edited_passage_is_one_change_and_another_passage_is_not() {
        let told = |changes: &[Change]| -> Vec<(Option<String>, Option<String>)> {
            let value = |fact: Option<Fact>| fact.map(|fact| fact.value);
            paired(changes).into_iter().map(|it| (value(it.old), value(it.new))).collect()
        };
        let some = |text: &str| Some(text.to_owned());
        let edited = [
            change("a", None, Some("Lời khác hẳn thế")),
            change("b", Some("Trang do Sở A lập"), None),
            change("c", None, Some("Trang do Sở B lập")),
        ];
        assert_eq!(
            told(&edited),
            [
                (None, some("Lời khác hẳn thế")),
                (some("Trang do Sở A lập"), some("Trang do Sở B lập")),
            ]
        );
        let replaced =
            [change("a", Some("Một hai ba"), None), change("b", None, Some("Bốn năm sáu"))];
        assert_eq!(told(&replaced), [(some("Một hai ba"), None), (None, some("Bốn năm sáu"))]);
    }
}
