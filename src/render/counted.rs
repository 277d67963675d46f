//! Templates with calls that count what a page costs.
//!
//! In: templates as their authors wrote them. Out: the same with calls of the functions and filters that
//! [`super::limits`] makes known, and where these stand. The engine offers no hook, so that a call stands at the head of
//! all that may be repeated (loops, components, blocks, templates), behind each variable that is set and each value that
//! is shown, and where an expression makes a value larger ([`super::growth`]).

use std::ops::Range;

use crate::render::growth::{insertions, is_component, last_filter};
use crate::render::syntax::{Piece, Token, walk};

/// A round of so many bytes; a function.
pub(crate) const STEP: &str = "__step";
/// A variable was filled; a function.
pub(crate) const KEPT: &str = "__kept";
/// A value was written; a function.
pub(crate) const SHOWN: &str = "__shown";

/// Filters that hand on a part of what they are given. The others count what they make, or make nothing large.
const PASSING: [&str; 6] = ["default", "first", "get", "last", "nth", "safe"];

/// A template with its counting calls, and where they stand in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counted {
    /// The text that the engine reads.
    pub(crate) source: String,
    /// The bytes of `source` that its author did not write, in order.
    inserted: Vec<Range<usize>>,
}

impl Counted {
    /// The template with its calls; `captures` says whether any template of the theme does ([`captures`]).
    pub(crate) fn of(template: &str, captures: bool) -> Self {
        let mut calls: Vec<(usize, Call)> = Vec::new();
        let mut open: Vec<(&str, usize)> = Vec::new();
        let mut kept: Vec<Option<&str>> = Vec::new();
        let mut extends = false;
        for (piece, range) in walk(template) {
            let is_print = matches!(piece, Piece::Print(_));
            let (Piece::Print(tokens) | Piece::Tag(tokens)) = piece;
            let within = insertions(template, &tokens, is_print).into_iter();
            calls.extend(within.map(|insertion| (insertion.at, Call::within(insertion.text))));
            let trims = template[..range.end].ends_with(if is_print { "-}}" } else { "-%}" });
            let mut add = |what| calls.push((range.end, Call { what, trims }));
            if is_print {
                let shown = if captures { shown(template, &tokens) } else { None };
                shown.into_iter().for_each(|shown| add(What::Shown(shown)));
                continue;
            }
            match tokens.first().and_then(Token::name) {
                Some(name @ ("for" | "component" | "block")) => {
                    add(What::Step(0));
                    open.push((name, calls.len() - 1));
                }
                Some(name @ ("endfor" | "endcomponent" | "endblock")) => {
                    if let Some((begun, call)) = open.pop()
                        && name.ends_with(begun)
                        && let (start, Call { what: What::Step(bytes), .. }) = &mut calls[call]
                    {
                        *bytes = range.start.saturating_sub(*start);
                    }
                }
                Some("extends") => extends = true,
                Some("set" | "set_global") => {
                    let variable = tokens.get(1).and_then(Token::name);
                    if tokens.get(2).is_some_and(|token| token.is("=")) {
                        let nested = tokens.iter().any(|token| token.is("[") || token.is("{"));
                        variable.into_iter().for_each(|name| add(What::Kept(name, nested)));
                    } else {
                        kept.push(variable);
                    }
                }
                Some("endset") => {
                    let variable = kept.pop().flatten();
                    variable.into_iter().for_each(|name| add(What::Kept(name, false)));
                }
                _ => {}
            }
        }
        // What includes it pays for its whole text. What extends another is included by none, and begins with the tag.
        if !extends {
            calls.insert(0, (0, Call { what: What::Step(template.len()), trims: false }));
        }
        let mut counted = Self::default();
        let mut copied = 0;
        for (at, call) in calls {
            counted.source.push_str(&template[copied..at]);
            let start = counted.source.len();
            counted.source.push_str(&call.written());
            counted.inserted.push(start..counted.source.len());
            copied = at;
        }
        counted.source.push_str(&template[copied..]);
        counted
    }

    /// The byte in the author's text of a byte of ours.
    pub(crate) fn offset(&self, byte: usize) -> usize {
        let before = self.inserted.iter().take_while(|range| range.start < byte);
        byte - before.map(|range| range.end.min(byte) - range.start).sum::<usize>()
    }

    /// The byte in the author's text of a line and column of ours, both from 1.
    pub(crate) fn offset_of(&self, line: usize, column: usize) -> usize {
        let start: usize =
            self.source.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let rest = self.source.get(start..).unwrap_or_default();
        let within =
            rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
        self.offset(start + within)
    }
}

/// Whether what is written may go into a value, which has no end, and not to the page, which has one: a block that is
/// set or filtered, what a component or a block above writes in the midst of an expression.
pub(crate) fn captures(template: &str) -> bool {
    walk(template).into_iter().any(|(piece, _)| {
        let (Piece::Print(tokens) | Piece::Tag(tokens)) = &piece;
        let component = (0..tokens.len()).rfind(|at| is_component(tokens, *at));
        let whole = component == Some(0) && tokens.last().is_some_and(|last| last.is(">"));
        let written = matches!(piece, Piece::Print(_)) && whole;
        let is_set = matches!(tokens.first().and_then(Token::name), Some("set" | "set_global"))
            && !tokens.get(2).is_some_and(|token| token.is("="));
        is_set
            || tokens.first().and_then(Token::name) == Some("filter")
            || component.is_some() && !written
            || tokens.iter().any(|token| token.name() == Some("super"))
    })
}

/// The expression that a print shows, where that may be a text which is written as it is: what is kept as markup is
/// escaped nowhere, and so counted nowhere else. What a component or a block above writes is counted there.
fn shown<'a>(template: &'a str, tokens: &[Token<'a>]) -> Option<&'a str> {
    let is_called = |at: usize| is_component(tokens, at) || tokens[at].name() == Some("super");
    let makes = last_filter(template, tokens).is_some_and(|name| !PASSING.contains(&name));
    if makes || (0..tokens.len()).any(is_called) {
        return None;
    }
    let (first, last) = (tokens.first()?, tokens.last()?);
    Some(&template[first.offset..last.end(template)])
}

/// A call that counts.
struct Call<'a> {
    what: What<'a>,
    /// The tag before it takes away the white space behind it, and so must the call.
    trims: bool,
}

enum What<'a> {
    /// A round of so many bytes.
    Step(usize),
    /// A variable was filled, perhaps with lists or maps that hold others.
    Kept(&'a str, bool),
    /// An expression was written.
    Shown(&'a str),
    /// Something within an expression.
    Within(String),
}

impl Call<'_> {
    fn within(text: String) -> Self {
        Self { what: What::Within(text), trims: false }
    }

    fn written(self) -> String {
        let end = if self.trims { " -}}" } else { " }}" };
        match self.what {
            What::Step(bytes) => format!("{{{{ {STEP}(bytes={bytes}){end}"),
            What::Kept(name, false) => format!("{{{{ {KEPT}(name=\"{name}\"){end}"),
            What::Kept(name, true) => format!("{{{{ {KEPT}(name=\"{name}\", nested=true){end}"),
            What::Shown(expression) => format!("{{{{ {SHOWN}(of={expression}){end}"),
            What::Within(text) => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(template: &str, expected: &str) {
        let counted = Counted::of(template, true);
        let shown = counted.source.replace("{{ __step(bytes=", "«").replace("{{ __kept(name=", "«");
        let shown = shown.replace("{{ __shown(of=", "«=");
        assert_eq!(shown.replace(") }}", "»").replace(") -}}", "-»"), expected, "{template}");
        let mut author = String::new();
        for (at, c) in counted.source.char_indices() {
            if !counted.inserted.iter().any(|range| range.contains(&at)) {
                assert_eq!(counted.offset(at), author.len(), "{template}");
                author.push(c);
            }
        }
        assert_eq!(author, template);
    }

    #[test]
    fn all_that_may_be_repeated_is_counted() {
        check("a", "«1»a");
        check("{% for a in b -%} x {% endfor %}", "«32»{% for a in b -%}«3-» x {% endfor %}");
        check(
            "{% extends \"a\" %}{% block b %}x{% endblock b %}",
            "{% extends \"a\" %}{% block b %}«1»x{% endblock b %}",
        );
        check(
            "{% component a(b) %}x{% endcomponent a %}",
            "«41»{% component a(b) %}«1»x{% endcomponent a %}",
        );
        check(
            "{% set a = b %}{% set_global c %}x{% endset %}",
            "«46»{% set a = b %}«\"a\"»{% set_global c %}x{% endset %}«\"c\"»",
        );
        check("{%- for a in b %}x{%- endfor %}", "«31»{%- for a in b %}«1»x{%- endfor %}");
        check("{{- a -}} b{{ c | prose }}", "«26»{{- a -}}«=a-» b{{ c | prose }}");
        check("{{ a[0].b or c }}{{ super()}}", "«29»{{ a[0].b or c }}«=a[0].b or c»{{ super()}}");
        check(
            "{{ a or b | upper }}{{ <c /> }}",
            "«31»{{ a or b | __copied | upper }}«=a or b | upper»{{ <c /> }}",
        );
        check(
            "{% set a = [b ~ c] %}",
            "«21»{% set a = [b | __joined ~ c | __joined] %}«\"a\", nested=true»",
        );
        check(
            "{% raw %}{% for a in b %}{% endraw %}{# {% for #}",
            "«49»{% raw %}{% for a in b %}{% endraw %}{# {% for #}",
        );
    }

    #[test]
    fn what_is_shown_is_counted_where_it_may_be_captured() {
        for template in [
            "{% set a %}x{% endset %}",
            "{% filter upper %}x{% endfilter %}",
            "{% <a> %}x{% </a> %}",
            "{% set a = <b /> %}",
            "{{ <a /> | upper }}",
            "{{ <a x={<b />} /> }}",
            "{{ '' ~ <a /> }}",
            "{{ super() }}",
        ] {
            assert!(captures(template), "{template}");
        }
        for template in ["{{ a }}{{ <a x={1} /> }}{{- <b /> -}}{% set a = b %}", "{{ a < b }}"] {
            assert!(!captures(template), "{template}");
        }
        assert!(!Counted::of("{{ a }}", false).source.contains(SHOWN));
    }

    #[test]
    fn places_are_the_authors() {
        let template = "đ\n{% for a in b %}{{ c }}{% endfor %}";
        let counted = Counted::of(template, true);
        let of = |needle: &str| {
            let before = &counted.source[..counted.source.find(needle).unwrap()];
            let line_start = before.rfind('\n').map_or(0, |at| at + 1);
            (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
        };
        for needle in ["{% for", "{{ c }}", "{% endfor"] {
            let (line, column) = of(needle);
            assert_eq!(counted.offset_of(line, column), template.find(needle).unwrap());
        }
        let (line, column) = of("__step(bytes=7");
        assert_eq!(counted.offset_of(line, column), template.find("{{ c").unwrap());
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_kept_beside_the_calls(
            template in "(\\{%-? ?|-?%\\}|\\{\\{|\\}\\}|for |endfor|set a|set_global b = |endset|component |extends |raw|~|\\.\\.\\.|if |in |\\[|\\]|<a|/>|[a \"'đ\n=-]){0,40}",
        ) {
            let counted = Counted::of(&template, true);
            let mut author = String::new();
            let mut last = 0;
            for (at, c) in counted.source.char_indices() {
                let offset = counted.offset(at);
                proptest::prop_assert!(last <= offset && template.is_char_boundary(offset));
                last = offset;
                if !counted.inserted.iter().any(|range| range.contains(&at)) {
                    author.push(c);
                }
            }
            proptest::prop_assert_eq!(author, template);
        }
    }
}
