//! What was recognised, as the files of a site.
//!
//! In: a document as it was recognised, its agencies. Out: the text of each file, laid out by the code that `new` uses.

mod agencies;
mod plan;
mod source;
mod task;
mod text;

pub use agencies::put_groups;
pub(crate) use agencies::{agency, groups, issuer};
pub(crate) use plan::{declared, plan, task_groups};
pub(crate) use source::{Copy, copy};
pub(crate) use task::task;
pub(crate) use text::{laid_out, tables, text};
