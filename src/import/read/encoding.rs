//! From bytes to text, by what the bytes say of their code.
//!
//! A mark at the start decides, then UTF-8 where every byte is of it, then what a page says of itself. Nothing is guessed:
//! bytes of which none of these is true are refused.

use encoding_rs::Encoding;

use super::old_letters;
use super::refusal::{Refusal, Unread};

/// How far into a page its code may be said (HTML standard, 13.2.3.2).
const HEAD: usize = 1024;

/// The text of a file.
pub(super) fn decoded(bytes: &[u8]) -> Result<String, Refusal> {
    match bytes {
        [0xff, 0xfe, units @ ..] => return wide(units, u16::from_le_bytes),
        [0xfe, 0xff, units @ ..] => return wide(units, u16::from_be_bytes),
        _ => {}
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => Err(Refusal::Form(Unread::Unknown)),
        Ok(text) => Ok(text.trim_start_matches('\u{feff}').to_owned()),
        Err(_) if bytes.contains(&0) => Err(Refusal::Form(Unread::Unknown)),
        Err(error) => {
            let refused = Refusal::Encoding { line: line_of(&bytes[..error.valid_up_to()]) };
            let Some(code) = declared(bytes) else {
                // Each byte a letter, as fonts of old codes take them.
                let single: String = bytes.iter().map(|byte| char::from(*byte)).collect();
                old_letters::refused(&single)?;
                return Err(refused);
            };
            let (text, had_errors) = code.decode_without_bom_handling(bytes);
            if had_errors { Err(refused) } else { Ok(text.into_owned()) }
        }
    }
}

/// Text of two bytes a unit.
fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Refusal> {
    let units = bytes.chunks_exact(2);
    let is_whole = units.remainder().is_empty();
    let mut text = String::new();
    for decoded in char::decode_utf16(units.map(|pair| unit([pair[0], pair[1]]))) {
        let Ok(sign) = decoded else {
            return Err(Refusal::Encoding { line: line_of(text.as_bytes()) });
        };
        text.push(sign);
    }
    if !is_whole {
        return Err(Refusal::Encoding { line: line_of(text.as_bytes()) });
    }
    Ok(text)
}

fn line_of(before: &[u8]) -> usize {
    1 + before.iter().filter(|byte| **byte == b'\n').count()
}

/// The code that a page says it is in: `<meta charset="windows-1258">`, or as Word writes it within `content`. Word's
/// own pages are in that of the machine, with a reference for each letter that it lacks.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let mut metas = head.split("<meta").skip(1);
    let said = metas.find_map(|meta| meta.split('>').next()?.split_once("charset"))?.1;
    let said = said.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let label: String =
        said.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c)).collect();
    // A page that says UTF-8 or UTF-16 and is not in it lies.
    Encoding::for_label(label.as_bytes()).filter(|code| code.is_single_byte())
}

#[cfg(test)]
mod tests {
    use super::decoded;
    use crate::import::read::refusal::Refusal;

    #[test]
    fn pages_are_read_in_the_code_that_they_say() {
        for said in [
            "<meta charset=windows-1258>",
            "<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=windows-1258\">",
            "<meta name=a><meta charset = 'WINDOWS-1258' />",
        ] {
            let mut page = format!("<html><head>{said}</head><p>k").into_bytes();
            page.extend(b"\xea\xec ho\xe2\xf2ch \xf0\xfd");
            let text = decoded(&page).expect("it says its code");
            // Marks come after their letters in this code.
            assert!(text.ends_with("kê\u{301} hoâ\u{323}ch đư"), "{text}");
        }
    }

    #[test]
    fn what_does_not_say_its_code_is_refused_with_the_line() {
        for bytes in [
            &b"<p>a\n<p>\xe9t\xe9"[..],
            b"<meta charset=utf-8>\n\xe9",
            b"<meta charset=x-viet-tcvn>\n\xe9",
            b"\xff\xfea\0\n\0\0\xd8",
            b"\xff\xfea\0\n\0b",
        ] {
            assert_eq!(decoded(bytes), Err(Refusal::Encoding { line: 2 }), "{bytes:?}");
        }
    }
}
