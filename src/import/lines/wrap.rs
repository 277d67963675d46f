//! Text that a narrow page broke: recognised by its lines, and joined.
//!
//! In: the lines of a form that has only lines. Out: paragraphs. Nothing is joined across a mark, a gap or the end of a
//! sentence; tables of lines are left alone by who calls.

use super::marks::candidates;
use crate::import::sheet::{Item, Line, Sheet};

/// Pairs of lines that a text must have before it can be told how they are broken.
const PAIRS: usize = 12;

/// How wide the lines of a broken text are, in letters; none of a text with a paragraph a line.
pub(crate) fn width(sheet: &Sheet) -> Option<usize> {
    let lines: Vec<&Line> = sheet
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Line(line) => Some(line),
            Item::Grid(_) => None,
        })
        .collect();
    let pairs: Vec<_> = lines.windows(2).filter(|pair| !pair[1].gap).collect();
    let goes_on = pairs.iter().filter(|pair| {
        pair[1].text.starts_with(char::is_lowercase)
            && candidates(&pair[1].text).is_empty()
            && !pair[0].text.ends_with(['.', ';', ':'])
    });
    if pairs.len() < PAIRS || goes_on.count() * 5 < pairs.len() {
        return None;
    }
    let mut widths: Vec<usize> = lines.iter().map(|line| line.text.chars().count()).collect();
    widths.sort_unstable();
    widths.get(widths.len() * 9 / 10).copied()
}

/// The lines, each with those that go on from it.
pub(crate) fn joined(sheet: &mut Sheet, lines: Vec<Line>, width: usize) -> Vec<Line> {
    let mut paragraphs: Vec<Line> = Vec::new();
    // How long the last line was, before others were joined with it.
    let mut last = 0;
    for line in lines {
        let length = line.text.chars().count();
        match paragraphs.last_mut() {
            Some(before) if goes_on(before, last, &line, width) => {
                glue(sheet, before, line);
            }
            _ => paragraphs.push(line),
        }
        last = length;
    }
    paragraphs
}

fn goes_on(before: &Line, last: usize, line: &Line, width: usize) -> bool {
    if line.gap || !candidates(&line.text).is_empty() {
        return false;
    }
    let ends = before.text.ends_with(['.', ';', ':', '!', '?']);
    let is_long = last * 10 >= width * 7;
    if line.text.starts_with(char::is_lowercase) {
        return is_long || !ends;
    }
    // A cited document's number may be broken behind its hyphen.
    !ends && (is_long || before.text.ends_with('-'))
}

/// Joins a line with the one before it; a word broken behind its hyphen becomes whole.
pub(crate) fn glue(sheet: &mut Sheet, before: &mut Line, line: Line) {
    let broken = before.text.ends_with(['-', '/'])
        && before.text.chars().rev().nth(1).is_some_and(char::is_alphanumeric)
        && line.text.starts_with(char::is_alphanumeric);
    if !broken {
        return before.join(line);
    }
    let (Some(up), Some(down)) = (before.raws.last().copied(), line.raws.first().copied()) else {
        return before.join(line);
    };
    // The source's copy gets the word whole, on its first line.
    let tail = sheet.raws[down].text.split_whitespace().next().unwrap_or_default().to_owned();
    sheet.raws[up].text.push_str(&tail);
    let rest = sheet.raws[down].text[tail.len()..].trim_start().to_owned();
    sheet.raws[down].text = rest;
    before.text.push_str(&line.text);
    before.raws.extend(line.raws);
}
