//! Problems for a person at a terminal.
//!
//! In: problems in their order and the texts that they speak of. Out: text, with or without
//! colours: what is wrong, where, the line with a caret, why, and how to mend it. Nothing from a
//! file reaches the terminal that the terminal would obey.

use std::collections::BTreeSet;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use unicode_normalization::char::is_combining_mark;

use super::Severity;
use super::locate::{Located, Shown, Spot};
use super::visible::{sign, visible};
use crate::source::place::Sources;

/// Whether colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Text alone.
    Plain,
    /// With colours.
    Styled,
}

/// The least width that is counted with, in columns.
const NARROWEST: usize = 40;

/// The longest line that is shown, in bytes.
const LONGEST_LINE: usize = 20_000;

/// The problems as text of at most about `width` columns, a blank line behind each.
pub fn render(
    problems: &[Located<'_>],
    sources: &dyn Sources,
    style: Style,
    width: usize,
) -> String {
    let width = width.max(NARROWEST);
    let renderer = renderer(style, width);
    told(problems.iter().map(|problem| (problem, Vec::new())), sources, &renderer, width)
}

/// The same, with notes and warnings of one rule told once: the first whole, of the others where they are.
/// Every error is told, since every one is to be mended.
pub fn render_repeats_once(
    problems: &[Located<'_>],
    sources: &dyn Sources,
    style: Style,
    width: usize,
) -> String {
    let width = width.max(NARROWEST);
    let kind = |problem: &Located<'_>| {
        let diagnostic = problem.diagnostic;
        (diagnostic.rule.code, diagnostic.severity)
    };
    let mut kinds: Vec<(&Located<'_>, Vec<&Located<'_>>)> = Vec::new();
    for problem in problems {
        let is_error = problem.diagnostic.severity == Severity::Error;
        let first = kinds.iter_mut().find(|(first, _)| kind(first) == kind(problem));
        match first.filter(|_| !is_error) {
            Some((_, others)) => others.push(problem),
            None => kinds.push((problem, Vec::new())),
        }
    }
    told(kinds.into_iter(), sources, &renderer(style, width), width)
}

fn renderer(style: Style, width: usize) -> Renderer {
    match style {
        Style::Plain => Renderer::plain(),
        Style::Styled => Renderer::styled(),
    }
    .term_width(width)
}

/// Each problem, with others of its kind.
fn told<'a, 'b: 'a>(
    problems: impl Iterator<Item = (&'a Located<'b>, Vec<&'a Located<'b>>)>,
    sources: &dyn Sources,
    renderer: &Renderer,
    width: usize,
) -> String {
    let mut told = BTreeSet::new();
    let mut text = String::new();
    for (problem, others) in problems {
        let first = told.insert(problem.diagnostic.rule.code);
        let mut group = group(problem, sources, width, first);
        if !others.is_empty() {
            let others = wrapped(&elsewhere(&others), width);
            group = group.element(Level::INFO.with_name("cùng loại").message(others));
        }
        text.push_str(&renderer.render(&[group]));
        text.push_str("\n\n");
    }
    text
}

/// So many further places are named.
const NAMED: usize = 3;

/// Where the others of a kind are.
fn elsewhere(others: &[&Located<'_>]) -> String {
    let places = others.iter().take(NAMED).map(|other| match &other.at.spot {
        Some(spot) => format!("{}:{}", other.at.path, spot.line),
        None => other.at.path.clone(),
    });
    let places = places.collect::<Vec<_>>().join(", ");
    let more = if others.len() > NAMED { "…" } else { "" };
    format!("còn {} chỗ: {places}{more}. Xem từng chỗ: congkhai check --all", others.len())
}

fn group<'a>(
    problem: &'a Located<'_>,
    sources: &'a dyn Sources,
    width: usize,
    first: bool,
) -> Group<'a> {
    let diagnostic = problem.diagnostic;
    let rule = diagnostic.rule;
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name("lỗi"),
        Severity::Warning => Level::WARNING.with_name("cảnh báo"),
        Severity::Info => Level::INFO.with_name("lưu ý"),
    };
    let mut group = Group::with_title(level.primary_title(visible(&diagnostic.what)).id(rule.code));
    group = with_place(group, &problem.at, None, sources);
    for (place, label) in &problem.related {
        group = with_place(group, place, Some(label), sources);
    }
    let own: Vec<&str> = diagnostic.help.iter().map(String::as_str).collect();
    let help = if own.is_empty() { vec![rule.mend] } else { own };
    let why = wrapped(rule.why, width);
    group = group.element(Level::NOTE.with_name("vì sao").message(why));
    for advice in help {
        group = group.element(Level::HELP.with_name("cách sửa").message(wrapped(advice, width)));
    }
    if first {
        let more = format!("congkhai explain {}", rule.code);
        group = group.element(Level::INFO.with_name("xem thêm").message(more));
    }
    group
}

/// The group with the line of a place; `label` tells what a related place shows.
fn with_place<'a>(
    group: Group<'a>,
    place: &Shown<'a>,
    label: Option<&'a str>,
    sources: &'a dyn Sources,
) -> Group<'a> {
    let path = visible(&place.path);
    let Some(spot) = &place.spot else { return group.element(Origin::path(path)) };
    let Some(text) = sources.text(place.file) else {
        return group.element(Origin::path(path).line(spot.line).char_column(spot.column));
    };
    let Some((line, marked)) = first_line(text, spot) else {
        return group.element(Origin::path(path).line(spot.line).char_column(spot.column));
    };
    let kind = if label.is_some() { AnnotationKind::Context } else { AnnotationKind::Primary };
    let annotation = kind.span(marked).label(label.map(visible));
    group.element(Snippet::source(line).line_start(spot.line).path(path).annotation(annotation))
}

/// The line in which the spot begins, fit to be shown, and the bytes of it that belong to the spot.
///
/// Nothing where the line is too long for anybody to find the spot in it.
fn first_line(text: &str, spot: &Spot) -> Option<(String, Range<usize>)> {
    let start = text[..spot.bytes.start].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].split(['\n', '\r']).next().unwrap_or_default();
    if line.len() > LONGEST_LINE {
        return None;
    }
    let shown = |end: usize| {
        let part = &line[..end.saturating_sub(start).min(line.len())];
        part.chars().map(|c| if c == '\t' { c } else { sign(c) }).collect::<String>()
    };
    let marked = shown(spot.bytes.start).len()..shown(spot.bytes.end).len();
    Some((shown(text.len()), marked))
}

/// The text in lines of at most `width` columns, broken at spaces.
fn wrapped(text: &str, width: usize) -> String {
    // So many columns stand before each line of a message: its frame and its name.
    let width = width - 16;
    let mut lines = String::new();
    let mut column = 0;
    for word in visible(text).split(' ').filter(|word| !word.is_empty()) {
        let length = word.chars().filter(|c| !is_combining_mark(*c)).count();
        if column > 0 && column + 1 + length > width {
            lines.push('\n');
            column = 0;
        } else if column > 0 {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(word);
        column += length;
    }
    lines
}

#[cfg(test)]
mod tests;
