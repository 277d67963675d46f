//! What stands somewhere within an element of Word, however deep.

use super::super::characters::{Door, folded};
use super::super::xml::Element;
use crate::import::block::What;

/// The one of several forms that is read: the first choice, or what stands there for older programs where the choice says
/// nothing.
pub(super) fn chosen(alternatives: &Element) -> Option<&Element> {
    let (choice, fallback) = (alternatives.child("mc:Choice"), alternatives.child("mc:Fallback"));
    match (choice, fallback) {
        (Some(choice), Some(fallback)) if !has_words(choice) && has_words(fallback) => {
            Some(fallback)
        }
        (choice, fallback) => choice.or(fallback),
    }
}

/// Looks through a drawing, at one form of each thing.
pub(super) fn look_at_drawing<'a>(drawing: &'a Element, see: &mut impl FnMut(&'a Element) -> bool) {
    for element in drawing.elements() {
        if element.name == "mc:AlternateContent" {
            if let Some(chosen) = chosen(element) {
                look_at_drawing(chosen, see);
            }
        } else if see(element) {
            look_at_drawing(element, see);
        }
    }
}

/// Whether words stand somewhere within.
pub(super) fn has_words(element: &Element) -> bool {
    !words_in(element).trim().is_empty()
}

/// All words within, deleted ones too.
pub(super) fn words_in(element: &Element) -> String {
    let mut words = String::new();
    if matches!(element.name.as_str(), "w:t" | "w:delText" | "m:t") {
        words = element.text();
    }
    let mut before = None;
    element.look(&mut |element: &Element| {
        let is_text = matches!(element.name.as_str(), "w:t" | "w:delText" | "m:t" | "a:t");
        if is_text {
            words.push_str(&element.text());
        } else if element.name == "w:p" && before.replace(()).is_some() {
            words.push(' ');
        }
        true
    });
    words
}

/// What stands at the head or foot of pages: its words, and pictures.
pub(super) fn furniture(root: &Element) -> Vec<(What, String)> {
    let mut lines = Vec::new();
    for paragraph in root.all("w:p") {
        let mut words = String::new();
        paragraph.look(&mut |element| match element.name.as_str() {
            "w:t" => {
                words.push_str(&element.text());
                true
            }
            "w:tab" | "w:br" => {
                words.push(' ');
                true
            }
            "mc:Fallback" | "w:p" => false,
            _ => true,
        });
        lines.push(folded(&Door::default().usual(&words)));
    }
    lines.retain(|line| !line.is_empty());
    let mut told = Vec::new();
    if !lines.is_empty() {
        told.push((What::PageFurniture, lines.join(" ")));
    }
    let drawn = root.all("v:textpath");
    let drawn = drawn.iter().filter_map(|path| path.attribute("string"));
    told.extend(drawn.map(|words| (What::Picture, words.to_owned())));
    told
}
