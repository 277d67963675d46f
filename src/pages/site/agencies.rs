//! All agencies.
//!
//! In: progress on the page's date. Out: [`AgenciesView`], all that `agencies.html` may read.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{self, Agency};
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::lists::duties;
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::AgencyLink;
use crate::text::in_order;
use crate::vocabulary::agencies as words;
use crate::vocabulary::pages;

/// What `agencies.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct AgenciesView {
    /// What every page shares.
    pub frame: Frame,
    /// One sentence: how many agencies, how many lead.
    pub answer: Sentence,
    /// The agencies by branch, in Vietnamese order.
    pub branches: Vec<Branch>,
    /// The groups that the plans name without listing their members.
    pub groups: Vec<AgencyRow>,
}

/// A branch: Party, administration, armed forces, …
#[derive(Clone, Debug, Serialize)]
pub struct Branch {
    /// The branch's name.
    pub name: String,
    /// Its agencies.
    pub agencies: Vec<AgencyRow>,
}

/// An agency in a list.
#[derive(Clone, Debug, Serialize)]
pub struct AgencyRow {
    /// The agency.
    pub agency: AgencyLink,
    /// Its duties, such as "chủ trì 15, phối hợp 6, quá hạn 0".
    pub summary: Sentence,
}

/// The list of agencies.
pub(crate) fn view(here: Context<'_>) -> AgenciesView {
    let site = here.site();
    let answer = Sentence::from(words::named(Figure::of(site.agencies.len(), "#danh-sach")));
    let mut branches: BTreeMap<model::Branch, Vec<AgencyRow>> = BTreeMap::new();
    for agency in site.agencies.values() {
        branches.entry(agency.branch).or_default().push(row(here, agency));
    }
    let branches = branches.into_iter().map(|(branch, rows)| Branch {
        name: branch.label().to_owned(),
        agencies: in_order(rows, |row| &row.agency.name),
    });
    let groups = site.groups.values().map(|group| AgencyRow {
        agency: here.group(&group.id),
        summary: duties::of_group(here, group),
    });
    AgenciesView {
        frame: here.frame(Head::new(pages::agencies(), answer.plain())),
        answer,
        branches: branches.collect(),
        groups: in_order(groups.collect(), |row| &row.agency.name),
    }
}

fn row(here: Context<'_>, agency: &Agency) -> AgencyRow {
    AgencyRow { agency: here.agency(&agency.id), summary: duties::of_agency(here, agency) }
}
