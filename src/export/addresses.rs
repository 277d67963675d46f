//! How files of open data name things: by address where the site knows its own, by id for ever.
//!
//! In: the site's address. Out: [`Addresses`].

use crate::model::{Event, Plan, Settings, Task};
use crate::paths::{self, PagePath};
use crate::progress::CorrectionEntry;
use crate::text::SiteAddress;

/// Absolute addresses of things, where the site knows its own.
#[derive(Clone, Debug)]
pub struct Addresses {
    address: Option<String>,
    pub(super) authority: String,
}

/// Who names things where the site states no address; RFC 2606 keeps the name from everybody.
const NOBODY: &str = "congkhai.invalid";

impl Addresses {
    /// `address` ends in `/`. Ids are named by the address that the content states, so that a trial build under
    /// another address has the same ids.
    pub fn new(address: Option<&str>, settings: &Settings) -> Self {
        let given = address.and_then(|address| SiteAddress::read(address).ok());
        let authority = settings.address.as_ref().or(given.as_ref()).map(SiteAddress::host);
        Self {
            address: address.map(str::to_owned),
            authority: authority.unwrap_or(NOBODY).to_owned(),
        }
    }

    /// A file or page: absolute, or from the site's root.
    pub(crate) fn of(&self, path: &PagePath) -> String {
        match &self.address {
            Some(address) => format!("{address}{}", path.public()),
            None => path.address().into_owned(),
        }
    }

    /// The same, as the file at `here` names it.
    pub(super) fn from(&self, here: &PagePath, path: &PagePath) -> String {
        match &self.address {
            Some(address) => format!("{address}{}", path.public()),
            None => here.to(path),
        }
    }

    /// An event on its task's page.
    pub(super) fn of_event(&self, plan: &Plan, task: &Task, event: &Event) -> String {
        let page = self.of(&paths::task(&plan.id, &task.number));
        format!("{page}{}", event_fragment(event))
    }

    /// A correction on the page of all corrections.
    pub(super) fn of_correction(&self, correction: &CorrectionEntry<'_>) -> String {
        let page = self.of(&paths::corrections());
        format!("{page}{}", correction_fragment(correction))
    }

    /// A tag URI (RFC 4151): the same for ever, whatever the file is called.
    pub(super) fn tag(&self, parts: &[&str]) -> String {
        // The year in which these names were first given, as the format asks for a date of the authority.
        const SINCE: &str = "2026";
        let path: Vec<_> = parts.iter().map(|part| encoded(part)).collect();
        format!("tag:{},{SINCE}:{}", self.authority, path.join("/"))
    }
}

pub(super) fn event_fragment(event: &Event) -> String {
    format!("#{}", paths::event_fragment(event))
}

pub(super) fn correction_fragment(correction: &CorrectionEntry<'_>) -> String {
    format!("#{}", paths::correction_fragment(&correction.plan.id, correction.id))
}

/// A part of a URI: what is not a letter, a digit or one of `-._~` is told by its bytes.
fn encoded(part: &str) -> String {
    let mut text = String::new();
    for byte in part.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                text.push(char::from(byte));
            }
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::names;
    use crate::model::AgencyId;

    #[track_caller]
    fn check(address: Option<&str>, path: &str, tag: &str) {
        let host = address.map_or(NOBODY, |address| {
            address.trim_start_matches("https://").split('/').next().unwrap()
        });
        let addresses =
            Addresses { address: address.map(str::to_owned), authority: host.to_owned() };
        let page = paths::agency(&AgencyId::new("so-a"));
        assert_eq!(addresses.from(&paths::export(None, names::CATALOGUE), &page), path);
        assert_eq!(addresses.tag(&["ke-hoach", "1-kh", "nhiem-vu", "6.10", "đợt 1"]), tag);
    }

    #[test]
    fn a_thing_has_one_name_for_ever_and_an_address_where_the_site_knows_its_own() {
        check(
            Some("https://tinh.example/tien-do/"),
            "https://tinh.example/tien-do/co-quan/so-a.html",
            "tag:tinh.example,2026:ke-hoach/1-kh/nhiem-vu/6.10/%C4%91%E1%BB%A3t%201",
        );
        check(
            None,
            "../co-quan/so-a.html",
            "tag:congkhai.invalid,2026:ke-hoach/1-kh/nhiem-vu/6.10/%C4%91%E1%BB%A3t%201",
        );
    }
}
