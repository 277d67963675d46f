//! Cells that name agencies: where one name ends and the next begins, and what each is.
//!
//! In: the words of a cell, the names that are known. Out: [`Party`]s. A cell is parted at semicolons, at items of a list
//! and where a comma or “và” stands before what begins a name or a class; commas and “và” are inside names too, and
//! where it cannot be told, it is asked.

mod party;
pub(crate) mod registry;
mod short;
mod words;

use crate::text::{one_line, search_key};

pub(crate) use party::Party;
pub(crate) use short::{abbreviates, defined};
pub(crate) use words::{opens_agency, opens_party};

/// Words before a name that are not of it: whoever leads an agency is the agency.
const BEFORE: [&str; 12] = [
    "Lãnh đạo ",
    "Giám đốc ",
    "Thủ trưởng ",
    "Chủ trì: ",
    "Chủ tịch ",
    "Cơ quan chủ trì: ",
    "Phối hợp: ",
    "Cơ quan phối hợp: ",
    "Chánh ",
    "Giao ",
    "Đề nghị ",
    "Chủ nhiệm ",
];

/// Words that name nobody.
const NOBODY: [&str; 5] = ["theo phan cong", "nhu tren", "nt", "theo quy dinh", "theo chuc nang"];

/// The parties of a cell, in its order; `known` tells whether words are a known name.
pub(crate) fn parties(cell: &str, known: &dyn Fn(&str) -> bool) -> Vec<Party> {
    let mut found = Vec::new();
    let key = search_key(&one_line(cell));
    if NOBODY.iter().any(|words| key.starts_with(words)) {
        return found;
    }
    for piece in pieces(cell) {
        for part in split(&piece, known) {
            found.extend(party(&part, known));
        }
    }
    let mut distinct: Vec<Party> = Vec::new();
    for party in found {
        if !distinct.iter().any(|other| party::key(&other.name) == party::key(&party.name)) {
            distinct.push(party);
        }
    }
    distinct
}

/// The cell at its semicolons and items; a line break parts only where a name begins behind it.
fn pieces(cell: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for line in cell.split('\n') {
        let line = line.trim();
        let item = line.strip_prefix(['-', '+']).map(str::trim_start);
        let text = item.unwrap_or(line);
        let begins = item.is_some() || opens_party(text);
        let open = pieces.last().is_some_and(|last| is_open(last));
        match pieces.last_mut() {
            Some(last) if open || !begins => *last = format!("{last} {text}"),
            _ => pieces.push(text.to_owned()),
        }
    }
    let parted = pieces.iter().flat_map(|piece| outside_brackets(piece, ';'));
    parted
        .map(|piece| piece.trim().trim_end_matches(['.', ',', ';']).trim().to_owned())
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// Whether the words wait for more: a title of a person, a comma, “và”.
fn is_open(text: &str) -> bool {
    let text = text.trim_end();
    let waits = BEFORE.iter().any(|word| text == word.trim_end());
    let lower = text.to_lowercase();
    let brackets = text.matches('(').count() > text.matches(')').count();
    waits
        || brackets
        || text.ends_with(',')
        || lower.ends_with(" và")
        || lower.ends_with(" của")
        || lower.ends_with(" với")
}

/// The text at a sign that stands in no brackets.
fn outside_brackets(text: &str, sign: char) -> Vec<String> {
    let mut depth = 0usize;
    let mut parts = vec![String::new()];
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if c == sign && depth == 0 {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    parts
}

/// A piece at commas and “và” before what begins a name or a class.
fn split(piece: &str, known: &dyn Fn(&str) -> bool) -> Vec<String> {
    if known(piece) {
        return vec![piece.to_owned()];
    }
    let mut parts: Vec<String> = Vec::new();
    let mut rest = piece;
    let mut from = 0;
    while let Some((at, length)) = next_joint(rest, from) {
        let (left, right) = (&rest[..at], rest[at + length..].trim_start());
        let left = left.trim().trim_end_matches(',').trim();
        let begins = opens_party(right) || known_prefix(right, known);
        let class = words::is_class(left) && words::continues_class(left, right);
        let whole = opens_party(left) || known(left) || !parts.is_empty();
        if begins && whole && !class {
            parts.push(left.to_owned());
            rest = right;
            from = 0;
        } else {
            from = at + length;
        }
    }
    let rest = rest.trim().trim_end_matches([',', '.']).trim();
    if !rest.is_empty() {
        parts.push(rest.to_owned());
    }
    parts
}

fn known_prefix(text: &str, known: &dyn Fn(&str) -> bool) -> bool {
    let end = text.find([',', ';']).unwrap_or(text.len());
    known(text[..end].trim())
}

/// The next comma or “và” outside brackets, from a byte on: where, and how long.
fn next_joint(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if at < from || depth > 0 {
            continue;
        }
        if c == ',' {
            return Some((at, 1));
        }
        for joint in [" và ", " cùng ", ") "] {
            if text[at..].starts_with(joint) {
                let skip = if joint == ") " { (at + 1, 1) } else { (at, joint.len()) };
                return Some(skip);
            }
        }
    }
    None
}

fn party(words: &str, known: &dyn Fn(&str) -> bool) -> Option<Party> {
    let mut name = one_line(words);
    let mut share = None;
    if let Some(open) = name.find(" (")
        && name.ends_with(')')
        && !known(&name)
    {
        let inner = name[open + 2..name.len() - 1].to_owned();
        // A short form in brackets is a name once more.
        if inner.contains(' ') {
            share = Some(inner);
        }
        name.truncate(open);
    }
    let mut stripped = true;
    while stripped && !known(&name) {
        stripped = false;
        for before in BEFORE {
            if let Some(rest) =
                name.strip_prefix(before).filter(|rest| opens_party(rest) || known(rest))
            {
                name = rest.to_owned();
                stripped = true;
            }
        }
    }
    for before in ["và ", "Và ", "cùng "] {
        if let Some(rest) = name.strip_prefix(before) {
            name = rest.to_owned();
        }
    }
    let name = name.trim().trim_end_matches(['.', ',', ';', ':']).trim().to_owned();
    if name.chars().filter(|c| c.is_alphabetic()).count() < 2 {
        return None;
    }
    let class = words::is_class(&name);
    let doubtful = !class && !known(&name) && (!opens_party(&name) || words::may_be_several(&name));
    Some(Party { name, class, share, doubtful, id: String::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, expected: &[&str]) {
        let known = |_: &str| false;
        let found: Vec<String> = parties(cell, &known)
            .into_iter()
            .map(|party| format!("{}{}", if party.class { "~" } else { "" }, party.name))
            .collect();
        assert_eq!(found, expected, "{cell}");
    }

    #[test]
    fn commas_and_joints_part_only_before_a_name() {
        check("Sở Văn hóa, Thể thao và Du lịch", &["Sở Văn hóa, Thể thao và Du lịch"]);
        check(
            "Sở Giáo dục và Đào tạo, Sở Văn hóa, Thể thao và Du lịch và Công an tỉnh",
            &["Sở Giáo dục và Đào tạo", "Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh"],
        );
        check("Các sở, ban, ngành, UBND cấp huyện", &["~Các sở, ban, ngành", "~UBND cấp huyện"]);
        check(
            "Ban Tuyên giáo Tỉnh ủy; các sở, ban, ngành, UBND cấp huyện.",
            &["Ban Tuyên giáo Tỉnh ủy", "~các sở, ban, ngành", "~UBND cấp huyện"],
        );
        check(
            "Sở TT&TT; các sở, ngành liên quan và Hiệp hội các doanh nghiệp tỉnh",
            &["Sở TT&TT", "~các sở, ngành liên quan", "Hiệp hội các doanh nghiệp tỉnh"],
        );
        check("Các DN CNTT, Điện tử, Viễn thông", &["~Các DN CNTT, Điện tử, Viễn thông"]);
        check("Các bộ, ngành, UBND tỉnh, thành phố", &["~Các bộ, ngành", "~UBND tỉnh, thành phố"]);
        check("Các bộ, cơ quan ngang bộ", &["~Các bộ, cơ quan ngang bộ"]);
    }

    #[test]
    fn lines_part_where_a_name_begins() {
        check("Lãnh đạo\nSở Y tế", &["Sở Y tế"]);
        check("Sở Y tế\nSở Xây dựng", &["Sở Y tế", "Sở Xây dựng"]);
        check("Sở Giáo dục\nvà Đào tạo", &["Sở Giáo dục và Đào tạo"]);
        check(
            "- Các sở, ban, ngành\n- Các DN CNTT, Điện tử",
            &["~Các sở, ban, ngành", "~Các DN CNTT, Điện tử"],
        );
    }

    #[test]
    fn shares_stand_apart_and_references_name_nobody() {
        let known = |_: &str| false;
        let found = parties("Bộ Tư pháp (đối với thủ tục) Bộ Tài chính (đối với đầu tư)", &known);
        let found: Vec<_> = found.iter().map(|p| (p.name.as_str(), p.share.as_deref())).collect();
        assert_eq!(
            found,
            [("Bộ Tư pháp", Some("đối với thủ tục")), ("Bộ Tài chính", Some("đối với đầu tư"))]
        );
        check("Theo phân công tại Phương án số 5", &[]);
    }
}
