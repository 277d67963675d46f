//! What is asked about times that the grammar does not read.

use jiff::civil::{Date, date};

use super::answered::{answer, of_words};
use super::ditto;
use crate::import::answers::Answers;
use crate::import::found::{Found, Heading, TaskTable};
use crate::import::question::Question;
use crate::import::sheet::Sheet;
use crate::model::{ColumnRole, TimeMeaning};
use crate::text::schedule::{Column, Setting, Unread, read};

/// Asks about times that the grammar does not read.
pub(crate) fn times(found: &mut Found, answers: &Answers, sheet: &Sheet) {
    let issued = found.head.day;
    let year = found.head.year;
    let mut questions: Vec<Question> = Vec::new();
    for table in &mut found.tables {
        let Some(column) = table.column(ColumnRole::Period) else { continue };
        let setting = setting(table, issued, year);
        let code = table.code.clone();
        let mut last = String::new();
        for task in table.tasks_mut() {
            let key = task.key(code.as_deref());
            let own = task.cells.get(&column).cloned();
            let Some(cell) = own.filter(|cell| !cell.is_empty()) else { continue };
            let words = cell.text();
            if ditto::is_ditto(&words) {
                if ditto::is_meant(answers) && matches!(read(&last, &setting), Ok(Some(_))) {
                    task.time_as = Some(last.clone());
                } else if !found.questions.iter().chain(&questions).any(|one| one.id == ditto::ID) {
                    questions.push(ditto::question(&words, &key, answers));
                }
                continue;
            }
            last.clone_from(&words);
            let Err(why) = read(&words, &setting) else { continue };
            let id = format!("thoi-gian-{}", of_words(&words));
            let position = questions.iter().position(|question| question.id == id);
            let at = position.unwrap_or_else(|| {
                let place = cell.lines.first().and_then(|line| line.raws.first());
                questions.push(Question {
                    id: id.clone(),
                    asked: format!("“{}” là thời gian nào?", cell.one_line()),
                    words: cell.one_line(),
                    at: place.map(|raw| sheet.raws[*raw].at.clone()),
                    taken: format!("lời văn bản giữ nguyên, không quy ra ngày ({})", reason(why)),
                    others: Vec::new(),
                    how: "viết lại cho rõ, như trước ngày 30/6/2026, 2026 - 2028, thường xuyên; hoặc bỏ qua".to_owned(),
                    context: format!("nhiệm vụ {key}"),
                    ..Question::default()
                });
                questions.len() - 1
            });
            let question = &mut questions[at];
            if position.is_some() && !question.context.ends_with('…') {
                if question.context.len() < 120 {
                    question.context = format!("{}, {key}", question.context);
                } else {
                    question.context.push('…');
                }
            }
            let mut given = None;
            answer(question, answers, |answer| match read(answer, &setting) {
                Ok(Some(_)) => {
                    given = Some(answer.to_owned());
                    Ok(())
                }
                _ => Err("chưa đọc được thời gian này".to_owned()),
            });
            task.time_as = given;
        }
    }
    found.questions.extend(questions);
}

fn reason(why: Unread) -> &'static str {
    match why {
        Unread::Ditto => "nói theo ô ở trên",
        Unread::State => "nói tình trạng, không nói thời gian",
        Unread::Vague => "không nêu mốc nào",
        Unread::NoTime => "không có lời nào về thời gian",
        Unread::Faulty(_) => "có chỗ không phải ngày tháng",
        Unread::Backwards { .. } => "kết thúc trước khi bắt đầu",
        Unread::NoYear => "không nêu năm",
        Unread::Either => "nêu hai mốc mà không rõ mốc nào",
        Unread::Duration => "là độ dài, không nói bắt đầu từ đâu",
        Unread::NoRhythm => "nói định kỳ mà không nói bao lâu một lần",
        Unread::DueUnclear => "nói kỳ và ngày không khớp nhau",
        Unread::SetElsewhere => "đầu, cuối kỳ do nơi khác đặt",
        Unread::InName => "mốc có thể chỉ là một phần của tên văn bản",
        Unread::Partial => "chỉ nêu thời gian của một phần việc",
        Unread::Several => "nêu nhiều mốc không tách được",
        Unread::Uncovered => "có lời chưa đọc được chắc chắn",
    }
}

fn setting(table: &TaskTable, issued: Option<Date>, year: Option<i16>) -> Setting {
    let column = match table.meaning {
        TimeMeaning::Deadline => Column::Deadline,
        TimeMeaning::Period => Column::Period,
        TimeMeaning::Unclear => Column::Unclear,
    };
    let heading = table.headings.iter().find(|heading| heading.role == ColumnRole::Period);
    let stand_in = date(year.unwrap_or(2000), 1, 1);
    Setting {
        column,
        heading_year: heading.and_then(heading_year),
        issued: issued.unwrap_or(stand_in),
        is_undated: issued.is_none(),
        plan: None,
    }
}

/// The one year that a heading names.
fn heading_year(heading: &Heading) -> Option<i16> {
    let text = &heading.line.text;
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let mut years = numbers.filter_map(|digits| digits.parse::<i16>().ok());
    years.next().filter(|_| years.next().is_none())
}
