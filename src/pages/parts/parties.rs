//! Who answers for a task.
//!
//! In: a task on the page's date. Out: links to agencies and groups, each with how it came to answer.

use crate::model::AgencyId;
use crate::pages::context::{Context, partial_view};
use crate::pages::values::AgencyLink;
use crate::progress::{Responsible, TaskProgress};

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
            let basis = last.and_then(|change| change.basis.as_ref());
            let basis = basis.map(|basis| format!(", theo {basis}")).unwrap_or_default();
            let day = last.map(|change| format!(", từ {}{basis}", partial_view(change.date).short));
            link.note = Some(format!("kế thừa từ {}{}", name_of(from), day.unwrap_or_default()));
            link
        }
        Responsible::HandedOver { id, from, event } => {
            let mut link = here.agency(id);
            let basis =
                event.basis.as_ref().map(|basis| format!(", theo {basis}")).unwrap_or_default();
            link.note = Some(format!("nhận từ {}{basis}", name_of(from)));
            link
        }
        Responsible::Group { id, .. } => here.group(id),
        Responsible::Unresolved { id, .. } => {
            let mut link = here.agency(id);
            link.note =
                Some("đã kết thúc hoạt động, chưa rõ cơ quan kế thừa nhiệm vụ này".to_owned());
            link
        }
        Responsible::Ended { id } => {
            let mut link = here.agency(id);
            link.note =
                Some("đã kết thúc hoạt động, chưa có thông tin về cơ quan kế thừa".to_owned());
            link
        }
    }
}
