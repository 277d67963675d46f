//! What a file carries beside what it shows.

use std::collections::BTreeSet;

/// Something that whoever publishes a file may not know of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Carried {
    /// The name of who wrote or last saved it.
    Author(String),
    /// Notes in the margin.
    Comments,
    /// Words that were taken out or put in, with who did it.
    TrackedChanges,
    /// Where a photo was taken.
    Location,
    /// A small picture of an earlier state.
    Thumbnail,
    /// The number of the camera that took it.
    Camera(String),
    /// A program that runs when the file is opened.
    Script,
    /// Files within the file.
    Files,
    /// Sheets or words that are not shown.
    Hidden,
    /// An earlier state of the whole file.
    Earlier,
    /// What programs and cameras noted.
    Notes,
    /// What cannot be looked into.
    Unknown,
}

/// What was seen in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// What it carries.
    pub carried: BTreeSet<Carried>,
    /// Whether it bears an electronic signature, which any change would break.
    pub is_signed: bool,
    /// Whether nobody can open it without a password.
    pub is_locked: bool,
    /// Whether it is broken, so that readers may not open it.
    pub is_damaged: bool,
    /// Pictures within it that are broken, where the rest can be read.
    pub damaged_parts: BTreeSet<String>,
}

impl Contents {
    /// Of a file that carries these.
    pub(super) fn of(carried: impl IntoIterator<Item = Carried>) -> Self {
        Self { carried: carried.into_iter().collect(), ..Self::default() }
    }

    /// Of a file that cannot be read.
    pub(super) fn damaged() -> Self {
        Self { is_damaged: true, ..Self::default() }
    }

    /// Of a file that wants a password.
    pub(super) fn locked() -> Self {
        Self { is_locked: true, ..Self::default() }
    }

    /// Takes note of a person's name, if one stands there.
    pub(super) fn author(&mut self, name: &str) {
        let name = name.trim_matches(|c: char| c.is_whitespace() || c == '\0');
        if !name.is_empty() {
            self.carried.insert(Carried::Author(name.to_owned()));
        }
    }
}

/// Why there is no cleaned copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCleaned {
    /// The file carries nothing.
    Nothing,
    /// It bears a signature.
    Signed,
    /// It wants a password.
    Locked,
    /// It is broken.
    Damaged,
    /// Pictures within it are broken.
    DamagedParts,
    /// What it carries can be taken out only in the program that made it, since somebody has to judge.
    ByHand,
}
