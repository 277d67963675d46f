//! Head and foot of a document: who issued it, who signed, to whom it was sent.

use serde::Serialize;

use crate::pages::context::runs;
use crate::pages::values::Run;
use crate::parse::{RawBlock, RawLine};
use crate::text::search_key;

/// The head of a document, two columns.
#[derive(Clone, Debug, Serialize)]
pub struct Letterhead {
    /// Issuing agency, a line each; a line of hyphens is the source's own rule. The Party's number stands below it.
    pub agency: Vec<String>,
    /// State name and motto, or the Party's name, a line each.
    pub nation: Vec<String>,
    /// "Số: 111/KH-UBND"; nothing where it stands below the agency.
    pub number: Vec<Run>,
    /// Place and date.
    pub place_date: String,
}

/// To whom a document was sent.
#[derive(Clone, Debug, Serialize)]
pub struct Recipients {
    /// "Nơi nhận:"; may be empty.
    pub heading: String,
    /// A recipient each, with its dash.
    pub items: Vec<String>,
    /// Whether the file has it behind the signature.
    pub is_behind: bool,
}

/// Who signed.
#[derive(Clone, Debug, Serialize)]
pub struct Signature {
    /// The offices, a line each.
    pub offices: Vec<String>,
    /// The name; nothing on a document that nobody has signed.
    pub name: Option<String>,
}

impl Signature {
    /// Whether it has no word.
    pub fn is_empty(&self) -> bool {
        self.offices.is_empty() && self.name.is_none()
    }
}

/// What a block of the head is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Agency,
    Nation,
    Number,
    Day,
}

/// The blocks of the head, each in its place by its own words.
pub(crate) fn letterhead(blocks: &[RawBlock]) -> Letterhead {
    let mut head = Letterhead {
        agency: Vec::new(),
        nation: Vec::new(),
        number: Vec::new(),
        place_date: String::new(),
    };
    let mut numbers = Vec::new();
    let mut dates = Vec::new();
    for block in blocks {
        let mut place = place(block);
        // A second block of neither kind is what the document's form has there.
        if place == Place::Agency && !head.agency.is_empty() {
            place = if head.nation.is_empty() { Place::Nation } else { Place::Day };
        }
        let lines = block.lines.iter().map(with_marks);
        match place {
            Place::Agency => head.agency.extend(lines),
            Place::Nation => head.nation.extend(lines),
            Place::Number => numbers.extend(lines),
            Place::Day => dates.extend(lines),
        }
    }
    head.number = runs(&numbers.join(" "));
    head.place_date = dates.join(" ");
    head
}

fn place(block: &RawBlock) -> Place {
    let lines: Vec<String> = block.lines.iter().map(|line| search_key(&line.text)).collect();
    let first = lines.first().map_or("", String::as_str);
    if lines.iter().any(|line| line.contains("cong hoa xa hoi") || line.contains("dang cong san")) {
        Place::Nation
    } else if first == "so"
        || first.starts_with("so:")
        || first.starts_with("so ") && has_number(first)
    {
        Place::Number
    } else if lines.len() == 1 && first.contains(", ngay") {
        Place::Day
    } else {
        Place::Agency
    }
}

/// “SỐ 12-KH/TU” is a number, “SỞ NỘI VỤ” an agency: both open alike without marks.
fn has_number(line: &str) -> bool {
    line.contains(['/', '-']) || line.contains(|c: char| c.is_ascii_digit())
}

/// To whom, a line each; the first line may be the heading.
pub(crate) fn recipients(blocks: &[RawBlock]) -> Recipients {
    let mut lines: Vec<String> = all_lines(blocks).map(with_marks).collect();
    let is_heading = |line: &String| !line.starts_with(['-', '+']);
    let heading =
        if lines.first().is_some_and(is_heading) { lines.remove(0) } else { String::new() };
    Recipients { heading, items: lines, is_behind: false }
}

/// The last of several blocks is the name, what stands before it the office.
pub(crate) fn signature(blocks: &[RawBlock]) -> Signature {
    let mut offices: Vec<String> = all_lines(blocks).map(with_marks).collect();
    let name = if blocks.len() > 1 { offices.pop() } else { None };
    Signature { offices, name }
}

/// Every line of the blocks.
pub(crate) fn all_lines(blocks: &[RawBlock]) -> impl Iterator<Item = &RawLine> {
    blocks.iter().flat_map(|block| &block.lines)
}

/// The line with the marks of its footnotes, where no link can stand.
fn with_marks(line: &RawLine) -> String {
    let mut text = line.text.clone();
    for call in line.calls.iter().rev() {
        text.insert_str(call.at, &call.label);
    }
    text
}
