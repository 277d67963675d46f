//! The pages of the site that people look for by name: lists, reports, explanations.
//!
//! In: [`Progress`]. Out: an entry for each that the site has; the first page of a list stands for all of it.

use super::{EntryKind, SearchEntry, Target};
use crate::model::ProsePage;
use crate::paths::{self, PagePath, prose_names};
use crate::progress::{PlanProgress, Progress};
use crate::vocabulary::findings::{self as words, Sought};
use crate::vocabulary::standings::Tone;
use crate::vocabulary::{changes, documents, indicators, lists, pages, reports};

/// Those of the whole site, then those of each plan.
pub(super) fn of(progress: &Progress<'_>, name_plan: bool) -> Vec<SearchEntry> {
    let site = [
        (paths::home(), pages::home_page(), words::HOME),
        (paths::plans(), pages::list_of_plans(), words::PLANS),
        (paths::agencies(), pages::list_of_agencies(), words::AGENCIES),
        (paths::updates(), changes::updates(), words::UPDATES),
        (paths::corrections(), changes::corrections(), words::CORRECTIONS),
        (paths::petition(), pages::petition(), words::PETITION),
        (paths::glossary(), pages::glossary_in_full(), words::GLOSSARY),
        (paths::method(), pages::method(), words::METHOD),
        (paths::data(), pages::data(), words::DATA),
        (paths::documents(), documents::title(), words::DOCUMENTS),
        (paths::site_map(), pages::site_map(), words::SITE_MAP),
    ];
    let mut entries: Vec<SearchEntry> =
        site.into_iter().map(|(path, title, sought)| entry(path, title, sought)).collect();
    entries.extend(of_lists(progress));
    entries.extend(of_prose(progress));
    for plan in &progress.plans {
        let of_plan = of_plan(plan).into_iter().map(|(path, title, sought)| {
            let place = if name_plan { plan.plan.cited() } else { String::new() };
            SearchEntry { place, ..entry(path, title, sought) }
        });
        entries.extend(of_plan);
        entries.extend(of_years(plan, name_plan));
    }
    entries
}

fn entry(path: PagePath, title: &str, sought: Sought) -> SearchEntry {
    SearchEntry {
        kind: EntryKind::Page,
        label: title.to_owned(),
        place: String::new(),
        text: sought.about.to_owned(),
        names: sought.called.to_owned(),
        more: String::new(),
        target: Target::Here(path, None),
        standing: None,
    }
}

/// The ready lists: those that always stand, and of the others those that hold a task.
fn of_lists(progress: &Progress<'_>) -> Vec<SearchEntry> {
    let listed = |path: PagePath, list: lists::List, sought: Sought| {
        entry(path, list.title, Sought { about: list.about, ..sought })
    };
    let mut entries = vec![
        listed(paths::overdue(), lists::OVERDUE, words::OVERDUE),
        listed(paths::due_soon(), lists::DUE_SOON, words::DUE_SOON),
        listed(paths::no_information(), lists::SILENT, words::NO_INFORMATION),
        listed(paths::done(), lists::DONE, words::DONE),
    ];
    let holds = |tone: Tone| progress.counted().any(|task| task.kind().tone() == tone);
    let others = [
        (Tone::Running, lists::RUNNING, words::RUNNING),
        (Tone::EndedAwaiting, lists::ENDED_AWAITING, words::ENDED_AWAITING),
    ];
    for (tone, list, sought) in others {
        if holds(tone) {
            entries.push(listed(paths::list(tone.slug()), list, sought));
        }
    }
    entries
}

/// The editors' own pages; what the program makes a page of has an entry already.
fn of_prose(progress: &Progress<'_>) -> Vec<SearchEntry> {
    let is_taken_in = |page: &&ProsePage| prose_names::TAKEN_IN.contains(&page.name.as_str());
    let pages = progress.site.prose.values().filter(|page| !is_taken_in(page));
    let of_page = |page: &ProsePage| {
        let called = match page.name.as_str() {
            prose_names::ABOUT => words::ABOUT.called,
            prose_names::ACCESSIBILITY => words::ACCESSIBILITY.called,
            _ => "",
        };
        let sought = Sought { about: "", called };
        SearchEntry {
            text: page.description.clone(),
            ..entry(paths::prose(&page.name), &page.title, sought)
        }
    };
    pages.map(of_page).collect()
}

/// The reports of each year.
fn of_years(progress: &PlanProgress<'_>, name_plan: bool) -> Vec<SearchEntry> {
    let of_year = |year: i16| {
        let place = if name_plan { progress.plan.cited() } else { String::new() };
        let path = paths::report_year(&progress.plan.id, year);
        let sought = Sought { about: words::REPORTS.about, called: "" };
        SearchEntry { place, ..entry(path, &pages::report_year(year), sought) }
    };
    progress.report_years().into_iter().map(of_year).collect()
}

fn of_plan(progress: &PlanProgress<'_>) -> Vec<(PagePath, &'static str, Sought)> {
    let id = &progress.plan.id;
    let mut found = vec![
        (paths::text(id), pages::text(), words::TEXT),
        (paths::attributes(id), pages::attributes(), words::ATTRIBUTES),
        (paths::relations(id), pages::relations(), words::RELATIONS),
        (paths::history(id), pages::history(), words::HISTORY),
        (paths::reports(id), pages::reports(), words::REPORTS),
    ];
    if progress.tasks().next().is_some() {
        found.extend([
            (paths::tasks(id), pages::list_of_tasks(), words::TASKS),
            (paths::timeline(id), pages::timeline(), words::TIMELINE),
            (paths::coverage(id), pages::coverage_in_full(), words::COVERAGE),
        ]);
    }
    if progress.has_course() {
        found.push((paths::changes(id), pages::changes(), words::CHANGES));
    }
    if !progress.summary.ledger.is_empty() {
        found.push((paths::numbers(id), pages::numbers(), words::NUMBERS));
    }
    if progress.plan.has_related() {
        found.push((paths::related(id), pages::related(), words::RELATED));
    }
    if !progress.plan.duties.is_empty() {
        found.extend([
            (paths::reports_received(id), reports::list_received(), words::REPORTS_RECEIVED),
            (paths::reports_due(id), reports::list_due(), words::REPORTS_DUE),
        ]);
    }
    if progress.indicators().next().is_some() {
        found.push((paths::indicators(id), indicators::indicators(), words::INDICATORS));
    }
    found
}
