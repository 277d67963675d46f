//! The stages of a run by name, and how a run tells where it is.
//!
//! In: what each stage had to do. Out: calls of a [`Follower`], who may look at a clock; nothing here does, so that
//! no time reaches a file.

use std::fmt::Debug;

/// A stage of a build, in the order in which stages begin; two may run beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The published folder is looked at, and a new one made beside it.
    Open,
    /// Files are read.
    Read,
    /// Documents are made of them.
    Parse,
    /// The site is put together and its references resolved.
    Model,
    /// What is true on the date of the figures.
    Progress,
    /// The rules.
    Check,
    /// Templates and assets are loaded.
    Theme,
    /// The search index.
    Search,
    /// Open data.
    Exports,
    /// What is published as it is: assets, copies of sources, evidence; the files of the search index.
    Copies,
    /// Every page, from its view to the sink.
    Pages,
    /// The links of all pages.
    Links,
    /// The new folder takes the old one's place.
    Publish,
}

impl Stage {
    /// All stages.
    pub const ALL: [Stage; 13] = [
        Stage::Open,
        Stage::Read,
        Stage::Parse,
        Stage::Model,
        Stage::Progress,
        Stage::Check,
        Stage::Theme,
        Stage::Search,
        Stage::Exports,
        Stage::Copies,
        Stage::Pages,
        Stage::Links,
        Stage::Publish,
    ];
}

/// What a stage had to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Things of the stage's own kind: files, tasks, pages.
    pub count: usize,
    /// The bytes of them, where the stage reads or makes files.
    pub bytes: Option<u64>,
}

impl Work {
    /// So many things, without bytes of their own.
    pub fn of(count: usize) -> Self {
        Self { count, bytes: None }
    }

    /// Files of these sizes.
    pub fn files(sizes: impl IntoIterator<Item = usize>) -> Self {
        let (mut count, mut bytes) = (0, 0);
        for size in sizes {
            count += 1;
            bytes += size as u64;
        }
        Self { count, bytes: Some(bytes) }
    }
}

/// Who is told when stages begin and end.
pub trait Follower: Debug + Send + Sync {
    /// A stage begins.
    fn begins(&self, stage: Stage);
    /// A stage is done.
    fn ends(&self, stage: Stage, work: Work);
}
