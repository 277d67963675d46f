//! A group of agencies.
//!
//! In: a group, its members on the page's date, its duties. Out: [`GroupView`], all that
//! `group.html` may read.

use serde::Serialize;

use crate::model::{Group, Members};
use crate::pages::context::{Context, Head, when_ended};
use crate::pages::frame::Frame;
use crate::pages::lists::branch::{Branch, TaskSection};
use crate::pages::lists::duties::{self, Duties};
use crate::pages::lists::squares;
use crate::pages::parts::field::Field;
use crate::pages::parts::figures::Figure;
use crate::pages::parts::pager::{Cutter, PageNumber, Pager, Things};
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::{AgencyLink, SourceView};
use crate::paths;
use crate::text::in_order;
use crate::vocabulary::agencies as words;
use crate::vocabulary::field;
use crate::vocabulary::pages;

/// What `group.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct GroupView {
    /// What every page shares.
    pub frame: Frame,
    /// The first sentence: open and never counted, closed with so many members, or ended.
    pub answer: Sentence,
    /// Whether this is the first of its pages, which tells the rest of it.
    pub is_first: bool,
    /// The members of a closed group on the page's date, in Vietnamese order.
    pub members: Vec<AgencyLink>,
    /// The tasks of the page as squares, a row a duty.
    pub field: Option<Field>,
    /// The tasks of the page that the group leads, a section a plan.
    pub led: Option<TaskSection>,
    /// The tasks of the page in which it is a partner.
    pub partnered: Option<TaskSection>,
    /// The way to the other pages.
    pub pager: Option<Pager>,
    /// Other spellings that the plans use.
    pub aliases: Vec<String>,
    /// What a reader should know.
    pub note: Option<String>,
    /// Where this was read.
    pub sources: Vec<SourceView>,
}

/// A page of a group.
pub(crate) fn view(here: Context<'_>, group: &Group, page: PageNumber) -> GroupView {
    let duties = Duties::of_group(here, group);
    let mut cutter = Cutter::new(page);
    let mut section = |branch: &Branch<'_>| branch.section(here, &mut cutter, false);
    let (led, partnered) = (section(&duties.led), section(&duties.partnered));
    let first = paths::group(&group.id);
    let answer = answer(here, group);
    let head = Head::new(group.name.clone(), answer.plain())
        .above(vec![(paths::agencies(), pages::agencies().to_owned())]);
    let members = group.members_on(here.as_of()).into_iter().map(|id| here.agency(id));
    GroupView {
        frame: here.frame(cutter.head(head, &first)),
        answer,
        is_first: page.is_first(),
        members: in_order(members.collect(), |link| &link.name),
        field: squares::of_duties([(field::led(), &led), (field::partnered(), &partnered)]),
        led,
        partnered,
        pager: cutter.pager(here, &first, Things::Lines),
        aliases: group.aliases.clone(),
        note: group.note.clone(),
        sources: here.sources(&group.sources),
    }
}

/// What the group is, whether it is counted, and its duties.
fn answer(here: Context<'_>, group: &Group) -> Sentence {
    let index = here.progress.group(&group.id);
    let last = group.exists.to.filter(|last| last.last_day() < here.as_of());
    let last = last.map(when_ended);
    let duties = duties::of_group(here, group);
    let members = match &group.members {
        Members::Open => None,
        Members::Listed(_) => Some(Figure::of(group.members_on(here.as_of()).len(), "#thanh-vien")),
    };
    Sentence::from(match (members, index.ended, last) {
        (None, false, _) => words::open_group(duties),
        (None, true, None) => words::open_group_ended(duties),
        (None, true, Some(last)) => words::open_group_ended_after(last, duties),
        (Some(members), false, _) => words::closed_group(members, duties),
        (Some(members), true, None) => words::closed_group_ended(members, duties),
        (Some(members), true, Some(last)) => words::closed_group_ended_after(last, members, duties),
    })
}
