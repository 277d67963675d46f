//! Pages saved from a portal or by Word.
//!
//! The tree is that of the HTML standard (`scraper`), so that cells and paragraphs whose end nobody wrote end where
//! browsers end them. Scripts, styles and the page's head are no content; everything else is, menus too.

use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use scraper::{ElementRef, Html};

use super::characters::{Door, folded, tell};
use super::grid::{Grid, MOST_COLUMNS, is_line};
use super::numerals::{letters, roman};
use super::refusal::{Counted, Refusal};
use crate::import::block::{Block, Cell, Document, Noticed, Origin, Paragraph, Table, What};

/// The most elements in one another.
const DEEPEST: usize = 250;

/// The most elements of a page.
const MOST: usize = 500_000;

/// The most paragraphs of a page.
const MOST_PARAGRAPHS: usize = 200_000;

/// Elements that part words: their text is a block of its own.
pub(super) const BLOCKS: [&str; 47] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "td",
    "textarea",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements whose text is no content.
pub(super) const SKIPPED: [&str; 11] = [
    "script", "style", "title", "noscript", "template", "iframe", "noembed", "noframes", "svg",
    "math", "del",
];

/// What Word writes around editors' remarks on its pages: `mso-element:comment-list`, and the class of what calls one.
const REMARKS: (&str, &str) = ("mso-element:comment", "msocomanchor");

/// Whether an attribute's value says that the element is a remark of an editor's.
pub(super) fn is_remark(value: &str) -> bool {
    let small: String = value.to_ascii_lowercase().split_whitespace().collect();
    small.contains(REMARKS.0) || small == REMARKS.1
}

/// Reads a page.
pub(super) fn read(text: &str) -> Result<Document, Refusal> {
    measure(text)?;
    let page = Html::parse_document(&parted(text));
    let mut reader = Reader::default();
    let mut blocks = Vec::new();
    let bodies =
        page.root_element().child_elements().filter(|element| element.value().name() != "head");
    for body in bodies {
        reader.flow(body, Look::default(), &mut blocks, 0)?;
        reader.flush(Look::default(), &mut blocks)?;
    }
    reader.noticed.extend(reader.door.noticed());
    Ok(Document { blocks, noticed: reader.noticed })
}

/// The text with a blank before each tag that parts words: the parser drops such tags where they make no sense, a cell
/// outside any table, and what they parted would be one word.
fn parted(text: &str) -> String {
    let mut parted = String::with_capacity(text.len() + text.len() / 8);
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        parted.push_str(&rest[..at]);
        let name = rest[at + 1..].strip_prefix('/').unwrap_or(&rest[at + 1..]);
        let name: String = name
            .chars()
            .take_while(|c| !c.is_whitespace() && !"/>".contains(*c))
            .take(12)
            .collect();
        let name = name.to_ascii_lowercase();
        if BLOCKS.contains(&name.as_str()) || matches!(name.as_str(), "tfoot" | "br") {
            parted.push(' ');
        }
        parted.push('<');
        rest = &rest[at + 1..];
    }
    parted.push_str(rest);
    parted
}

/// Refuses what would take the parser long: its work grows with what is open.
fn measure(text: &str) -> Result<(), Refusal> {
    // A browser ends these by itself.
    const ENDED: [&[u8]; 25] = [
        b"p",
        b"li",
        b"td",
        b"th",
        b"tr",
        b"tbody",
        b"thead",
        b"tfoot",
        b"dt",
        b"dd",
        b"option",
        b"br",
        b"hr",
        b"img",
        b"meta",
        b"link",
        b"input",
        b"col",
        b"colgroup",
        b"area",
        b"base",
        b"embed",
        b"source",
        b"wbr",
        b"param",
    ];
    let mut open = 0usize;
    let mut deepest = 0;
    let mut elements = 0;
    let mut emitter =
        CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
            match event {
                CallbackEvent::OpenStartTag { name } => {
                    elements += 1;
                    open += usize::from(!ENDED.contains(&name));
                    deepest = deepest.max(open);
                }
                CallbackEvent::EndTag { name } if !ENDED.contains(&name) => {
                    open = open.saturating_sub(1)
                }
                _ => {}
            }
            None
        });
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(text, emitter).finish();
    if elements > MOST {
        return Err(Refusal::TooMany { what: Counted::Elements, most: MOST });
    }
    // What is never closed may be open side by side in the end; twice the depth is room for that.
    if deepest > DEEPEST * 2 {
        return Err(Refusal::TooDeep { part: String::new(), most: DEEPEST });
    }
    Ok(())
}

/// How text stands.
#[derive(Clone, Copy, Default)]
struct Look {
    bold: bool,
    centred: bool,
    kept: bool,
    hidden: bool,
    struck: bool,
    inserted: bool,
    cell: Option<(usize, usize, usize)>,
}

#[derive(Default)]
struct Reader {
    door: Door,
    noticed: Vec<Noticed>,
    paragraphs: usize,
    tables: usize,
    cells: usize,
    line: String,
    some: bool,
    other: bool,
    hidden: String,
    struck: String,
    inserted: String,
    /// Whether the open line is centred, by what it began in.
    centred: Option<bool>,
    number: Option<String>,
    new_page: bool,
}

impl Reader {
    fn notice(&mut self, look: Look, what: What, words: &str) {
        let words = folded(&self.door.usual(words)).replace('\n', " ");
        let at = Origin { line: self.paragraphs + 1, cell: look.cell };
        self.noticed.push(Noticed { at, what, words });
    }

    fn write(&mut self, text: &str, look: Look) {
        if text.chars().any(|c| !c.is_whitespace()) {
            self.some |= look.bold;
            self.other |= !look.bold;
            self.centred.get_or_insert(look.centred);
        }
        for (is, words) in [
            (look.hidden, &mut self.hidden),
            (look.struck, &mut self.struck),
            (look.inserted, &mut self.inserted),
        ] {
            tell(words, is, text);
        }
        if look.kept {
            self.line.push_str(text);
        } else {
            // Ends of lines in the file are spaces on the page.
            self.line.extend(text.chars().map(|c| if c.is_ascii_whitespace() { ' ' } else { c }));
        }
    }

    /// Closes the open paragraph.
    fn flush(&mut self, look: Look, blocks: &mut Vec<Block>) -> Result<(), Refusal> {
        let text = folded(&self.door.usual(&std::mem::take(&mut self.line)));
        let bold = std::mem::take(&mut self.some) & !std::mem::take(&mut self.other);
        let centred = self.centred.take().unwrap_or(look.centred);
        let told = [
            (What::Hidden, std::mem::take(&mut self.hidden)),
            (What::Struck, std::mem::take(&mut self.struck)),
            (What::Inserted, std::mem::take(&mut self.inserted)),
        ];
        if text.is_empty() {
            return Ok(());
        }
        for (what, words) in told.into_iter().filter(|(_, words)| !words.trim().is_empty()) {
            self.notice(look, what, &words);
        }
        self.paragraphs += 1;
        if self.paragraphs > MOST_PARAGRAPHS {
            return Err(Refusal::TooMany { what: Counted::Paragraphs, most: MOST_PARAGRAPHS });
        }
        let at = Origin { line: self.paragraphs, cell: look.cell };
        let number = self.number.take();
        let new_page = std::mem::take(&mut self.new_page);
        blocks.push(Block::Paragraph(Paragraph { at, text, number, bold, centred, new_page }));
        Ok(())
    }

    /// What stands in an element.
    fn flow(
        &mut self,
        element: ElementRef<'_>,
        look: Look,
        blocks: &mut Vec<Block>,
        depth: usize,
    ) -> Result<(), Refusal> {
        if depth > DEEPEST {
            return Err(Refusal::TooDeep { part: String::new(), most: DEEPEST });
        }
        for child in element.children() {
            if let Some(text) = child.value().as_text() {
                self.write(text, look);
            } else if let Some(child) = ElementRef::wrap(child) {
                self.element(child, look, blocks, depth)?;
            }
        }
        Ok(())
    }

    fn element(
        &mut self,
        element: ElementRef<'_>,
        look: Look,
        blocks: &mut Vec<Block>,
        depth: usize,
    ) -> Result<(), Refusal> {
        let name = element.value().name();
        let style = Style::of(element);
        let look = style.apply(look, name);
        match name {
            _ if ["style", "class"].iter().filter_map(|name| element.attr(name)).any(is_remark) => {
                self.notice(look, What::Comment, "");
            }
            "del" => {
                let words: String = element.text().collect();
                self.notice(look, What::Deleted, &words);
            }
            "svg" | "math" | "iframe" => self.notice(look, What::Picture, name),
            name if SKIPPED.contains(&name) => {}
            "br" => {
                if style.page_before {
                    self.flush(look, blocks)?;
                    self.new_page = true;
                } else {
                    self.line.push('\n');
                }
            }
            "img" => {
                let alt = element.attr("alt").filter(|alt| !alt.trim().is_empty());
                let source = element.attr("src").unwrap_or_default();
                let source = if source.starts_with("data:") { "" } else { source };
                self.notice(look, What::Picture, alt.unwrap_or(source));
            }
            "table" => {
                self.flush(look, blocks)?;
                self.new_page |= style.page_before;
                let table = self.table(element, look, blocks, depth)?;
                blocks.extend(table.map(Block::Table));
                self.new_page |= style.page_after;
            }
            "ol" | "ul" | "menu" => {
                self.flush(look, blocks)?;
                self.list(element, look, blocks, depth)?;
            }
            name if BLOCKS.contains(&name) => {
                self.flush(look, blocks)?;
                self.new_page |= style.page_before;
                let before = self.paragraphs;
                let kept = look.kept || name == "pre" || name == "textarea";
                let look = Look { kept, ..look };
                self.flow(element, look, blocks, depth + 1)?;
                self.flush(look, blocks)?;
                // An empty paragraph counts, so that a gap can be seen.
                self.paragraphs += usize::from(name == "p" && self.paragraphs == before);
                self.new_page |= style.page_after;
            }
            _ => self.flow(element, look, blocks, depth + 1)?,
        }
        Ok(())
    }

    fn list(
        &mut self,
        list: ElementRef<'_>,
        look: Look,
        blocks: &mut Vec<Block>,
        depth: usize,
    ) -> Result<(), Refusal> {
        let is_numbered = list.value().name() == "ol";
        let bare = list.attr("style").is_some_and(|style| {
            let style: String = style.to_lowercase().split_whitespace().collect();
            style.contains("list-style:none") || style.contains("list-style-type:none")
        });
        let start = list.attr("start").and_then(|start| start.trim().parse::<i64>().ok());
        let kind = list.attr("type").unwrap_or("1");
        let mut next = start.unwrap_or(1);
        for child in list.children() {
            if let Some(text) = child.value().as_text() {
                self.write(text, look);
                continue;
            }
            let Some(item) = ElementRef::wrap(child) else { continue };
            if item.value().name() != "li" {
                self.element(item, look, blocks, depth + 1)?;
                continue;
            }
            self.flush(look, blocks)?;
            if let Some(value) = item.attr("value").and_then(|value| value.trim().parse().ok()) {
                next = value;
            }
            let number = match kind {
                _ if bare => None,
                _ if !is_numbered => Some("•".to_owned()),
                "a" => Some(format!("{}.", letters(next))),
                "A" => Some(format!("{}.", letters(next).to_uppercase())),
                "i" => Some(format!("{}.", roman(next))),
                "I" => Some(format!("{}.", roman(next).to_uppercase())),
                _ => Some(format!("{next}.")),
            };
            if is_numbered && matches!(kind, "a" | "A") && next == 5 {
                let words = number.clone().unwrap_or_default();
                self.notice(look, What::ListNumber, &words);
            }
            next = next.saturating_add(1);
            self.number = number;
            self.element(item, look, blocks, depth + 1)?;
            if let Some(number) = self.number.take().filter(|number| number != "•") {
                self.paragraphs += 1;
                let at = Origin { line: self.paragraphs, cell: look.cell };
                blocks.push(Block::Paragraph(Paragraph {
                    at,
                    number: Some(number),
                    ..Paragraph::default()
                }));
            }
        }
        self.flush(look, blocks)
    }

    fn table(
        &mut self,
        element: ElementRef<'_>,
        look: Look,
        before: &mut Vec<Block>,
        depth: usize,
    ) -> Result<Option<Table>, Refusal> {
        self.tables += 1;
        let number = self.tables;
        let at = Origin { line: self.paragraphs + 1, cell: look.cell };
        let mut grid = Grid::default();
        let mut heads = 0;
        let mut lines = Lines::default();
        for part in element.children().filter_map(ElementRef::wrap) {
            match part.value().name() {
                "thead" | "tbody" | "tfoot" => {
                    for row in part.children().filter_map(ElementRef::wrap) {
                        heads += usize::from(
                            part.value().name() == "thead" && row.value().name() == "tr",
                        );
                        self.row(row, number, look, &mut grid, &mut lines, depth + 2)?;
                    }
                }
                "tr" => self.row(part, number, look, &mut grid, &mut lines, depth + 1)?,
                "colgroup" | "col" => {}
                _ => {
                    self.element(part, look, before, depth + 1)?;
                    self.flush(look, before)?;
                }
            }
        }
        if grid.is_empty() {
            return Ok(None);
        }
        let border =
            element.attr("border").map(|border| border.trim().trim_end_matches("px") != "0");
        let ruled = lines.drawn * 2 > lines.cells
            || lines.drawn * 2 >= lines.cells && border == Some(true)
            || border == Some(true) && lines.undrawn * 2 <= lines.cells;
        Ok(Some(grid.finish(Table { at, heads, ruled, ..Table::default() })))
    }

    fn row(
        &mut self,
        row: ElementRef<'_>,
        table: usize,
        look: Look,
        grid: &mut Grid,
        lines: &mut Lines,
        depth: usize,
    ) -> Result<(), Refusal> {
        if row.value().name() != "tr" {
            return Ok(());
        }
        grid.row();
        let style = Style::of(row);
        self.new_page |= style.page_before;
        for cell in row.children().filter_map(ElementRef::wrap) {
            let name = cell.value().name();
            if !matches!(name, "td" | "th") {
                continue;
            }
            let (at_row, column) = grid.place();
            let span = |name, most| {
                cell.attr(name)
                    .and_then(|span| span.trim().parse::<usize>().ok())
                    .map(|span| span.min(most))
            };
            let width = span("colspan", MOST_COLUMNS).unwrap_or(1).max(1);
            // A span of no rows reaches to the end (HTML standard, 4.9.11).
            let height = match span("rowspan", 65_534) {
                Some(0) => 65_534,
                height => height.unwrap_or(1),
            };
            lines.see(cell);
            let place = Some((table, at_row + 1, column + 1));
            let style = Style::of(cell);
            let own =
                style.apply(style_of_row(row, Look { centred: false, cell: place, ..look }), name);
            let at = Origin { line: self.paragraphs + 1, cell: place };
            let mut blocks = Vec::new();
            self.flow(cell, own, &mut blocks, depth + 1)?;
            self.flush(own, &mut blocks)?;
            grid.put(Cell { at, column, width, height, blocks }, &mut self.cells)?;
        }
        Ok(())
    }
}

fn style_of_row(row: ElementRef<'_>, look: Look) -> Look {
    Style::of(row).apply(look, "tr")
}

/// What the cells of a table say of its lines.
#[derive(Default)]
struct Lines {
    cells: usize,
    drawn: usize,
    undrawn: usize,
}

impl Lines {
    fn see(&mut self, cell: ElementRef<'_>) {
        self.cells += 1;
        let Some(style) = cell.attr("style") else { return };
        let mut drawn = None;
        let mut sides = 0;
        for (name, value) in declarations(style) {
            let is_drawn = is_line(&value);
            match name.as_str() {
                "border" => drawn = Some(is_drawn),
                "border-top" | "border-bottom" | "border-left" | "border-right" => {
                    sides += usize::from(is_drawn)
                }
                _ => {}
            }
        }
        if drawn == Some(true) || sides >= 2 {
            self.drawn += 1;
        } else if drawn == Some(false) && sides == 0 {
            self.undrawn += 1;
        }
    }
}

/// What an element's attributes say of its look.
#[derive(Default)]
struct Style {
    bold: Option<bool>,
    centred: Option<bool>,
    hidden: bool,
    struck: bool,
    kept: bool,
    page_before: bool,
    page_after: bool,
}

fn declarations(style: &str) -> impl Iterator<Item = (String, String)> + '_ {
    style.split(';').filter_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        Some((name.trim().to_lowercase(), value.trim().to_lowercase()))
    })
}

impl Style {
    fn of(element: ElementRef<'_>) -> Style {
        let mut style = Style::default();
        if let Some(align) = element.attr("align") {
            style.centred =
                Some(matches!(align.trim().to_lowercase().as_str(), "center" | "middle"));
        }
        for (name, value) in element.attr("style").into_iter().flat_map(declarations) {
            match name.as_str() {
                "font-weight" => {
                    let weight = value.parse::<u16>().ok();
                    style.bold =
                        Some(weight.map_or(value.starts_with("bold"), |weight| weight >= 600));
                }
                "text-align" => style.centred = Some(value.starts_with("center")),
                "display" => style.hidden |= value.starts_with("none"),
                "mso-hide" => style.hidden |= value == "all",
                "text-decoration" | "text-decoration-line" => {
                    style.struck |= value.contains("line-through");
                }
                "white-space" => style.kept |= value.starts_with("pre"),
                "page-break-before" | "break-before" => {
                    style.page_before |=
                        matches!(value.as_str(), "always" | "page" | "left" | "right");
                }
                "page-break-after" | "break-after" => {
                    style.page_after |=
                        matches!(value.as_str(), "always" | "page" | "left" | "right");
                }
                _ => {}
            }
        }
        style
    }

    fn apply(&self, look: Look, name: &str) -> Look {
        let by_name =
            matches!(name, "b" | "strong" | "th" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
        let centred = if matches!(name, "center" | "th" | "caption") { Some(true) } else { None };
        Look {
            bold: self.bold.unwrap_or(look.bold || by_name),
            centred: self.centred.or(centred).unwrap_or(look.centred),
            hidden: look.hidden || self.hidden,
            struck: look.struck || self.struck || matches!(name, "s" | "strike"),
            inserted: look.inserted || name == "ins",
            kept: look.kept || self.kept,
            ..look
        }
    }
}
