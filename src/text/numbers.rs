//! Numbers as Vietnamese readers write them, and the Roman numerals of parts.
//!
//! In: counts and numerals. Out: text, or the value of a numeral. Rounds halves up, and never
//! through floating point.

/// The space between a number and its percent sign: no line breaks there.
const NO_BREAK_SPACE: char = '\u{a0}';

/// Each numeral with its value, the larger first.
const NUMERALS: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// The number with a point after every three digits: 14.068.
pub fn integer(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::from(if number < 0 { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// As [`integer`], for what was counted.
pub fn count(count: usize) -> String {
    integer(i64::try_from(count).unwrap_or(i64::MAX))
}

/// The share of `part` in `whole` with one decimal: `98,6 %`; nothing where `whole` is 0.
pub fn percent(part: u64, whole: u64) -> Option<String> {
    if whole == 0 {
        return None;
    }
    let (part, whole) = (u128::from(part), u128::from(whole));
    let tenths = (part * 2000 + whole) / (2 * whole);
    Some(format!("{},{}{NO_BREAK_SPACE}%", tenths / 10, tenths % 10))
}

/// The number as a Roman numeral in capitals; empty for 0.
pub fn to_roman(number: u32) -> String {
    let mut rest = number;
    let mut numeral = String::new();
    for (value, letters) in NUMERALS {
        while rest >= value {
            numeral.push_str(letters);
            rest -= value;
        }
    }
    numeral
}

/// The value of a Roman numeral in capitals, below 4000; nothing for text that is none.
pub fn from_roman(numeral: &str) -> Option<u32> {
    let mut rest = numeral;
    let mut number = 0;
    for (value, letters) in NUMERALS {
        while let Some(tail) = rest.strip_prefix(letters) {
            rest = tail;
            number += value;
            if number >= 4000 {
                return None;
            }
        }
    }
    let well_formed = number > 0 && rest.is_empty() && to_roman(number) == numeral;
    well_formed.then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted_by_points() {
        for (number, text) in
            [(0, "0"), (999, "999"), (1000, "1.000"), (14_068, "14.068"), (1_234_567, "1.234.567")]
        {
            assert_eq!(integer(number), text);
        }
        assert_eq!(integer(-14_068), "-14.068");
        assert_eq!(integer(i64::MIN), "-9.223.372.036.854.775.808");
    }

    #[test]
    fn shares_are_rounded_half_up() {
        for (part, whole, text) in [
            (16_051, 16_274, "98,6\u{a0}%"),
            (1, 2000, "0,1\u{a0}%"),
            (1, 2001, "0,0\u{a0}%"),
            (29, 29, "100,0\u{a0}%"),
            (0, 29, "0,0\u{a0}%"),
            (30, 29, "103,4\u{a0}%"),
            (u64::MAX, u64::MAX, "100,0\u{a0}%"),
        ] {
            assert_eq!(percent(part, whole).as_deref(), Some(text));
        }
        assert_eq!(percent(0, 0), None);
    }

    #[test]
    fn numerals_go_there_and_back() {
        for number in 1..4000 {
            assert_eq!(from_roman(&to_roman(number)), Some(number));
        }
        assert_eq!(to_roman(8), "VIII");
        assert_eq!(from_roman("IV"), Some(4));
    }

    #[test]
    fn malformed_numerals_have_no_value() {
        for text in ["", "IIII", "iv", "VX", "IC", "4", "MMMM", "I.", " I"] {
            assert_eq!(from_roman(text), None, "{text}");
        }
        assert_eq!(from_roman(&"M".repeat(100_000)), None);
    }
}
