//! CK142: characters that nobody sees.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::catalog::ck142;
use crate::diagnostic::{Diagnostics, SourcePath};
use crate::source::SourceTree;
use crate::source::hidden::{SourceWords, is_unwanted_in};
use crate::text::normalize::{OddKind, odd_characters, turns_text};

pub(super) fn check(tree: &SourceTree, sources: &SourceWords<'_>, problems: &mut Diagnostics) {
    for (path, its) in &tree.texts {
        if is_unwanted_in(path) {
            file(path, &its.text, sources, problems);
        }
    }
}

/// Tells each kind of hidden character once, at its first place.
fn file(path: &SourcePath, text: &str, sources: &SourceWords<'_>, problems: &mut Diagnostics) {
    let mut found: BTreeMap<char, (Range<usize>, OddKind, usize)> = BTreeMap::new();
    let mut words = sources.beside(path, text);
    for (range, kind) in odd_characters(text) {
        let known = kind != OddKind::NoBreakSpace && words.has(range.start);
        let sign = text[range.clone()].chars().next();
        // What turns the text is an error of its own.
        if let (Some(sign), false) = (sign.filter(|sign| !turns_text(*sign)), known) {
            found.entry(sign).or_insert((range, kind, 0)).2 += 1;
        }
    }
    for (sign, (range, kind, count)) in found {
        let name = match kind {
            OddKind::NoBreakSpace => "dấu cách không ngắt",
            OddKind::ZeroWidth => "ký tự rộng bằng không",
            OddKind::ByteOrderMark => "dấu thứ tự byte",
        };
        let name = format!("{name} (U+{:04X})", u32::from(sign));
        problems.push(ck142::hidden_character(path.passage(range), &name, count));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::At;

    #[track_caller]
    fn check(text: &str, source: &str, expected: &[(usize, &str)]) {
        let path = SourcePath::content("ke-hoach/a/nhiem-vu/1-1.md");
        let copy = SourcePath::content("ke-hoach/a/nguon.txt");
        let sources = SourceWords::among([(&copy, source)].into_iter());
        let mut problems = Diagnostics::default();
        file(&path, text, &sources, &mut problems);
        let found: Vec<_> = problems
            .iter()
            .map(|problem| match &problem.place.at {
                At::Passage(range) => (range.start, problem.what.as_str()),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn each_hidden_character_is_told_once() {
        check("so:\u{a0}\"1\"\u{a0}", "", &[(3, "Có 2 dấu cách không ngắt (U+00A0) trong tệp.")]);
        check("a\u{200b}b", "", &[(1, "Có ký tự rộng bằng không (U+200B) trong tệp.")]);
        check("\u{feff}a", "", &[(0, "Có dấu thứ tự byte (U+FEFF) trong tệp.")]);
        check("Kế hoạch – “số” 1…", "", &[]);
    }

    #[test]
    fn a_word_of_the_source_keeps_its_hidden_characters() {
        check("chữ \"an\u{200b}toàn.", "về an\u{200b}toàn. Hết", &[]);
        let told = [(5, "Có ký tự rộng bằng không (U+200B) trong tệp.")];
        check("an to\u{200b}àn", "về an\u{200b}toàn", &told);
    }
}
