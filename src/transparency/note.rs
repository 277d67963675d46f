//! Signed notes: C2SP signed-note, with Ed25519 signatures.
//!
//! In: a text and keys. Out: the note, and whether a key signed it. A text is of no account before its signature was
//! verified; so a [`Note`] is had from its text only with the key that vouches for it.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::key::{PublicKey, SigningKey};

const DASH: &str = "— ";

/// More bytes than this no note of ours has; more is not looked at.
const LONGEST: usize = 1 << 20;

/// More signatures than this are not looked at. The standard asks for 16 at least.
const MOST_SIGNATURES: usize = 64;

/// A text that a trusted key signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The text, which ends in a line end.
    pub text: String,
}

/// Why a text is no note of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteFault {
    /// It has not the form of a signed note.
    Malformed,
    /// The key did not sign it.
    NotSigned,
    /// It bears the key's name and number over another text, or a signature that is none.
    BadSignature,
}

impl fmt::Display for NoteFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "không có dạng của một tệp ký",
            Self::NotSigned => "không mang chữ ký của khóa này",
            Self::BadSignature => "chữ ký không khớp với lời",
        })
    }
}

impl std::error::Error for NoteFault {}

/// The text with a signature of each key, in the order of the keys. The text ends in a line end and has no control sign.
pub fn sign(text: &str, keys: &[&SigningKey]) -> String {
    let lines = keys.iter().map(|key| {
        let public = key.public();
        let signature = [&public.id().to_be_bytes()[..], &key.sign(text.as_bytes())].concat();
        format!("{DASH}{} {}\n", public.name(), STANDARD.encode(signature))
    });
    format!("{text}\n{}", lines.collect::<String>())
}

impl Note {
    /// Reads a note that `key` signed.
    ///
    /// # Errors
    /// It is no note, or not signed by this key.
    pub fn read(bytes: &[u8], key: &PublicKey) -> Result<Self, NoteFault> {
        let (text, signatures) = parts(bytes).ok_or(NoteFault::Malformed)?;
        let mut found = Err(NoteFault::NotSigned);
        for line in signatures {
            let (name, id, signature) = signature(line).ok_or(NoteFault::Malformed)?;
            if name != key.name() || id != key.id() {
                continue;
            }
            if !key.verifies(text.as_bytes(), &signature) {
                return Err(NoteFault::BadSignature);
            }
            found = Ok(Self { text: text.to_owned() });
        }
        found
    }
}

/// The text, and the lines of its signatures.
fn parts(bytes: &[u8]) -> Option<(&str, Vec<&str>)> {
    let whole = std::str::from_utf8(bytes).ok().filter(|whole| whole.len() <= LONGEST)?;
    if whole.chars().any(|c| c < ' ' && c != '\n') {
        return None;
    }
    let end = whole.rfind("\n\n")?;
    let (text, lines) = (&whole[..=end], whole[end + 2..].strip_suffix('\n')?);
    let lines: Vec<&str> = lines.split('\n').collect();
    (lines.len() <= MOST_SIGNATURES).then_some((text, lines))
}

/// Whose a signature is: the key's name and number, and the signature itself.
fn signature(line: &str) -> Option<(&str, u32, Vec<u8>)> {
    let (name, encoded) = line.strip_prefix(DASH)?.split_once(' ')?;
    let bytes = STANDARD.decode(encoded).ok()?;
    let (id, signature) = bytes.split_first_chunk()?;
    let is_name = !name.is_empty() && !name.contains(|c: char| c == '+' || c.is_whitespace());
    is_name.then(|| (name, u32::from_be_bytes(*id), signature.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the standard.
    const KEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    const NOTE: &str = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    #[test]
    fn the_example_of_the_standard_is_verified() {
        let key: PublicKey = KEY.parse().unwrap();
        let note = Note::read(NOTE.as_bytes(), &key).unwrap();
        assert_eq!(note.text, "This is an example message.\n");
        assert_eq!(key.to_string(), KEY);
    }

    #[test]
    fn one_bit_more_or_less_is_refused() {
        let key: PublicKey = KEY.parse().unwrap();
        for at in 0..NOTE.len() {
            let mut bytes = NOTE.as_bytes().to_vec();
            bytes[at] ^= 1;
            assert!(Note::read(&bytes, &key).is_err(), "byte {at}");
        }
        for length in 0..NOTE.len() {
            assert!(Note::read(&NOTE.as_bytes()[..length], &key).is_err(), "{length} bytes");
        }
    }

    #[test]
    fn others_may_sign_too_and_do_not_vouch_for_it() {
        let ours = SigningKey::from_seed("lam-giang.example/tien-do", &[7; 32]).unwrap();
        let others = SigningKey::from_seed("nhan-chung.example", &[8; 32]).unwrap();
        let both = sign("một\n", &[&others, &ours]);
        assert!(Note::read(both.as_bytes(), &ours.public()).is_ok());
        assert!(Note::read(both.as_bytes(), &others.public()).is_ok());
        let one = sign("một\n", &[&others]);
        assert_eq!(Note::read(one.as_bytes(), &ours.public()), Err(NoteFault::NotSigned));
        let namesake = SigningKey::from_seed("nhan-chung.example", &[7; 32]).unwrap();
        assert_eq!(Note::read(one.as_bytes(), &namesake.public()), Err(NoteFault::NotSigned));
    }

    #[test]
    fn a_text_with_an_empty_line_is_one_text() {
        let key = SigningKey::from_seed("lam-giang.example", &[7; 32]).unwrap();
        let text = "Trên\n\ndưới\n";
        let note = sign(text, &[&key]);
        assert_eq!(Note::read(note.as_bytes(), &key.public()).unwrap().text, text);
    }
}
