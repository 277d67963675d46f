//! Problems in content and themes, told to people.
//!
//! In: what the stages noticed, as values with a [`Place`]. Out: sorted messages in Vietnamese for a
//! terminal, a program (JSON, SARIF) or a forge (GitHub annotations). Knows no stage; every wording
//! stands in [`catalog`].

pub mod catalog;
pub mod github;
pub mod json;
mod locate;
mod remembered;
pub mod sarif;
pub mod terminal;
mod visible;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

pub use locate::{Located, Locator, Shown, Spot, acknowledged, sorted};
pub use remembered::Recorded;

pub use crate::source::place::{At, KeyPath, Place, Root, SourcePath, Sources};

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is published.
    Error,
    /// Published, unless `--strict`.
    Warning,
    /// Worth knowing.
    Info,
}

/// One rule of the content or the theme: its code and what `explain` tells of it.
#[derive(Debug)]
pub struct Rule {
    /// Stable code, such as `CK110`.
    pub code: &'static str,
    /// How grave a breach is, where the constructor does not say otherwise.
    pub severity: Severity,
    /// The rule in one line.
    pub title: &'static str,
    /// Why the rule is there, and where it comes from.
    pub why: &'static str,
    /// How to mend a breach.
    pub mend: &'static str,
    /// A faulty passage of content, as an editor might write it.
    pub example: &'static str,
}

/// One problem, at one place.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub rule: &'static Rule,
    /// How grave this breach is.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What is wrong, one Vietnamese sentence with the values at hand.
    pub what: String,
    /// How to mend this very breach; the rule's own advice where empty.
    pub help: Vec<String>,
    /// Other places that belong to it, each with what it shows.
    pub related: Vec<(Place, String)>,
}

impl Diagnostic {
    /// A breach of `rule` at `place`, as grave as the rule says.
    pub fn new(rule: &'static Rule, place: Place, what: impl Into<String>) -> Self {
        let severity = rule.severity;
        Self { rule, severity, place, what: what.into(), help: Vec::new(), related: Vec::new() }
    }

    /// The same problem with another gravity.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The same problem with a piece of advice, if there is one.
    #[must_use]
    pub fn help(mut self, help: impl Into<Option<String>>) -> Self {
        self.help.extend(help.into());
        self
    }

    /// The same problem with another place that belongs to it.
    #[must_use]
    pub fn related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push((place, label.into()));
        self
    }
}

/// So many problems of one rule and gravity are kept of one file: nobody mends more at once, and a file that
/// breaks a rule at every character must not cost a message for each.
pub const MOST_TOLD: usize = 100;

/// A note that an editor has looked at and found right.
#[derive(Clone, Debug)]
pub struct Acknowledged {
    /// The note.
    pub diagnostic: Diagnostic,
    /// Why it is right, in the editor's words.
    pub reason: String,
}

/// All problems of a run.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    acknowledged: Vec<Acknowledged>,
    counts: BTreeMap<(&'static str, Severity, SourcePath), usize>,
}

impl Diagnostics {
    /// Adds a problem, unless its file has [`MOST_TOLD`] of the same rule and gravity already.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let key = (diagnostic.rule.code, diagnostic.severity, diagnostic.place.file.clone());
        let count = self.counts.entry(key).or_default();
        if *count < MOST_TOLD {
            *count += 1;
            self.list.push(diagnostic);
        }
    }

    /// Adds all problems of `other`.
    pub fn append(&mut self, other: Diagnostics) {
        other.list.into_iter().for_each(|diagnostic| self.push(diagnostic));
        self.acknowledged.extend(other.acknowledged);
    }

    /// Takes the notes and warnings that are meant off the list, since an editor has looked at them; tells how
    /// many. Errors stay.
    pub fn acknowledge(&mut self, reason: &str, is_meant: impl Fn(&Diagnostic) -> bool) -> usize {
        let taken = self
            .list
            .extract_if(.., |one| one.severity != Severity::Error && is_meant(one))
            .map(|diagnostic| Acknowledged { diagnostic, reason: reason.to_owned() });
        let before = self.acknowledged.len();
        self.acknowledged.extend(taken);
        self.acknowledged.len() - before
    }

    /// What editors have looked at and found right.
    pub fn acknowledged(&self) -> &[Acknowledged] {
        &self.acknowledged
    }

    /// The problems, in the order in which they were noticed.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// Keeps those problems of which `keep` says so.
    pub fn retain(&mut self, keep: impl Fn(&Diagnostic) -> bool) {
        self.list.retain(keep);
    }

    /// Takes the problems out, in the order in which they were noticed.
    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.list
    }

    /// How many problems have this gravity.
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|d| d.severity == severity).count()
    }

    /// "1 lỗi, 2 cảnh báo, 3 lưu ý", without what there is none of.
    pub fn counts(&self) -> String {
        let kinds =
            [(Severity::Error, "lỗi"), (Severity::Warning, "cảnh báo"), (Severity::Info, "lưu ý")];
        let counts: Vec<String> = kinds
            .map(|(severity, word)| (self.count(severity), word))
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        if counts.is_empty() { "không có vấn đề".to_owned() } else { counts.join(", ") }
    }

    /// Turns every warning into an error (`--strict`).
    pub fn make_strict(&mut self) {
        for diagnostic in &mut self.list {
            if diagnostic.severity == Severity::Warning {
                diagnostic.severity = Severity::Error;
            }
        }
    }

    /// Breaks off where an error is among the problems.
    pub fn stop_on_errors(&self) -> ControlFlow<()> {
        if self.count(Severity::Error) > 0 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}
