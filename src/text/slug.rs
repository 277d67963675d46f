//! ASCII names for addresses and files.
//!
//! In: Vietnamese text or a point's letter. Out: lower-case letters, digits and single hyphens.
//! Two texts may share a slug; whoever hands out addresses checks for that.

use super::alphabet::point_id;
use super::file_names::is_device;
use super::fold::search_key;

/// What a text without a letter or digit is called.
const NAMELESS: &str = "khong-ten";

/// The text as a part of an address: 111/KH-UBND becomes `111-kh-ubnd`.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in search_key(text).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() { NAMELESS.to_owned() } else { slug }
}

/// The most letters of an id; addresses hold several.
pub const LONGEST_ID: usize = 100;

/// Whether the text can be an id: a part of an address, and the name of a file, as it stands.
pub fn is_id(text: &str) -> bool {
    has_plain_letters(text) && text.len() <= LONGEST_ID && !is_device(text)
}

/// Whether the text has only the letters of an id.
pub fn has_plain_letters(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && text.chars().all(plain)
}

/// A point's label as a part of an address: `dd` for đ, else its slug.
pub fn point_slug(label: &str) -> String {
    point_id(label).map_or_else(|| slug(label), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(slug(text), expected, "{text}");
    }

    #[test]
    fn text_becomes_ascii_with_hyphens() {
        check("Đẩy mạnh ứng dụng", "day-manh-ung-dung");
        check("111/KH-UBND", "111-kh-ubnd");
        check("6.10", "6-10");
        check("  Sở TT&TT (cũ) ", "so-tt-tt-cu");
        check("Ho\u{301}a", "hoa");
    }

    #[test]
    fn a_slug_is_never_empty() {
        check("", "khong-ten");
        check("–…", "khong-ten");
    }

    #[test]
    fn points_d_and_dd_differ() {
        assert_eq!(point_slug("d"), "d");
        assert_eq!(point_slug("đ"), "dd");
        assert_eq!(point_slug("1.a"), "1-a");
    }
}
