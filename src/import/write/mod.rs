//! What was recognised, as the files of a site.
//!
//! In: a document as it was recognised, its agencies. Out: the text of each file, laid out by the code that `new` uses.

mod agencies;
mod plan;
mod source;
mod task;
mod text;

pub use agencies::put_groups;
pub(super) use agencies::{agency, groups, issuer};
pub(super) use plan::plan;
pub(super) use source::{Copy, copy};
pub(super) use task::task;
pub(super) use text::text;
