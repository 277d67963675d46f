//! Sentences as whole patterns with named holes.
//!
//! `patterns!` makes text, `sentences!` a [`Phrase`] whose holes keep what they were filled with, such as a
//! number with the list of what it counts. The compiler refuses a hole without a value and a value without a
//! hole; their order is the pattern's own, since another language may need another.

/// A pattern filled in: its words, and what stands in its holes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase<H>(Vec<Part<H>>);

/// A stretch of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part<H> {
    /// The pattern's own words.
    Words(&'static str),
    /// What fills a hole.
    Hole(H),
}

impl<H> Phrase<H> {
    /// The stretches, in the order of the pattern.
    pub fn parts(self) -> impl Iterator<Item = Part<H>> {
        self.0.into_iter()
    }
}

impl<H: Clone> Phrase<H> {
    /// `pattern` with its `{name}`s filled by the holes of those names, proved to be there.
    pub(super) fn fill<const N: usize>(pattern: &'static str, holes: [(&str, H); N]) -> Self {
        let mut parts = Vec::new();
        let words = |text: &'static str, parts: &mut Vec<Part<H>>| {
            if !text.is_empty() {
                parts.push(Part::Words(text));
            }
        };
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').expect("the compiler has parsed the pattern");
            let hole = holes.iter().find(|(known, _)| *known == name);
            let (_, hole) = hole.expect("the compiler has compared the names");
            words(before, &mut parts);
            parts.push(Part::Hole(hole.clone()));
            rest = after;
        }
        words(rest, &mut parts);
        Self(parts)
    }
}

impl From<Phrase<String>> for String {
    fn from(phrase: Phrase<String>) -> Self {
        let words = phrase.0.iter().map(|part| match part {
            Part::Words(words) => *words,
            Part::Hole(words) => words.as_str(),
        });
        words.collect()
    }
}

/// A sentence with the one hole `{n}`, as a field of a row.
#[derive(Clone, Copy, Debug)]
pub struct Counted(&'static str);

impl Counted {
    /// As a constant: another hole, or none, does not compile.
    pub(super) const fn new(pattern: &'static str) -> Self {
        let bytes = pattern.as_bytes();
        let (mut at, mut holes) = (0, 0);
        while at < bytes.len() {
            if bytes[at] == b'{' {
                assert!(bytes[at + 1] == b'n' && bytes[at + 2] == b'}', "the hole is called n");
                holes += 1;
            }
            at += 1;
        }
        assert!(holes == 1, "one hole");
        Self(pattern)
    }

    /// The sentence on so many.
    pub fn with<H: Clone>(self, n: impl Into<H>) -> Phrase<H> {
        Phrase::fill(self.0, [("n", n.into())])
    }
}

/// Texts by name: a constant text `name = "…"`, or a pattern `name(hole, …) = "… {hole} …"` whose holes take
/// whatever can be displayed.
macro_rules! patterns {
    ($($(#[$doc:meta])* $name:ident $(($($hole:ident),+))? = $text:literal;)+) => {
        $(crate::vocabulary::pattern::one_pattern! { $(#[$doc])* $name $(($($hole),+))? = $text; })+
    };
}

macro_rules! one_pattern {
    ($(#[$doc:meta])* $name:ident = $text:literal;) => {
        $(#[$doc])*
        pub(crate) fn $name() -> &'static str {
            $text
        }
    };
    ($(#[$doc:meta])* $name:ident($($hole:ident),+) = $text:literal;) => {
        $(#[$doc])*
        pub(crate) fn $name($($hole: impl std::fmt::Display),+) -> String {
            format!($text, $($hole = $hole),+)
        }
    };
}

/// Sentences by name, `name(hole, …) = "… {hole} …"`, whose holes keep what they are filled with.
macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident($($hole:ident),+) = $text:literal;)+) => {
        $(
            $(#[$doc])*
            pub(crate) fn $name<H: Clone>($($hole: impl Into<H>),+) -> crate::vocabulary::Phrase<H> {
                // Has the compiler compare the names.
                let _ = format_args!($text, $($hole = ""),+);
                crate::vocabulary::Phrase::fill($text, [$((stringify!($hole), $hole.into())),+])
            }
        )+
    };
}

pub(crate) use {one_pattern, patterns, sentences};

#[cfg(test)]
mod tests {
    use super::{Part, Phrase};

    patterns! {
        /// No hole.
        greeting = "Xin chào.";
        /// Holes in an order of their own.
        swapped(first, second) = "{second} rồi {first}";
    }

    sentences! {
        /// A hole twice.
        twice(n, of) = "{n} trong {of}: {n}";
    }

    #[test]
    fn holes_are_filled_by_name() {
        assert_eq!(greeting(), "Xin chào.");
        assert_eq!(swapped(1, "hai"), "hai rồi 1");
        let phrase: Phrase<u8> = twice(3, 4);
        let parts: Vec<_> = phrase.parts().collect();
        assert_eq!(
            parts,
            [
                Part::Hole(3),
                Part::Words(" trong "),
                Part::Hole(4),
                Part::Words(": "),
                Part::Hole(3)
            ]
        );
    }
}
