//! What a page's HTML says of links and ids.
//!
//! In: the HTML of one page, from whoever made it. Out: its [`PageFacts`]. Judges nothing.

use std::collections::BTreeSet;
use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

/// What becomes of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Use {
    /// A reader may go there.
    Visit,
    /// The browser fetches it with the page.
    Load,
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
}

impl PageFacts {
    /// Reads a page.
    pub fn of(page: &[u8]) -> Self {
        let mut reader = Reader::default();
        let mut emitter =
            CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
                reader.read(&event);
                None
            });
        emitter.naively_switch_states(true);
        let Ok(()) = Tokenizer::new_with_emitter(page, emitter).finish();
        reader.facts
    }
}

#[derive(Default)]
struct Reader {
    facts: PageFacts,
    element: String,
    attributes: Vec<(String, String)>,
    in_start_tag: bool,
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
                self.attributes.push((String::from_utf8_lossy(name).into_owned(), String::new()));
            }
            CallbackEvent::AttributeValue { value } if self.in_start_tag => {
                if let Some((_, text)) = self.attributes.last_mut() {
                    text.push_str(&String::from_utf8_lossy(value));
                }
            }
            CallbackEvent::CloseStartTag { .. } => {
                self.in_start_tag = false;
                self.tag();
            }
            _ => {}
        }
    }

    fn tag(&mut self) {
        for (name, value) in &self.attributes {
            match name.as_str() {
                "id" => {
                    if !self.facts.ids.insert(value.clone()) {
                        self.facts.twice.insert(value.clone());
                    }
                }
                "srcset" | "imagesrcset" => {
                    let candidates = value
                        .split(',')
                        .filter_map(|candidate| candidate.split_ascii_whitespace().next());
                    self.facts
                        .links
                        .extend(candidates.map(|address| (Use::Load, address.to_owned())));
                }
                "content" if self.refreshes() => {
                    let address = value
                        .split_once('=')
                        .map(|(_, address)| address.trim_matches(['"', '\'', ' ']));
                    self.facts
                        .links
                        .extend(address.map(|address| (Use::Visit, address.to_owned())));
                }
                _ => {
                    if let Some(purpose) = self.purpose(name) {
                        self.facts.links.insert((purpose, value.trim_ascii().to_owned()));
                    }
                }
            }
        }
    }

    /// What the attribute's value is fetched for, if it is an address.
    fn purpose(&self, attribute: &str) -> Option<Use> {
        match (self.element.as_str(), attribute) {
            ("a" | "area", "href" | "xlink:href") => Some(Use::Visit),
            ("link", "href") => Some(if self.loads() { Use::Load } else { Use::Visit }),
            ("form", "action") | (_, "formaction") => Some(Use::Visit),
            ("blockquote" | "q" | "del" | "ins", "cite") => Some(Use::Visit),
            ("base", "href") => Some(Use::Visit),
            (_, "src" | "poster" | "href" | "xlink:href") | ("object", "data") => Some(Use::Load),
            _ => None,
        }
    }

    /// Whether a `link` makes the browser fetch its address.
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
        self.element == "meta"
            && self.attribute("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("refresh"))
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
            &["Visit a", "Visit b", "Load #c"],
        );
        check(
            "<meta http-equiv=Refresh content='0; url=a.html'><meta name=x content='b=c'>",
            &["Visit a.html"],
        );
        check(
            "<a href='?a=1&amp;b=2'></a><script>'<a href=x>'</script><!-- <a href=y> -->",
            &["Visit ?a=1&b=2"],
        );
    }

    #[test]
    fn ids_are_found_and_counted() {
        check("<p id=a><p id=b><p id=a></p id=c>", &["#a", "#b", "##a"]);
    }
}
