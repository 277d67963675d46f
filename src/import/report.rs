//! `nhap.md`: what was taken for what, for the person who imports; the questions first, the sums last.

use std::collections::BTreeMap;

use super::account::Account;
use super::block::{Noticed, Origin, What};
use super::found::{Found, Region};
use super::question::Question;
use super::sheet::{Fate, Sheet};
use super::write::Copy;
use crate::parse::import_notes::{ANSWER, ASKED, HEADING};
use crate::text::dates::short;
use crate::vocabulary::kinds::DocumentKind;

/// The most lines of a list that are told one by one.
const SHOWN: usize = 200;

/// What the report tells beside what was recognised.
pub(crate) struct Told<'a> {
    /// The file's name.
    pub(crate) file: &'a str,
    /// The plan's id.
    pub(crate) plan: &'a str,
    /// What the reader noticed.
    pub(crate) noticed: &'a [Noticed],
    /// Agencies and groups that tasks name, by id.
    pub(crate) named: BTreeMap<String, String>,
    /// The sums.
    pub(crate) account: &'a Account,
    /// The copy of the source.
    pub(crate) copy: &'a Copy,
}

/// The text of the report.
pub(crate) fn report(found: &Found, sheet: &Sheet, told: &Told<'_>) -> String {
    let open = found.questions.iter().filter(|question| question.is_open()).count();
    let mut text = format!("# Bản nhập từ {}\n\n", told.file);
    text.push_str(&match open {
        0 => "Không còn câu hỏi nào.".to_owned(),
        open => format!(
            "Còn {open} câu hỏi. Viết câu trả lời sau “{ANSWER}”, rồi gõ lại: congkhai import {} --answers content/ke-hoach/{}/nhap.md",
            told.file, told.plan
        ),
    });
    text.push_str(" Tệp này không được công bố.\n");
    questions(&found.questions, &mut text);
    unplaced(sheet, &mut text);
    understood(found, told, &mut text);
    notes(found, &mut text);
    noticed(told.noticed, &mut text);
    sums(told, &mut text);
    text
}

fn questions(questions: &[Question], text: &mut String) {
    if questions.is_empty() {
        return;
    }
    text.push_str("\n## Câu hỏi\n");
    for question in questions {
        text.push_str(&format!("\n{HEADING}{}\n\n{ASKED} {}\n", question.id, question.asked));
        let mut put = |label: &str, words: &str| {
            if !words.is_empty() {
                text.push_str(&format!("- {label}: {}\n", words.replace('\n', " ")));
            }
        };
        let place = question.at.as_ref().map(|at| format!(" ({})", place(at))).unwrap_or_default();
        if !question.words.is_empty() {
            put("Văn bản ghi", &format!("“{}”{place}", question.words));
        }
        put("Ở", &question.context);
        put("Đã hiểu là", &question.taken);
        put("Cũng có thể là", &question.others.join("; "));
        put("Cách trả lời", &question.how);
        put("Chưa nhận được câu trả lời", question.refused.as_deref().unwrap_or_default());
        let answer = question.answer.as_deref().unwrap_or_default();
        text.push_str(format!("\n{ANSWER} {answer}").trim_end());
        text.push('\n');
    }
}

/// Where something stands, as a person finds it.
pub(crate) fn place(at: &Origin) -> String {
    match at.cell {
        Some((table, row, column)) => format!("bảng {table}, hàng {row}, cột {column}"),
        None => format!("dòng {}", at.line),
    }
}

fn unplaced(sheet: &Sheet, text: &mut String) {
    let left: Vec<_> = sheet.raws.iter().filter(|raw| raw.fate == Fate::Unplaced).collect();
    if left.is_empty() {
        return;
    }
    text.push_str("\n## Chưa xếp được vào đâu\n\n");
    for raw in left.iter().take(SHOWN) {
        text.push_str(&format!("- {}: “{}”\n", place(&raw.at), raw.source));
    }
    if left.len() > SHOWN {
        text.push_str(&format!("- và {} dòng nữa, đều có trong nguon.txt\n", left.len() - SHOWN));
    }
}

fn understood(found: &Found, told: &Told<'_>, text: &mut String) {
    let head = &found.head;
    text.push_str("\n## Đã hiểu là\n\n");
    let kind = head.kind.unwrap_or(DocumentKind::Plan);
    let mut put = |label: &str, words: String| text.push_str(&format!("- {label}: {words}\n"));
    put("Loại", kind.label().to_owned());
    put("Số hiệu", head.number.clone().unwrap_or_else(|| "chưa có".to_owned()));
    put("Ngày ban hành", head.day.map_or_else(|| "chưa có".to_owned(), short));
    put("Cơ quan ban hành", head.issuer.clone().unwrap_or_else(|| "chưa rõ".to_owned()));
    put("Tên", head.title.clone());
    put(
        "Người ký",
        found.signatory.as_ref().map_or_else(
            || "không thấy".to_owned(),
            |signatory| format!("{} ({})", signatory.name, signatory.office),
        ),
    );
    let passages: usize = found
        .regions
        .iter()
        .map(|region| match region {
            Region::Body(passages) => passages.len(),
            _ => 0,
        })
        .sum();
    put("Lời văn", format!("{passages} đoạn"));
    for (at, table) in found.tables.iter().enumerate() {
        let headings: Vec<String> = table
            .headings
            .iter()
            .map(|heading| format!("{} = {}", heading.line.text, heading.role.label()))
            .collect();
        put(
            &format!("Bảng nhiệm vụ {}", at + 1),
            format!(
                "{} nhiệm vụ, {} nhóm; {}; cột thời gian: {}",
                table.tasks().count(),
                table.groups().count(),
                headings.join(", "),
                table.meaning.label()
            ),
        );
    }
    if !told.named.is_empty() {
        text.push_str("\nCơ quan, nhóm mà nhiệm vụ nêu (xem lại tên và khoi trong tệp của từng cơ quan mới):\n\n");
        for (id, name) in &told.named {
            text.push_str(&format!("- {id}: {name}\n"));
        }
    }
}

fn notes(found: &Found, text: &mut String) {
    if found.notes.is_empty() {
        return;
    }
    text.push_str("\n## Nên xem lại\n\n");
    for note in &found.notes {
        let at = note.at.as_ref().map(|at| format!("{}: ", place(at))).unwrap_or_default();
        text.push_str(&format!("- {at}{}\n", note.words));
    }
}

fn noticed(noticed: &[Noticed], text: &mut String) {
    if noticed.is_empty() {
        return;
    }
    text.push_str("\n## Trong tệp còn có\n\n");
    for one in noticed.iter().take(SHOWN) {
        let words = if one.words.is_empty() { String::new() } else { format!(": {}", one.words) };
        text.push_str(&format!("- {}{words}\n", what(one.what)));
    }
}

/// What a reader noticed, in words.
fn what(what: What) -> &'static str {
    match what {
        What::Picture => "Hình, không nhập",
        What::Deleted => "Chữ đã xóa khi theo dõi thay đổi, không nhập",
        What::Inserted => "Chữ thêm khi theo dõi thay đổi, chưa ai chấp nhận; đã nhập",
        What::Comment => "Ghi chú bên lề, không nhập",
        What::PageFurniture => "Đầu trang, chân trang, không nhập",
        What::Macro => "Macro, bỏ qua",
        What::External => "Thứ nằm ngoài tệp, không tải",
        What::Characters => "Ký tự đã đổi về dạng thường dùng",
        What::ListNumber => "Số của danh sách do Word tự đánh, khác cách viết thường dùng",
        What::Unknown => "Phần không rõ là gì, đã lấy chữ",
        What::Hidden => "Chữ ẩn, đã nhập",
        What::Struck => "Chữ bị gạch ngang, vẫn nhập",
        What::OtherForm => "Tên tệp nói một dạng khác với nội dung",
    }
}

fn sums(told: &Told<'_>, text: &mut String) {
    let Account { source, content, furniture, unplaced, lines, .. } = told.account;
    text.push_str(&format!(
        "\n## Đối chiếu chữ\n\n| | Dòng | Chữ |\n|---|---|---|\n| Nội dung | {} | {content} |\n| Không thuộc văn bản | {} | {furniture} |\n| \
         Chưa xếp chỗ | {} | {unplaced} |\n| Cộng | {} | {} |\n| Đếm riêng trong tệp nguồn | | {source} |\n",
        lines.0,
        lines.1,
        lines.2,
        lines.0 + lines.1 + lines.2,
        content + furniture + unplaced,
    ));
    for (first, last, name) in told.copy.apart.iter().take(SHOWN) {
        text.push_str(&format!("\nnguon.txt, dòng {first}-{last}: {name}.\n"));
    }
    for (label, words) in [("Thiếu", &told.account.missing), ("Thừa", &told.account.added)] {
        if !words.is_empty() {
            let words: Vec<String> =
                words.iter().take(40).map(|(word, count)| format!("{word} ×{count}")).collect();
            text.push_str(&format!("\n{label}: {}.\n", words.join(", ")));
        }
    }
}
