//! Elements by their kinds, for both readers of pages.

/// Elements that part words: their text is a block of its own.
pub(crate) const BLOCKS: [&str; 47] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "td",
    "textarea",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements whose text is no content.
pub(crate) const SKIPPED: [&str; 11] = [
    "script", "style", "title", "noscript", "template", "iframe", "noembed", "noframes", "svg",
    "math", "del",
];

/// What Word writes around editors' remarks on its pages: `mso-element:comment-list`, and the class of what calls one.
const REMARKS: (&str, &str) = ("mso-element:comment", "msocomanchor");

/// Whether an attribute's value says that the element is a remark of an editor's.
pub(crate) fn is_remark(value: &str) -> bool {
    let small: String = value.to_ascii_lowercase().split_whitespace().collect();
    small.contains(REMARKS.0) || small == REMARKS.1
}
