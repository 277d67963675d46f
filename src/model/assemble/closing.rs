//! References to what is faulty.
//!
//! In: the site as far as it could be assembled. Out: the same, closed: every id in it leads somewhere, so
//! that the stages after it may go on and tell the rest. What is faulty was told, and nothing of such a
//! site is published.

use std::collections::{BTreeMap, BTreeSet};

use super::names::Names;
use crate::model::{
    Agency, AgencyId, Branch, Contact, CorrectionTarget, Destination, EventKind, Group, GroupId,
    Members, Name, PlanId, Record, RelationTarget, Span, TaskNumber,
};
use crate::source::ContentFile;

/// Puts something bare in place of faulty agencies and groups, and drops references to faulty plans and tasks.
pub(super) fn close(record: &mut Record, names: &Names<'_>) {
    let Record { site, logs } = record;
    for id in &names.agencies {
        site.agencies.entry(AgencyId::new(id)).or_insert_with(|| bare_agency(id));
    }
    for id in &names.groups {
        site.groups.entry(GroupId::new(id)).or_insert_with(|| bare_group(id));
    }
    let known: BTreeMap<PlanId, BTreeSet<TaskNumber>> =
        logs.iter().map(|(id, log)| (id.clone(), log.tasks.keys().cloned().collect())).collect();
    for plan in site.plans.values_mut() {
        plan.relations.retain(|relation| match &relation.target {
            RelationTarget::Plan(id) => known.contains_key(id),
            RelationTarget::Document(_) => true,
        });
    }
    for (id, log) in logs {
        let own = &known[id];
        log.corrections.retain(|correction| match &correction.target {
            CorrectionTarget::Task(number) => own.contains(number),
            CorrectionTarget::Node(_) | CorrectionTarget::Plan | CorrectionTarget::Site => true,
        });
        for task in log.tasks.values_mut() {
            task.depends_on.retain(|number| own.contains(number));
            for event in &mut task.events {
                if let EventKind::CarriedOver(destination) = &mut event.kind {
                    leave(destination, &known);
                }
            }
        }
    }
}

/// Names a destination that is not in the site by its words.
fn leave(destination: &mut Destination, known: &BTreeMap<PlanId, BTreeSet<TaskNumber>>) {
    if let Destination::Here(plan, number) = destination {
        let tasks = known.get(plan);
        let is_known =
            tasks.is_some_and(|tasks| number.as_ref().is_none_or(|number| tasks.contains(number)));
        if !is_known {
            let number = number.as_ref().map(ToString::to_string);
            *destination = Destination::Elsewhere(plan.to_string(), number);
        }
    }
}

fn bare_agency(id: &str) -> Agency {
    Agency {
        id: AgencyId::new(id),
        branch: Branch::Administration,
        level: None,
        names: vec![Name { full: id.to_owned(), short: None, span: Span::default() }],
        aliases: Vec::new(),
        exists: Span::default(),
        contact: Contact::default(),
        sources: Vec::new(),
        notes: Vec::new(),
        source: ContentFile::Agency(id).path(),
    }
}

fn bare_group(id: &str) -> Group {
    Group {
        id: GroupId::new(id),
        name: id.to_owned(),
        aliases: Vec::new(),
        members: Members::Open,
        exists: Span::default(),
        note: None,
        sources: Vec::new(),
    }
}
