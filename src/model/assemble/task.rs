//! Tasks of a plan.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::reader::Reader;
use super::{event, time};
use crate::diagnostic::SourcePath;
use crate::diagnostic::catalog::{ck100, ck101, ck153, ck159, ck230};
use crate::model::{
    Leads, Openness, Origin, Partners, SubWork, Task, TaskGroup, TaskNumber, Withheld,
};
use crate::parse::raw::RawTask;
use crate::parse::{Doc, RawPlanFolder, RawTaskFile, is_task_number};
use crate::text::near::nearest;
use crate::text::schedule::Setting;
use crate::text::slug;

pub(super) fn tasks(
    plan: &str,
    folder: &RawPlanFolder,
    groups: &[TaskGroup],
    setting: &Setting,
    reader: &mut Reader<'_>,
) -> (BTreeMap<TaskNumber, Task>, Withheld) {
    let mut tasks: BTreeMap<TaskNumber, Task> = BTreeMap::new();
    let mut withheld = Withheld::new();
    for doc in &folder.tasks {
        let number = TaskNumber::new(&doc.value.front.so);
        is_its_own(folder, doc, reader);
        let task = task(plan, &doc.source, &doc.value, groups, setting, reader);
        if let (Some((task, kept)), Entry::Vacant(place)) = (task, tasks.entry(number.clone())) {
            place.insert(task);
            let kept = kept.into_iter();
            withheld.extend(kept.map(|(event, at, piece)| ((number.clone(), event, at), piece)));
        }
    }
    (tasks, withheld)
}

/// Reports a number that is none, or not its file's: another file's, or nobody's.
fn is_its_own(folder: &RawPlanFolder, doc: &Doc<RawTaskFile>, reader: &mut Reader<'_>) {
    let (at, number) = (doc.source.key("so"), &doc.value.front.so);
    if doc.value.bears_its_number() {
        return;
    }
    let owner = folder
        .tasks
        .iter()
        .find(|other| other.value.front.so == *number && other.value.bears_its_number());
    reader.problems.push(match owner {
        _ if !is_task_number(number) => ck101::not_a_number(at, number),
        Some(owner) => ck101::number_given_twice(at, number, owner.source.key("so")),
        None => ck101::not_the_file_name(at, number, &slug(number)),
    });
}

fn task(
    plan: &str,
    file: &SourcePath,
    doc: &RawTaskFile,
    groups: &[TaskGroup],
    setting: &Setting,
    reader: &mut Reader<'_>,
) -> Option<(Task, Vec<event::Kept>)> {
    let raw = &doc.front;
    let number = TaskNumber::new(&raw.so);
    let group = groups.iter().position(|group| group.number == raw.nhom);
    if group.is_none() {
        let near = nearest(&raw.nhom, groups.iter().map(|group| group.number.as_str()));
        reader.problems.push(ck230::unknown_task_group(file.key("nhom"), &raw.nhom, near));
    }
    let leads = Leads {
        agencies: reader.agencies(&file.key("chu_tri"), &raw.chu_tri),
        groups: reader.groups(&file.key("chu_tri_nhom"), &raw.chu_tri_nhom),
        verbatim: raw.chu_tri_nguyen_van.clone(),
    };
    let partners = raw.phoi_hop.as_ref().map(|partners| Partners {
        verbatim: partners.nguyen_van.clone(),
        agencies: reader.agencies(&file.key("phoi_hop.co_quan"), &partners.co_quan),
        groups: reader.groups(&file.key("phoi_hop.nhom"), &partners.nhom),
    });
    let nature = raw.tinh_chat.as_deref().and_then(|word| reader.word(file.key("tinh_chat"), word));
    let time = time::time(&file.key("thoi_gian"), &raw.thoi_gian, nature, setting, reader);
    let has_results = !raw.ket_qua.is_empty();
    let sub_works = if has_results {
        if !raw.viec_con.is_empty() {
            reader.problems.push(ck153::works_and_results(file.key("viec_con")));
        }
        results(file, raw, setting, reader)
    } else {
        sub_works(file, raw, reader)
    };
    let nodes = raw.can_cu_dieu.iter().enumerate();
    let nodes = nodes
        .filter_map(|(index, node)| reader.node(file.key("can_cu_dieu").index(index), plan, node));
    let nodes = nodes.collect();
    let mut depends_on = Vec::new();
    for (index, other) in raw.phu_thuoc.iter().enumerate() {
        let at = file.key("phu_thuoc").index(index);
        if *other == raw.so {
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
    let (events, withheld) = event::events(file, raw, &sub_works, &time, reader);
    let related = reader.related(&file.key("thong_tin_lien_quan"), &raw.thong_tin_lien_quan);
    reader.prose(file, Some(plan), &doc.prose);
    let task = Task {
        number,
        group: group?,
        verbatim: raw.nguyen_van.trim_end().to_owned(),
        leads,
        partners,
        time,
        sub_works,
        has_results,
        products: raw.san_pham.clone(),
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
            leads: None,
            time: None,
            products: Vec::new(),
        });
    }
    works
}

fn results(
    file: &SourcePath,
    raw: &RawTask,
    setting: &Setting,
    reader: &mut Reader<'_>,
) -> Vec<SubWork> {
    let mut results: Vec<SubWork> = Vec::new();
    for (index, result) in raw.ket_qua.iter().enumerate() {
        let at = file.key("ket_qua").index(index);
        if let Some(first) = results.iter().position(|other| other.letter == result.ma) {
            let first = file.key("ket_qua").index(first).field("ma");
            reader.problems.push(ck100::id_given_twice(at.field("ma"), &result.ma, first));
        }
        let named = Leads {
            agencies: reader.agencies(&at.field("chu_tri"), &result.chu_tri),
            groups: reader.groups(&at.field("chu_tri_nhom"), &result.chu_tri_nhom),
            verbatim: result.chu_tri_nguyen_van.clone(),
        };
        let leads = (!named.is_unnamed() || named.verbatim.is_some()).then_some(named);
        let time = result.thoi_gian.as_ref();
        let time =
            time.map(|time| time::time(&at.field("thoi_gian"), time, None, setting, reader));
        results.push(SubWork {
            letter: result.ma.clone(),
            verbatim: result.nguyen_van.trim_end().to_owned(),
            leads,
            time,
            products: result.san_pham.clone(),
        });
    }
    results
}

/// Whether the words of `part` stand together in `whole`.
fn is_passage(whole: &str, part: &str) -> bool {
    let join = |text: &str| crate::text::normalize::words(text).collect::<Vec<_>>().join(" ");
    join(whole).contains(&join(part))
}
