//! Time stamps on checkpoints: RFC 3161.
//!
//! In: a checkpoint's bytes. Out: the request that a time-stamping authority answers, and whether an answer speaks of
//! these bytes. Whether the authority is to be believed is told by `openssl ts -verify`, with its certificate.

use crate::output::Checksum;

/// A checkpoint that was stamped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The signed note.
    pub note: Vec<u8>,
    /// The authority's answer.
    pub reply: Vec<u8>,
}

/// `MessageImprint` with SHA-256, before the 32 bytes.
const IMPRINT: [u8; 19] =
    [0x30, 0x31, 0x30, 0x0d, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1, 5, 0, 4, 0x20];

/// The request for a stamp: version 1, SHA-256, the authority's certificate wanted.
pub fn request(note: &[u8]) -> Vec<u8> {
    let imprint = [&IMPRINT[..], Checksum::of(note).as_bytes()].concat();
    [&[0x30, 0x39, 2, 1, 1][..], &imprint, &[1, 1, 0xff]].concat()
}

/// Whether `reply` grants a stamp on these bytes.
pub fn is_of(reply: &[u8], note: &[u8]) -> bool {
    let granted = || {
        let (0x30, content, []) = value(reply)? else { return None };
        let (0x30, status, rest) = value(content)? else { return None };
        let (2, [0 | 1], _) = value(status)? else { return None };
        Some(rest)
    };
    let sum = Checksum::of(note);
    granted().is_some_and(|token| token.windows(32).any(|part| part == sum.as_bytes()))
}

/// The first value of DER: its tag, what it holds, what follows.
fn value(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&[tag, first], rest) = bytes.split_first_chunk()?;
    let (length, rest) = match first {
        0..=0x7f => (usize::from(first), rest),
        0x81..=0x84 => {
            let (digits, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
            (digits.iter().fold(0, |sum, digit| sum << 8 | usize::from(*digit)), rest)
        }
        _ => return None,
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((tag, content, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_granted_stamp_on_the_same_bytes_is_one() {
        let sum = Checksum::of(b"ghi");
        let reply = |status: u8, sum: &[u8]| {
            let content = [&[0x30, 3, 2, 1, status][..], &[4, 32], sum].concat();
            [&[0x30, content.len() as u8][..], &content].concat()
        };
        assert!(is_of(&reply(0, sum.as_bytes()), b"ghi"));
        assert!(!is_of(&reply(2, sum.as_bytes()), b"ghi"), "refused");
        assert!(!is_of(&reply(0, sum.as_bytes()), b"khac"));
        let good = reply(0, sum.as_bytes());
        for length in 0..good.len() {
            assert!(!is_of(&good[..length], b"ghi"), "{length} bytes");
        }
        assert!(!is_of(&[&good[..], b"x"].concat(), b"ghi"));
        assert!(!is_of(&[0x30, 0x84, 0xff, 0xff, 0xff, 0xff], b"ghi"));
    }
}
