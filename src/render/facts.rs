//! What a page's HTML says of links and ids.
//!
//! In: the HTML of one page, from whoever made it. Out: its [`PageFacts`]. Judges nothing.

mod addresses;

use std::collections::BTreeSet;
use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use crate::assets::{Named, named};

/// What becomes of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Use {
    /// A reader may go there.
    Visit,
    /// The browser fetches it with the page, or tells it something.
    Load,
    /// What a reader types is sent there.
    Send,
    /// The page goes there by itself.
    Move,
}

/// What a page brings along within its HTML, where the site's policy lets nothing run or show.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// A `script` that is neither a file nor data.
    Script,
    /// An attribute with a script in it, such as `onclick`.
    Handler(String),
    /// A `style` element.
    Style,
    /// A `style` attribute, of an element.
    StyleAttribute(String),
    /// An element that shows another document, or whose content none of us reads, such as `iframe`.
    Frame(String),
    /// The attribute `srcdoc`.
    Document,
    /// A `base` element with this address, which all others are read from.
    Base(String),
}

/// The addresses and ids of one page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageFacts {
    /// All ids.
    pub ids: BTreeSet<String>,
    /// The ids that stand in it more than once.
    pub twice: BTreeSet<String>,
    /// All addresses, as written.
    pub links: BTreeSet<(Use, String)>,
    /// What stands in it against the site's policy.
    pub marks: BTreeSet<Mark>,
}

impl PageFacts {
    /// Reads a page.
    pub fn of(page: &[u8]) -> Self {
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
    facts: PageFacts,
    element: String,
    attributes: Vec<(String, String)>,
    in_start_tag: bool,
    /// The text of the style sheet that is open.
    style: Option<String>,
}

/// Elements that show another document, or run a program of their own.
const FRAMES: [&str; 10] = [
    "iframe",
    "frame",
    "frameset",
    "object",
    "embed",
    "applet",
    "portal",
    "fencedframe",
    "xmp",
    "plaintext",
];

/// Attributes of SVG whose value may be a `url(…)`, as in a style sheet.
const STYLED: [&str; 14] = [
    "fill",
    "stroke",
    "filter",
    "mask",
    "clip-path",
    "cursor",
    "marker",
    "marker-start",
    "marker-mid",
    "marker-end",
    "mask-image",
    "background-image",
    "list-style-image",
    "style",
];

/// What the type of a script is called where browsers run or follow it; of all other types it is data.
const RUN: [&str; 7] = [
    "javascript",
    "ecmascript",
    "jscript",
    "livescript",
    "module",
    "importmap",
    "speculationrules",
];

impl Reader {
    fn read(&mut self, event: &CallbackEvent<'_>) {
        match *event {
            CallbackEvent::OpenStartTag { name } => {
                self.element = String::from_utf8_lossy(name).into_owned();
                self.attributes.clear();
                self.in_start_tag = true;
            }
            CallbackEvent::AttributeName { name } if self.in_start_tag => {
                self.attributes.push((String::from_utf8_lossy(name).into_owned(), String::new()));
            }
            CallbackEvent::AttributeValue { value } if self.in_start_tag => {
                if let Some((_, text)) = self.attributes.last_mut() {
                    text.push_str(&String::from_utf8_lossy(value));
                }
            }
            CallbackEvent::CloseStartTag { .. } => {
                self.in_start_tag = false;
                self.style = (self.element == "style").then(String::new);
                let attributes = std::mem::take(&mut self.attributes);
                self.tag(&attributes);
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

    fn tag(&mut self, attributes: &[(String, String)]) {
        let element = Element { name: &self.element, attributes };
        let facts = &mut self.facts;
        match element.name {
            "script" if element.runs() => drop(facts.marks.insert(Mark::Script)),
            "style" => drop(facts.marks.insert(Mark::Style)),
            name if FRAMES.contains(&name) => {
                facts.marks.insert(Mark::Frame(name.to_owned()));
            }
            _ => {}
        }
        for (name, value) in attributes {
            if name == "id" && !facts.ids.insert(value.clone()) {
                facts.twice.insert(value.clone());
            }
            facts.marks.extend(element.mark(name, value));
            facts.links.extend(element.links(name, value));
        }
    }
}

/// What a style sheet, or a part of one, loads.
fn loaded(css: &str) -> Vec<(Use, String)> {
    let addresses = named(css).into_iter().filter_map(|one| match one {
        Named::Address(found) if found.is_sure() => Some((Use::Load, found.address)),
        _ => None,
    });
    addresses.collect()
}

/// A start tag.
struct Element<'a> {
    name: &'a str,
    attributes: &'a [(String, String)],
}

impl Element<'_> {
    /// Whether a `script` has a program between its tags; with an address it is that of a file.
    fn runs(&self) -> bool {
        let kind = self.attribute("type").unwrap_or_default().trim_ascii().to_ascii_lowercase();
        self.attribute("src").is_none()
            && (kind.is_empty() || RUN.iter().any(|known| kind.contains(known)))
    }

    fn mark(&self, attribute: &str, value: &str) -> Option<Mark> {
        match attribute {
            "style" => Some(Mark::StyleAttribute(self.name.to_owned())),
            "srcdoc" => Some(Mark::Document),
            "href" if self.name == "base" => Some(Mark::Base(value.trim().to_owned())),
            _ if attribute.len() > 2 && attribute.starts_with("on") => {
                Some(Mark::Handler(attribute.to_owned()))
            }
            _ => None,
        }
    }

    /// The addresses in an attribute.
    fn links(&self, attribute: &str, value: &str) -> Vec<(Use, String)> {
        let all = |purpose, addresses: Vec<String>| {
            addresses.into_iter().map(|address| (purpose, address)).collect()
        };
        match attribute {
            "srcset" | "imagesrcset" => all(Use::Load, addresses::of_source_set(value)),
            "ping" | "archive" | "attributionsrc" => {
                all(Use::Load, value.split_ascii_whitespace().map(str::to_owned).collect())
            }
            "content" if self.refreshes() => {
                all(Use::Move, addresses::of_refresh(value).into_iter().collect())
            }
            "to" | "from" | "by" | "values" if self.animates_an_address() => {
                let values = value.split(';').map(|one| one.trim().to_owned());
                all(Use::Visit, values.filter(|one| !one.is_empty()).collect())
            }
            _ if STYLED.contains(&attribute) => loaded(value),
            _ => {
                let purpose = self.purpose(attribute);
                purpose
                    .map(|purpose| (purpose, value.trim_ascii().to_owned()))
                    .into_iter()
                    .collect()
            }
        }
    }

    /// What the attribute's value is fetched for, if it is an address.
    fn purpose(&self, attribute: &str) -> Option<Use> {
        match (self.name, attribute) {
            // It is told as what it is, and loads nothing.
            ("base", "href") => None,
            ("a" | "area", "href" | "xlink:href") => Some(Use::Visit),
            ("link", "href") => Some(if self.loads() { Use::Load } else { Use::Visit }),
            ("form", "action") | (_, "formaction") => Some(Use::Send),
            ("blockquote" | "q" | "del" | "ins", "cite") | (_, "longdesc") => Some(Use::Visit),
            (
                _,
                "src" | "poster" | "href" | "xlink:href" | "background" | "lowsrc" | "dynsrc"
                | "manifest" | "codebase" | "classid",
            )
            | ("object", "data")
            | ("applet", "code" | "object") => Some(Use::Load),
            _ => None,
        }
    }

    /// Whether a `link` makes the browser fetch its address, or call its host.
    fn loads(&self) -> bool {
        const VISITED: [&str; 13] = [
            "alternate",
            "author",
            "bookmark",
            "canonical",
            "contents",
            "describedby",
            "help",
            "license",
            "me",
            "next",
            "prev",
            "search",
            "up",
        ];
        let relations = self.attribute("rel").unwrap_or_default().to_ascii_lowercase();
        relations
            .split_ascii_whitespace()
            .any(|relation| relation == "stylesheet" || !VISITED.contains(&relation))
    }

    fn refreshes(&self) -> bool {
        self.name == "meta"
            && self
                .attribute("http-equiv")
                .is_some_and(|name| name.trim_ascii().eq_ignore_ascii_case("refresh"))
    }

    /// Whether an element of SVG changes the address of another in time.
    fn animates_an_address(&self) -> bool {
        self.attribute("attributename")
            .is_some_and(|name| matches!(name.trim_ascii(), "href" | "xlink:href"))
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
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
}
