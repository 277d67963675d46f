//! What minify-html names of oxc_codegen.

/// How to write.
#[derive(Debug, Default)]
pub struct CodegenOptions {
    /// Whether to write little.
    pub minify: bool,
    /// Whether comments are kept.
    pub comments: bool,
}

/// What was written.
#[derive(Debug)]
pub struct CodegenReturn {
    /// Nothing.
    pub code: String,
}

/// Writes nothing.
#[derive(Debug, Default)]
pub struct Codegen;

impl Codegen {
    /// A writer.
    pub fn new() -> Self {
        Self
    }

    /// Takes how to write.
    pub fn with_options(self, _: CodegenOptions) -> Self {
        self
    }

    /// Writes nothing.
    pub fn build<P>(self, _: &P) -> CodegenReturn {
        CodegenReturn { code: String::new() }
    }
}
