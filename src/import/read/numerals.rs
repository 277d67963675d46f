//! Numbers as lists of office programs and pages write them.

/// A number in small Roman numerals; a plain one where there are none.
pub(super) fn roman(number: i64) -> String {
    const SIGNS: [(i64, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut roman = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            roman.push_str(sign);
            rest -= value;
        }
    }
    roman
}

/// A number as small letters: a to z, then aa, bb as Word writes them; a plain one where there are none.
pub(super) fn letters(number: i64) -> String {
    if !(1..=26 * 20).contains(&number) {
        return number.to_string();
    }
    let letter = char::from(b'a' + u8::try_from((number - 1) % 26).expect("a letter of 26"));
    let times = usize::try_from((number - 1) / 26 + 1).expect("a small number");
    letter.to_string().repeat(times)
}

#[cfg(test)]
mod tests {
    use super::{letters, roman};

    #[test]
    fn numerals() {
        assert_eq!([1, 4, 9, 14, 40, 1999].map(roman), ["i", "iv", "ix", "xiv", "xl", "mcmxcix"]);
        assert_eq!([1, 26, 27, 53].map(letters), ["a", "z", "aa", "aaa"]);
        assert_eq!([roman(0), roman(-3), letters(0)], ["0", "-3", "0"]);
    }
}
