//! Agencies, groups of them, and their changes.

use std::collections::BTreeMap;

use super::reader::{Reader, contact};
use crate::diagnostic::catalog::{ck100, ck153, ck159};
use crate::model::choices::{BRANCHES, LEVELS, REORGANISATIONS};
use crate::model::{Agency, AgencyId, Group, GroupId, Members, Name, Reorganisation};
use crate::parse::RawSite;

pub(super) fn agencies(raw: &RawSite, reader: &mut Reader<'_>) -> BTreeMap<AgencyId, Agency> {
    let mut agencies: BTreeMap<AgencyId, Agency> = BTreeMap::new();
    for doc in &raw.agencies {
        let (file, agency) = (&doc.source, &doc.value);
        let branch = reader.choice(file.key("khoi"), &agency.khoi, BRANCHES);
        let level =
            agency.cap.as_deref().and_then(|cap| reader.choice(file.key("cap"), cap, LEVELS));
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
        let (Some(branch), false) = (branch, names.is_empty()) else { continue };
        if reader.id(file.key("id"), &agency.id) {
            let name = file.as_str().trim_start_matches("co-quan/").trim_end_matches(".yml");
            if name != agency.id {
                reader.problems.push(ck159::not_the_file(file.key("id"), &agency.id, name));
            }
        }
        let id = AgencyId::new(&agency.id);
        if let Some(first) = agencies.get(&id) {
            reader.problems.push(ck100::id_given_twice(
                file.key("id"),
                &agency.id,
                first.source.key("id"),
            ));
            continue;
        }
        let agency = Agency {
            id: id.clone(),
            branch,
            level,
            names,
            aliases: agency.bi_danh.clone(),
            exists,
            contact: contact(&agency.lien_he),
            sources,
            notes: agency.ghi_chu_bien_tap.clone(),
            source: file.clone(),
        };
        agencies.insert(id, agency);
    }
    agencies
}

pub(super) fn groups(raw: &RawSite, reader: &mut Reader<'_>) -> BTreeMap<GroupId, Group> {
    let mut groups = BTreeMap::new();
    let Some(doc) = &raw.groups else { return groups };
    for (index, group) in doc.value.nhom.iter().enumerate() {
        let at = doc.source.key("nhom").index(index);
        let mut listed = Vec::new();
        for (number, member) in group.thanh_vien.iter().enumerate() {
            let at = at.field("thanh_vien").index(number);
            let agency = reader.agency(at.field("co_quan"), &member.co_quan);
            let span = reader.span_of(&at, member.tu.as_deref(), member.den.as_deref());
            listed.extend(agency.map(|agency| (agency, span)));
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

pub(super) fn reorganisations(raw: &RawSite, reader: &mut Reader<'_>) -> Vec<Reorganisation> {
    let mut changes: Vec<Reorganisation> = Vec::new();
    let Some(doc) = &raw.reorganisations else { return changes };
    for (index, change) in doc.value.bien_dong.iter().enumerate() {
        let at = doc.source.key("bien_dong").index(index);
        let date = reader.partial_date(at.field("ngay"), &change.ngay);
        let kind = reader.choice(at.field("loai"), &change.loai, REORGANISATIONS);
        let from = reader.agencies(&at.field("tu"), &change.tu);
        let to = reader.agencies(&at.field("den"), &change.den);
        let sources = reader.sources(&at.field("nguon"), &change.nguon);
        if let Some(first) = changes.iter().find(|other| other.id == change.ma) {
            let first = doc.source.key("bien_dong").index(first.index).field("ma");
            reader.problems.push(ck100::id_given_twice(at.field("ma"), &change.ma, first));
        }
        let (Some(date), Some(kind)) = (date, kind) else { continue };
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
