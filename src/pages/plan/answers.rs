//! The first screen of a task: done or not, who was given it, what proves it, when.
//!
//! In: an open task on the page's date. Out: four short answers. Only a piece behind a word of completion, on which
//! somebody can lay a hand, is proof; what stands behind any other word is called its source.

use serde::Serialize;

use crate::model::{Event, Evidence, Piece, Plan};
use crate::pages::context::{Context, host, partial_view, runs};
use crate::pages::parts::parties;
use crate::pages::plan::passage;
use crate::pages::values::{AgencyLink, Link, Reference, Run};
use crate::parse::Verbatim;
use crate::paths;
use crate::progress::{Disclosed, Standing, State, TaskProgress, Word, proves};
use crate::text::lowered;
use crate::vocabulary::answers as words;
use crate::vocabulary::cut;
use crate::vocabulary::dates::limit;

/// The answers to the four questions; of a restricted task the first only.
#[derive(Clone, Debug, Serialize)]
pub struct Answers {
    /// Whether it is done, in a few words.
    pub done: &'static str,
    /// Whether the sentence beside it says all that the label of the standing does.
    pub is_told: bool,
    /// The agency or group that the plan names first, with who may stand in its place.
    pub lead: Option<AgencyLink>,
    /// The others, by name.
    pub others: Vec<AgencyLink>,
    /// What the plan says where it names nobody.
    pub nobody: Option<Vec<Run>>,
    /// What proves it.
    pub proof: ProofView,
    /// The time that the plan names, or the deadline in force.
    pub time: Vec<Run>,
    /// How that is read, or by which document it was set.
    pub time_note: Option<String>,
}

/// What proves where a task stands, in a line.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ProofView {
    /// What the piece is, where it is no proof; or that there is none.
    pub said: Option<String>,
    /// The piece.
    pub piece: Option<Reference>,
    /// Whose it is, where it lies, whether a copy is kept.
    pub about: Option<String>,
    /// The copy on this site.
    pub copy: Option<Link>,
    /// Whether there are other pieces further down.
    pub has_more: bool,
}

/// How many words of a piece's title stand in the first screen.
const BRIEF: usize = 8;

/// The answers of an open task.
///
/// `reading` is how the words of its time are read, `in_results` whether its results have times of their own.
pub(crate) fn of(
    here: Context<'_>,
    task: &TaskProgress<'_>,
    reading: Option<String>,
    in_results: bool,
) -> Answers {
    let quoted = |words: &Verbatim| {
        let lines = passage::quoted(here, Disclosed::Open(task), words.quoted());
        lines.join(&Run::space())
    };
    let mut leads = parties::leads_in_brief(here, task).into_iter();
    let lead = leads.next();
    let words_of_leads = task.task.leads.verbatim.as_ref();
    let (time, time_note) = match (&task.timing.deadline, &task.task.time.verbatim) {
        (Some(deadline), _) => {
            let basis = task.timing.moves.last().and_then(|event| event.basis.as_deref());
            (runs(&words::deadline(limit(deadline))), basis.map(words::by_document))
        }
        (None, Some(verbatim)) => (in_quotes(quoted(verbatim)), reading),
        (None, None) if in_results => (runs(words::times_of_results()), None),
        (None, None) => (runs(words::no_time()), None),
    };
    let is_confirmed = !matches!(task.state, State::ReportedDone { .. });
    let done = words::head(task.standing.kind(), task.old_word.is_some(), is_confirmed);
    Answers {
        is_told: words::is_silent(task.standing.kind()),
        done,
        nobody: words_of_leads.filter(|_| lead.is_none()).map(quoted),
        lead,
        others: leads.collect(),
        proof: proof(here, task),
        time,
        time_note,
    }
}

/// What may be said of a restricted task: where it stands.
pub(crate) fn of_restricted(here: Context<'_>, task: Disclosed<'_>) -> Answers {
    let is_confirmed = here.site().settings.confirmation_required;
    let done = words::head(task.kind(), false, is_confirmed);
    Answers {
        is_told: words::is_silent(task.kind()),
        done,
        lead: None,
        others: Vec::new(),
        nobody: None,
        proof: ProofView::default(),
        time: Vec::new(),
        time_note: None,
    }
}

/// What the last word is, of a task whose standing has no sentence of its own.
pub(crate) fn last_word(task: &TaskProgress<'_>) -> Option<String> {
    let word = task.word?;
    let told = partial_view(word.event.happened).short;
    Some(words::last_word(told, lowered(word.event.kind.name().label())))
}

fn in_quotes(mut quoted: Vec<Run>) -> Vec<Run> {
    let mark = |text: &str| Run { text: text.to_owned(), whole: false, note: None };
    quoted.insert(0, mark(words::opening()));
    quoted.push(mark(words::closing()));
    quoted
}

fn proof(here: Context<'_>, task: &TaskProgress<'_>) -> ProofView {
    let pieces = |events: &[&Event]| -> usize {
        let evidence = events.iter().flat_map(|event| &event.evidence);
        evidence.filter(|piece| piece.public().is_some()).count()
    };
    let mut proof = match task.standing {
        Standing::Confirmed(_) | Standing::ReportedDone | Standing::PartlyDone => {
            of_completion(here, task)
        }
        Standing::Cancelled | Standing::CarriedOver => of_end(here, task),
        Standing::Ongoing | Standing::Turns => of_word(here, task, words::source_of_last_word()),
        _ => of_word(here, task, words::source_of_word()),
    };
    proof.has_more = pieces(&task.events) > usize::from(proof.piece.is_some());
    proof
}

/// The newest proof of a completion, else what only tells of it.
fn of_completion(here: Context<'_>, task: &TaskProgress<'_>) -> ProofView {
    let events: Vec<&Event> = task.completions().collect();
    if events.is_empty() && task.task.has_results {
        return said(words::by_results());
    }
    let public =
        || events.iter().rev().flat_map(|event| &event.evidence).filter_map(Evidence::public);
    let is_reported = task.standing == Standing::ReportedDone;
    if let Some(piece) = public().find(|piece| proves(piece)) {
        let view = shown(here, task.plan, piece);
        return match is_reported {
            true => ProofView { said: Some(words::beside_report().to_owned()), ..view },
            false => view,
        };
    }
    match public().next() {
        Some(piece) => {
            ProofView { said: Some(words::only_told().to_owned()), ..shown(here, task.plan, piece) }
        }
        None => missing(&events, words::no_proof()),
    }
}

/// What a task ended by, that was not done.
fn of_end(here: Context<'_>, task: &TaskProgress<'_>) -> ProofView {
    let Some(Word { event }) = task.word else { return said(words::no_proof()) };
    match (&event.basis, event.evidence.iter().find_map(Evidence::public)) {
        (Some(basis), _) => ProofView {
            said: Some(words::basis().to_owned()),
            piece: Some(here.basis(basis)),
            ..ProofView::default()
        },
        (None, Some(piece)) => {
            ProofView { said: Some(words::basis().to_owned()), ..shown(here, task.plan, piece) }
        }
        (None, None) => missing(&[event], words::no_source()),
    }
}

/// What stands behind the last word, which proves no completion.
fn of_word(here: Context<'_>, task: &TaskProgress<'_>, lead: &str) -> ProofView {
    let Some(Word { event }) = task.word else { return said(words::no_proof()) };
    match event.evidence.iter().find_map(Evidence::public) {
        Some(piece) => ProofView { said: Some(lead.to_owned()), ..shown(here, task.plan, piece) },
        None => missing(&[event], words::no_source()),
    }
}

/// Why nothing is shown: it may not be, or it is not there.
fn missing(events: &[&Event], nothing: &str) -> ProofView {
    let evidence = events.iter().rev().flat_map(|event| &event.evidence);
    let mut withheld = evidence.filter_map(|piece| match piece {
        Evidence::Withheld { reason } => Some(words::withheld(reason)),
        Evidence::Public(_) => None,
    });
    said(withheld.next().as_deref().unwrap_or(nothing))
}

fn said(words: &str) -> ProofView {
    ProofView { said: Some(words.to_owned()), ..ProofView::default() }
}

fn shown(here: Context<'_>, plan: &Plan, piece: &Piece) -> ProofView {
    let kind = piece.kind.label();
    let named = match &piece.number {
        Some(number) => words::piece(kind, number),
        None => cut::to(BRIEF, &piece.title),
    };
    let named = match piece.date {
        Some(date) => words::dated(named, partial_view(date).short),
        None => named,
    };
    let copy = piece
        .file
        .as_ref()
        .map(|name| here.link(&paths::file_of_plan(&plan.id, name), words::kept()));
    let whose = match &piece.issuer {
        Some(issuer) => words::of(issuer),
        None => words::of_nobody().to_owned(),
    };
    let mut about = vec![whose];
    about.extend(piece.url.as_ref().map(|url| words::lies_on(&host(url))));
    match (&piece.url, &copy) {
        (_, Some(_)) => {}
        (Some(_), None) => about.push(words::not_kept().to_owned()),
        (None, None) => about.push(words::no_address().to_owned()),
    }
    if piece.number.is_none() {
        about.insert(0, lowered(kind));
    }
    ProofView {
        said: None,
        piece: Some(Reference {
            text: named,
            href: piece.url.clone().or_else(|| copy.as_ref().map(|copy| copy.href.clone())),
        }),
        about: Some(about.join("; ")),
        copy,
        has_more: false,
    }
}
