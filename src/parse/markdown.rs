//! The editors' prose: Markdown, read for checking.
//!
//! In: a passage of Markdown and where it stands in its file. Out: the passage with the
//! references in it, and problems with their bytes in the file. Makes no HTML and resolves no
//! reference; the renderer reads the same passage by the same [`options`].

mod address;
mod leftovers;
mod passages;

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::diagnostic::{
    Diagnostics, SourcePath,
    catalog::{ck143, ck240, ck241, ck242, ck243, ck244},
};
use crate::text::normalize::is_unfit_in_text;

pub use address::{Address, ReferenceKind, local_image};
use leftovers::Foreign;
pub use passages::passages;

/// The deepest nesting of lists, quotations and marks.
const DEEPEST: usize = 32;

/// How many characters of a faulty passage a message quotes.
const QUOTED: usize = 60;

/// A passage of Markdown and what it refers to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The passage as written.
    pub text: String,
    /// Its references to other things of the site, in order.
    pub references: Vec<Reference>,
    /// Its pictures in `tep/`, in order.
    pub images: Vec<Image>,
}

/// A link to another thing of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What kind of thing.
    pub kind: ReferenceKind,
    /// Its name, such as `4.1`; nothing says yet that it exists.
    pub target: String,
    /// The bytes of the address in the file.
    pub span: Range<usize>,
}

impl Reference {
    /// The address as written, such as `nhiem-vu:4.1`; the renderer looks links up by it.
    pub fn address(&self) -> String {
        format!("{}:{}", self.kind.scheme(), self.target)
    }
}

/// A picture of the plan's own folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Its path, such as `tep/bieu-do.png`.
    pub path: String,
    /// The bytes of the address in the file.
    pub span: Range<usize>,
}

/// The Markdown of this site: CommonMark with tables.
pub fn options() -> Options {
    Options::ENABLE_TABLES
}

/// The most bytes of one piece of prose: a hundred printed pages. What is longer makes a page that
/// takes seconds to build and longer to read.
const LONGEST: usize = 300_000;

/// Reads `source`, which begins at byte `base` of `file`.
pub fn parse(file: &SourcePath, source: &str, base: usize, problems: &mut Diagnostics) -> Prose {
    if source.len() > LONGEST {
        let first = source.trim_start();
        let start = base + source.len() - first.len();
        let end = start + first.chars().next().map_or(0, char::len_utf8);
        problems.push(ck244::too_long(file.passage(start..end), source.len(), LONGEST));
        return Prose::default();
    }
    let mut broken = BTreeSet::new();
    let mut reader = Reader {
        source,
        base,
        file,
        problems,
        prose: Prose::default(),
        in_code: false,
        fence: None,
        html: false,
    };
    let callback = |link: BrokenLink<'_>| {
        if link.reference.starts_with('^') {
            return None;
        }
        // Words in brackets are common in documents; only two pairs in a row mean a link.
        if matches!(link.link_type, LinkType::Reference | LinkType::ReferenceUnknown) {
            broken.insert((link.span.start, link.span.end));
        }
        None
    };
    let parser = Parser::new_with_broken_link_callback(source, options(), Some(callback));
    // A footnote's words look like the address of a link, which no page shows.
    let notes: Vec<_> = parser
        .reference_definitions()
        .iter()
        .filter(|(label, _)| label.starts_with('^'))
        .map(|(_, definition)| definition.span.clone())
        .collect();
    let mut texts: Vec<leftovers::Text> = Vec::new();
    let (mut depth, mut block) = (0_usize, 0_usize);
    for (event, range) in parser.into_offset_iter() {
        match &event {
            Event::Start(tag) => {
                depth += 1;
                block += usize::from(is_block(tag));
            }
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth > DEEPEST {
            // What renders prose calls itself for each level. What was read so far is told all the same.
            let start = range.start;
            let end = start + first_line(&source[range]).chars().next().map_or(0, char::len_utf8);
            let at = file.passage(base + start..base + end);
            reader.problems.push(ck244::too_deep(at, DEEPEST));
            return Prose::default();
        }
        reader.spelled(&event, &range);
        match event {
            Event::Text(_) if !reader.in_code => {
                leftovers::extend(&mut texts, source, block, range);
            }
            Event::Text(_) => reader.code(range),
            event => reader.event(event, range),
        }
    }
    for (range, what) in leftovers::foreign(source, &texts) {
        reader.foreign(range, what);
    }
    for range in notes {
        let first = first_line(&source[range.clone()]).len();
        reader.foreign(range.start..range.start + first, Foreign::Footnote);
    }
    for leftovers::Text { range, .. } in texts {
        for (at, mark) in leftovers::marks(&source[range.clone()]) {
            reader.leftover(range.start + at..range.start + at + mark.len(), mark);
        }
    }
    for (start, end) in broken {
        reader.leftover(start..end, "[…][…]");
    }
    reader.prose.text = source.to_owned();
    reader.prose
}

struct Reader<'a> {
    source: &'a str,
    base: usize,
    file: &'a SourcePath,
    problems: &'a mut Diagnostics,
    prose: Prose,
    in_code: bool,
    /// The open fence of a block of code, and the end of what was read of the block.
    fence: Option<(Range<usize>, usize)>,
    html: bool,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                self.in_code = true;
                let first = range.start..range.start + first_line(&self.source[range]).len();
                let end = first.end;
                self.fence = matches!(kind, CodeBlockKind::Fenced(_)).then_some((first, end));
            }
            Event::End(TagEnd::CodeBlock) => {
                self.in_code = false;
                let fence = self.fence.take();
                // Behind the code stands the fence that ends it, or nothing.
                let is_open = |end: usize| !self.source[end..range.end].contains(['`', '~']);
                if let Some((fence, _)) = fence.filter(|(_, end)| is_open(*end)) {
                    self.foreign(fence, Foreign::OpenFence);
                }
            }
            Event::Start(Tag::HtmlBlock) => self.raw_html(range),
            // A closing tag is told by its opening one.
            Event::InlineHtml(tag) if !(self.html && tag.starts_with("</")) => self.raw_html(range),
            // A note that is defined in the form of a link: it is none.
            Event::Start(Tag::Link { id, .. }) if id.starts_with('^') => {
                self.foreign(range, Foreign::Footnote);
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) if link_type != LinkType::Email => {
                self.link(&dest_url, range);
            }
            Event::Start(Tag::Image { dest_url, .. }) => self.image(&dest_url, range),
            _ => {}
        }
    }

    fn code(&mut self, range: Range<usize>) {
        if let Some((_, end)) = &mut self.fence {
            *end = range.end;
        }
    }

    /// Characters that no published file can hold, spelled so that they do not stand in the file themselves.
    fn spelled(&mut self, event: &Event<'_>, range: &Range<usize>) {
        let words = match event {
            Event::Text(text) | Event::Code(text) => text,
            Event::Start(Tag::Link { title, .. } | Tag::Image { title, .. }) => title,
            _ => return,
        };
        let spelling = &self.source[range.clone()];
        let hidden = words.chars().find(|c| is_unfit_in_text(*c) && !spelling.contains(*c));
        if let Some(character) = hidden {
            let at = self.file.passage(self.in_file(range.clone()));
            self.problems.push(ck143::spelled(at, character, &quoted(spelling)));
        }
    }

    fn raw_html(&mut self, range: Range<usize>) {
        self.html = true;
        let html = quoted(&self.source[range.clone()]);
        let range = range.start..range.start + first_line(&self.source[range]).len();
        self.problems.push(ck240::raw_html(self.file.passage(self.in_file(range)), &html));
    }

    fn link(&mut self, url: &str, range: Range<usize>) {
        // `f[x](t)`: whoever reckons means no link.
        let is_formula = self.source[..range.start].ends_with(char::is_alphanumeric)
            && !url.is_empty()
            && url.chars().all(|c| c.is_alphanumeric() || "+-*,_ ".contains(c));
        if is_formula && matches!(Address::of(url), Address::Forbidden) {
            let shown = quoted(&self.source[range.clone()]);
            self.problems.push(ck241::formula(self.file.passage(self.in_file(range)), &shown));
            return;
        }
        let span = self.address_span(url, range);
        let at = self.file.passage(span.clone());
        match Address::of(url) {
            Address::Reference(kind, target) => {
                self.prose.references.push(Reference { kind, target: target.to_owned(), span });
            }
            Address::External(_) => {}
            Address::Malformed(kind) => {
                self.problems.push(ck241::malformed_reference(at, &quoted(url), kind.model()));
            }
            Address::Forbidden if unquoted(url) != url => {
                let meant = matches!(Address::of(unquoted(url)), Address::Forbidden);
                let meant = (!meant).then(|| quoted(unquoted(url)));
                self.problems.push(ck241::quoted_address(at, &quoted(url), meant.as_deref()));
            }
            Address::Forbidden => self.problems.push(ck241::unsafe_address(at, &quoted(url))),
        }
    }

    fn image(&mut self, url: &str, range: Range<usize>) {
        let span = self.address_span(url, range);
        let at = self.file.passage(span.clone());
        if let Some(path) = local_image(url) {
            self.prose.images.push(Image { path: path.to_owned(), span });
        } else if address::leaves_the_site(url) {
            self.problems.push(ck242::remote_image(at, &quoted(url)));
        } else {
            self.problems.push(ck242::image_elsewhere(at, &quoted(url)));
        }
    }

    fn foreign(&mut self, range: Range<usize>, what: Foreign) {
        let shown = quoted(&self.source[range.clone()]);
        let at = self.file.passage(self.in_file(range));
        self.problems.push(match what {
            Foreign::Footnote => ck243::footnote(at, &shown),
            Foreign::Strikethrough => ck243::strikethrough(at, &shown),
            Foreign::Highlight => ck243::highlight(at, &shown),
            Foreign::Heading => ck243::heading(at, &shown),
            Foreign::Contents => ck243::contents(at, &shown),
            Foreign::Checkbox => ck243::checkbox(at, &shown),
            Foreign::Alert => ck243::alert(at, &shown),
            Foreign::Insertion => ck243::insertion(at, &shown),
            Foreign::TooDeepHeading => ck243::too_deep_heading(at, &shown),
            Foreign::TurnedLink => ck243::turned_link(at, &shown),
            Foreign::WikiLink => ck243::wiki_link(at, &shown),
            Foreign::TableRow => ck243::table_row(at, &shown),
            Foreign::OpenFence => ck243::open_fence(at, &shown),
        });
    }

    fn leftover(&mut self, range: Range<usize>, mark: &str) {
        self.problems.push(ck243::leftover_mark(self.file.passage(self.in_file(range)), mark));
    }

    /// The bytes of the address; of the whole link where the address is written differently.
    fn address_span(&self, url: &str, range: Range<usize>) -> Range<usize> {
        let narrow = match self.source[range.clone()].rfind(url) {
            Some(at) if !url.is_empty() => range.start + at..range.start + at + url.len(),
            _ => range,
        };
        self.in_file(narrow)
    }

    fn in_file(&self, range: Range<usize>) -> Range<usize> {
        self.base + range.start..self.base + range.end
    }
}

/// Whether a tag opens a block of its own, within which a pair of marks may stand.
fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

/// The text without the quotes around it that an editor or a word processor put there.
fn unquoted(text: &str) -> &str {
    let quotes: &[char] = &['"', '\'', '“', '”', '„', '‘', '’', '«', '»', '`'];
    text.trim().trim_matches(quotes)
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

fn quoted(text: &str) -> String {
    let line = first_line(text.trim());
    match line.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests;
