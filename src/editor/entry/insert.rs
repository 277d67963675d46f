//! An item at the end of a list that stands in a file, all else untouched.

use std::fmt;
use std::ops::Range;

use super::write::dashed;
use crate::diagnostic::KeyPath;
use crate::source::yaml::{End, Kind, Node, Outline};

/// Why a list cannot take an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InsertFault {
    /// The file is no YAML that can be read to its end.
    Unreadable,
    /// The list is written in brackets, or is none.
    NotALineEach,
    /// The list is a pair of empty brackets.
    EmptyBrackets,
    /// What stands there would not be read as before.
    Unsafe,
}

impl fmt::Display for InsertFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable => "tệp còn lỗi. Chạy congkhai check và sửa trước.",
            Self::NotALineEach => {
                "danh sách không viết mỗi mục một dòng. Bỏ dấu [ ], mỗi mục một dòng mở đầu bằng “- ”, rồi thử lại."
            }
            Self::EmptyBrackets => "danh sách còn trống. Xóa cả dòng có dấu [ ], rồi thử lại.",
            Self::Unsafe => "tệp viết theo lối mà thêm vào sẽ đổi nghĩa phần cũ; hãy thêm bằng tay.",
        })
    }
}

/// `text` with an item at the end of the list under the key `list` of the YAML at `yaml`, and the lines that
/// were put in; `item` gives the lines of its keys so many blanks in.
pub(super) fn appended(
    text: &str,
    yaml: Range<usize>,
    list: &str,
    item: &dyn Fn(usize) -> String,
) -> Result<(String, String), InsertFault> {
    let outline = Outline::of(&text[yaml.clone()], yaml.start);
    if *outline.end() != End::Whole {
        return Err(InsertFault::Unreadable);
    }
    let node = outline.value(&KeyPath::from(list));
    let (at, lines) = match node {
        None => {
            let at = text[..yaml.end].trim_end_matches([' ', '\t']).len().max(yaml.start);
            (at, format!("{list}:\n{}", dashed(&item(4), 2)))
        }
        // A key with nothing behind it, as the guide has it before the first item.
        Some(Node { kind: Kind::Plain, key: Some(key), value, .. }) if value.is_empty() => {
            let at = line_end(text, key.end, yaml.end);
            (at, dashed(&item(4), 2))
        }
        Some(node) if text[node.value.clone()].trim_matches(['[', ']', ' ']).is_empty() => {
            return Err(InsertFault::EmptyBrackets);
        }
        Some(node) => {
            let children: Vec<_> = outline.children(node).collect();
            let (Kind::Sequence, Some(first), Some(last)) =
                (node.kind, children.first(), children.last())
            else {
                return Err(InsertFault::NotALineEach);
            };
            let line = text[..first.value.start].rfind('\n').map_or(0, |at| at + 1);
            let before = &text[line..first.value.start];
            let dash = before.len() - before.trim_start_matches(' ').len();
            // Where the item's keys begin on a later line than its dash, two blanks are the custom.
            if !before[dash..].starts_with("- ") || before[dash + 1..].trim_start() != "" {
                return Err(InsertFault::NotALineEach);
            }
            let keys = before.len();
            let end = text[..last.value.end].trim_end().len();
            let mut at = line_end(text, end, yaml.end);
            // A remark below the last item's keys is a remark on that item.
            while let Some(line) = text[at..yaml.end].split_inclusive('\n').next()
                && line.trim_start().starts_with('#')
                && line.len() - line.trim_start().len() >= keys
            {
                at += line.len();
            }
            let lines = item(keys);
            let gap = " ".repeat(keys - dash - 1);
            (at, format!("{}-{gap}{}", " ".repeat(dash), lines.trim_start()))
        }
    };
    let newline = if text[yaml.clone()].contains("\r\n") { "\r\n" } else { "\n" };
    let before = &text[..at];
    let parted = before.is_empty() || before.ends_with('\n');
    let first = if parted { "" } else { newline };
    let lines = lines.replace('\n', newline);
    let after = format!("{before}{first}{lines}{}", &text[at..]);
    let grown = yaml.start..yaml.end + after.len() - text.len();
    if holds_more(&text[yaml], &after[grown], list) {
        Ok((after, lines))
    } else {
        Err(InsertFault::Unsafe)
    }
}

/// The byte behind the line in which byte `at` stands.
fn line_end(text: &str, at: usize, limit: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |length| at + length + 1).min(limit)
}

/// Whether `after` says what `before` says, and one item more.
fn holds_more(before: &str, after: &str, list: &str) -> bool {
    let read = |yaml: &str| serde_yaml::from_str::<serde_yaml::Value>(yaml).ok();
    let (Some(before), Some(mut after)) = (read(before), read(after)) else { return false };
    let Some(items) = after.get_mut(list).and_then(serde_yaml::Value::as_sequence_mut) else {
        return false;
    };
    items.pop();
    if items.is_empty() {
        let rest = after.as_mapping_mut().map(|keys| keys.shift_remove(list));
        let mut before = before;
        if before.get(list).is_some_and(serde_yaml::Value::is_null) {
            before.as_mapping_mut().map(|keys| keys.shift_remove(list));
        }
        return rest.is_some() && (after == before || before.is_null());
    }
    after == before
}
