//! CK230: references that lead back to where they began, and files that are not there.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::catalog::{ck221, ck230};
use crate::diagnostic::{Diagnostics, Place};
use crate::model::{Log, Plan, Record, RelationKind, RelationTarget, ReorganisationKind};
use crate::output::Checksum;
use crate::progress::Whole;
use crate::source::{ContentFile, SourceTree, layout, load};
use crate::text::form::{form_of, other_form};

/// How many steps of a circle a message tells.
const TOLD: usize = 12;

pub(super) fn check(record: &Record, problems: &mut Diagnostics) {
    replacements(record, problems);
    reorganisations(record, problems);
    for log in record.logs.values() {
        dependencies(log, problems);
    }
}

/// Tasks that wait for each other.
fn dependencies(log: &Log, problems: &mut Diagnostics) {
    let tasks: Vec<_> = log.tasks.values().collect();
    let ids: BTreeMap<_, _> =
        tasks.iter().enumerate().map(|(id, task)| (&task.number, id)).collect();
    let edges: Vec<Vec<usize>> = tasks
        .iter()
        .map(|task| task.depends_on.iter().filter_map(|other| ids.get(other).copied()).collect())
        .collect();
    for circle in circles(&edges) {
        let at = tasks[circle[0]].key("phu_thuoc");
        let names = circle.iter().map(|id| tasks[*id].number.as_str());
        problems.push(ck230::cycle(at, &path(names)));
    }
}

/// Agencies that are said to have ended in one another.
fn reorganisations(record: &Record, problems: &mut Diagnostics) {
    let agencies: Vec<_> = record.agencies.keys().collect();
    let ids: BTreeMap<_, _> =
        agencies.iter().enumerate().map(|(id, agency)| (*agency, id)).collect();
    let ending = || record.reorganisations.iter().filter(|change| ends_its_agencies(change.kind));
    let mut edges = vec![Vec::new(); agencies.len()];
    for change in ending() {
        for from in change.from.iter().filter_map(|agency| ids.get(agency)) {
            edges[*from].extend(change.to.iter().filter_map(|agency| ids.get(agency).copied()));
        }
    }
    for circle in circles(&edges) {
        let (first, next) = (agencies[circle[0]], agencies[circle[1]]);
        let step = ending().find(|change| change.from.contains(first) && change.to.contains(next));
        let index = step.map_or(0, |change| change.index);
        let at = ContentFile::Reorganisations.path().key("bien_dong").index(index).field("den");
        let names = circle.iter().map(|id| agencies[*id].as_str());
        problems.push(ck230::cycle(at, &path(names)));
    }
}

fn ends_its_agencies(kind: ReorganisationKind) -> bool {
    match kind {
        ReorganisationKind::Consolidated
        | ReorganisationKind::Merged
        | ReorganisationKind::Divided => true,
        ReorganisationKind::Renamed
        | ReorganisationKind::SplitOff
        | ReorganisationKind::Dissolved
        | ReorganisationKind::FunctionsMoved => false,
    }
}

/// Reports of agencies that their duty does not bind; no page would show them.
pub(super) fn reports(progress: &Whole<'_>, problems: &mut Diagnostics) {
    for plan in &progress.plans {
        for duty in plan.reports.iter().filter(|duty| duty.not_counted.is_empty()) {
            let bound: BTreeSet<_> = duty.rows.iter().map(|row| row.agency).collect();
            let sent = plan.plan.reports.iter();
            let sent = sent.map(|report| (&report.duty, &report.agency, &report.source));
            let unsent = plan.plan.unsent.iter();
            let unsent = unsent.map(|word| (&word.duty, &word.agency, &word.source));
            let its = sent.chain(unsent).filter(|(of, _, _)| **of == duty.duty.id);
            for (_, agency, source) in its.filter(|(_, agency, _)| !bound.contains(agency)) {
                let (at, agency) = (source.field("co_quan"), agency.as_str());
                problems.push(ck230::not_bound(at, agency, duty.duty.id.as_str()));
            }
        }
    }
}

/// Plans that replace each other.
fn replacements(record: &Record, problems: &mut Diagnostics) {
    let plans: Vec<_> = record.plans.values().collect();
    let ids: BTreeMap<_, _> = plans.iter().enumerate().map(|(id, plan)| (&plan.id, id)).collect();
    let edges: Vec<Vec<usize>> = plans
        .iter()
        .map(|plan| replaced(plan).filter_map(|(_, other)| ids.get(other).copied()).collect())
        .collect();
    for circle in circles(&edges) {
        let (first, next) = (plans[circle[0]], plans[circle[1]]);
        let index =
            replaced(first).find(|(_, other)| **other == next.id).map_or(0, |(index, _)| index);
        let at = first.source.key("quan_he").index(index).field("den");
        let names = circle.iter().map(|id| plans[*id].id.as_str());
        problems.push(ck230::cycle(at, &path(names)));
    }
}

/// The plans that a plan replaces, each with the position of the relation.
fn replaced(plan: &Plan) -> impl Iterator<Item = (usize, &crate::model::PlanId)> {
    plan.relations.iter().enumerate().filter_map(|(index, relation)| match &relation.target {
        RelationTarget::Plan(other) if relation.kind == RelationKind::Replaces => {
            Some((index, other))
        }
        _ => None,
    })
}

/// One circle for every set of nodes that reach each other, from its first node; edges from a node
/// to itself do not count.
fn circles(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let sets = sets(edges);
    let mut first = vec![None; edges.len()];
    for (node, set) in sets.iter().enumerate() {
        first[*set].get_or_insert(node);
    }
    let mut circles = Vec::new();
    for (set, start) in first.into_iter().enumerate() {
        let Some(start) = start else { continue };
        let next = |node: usize| {
            edges[node].iter().copied().find(|other| sets[*other] == set && *other != node)
        };
        let mut seen = BTreeMap::from([(start, 0)]);
        let mut walk = vec![start];
        while let Some(node) = walk.last().and_then(|node| next(*node)) {
            if let Some(begin) = seen.get(&node) {
                circles.push(walk.split_off(*begin));
                break;
            }
            seen.insert(node, walk.len());
            walk.push(node);
        }
    }
    circles.sort();
    circles
}

/// For each node the number of its set: nodes of one set reach each other (Tarjan, without
/// recursion, so that a long chain costs no stack).
fn sets(edges: &[Vec<usize>]) -> Vec<usize> {
    const NEW: usize = usize::MAX;
    let count = edges.len();
    let (mut order, mut lowest, mut set) = (vec![NEW; count], vec![0; count], vec![NEW; count]);
    let (mut clock, mut next_set) = (0, 0);
    let mut open: Vec<usize> = Vec::new();
    for root in 0..count {
        let mut calls: Vec<(usize, usize)> = Vec::new();
        if order[root] == NEW {
            calls.push((root, 0));
        }
        while let Some((node, edge)) = calls.pop() {
            if edge == 0 {
                order[node] = clock;
                lowest[node] = clock;
                clock += 1;
                open.push(node);
            } else {
                let child = edges[node][edge - 1];
                if set[child] == NEW {
                    lowest[node] = lowest[node].min(lowest[child]);
                }
            }
            if let Some(child) = edges[node].get(edge) {
                calls.push((node, edge + 1));
                if order[*child] == NEW {
                    calls.push((*child, 0));
                }
            } else if lowest[node] == order[node] {
                while let Some(member) = open.pop() {
                    set[member] = next_set;
                    if member == node {
                        break;
                    }
                }
                next_set += 1;
            }
        }
    }
    set
}

/// The names on the way and back to the first; a long way is told in short.
fn path<'a>(names: impl ExactSizeIterator<Item = &'a str> + Clone) -> Vec<String> {
    let first = names.clone().next().map(str::to_owned);
    let mut path: Vec<String> = names.clone().take(TOLD).map(str::to_owned).collect();
    if names.len() > TOLD {
        path.push("…".to_owned());
    }
    path.extend(first);
    path
}

/// Evidence and prose name files that are there, and evidence the right hash.
pub(super) fn attachments(record: &Record, tree: &SourceTree, problems: &mut Diagnostics) {
    for (plan, task) in record.tasks() {
        for event in &task.events {
            for (index, evidence) in record.evidence(plan, task, event).into_iter().enumerate() {
                let Some(name) = &evidence.file else { continue };
                let file = layout::attachment_of_plan(plan.id.as_str(), name);
                let key = |key: &str| task.key(&event.key(&format!("minh_chung[{index}].{key}")));
                let Some(path) = tree.attachments.get(&file) else {
                    problems.push(ck230::missing_evidence(key("tep"), name));
                    continue;
                };
                let bytes = evidence.sha256.as_ref().and_then(|_| load::attachment(path).ok());
                if let (Some(stated), Some(bytes)) = (&evidence.sha256, bytes) {
                    problems_of_hash(key("sha256"), name, stated, &bytes, problems);
                }
            }
        }
    }
    let tasks = record.tasks().map(|(plan, task)| (Some(plan), &task.source, &task.narrative));
    let pages = record.prose.values().map(|page| (None, &page.source, &page.prose));
    for (plan, source, prose) in tasks.chain(pages) {
        for image in &prose.images {
            let file = match plan {
                Some(plan) => layout::attachment_of_plan(plan.id.as_str(), &image.path),
                None => layout::attachment_of_page(&image.path),
            };
            if !tree.attachments.contains_key(&file) {
                let at = source.passage(image.span.clone());
                problems.push(ck230::missing_picture(at, &image.path));
            }
        }
    }
}

/// Judges whether the bytes are those of the hash that was stated.
fn problems_of_hash(at: Place, name: &str, stated: &str, bytes: &[u8], problems: &mut Diagnostics) {
    let is_stated =
        |bytes: &[u8]| stated.trim().eq_ignore_ascii_case(&Checksum::of(bytes).to_string());
    if is_stated(bytes) {
        return;
    }
    // Git and editors leave alone what has a NUL, as nearly every picture and PDF has.
    let is_text = !bytes.contains(&0);
    problems.push(match is_text.then(|| other_form(bytes, is_stated)).flatten() {
        Some(meant) => ck221::evidence_in_other_form(at, name, form_of(bytes), meant),
        None => ck221::evidence_changed(at, name, stated, &Checksum::of(bytes).to_string()),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{Content, messages};

    #[track_caller]
    fn check(tasks: &[(&str, &str)], expected: &[&str]) {
        let mut content = Content::default();
        for (number, others) in tasks {
            content.task(number, &format!("phu_thuoc: [{others}]"));
        }
        let expected: Vec<_> =
            expected.iter().map(|path| format!("Tham chiếu vòng tròn: {path}.")).collect();
        assert_eq!(messages(&content, super::check), expected, "{tasks:?}");
    }

    #[test]
    fn a_chain_is_no_circle() {
        check(&[("1.1", "\"1.2\", \"1.3\""), ("1.2", "\"1.3\""), ("1.3", "")], &[]);
    }

    #[test]
    fn each_circle_is_told_once() {
        check(
            &[
                ("1.1", "\"1.2\""),
                ("1.2", "\"1.3\""),
                ("1.3", "\"1.1\", \"1.2\""),
                ("1.4", "\"1.5\", \"1.1\""),
                ("1.5", "\"1.4\""),
            ],
            &["1.1 → 1.2 → 1.3 → 1.1", "1.4 → 1.5 → 1.4"],
        );
    }

    #[test]
    fn a_way_into_a_circle_is_no_part_of_it() {
        check(&[("1.1", "\"1.2\""), ("1.2", "\"1.3\""), ("1.3", "\"1.2\"")], &["1.2 → 1.3 → 1.2"]);
    }

    #[test]
    fn long_ways_cost_no_stack_and_few_words() {
        let chain: Vec<Vec<usize>> = (0..200_000).map(|node| vec![(node + 1) % 200_000]).collect();
        let found = circles(&chain);
        assert_eq!((found.len(), found[0].len()), (1, 200_000));
        let names: Vec<String> = (0..20).map(|number| number.to_string()).collect();
        assert_eq!(path(names.iter().map(String::as_str)).len(), TOLD + 2);
    }

    #[test]
    fn a_node_that_names_itself_is_told_elsewhere() {
        assert_eq!(circles(&[vec![0]]), Vec::<Vec<usize>>::new());
    }
}
