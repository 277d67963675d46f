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
    /// `++x++`
    Insertion,
    /// `##Hai`
    Heading,
    /// `####### Bảy`
    TooDeepHeading,
    /// `[TOC]`
    Contents,
    /// `- [ ]`, `- [x]`, `-[ ]`
    Checkbox,
    /// `> [!NOTE]`, `::: note`
    Alert,
    /// `(chữ)[https://…]`
    TurnedLink,
    /// `[[trang]]`
    WikiLink,
    /// `| a | b |` without the line that makes it a table.
    TableRow,
    /// What makes all behind it code.
    OpenFence,
}

/// What is meant as a mark of another Markdown, with its bytes in `source`.
pub(super) fn foreign(source: &str, texts: &[Text]) -> Vec<(Range<usize>, Foreign)> {
    let mut found = Vec::new();
    let mut table = None;
    for text in texts {
        let words = &source[text.range.clone()];
        let mut add = |range: Range<usize>, what| {
            found.push((text.range.start + range.start..text.range.start + range.end, what));
        };
        footnotes(words).into_iter().for_each(|range| add(range, Foreign::Footnote));
        turned_links(words).into_iter().for_each(|range| add(range, Foreign::TurnedLink));
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
            continue;
        }
        wiki_links(words).into_iter().for_each(|range| add(range, Foreign::WikiLink));
        let glued = words.strip_prefix(['-', '*', '+']).filter(|_| is_first);
        if is_first && alert(words) {
            add(0..words.trim_end().len(), Foreign::Alert);
        } else if in_item && let Some(sign) = tick_box(words) {
            add(0..sign, Foreign::Checkbox);
        } else if let Some(sign) = glued.and_then(tick_box) {
            add(0..1 + sign, Foreign::Checkbox);
        } else if is_first && table != Some(text.block) && is_row(whole) {
            let next = source[text.range.start..].lines().nth(1).unwrap_or_default().trim();
            // Bars around a word alone may be those of an amount: `|x| + |y|`.
            if whole[1..].starts_with(char::is_whitespace) || is_row(next) {
                table = Some(text.block);
                add(0..whole.len(), Foreign::TableRow);
            }
        } else if is_first && let Some((marks, what)) = heading(words, source, text) {
            add(0..marks, what);
        }
    }
    for (mark, what) in
        [("~~", Foreign::Strikethrough), ("==", Foreign::Highlight), ("++", Foreign::Insertion)]
    {
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
    const KINDS: [&str; 7] = ["note", "tip", "info", "important", "warning", "caution", "danger"];
    let name = words.trim().strip_prefix("[!").and_then(|name| name.strip_suffix(']'));
    let named = || {
        let kind = words.strip_prefix("!!! ").map(str::trim_start);
        kind.is_some_and(|kind| KINDS.iter().any(|name| kind.starts_with(name)))
    };
    name.is_some_and(|name| !name.is_empty() && name.chars().all(char::is_alphabetic))
        || words.starts_with(":::")
        || named()
}

/// The length of a box to be ticked that the words begin with.
fn tick_box(words: &str) -> Option<usize> {
    let sign = ["[ ]", "[x]", "[X]", "[]"].iter().find(|sign| words.starts_with(**sign))?;
    let after = &words[sign.len()..];
    (after.is_empty() || after.starts_with(char::is_whitespace)).then_some(sign.len())
}

/// Whether the line has the form of a table's: bars around it and one within at least.
fn is_row(line: &str) -> bool {
    let bars = line.match_indices('|').filter(|(at, _)| !line[..*at].ends_with('\\'));
    line.len() > 1 && line.starts_with('|') && line.ends_with('|') && bars.count() > 2
}

/// `(chữ)[địa chỉ]`: a link with its brackets the other way round.
fn turned_links(words: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, _) in words.match_indices(")[") {
        let address = &words[at + 2..];
        let Some(end) = address.find(']') else { continue };
        let Some(start) = words[..at].rfind('(') else { continue };
        if begins_an_address(address) || address.starts_with("www.") {
            found.push(start..at + 2 + end + 1);
        }
    }
    found
}

/// `[[trang]]`, with a letter within; after a letter or number it is an index of an index.
fn wiki_links(words: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, _) in words.match_indices("[[") {
        let inner = &words[at + 2..];
        let Some(end) = inner.find(['[', ']']) else { continue };
        let is_index = words[..at].ends_with(char::is_alphanumeric);
        let is_name = inner[..end].contains(char::is_alphabetic) && inner[end..].starts_with("]]");
        if is_name && !is_index && !words[..at].ends_with(['[', '\\']) {
            found.push(at..at + 2 + end + 2);
        }
    }
    found
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
fn heading(words: &str, source: &str, text: &Text) -> Option<(usize, Foreign)> {
    const DEEPEST: usize = 6;
    let marks = words.bytes().take_while(|byte| *byte == b'#').count();
    if marks > DEEPEST {
        return Some((marks, Foreign::TooDeepHeading));
    }
    let title = words[marks..].lines().next().unwrap_or_default();
    let first = title.chars().next()?;
    let is_heading = match marks {
        2..=DEEPEST => first.is_alphanumeric(),
        1 if first.is_uppercase() => {
            let word: Vec<char> = title.chars().take_while(|c| !c.is_whitespace()).collect();
            let before = source[..text.range.start].trim_end_matches([' ', '\t']);
            let after = source[text.range.start..].lines().nth(1).unwrap_or_default();
            let is_alone =
                (before.is_empty() || before.ends_with("\n\n") || before.ends_with("\n\r\n"))
                    && after.trim().is_empty();
            let one_word = word.iter().skip(1).all(|c| c.is_lowercase());
            let several = title.split_whitespace().nth(1).is_some() && !title.contains('#');
            is_alone && one_word && several
        }
        _ => false,
    };
    is_heading.then_some((marks, Foreign::Heading))
}

/// The passages between two of these marks in one block, each from mark to mark; not those in addresses, and of the
/// marks that are signs of reckoning or of names (`a==b`, `C++`) not those within a word.
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
    let parts_words = |at: usize, is_end: bool| {
        let outside = match is_end {
            true => source[at + mark.len()..].chars().next(),
            false => source[..at].chars().next_back(),
        };
        mark == "~~" || !outside.is_some_and(char::is_alphanumeric)
    };
    let mut rest = places.into_iter().peekable();
    while let Some((block, start)) = rest.next() {
        let opens = source[start + mark.len()..].chars().next().is_some_and(|c| !c.is_whitespace())
            && parts_words(start, false);
        if opens
            && let Some((_, end)) = rest.next_if(|(other, end)| {
                *other == block
                    && !source[..*end].ends_with(char::is_whitespace)
                    && parts_words(*end, true)
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
        let stars = here.bytes().take_while(|byte| *byte == b'*').count();
        if stars > 1 && !is_bold(&text[..at], stars, &here[stars..]) {
            rest = at + stars;
            continue;
        }
        let mark = match () {
            () if stars > 1 => Some("**"),
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

/// Whether so many stars are meant as bold, not as a power (`2**3`), as the mark of a note in a document (`(**)`) or in
/// place of what is not told (`****123`).
fn is_bold(before: &str, stars: usize, after: &str) -> bool {
    let is_power =
        before.ends_with(char::is_alphanumeric) && after.starts_with(|c: char| c.is_ascii_digit());
    let is_note = before.ends_with('(') && after.starts_with(')');
    stars < 4 && !is_power && !is_note
}

/// Whether white space and then an address in parentheses follow.
fn names_an_address(rest: &str) -> bool {
    let Some(inner) = rest.trim_start_matches([' ', '\u{a0}']).strip_prefix('(') else {
        return false;
    };
    begins_an_address(inner)
}

/// Whether the text begins with a scheme that links may have.
fn begins_an_address(text: &str) -> bool {
    let Some((scheme, _)) = text.split_once(':') else { return false };
    matches!(scheme, "https" | "http" | "mailto" | "tel")
        || ReferenceKind::ALL.iter().any(|kind| kind.scheme() == scheme)
}
