//! What a document says, as a reader of its form found it: paragraphs and tables in the document's order, each with
//! its place. Readers make these and know nothing of plans; `structure` reads them and knows nothing of forms.

/// A whole document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// In the document's order. Footnotes and endnotes stand where they are called, as [`Block::Note`].
    pub blocks: Vec<Block>,
    /// What reading saw and left out or changed: told in the report, never silent.
    pub noticed: Vec<Noticed>,
}

/// One thing of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph, or a line of a form that has only lines.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// A footnote or endnote, directly after the block that calls it.
    Note {
        /// The mark as it stands in the text of the block before: `[^1]`.
        mark: String,
        /// Its own paragraphs.
        paragraphs: Vec<Paragraph>,
    },
}

/// A paragraph with its runs joined.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands.
    pub at: Origin,
    /// Its words in NFC, white space folded to single spaces, line breaks within it kept as `\n`; without `number`.
    pub text: String,
    /// The number or bullet that the program which wrote the document shows before it, computed from its lists.
    pub number: Option<String>,
    /// All of its words are bold.
    pub bold: bool,
    /// It stands in the middle of the line.
    pub centred: bool,
    /// A new page begins before it.
    pub new_page: bool,
}

/// A table as a grid: a merged cell stands once, at its first row and column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Where it stands.
    pub at: Origin,
    /// Rows from the top.
    pub rows: Vec<Vec<Cell>>,
    /// Columns of the grid.
    pub columns: usize,
    /// Leading rows that the document repeats on each page.
    pub heads: usize,
    /// It has lines; a table without serves to lay things side by side.
    pub ruled: bool,
}

/// A cell, by the grid.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// Where it stands.
    pub at: Origin,
    /// Column at which it begins, from 0.
    pub column: usize,
    /// Columns that it takes, at least 1.
    pub width: usize,
    /// Rows that it takes, at least 1.
    pub height: usize,
    /// What stands in it; a table within a table is a block like any other.
    pub blocks: Vec<Block>,
}

/// Where something stands in the document, as a person finds it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// Line of a text form, from 1; of another form the paragraph's number in the document, from 1.
    pub line: usize,
    /// Table, row and column, each from 1, where it stands in a table (the innermost).
    pub cell: Option<(usize, usize, usize)>,
}

/// What reading left out or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noticed {
    /// Where.
    pub at: Origin,
    /// What.
    pub what: What,
    /// The words concerned, empty where none are.
    pub words: String,
}

/// Kinds of what reading notices. A variant more for each new thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A picture or drawing, by its name.
    Picture,
    /// Text of a tracked deletion: left out.
    Deleted,
    /// Text of a tracked insertion that nobody accepted: taken, and a question.
    Inserted,
    /// A comment: never content.
    Comment,
    /// Running head or foot of pages.
    PageFurniture,
    /// A macro: ignored.
    Macro,
    /// Something that lies outside the file: never fetched.
    External,
    /// Characters that were made the usual ones: NFD, ð for đ, no-break spaces, soft hyphens.
    Characters,
    /// A number that the document's own lists print and a person would write otherwise (Word has no đ).
    ListNumber,
    /// An element that the reader does not know, whose words were taken.
    Unknown,
    /// Text that the program which wrote the document does not show: taken.
    Hidden,
    /// Text with a line through it: taken, since the page shows it.
    Struck,
    /// The file's name says another form than its content; `words` is what the name says.
    OtherForm,
}

/// All paragraphs of blocks in their order, those of notes and in tables too.
pub(crate) fn paragraphs_of(blocks: Vec<Block>) -> Vec<Paragraph> {
    let of = |block| match block {
        Block::Paragraph(paragraph) => vec![paragraph],
        Block::Note { paragraphs, .. } => paragraphs,
        Block::Table(table) => {
            let cells = table.rows.into_iter().flatten();
            cells.flat_map(|cell| paragraphs_of(cell.blocks)).collect()
        }
    };
    blocks.into_iter().flat_map(of).collect()
}
