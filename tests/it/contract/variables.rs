//! Which fields of its view a template reads.
//!
//! In: the sources of all templates, which the engine has accepted. Out: paths such as
//! `task.number`, `tasks[].number`. The template is run without data: every branch once, every
//! loop once, every call with the paths that it is given. Where a value is made by a filter of
//! another type, its fields are not followed.

mod expression;

use std::collections::{BTreeMap, BTreeSet};

use super::syntax::{Piece, Token, dotted_name, pieces};

/// How deep templates and components are followed into each other.
const DEEPEST: usize = 24;

/// The fields that `template` reads. `sources` holds all templates by their full names,
/// `prefixes` what may stand before a name, in the order in which it is tried.
pub(super) fn of(
    template: &str,
    sources: &BTreeMap<&str, &str>,
    prefixes: &[String],
) -> BTreeSet<String> {
    let mut reading = Reading {
        templates: sources.iter().map(|(name, source)| (*name, pieces(source))).collect(),
        prefixes,
        components: BTreeMap::new(),
        found: BTreeSet::new(),
    };
    reading.collect_components();
    let mut run = Run {
        reading: &mut reading,
        lineage: Vec::new(),
        overrides: BTreeMap::new(),
        muted: 0,
        depth: 0,
    };
    run.page(template);
    reading.found
}

/// Where a value comes from: a path in the view, and whether it is a map of groups of its items.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Origin {
    path: String,
    grouped: bool,
}

impl Origin {
    fn of(path: impl Into<String>) -> Self {
        Self { path: path.into(), grouped: false }
    }

    /// What a loop over the value yields.
    fn item(&self) -> Self {
        if self.grouped { Self::of(&self.path) } else { Self::of(format!("{}[]", self.path)) }
    }

    fn field(&self, name: &str) -> Self {
        if self.path.is_empty() {
            Self::of(name)
        } else {
            Self::of(format!("{}.{name}", self.path))
        }
    }
}

/// The places that a value may come from; none where it is no part of the view.
type Origins = BTreeSet<Origin>;

/// The names that are bound at a point, the innermost last.
#[derive(Clone, Debug, Default)]
struct Scope {
    bound: Vec<(String, Origins)>,
    /// In a component, a name that is not bound is not the view's.
    closed: bool,
}

impl Scope {
    fn get(&self, name: &str) -> Origins {
        match self.bound.iter().rev().find(|(bound, _)| bound == name) {
            Some((_, origins)) => origins.clone(),
            None if self.closed => Origins::new(),
            None => Origins::from([Origin::of(name)]),
        }
    }

    fn bind(&mut self, name: &str, origins: Origins) {
        self.bound.push((name.to_owned(), origins));
    }
}

/// A place in a template: its name and the index of a piece.
type Spot<'a> = (&'a str, usize);

#[derive(Clone)]
struct Component<'a> {
    /// Names of parameters, each with whether it is taken from where the component is called.
    parameters: Vec<(&'a str, bool)>,
    rest: Option<&'a str>,
    body: Spot<'a>,
}

struct Reading<'a> {
    templates: BTreeMap<&'a str, Vec<Piece<'a>>>,
    prefixes: &'a [String],
    components: BTreeMap<String, Component<'a>>,
    found: BTreeSet<String>,
}

impl<'a> Reading<'a> {
    fn resolve(&self, name: &str) -> Option<&'a str> {
        let names = std::iter::once(name.to_owned())
            .chain(self.prefixes.iter().map(|prefix| format!("{prefix}{name}")));
        names
            .filter_map(|name| self.templates.get_key_value(name.as_str()))
            .map(|(name, _)| *name)
            .next()
    }

    /// The components of all templates; of several of one name, that of the first theme.
    fn collect_components(&mut self) {
        let rank =
            |name: &str| self.prefixes.iter().position(|prefix| name.starts_with(prefix.as_str()));
        let mut names: Vec<&'a str> = self.templates.keys().copied().collect();
        names.sort_by_key(|name| rank(name));
        for template in names {
            for (index, piece) in self.templates[template].iter().enumerate() {
                if let Some(("component", arguments)) = tag(piece)
                    && let Some((name, length)) = dotted_name(arguments)
                {
                    let component = component(&arguments[length..], (template, index + 1));
                    self.components.entry(name).or_insert(component);
                }
            }
        }
    }
}

fn component<'a>(signature: &[Token<'a>], body: Spot<'a>) -> Component<'a> {
    let mut component = Component { parameters: Vec::new(), rest: None, body };
    let inside = signature
        .iter()
        .position(|token| token.is("("))
        .map_or(&signature[..0], |open| expression::inside(&signature[open..]));
    for parameter in expression::split(inside) {
        match parameter {
            [spread, name, ..] if spread.is("...") => component.rest = name.name(),
            [at, name, ..] if at.is("@") => {
                component.parameters.extend(name.name().map(|name| (name, true)));
            }
            [name, ..] => component.parameters.extend(name.name().map(|name| (name, false))),
            [] => {}
        }
    }
    component
}

/// The keyword of a tag and what follows it; `</` for the end of a component's body.
fn tag<'t, 'a>(piece: &'t Piece<'a>) -> Option<(&'a str, &'t [Token<'a>])> {
    let Piece::Tag(tokens) = piece else { return None };
    let tokens =
        if tokens.first().is_some_and(|token| token.is("-")) { &tokens[1..] } else { &tokens[..] };
    let first = tokens.first()?;
    match first.name() {
        Some(name) => Some((name, &tokens[1..])),
        None if first.is("<") => Some(("<", &tokens[1..])),
        None if first.is("</") => Some(("</", &tokens[1..])),
        None => None,
    }
}

/// One run through a page, with the blocks of its templates.
struct Run<'r, 'a> {
    reading: &'r mut Reading<'a>,
    /// The blocks that are open, each with how many children's versions were passed by `super()`.
    lineage: Vec<(&'a str, usize)>,
    /// The versions of each block, the outermost child's first.
    overrides: BTreeMap<&'a str, Vec<Spot<'a>>>,
    /// More than zero while text is passed over.
    muted: usize,
    depth: usize,
}

impl<'a> Run<'_, 'a> {
    /// Runs a page: the blocks of the template and its parents are gathered, then the root is run.
    fn page(&mut self, name: &str) {
        let mut next = self.reading.resolve(name);
        let mut root = None;
        let mut seen = BTreeSet::new();
        while let Some(template) = next
            && seen.insert(template)
        {
            root = Some(template);
            next = None;
            for (index, piece) in self.reading.templates[template].iter().enumerate() {
                match tag(piece) {
                    Some(("extends", arguments)) => {
                        next = arguments
                            .first()
                            .and_then(Token::text)
                            .and_then(|name| self.reading.resolve(name));
                    }
                    Some(("block", arguments)) => {
                        if let Some(name) = arguments.first().and_then(Token::name) {
                            self.overrides.entry(name).or_default().push((template, index + 1));
                        }
                    }
                    _ => {}
                }
            }
        }
        if let Some(root) = root {
            self.section((root, 0), &mut Scope::default());
        }
    }

    /// Runs from a spot to the tag that ends what the spot is in; yields that tag's index.
    fn section(&mut self, (template, start): Spot<'a>, scope: &mut Scope) -> usize {
        let mut index = start;
        while let Some(piece) = self.reading.templates[template].get(index).cloned() {
            let Some((keyword, arguments)) = tag(&piece) else {
                if let Piece::Print(tokens) = &piece {
                    self.value(tokens, scope);
                }
                index += 1;
                continue;
            };
            let next = (template, index + 1);
            index = match keyword {
                "for" => self.for_loop(arguments, next, scope),
                "if" => self.condition(arguments, next, scope),
                "block" => self.block(arguments, next, scope),
                "set" | "set_global" => self.set(arguments, next, scope),
                "component" => self.passed_over(next, scope),
                "filter" => {
                    self.value(arguments, scope);
                    self.section(next, scope) + 1
                }
                "<" => {
                    self.call(arguments, scope);
                    self.section(next, scope) + 1
                }
                "include" => {
                    self.include(arguments, scope);
                    index + 1
                }
                "extends" | "break" | "continue" => index + 1,
                _ => return index,
            };
        }
        index
    }

    fn passed_over(&mut self, spot: Spot<'a>, scope: &Scope) -> usize {
        self.muted += 1;
        let end = self.section(spot, &mut scope.clone());
        self.muted -= 1;
        end + 1
    }

    fn for_loop(&mut self, arguments: &[Token<'a>], body: Spot<'a>, scope: &mut Scope) -> usize {
        let within = arguments
            .iter()
            .position(|token| token.name() == Some("in"))
            .unwrap_or(arguments.len());
        let container = self.value(arguments.get(within + 1..).unwrap_or_default(), scope);
        let bound = scope.bound.len();
        expression::bind_loop(&arguments[..within], &container, scope);
        let mut end = self.section(body, scope);
        scope.bound.truncate(bound);
        if self.reading.templates[body.0]
            .get(end)
            .and_then(tag)
            .is_some_and(|(keyword, _)| keyword == "else")
        {
            end = self.section((body.0, end + 1), scope);
        }
        end + 1
    }

    fn condition(&mut self, arguments: &[Token<'a>], body: Spot<'a>, scope: &mut Scope) -> usize {
        self.value(arguments, scope);
        let mut end = self.section(body, scope);
        while let Some(piece) = self.reading.templates[body.0].get(end).cloned() {
            match tag(&piece) {
                Some(("elif", arguments)) => drop(self.value(arguments, scope)),
                Some(("else", _)) => {}
                _ => break,
            }
            end = self.section((body.0, end + 1), scope);
        }
        end + 1
    }

    fn block(&mut self, arguments: &[Token<'a>], own: Spot<'a>, scope: &mut Scope) -> usize {
        let Some(name) = arguments.first().and_then(Token::name) else { return own.1 };
        if self.muted == 0
            && let Some(version) =
                self.overrides.get(name).and_then(|versions| versions.first()).copied()
        {
            self.lineage.push((name, 0));
            self.section(version, &mut scope.clone());
            self.lineage.pop();
        }
        self.passed_over(own, scope)
    }

    /// `super()`: the next version of the innermost block.
    fn parent_block(&mut self, scope: &Scope) {
        let Some((name, passed)) = self.lineage.last().copied() else { return };
        let version =
            self.overrides.get(name).and_then(|versions| versions.get(passed + 1)).copied();
        if self.muted == 0
            && let Some(version) = version
        {
            self.lineage.push((name, passed + 1));
            self.section(version, &mut scope.clone());
            self.lineage.pop();
        }
    }

    fn set(&mut self, arguments: &[Token<'a>], body: Spot<'a>, scope: &mut Scope) -> usize {
        let name = arguments.first().and_then(Token::name).unwrap_or_default();
        if arguments.get(1).is_some_and(|token| token.is("=")) {
            let origins = self.value(&arguments[2..], scope);
            scope.bind(name, origins);
            return body.1;
        }
        self.value(arguments.get(1..).unwrap_or_default(), scope);
        let end = self.section(body, scope);
        scope.bind(name, Origins::new());
        end + 1
    }

    fn include(&mut self, arguments: &[Token<'a>], scope: &Scope) {
        let template =
            arguments.first().and_then(Token::text).and_then(|name| self.reading.resolve(name));
        if let Some(template) = template
            && self.muted == 0
            && self.depth < DEEPEST
        {
            self.depth += 1;
            self.section((template, 0), &mut scope.clone());
            self.depth -= 1;
        }
    }

    fn found(&mut self, origins: &Origins) {
        if self.muted == 0 {
            self.reading.found.extend(
                origins.iter().map(|origin| origin.path.clone()).filter(|path| !path.is_empty()),
            );
        }
    }
}

mod tests;
