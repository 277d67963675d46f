//! What one start tag says of links and ids.
//!
//! In: its name and attributes. Out: what it adds to the facts of its page.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::addresses;
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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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

/// The addresses and ids of one page, where they can in its own letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageFacts<'p> {
    /// All ids.
    pub ids: BTreeSet<Cow<'p, str>>,
    /// The ids that stand in it more than once.
    pub twice: BTreeSet<Cow<'p, str>>,
    /// All addresses, as written.
    pub links: BTreeSet<(Use, Cow<'p, str>)>,
    /// What stands in it against the site's policy.
    pub marks: BTreeSet<Mark>,
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

/// The name of an attribute and its value.
pub(super) type Attribute<'a> = (Cow<'a, str>, Cow<'a, str>);

impl<'p> PageFacts<'p> {
    /// Takes note of a start tag.
    pub(super) fn add(&mut self, name: &str, attributes: &[Attribute<'p>]) {
        let element = Element { name, attributes };
        match element.name {
            "script" if element.runs() => drop(self.marks.insert(Mark::Script)),
            "style" => drop(self.marks.insert(Mark::Style)),
            name if FRAMES.contains(&name) => {
                self.marks.insert(Mark::Frame(name.to_owned()));
            }
            _ => {}
        }
        for (name, value) in attributes {
            if says_nothing(name) {
                continue;
            }
            if name == "id" && !self.ids.insert(value.clone()) {
                self.twice.insert(value.clone());
            }
            self.marks.extend(element.mark(name, value));
            self.links.extend(element.links(name, value));
        }
    }
}

/// Whether an attribute, one of the most common, is none of those below; they are many to compare with.
fn says_nothing(attribute: &str) -> bool {
    attribute == "class" || attribute.starts_with("data-") || attribute.starts_with("aria-")
}

/// What a style sheet, or a part of one, loads.
pub(super) fn loaded(css: &str) -> Vec<(Use, Cow<'static, str>)> {
    let addresses = named(css).into_iter().filter_map(|one| match one {
        Named::Address(found) if found.is_sure() => Some((Use::Load, found.address.into())),
        _ => None,
    });
    addresses.collect()
}

/// The value without the blanks around it.
fn trimmed<'p>(value: &Cow<'p, str>) -> Cow<'p, str> {
    match value {
        Cow::Borrowed(value) => Cow::Borrowed(value.trim_ascii()),
        Cow::Owned(value) => Cow::Owned(value.trim_ascii().to_owned()),
    }
}

/// A start tag.
struct Element<'a, 'p> {
    name: &'a str,
    attributes: &'a [Attribute<'p>],
}

impl<'p> Element<'_, 'p> {
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
    fn links(&self, attribute: &str, value: &Cow<'p, str>) -> Vec<(Use, Cow<'p, str>)> {
        let all = |purpose, addresses: Vec<String>| {
            addresses.into_iter().map(|address| (purpose, address.into())).collect()
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
                purpose.map(|purpose| (purpose, trimmed(value))).into_iter().collect()
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
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_ref())
    }
}
