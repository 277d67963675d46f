//! What minify-html names of oxc_minifier.

/// How names are shortened.
#[derive(Debug, Default)]
pub struct MangleOptions;

/// How scripts are shortened.
#[derive(Debug)]
pub struct CompressOptions;

impl CompressOptions {
    /// With the least risk.
    pub fn safest() -> Self {
        Self
    }
}

/// What is asked for.
#[derive(Debug)]
pub struct MinifierOptions {
    /// How names are shortened.
    pub mangle: Option<MangleOptions>,
    /// How scripts are shortened.
    pub compress: Option<CompressOptions>,
}

/// Minifies nothing.
#[derive(Debug)]
pub struct Minifier;

impl Minifier {
    /// Takes what is asked for.
    pub fn new(_: MinifierOptions) -> Self {
        Self
    }

    /// Leaves the script as it is.
    pub fn minify<A, P>(self, _: &A, _: &mut P) {}
}
