//! The faults of form that `libyaml` finds, in Vietnamese.
//!
//! In: its one error, and the text around it. Out: the fault with its place and the advice that
//! an editor needs. The same message has several causes; which one it is, the text itself tells.

use std::ops::Range;

use super::fault::{Fault, Source};
use crate::diagnostic::catalog::ck150;
use crate::diagnostic::{Diagnostic, Place};
use crate::source::yaml::{End, Outline};

/// The fault that `error` tells.
pub(super) fn fault(source: &Source<'_>, outline: &Outline, error: &serde_yaml::Error) -> Fault {
    let text = error.to_string();
    if let (true, End::Fault(at)) = (text.contains("more than one document"), outline.end()) {
        // A line left of the first key ends the document for libyaml, and what follows is another.
        let diagnostic = ck150::indentation(source.file.passage(at.clone()));
        return Fault { at: at.start, diagnostic, told_by_structure: true };
    }
    let at = error.location().map_or(0, |location| location.index());
    let spot = Spot { source, at: source.yaml.floor_char_boundary(at) };
    let (diagnostic, at) = spot.read(&text);
    let told_by_structure = ["unknown anchor", "repetition limit", "more than one document"]
        .iter()
        .any(|known| text.contains(known));
    Fault { at, diagnostic, told_by_structure }
}

/// A text that one reader takes and the other does not: told where the stricter one stopped.
pub(super) fn where_reading_stopped(source: &Source<'_>, outline: &Outline) -> Diagnostic {
    let at = match outline.end() {
        End::Fault(at) => at.clone(),
        _ => source.base..source.base,
    };
    ck150::unreadable(source.file.passage(at))
}

/// The problem of a line whose first colon is a wide one, or has no plain space behind it.
pub(super) fn unspaced_colon(source: &Source<'_>, at: usize) -> Option<Diagnostic> {
    let spot = Spot { source, at: at - source.base };
    let line = spot.line();
    let text = &source.yaml[line.clone()];
    if let Some((key, _)) = text.split_once('：').filter(|(key, _)| key.trim().chars().all(is_key))
    {
        let wide = line.start + key.len();
        return Some(ck150::wide_colon(spot.place(wide..wide + '：'.len_utf8())));
    }
    let colon = text.find(':')?;
    let follows = text[colon + 1..].chars().next()?;
    if matches!(follows, ' ' | '\t') || !text[..colon].trim_start().chars().all(is_key) {
        return None;
    }
    let place = spot.place(line.start + colon..line.start + colon + 1);
    Some(ck150::no_space_after_colon(place, follows.is_whitespace()))
}

/// The byte of the YAML at which `libyaml` stopped.
struct Spot<'a> {
    source: &'a Source<'a>,
    at: usize,
}

impl Spot<'_> {
    /// The problem and the byte of the file that it is about.
    fn read(&self, message: &str) -> (Diagnostic, usize) {
        let has = |part: &str| message.contains(part);
        let here = self.source.base + self.at;
        let context = self.context(message);
        let from_context = |make: fn(Place) -> Diagnostic| {
            let at = context.unwrap_or(self.at);
            (make(self.place(self.character(at))), self.source.base + at)
        };
        let diagnostic = if has("mapping values are not allowed") {
            self.stray_colon()
        } else if has("while scanning a quoted scalar")
            && (has("end of stream") || has("document indicator"))
        {
            return from_context(ck150::open_quote);
        } else if has("unknown escape") || has("hexadecimal") || has("surrogate") {
            ck150::unknown_escape(self.here())
        } else if has("could not find expected ':'") {
            return self.no_colon(context);
        } else if has("expected ',' or ']'") || has("expected ',' or '}'") {
            return from_context(ck150::open_bracket);
        } else if has("found a tab character") || self.next() == Some('\t') {
            ck150::tab(self.here())
        } else if has("comment or line break") && has("block scalar") {
            ck150::after_block_sign(self.here())
        } else if has("block sequence entries are not allowed") {
            ck150::list_on_key_line(self.here())
        } else if has("did not find expected key") || has("did not find expected '-'") {
            return self.unexpected_text();
        } else if ["a directive", "an alias", "an anchor", " tag"].iter().any(|sign| has(sign)) {
            return self.reserved(context.unwrap_or(self.at));
        } else if has("cannot start any token")
            || has("mapping keys are not")
            || has("node content")
        {
            return self.reserved(self.at);
        } else {
            ck150::unreadable(self.here())
        };
        (diagnostic, here)
    }

    /// A colon where none may stand: within a bare value, or behind a key that is indented wrongly.
    fn stray_colon(&self) -> Diagnostic {
        let line = self.line();
        let before = self.source.yaml[line.start..self.at].trim_start().trim_start_matches("- ");
        let key = !before.is_empty() && before.trim().chars().all(is_key);
        if key {
            let start = self.at - before.len();
            let above = self.source.yaml[..line.start].trim_end().len();
            unspaced_colon(self.source, self.source.base + above)
                .unwrap_or_else(|| ck150::indentation(self.place(start..self.at)))
        } else {
            ck150::colon_in_value(self.here())
        }
    }

    /// Text where a key or an item should begin: behind a closed value, or indented wrongly.
    fn unexpected_text(&self) -> (Diagnostic, usize) {
        let line = self.line();
        let before = self.source.yaml[line.start..self.at].trim_end();
        let diagnostic = match before.chars().next_back() {
            Some(sign @ ('"' | '\'' | ']' | '}')) => {
                if let Some(opening) = self.opened_above(sign, line.start + before.len()) {
                    let at = self.source.base + opening;
                    return (ck150::open_quote(self.place(self.character(opening))), at);
                }
                ck150::after_closing(self.here(), sign)
            }
            _ => {
                let rest = &self.source.yaml[self.at..line.end];
                let end = self.at + rest.find(':').unwrap_or(rest.trim_end().len());
                ck150::indentation(self.place(self.at..end))
            }
        };
        (diagnostic, self.source.base + self.at)
    }

    /// Where the text in quotes that the `sign` before `end` closes was opened, if that is on an earlier
    /// line: then its own closing mark was forgotten, and the next value's opening mark took its place.
    fn opened_above(&self, sign: char, end: usize) -> Option<usize> {
        let yaml = self.source.yaml;
        let is_odd = |text: &str| text.matches(sign).count() % 2 == 1;
        let line = self.line().start;
        if !matches!(sign, '"' | '\'') || !is_odd(&yaml[line..end]) {
            return None;
        }
        let mut above = yaml[..line].split_inclusive('\n').rev();
        let mut start = line;
        let opening = above.find(|text| {
            start -= text.len();
            is_odd(text)
        })?;
        opening.rfind(sign).map(|at| start + at)
    }

    /// A line without the colon that parts a key from its value.
    fn no_colon(&self, context: Option<usize>) -> (Diagnostic, usize) {
        let at = context.unwrap_or(self.at);
        let line = Spot { source: self.source, at }.line();
        let file = self.source.base + at;
        let diagnostic = unspaced_colon(self.source, file).unwrap_or_else(|| {
            let text = &self.source.yaml[line.clone()];
            let end = line.start + text.trim_end().len();
            let start = line.start + text.len() - text.trim_start().len();
            ck150::no_colon(self.place(start.min(end)..end))
        });
        (diagnostic, file)
    }

    /// A sign that may not begin a bare value.
    fn reserved(&self, at: usize) -> (Diagnostic, usize) {
        let range = self.character(at);
        let place = self.place(range.clone());
        let diagnostic = match self.source.yaml[range].chars().next() {
            Some(sign) if !sign.is_whitespace() && !sign.is_alphanumeric() => {
                ck150::reserved_first(place, sign)
            }
            _ => ck150::unreadable(place),
        };
        (diagnostic, self.source.base + at)
    }

    fn here(&self) -> Place {
        self.place(self.character(self.at))
    }

    fn next(&self) -> Option<char> {
        self.source.yaml[self.at..].chars().next()
    }

    fn character(&self, at: usize) -> Range<usize> {
        let length = self.source.yaml[at..].chars().next().filter(|c| !matches!(c, '\r' | '\n'));
        at..at + length.map_or(0, char::len_utf8)
    }

    /// The line around the spot, without its end.
    fn line(&self) -> Range<usize> {
        let yaml = self.source.yaml;
        let start = yaml[..self.at].rfind('\n').map_or(0, |end| end + 1);
        let end = yaml[self.at..].find(['\r', '\n']).map_or(yaml.len(), |end| self.at + end);
        start..end.max(start)
    }

    fn place(&self, range: Range<usize>) -> Place {
        self.source.file.passage(range.start + self.source.base..range.end + self.source.base)
    }

    /// The byte of the place that a message ends with: `…, while scanning x at line 3 column 5`.
    fn context(&self, message: &str) -> Option<usize> {
        let (_, context) = message.rsplit_once(", while ")?;
        let Some((_, position)) = context.rsplit_once(" at line ") else {
            // A context without a place begins where the fault is, or at the very start.
            // A bracket is never open where its partner is missed.
            let elsewhere = ["end of stream", "expected ',' or"];
            return elsewhere.iter().any(|part| message.contains(part)).then_some(0);
        };
        let (line, column) = position.split_once(" column ")?;
        let (line, column): (usize, usize) = (line.parse().ok()?, column.parse().ok()?);
        let mut start = 0;
        for text in self.source.yaml.split_inclusive('\n').take(line.checked_sub(1)?) {
            start += text.len();
        }
        let rest = self.source.yaml.get(start..)?;
        let within =
            rest.char_indices().nth(column.checked_sub(1)?).map_or(rest.len(), |(at, _)| at);
        Some(start + within)
    }
}

/// Whether keys are made of it.
fn is_key(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'
}
