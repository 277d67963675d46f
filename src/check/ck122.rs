//! CK122: each step of a log can follow the state before it.

use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck122;
use crate::model::{Event, EventKind, Plan, Record, Reported, Task};
use crate::progress::{State, Way, impossible_steps};

pub(super) fn check(record: &Record, problems: &mut Diagnostics) {
    for (plan, task) in record.tasks() {
        for (event, step) in impossible_steps(task) {
            let at = task.key(&event.key(key(event)));
            let (from, to) = (state(&step.from), reported(event));
            problems.push(ck122::impossible_step(
                at,
                &speaker(task, event),
                from,
                to,
                way(step.way),
            ));
        }
        for event in &task.events {
            only_at_the_close(plan, task, event, problems);
        }
    }
}

/// A task is never finished in part while its plan goes on: it is under way.
fn only_at_the_close(plan: &Plan, task: &Task, event: &Event, problems: &mut Diagnostics) {
    if event.kind != EventKind::ReportedDone(Reported::PartlyDone) {
        return;
    }
    let close = plan.closing.as_ref().map(|closing| closing.date);
    if close.is_none_or(|close| event.happened.last_day() < close) {
        let at = task.key(&event.key("trang_thai"));
        problems.push(ck122::partly_done_before_the_close(at, &speaker(task, event), close));
    }
}

/// The task, or the work inside it, that the event speaks of.
fn speaker(task: &Task, event: &Event) -> String {
    match event.sub_work {
        Some(position) => format!("{}, việc con {}", task.number, task.sub_works[position].letter),
        None => task.number.to_string(),
    }
}

fn key(event: &Event) -> &'static str {
    match event.kind {
        EventKind::Update(Some(_)) => "trang_thai",
        _ => "loai",
    }
}

fn state(state: &State) -> &'static str {
    match state {
        State::Unknown => "chưa có thông tin",
        State::NotStarted => "chua_bat_dau",
        State::UnderWay => "dang_thuc_hien",
        State::ReportedDone { .. } => "hoan_thanh",
        State::Confirmed { .. } => "hoan_thanh, đã xác nhận",
        State::PartlyDone => "hoan_thanh_mot_phan",
        State::Paused(_) => "tam_dung",
        State::Cancelled => "bai_bo",
        State::CarriedOver => "chuyen_tiep",
    }
}

/// What the event reports, in the words of content.
fn reported(event: &Event) -> &'static str {
    match &event.kind {
        EventKind::Update(Some(reported)) | EventKind::ReportedDone(reported) => match reported {
            Reported::NotStarted => "chua_bat_dau",
            Reported::UnderWay => "dang_thuc_hien",
            Reported::Done => "hoan_thanh",
            Reported::PartlyDone => "hoan_thanh_mot_phan",
        },
        EventKind::Update(None) => "cap_nhat",
        EventKind::Confirmed | EventKind::SelfConfirmed => "xac_nhan",
        EventKind::Returned => "tra_lai",
        EventKind::Paused => "tam_dung",
        EventKind::Resumed => "tiep_tuc",
        EventKind::DeadlineMoved { .. }
        | EventKind::LeadChanged { .. }
        | EventKind::WordingChanged { .. } => "dieu_chinh",
        EventKind::DeadlineFixed { .. } => "an_dinh_thoi_han",
        EventKind::Cancelled => "bai_bo",
        EventKind::CarriedOver(_) => "chuyen_tiep",
        EventKind::HandedOver { .. } | EventKind::Assigned { .. } => "chuyen_giao",
    }
}

fn way(way: Way) -> &'static str {
    match way {
        Way::Return => {
            "Muốn mở lại việc đã báo hoàn thành, thêm trước đó diễn biến loai: tra_lai có can_cu."
        }
        Way::Resume => "Việc đang tạm dừng: thêm trước đó diễn biến loai: tiep_tuc.",
        Way::Update => {
            "Không có lần tạm dừng nào trước đó; báo tiến độ thì dùng loai: cap_nhat với trang_thai."
        }
        Way::ReportDone => {
            "Trước đó phải có diễn biến loai: bao_cao_hoan_thanh; kiểm tra ngày của các diễn biến."
        }
        Way::Correct => {
            "Việc đã bắt đầu thì không quay về chưa bắt đầu; nếu lần báo trước sai, khai ở dinh-chinh.yml."
        }
        Way::FactOnly => {
            "Hoàn thành đã được xác nhận; thông tin thêm thì dùng loai: cap_nhat không có trang_thai."
        }
        Way::Nothing => {
            "Việc đã bãi bỏ hoặc chuyển tiếp thì dừng ở đây; thông tin thêm thì dùng loai: cap_nhat không có trang_thai."
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Content, check_task, messages};

    const DONE: &str = "loai: bao_cao_hoan_thanh";
    const UNDER_WAY: &str = "loai: cap_nhat, trang_thai: dang_thuc_hien";
    const PARTLY: &str = "loai: bao_cao_hoan_thanh, trang_thai: hoan_thanh_mot_phan";

    #[track_caller]
    fn check(events: &[&str], expected: &[&str]) {
        let file = "ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.md";
        let expected: Vec<_> = expected.iter().map(|key| format!("CK122 {file} {key}")).collect();
        let expected: Vec<_> = expected.iter().map(String::as_str).collect();
        check_task(&Content::events(events), super::check, &expected);
    }

    #[test]
    fn each_way_is_open() {
        check(
            &[
                UNDER_WAY,
                "loai: tam_dung",
                "loai: tiep_tuc",
                DONE,
                "loai: xac_nhan, co_quan_bao_cao: so-b",
            ],
            &[],
        );
        check(&[DONE, "loai: tra_lai, can_cu: 5/CV", UNDER_WAY, DONE], &[]);
    }

    #[test]
    fn a_completion_does_not_vanish() {
        check(&[DONE, UNDER_WAY], &["dien_bien[1].trang_thai"]);
        check(&["loai: bai_bo, can_cu: 5/QĐ", DONE], &["dien_bien[1].loai"]);
        check(&["loai: xac_nhan, co_quan_bao_cao: so-b"], &["dien_bien[0].loai"]);
    }

    #[test]
    fn the_message_names_both_states() {
        let mut content = Content::default();
        content.task("1.1", &Content::events(&[DONE, UNDER_WAY]));
        assert_eq!(
            messages(&content, super::check),
            ["1.1: từ “hoan_thanh” không thể sang “dang_thuc_hien”."]
        );
    }

    #[test]
    fn a_work_inside_a_task_has_its_own_log() {
        let works = "viec_con: [ { ma: a, nguyen_van: Việc } ]";
        let done = format!("{DONE}, viec_con: a");
        let events = Content::events(&[&done, UNDER_WAY]);
        check_task(&format!("{works}\n{events}"), super::check, &[]);
    }

    #[test]
    fn work_is_partly_done_only_at_the_close() {
        let mut content = Content::default();
        content.task("1.1", &Content::event(PARTLY));
        let told = "1.1: “hoan_thanh_mot_phan” chỉ dùng khi tổng kết kế hoạch";
        assert_eq!(messages(&content, super::check), [format!("{told}; kế hoạch chưa tổng kết.")]);
        content.plan = "tong_ket: { ngay: \"2024-03-01\", can_cu: 9/BC }".to_owned();
        assert_eq!(messages(&content, super::check), [format!("{told} (từ ngày 01/03/2024).")]);
        content.plan = "tong_ket: { ngay: \"2024-02-01\", can_cu: 9/BC }".to_owned();
        assert_eq!(messages(&content, super::check), Vec::<String>::new());
    }
}
