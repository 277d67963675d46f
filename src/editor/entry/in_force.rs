//! The value that an adjustment changes, as the task's own file has it.

use super::given::Assignment;
use crate::parse::raw::{RawAdjustment, RawEvent, RawTask};
use crate::text::periods::{Period, PeriodKind};
use crate::vocabulary::Word;
use crate::vocabulary::kinds::Adjustment;

/// The values that were given, and the old one where they leave it out and the file tells it.
pub(super) fn completed(task: Option<&RawTask>, values: &[Assignment]) -> Vec<Assignment> {
    let given =
        |key: &str| values.iter().find(|value| value.key == key).map(|value| value.value.as_str());
    let mut all = values.to_vec();
    let Some(task) = task else { return all };
    let work = given("viec_con");
    let old = match given("dieu_chinh.muc").and_then(Adjustment::from_code) {
        Some(_) if given("dieu_chinh.cu").is_some() => None,
        Some(Adjustment::Deadline) => deadline(task, work).map(|old| ("dieu_chinh.cu", old)),
        Some(Adjustment::Lead) => lead(task).map(|old| ("dieu_chinh.cu", old)),
        Some(Adjustment::Wording) => wording(task, work).map(|old| ("dieu_chinh.cu", old)),
        None if given("chuyen_giao.den").is_some() && given("chuyen_giao.tu").is_none() => {
            lead(task).map(|old| ("chuyen_giao.tu", old))
        }
        None => None,
    };
    all.extend(old.map(|(key, value)| Assignment { key: key.to_owned(), value }));
    all
}

/// The last adjustment of this kind that concerns the whole task or this sub-work.
fn last<'a>(task: &'a RawTask, kind: Adjustment, work: Option<&str>) -> Option<&'a RawAdjustment> {
    let concerns =
        |event: &&RawEvent| event.viec_con.is_none() || event.viec_con.as_deref() == work;
    let changes = task.dien_bien.iter().filter(concerns);
    changes.filter_map(|event| event.dieu_chinh.as_ref()).rfind(|change| change.muc == kind.code())
}

/// The deadline in the words of the file; of a range of years its last day.
fn deadline(task: &RawTask, work: Option<&str>) -> Option<String> {
    if let Some(change) = last(task, Adjustment::Deadline, work) {
        return Some(change.moi.clone());
    }
    if let Some(to) = &task.thoi_gian.den {
        return Some(to.clone());
    }
    let words = task.thoi_gian.nguyen_van.as_ref()?;
    let period = Period::parse(words).ok()?;
    Some(match period.kind {
        PeriodKind::Range => period.to.to_string(),
        PeriodKind::Year | PeriodKind::Quarter | PeriodKind::Month | PeriodKind::Date => {
            words.to_string()
        }
    })
}

/// The lead, where there is one and no group.
fn lead(task: &RawTask) -> Option<String> {
    let given = task.dien_bien.iter().rev().find_map(|event| {
        let changed =
            event.dieu_chinh.as_ref().filter(|change| change.muc == Adjustment::Lead.code());
        let changed = changed.map(|change| &change.moi);
        changed.or(event.chuyen_giao.as_ref().map(|handover| &handover.den))
    });
    match (given, &task.chu_tri[..]) {
        (Some(lead), [_]) => Some(lead.clone()),
        (None, [lead]) if task.chu_tri_nhom.is_empty() => Some(lead.clone()),
        _ => None,
    }
}

/// The words of the task, or of a work in it.
fn wording(task: &RawTask, work: Option<&str>) -> Option<String> {
    let changed = last(task, Adjustment::Wording, work).map(|change| &change.moi);
    let own = match work {
        Some(work) => &task.viec_con.iter().find(|one| one.ma == work)?.nguyen_van,
        None => &task.nguyen_van,
    };
    Some(changed.map_or_else(|| own.to_string(), String::clone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(keys: &str, values: &str, expected: Option<&str>) {
        let task = format!("so: \"1.1\"\nnhom: \"1\"\nnguyen_van: Việc\n{keys}");
        let task: RawTask = serde_yaml::from_str(&task).unwrap();
        let values: Vec<_> =
            values.split(' ').map(|value| Assignment::read(value).unwrap()).collect();
        let all = completed(Some(&task), &values);
        let added: Vec<_> =
            all[values.len()..].iter().map(|one| format!("{}={}", one.key, one.value)).collect();
        assert_eq!(added.first().map(String::as_str), expected, "{keys} {values:?}");
    }

    const QUARTER: &str = "chu_tri: [so-a]\nthoi_gian: { nguyen_van: Quý II/2026 }";

    #[test]
    fn the_old_deadline_is_what_the_file_says() {
        check(QUARTER, "dieu_chinh.muc=thoi_han", Some("dieu_chinh.cu=Quý II/2026"));
        check(QUARTER, "dieu_chinh.muc=thoi_han dieu_chinh.cu=2026", None);
        let range = "chu_tri: [so-a]\nthoi_gian: { nguyen_van: 2026-2027 }";
        check(range, "dieu_chinh.muc=thoi_han", Some("dieu_chinh.cu=2027-12-31"));
        let moved = format!(
            "{QUARTER}\ndien_bien:\n- {{ ma: d1, ngay: \"2026\", ngay_cong_bo: \"2026-06-01\", \
             loai: dieu_chinh, dieu_chinh: {{ muc: thoi_han, cu: Quý II/2026, moi: Quý IV/2026 }} }}\n\
             - {{ ma: d2, ngay: \"2026\", ngay_cong_bo: \"2026-06-01\", loai: dieu_chinh, \
             dieu_chinh: {{ muc: noi_dung, cu: Việc, moi: Việc khác }} }}"
        );
        check(&moved, "dieu_chinh.muc=thoi_han", Some("dieu_chinh.cu=Quý IV/2026"));
        check(&moved, "dieu_chinh.muc=noi_dung", Some("dieu_chinh.cu=Việc khác"));
    }

    #[test]
    fn the_old_lead_is_told_where_it_is_one() {
        check(QUARTER, "dieu_chinh.muc=chu_tri", Some("dieu_chinh.cu=so-a"));
        check(QUARTER, "chuyen_giao.den=so-b", Some("chuyen_giao.tu=so-a"));
        let two = "chu_tri: [so-a, so-b]\nthoi_gian: { nguyen_van: \"2026\" }";
        check(two, "dieu_chinh.muc=chu_tri", None);
        let handed = format!(
            "{QUARTER}\ndien_bien:\n- {{ ma: d1, ngay: \"2026\", ngay_cong_bo: \"2026-06-01\", \
             loai: chuyen_giao, chuyen_giao: {{ tu: so-a, den: so-b }} }}"
        );
        check(&handed, "dieu_chinh.muc=chu_tri", Some("dieu_chinh.cu=so-b"));
    }

    #[test]
    fn nothing_is_added_to_other_events() {
        check(QUARTER, "loai=cap_nhat", None);
    }
}
