//! Where the plan's text and its tasks do not meet.
//!
//! In: one plan's points and tasks. Out: [`CoverageView`], all that `coverage.html` may read.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, Head, runs};
use crate::pages::frame::Frame;
use crate::pages::parts::cards::{self, TaskCard};
use crate::pages::parts::feeds;
use crate::pages::parts::pager::{Cutter, PageNumber, Pager, Places, Things};
use crate::pages::parts::sentence::Sentence;
use crate::pages::plan::points::{self, PointView, TextTask};
use crate::pages::values::PlanHead;
use crate::parse::{NodeKind, RawNode};
use crate::paths;
use crate::progress::{Disclosed, PlanProgress};
use crate::vocabulary::coverage as words;

/// What `coverage.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct CoverageView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// One sentence: how many points have tasks, how many have none.
    pub answer: Sentence,
    /// Whether this is the first of its pages, which says what there is none of.
    pub is_first: bool,
    /// Whether some point has no task, on any page.
    pub has_bare: bool,
    /// Whether some task has no point, on any page.
    pub has_apart: bool,
    /// The points of the page that no task carries out.
    pub points_without_task: Vec<PointView>,
    /// The tasks of the page that carry out no point.
    pub tasks_without_point: Vec<TaskCard>,
    /// Whether the plan has tasks at all.
    pub has_tasks: bool,
    /// The points that have tasks, in the order of the text.
    pub covered: Vec<CoveredPoint>,
    /// Parts and sections that tasks name as a whole, beside their points.
    pub wholes: Vec<CoveredPoint>,
    /// The way to the other pages.
    pub pager: Option<Pager>,
}

/// A point and its tasks.
#[derive(Clone, Debug, Serialize)]
pub struct CoveredPoint {
    /// What tells it from all other points of the plan.
    pub key: String,
    /// The point.
    pub point: PointView,
    /// Whether its tasks go on from the page before.
    pub goes_on: bool,
    /// Its tasks.
    pub tasks: Vec<TextTask>,
}

/// The lines of the pages: a point without tasks, a task of a point, a task without points.
struct Lines<'p> {
    bare: Vec<&'p RawNode>,
    covered: Vec<(&'p RawNode, Vec<Disclosed<'p>>)>,
    wholes: Vec<(&'p RawNode, Vec<Disclosed<'p>>)>,
    apart: Vec<Disclosed<'p>>,
}

impl<'p> Lines<'p> {
    fn of(progress: &'p PlanProgress<'_>) -> Self {
        let covering = Covering::of(progress);
        let mut found = Found::default();
        for part in progress.plan.text.nodes() {
            if covering.is_reached(part) {
                covering.walk(part, false, &mut found);
            }
        }
        let all = |node: &'p RawNode| {
            let mut tasks = Vec::new();
            covering.gather(node, &mut tasks);
            (node, tasks)
        };
        let own = |node: &'p RawNode| (node, covering.tasks(node).to_vec());
        Self {
            bare: found.bare,
            covered: found.covered.into_iter().map(all).collect(),
            wholes: found.wholes.into_iter().map(own).collect(),
            apart: progress.counted().filter(|task| task.nodes().is_empty()).collect(),
        }
    }
}

/// The pages of a plan's coverage.
pub(crate) fn pages(progress: &PlanProgress<'_>) -> impl Iterator<Item = PageNumber> + use<> {
    let Lines { bare, covered, wholes, apart } = Lines::of(progress);
    let tasks = covered.iter().chain(&wholes).map(|(_, tasks)| tasks.len());
    PageNumber::all(bare.len() + tasks.sum::<usize>() + apart.len())
}

/// A page of what of a plan's text has tasks, and what has not.
pub(crate) fn view(here: Context<'_>, plan: &Plan, page: PageNumber) -> CoverageView {
    let progress = here.progress.plan(&plan.id);
    let Lines { bare, covered, wholes, apart } = Lines::of(progress);
    let first = paths::coverage(&plan.id);
    let starts = BTreeMap::from([("da-gan".to_owned(), bare.len())]);
    let places = Places::new(first.clone(), starts);
    let answer = match covered.len() + bare.len() {
        0 if wholes.is_empty() => Sentence::from(words::none()),
        0 => Sentence::from(words::wholes_only()),
        points => Sentence::from(words::covered(
            places.figure(here, "cac-diem", points),
            places.figure(here, "da-gan", covered.len()),
            places.figure(here, "chua-co-nhiem-vu", bare.len()),
        )),
    };
    let head = Head::new(words::of_plan(plan.cited()), answer.plain())
        .above(here.above_plan(plan))
        .feeds(feeds::of_plan(here, plan))
        .source(&plan.text_source);
    let point = |node: &RawNode| PointView {
        link: here.node_link(plan, &node.id),
        words: runs(&node.text),
    };
    let mut cutter = Cutter::new(page);
    let (has_bare, has_apart) = (!bare.is_empty(), !apart.is_empty());
    let points_without_task = cutter.cut(&bare).iter().map(|node| point(node)).collect();
    let mut with_tasks = |nodes: Vec<(&RawNode, Vec<Disclosed<'_>>)>| {
        let mut points = Vec::new();
        for (node, tasks) in nodes {
            let goes_on = cutter.is_past_start();
            let tasks = cutter.cut(&tasks).iter().map(|task| points::text_task(here, *task));
            let (key, point) = (node.id.to_string(), point(node));
            points.push(CoveredPoint { key, point, goes_on, tasks: tasks.collect() });
        }
        points.retain(|point| !point.tasks.is_empty());
        points
    };
    let (covered, wholes) = (with_tasks(covered), with_tasks(wholes));
    let tasks_without_point = cutter.cut(&apart).iter();
    let tasks_without_point = tasks_without_point.map(|task| cards::card(here, *task, false));
    let tasks_without_point = tasks_without_point.collect();
    CoverageView {
        frame: here.frame(cutter.head(head, &first)),
        plan: cards::plan_head(here, plan),
        answer,
        is_first: page.is_first(),
        has_bare,
        has_apart,
        points_without_task,
        has_tasks: progress.counted().next().is_some(),
        tasks_without_point,
        covered,
        wholes,
        pager: cutter.pager(here, &first, Things::Lines),
    }
}

/// Which tasks carry out which node.
struct Covering<'a>(BTreeMap<&'a str, Vec<Disclosed<'a>>>);

/// What a walk through the text met, in the order of the text.
#[derive(Default)]
struct Found<'a> {
    /// Points, and sections without points, that no task carries out.
    bare: Vec<&'a RawNode>,
    /// Those that have tasks, of their own or below them.
    covered: Vec<&'a RawNode>,
    /// Nodes above points that a task names as a whole.
    wholes: Vec<&'a RawNode>,
}

impl<'a> Covering<'a> {
    fn of(progress: &'a PlanProgress<'_>) -> Self {
        let mut covering: BTreeMap<&str, Vec<Disclosed<'_>>> = BTreeMap::new();
        for task in progress.counted() {
            for node in task.nodes() {
                covering.entry(node.as_str()).or_default().push(task);
            }
        }
        Self(covering)
    }

    fn tasks(&self, node: &RawNode) -> &[Disclosed<'a>] {
        self.0.get(node.id.as_str()).map_or(&[], Vec::as_slice)
    }

    /// Whether a task carries out the node or anything below it.
    fn is_reached(&self, node: &RawNode) -> bool {
        !self.tasks(node).is_empty() || node.children.iter().any(|child| self.is_reached(child))
    }

    /// The tasks of the node and of what is below it, each once.
    fn gather(&self, node: &RawNode, tasks: &mut Vec<Disclosed<'a>>) {
        for task in self.tasks(node) {
            if !tasks.iter().any(|other| other.place() == task.place()) {
                tasks.push(*task);
            }
        }
        node.children.iter().for_each(|child| self.gather(child, tasks));
    }

    /// Units do not lie within units, so that every node is looked at a fixed number of times.
    ///
    /// Who carries out a whole carries out its units, so that none of them is bare.
    fn walk<'n>(&self, node: &'n RawNode, within_whole: bool, found: &mut Found<'n>) {
        if is_unit(node) {
            match self.is_reached(node) {
                true => found.covered.push(node),
                false if within_whole => {}
                false => found.bare.push(node),
            }
            return;
        }
        let is_whole = !self.tasks(node).is_empty();
        if is_whole {
            found.wholes.push(node);
        }
        for child in &node.children {
            self.walk(child, within_whole || is_whole, found);
        }
    }
}

/// A point, or an article or section without points and sections: what a task can be asked for.
fn is_unit(node: &RawNode) -> bool {
    let holds = |child: &RawNode| {
        matches!(child.kind, NodeKind::Section | NodeKind::Subsection | NodeKind::Point)
    };
    match node.kind {
        NodeKind::Point => true,
        NodeKind::Article | NodeKind::Section | NodeKind::Subsection => {
            !node.children.iter().any(holds)
        }
        NodeKind::Division
        | NodeKind::Chapter
        | NodeKind::Heading
        | NodeKind::Subheading
        | NodeKind::Part
        | NodeKind::Dash
        | NodeKind::Plus
        | NodeKind::Paragraph
        | NodeKind::Table
        | NodeKind::Footnote
        | NodeKind::Clause => false,
    }
}
