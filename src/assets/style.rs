//! The addresses in a style sheet.

use std::ops::Range;

/// The addresses that `url(…)` and `@import "…"` name, as byte ranges of `css` without quotes.
/// Comments and other strings are passed over.
pub(super) fn addresses(css: &str) -> Vec<Range<usize>> {
    let bytes = css.as_bytes();
    let mut found = Vec::new();
    let mut importing = false;
    let mut at = 0;
    while at < bytes.len() {
        let rest = &css.as_bytes()[at..];
        if rest.starts_with(b"/*") {
            at = css[at..].find("*/").map_or(bytes.len(), |end| at + end + 2);
        } else if matches!(rest[0], b'"' | b'\'') {
            let inside = string_at(bytes, at);
            at = inside.end + 1;
            if importing {
                found.push(inside);
            }
            importing = false;
        } else if starts_with_word(rest, b"@import") {
            importing = true;
            at += "@import".len();
        } else if starts_with_word(rest, b"url(") && !follows_name(bytes, at) {
            let start = at + "url(".len() + spaces(&bytes[at + "url(".len()..]);
            let inside = match bytes.get(start) {
                Some(b'"' | b'\'') => string_at(bytes, start),
                _ => start..start + css[start..].find([')', '\n']).unwrap_or(css.len() - start),
            };
            at = inside.end + 1;
            let trimmed = css[inside.clone()].trim_end().len();
            found.push(inside.start..inside.start + trimmed);
            importing = false;
        } else {
            importing &= rest[0].is_ascii_whitespace();
            at += 1;
        }
    }
    found
}

/// The inside of the string whose opening quote is at `start`.
fn string_at(bytes: &[u8], start: usize) -> Range<usize> {
    let quote = bytes[start];
    let mut end = start + 1;
    while end < bytes.len() && bytes[end] != quote {
        end += if bytes[end] == b'\\' { 2 } else { 1 };
    }
    start + 1..end.min(bytes.len())
}

fn spaces(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

fn starts_with_word(bytes: &[u8], word: &[u8]) -> bool {
    bytes.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

fn follows_name(bytes: &[u8], at: usize) -> bool {
    at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || matches!(bytes[at - 1], b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(css: &str, expected: &[&str]) {
        let found: Vec<&str> = addresses(css).into_iter().map(|range| &css[range]).collect();
        assert_eq!(found, expected, "{css}");
    }

    #[test]
    fn addresses_are_found_and_nothing_else() {
        check("a{background:url( x.svg ) no-repeat}", &["x.svg"]);
        check("a{background:URL('x (1).svg'),url(\"y.svg\")}", &["x (1).svg", "y.svg"]);
        check("@import \"a.css\";@import url(b.css) print;", &["a.css", "b.css"]);
        check("/* url(x) */ a::after{content:\"url(y)\"} .url{} my-url(z)", &[]);
        check("a{content:'\\'';b:url(c)}", &["c"]);
        check("url(", &[""]);
        check("'ă", &[]);
    }
}
