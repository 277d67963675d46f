//! The second reader: every word of a file, knowing nothing of what the file says.
//!
//! It proves the first: what one of them reads and the other does not is a word lost or a word invented. So it goes its
//! own way through the bytes and shares with the first only what a word is and how a letter is written.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{NsReader, XmlVersion};

use super::characters::Door;
use super::docx::{self, Layout};
use super::html::{BLOCKS, SKIPPED, is_remark};
use super::odt;
use super::package::Package;
use super::refusal::Refusal;
use super::shown::shown;
use super::symbols;
use super::words::{Words, count};
use super::xml::{Element, entity, usual_name};

/// The words of plain text. Bars that part cells are no words.
pub(super) fn text(text: &str) -> Words {
    let mut words = Words::new();
    for line in Door::default().usual(text).lines() {
        if line.split_whitespace().all(|word| word == "|") {
            count(&mut words, line);
        } else {
            count(
                &mut words,
                &line.split_whitespace().filter(|word| *word != "|").collect::<Vec<_>>().join(" "),
            );
        }
    }
    words
}

/// The words of Markdown: its marks taken off line by line.
pub(super) fn markdown(text: &str) -> Words {
    let mut words = Words::new();
    let text = without_tags(&with_code_kept(&text.replace("\r\n", "\n")));
    let (notes, links) = explained(&text);
    let told = Told { notes, links };
    let lines: Vec<&str> = text.lines().filter(|line| !is_address(line.trim())).collect();
    let mut in_list = false;
    for part in lines.split(|line| line.trim().is_empty()) {
        let in_table = part.iter().any(|line| is_ruler(line));
        // What is set in goes on the list before.
        in_list &= part.first().is_some_and(|line| line.starts_with([' ', '\t']));
        let mut begins = true;
        // Emphasis may reach over the lines of a paragraph, and not beyond it.
        let mut paragraph = String::new();
        for line in
            part.iter().map(|line| line.trim()).filter(|line| !is_ruler(line) && !is_rule(line))
        {
            // A number begins an item where a list may begin, or goes on; in the midst of a sentence it is a word.
            let is_first = line.starts_with("1.") || line.starts_with("1)");
            let own = without_marks(line, begins || in_list || is_first);
            let is_item =
                line.starts_with(['-', '+', '*']) || line.starts_with(|c: char| c.is_ascii_digit());
            in_list |= is_item && own.len() < line.len();
            begins = own.len() < line.len();
            if in_table || own.len() < line.len() {
                count(
                    &mut words,
                    &Door::default().usual(&seen(&plain(&paragraph, in_table, &told))),
                );
                paragraph.clear();
            }
            paragraph.push_str(own);
            paragraph.push('\n');
        }
        count(&mut words, &Door::default().usual(&seen(&plain(&paragraph, in_table, &told))));
    }
    words
}

/// The words of a document of Word: its text runs, and what parts them.
pub(super) fn office(package: &mut Package<'_>, layout: &Layout) -> Result<Words, Refusal> {
    let mut words = Words::new();
    for name in [Some(&layout.main), layout.footnotes.as_ref(), layout.endnotes.as_ref()]
        .into_iter()
        .flatten()
    {
        if let Some(text) = docx::text(package, name)? {
            let broken = |why: String| Refusal::Broken { part: name.clone(), why };
            runs(&text, &mut words).map_err(broken)?;
        }
    }
    Ok(words)
}

/// The runs of one part.
#[derive(Default)]
struct Runs {
    /// Paragraphs that are open, each within the one before: a text box stands in a paragraph.
    open: Vec<String>,
    /// Of each open alternative, whether a choice was seen, and what was written before it.
    alternatives: Vec<(bool, usize)>,
    /// How many signs were written.
    written: usize,
    /// How many elements are open of what is not read.
    skipped: usize,
    /// How many deletions are open.
    deleted: usize,
    in_text: bool,
}

impl Runs {
    fn write(&mut self, text: &str) {
        if self.skipped == 0 && self.deleted == 0 {
            if self.open.is_empty() {
                self.open.push(String::new());
            }
            self.open.last_mut().expect("one is open").push_str(text);
            self.written += text.trim().len();
        }
    }

    /// Whether what the element holds is passed over.
    fn start(&mut self, name: &str, attribute: impl Fn(&str) -> Option<String>) -> bool {
        match name {
            "mc:AlternateContent" => self.alternatives.push((false, self.written)),
            "mc:Choice" => {
                if let Some((seen, _)) = self.alternatives.last_mut() {
                    return std::mem::replace(seen, true);
                }
            }
            "mc:Fallback" => {
                // What is there for older programs is read where the choice said nothing.
                return self
                    .alternatives
                    .last()
                    .is_some_and(|(seen, before)| *seen && self.written > *before);
            }
            "w:footnote" | "w:endnote" => {
                return attribute("w:type").is_some_and(|kind| kind != "normal");
            }
            "w:del" | "w:moveFrom" => self.deleted += 1,
            "w:p" | "a:p" => self.open.push(String::new()),
            "w:t" | "m:t" | "a:t" => self.in_text = true,
            "w:tab" | "w:ptab" | "w:br" | "w:cr" => self.write(" "),
            "w:noBreakHyphen" => self.write("-"),
            "w:sym" => {
                let font = attribute("w:font").unwrap_or_default();
                let code = attribute("w:char").unwrap_or_default();
                let sign = symbols::shown(&font, &code).unwrap_or(symbols::UNKNOWN);
                self.write(sign.encode_utf8(&mut [0; 4]));
            }
            _ => {}
        }
        false
    }

    fn end(&mut self, name: &str, words: &mut Words) {
        match name {
            "mc:AlternateContent" => {
                self.alternatives.pop();
            }
            "w:del" | "w:moveFrom" => self.deleted = self.deleted.saturating_sub(1),
            "w:p" | "a:p" => {
                let text = self.open.pop().unwrap_or_default();
                count(words, &Door::default().usual(&text));
            }
            "w:t" | "m:t" | "a:t" => self.in_text = false,
            _ => {}
        }
    }
}

fn runs(text: &str, words: &mut Words) -> Result<(), String> {
    let mut reader = NsReader::from_str(text);
    let mut runs = Runs::default();
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        match event {
            Event::Start(_) if runs.skipped > 0 => runs.skipped += 1,
            Event::End(_) if runs.skipped > 0 => runs.skipped -= 1,
            Event::Eof => break,
            _ if runs.skipped > 0 => {}
            Event::Start(start) => {
                let name = name_of(&reader, &start);
                runs.skipped =
                    usize::from(runs.start(&name, |name| attribute(&reader, &start, name)));
            }
            Event::Empty(start) => {
                let name = name_of(&reader, &start);
                runs.start(&name, |name| attribute(&reader, &start, name));
                runs.end(&name, words);
            }
            Event::End(end) => {
                let (space, local) = reader.resolver().resolve_element(end.name());
                runs.end(&usual_name(&space, local.as_ref()), words);
            }
            Event::Text(text) if runs.in_text => {
                runs.write(&text.xml10_content().map_err(|error| error.to_string())?);
            }
            Event::CData(text) if runs.in_text => {
                runs.write(&text.xml10_content().map_err(|error| error.to_string())?);
            }
            Event::GeneralRef(name) if runs.in_text => {
                let name = name.decode().map_err(|error| error.to_string())?;
                runs.write(entity(&name).unwrap_or(symbols::UNKNOWN).encode_utf8(&mut [0; 4]));
            }
            _ => {}
        }
    }
    while let Some(text) = runs.open.pop() {
        count(words, &Door::default().usual(&text));
    }
    Ok(())
}

fn name_of(reader: &NsReader<&[u8]>, start: &BytesStart<'_>) -> String {
    let (space, local) = reader.resolver().resolve_element(start.name());
    usual_name(&space, local.as_ref())
}

fn attribute(reader: &NsReader<&[u8]>, start: &BytesStart<'_>, name: &str) -> Option<String> {
    let own = start.attributes().flatten().find(|attribute| {
        let (space, local) = reader.resolver().resolve_attribute(attribute.key);
        usual_name(&space, local.as_ref()) == name
    });
    own?.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// The words of a text of OpenDocument.
pub(super) fn open_document(package: &mut Package<'_>) -> Result<Words, Refusal> {
    let broken = |why: String| Refusal::Broken { part: odt::CONTENT.to_owned(), why };
    let mut words = Words::new();
    if let Some(text) = docx::text(package, odt::CONTENT)? {
        paragraphs(&text, &mut words).map_err(broken)?;
    }
    Ok(words)
}

fn paragraphs(text: &str, words: &mut Words) -> Result<(), String> {
    // No words of the document: changes that were made, notes of editors, marks of notes, programs.
    const SKIPPED: [&str; 5] = [
        "text:tracked-changes",
        "office:annotation",
        "text:note-citation",
        "text:script",
        "office:automatic-styles",
    ];
    let mut reader = NsReader::from_str(text);
    // What is open that holds text, or a drawing that holds none of its own.
    let mut open: Vec<Option<String>> = Vec::new();
    let mut skipped = 0usize;
    // How many rows, and how many cells of each, what is open stands for.
    let mut times: Vec<usize> = Vec::new();
    let is_paragraph = |name: &str| matches!(name, "text:p" | "text:h");
    let write = |open: &mut Vec<Option<String>>, text: &str| {
        if let Some(Some(written)) = open.last_mut() {
            written.push_str(text);
        }
    };
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(_) if skipped > 0 => skipped += 1,
            Event::End(_) if skipped > 0 => skipped -= 1,
            Event::Eof => break,
            _ if skipped > 0 => {}
            Event::Start(start) => match name_of(&reader, &start).as_str() {
                name if SKIPPED.contains(&name) => skipped = 1,
                name if is_paragraph(name) => open.push(Some(String::new())),
                name if name.starts_with("draw:") => open.push(None),
                "text:s" | "text:tab" | "text:line-break" => write(&mut open, " "),
                "table:table-row" => {
                    times.push(repeated(&reader, &start, "table:number-rows-repeated"))
                }
                "table:table-cell" => {
                    times.push(repeated(&reader, &start, "table:number-columns-repeated"));
                }
                _ => {}
            },
            Event::Empty(start) => {
                if matches!(
                    name_of(&reader, &start).as_str(),
                    "text:s" | "text:tab" | "text:line-break"
                ) {
                    write(&mut open, " ");
                }
            }
            Event::End(end) => {
                let (space, local) = reader.resolver().resolve_element(end.name());
                let name = usual_name(&space, local.as_ref());
                if (is_paragraph(&name) || name.starts_with("draw:"))
                    && let Some(Some(written)) = open.pop()
                {
                    let mut own = Words::new();
                    count(&mut own, &Door::default().usual(&written));
                    let times = times.iter().fold(1usize, |all, times| all.saturating_mul(*times));
                    for (word, count) in own {
                        let all = words.entry(word).or_default();
                        *all = all.saturating_add(count.saturating_mul(times));
                    }
                }
                if matches!(name.as_str(), "table:table-row" | "table:table-cell") {
                    times.pop();
                }
            }
            Event::Text(text) => {
                write(&mut open, &text.xml10_content().map_err(|error| error.to_string())?)
            }
            Event::CData(text) => {
                write(&mut open, &text.xml10_content().map_err(|error| error.to_string())?)
            }
            Event::GeneralRef(name) => {
                let name = name.decode().map_err(|error| error.to_string())?;
                let sign = entity(&name).unwrap_or(symbols::UNKNOWN);
                write(&mut open, sign.encode_utf8(&mut [0; 4]));
            }
            _ => {}
        }
    }
    Ok(())
}

fn repeated(reader: &NsReader<&[u8]>, start: &BytesStart<'_>, name: &str) -> usize {
    attribute(reader, start, name).and_then(|count| count.parse().ok()).unwrap_or(1usize).max(1)
}

/// The words of sheets: each cell's text, or its number as its form shows it.
pub(super) fn sheets(package: &mut Package<'_>) -> Result<Words, Refusal> {
    let mut words = Words::new();
    let strings = match docx::text(package, "xl/sharedStrings.xml")? {
        Some(text) => {
            let root = Element::read("xl/sharedStrings.xml", text.as_bytes())?;
            root.elements().filter(|item| item.name == "x:si").map(rich_text).collect()
        }
        None => Vec::new(),
    };
    let forms = match docx::text(package, "xl/styles.xml")? {
        Some(text) => forms(&Element::read("xl/styles.xml", text.as_bytes())?),
        None => Vec::new(),
    };
    let book = docx::text(package, "xl/workbook.xml")?.unwrap_or_default();
    let from_1904 = ["date1904=\"1\"", "date1904=\"true\""].iter().any(|mark| book.contains(mark));
    let names: Vec<String> = package
        .names()
        .iter()
        .filter(|name| name.starts_with("xl/worksheets/") && name.ends_with(".xml"))
        .cloned()
        .collect();
    for name in names {
        let Some(text) = docx::text(package, &name)? else { continue };
        let root = Element::read(&name, text.as_bytes())?;
        for cell in root.all("x:c") {
            let value = cell.child("x:v").map(Element::text).unwrap_or_default();
            let text = match cell.attribute("t") {
                Some("s") => value
                    .trim()
                    .parse()
                    .ok()
                    .and_then(|at: usize| strings.get(at).cloned())
                    .unwrap_or_default(),
                Some("inlineStr") => cell.child("x:is").map(rich_text).unwrap_or_default(),
                Some("b") => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
                Some("n") | None => {
                    let form = cell
                        .attribute("s")
                        .and_then(|style| forms.get(style.parse::<usize>().ok()?));
                    let (id, code) = form.cloned().unwrap_or((None, "General".to_owned()));
                    match value.trim().parse() {
                        Ok(number) => shown(number, &code, id, from_1904).text,
                        Err(_) => value,
                    }
                }
                _ => value,
            };
            count(&mut words, &Door::default().usual(&text));
        }
    }
    Ok(words)
}

/// A text of runs, without what is said beside it.
fn rich_text(item: &Element) -> String {
    let mut text = String::new();
    item.look(&mut |element: &Element| {
        if element.name == "x:t" {
            // Blanks at the edges count where the file says so.
            let own = element.text();
            let is_kept = element.attribute("xml:space") == Some("preserve");
            text.push_str(if is_kept { &own } else { own.trim() });
        }
        element.name != "x:rPh"
    });
    text
}

/// The form of numbers of each style.
fn forms(styles: &Element) -> Vec<(Option<u32>, String)> {
    const USUAL: [(u32, &str); 13] = [
        (1, "0"),
        (2, "0.00"),
        (3, "#,##0"),
        (4, "#,##0.00"),
        (9, "0%"),
        (10, "0.00%"),
        (14, "mm-dd-yy"),
        (15, "d-mmm-yy"),
        (17, "mmm-yy"),
        (20, "h:mm"),
        (21, "h:mm:ss"),
        (22, "m/d/yy h:mm"),
        (49, "@"),
    ];
    let own: Vec<(u32, &str)> = styles
        .all("x:numFmt")
        .iter()
        .filter_map(|form| {
            Some((form.attribute("numFmtId")?.parse().ok()?, form.attribute("formatCode")?))
        })
        .collect();
    let cells = styles.child("x:cellXfs").into_iter().flat_map(Element::elements);
    let form = |cell: &Element| {
        let id = cell.attribute("numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
        let own = own.iter().find(|(number, _)| *number == id);
        let usual = USUAL.iter().find(|(number, _)| *number == id);
        let code = own.map(|(_, code)| *code).or(usual.map(|(_, code)| *code)).unwrap_or("General");
        (Some(id), code.to_owned())
    };
    cells.map(form).collect()
}

/// The words of a page: all of its text but what no reader of it sees.
pub(super) fn page(text: &str) -> Words {
    let mut written = String::new();
    // The element that is passed over, and how many of its name are open.
    let mut skipped: Option<(Vec<u8>, usize)> = None;
    let mut opened = Vec::new();
    let mut told = Vec::new();
    let mut emitter =
        CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
            let known =
                |names: &[&str], name: &[u8]| names.iter().any(|known| known.as_bytes() == name);
            match event {
                CallbackEvent::OpenStartTag { name } => {
                    opened = name.to_vec();
                    match &mut skipped {
                        Some((own, open)) => *open += usize::from(own == name),
                        None if known(&SKIPPED, name) => skipped = Some((name.to_vec(), 1)),
                        None if known(&BLOCKS, name) || known(&["br", "tfoot"], name) => {
                            written.push(' ')
                        }
                        None => {}
                    }
                }
                CallbackEvent::AttributeName { name } => told = name.to_vec(),
                CallbackEvent::AttributeValue { value }
                    if skipped.is_none()
                        && matches!(told.as_slice(), b"style" | b"class")
                        && is_remark(&String::from_utf8_lossy(value)) =>
                {
                    skipped = Some((opened.clone(), 1));
                }
                // A drawing that closes itself, as XML does.
                CallbackEvent::CloseStartTag { self_closing: true }
                    if skipped.as_ref().is_some_and(|(own, open)| {
                        *open == 1 && matches!(own.as_slice(), b"svg" | b"math")
                    }) =>
                {
                    skipped = None;
                }
                CallbackEvent::EndTag { name } => match &mut skipped {
                    Some((own, open)) => {
                        *open -= usize::from(own == name);
                        if *open == 0 {
                            skipped = None;
                        }
                    }
                    None if known(&BLOCKS, name) || name == b"tfoot" => written.push(' '),
                    None => {}
                },
                CallbackEvent::String { value } if skipped.is_none() => {
                    written.push_str(&String::from_utf8_lossy(value))
                }
                _ => {}
            }
            None
        });
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(text, emitter).finish();
    let mut words = Words::new();
    count(&mut words, &Door::default().usual(&written));
    words
}

/// The dashes below a table's heads.
fn is_ruler(line: &str) -> bool {
    line.contains('|') && line.contains('-') && line.chars().all(|c| "|-: \t".contains(c))
}

/// A line that parts, or underlines a heading, or fences code.
fn is_rule(line: &str) -> bool {
    let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let all = |mark: char| line.len() >= 3 && line.chars().all(|c| c == mark);
    ['-', '*', '_', '='].into_iter().any(all) || line.starts_with("```")
}

/// The line without what makes it a heading, an item, a quotation or a note.
fn without_marks(line: &str, may_number: bool) -> &str {
    let mut rest = line.trim();
    loop {
        let marks = rest.len() - rest.trim_start_matches('#').len();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let cut = if rest.starts_with('>') {
            1
        } else if (1..=6).contains(&marks) && rest[marks..].starts_with([' ', '\t']) {
            marks
        } else if rest == "-"
            || rest == "+"
            || rest == "*"
            || ["- ", "+ ", "* "].iter().any(|mark| rest.starts_with(mark))
        {
            1
        } else if may_number
            && (1..=9).contains(&digits)
            && rest[digits..].starts_with(['.', ')'])
            && rest[digits + 1..].chars().next().is_none_or(char::is_whitespace)
        {
            digits + 1
        } else if rest.starts_with("[^") && rest.contains("]:") {
            rest.find("]:").map_or(0, |at| at + 2)
        } else {
            return rest;
        };
        rest = rest[cut..].trim_start();
    }
}

/// What a text says elsewhere of its marks.
struct Told<'a> {
    /// Notes: `[^1]`.
    notes: BTreeSet<&'a str>,
    /// Links by their names, in small letters: `[name]: address`.
    links: BTreeSet<String>,
}

/// The address of a link that is named elsewhere.
fn is_address(line: &str) -> bool {
    line.starts_with('[')
        && !line.starts_with("[^")
        && line.split_once("]: ").is_some_and(|(_, rest)| {
            !rest.trim().contains(' ') || rest.contains('"') || rest.ends_with(')')
        })
}

/// Signs of code become others that mean nothing, and [`seen`] makes them what they were.
fn with_code_kept(text: &str) -> String {
    let kept = |text: &str| -> String {
        let keep = |c: char| {
            if c.is_ascii_punctuation() {
                char::from_u32(0xe000 + c as u32).unwrap_or(c)
            } else {
                c
            }
        };
        text.chars().map(keep).collect()
    };
    let mut written = String::with_capacity(text.len());
    let mut fence: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        let own = line.trim();
        match fence {
            Some(mark) if own.starts_with(mark) => {
                fence = None;
                written.push_str(line);
            }
            Some(_) => written.push_str(&kept(line)),
            None if own.starts_with("```") || own.starts_with("~~~") => {
                fence = Some(&own[..3]);
                // What follows the mark names the language.
                written.push_str("```\n");
            }
            None => {
                // Code within a line stands between backticks.
                let pieces: Vec<&str> = line.split('`').collect();
                let is_whole = pieces.len() % 2 == 1 && !line.contains("``");
                for (at, piece) in pieces.into_iter().enumerate() {
                    if is_whole && at % 2 == 1 {
                        written.push_str(&kept(piece))
                    } else {
                        written.push_str(piece)
                    }
                }
            }
        }
    }
    written
}

/// The text with the signs of code as they are.
fn seen(text: &str) -> String {
    let back = |c: char| match u32::from(c) {
        code @ 0xe021..=0xe07e => char::from_u32(code - 0xe000).unwrap_or(c),
        _ => c,
    };
    text.chars().map(back).collect()
}

/// The words of a paragraph without the marks within it.
fn plain(line: &str, in_table: bool, told: &Told<'_>) -> String {
    let signs: Vec<char> = line.chars().collect();
    let pairs = pairs(&signs);
    // Where the last stands: behind it nothing is looked for.
    let last = signs.iter().rposition(|sign| *sign == ')').unwrap_or(0);
    let parenthesis = |at: usize| {
        let end =
            signs[at..].iter().take(last.saturating_sub(at) + 1).position(|sign| *sign == ')');
        at + end.unwrap_or(0)
    };
    // A name has fewer signs than a thousand; to gather longer ones again and again would cost their square.
    let between = |open: usize, close: usize| {
        let inner = if close - open > 1000 { &[] } else { &signs[open + 1..close] };
        inner.iter().collect::<String>()
    };
    // What stands behind a bracket that closes, where that makes a link of it: its last sign.
    let link = |open: usize, close: usize| match signs.get(close + 1) {
        Some('(') => Some(parenthesis(close + 1)),
        Some('[') => {
            let end = *pairs.get(&(close + 1))?;
            let name = between(close + 1, end);
            let name = if name.is_empty() { between(open, close) } else { name };
            told.links.contains(&name.to_lowercase()).then_some(end)
        }
        _ => told.links.contains(&between(open, close).to_lowercase()).then_some(close),
    };
    // Brackets that close a link, and where the link ends.
    let mut closing: BTreeMap<usize, usize> = BTreeMap::new();
    let emphasis = emphasis(&signs, in_table);
    let mut plain = String::new();
    let mut at = 0;
    while at < signs.len() {
        let next = signs.get(at + 1).copied();
        match signs[at] {
            _ if emphasis.contains(&at) => {}
            '\\' if next.is_some_and(|next| next.is_ascii_punctuation()) => {
                plain.extend(next);
                at += 1;
            }
            '\\' if next.is_none_or(|next| next == '\n') => {}
            '~' if next == Some('~') => at += 1,
            '`' => {}
            '|' if in_table => plain.push(' '),
            '[' if next == Some('^') => match pairs.get(&at) {
                Some(end) if told.notes.contains(format!("[{}]", between(at, *end)).as_str()) => {
                    at = *end;
                }
                _ => plain.push('['),
            },
            '!' if next == Some('[') => {
                let end = pairs.get(&(at + 1)).and_then(|close| link(at + 1, *close));
                match end {
                    Some(end) => at = end,
                    None => plain.push('!'),
                }
            }
            '[' => match pairs.get(&at).and_then(|close| Some((*close, link(at, *close)?))) {
                Some((close, end)) => {
                    closing.insert(close, end);
                }
                None => plain.push('['),
            },
            ']' if closing.contains_key(&at) => at = closing[&at],
            sign => plain.push(sign),
        }
        at += 1;
    }
    plain
}

/// Each bracket that opens, and the one that closes it.
fn pairs(signs: &[char]) -> BTreeMap<usize, usize> {
    let mut pairs = BTreeMap::new();
    let mut open = Vec::new();
    let mut escaped = false;
    for (at, sign) in signs.iter().enumerate() {
        match sign {
            _ if escaped => {}
            '[' => open.push(at),
            ']' => {
                pairs.extend(open.pop().map(|from| (from, at)));
            }
            _ => {}
        }
        escaped = *sign == '\\' && !escaped;
    }
    pairs
}

/// The stars and low lines that emphasise: each has one that opens and one that closes. The others are text.
fn emphasis(signs: &[char], in_table: bool) -> BTreeSet<usize> {
    let mut marks = BTreeSet::new();
    // Runs that are open: their sign, where their free signs end, and how many those are.
    let mut open: Vec<(char, usize, usize)> = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        let sign = signs[at];
        match sign {
            '\\' => at += 1,
            '|' if in_table => open.clear(),
            _ => {}
        }
        if sign != '*' && sign != '_' {
            at += 1;
            continue;
        }
        let length = signs[at..].iter().take_while(|own| **own == sign).count();
        let before = at.checked_sub(1).map_or(' ', |at| signs[at]);
        let after = signs.get(at + length).copied().unwrap_or(' ');
        let is_mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
        let flanks = |inner: char, outer: char| {
            !inner.is_whitespace() && (!is_mark(inner) || outer.is_whitespace() || is_mark(outer))
        };
        let (left, right) = (flanks(after, before), flanks(before, after));
        let opens = left && (sign == '*' || !right || is_mark(before));
        let closes = right && (sign == '*' || !left || is_mark(after));
        let (mut from, mut free) = (at, length);
        while closes && free > 0 {
            let Some(place) = open.iter().rposition(|(own, _, _)| *own == sign) else { break };
            open.truncate(place + 1);
            let (_, end, left) = open[place];
            let used = free.min(left);
            marks.extend(end - used..end);
            marks.extend(from..from + used);
            from += used;
            free -= used;
            open[place] = (sign, end - used, left - used);
            if left == used {
                open.pop();
            }
        }
        if opens && free > 0 {
            // No paragraph opens so many; to look through them would cost their square.
            if open.len() > 500 {
                open.clear();
            }
            open.push((sign, from + free, free));
        }
        at += length;
    }
    marks
}

/// The marks of notes that the text explains, `[^1]: …`, and the names of links that it leads somewhere.
fn explained(text: &str) -> (BTreeSet<&str>, BTreeSet<String>) {
    let lines: Vec<&str> =
        text.lines().map(str::trim).filter(|line| line.starts_with('[')).collect();
    let mark = |line: &&'_ str| -> Option<usize> { line.find("]:") };
    let notes = lines.iter().filter(|line| line.starts_with("[^"));
    let notes = notes.filter_map(|line| Some(&line[..=mark(line)?])).collect();
    let links = lines.iter().filter(|line| is_address(line));
    let links = links.filter_map(|line| Some(line[1..mark(line)?].to_lowercase())).collect();
    (notes, links)
}

/// The text without tags: those that break lines part words.
fn without_tags(text: &str) -> String {
    let mut left = String::new();
    // Behind the last of these no tag ends.
    let (tags, behind) = text.split_at(text.rfind('>').map_or(0, |at| at + 1));
    let mut rest = tags;
    while let Some(at) = rest.find('<') {
        left.push_str(&rest[..at]);
        rest = &rest[at..];
        let is_tag =
            rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        match rest.find('>').filter(|_| is_tag) {
            Some(end) if rest[1..end].starts_with("http") || rest[..end].contains('@') => {
                left.push_str(&rest[1..end]);
                rest = &rest[end + 1..];
            }
            Some(end) => {
                let name: String = rest[1..]
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '/')
                    .collect();
                let is_inline = ["b", "i", "u", "strong", "em", "sup", "sub", "span", "font"]
                    .contains(&name.trim_matches('/'));
                left.push_str(if is_inline { "" } else { " " });
                rest = &rest[end + 1..];
            }
            None => {
                left.push('<');
                rest = &rest[1..];
            }
        }
    }
    left.push_str(rest);
    left.push_str(behind);
    for (name, sign) in [
        ("&nbsp;", " "),
        ("&ensp;", " "),
        ("&emsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ] {
        left = left.replace(name, sign);
    }
    left
}
