//! Words of the document that a key of a content file quotes, with the marks of its footnotes told apart.
//!
//! In: what a file writes between its quotes. Out: [`Verbatim`], which reads as the words alone: what has no place for a
//! link (times, names, titles, lists, search, open data) never meets a mark, and what has one asks for [`Quoted::lines`].

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::Deserializer;
use serde::{Deserialize, Serialize, Serializer};

use super::footnotes;
use super::node_id::NodeId;
use super::raw::{RawCall, RawLine};

/// Words of the document in a key of a file, such as those of a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verbatim {
    text: String,
    marks: Vec<Mark>,
    /// As the file writes them, where that is with marks.
    written: Option<String>,
}

/// The mark of a footnote, before this byte of the words.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mark {
    at: usize,
    label: String,
}

/// The same, borrowed; or words that can have no marks.
#[derive(Clone, Copy, Debug)]
pub struct Quoted<'a> {
    text: &'a str,
    marks: &'a [Mark],
    written: &'a str,
}

impl Verbatim {
    /// The words with what may be told of them.
    pub fn quoted(&self) -> Quoted<'_> {
        let written = self.written.as_deref().unwrap_or(&self.text);
        Quoted { text: &self.text, marks: &self.marks, written }
    }

    /// Without white space at the end.
    pub fn trimmed_end(&self) -> Self {
        self.quoted().written.trim_end().into()
    }
}

impl<'a> Quoted<'a> {
    /// The words alone.
    pub fn text(self) -> &'a str {
        self.text
    }

    /// As the file writes them, marks and all.
    pub fn written(self) -> &'a str {
        self.written
    }

    /// Whether there is neither word nor mark.
    pub fn is_empty(self) -> bool {
        self.written.is_empty()
    }

    /// The label and the footnote of each mark; `document` is the enclosed document that the words belong to.
    pub fn notes(self, document: Option<&NodeId>) -> impl Iterator<Item = (&'a str, NodeId)> {
        self.marks.iter().map(move |mark| (&mark.label[..], footnotes::id(document, &mark.label)))
    }

    /// A passage a line, with what its marks call in `document`; lines without words or marks are left out.
    pub fn lines(self, document: Option<&NodeId>) -> Vec<RawLine> {
        let mut start = 0;
        let lines = self.text.split_inclusive('\n').map(|line| {
            start += line.len();
            start - line.len()..start
        });
        let mut lines: Vec<_> = lines.collect();
        if lines.is_empty() {
            lines.push(0..0);
        }
        let last = lines.len() - 1;
        let lines = lines.into_iter().enumerate().map(|(index, range)| {
            let line = &self.text[range.clone()];
            let text = line.trim();
            let before = line.len() - line.trim_start().len();
            let is_here =
                |mark: &&Mark| range.contains(&mark.at) || index == last && mark.at == range.end;
            let calls = self.marks.iter().filter(is_here).map(|mark| RawCall {
                at: (mark.at - range.start).saturating_sub(before).min(text.len()),
                label: mark.label.clone(),
                note: footnotes::id(document, &mark.label),
                time: 1,
                span: 0..0,
            });
            RawLine { calls: calls.collect(), text: text.to_owned(), span: 0..0 }
        });
        lines.filter(|line| !line.text.is_empty() || !line.calls.is_empty()).collect()
    }
}

impl Deref for Verbatim {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl Deref for Quoted<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

impl<'a> From<&'a Verbatim> for Quoted<'a> {
    fn from(words: &'a Verbatim) -> Self {
        words.quoted()
    }
}

impl<'a> From<&'a str> for Quoted<'a> {
    fn from(text: &'a str) -> Self {
        Self { text, marks: &[], written: text }
    }
}

impl From<&str> for Verbatim {
    fn from(written: &str) -> Self {
        let (text, calls) =
            footnotes::without_marks(written, 0..written.len(), None, str::to_owned);
        let marks: Vec<_> =
            calls.into_iter().map(|call| Mark { at: call.at, label: call.label }).collect();
        let written = (!marks.is_empty()).then(|| written.to_owned());
        Self { text, marks, written }
    }
}

impl From<String> for Verbatim {
    fn from(written: String) -> Self {
        written.as_str().into()
    }
}

impl fmt::Display for Verbatim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Verbatim {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Verbatim {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

impl JsonSchema for Verbatim {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Verbatim".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, text: &str, lines: &[&str]) {
        let words = Verbatim::from(written);
        assert_eq!((&*words, words.quoted().written()), (text, written));
        let shown = words.quoted().lines(None).into_iter().map(|line| {
            let mut text = line.text;
            for call in line.calls.iter().rev() {
                text.insert_str(call.at, &format!("<{}>", call.note));
            }
            text
        });
        assert_eq!(shown.collect::<Vec<_>>(), lines, "{written}");
    }

    #[test]
    fn marks_are_told_apart_from_words() {
        check("Quý II/2026", "Quý II/2026", &["Quý II/2026"]);
        check("Quý II/2026[^1]", "Quý II/2026", &["Quý II/2026<ct1>"]);
        check("[^a]Sở A, [^2]Sở B.", "Sở A, Sở B.", &["<cta>Sở A, <ct2>Sở B."]);
        check("[^1]", "", &["<ct1>"]);
        check("", "", &[]);
    }

    #[test]
    fn what_is_no_mark_stays_a_word() {
        for words in ["a [^] b", "a [1] b", "a [^khong phai] b", "a [^1 b", "[^chuthich]"] {
            check(words, words, &[words]);
        }
    }

    #[test]
    fn a_mark_stays_with_its_line() {
        check("Một[^1]\n\n  [^2] Hai \n", "Một\n\n   Hai \n", &["Một<ct1>", "<ct2>Hai"]);
        check("Một\n[^1]", "Một\n", &["Một<ct1>"]);
    }
}
