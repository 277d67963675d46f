//! What one run leaves for the next.

use std::sync::Arc;

use super::look::Look;
use crate::memo::Memo;
use crate::parse::Parsed;
use crate::releases::Facts;

/// What is remembered between runs: a file's document under its path and bytes, a theme under its files. What is made of
/// them, a sink remembers.
#[derive(Debug)]
pub struct Memory {
    pub(super) documents: Memo<Parsed>,
    pub(super) looks: Memo<Look>,
    /// The facts that were published last, to tell what is new against them.
    pub(super) published: Option<Arc<Facts>>,
}

impl Memory {
    /// An empty memory.
    pub fn new() -> Self {
        Self { documents: Memo::new(), looks: Memo::new(), published: None }
    }

    /// The same, for runs that tell what is new against what was published.
    #[must_use]
    pub fn against(self, published: Option<Arc<Facts>>) -> Self {
        Self { published, ..self }
    }

    /// A memory that keeps nothing, for a single run.
    pub fn off() -> Self {
        Self { documents: Memo::off(), looks: Memo::off(), published: None }
    }
}

impl Default for Memory {
    fn default() -> Self {
        Self::new()
    }
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
    fn a_run_leaves_its_documents() {
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
        assert!(memory.documents.len() > 5, "{}", memory.documents.len());
    }
}
