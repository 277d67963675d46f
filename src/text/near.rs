//! “Did you mean”: the known name that a mistyped one is likely to stand for.
//!
//! In: a name and the names that exist. Out: at most one of these, and none rather than a
//! far-fetched one. Suggests only; nothing is ever resolved by likeness.

use super::fold::search_key;

/// Names of more bytes than this are no slips of the hand, and costly to compare.
const LONGEST: usize = 200;

/// The likeliest of `known` for `name`; of equally likely ones the first.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > LONGEST {
        return None;
    }
    let wanted = key(name);
    let allowed = (wanted.chars().count() / 3).clamp(1, 4);
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        let distance = distance(&wanted, &key(candidate));
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Names are compared without marks, and with one sign for every way of parting words.
fn key(name: &str) -> String {
    search_key(name).replace([' ', '_', '-'], "-")
}

/// A name that goes on where the other ends counts as near, as in `so-tttt-th` for `so-tttt`.
fn distance(left: &str, right: &str) -> usize {
    let parts = |longer: &str, shorter: &str| {
        shorter.len() >= 3 && longer.strip_prefix(shorter).is_some_and(|rest| rest.starts_with('-'))
    };
    let distance = strsim::damerau_levenshtein(left, right);
    if parts(left, right) || parts(right, left) { distance.min(2) } else { distance }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AGENCIES: [&str; 4] = ["so-noi-vu", "so-tttt", "so-tnmt", "ubnd-tinh"];

    #[track_caller]
    fn check(name: &str, expected: Option<&str>) {
        assert_eq!(nearest(name, AGENCIES), expected, "{name}");
    }

    #[test]
    fn slips_of_the_hand_are_seen_through() {
        check("so-ttt", Some("so-tttt"));
        check("so-tttt-th", Some("so-tttt"));
        check("sở nội vụ", Some("so-noi-vu"));
        check("so_noi_vu", Some("so-noi-vu"));
        check("ubdn-tinh", Some("ubnd-tinh"));
    }

    #[test]
    fn far_names_are_not_offered() {
        check("cong-an", None);
        check("", None);
        check("x", None);
    }
}
