//! Signs of fonts that hold no letters, as the characters that people see.

/// The character of a `w:sym`; none where it is not known here.
pub(super) fn shown(font: &str, code: &str) -> Option<char> {
    let code = u32::from_str_radix(code, 16).ok()?;
    // Word keeps such signs in the private places from F000 on.
    let place = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let font = font.to_lowercase();
    let sign = match (font.as_str(), place) {
        ("symbol", 0xb7) => '•',
        ("symbol", 0x2d) => '-',
        ("symbol", 0xb0) => '°',
        ("symbol", 0xb1) => '±',
        ("symbol", 0xb3) => '≥',
        ("symbol", 0xa3) => '≤',
        ("symbol", 0xb4) => '×',
        ("symbol", 0xae) => '→',
        ("wingdings", 0xa8 | 0x6f | 0x71 | 0x72) => '□',
        ("wingdings", 0xfe) | ("wingdings 2", 0x52) => '☑',
        ("wingdings", 0xfd | 0x78) | ("wingdings 2", 0x51 | 0x54) => '☒',
        ("wingdings", 0xfc) | ("wingdings 2", 0x50) => '✓',
        ("wingdings 2", 0xa3 | 0x2a) => '□',
        ("wingdings", 0xd8) => '➢',
        ("wingdings", 0xa7 | 0x6e) => '▪',
        ("wingdings", 0x76) => '❖',
        ("wingdings", 0x6c | 0x9f) => '•',
        ("wingdings", 0xe0 | 0xf0) => '→',
        // Where a font of letters is named, the code is a letter's own.
        (name, _) if !name.contains("dings") && name != "symbol" && place == code => {
            return char::from_u32(code).filter(|c| !c.is_control());
        }
        _ => return None,
    };
    Some(sign)
}

/// What stands for a sign that is not known.
pub(super) const UNKNOWN: char = '\u{fffd}';

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn signs_are_what_people_see() {
        assert_eq!(shown("Symbol", "F0B7"), Some('•'));
        assert_eq!(shown("Wingdings", "00FC"), Some('✓'));
        assert_eq!(shown("Times New Roman", "0110"), Some('Đ'));
        assert_eq!(shown("Webdings", "F061"), None);
        assert_eq!(shown("Symbol", "x"), None);
    }
}
