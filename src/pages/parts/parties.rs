//! Who answers for a task.
//!
//! In: a task on the page's date. Out: links to agencies and groups, each with how it came to answer.

use jiff::civil::Date;

use crate::model::AgencyId;
use crate::pages::context::{Context, partial_view};
use crate::pages::values::AgencyLink;
use crate::progress::{Responsible, TaskProgress};
use crate::vocabulary::agencies;

/// Who leads a task: first the agency that the plan names, then who may have taken its place.
pub(crate) fn leads(here: Context<'_>, task: &TaskProgress<'_>) -> Vec<AgencyLink> {
    let with_share = |responsible: &Responsible<'_>| {
        let mut link = lead(here, task.plan.issued, responsible, true);
        let named = responsible.named_by_plan();
        if let Some(share) = named.and_then(|id| task.task.shares.get(id)) {
            link.note = Some(match link.note {
                Some(note) => agencies::share_and(share, note),
                None => share.to_string(),
            });
        }
        link
    };
    task.responsible.iter().map(with_share).collect()
}

/// The same in few words: without shares, and without the documents by which somebody took a place.
pub(crate) fn leads_in_brief(here: Context<'_>, task: &TaskProgress<'_>) -> Vec<AgencyLink> {
    let responsible = task.responsible.iter();
    responsible.map(|responsible| lead(here, task.plan.issued, responsible, false)).collect()
}

fn lead(
    here: Context<'_>,
    issued: Date,
    responsible: &Responsible<'_>,
    with_basis: bool,
) -> AgencyLink {
    let name_of = |id: &AgencyId| here.site().agency(id).name_on(here.as_of()).full.clone();
    match responsible {
        Responsible::Agency { id } => here.agency(id),
        Responsible::Inherited { id, from, via } => {
            let mut link = here.agency_then(from, issued);
            let to = name_of(id);
            let last = via.last();
            // That the agency was succeeded is on record; that this task went with it is not.
            link.note =
                Some(match last.map(|it| (it.date, it.basis.as_ref().filter(|_| with_basis))) {
                    Some((date, Some(basis))) => {
                        agencies::perhaps_now_since_by(to, partial_view(date).short, basis)
                    }
                    Some((date, None)) => agencies::perhaps_now_since(to, partial_view(date).short),
                    None => agencies::perhaps_now(to),
                });
            link
        }
        Responsible::HandedOver { id, from, event } => {
            let mut link = here.agency_then(from, issued);
            link.note = Some(match event.basis.as_ref().filter(|_| with_basis) {
                Some(basis) => agencies::now_by(name_of(id), basis),
                None => agencies::now_without_basis(name_of(id)),
            });
            link
        }
        Responsible::Assigned { id, event } => {
            let mut link = here.agency(id);
            link.note = Some(match &event.basis {
                Some(basis) => agencies::assigned_by(basis),
                None => agencies::assigned().to_owned(),
            });
            link
        }
        Responsible::Group { id, .. } => here.group(id),
        Responsible::Unresolved { id, .. } => {
            let mut link = here.agency(id);
            link.note = Some(agencies::unresolved().to_owned());
            link
        }
        Responsible::Ended { id } => {
            let mut link = here.agency(id);
            link.note = Some(agencies::ended_without_word().to_owned());
            link
        }
    }
}
