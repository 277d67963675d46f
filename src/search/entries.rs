//! The entries of the index.

use std::collections::BTreeSet;

use super::{EntryKind, SearchEntry, Target, names, pages};
use crate::model::{Evidence, Plan};
use crate::parse::RawNode;
use crate::paths;
use crate::progress::{Disclosed, PlanProgress, Progress, TaskProgress};
use crate::text::{capitalised, one_line, search_key};
use crate::vocabulary::indicators as words;
use crate::vocabulary::plan as plans;
use crate::vocabulary::task as tasks;
use crate::vocabulary::{cut, enumeration, findings};

/// What parts the pieces of what else is found of a thing; the script shows one of them.
const PIECES: &str = " … ";

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
            place: String::new(),
            text: term.meaning.clone(),
            names: String::new(),
            more: term.note.as_ref().map(findings::note).unwrap_or_default(),
            target: Target::Here(paths::glossary(), Some(fragment)),
            standing: None,
        });
    }
    for plan in &progress.plans {
        indicators(plan, several, &mut entries);
    }
    entries.extend(pages::of(progress, several));
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
                place: String::new(),
                text,
                names: String::new(),
                more: indicator.note.as_ref().map(findings::note).unwrap_or_default(),
                target: Target::Here(paths::indicators(&plan.id), Some(fragment)),
                standing: None,
            });
        }
    }
}

fn of_task(task: Disclosed<'_>, name_plan: bool) -> SearchEntry {
    let plan = task.plan();
    let official = one_line(task.words());
    let label = cut::shortened(&task.called());
    SearchEntry {
        kind: EntryKind::Task,
        place: match name_plan {
            true => tasks::of_plan(task.number(), plan.cited()),
            false => tasks::numbered(task.number()),
        },
        text: if label == official { String::new() } else { official },
        label,
        names: String::new(),
        more: match task {
            Disclosed::Open(task) => more_of_task(task),
            Disclosed::Restricted(task) => findings::withheld(task.reason()),
        },
        target: Target::Here(paths::task(&plan.id, task.number()), None),
        standing: Some((task.kind().tone(), task.label())),
    }
}

/// What a task's page says beside its words: works, products, cells of other columns, what happened and its proof,
/// related news, and editorial notes, of which one may tell the right spelling of the source's slips. Each says what
/// it is, since it is shown alone.
fn more_of_task(task: &TaskProgress<'_>) -> String {
    let events = &task.events;
    let task = task.task;
    let works = task.sub_works.iter().map(|work| &work.verbatim);
    let words = works.chain(&task.products).chain(task.other_cells.values());
    let mut pieces: Vec<String> = words.map(ToString::to_string).collect();
    pieces.extend(task.leads.verbatim.iter().map(|words| findings::leads(&**words)));
    pieces.extend(task.partners.iter().map(|partners| findings::partners(&*partners.verbatim)));
    pieces.extend(task.notes.iter().map(findings::note));
    for event in events {
        let told = [&event.text, &event.difficulty].into_iter().flatten();
        pieces.extend(told.map(findings::event));
        for piece in event.evidence.iter().filter_map(Evidence::public) {
            let told = [
                Some(&piece.title),
                piece.number.as_ref(),
                piece.issuer.as_ref(),
                piece.quote.as_ref(),
            ];
            pieces.push(findings::proof(told_in_row(told)));
        }
    }
    for related in &task.related {
        let told = [
            Some(&related.title),
            related.number.as_ref(),
            related.publisher.as_ref(),
            Some(&related.says),
        ];
        pieces.push(findings::beside(told_in_row(told)));
    }
    in_pieces(pieces)
}

fn told_in_row<const N: usize>(told: [Option<&String>; N]) -> String {
    let told: Vec<&str> = told.into_iter().flatten().map(String::as_str).collect();
    told.join(", ")
}

/// Pieces that the script shows one at a time, each once.
fn in_pieces(pieces: impl IntoIterator<Item = String>) -> String {
    let mut told = BTreeSet::new();
    let pieces =
        pieces.into_iter().map(|piece| one_line(&piece)).filter(|piece| told.insert(piece.clone()));
    pieces.collect::<Vec<_>>().join(PIECES)
}

fn passages(plan: &Plan, node: &RawNode, name_plan: bool, entries: &mut Vec<SearchEntry>) {
    let mut label = capitalised(&node.id.in_words());
    if name_plan {
        label = tasks::passage_of_plan(label, plan.cited());
    }
    let cells = node.table.iter().flat_map(|table| table.cells().flatten());
    let cells: Vec<&str> = cells.map(|line| line.text.as_str()).collect();
    let text = if node.table.is_some() { cells.join(" ") } else { one_line(&node.text) };
    if !text.trim().is_empty() {
        entries.push(SearchEntry {
            kind: EntryKind::Passage,
            label,
            place: String::new(),
            text,
            names: String::new(),
            more: in_pieces(node.notes.iter().map(|note| findings::note(&note.text))),
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
        for name in names::spellings(agency) {
            if name != now.full && !others.contains(&name) {
                others.push(name);
            }
        }
        let kin = names::of_kin(progress, &agency.id);
        let kin = (!kin.is_empty()).then(|| findings::kin(kin.join("; ")));
        let abbreviations = names::abbreviations(agency);
        let aliases = agency.aliases.iter().map(String::as_str);
        let called = aliases.chain(abbreviations.iter().map(String::as_str));
        entries.push(SearchEntry {
            kind: EntryKind::Agency,
            label: now.full.clone(),
            place: String::new(),
            text: others.join("; "),
            names: called.collect::<Vec<_>>().join("; "),
            more: in_pieces(kin.into_iter().chain(agency.notes.iter().map(findings::note))),
            target: Target::Here(paths::agency(&agency.id), None),
            standing: None,
        });
    }
    for group in progress.site.groups.values() {
        entries.push(SearchEntry {
            kind: EntryKind::Agency,
            label: plans::group_of_agencies(&group.name),
            place: String::new(),
            text: String::new(),
            names: group.aliases.join("; "),
            more: String::new(),
            target: Target::Here(paths::group(&group.id), None),
            standing: None,
        });
    }
}

/// Plans, cited documents, then evidence with a number of its own, each number once a task.
fn documents(progress: &Progress<'_>, entries: &mut Vec<SearchEntry>) {
    let site = progress.site;
    let mut seen = BTreeSet::new();
    let mut add = |label: String, text: String, names: String, more: String, target: Target| {
        if seen.insert((label.clone(), text.clone(), target.clone())) {
            let (kind, place) = (EntryKind::Document, String::new());
            entries.push(SearchEntry {
                kind,
                label,
                place,
                text,
                names,
                more,
                target,
                standing: None,
            });
        }
    };
    for plan in site.plans.values() {
        let text = format!("{}. {}", plan.short_name, one_line(&plan.title));
        let target = Target::Here(paths::plan(&plan.id), None);
        let names = [joined(&plan.number), findings::plan_called().to_owned()].join("; ");
        add(plan.cited(), text, names, in_pieces(plan.notes.iter().map(findings::note)), target);
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
        let note = document.note.as_ref().map(findings::note).unwrap_or_default();
        add(label, text, joined(&document.number), note, target);
    }
    for task in progress.counted().filter_map(Disclosed::open) {
        let number = &task.task.number;
        let page = paths::task(&task.plan.id, number);
        for event in &task.events {
            for piece in event.evidence.iter().filter_map(Evidence::public) {
                let Some(symbol) = &piece.number else { continue };
                let label = format!("{} {symbol}", piece.kind.label());
                let text = findings::evidence(&piece.title, number);
                let target = Target::Here(page.clone(), Some(paths::event_fragment(event)));
                add(label, text, joined(symbol), String::new(), target);
            }
        }
        for related in &task.task.related {
            let Some(symbol) = &related.number else { continue };
            let label = format!("{} {symbol}", related.kind.label());
            let text = findings::related(&related.title, number);
            add(label, text, joined(symbol), String::new(), Target::Here(page.clone(), None));
        }
    }
}

/// The letters of a document's number without signs: who types `36nqtw` means it too.
fn joined(number: &str) -> String {
    let letters: String = search_key(number).chars().filter(char::is_ascii_alphanumeric).collect();
    let after_digits = letters.trim_start_matches(|c: char| c.is_ascii_digit());
    after_digits.to_owned()
}
