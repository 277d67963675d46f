//! CK123: what changes the plan's own terms names its document, and the terms that it changes.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck123;
use crate::model::{AgencyId, Event, EventKind, Record, Task, TaskTime};
use crate::progress::in_order;
use crate::text::dates::short;
use crate::text::normalize::words;
use crate::text::schedule::Schedule;

/// How many characters of a wording a message quotes.
const QUOTED: usize = 60;

pub(super) fn check(record: &Record, problems: &mut Diagnostics) {
    for (_, task) in record.tasks() {
        let mut terms = Terms::of(task);
        for event in in_order(&task.events) {
            if let (Some(kind), None) = (needs_basis(&event.kind), &event.basis) {
                let at = task.key(&event.key("can_cu"));
                problems.push(ck123::no_basis(at, task.number.as_str(), kind));
            }
            if matches!(event.kind, EventKind::DeadlineFixed { .. }) && terms.has_written_deadline()
            {
                let at = task.key(&event.key("loai"));
                problems.push(ck123::deadline_stands(at, task.number.as_str()));
            }
            if let Some(fault) = terms.fault(record, event) {
                let at = task.key(&event.key(fault.key));
                let number = task.number.as_str();
                problems.push(ck123::not_the_value_in_force(
                    at,
                    number,
                    &fault.stated,
                    &fault.in_force,
                ));
            }
            // A change without its document is told above; the next one may build on it.
            terms.change(record, event);
        }
    }
}

fn needs_basis(kind: &EventKind) -> Option<&'static str> {
    match kind {
        EventKind::DeadlineMoved { .. } => Some("điều chỉnh thời hạn"),
        EventKind::DeadlineFixed { .. } => Some("ấn định thời hạn"),
        EventKind::LeadChanged { .. } => Some("điều chỉnh cơ quan chủ trì"),
        EventKind::WordingChanged { .. } => Some("điều chỉnh nội dung"),
        EventKind::HandedOver { .. } => Some("chuyển giao"),
        EventKind::Assigned { .. } => Some("giao chủ trì"),
        EventKind::Cancelled => Some("bãi bỏ"),
        EventKind::CarriedOver(_) => Some("chuyển tiếp"),
        EventKind::Returned => Some("trả lại"),
        EventKind::Update(_)
        | EventKind::ReportedDone(_)
        | EventKind::Confirmed
        | EventKind::SelfConfirmed
        | EventKind::Paused
        | EventKind::Resumed => None,
    }
}

/// An old value that an event states, and the one in force.
struct Fault {
    key: &'static str,
    stated: String,
    in_force: String,
}

/// The terms in force before an event.
struct Terms<'a> {
    task: &'a Task,
    /// The deadline, or the end of the period; none where the plan names no date.
    deadline: Option<Date>,
    /// The deadline of each sub-work; a move of the whole task moves them all.
    works: Vec<Option<Date>>,
    leads: Vec<&'a AgencyId>,
    /// Those who led before.
    former: Vec<&'a AgencyId>,
    wording: &'a str,
}

impl<'a> Terms<'a> {
    fn of(task: &'a Task) -> Self {
        Self {
            task,
            deadline: end(&task.time),
            works: task
                .sub_works
                .iter()
                .map(|work| end(work.time.as_ref().unwrap_or(&task.time)))
                .collect(),
            leads: task.leads.agencies.iter().collect(),
            former: Vec::new(),
            wording: &task.verbatim,
        }
    }

    /// Whether the document's own words name a deadline, so that an event can only move it.
    fn has_written_deadline(&self) -> bool {
        matches!(self.task.time.schedule(), Some(Schedule::Deadline(_)))
    }

    fn fault(&self, record: &Record, event: &Event) -> Option<Fault> {
        match &event.kind {
            EventKind::DeadlineMoved { from, .. } => {
                let in_force = event.sub_work.map_or(self.deadline, |work| self.works[work]);
                (Some(*from) != in_force).then(|| Fault {
                    key: "dieu_chinh.cu",
                    stated: short(*from),
                    in_force: in_force.map_or_else(|| "không có thời hạn".to_owned(), short),
                })
            }
            EventKind::LeadChanged { from, .. } => {
                self.lead_fault(record, event, from, &self.leads, "dieu_chinh.cu")
            }
            // What went to several successors is handed over by its former lead, one by one.
            EventKind::HandedOver { from, .. } => {
                let known: Vec<_> = self.leads.iter().chain(&self.former).copied().collect();
                self.lead_fault(record, event, from, &known, "chuyen_giao.tu")
            }
            EventKind::WordingChanged { from, .. } => {
                let differs = event.sub_work.is_none() && !words(from).eq(words(self.wording));
                differs.then(|| Fault {
                    key: "dieu_chinh.cu",
                    stated: quoted(from),
                    in_force: quoted(self.wording),
                })
            }
            _ => None,
        }
    }

    fn lead_fault(
        &self,
        record: &Record,
        event: &Event,
        from: &AgencyId,
        leads: &[&AgencyId],
        key: &'static str,
    ) -> Option<Fault> {
        let known = leads.iter().any(|lead| heirs(record, lead, event).contains(from));
        // Whoever belongs to a leading group may hand on what it leads.
        let in_order = known || !self.task.leads.groups.is_empty();
        let names = || self.leads.iter().map(|id| format!("“{id}”")).collect::<Vec<_>>();
        (!in_order).then(|| Fault {
            key,
            stated: format!("“{from}”"),
            in_force: names().join(", "),
        })
    }

    fn change(&mut self, record: &Record, event: &'a Event) {
        match (&event.kind, event.sub_work) {
            (EventKind::DeadlineMoved { to, .. } | EventKind::DeadlineFixed { to }, Some(work)) => {
                self.works[work] = Some(to.to)
            }
            (EventKind::DeadlineMoved { to, .. } | EventKind::DeadlineFixed { to }, None) => {
                self.deadline = Some(to.to);
                self.works.fill(Some(to.to));
            }
            (EventKind::WordingChanged { to, .. }, None) => self.wording = to,
            (EventKind::Assigned { to }, None) => self.leads.push(to),
            (EventKind::LeadChanged { from, to } | EventKind::HandedOver { from, to }, None) => {
                let held = |lead: &&AgencyId| heirs(record, lead, event).contains(from);
                if let Some(position) = self.leads.iter().position(held) {
                    self.former.push(self.leads.remove(position));
                }
                self.leads.push(to);
            }
            _ => {}
        }
    }
}

/// The last day that the plan itself names for a deadline or a period.
fn end(time: &TaskTime) -> Option<Date> {
    match time.schedule()? {
        Schedule::Deadline(limit) => Some(limit.to),
        Schedule::Window(window) => Some(window.to()),
        Schedule::Ongoing { to, .. } => to.map(|span| span.to),
        Schedule::Recurring(turns) => turns.to.map(|span| span.to),
        Schedule::Steps(_) | Schedule::Conditional { .. } => None,
    }
}

/// The agency and all that took its place, one after the other, by the time of the event.
fn heirs<'a>(record: &'a Record, agency: &'a AgencyId, event: &Event) -> BTreeSet<&'a AgencyId> {
    let mut heirs = BTreeSet::from([agency]);
    let by_then = |date: Date| date <= event.happened.last_day();
    for change in record.reorganisations.iter().filter(|change| by_then(change.date.first_day())) {
        if change.from.iter().any(|from| heirs.contains(from)) {
            heirs.extend(&change.to);
        }
    }
    heirs
}

fn quoted(wording: &str) -> String {
    let wording = words(wording).collect::<Vec<_>>().join(" ");
    match wording.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("“{}…”", &wording[..end]),
        None => format!("“{wording}”"),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Content, codes, messages};

    fn deadline(from: &str, to: &str) -> String {
        format!(
            "loai: dieu_chinh, can_cu: 5/QĐ, dieu_chinh: {{ muc: thoi_han, cu: \"{from}\", moi: \"{to}\" }}"
        )
    }

    fn lead(from: &str, to: &str) -> String {
        format!(
            "loai: dieu_chinh, can_cu: 5/QĐ, dieu_chinh: {{ muc: chu_tri, cu: {from}, moi: {to} }}"
        )
    }

    fn wording(from: &str, to: &str) -> String {
        format!(
            "loai: dieu_chinh, can_cu: 5/QĐ, dieu_chinh: {{ muc: noi_dung, cu: {from}, moi: {to} }}"
        )
    }

    fn handover(from: &str, to: &str) -> String {
        format!("loai: chuyen_giao, can_cu: 5/QĐ, chuyen_giao: {{ tu: {from}, den: {to} }}")
    }

    fn content(keys: &str, events: &[String]) -> Content {
        let mut content = Content::default();
        content.agency("so-c", "ten: [ { ten: Sở C } ]");
        let events: Vec<_> = events.iter().map(String::as_str).collect();
        content.task("1.1", format!("{keys}\n{}", Content::events(&events)).trim_start());
        content
    }

    #[track_caller]
    fn check(events: &[String], expected: &[&str]) {
        assert_eq!(messages(&content("", events), super::check), expected);
    }

    #[test]
    fn changes_of_the_terms_name_their_document() {
        for event in [
            &deadline("2025", "2026"),
            &lead("so-a", "so-b"),
            &wording("Việc", "Khác"),
            &handover("so-a", "so-b"),
        ] {
            let event = event.replace("can_cu: 5/QĐ, ", "");
            let file = "ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.md";
            assert_eq!(
                codes(&content("", &[event]), super::check),
                [format!("CK123 {file} dien_bien[0].can_cu")]
            );
        }
        check(&["loai: bai_bo".to_owned()], &["1.1: bãi bỏ thiếu can_cu (số hiệu văn bản)."]);
        check(&["loai: cap_nhat".to_owned(), "loai: tam_dung".to_owned()], &[]);
    }

    #[test]
    fn a_move_states_the_deadline_in_force() {
        check(&[deadline("2025", "2026"), deadline("2026-12-31", "2027")], &[]);
        check(
            &[deadline("2025", "2026"), deadline("2025", "2027")],
            &["1.1: giá trị cũ ghi là 31/12/2025, nhưng đang có hiệu lực là 31/12/2026."],
        );
    }

    #[test]
    fn a_sub_work_has_a_deadline_of_its_own() {
        let works = "viec_con: [ { ma: a, nguyen_van: Việc } ]";
        let work = |event: String| format!("viec_con: a, {event}");
        let events = [
            work(deadline("2025", "2026")),
            deadline("2025", "2027"),
            work(deadline("2027", "2028")),
        ];
        assert_eq!(messages(&content(works, &events), super::check), Vec::<String>::new());
    }

    #[test]
    fn a_new_lead_follows_the_one_in_force() {
        check(&[lead("so-a", "so-b"), lead("so-b", "so-c")], &[]);
        check(
            &[lead("so-a", "so-b"), lead("so-a", "so-c")],
            &["1.1: giá trị cũ ghi là “so-a”, nhưng đang có hiệu lực là “so-b”."],
        );
    }

    #[test]
    fn a_successor_leads_in_its_place() {
        let mut content = content("", &[lead("so-b", "so-c")]);
        content.changes =
            "bien_dong: [ { ma: b1, ngay: \"2024-01-20\", loai: sap_nhap, tu: [so-a], den: [so-b] } ]".to_owned();
        assert_eq!(messages(&content, super::check), Vec::<String>::new());
    }

    #[test]
    fn a_former_lead_may_hand_over_to_several() {
        check(&[handover("so-a", "so-b"), handover("so-a", "so-c")], &[]);
        check(
            &[handover("so-b", "so-c")],
            &["1.1: giá trị cũ ghi là “so-b”, nhưng đang có hiệu lực là “so-a”."],
        );
    }

    #[test]
    fn a_member_of_a_leading_group_may_hand_over() {
        let content = content("chu_tri_nhom: [cac-so]", &[handover("so-b", "so-c")]);
        assert_eq!(messages(&content, super::check), Vec::<String>::new());
    }

    #[test]
    fn a_new_wording_follows_the_one_in_force() {
        check(&[wording("Việc", "Việc mới"), wording("\" Việc  mới\"", "Khác")], &[]);
        check(
            &[wording("Khác", "Việc mới")],
            &["1.1: giá trị cũ ghi là “Khác”, nhưng đang có hiệu lực là “Việc”."],
        );
    }
}
