//! Marks that Markdown did not take for marks, and so leaves to the reader's eye.

use std::ops::Range;

use super::address::ReferenceKind;

/// A text as written, and the paragraph, heading or cell that it stands in.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) block: usize,
    pub(super) range: Range<usize>,
}

/// Adds a text's bytes, joined with those before if nothing but an escape parts them.
pub(super) fn extend(texts: &mut Vec<Text>, source: &str, block: usize, range: Range<usize>) {
    match texts.last_mut() {
        Some(last)
            if last.block == block
                && last.range.end <= range.start
                && matches!(&source[last.range.end..range.start], "" | "\\") =>
        {
            last.range.end = range.end;
        }
        _ => texts.push(Text { block, range }),
    }
}

/// What other Markdowns know and this one does not, since it is not for a record or a page has it anyway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Foreign {
    /// `[^1]`
    Footnote,
    /// `~~x~~`
    Strikethrough,
    /// `==x==`
    Highlight,
    /// `##Hai`
    Heading,
    /// `[TOC]`
    Contents,
    /// `- [ ]`, `- [x]`
    Checkbox,
    /// `> [!NOTE]`
    Alert,
}

/// What is meant as a mark of another Markdown, with its bytes in `source`.
pub(super) fn foreign(source: &str, texts: &[Text]) -> Vec<(Range<usize>, Foreign)> {
    let mut found = Vec::new();
    for text in texts {
        let words = &source[text.range.clone()];
        let mut add = |range: Range<usize>, what| {
            found.push((text.range.start + range.start..text.range.start + range.end, what));
        };
        footnotes(words).into_iter().for_each(|range| add(range, Foreign::Footnote));
        let before = &source[..text.range.start];
        let line = before.rsplit('\n').next().unwrap_or_default();
        // What was escaped is meant as text.
        if line.ends_with('\\') {
            continue;
        }
        let is_first = line.chars().all(|c| c.is_whitespace() || c == '>');
        let in_item = begins_an_item(line);
        let whole = source[text.range.start..].lines().next().unwrap_or_default().trim_end();
        if (is_first || in_item) && is_contents(whole) {
            add(0..whole.len(), Foreign::Contents);
        } else if is_first && alert(words) {
            add(0..words.trim_end().len(), Foreign::Alert);
        } else if in_item && is_box(words) {
            add(0..3, Foreign::Checkbox);
        } else if is_first && let Some(marks) = heading(words, source, text) {
            add(0..marks, Foreign::Heading);
        }
    }
    for (mark, what) in [("~~", Foreign::Strikethrough), ("==", Foreign::Highlight)] {
        found.extend(pairs(source, texts, mark).into_iter().map(|range| (range, what)));
    }
    found.sort_unstable_by_key(|(range, _)| range.start);
    found
}

/// `[^1]`: a short name without white space.
fn footnotes(words: &str) -> Vec<Range<usize>> {
    const LONGEST: usize = 20;
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(at) = words[rest..].find("[^").map(|at| rest + at) {
        let name = &words[at + 2..];
        let length = name.find(|c: char| !(c.is_alphanumeric() || "-_".contains(c)));
        rest = at + 2;
        if let Some(length) = length
            && (1..=LONGEST).contains(&length)
            && name[length..].starts_with(']')
            && !words[..at].ends_with('\\')
        {
            rest += length + 1;
            found.push(at..rest);
        }
    }
    found
}

fn is_contents(words: &str) -> bool {
    let words = words.trim().to_ascii_uppercase();
    matches!(words.as_str(), "[TOC]" | "[[TOC]]" | "[[_TOC_]]" | "{:TOC}" | "{{TOC}}")
}

fn alert(words: &str) -> bool {
    let name = words.trim().strip_prefix("[!").and_then(|name| name.strip_suffix(']'));
    name.is_some_and(|name| !name.is_empty() && name.chars().all(char::is_alphabetic))
}

fn is_box(words: &str) -> bool {
    let after = ["[ ]", "[x]", "[X]"].iter().find_map(|sign| words.strip_prefix(sign));
    after.is_some_and(|after| after.is_empty() || after.starts_with(char::is_whitespace))
}

/// Whether a line so far is the sign of a list's item.
fn begins_an_item(line: &str) -> bool {
    let sign = line.trim_start_matches([' ', '\t', '>']).trim_end();
    let number = sign.strip_suffix(['.', ')']);
    let is_number = number
        .is_some_and(|digits| !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()));
    let after_another = || {
        sign.split_whitespace().count() > 1
            && sign.split_whitespace().all(|part| matches!(part, "-" | "*" | "+"))
    };
    matches!(sign, "-" | "*" | "+") || is_number || after_another()
}

/// How many `#` stand before a heading's words without the blank between. One alone is a hashtag unless its line is a
/// paragraph of several words of which the first is no word run together.
fn heading(words: &str, source: &str, text: &Text) -> Option<usize> {
    const DEEPEST: usize = 6;
    let marks = words.bytes().take_while(|byte| *byte == b'#').count();
    let title = words[marks..].lines().next().unwrap_or_default();
    let first = title.chars().next()?;
    match marks {
        2..=DEEPEST if first.is_alphanumeric() => Some(marks),
        1 if first.is_uppercase() => {
            let word: Vec<char> = title.chars().take_while(|c| !c.is_whitespace()).collect();
            let before = source[..text.range.start].trim_end_matches([' ', '\t']);
            let after = source[text.range.start..].lines().nth(1).unwrap_or_default();
            let is_alone =
                (before.is_empty() || before.ends_with("\n\n") || before.ends_with("\n\r\n"))
                    && after.trim().is_empty();
            let one_word = word.iter().skip(1).all(|c| c.is_lowercase());
            let several = title.split_whitespace().nth(1).is_some() && !title.contains('#');
            (is_alone && one_word && several).then_some(marks)
        }
        _ => None,
    }
}

/// The passages between two of these marks in one block, each from mark to mark; not those in addresses.
fn pairs(source: &str, texts: &[Text], mark: &str) -> Vec<Range<usize>> {
    let sign = mark.chars().next().expect("a mark is no empty text");
    let mut places: Vec<(usize, usize)> = Vec::new();
    for text in texts {
        let words = &source[text.range.clone()];
        for (at, _) in words.match_indices(mark) {
            let (before, after) = (&words[..at], &words[at + mark.len()..]);
            let in_address = before
                .rsplit(char::is_whitespace)
                .next()
                .is_some_and(|word| word.contains("://") || word.contains("www."));
            let is_longer = before.ends_with(sign) || after.starts_with(sign);
            if !in_address && !is_longer && !before.ends_with('\\') {
                places.push((text.block, text.range.start + at));
            }
        }
    }
    let mut found = Vec::new();
    let mut rest = places.into_iter().peekable();
    while let Some((block, start)) = rest.next() {
        let opens = source[start + mark.len()..].chars().next().is_some_and(|c| !c.is_whitespace());
        if opens
            && let Some((_, end)) = rest.next_if(|(other, end)| {
                *other == block && !source[..*end].ends_with(char::is_whitespace)
            })
        {
            found.push(start..end + mark.len());
        }
    }
    found
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
            // The mark of a footnote before brackets is told as such.
            () if here.starts_with("](")
                && !text[..at].rsplit('[').next().is_some_and(|name| name.starts_with('^')) =>
            {
                Some("](")
            }
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
