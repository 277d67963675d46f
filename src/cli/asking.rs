//! The questions of an import, one at a time, to whoever sits at the terminal.
//!
//! In: questions, two streams. Out: the answers, and whether there was one. An empty line leaves a question open, `?` shows
//! what stands around its words, the end of the input leaves all the rest open.

use std::io::{self, BufRead, Write};

use crate::import::{Answers, Question};

/// Asks all that is open; true where something was answered.
pub(super) fn ask(
    questions: &[Question],
    answers: &mut Answers,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) -> io::Result<bool> {
    let open: Vec<&Question> = questions.iter().filter(|question| question.is_open()).collect();
    if open.is_empty() {
        return Ok(false);
    }
    writeln!(
        output,
        "{} câu hỏi. Enter: để sau; ?: xem ngữ cảnh; Ctrl-D: để lại tất cả.",
        open.len()
    )?;
    let mut answered = false;
    for (at, question) in open.iter().enumerate() {
        writeln!(output, "\n{}/{}. {}", at + 1, open.len(), question.asked)?;
        if !question.words.is_empty() {
            writeln!(output, "   Văn bản ghi: “{}”", question.words)?;
        }
        writeln!(output, "   Đã hiểu là: {}", question.taken)?;
        if let Some(why) = &question.refused {
            writeln!(output, "   Chưa nhận được câu trả lời trước: {why}")?;
        }
        loop {
            write!(output, "   Trả lời ({}): ", question.how)?;
            output.flush()?;
            let mut line = String::new();
            if input.read_line(&mut line)? == 0 {
                writeln!(output)?;
                return Ok(answered);
            }
            match line.trim() {
                "?" => {
                    for words in [&question.context, &question.others.join("; ")] {
                        if !words.is_empty() {
                            writeln!(output, "   {words}")?;
                        }
                    }
                }
                "" => break,
                answer => {
                    answers.put(&question.id, answer);
                    answered = true;
                    break;
                }
            }
        }
    }
    Ok(answered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_asked_one_at_a_time_and_may_be_left_open() {
        let question = |id: &str| Question {
            id: id.to_owned(),
            asked: format!("Hỏi {id}"),
            context: "ngữ cảnh".to_owned(),
            ..Question::default()
        };
        let questions = ["a", "b", "c"].map(question);
        let mut answers = Answers::default();
        let mut output = Vec::new();
        let answered =
            ask(&questions, &mut answers, &mut "?\nmột\n\n".as_bytes(), &mut output).unwrap();
        assert!(answered);
        assert_eq!(
            (answers.get("a"), answers.get("b"), answers.get("c")),
            (Some("một"), None, None)
        );
        let output = String::from_utf8(output).unwrap();
        assert!(output.contains("ngữ cảnh") && output.contains("3/3. Hỏi c"), "{output}");
    }
}
