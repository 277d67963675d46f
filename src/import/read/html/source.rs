//! The text of a page before it is parsed: what would take the parser long, and what it would join.

use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::super::refusal::{Counted, Refusal};
use super::names::BLOCKS;

/// The most elements in one another.
pub(super) const DEEPEST: usize = 250;

/// The most elements of a page.
const MOST: usize = 500_000;

/// The most attributes of an element.
const MOST_ATTRIBUTES: usize = 500;

/// How often each byte of a page may stand in what may be a tag.
const LOOKS: usize = 50;

/// The text with a blank before each tag that parts words: the parser drops such tags where they make no sense, a cell
/// outside any table, and what they parted would be one word.
pub(super) fn parted(text: &str) -> String {
    let mut parted = String::with_capacity(text.len() + text.len() / 8);
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        parted.push_str(&rest[..at]);
        let name = rest[at + 1..].strip_prefix('/').unwrap_or(&rest[at + 1..]);
        let name: String = name
            .chars()
            .take_while(|c| !c.is_whitespace() && !"/>".contains(*c))
            .take(12)
            .collect();
        let name = name.to_ascii_lowercase();
        if BLOCKS.contains(&name.as_str()) || matches!(name.as_str(), "tfoot" | "br") {
            parted.push(' ');
        }
        parted.push('<');
        rest = &rest[at + 1..];
    }
    parted.push_str(rest);
    parted
}

/// Refuses what would take the parser long: its work grows with what is open.
pub(super) fn measure(text: &str) -> Result<(), Refusal> {
    // A browser ends these by itself.
    const ENDED: [&[u8]; 25] = [
        b"p",
        b"li",
        b"td",
        b"th",
        b"tr",
        b"tbody",
        b"thead",
        b"tfoot",
        b"dt",
        b"dd",
        b"option",
        b"br",
        b"hr",
        b"img",
        b"meta",
        b"link",
        b"input",
        b"col",
        b"colgroup",
        b"area",
        b"base",
        b"embed",
        b"source",
        b"wbr",
        b"param",
    ];
    tags(text)?;
    let mut open = 0usize;
    let mut deepest = 0;
    let mut elements = 0;
    let mut emitter =
        CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
            match event {
                CallbackEvent::OpenStartTag { name } => {
                    elements += 1;
                    open += usize::from(!ENDED.contains(&name));
                    deepest = deepest.max(open);
                }
                CallbackEvent::EndTag { name } if !ENDED.contains(&name) => {
                    open = open.saturating_sub(1)
                }
                _ => {}
            }
            None
        });
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(text, emitter).finish();
    if elements > MOST {
        return Err(Refusal::TooMany { what: Counted::Elements, most: MOST });
    }
    // What is never closed may be open side by side in the end; twice the depth is room for that.
    if deepest > DEEPEST * 2 {
        return Err(Refusal::TooDeep { part: String::new(), most: DEEPEST });
    }
    Ok(())
}

/// Refuses tags with more attributes than any has: the tokenizer goes deeper with each, and the parser compares each with
/// those before it. Each `<` may begin a tag, whatever stands around it: no two parsers agree where scripts end.
fn tags(text: &str) -> Result<(), Refusal> {
    let bytes = text.as_bytes();
    // Looking at what stands in more tags than one, over and over, is bounded too.
    let mut left = bytes.len().saturating_mul(LOOKS);
    for (open, _) in text.match_indices('<') {
        // Tags that end something have attributes too, which no one reads.
        let mut at = open + 1 + usize::from(bytes.get(open + 1) == Some(&b'/'));
        if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let mut attributes = 0;
        let mut quote = None;
        let mut before = b' ';
        while let Some(sign) = bytes.get(at).copied() {
            match (quote, sign) {
                (Some(open), sign) if open == sign => quote = None,
                (Some(_), _) => {}
                (None, b'>') => break,
                (None, b'"' | b'\'') if before == b'=' => quote = Some(sign),
                // A name begins behind a blank, a slash or the end of a value.
                (None, sign) => {
                    let begins = before.is_ascii_whitespace() || b"/\"'".contains(&before);
                    let is_name = !sign.is_ascii_whitespace() && !b"/=".contains(&sign);
                    attributes += usize::from(begins && is_name);
                }
            }
            // Blanks around the sign between a name and its value are none.
            if !(before == b'=' && sign.is_ascii_whitespace()) {
                before = sign;
            }
            at += 1;
            left = left
                .checked_sub(1)
                .ok_or(Refusal::TooMany { what: Counted::Elements, most: MOST })?;
            if attributes > MOST_ATTRIBUTES {
                return Err(Refusal::TooMany { what: Counted::Attributes, most: MOST_ATTRIBUTES });
            }
        }
    }
    Ok(())
}
