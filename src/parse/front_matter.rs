//! A Markdown file into its front matter and its body.
//!
//! In: the file's text. Out: both parts with the bytes at which they begin, or what is missing.
//! Reads neither of them.

pub use crate::diagnostic::front_matter::FrontMatterFault;
use crate::diagnostic::front_matter::bounds;

/// The two parts of a Markdown file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrontMatter<'a> {
    /// The YAML, without the lines around it.
    pub yaml: &'a str,
    /// The byte of the file at which it begins.
    pub yaml_start: usize,
    /// The Markdown that follows.
    pub body: &'a str,
    /// The byte of the file at which that begins.
    pub body_start: usize,
}

/// Parts a file whose first line is `---` at the next such line.
pub fn split(text: &str) -> Result<FrontMatter<'_>, FrontMatterFault> {
    let found = bounds(text)?;
    Ok(FrontMatter {
        yaml: &text[found.yaml.clone()],
        yaml_start: found.yaml.start,
        body: &text[found.body.clone()],
        body_start: found.body.start,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_parts_know_where_they_begin() {
        let text = "---\r\nso: 1\r\n---\r\nĐã xong.\r\n";
        let parts = split(text).expect("the text is sound");
        assert_eq!((parts.yaml, parts.body), ("so: 1\r\n", "Đã xong.\r\n"));
        assert!(text[parts.yaml_start..].starts_with(parts.yaml));
        assert_eq!(&text[parts.body_start..], parts.body);
        assert!(matches!(split("so: 1\n"), Err(FrontMatterFault::Missing { .. })));
    }
}
