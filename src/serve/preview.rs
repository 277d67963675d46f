//! The site as it is shown: the last good files, and what stands in the way of newer ones.
//!
//! In: what one build gave. Out: a [`Preview`], which never changes; the next one takes its place. The only
//! caller of the pipeline in `serve`.

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;

use super::changes::{Changes, History};
use crate::diagnostic::{sorted, terminal};
use crate::output::{InMemory, MemorySink};
use crate::pipeline::{self, Drafts, Memory, Outcome, Request, RunError, Watch};
use crate::releases::Facts;
use crate::source::SourceTree;

/// Columns of the problems on a page.
const WIDTH: usize = 80;

/// What a build gave.
pub struct Build {
    /// What the pipeline found.
    pub outcome: Outcome,
    /// The finished files; not all of them where the outcome is not complete.
    pub site: Arc<InMemory>,
}

/// What builds into memory, time and again, and remembers what it can use once more.
///
/// `published` are the facts that were published last, to tell what is new against them.
pub fn builder(
    request: Request,
    watch: Arc<Watch>,
    published: Option<Arc<Facts>>,
) -> impl FnMut(Option<SourceTree>) -> Result<Build, RunError> + Send {
    let request = Request { drafts: Drafts::Shown, ..request };
    let mut remembered = None;
    move |tree| {
        // Taken out meanwhile: what a build remembered that panicked is never used again.
        let (memory, before): (Memory, Arc<InMemory>) = remembered.take().unwrap_or_default();
        let memory = memory.against(published.clone());
        let sink = MemorySink::after(Arc::clone(&before));
        let outcome = match tree {
            Some(tree) => pipeline::run_on(tree, &request, &sink, &watch, &memory),
            None => pipeline::run_again(&request, &sink, &watch, &memory),
        };
        let site = Arc::new(sink.into_site());
        // A build that came to no page leaves nothing to go on from.
        let last = if site.has_parts() { Arc::clone(&site) } else { before };
        remembered = Some((memory, last));
        Ok(Build { outcome: outcome?, site })
    }
}

/// How a build ended.
pub(super) enum Attempt {
    /// The pipeline came to its end, with or without problems.
    Ended(Box<Outcome>, Arc<InMemory>),
    /// The machine refused, and why; it may do so no more in a moment.
    Refused(Trouble),
    /// The program itself failed, and why.
    Failed(Trouble),
    /// Somebody wants to stop.
    Interrupted,
}

impl Attempt {
    /// Runs a build, and survives it.
    pub(super) fn of(
        build: &mut impl FnMut(Option<SourceTree>) -> Result<Build, RunError>,
        tree: Option<SourceTree>,
    ) -> Self {
        // What a panicking build leaves half done is its own and dropped; the pages shown are not touched.
        match panic::catch_unwind(AssertUnwindSafe(|| build(tree))) {
            Ok(Ok(Build { outcome, site })) => Attempt::Ended(Box::new(outcome), site),
            Ok(Err(RunError::Interrupted)) => Attempt::Interrupted,
            Ok(Err(error)) => Attempt::Refused(Trouble::of_machine(&error.to_string())),
            Err(payload) => Attempt::Failed(Trouble::of_program(&message(&*payload))),
        }
    }

    pub(super) fn outcome(&self) -> Option<&Outcome> {
        match self {
            Attempt::Ended(outcome, _) => Some(outcome),
            Attempt::Refused(_) | Attempt::Failed(_) | Attempt::Interrupted => None,
        }
    }

    /// Whether the same files may be built in a moment that could not be built now.
    pub(super) fn may_be_repeated(&self) -> bool {
        match self {
            Attempt::Refused(_) => true,
            Attempt::Ended(..) | Attempt::Failed(_) | Attempt::Interrupted => false,
        }
    }

    fn trouble(&self) -> Option<Trouble> {
        match self {
            Attempt::Ended(outcome, _) => Trouble::of(outcome),
            Attempt::Refused(trouble) | Attempt::Failed(trouble) => Some(trouble.clone()),
            Attempt::Interrupted => None,
        }
    }

    /// What is new on each page of a good build.
    fn fresh(&self) -> Option<&Fresh> {
        self.good()?;
        self.outcome().map(|outcome| &outcome.fresh)
    }

    /// The site and the path below which it stands, where all of it is there.
    fn good(&self) -> Option<(&Arc<InMemory>, &str)> {
        match self {
            Attempt::Ended(outcome, site) if outcome.complete => Some((site, &outcome.base_path)),
            _ => None,
        }
    }
}

/// What a build complained of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What there is, such as "1 lỗi, 2 cảnh báo".
    pub counts: String,
    /// All of it, as a terminal would show it without colours.
    pub text: String,
    /// Whether it kept new pages from being shown.
    pub blocking: bool,
}

impl Trouble {
    fn of(outcome: &Outcome) -> Option<Self> {
        let mut problems = sorted(&outcome.problems, &outcome.tree);
        // What keeps the pages back comes first; within it the order of files stays.
        problems.sort_by_key(|problem| problem.diagnostic.severity);
        if problems.is_empty() {
            return None;
        }
        Some(Self {
            counts: outcome.problems.counts(),
            text: terminal::render(&problems, &outcome.tree, terminal::Style::Plain, WIDTH),
            blocking: !outcome.complete,
        })
    }

    fn of_machine(message: &str) -> Self {
        Self {
            counts: "lỗi máy".to_owned(), text: format!("lỗi máy: {message}\n"), blocking: true
        }
    }

    fn of_program(message: &str) -> Self {
        let text = format!(
            "Công cụ dừng giữa chừng vì lỗi của chính nó, không phải của nội dung:\n\n    {message}\n\nHãy gửi dòng trên cùng tệp vừa sửa cho người làm công cụ. Lần lưu sau, công cụ dựng lại từ đầu.\n"
        );
        Self { counts: "lỗi của công cụ".to_owned(), text, blocking: true }
    }
}

fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().copied();
    let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("không rõ lý do").to_owned()
}

/// What is shown from one build to the next.
#[derive(Debug)]
pub(super) struct Preview {
    /// Counts the previews of a session.
    pub(super) generation: u64,
    /// The path below which the site stands; begins and ends in `/`.
    pub(super) base_path: String,
    /// The files of the last good build; none where there was none yet.
    pub(super) site: Arc<InMemory>,
    /// What the last build complained of.
    pub(super) trouble: Option<Trouble>,
    pub(super) history: History,
    /// What is new on each page against what was published.
    pub(super) fresh: Fresh,
}

/// Lines by page.
pub(super) type Fresh = BTreeMap<String, Vec<String>>;

impl Preview {
    /// The first of a session.
    pub(super) fn first(attempt: &Attempt) -> Self {
        let (site, base_path) = attempt.good().map_or_else(
            || (Arc::default(), "/".to_owned()),
            |(site, base_path)| (Arc::clone(site), base_path.to_owned()),
        );
        let trouble = attempt.trouble();
        let fresh = attempt.fresh().cloned().unwrap_or_default();
        Self { generation: 1, base_path, site, trouble, history: History::default(), fresh }
    }

    /// The next one, and how many files differ; none where nothing does.
    pub(super) fn after(&self, attempt: &Attempt) -> (Option<Self>, usize) {
        let (site, base_path) = attempt.good().unwrap_or((&self.site, &self.base_path));
        let trouble = attempt.trouble();
        let changes = Changes::between(&self.site.files, &site.files);
        let moved = base_path != self.base_path;
        if changes.is_empty() && trouble == self.trouble && !moved {
            return (None, 0);
        }
        let generation = self.generation + 1;
        let mut history = self.history.clone();
        history.add(generation, &changes);
        let next = Self {
            generation,
            base_path: base_path.to_owned(),
            site: Arc::clone(site),
            trouble,
            history,
            fresh: attempt.fresh().unwrap_or(&self.fresh).clone(),
        };
        (Some(next), changes.len())
    }

    /// What the band says beside its first words; nothing where all is well.
    pub(super) fn complaint(&self) -> String {
        match &self.trouble {
            None => String::new(),
            Some(trouble) if !trouble.blocking => format!("Có {}.", trouble.counts),
            Some(trouble) if self.site.files.is_empty() => {
                format!("Chưa dựng được: {}.", trouble.counts)
            }
            Some(trouble) => {
                format!("Có {}; đang hiện bản tốt gần nhất.", trouble.counts)
            }
        }
    }

    /// Whether newer pages are kept back.
    pub(super) fn is_blocked(&self) -> bool {
        self.trouble.as_ref().is_some_and(|trouble| trouble.blocking)
    }
}
