//! What the maker of a page has in hand, and the small views that every page is made of.
//!
//! Links, dates and names are made here, so that they read the same on every page.

use std::sync::Arc;

use jiff::civil::Date;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;

use crate::export::{Addresses, Files};
use crate::model::{AgencyId, GroupId, NodeId, Plan, PlanId, Site, Source, Speaker, TaskNumber};
use crate::pages::frame::{Contact, FeedLink, Frame, OpenGraph, ReportError};
use crate::pages::menus::Menus;
use crate::pages::values::{
    AgencyLink, DateView, Link, NavigationItem, ProseView, Reference, Run, SourceView,
};
use crate::parse::{Prose, ReferenceKind};
use crate::paths::{self, PagePath};
use crate::progress::Progress;
use crate::releases::AwaitedLedger;
use crate::text::address::{mailto, readable};
use crate::text::dates::{self, PartialDate};
use crate::text::schedule::Limit;
use crate::text::{capitalised, document_number};
use crate::vocabulary::agencies;
use crate::vocabulary::dates as days;
use crate::vocabulary::task as tasks;
use crate::vocabulary::{frame as words, pages};

/// What a build decides about all pages.
#[derive(Clone, Debug)]
pub struct PageOptions {
    /// The site's address, ending in `/`, where it knows its own.
    pub address: Option<String>,
    /// The path of that address, beginning and ending in `/`.
    pub base_path: String,
    /// The theme's style sheets, as published.
    pub stylesheets: Vec<PagePath>,
    /// The theme's icon, as published.
    pub icon: Option<PagePath>,
    /// This program's name and version.
    pub generator: String,
    /// How files of open data name things.
    pub addresses: Addresses,
    /// The files of open data.
    pub files: Files,
    /// The release ledger, where the site is released into one.
    pub releases: Option<Arc<AwaitedLedger>>,
}

/// What a page says of itself, before the frame is put around it.
pub(crate) struct Head {
    /// The heading.
    pub(crate) title: String,
    /// One sentence.
    pub(crate) description: String,
    /// The pages between home and this one.
    pub(crate) above: Vec<(PagePath, String)>,
    /// The content file that it was made from.
    pub(crate) source: Option<String>,
    /// What search engines read besides the breadcrumb.
    pub(crate) json_ld: Option<serde_json::Value>,
    /// The feeds of what it shows.
    pub(crate) feeds: Vec<FeedLink>,
}

impl Head {
    pub(crate) fn new(title: impl Into<String>, description: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            description: description.into(),
            above: Vec::new(),
            source: None,
            json_ld: None,
            feeds: Vec::new(),
        }
    }

    pub(crate) fn feeds(mut self, feeds: Vec<FeedLink>) -> Self {
        self.feeds = feeds;
        self
    }

    pub(crate) fn above(mut self, above: Vec<(PagePath, String)>) -> Self {
        self.above = above;
        self
    }

    pub(crate) fn source(mut self, source: &crate::diagnostic::SourcePath) -> Self {
        self.source = Some(source.to_string());
        self
    }

    pub(crate) fn json_ld(mut self, json_ld: serde_json::Value) -> Self {
        self.json_ld = Some(json_ld);
        self
    }
}

/// One page being made.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) progress: &'a Progress<'a>,
    pub(crate) options: &'a PageOptions,
    pub(crate) menus: &'a Menus,
    pub(crate) path: &'a PagePath,
    pub(crate) kind: &'static str,
}

impl<'a> Context<'a> {
    pub(crate) fn site(&self) -> &'a Site {
        self.progress.site
    }

    pub(crate) fn as_of(&self) -> Date {
        self.progress.as_of
    }

    /// The address of another page, as this page names it.
    pub(crate) fn href(&self, target: &PagePath) -> String {
        if self.is_not_found() {
            return format!("{}{}", self.options.base_path, target.address());
        }
        self.path.to(target)
    }

    pub(crate) fn link(&self, target: &PagePath, text: impl Into<String>) -> Link {
        Link { href: self.href(target), text: text.into() }
    }

    /// The absolute address of a page, where the site knows its own.
    pub(crate) fn address_of(&self, path: &PagePath) -> Option<String> {
        self.options.address.as_ref().map(|address| format!("{address}{}", path.public()))
    }

    /// The pages above a page of a plan.
    pub(crate) fn above_plan(&self, plan: &Plan) -> Vec<(PagePath, String)> {
        vec![
            (paths::plans(), pages::plans().to_owned()),
            (paths::plan(&plan.id), plan.number.clone()),
        ]
    }

    /// An agency under the name that it bore on `date`; today's name stands beside it where it changed.
    pub(crate) fn agency_then(&self, id: &AgencyId, date: Date) -> AgencyLink {
        let agency = self.site().agency(id);
        let (then, now) = (agency.name_on(date), agency.name_on(self.as_of()));
        let note = (then.full != now.full).then(|| agencies::now_named(&now.full));
        AgencyLink {
            href: self.href(&paths::agency(id)),
            name: then.full.clone(),
            short: then.short.clone(),
            note,
        }
    }

    /// An agency under today's name.
    pub(crate) fn agency(&self, id: &AgencyId) -> AgencyLink {
        self.agency_then(id, self.as_of())
    }

    pub(crate) fn group(&self, id: &GroupId) -> AgencyLink {
        let group = self.site().group(id);
        let ended = !group.exists.contains(self.as_of());
        AgencyLink {
            href: self.href(&paths::group(id)),
            name: group.name.clone(),
            short: None,
            note: ended.then(|| agencies::group_ended().to_owned()),
        }
    }

    pub(crate) fn task_link(&self, plan: &Plan, number: &TaskNumber) -> Link {
        self.link(&paths::task(&plan.id, number), tasks::numbered(number))
    }

    /// A node of a plan's text, on the full-text page.
    pub(crate) fn node_link(&self, plan: &Plan, node: &NodeId) -> Link {
        let page = self.href(&paths::text(&plan.id));
        Link { href: format!("{page}#{}", node.anchor()), text: capitalised(&node.in_words()) }
    }

    pub(crate) fn sources(&self, sources: &[Source]) -> Vec<SourceView> {
        let view = |source: &Source| SourceView {
            link: Link {
                href: source.url.clone(),
                text: source.title.clone().unwrap_or_else(|| host(&source.url)),
            },
            read: source.read_on.map(date_view),
            note: source.note.clone(),
        };
        sources.iter().map(view).collect()
    }

    /// Prose with the addresses that its references lead to; none where there is no text.
    pub(crate) fn prose(&self, plan: Option<&Plan>, prose: &Prose) -> Option<ProseView> {
        if prose.text.trim().is_empty() {
            return None;
        }
        let links = prose.references.iter().filter_map(|reference| {
            let link = self.reference(plan, reference.kind, &reference.target)?;
            Some((reference.address(), link))
        });
        let pictures = prose.images.iter().map(|image| {
            let path = paths::picture(plan.map(|plan| &plan.id), &image.path);
            (image.path.clone(), self.link(&path, String::new()))
        });
        Some(ProseView { markdown: prose.text.clone(), links: links.chain(pictures).collect() })
    }

    fn reference(&self, own: Option<&Plan>, kind: ReferenceKind, target: &str) -> Option<Link> {
        let site = self.site();
        let in_plan = || match target.split_once('/') {
            Some((plan, id)) => Some((site.plans.get(&PlanId::new(plan))?, id)),
            None => Some((own?, target)),
        };
        match kind {
            ReferenceKind::Agency => {
                let agency = self.agency(&AgencyId::new(target));
                Some(Link { href: agency.href, text: agency.name })
            }
            ReferenceKind::Page => {
                let page = site.prose.get(target)?;
                Some(self.link(&paths::prose(target), page.title.clone()))
            }
            ReferenceKind::Document => self.document(target),
            ReferenceKind::Task => {
                let (plan, number) = in_plan()?;
                let task = self.progress.plan(&plan.id).named(number)?;
                Some(self.task_link(plan, task.number()))
            }
            ReferenceKind::Node => {
                let (plan, node) = in_plan()?;
                Some(self.node_link(plan, &NodeId::new(node)))
            }
        }
    }

    /// A cited document or a plan, by its id.
    pub(crate) fn document(&self, id: &str) -> Option<Link> {
        if let Some(plan) = self.site().plans.get(&PlanId::new(id)) {
            return Some(self.link(&paths::plan(&plan.id), plan.number.clone()));
        }
        let document = self.site().documents.get(&crate::model::DocumentId::new(id))?;
        let url = document.sources.first()?.url.clone();
        Some(Link { href: url, text: document.number.clone() })
    }

    /// A document named by its number, with its address where the site knows the document.
    pub(crate) fn basis(&self, number: &str) -> Reference {
        let key = crate::text::fold::search_key(number);
        let known = self.site().documents.values();
        let mut document = known.filter(|document| {
            let number = crate::text::fold::search_key(&document.number);
            key.split_whitespace().any(|word| word.trim_matches([',', ';', '.']) == number)
        });
        let href = document
            .next_back()
            .and_then(|document| document.sources.first())
            .map(|source| source.url.clone());
        Reference { text: number.to_owned(), href }
    }

    /// The frame around a page.
    pub(crate) fn frame(&self, head: Head) -> Frame {
        let settings = &self.site().settings;
        let publisher = self.site().speaker_name(self.as_of()).to_owned();
        let breadcrumb = self.breadcrumb(&head);
        let canonical = self.address_of(self.path);
        let plan = self.path.plan().and_then(|id| self.site().plans.get(&PlanId::new(id)));
        // What happens elsewhere changes no page of a plan.
        let (updated, updated_label) = match plan {
            Some(plan) => {
                let of_plan = &self.progress.plan(&plan.id).history;
                (of_plan.last_published(), words::last_published_of_plan())
            }
            None => (self.progress.last_published(), words::last_published()),
        };
        let json_ld = self.json_ld(&head);
        Frame {
            site_name: settings.name.clone(),
            site_description: settings.description.clone(),
            publisher,
            kind: self.kind,
            publisher_line: publisher_line(
                &settings.speaker,
                self.site().speaker_name(self.as_of()),
            ),
            publisher_label: publisher_label(&settings.speaker).to_owned(),
            document_title: if head.title == settings.name {
                head.title.clone()
            } else {
                words::document_title(&head.title, &settings.name)
            },
            canonical: canonical.clone(),
            root: self.root(),
            search: (*self.path != paths::search()).then(|| self.href(&paths::search())),
            home: self.href(&paths::home()),
            breadcrumb,
            as_of: date_view(self.as_of()),
            updated: updated.map(date_view),
            updated_label,
            next_release: settings.next_publication.map(date_view),
            navigation: self.menu(self.menus.main()),
            footer: self.menus.foot().map(|(path, text)| self.link(path, *text)).collect(),
            stylesheets: self.options.stylesheets.iter().map(|path| self.href(path)).collect(),
            icon: self.options.icon.as_ref().map(|path| self.href(path)),
            open_graph: OpenGraph {
                title: head.title.clone(),
                description: head.description.clone(),
                kind: if *self.path == paths::home() { "website" } else { "article" }.to_owned(),
                url: canonical,
            },
            json_ld,
            feeds: head.feeds,
            contact: contact(&settings.contact),
            report: ReportError {
                href: self.report_error(&head.title),
                reaches: self.reaches(),
                about: self.link(&paths::petition(), pages::what_happens()),
            },
            citation: String::new(),
            source_file: head.source,
            licence: settings.licence.clone(),
            generator: self.options.generator.clone(),
            sample: settings.notice.clone(),
            draft: plan.filter(|plan| plan.is_draft).map(|_| words::draft()),
            heading: runs(&head.title),
            title: head.title,
            description: head.description,
        }
    }

    /// Where errors are reported; a letter begins with the page that it is about.
    fn report_error(&self, title: &str) -> String {
        match &self.site().settings.error_reports {
            Some(mail) if mail.starts_with("mailto:") => {
                let subject = words::report_error(title);
                let page = self.address_of(self.path).unwrap_or_else(|| self.path.to_string());
                let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
                let sign = if mail.contains('?') { '&' } else { '?' };
                format!("{mail}{sign}subject={}&body={}", encoded(&subject), encoded(&page))
            }
            Some(address) => address.clone(),
            None => self.href(&paths::petition()),
        }
    }

    /// Whom a report reaches, and by when whoever receives it promises an answer.
    fn reaches(&self) -> String {
        let settings = &self.site().settings;
        if !settings.has_receiver() {
            return words::reaches_nobody().to_owned();
        }
        let office = settings.contact.office.as_deref();
        let to = match (office, &settings.error_reports, &settings.petitions) {
            (Some(office), ..) => words::reaches(office),
            (None, None, Some(_)) => words::reaches_channel().to_owned(),
            (None, ..) => words::reaches(self.site().speaker_name(self.as_of())),
        };
        match &settings.answered_within {
            Some(within) => words::reaches_within(to, within),
            None => to,
        }
    }

    /// The page for wrong addresses is served at any depth, so it alone knows the base path.
    fn is_not_found(&self) -> bool {
        *self.path == paths::not_found()
    }

    fn root(&self) -> String {
        if self.is_not_found() {
            return self.options.base_path.clone();
        }
        let root = self.path.to_root();
        if root.is_empty() { "./".to_owned() } else { root }
    }

    fn breadcrumb(&self, head: &Head) -> Vec<Link> {
        if *self.path == paths::home() || self.is_not_found() {
            return Vec::new();
        }
        let home = (paths::home(), pages::home().to_owned());
        let steps = std::iter::once(&home).chain(&head.above);
        steps.map(|(path, text)| self.link(path, text.clone())).collect()
    }

    /// The entries of a menu, as this page shows them.
    pub(crate) fn menu<'m>(
        &self,
        entries: impl Iterator<Item = &'m (PagePath, &'static str)>,
    ) -> Vec<NavigationItem> {
        let item = |(path, text): &(PagePath, &str)| NavigationItem {
            href: self.href(path),
            text: (*text).to_owned(),
            current: path == self.path,
        };
        entries.map(item).collect()
    }

    fn json_ld(&self, head: &Head) -> Option<serde_json::Value> {
        let mut graph: Vec<serde_json::Value> = head.json_ld.iter().cloned().collect();
        if self.options.address.is_some() && *self.path != paths::home() && !self.is_not_found() {
            let home = (paths::home(), pages::home().to_owned());
            let here = (self.path.clone(), head.title.clone());
            let steps = std::iter::once(&home).chain(&head.above).chain(std::iter::once(&here));
            let items = steps.enumerate().map(|(index, (path, name))| {
                json!({"@type": "ListItem", "position": index + 1, "name": name, "item": self.address_of(path)})
            });
            let items: Vec<_> = items.collect();
            graph.push(json!({"@type": "BreadcrumbList", "itemListElement": items}));
        }
        (!graph.is_empty()).then(|| json!({"@context": "https://schema.org", "@graph": graph}))
    }
}

fn publisher_line(speaker: &Speaker, name: &str) -> String {
    match speaker {
        Speaker::Compiler { .. } => words::compiled_by(name),
        Speaker::Authority(_) => name.to_owned(),
    }
}

/// In what part whoever speaks does so.
fn publisher_label(speaker: &Speaker) -> &'static str {
    match speaker {
        Speaker::Compiler { .. } => words::compiler(),
        Speaker::Authority(_) => words::authority(),
    }
}

/// A deadline in the unit of its words, with its last day for machines.
pub(crate) fn limit_view(limit: Limit) -> DateView {
    let shown = days::limit(&limit);
    DateView { iso: limit.to.to_string(), short: shown.clone(), long: shown }
}

pub(crate) fn date_view(date: Date) -> DateView {
    DateView { iso: date.to_string(), short: dates::short(date), long: dates::long(date) }
}

/// A day, month or year, as precise as it is known.
pub(crate) fn partial_view(date: PartialDate) -> DateView {
    match date {
        PartialDate::Full(day) => date_view(day),
        PartialDate::YearMonth(year, month) => DateView {
            iso: date.iso(),
            short: days::month_short(month, year),
            long: days::month(month, year),
        },
        PartialDate::Year(year) => {
            DateView { iso: date.iso(), short: days::year(year), long: days::year(year) }
        }
    }
}

/// When something ended, as precisely as it is known: "sau ngày …", "(được biết có đến năm …)".
pub(crate) fn when_ended(last: PartialDate) -> String {
    let named = partial_view(last).long;
    match last {
        PartialDate::Full(_) => agencies::after_day(named),
        PartialDate::YearMonth(..) | PartialDate::Year(_) => agencies::known_until(named),
    }
}

/// Text in runs, so that a document's number is never broken at a line's end.
pub(crate) fn runs(text: &str) -> Vec<Run> {
    let pieces = document_number::pieces(text).into_iter();
    pieces.map(|(words, whole)| Run { text: words.to_owned(), whole, note: None }).collect()
}

/// The host of an address, for want of a title.
pub(crate) fn host(url: &str) -> String {
    let url = readable(url);
    let rest = url.split_once("://").map_or(&*url, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest).to_owned()
}

pub(crate) fn contact(contact: &crate::model::Contact) -> Contact {
    let link = |href: String, text: &String| Link { href, text: text.clone() };
    Contact {
        office: contact.office.clone(),
        telephone: contact
            .phone
            .as_ref()
            .map(|phone| link(format!("tel:{}", phone.replace(' ', "")), phone)),
        email: contact.mail.as_ref().map(|mail| link(mailto(mail), mail)),
        address: contact.address.clone(),
        page: contact.web.as_ref().map(|web| Link { href: web.clone(), text: host(web) }),
    }
}
