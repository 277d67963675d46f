//! Events of a task and their evidence.

use super::reader::Reader;
use crate::diagnostic::catalog::{ck100, ck121, ck122, ck153, ck230};
use crate::diagnostic::{Place, SourcePath};
use crate::model::choices::STATES;
use crate::model::{
    Destination, Event, EventKind, Evidence, Piece, PlanId, Reported, SubWork, TaskTime,
};
use crate::parse::raw::{RawAdjustment, RawCarryOver, RawEvent, RawEvidence, RawTask};
use crate::text::dates::PartialDate;
use crate::text::near::nearest;
use crate::text::periods::{Period, PeriodFault, PeriodKind};
use crate::text::schedule::{Limit, Schedule, Setting};
use crate::vocabulary::Word;
use crate::vocabulary::kinds::{Adjustment, EventName};

/// What is known of a task before its events are read.
pub(super) struct Known<'a> {
    /// Its parts.
    pub(super) works: &'a [SubWork],
    /// Its time.
    pub(super) time: &'a TaskTime,
    /// What stands around its time.
    pub(super) setting: &'a Setting,
    /// Whether the plan names no agency that leads.
    pub(super) is_unnamed: bool,
}

/// Withheld evidence: the position of its event, its own, and the piece.
pub(super) type Kept = (usize, usize, Piece);

pub(super) fn events(
    file: &SourcePath,
    raw: &RawTask,
    task: &Known<'_>,
    reader: &mut Reader<'_>,
) -> (Vec<Event>, Vec<Kept>) {
    let mut events: Vec<Event> = Vec::new();
    let mut withheld = Vec::new();
    for (index, event) in raw.dien_bien.iter().enumerate() {
        let at = file.key("dien_bien").index(index);
        if let Some(first) = raw.dien_bien[..index].iter().position(|other| other.ma == event.ma) {
            let first = file.key("dien_bien").index(first).field("ma");
            reader.problems.push(ck100::id_given_twice(at.field("ma"), &event.ma, first));
        }
        reader.id(at.field("ma"), &event.ma);
        let happened = reader.partial_date(at.field("ngay"), &event.ngay);
        let published = reader.date(at.field("ngay_cong_bo"), &event.ngay_cong_bo);
        if let (Some(happened), Some(published)) = (happened, published)
            && happened.first_day() > published
        {
            reader.problems.push(ck121::after_publication(
                at.field("ngay"),
                &event.ngay,
                published,
            ));
        }
        let kind = kind(&at, event, task, reader);
        let sub_work = sub_work(&at, event, task.works, reader);
        let turn = turn(&at, event, task, reader);
        let reporter = event.co_quan_bao_cao.as_deref();
        let reporter =
            reporter.and_then(|agency| reader.agency(at.field("co_quan_bao_cao"), agency));
        let pieces = evidence(&at.field("minh_chung"), &event.minh_chung, reader);
        let (Some(happened), Some(published), Some(kind)) = (happened, published, kind) else {
            continue;
        };
        let mut evidence = Vec::new();
        for (piece, public) in pieces {
            evidence.push(match public {
                Openly::Public => Evidence::Public(piece),
                Openly::Withheld { reason } => {
                    withheld.push((index, evidence.len(), piece));
                    Evidence::Withheld { reason }
                }
            });
        }
        events.push(Event {
            id: event.ma.clone(),
            happened,
            published,
            kind,
            sub_work,
            turn,
            text: event.noi_dung.clone(),
            difficulty: event.kho_khan.clone(),
            reporter,
            evidence,
            basis: event.can_cu.clone(),
            index,
        });
    }
    (events, withheld)
}

/// Whether readers may see a piece.
enum Openly {
    Public,
    Withheld { reason: String },
}

fn sub_work(
    at: &Place,
    event: &RawEvent,
    works: &[SubWork],
    reader: &mut Reader<'_>,
) -> Option<usize> {
    let (key, letter) = match (&event.ket_qua, &event.viec_con) {
        (Some(letter), _) => ("ket_qua", letter.as_str()),
        (None, Some(letter)) => ("viec_con", letter.as_str()),
        (None, None) => return None,
    };
    let position = works.iter().position(|work| work.letter == letter);
    if position.is_none() {
        let near = nearest(letter, works.iter().map(|work| work.letter.as_str()));
        reader.problems.push(ck230::unknown_sub_work(at.field(key), letter, near));
    }
    position
}

fn kind(
    at: &Place,
    event: &RawEvent,
    task: &Known<'_>,
    reader: &mut Reader<'_>,
) -> Option<EventKind> {
    let name = reader.choice(at.field("loai"), &event.loai, &EventName::by_word())?;
    let state = event.trang_thai.as_deref();
    if let Some(state) = state {
        let states: Vec<_> = STATES.iter().map(|(state, by)| (state.code(), *by)).collect();
        let reported_by = reader.choice(at.field("trang_thai"), state, &states)?;
        if !reported_by.contains(&name) {
            reader.problems.push(ck122::state_does_not_fit(
                at.field("trang_thai"),
                state,
                &event.loai,
                &reported_by.iter().map(|name| name.word()).collect::<Vec<_>>(),
            ));
            return None;
        }
    }
    only_its_own_keys(at, event, reader);
    let reported = state.and_then(Reported::from_code);
    Some(match name {
        EventName::Update => EventKind::Update(reported),
        EventName::ReportedDone => EventKind::ReportedDone(reported.unwrap_or(Reported::Done)),
        // Whose confirmation it is can be told only when the whole site is known.
        EventName::Confirmed | EventName::SelfConfirmed => EventKind::Confirmed,
        EventName::Returned => EventKind::Returned,
        EventName::Paused => EventKind::Paused,
        EventName::Resumed => EventKind::Resumed,
        EventName::Cancelled => EventKind::Cancelled,
        EventName::DeadlineMoved | EventName::LeadChanged | EventName::WordingChanged => {
            match &event.dieu_chinh {
                Some(adjustment) => adjusted(&at.field("dieu_chinh"), adjustment, reader)?,
                None => return missing(at, "dieu_chinh", reader),
            }
        }
        EventName::DeadlineFixed => match &event.an_dinh_thoi_han {
            Some(fixing) => {
                let at = at.field("an_dinh_thoi_han.den");
                EventKind::DeadlineFixed { to: deadline(at, &fixing.den, reader)? }
            }
            None => return missing(at, "an_dinh_thoi_han", reader),
        },
        EventName::CarriedOver => match &event.chuyen_tiep {
            Some(carried) => {
                EventKind::CarriedOver(destination(&at.field("chuyen_tiep"), carried, reader))
            }
            None => return missing(at, "chuyen_tiep", reader),
        },
        EventName::HandedOver => match &event.chuyen_giao {
            Some(handover) => {
                let at = at.field("chuyen_giao");
                let to = reader.agency(at.field("den"), &handover.den);
                match &handover.tu {
                    Some(from) => {
                        let from = reader.agency(at.field("tu"), from);
                        EventKind::HandedOver { from: from?, to: to? }
                    }
                    None if task.is_unnamed => EventKind::Assigned { to: to? },
                    None => return missing(&at, "tu", reader),
                }
            }
            None => return missing(at, "chuyen_giao", reader),
        },
    })
}

fn missing(at: &Place, key: &str, reader: &mut Reader<'_>) -> Option<EventKind> {
    reader.problems.push(ck153::missing_key(at.field(key), key));
    None
}

fn only_its_own_keys(at: &Place, event: &RawEvent, reader: &mut Reader<'_>) {
    // A key has the name of its event.
    let owned = [
        ("dieu_chinh", event.dieu_chinh.is_some()),
        ("an_dinh_thoi_han", event.an_dinh_thoi_han.is_some()),
        ("chuyen_tiep", event.chuyen_tiep.is_some()),
        ("chuyen_giao", event.chuyen_giao.is_some()),
    ];
    for (key, present) in owned {
        if present && key != event.loai {
            reader.problems.push(ck122::key_does_not_fit(at.field(key), key, &event.loai));
        }
    }
}

fn adjusted(at: &Place, adjustment: &RawAdjustment, reader: &mut Reader<'_>) -> Option<EventKind> {
    let (before, after) = (&adjustment.cu, &adjustment.moi);
    match reader.word(at.field("muc"), &adjustment.muc)? {
        Adjustment::Deadline => {
            let from = deadline(at.field("cu"), before, reader);
            let to = deadline(at.field("moi"), after, reader);
            Some(EventKind::DeadlineMoved { from: from?.to, to: to? })
        }
        Adjustment::Lead => {
            let from = reader.agency(at.field("cu"), before);
            let to = reader.agency(at.field("moi"), after);
            Some(EventKind::LeadChanged { from: from?, to: to? })
        }
        Adjustment::Wording => {
            Some(EventKind::WordingChanged { from: before.clone(), to: after.clone() })
        }
    }
}

/// A deadline: a day, a month, a quarter or a year, whose last day counts.
fn deadline(at: Place, text: &str, reader: &mut Reader<'_>) -> Option<Limit> {
    let fault = match Period::parse(text) {
        Ok(period) if period.kind != PeriodKind::Range => return Some(Limit::from(period)),
        Ok(_) | Err(PeriodFault::Unreadable) => None,
        Err(fault) => Some(fault.to_string()),
    };
    reader.no_deadline(at, text, fault.as_deref());
    None
}

/// The turn that an event speaks of: one that the task has.
fn turn(at: &Place, event: &RawEvent, task: &Known<'_>, reader: &mut Reader<'_>) -> Option<String> {
    let recurrence = match (task.time.schedule(), event.ky.as_deref()) {
        (Some(Schedule::Recurring(recurrence)), _) => recurrence,
        (_, None) => return None,
        (_, Some(key)) => {
            reader.problems.push(ck122::no_turns(at.field("ky"), key));
            return None;
        }
    };
    let day = PartialDate::parse(&event.ngay).map(PartialDate::first_day);
    let example = day.ok().and_then(|day| recurrence.example(day));
    let Some(key) = event.ky.as_deref() else {
        let completes = [EventName::ReportedDone, EventName::Confirmed];
        if completes.iter().any(|name| name.word() == event.loai) {
            reader.problems.push(ck122::turn_missing(at.field("loai"), example.as_deref()));
        }
        return None;
    };
    if let Some(turn) = recurrence.turn(key) {
        let span = task.setting.plan;
        let first = recurrence.from.map(|span| span.from).or(span.map(|(from, _)| from));
        let first = first.map_or(task.setting.issued, |from| from.max(task.setting.issued));
        let last = recurrence.to.map(|span| span.to).or(span.map(|(_, to)| to));
        if turn.to < first || last.is_some_and(|last| last < turn.from) {
            reader.problems.push(ck122::turn_outside(at.field("ky"), key, first, last));
            return None;
        }
        return Some(turn.key);
    }
    reader.problems.push(ck122::no_such_turn(at.field("ky"), key, example.as_deref()));
    None
}

fn destination(at: &Place, carried: &RawCarryOver, reader: &mut Reader<'_>) -> Destination {
    if reader.names.plans.contains_key(carried.ke_hoach.as_str()) {
        let number = carried.nhiem_vu.as_deref();
        let number =
            number.and_then(|number| reader.task(at.field("nhiem_vu"), &carried.ke_hoach, number));
        return Destination::Here(PlanId::new(&carried.ke_hoach), number);
    }
    Destination::Elsewhere(carried.ke_hoach.clone(), carried.nhiem_vu.clone())
}

fn evidence(at: &Place, raw: &[RawEvidence], reader: &mut Reader<'_>) -> Vec<(Piece, Openly)> {
    let mut list = Vec::new();
    for (index, piece) in raw.iter().enumerate() {
        let at = at.index(index);
        let kind = reader.word(at.field("loai"), &piece.loai);
        let date = reader.optional_partial(at.field("ngay"), piece.ngay.as_deref());
        let url = piece.url.as_deref().map(|url| reader.address(at.field("url"), url));
        let public = piece.cong_khai.unwrap_or(true);
        if !public && piece.ly_do_khong_cong_khai.is_none() {
            reader.problems.push(ck153::missing_key(
                at.field("ly_do_khong_cong_khai"),
                "ly_do_khong_cong_khai",
            ));
        }
        let Some(kind) = kind else { continue };
        let openly = match public {
            true => Openly::Public,
            false => {
                Openly::Withheld { reason: piece.ly_do_khong_cong_khai.clone().unwrap_or_default() }
            }
        };
        let piece = Piece {
            kind,
            title: piece.ten.clone(),
            date,
            date_note: piece.ghi_chu_ngay.clone(),
            number: piece.so_hieu.clone(),
            issuer: piece.co_quan.clone(),
            url,
            file: piece.tep.clone(),
            sha256: piece.sha256.clone(),
            quote: piece.trich_dan.clone(),
            note: piece.ghi_chu.clone(),
        };
        list.push((piece, openly));
    }
    list
}
