//! Tables of tasks: what the text's headings and the plan's declarations say of each together.

use std::collections::BTreeSet;

use super::numbers;
use super::reader::Reader;
use crate::diagnostic::catalog::{ck100, ck160, ck161, ck162};
use crate::diagnostic::{Place, SourcePath};
use crate::model::{self, Column, ColumnRole, SharedHeading, TaskTable, TimeMeaning};
use crate::parse::raw::{RawPlan, RawTaskTable};
use crate::parse::{Doc, HeadingRow, RawHeading, RawPlanTextFile, RawTableHeader, is_code};
use crate::text::fold::search_key;
use crate::text::near::nearest;
use crate::vocabulary::table::{self as words, Heading};

/// The tables of a plan, in the order of its text; one at least.
pub(super) fn tables(
    file: &SourcePath,
    raw: &RawPlan,
    text: Option<&Doc<RawPlanTextFile>>,
    reader: &mut Reader<'_>,
) -> Vec<TaskTable> {
    let headers: Vec<&RawTableHeader> =
        text.into_iter().flat_map(|text| text.value.text.table_headers()).collect();
    let is_whole = text.is_some_and(|text| !text.value.is_disordered);
    let mut codes: BTreeSet<&str> = BTreeSet::new();
    let count = headers.len().max(raw.bang_nhiem_vu.len()).max(1);
    let mut tables = Vec::new();
    for position in 0..count {
        let at = file.key("bang_nhiem_vu").index(position);
        let declared = raw.bang_nhiem_vu.get(position);
        let code = declared.and_then(|table| table.ma.as_deref());
        match code {
            Some(_) if position == 0 => {
                reader.problems.push(ck162::first_table_with_code(at.field("ma")));
            }
            Some(code) => self::code(at.field("ma"), code, &mut codes, reader),
            None if position > 0 => {
                let at = if declared.is_some() { at.clone() } else { file.key("bang_nhiem_vu") };
                reader.problems.push(ck162::table_without_code(at, position + 1));
            }
            None => {}
        }
        if position > 0 && position >= headers.len() && is_whole {
            reader.problems.push(ck162::table_not_in_text(at.clone(), position + 1));
        }
        let name = numbers::table_name(raw, position);
        let mut table = TaskTable::unprinted(code.map(str::to_owned), name);
        let header = headers.get(position).copied().zip(text.map(|text| &text.source));
        if let Some((header, source)) = header {
            columns(&mut table, header, source, declared, &at, reader);
        }
        if let Some(declared) = declared {
            declarations(&mut table, declared, &at, reader);
        }
        if let Some(heading) = table.heading(&Column::Period)
            && declared.is_none_or(|table| table.y_nghia_thoi_gian.is_none())
        {
            let at = if declared.is_some() { at } else { file.key("bang_nhiem_vu") };
            reader.problems.push(ck161::meaning_not_stated(at, heading));
        }
        tables.push(table);
    }
    for (index, group) in raw.nhom_nhiem_vu.iter().enumerate() {
        if let Some(ma) = &group.ma {
            let at = file.key("nhom_nhiem_vu").index(index).field("ma");
            code(at, ma, &mut codes, reader);
        }
    }
    tables
}

fn code<'a>(at: Place, code: &'a str, codes: &mut BTreeSet<&'a str>, reader: &mut Reader<'_>) {
    if !is_code(code) {
        reader.problems.push(ck162::not_a_code(at, code));
    } else if !codes.insert(code) {
        let first = at.file.key("bang_nhiem_vu");
        reader.problems.push(ck100::id_given_twice(at, code, first));
    }
}

/// What the plan says of a table beyond its columns.
fn declarations(
    table: &mut TaskTable,
    declared: &RawTaskTable,
    at: &Place,
    reader: &mut Reader<'_>,
) {
    let meaning = declared.y_nghia_thoi_gian.as_deref();
    let meaning = meaning.and_then(|word| reader.word(at.field("y_nghia_thoi_gian"), word));
    table.time_meaning = meaning.unwrap_or(TimeMeaning::Unclear);
    let year = declared.nam.as_deref();
    let year = year.and_then(|year| reader.number::<i16>(at.field("nam"), year));
    table.year = year.or(table.year);
    for (index, heading) in declared.o_trong.iter().enumerate() {
        known_heading(table, at.field("o_trong").index(index), heading, reader);
    }
}

/// Reports a heading that the table does not have.
pub(super) fn known_heading(
    table: &TaskTable,
    at: Place,
    heading: &str,
    reader: &mut Reader<'_>,
) -> bool {
    let known: Vec<&str> = table.headings.iter().map(|one| one.text.as_str()).collect();
    let is_known = known.contains(&heading);
    if !is_known {
        let near = nearest(heading, known.iter().copied());
        reader.problems.push(ck160::no_such_column(at, heading, near, &known));
    }
    is_known
}

/// The columns of a table, from its headings and what is declared of them.
fn columns(
    table: &mut TaskTable,
    header: &RawTableHeader,
    source: &SourcePath,
    declared: Option<&RawTaskTable>,
    at: &Place,
    reader: &mut Reader<'_>,
) {
    let (mut lines, mut numbers): (Vec<&RawHeading>, Vec<String>) = (Vec::new(), Vec::new());
    let mut below = false;
    for heading in &header.headings {
        match heading.row {
            HeadingRow::Numbers => numbers.push(heading.text.clone()),
            HeadingRow::First => lines.push(heading),
            HeadingRow::Second => {
                match table.shared.last_mut().filter(|_| below) {
                    Some(shared) => shared.columns += 1,
                    // The heading above turns out to be shared: its place is its first column's.
                    None => table.shared.extend(lines.pop().map(|above| SharedHeading {
                        words: self::heading(above),
                        first: lines.len(),
                        columns: 1,
                    })),
                }
                lines.push(heading);
            }
        }
        below = heading.row == HeadingRow::Second;
    }
    table.headings = lines.iter().map(|line| self::heading(line)).collect();
    table.document = header.document.clone();
    if lines.is_empty() {
        return;
    }
    if numbers.len() > lines.len() {
        let first = header.headings.iter().find(|heading| heading.row == HeadingRow::Numbers);
        let at = first.map_or(source.whole(), |first| source.passage(first.span.clone()));
        reader.problems.push(ck160::more_numbers_than_columns(at, numbers.len(), lines.len()));
    } else if !numbers.is_empty() {
        // The first columns often go without a number.
        let unnumbered = std::iter::repeat_n(String::new(), lines.len() - numbers.len());
        table.column_numbers = unnumbered.chain(numbers).collect();
    }
    let headings: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    for (index, heading) in headings.iter().enumerate() {
        if headings[..index].contains(heading) {
            let at = source.passage(lines[index].span.clone());
            reader.problems.push(ck160::heading_twice(at, heading));
        }
    }
    let mut roles: Vec<Option<ColumnRole>> = vec![None; headings.len()];
    for (heading, role) in declared.into_iter().flat_map(|table| &table.cot) {
        let at = at.field("cot");
        if !known_heading(table, at.clone(), heading, reader) {
            continue;
        }
        let role = reader.word::<ColumnRole>(at, role);
        for (index, _) in headings.iter().enumerate().filter(|(_, other)| *other == heading) {
            roles[index] = role;
        }
    }
    recognised(&headings, &mut roles, |first, second, role| {
        // A heading that stands twice is told already.
        if headings[first] == headings[second] {
            return;
        }
        let at = source.passage(lines[second].span.clone());
        let (first, second) = (headings[first], headings[second]);
        reader.problems.push(ck160::two_columns(at, first, second, role.code()));
    });
    let columns = headings.iter().zip(&roles);
    table.columns = columns
        .map(|(heading, role)| Column::of(role.unwrap_or(ColumnRole::Other), heading))
        .collect();
    if !table.columns.contains(&Column::Task) {
        let at = source.passage(lines[0].span.clone());
        reader.problems.push(ck160::no_task_column(at, &headings));
    }
    let times = headings.iter().zip(&table.columns);
    let times = times.filter(|(_, column)| **column == Column::Period);
    table.year = times.filter_map(|(heading, _)| year(heading)).next();
}

fn heading(raw: &RawHeading) -> model::Heading {
    model::Heading { text: raw.text.clone(), calls: raw.calls.clone() }
}

/// What columns under these headings hold, as far as a site tells by itself.
pub fn roles_of(headings: &[&str]) -> Vec<ColumnRole> {
    let mut roles = vec![None; headings.len()];
    recognised(headings, &mut roles, |_, _, _| {});
    roles.into_iter().map(|role| role.unwrap_or(ColumnRole::Other)).collect()
}

/// Gives each column without a role what its heading says among the others; `twice` is told of two that are as sure.
fn recognised(
    headings: &[&str],
    roles: &mut [Option<ColumnRole>],
    mut twice: impl FnMut(usize, usize, ColumnRole),
) {
    let said: Vec<Heading> = headings.iter().map(|heading| words::heading(&key(heading))).collect();
    let declared = roles.to_vec();
    // “Đơn vị” beside no time, partner or product may as well be a unit of measure.
    let of_tasks =
        [ColumnRole::Leads, ColumnRole::Partners, ColumnRole::Period, ColumnRole::Product];
    let is_said = |role: &ColumnRole| {
        declared.contains(&Some(*role))
            || said.contains(&Heading::Sure(*role))
            || said.contains(&Heading::Likely(*role))
    };
    let is_of_tasks = of_tasks.iter().filter(|role| is_said(role)).count() > 1;
    for role in ColumnRole::ALL.iter().copied().filter(|role| *role != ColumnRole::Other) {
        if declared.contains(&Some(role)) {
            continue;
        }
        let saying = |wanted: Heading, roles: &[Option<ColumnRole>]| -> Vec<usize> {
            let said = said.iter().enumerate();
            said.filter(|(at, said)| **said == wanted && roles[*at].is_none())
                .map(|(at, _)| at)
                .collect()
        };
        let sure = saying(Heading::Sure(role), roles);
        let likely = saying(Heading::Likely(role), roles);
        match (&sure[..], &likely[..]) {
            ([first, second, ..], _) => twice(*first, *second, role),
            ([only], _) => roles[*only] = Some(role),
            ([], [only]) if is_of_tasks || !of_tasks.contains(&role) => roles[*only] = Some(role),
            ([], _) => {}
        }
    }
}

/// A heading without marks, in lower case, its signs as spaces.
fn key(heading: &str) -> String {
    let key = search_key(heading);
    let words = key.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The one year that a heading names, as in “Thời gian (Năm 2026)”.
fn year(heading: &str) -> Option<i16> {
    let numbers = heading.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let mut years = numbers.filter(|digits| digits.len() == 4).filter_map(|digits| {
        let year: i16 = digits.parse().ok()?;
        (1900..2200).contains(&year).then_some(year)
    });
    years.next().filter(|_| years.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The roles of headings parted by `|`, as content calls them; `!` before a role that two claim.
    #[track_caller]
    fn check(headings: &str, expected: &str) {
        let headings: Vec<&str> = headings.split('|').map(str::trim).collect();
        let mut roles = vec![None; headings.len()];
        let mut twice = Vec::new();
        recognised(&headings, &mut roles, |_, _, role| twice.push(format!("!{}", role.code())));
        let found = roles.iter().map(|role| role.unwrap_or(ColumnRole::Other).code().to_owned());
        assert_eq!(found.chain(twice).collect::<Vec<_>>().join(" "), expected, "{headings:?}");
    }

    #[test]
    fn headings_are_recognised_in_any_order_and_spelling() {
        check(
            "TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian thực hiện/ hoàn thành",
            "so nhiem_vu chu_tri phoi_hop thoi_gian",
        );
        check(
            "STT | Nhiệm vụ | Sản phẩm | Thời gian hoàn thành | Chủ trì thực hiện | Phối hợp thực hiện | Theo dõi, kiểm tra, đôn đốc",
            "so nhiem_vu san_pham thoi_gian chu_tri phoi_hop khac",
        );
        check("Số TT | TÊN NHIỆM VỤ | ĐƠN VỊ CHỦ TRÌ | Thời hạn", "so nhiem_vu chu_tri thoi_gian");
        check("S.TT | Hoạt động | Đầu mối", "so nhiem_vu chu_tri");
        check(
            "TT | Tên nhiệm vụ | Sở, ngành chủ trì tham mưu | Đơn vị phối hợp thực hiện | Thời gian thực hiện | Ghi chú",
            "so nhiem_vu chu_tri phoi_hop thoi_gian khac",
        );
    }

    #[test]
    fn some_headings_are_recognised_by_their_table_only() {
        check(
            "TT | Nội dung | Đơn vị | Tiến độ | Kết quả",
            "so nhiem_vu chu_tri thoi_gian san_pham",
        );
        check(
            "TT | Nội dung | Đơn vị | Cơ quan chủ trì | Thời hạn | Tiến độ | Sản phẩm | Kết quả",
            "so nhiem_vu khac chu_tri thoi_gian khac san_pham khac",
        );
        check("TT | Nội dung | Đơn vị | Cơ quan | Thời hạn", "so nhiem_vu khac khac thoi_gian");
        check("TT | Nội dung | Đơn vị | Số lượng", "so nhiem_vu khac khac");
        check(
            "TT | Nội dung | Trách nhiệm thực hiện | Thời gian (Năm 2026)",
            "so nhiem_vu chu_tri thoi_gian",
        );
        check("Nhiệm vụ | Cơ quan phê duyệt | Lãnh đạo theo dõi", "nhiem_vu khac khac");
        check("TT | Chỉ tiêu | Đơn vị tính | 2026", "so khac khac khac");
    }

    #[test]
    fn two_columns_as_sure_are_told() {
        check(
            "TT | Nội dung | Thời gian bắt đầu | Thời gian kết thúc",
            "so nhiem_vu khac khac !thoi_gian",
        );
        check("Nội dung | Nhiệm vụ | Chủ trì", "khac khac chu_tri !nhiem_vu");
    }

    #[test]
    fn a_heading_may_name_a_year() {
        let cases = [
            ("Thời gian (Năm 2026)", Some(2026)),
            ("Thời gian", None),
            ("Thời gian 2026-2027", None),
            ("Thời gian 20261", None),
        ];
        for (heading, expected) in cases {
            assert_eq!(year(heading), expected, "{heading}");
        }
    }
}
