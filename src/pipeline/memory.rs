//! What one run leaves for the next.

use std::sync::Arc;

use crate::memo::Memo;
use crate::output::Checksum;
use crate::parse::Parsed;
use crate::render::theme::Theme;
use crate::render::{Failure, PageFacts};

/// What is remembered between runs: a file's document under its path and bytes, a finished page, and whether
/// minifying its template changed the words of it, under theme, template and view. Nothing else is: the stages between are quick and see the whole site.
#[derive(Debug)]
pub struct Memory {
    pub(super) documents: Memo<Parsed>,
    pub(super) pages: Memo<FinishedPage>,
    pub(super) forms: Memo<Option<(String, String)>>,
}

impl Memory {
    /// An empty memory.
    pub fn new() -> Self {
        Self { documents: Memo::new(), pages: Memo::new(), forms: Memo::new() }
    }

    /// A memory that keeps nothing, for a single run.
    pub fn off() -> Self {
        Self { documents: Memo::off(), pages: Memo::off(), forms: Memo::off() }
    }
}

impl Default for Memory {
    fn default() -> Self {
        Self::new()
    }
}

/// The key of what follows from the theme and from these words.
pub(super) fn key(theme: &Theme, words: &str) -> Checksum {
    Checksum::of(&[&theme.fingerprint()[..], words.as_bytes()].concat())
}

/// A page as it was made, with what was noticed.
#[derive(Clone, Debug, Default)]
pub(super) struct FinishedPage {
    /// Its bytes; none where the template failed.
    pub(super) bytes: Option<Arc<[u8]>>,
    /// The checksum of what it was minified from, where it was minified.
    pub(super) rendered: Option<Checksum>,
    /// Its links and ids, where it is HTML.
    pub(super) facts: Option<Arc<PageFacts>>,
    /// Why there are no bytes.
    pub(super) failure: Option<Failure>,
    /// Some words before and after, where minifying would change them.
    pub(super) changed: Option<(String, String)>,
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use jiff::civil::date;

    use super::*;
    use crate::output::MemorySink;
    use crate::pipeline::{Request, Watch, run_again};
    use crate::source::Roots;

    #[test]
    fn a_run_leaves_its_documents_and_pages() {
        let scene = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/problems/base");
        let today = date(2026, 11, 24);
        let request = Request {
            roots: Roots { content: scene.join("content"), themes: scene.join("themes") },
            as_of: Some(today),
            today,
            base_url: None,
            strict: false,
            drafts: crate::pipeline::Drafts::LeftOut,
        };
        let memory = Memory::new();
        let outcome = run_again(&request, &MemorySink::new(), &Watch::default(), &memory).unwrap();
        assert!(outcome.complete);
        let (documents, pages) = (memory.documents.len(), memory.pages.len());
        assert!(documents > 5 && pages > 30, "{documents} documents, {pages} pages");
    }
}
