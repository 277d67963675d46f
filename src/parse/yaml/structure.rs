//! What YAML allows and the content does not.
//!
//! In: YAML and its outline. Out: every anchor, alias, tag, merge key, duplicate key, missing
//! value, tab, cut value and control character, other documents and hostile depth, with their
//! places, in the order of the text. Knows nothing of the shape that a file should have.

use std::collections::BTreeMap;
use std::ops::Range;

use super::fault::Source;
use crate::diagnostic::catalog::{ck150, ck152, ck155, ck156, ck157, ck158};
use crate::diagnostic::{Diagnostic, MOST_TOLD};
use crate::source::yaml::{End, Kind, Mark, Node, Outline, Step};
use crate::text::normalize::{is_unfit, is_unfit_in_text, turns_text};

/// One finding of the pass.
pub(super) struct Finding {
    /// Bytes of the file.
    pub(super) at: Range<usize>,
    /// The problem in words.
    pub(super) diagnostic: Diagnostic,
    /// Whether nothing further can be read from the text.
    pub(super) fatal: bool,
}

/// All findings, by their place.
pub(super) fn findings(source: &Source<'_>, outline: &Outline) -> Vec<Finding> {
    let mut findings = Findings { source, list: Vec::new() };
    findings.characters();
    findings.marks(outline);
    for node in outline.nodes() {
        findings.node(node, *outline.end() == End::Whole);
        if node.kind == Kind::Mapping {
            findings.duplicates(outline, node);
        }
    }
    findings.tabs(outline);
    findings.end(outline);
    let mut list = findings.list;
    list.sort_by_key(|finding| (finding.at.start, finding.at.end));
    list.truncate(MOST_TOLD);
    list
}

struct Findings<'a> {
    source: &'a Source<'a>,
    list: Vec<Finding>,
}

impl<'a> Findings<'a> {
    fn add(&mut self, at: Range<usize>, diagnostic: Diagnostic) {
        self.list.push(Finding { at, diagnostic, fatal: false });
    }

    /// Control characters, which no YAML may hold; the reader would stop at the first.
    fn characters(&mut self) {
        self.lone_return();
        for (at, c) in self.source.yaml.char_indices() {
            let at = at + self.source.base;
            let at = at..at + c.len_utf8();
            let allowed = matches!(c, '\t' | '\n' | '\r' | '\u{85}');
            // What turns the text stands in the way of no reader; CK142 tells it.
            let unfit = is_unfit(c) && !turns_text(c) && !allowed;
            if unfit || c == '\u{feff}' {
                let diagnostic = ck150::control_character(self.source.file.passage(at.clone()), c);
                self.list.push(Finding { at, diagnostic, fatal: true });
                if self.list.len() == MOST_TOLD {
                    return;
                }
            }
        }
    }

    /// The first line end that YAML sees and our counting of lines does not.
    fn lone_return(&mut self) {
        let yaml = self.source.yaml.as_bytes();
        let mut returns = self.source.yaml.match_indices('\r').map(|(at, _)| at);
        if let Some(at) = returns.find(|at| yaml.get(at + 1) != Some(&b'\n')) {
            let at = at + self.source.base..at + self.source.base + 1;
            let diagnostic = ck150::lone_return(self.source.file.passage(at.clone()));
            self.list.push(Finding { at, diagnostic, fatal: true });
        }
    }

    fn marks(&mut self, outline: &Outline) {
        for (at, mark) in outline.marks() {
            self.mark(at.clone(), *mark);
        }
    }

    fn mark(&mut self, at: Range<usize>, mark: Mark) {
        let sign = self.text(&at);
        let place = self.source.file.passage(at.clone());
        let diagnostic = match mark {
            Mark::Anchor => ck155::anchor(place, sign),
            Mark::Alias => ck155::alias(place, sign),
            Mark::Tag => ck155::tag(place, sign),
        };
        self.add(at, diagnostic);
    }

    fn node(&mut self, node: &Node, whole: bool) {
        let key = match &node.step {
            Some(Step::Key(key)) => Some(key.as_str()),
            Some(Step::Item(_)) | None => None,
        };
        if key == Some("<<") {
            let at = node.key.clone().unwrap_or_else(|| node.value.clone());
            self.add(at.clone(), ck155::merge_key(self.source.file.passage(at)));
        }
        let written = self.text(&node.value);
        // Where reading stopped, the words may stand behind the fault.
        if whole && is_blank(written, node.kind) {
            let at = match (&node.key, node.kind) {
                (Some(key), Kind::Block) => key.clone(),
                _ => node.value.clone(),
            };
            self.add(at.clone(), ck158::no_words(self.source.file.passage(at), key));
        }
        if let (Kind::Quoted, Some((at, character))) = (node.kind, hidden_escape(written)) {
            let at = node.value.start + at.start..node.value.start + at.end;
            let place = self.source.file.passage(at.clone());
            self.add(at, ck150::control_character(place, character));
        }
        if node.kind != Kind::Plain {
            return;
        }
        if matches!(written, "" | "~" | "null" | "Null" | "NULL") {
            let at = match &node.key {
                Some(key) if written.is_empty() => key.clone(),
                _ => node.value.clone(),
            };
            self.add(at.clone(), ck158::no_value(self.source.file.passage(at), key, written));
        } else if is_curved_whole(written) {
            let at = node.value.clone();
            self.add(at.clone(), ck150::curved_quotes(self.source.file.passage(at)));
        } else if written.ends_with('"') && written.matches('"').count() == 1 {
            let at = node.value.end - 1..node.value.end;
            self.add(at.clone(), ck150::unopened_quote(self.source.file.passage(at)));
        } else if let Some(sign) = self.cutting_sign(node.value.end) {
            let diagnostic =
                ck150::comment_cuts(self.source.file.passage(sign.clone()), shortened(written));
            self.add(sign, diagnostic);
        }
    }

    /// A number sign that cuts a bare value off and looks like a part of it: `số #5`.
    fn cutting_sign(&self, end: usize) -> Option<Range<usize>> {
        let rest = &self.source.yaml[end - self.source.base..];
        let sign = rest.trim_start_matches([' ', '\t']);
        let follows = sign.strip_prefix('#')?.chars().next()?;
        let at = end + rest.len() - sign.len();
        (!follows.is_whitespace() && follows != '#').then_some(at..at + 1)
    }

    fn duplicates(&mut self, outline: &Outline, mapping: &Node) {
        let mut first: BTreeMap<&str, Range<usize>> = BTreeMap::new();
        for child in outline.children(mapping) {
            let (Some(Step::Key(name)), Some(key)) = (&child.step, &child.key) else { continue };
            if let Some(first) = first.get(name.as_str()) {
                let file = self.source.file;
                let place = file.passage(key.clone());
                let diagnostic = ck152::duplicate_key(place, name, file.passage(first.clone()));
                self.add(key.clone(), diagnostic);
            } else {
                first.insert(name, key.clone());
            }
        }
    }

    /// Tabs outside values and comments, the first of each line.
    fn tabs(&mut self, outline: &Outline) {
        if !self.source.yaml.contains('\t') {
            return;
        }
        let mut values: Vec<_> =
            outline.nodes().iter().filter_map(|node| self.scalar(node)).collect();
        values.sort_by_key(|value| value.start);
        let within = |at: usize| {
            let after = values.partition_point(|value| value.start <= at);
            after.checked_sub(1).is_some_and(|index| values[index].end > at)
        };
        let mut start = self.source.base;
        for line in self.source.yaml.split_inclusive('\n') {
            let tab = line.match_indices('\t').map(|(at, _)| start + at).find(|at| !within(*at));
            if let Some(at) = tab {
                let comment =
                    line[..at - start].match_indices('#').any(|(sign, _)| !within(start + sign));
                if !comment && !line.trim().is_empty() {
                    self.add(at..at + 1, ck150::tab(self.source.file.passage(at..at + 1)));
                }
            }
            start += line.len();
        }
    }

    /// The bytes of a text, of a block with the spaces before its first line.
    fn scalar(&self, node: &Node) -> Option<Range<usize>> {
        match node.kind {
            Kind::Plain | Kind::Quoted => Some(node.value.clone()),
            Kind::Block => {
                let before = &self.source.yaml[..node.value.start - self.source.base];
                Some(before.rfind('\n').map_or(0, |end| end + 1) + self.source.base..node.value.end)
            }
            Kind::Sequence | Kind::Mapping | Kind::Alias => None,
        }
    }

    fn end(&mut self, outline: &Outline) {
        let file = self.source.file;
        match outline.end() {
            End::OtherDocument => {
                if let Some(at) = outline.documents().get(1) {
                    self.add(at.clone(), ck156::other_document(file.passage(at.clone())));
                }
            }
            End::TooDeep(at) => self.add(at.clone(), ck157::too_deep(file.passage(at.clone()))),
            End::TooMany(at) => self.add(at.clone(), ck157::too_many(file.passage(at.clone()))),
            End::UnknownAlias(at) => self.mark(at.clone(), Mark::Alias),
            End::Whole | End::Fault(_) => {}
        }
    }

    fn text(&self, at: &Range<usize>) -> &'a str {
        &self.source.yaml[at.start - self.source.base..at.end - self.source.base]
    }
}

/// Whether a value in quotes, or below `|` or `>`, has no words.
fn is_blank(written: &str, kind: Kind) -> bool {
    match kind {
        Kind::Quoted => written.trim_matches(['"', '\'']).trim().is_empty(),
        Kind::Block if written.starts_with(['|', '>']) => {
            written.split_once('\n').is_none_or(|(_, words)| words.trim().is_empty())
        }
        Kind::Block => written.trim().is_empty(),
        Kind::Plain | Kind::Sequence | Kind::Mapping | Kind::Alias => false,
    }
}

/// The last words of a value, for a message that says where it ends.
fn shortened(value: &str) -> &str {
    let long = value.char_indices().rev().nth(40).map_or(0, |(at, _)| at);
    let start =
        if long == 0 { 0 } else { value[long..].find(' ').map_or(long, |space| long + space + 1) };
    &value[start..]
}

/// Whether one pair of curved quotation marks holds the whole value, and no other stands in it.
fn is_curved_whole(written: &str) -> bool {
    let inner = written.strip_prefix('“').and_then(|rest| rest.strip_suffix('”'));
    inner.is_some_and(|inner| !inner.contains(['“', '”']))
}

/// The first escape of a value in double quotes that stands for a character which no page can hold.
fn hidden_escape(written: &str) -> Option<(Range<usize>, char)> {
    let inner = written.strip_prefix('"')?;
    let mut rest = inner;
    while let Some(slash) = rest.find('\\') {
        let at = written.len() - rest.len() + slash;
        let sign = rest[slash + 1..].chars().next()?;
        let digits = match sign {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let end = slash + 1 + sign.len_utf8() + digits;
        let number = rest.get(slash + 2..end).filter(|_| digits > 0);
        let character = match sign {
            '0' => Some('\0'),
            'a' => Some('\u{7}'),
            'b' => Some('\u{8}'),
            'v' => Some('\u{b}'),
            'f' => Some('\u{c}'),
            'e' => Some('\u{1b}'),
            'N' => Some('\u{85}'),
            _ => number.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32),
        };
        let hidden = character.filter(|c| is_unfit_in_text(*c));
        if let Some(character) = hidden {
            return Some((at..at + end - slash, character));
        }
        rest = rest.get(end..)?;
    }
    None
}
