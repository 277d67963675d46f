//! A plan's full text.
//!
//! In: the plan's nodes and the tasks that carry them out. Out: [`TextView`], all that `text.html`
//! may read. The words of all blocks, in order, are the source's words: templates put everything
//! else into elements marked `data-bien-tap`.

use serde::Serialize;

use crate::pages::common::{Link, PlanHead, Run, StandingView};
use crate::pages::frame::Frame;

/// What `text.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct TextView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// Editorial sentences above the text: force, amendments, parts missing in the copy.
    pub notices: Vec<String>,
    /// The signed original and the copies, to be downloaded.
    pub files: Vec<Link>,
    /// The parts and their sections.
    pub outline: Vec<OutlineItem>,
    /// The text, from the letterhead to the appendix, in the source's order.
    pub blocks: Vec<Block>,
}

/// A part in the outline.
#[derive(Clone, Debug, Serialize)]
pub struct OutlineItem {
    /// The part.
    pub link: Link,
    /// Its sections.
    pub items: Vec<Link>,
}

/// A block of the text.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// The head of the document, two columns.
    Letterhead {
        /// Issuing agency, a line each; a line of hyphens is the source's own rule.
        agency: Vec<String>,
        /// State name and motto, a line each.
        nation: Vec<String>,
        /// "Số: 111/KH-UBND".
        number: Vec<Run>,
        /// Place and date.
        place_date: String,
    },
    /// The kind of document, and its abstract.
    Title {
        /// A line each; the first is the kind.
        lines: Vec<Vec<Run>>,
    },
    /// A paragraph without a mark of its own.
    Paragraph(Passage),
    /// A part: "I. MỤC ĐÍCH, YÊU CẦU".
    Part(Passage),
    /// A section, or a duty holder: "1. Mục đích:".
    Section(Passage),
    /// A point: "đ) Tổ chức xây dựng …".
    Point(Passage),
    /// A dash: "- Nâng cao nhận thức …".
    Dash(Passage),
    /// The signature block.
    Signature {
        /// The offices, a line each.
        offices: Vec<String>,
        /// The name.
        name: String,
    },
    /// An appendix begins.
    Appendix {
        /// The heading's fragment.
        id: String,
        /// A line each; the first is "PHỤ LỤC".
        lines: Vec<Vec<Run>>,
    },
    /// A numbered clause of an appendix.
    Clause(Passage),
    /// The appendix's table of tasks.
    Table {
        /// The heads of its columns.
        columns: Vec<String>,
        /// Its rows, in order.
        rows: Vec<TableRow>,
    },
}

/// A passage of the text: the mark ("đ) ", "1.", "- ") is part of its words.
#[derive(Clone, Debug, Serialize)]
pub struct Passage {
    /// The fragment, such as `ii-4-dd`.
    pub id: Option<String>,
    /// What citations call it, such as "Điểm đ, mục II.4"; names the link to itself.
    pub name: Option<String>,
    /// The words.
    pub words: Vec<Run>,
    /// The tasks that carry it out.
    pub tasks: Vec<TextTask>,
    /// Editorial notes: slips of the source, its contradictions.
    pub notes: Vec<String>,
}

/// A task beside the passage that it carries out.
#[derive(Clone, Debug, Serialize)]
pub struct TextTask {
    /// The task's page; its words are "Nhiệm vụ 4.1".
    pub link: Link,
    /// The standing.
    pub standing: StandingView,
}

/// A row of the appendix's table.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum TableRow {
    /// A group of tasks.
    Group {
        /// The group's number.
        number: String,
        /// The group's title.
        words: Vec<Run>,
    },
    /// A task.
    Task {
        /// The row's fragment, such as `pl-6-6`.
        id: String,
        /// The task's number.
        number: String,
        /// The other cells, in the order of the columns.
        cells: Vec<TableCell>,
        /// The task's page and standing.
        task: TextTask,
        /// Editorial notes.
        notes: Vec<String>,
    },
}

/// A cell of the appendix's table.
#[derive(Clone, Debug, Serialize)]
pub struct TableCell {
    /// The column's head, shown beside the cell where the table is stacked.
    pub column: String,
    /// The cell's words, a passage a line.
    pub lines: Vec<Vec<Run>>,
}
