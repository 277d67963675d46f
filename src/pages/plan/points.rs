//! Points of the text beside tasks: a task's points, a point's tasks.

use serde::Serialize;

use crate::model::{NodeId, Plan};
use crate::pages::context::{Context, runs};
use crate::pages::parts::standings;
use crate::pages::values::{Link, Run, StandingView};
use crate::progress::Disclosed;

/// A point of the plan's text.
#[derive(Clone, Debug, Serialize)]
pub struct PointView {
    /// The very place in the full text; its words are such as "Điểm đ, mục II.4".
    pub link: Link,
    /// The point's words.
    pub words: Vec<Run>,
}

/// A task beside the passage that it carries out.
#[derive(Clone, Debug, Serialize)]
pub struct TextTask {
    /// The task's page; its words are "Nhiệm vụ 4.1".
    pub link: Link,
    /// The standing.
    pub standing: StandingView,
}

/// A point of the text with its words.
pub(crate) fn point(here: Context<'_>, plan: &Plan, node: &NodeId) -> PointView {
    let words = plan.text.node(node);
    PointView {
        link: here.node_link(plan, node),
        words: words.map(|node| runs(&node.text)).unwrap_or_default(),
    }
}

/// A task beside the text.
pub(crate) fn text_task(here: Context<'_>, task: Disclosed<'_>) -> TextTask {
    TextTask {
        link: here.task_link(task.plan(), task.number()),
        standing: standings::of_task(here, task),
    }
}
