//! What people answered: by the id of a question.

use std::collections::BTreeMap;

use crate::parse::import_notes;

/// Answers by the ids of their questions.
#[derive(Clone, Debug, Default)]
pub struct Answers(BTreeMap<String, String>);

impl Answers {
    /// The answers that stand in `nhap.md`, or in a file that is written like it.
    pub fn of(text: &str) -> Self {
        let questions = import_notes::questions(text).into_iter();
        Self(questions.filter_map(|question| Some((question.id, question.answer?))).collect())
    }

    /// The answer to a question.
    pub fn get(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }

    /// Takes an answer; the one that came before goes.
    pub fn put(&mut self, id: &str, answer: &str) {
        self.0.insert(id.to_owned(), answer.to_owned());
    }

    /// Takes the answers of others, which count more.
    pub fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }
}
