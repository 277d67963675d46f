//! Values remembered under the checksum of all that they were made from.
//!
//! In: a key and a way to make the value. Out: the value, made or remembered. A value may hold messages:
//! they are remembered with it. What a whole run did not ask for is forgotten.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::output::Checksum;

/// What is remembered between runs, from any thread.
#[derive(Debug)]
pub struct Memo<V>(Option<Mutex<Known<V>>>);

#[derive(Debug)]
struct Known<V> {
    /// Each value with the run that last asked for it.
    values: BTreeMap<Checksum, (V, u64)>,
    run: u64,
}

impl<V: Clone> Memo<V> {
    /// A memo that remembers.
    pub fn new() -> Self {
        Self(Some(Mutex::new(Known { values: BTreeMap::new(), run: 0 })))
    }

    /// A memo that remembers nothing, for a single run.
    pub fn off() -> Self {
        Self(None)
    }

    /// The value under `key`; `make` is called where it is not known.
    pub fn get(&self, key: impl FnOnce() -> Checksum, make: impl FnOnce() -> V) -> V {
        let Some(known) = &self.0 else { return make() };
        let key = key();
        if let Some(value) = hold(known).asked_for(key) {
            return value;
        }
        // Made without the lock: two threads may make the same value, which does no harm.
        let value = make();
        let mut known = hold(known);
        let run = known.run;
        known.values.insert(key, (value.clone(), run));
        value
    }

    /// Forgets what was not asked for since the last call.
    pub fn forget_unused(&self) {
        let Some(known) = &self.0 else { return };
        let mut known = hold(known);
        let run = known.run;
        known.values.retain(|_, (_, asked)| *asked == run);
        known.run += 1;
    }

    /// How many values are known.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |known| hold(known).values.len())
    }
}

impl<V: Clone> Default for Memo<V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<V: Clone> Known<V> {
    fn asked_for(&mut self, key: Checksum) -> Option<V> {
        let run = self.run;
        let (value, asked) = self.values.get_mut(&key)?;
        *asked = run;
        Some(value.clone())
    }
}

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Each change under this lock is whole even if another thread panicked.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Checksum {
        Checksum::of(text.as_bytes())
    }

    #[test]
    fn a_value_is_made_once_and_forgotten_when_a_run_does_not_ask_for_it() {
        let memo = Memo::new();
        assert_eq!(memo.get(|| key("a"), || 1), 1);
        assert_eq!(memo.get(|| key("a"), || unreachable!()), 1);
        assert_eq!(memo.get(|| key("b"), || 2), 2);
        memo.forget_unused();
        assert_eq!(memo.get(|| key("a"), || unreachable!()), 1);
        memo.forget_unused();
        assert_eq!(memo.len(), 1);
        assert_eq!(memo.get(|| key("b"), || 3), 3);
    }

    #[test]
    fn a_memo_that_is_off_remembers_nothing() {
        let memo = Memo::off();
        assert_eq!(memo.get(|| unreachable!(), || 1), 1);
        assert_eq!(memo.get(|| unreachable!(), || 2), 2);
        assert_eq!(memo.len(), 0);
    }
}
