//! A plan's text as Akoma Ntoso 3.0 (OASIS LegalDocML): the signed words and their structure.
//!
//! In: the plan's text and the rows of its table. Out: bytes. Parts, sections and points keep their fragments of the
//! page as `eId`. The words are verbatim, in the order of the document; an editor's remark is a `remark`. The rows of
//! restricted tasks have number and words only.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::Addresses;
use crate::model::{Column, HeadCell, Heading, Plan, Speaker, TableRow, TaskTable};
use crate::parse::{
    NodeId, NodeKind, Quoted, RawBlock, RawCall, RawLine, RawNode, RawNote, RawRegion, TextTable,
};
use crate::paths;
use crate::progress::{Disclosed, Progress};
use crate::vocabulary::text as words;

const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
/// Who describes the document.
const EDITOR: &str = "#ban-bien-tap";
const ISSUER: &str = "#co-quan-ban-hanh";

pub(super) fn bytes(progress: &Progress<'_>, plan: &Plan, addresses: &Addresses) -> Vec<u8> {
    let mut text = Text {
        plan,
        progress,
        addresses,
        tables: 0,
        out: Writer::new_with_indent(Vec::new(), b' ', 1),
    };
    text.document().expect("memory takes every element");
    let mut bytes = text.out.into_inner();
    bytes.push(b'\n');
    bytes
}

struct Text<'a> {
    plan: &'a Plan,
    progress: &'a Progress<'a>,
    addresses: &'a Addresses,
    /// How many tables of tasks were written.
    tables: usize,
    out: Writer<Vec<u8>>,
}

type Attributes<'s> = &'s [(&'s str, &'s str)];

impl Text<'_> {
    fn document(&mut self) -> io::Result<()> {
        self.out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        self.within("akomaNtoso", &[("xmlns", NAMESPACE)], |text| {
            let plan = text.plan;
            let own = Part::all(&plan.text.regions);
            let Some((first, enclosed)) = own.split_first() else { return Ok(()) };
            let kind = kind(plan);
            text.within("doc", &[("name", &kind)], |text| text.part(first, enclosed))
        })
    }

    /// A document or an appendix: what identifies it, its words, what is attached to it.
    fn part(&mut self, part: &Part<'_>, enclosed: &[Part<'_>]) -> io::Result<()> {
        self.meta(part.name.as_deref())?;
        let names = part.names();
        if !part.letterhead.is_empty() || !part.title.is_empty() {
            self.within("preface", &[("eId", &names.preface)], |text| {
                text.blocks(part.letterhead)?;
                if part.is_appendix {
                    return text.blocks(part.title);
                }
                text.within("longTitle", &[("eId", &names.title)], |text| text.blocks(part.title))
            })?;
        }
        self.within("mainBody", &[("eId", &names.body)], |text| {
            if part.flow.is_empty() {
                return text.inline("p", "", &[], &[]);
            }
            part.flow.iter().try_for_each(|region| text.flow(region))
        })?;
        if !part.closing.is_empty() {
            self.within("conclusions", &[("eId", &names.closing)], |text| {
                part.closing.iter().try_for_each(|blocks| text.blocks(blocks))
            })?;
        }
        if part.appendices.is_empty() && enclosed.is_empty() {
            return Ok(());
        }
        self.within("attachments", &[], |text| {
            for (attached, name) in part
                .appendices
                .iter()
                .map(|part| (part, "phu-luc"))
                .chain(enclosed.iter().map(|part| (part, "van-ban-kem")))
            {
                let id = attached.name.as_deref().unwrap_or_default();
                text.within("attachment", &[("eId", id)], |text| {
                    text.within("doc", &[("name", name)], |text| text.part(attached, &[]))
                })?;
            }
            Ok(())
        })
    }

    /// What stands in the body of a document or appendix.
    fn flow(&mut self, region: &RawRegion) -> io::Result<()> {
        match region {
            RawRegion::Body(nodes) => self.nodes(nodes, false),
            RawRegion::Appendix { clauses, .. } => self.nodes(clauses, false),
            RawRegion::TableHeader(_) => self.table(),
            RawRegion::Enclosed { .. }
            | RawRegion::Letterhead(_)
            | RawRegion::Title(_)
            | RawRegion::Recipients(_)
            | RawRegion::Signature(_) => Ok(()),
        }
    }

    /// What identifies the document, or its part of this name.
    fn meta(&mut self, part: Option<&str>) -> io::Result<()> {
        let plan = self.plan;
        let part = part.map(|name| format!("/!{name}")).unwrap_or_default();
        let issued = plan.issued.to_string();
        // The year is part of the plan's id, since numbers restart with each.
        let work = format!("/akn/vn/doc/{}/{issued}/{}", kind(plan), plan.id);
        let expression = format!("{work}/vie@{issued}");
        let copied = plan.source_text.copied.unwrap_or(plan.issued).to_string();
        self.within("meta", &[], |text| {
            text.within("identification", &[("source", EDITOR)], |text| {
                text.within("FRBRWork", &[], |text| {
                    text.frbr(&format!("{work}{part}"), &work, &issued, "ban-hanh", ISSUER)?;
                    text.empty("FRBRcountry", &[("value", "vn")])?;
                    text.empty("FRBRnumber", &[("value", &plan.number)])
                })?;
                text.within("FRBRExpression", &[], |text| {
                    let this = format!("{expression}{part}");
                    text.frbr(&this, &expression, &issued, "ban-hanh", ISSUER)?;
                    text.empty("FRBRlanguage", &[("language", "vie")])
                })?;
                text.within("FRBRManifestation", &[], |text| {
                    let this = format!("{expression}{part}.xml");
                    let file = format!("{expression}.xml");
                    text.frbr(&this, &file, &copied, "chep-nguon", EDITOR)
                })
            })?;
            // Names are given once for the whole file.
            if part.is_empty() { text.references() } else { Ok(()) }
        })
    }

    fn frbr(&mut self, this: &str, uri: &str, date: &str, what: &str, who: &str) -> io::Result<()> {
        self.empty("FRBRthis", &[("value", this)])?;
        self.empty("FRBRuri", &[("value", uri)])?;
        self.empty("FRBRdate", &[("date", date), ("name", what)])?;
        self.empty("FRBRauthor", &[("href", who)])
    }

    fn references(&mut self) -> io::Result<()> {
        let site = self.progress.site;
        let issuer = site.agency(&self.plan.issuer);
        let as_of = self.progress.as_of.to_string();
        let page = |agency| self.addresses.of(&paths::agency(agency));
        let issuer_page = page(&issuer.id);
        let publisher_page = match &site.settings.speaker {
            Speaker::Compiler { .. } => self.addresses.of(&paths::home()),
            Speaker::Authority(agency) => page(agency),
        };
        let publisher_name = site.speaker_name(self.progress.as_of);
        let issuer_name = &issuer.name_on(self.plan.issued).full;
        self.within("references", &[("source", EDITOR)], |text| {
            let organisation = |eid: &'static str, href, name| {
                [("eId", &eid[1..]), ("href", href), ("showAs", name)]
            };
            text.empty("TLCOrganization", &organisation(EDITOR, &publisher_page, publisher_name))?;
            text.empty("TLCOrganization", &organisation(ISSUER, &issuer_page, issuer_name))
        })?;
        self.within("proprietary", &[("source", EDITOR)], |text| {
            let attributes = [("xmlns:ck", "urn:congkhai"), ("ngay", as_of.as_str())];
            text.empty("ck:tinh_den_ngay", &attributes)
        })
    }

    fn nodes(&mut self, nodes: &[RawNode], in_article: bool) -> io::Result<()> {
        nodes.iter().try_for_each(|node| self.node(node, in_article))
    }

    fn node(&mut self, node: &RawNode, in_article: bool) -> io::Result<()> {
        let id = node.id.anchor();
        if let Some(table) = &node.table {
            return self.kept_table(&id, table, &node.notes);
        }
        let words = Words { text: &node.text, calls: &node.calls, notes: &node.notes };
        if node.kind == NodeKind::Footnote {
            let mark = node.label.trim_start_matches("[^").trim_end_matches(':');
            let mark = mark.trim_end_matches(']');
            return self.within("hcontainer", &[("name", "chu-thich"), ("eId", &id)], |text| {
                text.inline("num", mark, &[], &[])?;
                text.within("content", &[], |text| text.words("p", words))
            });
        }
        self.within(element(node.kind, in_article), &[("eId", &id)], |text| {
            if !node.label.is_empty() {
                text.inline("num", &node.label, &[], &[])?;
            }
            // What an article or a khoản says is a sentence more often than a heading.
            let is_sentence = node.text.ends_with(['.', ';', ':']);
            let headed = match node.kind {
                NodeKind::Section => !in_article,
                NodeKind::Article | NodeKind::Subsection => !is_sentence,
                kind => kind.is_heading(),
            };
            match (headed, node.children.is_empty()) {
                (true, empty) => {
                    if !node.text.is_empty() || !node.notes.is_empty() {
                        text.words("heading", words)?;
                    }
                    if empty {
                        return text.within("content", &[], |text| text.inline("p", "", &[], &[]));
                    }
                }
                (false, true) => {
                    return text.within("content", &[], |text| text.words("p", words));
                }
                (false, false) => {
                    text.within("intro", &[], |text| text.words("p", words))?;
                }
            }
            text.nodes(&node.children, in_article || node.kind == NodeKind::Article)
        })
    }

    /// A table that is text.
    fn kept_table(&mut self, id: &str, table: &TextTable, notes: &[RawNote]) -> io::Result<()> {
        let inner = format!("{id}-bang");
        self.within("hcontainer", &[("name", "bang"), ("eId", id)], |text| {
            text.within("content", &[], |text| {
                text.within("table", &[("eId", &inner)], |text| {
                    text.kept_row("th", &table.head)?;
                    table.rows.iter().try_for_each(|row| text.kept_row("td", row))
                })?;
                if notes.is_empty() { Ok(()) } else { text.inline("p", "", &[], notes) }
            })
        })
    }

    fn kept_row(&mut self, name: &str, cells: &[Vec<RawLine>]) -> io::Result<()> {
        self.within("tr", &[], |text| {
            for cell in cells {
                text.cell(name, &[], cell)?;
            }
            Ok(())
        })
    }

    /// The next table of tasks: its heads, then its groups and its tasks that the signed text has.
    fn table(&mut self) -> io::Result<()> {
        let plan = self.plan;
        let position = self.tables;
        self.tables += 1;
        let table = &plan.tables[position];
        if !table.is_printed() {
            return Ok(());
        }
        let progress = self.progress.plan(&plan.id);
        let tasks = progress.tasks().filter(|task| task.is_original());
        let rows = plan.rows(position, tasks, Disclosed::row_place);
        let has_numbers = table.columns.first() == Some(&Column::Number);
        let span = (table.columns.len() - usize::from(has_numbers)).to_string();
        let id = paths::table_fragment(table);
        self.within("hcontainer", &[("name", "bang"), ("eId", &id)], |text| {
            text.within("content", &[], |text| {
                text.within("table", &[("eId", &format!("{id}-bang"))], |text| {
                    table.head().into_iter().try_for_each(|row| {
                        text.within("tr", &[], |text| {
                            row.into_iter().try_for_each(|cell| text.head_cell(cell))
                        })
                    })?;
                    if !table.column_numbers.is_empty() {
                        let numbers = &table.column_numbers;
                        text.within("tr", &[], |text| {
                            numbers.iter().try_for_each(|words| {
                                text.cell("td", &[], &lines(words.as_str(), None))
                            })
                        })?;
                    }
                    rows.into_iter().try_for_each(|row| match row {
                        TableRow::Group(at) => text.within("tr", &[], |text| {
                            if has_numbers {
                                text.cell(
                                    "td",
                                    &[],
                                    &lines(plan.groups[at].printed_number(), None),
                                )?;
                            }
                            let title = lines(&plan.groups[at].title, table.document.as_ref());
                            text.cell("td", &[("colspan", &span)], &title)
                        }),
                        TableRow::Task(task) => text.row(task, table),
                    })
                })
            })
        })
    }

    /// The cells of a task, one for each column of its table; of a restricted task number and words.
    fn row(&mut self, task: Disclosed<'_>, table: &TaskTable) -> io::Result<()> {
        let id = paths::row_fragment(self.plan, task.number());
        self.within("tr", &[("eId", &id)], |text| {
            table.headed().try_for_each(|(column, heading)| {
                let is_told =
                    task.open().is_some() || matches!(column, Column::Number | Column::Task);
                let words = if is_told { task.signed_cell(column) } else { Vec::new() };
                if is_told && task.is_merged(heading) {
                    let note = RawNote { text: words::merged(RawLine::joined(&words)), span: 0..0 };
                    return text.within("td", &[], |text| text.inline("p", "", &[], &[note]));
                }
                text.cell("td", &[], &words)
            })
        })
    }

    fn head_cell(&mut self, cell: HeadCell<'_>) -> io::Result<()> {
        let (columns, rows) = (cell.columns.to_string(), cell.rows.to_string());
        let spans = [("colspan", columns.as_str()), ("rowspan", rows.as_str())];
        let spans: Vec<_> = spans.into_iter().filter(|(_, span)| *span != "1").collect();
        let Heading { text, calls } = cell.words.clone();
        self.cell("th", &spans, &[RawLine { text, calls, span: 0..0 }])
    }

    /// A cell, a paragraph a line.
    fn cell(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        lines: &[RawLine],
    ) -> io::Result<()> {
        self.within(name, attributes, |text| {
            if lines.is_empty() {
                return text.inline("p", "", &[], &[]);
            }
            lines.iter().try_for_each(|line| text.inline("p", &line.text, &line.calls, &[]))
        })
    }

    fn blocks(&mut self, blocks: &[RawBlock]) -> io::Result<()> {
        for block in blocks {
            let last = block.lines.len().saturating_sub(1);
            for (position, line) in block.lines.iter().enumerate() {
                let notes = if position == last { &block.notes[..] } else { &[] };
                self.inline("p", &line.text, &line.calls, notes)?;
            }
        }
        Ok(())
    }

    fn words(&mut self, name: &str, words: Words<'_>) -> io::Result<()> {
        self.inline(name, words.text, words.calls, words.notes)
    }

    /// An element of words, with its footnotes and the remarks at their end; nothing is indented within it.
    fn inline(
        &mut self,
        name: &str,
        words: &str,
        calls: &[RawCall],
        notes: &[RawNote],
    ) -> io::Result<()> {
        if notes.is_empty() && calls.is_empty() {
            let element = self.out.create_element(name);
            return element.write_text_content(BytesText::new(words)).map(|_| ());
        }
        self.out.create_element(name).write_inner_content(|out| {
            let mut done = 0;
            for call in calls {
                out.write_event(Event::Text(BytesText::new(&words[done..call.at])))?;
                done = call.at;
                let href = format!("#{}", call.note.anchor());
                let mark = out.create_element("noteRef");
                let mark = mark.with_attribute(("href", href.as_str()));
                mark.with_attribute(("marker", call.label.as_str())).write_empty()?;
            }
            out.write_event(Event::Text(BytesText::new(&words[done..])))?;
            for note in notes {
                let remark = out.create_element("remark").with_attribute(("status", "editorial"));
                remark.write_text_content(BytesText::new(&note.text))?;
            }
            Ok(())
        })?;
        Ok(())
    }

    fn empty(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        let element = self.out.create_element(name);
        element.with_attributes(attributes.iter().copied()).write_empty().map(|_| ())
    }

    fn within(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        inner: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        use quick_xml::events::{BytesEnd, BytesStart};
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.out.write_event(Event::Start(start))?;
        inner(self)?;
        self.out.write_event(Event::End(BytesEnd::new(name)))
    }
}

/// Words of the file, a paragraph a line.
fn lines<'a>(words: impl Into<Quoted<'a>>, document: Option<&NodeId>) -> Vec<RawLine> {
    words.into().lines(document)
}

/// The kind of document as names write it: `quyet-dinh`.
fn kind(plan: &Plan) -> String {
    plan.kind.code().replace('_', "-")
}

/// Words of a node with what belongs to them.
#[derive(Clone, Copy)]
struct Words<'a> {
    text: &'a str,
    calls: &'a [RawCall],
    notes: &'a [RawNote],
}

/// A document of the file, or an appendix: each is a document of its own.
#[derive(Default)]
struct Part<'a> {
    /// What it is called among the parts of the file; the plan's own document has no name.
    name: Option<String>,
    is_appendix: bool,
    letterhead: &'a [RawBlock],
    title: &'a [RawBlock],
    /// Texts and tables, in order.
    flow: Vec<&'a RawRegion>,
    /// Recipients and signature, in order.
    closing: Vec<&'a [RawBlock]>,
    appendices: Vec<Part<'a>>,
}

/// The ids of a part's own elements.
struct Names {
    preface: String,
    title: String,
    body: String,
    closing: String,
}

impl<'a> Part<'a> {
    /// The documents of a file: the plan's own, then those that it encloses.
    fn all(regions: &'a [RawRegion]) -> Vec<Self> {
        let mut parts = vec![Self::default()];
        for region in regions {
            if let RawRegion::Enclosed { id } = region {
                parts.push(Self { name: Some(id.title_anchor()), ..Self::default() });
                continue;
            }
            if let Some(part) = parts.last_mut() {
                part.take(region);
            }
        }
        parts
    }

    fn take(&mut self, region: &'a RawRegion) {
        match region {
            RawRegion::Letterhead(blocks) => self.letterhead = blocks,
            RawRegion::Title(blocks) => self.title = blocks,
            RawRegion::Recipients(blocks) | RawRegion::Signature(blocks) => {
                self.closing.push(blocks)
            }
            RawRegion::Appendix { id, title, clauses } => {
                let flow = if clauses.is_empty() { Vec::new() } else { vec![region] };
                self.appendices.push(Self::appendix(id.title_anchor(), title, flow));
            }
            // What follows the signature without a title of its own is attached, as an appendix is.
            RawRegion::TableHeader(_) if !self.closing.is_empty() && self.appendices.is_empty() => {
                let name = match &self.name {
                    Some(name) => format!("{name}-{}", NodeId::new("pl").title_anchor()),
                    None => NodeId::new("pl").title_anchor(),
                };
                self.appendices.push(Self::appendix(name, &[], vec![region]));
            }
            RawRegion::Body(_) | RawRegion::TableHeader(_) => match self.appendices.last_mut() {
                Some(appendix) => appendix.flow.push(region),
                None => self.flow.push(region),
            },
            RawRegion::Enclosed { .. } => {}
        }
    }

    fn appendix(name: String, title: &'a [RawBlock], flow: Vec<&'a RawRegion>) -> Self {
        Self { name: Some(name), is_appendix: true, title, flow, ..Self::default() }
    }

    fn names(&self) -> Names {
        match &self.name {
            None => Names {
                preface: "mo-dau".to_owned(),
                title: "ten-van-ban".to_owned(),
                body: "noi-dung".to_owned(),
                closing: "chu-ky".to_owned(),
            },
            Some(name) => Names {
                preface: format!("{name}-ten"),
                title: format!("{name}-ten-van-ban"),
                body: format!("{name}-noi-dung"),
                closing: format!("{name}-chu-ky"),
            },
        }
    }
}

/// What Akoma Ntoso calls a kind of node; `indent` is its name for a dash.
fn element(kind: NodeKind, in_article: bool) -> &'static str {
    match kind {
        NodeKind::Division => "division",
        NodeKind::Chapter => "chapter",
        NodeKind::Heading => "subchapter",
        NodeKind::Subheading => "subdivision",
        NodeKind::Article => "article",
        NodeKind::Part => "part",
        NodeKind::Section if in_article => "clause",
        NodeKind::Section => "section",
        NodeKind::Subsection => "subsection",
        NodeKind::Point => "point",
        NodeKind::Dash => "indent",
        NodeKind::Plus => "alinea",
        NodeKind::Paragraph => "paragraph",
        NodeKind::Clause => "clause",
        NodeKind::Table | NodeKind::Footnote => "hcontainer",
    }
}
