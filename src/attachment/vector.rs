//! SVG: drawings, which may hold programs.
//!
//! In: bytes. Out: whether they are a drawing that runs nothing, loads nothing and leads nowhere. What is not known to
//! be harmless is not.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Judgement {
    /// Only lines, areas and words.
    Harmless,
    /// Something that may run, load or lead elsewhere.
    Active,
    /// No SVG.
    NoVector,
}

/// Elements that draw, in small letters.
const DRAWN: &[&str] = &[
    "svg",
    "g",
    "defs",
    "symbol",
    "use",
    "switch",
    "title",
    "desc",
    "metadata",
    "style",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "textpath",
    "image",
    "marker",
    "pattern",
    "mask",
    "clippath",
    "lineargradient",
    "radialgradient",
    "stop",
    "filter",
    "feblend",
    "fecolormatrix",
    "fecomponenttransfer",
    "fecomposite",
    "feconvolvematrix",
    "fediffuselighting",
    "fedisplacementmap",
    "fedistantlight",
    "fedropshadow",
    "feflood",
    "fefunca",
    "fefuncb",
    "fefuncg",
    "fefuncr",
    "fegaussianblur",
    "femerge",
    "femergenode",
    "femorphology",
    "feoffset",
    "fepointlight",
    "fespecularlighting",
    "fespotlight",
    "fetile",
    "feturbulence",
    "view",
];

/// Elements by which drawing programs tell of themselves.
const TOLD: &[&str] = &[
    "rdf",
    "work",
    "format",
    "type",
    "creator",
    "agent",
    "date",
    "license",
    "publisher",
    "rights",
    "description",
    "subject",
    "source",
    "identifier",
    "language",
    "permits",
    "requires",
    "contributor",
    "coverage",
    "relation",
    "li",
    "bag",
    "seq",
    "alt",
    "namedview",
    "grid",
    "guide",
    "page",
];

/// Judges a drawing.
pub(super) fn judge(bytes: &[u8]) -> Judgement {
    // A browser reads other letters by the encoding that the file states, and so other words than are read here.
    let Ok(text) = std::str::from_utf8(bytes) else { return Judgement::NoVector };
    let control = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = Reader::from_str(text);
    let mut root = false;
    let mut style = false;
    loop {
        match reader.read_event() {
            Err(_) => return Judgement::NoVector,
            Ok(Event::Eof) if !root => return Judgement::NoVector,
            Ok(Event::Eof) => {
                let odd = text.contains(control);
                return if odd { Judgement::Active } else { Judgement::Harmless };
            }
            Ok(Event::Decl(declaration)) => {
                let encoding = declaration.encoding().and_then(Result::ok);
                let known = |name: &[u8]| {
                    name.eq_ignore_ascii_case(b"utf-8") || name.eq_ignore_ascii_case(b"us-ascii")
                };
                if encoding.is_some_and(|name| !known(&name)) {
                    return Judgement::Active;
                }
            }
            // An entity can spell anything, and a style sheet can be named by an instruction.
            Ok(Event::DocType(words)) if words.contains(&b'[') => return Judgement::Active,
            Ok(Event::PI(_)) => return Judgement::Active,
            Ok(Event::Start(element)) => {
                if let Some(fault) = fault_of(&element, root, style) {
                    return fault;
                }
                root = true;
                style = local(element.name().as_ref()) == "style";
            }
            Ok(Event::Empty(element)) => {
                if let Some(fault) = fault_of(&element, root, style) {
                    return fault;
                }
                root = true;
            }
            Ok(Event::End(_)) => style = false,
            Ok(Event::Text(words)) if style && !style_is_harmless(&words) => {
                return Judgement::Active;
            }
            // What parts the words of a style can part one that is looked for.
            Ok(Event::CData(_) | Event::Comment(_) | Event::GeneralRef(_)) if style => {
                return Judgement::Active;
            }
            Ok(_) => {}
        }
    }
}

/// What is wrong with an element; `root` says that one came before it, `style` that it stands in a style.
fn fault_of(element: &BytesStart<'_>, root: bool, style: bool) -> Option<Judgement> {
    let name = local(element.name().as_ref());
    if !root && name != "svg" {
        return Some(Judgement::NoVector);
    }
    let is_known = DRAWN.contains(&name.as_str()) || TOLD.contains(&name.as_str());
    (style || !is_known || !attributes_are_harmless(element)).then_some(Judgement::Active)
}

fn attributes_are_harmless(element: &BytesStart<'_>) -> bool {
    element.attributes().all(|attribute| {
        let Ok(attribute) = attribute else { return false };
        let key = String::from_utf8_lossy(attribute.key.as_ref()).to_lowercase();
        let name = local(key.as_bytes());
        // Entities of XML are the same words to a browser.
        let value = String::from_utf8_lossy(&attribute.value);
        let Ok(value) = unescape(&value) else { return false };
        let value = value.to_lowercase();
        match name.as_str() {
            name if name.starts_with("on") => false,
            "srcset" | "ping" | "base" | "srcdoc" | "formaction" | "action" => false,
            // A drawing may use what stands in itself, and pictures that it holds.
            "href" | "src" => {
                value.starts_with('#')
                    || ["png", "jpeg", "gif", "webp"]
                        .iter()
                        .any(|kind| value.starts_with(&format!("data:image/{kind};base64,")))
            }
            // What a program notes for itself is no style.
            _ if key.contains(':') || name == "xmlns" => true,
            _ => style_is_harmless(value.as_bytes()),
        }
    })
}

/// Whether a style names nothing but what stands in the drawing. An escape or a comment can part a word that is
/// looked for, and no drawing program writes one.
fn style_is_harmless(style: &[u8]) -> bool {
    let style = String::from_utf8_lossy(style).to_lowercase();
    let loads = style.match_indices("url(").any(|(at, _)| {
        let target = style[at + 4..].trim_start_matches([' ', '"', '\'']);
        !target.starts_with('#')
    });
    let odd = ["@import", "image-set", "javascript:", "expression(", "\\", "/*", "-moz-binding"];
    !loads && !odd.iter().any(|word| style.contains(word))
}

/// A name without its prefix, in small letters.
fn local(name: &[u8]) -> String {
    let name = String::from_utf8_lossy(name).to_lowercase();
    name.rsplit(':').next().unwrap_or_default().to_owned()
}

/// Whether a drawing program tells of itself and of who used it.
pub(super) fn has_notes(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    ["<metadata", "creator", "docname", "export-filename"].iter().any(|word| text.contains(word))
}
