//! What stands behind the words of cells: agencies and times; and what is asked about them and about the head.
//!
//! In: what was recognised, the names of a site, answers. Out: parties with ids, readings of times that people gave, and
//! questions. Words stay what they are.

mod answered;
mod ditto;
mod head;
mod parties;
mod times;

use super::answers::Answers;
use super::found::Found;
use super::question::Question;

pub(crate) use head::head;
pub(crate) use parties::agencies;
pub(crate) use times::times;

/// Asks once a table whose cells were weighed.
pub(crate) fn weighed(found: &mut Found, answers: &Answers) {
    for (nth, table) in found.tables.iter().enumerate() {
        let unsure: Vec<String> = table
            .tasks()
            .filter(|task| task.unsure)
            .map(|task| task.key(table.code.as_deref()))
            .collect();
        if unsure.is_empty() {
            continue;
        }
        let id = format!("o-bang-{}", nth + 1);
        found.questions.push(Question {
            asked: "Các ô của những nhiệm vụ này đã được chia đúng chưa?".to_owned(),
            words: format!("nhiệm vụ {}", unsure.join(", ")),
            taken: "bản chữ không nói ô nào hết ở đâu; đã chia theo cách có lẽ đúng nhất, cần đối chiếu từng ô".to_owned(),
            others: Vec::new(),
            how: "đúng, sau khi đã đối chiếu và sửa các tệp nhiệm vụ".to_owned(),
            context: String::new(),
            answer: answers.get(&id).map(str::to_owned),
            id,
            ..Question::default()
        });
    }
}
