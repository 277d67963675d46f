//! Cells that say that they say what the cell above says: “nt”, “như trên”, a pair of commas.
//!
//! They are taken so only where a person says so, once for a document: some tables have a sign for “nobody” or “later”.

use super::answered::is_yes;
use crate::import::answers::Answers;
use crate::import::question::Question;
use crate::text::search_key;

/// The id of the question.
pub(super) const ID: &str = "nhu-tren";

/// What such cells have, without marks and in lower case.
const WORDS: [&str; 12] =
    ["nt", "n.t", "-nt-", "- nt -", "nhu tren", "\"", "“", "”", "''", "//", "\"\"", "“”"];

/// Whether a cell has nothing but such a word.
pub(super) fn is_ditto(words: &str) -> bool {
    let key = search_key(words.trim().trim_end_matches('.'));
    WORDS.contains(&key.trim())
}

/// Whether people said that such cells mean the cell above.
pub(super) fn is_meant(answers: &Answers) -> bool {
    answers.get(ID).is_some_and(is_yes)
}

/// The question, about the first such cell.
pub(super) fn question(words: &str, task: &str, answers: &Answers) -> Question {
    Question {
        id: ID.to_owned(),
        asked: format!("“{words}” có nghĩa là như ô ngay trên trong cùng cột không?"),
        words: words.to_owned(),
        context: format!("từ nhiệm vụ {task}, và mọi ô ghi như vậy"),
        taken: "lời văn bản giữ nguyên, chưa gắn với cơ quan hay thời gian nào".to_owned(),
        how: "đúng, hoặc không".to_owned(),
        answer: answers.get(ID).map(str::to_owned),
        ..Question::default()
    }
}
