//! What only a person can answer, and what a person should look at.

use super::block::Origin;

/// A question: the source's words, what they were taken for, what else they may be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// What answers are found by; the same each time the document is imported.
    pub id: String,
    /// What is asked.
    pub asked: String,
    /// The source's words.
    pub words: String,
    /// Where they stand.
    pub at: Option<Origin>,
    /// What they were taken for.
    pub taken: String,
    /// What else they may be.
    pub others: Vec<String>,
    /// What answers look like.
    pub how: String,
    /// What stands around the words.
    pub context: String,
    /// A person's answer.
    pub answer: Option<String>,
    /// Why the answer could not be taken.
    pub refused: Option<String>,
}

/// Something that was taken for something and may be otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Where.
    pub at: Option<Origin>,
    /// What.
    pub words: String,
}

impl Question {
    /// Whether a person still has to answer it.
    pub fn is_open(&self) -> bool {
        self.answer.is_none() || self.refused.is_some()
    }
}
