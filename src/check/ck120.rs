//! CK120: a completion rests on evidence that a reader can look up.

use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck120;
use crate::model::{EventKind, Evidence, EvidenceKind, Piece, Record, Reported};

pub(super) fn check(record: &Record, problems: &mut Diagnostics) {
    for (plan, task) in record.tasks() {
        for event in &task.events {
            let pieces = record.evidence(plan, task, event);
            let done = event.kind == EventKind::ReportedDone(Reported::Done);
            if done && !pieces.iter().any(|piece| supports_completion(piece)) {
                let at = task.key(&event.key("minh_chung"));
                problems.push(ck120::completion_without_evidence(at, task.number.as_str()));
            }
            for (index, piece) in event.evidence.iter().enumerate() {
                let Evidence::Public(piece) = piece else { continue };
                if cannot_be_found(piece) {
                    let at = task.key(&event.key("minh_chung")).index(index);
                    problems.push(ck120::evidence_nowhere(at, &piece.title));
                }
            }
        }
    }
}

fn supports_completion(piece: &Piece) -> bool {
    match piece.kind {
        EvidenceKind::Document | EvidenceKind::Product | EvidenceKind::Figures => true,
        EvidenceKind::Report | EvidenceKind::News => false,
    }
}

/// Only what readers may see must say where it is; what is withheld says why.
fn cannot_be_found(piece: &Piece) -> bool {
    piece.number.is_none() && piece.url.is_none() && piece.file.is_none()
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Content, check_task};

    const TASK: &str = "CK120 ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.md dien_bien[0].minh_chung";

    #[track_caller]
    fn check(event: &str, expected: &[&str]) {
        check_task(&Content::event(event), super::check, expected);
    }

    fn done(evidence: &str) -> String {
        format!("loai: bao_cao_hoan_thanh, minh_chung: [ {{ {evidence} }} ]")
    }

    #[test]
    fn completion_needs_fit_evidence() {
        check("loai: bao_cao_hoan_thanh", &[TASK]);
        check(&done("loai: tin_bai, ten: Tin, url: https://a.example/"), &[TASK]);
        check(&done("loai: bao_cao, ten: Báo cáo, so_hieu: 1/BC"), &[TASK]);
        for kind in ["van_ban", "san_pham", "so_lieu"] {
            check(&done(&format!("loai: {kind}, ten: Tên, so_hieu: 1/QĐ")), &[]);
        }
    }

    #[test]
    fn other_reports_need_none() {
        check("loai: cap_nhat, trang_thai: dang_thuc_hien", &[]);
        check("loai: bao_cao_hoan_thanh, trang_thai: hoan_thanh_mot_phan", &[]);
    }

    #[test]
    fn evidence_can_be_found_or_says_why_not() {
        let nowhere = format!("{TASK}[0]");
        check(&done("loai: van_ban, ten: Tên"), &[&nowhere]);
        check(&done("loai: van_ban, ten: Tên, cong_khai: false, ly_do_khong_cong_khai: Mật"), &[]);
    }
}
