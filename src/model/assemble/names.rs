//! All ids that the content gives, faulty items included.

use std::collections::{BTreeMap, BTreeSet};

use super::numbers;
use crate::model::TaskNumber;
use crate::parse::{RawNode, RawPlanText, RawSite};
use crate::text::fold::search_key;

/// The ids of one plan.
#[derive(Default)]
pub(super) struct PlanNames<'a> {
    /// Numbers of tasks, by what names them in their plan.
    pub(super) tasks: BTreeMap<String, TaskNumber>,
    /// Nodes of the text.
    pub(super) nodes: BTreeSet<&'a str>,
    /// Files without a number of their own: a reference into this plan may mean one of them.
    pub(super) has_faulty_tasks: bool,
    /// Whether the text could not be read, or its labels are out of order: a reference may mean
    /// what will stand there once it is mended.
    pub(super) has_faulty_text: bool,
}

/// The ids of the whole content.
pub(super) struct Names<'a> {
    pub(super) agencies: BTreeSet<&'a str>,
    pub(super) groups: BTreeSet<&'a str>,
    pub(super) documents: BTreeSet<&'a str>,
    pub(super) pages: BTreeSet<&'a str>,
    pub(super) plans: BTreeMap<&'a str, PlanNames<'a>>,
    /// Whether the file of groups could not be read: an unknown group may stand in it.
    pub(super) has_faulty_groups: bool,
    /// Whether the file of cited documents could not be read.
    pub(super) has_faulty_library: bool,
    /// The agencies by their names, folded, for editors who write a name in place of an id.
    pub(super) by_name: BTreeMap<String, &'a str>,
}

impl<'a> Names<'a> {
    pub(super) fn of(raw: &'a RawSite) -> Self {
        let agencies = raw.agencies.iter().map(|doc| doc.value.id.as_str());
        let faulty_agencies = raw.faulty_agencies.iter().map(String::as_str);
        let groups =
            raw.groups.iter().flat_map(|doc| &doc.value.nhom).map(|group| group.id.as_str());
        let documents = raw
            .library
            .iter()
            .flat_map(|doc| &doc.value.van_ban)
            .map(|document| document.id.as_str());
        let pages = raw.pages.iter().map(|doc| doc.value.name.as_str());
        let faulty_pages = raw.faulty_pages.iter().map(String::as_str);
        Self {
            agencies: agencies.chain(faulty_agencies).collect(),
            groups: groups.collect(),
            documents: documents.collect(),
            pages: pages.chain(faulty_pages).collect(),
            has_faulty_groups: raw.groups_faulty,
            has_faulty_library: raw.library_faulty,
            by_name: by_name(raw),
            plans: raw.plans.iter().map(|(id, folder)| (id.as_str(), plan_names(folder))).collect(),
        }
    }
}

fn by_name(raw: &RawSite) -> BTreeMap<String, &str> {
    let agencies = raw.agencies.iter().map(|doc| &doc.value);
    let names = agencies.flat_map(|agency| {
        let full = agency.ten.iter().map(|name| &name.ten);
        let short = agency.ten.iter().filter_map(|name| name.ten_tat.as_ref());
        let names = full.chain(short).chain(&agency.bi_danh);
        names.map(|name| (search_key(name), agency.id.as_str()))
    });
    names.collect()
}

fn plan_names(folder: &crate::parse::RawPlanFolder) -> PlanNames<'_> {
    let mut nodes = BTreeSet::new();
    if let Some(text) = &folder.text {
        collect_text(&text.value.text, &mut nodes);
    }
    let attributes = folder.attributes.as_ref().map(|doc| &*doc.value);
    let mut tasks = BTreeMap::new();
    let mut misnumbered = false;
    for doc in &folder.tasks {
        let number = numbers::number(attributes, &doc.value.front);
        misnumbered |= !numbers::is_borne(&doc.value, &number);
        tasks.insert(number.as_str().to_owned(), number);
    }
    PlanNames {
        tasks,
        nodes,
        has_faulty_tasks: folder.has_faulty_tasks || misnumbered,
        has_faulty_text: folder.text.as_ref().is_none_or(|doc| doc.value.is_disordered),
    }
}

fn collect_text<'a>(text: &'a RawPlanText, nodes: &mut BTreeSet<&'a str>) {
    text.nodes().for_each(|node| collect_nodes(node, nodes));
}

fn collect_nodes<'a>(node: &'a RawNode, nodes: &mut BTreeSet<&'a str>) {
    nodes.insert(node.id.as_str());
    node.children.iter().for_each(|child| collect_nodes(child, nodes));
}
