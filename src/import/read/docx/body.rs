//! The body of a document of Word: paragraphs, tables, notes, text boxes.

use std::collections::{BTreeMap, BTreeSet};

use super::super::characters::{Door, folded, tell};
use super::super::refusal::{Counted, Refusal};
use super::super::symbols;
use super::super::xml::Element;
use super::numbering::{Doubt, Lists};
use super::styles::{Styles, has_lines, on, value};
use crate::import::block::{
    Block, Cell, Document, Noticed, Origin, Paragraph, Table, What, paragraphs_of,
};

/// The most paragraphs of a document.
const MOST_PARAGRAPHS: usize = 200_000;

/// The most cells of a document's tables.
const MOST_CELLS: usize = 200_000;

/// The most columns of a table; Word has 63.
const MOST_COLUMNS: usize = 1000;

/// What the body refers to.
pub(super) struct Parts<'a> {
    pub(super) styles: Styles,
    pub(super) footnotes: BTreeMap<String, &'a Element>,
    pub(super) endnotes: BTreeMap<String, &'a Element>,
}

/// A reader of one body.
pub(super) struct Body<'a> {
    parts: &'a Parts<'a>,
    lists: Lists,
    door: Door,
    noticed: Vec<Noticed>,
    paragraphs: usize,
    tables: usize,
    cells: usize,
    /// Notes that were called, and the last mark that was given.
    called: BTreeSet<(Kind, String)>,
    marks: usize,
    /// Whether each section begins on a new page, in order; and which one is being read.
    sections: Vec<bool>,
    section: usize,
    /// The next paragraph begins a page.
    new_page: bool,
    /// Where the words of a note stand: where it was called.
    note: Option<Origin>,
    /// Words whose paragraph's end was deleted: they go on in the next.
    carried: Option<Line>,
}

/// Of what kind a note is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Foot,
    End,
}

/// How a run stands.
#[derive(Clone, Copy, Default)]
struct Look<'a> {
    paragraph: Option<&'a str>,
    deleted: bool,
    inserted: bool,
    bold: bool,
    hidden: bool,
    struck: bool,
}

/// A paragraph while it is read.
#[derive(Default)]
struct Line {
    text: String,
    bold: bool,
    other: bool,
    /// Pages begin at these bytes of the text.
    pages: Vec<usize>,
    deleted: String,
    inserted: String,
    hidden: String,
    struck: String,
    notes: Vec<(Kind, String, String)>,
}

impl Line {
    fn write(&mut self, text: &str, bold: bool) {
        if text.chars().any(|c| !c.is_whitespace()) {
            self.bold |= bold;
            self.other |= !bold;
        }
        self.text.push_str(text);
    }

    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl<'a> Body<'a> {
    pub(super) fn new(parts: &'a Parts<'a>, lists: Lists) -> Body<'a> {
        Body {
            parts,
            lists,
            door: Door::default(),
            noticed: Vec::new(),
            paragraphs: 0,
            tables: 0,
            cells: 0,
            called: BTreeSet::new(),
            marks: 0,
            sections: Vec::new(),
            section: 0,
            new_page: false,
            note: None,
            carried: None,
        }
    }

    /// The whole document.
    pub(super) fn read(mut self, root: &'a Element) -> Result<Document, Refusal> {
        self.sections = root
            .all("w:sectPr")
            .iter()
            .map(|section| {
                value(section, "w:type")
                    .is_none_or(|kind| kind != "continuous" && kind != "nextColumn")
            })
            .collect();
        let mut blocks = Vec::new();
        let bodies: Vec<&Element> =
            root.elements().filter(|element| element.name == "w:body").collect();
        // Of a root that is not known, what it holds may be.
        for body in if bodies.is_empty() { vec![root] } else { bodies } {
            blocks.extend(self.blocks(body, None)?);
        }
        // A note whose call was deleted has words all the same.
        for (kind, notes) in
            [(Kind::Foot, &self.parts.footnotes), (Kind::End, &self.parts.endnotes)]
        {
            for id in notes
                .keys()
                .filter(|id| !self.called.contains(&(kind, (*id).clone())))
                .cloned()
                .collect::<Vec<_>>()
            {
                let mark = self.mark();
                if let Some(note) =
                    self.note(kind, &id, mark, &Origin { line: self.paragraphs, cell: None })?
                {
                    blocks.push(note);
                }
            }
        }
        self.noticed.extend(self.door.noticed());
        Ok(Document { blocks, noticed: self.noticed })
    }

    fn notice(&mut self, at: &Origin, what: What, words: &str) {
        let words = folded(&self.door.usual(words)).replace('\n', " ");
        self.noticed.push(Noticed { at: at.clone(), what, words });
    }

    fn here(&self, cell: Option<(usize, usize, usize)>) -> Origin {
        self.note.clone().unwrap_or(Origin { line: self.paragraphs.max(1), cell })
    }

    /// The blocks of what holds blocks.
    fn blocks(
        &mut self,
        holder: &'a Element,
        cell: Option<(usize, usize, usize)>,
    ) -> Result<Vec<Block>, Refusal> {
        let mut blocks = Vec::new();
        self.blocks_into(holder, cell, &mut blocks)?;
        if let Some(line) = self.carried.take() {
            let at = self.here(cell);
            blocks.extend(self.finished(line, at, None, false));
        }
        Ok(blocks)
    }

    fn blocks_into(
        &mut self,
        holder: &'a Element,
        cell: Option<(usize, usize, usize)>,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Refusal> {
        for element in holder.elements() {
            match element.name.as_str() {
                "w:p" => self.paragraph(element, cell, blocks)?,
                "w:tbl" => {
                    let table = self.table(element, cell)?;
                    blocks.extend(table.map(Block::Table));
                }
                "w:sdt" => {
                    for content in
                        element.elements().filter(|content| content.name == "w:sdtContent")
                    {
                        self.blocks_into(content, cell, blocks)?;
                    }
                }
                "w:customXml" | "w:smartTag" | "w:ins" | "w:moveTo" => {
                    self.blocks_into(element, cell, blocks)?
                }
                "w:del" | "w:moveFrom" => {
                    let at = self.here(cell);
                    self.notice(&at, What::Deleted, &words_in(element));
                }
                "mc:AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.blocks_into(chosen, cell, blocks)?;
                    }
                }
                "w:subDoc" => {
                    let at = self.here(cell);
                    self.notice(&at, What::External, &element.name);
                }
                // Words outside any paragraph: a run where only blocks stand.
                "w:r" | "w:hyperlink" | "m:oMathPara" | "m:oMath" => {
                    self.loose(element, cell, blocks)?
                }
                "w:tcPr" | "w:sectPr" | "w:tblPr" | "w:txbxContent" => {}
                _ if has_words(element) => {
                    let at = self.here(cell);
                    self.notice(&at, What::Unknown, &element.name);
                    let before = blocks.len();
                    self.blocks_into(element, cell, blocks)?;
                    if blocks.len() == before {
                        self.loose(element, cell, blocks)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Words that stand where only paragraphs should.
    fn loose(
        &mut self,
        element: &'a Element,
        cell: Option<(usize, usize, usize)>,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Refusal> {
        let at = self.here(cell);
        let mut line = Line::default();
        let mut boxes = Vec::new();
        let look = Look::default();
        self.inline(element, look, &mut line, &mut boxes, &at);
        let notes = std::mem::take(&mut line.notes);
        blocks.extend(self.finished(line, at.clone(), None, false));
        self.after(&notes, &boxes, &at, cell, blocks)
    }

    fn paragraph(
        &mut self,
        element: &'a Element,
        cell: Option<(usize, usize, usize)>,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Refusal> {
        self.paragraphs += 1;
        if self.paragraphs > MOST_PARAGRAPHS {
            return Err(Refusal::TooMany { what: Counted::Paragraphs, most: MOST_PARAGRAPHS });
        }
        let at = self.here(cell);
        let parts = self.parts;
        let properties = element.child("w:pPr");
        let style =
            properties.and_then(|properties| properties.child("w:pStyle")?.attribute("w:val"));
        let breaks = properties.and_then(|properties| on(properties, "w:pageBreakBefore"));
        self.new_page |= breaks.unwrap_or_else(|| parts.styles.new_page(style));
        let mut line = self.carried.take().unwrap_or_default();
        let mut boxes = Vec::new();
        let look = Look { paragraph: style, ..Look::default() };
        self.inline(element, look, &mut line, &mut boxes, &at);
        self.told(&mut line, &at);
        let notes = std::mem::take(&mut line.notes);
        let mark = properties.and_then(|properties| properties.child("w:rPr"));
        let ends = mark
            .is_none_or(|mark| mark.child("w:del").is_none() && mark.child("w:moveFrom").is_none());
        if ends {
            let number = self.number(properties, style, &at);
            let centred = match properties.and_then(|properties| value(properties, "w:jc")) {
                Some(jc) => jc == "center",
                None => parts.styles.centred(style),
            };
            blocks.extend(self.finished(line, at.clone(), number, centred));
        } else if !line.is_blank() {
            line.text.push(' ');
            self.carried = Some(line);
        }
        self.after(&notes, &boxes, &at, cell, blocks)?;
        if properties.is_some_and(|properties| properties.child("w:sectPr").is_some()) {
            // A section's own properties say how it begins, and stand at its end.
            self.section += 1;
            self.new_page |= self.sections.get(self.section).copied().unwrap_or(true);
        }
        Ok(())
    }

    /// Notes and text boxes, after the block that they belong to.
    fn after(
        &mut self,
        notes: &[(Kind, String, String)],
        boxes: &[&'a Element],
        at: &Origin,
        cell: Option<(usize, usize, usize)>,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Refusal> {
        for (kind, id, mark) in notes {
            blocks.extend(self.note(*kind, id, mark.clone(), at)?);
        }
        for holder in boxes {
            if holder.name == "a:p" {
                let text: String = holder.all("a:t").iter().map(|text| text.text()).collect();
                let line = Line { text, other: true, ..Line::default() };
                blocks.extend(self.finished(line, at.clone(), None, false));
            } else {
                blocks.extend(self.blocks(holder, cell)?);
            }
        }
        Ok(())
    }

    /// What was left out or taken with a question.
    fn told(&mut self, line: &mut Line, at: &Origin) {
        let kinds = [
            (What::Deleted, &mut line.deleted),
            (What::Inserted, &mut line.inserted),
            (What::Hidden, &mut line.hidden),
            (What::Struck, &mut line.struck),
        ];
        for (what, words) in kinds {
            let words = std::mem::take(words);
            if !words.trim().is_empty() {
                self.notice(at, what, &words);
            }
        }
    }

    /// The blocks of a finished line: one, or one a page.
    fn finished(
        &mut self,
        line: Line,
        at: Origin,
        number: Option<String>,
        centred: bool,
    ) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut number = number;
        let ends = line.pages.iter().copied().chain([line.text.len()]);
        let mut from = 0;
        for (piece, end) in ends.enumerate() {
            let text = line.text.get(from..end).unwrap_or_default();
            from = end;
            self.new_page |= piece > 0;
            let text = folded(&self.door.usual(text));
            let number =
                if text.is_empty() && piece < line.pages.len() { None } else { number.take() };
            if text.is_empty() && number.is_none() {
                continue;
            }
            let new_page = std::mem::take(&mut self.new_page);
            let bold = line.bold && !line.other;
            blocks.push(Block::Paragraph(Paragraph {
                at: at.clone(),
                text,
                number,
                bold,
                centred,
                new_page,
            }));
        }
        blocks
    }

    /// The number that the paragraph's list prints.
    fn number(
        &mut self,
        properties: Option<&Element>,
        style: Option<&str>,
        at: &Origin,
    ) -> Option<String> {
        let parts = self.parts;
        let own = properties.and_then(|properties| properties.child("w:numPr"));
        let own_level =
            own.and_then(|own| value(own, "w:ilvl")).and_then(|level| level.parse().ok());
        let (list, level) = match own.and_then(|own| value(own, "w:numId")) {
            Some(list) => (list, own_level.unwrap_or(0)),
            None => {
                let (list, level, named_by) = parts.styles.number(style)?;
                let by_style = || self.lists.level_of_style(&list, &named_by, &parts.styles);
                let level = own_level.or_else(by_style).or(level).unwrap_or(0);
                (list, level)
            }
        };
        if list == "0" {
            return None;
        }
        let number = self.lists.next(&list, level, &parts.styles)?;
        let text = folded(&self.door.usual(&number.text));
        match number.doubt {
            Some(Doubt::Letter) => self.notice(at, What::ListNumber, &text),
            Some(Doubt::Form(form)) => {
                self.notice(at, What::ListNumber, &format!("{text} ({form})"))
            }
            None => {}
        }
        Some(text)
    }

    fn mark(&mut self) -> String {
        self.marks += 1;
        format!("[^{}]", self.marks)
    }

    fn note(
        &mut self,
        kind: Kind,
        id: &str,
        mark: String,
        at: &Origin,
    ) -> Result<Option<Block>, Refusal> {
        let notes = match kind {
            Kind::Foot => &self.parts.footnotes,
            Kind::End => &self.parts.endnotes,
        };
        let Some(element) = notes.get(id).copied() else { return Ok(None) };
        let before = self.note.replace(at.clone());
        let page = std::mem::take(&mut self.new_page);
        let carried = self.carried.take();
        // Lines are counted through the text, and a note stands where it is called.
        let line_of_text = self.paragraphs;
        let blocks = self.blocks(element, None)?;
        self.paragraphs = line_of_text;
        self.carried = carried;
        self.new_page = page;
        self.note = before;
        let paragraphs = paragraphs_of(blocks);
        Ok((!paragraphs.is_empty()).then_some(Block::Note { mark, paragraphs }))
    }

    /// What stands in a line of runs.
    fn inline(
        &mut self,
        holder: &'a Element,
        look: Look<'a>,
        line: &mut Line,
        boxes: &mut Vec<&'a Element>,
        at: &Origin,
    ) {
        if holder.name == "w:r" {
            self.run(holder, look, line, boxes, at);
            return;
        }
        for element in holder.elements() {
            match element.name.as_str() {
                "w:r" => self.run(element, look, line, boxes, at),
                "w:ins" | "w:moveTo" => {
                    self.inline(element, Look { inserted: true, ..look }, line, boxes, at)
                }
                "w:del" | "w:moveFrom" => {
                    self.inline(element, Look { deleted: true, ..look }, line, boxes, at)
                }
                "w:hyperlink" | "w:smartTag" | "w:customXml" | "w:fldSimple" | "w:sdtContent"
                | "w:dir" | "w:bdo" | "w:sdt" | "m:oMathPara" => {
                    self.inline(element, look, line, boxes, at)
                }
                "mc:AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.inline(chosen, look, line, boxes, at);
                    }
                }
                "w:t" | "m:t" => text(element, look, line),
                "w:commentRangeStart"
                | "w:commentRangeEnd"
                | "w:pPr"
                | "w:sdtPr"
                | "w:customXmlPr"
                | "w:smartTagPr"
                | "w:rPr"
                | "w:sdtEndPr" => {}
                name if name.starts_with("m:") => self.inline(element, look, line, boxes, at),
                "w:drawing" | "w:pict" | "w:object" => self.drawing(element, boxes, at),
                "w:p" => {
                    line.text.push('\n');
                    self.inline(element, look, line, boxes, at);
                    line.text.push('\n');
                }
                _ if has_words(element) => {
                    self.notice(at, What::Unknown, &element.name);
                    self.inline(element, look, line, boxes, at);
                }
                _ => {}
            }
        }
    }

    fn run(
        &mut self,
        run: &'a Element,
        look: Look<'a>,
        line: &mut Line,
        boxes: &mut Vec<&'a Element>,
        at: &Origin,
    ) {
        let styles = &self.parts.styles;
        let properties = run.child("w:rPr");
        let own =
            properties.and_then(|properties| properties.child("w:rStyle")?.attribute("w:val"));
        let bold = properties.and_then(|properties| on(properties, "w:b"));
        let bold = bold.unwrap_or_else(|| styles.bold(look.paragraph, own));
        let hidden = properties.and_then(|properties| on(properties, "w:vanish"));
        let hidden = hidden.unwrap_or_else(|| styles.hidden(own));
        let struck = properties
            .and_then(|properties| on(properties, "w:strike").or(on(properties, "w:dstrike")))
            .unwrap_or_else(|| styles.struck(look.paragraph, own));
        self.run_content(run, Look { bold, hidden, struck, ..look }, line, boxes, at);
    }

    fn run_content(
        &mut self,
        run: &'a Element,
        look: Look<'a>,
        line: &mut Line,
        boxes: &mut Vec<&'a Element>,
        at: &Origin,
    ) {
        for element in run.elements() {
            match element.name.as_str() {
                "w:t" | "m:t" => text(element, look, line),
                "w:delText" => line.deleted.push_str(&element.text()),
                "w:tab" | "w:ptab" => {
                    line.deleted.push_str(if look.deleted { " " } else { "" });
                    line.text.push_str(if look.deleted { "" } else { "\t" });
                }
                "w:br" if !look.deleted => match element.attribute("w:type") {
                    Some("page") if line.is_blank() && line.pages.is_empty() => {
                        self.new_page = true
                    }
                    Some("page") => line.pages.push(line.text.len()),
                    _ => line.text.push('\n'),
                },
                "w:cr" if !look.deleted => line.text.push('\n'),
                "w:lastRenderedPageBreak" if line.is_blank() && line.pages.is_empty() => {
                    self.new_page = true
                }
                "w:noBreakHyphen" if look.deleted => line.deleted.push('-'),
                "w:noBreakHyphen" => line.write("-", look.bold),
                "w:sym" => self.symbol(element, look, line, at),
                "w:footnoteReference" if !look.deleted => self.call(Kind::Foot, element, line),
                "w:endnoteReference" if !look.deleted => self.call(Kind::End, element, line),
                "w:commentReference" => self.notice(at, What::Comment, ""),
                "w:drawing" | "w:pict" | "w:object" if !look.deleted => {
                    self.drawing(element, boxes, at)
                }
                "mc:AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.run_content(chosen, look, line, boxes, at);
                    }
                }
                "w:ruby" | "w:rubyBase" | "w:rt" => self.inline(element, look, line, boxes, at),
                "w:rPr" | "w:instrText" | "w:delInstrText" => {}
                _ if has_words(element) => {
                    self.notice(at, What::Unknown, &element.name);
                    self.inline(element, look, line, boxes, at);
                }
                _ => {}
            }
        }
    }

    fn symbol(&mut self, element: &Element, look: Look<'_>, line: &mut Line, at: &Origin) {
        if look.deleted {
            return;
        }
        let font = element.attribute("w:font").unwrap_or_default();
        let code = element.attribute("w:char").unwrap_or_default();
        let sign = symbols::shown(font, code).unwrap_or_else(|| {
            self.notice(at, What::Unknown, &format!("w:sym {font} {code}"));
            symbols::UNKNOWN
        });
        line.write(sign.encode_utf8(&mut [0; 4]), look.bold);
    }

    /// Puts a note's mark where it is called.
    fn call(&mut self, kind: Kind, element: &Element, line: &mut Line) {
        let Some(id) = element.attribute("w:id") else { return };
        let notes = match kind {
            Kind::Foot => &self.parts.footnotes,
            Kind::End => &self.parts.endnotes,
        };
        // A note within a note, or one that is called twice, is told once.
        let called = (kind, id.to_owned());
        if self.note.is_some()
            || self.called.contains(&called)
            || notes.get(id).is_none_or(|note| !has_words(note))
        {
            return;
        }
        self.called.insert(called);
        let mark = self.mark();
        line.text.push_str(&mark);
        line.notes.push((kind, id.to_owned(), mark));
    }

    /// Text boxes of a drawing, and the pictures that it shows.
    fn drawing(&mut self, drawing: &'a Element, boxes: &mut Vec<&'a Element>, at: &Origin) {
        let name = drawing.all("wp:docPr").first().map(|properties| {
            let say = |name| properties.attribute(name).unwrap_or_default();
            [say("name"), say("descr")].join(" ")
        });
        let mut pictures = Vec::new();
        look_at_drawing(drawing, &mut |element| match element.name.as_str() {
            "w:txbxContent" | "a:p" => {
                boxes.push(element);
                false
            }
            "v:textpath" => {
                pictures.push(element.attribute("string").unwrap_or_default().to_owned());
                true
            }
            "pic:pic" | "c:chart" | "dgm:relIds" | "v:imagedata" | "o:OLEObject" => {
                let own = element
                    .attribute("o:title")
                    .or(element.attribute("ProgID"))
                    .unwrap_or_default();
                pictures.push(name.clone().unwrap_or_else(|| own.to_owned()));
                true
            }
            _ => true,
        });
        for picture in pictures {
            self.notice(at, What::Picture, &picture);
        }
    }

    fn table(
        &mut self,
        element: &'a Element,
        within: Option<(usize, usize, usize)>,
    ) -> Result<Option<Table>, Refusal> {
        self.tables += 1;
        let number = self.tables;
        let at = match &self.note {
            Some(note) => note.clone(),
            None => Origin { line: self.paragraphs + 1, cell: within },
        };
        let mut rows = Vec::new();
        rows_of(element, &mut rows);
        let properties = element.child("w:tblPr");
        let grid = element
            .child("w:tblGrid")
            .map_or(0, |grid| grid.elements().filter(|column| column.name == "w:gridCol").count());
        let mut table = Table { at, columns: grid.min(MOST_COLUMNS), ..Table::default() };
        let mut borders = Borders::default();
        // Where the cell stands that goes on downwards, by column.
        let mut going: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        let mut in_head = true;
        let mut deleted = BTreeSet::new();
        for (at_row, row) in rows.into_iter().enumerate() {
            let own = row.child("w:trPr");
            let before = own
                .and_then(|own| value(own, "w:gridBefore"))
                .and_then(|before| before.parse().ok());
            let after =
                own.and_then(|own| value(own, "w:gridAfter")).and_then(|after| after.parse().ok());
            in_head &= own.and_then(|own| on(own, "w:tblHeader")) == Some(true);
            table.heads += usize::from(in_head);
            let mut column = before.unwrap_or(0usize).min(MOST_COLUMNS);
            let mut cells: Vec<Cell> = Vec::new();
            let mut cells_of_row = Vec::new();
            cells_of(row, &mut cells_of_row);
            let mut still_going = BTreeMap::new();
            for cell in cells_of_row {
                self.cells += 1;
                if self.cells > MOST_CELLS || column > MOST_COLUMNS {
                    return Err(Refusal::TooMany { what: Counted::Cells, most: MOST_CELLS });
                }
                let properties = cell.child("w:tcPr");
                let say = |name| properties.and_then(|properties| value(properties, name));
                let width = say("w:gridSpan")
                    .and_then(|span| span.parse().ok())
                    .unwrap_or(1usize)
                    .clamp(1, MOST_COLUMNS);
                borders.see(properties.and_then(|properties| properties.child("w:tcBorders")));
                let place = (number, at_row + 1, column + 1);
                let line = self.paragraphs + 1;
                let blocks = self.blocks(cell, Some(place))?;
                let merge = |name| {
                    properties
                        .and_then(|properties| properties.child(name))
                        .map(|merge| merge.attribute("w:val") == Some("restart"))
                };
                if merge("w:hMerge") == Some(false)
                    && let Some(left) = cells.last_mut()
                {
                    left.width += width;
                    left.blocks.extend(blocks);
                    column += width;
                    continue;
                }
                let down = merge("w:vMerge");
                let above = going.get(&column).copied().filter(|_| down == Some(false));
                // A cell that reaches down from a deleted row would be lost with it.
                if let Some((top, index)) = above.filter(|(top, _)| !deleted.contains(top))
                    && let Some(anchor) = table.rows.get_mut(top).and_then(|row| row.get_mut(index))
                {
                    anchor.height = at_row - top + 1;
                    if !blocks.is_empty() {
                        // Word shows the first cell of a merge only.
                        let hidden = paragraphs_of(blocks.clone());
                        let words: Vec<&str> =
                            hidden.iter().map(|paragraph| paragraph.text.as_str()).collect();
                        anchor.blocks.extend(blocks);
                        let at = Origin { line, cell: Some(place) };
                        self.notice(&at, What::Hidden, &words.join(" "));
                    }
                    still_going.insert(column, (top, index));
                } else {
                    if down.is_some() {
                        still_going.insert(column, (at_row, cells.len()));
                    }
                    let at = self.note.clone().unwrap_or(Origin { line, cell: Some(place) });
                    cells.push(Cell { at, column, width, height: 1, blocks });
                }
                column += width;
            }
            going = still_going;
            let after = after.unwrap_or(0usize).min(MOST_COLUMNS);
            table.columns = table.columns.max((column + after).min(MOST_COLUMNS * 2));
            let is_deleted = own.is_some_and(|own| own.child("w:del").is_some());
            if is_deleted && cells.iter().all(|cell| cell.blocks.is_empty()) {
                deleted.insert(at_row);
            }
            table.rows.push(cells);
        }
        without_rows(&mut table, &deleted);
        let style =
            properties.and_then(|properties| properties.child("w:tblStyle")?.attribute("w:val"));
        let own = properties.and_then(|properties| properties.child("w:tblBorders")).map(has_lines);
        table.ruled = borders.decide(own.or_else(|| self.parts.styles.ruled(style)));
        Ok((!table.rows.is_empty()).then_some(table))
    }
}

/// The text of an element in a run.
fn text(element: &Element, look: Look<'_>, line: &mut Line) {
    let text = element.text();
    if look.deleted {
        line.deleted.push_str(&text);
        return;
    }
    for (is, words) in [
        (look.inserted, &mut line.inserted),
        (look.hidden, &mut line.hidden),
        (look.struck, &mut line.struck),
    ] {
        tell(words, is, &text);
    }
    line.write(&text, look.bold);
}

/// What the cells of a table say of its lines.
#[derive(Default)]
struct Borders {
    cells: usize,
    drawn: usize,
    undrawn: usize,
}

impl Borders {
    fn see(&mut self, borders: Option<&Element>) {
        self.cells += 1;
        let Some(borders) = borders else { return };
        let sides = [
            ["w:top", "w:top"],
            ["w:bottom", "w:bottom"],
            ["w:left", "w:start"],
            ["w:right", "w:end"],
        ];
        let said: Vec<bool> = sides
            .iter()
            .filter_map(|[side, other]| value(borders, side).or_else(|| value(borders, other)))
            .map(|line| !matches!(line.as_str(), "none" | "nil"))
            .collect();
        let drawn = said.iter().filter(|drawn| **drawn).count();
        self.drawn += usize::from(drawn >= 2);
        self.undrawn += usize::from(drawn == 0 && said.len() == 4);
    }

    /// Most cells decide, else the table.
    fn decide(&self, table: Option<bool>) -> bool {
        if self.drawn * 2 > self.cells {
            true
        } else if self.undrawn * 2 > self.cells {
            false
        } else {
            table.unwrap_or(false)
        }
    }
}

/// Takes rows out that were deleted, and out of the cells that reach over them.
fn without_rows(table: &mut Table, deleted: &BTreeSet<usize>) {
    if deleted.is_empty() {
        return;
    }
    for (at, row) in table.rows.iter_mut().enumerate() {
        for cell in row {
            let below = at + 1..at + cell.height;
            cell.height -= deleted.range(below).count();
        }
    }
    let mut at = 0;
    table.rows.retain(|_| {
        at += 1;
        !deleted.contains(&(at - 1))
    });
}

/// Rows, through what may stand around them.
fn rows_of<'a>(table: &'a Element, rows: &mut Vec<&'a Element>) {
    through(table, "w:tr", rows);
}

/// Cells, through what may stand around them.
fn cells_of<'a>(row: &'a Element, cells: &mut Vec<&'a Element>) {
    through(row, "w:tc", cells);
}

fn through<'a>(holder: &'a Element, name: &str, found: &mut Vec<&'a Element>) {
    for element in holder.elements() {
        if element.name == name {
            found.push(element);
        } else if element.name == "mc:AlternateContent" {
            chosen(element).into_iter().for_each(|chosen| through(chosen, name, found));
        } else if !matches!(
            element.name.as_str(),
            "w:tr" | "w:tc" | "w:p" | "w:tbl" | "w:tblPr" | "w:trPr"
        ) {
            through(element, name, found);
        }
    }
}

/// The one of several forms that is read: the first choice, or what stands there for older programs where the choice says
/// nothing.
fn chosen(alternatives: &Element) -> Option<&Element> {
    let (choice, fallback) = (alternatives.child("mc:Choice"), alternatives.child("mc:Fallback"));
    match (choice, fallback) {
        (Some(choice), Some(fallback)) if !has_words(choice) && has_words(fallback) => {
            Some(fallback)
        }
        (choice, fallback) => choice.or(fallback),
    }
}

/// Looks through a drawing, at one form of each thing.
fn look_at_drawing<'a>(drawing: &'a Element, see: &mut impl FnMut(&'a Element) -> bool) {
    for element in drawing.elements() {
        if element.name == "mc:AlternateContent" {
            if let Some(chosen) = chosen(element) {
                look_at_drawing(chosen, see);
            }
        } else if see(element) {
            look_at_drawing(element, see);
        }
    }
}

/// Whether words stand somewhere within.
fn has_words(element: &Element) -> bool {
    !words_in(element).trim().is_empty()
}

/// All words within, deleted ones too.
fn words_in(element: &Element) -> String {
    let mut words = String::new();
    if matches!(element.name.as_str(), "w:t" | "w:delText" | "m:t") {
        words = element.text();
    }
    let mut before = None;
    element.look(&mut |element: &Element| {
        let is_text = matches!(element.name.as_str(), "w:t" | "w:delText" | "m:t" | "a:t");
        if is_text {
            words.push_str(&element.text());
        } else if element.name == "w:p" && before.replace(()).is_some() {
            words.push(' ');
        }
        true
    });
    words
}

/// What stands at the head or foot of pages: its words, and pictures.
pub(super) fn furniture(root: &Element) -> Vec<(What, String)> {
    let mut lines = Vec::new();
    for paragraph in root.all("w:p") {
        let mut words = String::new();
        paragraph.look(&mut |element| match element.name.as_str() {
            "w:t" => {
                words.push_str(&element.text());
                true
            }
            "w:tab" | "w:br" => {
                words.push(' ');
                true
            }
            "mc:Fallback" | "w:p" => false,
            _ => true,
        });
        lines.push(folded(&Door::default().usual(&words)));
    }
    lines.retain(|line| !line.is_empty());
    let mut told = Vec::new();
    if !lines.is_empty() {
        told.push((What::PageFurniture, lines.join(" ")));
    }
    let drawn = root.all("v:textpath");
    let drawn = drawn.iter().filter_map(|path| path.attribute("string"));
    told.extend(drawn.map(|words| (What::Picture, words.to_owned())));
    told
}
