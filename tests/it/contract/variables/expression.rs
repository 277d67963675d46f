//! The paths that an expression reads, and those that its value may come from.

use std::collections::BTreeMap;

use super::{DEEPEST, Origin, Origins, Run, Scope};
use crate::contract::syntax::{Kind, Token, dotted_name};

/// The tokens between a bracket, the first of `tokens`, and its partner.
pub(super) fn inside<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate() {
        if opens(token) {
            depth += 1;
        } else if closes(token) {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return &tokens[1..index];
            }
        }
    }
    tokens.get(1..).unwrap_or_default()
}

/// The parts between the commas that stand in no bracket.
pub(super) fn split<'t, 'a>(tokens: &'t [Token<'a>]) -> Vec<&'t [Token<'a>]> {
    let mut depth = 0_usize;
    let parts = tokens.split(|token| {
        if opens(token) {
            depth += 1;
        } else if closes(token) {
            depth = depth.saturating_sub(1);
        }
        depth == 0 && token.is(",")
    });
    parts.filter(|part| !part.is_empty()).collect()
}

/// Binds the names before `in`: an item, or a key and a value.
pub(super) fn bind_loop(names: &[Token<'_>], container: &Origins, scope: &mut Scope) {
    let names: Vec<&str> = names.iter().filter_map(Token::name).collect();
    let items: Origins = container.iter().map(Origin::item).collect();
    match *names.as_slice() {
        [item] => scope.bind(item, items),
        [key, value] => {
            scope.bind(key, Origins::new());
            scope.bind(value, items);
        }
        _ => {}
    }
    scope.bind("loop", Origins::new());
}

fn opens(token: &Token<'_>) -> bool {
    matches!(token.kind, Kind::Sign("(" | "[" | "?[" | "{"))
}

fn closes(token: &Token<'_>) -> bool {
    matches!(token.kind, Kind::Sign(")" | "]" | "}"))
}

/// Where the first name of that kind stands outside of brackets.
fn keyword(tokens: &[Token<'_>], name: &str) -> Option<usize> {
    let mut depth = 0_usize;
    tokens.iter().position(|token| {
        if opens(token) {
            depth += 1;
        } else if closes(token) {
            depth = depth.saturating_sub(1);
        }
        depth == 0 && token.name() == Some(name)
    })
}

/// An argument: the text, where it is written as one, and where its value comes from.
struct Argument<'a> {
    text: Option<&'a str>,
    origins: Origins,
}

impl<'a> Run<'_, 'a> {
    /// Notes what the expression reads; yields what its value may come from.
    pub(super) fn value(&mut self, tokens: &[Token<'a>], scope: &mut Scope) -> Origins {
        let mut result = Origins::new();
        let mut operand = Origins::new();
        let mut wants_operand = true;
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let rest = &tokens[at..];
            match token.kind {
                Kind::Sign("|") => {
                    let (length, filtered) = self.filter(rest, &operand, scope);
                    operand = filtered;
                    at += length;
                    wants_operand = false;
                    continue;
                }
                Kind::Name("is") if !wants_operand => {
                    at += 1 + usize::from(tokens.get(at + 1).and_then(Token::name) == Some("not"));
                    // The test's name; its arguments are read as an expression in brackets.
                    at += 1;
                    continue;
                }
                Kind::Sign("." | "?.") if !wants_operand => {
                    let field = tokens.get(at + 1).and_then(Token::name).unwrap_or_default();
                    operand = operand.iter().map(|origin| origin.field(field)).collect();
                    self.found(&operand);
                    at += 2;
                    continue;
                }
                Kind::Name(_) if !wants_operand => wants_operand = true,
                Kind::Name("not") => {}
                Kind::Name("true" | "True" | "false" | "False" | "none" | "None" | "null")
                | Kind::Text(_)
                | Kind::Number => {
                    wants_operand = false;
                }
                Kind::Name(_) if tokens.get(at + 1).is_some_and(|next| next.is("(")) => {
                    let arguments = inside(&rest[1..]);
                    self.arguments(arguments, scope);
                    if token.name() == Some("super") {
                        self.parent_block(scope);
                    }
                    at += arguments.len() + 3;
                    wants_operand = false;
                    continue;
                }
                Kind::Name(_) => {
                    result.append(&mut operand);
                    let (length, origins) = self.chain(rest, scope);
                    operand = origins;
                    at += length;
                    wants_operand = false;
                    continue;
                }
                Kind::Sign("<") if wants_operand => {
                    at += 1 + self.call(&rest[1..], scope);
                    wants_operand = false;
                    continue;
                }
                Kind::Sign("(" | "[" | "{") => {
                    result.append(&mut operand);
                    let within = inside(rest);
                    operand = self.bracket(token, within, scope);
                    at += within.len() + 2;
                    wants_operand = false;
                    continue;
                }
                Kind::Sign(_) => wants_operand = true,
            }
            result.append(&mut operand);
            at += 1;
        }
        result.append(&mut operand);
        result
    }

    fn bracket(&mut self, open: &Token<'a>, within: &[Token<'a>], scope: &mut Scope) -> Origins {
        if open.is("(") {
            // In the arguments of a test, a name before `=` is no variable.
            let is_arguments =
                matches!(within, [name, equals, ..] if name.name().is_some() && equals.is("="));
            return if is_arguments {
                drop(self.arguments(within, scope));
                Origins::new()
            } else {
                self.value(within, scope)
            };
        }
        if open.is("[")
            && let Some(middle) = keyword(within, "for")
        {
            let after = &within[middle + 1..];
            let source = keyword(after, "in").unwrap_or(after.len());
            let rest = after.get(source + 1..).unwrap_or_default();
            let (container, condition) = rest.split_at(keyword(rest, "if").unwrap_or(rest.len()));
            let container = self.value(container, scope);
            let bound = scope.bound.len();
            bind_loop(&after[..source], &container, scope);
            self.value(&within[..middle], scope);
            self.value(condition.get(1..).unwrap_or_default(), scope);
            scope.bound.truncate(bound);
            return Origins::new();
        }
        for part in split(within) {
            let colon = part.iter().position(|token| token.is(":")).filter(|_| open.is("{"));
            self.value(&part[colon.map_or(0, |colon| colon + 1)..], scope);
        }
        Origins::new()
    }

    /// A name with its fields and indices: how many tokens, and where it comes from.
    fn chain(&mut self, tokens: &[Token<'a>], scope: &mut Scope) -> (usize, Origins) {
        let name = tokens[0].name().expect("a chain begins with a name");
        let mut origins = scope.get(name);
        let mut at = 1;
        loop {
            match &tokens[at..] {
                [dot, field, ..] if (dot.is(".") || dot.is("?.")) && field.name().is_some() => {
                    let field = field.name().unwrap_or_default();
                    origins = origins.iter().map(|origin| origin.field(field)).collect();
                    at += 2;
                }
                [open, ..] if open.is("[") || open.is("?[") => {
                    let within = inside(&tokens[at..]);
                    origins = self.indexed(origins, within, scope);
                    at += within.len() + 2;
                }
                _ => break,
            }
        }
        self.found(&origins);
        (at, origins)
    }

    fn indexed(&mut self, origins: Origins, within: &[Token<'a>], scope: &mut Scope) -> Origins {
        if let [key] = within
            && let Some(key) = key.text()
        {
            return origins.iter().map(|origin| origin.field(key)).collect();
        }
        let is_slice = within.iter().any(|token| token.is(":"));
        for part in within.split(|token| token.is(":")) {
            self.value(part, scope);
        }
        if is_slice { origins } else { origins.iter().map(Origin::item).collect() }
    }

    /// A filter from its `|`: how many tokens, and where the result comes from.
    fn filter(
        &mut self,
        tokens: &[Token<'a>],
        value: &Origins,
        scope: &mut Scope,
    ) -> (usize, Origins) {
        let name = tokens.get(1).and_then(Token::name).unwrap_or_default();
        let mut length = 2;
        let mut arguments = BTreeMap::new();
        if tokens.get(2).is_some_and(|token| token.is("(")) {
            let within = inside(&tokens[2..]);
            arguments = self.arguments(within, scope);
            length += within.len() + 2;
        }
        let attribute = arguments.get("attribute").and_then(|argument| argument.text);
        if let Some(attribute) = attribute {
            self.found(&value.iter().map(|origin| origin.item().field(attribute)).collect());
        }
        let result = match name {
            "sort" | "unique" | "reverse" | "values" => value.clone(),
            "first" | "last" | "nth" => value.iter().map(Origin::item).collect(),
            "group_by" => value
                .iter()
                .map(|origin| Origin { path: origin.path.clone(), grouped: true })
                .collect(),
            "default" => value
                .iter()
                .chain(arguments.values().flat_map(|argument| &argument.origins))
                .cloned()
                .collect(),
            "get" => {
                let key = arguments.get("key").and_then(|argument| argument.text);
                let origins: Origins = key
                    .map(|key| value.iter().map(|origin| origin.field(key)).collect())
                    .unwrap_or_default();
                self.found(&origins);
                origins
            }
            _ => Origins::new(),
        };
        (length, result)
    }

    /// `name=value, …`
    fn arguments(
        &mut self,
        tokens: &[Token<'a>],
        scope: &mut Scope,
    ) -> BTreeMap<&'a str, Argument<'a>> {
        let mut arguments = BTreeMap::new();
        for part in split(tokens) {
            if let [name, equals, value @ ..] = part
                && let Some(name) = name.name()
                && equals.is("=")
            {
                let text = if let [text] = value { text.text() } else { None };
                arguments.insert(name, Argument { text, origins: self.value(value, scope) });
            }
        }
        arguments
    }

    /// The call of a component, after its `<`: yields how many tokens it has, with its `>`.
    pub(super) fn call(&mut self, tokens: &[Token<'a>], scope: &mut Scope) -> usize {
        let Some((name, mut at)) = dotted_name(tokens) else { return 0 };
        let mut given: BTreeMap<&'a str, Origins> = BTreeMap::new();
        let mut spread = Origins::new();
        loop {
            match &tokens[at..] {
                [argument, equals, brace, ..]
                    if argument.name().is_some() && equals.is("=") && brace.is("{") =>
                {
                    let within = inside(&tokens[at + 2..]);
                    given.insert(argument.name().unwrap_or_default(), self.value(within, scope));
                    at += within.len() + 4;
                }
                [argument, equals, _, ..] if argument.name().is_some() && equals.is("=") => at += 3,
                [argument, ..] if argument.name().is_some() => {
                    let origins = scope.get(argument.name().unwrap_or_default());
                    self.found(&origins);
                    given.insert(argument.name().unwrap_or_default(), origins);
                    at += 1;
                }
                [brace, dots, ..] if brace.is("{") && dots.is("...") => {
                    let within = inside(&tokens[at..]);
                    spread.extend(self.value(&within[1..], scope));
                    at += within.len() + 2;
                }
                [slash, ..] if slash.is("/") => at += 1,
                _ => break,
            }
        }
        self.run_component(&name, &given, &spread, scope);
        at + 1
    }

    fn run_component(
        &mut self,
        name: &str,
        given: &BTreeMap<&str, Origins>,
        spread: &Origins,
        scope: &Scope,
    ) {
        let Some(component) = self.reading.components.get(name).cloned() else { return };
        if self.muted > 0 || self.depth >= DEEPEST {
            return;
        }
        let mut inner = Scope { bound: Vec::new(), closed: true };
        for (parameter, implicit) in &component.parameters {
            let origins = match given.get(parameter) {
                Some(origins) => origins.clone(),
                None if *implicit => scope.get(parameter),
                None => spread.iter().map(|origin| origin.field(parameter)).collect(),
            };
            inner.bind(parameter, origins);
        }
        if let Some(rest) = component.rest {
            inner.bind(rest, spread.clone());
        }
        self.depth += 1;
        self.section(component.body, &mut inner);
        self.depth -= 1;
    }
}
