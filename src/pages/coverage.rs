//! Where the plan's text and its tasks do not meet.
//!
//! In: one plan's points and tasks. Out: [`CoverageView`], all that `coverage.html` may read.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::Plan;
use crate::pages::common::{PlanHead, TaskCard};
use crate::pages::context::{Context, Head, runs};
use crate::pages::feeds;
use crate::pages::frame::Frame;
use crate::pages::parts;
use crate::pages::task::PointView;
use crate::pages::text::{self, TextTask};
use crate::parse::{NodeKind, RawNode};
use crate::progress::TaskProgress;

/// What `coverage.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct CoverageView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// One sentence: how many points have tasks, how many have none.
    pub answer: String,
    /// The points that no task carries out.
    pub points_without_task: Vec<PointView>,
    /// The tasks that carry out no point.
    pub tasks_without_point: Vec<TaskCard>,
    /// The others, in the order of the text.
    pub pairs: Vec<CoveredPoint>,
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
pub(super) fn view(here: Context<'_>, plan: &Plan) -> CoverageView {
    let covering = Covering::of(here, plan);
    let mut found = Found::default();
    for part in plan.text.body.iter().chain(&plan.text.appendix) {
        if covering.is_reached(part) {
            covering.walk(part, &mut found);
        }
    }
    let points = found.covered + found.bare.len();
    let answer = match points {
        0 => "Chưa nhiệm vụ nào được gắn với điểm của văn bản.".to_owned(),
        points => format!(
            "Trong {} điểm, mục của các phần có gắn nhiệm vụ, {} đã có nhiệm vụ cụ thể, {} chưa có.",
            parts::number(points),
            parts::number(found.covered),
            parts::number(found.bare.len()),
        ),
    };
    let head = Head::new(
        format!("Đối chiếu văn bản và nhiệm vụ, Kế hoạch {}", plan.number),
        answer.clone(),
    )
    .above(here.above_plan(plan))
    .feeds(feeds::of_plan(here, plan))
    .source(&plan.text_source);
    let tasks = here.progress.plan(&plan.id).counted();
    let apart = tasks.filter(|task| task.task.nodes.is_empty());
    let point = |node: &RawNode| PointView {
        link: here.node_link(plan, &node.id),
        words: runs(&node.text),
    };
    let pairs = found.pairs.into_iter().map(|node| CoveredPoint {
        point: point(node),
        tasks: covering
            .tasks(node)
            .iter()
            .map(|task| text::text_task(here, plan, task.task))
            .collect(),
    });
    CoverageView {
        frame: here.frame(head),
        plan: parts::plan_head(here, plan),
        answer,
        points_without_task: found.bare.into_iter().map(point).collect(),
        tasks_without_point: apart.map(|task| parts::card(here, plan, task.task, false)).collect(),
        pairs: pairs.collect(),
    }
}

/// Which tasks carry out which node.
struct Covering<'a>(BTreeMap<&'a str, Vec<&'a TaskProgress<'a>>>);

/// What a walk through the text met, in the order of the text.
#[derive(Default)]
struct Found<'a> {
    /// Points, and sections without points, that no task carries out.
    bare: Vec<&'a RawNode>,
    /// How many of them have tasks.
    covered: usize,
    /// Nodes of any kind that a task names.
    pairs: Vec<&'a RawNode>,
}

impl<'a> Covering<'a> {
    fn of(here: Context<'a>, plan: &Plan) -> Self {
        let mut covering: BTreeMap<&str, Vec<&TaskProgress<'_>>> = BTreeMap::new();
        for task in here.progress.plan(&plan.id).counted() {
            for node in &task.task.nodes {
                covering.entry(node.as_str()).or_default().push(task);
            }
        }
        Self(covering)
    }

    fn tasks(&self, node: &RawNode) -> &[&'a TaskProgress<'a>] {
        self.0.get(node.id.as_str()).map_or(&[], Vec::as_slice)
    }

    /// Whether a task carries out the node or anything below it.
    fn is_reached(&self, node: &RawNode) -> bool {
        !self.tasks(node).is_empty() || node.children.iter().any(|child| self.is_reached(child))
    }

    /// Points do not lie within points, so that every node is looked at a fixed number of times.
    fn walk<'n>(&self, node: &'n RawNode, found: &mut Found<'n>) {
        if !self.tasks(node).is_empty() {
            found.pairs.push(node);
        }
        if is_unit(node) {
            match self.is_reached(node) {
                true => found.covered += 1,
                false => found.bare.push(node),
            }
        }
        for child in &node.children {
            self.walk(child, found);
        }
    }
}

/// A point, or a section without points: what a task can be asked for.
fn is_unit(node: &RawNode) -> bool {
    match node.kind {
        NodeKind::Point => true,
        NodeKind::Section => !node.children.iter().any(|child| child.kind == NodeKind::Point),
        NodeKind::Part | NodeKind::Dash | NodeKind::Paragraph | NodeKind::Clause => false,
    }
}
