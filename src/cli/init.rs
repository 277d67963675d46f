//! `congkhai init`: a new site.

use std::io::{self, BufRead, IsTerminal, Write};

use jiff::civil::Date;

use super::{Exit, InitArgs, Surroundings, files, report};
use crate::editor::starter::{self, Answers, Issuer, PlanNumber};
use crate::text::dates::{self, parse_date};

const NUMBER: &str = "01/KH-UBND";
const ISSUER: &str = "UBND tỉnh Lam Giang";

pub(super) fn run(arguments: &InitArgs, surroundings: &Surroundings) -> Exit {
    let folder = &arguments.folder;
    match files::is_free(folder) {
        Ok(true) => {}
        Ok(false) => {
            report::complain(&format!(
                "lỗi: “{}” không trống. Chọn một thư mục mới; không tệp nào bị đổi.",
                folder.display()
            ));
            return Exit::Usage;
        }
        Err(error) => return report::environment(&error),
    }
    let asked = if io::stdin().is_terminal() {
        asked(arguments, surroundings.today, &mut io::stdin().lock(), &mut io::stderr())
    } else {
        Ok(Some(assumed(arguments, surroundings.today)))
    };
    let answers = match asked {
        Ok(Some(answers)) => answers,
        Ok(None) => {
            report::complain("Đã dừng; chưa tạo gì.");
            return Exit::Usage;
        }
        Err(error) => return report::environment(&error),
    };
    let as_of = arguments.as_of.unwrap_or(surroundings.today);
    let site = starter::files(&answers, as_of);
    let texts = site.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    if let Err(error) = files::fill(folder, texts) {
        return report::environment(&error);
    }
    report::say(&told(arguments, &answers));
    Exit::Done
}

fn told(arguments: &InitArgs, answers: &Answers) -> String {
    let folder = arguments.folder.to_string_lossy();
    let step =
        if folder.contains(' ') { format!("cd \"{folder}\"") } else { format!("cd {folder}") };
    let plan = answers.number.plan_id(answers.date.year());
    format!(
        "Đã tạo trang mới trong {folder}: Kế hoạch {} {}, {}.

  content/README.md: hướng dẫn biên tập
  content/ke-hoach/{plan}/: văn bản và nhiệm vụ mẫu, để thay bằng của kế hoạch thật

Việc tiếp theo:
  {step}
  congkhai serve    xem thử, tự cập nhật khi sửa tệp
  congkhai check    kiểm tra
  congkhai build    dựng trang vào output/
",
        answers.number,
        dates::long(answers.date),
        answers.issuer.name,
    )
}

/// What is taken where nobody can be asked: an example that says of itself that it is one.
fn assumed(arguments: &InitArgs, today: Date) -> Answers {
    let example = "the examples can be read";
    Answers {
        number: arguments
            .number
            .clone()
            .unwrap_or_else(|| PlanNumber::read(NUMBER).expect(example)),
        date: arguments.date.unwrap_or(today),
        issuer: arguments.issuer.clone().unwrap_or_else(|| Issuer::read(ISSUER).expect(example)),
    }
}

/// Asks for what was not given; none where the answers end early.
fn asked(
    arguments: &InitArgs,
    today: Date,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) -> io::Result<Option<Answers>> {
    let mut assumed = assumed(arguments, today);
    if arguments.number.is_none() {
        let question = format!("Số hiệu kế hoạch [{NUMBER}]: ");
        let Some(number) = answer(&question, assumed.number, PlanNumber::read, input, output)?
        else {
            return Ok(None);
        };
        assumed.number = number;
    }
    if arguments.date.is_none() {
        let question = format!("Ngày ban hành [{today}]: ");
        let Some(date) = answer(&question, today, parse_date, input, output)? else {
            return Ok(None);
        };
        assumed.date = date;
    }
    if arguments.issuer.is_none() {
        let question = format!("Cơ quan ban hành [{ISSUER}]: ");
        let Some(issuer) = answer(&question, assumed.issuer, Issuer::read, input, output)? else {
            return Ok(None);
        };
        assumed.issuer = issuer;
    }
    Ok(Some(assumed))
}

/// Asks until there is an answer that can be read; an empty one takes the default.
fn answer<T, E: std::fmt::Display>(
    question: &str,
    default: T,
    read: impl Fn(&str) -> Result<T, E>,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) -> io::Result<Option<T>> {
    loop {
        output.write_all(question.as_bytes())?;
        output.flush()?;
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            writeln!(output)?;
            return Ok(None);
        }
        if line.trim().is_empty() {
            return Ok(Some(default));
        }
        match read(line.trim()) {
            Ok(value) => return Ok(Some(value)),
            Err(fault) => writeln!(output, "  Chưa hiểu: {fault}.")?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(typed: &str) -> (Option<Answers>, String) {
        let arguments = InitArgs {
            folder: "moi".into(),
            number: None,
            date: None,
            issuer: Some(Issuer::read("UBND xã Bến Đò").unwrap()),
            as_of: None,
        };
        let mut output = Vec::new();
        let today = jiff::civil::date(2026, 5, 25);
        let answers = asked(&arguments, today, &mut typed.as_bytes(), &mut output).unwrap();
        (answers, String::from_utf8(output).unwrap())
    }

    #[test]
    fn what_is_not_given_is_asked_until_it_can_be_read() {
        let (answers, talk) = ask("mười hai\n12/KH-UBND\n31/02/2026\n15/1/2026\n");
        let answers = answers.unwrap();
        assert_eq!(answers.number.plan_id(answers.date.year()), "12-kh-ubnd-2026");
        assert_eq!(answers.date, jiff::civil::date(2026, 1, 15));
        assert_eq!(answers.issuer.locality, "xã Bến Đò");
        assert_eq!(talk.matches("Số hiệu kế hoạch [01/KH-UBND]: ").count(), 2, "{talk}");
        assert_eq!(talk.matches("  Chưa hiểu: ").count(), 2, "{talk}");
        assert!(!talk.contains("Cơ quan ban hành"), "{talk}");
    }

    #[test]
    fn an_empty_answer_takes_the_default_and_an_early_end_makes_nothing() {
        let (answers, _) = ask("\n\n");
        let answers = answers.unwrap();
        assert_eq!((answers.number.to_string().as_str(), answers.date.year()), (NUMBER, 2026));
        assert_eq!(ask("12/KH-UBND\n").0, None);
    }
}
