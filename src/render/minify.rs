//! Smaller pages with the same words.
//!
//! In: a finished page. Out: the page minified, or what minifying would change in its words. The
//! minifier drops the space between inline elements inside a `div` or `nav`; two words that run
//! together there would be another text, so each page is read before and after.

use minify_html::Cfg;

use crate::render::words::visible_text;

/// How many words are shown on each side of a change.
const CONTEXT: usize = 3;

/// What minifying did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Minified {
    /// The page, smaller, with the same words.
    Smaller(Vec<u8>),
    /// The words would change: the page must go out as it is.
    WouldChange {
        /// Some words around the first change, as they are.
        before: String,
        /// The same place, as it would be.
        after: String,
    },
}

/// Minifies an HTML page.
pub fn minify(page: &[u8]) -> Minified {
    let smaller = minify_html::minify(page, &configuration());
    match change(page, &smaller) {
        None => Minified::Smaller(smaller),
        Some((before, after)) => Minified::WouldChange { before, after },
    }
}

/// Some words around the first place where two forms of a page say different things, in each of them.
pub fn change(page: &[u8], smaller: &[u8]) -> Option<(String, String)> {
    let (before, after) = (visible_text(page), visible_text(smaller));
    (before != after).then(|| first_change(&before, &after))
}

/// What the minifier may leave out.
pub(crate) fn configuration() -> Cfg {
    Cfg { keep_closing_tags: true, keep_html_and_head_opening_tags: true, ..Cfg::new() }
}

/// Some words around the first difference of two texts that differ.
fn first_change(before: &str, after: &str) -> (String, String) {
    let (before, after): (Vec<&str>, Vec<&str>) = (words(before), words(after));
    let same = before.iter().zip(&after).take_while(|(left, right)| left == right).count();
    let around = |words: &[&str]| {
        words[same.saturating_sub(CONTEXT)..words.len().min(same + CONTEXT)].concat()
    };
    (around(&before).trim().to_owned(), around(&after).trim().to_owned())
}

/// The words, each with the space after it, so that a change of space alone is seen too.
fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(body: &str, expected: Result<&str, (&str, &str)>) {
        let page = format!(
            "<!DOCTYPE html><html lang=\"vi\"><head><title>T</title></head><body>{body}</body></html>"
        );
        let found = match minify(page.as_bytes()) {
            Minified::Smaller(page) => {
                let page = String::from_utf8(page).unwrap();
                Ok(page.split_once("<body>").unwrap().1.split("</body>").next().unwrap().to_owned())
            }
            Minified::WouldChange { before, after } => Err((before, after)),
        };
        assert_eq!(found.as_deref().map_err(|(b, a)| (b.as_str(), a.as_str())), expected);
    }

    #[test]
    fn pages_shrink_and_keep_their_words() {
        check(
            "<p>Kế   hoạch</p>\n<!-- bỏ -->\n<p>số <b>111</b> </p>",
            Ok("<p>Kế hoạch</p><p>số <b>111</b></p>"),
        );
        check("<table><tr><td>a</td></tr></table>", Ok("<table><tr><td>a</td></tr></table>"));
        check("<pre>a\n  b</pre>", Ok("<pre>a\n  b</pre>"));
        check(
            "<script type=\"application/ld+json\">{\"a\": 1}</script>",
            Ok("<script type=application/ld+json>{\"a\": 1}</script>"),
        );
    }

    #[test]
    fn a_page_whose_words_would_run_together_is_told() {
        check("<nav><a href=a>Một</a> <a href=b>Hai</a></nav>", Err(("T Một Hai", "T MộtHai")));
    }
}
