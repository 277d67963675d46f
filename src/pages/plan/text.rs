//! A plan's full text.
//!
//! In: the plan's nodes and the tasks that carry them out. Out: [`TextView`], all that `text.html`
//! may read. The words of all blocks, in order, are the source's words: templates put everything
//! else into elements marked `data-bien-tap`.

use serde::Serialize;

use std::collections::BTreeMap;

use crate::model::{Column, CorrectionKind, Heading, Plan, TableRow as PlanRow, TaskTable};
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::cards;
use crate::pages::parts::feeds;
use crate::pages::plan::ends::{self, Letterhead, Recipients, Signature};
use crate::pages::plan::outline::{self, OutlineItem};
use crate::pages::plan::passage::{self, Footnote, Marks, footnoted};
use crate::pages::plan::points::{self, TextTask};
use crate::pages::values::{Link, PlanHead, Run};
use crate::parse::{NodeKind, RawLine, RawNode, RawRegion, TextTable};
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
    /// The parts and their sections, or what the text has in their place.
    pub outline: Vec<OutlineItem>,
    /// The text, from the letterhead to the appendix, in the source's order.
    pub blocks: Vec<Block>,
}

/// A block of the text.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// A document begins that the one before encloses.
    Enclosed {
        /// The fragment.
        id: String,
        /// What it is called; no word of the document.
        name: &'static str,
    },
    /// The head of the document, two columns.
    Letterhead(Letterhead),
    /// The kind of document, and its abstract.
    Title {
        /// A line each; the first is the kind.
        lines: Vec<Vec<Run>>,
    },
    /// A heading: "I. MỤC ĐÍCH, YÊU CẦU", "Chương II".
    Heading {
        /// How deep it lies, from 2.
        level: usize,
        /// The heading.
        passage: Passage,
    },
    /// A paragraph, point, dash or article.
    Passage {
        /// Which of them.
        style: &'static str,
        /// The passage.
        passage: Passage,
    },
    /// A table that is text.
    Kept(KeptTable),
    /// The footnotes of the text above.
    Footnotes {
        /// In the order of the text.
        notes: Vec<Footnote>,
    },
    /// Who signed, and beside it to whom the document was sent.
    Signature {
        /// The list; none where the document has none here.
        recipients: Option<Recipients>,
        /// Who signed.
        signature: Signature,
    },
    /// To whom the document was sent, where no signature stands beside it.
    Recipients(Recipients),
    /// An appendix begins.
    Appendix {
        /// The heading's fragment.
        id: String,
        /// A line each; the first is "PHỤ LỤC".
        lines: Vec<Vec<Run>>,
    },
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
    /// Words before the others that stand out: "Điều 1. ".
    pub lead: Option<String>,
    /// The words.
    pub words: Vec<Run>,
    /// The tasks that carry it out.
    pub tasks: Vec<TextTask>,
    /// Editorial notes: slips of the source, its contradictions.
    pub notes: Vec<String>,
}

/// A table that is text: its rows are no tasks.
#[derive(Clone, Debug, Serialize)]
pub struct KeptTable {
    /// The fragment.
    pub id: String,
    /// What it is, in an editor's word: "Lịch", "Chỉ tiêu".
    pub sort: Option<&'static str>,
    /// The heads of its columns, a line each.
    pub columns: Vec<Vec<Vec<Run>>>,
    /// Its rows.
    pub rows: Vec<Vec<KeptCell>>,
    /// The tasks that carry it out.
    pub tasks: Vec<TextTask>,
    /// Editorial notes.
    pub notes: Vec<String>,
}

/// A cell of a table that is text.
#[derive(Clone, Debug, Serialize)]
pub struct KeptCell {
    /// The column's head, shown beside the cell where the table is stacked.
    pub column: String,
    /// The cell's words, a line each.
    pub lines: Vec<Vec<Run>>,
}

/// A cell of the head of a table of tasks.
#[derive(Clone, Debug, Serialize)]
pub struct HeadCell {
    /// Its words.
    pub words: Vec<Run>,
    /// How many columns it spans.
    pub columns: usize,
    /// How many rows it spans.
    pub rows: usize,
    /// What gives its column a width of its own: `number` or `task`.
    pub holds: Option<&'static str>,
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
    let description = words::titled(plan.cited(), &plan.title);
    let head = Head::new(words::of_plan(plan.cited()), description)
        .above(here.above_plan(plan))
        .feeds(feeds::of_plan(here, plan))
        .source(&plan.text_source);
    let progress = here.progress.plan(&plan.id);
    let writer = Writer { here, plan, progress, carried_out: carried_out(progress) };
    let mut marks = Marks::of(&plan.text);
    let tables = writer.tables(&mut marks);
    TextView {
        frame: here.frame(head),
        plan: cards::plan_head(here, plan),
        notices: notices(here, plan),
        files: files(here, plan),
        outline: outline::of(&plan.text),
        blocks: writer.blocks(tables, &marks),
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

/// At which level headings of a kind stood last.
type Levels = BTreeMap<NodeKind, usize>;

struct Writer<'a> {
    here: Context<'a>,
    plan: &'a Plan,
    progress: &'a PlanProgress<'a>,
    carried_out: BTreeMap<&'a str, Vec<Disclosed<'a>>>,
}

impl Writer<'_> {
    /// The tables of tasks, in the order of the text; none in the place of one that it does not print.
    fn tables(&self, marks: &mut Marks) -> Vec<Option<Block>> {
        let tables = self.plan.tables.iter().enumerate();
        tables.map(|(at, table)| table.is_printed().then(|| self.table(at, table, marks))).collect()
    }

    fn blocks(&self, tables: Vec<Option<Block>>, marks: &Marks) -> Vec<Block> {
        let mut blocks = Vec::new();
        let regions = &self.plan.text.regions;
        let mut tables = tables.into_iter();
        let mut recipients = None;
        // At which level headings of a kind stood last: a text that goes on behind a table goes on with them.
        let mut levels = Levels::new();
        let goes_on = |index: usize| {
            let before = index.checked_sub(1).and_then(|index| regions.get(index));
            matches!(before, Some(RawRegion::TableHeader(_)))
        };
        for (index, region) in regions.iter().enumerate() {
            match region {
                RawRegion::Enclosed { id } => {
                    blocks.push(Block::Enclosed { id: id.title_anchor(), name: words::enclosed() })
                }
                RawRegion::Letterhead(lines) => {
                    blocks.push(Block::Letterhead(ends::letterhead(lines)));
                }
                RawRegion::Title(lines) => {
                    let lines = ends::all_lines(lines).map(passage::line).collect();
                    blocks.push(Block::Title { lines });
                }
                RawRegion::Body(nodes) => {
                    if !goes_on(index) {
                        levels.clear();
                    }
                    self.text(nodes, (2, marks), &mut levels, &mut blocks);
                }
                RawRegion::Recipients(lines) => {
                    let list = ends::recipients(lines);
                    match (regions.get(index + 1), blocks.last_mut()) {
                        (Some(RawRegion::Signature(_)), _) => recipients = Some(list),
                        (_, Some(Block::Signature { recipients: open @ None, signature })) => {
                            *open = Some(Recipients { is_behind: !signature.is_empty(), ..list });
                        }
                        _ => blocks.push(Block::Recipients(list)),
                    }
                }
                RawRegion::Signature(lines) => {
                    let signature = ends::signature(lines);
                    blocks.push(Block::Signature { recipients: recipients.take(), signature });
                }
                RawRegion::Appendix { id, title, clauses } => {
                    if !title.is_empty() {
                        let lines = ends::all_lines(title).map(passage::line).collect();
                        blocks.push(Block::Appendix { id: id.title_anchor(), lines });
                    }
                    levels.clear();
                    self.text(clauses, (3, marks), &mut levels, &mut blocks);
                }
                RawRegion::TableHeader(_) => {
                    blocks.extend(tables.next().flatten());
                }
            }
        }
        blocks
    }

    /// A text and, below it, its footnotes.
    fn text(
        &self,
        nodes: &[RawNode],
        (level, marks): (usize, &Marks),
        levels: &mut Levels,
        blocks: &mut Vec<Block>,
    ) {
        let mut notes = Vec::new();
        for node in nodes {
            let level = levels.get(&node.kind).copied().unwrap_or(level);
            let below = (level, false);
            self.nodes(std::slice::from_ref(node), below, levels, blocks, &mut notes);
        }
        if !notes.is_empty() {
            let notes = notes.into_iter().map(|node| passage::footnote(marks, node)).collect();
            blocks.push(Block::Footnotes { notes });
        }
    }

    fn nodes<'n>(
        &self,
        nodes: &'n [RawNode],
        (level, in_article): (usize, bool),
        levels: &mut Levels,
        blocks: &mut Vec<Block>,
        notes: &mut Vec<&'n RawNode>,
    ) {
        for node in nodes {
            let mut below = level;
            if node.kind.is_heading() {
                levels.insert(node.kind, level);
            }
            match (node.kind, &node.table) {
                (NodeKind::Footnote, _) => notes.push(node),
                (_, Some(table)) => blocks.push(Block::Kept(self.kept(node, table))),
                (kind, None) if passage::is_heading(node, in_article) => {
                    let level = level.min(6);
                    // A part's heading is the same in an appendix as in the body.
                    let level = if kind == NodeKind::Section { level.max(3) } else { level };
                    blocks.push(Block::Heading { level, passage: self.passage(node, false) });
                    below = level + 1;
                }
                (kind, None) => {
                    let style = passage::style(kind);
                    let leads = kind.is_heading() && !in_article;
                    blocks.push(Block::Passage { style, passage: self.passage(node, leads) });
                }
            }
            let in_article = in_article || node.kind == NodeKind::Article;
            self.nodes(&node.children, (below, in_article), levels, blocks, notes);
        }
    }

    fn passage(&self, node: &RawNode, leads: bool) -> Passage {
        let label = passage::label(node);
        let (lead, before) = if leads { (Some(label), String::new()) } else { (None, label) };
        Passage {
            id: Some(node.id.anchor()),
            name: Some(capitalised(&node.id.in_words())),
            lead,
            words: footnoted(&before, &node.text, &node.calls),
            tasks: self.tasks_at(node),
            notes: passage::remarks(node),
        }
    }

    fn kept(&self, node: &RawNode, table: &TextTable) -> KeptTable {
        let lines = |cell: &[RawLine]| cell.iter().map(passage::line).collect();
        let heads = table.head.iter().map(|head| RawLine::joined(head));
        let heads: Vec<String> = heads.collect();
        let rows = table.rows.iter().map(|row| {
            let cells = row.iter().enumerate();
            let cells = cells.map(|(index, cell)| KeptCell {
                column: heads.get(index).cloned().unwrap_or_default(),
                lines: lines(cell),
            });
            cells.collect()
        });
        KeptTable {
            id: node.id.anchor(),
            sort: table.sort.map(passage::sort_in_words),
            columns: table.head.iter().map(|head| lines(head)).collect(),
            rows: rows.collect(),
            tasks: self.tasks_at(node),
            notes: passage::remarks(node),
        }
    }

    fn tasks_at(&self, node: &RawNode) -> Vec<TextTask> {
        let tasks = self.carried_out.get(node.id.as_str()).into_iter().flatten();
        tasks.map(|task| points::text_task(self.here, *task)).collect()
    }

    /// A table of tasks: its heads, then its groups and its tasks that the signed text has.
    fn table(&self, position: usize, table: &TaskTable, marks: &mut Marks) -> Block {
        let has_numbers = table.columns.first() == Some(&Column::Number);
        let head = table.head().into_iter();
        let head = head.map(|row| row.into_iter().map(|cell| head_cell(cell, marks)).collect());
        let head = head.collect();
        let tasks = self.progress.tasks().filter(|task| task.is_original());
        let rows = self.plan.rows(position, tasks, Disclosed::row_place).into_iter();
        let rows = rows.map(|row| match row {
            PlanRow::Group(at) => {
                let group = &self.plan.groups[at];
                let title = group.title.quoted().lines(table.document.as_ref());
                TableRow::Group {
                    number: has_numbers.then(|| group.printed_number().to_owned()),
                    words: numbered(title, marks).concat(),
                    span: table.columns.len() - usize::from(has_numbers),
                }
            }
            PlanRow::Task(task) => self.row(task, table, marks),
        });
        let rows = rows.collect();
        Block::Table {
            id: paths::table_fragment(table),
            head,
            column_numbers: table.column_numbers.clone(),
            rows,
        }
    }

    fn row(&self, task: Disclosed<'_>, table: &TaskTable, marks: &mut Marks) -> TableRow {
        let cells = table.headed().map(|(column, heading)| {
            let words = task.signed_cell(column);
            let merged = task.is_merged(heading);
            TableCell {
                is_number: *column == Column::Number,
                is_task: *column == Column::Task,
                column: heading.to_owned(),
                merged: (merged && !words.is_empty())
                    .then(|| words::merged(one_line(&RawLine::joined(&words)))),
                lines: if merged { Vec::new() } else { numbered(words, marks) },
            }
        });
        TableRow::Task {
            id: paths::row_fragment(self.plan, task.number()),
            cells: cells.collect(),
            task: points::text_task(self.here, task),
            notes: task.open().map(|task| task.task.notes.clone()).unwrap_or_default(),
        }
    }
}

/// The lines of a cell, whose marks are numbered behind those before it.
fn numbered(mut lines: Vec<RawLine>, marks: &mut Marks) -> Vec<Vec<Run>> {
    let number = |line: &mut RawLine| {
        marks.number(&mut line.calls);
        passage::line(line)
    };
    lines.iter_mut().map(number).collect()
}

fn head_cell(cell: crate::model::HeadCell<'_>, marks: &mut Marks) -> HeadCell {
    let holds = match cell.column {
        Some(Column::Number) => Some("number"),
        Some(Column::Task) => Some("task"),
        _ => None,
    };
    let Heading { text, mut calls } = cell.words.clone();
    marks.number(&mut calls);
    HeadCell { words: footnoted("", &text, &calls), columns: cell.columns, rows: cell.rows, holds }
}
