//! `congkhai verify`: whether what is published is what was signed, and what somebody kept.

use std::path::Path;

use serde_json::json;

use super::{Common, Exit, Format, VerifyArgs, files, ledger, report};
use crate::releases::History;
use crate::releases::findings::Finding;
use crate::releases::leaf::Vouched;
use crate::releases::verify::{Judgement, judge};
use crate::text::numbers;
use crate::transparency::PublicKey;
use crate::vocabulary::releases as words;

pub(super) fn run(arguments: &VerifyArgs, common: &Common) -> Exit {
    let shelf = ledger::shelf(&arguments.place);
    let kept = match arguments.da_luu.as_deref().map(files::bytes).transpose() {
        Ok(kept) => kept,
        Err(error) => return report::environment(&error),
    };
    let key = match &arguments.khoa {
        Some(text) => match text.parse::<PublicKey>() {
            Ok(key) => Some(key),
            Err(fault) => {
                report::complain(&format!("lỗi: --khoa: {fault}."));
                return Exit::Usage;
            }
        },
        None => ledger::published_key(&*shelf),
    };
    let Some(key) = key else {
        let place = &arguments.place;
        if !place.contains("://") && !Path::new(place).is_dir() {
            report::complain(&format!("lỗi máy: Không có thư mục “{place}”."));
            return Exit::Environment;
        }
        report::complain(&format!(
            "lỗi: “{place}” không có sổ công bố, hoặc sổ không nêu khóa; có khóa từ nơi khác thì ghi --khoa."
        ));
        return Exit::Problems;
    };
    let judgement = judge(&*shelf, &key, kept.as_deref());
    let is_right = judgement.findings.iter().all(Finding::is_of_form);
    let told = match common.format {
        Format::Json => report::say(&in_json(&judgement, &key)),
        _ => report::say(&in_words(&judgement, &key, arguments, common.quiet)),
    };
    told.then(if is_right { Exit::Done } else { Exit::Problems })
}

fn in_words(judgement: &Judgement, key: &PublicKey, arguments: &VerifyArgs, quiet: bool) -> String {
    let mut text = String::new();
    let releases = judgement.history.as_ref().map_or(0, History::len);
    for finding in &judgement.findings {
        let kind = if finding.is_of_form() { "lưu ý" } else { "khác" };
        text.push_str(&format!("{kind}: {finding}\n"));
    }
    let faults = judgement.findings.iter().filter(|finding| !finding.is_of_form()).count();
    if faults > 0 {
        text.push_str(&format!("KHÔNG ĐÚNG như đã công bố: {} điều.\n", numbers::count(faults)));
    }
    if quiet || faults > 0 {
        return text;
    }
    match judgement.kept {
        Some(kept) if kept == releases => {
            text.push_str(&format!(
                "{kept} bản đã công bố khi bạn lưu còn nguyên, chưa thêm bản nào.\n"
            ));
        }
        Some(kept) => text.push_str(&format!(
            "{kept} bản đã công bố khi bạn lưu còn nguyên, thêm {} bản.\n",
            releases - kept
        )),
        None => {}
    }
    text.push_str(&format!(
        "Đúng như đã ký: {releases} bản, {} tệp của bản mới nhất.\nKhóa: {key}\n",
        numbers::count(judgement.files)
    ));
    for line in lost_keys(judgement) {
        text.push_str(&format!("Lưu ý: {line}\n"));
    }
    if !judgement.listed {
        text.push_str("Chưa xem được có tệp lạ hay không: chỉ thư mục mới liệt kê được.\n");
    }
    if arguments.khoa.is_none() {
        text.push_str(
            "Khóa lấy từ chính trang này; để chắc chắn, so với khóa bạn có từ nơi khác.\n",
        );
    }
    if arguments.da_luu.is_none() {
        text.push_str("Chưa so với điểm mốc nào bạn đã lưu: ghi --da-luu để biết các bản cũ có bị viết lại không.\n");
    }
    text
}

/// What the publisher says of keys that could not vouch for the next: whoever has the new key only must be told too.
fn lost_keys(judgement: &Judgement) -> Vec<String> {
    let releases = judgement.history.iter().flat_map(|history| &history.releases);
    let lost = releases.filter_map(|release| match &release.leaf.key.as_ref()?.vouched {
        Vouched::Lost(statement) => Some(words::lost_key(release.leaf.number, statement)),
        Vouched::First | Vouched::Before(_) => None,
    });
    lost.collect()
}

fn in_json(judgement: &Judgement, key: &PublicKey) -> String {
    let findings = judgement.findings.iter().map(|finding| {
        json!({"ma": finding.code(), "noi_dung": finding.to_string(), "chi_dang": finding.is_of_form()})
    });
    let value = json!({
        "dung": judgement.findings.iter().all(Finding::is_of_form),
        "so_ban": judgement.history.as_ref().map_or(0, History::len),
        "so_tep": judgement.files,
        "da_tim_tep_la": judgement.listed,
        "so_ban_da_luu": judgement.kept,
        "khoa": key.to_string(),
        "mat_khoa": lost_keys(judgement),
        "khac": findings.collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}
