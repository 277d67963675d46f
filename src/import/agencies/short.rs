//! Short forms of names: “Sở TT&TT” beside “Sở Thông tin và Truyền thông”.
//!
//! A short form is one of a name where each of its capitals is the initial of the next word and all other words are the
//! same; or where the document says that it is.

use super::words::head;
use crate::text::search_key;

/// What documents say before a short form.
const SAYS: [&str; 7] = [
    "(sau đây gọi tắt là ",
    "(sau đây viết tắt là ",
    "(sau đây gọi là ",
    "(gọi tắt là ",
    "(viết tắt là ",
    "(viết tắt: ",
    "(gọi là ",
];

/// Words that have no letter in short forms.
const SILENT: [&str; 2] = ["va", "&"];

/// A word of a name, or a letter that stands for one.
#[derive(PartialEq, Eq)]
enum Piece {
    Word(String),
    Letter(char),
}

fn pieces(name: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for token in name.split([' ', ',', '\u{a0}']) {
        let letters: Vec<char> = token.chars().filter(|c| c.is_alphabetic()).collect();
        let key = search_key(token);
        if letters.is_empty() || SILENT.contains(&key.as_str()) {
            continue;
        }
        if letters.len() > 1 && letters.iter().all(|letter| letter.is_uppercase()) {
            let letters = key.chars().filter(char::is_ascii_alphabetic);
            pieces.extend(letters.map(Piece::Letter));
        } else {
            pieces.push(Piece::Word(key));
        }
    }
    pieces
}

/// Whether the first is a short form of the second.
pub(crate) fn abbreviates(short: &str, full: &str) -> bool {
    let (short, full) = (pieces(short), pieces(full));
    let mut shortens = false;
    let alike = short.iter().zip(&full).all(|(short, full)| match (short, full) {
        (Piece::Letter(letter), Piece::Word(word)) => {
            shortens = true;
            word.starts_with(*letter)
        }
        (short, full) => short == full,
    });
    alike && short.len() == full.len() && shortens
}

/// Names with their short forms, as a text gives them: “Sở Bến Nước (sau đây gọi là SBN)”.
pub(crate) fn defined(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for says in SAYS {
        let mut from = 0;
        while let Some(at) = text[from..].find(says).map(|at| from + at) {
            from = at + says.len();
            let Some(end) = text[from..].find(')') else { break };
            let short = text[from..from + end].trim_matches(['“', '”', '"', '\'', ' ']);
            let before = text[..at].trim_end();
            let is_short = short.split_whitespace().count() <= 6 && head_or_capitals(short);
            if let Some(full) = name_at_end(before).filter(|_| is_short) {
                found.push((full.to_owned(), short.to_owned()));
            }
        }
    }
    found
}

fn head_or_capitals(short: &str) -> bool {
    head(short).is_some() || pieces(short).iter().any(|piece| matches!(piece, Piece::Letter(_)))
}

/// The name that ends the text: the longest of few words that opens like one.
fn name_at_end(text: &str) -> Option<&str> {
    let starts =
        text.char_indices().filter(|(at, _)| *at == 0 || text[..*at].ends_with([' ', '(']));
    let mut found = starts.map(|(at, _)| &text[at..]).filter(|rest| {
        rest.split_whitespace().count() <= 12
            && head(rest).is_some()
            && !rest.contains(['.', ';', ':', '('])
    });
    // The nearest: what stands before it may name another.
    found.next_back()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_the_initials_of_the_words() {
        for (short, full) in [
            ("Sở TT&TT", "Sở Thông tin và Truyền thông"),
            ("Sở TTTT", "Sở Thông tin và Truyền thông"),
            ("Sở KH & ĐT", "Sở Kế hoạch và Đầu tư"),
            ("VP UBND tỉnh", "Văn phòng UBND tỉnh"),
            ("VP UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
            ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
            ("Sở VH,TT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
            ("Sở LĐTBXH", "Sở Lao động - Thương binh và Xã hội"),
        ] {
            assert!(abbreviates(short, full), "{short}");
            assert!(!abbreviates(full, short), "{full}");
        }
        for (short, full) in [
            ("Sở TC", "Sở Thông tin và Truyền thông"),
            ("Sở TTTT", "Bộ Thông tin và Truyền thông"),
            ("UBND tỉnh", "Ủy ban nhân dân thị xã"),
            ("Sở Tài chính", "Sở Tư pháp"),
            ("Sở TT&TT", "Sở TTTT"),
        ] {
            assert!(!abbreviates(short, full), "{short} {full}");
        }
    }

    #[test]
    fn a_document_says_what_it_shortens() {
        let said =
            defined("Giao Sở Bến Nước (sau đây gọi tắt là SBN) và Ban Quản lý đò (gọi là Ban đò).");
        let said: Vec<_> = said.iter().map(|(full, short)| (&**full, &**short)).collect();
        assert_eq!(said, [("Sở Bến Nước", "SBN"), ("Ban Quản lý đò", "Ban đò")]);
        assert_eq!(defined("Nghị quyết này (sau đây gọi là Nghị quyết)."), []);
    }
}
