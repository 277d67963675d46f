//! Answers of people, and the ids by which questions are found again.

use crate::import::answers::Answers;
use crate::import::question::Question;
use crate::text::{search_key, slug};

/// The most letters of an id made of words.
const ID: usize = 60;

/// Words by which people say that something is right as it was taken.
const YES: [&str; 5] = ["dung", "phai", "giu nguyen", "bo qua", "co"];

/// Whether an answer says that all is right.
pub(crate) fn is_yes(answer: &str) -> bool {
    YES.contains(&search_key(answer.trim_end_matches('.')).as_str())
}

/// A part of an id that words make.
pub(super) fn of_words(words: &str) -> String {
    let mut id = slug(words);
    id.truncate(id.char_indices().nth(ID).map_or(id.len(), |(at, _)| at));
    id.trim_end_matches('-').to_owned()
}

/// Gives a question its answer, which may be refused.
pub(super) fn answer(
    question: &mut Question,
    answers: &Answers,
    take: impl FnOnce(&str) -> Result<(), String>,
) {
    let Some(given) = answers.get(&question.id) else { return };
    question.answer = Some(given.to_owned());
    if !is_yes(given) {
        question.refused = take(given).err();
    }
}
