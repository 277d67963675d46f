//! Importing once more: what a person changed since stays, what import changed comes, and where both did, it is shown.
//!
//! In: a file as import last wrote it, as it is, as import would write it now. Out: its new text, and what could not be
//! brought together. Keys at the top of a file are compared one by one; of another file its blocks.

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// Its new text; none where nothing is to be written.
    pub text: Option<String>,
    /// Where both changed the same: a person's words stay.
    pub differences: Vec<Difference>,
}

/// A stretch that a person and import changed, each in another way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// As it stands.
    pub own: String,
    /// As import would have it.
    pub imported: String,
}

/// Brings the three together. `last` is none where import has not written the file.
pub fn merged(last: Option<&str>, own: Option<&str>, now: Option<&str>) -> Merged {
    let written =
        |text: Option<&str>| Merged { text: text.map(str::to_owned), differences: Vec::new() };
    match (last, own, now) {
        (None, None, now) => written(now),
        // Whoever deleted a file meant to.
        (_, None, _) | (_, _, None) => written(None),
        (_, Some(own), Some(now)) if own == now => written(None),
        (Some(last), Some(own), now) if own == last => written(now),
        (Some(last), Some(_), Some(now)) if now == last => written(None),
        (last, Some(own), Some(now)) => pieces(last.unwrap_or_default(), own, now),
    }
}

/// A piece of a file with the name that it is found by.
fn cut(text: &str) -> Vec<(String, String)> {
    let yaml = text.starts_with("---\n")
        || text.lines().next().is_some_and(|line| line.contains(": ") && !line.starts_with(':'));
    let mut pieces: Vec<(String, String)> = Vec::new();
    let mut fences = 0;
    for line in text.split_inclusive('\n') {
        let is_fence = line.trim_end() == "---";
        fences += usize::from(is_fence);
        let in_yaml = yaml && !(text.starts_with("---\n") && fences >= 2);
        let opens = if in_yaml {
            is_fence || line.starts_with(|c: char| c.is_ascii_alphabetic())
        } else {
            is_fence || pieces.last().is_none_or(|(_, last)| last.ends_with("\n\n"))
        };
        match pieces.last_mut() {
            Some((_, piece)) if !opens => piece.push_str(line),
            _ => {
                let name = match (is_fence, in_yaml) {
                    (true, _) => format!("--- {fences}"),
                    (_, true) => line.split(':').next().unwrap_or_default().to_owned(),
                    _ => format!("¶{line}"),
                };
                pieces.push((name, line.to_owned()));
            }
        }
    }
    pieces
}

/// The file with the keys of another in place of its own; those that it lacks come to its end.
pub(crate) fn with_keys(own: &str, keys: &str) -> String {
    let mut fresh = cut(keys);
    let mut text = String::new();
    for (name, piece) in cut(own) {
        match fresh.iter().position(|(other, _)| *other == name) {
            Some(at) => text.push_str(&fresh.remove(at).1),
            None => text.push_str(&piece),
        }
    }
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text + &fresh.into_iter().map(|(_, piece)| piece).collect::<String>()
}

fn pieces(last: &str, own: &str, now: &str) -> Merged {
    let (last, own, now) = (cut(last), cut(own), cut(now));
    let of = |pieces: &[(String, String)], name: &str| {
        pieces.iter().find(|(other, _)| other == name).map(|(_, piece)| piece.clone())
    };
    let mut text = String::new();
    let mut differences = Vec::new();
    let mut done: Vec<&str> = Vec::new();
    let fresh = |done: &[&str], upto: &str| -> String {
        // What import newly has stands behind the piece that it stands behind there.
        let at = now.iter().position(|(name, _)| name == upto);
        let mut found = String::new();
        for (name, piece) in at.map_or(&now[0..0], |at| &now[at + 1..]) {
            if of(&own, name).is_some() {
                break;
            }
            if of(&last, name).is_none() && !done.contains(&name.as_str()) {
                found.push_str(piece);
            }
        }
        found
    };
    for (name, piece) in &own {
        done.push(name);
        let (before, imported) = (of(&last, name), of(&now, name));
        match (before, imported) {
            (Some(before), Some(imported)) if *piece == before => text.push_str(&imported),
            (Some(before), Some(imported)) if imported == before || imported == *piece => {
                text.push_str(piece)
            }
            (None, Some(imported)) if imported == *piece => text.push_str(piece),
            (_, Some(imported)) => {
                differences.push(Difference { own: piece.clone(), imported });
                text.push_str(piece);
            }
            // Import takes back what nobody touched.
            (Some(before), None) if before == *piece => {}
            (_, None) => text.push_str(piece),
        }
        text.push_str(&fresh(&done, name));
    }
    let before: String = own.iter().map(|(_, piece)| piece.as_str()).collect();
    Merged { text: (text != before).then_some(text), differences }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(last: &str, own: &str, now: &str, expected: &str, differences: usize) {
        let found = merged(Some(last), Some(own), Some(now));
        assert_eq!(found.text.as_deref().unwrap_or(own), expected);
        assert_eq!(found.differences.len(), differences);
    }

    const LAST: &str = "---\nso: \"1\"\nchu_tri: []\nthoi_gian:\n  nguyen_van: \"2026\"\n---\n";

    #[test]
    fn what_a_person_added_stays_and_an_answer_comes() {
        let own = LAST.replace("\"2026\"\n", "\"2026\"\ndien_bien:\n  - ma: d1\n");
        let now = LAST.replace("[]", "[so-a]");
        let expected = own.replace("[]", "[so-a]");
        check(LAST, &own, &now, &expected, 0);
    }

    #[test]
    fn where_both_changed_the_persons_words_stay_and_are_told() {
        let own = LAST.replace("[]", "[so-b]");
        let now = LAST.replace("[]", "[so-a]");
        check(LAST, &own, &now, &own, 1);
    }

    #[test]
    fn a_key_that_is_new_comes_to_its_place() {
        let now = LAST.replace("chu_tri", "nhom: \"1\"\nchu_tri");
        let own = LAST.replace("\"1\"", "\"1a\"");
        check(LAST, &own, &now, &own.replace("chu_tri", "nhom: \"1\"\nchu_tri"), 0);
    }

    #[test]
    fn nothing_is_written_where_nothing_changed_or_somebody_deleted() {
        assert_eq!(merged(Some("a"), Some("b"), Some("a")).text, None);
        assert_eq!(merged(Some("a"), None, Some("b")).text, None);
        assert_eq!(merged(None, None, Some("b")).text.as_deref(), Some("b"));
        assert_eq!(merged(Some("a"), Some("a"), Some("b")).text.as_deref(), Some("b"));
    }

    #[test]
    fn importing_the_same_again_changes_nothing() {
        let own = LAST.replace("[]", "[so-b]");
        assert_eq!(
            merged(Some(LAST), Some(&own), Some(LAST)),
            Merged { text: None, differences: Vec::new() }
        );
    }
}
