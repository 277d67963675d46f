//! The name of a node of the text: ASCII, made of the labels on the way to it.

use std::fmt;

use super::kind::NodeKind;

/// A node's id, such as `ii.4.dd`, `iii.5-3`, `iii-p1`, `dieu-3.2.a`, `pl.i`; unlike all others of its plan.
///
/// The order of ids is that of their bytes, not of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(String);

/// The levels that bear a name, with what their ids open with and what they are called.
const NAMED: [(NodeKind, &str, &str); 6] = [
    (NodeKind::Division, "phan-", "Phần"),
    (NodeKind::Chapter, "chuong-", "Chương"),
    (NodeKind::Subheading, "tieu-muc-", "Tiểu mục"),
    (NodeKind::Heading, "muc-", "Mục"),
    (NodeKind::Article, "dieu-", "Điều"),
    // Of a point that lies in no part, section or article: else it would be named as a part is.
    (NodeKind::Point, "diem-", "điểm"),
];

impl NodeId {
    /// What the ids of an appendix open with.
    const APPENDIX: &str = "pl";
    /// What the ids of an enclosed document open with.
    const ENCLOSED: &str = "kem";

    /// The node that an editor names `id`; whether there is one is for the plan to say.
    pub fn new(id: &str) -> Self {
        Self(id.to_owned())
    }

    /// The `time`-th appendix of a document: `pl`, `pl2`.
    pub(super) fn appendix(document: Option<&NodeId>, time: usize) -> Self {
        Self::numbered(document, &nth(Self::APPENDIX, time))
    }

    /// The `time`-th enclosed document: `kem`, `kem2`.
    pub(super) fn enclosed(time: usize) -> Self {
        Self(nth(Self::ENCLOSED, time))
    }

    /// The numbered node `segment` below `parent`.
    pub(super) fn numbered(parent: Option<&NodeId>, segment: &str) -> Self {
        match parent {
            Some(parent) => Self(format!("{parent}.{segment}")),
            None => Self::new(segment),
        }
    }

    /// The dash, paragraph, table or footnote `segment` below `parent`.
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

    /// What the id of a level with a name opens with: `dieu-`.
    pub(super) fn named(kind: NodeKind) -> &'static str {
        NAMED.iter().find(|(known, ..)| *known == kind).map_or("", |(_, prefix, _)| *prefix)
    }

    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id as the fragment of an address: `ii-4-dd`, `i-1.1`.
    ///
    /// A point between two digits stays, since the dash `i.1-1` is not the section `i.1.1`.
    pub fn anchor(&self) -> String {
        let bytes = self.0.as_bytes();
        let digit =
            |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
        let letters = self.0.char_indices().map(|(at, letter)| match letter {
            '.' if !(digit(at.checked_sub(1)) && digit(Some(at + 1))) => '-',
            letter => letter,
        });
        letters.collect()
    }

    /// The fragment of the title of an appendix or an enclosed document: `phu-luc`, `phu-luc-2`, `kem`.
    pub fn title_anchor(&self) -> String {
        let segments = self.0.split('.').map(|segment| match time(segment, Self::APPENDIX) {
            Some(1) => "phu-luc".to_owned(),
            Some(time) => format!("phu-luc-{time}"),
            None => segment.to_owned(),
        });
        segments.collect::<Vec<_>>().join("-")
    }

    /// The numbered node as it is cited, `II.4.đ`; of a dash or paragraph the node around it.
    pub fn citation(&self) -> String {
        self.parts().cited()
    }

    /// The node in words: “điểm II.4.đ”, “gạch đầu dòng thứ 3 của mục III.5”, “điểm a khoản 2 Điều 3”.
    pub fn in_words(&self) -> String {
        let parts = self.parts();
        let mut names: Vec<String> = parts.tail.iter().rev().map(Tail::in_words).collect();
        names.extend(parts.numbered_in_words());
        names.extend(parts.appendix.map(|time| match time {
            1 => "phụ lục".to_owned(),
            time => format!("phụ lục thứ {time}"),
        }));
        names.extend(parts.enclosed.map(|time| match time {
            1 => "văn bản kèm theo".to_owned(),
            time => format!("văn bản kèm theo thứ {time}"),
        }));
        let outside = parts.named.is_empty()
            && parts.labels.is_empty()
            && parts.appendix.is_none()
            && parts.enclosed.is_none();
        if outside {
            names.push("nội dung".to_owned());
        }
        names.join(" của ")
    }

    /// What stands on the way to the node.
    fn parts(&self) -> Parts<'_> {
        let mut parts = Parts::default();
        for segment in self.0.split('.') {
            let plain = parts.named.is_empty() && parts.labels.is_empty();
            let (label, tail) = match named(segment) {
                Some((kind, number)) => {
                    let (number, tail) = cut(number);
                    parts.named.push((kind, number));
                    (None, tail)
                }
                None => {
                    let (label, tail) = cut(segment);
                    (Some(label), tail)
                }
            };
            match label {
                Some(label) if plain && time(label, Self::ENCLOSED).is_some() => {
                    parts.enclosed = time(label, Self::ENCLOSED);
                }
                Some(label) if plain && time(label, Self::APPENDIX).is_some() => {
                    parts.appendix = time(label, Self::APPENDIX);
                }
                Some(label)
                    if plain && Tail::of(label).is_some_and(|tail| !tail.sort.is_empty()) =>
                {
                    parts.tail.extend(Tail::of(label));
                }
                Some(label) if !label.is_empty() => parts.labels.push(label),
                _ => {}
            }
            let tails = tail.into_iter().flat_map(|tail| tail.split('-'));
            parts.tail.extend(tails.filter_map(Tail::of));
            // What stands below a dash is a plus.
            for tail in parts.tail.iter_mut().skip(1).filter(|tail| tail.sort.is_empty()) {
                tail.sort = "c";
            }
        }
        parts
    }
}

/// An id, taken apart.
#[derive(Default)]
struct Parts<'a> {
    /// Which enclosed document it is in.
    enclosed: Option<usize>,
    /// Which appendix it is in.
    appendix: Option<usize>,
    /// The levels that bear a name, outermost first.
    named: Vec<(NodeKind, &'a str)>,
    /// Numbers and letters.
    labels: Vec<&'a str>,
    /// Dashes, paragraphs and the like.
    tail: Vec<Tail<'a>>,
}

impl Parts<'_> {
    fn cited(&self) -> String {
        let cited =
            self.labels.iter().enumerate().map(|(depth, label)| match (depth, bare(label)) {
                (0, roman) if self.is_in_article() => letter(roman),
                (0, roman) => roman.to_ascii_uppercase(),
                (_, other) => letter(other),
            });
        cited.collect::<Vec<_>>().join(".")
    }

    fn is_in_article(&self) -> bool {
        self.named.last().is_some_and(|(kind, _)| *kind == NodeKind::Article)
    }

    /// The numbered node, without what it lies in: “mục I.1”, “điểm a khoản 2 Điều 3”.
    fn numbered_in_words(&self) -> Option<String> {
        let named = self.named.iter().rev().map(|(kind, number)| {
            let name =
                NAMED.iter().find(|(known, ..)| known == kind).map_or("", |(.., name)| *name);
            let number = bare(number);
            match kind {
                NodeKind::Point => format!("{name} {}", letter(number)),
                // Roman numerals; the letter of an article 5a stays small.
                _ if !number.starts_with(|c: char| c.is_ascii_digit()) => {
                    format!("{name} {}", number.to_ascii_uppercase())
                }
                _ => format!("{name} {number}"),
            }
        });
        let mut words = Vec::new();
        if self.is_in_article() {
            let (points, numbers): (Vec<_>, Vec<_>) = self
                .labels
                .iter()
                .map(|label| bare(label))
                .partition(|label| label.starts_with(|c: char| c.is_ascii_lowercase()));
            words.extend(points.iter().rev().map(|point| format!("điểm {}", letter(point))));
            if !numbers.is_empty() {
                words.push(format!("khoản {}", numbers.join(".")));
            }
        } else if let Some(last) = self.labels.last() {
            let is_letter = bare(last).starts_with(|c: char| c.is_ascii_lowercase());
            let kind = match (self.labels.len(), self.appendix.is_some()) {
                (1, _) if !is_letter => "mục",
                (1, false) => "phần",
                (1, true) => "khoản",
                (_, _) if is_letter => "điểm",
                (2.., _) | (0, _) => "mục",
            };
            words.push(format!("{kind} {}", self.cited()));
        }
        words.extend(named);
        (!words.is_empty()).then(|| words.join(" "))
    }
}

/// A dash, paragraph, plus, table or footnote.
struct Tail<'a> {
    sort: &'a str,
    number: &'a str,
}

impl<'a> Tail<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let length = ["ct", "p", "g", "c", "b"].iter().find(|sort| text.starts_with(**sort));
        let (sort, number) = text.split_at(length.map_or(0, |sort| sort.len()));
        let counted = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        (sort == "ct" || counted).then_some(Self { sort, number })
    }

    fn in_words(&self) -> String {
        let number = self.number;
        match self.sort {
            "p" => format!("đoạn thứ {number}"),
            "b" => format!("bảng thứ {number}"),
            "c" => format!("dấu cộng thứ {number}"),
            "ct" => format!("chú thích {number}"),
            _ => format!("gạch đầu dòng thứ {number}"),
        }
    }
}

fn nth(name: &str, time: usize) -> String {
    if time == 1 { name.to_owned() } else { format!("{name}{time}") }
}

/// Which one of that name the label is: `pl` is the first, `pl2` the second.
fn time(label: &str, name: &str) -> Option<usize> {
    match label.strip_prefix(name)? {
        "" => Some(1),
        digits => digits.parse().ok().filter(|time| *time > 1),
    }
}

/// The level with a name that the segment is, and what follows the name.
fn named(segment: &str) -> Option<(NodeKind, &str)> {
    let found = NAMED.iter().find(|(_, prefix, _)| segment.starts_with(prefix));
    found.map(|(kind, prefix, _)| (*kind, &segment[prefix.len()..]))
}

/// A label, and what names a dash or paragraph below it.
fn cut(segment: &str) -> (&str, Option<&str>) {
    segment.split_once('-').map_or((segment, None), |(label, tail)| (label, Some(tail)))
}

/// A label without the count of its repetitions.
fn bare(label: &str) -> &str {
    label.split('_').next().unwrap_or(label)
}

fn letter(label: &str) -> String {
    if label == "dd" { "đ".to_owned() } else { label.to_owned() }
}

impl fmt::Display for NodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
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

    #[test]
    fn levels_with_a_name_are_cited_as_laws_are() {
        check("dieu-3", "Điều 3", "", "dieu-3");
        check("dieu-3.2", "khoản 2 Điều 3", "2", "dieu-3.2");
        check("dieu-3.2.a", "điểm a khoản 2 Điều 3", "2.a", "dieu-3.2-a");
        check("dieu-3.a", "điểm a Điều 3", "a", "dieu-3-a");
        check("dieu-3-p1", "đoạn thứ 1 của Điều 3", "", "dieu-3-p1");
        check("chuong-ii.dieu-1.dd", "điểm đ Điều 1 Chương II", "đ", "chuong-ii-dieu-1-dd");
        check("chuong-ii.muc-1", "Mục 1 Chương II", "", "chuong-ii-muc-1");
        check("chuong-ii-g1", "gạch đầu dòng thứ 1 của Chương II", "", "chuong-ii-g1");
        check("phan-a.i.2", "mục I.2 Phần A", "I.2", "phan-a-i-2");
        check("phan-1", "Phần 1", "", "phan-1");
        check("chuong-i.diem-dd", "điểm đ Chương I", "", "chuong-i-diem-dd");
        check("diem-i", "điểm i", "", "diem-i");
    }

    #[test]
    fn sections_below_sections_and_what_stands_below_dashes() {
        check("i.1.1", "mục I.1.1", "I.1.1", "i-1.1");
        check("i.1.1.dd", "điểm I.1.1.đ", "I.1.1.đ", "i-1.1-dd");
        check("i.1-1", "gạch đầu dòng thứ 1 của mục I.1", "I.1", "i-1-1");
        check(
            "i.1.1-2-1",
            "dấu cộng thứ 1 của gạch đầu dòng thứ 2 của mục I.1.1",
            "I.1.1",
            "i-1.1-2-1",
        );
        check("i.1.a-c1", "dấu cộng thứ 1 của điểm I.1.a", "I.1.a", "i-1-a-c1");
        check("i.1-b2", "bảng thứ 2 của mục I.1", "I.1", "i-1-b2");
        check("ct1", "chú thích 1 của nội dung", "", "ct1");
        check("1", "mục 1", "1", "1");
        check("1.2", "mục 1.2", "1.2", "1.2");
    }

    #[test]
    fn appendices_and_enclosed_documents_are_named() {
        check("pl2.i.1.b", "điểm I.1.b của phụ lục thứ 2", "I.1.b", "pl2-i-1-b");
        check("pl2-b1", "bảng thứ 1 của phụ lục thứ 2", "", "pl2-b1");
        check("kem.i.1", "mục I.1 của văn bản kèm theo", "I.1", "kem-i-1");
        check("kem.dieu-2", "Điều 2 của văn bản kèm theo", "", "kem-dieu-2");
        check("kem2.pl.i", "khoản I của phụ lục của văn bản kèm theo thứ 2", "I", "kem2-pl-i");
        check("kem-p1", "đoạn thứ 1 của văn bản kèm theo", "", "kem-p1");
    }
}
