//! The words of a paragraph of Markdown: its marks of emphasis, its links and its signs taken off.

use std::collections::{BTreeMap, BTreeSet};

/// What a text says elsewhere of its marks.
pub(crate) struct Told<'a> {
    /// Notes: `[^1]`.
    pub(crate) notes: BTreeSet<&'a str>,
    /// Links by their names, in small letters: `[name]: address`.
    pub(crate) links: BTreeSet<String>,
}

/// The words of a paragraph without the marks within it.
pub(crate) fn plain(line: &str, in_table: bool, told: &Told<'_>) -> String {
    let signs: Vec<char> = line.chars().collect();
    let pairs = pairs(&signs);
    // Where the last stands: behind it nothing is looked for.
    let last = signs.iter().rposition(|sign| *sign == ')').unwrap_or(0);
    let parenthesis = |at: usize| {
        let end =
            signs[at..].iter().take(last.saturating_sub(at) + 1).position(|sign| *sign == ')');
        at + end.unwrap_or(0)
    };
    // A name has fewer signs than a thousand; to gather longer ones again and again would cost their square.
    let between = |open: usize, close: usize| {
        let inner = if close - open > 1000 { &[] } else { &signs[open + 1..close] };
        inner.iter().collect::<String>()
    };
    // What stands behind a bracket that closes, where that makes a link of it: its last sign.
    let link = |open: usize, close: usize| match signs.get(close + 1) {
        Some('(') => Some(parenthesis(close + 1)),
        Some('[') => {
            let end = *pairs.get(&(close + 1))?;
            let name = between(close + 1, end);
            let name = if name.is_empty() { between(open, close) } else { name };
            told.links.contains(&name.to_lowercase()).then_some(end)
        }
        _ => told.links.contains(&between(open, close).to_lowercase()).then_some(close),
    };
    // Brackets that close a link, and where the link ends.
    let mut closing: BTreeMap<usize, usize> = BTreeMap::new();
    let emphasis = emphasis(&signs, in_table);
    let mut plain = String::new();
    let mut at = 0;
    while at < signs.len() {
        let next = signs.get(at + 1).copied();
        match signs[at] {
            _ if emphasis.contains(&at) => {}
            '\\' if next.is_some_and(|next| next.is_ascii_punctuation()) => {
                plain.extend(next);
                at += 1;
            }
            '\\' if next.is_none_or(|next| next == '\n') => {}
            '~' if next == Some('~') => at += 1,
            '`' => {}
            '|' if in_table => plain.push(' '),
            '[' if next == Some('^') => match pairs.get(&at) {
                Some(end) if told.notes.contains(format!("[{}]", between(at, *end)).as_str()) => {
                    at = *end;
                }
                _ => plain.push('['),
            },
            '!' if next == Some('[') => {
                let end = pairs.get(&(at + 1)).and_then(|close| link(at + 1, *close));
                match end {
                    Some(end) => at = end,
                    None => plain.push('!'),
                }
            }
            '[' => match pairs.get(&at).and_then(|close| Some((*close, link(at, *close)?))) {
                Some((close, end)) => {
                    closing.insert(close, end);
                }
                None => plain.push('['),
            },
            ']' if closing.contains_key(&at) => at = closing[&at],
            sign => plain.push(sign),
        }
        at += 1;
    }
    plain
}

/// Each bracket that opens, and the one that closes it.
fn pairs(signs: &[char]) -> BTreeMap<usize, usize> {
    let mut pairs = BTreeMap::new();
    let mut open = Vec::new();
    let mut escaped = false;
    for (at, sign) in signs.iter().enumerate() {
        match sign {
            _ if escaped => {}
            '[' => open.push(at),
            ']' => {
                pairs.extend(open.pop().map(|from| (from, at)));
            }
            _ => {}
        }
        escaped = *sign == '\\' && !escaped;
    }
    pairs
}

/// The stars and low lines that emphasise: each has one that opens and one that closes. The others are text.
fn emphasis(signs: &[char], in_table: bool) -> BTreeSet<usize> {
    let mut marks = BTreeSet::new();
    // Runs that are open: their sign, where their free signs end, and how many those are.
    let mut open: Vec<(char, usize, usize)> = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        let sign = signs[at];
        match sign {
            '\\' => at += 1,
            '|' if in_table => open.clear(),
            _ => {}
        }
        if sign != '*' && sign != '_' {
            at += 1;
            continue;
        }
        let length = signs[at..].iter().take_while(|own| **own == sign).count();
        let before = at.checked_sub(1).map_or(' ', |at| signs[at]);
        let after = signs.get(at + length).copied().unwrap_or(' ');
        let is_mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
        let flanks = |inner: char, outer: char| {
            !inner.is_whitespace() && (!is_mark(inner) || outer.is_whitespace() || is_mark(outer))
        };
        let (left, right) = (flanks(after, before), flanks(before, after));
        let opens = left && (sign == '*' || !right || is_mark(before));
        let closes = right && (sign == '*' || !left || is_mark(after));
        let (mut from, mut free) = (at, length);
        while closes && free > 0 {
            let Some(place) = open.iter().rposition(|(own, _, _)| *own == sign) else { break };
            open.truncate(place + 1);
            let (_, end, left) = open[place];
            let used = free.min(left);
            marks.extend(end - used..end);
            marks.extend(from..from + used);
            from += used;
            free -= used;
            open[place] = (sign, end - used, left - used);
            if left == used {
                open.pop();
            }
        }
        if opens && free > 0 {
            // No paragraph opens so many; to look through them would cost their square.
            if open.len() > 500 {
                open.clear();
            }
            open.push((sign, from + free, free));
        }
        at += length;
    }
    marks
}
