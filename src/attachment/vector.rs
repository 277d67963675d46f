//! SVG: drawings, which may hold programs.
//!
//! In: bytes. Out: whether they are a drawing that runs nothing, loads nothing and leads nowhere.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Judgement {
    /// Only lines, areas and words.
    Harmless,
    /// Something that runs, loads or leads elsewhere.
    Active,
    /// No SVG.
    NoVector,
}

/// Elements that run something, or hold what an SVG has not.
const RUN: &[&str] = &[
    "script",
    "foreignobject",
    "iframe",
    "embed",
    "object",
    "audio",
    "video",
    "canvas",
    "handler",
    "listener",
    "animate",
    "set",
    "animatetransform",
    "animatemotion",
    "link",
    "meta",
    "base",
    "a",
];

/// Judges a drawing.
pub(super) fn judge(bytes: &[u8]) -> Judgement {
    let mut reader = Reader::from_reader(bytes);
    let mut buffer = Vec::new();
    let mut root = false;
    let mut in_style = false;
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Err(_) => return Judgement::NoVector,
            Ok(Event::Eof) => return if root { Judgement::Harmless } else { Judgement::NoVector },
            // An entity can spell anything, and a style sheet can be named by an instruction.
            Ok(Event::DocType(words)) if words.contains(&b'[') => return Judgement::Active,
            Ok(Event::PI(_)) => return Judgement::Active,
            Ok(Event::Start(element) | Event::Empty(element)) => {
                let name = local(element.name().as_ref());
                if !root && name != "svg" {
                    return Judgement::NoVector;
                }
                root = true;
                if RUN.contains(&name.as_str()) || !attributes_are_harmless(&element) {
                    return Judgement::Active;
                }
                in_style = name == "style";
            }
            Ok(Event::End(_)) => in_style = false,
            Ok(Event::Text(text)) if in_style && !style_is_harmless(&text) => {
                return Judgement::Active;
            }
            Ok(Event::CData(text)) if in_style && !style_is_harmless(&text) => {
                return Judgement::Active;
            }
            Ok(Event::GeneralRef(_)) if in_style => return Judgement::Active,
            Ok(_) => {}
        }
    }
}

fn attributes_are_harmless(element: &BytesStart<'_>) -> bool {
    element.attributes().all(|attribute| {
        let Ok(attribute) = attribute else { return false };
        let name = local(attribute.key.as_ref());
        let value = String::from_utf8_lossy(&attribute.value).to_lowercase();
        match name.as_str() {
            name if name.starts_with("on") => false,
            // A drawing may use what stands in itself, and pictures that it holds.
            "href" | "src" => {
                value.starts_with('#')
                    || ["png", "jpeg", "gif", "webp"]
                        .iter()
                        .any(|kind| value.starts_with(&format!("data:image/{kind};base64,")))
            }
            "xmlns" => true,
            _ if attribute.key.as_ref().starts_with(b"xmlns:") => true,
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
        !target.starts_with('#') && !target.starts_with("&quot;#")
    });
    let odd = ["@import", "image-set", "javascript:", "expression(", "\\", "/*", "-moz-binding"];
    !loads && !odd.iter().any(|word| style.contains(word))
}

/// A name without its prefix, in small letters.
fn local(name: &[u8]) -> String {
    let name = String::from_utf8_lossy(name).to_lowercase();
    name.rsplit(':').next().unwrap_or_default().to_owned()
}
