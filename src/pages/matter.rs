//! What all pages are made from, and which things of it have a page.
//!
//! In: progress, today's and that of the past, the search index. Out: paths with what each page speaks of.

use std::collections::BTreeMap;

use crate::model::{Plan, PlanId};
use crate::pages::context::PageOptions;
use crate::pages::lists::selection::Selection;
use crate::pages::parts::chronicle::Chronicle;
use crate::pages::parts::pager::PageNumber;
use crate::pages::plan::days::Days;
use crate::pages::site::documents::{self, DocumentRef};
use crate::pages::site::search::{self, Letter};
use crate::paths::PagePath;
use crate::progress::{PlanProgress, Progress, TaskRef};
use crate::search::SearchIndex;

/// What all pages are made from.
pub(crate) struct Matter<'a> {
    pub(crate) progress: &'a Progress<'a>,
    pub(crate) index: &'a SearchIndex,
    /// The letters that entries of the index begin with.
    pub(crate) letters: Vec<Letter>,
    /// The lists of the whole site, each with its tasks in order.
    pub(crate) lists: BTreeMap<Selection, Vec<TaskRef>>,
    /// The documents that the whole site cites.
    pub(crate) documents: Vec<DocumentRef>,
    /// Each plan at the ends of its periods.
    pub(crate) past: Days<'a>,
    /// What was published of all plans, in pages.
    pub(crate) updates: Chronicle,
    /// The changes of each plan, in pages.
    pub(crate) histories: BTreeMap<PlanId, Chronicle>,
    pub(crate) options: PageOptions,
}

impl<'a> Matter<'a> {
    pub(crate) fn new(
        progress: &'a Progress<'a>,
        index: &'a SearchIndex,
        options: PageOptions,
    ) -> Self {
        let (letters, past) = rayon::join(|| search::letters(index), || Days::of(progress));
        let history = &progress.history;
        let of_plan = |plan: &PlanProgress<'_>| Chronicle::of(&plan.history.events, &[]);
        Self {
            progress,
            index,
            letters,
            lists: Selection::present(progress),
            documents: documents::all(progress),
            past,
            updates: Chronicle::of(&history.events, &history.corrections),
            histories: progress
                .plans
                .iter()
                .map(|plan| (plan.plan.id.clone(), of_plan(plan)))
                .collect(),
            options,
        }
    }

    /// A page of each plan.
    pub(crate) fn plans(&self, path: fn(&PlanId) -> PagePath) -> Vec<(PagePath, (PlanId,))> {
        let plans = self.progress.plans.iter().map(|plan| &plan.plan.id);
        plans.map(|id| (path(id), (id.clone(),))).collect()
    }

    /// The pages of a list of each plan.
    pub(crate) fn paged<I: IntoIterator<Item = PageNumber>>(
        &self,
        pages: impl Fn(&PlanProgress<'a>) -> I,
        path: fn(&PlanId) -> PagePath,
    ) -> Vec<PlanPage<PageNumber>> {
        self.of_plans(pages, |plan, page| page.path(&path(&plan.id)))
    }

    /// The pages of a list of each plan that has tasks.
    pub(crate) fn paged_with_tasks<I: IntoIterator<Item = PageNumber>>(
        &self,
        pages: impl Fn(&PlanProgress<'a>) -> I,
        path: fn(&PlanId) -> PagePath,
    ) -> Vec<PlanPage<PageNumber>> {
        let has_tasks = |plan: &PlanProgress<'a>| plan.tasks().next().is_some();
        let pages = |plan: &PlanProgress<'a>| has_tasks(plan).then(|| pages(plan));
        self.paged(|plan| pages(plan).into_iter().flatten(), path)
    }

    /// A page of each plan that has tasks, or reports to expect: what has a course.
    pub(crate) fn plans_with_course(
        &self,
        path: fn(&PlanId) -> PagePath,
    ) -> Vec<(PagePath, (PlanId,))> {
        let plans = self.progress.plans.iter().filter(|plan| plan.has_course());
        plans.map(|plan| (path(&plan.plan.id), (plan.plan.id.clone(),))).collect()
    }

    /// Pages of each plan, one for each of its `things`.
    pub(crate) fn of_plans<T, I: IntoIterator<Item = T>>(
        &self,
        things: impl Fn(&PlanProgress<'a>) -> I,
        path: impl Fn(&Plan, &T) -> PagePath,
    ) -> Vec<PlanPage<T>> {
        let mut pages = Vec::new();
        for progress in &self.progress.plans {
            let plan = progress.plan;
            let things = things(progress).into_iter();
            pages.extend(things.map(|thing| (path(plan, &thing), (plan.id.clone(), thing))));
        }
        pages
    }
}

/// The path of a page of a plan, and what it speaks of.
pub(crate) type PlanPage<T> = (PagePath, (PlanId, T));

/// A page that the site has once.
pub(crate) fn once(path: PagePath) -> [(PagePath, ()); 1] {
    [(path, ())]
}
