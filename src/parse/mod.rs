//! Files into documents, as their authors wrote them.
//!
//! In: a [`SourceTree`]. Out: [`RawSite`], one document per file, and the problems of shape: each
//! file is read by itself, so that files can be read in parallel and a fault in one hides none in another.
//! Resolves no reference and knows no rule of the domain.

mod acknowledged;
mod files;
pub mod import_notes;
pub mod markdown;
pub mod one_or_many;
pub mod plan_text;
pub mod raw;
pub mod yaml;

pub use acknowledged::Acknowledgement;
pub use files::{
    Doc, Parsed, RawPlanFolder, RawPlanTextFile, RawProsePage, RawSite, RawTaskFile, all,
    all_remembered, is_code, is_task_key, is_task_number,
};
pub use markdown::{Prose, Reference, ReferenceKind};
pub use plan_text::{
    HeadingRow, NodeId, NodeKind, Quoted, RawBlock, RawCall, RawHeading, RawLine, RawNode, RawNote,
    RawPlanText, RawRegion, RawTableHeader, TableSort, TextCell, TextTable, Verbatim,
};
