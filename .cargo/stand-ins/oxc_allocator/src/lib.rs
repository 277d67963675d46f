//! What minify-html names of oxc_allocator.

/// Holds nothing.
#[derive(Debug, Default)]
pub struct Allocator;
