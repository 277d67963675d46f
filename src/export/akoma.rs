//! A plan's text as Akoma Ntoso 3.0 (OASIS LegalDocML): the signed words and their structure.
//!
//! In: the plan's text and the rows of its table. Out: bytes. Parts, sections and points keep their fragments of the
//! page as `eId`. The words are verbatim, in the order of the document; an editor's remark is a `remark`. The rows of
//! restricted tasks have number and words only.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::Addresses;
use crate::model::{Column, HeadCell, Plan, Speaker, TableRow, TaskTable};
use crate::parse::{NodeKind, RawBlock, RawNode, RawNote};
use crate::paths;
use crate::progress::{Disclosed, Progress};
use crate::vocabulary::text as words;

const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
/// Who describes the document.
const EDITOR: &str = "#ban-bien-tap";
const ISSUER: &str = "#co-quan-ban-hanh";

pub(super) fn bytes(progress: &Progress<'_>, plan: &Plan, addresses: &Addresses) -> Vec<u8> {
    let mut text =
        Text { plan, progress, addresses, out: Writer::new_with_indent(Vec::new(), b' ', 1) };
    text.document().expect("memory takes every element");
    let mut bytes = text.out.into_inner();
    bytes.push(b'\n');
    bytes
}

struct Text<'a> {
    plan: &'a Plan,
    progress: &'a Progress<'a>,
    addresses: &'a Addresses,
    out: Writer<Vec<u8>>,
}

type Attributes<'s> = &'s [(&'s str, &'s str)];

impl Text<'_> {
    fn document(&mut self) -> io::Result<()> {
        self.out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        self.within("akomaNtoso", &[("xmlns", NAMESPACE)], |text| {
            text.within("doc", &[("name", "ke-hoach")], |text| {
                text.meta(None)?;
                text.preface()?;
                let body = &text.plan.text.body;
                text.within("mainBody", &[("eId", "noi-dung")], |text| text.nodes(body))?;
                text.conclusions()?;
                text.appendix()
            })
        })
    }

    /// What identifies the document, or its part of this name.
    fn meta(&mut self, part: Option<&str>) -> io::Result<()> {
        let plan = self.plan;
        let part = part.map(|name| format!("/!{name}")).unwrap_or_default();
        let issued = plan.issued.to_string();
        // The year is part of the plan's id, since numbers restart with each.
        let work = format!("/akn/vn/doc/ke-hoach/{issued}/{}", plan.id);
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

    /// Agency, motto, number, place and date, then the title.
    fn preface(&mut self) -> io::Result<()> {
        let (letterhead, title) = (&self.plan.text.letterhead, &self.plan.text.title);
        if letterhead.is_empty() && title.is_empty() {
            return Ok(());
        }
        self.within("preface", &[("eId", "mo-dau")], |text| {
            text.blocks(letterhead)?;
            text.within("longTitle", &[("eId", "ten-van-ban")], |text| text.blocks(title))
        })
    }

    fn conclusions(&mut self) -> io::Result<()> {
        let signature = &self.plan.text.signature;
        if signature.is_empty() {
            return Ok(());
        }
        self.within("conclusions", &[("eId", "chu-ky")], |text| text.blocks(signature))
    }

    /// The appendix is a document of its own within the plan's.
    fn appendix(&mut self) -> io::Result<()> {
        let whole = &self.plan.text;
        if whole.appendix_title.is_empty()
            && whole.appendix.is_empty()
            && whole.table_headers.is_empty()
        {
            return Ok(());
        }
        self.within("attachments", &[], |text| {
            text.within("attachment", &[("eId", "phu-luc")], |text| {
                text.within("doc", &[("name", "phu-luc")], |text| {
                    text.meta(Some("phu-luc"))?;
                    if !whole.appendix_title.is_empty() {
                        text.within("preface", &[("eId", "phu-luc-ten")], |text| {
                            text.blocks(&whole.appendix_title)
                        })?;
                    }
                    text.within("mainBody", &[("eId", "phu-luc-noi-dung")], |text| {
                        text.nodes(&whole.appendix)?;
                        (0..text.plan.tables.len()).try_for_each(|table| text.table(table))
                    })
                })
            })
        })
    }

    fn nodes(&mut self, nodes: &[RawNode]) -> io::Result<()> {
        nodes.iter().try_for_each(|node| self.node(node))
    }

    fn node(&mut self, node: &RawNode) -> io::Result<()> {
        let id = node.id.anchor();
        self.within(element(node.kind), &[("eId", &id)], |text| {
            if !node.label.is_empty() {
                text.inline("num", &node.label, &[])?;
            }
            let headed = matches!(node.kind, NodeKind::Part | NodeKind::Section);
            match (headed, node.children.is_empty()) {
                (true, empty) => {
                    if !node.text.is_empty() || !node.notes.is_empty() {
                        text.inline("heading", &node.text, &node.notes)?;
                    }
                    if empty {
                        return text.within("content", &[], |text| text.inline("p", "", &[]));
                    }
                }
                (false, true) => {
                    return text
                        .within("content", &[], |text| text.inline("p", &node.text, &node.notes));
                }
                (false, false) => {
                    text.within("intro", &[], |text| text.inline("p", &node.text, &node.notes))?;
                }
            }
            text.nodes(&node.children)
        })
    }

    /// A table of tasks: its heads, then its groups and its tasks that the signed text has.
    fn table(&mut self, position: usize) -> io::Result<()> {
        let plan = self.plan;
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
                            numbers.iter().try_for_each(|words| text.cell("td", &[], words))
                        })?;
                    }
                    rows.into_iter().try_for_each(|row| match row {
                        TableRow::Group(at) => text.within("tr", &[], |text| {
                            if has_numbers {
                                text.cell("td", &[], plan.groups[at].printed_number())?;
                            }
                            text.cell("td", &[("colspan", &span)], &plan.groups[at].title)
                        }),
                        TableRow::Task(task) => text.row(task, table),
                    })
                })
            })
        })
    }

    /// The cells of a task, one for each column of its table; of a restricted task number and words.
    fn row(&mut self, task: Disclosed<'_>, table: &TaskTable) -> io::Result<()> {
        let id = paths::row_fragment(task.number());
        self.within("tr", &[("eId", &id)], |text| {
            table.headed().try_for_each(|(column, heading)| {
                let is_told =
                    task.open().is_some() || matches!(column, Column::Number | Column::Task);
                let words = if is_told { task.signed_cell(column) } else { String::new() };
                if is_told && task.is_merged(heading) {
                    let note = RawNote { text: words::merged(&words), span: 0..0 };
                    return text.within("td", &[], |text| text.inline("p", "", &[note]));
                }
                text.cell("td", &[], &words)
            })
        })
    }

    fn head_cell(&mut self, cell: HeadCell<'_>) -> io::Result<()> {
        let (columns, rows) = (cell.columns.to_string(), cell.rows.to_string());
        let spans = [("colspan", columns.as_str()), ("rowspan", rows.as_str())];
        let spans: Vec<_> = spans.into_iter().filter(|(_, span)| *span != "1").collect();
        self.cell("th", &spans, cell.words)
    }

    /// A cell, a paragraph a line.
    fn cell(&mut self, name: &str, attributes: Attributes<'_>, words: &str) -> io::Result<()> {
        self.within(name, attributes, |text| {
            let mut lines = words.lines().filter(|line| !line.trim().is_empty()).peekable();
            if lines.peek().is_none() {
                return text.inline("p", "", &[]);
            }
            lines.try_for_each(|line| text.inline("p", line, &[]))
        })
    }

    fn blocks(&mut self, blocks: &[RawBlock]) -> io::Result<()> {
        for block in blocks {
            let last = block.lines.len().saturating_sub(1);
            for (position, line) in block.lines.iter().enumerate() {
                let notes = if position == last { &block.notes[..] } else { &[] };
                self.inline("p", &line.text, notes)?;
            }
        }
        Ok(())
    }

    /// An element of words, with the remarks at their end; nothing is indented within it.
    fn inline(&mut self, name: &str, words: &str, notes: &[RawNote]) -> io::Result<()> {
        if notes.is_empty() {
            let element = self.out.create_element(name);
            return element.write_text_content(BytesText::new(words)).map(|_| ());
        }
        self.out.create_element(name).write_inner_content(|out| {
            out.write_event(Event::Text(BytesText::new(words)))?;
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

/// What Akoma Ntoso calls a kind of node; `indent` is its name for a dash.
fn element(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Part => "part",
        NodeKind::Section => "section",
        NodeKind::Point => "point",
        NodeKind::Dash => "indent",
        NodeKind::Paragraph => "paragraph",
        NodeKind::Clause => "clause",
    }
}
