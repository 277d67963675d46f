//! Where an expression of a template makes a value larger, and the filters that count it there.
//!
//! In: the tokens between `{{` and `}}` or `{%` and `%}`. Out: what is put in, and at which bytes. A sum `a ~ b` is as
//! long as its sides; a slice, `...` and some of the engine's filters copy what they are given; a list that is made of
//! another has as many items; lists and maps may hold one value many times, which is kept once and written each time.

use crate::render::syntax::Token;

/// A side of `~`; a filter.
pub(crate) const JOINED: &str = "__joined";
/// A value that is copied by what follows; a filter.
pub(crate) const COPIED: &str = "__copied";
/// A value that may hold others many times; a filter.
pub(crate) const NESTED: &str = "__nested";
/// One more item of a list that is made of another; a function.
pub(crate) const EACH: &str = "__each";

/// The engine's filters that make as much as they are given, or a few times as much.
const COPYING: [&str; 15] = [
    "capitalize",
    "escape_html",
    "escape_xml",
    "keys",
    "lower",
    "newlines_to_br",
    "reverse",
    "sort",
    "split",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "unique",
    "upper",
];

/// Words behind which no value ends.
const KEYWORDS: [&str; 9] = ["and", "else", "elif", "for", "if", "in", "is", "not", "or"];

/// What is put into the template at a byte; of several at one byte, filters of what ends there come first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Insertion {
    pub(crate) at: usize,
    is_closing: bool,
    pub(crate) text: String,
}

/// What is put in between the tokens, in order.
pub(crate) fn insertions(source: &str, tokens: &[Token<'_>], is_print: bool) -> Vec<Insertion> {
    let mut found = Found { source, tokens, insertions: Vec::new() };
    for (at, token) in tokens.iter().enumerate() {
        if token.is("~") && at > 0 {
            found.filter(tokens[at - 1].end(source), JOINED);
            if let Some(last) = found.operand(at + 1) {
                found.filter(last, JOINED);
            }
        } else if token.is("|")
            && at > 0
            && tokens.get(at + 1).and_then(Token::name).is_some_and(|name| COPYING.contains(&name))
        {
            found.filter(tokens[at - 1].end(source), COPIED);
        } else if token.is("[") || token.is("?[") {
            found.brackets(at);
        } else if token.is("...") {
            found.spread(at);
        } else if token.is("{") && at > 1 && tokens[at - 1].is("=") {
            found.argument(at);
        }
    }
    if is_print && !tokens.iter().enumerate().any(|(at, _)| is_component(tokens, at)) {
        let is_literal = |at: usize| match () {
            () if tokens[at].is("[") => !ends_a_value(tokens, at),
            () => tokens[at].is("{"),
        };
        if let (Some(first), Some(last)) = (tokens.first(), tokens.last())
            && (0..tokens.len()).any(is_literal)
        {
            found.wrap(first.offset, last.end(source), NESTED);
        }
    }
    found.insertions.sort();
    found.insertions.dedup();
    found.insertions
}

/// Whether a component is called at this token.
pub(crate) fn is_component(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].is("<")
        && tokens.get(at + 1).is_some_and(|token| token.name().is_some())
        && !ends_a_value(tokens, at)
}

/// Whether the tokens are one value and filters behind it, the last of which is handed back.
pub(crate) fn last_filter<'a>(source: &str, tokens: &[Token<'a>]) -> Option<&'a str> {
    let found = Found { source, tokens, insertions: Vec::new() };
    let (end, filter) = found.value(0)?;
    filter.filter(|_| end == tokens.len())
}

/// Whether a value ends before this token.
fn ends_a_value(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &tokens[before]) else { return false };
    match before.name() {
        Some(name) => !KEYWORDS.contains(&name),
        None => !before.is_sign() || [")", "]", "}"].iter().any(|bracket| before.is(bracket)),
    }
}

struct Found<'s, 't, 'a> {
    source: &'s str,
    tokens: &'t [Token<'a>],
    insertions: Vec<Insertion>,
}

impl<'a> Found<'_, '_, 'a> {
    fn filter(&mut self, at: usize, name: &str) {
        let text = format!(" | {name}");
        self.insertions.push(Insertion { at, is_closing: false, text });
    }

    fn put(&mut self, at: usize, text: String) {
        self.insertions.push(Insertion { at, is_closing: true, text });
    }

    fn wrap(&mut self, start: usize, end: usize, name: &str) {
        self.put(start, "(".to_owned());
        self.put(end, format!(") | {name}"));
    }

    /// A slice, or a list that is made of another.
    fn brackets(&mut self, open: usize) {
        let Some(close) = self.closing(open) else { return };
        let inner = self.level(open, close);
        if ends_a_value(self.tokens, open) {
            if inner.iter().any(|at| self.tokens[*at].is(":")) {
                self.filter(self.tokens[open - 1].end(self.source), COPIED);
            }
            return;
        }
        let of = |name: &str| inner.iter().position(|at| self.tokens[*at].name() == Some(name));
        let Some(begun) = of("for") else { return };
        let condition = inner[begun..]
            .iter()
            .find(|at| self.tokens[**at].name() == Some("if"))
            .map(|at| self.tokens[*at].end(self.source));
        let end = self.tokens[close].offset;
        match condition {
            Some(at) => {
                self.put(at, format!(" {EACH}() and ("));
                self.put(end, ")".to_owned());
            }
            None => self.put(end, format!(" if {EACH}()")),
        }
    }

    /// `...list` within a list, `...map` within a map; a component's arguments are handed on as they are.
    fn spread(&mut self, at: usize) {
        let is_definition = self.tokens[0].name() == Some("component");
        let begins = at > 0 && ["[", "{", ","].iter().any(|sign| self.tokens[at - 1].is(sign));
        if is_definition || !begins {
            return;
        }
        let mut depth = 0_usize;
        for token in &self.tokens[at + 1..] {
            let closes = [")", "]", "}"].iter().any(|sign| token.is(sign));
            if depth == 0 && (closes || token.is(",")) {
                self.wrap(self.tokens[at].end(self.source), token.offset, COPIED);
                return;
            }
            depth = depth + usize::from(opens(token)) - usize::from(closes);
        }
    }

    /// `name={expression}` of a component's call, where the expression may make a list or map.
    fn argument(&mut self, open: usize) {
        let Some(close) = self.closing(open) else { return };
        let is_map = self.level(open, close).iter().any(|at| self.tokens[*at].is(":"))
            || close == open + 1
            || self.tokens[open + 1].is("...");
        let makes = self.tokens[open + 1..close].iter().any(|token| token.is("[") || token.is("{"));
        if !is_map && makes {
            self.wrap(self.tokens[open].end(self.source), self.tokens[close].offset, NESTED);
        }
    }

    /// The byte behind the value and its filters that begin with this token.
    fn operand(&self, start: usize) -> Option<usize> {
        let (end, _) = self.value(start)?;
        Some(self.tokens[end - 1].end(self.source))
    }

    /// The token behind the value and its filters, and the last of these.
    fn value(&self, start: usize) -> Option<(usize, Option<&'a str>)> {
        let mut at = match self.tokens.get(start)? {
            token if opens(token) => self.closing(start)? + 1,
            token if token.is("<") => self.behind_component(start)?,
            token if token.is_sign() => return None,
            _ => start + 1,
        };
        let mut filter = None;
        while let Some(token) = self.tokens.get(at) {
            if opens(token) && !token.is("{") {
                at = self.closing(at)? + 1;
            } else if token.is(".") || token.is("?.") {
                at += 2;
            } else if token.is("|") {
                filter = self.tokens.get(at + 1)?.name();
                at += 2;
            } else {
                break;
            }
        }
        (at <= self.tokens.len()).then_some((at, filter))
    }

    /// The token behind `<component … />`.
    fn behind_component(&self, start: usize) -> Option<usize> {
        let mut at = start + 1;
        while !(self.tokens.get(at)?.is("/") && self.tokens.get(at + 1)?.is(">")) {
            at = if opens(&self.tokens[at]) { self.closing(at)? + 1 } else { at + 1 };
        }
        Some(at + 2)
    }

    /// The token that closes the bracket at this one.
    fn closing(&self, open: usize) -> Option<usize> {
        let mut depth = 0_usize;
        for (at, token) in self.tokens.iter().enumerate().skip(open) {
            if opens(token) {
                depth += 1;
            } else if [")", "]", "}"].iter().any(|sign| token.is(sign)) {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at);
                }
            }
        }
        None
    }

    /// The tokens between two brackets that stand within no others.
    fn level(&self, open: usize, close: usize) -> Vec<usize> {
        let mut level = Vec::new();
        let mut at = open + 1;
        while at < close {
            level.push(at);
            let inner = if opens(&self.tokens[at]) { self.closing(at) } else { None };
            at = inner.unwrap_or(at) + 1;
        }
        level
    }
}

fn opens(token: &Token<'_>) -> bool {
    ["(", "[", "?[", "{"].iter().any(|sign| token.is(sign))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::syntax::{Piece, walk};

    /// `«` stands for the names of our filters and functions' signs.
    #[track_caller]
    fn check(template: &str, expected: &str) {
        let mut shown = String::new();
        let mut copied = 0;
        for (piece, _) in walk(template) {
            let is_print = matches!(piece, Piece::Print(_));
            let (Piece::Print(tokens) | Piece::Tag(tokens)) = piece;
            for insertion in insertions(template, &tokens, is_print) {
                shown.push_str(&template[copied..insertion.at]);
                shown.push_str(&insertion.text);
                copied = insertion.at;
            }
        }
        shown.push_str(&template[copied..]);
        let shown = shown.replace(" | __joined", "«j»").replace(" | __copied", "«c»");
        assert_eq!(shown.replace(" | __nested", "«n»").replace("__each()", "«e»"), expected);
    }

    #[test]
    fn both_sides_of_a_sum_are_counted() {
        check("{{ a ~ b }}", "{{ a«j» ~ b«j» }}");
        check("{{ a ~ b.c[0] ~ 'x' }}", "{{ a«j» ~ b.c[0]«j» ~ 'x'«j» }}");
        check("{% set a = a ~ f(x=1) | first -%}", "{% set a = a«j» ~ f(x=1) | first«j» -%}");
        check("{{ a ~ (b ~ 2.5) }}", "{{ a«j» ~ (b«j» ~ 2.5«j»)«j» }}");
        check("{{ <a x={1} /> ~ <b /> }}", "{{ <a x={1} />«j» ~ <b />«j» }}");
    }

    #[test]
    fn what_copies_is_counted() {
        check("{{ a | sort | first }}", "{{ a«c» | sort | first }}");
        check("{{ a | nth(n=1) | upper }}", "{{ a | nth(n=1)«c» | upper }}");
        check("{{ a[1:] ~ a[1] }}", "{{ a«c»[1:]«j» ~ a[1]«j» }}");
        check("{% set a = [...a, ...b or c] %}", "{% set a = [...(a)«c», ...(b or c)«c»] %}");
        check("{% set a = {...a, 'b': 1} %}", "{% set a = {...(a)«c», 'b': 1} %}");
        check(
            "{% component a(b, ...rest) %}{{ <c ...rest /> }}",
            "{% component a(b, ...rest) %}{{ <c ...rest /> }}",
        );
    }

    #[test]
    fn lists_of_lists_are_counted() {
        check("{% set a = [x for x in b] %}", "{% set a = [x for x in b if «e»] %}");
        check(
            "{% set a = [x if x else y for x in b if x or y] %}",
            "{% set a = [x if x else y for x in b if «e» and ( x or y)] %}",
        );
        check("{% for a in b %}{{ c[0] }}", "{% for a in b %}{{ c[0] }}");
        check("{{ [a, a] }}", "{{ ([a, a])«n» }}");
        check("{{ {'a': b} }}", "{{ ({'a': b})«n» }}");
        check(
            "{{ <a b={[c, c]} d={e} f={{'a': b}} /> }}",
            "{{ <a b={([c, c])«n»} d={e} f={({'a': b})«n»} /> }}",
        );
        check("{% <a b={[c]}> %}", "{% <a b={([c])«n»}> %}");
        check("{% set a = {'b': [c]} %}", "{% set a = {'b': [c]} %}");
    }

    #[test]
    fn broken_expressions_are_left_to_the_engine() {
        for broken in [
            "{{ ~ }}",
            "{{ a ~ }}",
            "{{ [x for }}",
            "{{ ] ) ~ ( }}",
            "{{ ...",
            "{{ = { }}",
            "{% ~ a %}",
        ] {
            for (piece, _) in walk(broken) {
                let (Piece::Print(tokens) | Piece::Tag(tokens)) = piece;
                let _ = insertions(broken, &tokens, true);
            }
        }
    }
}
