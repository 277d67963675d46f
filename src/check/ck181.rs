//! CK181: a file that one piece of evidence withholds is published by no other piece, and by no picture.

use std::collections::BTreeMap;

use crate::diagnostic::catalog::ck181;
use crate::diagnostic::{Diagnostics, Place};
use crate::model::{Log, Plan, Record};

pub(super) fn check(record: &Record, problems: &mut Diagnostics) {
    for (plan, log) in record.plans() {
        of_plan(plan, log, problems);
    }
}

fn of_plan(plan: &Plan, log: &Log, problems: &mut Diagnostics) {
    let mut withheld: BTreeMap<&str, Place> = BTreeMap::new();
    for ((number, event, position), piece) in &log.withheld {
        let Some(file) = &piece.file else { continue };
        let key = format!("dien_bien[{event}].minh_chung[{position}].tep");
        withheld.entry(plain(file)).or_insert_with(|| log.tasks[number].key(&key));
    }
    let mut check = |file: &str, at: Place| {
        if let Some(first) = withheld.get(plain(file)) {
            problems.push(ck181::published_elsewhere(at, file, first.clone()));
        }
    };
    for task in log.tasks.values() {
        for event in &task.events {
            for (position, evidence) in event.evidence.iter().enumerate() {
                if let Some(file) = evidence.public().and_then(|piece| piece.file.as_deref()) {
                    check(file, task.key(&event.key(&format!("minh_chung[{position}].tep"))));
                }
            }
        }
        for image in &task.narrative.images {
            check(&image.path, task.source.passage(image.span.clone()));
        }
    }
    if let Some(copy) = &plan.source_text.copy {
        let folder = format!("ke-hoach/{}/", plan.id);
        let file = copy.file.to_string();
        check(file.trim_start_matches(&folder), plan.source.key("nguon.tep"));
    }
}

/// A file's name without the steps that lead nowhere.
fn plain(file: &str) -> &str {
    file.trim_start_matches("./")
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Content, check_task};

    #[test]
    fn a_withheld_file_is_published_nowhere_else() {
        let kept = "{ loai: van_ban, ten: A, so_hieu: B, tep: tep/a.pdf, cong_khai: false, ly_do_khong_cong_khai: Mật }";
        let other = |file: &str| {
            Content::event(&format!(
                "loai: cap_nhat, minh_chung: [ {kept}, {{ loai: van_ban, ten: C, tep: {file} }} ]"
            ))
        };
        let at = "CK181 ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.md dien_bien[0].minh_chung[1].tep";
        check_task(&other("tep/b.pdf"), super::check, &[]);
        check_task(&other("tep/a.pdf"), super::check, &[at]);
        check_task(&other("./tep/a.pdf"), super::check, &[at]);
    }
}
