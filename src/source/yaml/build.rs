//! From the events of the YAML scanner to an outline.
//!
//! In: YAML. Out: the tree. The scanner counts characters and places some ends behind a comment;
//! both are put right here, so that nothing else has to know of it.

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::{DEEPEST, End, Kind, MOST, Mark, Node, Outline, Step};

impl Outline {
    /// Reads the first document of `yaml`, which begins at byte `base` of its file.
    pub fn of(yaml: &str, base: usize) -> Self {
        let mut builder = Builder {
            yaml,
            base,
            bytes: yaml.char_indices().map(|(at, _)| at).chain([yaml.len()]).collect(),
            open: Vec::new(),
            skipped: 0,
            read: 0,
            outline: Outline {
                nodes: Vec::new(),
                marks: Vec::new(),
                documents: Vec::new(),
                end: End::Whole,
                whole: first_line(yaml, base),
            },
        };
        builder.run();
        builder.close_ends();
        builder.outline
    }
}

struct Builder<'a> {
    yaml: &'a str,
    base: usize,
    /// Byte of each character, and of the end.
    bytes: Vec<usize>,
    open: Vec<Open>,
    /// How many collections are open within a key that is a collection.
    skipped: usize,
    read: usize,
    outline: Outline,
}

/// A collection whose end was not met yet.
struct Open {
    node: usize,
    /// The key whose value comes next, in a mapping.
    key: Option<(String, Range<usize>)>,
}

impl Builder<'_> {
    fn run(&mut self) {
        let mut parser = Parser::new_from_str(self.yaml);
        while let Some(event) = parser.next_event() {
            let stop = match event {
                Ok((event, span)) => self.take(&event, span),
                Err(error) => {
                    let at = self.byte(error.marker().index());
                    Some(fault(error.info(), self.token(at)))
                }
            };
            if let Some(end) = stop {
                self.outline.end = end;
                return;
            }
        }
    }

    /// Takes one event in; an answer means that reading stops.
    fn take(&mut self, event: &Event<'_>, span: Span) -> Option<End> {
        let range = self.byte(span.start.index())..self.byte(span.end.index());
        match event {
            Event::DocumentStart(_) => {
                self.outline.documents.push(self.moved(range));
                (self.outline.documents.len() > 1).then_some(End::OtherDocument)
            }
            Event::Alias(_) => {
                let token = self.token(range.start);
                self.outline.marks.push((token, Mark::Alias));
                self.value(Kind::Alias, range, "*")
            }
            Event::Scalar(text, style, anchor, tag) => {
                let kind = match style {
                    ScalarStyle::Plain => Kind::Plain,
                    ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Kind::Quoted,
                    ScalarStyle::Literal | ScalarStyle::Folded => Kind::Block,
                };
                let range = self.properties(range, kind, *anchor > 0 || tag.is_some());
                self.value(kind, range, text)
            }
            Event::SequenceStart(anchor, tag) => {
                let range = self.properties(range, Kind::Sequence, *anchor > 0 || tag.is_some());
                self.begin(Kind::Sequence, range)
            }
            Event::MappingStart(anchor, tag) => {
                let range = self.properties(range, Kind::Mapping, *anchor > 0 || tag.is_some());
                self.begin(Kind::Mapping, range)
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.finish(range);
                None
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => None,
        }
    }

    /// A scalar or alias: the key or the value of what is open.
    fn value(&mut self, kind: Kind, range: Range<usize>, text: &str) -> Option<End> {
        if self.skipped > 0 {
            return None;
        }
        if self.awaits_key() {
            let range = self.moved(self.trimmed(kind, range));
            if let Some(open) = self.open.last_mut() {
                open.key = Some((text.to_owned(), range));
            }
            return None;
        }
        let range = self.trimmed(kind, range);
        self.add(kind, range).err()
    }

    fn begin(&mut self, kind: Kind, range: Range<usize>) -> Option<End> {
        let place = self.moved(range.clone());
        if self.open.len() + self.skipped >= DEEPEST {
            return Some(End::TooDeep(place));
        }
        if self.skipped > 0 || self.awaits_key() {
            if let (0, Some(open)) = (self.skipped, self.open.last_mut()) {
                open.key = Some(("?".to_owned(), place));
            }
            self.skipped += 1;
            return None;
        }
        match self.add(kind, range) {
            Ok(node) => {
                self.open.push(Open { node, key: None });
                None
            }
            Err(end) => Some(end),
        }
    }

    fn finish(&mut self, range: Range<usize>) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        // Only a collection in brackets has an end of its own; others end with their last value.
        let end = self.moved(range).end;
        if let Some(open) = self.open.pop() {
            let bracket = self.yaml[..end - self.base].ends_with([']', '}']);
            let node = &mut self.outline.nodes[open.node];
            if bracket && end > node.value.end {
                node.value.end = end;
            }
        }
    }

    fn awaits_key(&self) -> bool {
        self.open.last().is_some_and(|open| {
            open.key.is_none() && self.outline.nodes[open.node].kind == Kind::Mapping
        })
    }

    fn add(&mut self, kind: Kind, range: Range<usize>) -> Result<usize, End> {
        let value = self.moved(range);
        self.read += 1;
        if self.read > MOST {
            return Err(End::TooMany(value));
        }
        let index = self.outline.nodes.len();
        let (step, key) = match self.open.last_mut() {
            None => (None, None),
            Some(open) => {
                let parent = &mut self.outline.nodes[open.node];
                let place = parent.children.len();
                parent.children.push(index);
                match open.key.take() {
                    Some((name, range)) => (Some(Step::Key(name)), Some(range)),
                    None => (Some(Step::Item(place)), None),
                }
            }
        };
        let head = value.end;
        self.outline.nodes.push(Node {
            step,
            key,
            value,
            kind,
            children: Vec::new(),
            one_line: true,
            head,
        });
        Ok(index)
    }

    /// Records anchors and tags before a value, and gives the range of the value behind them.
    fn properties(&mut self, range: Range<usize>, kind: Kind, present: bool) -> Range<usize> {
        if !present {
            return range;
        }
        // The range of a block scalar begins at its first line, after the line with its marks.
        let before = self.yaml[..range.start].trim_end();
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        let mut start = if kind == Kind::Block {
            before[line..].find(['&', '!']).map_or(range.start, |at| line + at)
        } else {
            range.start
        };
        while let Some(sign) = self.yaml[start..].chars().next().filter(|c| ['&', '!'].contains(c))
        {
            let token = self.token(start);
            let mark = if sign == '&' { Mark::Anchor } else { Mark::Tag };
            start = token.end - self.base;
            self.outline.marks.push((token, mark));
            let rest = &self.yaml[start..];
            start += rest.len() - rest.trim_start().len();
        }
        if kind == Kind::Block { range } else { start.min(range.end)..range.end }
    }

    /// The range without the comment and spaces that the scanner counts to it.
    fn trimmed(&self, kind: Kind, range: Range<usize>) -> Range<usize> {
        let text = &self.yaml[range.clone()];
        let length = match kind {
            Kind::Quoted => quoted_length(text),
            _ => text.trim_end().len(),
        };
        range.start..range.start + length
    }

    /// Gives every collection the end of its last value, and marks what stands in one line.
    fn close_ends(&mut self) {
        for index in (0..self.outline.nodes.len()).rev() {
            let node = &self.outline.nodes[index];
            let last = node.children.last().map(|child| {
                let child = &self.outline.nodes[*child];
                child.value.end.max(child.key.as_ref().map_or(0, |key| key.end))
            });
            let node = &mut self.outline.nodes[index];
            node.value.end = node.value.end.max(last.unwrap_or(0));
            let text = &self.yaml[node.value.start - self.base..node.value.end - self.base];
            let in_brackets = text.starts_with(['[', '{']);
            let block = match node.kind {
                Kind::Block => true,
                Kind::Sequence | Kind::Mapping => node.key.is_some() && !in_brackets,
                Kind::Plain | Kind::Quoted | Kind::Alias => false,
            };
            let head = text.find(['\r', '\n']).unwrap_or(text.len());
            node.one_line = !block && head == text.len();
            node.head = node.value.start + head;
        }
    }

    fn byte(&self, character: usize) -> usize {
        self.bytes.get(character).copied().unwrap_or(self.yaml.len())
    }

    /// The bytes in the file from `start` up to the next space or bracket.
    fn token(&self, start: usize) -> Range<usize> {
        let rest = &self.yaml[start..];
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let length = rest[first..]
            .find(|c: char| c.is_whitespace() || ",]}".contains(c))
            .map_or(rest.len(), |at| at + first);
        self.moved(start..start + length)
    }

    fn moved(&self, range: Range<usize>) -> Range<usize> {
        range.start + self.base..range.end.max(range.start) + self.base
    }
}

/// The scanner's two faults that are none of the text's form have their own end.
fn fault(message: &str, token: Range<usize>) -> End {
    match message {
        "recursion limit exceeded" => End::TooDeep(token),
        "while parsing node, found unknown anchor" => End::UnknownAlias(token),
        _ => End::Fault(token),
    }
}

/// The length of a quoted text with its quotes.
fn quoted_length(text: &str) -> usize {
    let double = text.starts_with('"');
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' if double => {
                characters.next();
            }
            '\'' if !double && characters.peek().is_some_and(|(_, next)| *next == '\'') => {
                characters.next();
            }
            '"' if double => return at + 1,
            '\'' if !double => return at + 1,
            _ => {}
        }
    }
    text.trim_end().len()
}

/// The first line that says something, for places in a text of which nothing could be read.
fn first_line(yaml: &str, base: usize) -> Range<usize> {
    let start = yaml.len() - yaml.trim_start().len();
    let length = yaml[start..].find(['\r', '\n']).unwrap_or(yaml.len() - start);
    base + start..base + start + length
}
