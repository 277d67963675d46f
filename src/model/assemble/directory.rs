//! Agencies, groups of them, and their changes.

use std::collections::BTreeMap;

use super::reader::Reader;
use crate::diagnostic::Place;
use crate::diagnostic::catalog::{ck100, ck153, ck159, ck230};
use crate::model::{
    Agency, AgencyId, Group, GroupId, Members, Name, Reorganisation, ReorganisationKind, Span,
};
use crate::parse::raw::{RawAgency, RawReorganisation};
use crate::parse::{Doc, RawSite};
use crate::source::ContentFile;

pub(super) fn agencies(raw: &RawSite, reader: &mut Reader<'_>) -> BTreeMap<AgencyId, Agency> {
    let mut agencies: BTreeMap<AgencyId, Agency> = BTreeMap::new();
    for doc in &raw.agencies {
        let (file, agency) = (&doc.source, &doc.value);
        let branch = reader.word(file.key("khoi"), &agency.khoi);
        let level = agency.cap.as_deref().and_then(|cap| reader.word(file.key("cap"), cap));
        let mut names = Vec::new();
        for (index, name) in agency.ten.iter().enumerate() {
            let span = reader.span_of(
                &file.key("ten").index(index),
                name.tu.as_deref(),
                name.den.as_deref(),
            );
            names.push(Name { full: name.ten.clone(), short: name.ten_tat.clone(), span });
        }
        if names.is_empty() {
            reader.problems.push(ck153::empty_list(file.key("ten"), "ten"));
        }
        let exists = reader.span(&file.key("ton_tai"), &agency.ton_tai);
        let sources = reader.sources(&file.key("nguon"), &agency.nguon);
        let contact = reader.contact(&file.key("lien_he"), &agency.lien_he);
        is_its_own(raw, doc, reader);
        let (Some(branch), false) = (branch, names.is_empty()) else { continue };
        let id = AgencyId::new(&agency.id);
        let agency = Agency {
            id: id.clone(),
            branch,
            level,
            names,
            aliases: agency.bi_danh.clone(),
            exists,
            contact,
            sources,
            notes: agency.ghi_chu_bien_tap.clone(),
            source: file.clone(),
        };
        agencies.entry(id).or_insert(agency);
    }
    agencies
}

/// Reports an id that is not its file's name, be it another agency's or nobody's.
fn is_its_own(raw: &RawSite, doc: &Doc<RawAgency>, reader: &mut Reader<'_>) {
    let (at, id) = (doc.source.key("id"), &doc.value.id);
    let name = file_name(doc);
    if !reader.id(at.clone(), id) || name == id {
        return;
    }
    let owner = raw.agencies.iter().find(|other| other.value.id == *id && file_name(other) == id);
    reader.problems.push(match owner {
        Some(owner) => ck100::id_given_twice(at, id, owner.source.key("id")),
        None => ck159::not_the_file(at, id, name),
    });
}

fn file_name(doc: &Doc<RawAgency>) -> &str {
    match ContentFile::of(&doc.source) {
        Some(ContentFile::Agency(name)) => name,
        _ => doc.source.as_str(),
    }
}

pub(super) fn groups(raw: &RawSite, reader: &mut Reader<'_>) -> BTreeMap<GroupId, Group> {
    let mut groups = BTreeMap::new();
    let Some(doc) = &raw.groups else { return groups };
    for (index, group) in doc.value.nhom.iter().enumerate() {
        let at = doc.source.key("nhom").index(index);
        let at_members = at.field("thanh_vien");
        let mut listed: Vec<(AgencyId, Span)> = Vec::new();
        for (number, member) in group.thanh_vien.iter().enumerate() {
            let at = at_members.index(number);
            let agency = reader.agency(at.field("co_quan"), &member.co_quan);
            let span = reader.span_of(&at, member.tu.as_deref(), member.den.as_deref());
            let Some(agency) = agency else { continue };
            let first = listed.iter().position(|other| *other == (agency.clone(), span));
            if let Some(first) = first {
                let first = at_members.index(first).field("co_quan");
                reader.problems.push(ck100::id_given_twice(
                    at.field("co_quan"),
                    &member.co_quan,
                    first,
                ));
            }
            listed.push((agency, span));
        }
        match (group.mo, group.thanh_vien.is_empty()) {
            (true, false) => {
                reader.problems.push(ck153::open_group_with_members(at.field("mo"), &group.id))
            }
            (false, true) => {
                reader.problems.push(ck153::closed_group_without_members(at.clone(), &group.id))
            }
            _ => {}
        }
        reader.id(at.field("id"), &group.id);
        let entry = Group {
            id: GroupId::new(&group.id),
            name: group.ten.clone(),
            aliases: group.bi_danh.clone(),
            members: if group.mo { Members::Open } else { Members::Listed(listed) },
            exists: reader.span(&at.field("ton_tai"), &group.ton_tai),
            note: group.ghi_chu.clone(),
            sources: reader.sources(&at.field("nguon"), &group.nguon),
        };
        if groups.insert(entry.id.clone(), entry).is_some() {
            let first =
                doc.value.nhom.iter().position(|other| other.id == group.id).unwrap_or(index);
            let first = doc.source.key("nhom").index(first).field("id");
            reader.problems.push(ck100::id_given_twice(at.field("id"), &group.id, first));
        }
    }
    groups
}

/// Reports a change that names nobody before or after it, or changes nothing.
fn sides(
    at: &Place,
    change: &RawReorganisation,
    kind: ReorganisationKind,
    reader: &mut Reader<'_>,
) {
    if change.tu.is_empty() {
        reader.problems.push(ck153::empty_list(at.field("tu"), "tu"));
    }
    if change.den.is_empty() && kind != ReorganisationKind::Dissolved {
        reader.problems.push(ck153::no_successor(at.field("den"), &change.loai));
    }
    // An agency that is renamed keeps its id.
    if kind != ReorganisationKind::Renamed
        && let ([from], [to]) = (&change.tu[..], &change.den[..])
        && from == to
    {
        reader.problems.push(ck230::refers_to_itself(at.field("den").index(0), to));
    }
}

pub(super) fn reorganisations(raw: &RawSite, reader: &mut Reader<'_>) -> Vec<Reorganisation> {
    let mut changes: Vec<Reorganisation> = Vec::new();
    let Some(doc) = &raw.reorganisations else { return changes };
    for (index, change) in doc.value.bien_dong.iter().enumerate() {
        let at = doc.source.key("bien_dong").index(index);
        let date = reader.partial_date(at.field("ngay"), &change.ngay);
        let kind = reader.word(at.field("loai"), &change.loai);
        let from = reader.agencies(&at.field("tu"), &change.tu);
        let to = reader.agencies(&at.field("den"), &change.den);
        let sources = reader.sources(&at.field("nguon"), &change.nguon);
        if let Some(first) = changes.iter().find(|other| other.id == change.ma) {
            let first = doc.source.key("bien_dong").index(first.index).field("ma");
            reader.problems.push(ck100::id_given_twice(at.field("ma"), &change.ma, first));
        }
        reader.id(at.field("ma"), &change.ma);
        let (Some(date), Some(kind)) = (date, kind) else { continue };
        sides(&at, change, kind, reader);
        changes.push(Reorganisation {
            id: change.ma.clone(),
            date,
            kind,
            from,
            to,
            basis: change.can_cu.clone(),
            functions: change.chuc_nang.clone(),
            sources,
            note: change.ghi_chu.clone(),
            index,
        });
    }
    changes.sort_by_key(|change| (change.date.first_day(), change.index));
    changes
}
