//! Prose: Markdown into HTML.
//!
//! In: a passage of Markdown and where its references lead. Out: HTML made here alone: text and
//! attribute values are escaped, HTML in the passage becomes text, a link that is unsafe or leads
//! nowhere becomes its words. Reports nothing: `parse::markdown` read the same passage before.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Alignment, Event, HeadingLevel, LinkType, Parser, Tag, TagEnd};

use crate::parse::markdown::{Address, local_image, options};
use crate::text::{document_number, slug};
use crate::vocabulary;

/// The passage as HTML blocks.
///
/// `links` gives the `href` of each reference by its address (`nhiem-vu:4.1`) and the `src` of
/// each picture by its path (`tep/bieu-do.png`). The highest headings of the passage become `h2`, whatever
/// their signs: a page has one `h1`, and no level may be skipped below it.
pub fn to_html(markdown: &str, links: &BTreeMap<String, String>) -> String {
    let events: Vec<Event<'_>> = Parser::new_ext(markdown, options()).collect();
    let mut writer = Writer::new(links, markdown.len());
    writer.top = events.iter().filter_map(heading_level).min().unwrap_or(1);
    for (index, event) in events.iter().enumerate() {
        writer.event(event, &events[index + 1..]);
    }
    writer.html
}

struct Writer<'a> {
    links: &'a BTreeMap<String, String>,
    html: String,
    heading_ids: BTreeSet<String>,
    heading_times: BTreeMap<String, usize>,
    /// The level of the passage's highest headings.
    top: usize,
    tables: usize,
    columns: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// Of each open link, whether a tag was written for it.
    open_links: Vec<bool>,
    /// How deep inside pictures' descriptions we are; only words count there.
    images: usize,
    image: Option<String>,
    description: String,
}

impl<'a> Writer<'a> {
    fn new(links: &'a BTreeMap<String, String>, size: usize) -> Self {
        Self {
            links,
            html: String::with_capacity(size * 2),
            heading_ids: BTreeSet::new(),
            heading_times: BTreeMap::new(),
            top: 1,
            tables: 0,
            columns: Vec::new(),
            column: 0,
            in_head: false,
            open_links: Vec::new(),
            images: 0,
            image: None,
            description: String::new(),
        }
    }

    fn event(&mut self, event: &Event<'_>, ahead: &[Event<'_>]) {
        if self.images > 0 {
            return self.in_description(event);
        }
        match event {
            Event::Start(tag) => self.start(tag, ahead),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(text),
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.text(text);
            }
            Event::Code(text) => {
                self.html.push_str("<code>");
                escape(&mut self.html, text);
                self.html.push_str("</code>");
            }
            Event::SoftBreak => self.html.push('\n'),
            Event::HardBreak => self.html.push_str("<br>\n"),
            Event::Rule => self.html.push_str("<hr>\n"),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, ahead: &[Event<'_>]) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.html.push_str("<p>"),
            Tag::Heading { level, .. } => {
                let id =
                    self.heading_id(&words_until(ahead, |end| matches!(end, TagEnd::Heading(_))));
                let level = self.shifted(*level);
                self.html.push_str(&format!("<h{level} id=\"{id}\">"));
            }
            Tag::BlockQuote(_) => self.html.push_str("<blockquote>\n"),
            Tag::CodeBlock(_) => self.html.push_str("<pre><code>"),
            Tag::List(None) => self.html.push_str("<ul>\n"),
            Tag::List(Some(1)) => self.html.push_str("<ol>\n"),
            Tag::List(Some(first)) => self.html.push_str(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.html.push_str("<li>"),
            Tag::Table(columns) => self.table(columns, ahead),
            Tag::TableHead => {
                self.in_head = true;
                self.column = 0;
                self.html.push_str("<thead>\n<tr>");
            }
            Tag::TableRow => {
                self.column = 0;
                self.html.push_str("<tr>");
            }
            Tag::TableCell => self.cell(),
            Tag::Emphasis => self.html.push_str("<em>"),
            Tag::Strong => self.html.push_str("<strong>"),
            Tag::Link { link_type, dest_url, .. } => self.link(*link_type, dest_url),
            Tag::Image { dest_url, .. } => {
                self.images = 1;
                self.image = local_image(dest_url).and_then(|path| self.links.get(path)).cloned();
            }
            // Extensions that `options` does not turn on.
            Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn shifted(&self, level: HeadingLevel) -> usize {
        (level as usize + 2 - self.top).min(6)
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.html.push_str("</p>\n"),
            TagEnd::Heading(level) => self.html.push_str(&format!("</h{}>\n", self.shifted(level))),
            TagEnd::BlockQuote(_) => self.html.push_str("</blockquote>\n"),
            TagEnd::CodeBlock => self.html.push_str("</code></pre>\n"),
            TagEnd::List(true) => self.html.push_str("</ol>\n"),
            TagEnd::List(false) => self.html.push_str("</ul>\n"),
            TagEnd::Item => self.html.push_str("</li>\n"),
            TagEnd::Table => self.html.push_str("</tbody>\n</table>\n</div>\n"),
            TagEnd::TableHead => {
                self.in_head = false;
                self.html.push_str("</tr>\n</thead>\n<tbody>\n");
            }
            TagEnd::TableRow => self.html.push_str("</tr>\n"),
            TagEnd::TableCell => self.html.push_str(if self.in_head { "</th>" } else { "</td>" }),
            TagEnd::Emphasis => self.html.push_str("</em>"),
            TagEnd::Strong => self.html.push_str("</strong>"),
            TagEnd::Link => {
                if self.open_links.pop() == Some(true) {
                    self.html.push_str("</a>");
                }
            }
            TagEnd::Image
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn text(&mut self, text: &str) {
        escape_whole(&mut self.html, text);
    }

    /// The table's own region, which scrolls with the keyboard where it is too wide.
    fn table(&mut self, columns: &[Alignment], ahead: &[Event<'_>]) {
        self.tables += 1;
        self.columns = columns.to_vec();
        let headings = words_until(ahead, |end| matches!(end, TagEnd::TableHead));
        let name = match headings.as_str() {
            "" => vocabulary::prose::table(self.tables),
            headings => vocabulary::prose::table_of(self.tables, headings),
        };
        self.html.push_str("<div class=\"cuon\" tabindex=\"0\" role=\"region\" aria-label=\"");
        self.text(&name);
        self.html.push_str("\">\n<table>\n");
    }

    fn cell(&mut self) {
        let class = match self.columns.get(self.column) {
            Some(Alignment::Left) => " class=\"canh-trai\"",
            Some(Alignment::Center) => " class=\"canh-giua\"",
            Some(Alignment::Right) => " class=\"canh-phai\"",
            Some(Alignment::None) | None => "",
        };
        self.column += 1;
        self.html.push_str(if self.in_head { "<th scope=\"col\"" } else { "<td" });
        self.html.push_str(class);
        self.html.push('>');
    }

    fn link(&mut self, kind: LinkType, url: &str) {
        let href = match Address::of(url) {
            _ if kind == LinkType::Email => Some(format!("mailto:{url}")),
            Address::Reference(..) => self.links.get(url).cloned(),
            Address::External(url) => Some(url.to_owned()),
            Address::Malformed(_) | Address::Forbidden => None,
        };
        self.open_links.push(href.is_some());
        if let Some(href) = href {
            self.html.push_str("<a href=\"");
            self.text(&href);
            self.html.push_str("\">");
        }
    }

    fn in_description(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(Tag::Image { .. }) => self.images += 1,
            Event::End(TagEnd::Image) => {
                self.images -= 1;
                if self.images == 0 {
                    self.write_image();
                }
            }
            other => push_words(&mut self.description, other),
        }
    }

    /// The picture, or its description where the picture is not ours to show.
    fn write_image(&mut self) {
        let description = std::mem::take(&mut self.description);
        let Some(source) = self.image.take() else { return self.text(&description) };
        self.html.push_str("<img src=\"");
        self.text(&source);
        self.html.push_str("\" alt=\"");
        self.text(&description);
        self.html.push_str("\" loading=\"lazy\">");
    }

    fn heading_id(&mut self, heading: &str) -> String {
        let base = format!("muc-{}", slug(heading));
        let mut id = base.clone();
        // How often the base was met says where to go on counting.
        let time = self.heading_times.entry(base.clone()).or_insert(1);
        while !self.heading_ids.insert(id.clone()) {
            *time += 1;
            id = format!("{base}-{time}");
        }
        id
    }
}

/// The level of a heading that begins here.
fn heading_level(event: &Event<'_>) -> Option<usize> {
    match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as usize),
        _ => None,
    }
}

/// The words of the events up to an end.
fn words_until(events: &[Event<'_>], is_end: impl Fn(&TagEnd) -> bool) -> String {
    let mut words = String::new();
    for event in events {
        match event {
            Event::End(end) if is_end(end) => break,
            Event::End(TagEnd::TableCell) => words.push_str(", "),
            other => push_words(&mut words, other),
        }
    }
    words.trim_matches([' ', ',']).to_owned()
}

fn push_words(words: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
            words.push_str(text);
        }
        Event::SoftBreak | Event::HardBreak => words.push(' '),
        _ => {}
    }
}

/// The same, each document's number in an element that does not wrap.
pub(super) fn escape_whole(html: &mut String, text: &str) {
    for (words, is_number) in document_number::pieces(text) {
        if is_number {
            html.push_str("<span class=\"whole\">");
            escape(html, words);
            html.push_str("</span>");
        } else {
            escape(html, words);
        }
    }
}

pub(super) fn escape(html: &mut String, mut text: &str) {
    let is_markup = |byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    while let Some(at) = text.bytes().position(is_markup) {
        let (plain, rest) = text.split_at(at);
        html.push_str(plain);
        html.push_str(match rest.as_bytes()[0] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        text = &rest[1..];
    }
    html.push_str(text);
}

#[cfg(test)]
mod tests;
