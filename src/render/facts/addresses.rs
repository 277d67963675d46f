//! Addresses within the values of attributes, by the rules of the HTML standard.

/// The addresses of a `srcset`: each runs up to white space; a comma belongs to it unless it ends it.
pub(super) fn of_source_set(value: &str) -> Vec<String> {
    let mut addresses = Vec::new();
    let mut rest = value;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        if rest.is_empty() {
            return addresses;
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (address, after) = rest.split_at(end);
        let bare = address.trim_end_matches(',');
        addresses.push(bare.to_owned());
        // Without a comma, words on its size follow; one in brackets may hold commas.
        rest = if bare.len() < address.len() { after } else { behind_descriptors(after) };
    }
}

/// What follows the comma that ends an address's words.
fn behind_descriptors(text: &str) -> &str {
    let mut open = false;
    for (at, c) in text.char_indices() {
        match c {
            '(' => open = true,
            ')' => open = false,
            ',' if !open => return &text[at + 1..],
            _ => {}
        }
    }
    ""
}

/// Where a `meta` element of kind `refresh` leads; nothing where it only loads the page again.
pub(super) fn of_refresh(value: &str) -> Option<String> {
    let blank = |c: char| c.is_ascii_whitespace();
    let rest = value.trim_start_matches(blank);
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    // Without a time at its front, browsers read nothing more of it.
    if after.len() == rest.len() || !after.starts_with(|c: char| blank(c) || matches!(c, ';' | ','))
    {
        return None;
    }
    let after = after.trim_start_matches(blank);
    let after = after.strip_prefix([';', ',']).unwrap_or(after).trim_start_matches(blank);
    let named = after.get(..3).filter(|word| word.eq_ignore_ascii_case("url"));
    let address = named
        .and_then(|_| after[3..].trim_start_matches(blank).strip_prefix('='))
        .map_or(after, |address| address.trim_start_matches(blank));
    let address = match address.chars().next() {
        Some(quote @ ('"' | '\'')) => address[1..].split(quote).next().unwrap_or_default(),
        _ => address,
    };
    let address = address.trim();
    (!address.is_empty()).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn source_sets_are_split_as_browsers_do() {
        for (value, expected) in [
            ("c.png 1x, d.png 2x", &["c.png", "d.png"][..]),
            ("c.png,d.png 2x", &["c.png,d.png"]),
            ("c.png, d.png", &["c.png", "d.png"]),
            (" , c.png 1x ,//x.example/d 2x", &["c.png", "//x.example/d"]),
            ("c.png f(1, 2), d.png", &["c.png", "d.png"]),
            ("", &[]),
        ] {
            assert_eq!(of_source_set(value), expected, "{value}");
        }
    }

    #[test]
    fn a_refresh_leads_where_browsers_go() {
        for (value, expected) in [
            ("0; url=a.html", Some("a.html")),
            ("0;URL = 'a.html' b", Some("a.html")),
            ("0,a.html", Some("a.html")),
            ("5 https://x.example", Some("https://x.example")),
            ("0;url=\"a.html", Some("a.html")),
            (" .5 ;url=a", Some("a")),
            ("0;url", Some("url")),
            ("300", None),
            ("0;", None),
            ("url=a.html", None),
            ("0x;url=a.html", None),
        ] {
            assert_eq!(of_refresh(value).as_deref(), expected, "{value}");
        }
    }
}
