//! `nhap.md`: what import asked about a plan, and what a person answered.
//!
//! In: the file's text. Out: its questions in order. The file is a report for people: of all its lines only the headings of
//! questions (`### <id>`), `Hỏi:` and `Trả lời:` are read.

use std::ops::Range;

/// A question of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedQuestion {
    /// What it is found by.
    pub id: String,
    /// What is asked.
    pub asked: String,
    /// What a person answered; none where the line is empty or gone.
    pub answer: Option<String>,
    /// The bytes of the line to answer in, or of the heading where that is gone.
    pub place: Range<usize>,
}

/// What opens the heading of a question.
pub const HEADING: &str = "### ";
/// What opens the question itself.
pub const ASKED: &str = "Hỏi:";
/// What opens the line to answer in.
pub const ANSWER: &str = "Trả lời:";

/// The questions of the file; one that stands twice is read as it stands first.
pub fn questions(text: &str) -> Vec<AskedQuestion> {
    let mut found: Vec<AskedQuestion> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        let place = start..start + words.len();
        start += line.len();
        if let Some(id) = words.strip_prefix(HEADING) {
            let (id, asked) = (id.trim().to_owned(), String::new());
            found.push(AskedQuestion { id, asked, answer: None, place });
        } else if words.starts_with("## ") || words.starts_with("# ") {
            // Another chapter of the report: its lines are no answers.
            found.push(AskedQuestion {
                id: String::new(),
                asked: String::new(),
                answer: None,
                place,
            });
        } else if let Some(question) = found.last_mut() {
            if let Some(asked) = words.strip_prefix(ASKED) {
                question.asked = asked.trim().to_owned();
            } else if let Some(answer) = words.strip_prefix(ANSWER) {
                question.place = place;
                question.answer =
                    Some(answer.trim().to_owned()).filter(|answer| !answer.is_empty());
            }
        }
    }
    found.retain(|question| !question.id.is_empty());
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|question| seen.insert(question.id.clone()));
    found
}
