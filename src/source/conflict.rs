//! Conflicts that a merge left in a text: two versions of one passage, between lines that Git puts there.
//!
//! In: a file's text. Out: each [`Conflict`] with its bytes. A line of `=======` alone is none: it may underline a
//! heading of Markdown.

use std::ops::Range;

/// What a merge left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The first marker, a whole line without its end.
    pub first: Range<usize>,
    /// The last marker; the first one where the others are gone.
    pub last: Range<usize>,
    /// Whether both versions are there, from the opening marker to the closing one.
    pub is_whole: bool,
}

/// A line that Git puts into a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marker {
    /// `<<<<<<<`, before the version of one side.
    Opening,
    /// `|||||||`, before what both sides had.
    Base,
    /// `=======`, before the version of the other side.
    Middle,
    /// `>>>>>>>`, behind it.
    Closing,
}

impl Marker {
    fn of(line: &str) -> Option<Self> {
        let all = [
            ("<<<<<<<", Self::Opening),
            ("|||||||", Self::Base),
            ("=======", Self::Middle),
            (">>>>>>>", Self::Closing),
        ];
        let (rest, marker) =
            all.into_iter().find_map(|(sign, marker)| Some((line.strip_prefix(sign)?, marker)))?;
        // Behind seven signs stands nothing, or a blank and a name.
        (rest.is_empty() || rest.starts_with([' ', '\t'])).then_some(marker)
    }
}

/// The conflicts in a text, in its order.
pub fn conflicts(text: &str) -> Vec<Conflict> {
    let mut found = Vec::new();
    let mut open: Option<Conflict> = None;
    let mut at = 0;
    // A text file of an old Mac ends its lines with a lone carriage return.
    for line in text.split_inclusive(['\n', '\r']) {
        let words = line.trim_end_matches(['\n', '\r']);
        let bare = words.trim_start_matches('\u{feff}');
        let start = at + words.len() - bare.len();
        let range = start..start + bare.len();
        at += line.len();
        match (Marker::of(bare), &mut open) {
            (None, _) | (Some(Marker::Middle), None) => {}
            (Some(Marker::Opening), _) => {
                found.extend(open.take());
                open = Some(Conflict { first: range.clone(), last: range, is_whole: false });
            }
            (Some(Marker::Closing), Some(conflict)) => {
                conflict.last = range;
                conflict.is_whole = true;
                found.extend(open.take());
            }
            (Some(Marker::Base | Marker::Middle), Some(conflict)) => conflict.last = range,
            (Some(Marker::Base | Marker::Closing), None) => {
                found.push(Conflict { first: range.clone(), last: range, is_whole: false });
            }
        }
    }
    found.extend(open);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The markers found, first and last, and whether all are there.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str, bool)]) {
        let found = conflicts(text);
        let found: Vec<_> = found
            .iter()
            .map(|it| (&text[it.first.clone()], &text[it.last.clone()], it.is_whole))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn a_conflict_is_found_with_any_line_ends() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a", "<<<<<<< HEAD", "b", "=======", "c", ">>>>>>> nhánh", "d"].join(end);
            check(&text, &[("<<<<<<< HEAD", ">>>>>>> nhánh", true)]);
        }
        check("\u{feff}<<<<<<<\n=======\n>>>>>>>", &[("<<<<<<<", ">>>>>>>", true)]);
        check("<<<<<<< a\n||||||| b\n=======\n>>>>>>> c\n", &[("<<<<<<< a", ">>>>>>> c", true)]);
    }

    #[test]
    fn each_conflict_is_found_once() {
        let one = "<<<<<<< a\n1\n=======\n2\n>>>>>>> b\n";
        check(&one.repeat(2), &[("<<<<<<< a", ">>>>>>> b", true); 2]);
    }

    #[test]
    fn what_is_left_of_a_conflict_is_found() {
        check("<<<<<<< a\n1\n=======\n2", &[("<<<<<<< a", "=======", false)]);
        check("1\n=======\n2\n>>>>>>> b", &[(">>>>>>> b", ">>>>>>> b", false)]);
        check("||||||| b", &[("||||||| b", "||||||| b", false)]);
        check(
            "<<<<<<< a\n<<<<<<< b",
            &[("<<<<<<< a", "<<<<<<< a", false), ("<<<<<<< b", "<<<<<<< b", false)],
        );
    }

    #[test]
    fn other_lines_are_no_conflict() {
        for text in [
            "Tiêu đề\n=======\n",
            "========\n",
            "<<<<<<<<\n",
            ">>>>>>>x",
            " <<<<<<< a",
            "a <<<<<<< b",
            "",
        ] {
            check(text, &[]);
        }
    }
}
