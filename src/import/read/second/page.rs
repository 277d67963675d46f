//! The words of a page, by its tags alone: no tree is made of it.

use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::super::characters::Door;
use super::super::html::{BLOCKS, SKIPPED, is_remark};
use super::super::words::{Words, count};

/// The words of a page: all of its text but what no reader of it sees.
pub(crate) fn page(text: &str) -> Words {
    let mut written = String::new();
    // The element that is passed over, and how many of its name are open.
    let mut skipped: Option<(Vec<u8>, usize)> = None;
    let mut opened = Vec::new();
    let mut told = Vec::new();
    let mut emitter =
        CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
            let known =
                |names: &[&str], name: &[u8]| names.iter().any(|known| known.as_bytes() == name);
            match event {
                CallbackEvent::OpenStartTag { name } => {
                    opened = name.to_vec();
                    match &mut skipped {
                        Some((own, open)) => *open += usize::from(own == name),
                        None if known(&SKIPPED, name) => skipped = Some((name.to_vec(), 1)),
                        None if known(&BLOCKS, name) || known(&["br", "tfoot"], name) => {
                            written.push(' ')
                        }
                        None => {}
                    }
                }
                CallbackEvent::AttributeName { name } => told = name.to_vec(),
                CallbackEvent::AttributeValue { value }
                    if skipped.is_none()
                        && matches!(told.as_slice(), b"style" | b"class")
                        && is_remark(&String::from_utf8_lossy(value)) =>
                {
                    skipped = Some((opened.clone(), 1));
                }
                // A drawing that closes itself, as XML does.
                CallbackEvent::CloseStartTag { self_closing: true }
                    if skipped.as_ref().is_some_and(|(own, open)| {
                        *open == 1 && matches!(own.as_slice(), b"svg" | b"math")
                    }) =>
                {
                    skipped = None;
                }
                CallbackEvent::EndTag { name } => match &mut skipped {
                    Some((own, open)) => {
                        *open -= usize::from(own == name);
                        if *open == 0 {
                            skipped = None;
                        }
                    }
                    None if known(&BLOCKS, name) || name == b"tfoot" => written.push(' '),
                    None => {}
                },
                CallbackEvent::String { value } if skipped.is_none() => {
                    written.push_str(&String::from_utf8_lossy(value))
                }
                _ => {}
            }
            None
        });
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(text, emitter).finish();
    let mut words = Words::new();
    count(&mut words, &Door::default().usual(&written));
    words
}
