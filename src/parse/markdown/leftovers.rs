//! Marks that Markdown did not take for marks, and so leaves to the reader's eye.

use std::ops::Range;

use super::address::ReferenceKind;

/// Adds a text's bytes, joined with those before if nothing but an escape parts them.
pub(super) fn extend(texts: &mut Vec<Range<usize>>, source: &str, range: Range<usize>) {
    match texts.last_mut() {
        Some(last)
            if last.end <= range.start && matches!(&source[last.end..range.start], "" | "\\") =>
        {
            last.end = range.end;
        }
        _ => texts.push(range),
    }
}

/// The marks left in a text as written, with their first bytes.
pub(super) fn marks(text: &str) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    // Who escapes the first bracket means the others as text, too.
    let mut meant = false;
    let mut rest = 0;
    while let Some(at) = text[rest..].find(['\\', '*', '[', ']']).map(|at| rest + at) {
        let here = &text[at..];
        let mark = match () {
            () if here.starts_with("**") => Some("**"),
            () if meant => None,
            () if here.starts_with("](") => Some("]("),
            () if here.starts_with(']') && names_an_address(&here[1..]) => Some("]"),
            () => None,
        };
        found.extend(mark.map(|mark| (at, mark)));
        if let Some(escaped) = here.strip_prefix('\\') {
            meant = meant || escaped.starts_with('[');
            rest = at + 1 + escaped.chars().next().map_or(0, char::len_utf8);
        } else {
            meant = meant && here.starts_with('*');
            rest = at + mark.map_or(1, str::len);
        }
    }
    found
}

/// Whether white space and then an address in parentheses follow.
fn names_an_address(rest: &str) -> bool {
    let Some(inner) = rest.trim_start_matches([' ', '\u{a0}']).strip_prefix('(') else {
        return false;
    };
    let Some((scheme, _)) = inner.split_once(':') else { return false };
    matches!(scheme, "https" | "http" | "mailto" | "tel")
        || ReferenceKind::ALL.iter().any(|kind| kind.scheme() == scheme)
}
