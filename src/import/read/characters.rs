//! Characters at the door: what looks alike becomes alike, and is counted.
//!
//! In: text as a file has it. Out: the same words in NFC, with the usual space, hyphen and đ. Dashes stay as they are.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::import::block::{Noticed, Origin, What};

/// What was made usual, counted over a document.
#[derive(Debug, Default)]
pub(super) struct Door {
    spaces: usize,
    hyphens: usize,
    unseen: usize,
    eths: usize,
    decomposed: usize,
    controls: usize,
    private: usize,
}

impl Door {
    /// The text with usual characters. Line ends and tabs stay.
    pub(super) fn usual(&mut self, text: &str) -> String {
        let composed = if is_nfc(text) {
            text.to_owned()
        } else {
            let whole: String = text.nfc().collect();
            let words = text.split_whitespace().filter(|word| !is_nfc(word)).count();
            self.decomposed += words.max(1);
            whole
        };
        let mut usual = String::with_capacity(composed.len());
        for c in composed.chars() {
            match c {
                '\n' | '\t' => usual.push(c),
                '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => usual.push('\n'),
                '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
                    self.spaces += 1;
                    usual.push(' ');
                }
                '\u{ad}' => self.hyphens += 1,
                '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}'
                | '\u{feff}' => {
                    self.unseen += 1;
                }
                'ð' => {
                    self.eths += 1;
                    usual.push('đ');
                }
                'Ð' => {
                    self.eths += 1;
                    usual.push('Đ');
                }
                '\u{2011}' => usual.push('-'),
                // Bullets and hyphens of the font Symbol, in its private places.
                '\u{f0b7}' => usual.push('•'),
                '\u{f02d}' => usual.push('-'),
                c @ '\u{e000}'..='\u{f8ff}' => {
                    self.private += 1;
                    usual.push(c);
                }
                c if c.is_control() => self.controls += 1,
                c => usual.push(c),
            }
        }
        usual
    }

    /// What was changed, one line a kind.
    pub(super) fn noticed(&self) -> Vec<Noticed> {
        let kinds = [
            (self.spaces, "dấu cách không ngắt, nay là dấu cách thường"),
            (self.hyphens, "dấu nối mềm, đã bỏ"),
            (self.unseen, "ký tự không nhìn thấy, đã bỏ"),
            (self.eths, "chữ “ð” (eth), nay là “đ”"),
            (self.decomposed, "từ có dấu viết rời (Unicode tổ hợp), nay là dựng sẵn"),
            (self.controls, "ký tự điều khiển, đã bỏ"),
            (
                self.private,
                "ký hiệu của phông chữ riêng (như Wingdings), giữ nguyên; nơi khác không hiện được",
            ),
        ];
        let seen = kinds.into_iter().filter(|(count, _)| *count > 0);
        seen.map(|(count, kind)| Noticed {
            at: Origin::default(),
            what: What::Characters,
            words: format!("{count} {kind}"),
        })
        .collect()
    }
}

/// Adds text to words that are to be told, where it is of them; what lies between two pieces of them parts them.
pub(super) fn tell(words: &mut String, is_told: bool, text: &str) {
    if is_told {
        words.push_str(text);
    } else if !words.is_empty() && !words.ends_with(' ') {
        words.push(' ');
    }
}

/// White space folded to single spaces; line ends kept, without empty lines.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for line in text.split('\n') {
        let mut words = line.split_whitespace();
        let Some(first) = words.next() else { continue };
        if !folded.is_empty() {
            folded.push('\n');
        }
        folded.push_str(first);
        for word in words {
            folded.push(' ');
            folded.push_str(word);
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::{Door, folded};

    #[track_caller]
    fn check(text: &str, usual: &str, told: &[&str]) {
        let mut door = Door::default();
        assert_eq!(door.usual(text), usual);
        let said: Vec<String> = door.noticed().into_iter().map(|noticed| noticed.words).collect();
        assert_eq!(said, told);
    }

    #[test]
    fn what_looks_alike_becomes_alike() {
        check("Kế hoạch 2026 – 2030", "Kế hoạch 2026 – 2030", &[]);
        check(
            "Tie\u{302}\u{301}n đo\u{323}\u{302}",
            "Tiến độ",
            &["2 từ có dấu viết rời (Unicode tổ hợp), nay là dựng sẵn"],
        );
        check(
            "Ðiều\u{a0}1",
            "Điều 1",
            &["1 dấu cách không ngắt, nay là dấu cách thường", "1 chữ “ð” (eth), nay là “đ”"],
        );
        check(
            "kế\u{ad} ho\u{200b}ạch",
            "kế hoạch",
            &["1 dấu nối mềm, đã bỏ", "1 ký tự không nhìn thấy, đã bỏ"],
        );
        check("12\u{2011}NQ\u{b}x", "12-NQ\nx", &[]);
        check(
            "\u{f0fe}",
            "\u{f0fe}",
            &[
                "1 ký hiệu của phông chữ riêng (như Wingdings), giữ nguyên; nơi khác không hiện được",
            ],
        );
    }

    #[test]
    fn white_space_is_folded_and_lines_are_kept() {
        assert_eq!(folded("  a \t b \n\n  c\n"), "a b\nc");
    }
}
