//! Whether the content's words are the source's words, in order (CK220).
//!
//! In: both sides' words, each with whatever says where it stands. Out: the spots where they
//! part. Equal texts cost one pass; a spot costs about as much as it is long.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

use crate::diagnostic::{Diagnostics, Place, catalog::ck220};
use crate::parse::plan_text::words;
use crate::text::form::lines;

/// How many spots are told one by one.
const SHOWN: usize = 5;
/// How many words of a spot are quoted.
const QUOTED: usize = 12;
/// How many equal words before a spot are quoted.
const BEFORE: usize = 4;

/// How many equal words in a row end a spot. The cells of two tasks share up to ten; spots that
/// lie closer together than this are told as one.
const AGREEMENT: usize = 12;
/// How far to look for an agreement before looking farther.
const REACHES: [usize; 3] = [64, 1024, usize::MAX];

/// A word and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word<'a, P> {
    /// The word, with the punctuation on it.
    pub(super) text: &'a str,
    /// Where it stands.
    pub(super) at: P,
}

/// A spot where the two sides differ, as ranges of their words; one range may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Drift {
    /// The source's words that the content lacks here.
    pub(super) expected: Range<usize>,
    /// The content's words that the source lacks here.
    pub(super) found: Range<usize>,
}

/// The words of the source's copy with their first bytes, without the lines (from 1) that are
/// not the document's.
pub(super) fn source_words<'a>(
    source: &'a str,
    wrapper: &[RangeInclusive<usize>],
) -> Vec<Word<'a, usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (index, line) in lines(source).enumerate() {
        if !wrapper.iter().any(|lines| lines.contains(&(index + 1))) {
            found.extend(words(line).map(|(at, text)| Word { text, at: start + at }));
        }
        start += line.len();
    }
    found
}

/// Every spot where `found` departs from `expected`, in order.
pub(super) fn compare<E, F>(expected: &[Word<'_, E>], found: &[Word<'_, F>]) -> Vec<Drift> {
    let mut names = BTreeMap::new();
    let left = numbered(expected, &mut names);
    let right = numbered(found, &mut names);
    let mut drifts = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < expected.len() || j < found.len() {
        if i < expected.len() && j < found.len() && left[i] == right[j] {
            i += 1;
            j += 1;
            continue;
        }
        let (skipped, added) = next_agreement(&left[i..], &right[j..]);
        drifts.push(Drift { expected: i..i + skipped, found: j..j + added });
        i += skipped;
        j += added;
    }
    drifts
}

/// Tells the first spots one by one and counts the others.
///
/// `source` says where a word of the source stands, `content` where one of the content stands and
/// how that place is called, as in “van-ban.md: điểm II.2.b”; `whole` is for content without words.
pub(super) fn report<E, F>(
    expected: &[Word<'_, E>],
    found: &[Word<'_, F>],
    source: impl Fn(&E) -> Place,
    content: impl Fn(&F) -> (Place, String),
    whole: &Place,
    problems: &mut Diagnostics,
) {
    let drifts = compare(expected, found);
    let place = |index: usize| {
        let word = found.get(index).or(found.last());
        word.map_or_else(|| (whole.clone(), "Nội dung".to_owned()), |word| content(&word.at))
    };
    for drift in drifts.iter().take(SHOWN) {
        let Range { start, end } = drift.found;
        // What is missing is missed behind the last word that is there.
        let (at, label) = place(if start == end { start.saturating_sub(1) } else { start });
        let difference = ck220::Difference {
            label: &label,
            after: &joined(&found[start.saturating_sub(BEFORE)..start]),
            missing: &quoted(&expected[drift.expected.clone()]),
            added: &quoted(&found[start..end]),
        };
        let spot = expected.get(drift.expected.start).or(expected.last());
        problems.push(ck220::drift(at, difference, spot.map(|word| source(&word.at))));
    }
    if let Some(next) = drifts.get(SHOWN) {
        let (at, _) = place(next.found.start);
        problems.push(ck220::more_drift(at, drifts.len() - SHOWN));
    }
}

/// The words as numbers, equal for equal words, with an end that every text shares.
fn numbered<'a, P>(words: &[Word<'a, P>], names: &mut BTreeMap<Cow<'a, str>, usize>) -> Vec<usize> {
    let numbers = words.iter().map(|word| {
        let next = names.len();
        *names.entry(with_bare_marks(word.text)).or_insert(next)
    });
    numbers.chain([usize::MAX; AGREEMENT]).collect()
}

/// The word with the marks of footnotes as bare numbers: `vụ[^1].` and `vụ[1].` are `vụ1.`, `[^1]:` is `1`.
///
/// A copy of the source has them as its program wrote them, between brackets or small above the line.
fn with_bare_marks(word: &str) -> Cow<'_, str> {
    let Some(start) = word.find('[') else { return Cow::Borrowed(word) };
    let inner = word[start + 1..].trim_start_matches('^');
    let Some((label, rest)) = inner.split_once(']') else { return Cow::Borrowed(word) };
    if label.is_empty() || label.len() > 4 || !label.bytes().all(|byte| byte.is_ascii_digit()) {
        return Cow::Borrowed(word);
    }
    // What the content writes behind the mark of a note is no word of the document.
    let rest = if start == 0 { rest.strip_prefix(':').unwrap_or(rest) } else { rest };
    Cow::Owned(format!("{}{label}{}", &word[..start], with_bare_marks(rest)))
}

/// How many words to skip on each side until both agree again; at the latest at their ends.
fn next_agreement(left: &[usize], right: &[usize]) -> (usize, usize) {
    let ends = (left.len() - AGREEMENT, right.len() - AGREEMENT);
    for reach in REACHES {
        let mut first = BTreeMap::new();
        for skipped in 0..=ends.0.min(reach) {
            first.entry(&left[skipped..skipped + AGREEMENT]).or_insert(skipped);
        }
        let mut best: Option<(usize, usize)> = None;
        for added in 0..=ends.1.min(reach) {
            if best.is_some_and(|(a, b)| a + b <= added) {
                break;
            }
            if let Some(skipped) = first.get(&right[added..added + AGREEMENT])
                && best.is_none_or(|(a, b)| skipped + added < a + b)
            {
                best = Some((*skipped, added));
            }
        }
        if let Some(best) = best {
            return best;
        }
    }
    ends
}

fn joined<P>(words: &[Word<'_, P>]) -> String {
    words.iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
}

fn quoted<P>(words: &[Word<'_, P>]) -> String {
    match words.len().checked_sub(QUOTED) {
        None | Some(0) => joined(words),
        Some(rest) => format!("{} … (và {rest} chữ nữa)", joined(&words[..QUOTED])),
    }
}

#[cfg(test)]
mod tests;
