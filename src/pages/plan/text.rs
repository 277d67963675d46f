//! A plan's full text.
//!
//! In: the plan's nodes and the tasks that carry them out. Out: [`TextView`], all that `text.html`
//! may read. The words of all blocks, in order, are the source's words: templates put everything
//! else into elements marked `data-bien-tap`.

use serde::Serialize;

use std::collections::BTreeMap;

use crate::model::{Column, CorrectionKind, Plan, TableRow as PlanRow, TaskTable};
use crate::pages::context::{Context, Head, runs};
use crate::pages::frame::Frame;
use crate::pages::parts::cards;
use crate::pages::parts::cut;
use crate::pages::parts::feeds;
use crate::pages::plan::points::{self, TextTask};
use crate::pages::values::{Link, PlanHead, Run};
use crate::parse::{NodeKind, RawBlock, RawNode};
use crate::paths;
use crate::progress::{Disclosed, PlanProgress};
use crate::text::{capitalised, one_line};
use crate::vocabulary::text as words;

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
    /// A table of tasks.
    Table {
        /// Its fragment.
        id: String,
        /// The rows of its head.
        head: Vec<Vec<HeadCell>>,
        /// What numbers them in a row below, where the document has such a row.
        column_numbers: Vec<String>,
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

/// A cell of the head of a table of tasks.
#[derive(Clone, Debug, Serialize)]
pub struct HeadCell {
    /// Its words.
    pub words: String,
    /// How many columns it spans.
    pub columns: usize,
    /// How many rows it spans.
    pub rows: usize,
}

/// A row of a table of tasks.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum TableRow {
    /// A group of tasks.
    Group {
        /// The group's number, where the table has a column of numbers.
        number: Option<String>,
        /// The group's title.
        words: Vec<Run>,
        /// How many columns the title spans.
        span: usize,
    },
    /// A task.
    Task {
        /// The row's fragment, such as `pl-6-6`.
        id: String,
        /// The cells, one for each column of the table.
        cells: Vec<TableCell>,
        /// The task's page and standing.
        task: TextTask,
        /// Editorial notes.
        notes: Vec<String>,
    },
}

/// A cell of a table of tasks.
#[derive(Clone, Debug, Serialize)]
pub struct TableCell {
    /// Whether it holds the task's number.
    pub is_number: bool,
    /// Whether it holds the task's words, and beside them what the editors add.
    pub is_task: bool,
    /// What stands in the cell that it is one with, if it is.
    pub merged: Option<String>,
    /// The column's head, shown beside the cell where the table is stacked.
    pub column: String,
    /// The cell's words, a passage a line.
    pub lines: Vec<Vec<Run>>,
}

/// A plan's full text.
pub(crate) fn view(here: Context<'_>, plan: &Plan) -> TextView {
    let description = words::titled(&plan.number, &plan.title);
    let head = Head::new(words::of_plan(&plan.number), description)
        .above(here.above_plan(plan))
        .feeds(feeds::of_plan(here, plan))
        .source(&plan.text_source);
    let progress = here.progress.plan(&plan.id);
    let writer = Writer { here, plan, progress, carried_out: carried_out(progress) };
    TextView {
        frame: here.frame(head),
        plan: cards::plan_head(here, plan),
        notices: notices(here, plan),
        files: files(here, plan),
        outline: outline(&plan.text.body),
        blocks: writer.blocks(),
    }
}

fn notices(here: Context<'_>, plan: &Plan) -> Vec<String> {
    let corrections = here.progress.plan(&plan.id).history.corrections.iter();
    let mut documents: Vec<_> =
        corrections.filter(|entry| entry.kind == CorrectionKind::Document).collect();
    documents.sort_by_key(|entry| entry.published);
    let corrections = documents.into_iter().filter_map(|entry| entry.open).map(|entry| {
        let letter = entry.letter.as_deref().unwrap_or_default();
        words::corrected(letter, &entry.before, &entry.after)
    });
    let force = plan.force.known().map(crate::model::Force::label).map(words::force);
    force.into_iter().chain(corrections).collect()
}

fn files(here: Context<'_>, plan: &Plan) -> Vec<Link> {
    let copy = plan
        .source_text
        .copy
        .as_ref()
        .map(|_| here.link(&paths::source_copy(&plan.id), words::copy()));
    let page = plan
        .source_text
        .url
        .as_ref()
        .map(|url| Link { href: url.clone(), text: words::published().to_owned() });
    copy.into_iter().chain(page).collect()
}

fn outline(nodes: &[RawNode]) -> Vec<OutlineItem> {
    let link =
        |node: &RawNode| Link { href: format!("#{}", node.id.anchor()), text: words_of(node) };
    let parts = nodes.iter().filter(|node| node.kind == NodeKind::Part);
    parts
        .map(|part| OutlineItem {
            link: link(part),
            items: part
                .children
                .iter()
                .filter(|node| node.kind == NodeKind::Section)
                .map(link)
                .collect(),
        })
        .collect()
}

/// Label and words, as the source has them.
fn words_of(node: &RawNode) -> String {
    let gap = if node.gap && !node.label.is_empty() { " " } else { "" };
    format!("{}{gap}{}", node.label, node.text)
}

/// Which tasks carry out which node.
fn carried_out<'a>(progress: &'a PlanProgress<'a>) -> BTreeMap<&'a str, Vec<Disclosed<'a>>> {
    let mut tasks: BTreeMap<&str, Vec<Disclosed<'_>>> = BTreeMap::new();
    for task in progress.tasks() {
        for node in task.nodes() {
            tasks.entry(node.as_str()).or_default().push(task);
        }
    }
    tasks
}

struct Writer<'a> {
    here: Context<'a>,
    plan: &'a Plan,
    progress: &'a PlanProgress<'a>,
    carried_out: BTreeMap<&'a str, Vec<Disclosed<'a>>>,
}

impl Writer<'_> {
    fn blocks(&self) -> Vec<Block> {
        let text = &self.plan.text;
        let mut blocks = vec![letterhead(&text.letterhead)];
        blocks.push(Block::Title { lines: all_lines(&text.title).map(runs).collect() });
        self.nodes(&text.body, &mut blocks);
        blocks.push(signature(&text.signature));
        if !text.appendix_title.is_empty() {
            let lines = all_lines(&text.appendix_title).map(runs).collect();
            blocks.push(Block::Appendix { id: "phu-luc".to_owned(), lines });
        }
        self.nodes(&text.appendix, &mut blocks);
        let tables = self.plan.tables.iter().enumerate();
        let printed = tables.filter(|(_, table)| table.is_printed());
        blocks.extend(printed.map(|(position, table)| self.table(position, table)));
        blocks
    }

    fn nodes(&self, nodes: &[RawNode], blocks: &mut Vec<Block>) {
        for node in nodes {
            let passage = self.passage(node);
            blocks.push(match node.kind {
                NodeKind::Part => Block::Part(passage),
                NodeKind::Section => Block::Section(passage),
                NodeKind::Point => Block::Point(passage),
                NodeKind::Dash => Block::Dash(passage),
                NodeKind::Paragraph => Block::Paragraph(passage),
                NodeKind::Clause => Block::Clause(passage),
            });
            self.nodes(&node.children, blocks);
        }
    }

    fn passage(&self, node: &RawNode) -> Passage {
        let tasks = self.carried_out.get(node.id.as_str()).into_iter().flatten();
        Passage {
            id: Some(node.id.anchor()),
            name: Some(capitalised(&node.id.in_words())),
            words: runs(&words_of(node)),
            tasks: tasks.map(|task| points::text_task(self.here, *task)).collect(),
            notes: node.notes.iter().map(|note| note.text.clone()).collect(),
        }
    }

    /// A table of tasks: its heads, then its groups and its tasks that the signed text has.
    fn table(&self, position: usize, table: &TaskTable) -> Block {
        let has_numbers = table.columns.first() == Some(&Column::Number);
        let tasks = self.progress.tasks().filter(|task| task.is_original());
        let rows = self.plan.rows(position, tasks, Disclosed::row_place).into_iter();
        let rows = rows.map(|row| match row {
            PlanRow::Group(at) => {
                let group = &self.plan.groups[at];
                TableRow::Group {
                    number: has_numbers.then(|| group.printed_number().to_owned()),
                    words: runs(&group.title),
                    span: table.columns.len() - usize::from(has_numbers),
                }
            }
            PlanRow::Task(task) => self.row(task, table),
        });
        let rows = rows.collect();
        Block::Table {
            id: paths::table_fragment(table),
            head: table
                .head()
                .into_iter()
                .map(|row| row.into_iter().map(head_cell).collect())
                .collect(),
            column_numbers: table.column_numbers.clone(),
            rows,
        }
    }

    fn row(&self, task: Disclosed<'_>, table: &TaskTable) -> TableRow {
        let cells = table.headed().map(|(column, heading)| {
            let words = task.signed_cell(column);
            let merged = task.is_merged(heading);
            TableCell {
                is_number: *column == Column::Number,
                is_task: *column == Column::Task,
                column: heading.to_owned(),
                merged: (merged && !words.is_empty()).then(|| words::merged(one_line(&words))),
                lines: if merged { Vec::new() } else { cut::lines(&words) },
            }
        });
        TableRow::Task {
            id: paths::row_fragment(task.number()),
            cells: cells.collect(),
            task: points::text_task(self.here, task),
            notes: task.open().map(|task| task.task.notes.clone()).unwrap_or_default(),
        }
    }
}

fn head_cell(cell: crate::model::HeadCell<'_>) -> HeadCell {
    HeadCell { words: cell.words.to_owned(), columns: cell.columns, rows: cell.rows }
}

fn all_lines(blocks: &[RawBlock]) -> impl Iterator<Item = &str> {
    blocks.iter().flat_map(|block| &block.lines).map(|line| line.text.as_str())
}

/// Agency, nation, number, place and date, in the order of the region's blocks.
fn letterhead(blocks: &[RawBlock]) -> Block {
    let lines = |index: usize| {
        let lines = blocks.get(index).into_iter().flat_map(|block| &block.lines);
        lines.map(|line| line.text.clone()).collect::<Vec<_>>()
    };
    let rest = blocks.iter().skip(3).flat_map(|block| &block.lines).map(|line| line.text.as_str());
    Block::Letterhead {
        agency: lines(0),
        nation: lines(1),
        number: runs(&lines(2).join(" ")),
        place_date: rest.collect::<Vec<_>>().join(" "),
    }
}

/// The last line is the name, what stands before it the office.
fn signature(blocks: &[RawBlock]) -> Block {
    let mut offices: Vec<String> = all_lines(blocks).map(str::to_owned).collect();
    let name = offices.pop().unwrap_or_default();
    Block::Signature { offices, name }
}
