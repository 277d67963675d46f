//! The questions of an import, one at a time, to whoever sits at the terminal.
//!
//! In: questions, two streams, and what the questions become with an answer more. Out: the answers. An empty line leaves a
//! question open, `?` shows what stands around its words, the end of the input leaves all the rest open. An answer that
//! cannot be taken is told at once, and asked for again.

use std::collections::BTreeSet;
use std::io::{self, BufRead, Write};

use crate::import::{Answers, Question};
use crate::text::nfc;

/// Asks all that is open; `again` says what is asked with the answers so far. A stream that fails ends the talk like one
/// that ends: what was answered stays.
pub(super) fn ask(
    questions: Vec<Question>,
    answers: &mut Answers,
    again: impl FnMut(&Answers) -> Vec<Question>,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) {
    // Whoever hung up is told nothing more, and loses nothing.
    let _ended = talk(questions, answers, again, input, output);
}

fn talk(
    mut questions: Vec<Question>,
    answers: &mut Answers,
    mut again: impl FnMut(&Answers) -> Vec<Question>,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) -> io::Result<()> {
    // What was asked, answered or not.
    let mut done: BTreeSet<String> = BTreeSet::new();
    let is_open = |question: &&Question, done: &BTreeSet<String>| {
        question.is_open() && !done.contains(&question.id)
    };
    let count = questions.iter().filter(|question| question.is_open()).count();
    if count > 0 {
        writeln!(
            output,
            "{count} câu hỏi. Enter: để sau; ?: xem ngữ cảnh; Ctrl-D: để lại tất cả."
        )?;
    }
    while let Some(question) = questions.iter().find(|question| is_open(question, &done)).cloned() {
        let left = questions.iter().filter(|question| is_open(question, &done)).count();
        show(&question, done.len() + 1, done.len() + left, output)?;
        match answered(&question, input, output)? {
            Said::Answer(answer) => {
                answers.put(&question.id, &answer);
                questions = again(answers);
                let refused =
                    questions.iter().any(|one| one.id == question.id && one.refused.is_some());
                if refused {
                    continue;
                }
            }
            Said::Later => {}
            Said::Ended => return writeln!(output),
        }
        done.insert(question.id);
    }
    Ok(())
}

fn show(question: &Question, at: usize, of: usize, output: &mut dyn Write) -> io::Result<()> {
    writeln!(output, "\n{at}/{of}. {}", question.asked)?;
    if !question.words.is_empty() {
        writeln!(output, "   Văn bản ghi: “{}”", question.words)?;
    }
    writeln!(output, "   Đã hiểu là: {}", question.taken)?;
    if let Some(why) = &question.refused {
        writeln!(output, "   Chưa nhận được câu trả lời trước: {why}")?;
    }
    Ok(())
}

/// What a person said to a question.
enum Said {
    Answer(String),
    Later,
    Ended,
}

fn answered(
    question: &Question,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) -> io::Result<Said> {
    loop {
        write!(output, "   Trả lời ({}): ", question.how)?;
        output.flush()?;
        let mut line = Vec::new();
        // A line that no Enter ended may be half an answer.
        if input.read_until(b'\n', &mut line)? == 0 || !line.ends_with(b"\n") {
            return Ok(Said::Ended);
        }
        let Some(line) = std::str::from_utf8(&line).ok().map(str::trim).filter(is_plain) else {
            writeln!(
                output,
                "   Dòng vừa gõ có ký tự không phải chữ (phím mũi tên, bảng mã khác Unicode), nên chưa nhận. Hãy gõ lại."
            )?;
            continue;
        };
        match line {
            "?" => {
                let more = [&question.context, &question.others.join("; ")].map(String::clone);
                for words in more.iter().filter(|words| !words.is_empty()) {
                    writeln!(output, "   {words}")?;
                }
                if more.iter().all(String::is_empty) {
                    writeln!(output, "   Không có gì thêm để xem.")?;
                }
            }
            "" => return Ok(Said::Later),
            answer => return Ok(Said::Answer(nfc(answer).into_owned())),
        }
    }
}

/// Keys that move or erase send signs of their own where the terminal does not take them.
fn is_plain(line: &&str) -> bool {
    !line.contains(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn questions(answers: &Answers) -> Vec<Question> {
        let question = |id: &str| Question {
            id: id.to_owned(),
            asked: format!("Hỏi {id}"),
            context: "ngữ cảnh".to_owned(),
            answer: answers.get(id).map(str::to_owned),
            refused: answers.get(id).filter(|answer| *answer == "sai").map(|_| "lẽ ra".to_owned()),
            ..Question::default()
        };
        ["a", "b", "c"].map(question).into()
    }

    #[track_caller]
    fn check(typed: &[u8], answered: [Option<&str>; 3], told: &[&str]) {
        let mut answers = Answers::default();
        let mut output = Vec::new();
        ask(questions(&answers), &mut answers, questions, &mut &*typed, &mut output);
        assert_eq!(["a", "b", "c"].map(|id| answers.get(id)), answered);
        let output = String::from_utf8(output).unwrap();
        for words in told {
            assert!(output.contains(words), "{words}: {output}");
        }
    }

    #[test]
    fn questions_are_asked_one_at_a_time_and_may_be_left_open() {
        check("?\nmột\n\n".as_bytes(), [Some("một"), None, None], &["ngữ cảnh", "3/3. Hỏi c"]);
        check(b"", [None; 3], &["3 câu hỏi", "1/3. Hỏi a"]);
    }

    #[test]
    fn an_answer_that_is_refused_is_asked_for_at_once() {
        let told = ["Chưa nhận được câu trả lời trước: lẽ ra", "2/3. Hỏi b"];
        check("sai\nđúng\n".as_bytes(), [Some("đúng"), None, None], &told);
        check("sai\n\nhai\n".as_bytes(), [Some("sai"), Some("hai"), None], &["3/3. Hỏi c"]);
    }

    #[test]
    fn what_is_no_answer_is_not_taken_for_one() {
        // A key that moves, another code, a line that ends with the input.
        check(b"\x1b[A\n", [None; 3], &["không phải chữ"]);
        check(b"K\xe9\n", [None; 3], &["không phải chữ"]);
        check(b"12/K", [None; 3], &[]);
        check("Tha\u{301}ng 6\n".as_bytes(), [Some("Tháng 6"), None, None], &[]);
    }
}
