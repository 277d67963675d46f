//! The words of Markdown: its marks taken off line by line.

use std::collections::BTreeSet;

use super::super::characters::Door;
use super::super::words::{Words, count};
use super::inline::{Told, plain};

/// The words of Markdown: its marks taken off line by line.
pub(crate) fn markdown(text: &str) -> Words {
    let mut words = Words::new();
    let text = without_tags(&with_code_kept(&text.replace("\r\n", "\n")));
    let (notes, links) = explained(&text);
    let told = Told { notes, links };
    let lines: Vec<&str> = text.lines().filter(|line| !is_address(line.trim())).collect();
    let mut in_list = false;
    for part in lines.split(|line| line.trim().is_empty()) {
        let in_table = part.iter().any(|line| is_ruler(line));
        // What is set in goes on the list before.
        in_list &= part.first().is_some_and(|line| line.starts_with([' ', '\t']));
        let mut begins = true;
        // Emphasis may reach over the lines of a paragraph, and not beyond it.
        let mut paragraph = String::new();
        for line in
            part.iter().map(|line| line.trim()).filter(|line| !is_ruler(line) && !is_rule(line))
        {
            // A number begins an item where a list may begin, or goes on; in the midst of a sentence it is a word.
            let is_first = line.starts_with("1.") || line.starts_with("1)");
            let own = without_marks(line, begins || in_list || is_first);
            let is_item =
                line.starts_with(['-', '+', '*']) || line.starts_with(|c: char| c.is_ascii_digit());
            in_list |= is_item && own.len() < line.len();
            begins = own.len() < line.len();
            if in_table || own.len() < line.len() {
                count(
                    &mut words,
                    &Door::default().usual(&seen(&plain(&paragraph, in_table, &told))),
                );
                paragraph.clear();
            }
            paragraph.push_str(own);
            paragraph.push('\n');
        }
        count(&mut words, &Door::default().usual(&seen(&plain(&paragraph, in_table, &told))));
    }
    words
}

/// The dashes below a table's heads.
fn is_ruler(line: &str) -> bool {
    line.contains('|') && line.contains('-') && line.chars().all(|c| "|-: \t".contains(c))
}

/// A line that parts, or underlines a heading, or fences code.
fn is_rule(line: &str) -> bool {
    let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let all = |mark: char| line.len() >= 3 && line.chars().all(|c| c == mark);
    ['-', '*', '_', '='].into_iter().any(all) || line.starts_with("```")
}

/// The line without what makes it a heading, an item, a quotation or a note.
fn without_marks(line: &str, may_number: bool) -> &str {
    let mut rest = line.trim();
    loop {
        let marks = rest.len() - rest.trim_start_matches('#').len();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let cut = if rest.starts_with('>') {
            1
        } else if (1..=6).contains(&marks) && rest[marks..].starts_with([' ', '\t']) {
            marks
        } else if rest == "-"
            || rest == "+"
            || rest == "*"
            || ["- ", "+ ", "* "].iter().any(|mark| rest.starts_with(mark))
        {
            1
        } else if may_number
            && (1..=9).contains(&digits)
            && rest[digits..].starts_with(['.', ')'])
            && rest[digits + 1..].chars().next().is_none_or(char::is_whitespace)
        {
            digits + 1
        } else if rest.starts_with("[^") && rest.contains("]:") {
            rest.find("]:").map_or(0, |at| at + 2)
        } else {
            return rest;
        };
        rest = rest[cut..].trim_start();
    }
}

/// The address of a link that is named elsewhere.
fn is_address(line: &str) -> bool {
    line.starts_with('[')
        && !line.starts_with("[^")
        && line.split_once("]: ").is_some_and(|(_, rest)| {
            !rest.trim().contains(' ') || rest.contains('"') || rest.ends_with(')')
        })
}

/// Signs of code become others that mean nothing, and [`seen`] makes them what they were.
fn with_code_kept(text: &str) -> String {
    let kept = |text: &str| -> String {
        let keep = |c: char| {
            if c.is_ascii_punctuation() {
                char::from_u32(0xe000 + c as u32).unwrap_or(c)
            } else {
                c
            }
        };
        text.chars().map(keep).collect()
    };
    let mut written = String::with_capacity(text.len());
    let mut fence: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        let own = line.trim();
        match fence {
            Some(mark) if own.starts_with(mark) => {
                fence = None;
                written.push_str(line);
            }
            Some(_) => written.push_str(&kept(line)),
            None if own.starts_with("```") || own.starts_with("~~~") => {
                fence = Some(&own[..3]);
                // What follows the mark names the language.
                written.push_str("```\n");
            }
            None => {
                // Code within a line stands between backticks.
                let pieces: Vec<&str> = line.split('`').collect();
                let is_whole = pieces.len() % 2 == 1 && !line.contains("``");
                for (at, piece) in pieces.into_iter().enumerate() {
                    if is_whole && at % 2 == 1 {
                        written.push_str(&kept(piece))
                    } else {
                        written.push_str(piece)
                    }
                }
            }
        }
    }
    written
}

/// The text with the signs of code as they are.
fn seen(text: &str) -> String {
    let back = |c: char| match u32::from(c) {
        code @ 0xe021..=0xe07e => char::from_u32(code - 0xe000).unwrap_or(c),
        _ => c,
    };
    text.chars().map(back).collect()
}

/// The marks of notes that the text explains, `[^1]: …`, and the names of links that it leads somewhere.
fn explained(text: &str) -> (BTreeSet<&str>, BTreeSet<String>) {
    let lines: Vec<&str> =
        text.lines().map(str::trim).filter(|line| line.starts_with('[')).collect();
    let mark = |line: &&'_ str| -> Option<usize> { line.find("]:") };
    let notes = lines.iter().filter(|line| line.starts_with("[^"));
    let notes = notes.filter_map(|line| Some(&line[..=mark(line)?])).collect();
    let links = lines.iter().filter(|line| is_address(line));
    let links = links.filter_map(|line| Some(line[1..mark(line)?].to_lowercase())).collect();
    (notes, links)
}

/// The text without tags: those that break lines part words.
fn without_tags(text: &str) -> String {
    let mut left = String::new();
    // Behind the last of these no tag ends.
    let (tags, behind) = text.split_at(text.rfind('>').map_or(0, |at| at + 1));
    let mut rest = tags;
    while let Some(at) = rest.find('<') {
        left.push_str(&rest[..at]);
        rest = &rest[at..];
        let is_tag =
            rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        match rest.find('>').filter(|_| is_tag) {
            Some(end) if rest[1..end].starts_with("http") || rest[..end].contains('@') => {
                left.push_str(&rest[1..end]);
                rest = &rest[end + 1..];
            }
            Some(end) => {
                let name: String = rest[1..]
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '/')
                    .collect();
                let is_inline = ["b", "i", "u", "strong", "em", "sup", "sub", "span", "font"]
                    .contains(&name.trim_matches('/'));
                left.push_str(if is_inline { "" } else { " " });
                rest = &rest[end + 1..];
            }
            None => {
                left.push('<');
                rest = &rest[1..];
            }
        }
    }
    left.push_str(rest);
    left.push_str(behind);
    for (name, sign) in [
        ("&nbsp;", " "),
        ("&ensp;", " "),
        ("&emsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ] {
        left = left.replace(name, sign);
    }
    left
}
