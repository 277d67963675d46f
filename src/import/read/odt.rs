//! Texts of OpenDocument, as LibreOffice writes them (OpenDocument 1.3 part 3).

use std::collections::{BTreeMap, BTreeSet};

use super::characters::{Door, folded, tell};
use super::grid::{Grid, MOST_CELLS, MOST_COLUMNS, is_line};
use super::numerals::{letters, roman};
use super::package::Package;
use super::refusal::{Counted, Refusal};
use super::xml::{Element, Node};
use crate::import::block::{
    Block, Cell, Document, Noticed, Origin, Paragraph, Table, What, paragraphs_of,
};

/// The part that holds the text.
pub(super) const CONTENT: &str = "content.xml";

/// The most paragraphs of a document.
const MOST_PARAGRAPHS: usize = 200_000;

/// So many empty rows are made of those that one stands for; sheets repeat one to their end.
const MOST_EMPTY_ROWS: usize = 20;

/// The most bytes of text that rows and cells which stand for several of them may come to. Texts have none that hold words;
/// sheets do.
const MOST_AGAIN: usize = 5_000_000;

/// The levels of a list.
const LEVELS: usize = 10;

/// Reads a document.
pub(super) fn read(package: &mut Package<'_>) -> Result<Document, Refusal> {
    let missing =
        || Refusal::Broken { part: CONTENT.to_owned(), why: "không có phần này".to_owned() };
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if String::from_utf8_lossy(&manifest).contains("encryption-data") {
        return Err(Refusal::Locked);
    }
    let content = package.part(CONTENT)?.ok_or_else(missing)?;
    let content = Element::read(CONTENT, &content)?;
    let common = match package.part("styles.xml")? {
        Some(bytes) => Some(Element::read("styles.xml", &bytes)?),
        None => None,
    };
    let mut styles = Styles::default();
    for root in common.iter().chain([&content]) {
        styles.read(root);
    }
    let mut reader = Reader { styles, ..Reader::default() };
    if let Some(root) = &common {
        reader.furniture(root);
    }
    let mut blocks = Vec::new();
    let texts = content.child("office:body").into_iter().flat_map(Element::elements);
    let texts: Vec<&Element> = texts.filter(|body| body.name == "office:text").collect();
    // Of a root that is not known, what it holds may be.
    for text in if texts.is_empty() { vec![&content] } else { texts } {
        reader.changes(text);
        reader.blocks(text, Scope::default(), &mut blocks)?;
    }
    reader.noticed.extend(reader.door.noticed());
    if package.names().iter().any(|name| name.starts_with("Basic/") || name.starts_with("Scripts/"))
    {
        reader.noticed.push(Noticed {
            at: Origin::default(),
            what: What::Macro,
            words: "Basic".to_owned(),
        });
    }
    Ok(Document { blocks, noticed: reader.noticed })
}

/// Named looks, each with the one that it comes from.
#[derive(Default)]
struct Styles {
    /// By family, then by name.
    by_name: BTreeMap<String, BTreeMap<String, Style>>,
    lists: BTreeMap<String, BTreeMap<usize, Level>>,
}

/// The list of headings, which has no name of its own in a document.
const OUTLINE: &str = "\0outline";

#[derive(Default)]
struct Style {
    parent: Option<String>,
    bold: Option<bool>,
    centred: Option<bool>,
    new_page: Option<bool>,
    page_after: Option<bool>,
    hidden: Option<bool>,
    struck: Option<bool>,
    drawn: Option<bool>,
    list: Option<String>,
}

/// One level of a list.
#[derive(Clone)]
struct Level {
    start: i64,
    /// The form of its number; none for a bullet.
    form: Option<String>,
    prefix: String,
    suffix: String,
    bullet: String,
    /// How many levels its number shows.
    shown: usize,
}

impl Styles {
    fn read(&mut self, root: &Element) {
        for holder in root.elements().filter(|holder| {
            matches!(holder.name.as_str(), "office:styles" | "office:automatic-styles")
        }) {
            for element in holder.elements() {
                if element.name == "text:outline-style" {
                    self.lists.insert(OUTLINE.to_owned(), levels(element));
                }
                let Some(name) = element.attribute("style:name") else { continue };
                match element.name.as_str() {
                    "style:style" => {
                        let family =
                            element.attribute("style:family").unwrap_or_default().to_owned();
                        self.by_name
                            .entry(family)
                            .or_default()
                            .insert(name.to_owned(), style(element));
                    }
                    "text:list-style" => {
                        self.lists.insert(name.to_owned(), levels(element));
                    }
                    _ => {}
                }
            }
        }
    }

    fn first<T>(
        &self,
        family: &str,
        name: Option<&str>,
        say: impl Fn(&Style) -> Option<T>,
    ) -> Option<T> {
        let family = self.by_name.get(family)?;
        let mut at = name;
        for _ in 0..30 {
            let style = family.get(at?)?;
            if let Some(said) = say(style) {
                return Some(said);
            }
            at = style.parent.as_deref();
        }
        None
    }
}

fn style(element: &Element) -> Style {
    let text = element.child("style:text-properties");
    let paragraph = element.child("style:paragraph-properties");
    let cell = element.child("style:table-cell-properties");
    let breaks = |name| {
        paragraph.and_then(|properties| properties.attribute(name)).map(|value| value == "page")
    };
    let page =
        element.attribute("style:master-page-name").filter(|name| !name.is_empty()).map(|_| true);
    let weight = text.and_then(|properties| properties.attribute("fo:font-weight"));
    let table_break = element
        .child("style:table-properties")
        .and_then(|properties| properties.attribute("fo:break-before"))
        .map(|value| value == "page");
    Style {
        parent: element.attribute("style:parent-style-name").map(str::to_owned),
        bold: weight.map(|weight| {
            weight == "bold" || weight.parse::<u16>().is_ok_and(|weight| weight >= 600)
        }),
        centred: paragraph
            .and_then(|properties| properties.attribute("fo:text-align"))
            .map(|align| align == "center"),
        new_page: breaks("fo:break-before").or(page).or(table_break),
        page_after: breaks("fo:break-after"),
        hidden: text
            .and_then(|properties| properties.attribute("text:display"))
            .map(|display| display == "none"),
        struck: text
            .and_then(|properties| {
                let style = properties.attribute("style:text-line-through-style");
                style.or(properties.attribute("style:text-line-through-type"))
            })
            .map(|line| line != "none"),
        drawn: cell.and_then(drawn),
        list: element
            .attribute("style:list-style-name")
            .filter(|name| !name.is_empty())
            .map(str::to_owned),
    }
}

/// Whether a cell has lines on two sides or more; none if it says nothing of them.
fn drawn(properties: &Element) -> Option<bool> {
    let is_drawn = |value: &str| is_line(value);
    if let Some(all) = properties.attribute("fo:border") {
        return Some(is_drawn(all));
    }
    let sides = ["fo:border-top", "fo:border-bottom", "fo:border-left", "fo:border-right"];
    let said: Vec<bool> =
        sides.iter().filter_map(|side| properties.attribute(side)).map(is_drawn).collect();
    (!said.is_empty()).then(|| said.iter().filter(|drawn| **drawn).count() >= 2)
}

fn levels(list: &Element) -> BTreeMap<usize, Level> {
    let mut levels = BTreeMap::new();
    for element in list.elements() {
        let Some(level) =
            element.attribute("text:level").and_then(|level| level.parse::<usize>().ok())
        else {
            continue;
        };
        let say = |name| element.attribute(name).unwrap_or_default().to_owned();
        let is_number = matches!(
            element.name.as_str(),
            "text:list-level-style-number" | "text:outline-level-style"
        );
        if !(1..=LEVELS).contains(&level) {
            continue;
        }
        levels.insert(
            level,
            Level {
                start: element
                    .attribute("text:start-value")
                    .and_then(|start| start.parse().ok())
                    .unwrap_or(1),
                form: is_number.then(|| say("style:num-format")),
                prefix: say("style:num-prefix"),
                suffix: say("style:num-suffix"),
                bullet: say("text:bullet-char"),
                shown: element
                    .attribute("text:display-levels")
                    .and_then(|shown| shown.parse().ok())
                    .unwrap_or(1),
            },
        );
    }
    levels
}

/// Where blocks stand.
#[derive(Clone, Copy, Default)]
struct Scope {
    cell: Option<(usize, usize, usize)>,
}

/// How text stands.
#[derive(Clone, Copy)]
struct Look {
    bold: bool,
    hidden: bool,
    struck: bool,
}

/// A list that is open.
struct List {
    style: Option<String>,
    id: Option<String>,
}

/// A paragraph while it is read.
#[derive(Default)]
struct Line {
    text: String,
    some: bool,
    other: bool,
    hidden: String,
    struck: String,
    notes: Vec<(String, Vec<Paragraph>)>,
    after: Vec<Block>,
}

#[derive(Default)]
struct Reader {
    styles: Styles,
    door: Door,
    noticed: Vec<Noticed>,
    paragraphs: usize,
    tables: usize,
    cells: usize,
    /// Bytes of text that were read once more for a row or a cell that stands for several.
    again: usize,
    lists: Vec<List>,
    /// How far each list has counted: by its style, and by its own name where it goes on.
    counted: BTreeMap<String, [Option<i64>; LEVELS]>,
    /// The number of an item whose first paragraph has not come.
    number: Option<String>,
    told: BTreeSet<String>,
    new_page: bool,
    note: Option<Origin>,
    /// Regions that were inserted, by their names; and the open one's words.
    inserted: BTreeSet<String>,
    inserting: bool,
    insertion: String,
}

impl Reader {
    fn here(&self, scope: Scope) -> Origin {
        self.note.clone().unwrap_or(Origin { line: self.paragraphs.max(1), cell: scope.cell })
    }

    fn notice(&mut self, at: Origin, what: What, words: &str) {
        let words = folded(&self.door.usual(words)).replace('\n', " ");
        self.noticed.push(Noticed { at, what, words });
    }

    /// Tracked changes: deleted words stand in a list of their own.
    fn changes(&mut self, text: &Element) {
        for region in text.all("text:changed-region") {
            if let Some(deletion) = region.child("text:deletion") {
                let words: Vec<String> =
                    deletion.all("text:p").iter().map(|p| all_text(p)).collect();
                self.notice(Origin::default(), What::Deleted, &words.join(" "));
            }
            if region.child("text:insertion").is_some() {
                let id = region.attribute("text:id").or(region.attribute("xml:id"));
                self.inserted.extend(id.map(str::to_owned));
            }
        }
    }

    fn furniture(&mut self, root: &Element) {
        for page in root.all("style:master-page") {
            for part in page.elements().filter(|part| {
                part.name.starts_with("style:header") || part.name.starts_with("style:footer")
            }) {
                let words: Vec<String> = part.all("text:p").iter().map(|p| all_text(p)).collect();
                let words = words.join(" ");
                if !words.trim().is_empty() {
                    self.notice(Origin::default(), What::PageFurniture, &words);
                }
            }
        }
    }

    fn blocks(
        &mut self,
        holder: &Element,
        scope: Scope,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Refusal> {
        for element in holder.elements() {
            match element.name.as_str() {
                "text:p" | "text:h" => self.paragraph(element, scope, blocks)?,
                "text:list" => self.list(element, scope, blocks)?,
                "table:table" => {
                    let table = self.table(element, scope)?;
                    blocks.extend(table.map(Block::Table));
                }
                "text:tracked-changes"
                | "office:forms"
                | "text:sequence-decls"
                | "office:annotation"
                | "text:variable-decls"
                | "text:user-field-decls" => {}
                "text:change-start" => self.change(element, true, &self.here(scope)),
                "text:change-end" => self.change(element, false, &self.here(scope)),
                "draw:frame" | "draw:custom-shape" | "draw:rect" | "draw:g" | "draw:line" => {
                    let mut line = Line::default();
                    self.drawing(element, scope, &mut line)?;
                    blocks.append(&mut line.after);
                }
                // Sections, indexes and what else holds blocks.
                _ => self.blocks(element, scope, blocks)?,
            }
        }
        Ok(())
    }

    fn change(&mut self, element: &Element, starts: bool, at: &Origin) {
        let id = element.attribute("text:change-id").unwrap_or_default();
        if !self.inserted.contains(id) {
            return;
        }
        self.inserting = starts;
        if !starts {
            let words = std::mem::take(&mut self.insertion);
            self.notice(at.clone(), What::Inserted, &words);
        }
    }

    fn paragraph(
        &mut self,
        element: &Element,
        scope: Scope,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Refusal> {
        self.paragraphs += 1;
        if self.paragraphs > MOST_PARAGRAPHS {
            return Err(Refusal::TooMany { what: Counted::Paragraphs, most: MOST_PARAGRAPHS });
        }
        let at = self.here(scope);
        let name = element.attribute("text:style-name");
        let say = |styles: &Styles, say: fn(&Style) -> Option<bool>| {
            styles.first("paragraph", name, say) == Some(true)
        };
        self.new_page |= say(&self.styles, |style| style.new_page);
        let look = Look {
            bold: say(&self.styles, |style| style.bold),
            hidden: say(&self.styles, |style| style.hidden),
            struck: say(&self.styles, |style| style.struck),
        };
        let centred = say(&self.styles, |style| style.centred);
        let page_after = say(&self.styles, |style| style.page_after);
        let mut line = Line::default();
        self.inline(element, look, scope, &mut line)?;
        if self.inserting {
            self.insertion.push(' ');
        }
        for (what, words) in [(What::Hidden, &line.hidden), (What::Struck, &line.struck)] {
            if !words.trim().is_empty() {
                self.notice(at.clone(), what, words);
            }
        }
        let text = folded(&self.door.usual(&line.text));
        let number = self.number.take().or_else(|| self.of_outline(element));
        if !text.is_empty() || number.is_some() {
            let bold = line.some && !line.other;
            let new_page = std::mem::take(&mut self.new_page);
            blocks.push(Block::Paragraph(Paragraph { at, text, number, bold, centred, new_page }));
        }
        let notes = line.notes.into_iter().filter(|(_, paragraphs)| !paragraphs.is_empty());
        blocks.extend(notes.map(|(mark, paragraphs)| Block::Note { mark, paragraphs }));
        blocks.append(&mut line.after);
        self.new_page |= page_after;
        Ok(())
    }

    /// The number of a heading that stands in no list.
    fn of_outline(&mut self, element: &Element) -> Option<String> {
        let is_heading =
            element.name == "text:h" && element.attribute("text:is-list-header") != Some("true");
        if !is_heading || !self.lists.is_empty() {
            return None;
        }
        let level = element
            .attribute("text:outline-level")
            .and_then(|level| level.parse().ok())
            .unwrap_or(1);
        let form = self.styles.lists.get(OUTLINE)?.get(&level)?.form.as_deref();
        if form.is_none_or(str::is_empty) {
            return None;
        }
        self.next(OUTLINE, Some(OUTLINE), level, None)
    }

    fn inline(
        &mut self,
        holder: &Element,
        look: Look,
        scope: Scope,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        for node in &holder.children {
            let element = match node {
                Node::Text(text) => {
                    // Ends of lines in the file are spaces (19.2.4).
                    let text: String = text
                        .chars()
                        .map(|c| if c.is_ascii_whitespace() { ' ' } else { c })
                        .collect();
                    if text.chars().any(|c| !c.is_whitespace()) {
                        line.some |= look.bold;
                        line.other |= !look.bold;
                    }
                    for (is, words) in [
                        (look.hidden, &mut line.hidden),
                        (look.struck, &mut line.struck),
                        (self.inserting, &mut self.insertion),
                    ] {
                        tell(words, is, &text);
                    }
                    line.text.push_str(&text);
                    continue;
                }
                Node::Element(element) => element,
            };
            match element.name.as_str() {
                // However many blanks it stands for, one is left of them.
                "text:s" => line.text.push(' '),
                "text:tab" => line.text.push('\t'),
                "text:line-break" => line.text.push('\n'),
                "text:soft-page-break" if line.text.trim().is_empty() => self.new_page = true,
                "text:span" | "text:a" => {
                    let name = element
                        .attribute("text:style-name")
                        .filter(|_| element.name == "text:span");
                    let say =
                        |say: fn(&Style) -> Option<bool>| self.styles.first("text", name, say);
                    let look = Look {
                        bold: say(|style| style.bold).unwrap_or(look.bold),
                        hidden: say(|style| style.hidden).unwrap_or(look.hidden),
                        struck: say(|style| style.struck).unwrap_or(look.struck),
                    };
                    self.inline(element, look, scope, line)?;
                }
                "text:note" => self.note(element, scope, line)?,
                "office:annotation" => self.notice(self.here(scope), What::Comment, ""),
                "office:annotation-end" | "text:bookmark" | "text:script" => {}
                "text:change-start" => self.change(element, true, &self.here(scope)),
                "text:change-end" => self.change(element, false, &self.here(scope)),
                name if name.starts_with("draw:") => self.drawing(element, scope, line)?,
                // Paragraphs within one: of an element that is not known.
                "text:p" | "text:h" => {
                    line.text.push('\n');
                    self.inline(element, look, scope, line)?;
                    line.text.push('\n');
                }
                // Fields and other marks show the text that stands in them.
                _ => self.inline(element, look, scope, line)?,
            }
        }
        Ok(())
    }

    fn note(&mut self, element: &Element, scope: Scope, line: &mut Line) -> Result<(), Refusal> {
        let Some(body) = element.child("text:note-body") else { return Ok(()) };
        let mark = format!(
            "[^{}]",
            element.attribute("text:id").unwrap_or_default().trim_matches(['[', ']', ' '])
        );
        let before = self.note.replace(self.here(scope));
        let mut blocks = Vec::new();
        let (number, lists, page) =
            (self.number.take(), std::mem::take(&mut self.lists), self.new_page);
        // Lines are counted through the text, and a note stands where it is called.
        let line_of_text = self.paragraphs;
        self.blocks(body, scope, &mut blocks)?;
        self.paragraphs = line_of_text;
        (self.number, self.lists, self.new_page) = (number, lists, page);
        self.note = before;
        let paragraphs = paragraphs_of(blocks);
        if !paragraphs.is_empty() {
            line.text.push_str(&mark);
        }
        line.notes.push((mark, paragraphs));
        Ok(())
    }

    /// Text boxes come after the paragraph; pictures are told.
    fn drawing(&mut self, element: &Element, scope: Scope, line: &mut Line) -> Result<(), Refusal> {
        match element.name.as_str() {
            "draw:image" | "draw:object" | "draw:object-ole" | "draw:plugin" => return Ok(()),
            _ => {}
        }
        let is_picture =
            element.child("draw:image").is_some() || element.child("draw:object").is_some();
        if is_picture {
            let name = element.attribute("draw:name").unwrap_or_default();
            let title = element.child("svg:title").map(Element::text).unwrap_or_default();
            self.notice(self.here(scope), What::Picture, &format!("{name} {title}"));
        }
        let outside = element.child("draw:image").and_then(|image| image.attribute("xlink:href"));
        if let Some(address) = outside.filter(|address| address.contains("://")) {
            self.notice(self.here(scope), What::External, address);
        }
        let (number, lists) = (self.number.take(), std::mem::take(&mut self.lists));
        for child in element.elements() {
            match child.name.as_str() {
                "draw:text-box" => self.blocks(child, scope, &mut line.after)?,
                "text:p" | "text:h" => self.paragraph(child, scope, &mut line.after)?,
                "text:list" => self.list(child, scope, &mut line.after)?,
                name if name.starts_with("draw:") => self.drawing(child, scope, line)?,
                _ => {}
            }
        }
        (self.number, self.lists) = (number, lists);
        Ok(())
    }

    fn list(
        &mut self,
        list: &Element,
        scope: Scope,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Refusal> {
        let named = list.attribute("text:style-name").map(str::to_owned);
        let outer = self.lists.last().map(|outer| (outer.style.clone(), outer.id.clone()));
        let (outer_style, outer_id) = outer.unwrap_or_default();
        let style = named.or(outer_style);
        let own = list.attribute("xml:id").map(str::to_owned);
        let level = self.lists.len() + 1;
        let goes_on = list.attribute("text:continue-list").map(str::to_owned);
        let by_style = list.attribute("text:continue-numbering") == Some("true");
        let id = match (outer_id, goes_on) {
            (Some(outer), _) => outer,
            // What another list counted so far is counted on under its name.
            (None, Some(other)) => {
                if let (Some(own), Some(counted)) = (&own, self.counted.get(&other).copied()) {
                    self.counted.insert(own.clone(), counted);
                }
                own.clone().unwrap_or(other)
            }
            (None, None) if by_style => format!("style {}", style.clone().unwrap_or_default()),
            (None, None) => own.clone().unwrap_or_else(|| format!("list {}", self.paragraphs)),
        };
        if level == 1 {
            let continued = list.attribute("text:continue-list").is_some() || by_style;
            if !continued {
                self.counted.remove(&id);
            }
        }
        self.lists.push(List { style: style.clone(), id: Some(id.clone()) });
        for item in list.elements() {
            let is_head = item.name == "text:list-header";
            if item.name != "text:list-item" && !is_head {
                continue;
            }
            let begins_with_list =
                item.elements().next().is_some_and(|first| first.name == "text:list");
            let paragraph =
                item.elements().find(|child| matches!(child.name.as_str(), "text:p" | "text:h"));
            // A paragraph's own style may name the list.
            let by_paragraph = paragraph.and_then(|p| {
                self.styles
                    .first("paragraph", p.attribute("text:style-name"), |style| style.list.clone())
            });
            let style = list
                .attribute("text:style-name")
                .map(str::to_owned)
                .or_else(|| style.clone())
                .or(by_paragraph);
            let value = item.attribute("text:start-value").and_then(|value| value.parse().ok());
            if !is_head && !begins_with_list {
                let number = self.next(&id, style.as_deref(), level, value);
                self.number = number;
            }
            self.blocks(item, scope, blocks)?;
            self.number = None;
        }
        self.lists.pop();
        // A later list of the style may go on from here.
        if level == 1
            && let (Some(style), Some(counted)) = (&style, self.counted.get(&id).copied())
        {
            self.counted.insert(format!("style {style}"), counted);
        }
        Ok(())
    }

    /// The number of the next item.
    fn next(
        &mut self,
        id: &str,
        style: Option<&str>,
        level: usize,
        value: Option<i64>,
    ) -> Option<String> {
        let levels = self.styles.lists.get(style?)?.clone();
        let own = levels.get(&level)?;
        let counted = self.counted.entry(id.to_owned()).or_default();
        let index = level.clamp(1, LEVELS) - 1;
        let number =
            value.or(counted[index].map(|before| before.saturating_add(1))).unwrap_or(own.start);
        counted[index] = Some(number);
        counted[index + 1..].fill(None);
        let Some(form) = &own.form else {
            return Some(match own.bullet.as_str() {
                "-" | "+" | "–" | "—" | "*" => own.bullet.clone(),
                _ => "•".to_owned(),
            });
        };
        if form.is_empty() {
            let text = format!("{}{}", own.prefix, own.suffix).trim().to_owned();
            return (!text.is_empty()).then_some(text);
        }
        let first = level.saturating_sub(own.shown.max(1) - 1).max(1);
        let mut shown = Vec::new();
        for at in first..=level {
            let Some(form) = levels
                .get(&at)
                .and_then(|level| level.form.as_deref())
                .filter(|form| !form.is_empty())
            else {
                continue;
            };
            let start = levels.get(&at).map_or(1, |level| level.start);
            let value = counted.get(at - 1).copied().flatten().unwrap_or(start);
            shown.push(written(form, value));
        }
        let text =
            folded(&self.door.usual(&format!("{}{}{}", own.prefix, shown.join("."), own.suffix)));
        let is_letter = matches!(form.as_str(), "a" | "A");
        if is_letter && number > 4 && self.told.insert(format!("{id} {level}")) {
            let at = Origin { line: self.paragraphs + 1, cell: None };
            self.notice(at, What::ListNumber, &text);
        }
        Some(text)
    }

    fn table(&mut self, element: &Element, scope: Scope) -> Result<Option<Table>, Refusal> {
        self.tables += 1;
        let number = self.tables;
        let at =
            self.note.clone().unwrap_or(Origin { line: self.paragraphs + 1, cell: scope.cell });
        let name = element.attribute("table:style-name");
        self.new_page |= self.styles.first("table", name, |style| style.new_page) == Some(true);
        let mut rows = Vec::new();
        rows_of(element, false, &mut rows);
        let mut grid = Grid::default();
        let mut heads = 0;
        let mut drawn = (0, 0);
        let lists = std::mem::take(&mut self.lists);
        let pending = self.number.take();
        for (row, is_head) in rows {
            let repeated = self.repeated(row, "table:number-rows-repeated", MOST_EMPTY_ROWS)?;
            for _ in 0..repeated {
                heads += usize::from(is_head);
                // A row without cells costs as much as one.
                self.cells += 1;
                if self.cells > MOST_CELLS {
                    return Err(Refusal::TooMany { what: Counted::Cells, most: MOST_CELLS });
                }
                grid.row();
                for cell in row.elements() {
                    if cell.name == "table:covered-table-cell" && !all_text(cell).trim().is_empty()
                    {
                        // Words below a merge are shown nowhere, but they are words.
                        let at = self.here(scope);
                        let mut blocks = Vec::new();
                        self.blocks(cell, scope, &mut blocks)?;
                        self.notice(at, What::Hidden, &all_text(cell));
                        if let Some(cell) = grid.last() {
                            cell.blocks.extend(blocks);
                        }
                    }
                    if cell.name != "table:table-cell" {
                        continue;
                    }
                    for _ in
                        0..self.repeated(cell, "table:number-columns-repeated", MOST_COLUMNS)?
                    {
                        let (at_row, column) = grid.place();
                        let span = |name| {
                            cell.attribute(name)
                                .and_then(|span| span.parse::<usize>().ok())
                                .unwrap_or(1)
                        };
                        let width = span("table:number-columns-spanned").clamp(1, MOST_COLUMNS);
                        let height = span("table:number-rows-spanned").clamp(1, 65_534);
                        let style = cell.attribute("table:style-name");
                        drawn.0 += 1;
                        drawn.1 += usize::from(
                            self.styles.first("table-cell", style, |style| style.drawn)
                                == Some(true),
                        );
                        let place = Some((number, at_row + 1, column + 1));
                        let at = self
                            .note
                            .clone()
                            .unwrap_or(Origin { line: self.paragraphs + 1, cell: place });
                        let mut blocks = Vec::new();
                        self.blocks(cell, Scope { cell: place }, &mut blocks)?;
                        grid.put(Cell { at, column, width, height, blocks }, &mut self.cells)?;
                    }
                }
            }
        }
        self.lists = lists;
        self.number = pending;
        if grid.is_empty() {
            return Ok(None);
        }
        let ruled = drawn.1 * 2 > drawn.0;
        Ok(Some(grid.finish(Table { at, heads, ruled, ..Table::default() })))
    }

    /// How many rows or cells an element stands for. Words are never fewer than it says; of what is empty, no more than
    /// `most` are made.
    fn repeated(&mut self, element: &Element, name: &str, most: usize) -> Result<usize, Refusal> {
        let count = element.attribute(name).and_then(|count| count.parse::<usize>().ok());
        let count = count.unwrap_or(1).max(1);
        if count == 1 {
            return Ok(1);
        }
        let length = all_text(element).trim().len();
        self.again = self.again.saturating_add(length.saturating_mul(count));
        if self.again > MOST_AGAIN {
            return Err(Refusal::TooMany { what: Counted::Cells, most: MOST_CELLS });
        }
        Ok(if length == 0 { count.min(most) } else { count })
    }
}

/// Rows of a table, each with whether the document repeats it on every page.
fn rows_of<'a>(holder: &'a Element, is_head: bool, rows: &mut Vec<(&'a Element, bool)>) {
    for element in holder.elements() {
        match element.name.as_str() {
            "table:table-row" => rows.push((element, is_head)),
            "table:table-header-rows" => rows_of(element, true, rows),
            "table:table-rows" | "table:table-row-group" => rows_of(element, is_head, rows),
            _ => {}
        }
    }
}

fn written(form: &str, value: i64) -> String {
    match form {
        "i" => roman(value),
        "I" => roman(value).to_uppercase(),
        "a" => letters(value),
        "A" => letters(value).to_uppercase(),
        // LibreOffice writes “01, 02, 03, ...”.
        form if form.starts_with("01") => format!("{value:02}"),
        _ => value.to_string(),
    }
}

/// All text within, however deep.
fn all_text(element: &Element) -> String {
    let mut text = String::new();
    for node in &element.children {
        match node {
            Node::Text(own) => text.push_str(own),
            Node::Element(element)
                if matches!(element.name.as_str(), "text:s" | "text:tab" | "text:line-break") =>
            {
                text.push(' ');
            }
            Node::Element(element) => text.push_str(&all_text(element)),
        }
    }
    text
}
