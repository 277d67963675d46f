//! The entries of the index, and the pairs of names that mean the same.

use std::collections::BTreeSet;

use super::{EntryKind, SearchEntry, Target};
use crate::model::{AgencyId, Evidence, Plan, Site, Task};
use crate::parse::RawNode;
use crate::paths;
use crate::progress::{Disclosed, PlanProgress, Progress};
use crate::text::{capitalised, one_line, search_key};
use crate::vocabulary::indicators as words;
use crate::vocabulary::plan as plans;
use crate::vocabulary::task as tasks;
use crate::vocabulary::{enumeration, findings};

/// How many words an abbreviation's meaning may have to stand for it in a query.
const LONGEST_MEANING: usize = 9;

/// All entries, kind after kind; within a kind plan by plan in the order of its pages.
pub(super) fn of(progress: &Progress<'_>) -> Vec<SearchEntry> {
    let site = progress.site;
    let several = site.plans.len() > 1;
    let mut entries = Vec::new();
    entries.extend(progress.counted().map(|task| of_task(task, several)));
    for plan in site.plans.values() {
        for node in plan.text.nodes() {
            passages(plan, node, several, &mut entries);
        }
    }
    agencies(progress, &mut entries);
    documents(progress, &mut entries);
    for (fragment, term) in paths::terms(&site.terms) {
        entries.push(SearchEntry {
            kind: EntryKind::Term,
            label: term.word.clone(),
            text: term.meaning.clone(),
            more: term.note.clone().unwrap_or_default(),
            target: Target::Here(paths::glossary(), Some(fragment)),
            standing: None,
        });
    }
    for plan in &progress.plans {
        indicators(plan, several, &mut entries);
    }
    entries
}

/// The indicators of a plan and of its open tasks.
fn indicators(progress: &PlanProgress<'_>, name_plan: bool, entries: &mut Vec<SearchEntry>) {
    let plan = progress.plan;
    for (task, whole) in progress.indicators() {
        for indicator in whole.family() {
            let mut label = indicator.name.clone();
            if indicator.id != whole.id {
                label = words::part(&whole.name, label);
            }
            if name_plan {
                label = tasks::passage_of_plan(label, plan.cited());
            }
            let targets = indicator.targets.iter().map(|target| match target.by {
                Some(by) => words::target(&target.words, by),
                None => target.words.clone(),
            });
            let text = match indicator.targets.is_empty() {
                true => words::finding_bare().to_owned(),
                false => words::finding(enumeration::of_phrases(targets)),
            };
            let fragment = paths::indicator_fragment(task, &indicator.id);
            entries.push(SearchEntry {
                kind: EntryKind::Indicator,
                label,
                text,
                more: indicator.note.clone().unwrap_or_default(),
                target: Target::Here(paths::indicators(&plan.id), Some(fragment)),
                standing: None,
            });
        }
    }
}

fn of_task(task: Disclosed<'_>, name_plan: bool) -> SearchEntry {
    let plan = task.plan();
    let named = match task.short_title() {
        Some(title) => tasks::named(task.number(), title),
        None => tasks::numbered(task.number()),
    };
    let label = match name_plan {
        true => tasks::passage_of_plan(named, plan.cited()),
        false => named,
    };
    SearchEntry {
        kind: EntryKind::Task,
        label,
        text: one_line(task.words()),
        more: task.open().map(|task| more_of_task(task.task)).unwrap_or_default(),
        target: Target::Here(paths::task(&plan.id, task.number()), None),
        standing: Some((task.kind().tone(), task.label())),
    }
}

/// Sub-works, products, cells of other columns and editorial notes: a note tells the right spelling of the source's slips.
fn more_of_task(task: &Task) -> String {
    let works = task.sub_works.iter().map(|work| &work.verbatim);
    let words = works.chain(&task.products).chain(task.other_cells.values());
    let notes = task.notes.iter().map(String::as_str);
    let words: Vec<&str> = words.map(|words| &**words).chain(notes).collect();
    one_line(&words.join(" "))
}

fn passages(plan: &Plan, node: &RawNode, name_plan: bool, entries: &mut Vec<SearchEntry>) {
    let mut label = capitalised(&node.id.in_words());
    if name_plan {
        label = tasks::passage_of_plan(label, plan.cited());
    }
    let notes: Vec<&str> = node.notes.iter().map(|note| note.text.as_str()).collect();
    let cells = node.table.iter().flat_map(|table| table.cells().flatten());
    let cells: Vec<&str> = cells.map(|line| line.text.as_str()).collect();
    let text = if node.table.is_some() { cells.join(" ") } else { one_line(&node.text) };
    if !text.trim().is_empty() {
        entries.push(SearchEntry {
            kind: EntryKind::Passage,
            label,
            text,
            more: notes.join(" "),
            target: Target::Here(paths::text(&plan.id), Some(node.id.anchor())),
            standing: None,
        });
    }
    node.children.iter().for_each(|child| passages(plan, child, name_plan, entries));
}

fn agencies(progress: &Progress<'_>, entries: &mut Vec<SearchEntry>) {
    for agency in progress.site.agencies.values() {
        let now = agency.name_on(progress.as_of);
        let mut others: Vec<&str> = Vec::new();
        for name in &agency.names {
            for word in std::iter::once(&name.full).chain(&name.short) {
                if *word != now.full && !others.contains(&word.as_str()) {
                    others.push(word);
                }
            }
        }
        entries.push(SearchEntry {
            kind: EntryKind::Agency,
            label: now.full.clone(),
            text: others.join("; "),
            more: [agency.aliases.join("; "), names_before(progress, &agency.id)].join("; "),
            target: Target::Here(paths::agency(&agency.id), None),
            standing: None,
        });
    }
    for group in progress.site.groups.values() {
        entries.push(SearchEntry {
            kind: EntryKind::Agency,
            label: plans::group_of_agencies(&group.name),
            text: String::new(),
            more: group.aliases.join("; "),
            target: Target::Here(paths::group(&group.id), None),
            standing: None,
        });
    }
}

/// The names of the agencies that it came from: who asks for one of them wants to know who goes on.
fn names_before(progress: &Progress<'_>, id: &AgencyId) -> String {
    let changes = progress.agency(id).changes.iter().filter(|change| change.to.contains(id));
    let before: BTreeSet<&AgencyId> =
        changes.flat_map(|change| &change.from).filter(|from| *from != id).collect();
    let names = before.into_iter().flat_map(|from| &progress.site.agency(from).names);
    let words: Vec<&str> = names
        .flat_map(|name| std::iter::once(&name.full).chain(&name.short))
        .map(String::as_str)
        .collect();
    words.join("; ")
}

/// Plans, cited documents, then evidence with a number of its own, each number once a task.
fn documents(progress: &Progress<'_>, entries: &mut Vec<SearchEntry>) {
    let site = progress.site;
    let mut seen = BTreeSet::new();
    let mut add = |label: String, text: String, more: String, target: Target| {
        if seen.insert((label.clone(), text.clone(), more.clone(), target.clone())) {
            let kind = EntryKind::Document;
            entries.push(SearchEntry { kind, label, text, more, target, standing: None });
        }
    };
    for plan in site.plans.values() {
        let text = format!("{}. {}", plan.short_name, one_line(&plan.title));
        let target = Target::Here(paths::plan(&plan.id), None);
        add(plan.cited(), text, joined(&plan.number), target);
    }
    for document in site.documents.values() {
        let plans = site.plans.values();
        let mut citing = plans.filter(|plan| {
            let target = crate::model::RelationTarget::Document(document.id.clone());
            plan.relations.iter().any(|relation| relation.target == target)
        });
        let target = match (citing.next(), document.sources.first()) {
            (Some(plan), _) => Target::Here(paths::relations(&plan.id), None),
            (None, Some(source)) => Target::Elsewhere(source.url.clone()),
            (None, None) => continue,
        };
        let label = format!("{} {}", document.kind.label(), document.number);
        let text = format!("{}. {}", one_line(&document.title), document.issuer);
        add(label, text, joined(&document.number), target);
    }
    for task in progress.counted().filter_map(Disclosed::open) {
        for event in &task.events {
            for piece in event.evidence.iter().filter_map(Evidence::public) {
                let Some(number) = &piece.number else { continue };
                let label = format!("{} {number}", piece.kind.label());
                let text = findings::evidence(&piece.title, &task.task.number);
                let page = paths::task(&task.plan.id, &task.task.number);
                let target = Target::Here(page, Some(paths::event_fragment(event)));
                add(label, text, joined(number), target);
            }
        }
    }
}

/// The letters of a document's number without signs: who types `36nqtw` means it too.
fn joined(number: &str) -> String {
    let letters: String = search_key(number).chars().filter(char::is_ascii_alphanumeric).collect();
    let after_digits = letters.trim_start_matches(|c: char| c.is_ascii_digit());
    after_digits.to_owned()
}

/// Abbreviations with their meaning, and short names of agencies with the full ones.
pub(super) fn synonyms(site: &Site) -> Vec<(String, String)> {
    let mut pairs: BTreeSet<(String, String)> = BTreeSet::new();
    for term in &site.terms {
        let capitals = term.word.chars().filter(|c| c.is_uppercase()).count();
        let words = term.meaning.split_whitespace().count();
        if capitals > 1 && !term.word.contains(' ') && words <= LONGEST_MEANING {
            pairs.insert((term.word.clone(), term.meaning.clone()));
        }
    }
    let names = site.agencies.values().flat_map(|agency| &agency.names);
    for name in names {
        if let Some(short) = &name.short {
            pairs.insert((short.clone(), name.full.clone()));
        }
    }
    pairs.into_iter().collect()
}
