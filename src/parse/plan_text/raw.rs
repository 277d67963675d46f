//! A plan's text as its file has it.

use std::ops::Range;

use super::kind::NodeKind;
use super::node_id::NodeId;

/// A plan's text, region by region in the file's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawPlanText {
    /// The plan's own document first, then its appendices and the documents that it encloses.
    pub regions: Vec<RawRegion>,
    /// The footnotes that no mark of the text calls, with the bytes of what they open with; a cell of a task may.
    pub uncalled: Vec<(NodeId, Range<usize>)>,
}

/// What a region of the file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RawRegion {
    /// A document begins that the one before encloses; its own regions follow.
    Enclosed {
        /// What its ids open with.
        id: NodeId,
    },
    /// Agency, motto, number, place and date.
    Letterhead(Vec<RawBlock>),
    /// The kind of document, then what it is about.
    Title(Vec<RawBlock>),
    /// Preamble, parts, sections, points, dashes; of an appendix, what follows its title.
    Body(Vec<RawNode>),
    /// To whom the document was sent: “Nơi nhận”.
    Recipients(Vec<RawBlock>),
    /// Capacity and name of who signed.
    Signature(Vec<RawBlock>),
    /// An appendix begins.
    Appendix {
        /// What its ids open with.
        id: NodeId,
        /// Its own title.
        title: Vec<RawBlock>,
        /// Its clauses.
        clauses: Vec<RawNode>,
    },
    /// The column headings of a table of tasks.
    TableHeader(RawTableHeader),
}

impl RawPlanText {
    /// The nodes that stand in no other, in the file's order, appendices among them.
    pub fn nodes(&self) -> impl Iterator<Item = &RawNode> {
        self.regions.iter().flat_map(|region| match region {
            RawRegion::Body(nodes) | RawRegion::Appendix { clauses: nodes, .. } => &nodes[..],
            RawRegion::Enclosed { .. }
            | RawRegion::Letterhead(_)
            | RawRegion::Title(_)
            | RawRegion::Recipients(_)
            | RawRegion::Signature(_)
            | RawRegion::TableHeader(_) => &[],
        })
    }

    /// The column headings of each table of tasks, in the file's order.
    pub fn table_headers(&self) -> impl Iterator<Item = &RawTableHeader> {
        self.regions.iter().filter_map(|region| match region {
            RawRegion::TableHeader(header) => Some(header),
            _ => None,
        })
    }

    /// Whether a node is linked to by this fragment.
    pub fn has_anchor(&self, anchor: &str) -> bool {
        fn bears(node: &RawNode, anchor: &str) -> bool {
            // An id and its anchor are as long as each other.
            let may_be = node.id.as_str().len() == anchor.len();
            may_be && node.id.anchor() == anchor
                || node.children.iter().any(|child| bears(child, anchor))
        }
        self.nodes().any(|node| bears(node, anchor))
    }

    /// The node of this id.
    pub fn node(&self, id: &NodeId) -> Option<&RawNode> {
        fn find<'a>(node: &'a RawNode, id: &NodeId) -> Option<&'a RawNode> {
            if node.id == *id {
                return Some(node);
            }
            node.children.iter().find_map(|child| find(child, id))
        }
        self.nodes().find_map(|node| find(node, id))
    }
}

/// The column headings of a table of tasks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawTableHeader {
    /// A heading a line.
    pub headings: Vec<RawHeading>,
    /// The enclosed document that it stands in; none of the file's own.
    pub document: Option<NodeId>,
    /// Its bytes in the file, the opening line not included.
    pub span: Range<usize>,
}

/// A heading of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawHeading {
    /// Its words, without the marks of footnotes.
    pub text: String,
    /// The footnotes that it calls.
    pub calls: Vec<RawCall>,
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
    /// Its words, without the marks of footnotes.
    pub text: String,
    /// The footnotes that it calls.
    pub calls: Vec<RawCall>,
    /// Its bytes in the file.
    pub span: Range<usize>,
}

impl RawLine {
    /// The words of several lines as one.
    pub fn joined(lines: &[Self]) -> String {
        lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// An editor's remark `{sic: …}`; no part of the document's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawNote {
    /// What it says.
    pub text: String,
    /// Its bytes in the file, braces included.
    pub span: Range<usize>,
}

/// The mark `[^1]` of a footnote within words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawCall {
    /// Before which byte of the words it stands.
    pub at: usize,
    /// What is printed: `1`.
    pub label: String,
    /// The footnote.
    pub note: NodeId,
    /// Which of the calls of this footnote it is, from 1.
    pub time: usize,
    /// Its bytes in the file.
    pub span: Range<usize>,
}

/// A part, section, point, dash, paragraph, table or clause, with what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawNode {
    /// Unlike that of every other node of the file.
    pub id: NodeId,
    /// What it is.
    pub kind: NodeKind,
    /// As written: `a)`, `1.`, `I.`, `-`, `Điều 1.`; empty where there is none.
    pub label: String,
    /// Whether white space follows the label in the file.
    pub gap: bool,
    /// The words after the label, on one line; no-break spaces are kept, marks of footnotes are not.
    pub text: String,
    /// The footnotes that the words call.
    pub calls: Vec<RawCall>,
    /// The bytes of label and words, without `#` marks and remarks.
    pub span: Range<usize>,
    /// The editor's remarks at its end.
    pub notes: Vec<RawNote>,
    /// The cells, if it is a table.
    pub table: Option<TextTable>,
    /// Paragraphs, dashes, points and sections below it, in the file's order.
    pub children: Vec<RawNode>,
}

/// A table that is part of the text; its rows are no tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextTable {
    /// What it is, if the editor says so.
    pub sort: Option<TableSort>,
    /// The headings.
    pub head: Vec<TextCell>,
    /// The rows, each with as many cells as there are headings.
    pub rows: Vec<Vec<TextCell>>,
}

impl TextTable {
    /// Every cell in the order of reading.
    pub fn cells(&self) -> impl Iterator<Item = &TextCell> {
        self.head.iter().chain(self.rows.iter().flatten())
    }
}

/// The lines of a cell; none of an empty one.
pub type TextCell = Vec<RawLine>;

/// What a table of the text is: `{bang: …}` behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableSort {
    /// `lich`: who does what on which day.
    Calendar,
    /// `chi_so`: indicators and their targets.
    Indicators,
    /// `bieu_mau`: a form to be filled in.
    Form,
}

impl TableSort {
    /// All sorts, in order.
    pub const ALL: [Self; 3] = [Self::Calendar, Self::Indicators, Self::Form];

    /// What an editor writes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Calendar => "lich",
            Self::Indicators => "chi_so",
            Self::Form => "bieu_mau",
        }
    }
}
