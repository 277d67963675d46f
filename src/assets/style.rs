//! The addresses in a style sheet, by the tokens of CSS: escapes, comments and strings are read as browsers read them.

use std::ops::Range;

use cssparser::{ParseError, Parser, Token, serialize_string};

/// How deep brackets may stand in one another. What reads them calls itself for each level.
pub(super) const DEEPEST: usize = 64;

/// What a style sheet names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// An address that is loaded.
    Address(StyleAddress),
    /// An address that browsers throw away: a blank or a quote stands in it without quotes around.
    Unreadable(Range<usize>),
    /// Brackets in brackets, so many that the rest was not read.
    TooDeep(Range<usize>),
}

/// An address in a style sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StyleAddress {
    /// Its token, with `url(…)` or the quotes.
    pub range: Range<usize>,
    /// What it says, without escapes.
    pub address: String,
    form: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// `url(…)` without quotes.
    Url,
    /// A string where an address stands.
    Text,
    /// A string in a custom property, which may become an address where the property is used.
    Kept,
}

impl StyleAddress {
    /// Whether it surely is an address, and not a text that may become one.
    pub fn is_sure(&self) -> bool {
        self.form != Form::Kept
    }

    /// The same token with another address.
    pub(super) fn with(&self, css: &str, address: &str) -> String {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/#?=&%:+,;@!$*".contains(c);
        let mut written = String::new();
        match (self.form, address.chars().all(plain)) {
            (Form::Url, true) => return format!("url({address})"),
            (_, true) => {
                let quote = &css[self.range.start..=self.range.start];
                return format!("{quote}{address}{quote}");
            }
            (_, false) => {
                serialize_string(address, &mut written)
                    .expect("a string takes all that is written");
            }
        }
        if self.form == Form::Url { format!("url({written})") } else { written }
    }
}

/// What `url(…)`, `src(…)`, `image-set(…)`, `@import` and the like name, in order. What a name space is called is no
/// address.
pub fn named(css: &str) -> Vec<Named> {
    let mut found = Vec::new();
    walk(&mut Parser::new(css), Context::default(), &mut found);
    found
}

/// Where a token stands.
#[derive(Clone, Copy, Debug, Default)]
struct Context {
    depth: usize,
    /// In a function whose strings are addresses.
    addresses: bool,
    /// In the value of a custom property.
    custom: bool,
}

/// The rule or declaration that a token belongs to, on its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    Nothing,
    /// After `@import`, up to its address.
    Import,
    /// After `@namespace`, up to the semicolon.
    NameSpace,
    /// After a name with two hyphens.
    CustomName,
    /// In the value of a custom property, up to the semicolon.
    CustomValue,
}

fn walk(parser: &mut Parser<'_>, context: Context, found: &mut Vec<Named>) {
    let mut within = if context.custom { Within::CustomValue } else { Within::Nothing };
    loop {
        let start = parser.position().byte_index();
        let Ok(token) = parser.next_including_whitespace_and_comments() else { return };
        let token = token.clone();
        let range = start..parser.position().byte_index();
        let address = |text: &str, form| {
            Named::Address(StyleAddress { range: range.clone(), address: text.to_owned(), form })
        };
        let custom = within == Within::CustomValue;
        match &token {
            Token::WhiteSpace(_) | Token::Comment(_) => continue,
            Token::UnquotedUrl(text) if within != Within::NameSpace => {
                found.push(address(text, Form::Url));
            }
            Token::QuotedString(text) if context.addresses || within == Within::Import => {
                found.push(address(text, Form::Text));
            }
            Token::QuotedString(text) if custom => found.push(address(text, Form::Kept)),
            Token::BadUrl(_) => found.push(Named::Unreadable(range.clone())),
            _ => {}
        }
        if let Some(inner) = entered(&token, context, within) {
            if inner.depth > DEEPEST {
                found.push(Named::TooDeep(range));
            } else {
                // It reads its block to the end, so that nothing is left to complain of.
                let _ = parser.parse_nested_block(|parser| {
                    walk(parser, inner, found);
                    Ok::<(), ParseError<()>>(())
                });
            }
        }
        within = match &token {
            Token::AtKeyword(name) if name.eq_ignore_ascii_case("import") => Within::Import,
            Token::AtKeyword(name) if name.eq_ignore_ascii_case("namespace") => Within::NameSpace,
            Token::Semicolon | Token::CurlyBracketBlock => Within::Nothing,
            _ if matches!(within, Within::NameSpace | Within::CustomValue) => within,
            Token::Colon if within == Within::CustomName => Within::CustomValue,
            Token::Ident(name) if name.starts_with("--") => Within::CustomName,
            _ => Within::Nothing,
        };
    }
}

/// The context in the block that the token opens, if it opens one.
fn entered(token: &Token<'_>, context: Context, within: Within) -> Option<Context> {
    const ADDRESSES: [&str; 6] =
        ["url", "src", "image", "image-set", "-webkit-image-set", "url-prefix"];
    const WORDS: [&str; 3] = ["type", "format", "tech"];
    let inner = Context { depth: context.depth + 1, ..context };
    let custom = within == Within::CustomValue;
    match token {
        Token::Function(name) => {
            let is_of = |names: &[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known));
            let addresses = within != Within::NameSpace
                && !is_of(&WORDS)
                && (context.addresses || is_of(&ADDRESSES));
            Some(Context { addresses, custom, ..inner })
        }
        Token::ParenthesisBlock | Token::SquareBracketBlock => Some(Context { custom, ..inner }),
        Token::CurlyBracketBlock => Some(Context { custom, addresses: false, ..inner }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(css: &str, expected: &[&str]) {
        let shown = named(css).into_iter().map(|one| match one {
            Named::Address(address) if address.is_sure() => address.address,
            Named::Address(address) => format!("? {}", address.address),
            Named::Unreadable(range) => format!("! {}", &css[range]),
            Named::TooDeep(_) => "…".to_owned(),
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected, "{css}");
    }

    #[test]
    fn addresses_are_found_and_nothing_else() {
        check("a{background:url( x.svg ) no-repeat}", &["x.svg"]);
        check("a{background:URL('x (1).svg'),url(\"y.svg\")}", &["x (1).svg", "y.svg"]);
        check("@import \"a.css\";@import url(b.css) print;", &["a.css", "b.css"]);
        check("/* url(x) */ a::after{content:\"url(y)\"} .url{} a{b:my-url(z)}", &[]);
        check("a{content:'\\'';b:url(c)}", &["c"]);
        check("url(", &[""]);
        check("'ă", &[]);
        check("@namespace svg url(http://x.example/svg); @namespace \"http://y.example\";", &[]);
        check("@supports (background: url(a)) { b { c: url(d) } }", &["a", "d"]);
        check("@font-face{src:url(a.woff2) format(\"woff2\")}", &["a.woff2"]);
    }

    #[test]
    fn escapes_and_comments_hide_nothing() {
        check("a{b:u\\72l(//x.example/a)}", &["//x.example/a"]);
        check("a{b:\\75 rl( \"//x.example\" )}", &["//x.example"]);
        check("a{b:url(/**/c)}", &["/**/c"]);
        check("@\\69mport/**/'//x.example'", &["//x.example"]);
        check("a{b:url(\\2f\\2fx.example)}", &["//x.example"]);
        check("a{b:url('\\68ttps:\\\n//x')}", &["https://x"]);
        check("a{b:url(c d)} e{f:url(g)}", &["! url(c d)", "g"]);
    }

    #[test]
    fn strings_are_addresses_where_browsers_load_them() {
        check("a{b:image-set(\"c\" 1x, 'd' type(\"image/png\") 2x)}", &["c", "d"]);
        check(
            "a{b:-webkit-image-set(url(c) 1x)} a{b:src(\"d\")} a{b:image('e')}",
            &["c", "d", "e"],
        );
        check("a{b:image-set(var(--x, \"c\") 1x)}", &["c"]);
        check("a{--x: \"//c\"; content: \"//d\"} a{--x : url(e)}", &["? //c", "e"]);
        check("a{--x:{b:\"//c\"}}", &["? //c"]);
    }

    #[test]
    fn brackets_without_end_are_told() {
        let css = format!("a{{b:{}url(c)", "(".repeat(100_000));
        check(&css, &["…"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_and_written_back(
            css in "(url\\(|@import|--a:|image-set\\(|/\\*|\\*/|[a\"'()\\[\\]{};:,/\\\\ \nđ-]){0,40}",
        ) {
            let mut end = 0;
            for one in named(&css) {
                let (Named::Unreadable(range) | Named::TooDeep(range)) = &one else {
                    let Named::Address(found) = one else { continue };
                    proptest::prop_assert!(end <= found.range.start && found.range.end <= css.len());
                    end = found.range.end;
                    let written = format!("@import {};", found.with(&css, "b c.d"));
                    let again = named(&written);
                    let Some(Named::Address(again)) = again.first() else { panic!("{written}") };
                    proptest::prop_assert_eq!(&again.address, "b c.d");
                    continue;
                };
                proptest::prop_assert!(css.get(range.clone()).is_some());
            }
        }
    }
}
