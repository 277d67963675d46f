//! A paragraph of Word while it is read, and how its runs stand.

use super::super::characters::tell;
use super::super::xml::Element;

/// Of what kind a note is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Foot,
    End,
}

/// How a run stands.
#[derive(Clone, Copy, Default)]
pub(super) struct Look<'a> {
    pub(super) paragraph: Option<&'a str>,
    pub(super) deleted: bool,
    pub(super) inserted: bool,
    pub(super) bold: bool,
    pub(super) hidden: bool,
    pub(super) struck: bool,
}

/// A paragraph while it is read.
#[derive(Default)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) bold: bool,
    pub(super) other: bool,
    /// Pages begin at these bytes of the text.
    pub(super) pages: Vec<usize>,
    pub(super) deleted: String,
    pub(super) inserted: String,
    pub(super) hidden: String,
    pub(super) struck: String,
    pub(super) notes: Vec<(Kind, String, String)>,
}

impl Line {
    pub(super) fn write(&mut self, text: &str, bold: bool) {
        if text.chars().any(|c| !c.is_whitespace()) {
            self.bold |= bold;
            self.other |= !bold;
        }
        self.text.push_str(text);
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The text of an element in a run.
pub(super) fn text(element: &Element, look: Look<'_>, line: &mut Line) {
    let text = element.text();
    if look.deleted {
        line.deleted.push_str(&text);
        return;
    }
    for (is, words) in [
        (look.inserted, &mut line.inserted),
        (look.hidden, &mut line.hidden),
        (look.struck, &mut line.struck),
    ] {
        tell(words, is, &text);
    }
    line.write(&text, look.bold);
}
