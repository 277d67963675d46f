//! A plan's text as its file has it.

use std::ops::Range;

use super::node_id::NodeId;

/// A plan's text, region by region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawPlanText {
    /// Agency, motto, number, place and date.
    pub letterhead: Vec<RawBlock>,
    /// The kind of document, then what it is about.
    pub title: Vec<RawBlock>,
    /// Preamble, parts, sections, points, dashes.
    pub body: Vec<RawNode>,
    /// Capacity and name of who signed.
    pub signature: Vec<RawBlock>,
    /// The appendix's own title.
    pub appendix_title: Vec<RawBlock>,
    /// The appendix's clauses.
    pub appendix: Vec<RawNode>,
    /// The column headings of each table of tasks, in the file's order.
    pub table_headers: Vec<RawTableHeader>,
}

/// The column headings of a table of tasks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawTableHeader {
    /// A heading a line.
    pub headings: Vec<RawHeading>,
    /// Its bytes in the file, the opening line not included.
    pub span: Range<usize>,
}

/// A heading of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawHeading {
    /// Its words.
    pub text: String,
    /// Its bytes in the file.
    pub span: Range<usize>,
    /// The row of the table's head that it stands in.
    pub row: HeadingRow,
}

/// A row of a table's head, from above.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeadingRow {
    /// The headings themselves.
    First,
    /// Those that share the heading above them; their lines are indented.
    Second,
    /// What only numbers the columns, such as "(1)".
    Numbers,
}

/// Lines that belong together and stay lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawBlock {
    /// At least one line.
    pub lines: Vec<RawLine>,
    /// The editor's remarks at the block's end.
    pub notes: Vec<RawNote>,
}

/// One line, without the white space around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawLine {
    /// Its words.
    pub text: String,
    /// Its bytes in the file.
    pub span: Range<usize>,
}

/// An editor's remark `{sic: …}`; no part of the document's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawNote {
    /// What it says.
    pub text: String,
    /// Its bytes in the file, braces included.
    pub span: Range<usize>,
}

/// What a node of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    /// `# I.`: phần.
    Part,
    /// `## 1.`: mục.
    Section,
    /// `a)`: điểm.
    Point,
    /// `-`: gạch đầu dòng.
    Dash,
    /// Any other block: đoạn.
    Paragraph,
    /// `# I.` in the appendix: khoản của phụ lục.
    Clause,
}

/// A part, section, point, dash, paragraph or clause, with what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawNode {
    /// Unlike that of every other node of the file.
    pub id: NodeId,
    /// What it is.
    pub kind: NodeKind,
    /// As written: `a)`, `1.`, `I.`, `-`; empty where there is none.
    pub label: String,
    /// Whether white space follows the label in the file.
    pub gap: bool,
    /// The words after the label, on one line; no-break spaces are kept.
    pub text: String,
    /// The bytes of label and words, without `#` marks and remarks.
    pub span: Range<usize>,
    /// The editor's remarks at its end.
    pub notes: Vec<RawNote>,
    /// Paragraphs, dashes, points and sections below it, in the file's order.
    pub children: Vec<RawNode>,
}
