//! Theme and view into bytes.
//!
//! In: the theme's templates and a page's view. Out: the page, minified where that changes no word, with its links
//! gathered for the check. Only this stage makes trusted HTML; everything else is escaped by type.

mod counted;
mod errors;
mod facts;
mod filters;
mod growth;
mod limits;
pub mod links;
mod lint;
mod making;
pub mod minify;
pub mod prose;
mod shrink;
mod syntax;
pub mod theme;
mod words;

pub use errors::Failure;
pub use facts::PageFacts;
