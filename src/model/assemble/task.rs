//! Tasks of a plan.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::reader::Reader;
use super::{cells, event, numbers};
use crate::diagnostic::SourcePath;
use crate::diagnostic::catalog::{ck100, ck101, ck130, ck153, ck159, ck230};
use crate::model::{
    Leads, Nature, Openness, Origin, Partners, SubWork, Task, TaskGroup, TaskNumber, TaskPeriod,
    TaskTable, Withheld,
};
use crate::parse::raw::{RawPeriod, RawPlan, RawTask};
use crate::parse::{Doc, RawPlanFolder, RawTaskFile, is_task_number};
use crate::text::dates::PartialDate;
use crate::text::near::nearest;
use crate::text::periods::{Period, PeriodKind};

pub(super) fn tasks(
    plan: &str,
    folder: &RawPlanFolder,
    tables: &[TaskTable],
    groups: &[TaskGroup],
    reader: &mut Reader<'_>,
) -> (BTreeMap<TaskNumber, Task>, Withheld) {
    let mut tasks: BTreeMap<TaskNumber, Task> = BTreeMap::new();
    let mut withheld = Withheld::new();
    let Some(attributes) = &folder.attributes else { return (tasks, withheld) };
    let place = InPlan { id: plan, raw: &attributes.value, groups };
    for doc in &folder.tasks {
        let number = numbers::number(Some(place.raw), &doc.value.front);
        is_its_own(folder, place.raw, doc, &number, reader);
        let task = task(&place, &doc.source, &doc.value, &number, reader);
        if let (Some((task, kept)), Entry::Vacant(place)) = (task, tasks.entry(number.clone())) {
            place.insert(task);
            let kept = kept.into_iter();
            withheld.extend(kept.map(|(event, at, piece)| ((number.clone(), event, at), piece)));
        }
    }
    cells::check(place.raw, folder, tables, &tasks, reader);
    (tasks, withheld)
}

/// What a task's plan holds.
struct InPlan<'a> {
    id: &'a str,
    raw: &'a RawPlan,
    groups: &'a [TaskGroup],
}

/// Reports a number that is none, or not its file's: another file's, or nobody's.
fn is_its_own(
    folder: &RawPlanFolder,
    plan: &RawPlan,
    doc: &Doc<RawTaskFile>,
    number: &TaskNumber,
    reader: &mut Reader<'_>,
) {
    let table = numbers::table_position(plan, doc.value.front.bang.as_deref());
    // A table that nobody knows is told by itself.
    if table.is_none() || numbers::is_borne(&doc.value, number) {
        return;
    }
    let at = doc.source.key("so");
    let owner = folder.tasks.iter().find(|other| {
        let its = numbers::number(Some(plan), &other.value.front);
        its == *number && numbers::is_borne(&other.value, &its)
    });
    reader.problems.push(match owner {
        _ if !is_task_number(&doc.value.front.so) => ck101::not_a_number(at, &doc.value.front.so),
        Some(owner) => ck101::number_given_twice(at, &number.as_str(), owner.source.key("so")),
        None => ck101::not_the_file_name(at, number.as_str(), &number.slug()),
    });
}

fn task(
    place: &InPlan<'_>,
    file: &SourcePath,
    doc: &RawTaskFile,
    number: &TaskNumber,
    reader: &mut Reader<'_>,
) -> Option<(Task, Vec<event::Kept>)> {
    let plan = place.id;
    let raw = &doc.front;
    let table = reader.table(file.key("bang"), place.raw, raw.bang.as_deref());
    let group = raw.nhom.as_deref().map(|name| {
        let groups = place.groups.iter();
        let mut mine = groups.clone().filter(|group| Some(group.table) == table);
        let is_named = |group: &TaskGroup| group.number == name && Some(group.table) == table;
        let position = groups.clone().position(is_named);
        if position.is_none() && table.is_some() {
            let near = nearest(name, mine.by_ref().map(|group| group.number.as_str()));
            reader.problems.push(ck230::unknown_task_group(file.key("nhom"), name, near));
        }
        position
    });
    // A number behind a group's own, as 1.2 behind 1, is the group's: the key was forgotten.
    let above = raw.so.rsplit_once('.').map(|(above, _)| above);
    let is_of_group =
        |group: &TaskGroup| Some(group.table) == table && Some(group.number.as_str()) == above;
    let is_forgotten =
        raw.nhom.is_none() && raw.cha.is_none() && place.groups.iter().any(is_of_group);
    if is_forgotten {
        reader.problems.push(ck153::missing_key(file.key("nhom"), "nhom"));
    }
    let parent = raw.cha.as_deref().and_then(|other| {
        let at = file.key("cha");
        if other == number.as_str() {
            reader.problems.push(ck230::refers_to_itself(at, other));
            return None;
        }
        reader.task(at, plan, other)
    });
    let is_numbered = reader.optional_switch(file.key("danh_so"), raw.danh_so.as_deref(), true);
    let unnumbered = (!is_numbered).then(String::new);
    let leads = Leads {
        agencies: reader.agencies(&file.key("chu_tri"), &raw.chu_tri),
        groups: reader.groups(&file.key("chu_tri_nhom"), &raw.chu_tri_nhom),
        verbatim: raw.chu_tri_nguyen_van.clone(),
    };
    if raw.chu_tri.is_empty() && raw.chu_tri_nhom.is_empty() {
        reader.problems.push(ck153::no_lead(file.key("chu_tri")));
    }
    let partners = raw.phoi_hop.as_ref().map(|partners| Partners {
        verbatim: partners.nguyen_van.clone(),
        agencies: reader.agencies(&file.key("phoi_hop.co_quan"), &partners.co_quan),
        groups: reader.groups(&file.key("phoi_hop.nhom"), &partners.nhom),
    });
    let period = period(file, &raw.thoi_gian, reader);
    let nature = raw.tinh_chat.as_deref().and_then(|word| reader.word(file.key("tinh_chat"), word));
    let sub_works = sub_works(file, raw, reader);
    let nodes = raw.can_cu_dieu.iter().enumerate();
    let nodes = nodes
        .filter_map(|(index, node)| reader.node(file.key("can_cu_dieu").index(index), plan, node));
    let nodes = nodes.collect();
    let mut depends_on = Vec::new();
    for (index, other) in raw.phu_thuoc.iter().enumerate() {
        let at = file.key("phu_thuoc").index(index);
        if other == number.as_str() {
            reader.problems.push(ck230::refers_to_itself(at, other));
        } else {
            depends_on.extend(reader.task(at, plan, other));
        }
    }
    let origin = match &raw.bo_sung {
        None => Some(Origin::Plan),
        Some(addition) => reader
            .date(file.key("bo_sung.ngay"), &addition.ngay)
            .map(|date| Origin::Added { basis: addition.can_cu.clone(), date }),
    };
    let (events, withheld) = event::events(file, raw, &sub_works, reader);
    let related = reader.related(&file.key("thong_tin_lien_quan"), &raw.thong_tin_lien_quan);
    reader.prose(file, Some(plan), &doc.prose);
    if is_forgotten {
        return None;
    }
    let period = period?;
    let nature = nature.unwrap_or(match period.reading.kind {
        PeriodKind::Range => Nature::Undetermined,
        _ => Nature::Deadline,
    });
    let task = Task {
        number: number.clone(),
        printed: unnumbered.or_else(|| raw.so_van_ban.clone()),
        table: table?,
        group: match group {
            Some(named) => Some(named?),
            None => None,
        },
        parent,
        verbatim: raw.nguyen_van.trim_end().to_owned(),
        leads,
        partners,
        period,
        nature,
        sub_works,
        products: raw.san_pham.clone().unwrap_or_default(),
        other_cells: raw.cot_khac.clone(),
        merged: raw.o_gop.iter().cloned().collect(),
        nodes,
        depends_on,
        openness: match &raw.han_che {
            None => Openness::Full,
            Some(restriction) => Openness::Restricted { reason: restriction.ly_do.clone() },
        },
        origin: origin?,
        notes: raw.ghi_chu_bien_tap.clone(),
        events,
        related,
        narrative: doc.prose.clone(),
        source: file.clone(),
    };
    Some((task, withheld))
}

/// The plan's words, or the two keys beside them where the words cannot be read plainly.
fn period(file: &SourcePath, raw: &RawPeriod, reader: &mut Reader<'_>) -> Option<TaskPeriod> {
    let at = file.key("thoi_gian");
    if raw.tu.is_none() && raw.den.is_none() {
        return match Period::parse(&raw.nguyen_van) {
            Ok(reading) => Some(TaskPeriod {
                verbatim: raw.nguyen_van.clone(),
                from: reading.from,
                to: reading.to,
                reading,
            }),
            Err(fault) => {
                let at = at.field("nguyen_van");
                reader.problems.push(ck130::unreadable(at, &raw.nguyen_van, &fault.to_string()));
                None
            }
        };
    }
    let span = reader.span_of(&at, raw.tu.as_deref(), raw.den.as_deref());
    let (Some(from), Some(to)) = (span.from, span.to) else {
        if raw.tu.is_none() || raw.den.is_none() {
            reader.problems.push(ck130::one_end_only(at));
        }
        return None;
    };
    let single =
        raw.tu == raw.den && raw.den.as_deref().is_some_and(|den| PartialDate::parse(den).is_ok());
    let kind = if single { PeriodKind::Date } else { PeriodKind::Range };
    Some(TaskPeriod {
        verbatim: raw.nguyen_van.clone(),
        from,
        to,
        reading: Period { from, to, kind },
    })
}

fn sub_works(file: &SourcePath, raw: &RawTask, reader: &mut Reader<'_>) -> Vec<SubWork> {
    let mut works: Vec<SubWork> = Vec::new();
    for (index, work) in raw.viec_con.iter().enumerate() {
        let at = file.key("viec_con").index(index);
        if let Some(first) = works.iter().position(|other| other.letter == work.ma) {
            let first = file.key("viec_con").index(first).field("ma");
            reader.problems.push(ck100::id_given_twice(at.field("ma"), &work.ma, first));
        }
        if !is_passage(&raw.nguyen_van, &work.nguyen_van) {
            reader.problems.push(ck159::not_a_passage(at.field("nguyen_van"), &work.nguyen_van));
        }
        works.push(SubWork {
            letter: work.ma.clone(),
            verbatim: work.nguyen_van.trim_end().to_owned(),
        });
    }
    works
}

/// Whether the words of `part` stand together in `whole`.
fn is_passage(whole: &str, part: &str) -> bool {
    let join = |text: &str| crate::text::normalize::words(text).collect::<Vec<_>>().join(" ");
    join(whole).contains(&join(part))
}
