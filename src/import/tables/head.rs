//! What the columns of a table hold, by their headings.

use crate::import::found::Heading;
use crate::import::sheet::Line;
use crate::model::{ColumnRole, TimeMeaning, roles_of};
use crate::text::search_key;

/// The headings with the roles that a site gives them; none of a table that is not one of tasks.
pub(crate) fn headings(lines: Vec<(Line, Option<Line>)>) -> Option<Vec<Heading>> {
    let texts: Vec<&str> = lines.iter().map(|(line, _)| line.text.as_str()).collect();
    if texts.iter().any(|text| text.is_empty()) {
        return None;
    }
    let distinct = texts.iter().enumerate().all(|(at, text)| !texts[..at].contains(text));
    let roles = roles_of(&texts);
    let has = |role| roles.contains(&role);
    let is_of_tasks = has(ColumnRole::Task) && (has(ColumnRole::Leads) || has(ColumnRole::Period));
    if !is_of_tasks || !distinct {
        return None;
    }
    let headings = lines.into_iter().zip(roles);
    Some(
        headings
            .map(|((line, shared), role)| Heading { line, role, declared: false, shared })
            .collect(),
    )
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
