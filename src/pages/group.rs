//! A group of agencies.
//!
//! In: a group, its members on the page's date, its duties. Out: [`GroupView`], all that
//! `group.html` may read.

use serde::Serialize;

use crate::pages::common::{AgencyLink, SourceView, TaskGroup};
use crate::pages::frame::Frame;

/// What `group.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct GroupView {
    /// What every page shares.
    pub frame: Frame,
    /// The first sentence: open and never counted, closed with so many members, or ended.
    pub answer: String,
    /// The members of a closed group on the page's date, in Vietnamese order.
    pub members: Vec<AgencyLink>,
    /// The tasks that the group leads, a group a plan.
    pub led: Vec<TaskGroup>,
    /// The tasks in which it is a partner.
    pub partnered: Vec<TaskGroup>,
    /// Other spellings that the plans use.
    pub aliases: Vec<String>,
    /// What a reader should know.
    pub note: Option<String>,
    /// Where this was read.
    pub sources: Vec<SourceView>,
}
