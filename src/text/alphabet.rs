//! The order in which Vietnamese documents letter their points.
//!
//! In: a point's letter. Out: its rank, its follower, its ASCII name. The order has 23 letters;
//! f, j, w, z and the vowels with marks are no labels. Beside it, the letters of the alphabet as keys type them.

/// The letters of points, in their order.
const POINTS: [&str; 23] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t",
    "u", "v", "x", "y",
];

/// The letter of a clause as documents print it: “đ” is typed “dd” in ids.
pub fn printed_point(id: &str) -> &str {
    if id == "dd" { "đ" } else { id }
}

/// How a capital that ASCII lacks is typed (Telex): "Đ" is "dd".
pub fn as_typed(letter: &str) -> Option<&'static str> {
    Some(match letter {
        "Ă" => "aw",
        "Â" => "aa",
        "Đ" => "dd",
        "Ê" => "ee",
        "Ô" => "oo",
        "Ơ" => "ow",
        "Ư" => "uw",
        _ => return None,
    })
}

/// The rank of a point's letter, from 1; nothing for what is no lower-case letter of the order.
pub fn point_ordinal(letter: &str) -> Option<usize> {
    POINTS.iter().position(|point| *point == letter).map(|index| index + 1)
}

/// The letter that follows; nothing after y and after what is no letter of the order.
pub fn point_after(letter: &str) -> Option<&'static str> {
    POINTS.get(point_ordinal(letter)?).copied()
}

/// The letter at a rank, from 1.
pub fn point_at(ordinal: usize) -> Option<&'static str> {
    POINTS.get(ordinal.checked_sub(1)?).copied()
}

/// The letter in ASCII, unlike that of every other point: `dd` for đ.
pub fn point_id(letter: &str) -> Option<&'static str> {
    match point_at(point_ordinal(letter)?)? {
        "đ" => Some("dd"),
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_letter_follows_the_one_before_it() {
        assert_eq!(point_at(1), Some("a"));
        assert_eq!(point_after("d"), Some("đ"));
        assert_eq!(point_after("đ"), Some("e"));
        assert_eq!(point_after("e"), Some("g"));
        assert_eq!(point_after("y"), None);
        assert_eq!(point_ordinal("đ"), Some(5));
        assert_eq!(point_ordinal("y"), Some(23));
    }

    #[test]
    fn letters_outside_the_order_are_no_points() {
        for letter in ["f", "j", "w", "z", "ă", "A", "", "aa"] {
            assert_eq!(point_ordinal(letter), None, "{letter}");
            assert_eq!(point_after(letter), None, "{letter}");
            assert_eq!(point_id(letter), None, "{letter}");
        }
        assert_eq!(point_at(0), None);
        assert_eq!(point_at(24), None);
    }

    #[test]
    fn names_in_ascii_do_not_collide() {
        let mut names: Vec<_> = POINTS.iter().filter_map(|letter| point_id(letter)).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 23);
        assert!(names.iter().all(|name| name.is_ascii()));
        assert_eq!(point_id("đ"), Some("dd"));
    }
}
