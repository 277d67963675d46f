//! A feed in both formats: Atom (RFC 4287) and JSON Feed 1.1.
//!
//! In: a [`Channel`], its items newest first. Out: bytes. A feed is as new as its newest item; an item is of the day of
//! its publication, at midnight in Viet Nam.

use std::io;

use atom_syndication::{
    Category, Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text,
};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Addresses, File, Put, lines};
use crate::paths::PagePath;
use crate::progress::Progress;

/// One thing that was published.
pub(super) struct Item {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) page: PagePath,
    pub(super) fragment: String,
    pub(super) published: Date,
    pub(super) words: String,
    pub(super) kind: &'static str,
}

/// A feed before it is written.
pub(super) struct Channel<'a> {
    pub(super) progress: &'a Progress<'a>,
    pub(super) addresses: &'a Addresses,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) page: PagePath,
    /// The date of a feed that has no entry.
    pub(super) beginning: Date,
    pub(super) items: Vec<Item>,
}

/// Midnight in Viet Nam.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00+07:00")
}

fn atom_moment(day: Date) -> FixedDateTime {
    moment(day).parse().expect("a date and a fixed offset are a moment")
}

impl Channel<'_> {
    /// Writes both formats, each where `path` says for its ending.
    pub(super) fn write(&self, path: impl Fn(&str) -> PagePath, put: &Put<'_>) -> io::Result<()> {
        self.write_atom(path("xml"), put)?;
        let json = path("json");
        let bytes = lines(&self.json(&json));
        put(File::new(json, bytes))
    }

    /// Writes Atom alone.
    pub(super) fn write_atom(&self, path: PagePath, put: &Put<'_>) -> io::Result<()> {
        let bytes = self.atom(&path);
        put(File::new(path, bytes))
    }

    fn publisher(&self) -> &str {
        self.progress.site.speaker_name(self.progress.as_of)
    }

    fn address(&self, here: &PagePath, item: &Item) -> String {
        format!("{}{}", self.addresses.from(here, &item.page), item.fragment)
    }

    fn atom(&self, here: &PagePath) -> Vec<u8> {
        let updated = self.items.first().map_or(self.beginning, |item| item.published);
        let link = |rel: &str, href: String, kind: &str| Link {
            href,
            rel: rel.to_owned(),
            mime_type: Some(kind.to_owned()),
            ..Link::default()
        };
        let feed = Feed {
            title: Text::plain(&self.title),
            id: self.id.clone(),
            updated: atom_moment(updated),
            authors: vec![Person { name: self.publisher().to_owned(), ..Person::default() }],
            generator: Some(Generator { value: "congkhai".to_owned(), ..Generator::default() }),
            links: vec![
                link("self", self.addresses.from(here, here), "application/atom+xml"),
                link("alternate", self.addresses.from(here, &self.page), "text/html"),
            ],
            entries: self.items.iter().map(|item| self.entry(here, item)).collect(),
            lang: Some("vi".to_owned()),
            ..Feed::default()
        };
        let config = atom_syndication::WriteConfig {
            write_document_declaration: true,
            indent_size: Some(1),
        };
        let mut bytes =
            feed.write_with_config(Vec::new(), config).expect("memory takes every element");
        bytes.push(b'\n');
        bytes
    }

    fn entry(&self, here: &PagePath, item: &Item) -> Entry {
        Entry {
            title: Text::plain(&item.title),
            id: item.id.clone(),
            updated: atom_moment(item.published),
            published: Some(atom_moment(item.published)),
            categories: vec![Category { term: item.kind.to_owned(), ..Category::default() }],
            links: vec![Link { href: self.address(here, item), ..Link::default() }],
            content: Some(Content {
                value: Some(item.words.clone()),
                content_type: Some("text".to_owned()),
                ..Content::default()
            }),
            ..Entry::default()
        }
    }

    fn json(&self, here: &PagePath) -> Value {
        let items = self.items.iter().map(|item| {
            json!({
                "id": item.id,
                "url": self.address(here, item),
                "title": item.title,
                "content_text": item.words,
                "date_published": moment(item.published),
                "tags": [item.kind],
            })
        });
        json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.title,
            "home_page_url": self.addresses.from(here, &self.page),
            "feed_url": self.addresses.from(here, here),
            "language": "vi",
            "authors": [{"name": self.publisher()}],
            "items": items.collect::<Vec<_>>(),
        })
    }
}
