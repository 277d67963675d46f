//! What stands behind the words of cells: agencies and times; and what is asked about them and about the head.
//!
//! In: what was recognised, the names of a site, answers. Out: parties with ids, readings of times that people gave, and
//! questions. Words stay what they are.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use super::agencies::registry::Registry;
use super::agencies::{Party, parties};
use super::answers::Answers;
use super::found::{Found, Heading, TaskTable};
use super::question::Question;
use super::sheet::Sheet;
use crate::editor::starter::{self, PlanNumber};
use crate::model::{ColumnRole, TimeMeaning};
use crate::text::schedule::{Column, Setting, Unread, read};
use crate::text::{parse_date, search_key, slug};

/// The most letters of an id made of words.
const ID: usize = 60;

/// Words by which people say that something is right as it was taken.
const YES: [&str; 5] = ["dung", "phai", "giu nguyen", "bo qua", "co"];

/// Whether an answer says that all is right.
pub(crate) fn is_yes(answer: &str) -> bool {
    YES.contains(&search_key(answer.trim_end_matches('.')).as_str())
}

/// A part of an id that words make.
fn of_words(words: &str) -> String {
    let mut id = slug(words);
    id.truncate(id.char_indices().nth(ID).map_or(id.len(), |(at, _)| at));
    id.trim_end_matches('-').to_owned()
}

/// Asks about the head, and takes what was answered.
pub(crate) fn head(found: &mut Found, answers: &Answers) {
    let mut questions = Vec::new();
    if found.head.number.is_none() {
        let mut question = Question {
            id: "so-hieu".to_owned(),
            asked: "Số hiệu của văn bản là gì?".to_owned(),
            words: found
                .head
                .symbol
                .as_ref()
                .map(|symbol| format!("Số: … {symbol}"))
                .unwrap_or_default(),
            taken: "chưa có số, để là bản nháp".to_owned(),
            how: "số và ký hiệu, như 12/KH-UBND".to_owned(),
            ..Question::default()
        };
        answer(&mut question, answers, |answer| match PlanNumber::read(answer) {
            Ok(number) => {
                found.head.number = Some(number.to_string());
                Ok(())
            }
            Err(fault) => Err(fault.to_string()),
        });
        questions.push(question);
    }
    if found.head.day.is_none() {
        let mut question = Question {
            id: "ngay".to_owned(),
            asked: "Văn bản ban hành ngày nào?".to_owned(),
            words: found
                .head
                .year
                .map(|year| format!("ngày … tháng … năm {year}"))
                .unwrap_or_default(),
            taken: "chưa có ngày, để là bản nháp".to_owned(),
            how: "ngày/tháng/năm, như 15/01/2026".to_owned(),
            ..Question::default()
        };
        answer(&mut question, answers, |answer| match parse_date(answer) {
            Ok(day) => {
                found.head.day = Some(day);
                Ok(())
            }
            Err(fault) => Err(fault.to_string()),
        });
        questions.push(question);
    }
    if found.head.kind.is_none() {
        found.head.kind =
            found.head.number.as_deref().and_then(|number| PlanNumber::read(number).ok()?.kind());
    }
    if found.head.kind.is_none() {
        let mut question = Question {
            id: "loai".to_owned(),
            asked: "Văn bản thuộc loại nào?".to_owned(),
            taken: "kế hoạch".to_owned(),
            others: vec![
                "quyết định".to_owned(),
                "chương trình".to_owned(),
                "nghị quyết".to_owned(),
            ],
            how: "tên loại văn bản, như Kế hoạch".to_owned(),
            ..Question::default()
        };
        answer(&mut question, answers, |answer| match starter::kind(answer) {
            Ok(kind) => {
                found.head.kind = Some(kind);
                Ok(())
            }
            Err(fault) => Err(fault.to_string()),
        });
        questions.push(question);
    }
    if found.head.issuer.is_none() {
        let mut question = Question {
            id: "co-quan-ban-hanh".to_owned(),
            asked: "Cơ quan nào ban hành văn bản?".to_owned(),
            taken: "chưa rõ".to_owned(),
            how: "tên cơ quan, như UBND tỉnh Lam Giang".to_owned(),
            ..Question::default()
        };
        answer(&mut question, answers, |answer| match starter::Issuer::read(answer) {
            Ok(issuer) => {
                found.head.issuer = Some(issuer.name);
                Ok(())
            }
            Err(fault) => Err(fault.to_string()),
        });
        questions.push(question);
    }
    found.questions.splice(0..0, questions);
}

/// Gives a question its answer, which may be refused.
fn answer(
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

/// Reads the agencies of all tasks.
pub(crate) fn agencies(
    found: &mut Found,
    registry: &mut Registry,
    answers: &Answers,
    sheet: &Sheet,
) {
    let mut questions: BTreeMap<String, Question> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    for table in &mut found.tables {
        let code = table.code.clone();
        let columns = [
            (ColumnRole::Leads, table.column(ColumnRole::Leads)),
            (ColumnRole::Partners, table.column(ColumnRole::Partners)),
        ];
        for task in table.tasks_mut() {
            for (role, column) in columns {
                let Some(column) = column else { continue };
                let own = task.cells.get(&column).into_iter();
                let cells: Vec<_> = own
                    .chain(task.results.iter().filter_map(|cells| cells.get(&column)))
                    .cloned()
                    .collect();
                let mut all: Vec<Party> = Vec::new();
                for cell in cells {
                    let words = cell.text();
                    let place = cell
                        .lines
                        .first()
                        .and_then(|line| line.raws.first())
                        .map(|raw| sheet.raws[*raw].at.clone());
                    let known = |words: &str| registry.knows(words);
                    for party in parties(&words, &known) {
                        if party.doubtful {
                            let id = format!("co-quan-{}", of_words(&party.name));
                            let question = questions.entry(id.clone()).or_insert_with(|| {
                                order.push(id.clone());
                                Question {
                                    id: id.clone(),
                                    asked: format!("“{}” là tên một cơ quan, một nhóm hay nhiều cơ quan?", party.name),
                                    words: cell.one_line(),
                                    at: place.clone(),
                                    taken: "chưa gắn với cơ quan nào; lời văn bản giữ nguyên".to_owned(),
                                    others: vec!["đúng (một cơ quan)".to_owned(), "nhóm".to_owned()],
                                    how: "đúng, nhóm, hoặc tên từng cơ quan cách nhau bằng dấu chấm phẩy".to_owned(),
                                    context: format!("nhiệm vụ {}", task.key(code.as_deref())),
                                    answer: answers.get(&id).map(str::to_owned),
                                    refused: None,
                                }
                            });
                            all.extend(settled(&party, question.answer.as_deref()));
                        } else {
                            all.push(party);
                        }
                    }
                }
                let mut distinct: Vec<Party> = Vec::new();
                for mut party in all {
                    if let Some(known) = registry.doubt(&party.name) {
                        let id = format!("giong-{}", of_words(&party.name));
                        let answer = answers.get(&id).map(str::to_owned);
                        if answer.as_deref().is_some_and(is_yes) {
                            registry.same(&party.name, &known);
                        }
                        if !questions.contains_key(&id) {
                            order.push(id.clone());
                            questions.insert(
                                id.clone(),
                                Question {
                                    id,
                                    asked: format!("“{}” có phải là “{known}” không?", party.name),
                                    words: party.name.clone(),
                                    context: format!("nhiệm vụ {}", task.key(code.as_deref())),
                                    taken: "hai nơi khác nhau".to_owned(),
                                    others: vec![known],
                                    how: "đúng, hoặc không".to_owned(),
                                    answer,
                                    ..Question::default()
                                },
                            );
                        }
                    }
                    registry.register(&mut party);
                    if !distinct.iter().any(|other| other.id == party.id) {
                        distinct.push(party);
                    }
                }
                match role {
                    ColumnRole::Leads => task.leads = distinct,
                    _ => task.partners = distinct,
                }
            }
        }
    }
    found.questions.extend(order.into_iter().filter_map(|id| questions.remove(&id)));
}

/// What an answer makes of a doubtful party.
fn settled(party: &Party, answer: Option<&str>) -> Vec<Party> {
    let Some(answer) = answer else { return Vec::new() };
    let one = |name: &str, class: bool| Party {
        name: name.trim().to_owned(),
        class,
        share: party.share.clone(),
        doubtful: false,
        id: String::new(),
    };
    match search_key(answer).as_str() {
        "bo qua" => Vec::new(),
        "nhom" => vec![one(&party.name, true)],
        _ if is_yes(answer) => vec![one(&party.name, false)],
        _ => answer
            .split(';')
            .filter(|name| !name.trim().is_empty())
            .map(|name| one(name, false))
            .collect(),
    }
}

/// Asks about times that the grammar does not read.
pub(crate) fn times(found: &mut Found, answers: &Answers, sheet: &Sheet) {
    let issued = found.head.day;
    let year = found.head.year;
    let mut questions: Vec<Question> = Vec::new();
    for table in &mut found.tables {
        let Some(column) = table.column(ColumnRole::Period) else { continue };
        let setting = setting(table, issued, year);
        let code = table.code.clone();
        for task in table.tasks_mut() {
            let key = task.key(code.as_deref());
            let own = task.cells.get(&column).cloned();
            let Some(cell) = own.filter(|cell| !cell.is_empty()) else { continue };
            let words = cell.text();
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
