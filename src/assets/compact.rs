//! Style sheets without what only their authors read: comments, and white space that parts nothing.

use std::ops::Range;

use cssparser::{ParseError, Parser, Token};

use crate::assets::style::DEEPEST;

/// The style sheet with each run of white space as one blank or, beside `{`, `}`, `;` and `,`, as nothing, and without
/// comments but those that begin with `/*!`, as licences do. No other byte changes. One whose brackets stand too deep
/// in one another, or whose strings and addresses do not end, is given back as it is.
pub(super) fn compact(css: &str) -> String {
    let mut writer =
        Writer { css, written: String::new(), gap: Gap::None, parted: true, escaped: false };
    match walk(&mut Parser::new(css), 0, &mut writer) {
        true => writer.written,
        false => css.to_owned(),
    }
}

/// What stood between the last token that was written and the next one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    /// Comments alone, which part two tokens and are no white space.
    Comment,
    Space,
}

struct Writer<'a> {
    css: &'a str,
    written: String,
    gap: Gap,
    /// Whether the last token parts by itself, as a brace does; so does the beginning.
    parted: bool,
    /// Whether an escape stands in the last token.
    escaped: bool,
}

impl Writer<'_> {
    /// Writes what stands there, and before it what parts it from the last, unless one of the two parts by itself.
    fn put(&mut self, range: Range<usize>, parts: bool) {
        let token = &self.css[range];
        if token.is_empty() {
            return;
        }
        match self.gap {
            _ if parts || self.parted => {}
            Gap::Space => self.written.push(' '),
            Gap::Comment => self.written.push_str("/**/"),
            Gap::None => {}
        }
        self.written.push_str(token);
        (self.gap, self.parted) = (Gap::None, parts);
        self.escaped = token.contains('\\');
    }

    /// An empty custom property is a blank, and no value at all is a fault in older browsers.
    fn keep_blank(&mut self) {
        if self.gap == Gap::Space && self.written.ends_with(':') {
            self.written.push(' ');
            self.gap = Gap::None;
        }
    }
}

/// Writes the tokens of a block up to its end; false where the sheet is to stay as it is.
fn walk(parser: &mut Parser<'_>, depth: usize, writer: &mut Writer<'_>) -> bool {
    loop {
        let start = parser.position().byte_index();
        let Ok(token) = parser.next_including_whitespace_and_comments() else { return true };
        let token = token.clone();
        let range = start..parser.position().byte_index();
        match &token {
            // A blank right behind an escape is the escape's own.
            Token::WhiteSpace(_) if writer.gap == Gap::Comment && writer.escaped => {
                writer.written.push_str("/**/");
                (writer.gap, writer.escaped) = (Gap::Space, false);
            }
            Token::WhiteSpace(_) => writer.gap = Gap::Space,
            Token::Comment(text) if !text.starts_with('!') => {
                if writer.gap == Gap::None {
                    writer.gap = Gap::Comment;
                }
            }
            // Where such a token ends hangs on the white space after it.
            Token::BadString(_) | Token::BadUrl(_) | Token::Delim('\\') => return false,
            Token::Semicolon => {
                writer.keep_blank();
                writer.put(range, true);
            }
            Token::Comma | Token::CloseCurlyBracket => writer.put(range, true),
            Token::Function(_)
            | Token::ParenthesisBlock
            | Token::SquareBracketBlock
            | Token::CurlyBracketBlock => {
                let parts = token == Token::CurlyBracketBlock;
                writer.put(range, parts);
                if depth == DEEPEST {
                    return false;
                }
                let inner = parser.parse_nested_block(|parser| {
                    let whole = walk(parser, depth + 1, writer);
                    writer.keep_blank();
                    Ok::<_, ParseError<()>>((whole, parser.position().byte_index()))
                });
                let Ok((true, end)) = inner else { return false };
                writer.put(end..parser.position().byte_index(), parts);
            }
            _ => writer.put(range, false),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::proptest;

    use super::*;

    #[track_caller]
    fn check(css: &str, expected: &str) {
        assert_eq!(compact(css), expected, "{css}");
    }

    #[test]
    fn white_space_goes_where_it_parts_nothing() {
        check(
            "a { color: red; }\n\n  b,\n c { margin: 0 1px }\n",
            "a{color: red;}b,c{margin: 0 1px}",
        );
        check(
            "@media (a) and (b) {\n  a > b :hover { x: y }\n}",
            "@media (a) and (b){a > b :hover{x: y}}",
        );
        check(
            "a::after { content: \"a  ;  b\" / \"\"; }",
            "a::after{content: \"a  ;  b\" / \"\";}",
        );
        check("a{width:calc( 1px + 2px )}", "a{width:calc( 1px + 2px )}");
        check("a{b:url( c d.svg )}", "a{b:url( c d.svg )}");
    }

    #[test]
    fn comments_go_and_what_they_part_stays_parted() {
        check("/* of whom */a{/* why */b:c/**/d}", "a{b:c/**/d}");
        check("a /* x */ b{}", "a b{}");
        check("/*! licence */\na{}", "/*! licence */ a{}");
    }

    #[test]
    fn an_empty_custom_property_keeps_its_blank() {
        check("a { --x: ; --y: }", "a{--x: ;--y: }");
    }

    #[test]
    fn what_is_not_closed_or_too_deep_stays() {
        check("a { b: c", "a{b: c");
        let deep = format!("a{{ b: {}", "(".repeat(100));
        check(&deep, &deep);
    }

    /// The tokens without comments, white space as one blank, and none beside what parts by itself.
    fn tokens(css: &str) -> Vec<String> {
        fn gather(parser: &mut Parser<'_>, css: &str, found: &mut Vec<String>) {
            loop {
                let start = parser.position().byte_index();
                let Ok(token) = parser.next_including_whitespace_and_comments() else { return };
                let token = token.clone();
                match token {
                    Token::WhiteSpace(_) => found.push(" ".to_owned()),
                    Token::Comment(_) => continue,
                    _ => found.push(css[start..parser.position().byte_index()].to_owned()),
                }
                if matches!(
                    token,
                    Token::Function(_)
                        | Token::ParenthesisBlock
                        | Token::SquareBracketBlock
                        | Token::CurlyBracketBlock
                ) {
                    let _ = parser.parse_nested_block(|parser| {
                        gather(parser, css, found);
                        Ok::<(), ParseError<()>>(())
                    });
                    let end = if token == Token::CurlyBracketBlock { "}" } else { "end" };
                    found.push(end.to_owned());
                }
            }
        }
        let mut found = Vec::new();
        gather(&mut Parser::new(css), css, &mut found);
        // White space at the end parts nothing.
        let end = found.iter().rposition(|token| token != " " && token != "end" && token != "}");
        found.truncate(end.map_or(0, |end| end + 1));
        found.dedup_by(|a, b| a == " " && b == " ");
        let parts = |token: &str| matches!(token, "{" | "}" | ";" | ",");
        let needed = |at: usize| {
            found[at] != " "
                || (at > 0
                    && at + 1 < found.len()
                    && !parts(&found[at - 1])
                    && !parts(&found[at + 1]))
        };
        (0..found.len()).filter(|&at| needed(at)).map(|at| found[at].clone()).collect()
    }

    proptest! {
        #[test]
        fn no_token_is_lost_or_made(css in "(a|b|:|;|,| |\n|/\\* \\*/|/\\*|\\{|\\}|\\(|\\)|\"|'|url\\(|--x|@media|#|-|1px|\\.|\\\\){0,40}") {
            proptest::prop_assert_eq!(tokens(&compact(&css)), tokens(&css));
        }

        #[test]
        fn what_is_compact_stays(css in "(a|:|;|,| |\n|/\\* \\*/|\\{|\\}|\\(|\\)|\"|--x|@media|-|1px){0,40}") {
            let once = compact(&css);
            proptest::prop_assert_eq!(&compact(&once), &once);
        }
    }
}
