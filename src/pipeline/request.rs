//! What a run is asked for, and how it is watched.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::stages::{Follower, Stage, Work};
use crate::model::Settings;
use crate::source::Roots;
use crate::text::SiteAddress;

/// What a command asks for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The folders to read.
    pub roots: Roots,
    /// The as-of date that the command line chose.
    pub as_of: Option<Date>,
    /// Today in Viet Nam, for a site that names no date.
    pub today: Date,
    /// The address that the command line chose.
    pub base_url: Option<SiteAddress>,
    /// Whether warnings are errors.
    pub strict: bool,
    /// What becomes of documents that are not signed yet.
    pub drafts: Drafts,
}

/// What becomes of documents that are not signed yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Drafts {
    /// They are left out: what is made may be published.
    #[default]
    LeftOut,
    /// They are proved like the rest and named: nothing is published, and pages are made only where they might bring a
    /// problem that is not told before.
    Judged,
    /// They are shown, marked as drafts: what is made is looked at only.
    Shown,
}

impl Request {
    /// The as-of date of a site: what the command line chose, else what the site names, else today.
    pub fn as_of_in(&self, settings: &Settings) -> Date {
        self.as_of.or(settings.as_of).unwrap_or(self.today)
    }
}

/// What a run tells while it lasts, and whether it should go on.
#[derive(Debug, Default)]
pub struct Watch {
    /// Pages to render; 0 until they are counted.
    pub pages: AtomicUsize,
    /// Pages rendered so far.
    pub done: AtomicUsize,
    /// Set from outside to end the run.
    pub interrupted: AtomicBool,
    /// A person is asked and nothing is being written: whoever ends the run need not wait for it.
    pub asking: AtomicBool,
    /// Who is told of every stage.
    pub follower: OnceLock<Arc<dyn Follower>>,
}

/// A stage that runs; one that is dropped without [`Running::done`] broke off, and is not told as done.
#[must_use]
pub struct Running<'a> {
    watch: &'a Watch,
    stage: Stage,
}

impl Watch {
    /// Does what asks a person and writes nothing.
    pub fn ask<T>(&self, ask: impl FnOnce() -> T) -> T {
        self.asking.store(true, Ordering::SeqCst);
        let answer = ask();
        self.asking.store(false, Ordering::SeqCst);
        answer
    }

    /// Says that a stage begins.
    pub fn begin(&self, stage: Stage) -> Running<'_> {
        if let Some(follower) = self.follower.get() {
            follower.begins(stage);
        }
        Running { watch: self, stage }
    }
}

impl Running<'_> {
    /// Says that the stage is done.
    pub fn done(self, work: Work) {
        if let Some(follower) = self.watch.follower.get() {
            follower.ends(self.stage, work);
        }
    }
}
