//! The faults of shape that `serde` finds, in Vietnamese.
//!
//! In: the one error of a text that is well-formed YAML. Out: the fault with its place. The table
//! knows the messages of `serde`; one that it does not know still has a place.

use super::fault::{Fault, Source};
use super::syntax;
use crate::diagnostic::catalog::ck154::Wanted;
use crate::diagnostic::catalog::{ck151, ck153, ck154};
use crate::diagnostic::{Diagnostic, KeyPath, Place};
use crate::source::yaml::Outline;
use crate::text::near::nearest;

/// What a result may have of its own, and a part of a task's words not.
const RESULT_KEYS: [&str; 5] =
    ["chu_tri", "chu_tri_nhom", "chu_tri_nguyen_van", "thoi_gian", "san_pham"];

/// What a message of `serde` says.
#[derive(Debug, PartialEq, Eq)]
enum Message<'a> {
    UnknownKey { key: &'a str, known: Vec<&'a str> },
    UnknownWord { word: &'a str, known: Vec<&'a str> },
    Missing { key: &'a str },
    Duplicate,
    WrongKind { found: &'a str, wanted: &'a str },
    Other,
}

/// The fault that `error` tells.
pub(super) fn fault(source: &Source<'_>, outline: &Outline, error: &serde_yaml::Error) -> Fault {
    let text = error.to_string();
    let (path, message) = read(&text);
    let is_work = path.starts_with("viec_con[");
    let path = KeyPath::from(path);
    let at = source.base + error.location().map_or(0, |location| location.index());
    let told = |at: usize, diagnostic| Fault { at, diagnostic, told_by_structure: false };
    let place = source.file.key(path.clone());
    let start = outline.locate(&path).start;
    match message {
        Message::UnknownKey { key, known } => {
            let range = outline.key_at(at).unwrap_or(at..at);
            let at_key = source.file.passage(range);
            let diagnostic = match is_work && RESULT_KEYS.contains(&key) {
                true => ck151::key_of_a_result(at_key, key),
                false => {
                    let near = nearest(key, known.iter().copied());
                    ck151::unknown_key(at_key, key, near, &known)
                }
            };
            Fault { at, diagnostic, told_by_structure: key == "<<" }
        }
        Message::UnknownWord { word, known } => {
            let near = nearest(word, known.iter().copied());
            told(start, ck154::unknown_word(place, last_key(&path), word, near, &known))
        }
        Message::Missing { key } => told(at, ck153::missing_key(place.field(key), key)),
        Message::Duplicate => Fault { at, diagnostic: unknown(place), told_by_structure: true },
        Message::WrongKind { found, wanted } => {
            told(start, wrong_kind(source, outline, &path, at, found, wanted))
        }
        Message::Other => told(at, unknown(place)),
    }
}

fn wrong_kind(
    source: &Source<'_>,
    outline: &Outline,
    path: &KeyPath,
    at: usize,
    found: &str,
    wanted: &str,
) -> Diagnostic {
    let place = source.file.key(path.clone());
    if wanted == "field identifier" {
        let key = outline.key_at(at).unwrap_or(at..at);
        return ck154::strange_key(source.file.passage(key));
    }
    let wanted = match wanted {
        "a string" | "string" => Wanted::Text,
        "a sequence" => Wanted::List,
        "a map" => Wanted::Group,
        "a boolean" => Wanted::Switch,
        other if other.starts_with("struct ") => Wanted::Group,
        _ => Wanted::Other,
    };
    // Text in place of keys is most often one line whose colon lacks its space.
    let text_only = wanted == Wanted::Group && found.starts_with("string ");
    let start = outline.value(path).map_or(source.base, |node| node.value.start);
    let colon = if text_only { syntax::unspaced_colon(source, start) } else { None };
    colon.unwrap_or_else(|| ck154::wrong_kind(place, path.as_str(), wanted))
}

fn unknown(place: Place) -> Diagnostic {
    ck154::wrong_kind(place, "", Wanted::Other)
}

/// The path before the message, and the message.
fn read(text: &str) -> (&str, Message<'_>) {
    const OPENINGS: [&str; 7] = [
        "unknown field `",
        "unknown variant `",
        "missing field `",
        "duplicate field `",
        "invalid type: ",
        "invalid value: ",
        "invalid length ",
    ];
    let opening =
        |start: usize| OPENINGS.iter().find(|opening| text[start..].starts_with(**opening));
    let starts = std::iter::once(0).chain(text.match_indices(": ").map(|(at, _)| at + 2));
    let Some((start, opening)) = starts.filter_map(|start| Some((start, *opening(start)?))).next()
    else {
        return ("", Message::Other);
    };
    let path = text[..start].trim_end_matches(": ");
    let rest = without_position(&text[start + opening.len()..]);
    let message = match opening {
        "unknown field `" => {
            let (key, known) = name_and_known(rest);
            Message::UnknownKey { key, known }
        }
        "unknown variant `" => {
            let (word, known) = name_and_known(rest);
            Message::UnknownWord { word, known }
        }
        "missing field `" => Message::Missing { key: rest.trim_end_matches('`') },
        "duplicate field `" => Message::Duplicate,
        _ => match rest.rsplit_once(", expected ") {
            Some((found, wanted)) => Message::WrongKind { found, wanted },
            None => Message::Other,
        },
    };
    (path, message)
}

/// The name of `name`, expected one of `a`, `b`, whose first quote is gone, and the others.
fn name_and_known(rest: &str) -> (&str, Vec<&str>) {
    for separator in ["`, expected ", "`, there are no "] {
        if let Some((name, known)) = rest.rsplit_once(separator) {
            return (name, known.split('`').skip(1).step_by(2).collect());
        }
    }
    (rest.trim_end_matches('`'), Vec::new())
}

/// The message without ` at line 3 column 5`.
fn without_position(message: &str) -> &str {
    message.rsplit_once(" at line ").map_or(message, |(before, position)| {
        let numbers = position.split_once(" column ").is_some_and(|(line, column)| {
            [line, column].iter().all(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
        });
        if numbers { before } else { message }
    })
}

/// The last key of a path: `loai` of `dien_bien[1].loai`.
fn last_key(path: &KeyPath) -> &str {
    let last = path.as_str().rsplit('.').next().unwrap_or_default();
    last.split('[').next().unwrap_or_default()
}
