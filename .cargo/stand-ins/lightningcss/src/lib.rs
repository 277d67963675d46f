//! What minify-html names of lightningcss; no style can be read.

/// Styles.
pub mod stylesheet {
    /// Why nothing is read.
    #[derive(Debug)]
    pub struct Absent;

    /// How to read.
    #[derive(Debug, Default)]
    pub struct ParserOptions;

    /// How to write.
    #[derive(Debug, Default)]
    pub struct PrinterOptions {
        /// Whether to write little.
        pub minify: bool,
    }

    /// How to minify.
    #[derive(Debug, Default)]
    pub struct MinifyOptions;

    /// What was written.
    #[derive(Debug)]
    pub struct ToCssResult {
        /// The style.
        pub code: String,
    }

    /// A style sheet that was read: there is none.
    #[derive(Debug)]
    pub enum StyleSheet {}

    impl StyleSheet {
        /// Reads nothing.
        pub fn parse(_: &str, _: ParserOptions) -> Result<Self, Absent> {
            Err(Absent)
        }

        /// Has nothing to minify.
        pub fn minify(&mut self, _: MinifyOptions) -> Result<(), Absent> {
            match *self {}
        }

        /// Has nothing to write.
        pub fn to_css(&self, _: PrinterOptions) -> Result<ToCssResult, Absent> {
            match *self {}
        }
    }

    /// The style of one element that was read: there is none.
    #[derive(Debug)]
    pub enum StyleAttribute {}

    impl StyleAttribute {
        /// Reads nothing.
        pub fn parse(_: &str, _: ParserOptions) -> Result<Self, Absent> {
            Err(Absent)
        }

        /// Has nothing to minify.
        pub fn minify(&mut self, _: MinifyOptions) {
            match *self {}
        }

        /// Has nothing to write.
        pub fn to_css(&self, _: PrinterOptions) -> Result<ToCssResult, Absent> {
            match *self {}
        }
    }
}
