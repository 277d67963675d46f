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
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::pages::plan::points::{self, PointView, TextTask};
use crate::pages::values::PlanHead;
use crate::parse::{NodeKind, RawNode};
use crate::progress::Disclosed;
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
    /// The points that no task carries out.
    pub points_without_task: Vec<PointView>,
    /// The tasks that carry out no point.
    pub tasks_without_point: Vec<TaskCard>,
    /// Whether the plan has tasks at all.
    pub has_tasks: bool,
    /// The points that have tasks, in the order of the text.
    pub covered: Vec<CoveredPoint>,
    /// Parts and sections that tasks name as a whole, beside their points.
    pub wholes: Vec<CoveredPoint>,
}

/// A point and its tasks.
#[derive(Clone, Debug, Serialize)]
pub struct CoveredPoint {
    /// The point.
    pub point: PointView,
    /// Its tasks.
    pub tasks: Vec<TextTask>,
}

/// What of a plan's text has tasks, and what has not.
pub(crate) fn view(here: Context<'_>, plan: &Plan) -> CoverageView {
    let covering = Covering::of(here, plan);
    let mut found = Found::default();
    for part in plan.text.nodes() {
        if covering.is_reached(part) {
            covering.walk(part, false, &mut found);
        }
    }
    let (covered, bare) = (found.covered.len(), found.bare.len());
    let answer = match covered + bare {
        0 if found.wholes.is_empty() => Sentence::from(words::none()),
        0 => Sentence::from(words::wholes_only()),
        points => Sentence::from(words::covered(
            Figure::of(points, "#cac-diem"),
            Figure::of(covered, "#da-gan"),
            Figure::of(bare, "#chua-co-nhiem-vu"),
        )),
    };
    let head = Head::new(words::of_plan(plan.cited()), answer.plain())
        .above(here.above_plan(plan))
        .feeds(feeds::of_plan(here, plan))
        .source(&plan.text_source);
    let tasks = here.progress.plan(&plan.id).counted();
    let apart = tasks.filter(|task| task.nodes().is_empty());
    let point = |node: &RawNode| PointView {
        link: here.node_link(plan, &node.id),
        words: runs(&node.text),
    };
    let with_tasks = |node: &RawNode, tasks: Vec<Disclosed<'_>>| CoveredPoint {
        point: point(node),
        tasks: tasks.into_iter().map(|task| points::text_task(here, task)).collect(),
    };
    let all = |node: &RawNode| {
        let mut tasks = Vec::new();
        covering.gather(node, &mut tasks);
        with_tasks(node, tasks)
    };
    CoverageView {
        frame: here.frame(head),
        plan: cards::plan_head(here, plan),
        answer,
        points_without_task: found.bare.into_iter().map(point).collect(),
        has_tasks: here.progress.plan(&plan.id).counted().next().is_some(),
        tasks_without_point: apart.map(|task| cards::card(here, task, false)).collect(),
        covered: found.covered.into_iter().map(all).collect(),
        wholes: found
            .wholes
            .into_iter()
            .map(|node| with_tasks(node, covering.tasks(node).to_vec()))
            .collect(),
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
    fn of(here: Context<'a>, plan: &Plan) -> Self {
        let mut covering: BTreeMap<&str, Vec<Disclosed<'_>>> = BTreeMap::new();
        for task in here.progress.plan(&plan.id).counted() {
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
