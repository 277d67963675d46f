//! Who confirms a completion.
//!
//! In: the closed record. Out: the same, in which a confirmation by the lead itself has a kind of its own, since it
//! confirms nothing; and one by nobody is a fault (design: any-plan, §4).

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck124;
use crate::model::{
    Agency, AgencyId, Event, EventKind, Evidence, EvidenceKind, Leads, Members, Piece, Record,
    Reorganisation, ReorganisationKind, Site, Task,
};
use crate::text::fold::search_key;

/// Tells the confirmations of others from those of the lead itself.
pub(super) fn tell_apart(record: &mut Record, problems: &mut Diagnostics) {
    let Record { site, logs } = record;
    for log in logs.values_mut() {
        for task in log.tasks.values_mut() {
            let judged: Vec<_> = (0..task.events.len())
                .filter(|position| task.events[*position].kind == EventKind::Confirmed)
                .map(|position| {
                    let event = &task.events[position];
                    let withheld = log.withheld.iter().filter(|((number, index, _), _)| {
                        *number == task.number && *index == event.index
                    });
                    let withheld = withheld.map(|(_, piece)| piece);
                    (position, confirmer(site, task, event, withheld))
                })
                .collect();
            for (position, by) in judged {
                let event = &task.events[position];
                let (at, number) = (task.key(&event.key("loai")), task.number.as_str());
                match by {
                    Confirmer::Another => {}
                    Confirmer::Lead => {
                        problems.push(ck124::by_the_lead(at, number));
                        task.events[position].kind = EventKind::SelfConfirmed;
                    }
                    Confirmer::Unnamed => problems.push(ck124::by_nobody(at, number)),
                }
            }
        }
    }
}

/// Who stands behind a confirmation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Confirmer {
    /// Another agency than the lead, or a document of another.
    Another,
    /// The lead itself, another lead of the task, one that it came from or that came from it.
    Lead,
    /// Neither an agency nor a document whose issuer can be told.
    Unnamed,
}

fn confirmer<'a>(
    site: &'a Site,
    task: &'a Task,
    event: &'a Event,
    withheld: impl Iterator<Item = &'a Piece>,
) -> Confirmer {
    let own = own(site, task, event);
    let by_own = event.reporter.as_ref().is_some_and(|id| own.contains(id));
    if event.reporter.is_some() && !by_own {
        return Confirmer::Another;
    }
    let documents = event.evidence.iter().filter_map(Evidence::public).chain(withheld);
    let documents = documents
        .filter(|piece| piece.kind == EvidenceKind::Document)
        .map(|piece| (piece.issuer.as_deref(), piece.number.as_deref().unwrap_or_default()));
    let basis = event.basis.iter().map(|basis| (None, basis.as_str()));
    let issuers: Vec<_> = documents
        .chain(basis)
        .map(|(issuer, words)| match issuer {
            Some(issuer) if names_one(site, own.iter().copied(), issuer) => Confirmer::Lead,
            Some(_) => Confirmer::Another,
            None if names_one(site, own.iter().copied(), words) => Confirmer::Lead,
            None if names_one(site, site.agencies.keys(), words) => Confirmer::Another,
            None => Confirmer::Unnamed,
        })
        .collect();
    if issuers.contains(&Confirmer::Another) {
        Confirmer::Another
    } else if by_own || issuers.contains(&Confirmer::Lead) {
        Confirmer::Lead
    } else {
        Confirmer::Unnamed
    }
}

/// The leads of what the event speaks of, whoever led it before or after, and all that they came from or became.
fn own<'a>(site: &'a Site, task: &'a Task, event: &Event) -> BTreeSet<&'a AgencyId> {
    let leads: &Leads = event
        .sub_work
        .and_then(|position| task.sub_works[position].leads.as_ref())
        .unwrap_or(&task.leads);
    let mut own: BTreeSet<&AgencyId> = leads.agencies.iter().collect();
    for group in &leads.groups {
        if let Members::Listed(members) = &site.group(group).members {
            let there = |day| members.iter().filter(move |(_, span)| span.contains(day));
            own.extend(there(event.happened.first_day()).map(|(agency, _)| agency));
        }
    }
    for event in &task.events {
        if let EventKind::HandedOver { from, to } | EventKind::LeadChanged { from, to } =
            &event.kind
        {
            own.extend([from, to]);
        }
        if let EventKind::Assigned { to } = &event.kind {
            own.insert(to);
        }
    }
    let before = reached(site, &own, |change| (&change.to, &change.from));
    let after = reached(site, &own, |change| (&change.from, &change.to));
    own.extend(before);
    own.extend(after);
    own
}

/// All agencies that reorganisations lead to, one after another.
fn reached<'a>(
    site: &'a Site,
    start: &BTreeSet<&'a AgencyId>,
    ends: impl Fn(&'a Reorganisation) -> (&'a Vec<AgencyId>, &'a Vec<AgencyId>),
) -> BTreeSet<&'a AgencyId> {
    let mut known = start.clone();
    loop {
        let met = site
            .reorganisations
            .iter()
            .filter(|change| change.kind != ReorganisationKind::FunctionsMoved)
            .map(&ends)
            .filter(|(here, _)| here.iter().any(|id| known.contains(id)))
            .flat_map(|(_, there)| there);
        let size = known.len();
        known.extend(met.collect::<Vec<_>>());
        if known.len() == size {
            return known;
        }
    }
}

fn names_one<'a>(
    site: &Site,
    agencies: impl IntoIterator<Item = &'a AgencyId>,
    words: &str,
) -> bool {
    agencies.into_iter().any(|id| names(words, site.agency(id)))
}

/// Whether words name an agency: by a name that it had, another spelling, or its letters in a document's symbol.
fn names(words: &str, agency: &Agency) -> bool {
    let spaced = |text: &str| {
        let key = search_key(text);
        let syllables = key.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        format!(" {} ", syllables.collect::<Vec<_>>().join(" "))
    };
    let text = spaced(words);
    let full = agency.names.iter().flat_map(|name| [Some(&name.full), name.short.as_ref()]);
    let mut spellings = full.flatten().chain(&agency.aliases);
    spellings.any(|name| text.contains(&spaced(name)))
        || agency.names.iter().any(|name| {
            let letters = letters(&name.full);
            symbols(words).any(|symbol| letters.starts_with(&symbol))
        })
}

/// The first letters of a name, as the symbols of documents have them: STTTT of Sở Thông tin và Truyền thông.
fn letters(name: &str) -> String {
    let key = search_key(name);
    let words = key.split_whitespace().filter(|word| *word != "va");
    words.filter_map(|word| word.chars().next()).collect()
}

/// The issuers in symbols of documents: UBND of 12/TB-UBND.
fn symbols(words: &str) -> impl Iterator<Item = String> {
    words
        .split_whitespace()
        .filter_map(|word| word.split_once('/')?.1.split_once('-'))
        .flat_map(|(_, issuer)| issuer.split(|c: char| !c.is_alphanumeric()))
        .map(search_key)
        .filter(|symbol| symbol.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::{letters, symbols};

    #[test]
    fn a_symbol_tells_its_issuer_by_first_letters() {
        let found: Vec<_> =
            symbols("Thông báo số 12/TB-UBND ngày 3/4/2026; 7/2026/QĐ-STTTT-CNTT").collect();
        assert_eq!(found, ["ubnd", "stttt", "cntt"]);
        assert!(letters("Ủy ban nhân dân tỉnh Lam Giang").starts_with("ubnd"));
        assert_eq!(letters("Sở Thông tin và Truyền thông"), "stttt");
    }
}
