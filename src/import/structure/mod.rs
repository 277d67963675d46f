//! The regions of a document: furniture, head, title, text, recipients, signature, appendices, an enclosed document.
//!
//! In: a sheet. Out: [`Found`] with regions and tables; agencies and times are read after it. Every line that gets a place
//! is settled in the sheet; what is left is told as unplaced.

pub(crate) mod furniture;
pub(crate) mod letterhead;
pub(crate) mod outline;
mod signs;

use super::answers::Answers;
use super::found::{Found, Passage, Region};
use super::lines::marks::{Mark, candidates};
use super::lines::{closing, wrap};
use super::question::Note;
use super::sheet::{Fate, Furniture, Grid, Item, Line, Sheet};
use super::tables;
use crate::text::search_key;
use outline::Outline;
use signs::{
    fits_body, fits_line, is_appendix_head, is_closing, is_kind_line, is_loud, is_title,
    letterhead_end, line_of, lines_of, opens_closing, opens_unnamed, short, start,
};

/// The most lines of a title.
const TITLE: usize = 14;

/// Reads a sheet. `broken` says that the form has only lines, which a page may have broken.
pub(crate) fn read(sheet: &mut Sheet, broken: bool, answers: &Answers) -> Found {
    furniture::take_out(sheet);
    let width = if broken { wrap::width(sheet) } else { None };
    let items = std::mem::take(&mut sheet.items);
    let mut reader = Reader {
        sheet,
        answers,
        width,
        found: Found::default(),
        outline: Outline::default(),
        appendices: 0,
        place: Place::Body,
        signed: false,
    };
    reader.document(signs::rejoined(items));
    reader.found
}

/// Where the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// In the text of the document.
    Body,
    /// Behind its signature.
    Behind,
    /// In an appendix.
    Appendix,
}

struct Reader<'a> {
    sheet: &'a mut Sheet,
    answers: &'a Answers,
    width: Option<usize>,
    found: Found,
    outline: Outline,
    appendices: usize,
    place: Place,
    /// The document has its signature, or its list of recipients.
    signed: bool,
}

impl Reader<'_> {
    fn document(&mut self, items: Vec<Item>) {
        let start = start(&items);
        let mut items = items.into_iter();
        for item in items.by_ref().take(start) {
            for line in lines_of(&item) {
                self.sheet.settle(&line.raws, Fate::Furniture(Furniture::Front));
            }
        }
        let rest: Vec<Item> = items.collect();
        let kind = rest.iter().position(is_kind_line);
        let head = kind.unwrap_or_else(|| letterhead_end(&rest));
        let mut rest = rest.into_iter();
        let letterhead: Vec<Item> = rest.by_ref().take(head).collect();
        self.letterhead(&letterhead);
        let rest: Vec<Item> = rest.collect();
        let at = self.title(&rest);
        let issuer = self.found.head.issuer.as_deref().map(search_key);
        if issuer.is_some_and(|issuer| letterhead::lacks_place(&issuer)) {
            self.found.head.issuer = None;
        }
        self.text(rest, at);
    }

    fn letterhead(&mut self, items: &[Item]) {
        let lines: Vec<&Line> = items.iter().flat_map(lines_of).collect();
        letterhead::read(&lines, &mut self.found.head);
        let mut blocks: Vec<Vec<Line>> = Vec::new();
        for item in items {
            match item {
                Item::Line(line) => match blocks.last_mut() {
                    Some(block) if !line.gap => block.push(line.clone()),
                    _ => blocks.push(vec![line.clone()]),
                },
                Item::Grid(grid) => {
                    let cells = grid.rows.iter().flatten().filter(|cell| !cell.lines.is_empty());
                    blocks.extend(cells.map(|cell| cell.lines.clone()));
                    // What follows a table begins anew.
                    blocks.push(Vec::new());
                }
            }
        }
        blocks.retain(|block| !block.is_empty());
        self.lines("dau_van_ban", blocks);
    }

    /// Takes kind and title; returns where the text begins.
    fn title(&mut self, items: &[Item]) -> usize {
        let mut at = 0;
        let mut blocks: Vec<Vec<Line>> = Vec::new();
        let mut words: Vec<String> = Vec::new();
        if let Some(line) =
            items.first().and_then(line_of).filter(|line| letterhead::kind(&line.text).is_some())
            && let Some((kind, rest)) = letterhead::kind(&line.text)
        {
            self.found.head.kind.get_or_insert(kind);
            if !rest.is_empty() {
                words.push(rest.to_owned());
            }
            blocks.push(vec![line.clone()]);
            at = 1;
        }
        let first = at;
        let mut title: Vec<Line> = Vec::new();
        while at < items.len() && at - first < TITLE {
            let Some(line) = line_of(&items[at]) else { break };
            // Who decides stands below the title of what is decided.
            if at > first && self.is_issuer(line) {
                break;
            }
            if !is_title(line, title.last(), words.is_empty()) {
                break;
            }
            words.push(line.text.clone());
            title.push(line.clone());
            at += 1;
        }
        if !title.is_empty() {
            blocks.push(title);
        }
        while let Some(line) =
            items.get(at).and_then(line_of).filter(|line| furniture::is_rule(&line.text))
        {
            self.sheet.settle(&line.raws, Fate::Furniture(Furniture::Rule));
            at += 1;
        }
        self.found.head.title = words.join(" ");
        self.lines("ten_van_ban", blocks);
        at
    }

    /// Whether a line names the issuer once more; a letterhead may have lost the issuer's place.
    fn is_issuer(&mut self, line: &Line) -> bool {
        let issuer = self.found.head.issuer.as_deref().map(search_key).unwrap_or_default();
        let key = search_key(&line.text);
        let is = !issuer.is_empty() && is_loud(&line.text) && key.starts_with(&issuer);
        if is && key.len() > issuer.len() && letterhead::lacks_place(&issuer) {
            self.found.head.issuer = Some(line.text.clone());
        }
        is
    }

    /// Places lines under a region of their own.
    fn lines(&mut self, region: &'static str, blocks: Vec<Vec<Line>>) {
        let mut kept: Vec<Vec<Line>> = Vec::new();
        for block in blocks {
            let block: Vec<Line> = block.into_iter().filter(|line| fits_line(&line.text)).collect();
            for line in &block {
                self.sheet.settle(&line.raws, Fate::Content);
            }
            if !block.is_empty() {
                kept.push(block);
            }
        }
        self.found.regions.push(Region::Lines(region, kept));
    }

    fn text(&mut self, items: Vec<Item>, from: usize) {
        self.place = Place::Body;
        self.begin(&items[from..]);
        let mut pending: Vec<Line> = Vec::new();
        let mut at = from;
        while at < items.len() {
            match &items[at] {
                Item::Grid(grid) => {
                    self.flush(&mut pending);
                    let behind = self.place == Place::Behind;
                    if is_closing(grid) && (self.place != Place::Appendix || !self.signed) {
                        at = self.closing(&items, at);
                    } else if behind && grid.lines().any(|line| letterhead::is_motto(&line.text)) {
                        self.enclosed(items[at..].to_vec());
                        return;
                    } else if behind && !grid.ruled {
                        // What a portal puts below a document.
                        at += 1;
                    } else {
                        if behind {
                            self.unnamed();
                            self.begin(&items[at..]);
                        }
                        self.grid(grid);
                        at += 1;
                    }
                }
                Item::Line(line) => {
                    if self.place != Place::Behind
                        && let Some((table, next)) =
                            tables::stacked::read(&items, at, self.width, self.sheet)
                    {
                        self.flush(&mut pending);
                        self.tasks(table);
                        at = next;
                        continue;
                    }
                    let may_close = match self.place {
                        Place::Body => true,
                        Place::Behind => false,
                        Place::Appendix => !self.signed,
                    };
                    let closes = may_close && opens_closing(&items, at);
                    if closes {
                        self.flush(&mut pending);
                        at = self.closing(&items, at);
                    } else if self.opens_appendix(line) {
                        self.flush(&mut pending);
                        at = self.appendix(&items, at);
                    } else if self.place == Place::Behind
                        && (letterhead::is_kind(&line.text) || letterhead::is_motto(&line.text))
                    {
                        self.enclosed(items[at..].to_vec());
                        return;
                    } else if self.place == Place::Behind && opens_unnamed(&items, at) {
                        self.told(
                            line,
                            "Phần sau chữ ký không mang tên phụ lục; đã để là một phụ lục.",
                        );
                        at = self.appendix(&items, at);
                    } else {
                        if self.place != Place::Behind {
                            pending.push(line.clone());
                        }
                        at += 1;
                    }
                }
            }
        }
        self.flush(&mut pending);
    }

    fn begin(&mut self, items: &[Item]) {
        let lines = items.iter().filter_map(line_of);
        let lines = lines.take_while(|line| !is_appendix_head(&line.text));
        let lines: Vec<&Line> = lines.collect();
        self.outline = Outline::over(lines.iter().copied());
    }

    /// The waiting lines become passages.
    fn flush(&mut self, pending: &mut Vec<Line>) {
        let mut lines = std::mem::take(pending);
        for line in lines.iter().filter(|line| furniture::is_rule(&line.text)) {
            self.sheet.settle(&line.raws, Fate::Furniture(Furniture::Rule));
        }
        lines.retain(|line| !furniture::is_rule(&line.text));
        if let Some(width) = self.width {
            lines = wrap::joined(self.sheet, lines, width);
        }
        let mut passages: Vec<Passage> = Vec::new();
        for line in lines {
            // The title of a chapter stands on its own line.
            if let Some(last) = passages.last_mut()
                && matches!(candidates(&last.line.text)[..], [Mark::Named(_, _, true)])
                && !last.line.text.contains('\n')
                && candidates(&line.text).is_empty()
                && (is_loud(&line.text) || line.bold || line.centred)
            {
                last.line.text = format!("{}\n{}", last.line.text, line.text);
                last.line.raws.extend(line.raws);
                continue;
            }
            if !fits_body(&line.text) {
                self.found.notes.push(Note {
                    at: self.sheet.raws.get(line.raws[0]).map(|raw| raw.at.clone()),
                    words: "Dòng có dấu mà van-ban.md dành cho việc khác; chưa xếp chỗ.".to_owned(),
                });
                continue;
            }
            let known = self.found.notes.len();
            let passage = self.outline.take(line, &mut self.found.notes);
            let at = passage.line.raws.first().map(|raw| self.sheet.raws[*raw].at.clone());
            self.found.notes[known..].iter_mut().for_each(|note| note.at = at.clone());
            if passage.sic {
                self.found.notes.push(Note {
                    at,
                    words: format!(
                        "“{}”: số hay chữ không nối tiếp mục trước; giữ như bản nguồn.",
                        short(&passage.line.text)
                    ),
                });
            }
            passages.push(passage);
        }
        self.body(passages);
    }

    fn body(&mut self, passages: Vec<Passage>) {
        for passage in &passages {
            self.sheet.settle(&passage.line.raws, Fate::Content);
        }
        if passages.is_empty() {
            return;
        }
        if let Some(Region::Body(body)) = self.found.regions.last_mut() {
            body.extend(passages);
        } else {
            self.found.regions.push(Region::Body(passages));
        }
    }

    fn grid(&mut self, grid: &Grid) {
        match tables::grid::read(
            grid,
            self.found.tables.len() + 1,
            self.answers,
            &mut self.found.questions,
        ) {
            tables::grid::Kind::Tasks(table) => self.tasks(table),
            tables::grid::Kind::Plain(table) => {
                let raws: Vec<usize> = grid.lines().flat_map(|line| line.raws.clone()).collect();
                if table.rows.iter().flatten().flatten().any(|line| !fits_line(&line.text)) {
                    return;
                }
                self.body(vec![Passage {
                    line: Line { raws, ..Line::default() },
                    marks: 0,
                    sic: false,
                    table: Some(table),
                }]);
            }
            tables::grid::Kind::Layout => {
                let mut lines: Vec<Line> = grid.lines().cloned().collect();
                lines.iter_mut().for_each(|line| line.gap = true);
                self.flush(&mut lines);
            }
        }
        let mut notes = grid.notes.clone();
        self.flush(&mut notes);
    }

    /// An appendix without title begins.
    fn unnamed(&mut self) {
        self.appendices += 1;
        self.place = Place::Appendix;
        self.found.regions.push(Region::Lines("phu_luc", Vec::new()));
    }

    fn told(&mut self, line: &Line, words: &str) {
        let at = line.raws.first().map(|raw| self.sheet.raws[*raw].at.clone());
        self.found.notes.push(Note { at, words: words.to_owned() });
    }

    fn tasks(&mut self, mut table: super::found::TaskTable) {
        let mut above = std::mem::take(&mut table.above);
        self.flush(&mut above);
        let nth = self.found.tables.len() + 1;
        if nth > 1 {
            table.code = Some(format!("b{nth}"));
            if self.place == Place::Appendix {
                table.name = Some(format!("Phụ lục {}, bảng {nth}", self.appendices));
            }
        }
        tables::settle(&table, self.sheet);
        self.found.notes.extend(tables::doubts::of(&table, self.sheet));
        let notes = std::mem::take(&mut table.notes);
        self.found.tables.push(table);
        self.found.regions.push(Region::Table(nth - 1));
        let mut notes = notes;
        self.flush(&mut notes);
    }

    /// Takes recipients and signature; returns what comes behind.
    fn closing(&mut self, items: &[Item], from: usize) -> usize {
        let mut at = from;
        let mut lines: Vec<Line> = Vec::new();
        let mut signed = false;
        while at < items.len() {
            match &items[at] {
                Item::Grid(grid) if is_closing(grid) => {
                    for line in grid.rows.iter().flatten().flat_map(|cell| &cell.lines) {
                        lines.push(line.clone());
                    }
                    signed |= grid.lines().any(|line| closing::is_person(&line.text));
                }
                Item::Grid(_) => break,
                Item::Line(line) => {
                    let behind = signed
                        || is_appendix_head(&line.text)
                        || (at > from && letterhead::is_kind(&line.text));
                    if behind {
                        break;
                    }
                    let is_signature =
                        lines.iter().any(|line| closing::opens_signature(&line.text));
                    signed = is_signature && closing::is_person(&line.text);
                    lines.push(line.clone());
                }
            }
            at += 1;
        }
        self.settle_closing(lines);
        self.place = Place::Behind;
        at
    }

    fn settle_closing(&mut self, lines: Vec<Line>) {
        let mut recipients: Vec<Line> = Vec::new();
        let mut signature: Vec<Line> = Vec::new();
        let mut order: Vec<bool> = Vec::new();
        let mut in_list = false;
        for line in lines {
            if closing::opens_recipients(&line.text) {
                in_list = true;
            } else if in_list
                && closing::opens_signature(&line.text)
                && !line.text.starts_with(['-', '+'])
            {
                in_list = false;
            }
            order.push(in_list);
            if in_list { recipients.push(line) } else { signature.push(line) }
        }
        let refs: Vec<&Line> = signature.iter().collect();
        if self.found.signatory.is_none() {
            self.found.signatory = closing::signatory(&refs);
        }
        // A name stands apart from offices.
        let mut blocks: Vec<Vec<Line>> = vec![Vec::new()];
        for line in signature {
            if closing::is_person(&line.text) {
                blocks.push(vec![line]);
                blocks.push(Vec::new());
            } else if let Some(block) = blocks.last_mut() {
                block.push(line);
            }
        }
        blocks.retain(|block| !block.is_empty());
        let recipients = if recipients.is_empty() { Vec::new() } else { vec![recipients] };
        if order.first() == Some(&true) {
            self.end_region("noi_nhan", recipients);
            self.end_region("chu_ky", blocks);
        } else {
            self.end_region("chu_ky", blocks);
            self.end_region("noi_nhan", recipients);
        }
        self.signed = true;
    }

    /// Places recipients or a signature: with those that the document has, and before its appendices.
    fn end_region(&mut self, name: &'static str, blocks: Vec<Vec<Line>>) {
        if blocks.is_empty() {
            return;
        }
        self.lines(name, blocks);
        let Some(Region::Lines(_, blocks)) = self.found.regions.pop() else { return };
        let regions = &self.found.regions;
        let enclosed = |region: &Region| matches!(region, Region::Enclosed);
        let from = regions.iter().rposition(enclosed).map_or(0, |at| at + 1);
        let own = &mut self.found.regions[from..];
        let is = |region: &Region, wanted: &str| matches!(region, Region::Lines(name, _) if *name == wanted);
        if let Some(Region::Lines(_, same)) = own.iter_mut().find(|region| is(region, name)) {
            same.extend(blocks);
            return;
        }
        let before = own.iter().position(|region| is(region, "phu_luc"));
        let at = before.map_or(self.found.regions.len(), |at| from + at);
        if before.is_some() {
            let words = match name {
                "chu_ky" => "Chữ ký đứng sau phụ lục trong bản nguồn; trang xếp trước phụ lục.",
                _ => "Nơi nhận đứng sau phụ lục trong bản nguồn; trang xếp trước phụ lục.",
            };
            self.found.notes.push(Note { at: None, words: words.to_owned() });
        }
        self.found.regions.insert(at, Region::Lines(name, blocks));
    }

    fn opens_appendix(&self, line: &Line) -> bool {
        is_appendix_head(&line.text)
            && (self.place != Place::Body || line.gap || line.new_page || line.centred)
    }

    /// Takes the title of an appendix; returns where its text begins.
    fn appendix(&mut self, items: &[Item], from: usize) -> usize {
        self.appendices += 1;
        self.place = Place::Appendix;
        let mut at = from;
        let mut blocks: Vec<Vec<Line>> = Vec::new();
        let mut closed = false;
        while at < items.len() && at - from < TITLE {
            let Some(line) = line_of(&items[at]) else { break };
            let is_first = at == from;
            let in_brackets = line.text.starts_with('(')
                || (!closed
                    && blocks.last().is_some_and(|block| {
                        let text: String = block.iter().map(|line| line.text.as_str()).collect();
                        text.starts_with('(') && !text.contains(')')
                    }));
            let stops = !candidates(&line.text).is_empty()
                || tables::stacked::opens(items, at)
                || (closed && !in_brackets);
            let is_name = is_first
                || in_brackets
                || is_loud(&line.text)
                || line.centred
                || line.bold
                || (at == from + 1
                    && line.text.chars().count() <= 200
                    && !line.text.ends_with(['.', ':', ';']));
            if !is_first && (stops || !is_name) {
                break;
            }
            closed |= in_brackets && line.text.contains(')');
            match blocks.last_mut() {
                Some(block) if !line.gap => block.push(line.clone()),
                _ => blocks.push(vec![line.clone()]),
            }
            at += 1;
        }
        self.lines("phu_luc", blocks);
        self.begin(&items[at..]);
        at
    }

    fn enclosed(&mut self, items: Vec<Item>) {
        self.found.regions.push(Region::Enclosed);
        self.signed = false;
        let kind = items.iter().position(is_kind_line).unwrap_or(0);
        let mut items = items.into_iter();
        let head: Vec<Item> = items.by_ref().take(kind).collect();
        if !head.is_empty() {
            let own = std::mem::take(&mut self.found.head);
            self.letterhead(&head);
            self.found.head = own;
        }
        let rest: Vec<Item> = items.collect();
        let own = std::mem::take(&mut self.found.head);
        let at = self.title(&rest);
        self.found.head = own;
        self.text(rest, at);
    }
}
