//! What minify-html names of oxc_span.

/// What kind of script it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct SourceType;

impl SourceType {
    /// A module.
    pub fn mjs() -> Self {
        Self
    }
}
