//! What lines may be, each by itself and with its neighbours: marks, pieces of a broken paragraph, ends of a document.

pub(crate) mod closing;
pub(crate) mod marks;
pub(crate) mod wrap;
