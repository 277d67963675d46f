//! Parts that several kinds of pages share: cards, events, evidence, corrections, bars.

use std::collections::BTreeMap;

use crate::model::{
    AgencyId, Correction, CorrectionTarget, Destination, Event, EventKind, Evidence, Plan, Related,
    Task,
};
use crate::pages::context::{Context, date_view, partial_view, runs};
use crate::pages::frame::NavigationItem;
use crate::pages::parts::events::{
    Change, CorrectionView, EventView, EvidenceView, FileLink, RelatedView, UpdateItem,
};
use crate::pages::parts::figures::{Bar, BarSegment, Figure};
use crate::pages::parts::values::{
    AgencyLink, Link, PlanHead, Reference, StandingView, TaskCard, TaskGroup, Tone,
};
use crate::paths;
use crate::progress::{History, Responsible, Standing, TaskProgress};
pub(crate) use crate::text::numbers::count as number;
use crate::text::numbers::integer;
use crate::text::{dates, lowered, one_line};
use crate::wording;

/// What stands for the words of a correction of a restricted task.
const WITHHELD: &str = "không công khai chi tiết";

/// A plan's short head, with the menu of its pages.
pub(crate) fn plan_head(here: Context<'_>, plan: &Plan) -> PlanHead {
    let pages = [
        (paths::plan(&plan.id), "Tổng quan"),
        (paths::tasks(&plan.id), "Nhiệm vụ"),
        (paths::of_plan(&plan.id, "toan-van"), "Toàn văn"),
        (paths::reports(&plan.id), "Báo cáo"),
        (paths::of_plan(&plan.id, "moc-thoi-gian"), "Mốc thời gian"),
        (paths::of_plan(&plan.id, "thay-doi"), "Thay đổi từng kỳ"),
        (paths::of_plan(&plan.id, "lich-su"), "Lịch sử công bố"),
        (paths::of_plan(&plan.id, "thuoc-tinh"), "Thuộc tính"),
        (paths::of_plan(&plan.id, "luoc-do"), "Lược đồ"),
        (paths::of_plan(&plan.id, "doi-chieu"), "Đối chiếu"),
        (paths::plan_data(&plan.id), "Dữ liệu"),
    ];
    PlanHead {
        link: here.link(&paths::plan(&plan.id), format!("Kế hoạch {}", plan.number)),
        short_name: plan.short_name.clone(),
        pages: pages
            .into_iter()
            .map(|(path, text)| NavigationItem {
                href: here.href(&path),
                text: text.to_owned(),
                current: path == *here.path,
            })
            .collect(),
    }
}

/// Who answers for a task on the page's date.
pub(crate) fn leads(here: Context<'_>, plan: &Plan, task: &Task) -> Vec<AgencyLink> {
    here.task(plan, task).responsible.iter().map(|responsible| lead(here, responsible)).collect()
}

fn lead(here: Context<'_>, responsible: &Responsible<'_>) -> AgencyLink {
    let name_of = |id: &AgencyId| here.site().agency(id).last_name().full.clone();
    match responsible {
        Responsible::Agency { id } => here.agency(id),
        Responsible::Inherited { id, from, via } => {
            let mut link = here.agency(id);
            let last = via.last();
            let basis = last.and_then(|change| change.basis.as_ref());
            let basis = basis.map(|basis| format!(", theo {basis}")).unwrap_or_default();
            let day = last.map(|change| format!(", từ {}{basis}", partial_view(change.date).short));
            link.note = Some(format!("kế thừa từ {}{}", name_of(from), day.unwrap_or_default()));
            link
        }
        Responsible::HandedOver { id, from, event } => {
            let mut link = here.agency(id);
            let basis =
                event.basis.as_ref().map(|basis| format!(", theo {basis}")).unwrap_or_default();
            link.note = Some(format!("nhận từ {}{basis}", name_of(from)));
            link
        }
        Responsible::Group { id, .. } => here.group(id),
        Responsible::Unresolved { id, .. } => {
            let mut link = here.agency(id);
            link.note =
                Some("đã kết thúc hoạt động, chưa rõ cơ quan kế thừa nhiệm vụ này".to_owned());
            link
        }
        Responsible::Ended { id } => {
            let mut link = here.agency(id);
            link.note =
                Some("đã kết thúc hoạt động, chưa có thông tin về cơ quan kế thừa".to_owned());
            link
        }
    }
}

/// A standing as pages show it (design: model §3.1).
pub(crate) fn plain_standing(standing: &Standing) -> StandingView {
    let reason = match standing {
        Standing::NoInformation { past_due: true } => Some(
            "Đã hết thời hạn; chưa cơ quan nào báo cáo, nên trang không kết luận là xong hay chậm."
                .to_owned(),
        ),
        Standing::NoInformation { past_due: false } => {
            Some("Chưa có báo cáo nào về nhiệm vụ này.".to_owned())
        }
        Standing::EndedAwaiting => Some(
            "Lần cuối được ghi nhận là đang thực hiện; kỳ thực hiện đã hết, chưa có đánh giá."
                .to_owned(),
        ),
        Standing::ReportedDone => {
            Some("Cơ quan đã báo cáo hoàn thành, chưa có xác nhận.".to_owned())
        }
        Standing::Paused { past_due: true } => Some("Đang tạm dừng, thời hạn đã qua.".to_owned()),
        _ => None,
    };
    StandingView { tone: wording::tone(standing), label: wording::standing_label(standing), reason }
}

/// A task's standing with its reason.
pub(crate) fn standing(task: &TaskProgress<'_>) -> StandingView {
    let mut view = plain_standing(&task.standing);
    view.label = wording::public_label(&task.standing, task.task.is_restricted());
    if task.task.is_restricted() {
        // Its deadline and its log are not public.
        return view;
    }
    let deadline = dates::short(task.deadline.in_force);
    let last = task.events.iter().rev().find(|event| wording::reported(&event.kind).is_some());
    let last = last.map(|event| {
        format!("; lần cuối ghi nhận đang thực hiện: {}", partial_view(event.happened).short)
    });
    match task.standing {
        Standing::Overdue { .. } => {
            view.reason = Some(format!("Thời hạn {deadline}{}.", last.unwrap_or_default()));
        }
        Standing::DueSoon { .. } | Standing::OnTrack => {
            view.reason = Some(format!("Thời hạn {deadline}."))
        }
        _ if task.from_sub_works => {
            let note = "Tình trạng này dựa trên tin về một phần việc của nhiệm vụ.".to_owned();
            view.reason =
                Some(view.reason.map_or(note.clone(), |reason| format!("{reason} {note}")));
        }
        _ => {}
    }
    if let (Standing::CarriedOver, Some(destination)) = (&task.standing, task.destination) {
        view.reason = Some(match destination {
            Destination::Here(plan, _) => format!("Chuyển sang kế hoạch {plan}."),
            Destination::Elsewhere(plan, _) => format!("Chuyển sang Kế hoạch {plan}."),
        });
    }
    view
}

/// What tells a task from all other tasks of the site.
pub(crate) fn key(plan: &Plan, task: &Task) -> String {
    format!("{}/{}", plan.id, task.number.slug())
}

/// A task as lists show it; of a restricted one title and standing only.
pub(crate) fn card(here: Context<'_>, plan: &Plan, task: &Task, name_plan: bool) -> TaskCard {
    let restricted = task.is_restricted();
    TaskCard {
        key: key(plan, task),
        number: task.number.to_string(),
        title: one_line(&task.verbatim),
        href: here.href(&paths::task(&plan.id, &task.number)),
        plan: name_plan.then(|| here.link(&paths::plan(&plan.id), plan.number.clone())),
        leads: if restricted { Vec::new() } else { leads(here, plan, task) },
        period: (!restricted).then(|| task.period.verbatim.clone()),
        standing: standing(here.task(plan, task)),
    }
}

/// Tasks under the plans that they belong to; a site of one plan names none.
///
/// Each group's fragment is its plan's id after `prefix`.
pub(crate) fn by_plan<'a>(
    here: Context<'_>,
    tasks: impl Iterator<Item = (&'a Plan, &'a Task)>,
    prefix: &str,
) -> Vec<TaskGroup> {
    let mut groups: Vec<TaskGroup> = Vec::new();
    for (plan, task) in tasks {
        let id = format!("{prefix}{}", plan.id);
        if groups.last().is_none_or(|group| group.id != id) {
            let name = format!("Kế hoạch {}: {}", plan.number, plan.short_name);
            groups.push(TaskGroup { figure: Figure::of(0, ""), id, name, tasks: Vec::new() });
        }
        let group = groups.last_mut().expect("a group was pushed just now");
        group.tasks.push(card(here, plan, task, false));
    }
    for group in &mut groups {
        group.figure = Figure::of(group.tasks.len(), format!("#{}", group.id));
    }
    groups
}

/// One entry of a task's log.
pub(crate) fn event(here: Context<'_>, plan: &Plan, task: &Task, event: &Event) -> EventView {
    let carried_to = match &event.kind {
        EventKind::CarriedOver(destination) => Some(destination_reference(here, destination)),
        _ => None,
    };
    EventView {
        id: paths::event_fragment(event),
        kind: wording::event(&event.kind).to_owned(),
        happened: partial_view(event.happened),
        published: date_view(event.published),
        state: wording::reported(&event.kind).map(str::to_owned),
        sub_work: event.sub_work.map(|index| task.sub_works[index].letter.clone()),
        content: event.text.clone(),
        difficulty: event.difficulty.clone(),
        reporter: event
            .reporter
            .as_ref()
            .map(|id| here.agency_then(id, event.happened.first_day())),
        changes: changes(here, &event.kind),
        basis: event.basis.as_ref().map(|basis| here.basis(basis)),
        carried_to,
        evidence: event
            .evidence
            .iter()
            .map(|evidence| evidence_view(here, plan, evidence))
            .collect(),
    }
}

fn destination_reference(here: Context<'_>, destination: &Destination) -> Reference {
    match destination {
        Destination::Here(plan, number) => {
            let plan = here.site().plan(plan);
            match number {
                Some(number) => Reference {
                    text: format!("nhiệm vụ {number}, Kế hoạch {}", plan.number),
                    href: Some(here.href(&paths::task(&plan.id, number))),
                },
                None => Reference {
                    text: format!("Kế hoạch {}", plan.number),
                    href: Some(here.href(&paths::plan(&plan.id))),
                },
            }
        }
        Destination::Elsewhere(plan, number) => {
            let task =
                number.as_ref().map(|number| format!("nhiệm vụ {number}, ")).unwrap_or_default();
            Reference { text: format!("{task}Kế hoạch {plan}"), href: None }
        }
    }
}

/// What an event changed in the plan's own terms.
pub(crate) fn changes(here: Context<'_>, kind: &EventKind) -> Vec<Change> {
    let name = |id: &AgencyId| here.site().agency(id).last_name().full.clone();
    let (what, before, after) = match kind {
        EventKind::DeadlineMoved { from, to } => {
            ("Thời hạn", dates::short(*from), dates::short(*to))
        }
        EventKind::LeadChanged { from, to } | EventKind::HandedOver { from, to } => {
            ("Cơ quan chủ trì", name(from), name(to))
        }
        EventKind::WordingChanged { from, to } => ("Nội dung", from.clone(), to.clone()),
        _ => return Vec::new(),
    };
    vec![Change { what: what.to_owned(), before, after }]
}

fn evidence_view(here: Context<'_>, plan: &Plan, evidence: &Evidence) -> EvidenceView {
    let withheld =
        (!evidence.public).then(|| evidence.withheld_because.clone().unwrap_or_default());
    let file = evidence.file.as_ref().filter(|_| evidence.public).map(|name| FileLink {
        href: here.href(&paths::file_of_plan(&plan.id, name)),
        text: name.rsplit('/').next().unwrap_or(name).to_owned(),
        size: String::new(),
        sha256: evidence.sha256.clone(),
    });
    EvidenceView {
        kind: wording::evidence(evidence.kind).to_owned(),
        title: evidence.title.clone(),
        number: evidence.number.clone(),
        agency: evidence.issuer.clone(),
        date: evidence.date.map(partial_view),
        date_note: evidence.date_note.clone(),
        href: evidence.url.clone().filter(|_| evidence.public),
        file,
        quote: evidence.quote.clone(),
        note: evidence.note.clone(),
        withheld,
    }
}

/// Something related, plainly apart from proof.
pub(crate) fn related(related: &Related) -> RelatedView {
    RelatedView {
        kind: wording::evidence(related.kind).to_owned(),
        title: related.title.clone(),
        number: related.number.clone(),
        agency: related.publisher.clone(),
        date: related.date.map(partial_view),
        date_note: related.date_note.clone(),
        href: related.url.clone(),
        says: related.says.clone(),
        quote: related.quote.clone(),
        figure: related.figure.clone(),
        trust: (!related.read_itself)
            .then(|| "Chỉ thấy được dẫn ở trang khác, chưa đọc chính văn bản.".to_owned()),
        note: related.note.clone(),
    }
}

/// A correction, with what it corrects.
pub(crate) fn correction(
    here: Context<'_>,
    plan: &Plan,
    correction: &Correction,
) -> CorrectionView {
    let restricted = correction.target.is_restricted(plan);
    let open = |words: &str| if restricted { WITHHELD.to_owned() } else { words.to_owned() };
    let target = match &correction.target {
        CorrectionTarget::Task(number) => here.link(
            &paths::task(&plan.id, number),
            format!("Nhiệm vụ {number}, Kế hoạch {}", plan.number),
        ),
        CorrectionTarget::Node(node) => {
            let link = here.node_link(plan, node);
            Link { text: format!("{}, Kế hoạch {}", link.text, plan.number), href: link.href }
        }
        CorrectionTarget::Plan => {
            here.link(&paths::plan(&plan.id), format!("Kế hoạch {}", plan.number))
        }
    };
    let days = correction.received.zip(correction.answered).map(|(received, answered)| {
        format!("trả lời sau {} ngày", integer(dates::days_between(received, answered)))
    });
    CorrectionView {
        id: correction.id.clone(),
        kind: wording::correction(correction.kind).to_owned(),
        date: date_view(correction.published),
        target,
        before: open(&correction.before),
        after: open(&correction.after),
        reason: open(&correction.reason),
        source: wording::correction_origin(correction.origin).to_owned(),
        received: correction.received.map(date_view),
        answered: correction.answered.map(date_view),
        days,
        letter: correction.letter.as_ref().filter(|_| !restricted).map(|letter| here.basis(letter)),
    }
}

/// An event as the lists of updates show it; of a restricted task no more than its kind.
pub(crate) fn update(
    here: Context<'_>,
    plan: &Plan,
    task: &Task,
    event: &Event,
    name_plan: bool,
) -> UpdateItem {
    let open = !task.is_restricted();
    UpdateItem {
        kind: wording::event(&event.kind).to_owned(),
        correction: false,
        published: date_view(event.published),
        happened: Some(partial_view(event.happened)),
        link: here.link(
            &paths::task(&plan.id, &task.number),
            format!("Nhiệm vụ {}: {}", task.number, shortened(&task.verbatim)),
        ),
        plan: name_plan
            .then(|| here.link(&paths::plan(&plan.id), format!("Kế hoạch {}", plan.number))),
        text: event.text.clone().filter(|_| open),
        changes: if open { changes(here, &event.kind) } else { Vec::new() },
    }
}

/// A correction as the lists of updates show it.
pub(crate) fn correction_update(
    here: Context<'_>,
    plan: &Plan,
    entry: &Correction,
    name_plan: bool,
) -> UpdateItem {
    let view = correction(here, plan, entry);
    UpdateItem {
        kind: view.kind,
        correction: true,
        published: view.date,
        happened: None,
        link: view.target,
        plan: name_plan
            .then(|| here.link(&paths::plan(&plan.id), format!("Kế hoạch {}", plan.number))),
        text: Some(view.reason),
        changes: vec![Change {
            what: "Nội dung".to_owned(),
            before: view.before,
            after: view.after,
        }],
    }
}

/// The latest events and corrections, newest first.
pub(crate) fn latest(
    here: Context<'_>,
    history: &History<'_>,
    count: usize,
    name_plan: bool,
) -> Vec<UpdateItem> {
    let events = history.events.iter().take(count);
    let events = events.map(|entry| update(here, entry.plan, entry.task, entry.event, name_plan));
    let corrections = history.corrections.iter().take(count);
    let corrections =
        corrections.map(|entry| correction_update(here, entry.plan, entry.correction, name_plan));
    let mut items: Vec<UpdateItem> = corrections.chain(events).collect();
    items.sort_by(|a, b| b.published.iso.cmp(&a.published.iso));
    items.truncate(count);
    items
}

/// The first words of a long text.
pub(crate) fn shortened(text: &str) -> String {
    const WORDS: usize = 18;
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= WORDS { words.join(" ") } else { format!("{}…", words[..WORDS].join(" ")) }
}

/// Words of a cell, a passage a line.
pub(crate) fn lines(text: &str) -> Vec<Vec<crate::pages::parts::values::Run>> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(runs).collect()
}

/// A stacked bar over standings, in the fixed order of tones; `list` tells where the tasks of one stand.
pub(crate) fn bar<'a>(
    standings: impl Iterator<Item = &'a Standing>,
    list: impl Fn(Tone) -> String,
) -> Bar {
    let mut counts: BTreeMap<Tone, usize> = BTreeMap::new();
    for standing in standings {
        *counts.entry(wording::tone(standing)).or_default() += 1;
    }
    let total: usize = counts.values().sum();
    let mut before = 0;
    let mut segments = Vec::new();
    for (tone, count) in counts {
        segments.push(BarSegment {
            tone,
            label: tone.label().to_owned(),
            figure: Figure::of(count, list(tone)),
            x: percent_of(before, total),
            width: percent_of(count, total),
        });
        before += count;
    }
    let words: Vec<String> = segments
        .iter()
        .map(|segment| format!("{} {}", segment.figure.n, lowered(&segment.label)))
        .collect();
    let label =
        if words.is_empty() { "không có nhiệm vụ".to_owned() } else { words.join(", ") };
    Bar { label, segments }
}

/// Geometry in percent, to a thousandth.
pub(crate) fn percent_of(part: usize, whole: usize) -> String {
    let thousandths = (part * 100_000 + whole / 2).checked_div(whole).unwrap_or(0);
    format!("{}.{:03}%", thousandths / 1000, thousandths % 1000)
}
