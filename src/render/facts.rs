//! What a page's HTML says of links and ids.
//!
//! In: the HTML of one page, from whoever made it. Out: its [`PageFacts`]. Judges nothing.

mod addresses;
mod element;
mod plain;

use std::borrow::Cow;
use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

pub use element::PageFacts;
use element::{Attribute, loaded};
pub(crate) use element::{Mark, Use};

impl<'p> PageFacts<'p> {
    /// Reads a page.
    pub fn of(page: &'p [u8]) -> Self {
        plain::facts(page).unwrap_or_else(|| Self::by_the_standard(page))
    }

    /// Reads a page of any kind, as the HTML standard says.
    fn by_the_standard(page: &[u8]) -> Self {
        let mut facts = Self::read(page, true);
        // The tokenizer takes what is in `title`, `noscript` and the like for text. Within SVG and MathML, and for readers
        // without scripts, browsers take it for elements: it is read once more as such, and both are believed.
        if has_other_rules(page) {
            let others = Self::read(page, false);
            facts.links.extend(others.links);
            facts.marks.extend(others.marks);
        }
        facts
    }

    fn read(page: &[u8], as_text: bool) -> Self {
        let mut reader = Reader::default();
        let mut emitter =
            CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
                reader.read(&event);
                None
            });
        emitter.naively_switch_states(as_text);
        let Ok(()) = Tokenizer::new_with_emitter(page, emitter).finish();
        reader.facts
    }
}

/// Whether a part of the page may be read by other rules than the tokenizer knows.
fn has_other_rules(page: &[u8]) -> bool {
    const BEGINNINGS: [&[u8]; 3] = [b"svg", b"math", b"noscript"];
    page.iter().enumerate().filter(|(_, byte)| **byte == b'<').any(|(at, _)| {
        let rest = &page[at + 1..];
        BEGINNINGS.iter().any(|name| {
            rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
        })
    })
}

#[derive(Default)]
struct Reader {
    facts: PageFacts<'static>,
    element: String,
    attributes: Vec<Attribute<'static>>,
    in_start_tag: bool,
    /// The text of the style sheet that is open.
    style: Option<String>,
}

impl Reader {
    fn read(&mut self, event: &CallbackEvent<'_>) {
        match *event {
            CallbackEvent::OpenStartTag { name } => {
                self.element = String::from_utf8_lossy(name).into_owned();
                self.attributes.clear();
                self.in_start_tag = true;
            }
            CallbackEvent::AttributeName { name } if self.in_start_tag => {
                let name = String::from_utf8_lossy(name).into_owned();
                self.attributes.push((name.into(), Cow::default()));
            }
            CallbackEvent::AttributeValue { value } if self.in_start_tag => {
                if let Some((_, text)) = self.attributes.last_mut() {
                    text.to_mut().push_str(&String::from_utf8_lossy(value));
                }
            }
            CallbackEvent::CloseStartTag { .. } => {
                self.in_start_tag = false;
                self.style = (self.element == "style").then(String::new);
                let attributes = std::mem::take(&mut self.attributes);
                self.facts.add(&self.element, &attributes);
            }
            CallbackEvent::String { value } => {
                if let Some(style) = &mut self.style {
                    style.push_str(&String::from_utf8_lossy(value));
                }
            }
            CallbackEvent::EndTag { .. } => {
                let style = self.style.take().unwrap_or_default();
                self.facts.links.extend(loaded(&style));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, expected: &[&str]) {
        let facts = PageFacts::of(page.as_bytes());
        let mut found: Vec<String> = Vec::new();
        found.extend(facts.links.iter().map(|(purpose, address)| format!("{purpose:?} {address}")));
        found.extend(facts.marks.iter().map(|mark| format!("{mark:?}")));
        found.extend(facts.ids.iter().map(|id| format!("#{id}")));
        found.extend(facts.twice.iter().map(|id| format!("##{id}")));
        assert_eq!(found, expected, "{page}");
    }

    #[test]
    fn addresses_are_found_with_their_use() {
        check(
            "<a href=' a.html '><img src=b.png srcset='c.png 1x, d.png 2x'>",
            &["Visit a.html", "Load b.png", "Load c.png", "Load d.png"],
        );
        check(
            "<link rel=canonical href=a><link rel='ALTERNATE stylesheet' href=b><link rel=icon href=c>",
            &["Visit a", "Load b", "Load c"],
        );
        check(
            "<form action=a><button formaction=b></form><svg><use href='#c'/></svg>",
            &["Load #c", "Send a", "Send b"],
        );
        check(
            "<meta http-equiv=Refresh content='0; url=a.html'><meta name=x content='b=c'>",
            &["Move a.html"],
        );
        check(
            "<a href='?a=1&amp;b=2'></a><script>'<a href=x>'</script><!-- <a href=y> -->",
            &["Visit ?a=1&b=2", "Script"],
        );
    }

    #[test]
    fn ids_are_found_and_counted() {
        check("<p id=a><p id=b><p id=a></p id=c>", &["#a", "#b", "##a"]);
    }

    #[test]
    fn all_that_loads_or_leads_elsewhere_is_seen() {
        check("<a href=a ping='//x //y'>", &["Visit a", "Load //x", "Load //y"]);
        check("<body background=//x><video poster=a>", &["Load //x", "Load a"]);
        check(
            "<link rel=preconnect href=//x><link rel='dns-prefetch' href=//y>",
            &["Load //x", "Load //y"],
        );
        check(
            "<link rel=preload as=image imagesrcset='a 1x, b 2x' href=c>",
            &["Load a", "Load b", "Load c"],
        );
        check("<link rel=modulepreload href=a>", &["Load a"]);
        check(
            "<svg><image xlink:href=//x /><rect fill='u\\72l(//y)'/></svg>",
            &["Load //x", "Load //y"],
        );
        check(
            "<svg><a><set attributeName=href to='javascript:x'/></a></svg>",
            &["Visit javascript:x"],
        );
        check("<svg><title><img src=//x></title></svg>", &["Load //x"]);
        check("<noscript><img src=//x></noscript>", &["Load //x"]);
        check("<input type=image src=//x formaction=//y>", &["Load //x", "Send //y"]);
        check("<base href=//x><base target=_top>", &["Base(\"//x\")"]);
    }

    #[test]
    fn what_runs_or_shows_within_the_page_is_seen() {
        check("<script>x()</script><script type=' Module '>import 'a'</script>", &["Script"]);
        check("<script type=importmap>{}</script>", &["Script"]);
        check(
            "<script src=a.js></script><script type='application/ld+json'>{}</script>",
            &["Load a.js"],
        );
        check("<p onclick=x>", &["Handler(\"onclick\")"]);
        check("<p style='a:url(//x)'>", &["Load //x", "StyleAttribute(\"p\")"]);
        check("<style>@import '//x';</style>", &["Load //x", "Style"]);
        check("<svg><style>a{}</style></svg>", &["Style"]);
        check("<iframe srcdoc='<p>'></iframe>", &["Frame(\"iframe\")", "Document"]);
        check(
            "<object data=a><embed src=b>",
            &["Load a", "Load b", "Frame(\"embed\")", "Frame(\"object\")"],
        );
    }

    proptest::proptest! {
        #[test]
        fn any_page_is_read(
            page in "(<[a-z]|</|>|svg|noscript|title|style|script|srcset=|content=|http-equiv=refresh|href=|[a \"'=;,&#/đ\n!-]){0,60}",
        ) {
            let _ = PageFacts::of(page.as_bytes());
        }
    }

    #[test]
    fn pages_of_our_templates_are_plain() {
        let page = "<!DOCTYPE html><html lang=vi><head><title>A & b</title><link rel=icon href=\"a&amp;b\"><script type=\"application/ld+json\">{\"a\": \"\\u003c\"}</script>\
            <script defer src=x.js></script></head><body><!-- c --><p class='a' id=b hidden>c<br><svg><rect x=\"1\" /><title>d</title></svg></body></html>";
        let found = plain::facts(page.as_bytes()).unwrap();
        assert_eq!(found, PageFacts::by_the_standard(page.as_bytes()));
        assert_eq!(found.links.len(), 2);
        assert_eq!(found.ids.len(), 1);
    }

    proptest::proptest! {
        #[test]
        fn what_is_plain_is_read_as_the_tokenizer_reads_it(
            page in "(<(a|p|img|link|svg|rect|script|style|title|form|meta|use|base|iframe|noscript|br)( (href|src|id|class|rel|action|ping|srcset|style|fill|content|http-equiv|onclick|xlink:href|type)(=(\"[^\"<>]{0,12}\"|'[^']{0,9}'|[^\"' >]{0,7}|\"a&(amp|lt|#x27|#39|#x2F|quot|eacute|x);b\"|\"//x.example/a 2x, b\"|stylesheet|refresh))?){0,3}( ?/)?>|</(a|p|svg|script|style|title)>|[ a&;đ\n]|<!-- [a-]{0,3} ?-->|<!DOCTYPE html>|url\\(x\\)|<|/|>){0,14}",
        ) {
            if let Some(found) = plain::facts(page.as_bytes()) {
                proptest::prop_assert_eq!(found, PageFacts::by_the_standard(page.as_bytes()));
            }
        }
    }
}
