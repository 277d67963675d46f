//! The document as lines and tables whose every line can be asked where it came from and what became of it.
//!
//! In: the blocks of a reader. Out: a [`Sheet`]: its lines once ([`Raw`]), and the items that the recognisers read, which
//! name those lines. No word is made here; what a list computed stands before the words and is told apart.

use super::block::{Block, Document, Origin, Paragraph, Table};

/// A line of the document, the smallest thing that has a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Raw {
    /// Where it stands.
    pub(crate) at: Origin,
    /// Its words as they were read.
    pub(crate) source: String,
    /// Its words as they are written out: behind the number that a list computed, with a hyphen for any bullet.
    pub(crate) text: String,
    /// What became of it.
    pub(crate) fate: Fate,
}

/// What became of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Nothing yet.
    #[default]
    Unplaced,
    /// It stands in the content.
    Content,
    /// It is no part of the document, such as the number of a page.
    Furniture(Furniture),
}

/// Kinds of what is no part of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Furniture {
    /// What a portal or a gazette puts before the document.
    Front,
    /// Heads and numbers of pages.
    Page,
    /// The stamp of a signature by machine.
    Stamp,
    /// A line that somebody drew.
    Rule,
    /// The headings of a table once more, on its next page.
    HeadAgain,
}

/// A line, or several that a narrow page broke.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// The lines of the document, by position in [`Sheet::raws`].
    pub(crate) raws: Vec<usize>,
    /// The words.
    pub(crate) text: String,
    /// All of its words are bold.
    pub(crate) bold: bool,
    /// It stands in the middle.
    pub(crate) centred: bool,
    /// Something empty stands before it.
    pub(crate) gap: bool,
    /// A new page begins before it.
    pub(crate) new_page: bool,
    /// It is a footnote.
    pub(crate) note: bool,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct GridCell {
    /// Where it begins.
    pub(crate) column: usize,
    /// Columns that it takes.
    pub(crate) width: usize,
    /// Rows that it takes.
    pub(crate) height: usize,
    /// What stands in it.
    pub(crate) lines: Vec<Line>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Grid {
    /// Where it stands.
    pub(crate) at: Origin,
    /// Its rows.
    pub(crate) rows: Vec<Vec<GridCell>>,
    /// Columns.
    pub(crate) columns: usize,
    /// It has lines.
    pub(crate) ruled: bool,
    /// Footnotes that its cells call.
    pub(crate) notes: Vec<Line>,
}

/// What the recognisers read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    /// A line.
    Line(Line),
    /// A table.
    Grid(Grid),
}

/// The document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    /// Every line once, in the document's order.
    pub(crate) raws: Vec<Raw>,
    /// Lines and tables in the document's order.
    pub(crate) items: Vec<Item>,
    /// The marks by which the reader has footnotes called: no words of the source.
    pub(crate) marks: Vec<String>,
}

/// What stands before items of a list, beside the hyphen.
const BULLETS: [char; 12] =
    ['–', '—', '•', '*', '·', '▪', '●', '\u{f0b7}', '\u{f02d}', '−', '◦', '‐'];

/// How the mark of a footnote opens.
const MARK: &str = "[^";

impl Sheet {
    /// Lays out the blocks of a document.
    pub(crate) fn of(document: &Document) -> Self {
        let mut sheet = Self::default();
        let mut last = 0;
        for block in &document.blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    let gap = paragraph.at.line > last + 1;
                    last = paragraph.at.line;
                    let lines = sheet.lines(paragraph, gap);
                    sheet.items.extend(lines.into_iter().map(Item::Line));
                }
                Block::Note { mark, paragraphs } => {
                    let note = sheet.note(mark, paragraphs);
                    sheet.items.extend(note.map(Item::Line));
                }
                Block::Table(table) => {
                    let grid = sheet.grid(table);
                    last = grid.last_line(&sheet.raws).max(table.at.line);
                    sheet.items.push(Item::Grid(grid));
                }
            }
        }
        sheet.part_marks();
        sheet
    }

    /// Parts `[^1]` that the document itself has, and no reader put there: `van-ban.md` takes it for the mark of a note.
    fn part_marks(&mut self) {
        let Self { raws, items, marks } = self;
        let parted = |text: &mut String| {
            let mut from = 0;
            while let Some(at) = text[from..].find(MARK).map(|at| from + at) {
                if !marks.iter().any(|mark| text[at..].starts_with(mark.as_str())) {
                    text.insert(at + 1, ' ');
                }
                from = at + MARK.len();
            }
        };
        raws.iter_mut().for_each(|raw| parted(&mut raw.text));
        for item in items {
            match item {
                Item::Line(line) => parted(&mut line.text),
                Item::Grid(grid) => {
                    let lines = grid.rows.iter_mut().flatten().flat_map(|cell| &mut cell.lines);
                    lines.chain(&mut grid.notes).for_each(|line| parted(&mut line.text));
                }
            }
        }
    }

    /// The lines of a paragraph; what a list computed stands before the first.
    fn lines(&mut self, paragraph: &Paragraph, gap: bool) -> Vec<Line> {
        let mut lines = Vec::new();
        for (position, piece) in paragraph.text.split('\n').enumerate() {
            let piece = piece.trim();
            let number = paragraph.number.as_deref().filter(|_| position == 0);
            let number = number.map(str::trim).filter(|number| !number.is_empty());
            if piece.is_empty() && number.is_none() {
                continue;
            }
            let text = match number {
                Some(number) if piece.is_empty() => number.to_owned(),
                Some(number) => format!("{} {piece}", usual_bullet(number)),
                None => usual_bullet(piece),
            };
            let raw = self.raw(paragraph.at.clone(), piece, text.clone());
            lines.push(Line {
                raws: vec![raw],
                text,
                bold: paragraph.bold,
                centred: paragraph.centred,
                gap: gap && position == 0,
                new_page: paragraph.new_page && position == 0,
                note: false,
            });
        }
        lines
    }

    fn raw(&mut self, at: Origin, source: &str, text: String) -> usize {
        self.raws.push(Raw { at, source: source.to_owned(), text, fate: Fate::Unplaced });
        self.raws.len() - 1
    }

    /// A footnote as one line.
    fn note(&mut self, mark: &str, paragraphs: &[Paragraph]) -> Option<Line> {
        self.marks.push(mark.to_owned());
        let mut line = Line { note: true, ..Line::default() };
        for paragraph in paragraphs {
            for part in self.lines(paragraph, false) {
                if line.raws.is_empty() {
                    let raw = part.raws[0];
                    self.raws[raw].text = format!("{mark}: {}", part.text);
                    line.text = self.raws[raw].text.clone();
                } else {
                    line.text = format!("{} {}", line.text, part.text);
                }
                line.raws.extend(part.raws);
            }
        }
        (!line.raws.is_empty()).then_some(line)
    }

    fn grid(&mut self, table: &Table) -> Grid {
        let mut grid = Grid {
            at: table.at.clone(),
            rows: Vec::new(),
            columns: table.columns,
            ruled: table.ruled,
            notes: Vec::new(),
        };
        for row in &table.rows {
            let mut cells = Vec::new();
            for cell in row {
                let mut lines = Vec::new();
                self.flat(&cell.blocks, &mut lines, &mut grid.notes);
                cells.push(GridCell {
                    column: cell.column,
                    width: cell.width.max(1),
                    height: cell.height.max(1),
                    lines,
                });
            }
            grid.rows.push(cells);
        }
        grid
    }

    /// The lines of blocks, those of tables within them too.
    fn flat(&mut self, blocks: &[Block], lines: &mut Vec<Line>, notes: &mut Vec<Line>) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    let found = self.lines(paragraph, false);
                    lines.extend(found);
                }
                Block::Note { mark, paragraphs } => {
                    let note = self.note(mark, paragraphs);
                    notes.extend(note);
                }
                Block::Table(table) => {
                    for cell in table.rows.iter().flatten() {
                        self.flat(&cell.blocks, lines, notes);
                    }
                }
            }
        }
    }

    /// Marks lines.
    pub(crate) fn settle(&mut self, raws: &[usize], fate: Fate) {
        for raw in raws {
            self.raws[*raw].fate = fate;
        }
    }
}

impl Grid {
    /// The lines of its cells, row by row.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &Line> {
        self.rows.iter().flatten().flat_map(|cell| &cell.lines)
    }

    fn last_line(&self, raws: &[Raw]) -> usize {
        let lines = self.lines().flat_map(|line| &line.raws);
        lines.map(|raw| raws[*raw].at.line).max().unwrap_or_default()
    }
}

impl Line {
    /// The line with the words of another behind its own.
    pub(crate) fn join(&mut self, other: Line) {
        self.text = format!("{} {}", self.text, other.text);
        self.raws.extend(other.raws);
    }
}

/// The text with a hyphen where another sign opens it as an item of a list.
fn usual_bullet(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if BULLETS.contains(&first) => {
            let rest = chars.as_str();
            match rest.chars().next() {
                // An asterisk alone stands under the name of a Party's organ, and for a remark in a cell.
                None if first != '*' => "-".to_owned(),
                Some(next) if next.is_whitespace() => format!("- {}", rest.trim_start()),
                Some(next) if next.is_alphabetic() && first != '*' => format!("- {rest}"),
                _ => text.to_owned(),
            }
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bullet_becomes_a_hyphen_and_an_asterisk_of_a_word_does_not() {
        for (text, expected) in [
            ("– Một", "- Một"),
            ("•Một", "- Một"),
            ("*", "*"),
            ("–", "-"),
            ("*Một", "*Một"),
            ("- Một", "- Một"),
            ("−5", "−5"),
        ] {
            assert_eq!(usual_bullet(text), expected);
        }
    }

    #[test]
    fn a_computed_number_stands_before_the_words_and_is_no_word_of_the_source() {
        let paragraph = Paragraph {
            text: "Một\nhai".to_owned(),
            number: Some("1.".to_owned()),
            ..Paragraph::default()
        };
        let document = Document { blocks: vec![Block::Paragraph(paragraph)], noticed: Vec::new() };
        let sheet = Sheet::of(&document);
        let texts: Vec<_> = sheet.raws.iter().map(|raw| (&*raw.source, &*raw.text)).collect();
        assert_eq!(texts, [("Một", "1. Một"), ("hai", "hai")]);
    }
}
