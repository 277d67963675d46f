//! Pages of plain HTML, read without a tokenizer.
//!
//! In: a page. Out: its facts; nothing where it holds anything in which the HTML standard has rules beyond those that
//! stand here, and the tokenizer must read it. Our own templates write plain pages, and a site has many of them.

use std::borrow::Cow;

use memchr::{memchr, memchr2, memchr3, memmem};

use super::element::{Attribute, PageFacts, loaded};

/// Elements whose content is read by rules of its own.
const OTHER_RULES: [&str; 8] =
    ["iframe", "noembed", "noframes", "noscript", "plaintext", "textarea", "xmp", "template"];

/// Elements whose content may hold no sign that another reading would take for markup.
const SCRIPTS: [&str; 3] = ["script", "style", "title"];

/// The facts of a page, if it is plain.
pub(super) fn facts(page: &[u8]) -> Option<PageFacts<'_>> {
    let mut rest = page;
    let mut facts = PageFacts::default();
    let mut attributes: Vec<Attribute<'_>> = Vec::new();
    while let Some(at) = memchr(b'<', rest) {
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix(b"/") {
            let after = name(after)?.1.trim_ascii_start();
            rest = after.strip_prefix(b">")?;
        } else if let Some(after) = rest.strip_prefix(b"!") {
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
                let (content, after) = rest.split_at(memchr(b'<', rest)?);
                // What is no end tag of its own, or would be decoded in another reading, is not plain.
                let own = after.strip_prefix(b"</")?.strip_prefix(element.as_bytes())?;
                rest = own.strip_prefix(b">")?;
                if element == "style" {
                    if memchr3(b'&', b'\r', b'\0', content).is_some() {
                        return None;
                    }
                    facts.links.extend(loaded(str::from_utf8(content).ok()?));
                }
            }
        }
    }
    Some(facts)
}

/// What follows a doctype or a comment.
fn aside(rest: &[u8]) -> Option<&[u8]> {
    const DOCTYPE: &[u8] = b"doctype html>";
    if let Some(comment) = rest.strip_prefix(b"--") {
        let (words, after) = comment.split_at(memmem::find(comment, b"-->")?);
        let odd = words.starts_with(b">")
            || words.starts_with(b"-")
            || memmem::find(words, b"--").is_some()
            || memmem::find(words, b"<!").is_some()
            || words.ends_with(b"-");
        return if odd { None } else { after.strip_prefix(b"-->") };
    }
    let (start, after) = rest.split_at_checked(DOCTYPE.len())?;
    start.eq_ignore_ascii_case(DOCTYPE).then_some(after)
}

/// The name of an element in small letters, and what follows it.
fn name(rest: &[u8]) -> Option<(&str, &[u8])> {
    let end = rest.iter().position(|c| !c.is_ascii_lowercase() && !c.is_ascii_digit());
    let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
    let ends = after.first().is_some_and(|c| matches!(c, b'>' | b'/') || is_blank(*c));
    if !ends || !name.first()?.is_ascii_lowercase() {
        return None;
    }
    Some((str::from_utf8(name).ok()?, after))
}

fn is_blank(c: u8) -> bool {
    matches!(c, b' ' | b'\n' | b'\t')
}

/// What follows blanks.
fn behind_blanks(rest: &[u8]) -> &[u8] {
    let blanks = rest.iter().take_while(|c| is_blank(**c)).count();
    &rest[blanks..]
}

/// The attributes of a start tag, and what follows it.
fn tag<'a>(mut rest: &'a [u8], attributes: &mut Vec<Attribute<'a>>) -> Option<&'a [u8]> {
    loop {
        let after = behind_blanks(rest);
        let parted = after.len() < rest.len();
        rest = after;
        if let Some(after) = rest.strip_prefix(b">") {
            return Some(after);
        }
        if let Some(after) = rest.strip_prefix(b"/>") {
            return Some(after);
        }
        if !parted {
            return None;
        }
        let end = rest.iter().position(|c| {
            !c.is_ascii_lowercase() && !c.is_ascii_digit() && !matches!(c, b'-' | b':' | b'_')
        })?;
        let (name, after) = rest.split_at(end);
        let name = str::from_utf8(name).ok()?;
        // One name twice in a tag counts once for browsers.
        if name.is_empty() || attributes.iter().any(|(other, _)| other == name) {
            return None;
        }
        let value;
        (value, rest) = match after.split_first()? {
            (b'=', after) => value_of(after)?,
            (c, _) if *c == b'>' || is_blank(*c) => {
                // A blank before the sign would still be a value.
                if behind_blanks(after).starts_with(b"=") {
                    return None;
                }
                (Cow::default(), after)
            }
            _ => return None,
        };
        attributes.push((Cow::Borrowed(name), value));
    }
}

/// The value of an attribute, decoded, and what follows it.
fn value_of(rest: &[u8]) -> Option<(Cow<'_, str>, &[u8])> {
    let (value, after) = match rest.split_first()? {
        (quote @ (b'"' | b'\''), rest) => {
            let (value, after) = rest.split_at(memchr(*quote, rest)?);
            (value, &after[1..])
        }
        _ => {
            let end = rest.iter().position(|c| *c == b'>' || is_blank(*c))?;
            let (value, after) = rest.split_at(end);
            let odd = |c: &u8| matches!(c, b'"' | b'\'' | b'<' | b'=' | b'`');
            // A slash at its end may be meant to close the tag.
            if value.is_empty() || value.ends_with(b"/") || value.iter().any(odd) {
                return None;
            }
            (value, after)
        }
    };
    if memchr2(b'\r', b'\0', value).is_some() {
        return None;
    }
    Some((decoded(str::from_utf8(value).ok()?)?, after))
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
