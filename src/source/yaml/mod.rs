//! The keys and values of a YAML text, with their places.
//!
//! In: YAML, whole or broken. Out: a tree of its first document up to the first fault, each key
//! and value with its bytes; where reading stopped, and why. Judges nothing: a duplicate key or
//! an alias is merely recorded. Time and memory are bounded for any text.

mod build;

use std::ops::Range;

use crate::source::place::KeyPath;

/// The deepest nesting that is read, in collections.
pub const DEEPEST: usize = 32;

/// The largest number of values that is read.
pub const MOST: usize = 20_000;

/// The tree of a YAML text; ranges are bytes of the file that it stands in.
#[derive(Clone, Debug)]
pub struct Outline {
    nodes: Vec<Node>,
    marks: Vec<(Range<usize>, Mark)>,
    documents: Vec<Range<usize>>,
    end: End,
    whole: Range<usize>,
}

/// One value and how it is reached.
#[derive(Clone, Debug)]
pub struct Node {
    /// The step from the value around it; nothing for the document's own value.
    pub step: Option<Step>,
    /// Bytes of the key as written, where it is reached by one.
    pub key: Option<Range<usize>>,
    /// Bytes of the value, without comments; empty where nothing is written.
    pub value: Range<usize>,
    /// How the value is written.
    pub kind: Kind,
    children: Vec<usize>,
    one_line: bool,
    /// Where the value's first line ends.
    head: usize,
}

/// A step from a collection to a value in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// By a key; a key that is itself a collection is called `?`.
    Key(String),
    /// By position, from 0.
    Item(usize),
}

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Bare text.
    Plain,
    /// Text in quotes.
    Quoted,
    /// Text below `|` or `>`.
    Block,
    /// A list.
    Sequence,
    /// Keys with values.
    Mapping,
    /// A reference to another value.
    Alias,
}

/// A sign by which YAML names, repeats or retypes a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `&name`
    Anchor,
    /// `*name`
    Alias,
    /// `!name`
    Tag,
}

/// Where reading stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// At the end of the text.
    Whole,
    /// At another document.
    OtherDocument,
    /// At a value nested deeper than [`DEEPEST`].
    TooDeep(Range<usize>),
    /// At the value after the first [`MOST`].
    TooMany(Range<usize>),
    /// At a reference to a value that has no such name.
    UnknownAlias(Range<usize>),
    /// At text that is no YAML.
    Fault(Range<usize>),
}

impl Outline {
    /// All values, each before those within it.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The values within this one, in order.
    pub fn children<'a>(&'a self, node: &'a Node) -> impl Iterator<Item = &'a Node> {
        node.children.iter().map(|child| &self.nodes[*child])
    }

    /// Every anchor, alias and tag, of keys and of values.
    pub fn marks(&self) -> &[(Range<usize>, Mark)] {
        &self.marks
    }

    /// Where each document begins; at most two are told.
    pub fn documents(&self) -> &[Range<usize>] {
        &self.documents
    }

    /// Where reading stopped.
    pub fn end(&self) -> &End {
        &self.end
    }

    /// The value at `path`, if it is there.
    pub fn value(&self, path: &KeyPath) -> Option<&Node> {
        let (node, rest) = self.walk(path)?;
        rest.is_empty().then_some(node)
    }

    /// The key that begins at byte `start` of the file, as written.
    pub fn key_at(&self, start: usize) -> Option<Range<usize>> {
        self.nodes.iter().filter_map(|node| node.key.clone()).find(|key| key.start == start)
    }

    /// The bytes to point at for `path`.
    ///
    /// That is the value where it stands in one line, else its key, else its first bytes. For a
    /// missing key it is the key of the nearest value around it that is there.
    pub fn locate(&self, path: &KeyPath) -> Range<usize> {
        let Some((node, rest)) = self.walk(path) else { return self.whole.clone() };
        match &node.key {
            Some(key) if !rest.is_empty() || !node.one_line || node.value.is_empty() => key.clone(),
            _ => node.value.start..node.head,
        }
    }

    /// The innermost value on the way along `path`, and what is left of the path there.
    fn walk<'a>(&self, path: &'a KeyPath) -> Option<(&Node, &'a str)> {
        let mut node = self.nodes.first()?;
        let mut rest = path.as_str();
        while let Some((child, shorter)) = self.step(node, rest) {
            node = child;
            rest = shorter;
        }
        Some((node, rest))
    }

    /// The child that `path` leads to. A key may itself hold dots, so the longest one that fits is
    /// taken, and of equal keys the first.
    fn step<'a>(&self, node: &Node, path: &'a str) -> Option<(&Node, &'a str)> {
        if path.is_empty() {
            return None;
        }
        if let Some((index, rest)) = leading_index(path) {
            let child = node.children.get(index).map(|child| &self.nodes[*child])?;
            return matches!(child.step, Some(Step::Item(_))).then_some((child, rest));
        }
        let path = path.strip_prefix('.').unwrap_or(path);
        let mut best: Option<(&Node, &str)> = None;
        for child in node.children.iter().map(|child| &self.nodes[*child]) {
            let Some(Step::Key(key)) = &child.step else { continue };
            let Some(rest) = path.strip_prefix(key.as_str()) else { continue };
            let whole = rest.is_empty() || rest.starts_with(['.', '[']);
            if whole && best.is_none_or(|(_, shortest)| rest.len() < shortest.len()) {
                best = Some((child, rest));
            }
        }
        best
    }
}

/// The number of a path that begins with `[2]`, and what follows it.
fn leading_index(path: &str) -> Option<(usize, &str)> {
    let (number, rest) = path.strip_prefix('[')?.split_once(']')?;
    Some((number.parse().ok()?, rest))
}

#[cfg(test)]
mod tests;
