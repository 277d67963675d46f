//! The agencies that cells name: joined with their short forms, asked where it cannot be told.

use std::collections::BTreeMap;

use super::answered::{is_yes, of_words};
use super::ditto;
use crate::import::agencies::registry::Registry;
use crate::import::agencies::{Party, abbreviates, defined, opens_agency, parties};
use crate::import::answers::Answers;
use crate::import::found::{Cell, Found, Region};
use crate::import::lines::marks::candidates;
use crate::import::question::Question;
use crate::import::sheet::Sheet;
use crate::model::ColumnRole;
use crate::text::search_key;

/// The most words of a name that heads an item.
const NAME: usize = 9;

/// Reads the agencies of all tasks.
pub(crate) fn agencies(
    found: &mut Found,
    registry: &mut Registry,
    answers: &Answers,
    sheet: &Sheet,
) {
    let mut questions: BTreeMap<String, Question> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    let asked = join_short_forms(found, registry, answers, sheet);
    found.questions.extend(asked);
    for table in &mut found.tables {
        let code = table.code.clone();
        let columns = [
            (ColumnRole::Leads, table.column(ColumnRole::Leads)),
            (ColumnRole::Partners, table.column(ColumnRole::Partners)),
        ];
        let mut last: BTreeMap<&str, Vec<Party>> = BTreeMap::new();
        for task in table.tasks_mut() {
            for (role, column) in columns {
                let Some(column) = column else { continue };
                let own = task.cells.get(&column).into_iter();
                let cells: Vec<_> = own
                    .chain(task.results.iter().filter_map(|cells| cells.get(&column)))
                    .cloned()
                    .collect();
                let mut all: Vec<Party> = Vec::new();
                if let Some(cell) = cells.iter().find(|cell| ditto::is_ditto(&cell.text())) {
                    if ditto::is_meant(answers) {
                        all.extend(last.get(role.code()).into_iter().flatten().cloned());
                    } else if !questions.contains_key(ditto::ID) {
                        order.push(ditto::ID.to_owned());
                        let asked =
                            ditto::question(&cell.one_line(), &task.key(code.as_deref()), answers);
                        questions.insert(ditto::ID.to_owned(), asked);
                    }
                }
                for cell in cells.iter().filter(|cell| !ditto::is_ditto(&cell.text())) {
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
                if cells.iter().any(|cell| !cell.is_empty()) {
                    last.insert(role.code(), distinct.clone());
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

/// Makes short forms mean what they are short for: where the document says so, or where their letters are the initials of
/// exactly one name. Where they are those of several, it is asked.
fn join_short_forms(
    found: &Found,
    registry: &mut Registry,
    answers: &Answers,
    sheet: &Sheet,
) -> Vec<Question> {
    for raw in &sheet.raws {
        for (full, short) in defined(&raw.text) {
            registry.join(&short, &full);
        }
    }
    let mut names: Vec<String> = registry.names().to_vec();
    let mut own: Vec<(String, String)> = Vec::new();
    for table in &found.tables {
        let columns = [ColumnRole::Leads, ColumnRole::Partners].map(|role| table.column(role));
        for task in table.tasks() {
            let cells = columns.iter().flatten().flat_map(|column| {
                let results = task.results.iter().filter_map(|cells| cells.get(column));
                task.cells.get(column).into_iter().chain(results)
            });
            let known = |words: &str| registry.knows(words);
            for party in cells.map(Cell::text).flat_map(|words| parties(&words, &known)) {
                if !party.class {
                    own.push((party.name, task.key(table.code.as_deref())));
                }
            }
        }
    }
    names.extend(own.iter().map(|(name, _)| name.clone()));
    names.extend(headings(found));
    let mut distinct: Vec<String> = Vec::new();
    for name in names {
        if !distinct.iter().any(|other| search_key(other) == search_key(&name)) {
            distinct.push(name);
        }
    }
    let mut questions: Vec<Question> = Vec::new();
    let mut done: Vec<String> = Vec::new();
    for (short, task) in own {
        if done.contains(&short) {
            continue;
        }
        done.push(short.clone());
        let fulls: Vec<&String> =
            distinct.iter().filter(|name| abbreviates(&short, name)).collect();
        let is_last = |name: &&&String| !fulls.iter().any(|other| abbreviates(name, other));
        let fulls: Vec<&String> = fulls.iter().filter(is_last).copied().collect();
        match &fulls[..] {
            [] => {}
            [full] => registry.join(&short, full),
            several => {
                let id = format!("viet-tat-{}", of_words(&short));
                let answer = answers.get(&id).map(str::to_owned);
                let meant = several.iter().find(|full| {
                    answer.as_deref().is_some_and(|answer| search_key(answer) == search_key(full))
                });
                if let Some(full) = meant {
                    registry.join(&short, full);
                }
                questions.push(Question {
                    id,
                    asked: format!("“{short}” là tên viết tắt của cơ quan nào?"),
                    words: short,
                    context: format!("nhiệm vụ {task}"),
                    taken: "một cơ quan riêng, mang tên viết tắt ấy".to_owned(),
                    others: several.iter().map(|full| (*full).clone()).collect(),
                    how: "tên đầy đủ; hoặc đúng, nếu là cơ quan riêng".to_owned(),
                    answer,
                    ..Question::default()
                });
            }
        }
    }
    questions
}

/// Agencies that items of the text are headed by, as in “1. Sở Bến Nước:”.
fn headings(found: &Found) -> Vec<String> {
    let passages = found.regions.iter().flat_map(|region| match region {
        Region::Body(passages) => &passages[..],
        _ => &[],
    });
    let named = passages.filter_map(|passage| {
        let text = &passage.line.text;
        let words = match candidates(text).is_empty() {
            true => text,
            false => text.split_once(' ')?.1,
        };
        let name = words.split(':').next()?.trim().trim_end_matches('.');
        let is_name = opens_agency(name) && name.split_whitespace().count() <= NAME;
        is_name.then(|| name.to_owned())
    });
    named.collect()
}
