//! The name of a node of the text: ASCII, made of the labels on the way to it.

use std::fmt;

/// A node's id, such as `ii.4.dd`, `iii.5-3`, `iii-p1`, `pl.i`; unlike all others of its plan.
///
/// The order of ids is that of their bytes, not of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(String);

impl NodeId {
    /// What the ids of the appendix open with.
    const APPENDIX: &str = "pl";

    /// The node that an editor names `id`; whether there is one is for the plan to say.
    pub fn new(id: &str) -> Self {
        Self(id.to_owned())
    }

    pub(super) fn appendix() -> Self {
        Self::new(Self::APPENDIX)
    }

    /// The numbered node `segment` below `parent`.
    pub(super) fn numbered(parent: Option<&NodeId>, segment: &str) -> Self {
        match parent {
            Some(parent) => Self(format!("{parent}.{segment}")),
            None => Self::new(segment),
        }
    }

    /// The dash or paragraph `segment` below `parent`.
    pub(super) fn unnumbered(parent: Option<&NodeId>, segment: &str) -> Self {
        match parent {
            Some(parent) => Self(format!("{parent}-{segment}")),
            None => Self::new(segment),
        }
    }

    /// The same label once more, for the `time`-th node that carries it.
    pub(super) fn again(&self, time: usize) -> Self {
        Self(format!("{self}_{time}"))
    }

    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id as the fragment of an address: `ii-4-dd`.
    pub fn anchor(&self) -> String {
        self.0.replace('.', "-")
    }

    /// The numbered node as it is cited, `II.4.đ`; of a dash or paragraph the node around it.
    pub fn citation(&self) -> String {
        let (segments, _) = self.parts();
        let cited = segments.iter().enumerate().map(|(depth, segment)| match (depth, *segment) {
            (0, roman) => roman.to_ascii_uppercase(),
            (_, "dd") => "đ".to_owned(),
            (_, other) => other.to_owned(),
        });
        cited.collect::<Vec<_>>().join(".")
    }

    /// The node in words: “điểm II.4.đ”, “gạch đầu dòng thứ 3 của mục III.5”.
    pub fn in_words(&self) -> String {
        let (segments, tail) = self.parts();
        let kind = match (segments.len(), self.in_appendix()) {
            (0, _) => None,
            (1, false) => Some("phần"),
            (1, true) => Some("khoản"),
            (2, _) => Some("mục"),
            (_, _) => Some("điểm"),
        };
        let numbered = kind.map(|kind| format!("{kind} {}", self.citation()));
        let place = match (numbered, self.in_appendix()) {
            (Some(numbered), true) => Some(format!("{numbered} của phụ lục")),
            (None, true) => Some("phụ lục".to_owned()),
            (numbered, false) => numbered,
        };
        let tail = tail.map(|tail| match tail.strip_prefix('p') {
            Some(ordinal) => format!("đoạn thứ {ordinal}"),
            None => format!("gạch đầu dòng thứ {}", tail.trim_start_matches('g')),
        });
        match (tail, place) {
            (Some(tail), Some(place)) => format!("{tail} của {place}"),
            (Some(tail), None) => format!("{tail} của nội dung"),
            (None, Some(place)) => place,
            (None, None) => "nội dung".to_owned(),
        }
    }

    fn in_appendix(&self) -> bool {
        self.0
            .strip_prefix(Self::APPENDIX)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '-']))
    }

    /// The labels on the way, without the appendix's mark, and what names a dash or paragraph.
    fn parts(&self) -> (Vec<&str>, Option<&str>) {
        let rest = if self.in_appendix() { &self.0[Self::APPENDIX.len()..] } else { &self.0 };
        let (numbered, tail) = match rest.split_once('-') {
            Some((numbered, tail)) => (numbered, Some(tail)),
            None if is_tail(rest) => ("", Some(rest)),
            None => (rest, None),
        };
        let labels = numbered.split('.').filter(|segment| !segment.is_empty());
        (labels.map(|label| label.split('_').next().unwrap_or(label)).collect(), tail)
    }
}

impl fmt::Display for NodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether the id is that of a paragraph or dash outside every part: `p1`, `g1`.
fn is_tail(id: &str) -> bool {
    let ordinal = id.strip_prefix(['p', 'g']);
    ordinal.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(id: &str, words: &str, citation: &str, anchor: &str) {
        let id = NodeId::new(id);
        assert_eq!(id.in_words(), words);
        assert_eq!(id.citation(), citation);
        assert_eq!(id.anchor(), anchor);
    }

    #[test]
    fn ids_can_be_read_aloud() {
        check("ii", "phần II", "II", "ii");
        check("ii.4", "mục II.4", "II.4", "ii-4");
        check("ii.4.dd", "điểm II.4.đ", "II.4.đ", "ii-4-dd");
        check("iii.5-3", "gạch đầu dòng thứ 3 của mục III.5", "III.5", "iii-5-3");
        check("iii-p1", "đoạn thứ 1 của phần III", "III", "iii-p1");
        check("ii-g2", "gạch đầu dòng thứ 2 của phần II", "II", "ii-g2");
        check("p1", "đoạn thứ 1 của nội dung", "", "p1");
        check("pl.ii", "khoản II của phụ lục", "II", "pl-ii");
        check("pl.ii-p1", "đoạn thứ 1 của khoản II của phụ lục", "II", "pl-ii-p1");
        check("ii.4.dd_2", "điểm II.4.đ", "II.4.đ", "ii-4-dd_2");
    }
}
