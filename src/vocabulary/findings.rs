//! What the search index calls the things that it finds.

use super::patterns;
use super::word::words;

words! {
    /// What can be found.
    pub enum EntryKind(name) {
        /// A task.
        Task = "Nhiệm vụ";
        /// A passage of a plan.
        Passage = "Điểm của văn bản";
        /// An agency or a group of agencies.
        Agency = "Cơ quan";
        /// A plan, a document, numbered evidence.
        Document = "Văn bản";
        /// A term.
        Term = "Thuật ngữ";
        /// An indicator.
        Indicator = "Chỉ số";
    }
}

patterns! {
    /// Numbered evidence.
    evidence(title, number) = "{title}. Minh chứng của nhiệm vụ {number}.";
}
