//! The form of a text file besides its words: line ends, byte order mark, the end of its last line.
//!
//! Git and editors change these without anybody's doing; a checksum then speaks of another file.

/// How lines end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineEnds {
    /// `\n`.
    Lf,
    /// `\r\n`.
    CrLf,
    /// `\r`.
    Cr,
    /// Some so, some otherwise.
    Mixed,
}

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextForm {
    /// How its lines end.
    pub ends: LineEnds,
    /// Whether it begins with a byte order mark.
    pub has_mark: bool,
    /// Whether its last line has an end.
    pub is_ended: bool,
}

const MARK: &[u8] = "\u{feff}".as_bytes();

/// The form of these bytes; with no line end at all, that of Unix.
pub fn form_of(bytes: &[u8]) -> TextForm {
    let pairs = bytes.windows(2).filter(|pair| pair == b"\r\n").count();
    let feeds = bytes.iter().filter(|byte| **byte == b'\n').count() - pairs;
    let returns = bytes.iter().filter(|byte| **byte == b'\r').count() - pairs;
    let ends = match (feeds > 0, pairs > 0, returns > 0) {
        (_, false, false) => LineEnds::Lf,
        (false, true, false) => LineEnds::CrLf,
        (false, false, true) => LineEnds::Cr,
        _ => LineEnds::Mixed,
    };
    TextForm {
        ends,
        has_mark: bytes.starts_with(MARK),
        is_ended: bytes.ends_with(b"\n") || bytes.ends_with(b"\r"),
    }
}

/// The lines of a text with their ends, whichever they are.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let at = rest.find(['\n', '\r']);
        let end =
            at.map_or(rest.len(), |at| at + if rest[at..].starts_with("\r\n") { 2 } else { 1 });
        let (line, after) = rest.split_at(end);
        rest = after;
        (!line.is_empty()).then_some(line)
    })
}

/// The other form in which the same text is the file that is meant, as `is_meant` knows it.
pub fn other_form(bytes: &[u8], is_meant: impl Fn(&[u8]) -> bool) -> Option<TextForm> {
    let plain = plain(bytes);
    let form = form_of(bytes);
    let body = plain.strip_suffix(b"\n").unwrap_or(&plain);
    // The likeliest first: Git changes line ends only.
    for is_ended in [form.is_ended, !form.is_ended] {
        for has_mark in [form.has_mark, !form.has_mark] {
            for ends in [LineEnds::Lf, LineEnds::CrLf, LineEnds::Cr] {
                let other = TextForm { ends, has_mark, is_ended };
                if other != form && is_meant(&in_form(body, other)) {
                    return Some(other);
                }
            }
        }
    }
    None
}

/// The text without mark, every line ended by `\n`.
fn plain(bytes: &[u8]) -> Vec<u8> {
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let mut plain = Vec::with_capacity(bytes.len());
    let mut after_return = false;
    for byte in bytes {
        match byte {
            b'\n' if after_return => {}
            b'\r' => plain.push(b'\n'),
            byte => plain.push(*byte),
        }
        after_return = *byte == b'\r';
    }
    plain
}

fn in_form(body: &[u8], form: TextForm) -> Vec<u8> {
    let end: &[u8] = match form.ends {
        LineEnds::Lf | LineEnds::Mixed => b"\n",
        LineEnds::CrLf => b"\r\n",
        LineEnds::Cr => b"\r",
    };
    let mut bytes = if form.has_mark { MARK.to_vec() } else { Vec::new() };
    for (index, line) in body.split(|byte| *byte == b'\n').enumerate() {
        if index > 0 {
            bytes.extend_from_slice(end);
        }
        bytes.extend_from_slice(line);
    }
    if form.is_ended {
        bytes.extend_from_slice(end);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_text_finds_every_other() {
        use LineEnds::{Cr, CrLf, Lf};
        let body = "một\nhai\n\nba".as_bytes();
        let mut forms = Vec::new();
        for ends in [Lf, CrLf, Cr] {
            for has_mark in [false, true] {
                for is_ended in [false, true] {
                    forms.push(TextForm { ends, has_mark, is_ended });
                }
            }
        }
        for from in &forms {
            let bytes = in_form(body, *from);
            assert_eq!(form_of(&bytes), *from);
            for to in forms.iter().filter(|to| *to != from) {
                let meant = in_form(body, *to);
                assert_eq!(other_form(&bytes, |bytes| bytes == meant), Some(*to), "{from:?}");
            }
            assert_eq!(other_form(&bytes, |bytes| bytes == "bốn".as_bytes()), None);
        }
    }

    #[test]
    fn lines_end_in_any_way() {
        let found: Vec<_> = lines("a\nb\r\n\rc\r\r\nd").collect();
        assert_eq!(found, ["a\n", "b\r\n", "\r", "c\r", "\r\n", "d"]);
        assert_eq!(lines("").count(), 0);
    }

    #[test]
    fn mixed_line_ends_are_made_one() {
        let found = other_form(b"a\r\nb\nc\rd\n", |bytes| bytes == b"a\nb\nc\nd\n");
        assert_eq!(found.map(|form| form.ends), Some(LineEnds::Lf));
        assert_eq!(form_of(b"a\r\nb\n").ends, LineEnds::Mixed);
        assert_eq!(form_of(b"a\r\r\nb").ends, LineEnds::Mixed);
        for bytes in [&b""[..], b"\n", b"\r", b"\xef\xbb\xbf", b"\r\n\r\n"] {
            assert_eq!(other_form(bytes, |_| false), None);
        }
    }
}
