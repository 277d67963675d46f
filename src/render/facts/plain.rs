//! Pages of plain HTML, read without a tokenizer.
//!
//! In: a page. Out: its facts; nothing where it holds anything in which the HTML standard has rules beyond those that
//! stand here, and the tokenizer must read it. Our own templates write plain pages, and a site has many of them.

use std::borrow::Cow;

use super::element::{Attribute, PageFacts, loaded};

/// Elements whose content is read by rules of its own.
const OTHER_RULES: [&str; 8] =
    ["iframe", "noembed", "noframes", "noscript", "plaintext", "textarea", "xmp", "template"];

/// Elements whose content may hold no sign that another reading would take for markup.
const SCRIPTS: [&str; 3] = ["script", "style", "title"];

/// The facts of a page, if it is plain.
pub(super) fn facts(page: &[u8]) -> Option<PageFacts> {
    let mut rest = std::str::from_utf8(page).ok()?;
    let mut facts = PageFacts::default();
    let mut attributes: Vec<Attribute<'_>> = Vec::new();
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('/') {
            let after = name(after)?.1.trim_ascii_start();
            rest = after.strip_prefix('>')?;
        } else if let Some(after) = rest.strip_prefix('!') {
            rest = aside(after)?;
        } else {
            let (element, after) = name(rest)?;
            rest = tag(after, &mut attributes)?;
            if OTHER_RULES.contains(&element) {
                return None;
            }
            facts.add(element, &attributes);
            attributes.clear();
            if SCRIPTS.contains(&element) {
                let (content, after) = rest.split_once('<')?;
                // What is no end tag of its own, or would be decoded in another reading, is not plain.
                let own = after.strip_prefix('/')?.strip_prefix(element)?;
                if !own.starts_with('>')
                    || element == "style" && content.contains(['&', '\r', '\0'])
                {
                    return None;
                }
                if element == "style" {
                    facts.links.extend(loaded(content));
                }
                rest = &own[1..];
            }
        }
    }
    Some(facts)
}

/// What follows a doctype or a comment.
fn aside(rest: &str) -> Option<&str> {
    if let Some(comment) = rest.strip_prefix("--") {
        let (words, after) = comment.split_once("-->")?;
        let odd = words.starts_with(['>', '-'])
            || words.contains("--")
            || words.contains("<!")
            || words.ends_with('-');
        return (!odd).then_some(after);
    }
    rest.get(..13).filter(|start| start.eq_ignore_ascii_case("doctype html>")).map(|_| &rest[13..])
}

/// The name of an element in small letters, and what follows it.
fn name(rest: &str) -> Option<(&str, &str)> {
    let end =
        rest.find(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit()).unwrap_or(rest.len());
    let ends = rest[end..].starts_with(|c: char| c == '>' || c == '/' || is_blank(c));
    (ends && rest.starts_with(|c: char| c.is_ascii_lowercase())).then(|| rest.split_at(end))
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\n' | '\t')
}

/// The attributes of a start tag, and what follows it.
fn tag<'a>(mut rest: &'a str, attributes: &mut Vec<Attribute<'a>>) -> Option<&'a str> {
    loop {
        let after = rest.trim_start_matches(is_blank);
        let parted = after.len() < rest.len();
        rest = after;
        if let Some(after) = rest.strip_prefix('>') {
            return Some(after);
        }
        if let Some(after) = rest.strip_prefix("/>") {
            return Some(after);
        }
        if !parted {
            return None;
        }
        let end = rest.find(|c: char| {
            !c.is_ascii_lowercase() && !c.is_ascii_digit() && !matches!(c, '-' | ':' | '_')
        })?;
        let (name, after) = rest.split_at(end);
        // One name twice in a tag counts once for browsers.
        if name.is_empty() || attributes.iter().any(|(other, _)| other == name) {
            return None;
        }
        let value;
        (value, rest) = match after.strip_prefix('=') {
            Some(after) => value_of(after)?,
            None if after.starts_with(|c: char| c == '>' || is_blank(c)) => {
                // A blank before the sign would still be a value.
                let next = after.trim_start_matches(is_blank);
                if next.starts_with('=') {
                    return None;
                }
                (Cow::default(), after)
            }
            None => return None,
        };
        attributes.push((Cow::Borrowed(name), value));
    }
}

/// The value of an attribute, decoded, and what follows it.
fn value_of(rest: &str) -> Option<(Cow<'_, str>, &str)> {
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (value, after) = match quote {
        Some(quote) => rest[1..].split_once(quote)?,
        None => {
            let end = rest.find(|c: char| c == '>' || is_blank(c))?;
            let (value, after) = rest.split_at(end);
            // A slash at its end may be meant to close the tag.
            if value.is_empty()
                || value.ends_with('/')
                || value.contains(['"', '\'', '<', '=', '`'])
            {
                return None;
            }
            (value, after)
        }
    };
    if value.contains(['\r', '\0']) {
        return None;
    }
    Some((decoded(value)?, after))
}

/// A value without the references that templates write; nothing where it has others.
fn decoded(value: &str) -> Option<Cow<'_, str>> {
    const REFERENCES: [(&str, char); 7] = [
        ("amp;", '&'),
        ("lt;", '<'),
        ("gt;", '>'),
        ("quot;", '"'),
        ("#x27;", '\''),
        ("#39;", '\''),
        ("#x2F;", '/'),
    ];
    if !value.contains('&') {
        return Some(Cow::Borrowed(value));
    }
    let mut parts = value.split('&');
    let mut text = parts.next()?.to_owned();
    for part in parts {
        let known = REFERENCES.iter().find_map(|(name, c)| Some((*c, part.strip_prefix(name)?)));
        match known {
            Some((c, after)) => {
                text.push(c);
                text.push_str(after);
            }
            None if part.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#') => {
                return None;
            }
            None => {
                text.push('&');
                text.push_str(part);
            }
        }
    }
    Some(Cow::Owned(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_not_plain_is_left_to_the_tokenizer() {
        for page in [
            "<P>",
            "<p a = b>",
            "<p a=b/>",
            "<p a=\"b\"c>",
            "<p a=b=c>",
            "<p a a>",
            "<p\r>",
            "<p a='\r'>",
            "<p a=&eacute;>",
            "<p a=\"&ampb\">",
            "<!--->a-->",
            "<!-- a -- b -->",
            "<![CDATA[a]]>",
            "<!doctype>",
            "<?a>",
            "</p a>",
            "< p>",
            "</>",
            "<script>'<p>'</script>",
            "<title>a<b></title>",
            "<noscript></noscript>",
            "<style>a&amp;</style>",
            "<title>a",
            "<p a=b",
            "<textarea></textarea>",
            "<p a==b>",
            "<a href/b>",
            "<p a=`b`>",
        ] {
            assert!(facts(page.as_bytes()).is_none(), "{page}");
        }
    }
}
