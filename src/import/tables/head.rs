//! What the columns of a table hold, by their headings.

use crate::import::found::Heading;
use crate::import::sheet::Line;
use crate::model::{ColumnRole, TimeMeaning, roles_of};
use crate::text::search_key;

/// What stands for a heading that is not there.
const NAMELESS: &str = "---";

/// The headings with the roles that a site gives them; none of a table that is not one of tasks.
pub(crate) fn headings(lines: Vec<(Line, Option<Line>)>) -> Option<Vec<Heading>> {
    let mut lines = lines;
    // A column of numbers may have no heading: hyphens are no word of the document's.
    let nameless = lines.first().is_some_and(|(line, _)| line.text.is_empty());
    if nameless {
        lines[0].0.text = NAMELESS.to_owned();
    }
    let texts: Vec<&str> = lines.iter().map(|(line, _)| line.text.as_str()).collect();
    if texts.iter().any(|text| text.is_empty()) || !distinct(&texts) {
        return None;
    }
    let mut roles = roles_of(&texts);
    if nameless && !roles.contains(&ColumnRole::Number) {
        roles[0] = ColumnRole::Number;
    }
    let has = |role| roles.contains(&role);
    let is_of_tasks = has(ColumnRole::Task) && (has(ColumnRole::Leads) || has(ColumnRole::Period));
    if !is_of_tasks {
        return None;
    }
    let headings = lines.into_iter().zip(roles);
    Some(
        headings
            .map(|((line, shared), role)| {
                let declared = line.text == NAMELESS;
                Heading { line, role, declared, shared }
            })
            .collect(),
    )
}

/// The headings with the roles that a person gave them: `hạng mục = nhiệm vụ; hạn = thời gian`.
pub(crate) fn declared(lines: Vec<(Line, Option<Line>)>, said: &str) -> Option<Vec<Heading>> {
    let said: Vec<(String, String)> = said
        .split(';')
        .filter_map(|pair| pair.split_once('='))
        .map(|(heading, role)| (search_key(heading), search_key(role)))
        .collect();
    let role = |line: &Line| {
        let key = search_key(&line.text);
        let word = said.iter().find(|(heading, _)| heading.trim() == key.trim());
        word.map_or(ColumnRole::Other, |(_, word)| match word.trim() {
            "so" | "tt" | "stt" => ColumnRole::Number,
            "nhiem vu" => ColumnRole::Task,
            "chu tri" => ColumnRole::Leads,
            "phoi hop" => ColumnRole::Partners,
            "thoi gian" => ColumnRole::Period,
            "san pham" => ColumnRole::Product,
            _ => ColumnRole::Other,
        })
    };
    let texts: Vec<&str> = lines.iter().map(|(line, _)| line.text.as_str()).collect();
    let fits = distinct(&texts) && texts.iter().all(|text| !text.is_empty());
    let roles: Vec<ColumnRole> = lines.iter().map(|(line, _)| role(line)).collect();
    let once = ColumnRole::ALL.iter().all(|role| {
        *role == ColumnRole::Other || roles.iter().filter(|other| *other == role).count() < 2
    });
    let headings = lines.into_iter().zip(roles);
    let headings =
        headings.map(|((line, shared), role)| Heading { line, role, declared: true, shared });
    let headings: Vec<Heading> = headings.collect();
    let has_task = headings.iter().any(|heading| heading.role == ColumnRole::Task);
    (fits && once && has_task).then_some(headings)
}

fn distinct(texts: &[&str]) -> bool {
    texts.iter().enumerate().all(|(at, text)| !texts[..at].contains(text))
}

/// What a bare date below the heading means, as far as the heading says.
pub(crate) fn meaning(headings: &[Heading]) -> TimeMeaning {
    let Some(heading) = headings.iter().find(|heading| heading.role == ColumnRole::Period) else {
        return TimeMeaning::Unclear;
    };
    let key = search_key(&heading.line.text);
    let ends = ["thoi han", "hoan thanh", "ky han", "han "].iter().any(|word| key.contains(word));
    let runs = ["thuc hien", "trien khai", "thoi diem"].iter().any(|word| key.contains(word));
    match (ends, runs) {
        (true, false) => TimeMeaning::Deadline,
        (false, true) => TimeMeaning::Period,
        _ => TimeMeaning::Unclear,
    }
}

/// Whether a cell only numbers its column: `(1)`, `2`.
pub(crate) fn is_column_number(text: &str) -> bool {
    let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(text);
    (1..=2).contains(&inner.len()) && inner.bytes().all(|byte| byte.is_ascii_digit())
}
