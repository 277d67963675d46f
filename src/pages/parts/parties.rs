//! Who answers for a task.
//!
//! In: a task on the page's date. Out: links to agencies and groups, each with how it came to answer.

use crate::model::AgencyId;
use crate::pages::context::{Context, partial_view};
use crate::pages::values::AgencyLink;
use crate::progress::{Responsible, TaskProgress};
use crate::vocabulary::agencies;

/// Who answers for a task on the page's date.
pub(crate) fn leads(here: Context<'_>, task: &TaskProgress<'_>) -> Vec<AgencyLink> {
    task.responsible.iter().map(|responsible| lead(here, responsible)).collect()
}

fn lead(here: Context<'_>, responsible: &Responsible<'_>) -> AgencyLink {
    let name_of = |id: &AgencyId| here.site().agency(id).last_name().full.clone();
    match responsible {
        Responsible::Agency { id } => here.agency(id),
        Responsible::Inherited { id, from, via } => {
            let mut link = here.agency(id);
            let last = via.last();
            let from = name_of(from);
            link.note = Some(match last.map(|change| (change.date, &change.basis)) {
                Some((date, Some(basis))) => {
                    agencies::inherited_since_by(from, partial_view(date).short, basis)
                }
                Some((date, None)) => agencies::inherited_since(from, partial_view(date).short),
                None => agencies::inherited(from),
            });
            link
        }
        Responsible::HandedOver { id, from, event } => {
            let mut link = here.agency(id);
            link.note = Some(match &event.basis {
                Some(basis) => agencies::handed_over_by(name_of(from), basis),
                None => agencies::handed_over(name_of(from)),
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
