//! All ids that the content gives, faulty items included.

use std::collections::{BTreeMap, BTreeSet};

use crate::parse::{RawNode, RawPlanText, RawSite};

/// The ids of one plan.
#[derive(Default)]
pub(super) struct PlanNames<'a> {
    /// Numbers of tasks.
    pub(super) tasks: BTreeSet<&'a str>,
    /// Nodes of the text.
    pub(super) nodes: BTreeSet<&'a str>,
    /// Files whose ids could not be read: a reference into this plan may mean one of them.
    pub(super) has_faulty_tasks: bool,
    /// Whether the text could not be read.
    pub(super) has_faulty_text: bool,
}

/// The ids of the whole content.
pub(super) struct Names<'a> {
    pub(super) agencies: BTreeSet<&'a str>,
    pub(super) groups: BTreeSet<&'a str>,
    pub(super) documents: BTreeSet<&'a str>,
    pub(super) pages: BTreeSet<&'a str>,
    pub(super) plans: BTreeMap<&'a str, PlanNames<'a>>,
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
        Self {
            agencies: agencies.chain(faulty_agencies).collect(),
            groups: groups.collect(),
            documents: documents.collect(),
            pages: raw.pages.iter().map(|doc| doc.value.name.as_str()).collect(),
            plans: raw.plans.iter().map(|(id, folder)| (id.as_str(), plan_names(folder))).collect(),
        }
    }
}

fn plan_names(folder: &crate::parse::RawPlanFolder) -> PlanNames<'_> {
    let mut nodes = BTreeSet::new();
    if let Some(text) = &folder.text {
        collect_text(&text.value.text, &mut nodes);
    }
    PlanNames {
        tasks: folder.tasks.iter().map(|doc| doc.value.front.so.as_str()).collect(),
        nodes,
        has_faulty_tasks: folder.has_faulty_tasks,
        has_faulty_text: folder.text.is_none(),
    }
}

fn collect_text<'a>(text: &'a RawPlanText, nodes: &mut BTreeSet<&'a str>) {
    collect_nodes(&text.body, nodes);
    collect_nodes(&text.appendix, nodes);
}

fn collect_nodes<'a>(tree: &'a [RawNode], nodes: &mut BTreeSet<&'a str>) {
    for node in tree {
        nodes.insert(node.id.as_str());
        collect_nodes(&node.children, nodes);
    }
}
