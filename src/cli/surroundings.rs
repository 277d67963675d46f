//! What a command is given besides its arguments, and how it ends.

use std::process::ExitCode;
use std::sync::Arc;

use jiff::civil::Date;

use super::args::InputArgs;
use crate::pipeline::{Drafts, Request, Watch};
use crate::source::Roots;

/// How a command ended; part of the contract with scripts.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// Content or theme has errors.
    Problems,
    /// The command line is wrong.
    Usage,
    /// The disk, a permission, a port.
    Environment,
    /// Ctrl-C.
    Interrupted,
}

impl Exit {
    /// How the command ends where this came first: a fault of the machine is never outdone.
    pub(super) fn then(self, next: Exit) -> Exit {
        if self == Exit::Environment { self } else { next }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(match exit {
            Exit::Done => 0,
            Exit::Problems => 1,
            Exit::Usage => 2,
            Exit::Environment => 3,
            Exit::Interrupted => 130,
        })
    }
}

/// What a command cannot know by itself.
pub struct Surroundings {
    /// Today in Viet Nam.
    pub today: Date,
    /// The user's home, which a build must not touch.
    pub home: Option<std::path::PathBuf>,
    /// The folder that the command was started in.
    pub here: std::path::PathBuf,
    /// Ends a running build from outside.
    pub watch: Arc<Watch>,
}

/// The request that the arguments make.
pub(super) fn request(arguments: &InputArgs, surroundings: &Surroundings) -> Request {
    Request {
        roots: Roots { content: arguments.content.clone(), themes: arguments.themes.clone() },
        as_of: arguments.as_of,
        today: surroundings.today,
        base_url: arguments.base_url.clone(),
        strict: arguments.strict,
        drafts: Drafts::LeftOut,
    }
}
