//! The kinds of entries, each with its file and its list.

use crate::editor::schema::FileKind;

/// A kind of entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An agency.
    Agency,
    /// A task.
    Task,
    /// An event of a task.
    Event,
    /// A correction.
    Correction,
    /// A report received.
    Report,
}

impl Kind {
    /// What it is called.
    pub fn words(self) -> &'static str {
        match self {
            Self::Agency => "cơ quan",
            Self::Task => "nhiệm vụ",
            Self::Event => "diễn biến",
            Self::Correction => "đính chính",
            Self::Report => "báo cáo",
        }
    }

    /// The kind of file that it belongs in.
    pub(super) fn file(self) -> FileKind {
        match self {
            Self::Agency => FileKind::Agency,
            Self::Task | Self::Event => FileKind::Task,
            Self::Correction => FileKind::Corrections,
            Self::Report => FileKind::Reports,
        }
    }

    /// The list that it is added to; none where it is a file of its own.
    pub(super) fn list(self) -> Option<&'static str> {
        match self {
            Self::Agency | Self::Task => None,
            Self::Event => Some("dien_bien"),
            Self::Correction => Some("dinh_chinh"),
            Self::Report => Some("bao_cao"),
        }
    }

    /// The keys that need not be given.
    pub(super) fn filled_in(self) -> &'static [&'static str] {
        match self {
            Self::Agency => &["id"],
            Self::Task => &["so"],
            Self::Event => &["ma", "ngay_cong_bo", "cu", "tu"],
            Self::Correction => &["ma", "ngay"],
            Self::Report => &[],
        }
    }
}
