//! Where a link or picture of prose may lead.

use crate::text::address::{is_letter, is_web_address};

/// What a reference to a thing of the site names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReferenceKind {
    /// `nhiem-vu:4.1`, or of another plan `nhiem-vu:111-kh-ubnd-2015/4.1`.
    Task,
    /// `co-quan:so-tttt`
    Agency,
    /// `diem:ii.4.a`
    Node,
    /// `van-ban:36-nq-tw`
    Document,
    /// `trang:phuong-phap`
    Page,
}

impl ReferenceKind {
    /// All kinds.
    pub const ALL: [ReferenceKind; 5] = [
        ReferenceKind::Task,
        ReferenceKind::Agency,
        ReferenceKind::Node,
        ReferenceKind::Document,
        ReferenceKind::Page,
    ];

    /// What stands before the colon.
    pub fn scheme(self) -> &'static str {
        match self {
            ReferenceKind::Task => "nhiem-vu",
            ReferenceKind::Agency => "co-quan",
            ReferenceKind::Node => "diem",
            ReferenceKind::Document => "van-ban",
            ReferenceKind::Page => "trang",
        }
    }

    /// How a good one looks.
    pub fn model(self) -> &'static str {
        match self {
            ReferenceKind::Task => "nhiem-vu:4.1",
            ReferenceKind::Agency => "co-quan:so-tttt",
            ReferenceKind::Node => "diem:ii.4.dd",
            ReferenceKind::Document => "van-ban:36-nq-tw",
            ReferenceKind::Page => "trang:phuong-phap",
        }
    }
}

/// A link's address, told apart by what it may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address<'a> {
    /// A thing of this site and its name.
    Reference(ReferenceKind, &'a str),
    /// Another site, a mailbox or a telephone.
    External(&'a str),
    /// A reference whose name cannot be the name of anything.
    Malformed(ReferenceKind),
    /// Everything else: scripts, data, files, paths, addresses without a scheme.
    Forbidden,
}

impl<'a> Address<'a> {
    /// Tells an address apart. What is not known to be harmless is forbidden.
    pub fn of(url: &'a str) -> Self {
        let Some((scheme, rest)) = url.split_once(':') else { return Address::Forbidden };
        if let Some(kind) = ReferenceKind::ALL.into_iter().find(|kind| kind.scheme() == scheme) {
            let named = !rest.is_empty()
                && rest.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-/".contains(&b));
            return if named { Address::Reference(kind, rest) } else { Address::Malformed(kind) };
        }
        // Browsers drop white space and control characters, and read \ as /.
        if url.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\') {
            return Address::Forbidden;
        }
        let good = match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" => is_web_address(url),
            "mailto" => is_letter(rest),
            "tel" => rest.contains(|c: char| c.is_ascii_digit()),
            _ => false,
        };
        if good { Address::External(url) } else { Address::Forbidden }
    }
}

/// The address of a picture, if it is a path below `tep/`.
pub fn local_image(url: &str) -> Option<&str> {
    let names = url.strip_prefix("tep/")?;
    let plain = |c: char| !(c.is_control() || "\\:?#%".contains(c));
    let good = names
        .split('/')
        .all(|name| !name.is_empty() && !name.starts_with('.') && name.chars().all(plain));
    good.then_some(url)
}

/// Whether the address names a scheme or a host.
pub(super) fn leaves_the_site(url: &str) -> bool {
    url.contains(':') || url.starts_with("//") || url.starts_with('\\')
}
