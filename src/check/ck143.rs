//! CK143: characters that no published file can hold. Controls in YAML are told where YAML is read, since nothing can be
//! read behind them, and what is spelled is told where prose or YAML is.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck143;
use crate::source::hidden::{Beside, SourceWords, is_edited, is_kept_in};
use crate::source::{SourcePath, SourceTree, front_matter};
use crate::text::normalize::{is_unfit_in_text, turns_text};

pub(super) fn check(tree: &SourceTree, sources: &SourceWords<'_>, problems: &mut Diagnostics) {
    let files = tree.texts.iter().filter(|(path, _)| is_edited(path));
    for (path, its) in files {
        file(path, &its.text, &mut sources.beside(path, &its.text), problems);
    }
}

/// Tells each such character once, at its first place.
fn file(path: &SourcePath, text: &str, words: &mut Beside<'_>, problems: &mut Diagnostics) {
    let yaml = front_matter::yaml_of(path, text).unwrap_or_default();
    let mut found: BTreeMap<char, (Range<usize>, usize)> = BTreeMap::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_unfit_in_text(*c)) {
        // A word of the document may turn as the document has it.
        let is_told = if turns_text(c) { words.has(at) } else { yaml.contains(&at) };
        if is_told {
            continue;
        }
        found.entry(c).or_insert((at..at + c.len_utf8(), 0)).1 += 1;
    }
    for (character, (range, count)) in found {
        let is_mended = turns_text(character) && !is_kept_in(path);
        problems.push(ck143::written(path.passage(range), character, count, is_mended));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, text: &str, source: &str, expected: &[&str]) {
        let path = SourcePath::content(path);
        let copy = SourcePath::content("ke-hoach/a/nguon.txt");
        let sources = SourceWords::among([(&copy, source)].into_iter());
        let mut problems = Diagnostics::default();
        file(&path, text, &mut sources.beside(&path, text), &mut problems);
        let found: Vec<_> = problems.iter().map(|problem| problem.what.as_str()).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    const TASK: &str = "ke-hoach/a/nhiem-vu/1-1.md";
    const PLAN: &str = "ke-hoach/a/van-ban.md";

    #[test]
    fn controls_and_noncharacters_are_told_once_each() {
        let form_feeds = "Có 2 ký tự điều khiển (U+000C) không nhìn thấy được.";
        check(TASK, "---\n---\nMột\u{c} hai\u{c}", "", &[form_feeds]);
        check(PLAN, "Một\u{fffe}", "", &["Có ký tự điều khiển (U+FFFE) không nhìn thấy được."]);
        check(TASK, "---\nso: \u{b}\n---\nMột\thai\r\n", "", &[]);
    }

    #[test]
    fn text_of_a_plan_turns_only_as_its_source_does() {
        let told = "Có ký tự đổi chiều chữ (U+202E) không nhìn thấy được.";
        check(PLAN, "Một \u{202e}hai", "Một hai", &[told]);
        check(PLAN, "Một \u{202e}hai", "Một \u{202e}hai", &[]);
        check(TASK, "---\nso: \u{202e}\n---\n", "", &[told]);
        check(TASK, "---\n---\nMột \u{202e}hai", "Một \u{202e}hai", &[]);
    }
}
