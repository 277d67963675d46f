//! What one page may cost, so that a template without end ends with a message.
//!
//! In: templates as their authors wrote them. Out: the same with calls that count, and the counts of a page. The engine
//! stops circles of `extends` and `include` and components that call each other more than 20 deep; of loops it has no
//! limit and offers no hook, so that a call stands at the head of every loop, component, block and included template.

use std::cell::Cell;
use std::io::{self, Write};
use std::ops::Range;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use crate::render::syntax::{Piece, Token, walk};

/// The most rounds of loops, calls of components and includes of one page.
pub(crate) const STEPS: u64 = 1_000_000;

/// The most bytes that one page may write, into a variable or to the page.
pub(crate) const WRITTEN: u64 = 200_000_000;

/// The most bytes of one page.
pub(crate) const LONGEST: usize = 50_000_000;

/// The most items of a list, and bytes of a text, that a template makes.
pub(crate) const LARGEST: usize = 1_000_000;

/// The most numbers of one `range`.
pub(crate) const RANGE: usize = 100_000;

/// How many templates may include, or extend, one another in a row: what renders them calls itself for each.
pub(crate) const DEEPEST: usize = 12;

/// The most bytes of stack that templates calling each other take, of the two megabytes that a thread has. The engine
/// stops components at 20, but not the includes between them, and its frames are large.
const STACK: usize = 1_500_000;

/// What the engine's message says where a limit is reached; `errors` knows them by these words.
pub(crate) const TOO_MUCH: &str = "Too much work";
/// Components and included templates that call each other too deep.
pub(crate) const TOO_DEEP: &str = "Too deep a call";
/// A text or list that has grown too large.
pub(crate) const TOO_LARGE: &str = "Too large a value";
/// A `range` of too many numbers.
pub(crate) const TOO_LONG_A_RANGE: &str = "Too long a range";

const STEP: &str = "__step";
const KEPT: &str = "__kept";

thread_local! {
    // A page is rendered on one thread from start to end, and the engine's functions are given nothing of ours.
    static LEFT: Cell<(u64, u64)> = const { Cell::new((STEPS, WRITTEN)) };
    static BASE: Cell<usize> = const { Cell::new(0) };
}

/// Begins a page: nothing is counted yet.
pub(crate) fn begin() {
    LEFT.set((STEPS, WRITTEN));
    BASE.set(stack());
}

/// About where the stack ends.
#[inline(never)]
fn stack() -> usize {
    let here = 0_u8;
    std::ptr::from_ref(std::hint::black_box(&here)).addr()
}

/// Counts rounds and bytes; false where there are too many.
fn spend(steps: u64, bytes: u64) -> bool {
    let (steps_left, bytes_left) = LEFT.get();
    let left = steps_left.checked_sub(steps).zip(bytes_left.checked_sub(bytes));
    LEFT.set(left.unwrap_or_default());
    left.is_some()
}

/// Counts bytes that one of our filters makes.
///
/// # Errors
/// Where the page has made too many.
pub(crate) fn made(bytes: usize) -> TeraResult<()> {
    if spend(0, bytes as u64) { Ok(()) } else { Err(tera::Error::message(TOO_MUCH)) }
}

/// Makes known what counts.
pub(crate) fn register(tera: &mut Tera) {
    tera.set_escape_fn(|text, out| {
        if !spend(0, text.len() as u64) {
            return Err(io::Error::from(io::ErrorKind::QuotaExceeded));
        }
        tera::escape_html(text, out)
    });
    tera.register_function(STEP, |arguments: Kwargs, _: &State| -> TeraResult<&'static str> {
        let bytes = arguments.must_get::<u64>("bytes")?;
        if BASE.get().abs_diff(stack()) > STACK {
            return Err(tera::Error::message(TOO_DEEP));
        }
        if spend(1, bytes) { Ok("") } else { Err(tera::Error::message(TOO_MUCH)) }
    });
    tera.register_function(KEPT, |arguments: Kwargs, state: &State| -> TeraResult<&'static str> {
        let name = arguments.must_get::<&str>("name")?;
        let size = state.get::<Value>(name)?.map_or(0, |value| {
            let text = value.as_str().map(str::len);
            text.or(value.as_array().map(<[Value]>::len))
                .or(value.as_map().map(tera::Map::len))
                .unwrap_or(0)
        });
        if size > LARGEST { Err(tera::Error::message(TOO_LARGE)) } else { Ok("") }
    });
    tera.register_function("range", range);
}

/// The engine's `range`, with its numbers counted.
fn range(arguments: Kwargs, _: &State) -> TeraResult<Vec<i128>> {
    let start = arguments.get::<i128>("start")?.unwrap_or_default();
    let end = arguments.must_get::<i128>("end")?;
    let step = arguments.get::<i128>("step_by")?.unwrap_or(1);
    let longest = i128::try_from(RANGE).expect("a small number");
    let span = end.checked_sub(start).and_then(|span| span.checked_div(step));
    if span.is_none_or(|span| span >= longest) {
        return Err(tera::Error::message(TOO_LONG_A_RANGE));
    }
    let mut numbers = Vec::new();
    let mut number = start;
    while if step > 0 { number < end } else { number > end } {
        numbers.push(number);
        let Some(next) = number.checked_add(step) else { break };
        number = next;
    }
    if spend(numbers.len() as u64, 0) { Ok(numbers) } else { Err(tera::Error::message(TOO_MUCH)) }
}

/// A page's bytes, up to the most that it may have.
pub(crate) struct Bounded<'a> {
    out: &'a mut Vec<u8>,
    left: usize,
}

impl<'a> Bounded<'a> {
    pub(crate) fn new(out: &'a mut Vec<u8>) -> Self {
        Self { out, left: LONGEST }
    }
}

impl Write for Bounded<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Some(left) = self.left.checked_sub(bytes.len()) else {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        };
        self.left = left;
        self.out.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A template with its counting calls, and where they stand in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counted {
    /// The text that the engine reads.
    pub(crate) source: String,
    /// The bytes of `source` that its author did not write, in order.
    inserted: Vec<Range<usize>>,
}

impl Counted {
    /// The template with a call at the head of all that may be repeated, and one behind each value that is kept.
    pub(crate) fn of(template: &str) -> Self {
        let mut calls: Vec<(usize, Call)> = Vec::new();
        let mut open: Vec<(&str, usize)> = Vec::new();
        let mut kept: Vec<Option<&str>> = Vec::new();
        let mut extends = false;
        for (piece, range) in walk(template) {
            let Piece::Tag(tokens) = piece else { continue };
            let trims = template[..range.end].ends_with("-%}");
            let Some(name) = tokens.first().and_then(Token::name) else { continue };
            match name {
                "for" | "component" | "block" => {
                    open.push((name, calls.len()));
                    calls.push((range.end, Call { what: What::Step(0), trims }));
                }
                "endfor" | "endcomponent" | "endblock" => {
                    if let Some((begun, call)) = open.pop()
                        && name.ends_with(begun)
                        && let (start, Call { what: What::Step(bytes), .. }) = &mut calls[call]
                    {
                        *bytes = range.start.saturating_sub(*start);
                    }
                }
                "extends" => extends = true,
                "set" | "set_global" => {
                    let variable = tokens.get(1).and_then(Token::name);
                    if tokens.get(2).is_some_and(|token| token.is("=")) {
                        calls.extend(
                            variable
                                .map(|name| (range.end, Call { what: What::Kept(name), trims })),
                        );
                    } else {
                        kept.push(variable);
                    }
                }
                "endset" => {
                    if let Some(Some(name)) = kept.pop() {
                        calls.push((range.end, Call { what: What::Kept(name), trims }));
                    }
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

/// A call that counts.
struct Call<'a> {
    what: What<'a>,
    /// The tag before it takes away the white space behind it, and so must the call.
    trims: bool,
}

enum What<'a> {
    /// A round of so many bytes.
    Step(usize),
    /// A variable was filled.
    Kept(&'a str),
}

impl Call<'_> {
    fn written(&self) -> String {
        let end = if self.trims { " -}}" } else { " }}" };
        match self.what {
            What::Step(bytes) => format!("{{{{ {STEP}(bytes={bytes}){end}"),
            What::Kept(name) => format!("{{{{ {KEPT}(name=\"{name}\"){end}"),
        }
    }
}

/// The templates that a template includes or extends, each with the byte of its tag.
pub(crate) fn needed(template: &str) -> Vec<(&str, usize)> {
    let tags = walk(template).into_iter().filter_map(|(piece, _)| match piece {
        Piece::Tag(tokens) => Some(tokens),
        Piece::Print(_) => None,
    });
    tags.filter_map(|tokens| match &tokens[..] {
        [tag, name, ..] if matches!(tag.name(), Some("include" | "extends")) => {
            Some((name.text()?, tag.offset))
        }
        _ => None,
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(template: &str, expected: &str) {
        let counted = Counted::of(template);
        let shown = counted.source.replace("{{ __step(bytes=", "«").replace("{{ __kept(name=", "«");
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
        check(
            "{% raw %}{% for a in b %}{% endraw %}{# {% for #}",
            "«49»{% raw %}{% for a in b %}{% endraw %}{# {% for #}",
        );
    }

    #[test]
    fn places_are_the_authors() {
        let template = "đ\n{% for a in b %}{{ c }}{% endfor %}";
        let counted = Counted::of(template);
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
            template in "(\\{%-? ?|-?%\\}|\\{\\{|\\}\\}|for |endfor|set a|set_global b = |endset|component |extends |raw|[a \"'đ\n=-]){0,40}",
        ) {
            let counted = Counted::of(&template);
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
