//! XML as a tree of elements, for parts that are small enough to hold.
//!
//! Namespaces are told by their addresses and named as their standards do (`w:p`), whatever the file calls them; both
//! editions of Office Open XML (ECMA-376 transitional and strict) are one.

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{NamespaceResolver, ResolveResult};
use quick_xml::{NsReader, XmlVersion};

use super::refusal::{Counted, Refusal};

/// The most elements in one another. Tables of Word within tables within text boxes reach 60.
pub(super) const DEEPEST: usize = 250;

/// The most elements of a part, attributes among them.
const MOST: usize = 2_000_000;

/// The most attributes of an element. Those of a document's root, all of them namespaces, reach 40; and each is compared
/// with those before it.
const MOST_ATTRIBUTES: usize = 500;

/// The usual name of each namespace.
const NAMES: [(&str, &str); 32] = [
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", "r"),
    ("http://schemas.openxmlformats.org/package/2006/relationships", "rel"),
    ("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"),
    ("http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"),
    ("http://schemas.openxmlformats.org/drawingml/2006/main", "a"),
    ("http://purl.oclc.org/ooxml/drawingml/main", "a"),
    ("http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"),
    ("http://purl.oclc.org/ooxml/drawingml/picture", "pic"),
    ("http://schemas.openxmlformats.org/drawingml/2006/chart", "c"),
    ("http://purl.oclc.org/ooxml/drawingml/chart", "c"),
    ("http://schemas.openxmlformats.org/drawingml/2006/diagram", "dgm"),
    ("http://purl.oclc.org/ooxml/drawingml/diagram", "dgm"),
    ("http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", "m"),
    ("http://purl.oclc.org/ooxml/officeDocument/math", "m"),
    ("urn:schemas-microsoft-com:vml", "v"),
    ("urn:schemas-microsoft-com:office:office", "o"),
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "x"),
    ("http://purl.oclc.org/ooxml/spreadsheetml/main", "x"),
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"),
    ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"),
    ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"),
    ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"),
    ("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"),
    ("urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"),
    ("urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"),
    ("http://www.w3.org/1999/xlink", "xlink"),
    ("http://www.w3.org/XML/1998/namespace", "xml"),
];

/// An element with what stands in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its usual name, `?:name` where the namespace is not known here.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// In order.
    pub(super) children: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Node {
    /// An element.
    Element(Element),
    /// Text, with entities resolved.
    Text(String),
}

impl Element {
    /// The element that a part consists of.
    pub(super) fn read(part: &str, bytes: &[u8]) -> Result<Element, Refusal> {
        let text = text_of(part, bytes)?;
        let broken = |why: &dyn std::fmt::Display| Refusal::Broken {
            part: part.to_owned(),
            why: why.to_string(),
        };
        let mut reader = NsReader::from_str(&text);
        let mut open: Vec<Element> = vec![Element::default()];
        let mut count = 0;
        loop {
            let event = reader.read_event().map_err(|error| broken(&error))?;
            match event {
                Event::Start(start) | Event::Empty(start) if open.len() > DEEPEST => {
                    drop(start);
                    return Err(Refusal::TooDeep { part: part.to_owned(), most: DEEPEST });
                }
                Event::Start(start) => {
                    count += 1 + attributes(&start)?;
                    open.push(opened(&start, reader.resolver()).map_err(|why| broken(&why))?);
                }
                Event::Empty(start) => {
                    count += 1 + attributes(&start)?;
                    let element = opened(&start, reader.resolver()).map_err(|why| broken(&why))?;
                    put(&mut open, Node::Element(element));
                }
                Event::End(_) => {
                    if let Some(element) = open.pop() {
                        put(&mut open, Node::Element(element));
                    }
                }
                Event::Text(text) => {
                    let text = text.xml10_content().map_err(|error| broken(&error))?;
                    write(&mut open, &text);
                }
                Event::CData(text) => {
                    let text = text.xml10_content().map_err(|error| broken(&error))?;
                    write(&mut open, &text);
                }
                Event::GeneralRef(name) => {
                    let name = name.decode().map_err(|error| broken(&error))?;
                    let sign = entity(&name)
                        .ok_or_else(|| broken(&format!("không rõ ký hiệu &{name};")))?;
                    write(&mut open, sign.encode_utf8(&mut [0; 4]));
                }
                Event::DocType(_) => return Err(Refusal::Entities { part: part.to_owned() }),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
                Event::Eof => break,
            }
            if count > MOST {
                return Err(Refusal::TooMany { what: Counted::Elements, most: MOST });
            }
        }
        if open.len() > 1 {
            return Err(broken(&"có phần tử chưa được đóng"));
        }
        let root = open.pop().unwrap_or_default();
        let mut elements = root.children.into_iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        });
        elements.next().ok_or_else(|| broken(&"không có phần tử nào"))
    }

    /// An attribute's value.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The elements in it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of a name in it.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The element that lies behind names, each in the one before.
    pub(super) fn at(&self, names: &[&str]) -> Option<&Element> {
        names.iter().try_fold(self, |element, name| element.child(name))
    }

    /// All elements of a name, however deep, in order.
    pub(super) fn all(&self, name: &str) -> Vec<&Element> {
        let mut found = Vec::new();
        self.look(&mut |element| {
            if element.name == name {
                found.push(element);
            }
            true
        });
        found
    }

    /// Shows each element within to `see`, which says whether to look into it.
    pub(super) fn look<'a>(&'a self, see: &mut impl FnMut(&'a Element) -> bool) {
        for element in self.elements() {
            if see(element) {
                element.look(see);
            }
        }
    }

    /// The text that stands right in it.
    pub(super) fn text(&self) -> String {
        let texts = self.children.iter().filter_map(|node| match node {
            Node::Text(text) => Some(text.as_str()),
            Node::Element(_) => None,
        });
        texts.collect()
    }
}

/// The text of a part: UTF-8, or UTF-16 that says so.
pub(super) fn text_of(part: &str, bytes: &[u8]) -> Result<String, Refusal> {
    let broken = || Refusal::Broken {
        part: part.to_owned(),
        why: "chữ không theo bảng mã UTF-8".to_owned(),
    };
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        char::decode_utf16(units).collect::<Result<String, _>>().map_err(|_| broken())
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => {
            let text = std::str::from_utf8(bytes).map_err(|_| broken())?;
            Ok(text.trim_start_matches('\u{feff}').to_owned())
        }
    }
}

/// The character of a reference: numbered, or one of the five that XML has.
pub(super) fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

/// An element's usual name.
pub(super) fn usual_name(space: &ResolveResult<'_>, local: &[u8]) -> String {
    let local = String::from_utf8_lossy(local);
    match space {
        ResolveResult::Bound(space) => {
            let known = NAMES.iter().find(|(address, _)| address.as_bytes() == space.0);
            format!("{}:{local}", known.map_or("?", |(_, name)| *name))
        }
        // Of what is bound to nothing, the file's own name is all there is.
        ResolveResult::Unbound => local.into_owned(),
        ResolveResult::Unknown(prefix) => format!("{}:{local}", String::from_utf8_lossy(prefix)),
    }
}

/// How many attributes an element has, unless they are too many to be looked at.
fn attributes(start: &BytesStart<'_>) -> Result<usize, Refusal> {
    let count = start.attributes().with_checks(false).take(MOST_ATTRIBUTES + 1).count();
    if count > MOST_ATTRIBUTES {
        return Err(Refusal::TooMany { what: Counted::Attributes, most: MOST_ATTRIBUTES });
    }
    Ok(count)
}

fn opened(start: &BytesStart<'_>, resolver: &NamespaceResolver) -> Result<Element, String> {
    let (space, local) = resolver.resolve_element(start.name());
    let mut element = Element { name: usual_name(&space, local.as_ref()), ..Element::default() };
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        if attribute.key.as_namespace_binding().is_some() {
            continue;
        }
        let (space, local) = resolver.resolve_attribute(attribute.key);
        // Marks of editing sessions, on every run: nobody reads them.
        if local.as_ref().starts_with(b"rsid") {
            continue;
        }
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|error| error.to_string())?;
        element.attributes.push((usual_name(&space, local.as_ref()), value.into_owned()));
    }
    Ok(element)
}

fn put(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

/// Adds to the text that goes on.
fn write(open: &mut [Element], text: &str) {
    let Some(parent) = open.last_mut() else { return };
    match parent.children.last_mut() {
        Some(Node::Text(before)) => before.push_str(text),
        _ => parent.children.push(Node::Text(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::Element;
    use crate::import::read::refusal::Refusal;

    #[test]
    fn names_are_the_usual_ones_whatever_the_file_calls_them() {
        let xml = r#"<d xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:b="x"><p b:a="1">a &amp; &#273;<![CDATA[<]]></p></d>"#;
        let root = Element::read("a", xml.as_bytes()).expect("sound");
        let p = root.child("w:p").expect("a paragraph");
        assert_eq!(p.text(), "a & đ<");
        assert_eq!(p.attribute("?:a"), Some("1"));
    }

    #[test]
    fn what_no_office_program_writes_is_refused() {
        let read = |xml: &str| Element::read("a", xml.as_bytes()).map(|_| ());
        let entities = r#"<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>"#;
        assert_eq!(read(entities), Err(Refusal::Entities { part: "a".to_owned() }));
        assert!(matches!(read("<a>&b;</a>"), Err(Refusal::Broken { .. })));
        assert!(matches!(read("<a><b></a>"), Err(Refusal::Broken { .. })));
        assert!(matches!(read("<a>"), Err(Refusal::Broken { .. })));
        assert!(matches!(read(""), Err(Refusal::Broken { .. })));
        let deep = "<a>".repeat(300);
        assert!(matches!(read(&deep), Err(Refusal::TooDeep { .. })));
    }
}
