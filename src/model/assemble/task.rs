//! Tasks of a plan.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::reader::Reader;
use super::{cells, event, indicator, numbers, time};
use crate::diagnostic::SourcePath;
use crate::diagnostic::catalog::{ck100, ck101, ck153, ck159, ck230};
use crate::model::{
    AgencyId, Leads, Openness, Origin, Partners, SubWork, Task, TaskGroup, TaskNumber, TaskTable,
    TimeMeaning, Withheld,
};
use crate::parse::raw::{RawPlan, RawTask};
use crate::parse::{Doc, RawPlanFolder, RawTaskFile, Verbatim, is_task_number};
use crate::text::near::nearest;
use crate::text::schedule::{Column, Setting};

pub(super) fn tasks(
    plan: &str,
    folder: &RawPlanFolder,
    tables: &[TaskTable],
    groups: &[TaskGroup],
    setting: &Setting,
    reader: &mut Reader<'_>,
) -> (BTreeMap<TaskNumber, Task>, Withheld) {
    let mut tasks: BTreeMap<TaskNumber, Task> = BTreeMap::new();
    let mut withheld = Withheld::new();
    let Some(attributes) = &folder.attributes else { return (tasks, withheld) };
    let place = InPlan { id: plan, raw: &attributes.value, groups };
    for doc in &folder.tasks {
        let number = numbers::number(Some(place.raw), &doc.value.front);
        is_its_own(folder, place.raw, doc, &number, reader);
        let table =
            tables.iter().find(|table| table.id.as_deref() == doc.value.front.bang.as_deref());
        let setting = setting_of(table, setting);
        let task = task(&place, &doc.source, &doc.value, &number, &setting, reader);
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

/// What stands around the time cells of a table.
fn setting_of(table: Option<&TaskTable>, plan: &Setting) -> Setting {
    let column = match table.map(|table| table.time_meaning) {
        Some(TimeMeaning::Deadline) => Column::Deadline,
        Some(TimeMeaning::Period) => Column::Period,
        _ => Column::Unclear,
    };
    Setting { column, heading_year: table.and_then(|table| table.year), ..*plan }
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
    setting: &Setting,
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
    let shares = shares(file, raw, &leads, reader);
    let partners = raw.phoi_hop.as_ref().map(|partners| Partners {
        verbatim: partners.nguyen_van.clone(),
        agencies: reader.agencies(&file.key("phoi_hop.co_quan"), &partners.co_quan),
        groups: reader.groups(&file.key("phoi_hop.nhom"), &partners.nhom),
    });
    let nature = raw.tinh_chat.as_deref().and_then(|word| reader.word(file.key("tinh_chat"), word));
    let by_results = raw.ket_qua.iter().any(|result| result.thoi_gian.is_some());
    let at = file.key("thoi_gian");
    let time = time::time(&at, &raw.thoi_gian, nature, by_results, setting, reader);
    let has_results = !raw.ket_qua.is_empty();
    let sub_works = if has_results {
        if !raw.viec_con.is_empty() {
            reader.problems.push(ck153::works_and_results(file.key("viec_con")));
        }
        results(file, raw, setting, reader)
    } else {
        sub_works(file, raw, reader)
    };
    let indicators = indicator::indicators(plan, &file.key("chi_so"), &raw.chi_so, reader);
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
    let known = event::Known {
        works: &sub_works,
        time: &time,
        setting,
        is_unnamed: leads.agencies.is_empty(),
    };
    let (events, withheld) = event::events(file, raw, &known, reader);
    let related = reader.related(&file.key("thong_tin_lien_quan"), &raw.thong_tin_lien_quan);
    reader.prose(file, Some(plan), &doc.prose);
    if is_forgotten {
        return None;
    }
    let task = Task {
        number: number.clone(),
        printed: unnumbered.or_else(|| raw.so_van_ban.clone()),
        table: table?,
        group: match group {
            Some(named) => Some(named?),
            None => None,
        },
        parent,
        verbatim: raw.nguyen_van.trimmed_end(),
        short_title: raw.ten_ngan.clone(),
        leads,
        shares,
        partners,
        time,
        sub_works,
        has_results,
        products: raw.san_pham.clone().unwrap_or_default(),
        other_cells: raw.cot_khac.clone(),
        merged: raw.o_gop.iter().cloned().collect(),
        indicators,
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
            verbatim: work.nguyen_van.trimmed_end(),
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
            time.map(|time| time::time(&at.field("thoi_gian"), time, None, false, setting, reader));
        results.push(SubWork {
            letter: result.ma.clone(),
            verbatim: result.nguyen_van.trimmed_end(),
            leads,
            time,
            products: result.san_pham.clone(),
        });
    }
    results
}

/// What each lead that has only a share of the task is to do: words of the column of leads.
fn shares(
    file: &SourcePath,
    raw: &RawTask,
    leads: &Leads,
    reader: &mut Reader<'_>,
) -> BTreeMap<AgencyId, Verbatim> {
    let column = leads.verbatim.as_deref().unwrap_or_default();
    let mut shares = BTreeMap::new();
    for (agency, words) in &raw.phan_viec {
        let at = file.key("phan_viec").field(agency);
        let Some(id) = reader.agency(at.clone(), agency) else { continue };
        if !leads.agencies.contains(&id) {
            let leading: Vec<_> = leads.agencies.iter().map(AgencyId::as_str).collect();
            reader.problems.push(ck230::share_of_no_lead(at, agency, &leading));
        } else if !is_passage(column, words) {
            reader.problems.push(ck159::not_a_passage(at, words));
        } else {
            shares.insert(id, words.clone());
        }
    }
    shares
}

/// Whether the words of `part` stand together in `whole`.
fn is_passage(whole: &str, part: &str) -> bool {
    let join = |text: &str| crate::text::normalize::words(text).collect::<Vec<_>>().join(" ");
    join(whole).contains(&join(part))
}
