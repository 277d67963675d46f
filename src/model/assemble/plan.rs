//! Plans: attributes and text; tasks and reports have files of their own.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use rayon::prelude::*;

use super::reader::Reader;
use super::{indicator, numbers, reports, table, task};
use crate::diagnostic::catalog::{ck007, ck100, ck130, ck153, ck159, ck230};
use crate::diagnostic::{Diagnostics, SourcePath};
use crate::model::{
    Closing, DocumentKind, Force, Log, Plan, PlanId, Relation, RelationTarget, Signatory,
    SourceCopy, SourceText, TaskGroup, TaskNumber, TaskTable,
};
use crate::parse::raw::{RawOrigin, RawPlan};
use crate::parse::{RawPlanFolder, RawSite};
use crate::source::ContentFile;
use crate::text::near::nearest;
use crate::text::parse_date;
use crate::text::schedule::{Column, Setting};
use crate::vocabulary::documents;

/// The day of a draft that has none, on a site that has none either.
const UNDATED: Date = date(2000, 1, 1);

pub(super) fn plans(
    raw: &RawSite,
    reader: &mut Reader<'_>,
) -> (BTreeMap<PlanId, Plan>, BTreeMap<PlanId, Log>) {
    let as_of = raw.settings.as_ref().and_then(|doc| doc.value.tinh_den_ngay.as_deref());
    let as_of = as_of.and_then(|day| parse_date(day).ok()).unwrap_or(UNDATED);
    let names = reader.names;
    let plans = raw.plans.par_iter().map(|(id, folder)| {
        let mut problems = Diagnostics::default();
        let plan = plan(id, folder, as_of, &mut Reader { names, problems: &mut problems });
        (plan, problems)
    });
    let plans: Vec<_> = plans.collect();
    plans
        .into_iter()
        .filter_map(|(plan, problems)| {
            reader.problems.append(problems);
            plan
        })
        .map(|(plan, log)| ((plan.id.clone(), plan), log))
        .map(|((id, plan), log)| ((id.clone(), plan), (id, log)))
        .unzip()
}

fn plan(
    id: &str,
    folder: &RawPlanFolder,
    as_of: Date,
    reader: &mut Reader<'_>,
) -> Option<(Plan, Log)> {
    if folder.attributes.is_none() && !folder.has_faulty_attributes {
        reader.problems.push(ck007::missing_plan_file(id, ContentFile::Plan(id)));
    }
    if folder.text.is_none() && !folder.has_faulty_text {
        reader.problems.push(ck007::missing_plan_file(id, ContentFile::PlanText(id)));
    }
    let doc = folder.attributes.as_ref()?;
    let (file, raw) = (&doc.source, &doc.value);
    if raw.id != id {
        reader.problems.push(ck159::not_the_folder(file.key("id"), &raw.id, id));
    } else {
        reader.id(file.key("id"), &raw.id);
    }
    let kind = reader.word::<DocumentKind>(file.key("loai"), &raw.loai);
    let is_draft = reader.optional_switch(file.key("ban_nhap"), raw.ban_nhap.as_deref(), false);
    let issuer = reader.agency(file.key("co_quan_ban_hanh"), &raw.co_quan_ban_hanh);
    let needed = [("so_hieu", &raw.so_hieu), ("ngay_ban_hanh", &raw.ngay_ban_hanh)];
    for (key, _) in needed.into_iter().filter(|(_, value)| value.is_none() && !is_draft) {
        reader.problems.push(ck153::missing_key(file.key(key), key));
    }
    let issued = reader.optional_date(file.key("ngay_ban_hanh"), raw.ngay_ban_hanh.as_deref());
    let signatory = raw.nguoi_ky.as_ref().map(|signatory| Signatory {
        capacity: signatory
            .hinh_thuc
            .as_deref()
            .and_then(|form| reader.word(file.key("nguoi_ky.hinh_thuc"), form)),
        office: signatory.chuc_vu.clone(),
        name: signatory.ho_ten.clone(),
    });
    let effective = reader.optional_date(file.key("ngay_hieu_luc"), raw.ngay_hieu_luc.as_deref());
    let force = raw.hieu_luc.as_deref().map(|force| reader.word(file.key("hieu_luc"), force));
    let period = raw.giai_doan.as_ref().map(|period| {
        let span = reader.span(&file.key("giai_doan"), period);
        if span.from.is_none() || span.to.is_none() {
            reader.problems.push(ck130::open_plan_period(file.key("giai_doan")));
        }
        span.first().zip(span.last())
    });
    let standing = raw.co_quan_thuong_truc.as_deref();
    let standing_agency =
        standing.and_then(|agency| reader.agency(file.key("co_quan_thuong_truc"), agency));
    let original_tasks = match &raw.so_nhiem_vu_goc {
        Some(number) => reader.number(file.key("so_nhiem_vu_goc"), number),
        None => {
            if !folder.tasks.is_empty() {
                reader
                    .problems
                    .push(ck153::missing_key(file.key("so_nhiem_vu_goc"), "so_nhiem_vu_goc"));
            }
            Some(0)
        }
    };
    let tables = table::tables(file, raw, folder.text.as_ref(), reader);
    let groups = groups(id, file, raw, &tables, reader);
    let relations = relations(file, raw, reader);
    let indicators = indicator::indicators(id, &file.key("chi_so"), &raw.chi_so, reader);
    let duties = reports::duties(id, file, raw, (issued, period.flatten()), reader);
    let (reports, unsent) = reports::reports(folder, raw, &duties, issued, reader);
    let corrections = reports::corrections(id, folder, reader);
    let source_text = source_text(file, &raw.nguon, folder, reader);
    let related = reader.related(&file.key("thong_tin_lien_quan"), &raw.thong_tin_lien_quan);
    let closing = raw.tong_ket.as_ref().and_then(|closing| {
        let date = reader.date(file.key("tong_ket.ngay"), &closing.ngay)?;
        Some(Closing { date, basis: closing.can_cu.clone() })
    });
    let period = match period {
        Some(period) => Some(period?),
        None => None,
    };
    // A draft without a day is looked at as if its period began with it, or on the site's own day; nothing is counted
    // from such a day.
    let is_undated = issued.is_none() && is_draft;
    let stand_in = period.map_or(as_of, |(from, _)| from);
    let issued = issued.or(is_draft.then_some(stand_in))?;
    let setting =
        Setting { column: Column::Unclear, heading_year: None, issued, is_undated, plan: period };
    let (tasks, withheld) = task::tasks(id, folder, &tables, &groups, &setting, reader);
    let text = folder.text.as_ref()?;
    let plan = Plan {
        id: PlanId::new(id),
        kind: kind.unwrap_or(DocumentKind::Plan),
        is_draft,
        number: raw.so_hieu.clone().unwrap_or_else(|| documents::unnumbered().to_owned()),
        short_name: raw.ten_ngan.clone(),
        title: raw.trich_yeu.clone(),
        issuer: issuer?,
        issued,
        is_undated,
        signatory,
        effective,
        recipients: raw.noi_nhan.clone(),
        force: force.flatten().unwrap_or(Force::Unknown),
        fields: raw.linh_vuc.clone(),
        period,
        standing_agency,
        original_tasks: original_tasks?,
        tables,
        groups,
        skipped_numbers: raw.bo_qua_so.iter().map(|number| TaskNumber::new(number)).collect(),
        relations,
        indicators,
        duties,
        reports,
        unsent,
        text: text.value.text.clone(),
        source_text,
        closing,
        notes: raw.ghi_chu_bien_tap.clone(),
        related,
        source: file.clone(),
        text_source: text.source.clone(),
        text_file: text.value.file.clone(),
    };
    Some((plan, Log { tasks, corrections, withheld }))
}

fn groups(
    plan: &str,
    file: &SourcePath,
    raw: &RawPlan,
    tables: &[TaskTable],
    reader: &mut Reader<'_>,
) -> Vec<TaskGroup> {
    let mut groups: Vec<TaskGroup> = Vec::new();
    for (index, group) in raw.nhom_nhiem_vu.iter().enumerate() {
        let at = file.key("nhom_nhiem_vu").index(index);
        let code = group.bang.as_deref();
        let table = reader.table(at.field("bang"), raw, code).unwrap_or_default();
        let same = |other: &TaskGroup| other.number == group.so && other.table == table;
        if let Some(first) = groups.iter().position(same) {
            let first = file.key("nhom_nhiem_vu").index(first).field("so");
            reader.problems.push(ck100::id_given_twice(at.field("so"), &group.so, first));
        }
        let node =
            group.ung_voi.as_deref().and_then(|node| reader.node(at.field("ung_voi"), plan, node));
        let parent = group.thuoc.as_deref().and_then(|number| {
            let parent = numbers::group_position(raw, code, Some(number));
            // A group stands below its parent, so that none is a part of itself.
            let parent = parent.filter(|parent| *parent < index);
            if parent.is_none() {
                let known = groups.iter().filter(|other| other.table == table);
                let near = nearest(number, known.map(|other| other.number.as_str()));
                reader.problems.push(ck230::unknown_task_group(at.field("thuoc"), number, near));
            }
            parent
        });
        let is_numbered =
            reader.optional_switch(at.field("danh_so"), group.danh_so.as_deref(), true);
        let unnumbered = (!is_numbered).then(String::new);
        groups.push(TaskGroup {
            number: group.so.clone(),
            printed: unnumbered.or_else(|| group.so_van_ban.clone()),
            table,
            parent,
            key: match tables.get(table).and_then(|table| table.id.as_deref()) {
                Some(code) => format!("{code}-{}", group.so),
                None => group.so.clone(),
            },
            title: group.ten.clone(),
            short_title: group.ten_ngan.clone(),
            node,
        });
    }
    groups
}

fn relations(file: &SourcePath, raw: &RawPlan, reader: &mut Reader<'_>) -> Vec<Relation> {
    let mut relations = Vec::new();
    for (index, relation) in raw.quan_he.iter().enumerate() {
        let at = file.key("quan_he").index(index);
        let kind = reader.word(at.field("loai"), &relation.loai);
        let target = reader.document_or_plan(at.field("den"), &relation.den);
        let date = reader.optional_date(at.field("ngay"), relation.ngay.as_deref());
        if target == Some(Err(PlanId::new(&raw.id))) {
            reader.problems.push(ck230::refers_to_itself(at.field("den"), &relation.den));
        }
        let (Some(kind), Some(target)) = (kind, target) else { continue };
        let target = target.map_or_else(RelationTarget::Plan, RelationTarget::Document);
        relations.push(Relation { kind, target, scope: relation.pham_vi.clone(), date });
    }
    relations
}

fn source_text(
    file: &SourcePath,
    raw: &RawOrigin,
    folder: &RawPlanFolder,
    reader: &mut Reader<'_>,
) -> SourceText {
    let url = raw.url.as_deref().map(|url| reader.address(file.key("nguon.url"), url));
    let copied = reader.optional_date(file.key("nguon.ngay_lay"), raw.ngay_lay.as_deref());
    let copy = raw.tep.as_deref().and_then(|name| {
        let Some(copy) = folder.texts.get(name) else {
            reader.problems.push(ck230::missing_file(file.key("nguon.tep"), name));
            return None;
        };
        // Why it could not be read is told already.
        let copy = copy.as_ref()?;
        let mut wrapper = Vec::new();
        for (index, lines) in raw.khung_trang.iter().enumerate() {
            match line_range(&lines.dong) {
                Some((first, last)) => wrapper.push((first, last, lines.ten.clone())),
                None => {
                    let at = file.key("nguon.khung_trang").index(index).field("dong");
                    reader.problems.push(ck159::not_a_line_range(at, &lines.dong));
                }
            }
        }
        Some(SourceCopy {
            file: copy.source.clone(),
            text: copy.value.text.clone(),
            sha256: raw.sha256.clone().unwrap_or_default(),
            wrapper,
        })
    });
    SourceText { url, copied, copy }
}

/// "3" or "1-7", lines counted from 1.
fn line_range(text: &str) -> Option<(usize, usize)> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (1 <= first && first <= last).then_some((first, last))
}
