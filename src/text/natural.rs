//! The natural order of numbers that are text, such as 6.3, 6.6, 6.10, 1.1b.
//!
//! In: labels. Out: their order, in which a run of digits counts by its value and đ follows d.
//! The order is total, and labels are never read as fractions.

use std::cmp::Ordering;

use super::numbers::from_roman;

/// The natural order of two labels.
pub fn natural_cmp(left: &str, right: &str) -> Ordering {
    let (mut rest_left, mut rest_right) = (left, right);
    loop {
        let order = match (next_piece(&mut rest_left), next_piece(&mut rest_right)) {
            (None, None) => return left.cmp(right),
            (a, b) => a.cmp(&b),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

/// The natural order of two numbers of rows, in which Roman numerals count by their value: II.1, IX.1, X.1.
pub fn number_cmp(left: &str, right: &str) -> Ordering {
    let has_roman = |text: &str| text.split('.').any(|part| roman(part).is_some());
    if !has_roman(left) && !has_roman(right) {
        return natural_cmp(left, right);
    }
    let value = |part: &str| roman(part).map_or_else(|| part.to_owned(), |n| n.to_string());
    let values = |text: &str| text.split('.').map(value).collect::<Vec<_>>().join(".");
    natural_cmp(&values(left), &values(right)).then_with(|| left.cmp(right))
}

/// The value of a Roman numeral of I, V, X and L; the other letters are letters more often than numbers.
fn roman(text: &str) -> Option<u32> {
    // Asked of every two numbers that are compared: most are known to be none by their first sign.
    let has_its_letters = text.bytes().all(|letter| b"IVXL".contains(&letter));
    if has_its_letters { from_roman(text) } else { None }
}

/// A run of digits, or one other character; numbers come before characters of any kind.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Piece<'a> {
    /// How many digits are left without leading zeros, and those digits.
    Number(usize, &'a str),
    /// The lower-case letter that places the character, and what tells it from that letter.
    Character(char, bool),
}

fn next_piece<'a>(rest: &mut &'a str) -> Option<Piece<'a>> {
    let first = rest.chars().next()?;
    let length = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if length > 0 {
        let (digits, tail) = rest.split_at(length);
        *rest = tail;
        let value = digits.trim_start_matches('0');
        return Some(Piece::Number(value.len(), value));
    }
    *rest = &rest[first.len_utf8()..];
    Some(match first {
        'đ' | 'Đ' => Piece::Character('d', true),
        other => Piece::Character(other.to_lowercase().next().unwrap_or(other), false),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(ascending: &str) {
        let labels: Vec<_> = ascending.split(' ').collect();
        for (i, left) in labels.iter().enumerate() {
            for (j, right) in labels.iter().enumerate() {
                assert_eq!(natural_cmp(left, right), i.cmp(&j), "{left} {right}");
            }
        }
    }

    #[test]
    fn digits_count_by_value() {
        check("1.1 1.1b 1.2 1.10 6.3 6.6 6.10 10.1");
    }

    #[test]
    fn roman_numerals_count_by_value() {
        let ascending = "1 I.1 II.1 II.2 IV.1 V.1 IX.1 X.1 XI.1 XL.1 XLIX.1 LXXXIX.1";
        let labels: Vec<_> = ascending.split(' ').collect();
        for (i, left) in labels.iter().enumerate() {
            for (j, right) in labels.iter().enumerate() {
                assert_eq!(number_cmp(left, right), i.cmp(&j), "{left} {right}");
            }
        }
        assert_eq!(number_cmp("B.1", "C.1"), Ordering::Less);
        assert_eq!([roman("IIII"), roman("IC"), roman(""), roman("i")], [None; 4]);
    }

    #[test]
    fn letters_follow_the_alphabet() {
        check("4.4c 4.4d 4.4đ 4.4e");
        check("ii.4.d ii.4.đ ii.4.e iii.1");
    }

    #[test]
    fn numbers_of_any_length_are_compared() {
        check("99999999999999999999999 100000000000000000000000");
    }

    #[test]
    fn labels_of_one_value_still_have_an_order() {
        check("1.01 1.1");
        check("1.1B 1.1b");
    }
}
