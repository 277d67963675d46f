//! Files into documents, as their authors wrote them.
//!
//! In: a [`SourceTree`]. Out: [`RawSite`], one document per file, and the problems of shape: each
//! file is read by itself, so that files can be read in parallel and a fault in one hides none in another.
//! Resolves no reference and knows no rule of the domain.

mod files;
pub mod markdown;
pub mod plan_text;
pub mod raw;
pub mod yaml;

pub use files::{
    Doc, Parsed, RawPlanFolder, RawPlanTextFile, RawProsePage, RawSite, RawTaskFile, all,
    all_remembered, is_task_number,
};
pub use markdown::{Prose, Reference, ReferenceKind};
pub use plan_text::{
    NodeId, NodeKind, RawBlock, RawCall, RawLine, RawNode, RawNote, RawPlanText, RawRegion,
    TableSort, TextCell, TextTable,
};
