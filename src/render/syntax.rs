//! The tokens of a template: what stands between `{{` and `}}`, `{%` and `%}`.
//!
//! In: a template's source, right or wrong. Out: its [`Piece`]s in order. Judges nothing; the
//! template engine has its own parser, which says what is wrong but not which fields are read; the test of the theme's
//! contract reads these tokens too.

use std::ops::Range;

/// A print or a tag; text and comments are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// `{{ … }}`
    Print(Vec<Token<'a>>),
    /// `{% … %}`
    Tag(Vec<Token<'a>>),
}

/// A token and the byte at which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    /// What it is.
    pub(crate) kind: Kind<'a>,
    /// Where it begins.
    pub(crate) offset: usize,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind<'a> {
    /// A keyword or a name.
    Name(&'a str),
    /// A string, as written between its quotes.
    Text(&'a str),
    /// A number.
    Number,
    /// An operator or a bracket.
    Sign(&'a str),
}

impl<'a> Token<'a> {
    /// The name, if it is one.
    pub(crate) fn name(&self) -> Option<&'a str> {
        if let Kind::Name(name) = self.kind { Some(name) } else { None }
    }

    /// The text, if it is a string.
    pub(crate) fn text(&self) -> Option<&'a str> {
        if let Kind::Text(text) = self.kind { Some(text) } else { None }
    }

    /// The byte behind it.
    pub(crate) fn end(&self, source: &str) -> usize {
        let at = self.offset;
        match self.kind {
            Kind::Name(name) => at + name.len(),
            Kind::Sign(sign) => at + sign.len(),
            Kind::Number => at + run_length(&source[at..], |c| c.is_ascii_digit()),
            Kind::Text(text) => {
                let end = at + 1 + text.len();
                let quote = source[at..].chars().next();
                let is_closed = quote.is_some_and(|quote| source[end..].starts_with(quote));
                end + usize::from(is_closed)
            }
        }
    }

    /// Whether it is a sign of any kind.
    pub(crate) fn is_sign(&self) -> bool {
        matches!(self.kind, Kind::Sign(_))
    }

    /// Whether it is that sign.
    pub(crate) fn is(&self, sign: &str) -> bool {
        self.kind == Kind::Sign(sign)
    }
}

/// Signs of more than one character, the longest first.
const SIGNS: [&str; 10] = ["...", "?.", "?[", "==", "!=", "<=", ">=", "//", "**", "</"];

/// Reads a template.
pub(crate) fn pieces(source: &str) -> Vec<Piece<'_>> {
    walk(source).into_iter().map(|(piece, _)| piece).collect()
}

/// Reads a template: each piece with its bytes, signs included.
pub(crate) fn walk(source: &str) -> Vec<(Piece<'_>, Range<usize>)> {
    let read = |(piece, range): (Option<_>, _)| piece.map(|piece| (piece, range));
    all(source).into_iter().filter_map(read).collect()
}

/// The bytes of all that is the engine's: prints, tags, comments, and what `raw` keeps from it.
pub(crate) fn constructs(source: &str) -> Vec<Range<usize>> {
    all(source).into_iter().map(|(_, range)| range).collect()
}

/// Every construct with its bytes; comments and `raw` are no pieces.
fn all(source: &str) -> Vec<(Option<Piece<'_>>, Range<usize>)> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(found) = source[at..].find('{') {
        at += found;
        let rest = &source[at..];
        let (piece, end) = if rest.starts_with("{#") {
            (None, rest.find("#}").map_or(source.len(), |end| at + end + 2))
        } else if rest.starts_with("{{") {
            let (tokens, end) = tokens(source, at + 2, "}}");
            (Some(Piece::Print(tokens)), end)
        } else if rest.starts_with("{%") {
            let (tokens, end) = tokens(source, at + 2, "%}");
            match tokens.first().and_then(Token::name) {
                Some("raw") => (None, end_of_raw(source, end)),
                _ => (Some(Piece::Tag(tokens)), end),
            }
        } else {
            at += 1;
            continue;
        };
        pieces.push((piece, at..end));
        at = end;
    }
    pieces
}

/// The line and the column in characters, both from 1, of a byte.
pub(crate) fn position(source: &str, offset: usize) -> (usize, usize) {
    let before = &source[..offset];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// The name of a component, which may have dots, and the number of its tokens.
pub(crate) fn dotted_name(tokens: &[Token<'_>]) -> Option<(String, usize)> {
    let mut name = tokens.first()?.name()?.to_owned();
    let mut length = 1;
    while let [dot, part, ..] = &tokens[length..]
        && dot.is(".")
        && let Some(part) = part.name()
    {
        name.push('.');
        name.push_str(part);
        length += 2;
    }
    Some((name, length))
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

/// The tokens from `start` to the closing `end`, and the byte after it.
fn tokens<'a>(source: &'a str, start: usize, end: &str) -> (Vec<Token<'a>>, usize) {
    let mut tokens = Vec::new();
    // `{%-` and `{{-` cut the space before them; the hyphen is no operator.
    let mut at = start + usize::from(source[start..].starts_with('-'));
    let mut braces = 0_usize;
    while let Some(c) = source[at..].chars().next() {
        let rest = &source[at..];
        if braces == 0 && rest.starts_with(end) {
            // `-%}` and `-}}` cut the space after them; the hyphen is no operator.
            if tokens.last().is_some_and(|last: &Token<'_>| last.is("-") && last.offset + 1 == at) {
                tokens.pop();
            }
            return (tokens, at + end.len());
        }
        let length = if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        } else if matches!(c, '"' | '\'' | '`') {
            string_length(rest, c)
        } else if c.is_ascii_alphabetic() || c == '_' {
            run_length(rest, |c| c.is_ascii_alphanumeric() || c == '_')
        } else if c.is_ascii_digit() {
            run_length(rest, |c| c.is_ascii_digit())
        } else {
            SIGNS
                .iter()
                .find(|sign| rest.starts_with(**sign))
                .map_or(c.len_utf8(), |sign| sign.len())
        };
        let text = &rest[..length];
        let kind = match c {
            '"' | '\'' | '`' => Kind::Text(text[1..].strip_suffix(c).unwrap_or(&text[1..])),
            _ if c.is_ascii_alphabetic() || c == '_' => Kind::Name(text),
            _ if c.is_ascii_digit() => Kind::Number,
            _ => Kind::Sign(text),
        };
        braces = match text {
            "{" => braces + 1,
            "}" => braces.saturating_sub(1),
            _ => braces,
        };
        tokens.push(Token { kind, offset: at });
        at += length;
    }
    (tokens, source.len())
}

fn run_length(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

fn string_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == quote && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

fn end_of_raw(source: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(found) = source[at..].find("{%") {
        let (tokens, end) = tokens(source, at + found + 2, "%}");
        if tokens.last().and_then(Token::name) == Some("endraw") {
            return end;
        }
        at += found + 2;
    }
    source.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &[&str]) {
        let shown: Vec<String> = pieces(source).iter().map(show).collect();
        assert_eq!(shown, expected, "{source}");
    }

    fn show(piece: &Piece<'_>) -> String {
        let (Piece::Print(tokens) | Piece::Tag(tokens)) = piece;
        let words = tokens.iter().map(|token| match token.kind {
            Kind::Name(name) => name.to_owned(),
            Kind::Text(text) => format!("“{text}”"),
            Kind::Number => "0".to_owned(),
            Kind::Sign(sign) => sign.to_owned(),
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn tokens_are_told_apart() {
        check("a {{ b.c?.d | e(f=\"g\\\"}}\") }} {", &["b . c ?. d | e ( f = “g\\\"}}” )"]);
        check("{%- if a == 1 -%}x{% endif %}", &["if a == 0", "endif"]);
        check(
            "{{ <x a={{\"b\": 1}} ...c /> }}{# {{ d }} #}",
            &["< x a = { { “b” : 0 } } ... c / >"],
        );
        check("{% raw %}{{ a }}{% endraw %}{{ b }}", &["b"]);
        check("{%- raw -%}{{ a }}{%- endraw %}{{- b }}", &["b"]);
        check("{{ 'ă", &["“ă”"]);
    }

    #[test]
    fn tokens_end_where_the_next_may_begin() {
        let source = "{{ ab ~ 12.5 ~ \"c\\\"\" ~ 'd";
        let [(Piece::Print(tokens), _)] = &walk(source)[..] else { panic!("one print") };
        let ends: Vec<_> =
            tokens.iter().map(|token| &source[token.offset..token.end(source)]).collect();
        assert_eq!(ends, ["ab", "~", "12", ".", "5", "~", "\"c\\\"\"", "~", "'d"]);
    }

    #[test]
    fn positions_count_characters() {
        assert_eq!(position("a\nđề b", "a\nđề ".len()), (2, 4));
    }
}
