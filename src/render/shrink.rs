//! Smaller templates that say the same.
//!
//! In: a template as its author wrote it. Out: the same with its HTML minified, once for all pages that it makes. What
//! belongs to the engine is set aside first, and white space beside it or beside an inline element becomes one space,
//! since nobody can tell here what will stand there; so that no words can run together that the author kept apart.

use std::fmt::Write as _;
use std::ops::Range;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use crate::render::minify::configuration;
use crate::render::syntax::constructs;
use crate::render::words::{is_hidden, keeps_space, parts_words, visible_text};

/// Stand for what is set aside: letters of the private use area, which no minifier takes for white space.
const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';
const SPACE: char = '\u{E002}';

/// The attribute that stands for all attributes of a tag in which the engine writes.
const KEPT: &str = "data-congkhai";

/// The template with its HTML minified; nothing where that cannot be proved to change white space only.
pub(crate) fn smaller(source: &str) -> Option<String> {
    if source.contains([OPEN, CLOSE, SPACE]) || source.contains(KEPT) {
        return None;
    }
    let parts = parts(source)?;
    let mut aside = Vec::new();
    let protected = protected(source, &parts, &mut aside);
    let smaller = minify_html::minify(protected.as_bytes(), &configuration());
    let same = tokens(protected.as_bytes()) == tokens(&smaller)
        && visible_text(protected.as_bytes()) == visible_text(&smaller);
    let smaller = String::from_utf8(smaller).ok().filter(|_| same)?;
    restored(&smaller, &aside)
}

/// Elements in which white space or tags are read by other rules.
const RAW: [&str; 5] = ["pre", "script", "style", "textarea", "title"];

/// A part of a template.
#[derive(Debug)]
struct Part<'a> {
    range: Range<usize>,
    kind: Kind<'a>,
}

#[derive(Debug, PartialEq, Eq)]
enum Kind<'a> {
    /// Belongs to the engine.
    Construct,
    /// A tag; in some the engine writes.
    Tag { name: &'a str, is_written: bool },
    /// A comment or a doctype.
    Other,
    /// Words and white space.
    Text,
    /// Text in which white space counts.
    Verbatim,
}

/// The template in its parts; nothing where its tags cannot be told apart without the engine.
fn parts(source: &str) -> Option<Vec<Part<'_>>> {
    let constructs = constructs(source);
    let mut reader = Reader { source, constructs: &constructs, at: 0, parts: Vec::new(), kept: 0 };
    while reader.at < source.len() {
        reader.step()?;
    }
    Some(reader.parts)
}

struct Reader<'a, 'c> {
    source: &'a str,
    constructs: &'c [Range<usize>],
    at: usize,
    parts: Vec<Part<'a>>,
    /// How many elements that keep white space are open.
    kept: usize,
}

impl<'a, 'c> Reader<'a, 'c> {
    fn step(&mut self) -> Option<()> {
        if let Some(construct) = self.construct_at(self.at) {
            self.push(construct.end, Kind::Construct);
            return Some(());
        }
        let rest = &self.source[self.at..];
        if rest.starts_with("<!--") {
            let end = self.at + rest.find("-->")? + 3;
            return self.plain(end);
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            let end = self.at + rest.find('>')? + 1;
            return self.plain(end);
        }
        if is_tag(rest) {
            return self.tag();
        }
        let end = self
            .end_of_text(|rest| is_tag(rest) || rest.starts_with("<!") || rest.starts_with("<?"));
        let words = &self.source[self.at..end];
        // Where a sign begins what the engine goes on writing, it is no word.
        let open = words
            .rsplit_once('&')
            .is_some_and(|(_, name)| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#'));
        if words.contains('<') || open {
            return None;
        }
        self.push(end, if self.kept > 0 { Kind::Verbatim } else { Kind::Text });
        Some(())
    }

    fn push(&mut self, end: usize, kind: Kind<'a>) {
        self.parts.push(Part { range: self.at..end, kind });
        self.at = end;
    }

    /// A comment or a doctype, in which the engine must not write.
    fn plain(&mut self, end: usize) -> Option<()> {
        let writes = self.constructs.iter().any(|one| self.at <= one.start && one.start < end);
        (!writes).then(|| self.push(end, Kind::Other))
    }

    fn tag(&mut self) -> Option<()> {
        let rest = &self.source[self.at..];
        let is_end = rest.starts_with("</");
        let start = self.at + if is_end { 2 } else { 1 };
        let name =
            self.source[start..].split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next()?;
        let (mut at, mut is_written, mut quote) = (start + name.len(), false, None);
        let is_whole = self.source[at..]
            .starts_with(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
        // A name that the engine goes on writing is that of a heading, and of nothing in which other rules hold.
        let written = self.construct_at(at);
        let goes_on = written.is_some_and(|one| self.source[one.start..].starts_with("{{"));
        let lower = name.to_ascii_lowercase();
        if !is_whole && written.is_none()
            || (goes_on && RAW.iter().any(|raw| raw.starts_with(&lower)))
        {
            return None;
        }
        loop {
            if let Some(construct) = self.construct_at(at) {
                at = construct.end;
                is_written = true;
                continue;
            }
            let c = self.source[at..].chars().next()?;
            at += c.len_utf8();
            match quote {
                Some(open) if c == open => quote = None,
                Some(_) => {}
                None if matches!(c, '"' | '\'') => quote = Some(c),
                None if c == '>' => break,
                None => {}
            }
        }
        if goes_on {
            self.push(at, Kind::Construct);
            return Some(());
        }
        if is_end && is_written {
            return None;
        }
        self.push(at, Kind::Tag { name, is_written });
        if keeps_space(lower.as_bytes()) {
            self.kept = if is_end { self.kept.saturating_sub(1) } else { self.kept + 1 };
        }
        let raw = is_hidden(lower.as_bytes()) || matches!(lower.as_str(), "title" | "textarea");
        if raw && !is_end { self.raw(&lower) } else { Some(()) }
    }

    /// The content of an element whose tags are text, up to its own end tag.
    fn raw(&mut self, name: &str) -> Option<()> {
        let closing = format!("</{name}");
        let closes = |rest: &str| {
            rest.get(..closing.len()).is_some_and(|start| start.eq_ignore_ascii_case(&closing))
        };
        while !closes(&self.source[self.at..]) {
            match self.construct_at(self.at) {
                Some(construct) => self.push(construct.end, Kind::Construct),
                None => {
                    let end = self.end_of_text(closes);
                    if end == self.source.len() {
                        return None;
                    }
                    self.push(end, Kind::Verbatim);
                }
            }
        }
        Some(())
    }

    /// Where the text ends that begins here: before a construct, or where `stops`.
    fn end_of_text(&self, stops: impl Fn(&str) -> bool) -> usize {
        let next = self.constructs.iter().map(|one| one.start).find(|start| *start > self.at);
        let limit = next.unwrap_or(self.source.len());
        let signs = self.source[self.at..limit].char_indices().skip(1);
        let mut stopping = signs.filter(|(at, c)| *c == '<' && stops(&self.source[self.at + at..]));
        stopping.next().map_or(limit, |(at, _)| self.at + at)
    }

    fn construct_at(&self, at: usize) -> Option<&'c Range<usize>> {
        let found = self.constructs.binary_search_by_key(&at, |one| one.start).ok()?;
        Some(&self.constructs[found])
    }
}

fn is_tag(rest: &str) -> bool {
    let rest = rest.strip_prefix('<').map(|rest| rest.strip_prefix('/').unwrap_or(rest));
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// The template as HTML alone; what was set aside stands in `aside`, and its number in the text.
fn protected(source: &str, parts: &[Part<'_>], aside: &mut Vec<String>) -> String {
    let mut text = String::with_capacity(source.len());
    let mut put_aside = |words: &str| {
        aside.push(words.to_owned());
        aside.len() - 1
    };
    for (at, part) in parts.iter().enumerate() {
        let words = &source[part.range.clone()];
        match &part.kind {
            Kind::Construct => {
                let number = put_aside(words);
                write!(text, "{OPEN}{number}{CLOSE}").expect("a string takes all that is written");
            }
            Kind::Tag { name, is_written: true } => {
                let number = put_aside(words);
                let end = if words.ends_with("/>") { " /" } else { "" };
                write!(text, "<{name} {KEPT}={number}{end}>")
                    .expect("a string takes all that is written");
            }
            Kind::Text => {
                let neighbour =
                    |at: Option<usize>| at.and_then(|at| parts.get(at)).is_none_or(part_of_a_line);
                let edges = (neighbour(at.checked_sub(1)), neighbour(Some(at + 1)));
                collapse(words, edges, &mut text);
            }
            Kind::Tag { .. } | Kind::Other | Kind::Verbatim => text.push_str(words),
        }
    }
    text
}

/// Whether words may go on in this part, so that white space beside it is seen.
fn part_of_a_line(part: &Part<'_>) -> bool {
    match &part.kind {
        Kind::Tag { name, .. } => !parts_words(name.to_ascii_lowercase().as_bytes()),
        Kind::Construct | Kind::Other | Kind::Text | Kind::Verbatim => true,
    }
}

/// White space as one space; that at an edge where it is seen as a sign that no minifier drops.
fn collapse(words: &str, (before, after): (bool, bool), text: &mut String) {
    let is_space = |c: char| c.is_ascii_whitespace();
    let all = words.chars().all(is_space);
    let mut runs = words.split(is_space).filter(|run| !run.is_empty()).peekable();
    if words.starts_with(is_space) {
        text.push(if before || (all && after) { SPACE } else { ' ' });
    }
    while let Some(run) = runs.next() {
        text.push_str(run);
        if runs.peek().is_some() {
            text.push(' ');
        }
    }
    if !all && words.ends_with(is_space) {
        text.push(if after { SPACE } else { ' ' });
    }
}

/// The minified template with all that was set aside in its place; nothing where not each stands there once, in order.
fn restored(smaller: &str, aside: &[String]) -> Option<String> {
    let mut template = String::with_capacity(smaller.len() * 2);
    let mut number = 0;
    let mut rest = smaller;
    while let Some(at) = rest.find([OPEN, SPACE]).into_iter().chain(rest.find(KEPT)).min() {
        let found = &rest[at..];
        if let Some(after) = found.strip_prefix(SPACE) {
            template.push_str(&rest[..at]);
            template.push(' ');
            rest = after;
            continue;
        }
        let (before, behind) = match found.strip_prefix(OPEN) {
            Some(inner) => (&rest[..at], inner.split_once(CLOSE)?),
            None => {
                let inner = found.strip_prefix(KEPT)?.strip_prefix('=')?;
                let (inner, after) = inner.split_once('>')?;
                (&rest[..rest[..at].rfind('<')?], (inner.trim_end_matches([' ', '/']), after))
            }
        };
        if behind.0.parse() != Ok(number) {
            return None;
        }
        template.push_str(before);
        template.push_str(aside.get(number)?);
        number += 1;
        rest = behind.1;
    }
    template.push_str(rest);
    (number == aside.len()).then_some(template)
}

/// All of the HTML that is no white space: its tags, each with its attributes by name, scripts and styles.
fn tokens(html: &[u8]) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut attributes: Vec<String> = Vec::new();
    let mut is_hidden_now = false;
    let mut emitter = CallbackEmitter::new(
        |event: CallbackEvent<'_>, _: Span<()>| -> Option<std::convert::Infallible> {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            match event {
                CallbackEvent::OpenStartTag { name } => {
                    tokens.push(text(name));
                    attributes.clear();
                    is_hidden_now = is_hidden(name);
                }
                CallbackEvent::AttributeName { name } => attributes.push(text(name) + "="),
                CallbackEvent::AttributeValue { value } => {
                    if let Some(attribute) = attributes.last_mut() {
                        attribute.push_str(&normal(&text(value)));
                    }
                }
                CallbackEvent::CloseStartTag { self_closing } => {
                    attributes.sort_unstable();
                    tokens.append(&mut attributes);
                    tokens.push(if self_closing { "/>" } else { ">" }.to_owned());
                }
                CallbackEvent::EndTag { name } => {
                    tokens.push("/".to_owned() + &text(name));
                    is_hidden_now = false;
                }
                CallbackEvent::String { value } if is_hidden_now => {
                    tokens.push(text(value.trim_ascii()))
                }
                CallbackEvent::Doctype { .. } => tokens.push("!".to_owned()),
                _ => {}
            }
            None
        },
    );
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(html, emitter).finish();
    tokens
}

/// The value of an attribute but for white space that means nothing in it.
fn normal(value: &str) -> String {
    let words: Vec<&str> = value.split_ascii_whitespace().collect();
    words.join(" ").replace(", ", ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        assert_eq!(smaller(source).as_deref(), Some(expected), "{source}");
    }

    #[test]
    fn white_space_between_blocks_goes_and_all_other_is_one_space() {
        check("<div>\n  <p>a  b</p>\n  <p>c</p>\n</div>", "<div><p>a b</p><p>c</p></div>");
        check(
            "<nav><a href=\"a\">a</a>\n <a href='b'>b</a></nav>",
            "<nav><a href=a>a</a> <a href=b>b</a></nav>",
        );
        check(
            "<ul>\n{% for a in b %}\n<li>{{ a }} </li>\n{% endfor %}\n</ul>\n",
            "<ul> {% for a in b %} <li>{{ a }} </li> {% endfor %} </ul> ",
        );
        check("<p> <b>a</b>  {{ b }}\n{{ c }}</p>", "<p> <b>a</b> {{ b }} {{ c }}</p>");
        check("<pre>\n a {{ b }}\n  c</pre>", "<pre>\n a {{ b }}\n  c</pre>");
    }

    #[test]
    fn the_engines_own_is_kept() {
        check(
            "{% if a < b %}<p>{{ \"<b>  </b>\" }}</p>{% endif %}",
            "{% if a < b %}<p>{{ \"<b>  </b>\" }}</p>{% endif %}",
        );
        check(
            "<p class=\"a\"><a class=\"x\"{% if b %} id=\"{{ b[\">\"] }}\"{% endif %} href=\"{{ c }}\">d</a>  e</p>",
            "<p class=a><a class=\"x\"{% if b %} id=\"{{ b[\">\"] }}\"{% endif %} href=\"{{ c }}\">d</a> e</p>",
        );
        check("<svg><rect x=\"{{ x }}\" /> <g/></svg>", "<svg><rect x=\"{{ x }}\" /> <g/></svg>");
        check(
            "{# a #}  <script type=\"application/ld+json\">{{ a | json_ld }}</script>",
            "{# a #} <script type=application/ld+json>{{ a | json_ld }}</script>",
        );
        check(
            "<div>\n<h{{ n }} id=\"a\">b</h{{ n }}>\n</div>",
            "<div> <h{{ n }} id=\"a\">b</h{{ n }}> </div>",
        );
        check("<title>{{ a }}  - b</title>", "<title>{{ a }}  - b</title>");
    }

    #[test]
    fn what_cannot_be_told_apart_stays_as_it_is() {
        for source in [
            "<p{{ n }}>a</p{{ n }}>",
            "<!{{ n }}>",
            "<!-- {{ a }} --><p>b</p>",
            "<p title=\"a{{ b }}>c</p>",
            "<p title=\"a>b</p>",
            "\u{E000}",
            "<script>a",
            "<{% block a %}p{% endblock %}>",
            "a &{{ b }}; c",
        ] {
            assert_eq!(smaller(source), None, "{source}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_words_run_together_and_no_tag_is_lost(
            source in "(<(p|b|div|li|a href=\"x y\"|span class=\"\\{\\{ c \\}\\}\")>|</(p|b|div|li|a|span)>|<br>|[ab]|[ \n]|\\{\\{ v \\}\\}|\\{% if x %\\}|\\{% endif %\\}|<!-- c -->|<pre>|</pre>){0,30}",
        ) {
            let Some(smaller) = smaller(&source) else { return Ok(()) };
            // What the engine would write there: words, nothing, a block.
            for written in ["w", "", "<p>w</p>", " "] {
                let fill = |text: &str| text.replace("{{ v }}", written).replace("{% if x %}", "").replace("{% endif %}", "").replace("{{ c }}", "k");
                let (before, after) = (fill(&source), fill(&smaller));
                proptest::prop_assert_eq!(visible_text(before.as_bytes()), visible_text(after.as_bytes()));
                proptest::prop_assert_eq!(tokens(before.as_bytes()), tokens(after.as_bytes()));
            }
        }
    }
}
