//! What `congkhai import` says.

use std::path::Path;

use serde_json::json;

use crate::import::{Account, Difference, Imported};

/// The most files and questions that are named one by one.
const SHOWN: usize = 8;

/// Why nothing was written: words were lost or made.
pub(super) fn does_not_add_up(account: &Account) -> String {
    let list = |words: &[(String, usize)]| {
        let words: Vec<String> =
            words.iter().take(20).map(|(word, count)| format!("{word} ×{count}")).collect();
        words.join(", ")
    };
    let mut text =
        "lỗi[CK014]: Chữ của tệp nguồn và chữ đã xếp chỗ không khớp nhau, nên chưa ghi gì."
            .to_owned();
    if !account.missing.is_empty() {
        text.push_str(&format!(" Thiếu: {}.", list(&account.missing)));
    }
    if !account.added.is_empty() {
        text.push_str(&format!(" Thừa: {}.", list(&account.added)));
    }
    text.push_str(" Hãy mở tệp bằng Word hoặc LibreOffice, lưu lại dạng .docx rồi nhập lại.");
    text
}

/// For people.
pub(super) fn human(
    imported: &Imported,
    paths: &[String],
    differences: &[(String, Difference)],
    content: &Path,
    file: &str,
    dry: bool,
) -> String {
    let place = content.to_string_lossy().replace('\\', "/");
    let plan = &imported.plan;
    let counts = imported.counts;
    let account = &imported.account;
    let done = if dry { "Sẽ nhập" } else { "Đã nhập" };
    let mut text = format!("{done} {file} thành {place}/ke-hoach/{plan}/");
    if counts.tasks > 0 {
        text.push_str(&format!(": {} nhiệm vụ", counts.tasks));
        if counts.groups > 0 {
            text.push_str(&format!(", {} nhóm", counts.groups));
        }
    }
    text.push_str(&format!(
        ".\nChữ của tệp nguồn: {}; nội dung {}, không thuộc văn bản {}, chưa xếp chỗ {}.\n",
        account.source, account.content, account.furniture, account.unplaced
    ));
    if paths.is_empty() {
        text.push_str("Không có gì mới để ghi.\n");
    } else if dry {
        text.push_str(&format!("Sẽ ghi {} tệp:\n", paths.len()));
        for path in paths.iter().take(SHOWN) {
            text.push_str(&format!("  {place}/{path}\n"));
        }
        if paths.len() > SHOWN {
            text.push_str(&format!("  và {} tệp nữa\n", paths.len() - SHOWN));
        }
    }
    for (path, difference) in differences {
        text.push_str(&format!(
            "\n{place}/{path}: bạn đã sửa, nên giữ như bạn viết; bản nhập có:\n"
        ));
        for line in difference.own.lines() {
            text.push_str(&format!("  của bạn   {line}\n"));
        }
        for line in difference.imported.lines() {
            text.push_str(&format!("  bản nhập  {line}\n"));
        }
    }
    let open: Vec<_> = imported.questions.iter().filter(|question| question.is_open()).collect();
    if open.is_empty() {
        text.push_str("Không còn câu hỏi nào.\n");
    } else {
        text.push_str(&format!(
            "\nCòn {} câu hỏi, trong {place}/ke-hoach/{plan}/nhap.md:\n",
            open.len()
        ));
        for question in open.iter().take(SHOWN) {
            text.push_str(&format!("  {}\n", question.asked));
        }
        if open.len() > SHOWN {
            text.push_str(&format!("  và {} câu nữa\n", open.len() - SHOWN));
        }
        text.push_str(&format!(
            "Trả lời ở đó rồi gõ: congkhai import {file} --answers {place}/ke-hoach/{plan}/nhap.md\n"
        ));
    }
    if !dry {
        text.push_str("Xem thử: congkhai serve\n");
    }
    text
}

/// For programs.
pub(super) fn json(
    imported: &Imported,
    paths: &[String],
    differences: &[(String, Difference)],
    dry: bool,
) -> String {
    let questions = imported.questions.iter().map(|question| {
        json!({
            "ma": question.id,
            "hoi": question.asked,
            "van_ban_ghi": question.words,
            "dong": question.at.as_ref().map(|at| at.line),
            "o": question.at.as_ref().and_then(|at| at.cell),
            "da_hieu_la": question.taken,
            "khac": question.others,
            "tra_loi": question.answer,
            "chua_nhan": question.refused,
        })
    });
    let differences = differences.iter().map(|(path, difference)| {
        json!({ "tep": path, "cua_ban": difference.own, "ban_nhap": difference.imported })
    });
    let notes = imported
        .notes
        .iter()
        .map(|note| json!({ "dong": note.at.as_ref().map(|at| at.line), "loi": note.words }));
    let account = &imported.account;
    let value = json!({
        "ke_hoach": imported.plan,
        "chi_xem": dry,
        "tep": paths,
        "dong": imported.counts.lines,
        "nhiem_vu": imported.counts.tasks,
        "nhom": imported.counts.groups,
        "bang": imported.counts.tables,
        "chu": {
            "nguon": account.source,
            "noi_dung": account.content,
            "khong_thuoc_van_ban": account.furniture,
            "chua_xep_cho": account.unplaced,
        },
        "cau_hoi": questions.collect::<Vec<_>>(),
        "nen_xem_lai": notes.collect::<Vec<_>>(),
        "khac_nhau": differences.collect::<Vec<_>>(),
    });
    format!("{}\n", serde_json::to_string_pretty(&value).expect("texts and numbers become JSON"))
}

#[cfg(test)]
mod tests {
    use super::{Account, does_not_add_up};

    #[test]
    fn a_lost_word_is_told_with_its_code_and_what_to_do() {
        let account = Account { missing: vec![("ruộng".to_owned(), 2)], ..Account::default() };
        let told = does_not_add_up(&account);
        assert!(told.starts_with("lỗi[CK014]: ") && told.contains("Thiếu: ruộng ×2."), "{told}");
        assert!(told.ends_with("rồi nhập lại."), "{told}");
    }
}
