//! `congkhai init`: a new site.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

use super::{Exit, InitArgs, Surroundings, files, report};
use crate::editor::starter::{self, Answers, Issuer, Locality, PlanNumber};
use crate::text::dates::{self, parse_date};

pub(super) fn run(arguments: &InitArgs, surroundings: &Surroundings) -> Exit {
    let folder = &arguments.folder;
    match files::is_free(folder) {
        Ok(true) => {}
        Ok(false) => return taken(folder),
        Err(error) => return report::environment(&error),
    }
    let asked = if io::stdin().is_terminal() {
        surroundings.watch.ask(|| {
            let (input, output) = (&mut io::stdin().lock(), &mut io::stderr());
            answers(arguments, &mut Asked { input, output })
        })
    } else {
        answers(arguments, &mut Missed::default())
    };
    let answers = match asked {
        Ok(answers) => answers,
        Err(Ended::Early) => {
            report::complain("Đã dừng; chưa tạo gì.");
            return Exit::Usage;
        }
        Err(Ended::Missing(what)) => {
            report::complain(&format!(
                "lỗi: Thiếu {}. Ở đây không có ai để hỏi: ghi thêm rồi gõ lại. Chưa tạo gì.",
                what.join("; ")
            ));
            return Exit::Usage;
        }
        Err(Ended::Failed(error)) => return report::environment(&error),
    };
    let as_of = arguments.as_of.unwrap_or(surroundings.today);
    let site = starter::files(&answers, as_of);
    let texts = site.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    match files::fill(folder, texts) {
        Ok(true) => {}
        Ok(false) => return taken(folder),
        Err(error) => return report::environment(&error),
    }
    report::say(&told(arguments, &answers))
}

fn taken(folder: &Path) -> Exit {
    report::complain(&format!(
        "lỗi: “{}” không trống. Chọn một thư mục mới; không tệp nào bị đổi.",
        folder.display()
    ));
    Exit::Usage
}

fn told(arguments: &InitArgs, answers: &Answers) -> String {
    let folder = arguments.folder.to_string_lossy();
    let step =
        if folder.contains(' ') { format!("cd \"{folder}\"") } else { format!("cd {folder}") };
    let plan = answers.number.plan_id(answers.date.year());
    let issuer = &answers.issuer;
    let capitals = match issuer.was_in_capitals {
        true => format!(
            "\n  content/co-quan/{}.yml: tên cơ quan, viết lại từ chữ hoa; xem đã đúng chưa",
            issuer.id
        ),
        false => String::new(),
    };
    let voice = match answers.compiler {
        Some(_) => "trang tổng hợp từ nguồn công khai",
        None => {
            "trang của chính cơ quan; nếu bạn tổng hợp từ nguồn công khai thì sửa vai_tro ở đây"
        }
    };
    format!(
        "Đã tạo trang mới trong {folder}: {} {} {}, {}.

  content/README.md: hướng dẫn biên tập
  content/trang.yml: {voice}
  content/ke-hoach/{plan}/: văn bản và nhiệm vụ mẫu, để thay bằng của văn bản thật{capitals}

Việc tiếp theo:
  {step}
  congkhai serve    xem thử, tự cập nhật khi sửa tệp
  congkhai check    kiểm tra
  congkhai build    dựng trang vào output/
",
        answers.kind.label(),
        answers.number,
        dates::long(answers.date),
        issuer.name,
    )
}

/// Why there are no answers.
#[derive(Debug)]
enum Ended {
    /// Whoever was asked went away.
    Early,
    /// Nobody could be asked for these.
    Missing(Vec<String>),
    /// The terminal failed.
    Failed(io::Error),
}

/// Something that a new site needs to know.
struct Question {
    /// As it is asked.
    asked: &'static str,
    /// As it is given on the command line.
    option: &'static str,
    /// What an answer looks like.
    like: &'static str,
}

const NUMBER: Question =
    Question { asked: "Số hiệu văn bản", option: "--number", like: "12/KH-UBND" };
const KIND: Question = Question { asked: "Loại văn bản", option: "--kind", like: "ke_hoach" };
const DATE: Question = Question { asked: "Ngày ban hành", option: "--date", like: "2026-01-15" };
const ISSUER: Question =
    Question { asked: "Cơ quan ban hành", option: "--issuer", like: "UBND tỉnh Lam Giang" };
const PLACE: Question =
    Question { asked: "Địa phương", option: "--place", like: "tỉnh Lam Giang" };

/// Where answers come from that were not given.
trait Source {
    /// The answer to a question; none where it can only be missed.
    fn answer<T, E: std::fmt::Display>(
        &mut self,
        question: &Question,
        read: impl Fn(&str) -> Result<T, E>,
    ) -> Result<Option<T>, Ended>;

    /// What was missed.
    fn missed(&mut self) -> Vec<String> {
        Vec::new()
    }
}

/// Somebody at a terminal.
struct Asked<'a> {
    input: &'a mut dyn BufRead,
    output: &'a mut dyn Write,
}

impl Asked<'_> {
    fn line(&mut self, question: &str) -> io::Result<Option<String>> {
        self.output.write_all(question.as_bytes())?;
        self.output.flush()?;
        let mut line = String::new();
        if self.input.read_line(&mut line)? == 0 {
            writeln!(self.output)?;
            return Ok(None);
        }
        Ok(Some(line))
    }
}

impl Source for Asked<'_> {
    /// Asks until there is an answer that can be read.
    fn answer<T, E: std::fmt::Display>(
        &mut self,
        question: &Question,
        read: impl Fn(&str) -> Result<T, E>,
    ) -> Result<Option<T>, Ended> {
        let words = format!("{}, như {}: ", question.asked, question.like);
        loop {
            let line = self.line(&words).map_err(Ended::Failed)?.ok_or(Ended::Early)?;
            match read(line.trim()) {
                Ok(value) => return Ok(Some(value)),
                Err(fault) => {
                    writeln!(self.output, "  Chưa hiểu: {fault}.").map_err(Ended::Failed)?;
                }
            }
        }
    }
}

/// Nobody.
#[derive(Default)]
struct Missed(Vec<String>);

impl Source for Missed {
    fn answer<T, E: std::fmt::Display>(
        &mut self,
        question: &Question,
        _: impl Fn(&str) -> Result<T, E>,
    ) -> Result<Option<T>, Ended> {
        let Question { asked, option, like } = question;
        self.0.push(format!("{option} ({}, như “{like}”)", asked.to_lowercase()));
        Ok(None)
    }

    fn missed(&mut self) -> Vec<String> {
        std::mem::take(&mut self.0)
    }
}

/// What was given, what that tells, and the answers of `source` for the rest.
fn answers(arguments: &InitArgs, source: &mut impl Source) -> Result<Answers, Ended> {
    let number = match &arguments.number {
        Some(number) => Some(number.clone()),
        None => source.answer(&NUMBER, PlanNumber::read)?,
    };
    let told = arguments.kind.or_else(|| number.as_ref()?.kind());
    let kind = match (told, &number) {
        (Some(kind), _) => Some(kind),
        // Perhaps the number will tell.
        (None, None) => None,
        (None, Some(_)) => source.answer(&KIND, starter::kind)?,
    };
    let date = match arguments.date {
        Some(date) => Some(date),
        None => source.answer(&DATE, parse_date)?,
    };
    let issuer = match &arguments.issuer {
        Some(issuer) => Some(issuer.clone()),
        None => source.answer(&ISSUER, Issuer::read)?,
    };
    let told = arguments.place.clone().or_else(|| issuer.as_ref()?.place.clone());
    let place = match (told, &issuer) {
        (Some(place), _) => Some(place),
        (None, None) => None,
        (None, Some(_)) => source.answer(&PLACE, Locality::read)?,
    };
    match (number, kind, date, issuer, place) {
        (Some(number), Some(kind), Some(date), Some(issuer), Some(place)) => {
            let compiler = arguments.compiled_by.clone();
            Ok(Answers { number, kind, date, issuer, place, compiler })
        }
        _ => Err(Ended::Missing(source.missed())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(issuer: Option<&str>) -> InitArgs {
        InitArgs {
            folder: "moi".into(),
            number: None,
            kind: None,
            date: None,
            issuer: issuer.map(|issuer| Issuer::read(issuer).unwrap()),
            place: None,
            compiled_by: None,
            as_of: None,
        }
    }

    fn ask(issuer: &str, typed: &str) -> (Result<Answers, Ended>, String) {
        let mut output = Vec::new();
        let mut source = Asked { input: &mut typed.as_bytes(), output: &mut output };
        let answers = answers(&given(Some(issuer)), &mut source);
        (answers, String::from_utf8(output).unwrap())
    }

    #[test]
    fn what_is_not_given_is_asked_until_it_can_be_read() {
        let typed = "mười hai\n\n12/KH-UBND\n31/02/2026\n15/1/2026\n";
        let (answers, talk) = ask("UBND xã Bến Đò", typed);
        let answers = answers.unwrap();
        assert_eq!(answers.number.plan_id(answers.date.year()), "12-kh-ubnd-2026");
        assert_eq!(answers.date, jiff::civil::date(2026, 1, 15));
        assert_eq!(answers.place.as_str(), "xã Bến Đò");
        assert_eq!(talk.matches("Số hiệu văn bản, như 12/KH-UBND: ").count(), 3, "{talk}");
        assert_eq!(talk.matches("  Chưa hiểu: ").count(), 3, "{talk}");
        assert!(!talk.contains("Cơ quan ban hành") && !talk.contains("Loại"), "{talk}");
    }

    #[test]
    fn what_number_and_issuer_do_not_tell_is_asked() {
        let typed = "77/UBND-VX\nChương trình\n2026-01-15\ntỉnh Lam Giang\n";
        let (answers, talk) = ask("Tỉnh ủy", typed);
        let answers = answers.unwrap();
        assert_eq!(answers.kind.code(), "chuong_trinh");
        assert_eq!(answers.place.bare(), "Lam Giang");
        assert!(talk.contains("Loại văn bản") && talk.contains("Địa phương"), "{talk}");
    }

    #[test]
    fn an_early_end_makes_nothing() {
        assert!(matches!(ask("UBND xã Bến Đò", "12/KH-UBND\n").0, Err(Ended::Early)));
    }

    #[test]
    fn where_nobody_can_be_asked_all_that_is_missing_is_named() {
        let missing = |arguments: &InitArgs| match answers(arguments, &mut Missed::default()) {
            Err(Ended::Missing(what)) => what.join(" "),
            other => panic!("{other:?}"),
        };
        let all = missing(&given(None));
        for option in ["--number", "--date", "--issuer"] {
            assert!(all.contains(option), "{all}");
        }
        let place = InitArgs {
            number: Some(PlanNumber::read("77/UBND-VX").unwrap()),
            date: Some(jiff::civil::date(2026, 1, 15)),
            ..given(Some("Ban Bến Nước"))
        };
        assert_eq!(
            missing(&place),
            "--kind (loại văn bản, như “ke_hoach”) --place (địa phương, như “tỉnh Lam Giang”)"
        );
    }
}
