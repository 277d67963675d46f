//! The parts of a site that are kept where nothing changed that they are made from.
//!
//! In: what was read, judged and asked for. Out: for each plan a checksum of all that its pages and files can show: its
//! own files, those of plans that name it or that it names, and what all plans share. A plan sees nothing else of the
//! site (design: speed; `tests/it/rebuild.rs` holds the stages to it).

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;
use rayon::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::forms::Forms;
use super::outcome::RunError;
use crate::check::Checked;
use crate::export::Facts;
use crate::model::PlanId;
use crate::output::{Checksum, Digest, Notes, OutputPath, Part, Sink};
use crate::pages::PageSet;
use crate::paths::PagePath;
use crate::progress::Progress;
use crate::render::theme::Theme;
use crate::source::{ContentFile, SourceFile, SourcePath, SourceTree, layout};

/// What pages and files are made from, but for the theme.
pub(super) struct Parts {
    /// All that no plan has for itself.
    shared: Checksum,
    /// All that each plan's pages and files can show.
    plans: BTreeMap<PlanId, Checksum>,
}

impl Parts {
    pub(super) fn of(progress: &Progress<'_>, tree: &SourceTree, checked: &Checked) -> Self {
        let ids: Vec<&str> = progress.plans.iter().map(|plan| plan.plan.id.as_str()).collect();
        let mut folders: BTreeMap<&str, Folder<'_>> =
            ids.iter().map(|id| (*id, Folder::default())).collect();
        let mut shared = Digest::new();
        let has_drafts = progress.site.has_drafts();
        shared.add(format!("{} {has_drafts}", progress.as_of).as_bytes());
        shared.add(format!("{:?}", progress.published_since()).as_bytes());
        for (path, file) in &tree.texts {
            // What a plan is called and when it holds is said on pages of others.
            let is_head = |plan: &str| *path == ContentFile::Plan(plan).path();
            match layout::plan_of(path).filter(|plan| !is_head(plan)) {
                None => shared.add_file(path, &file.sha256),
                Some(plan) => folders.entry(plan).or_default().texts.push((path, file)),
            }
        }
        for path in tree.unreadable.iter().chain(tree.attachments.keys()) {
            let checksum = checked.get(path).map(|sum| &sum.as_bytes()[..]).unwrap_or_default();
            match layout::plan_of(path) {
                None => shared.add_file(path, checksum),
                Some(plan) => folders.entry(plan).or_default().others.push((path, checksum)),
            }
        }
        let shared = shared.checksum();
        let own: BTreeMap<&str, Checksum> =
            folders.iter().map(|(plan, folder)| (*plan, folder.checksum())).collect();
        let beside = neighbours(&ids, &folders);
        let all = ids.iter().map(|id| {
            let mut all = Digest::new();
            all.add(shared.as_bytes());
            for plan in std::iter::once(id).chain(&beside[id]) {
                all.add(plan.as_bytes());
                all.add(own[plan].as_bytes());
            }
            (PlanId::new(id), all.checksum())
        });
        Self { shared, plans: all.collect() }
    }

    /// The part of this kind of a plan; `also` is what else it is made from.
    pub(super) fn part(&self, kind: Kind, plan: &PlanId, also: Checksum) -> Part {
        let own = self.plans.get(plan).expect("every PlanId comes from this Site");
        part(format!("{}{plan}", kind.prefix()), &[*own, also])
    }

    /// The part of this name of the whole site; `also` is what else it is made from than what all plans share.
    pub(super) fn of_site(&self, name: &str, also: &[Checksum]) -> Part {
        part(name.to_owned(), &[&[self.shared], also].concat())
    }
}

fn part(name: String, from: &[Checksum]) -> Part {
    let mut made_from = Digest::new();
    from.iter().for_each(|checksum| made_from.add(checksum.as_bytes()));
    Part { name, made_from: made_from.checksum() }
}

/// The checksum of what all pages look like, and of what a build decides about them.
pub(super) fn looks(theme: &Theme, forms: &Forms, pages: &PageSet<'_>) -> Checksum {
    let mut looks = Digest::new();
    looks.add(theme.fingerprint().as_bytes());
    looks.add(forms.checksum().as_bytes());
    looks.add(pages.options().as_bytes());
    looks.checksum()
}

/// What of a plan is kept together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Its open data.
    Exports,
    /// Its pages.
    Pages,
}

impl Kind {
    /// No path of a page begins so.
    fn prefix(self) -> &'static str {
        match self {
            Kind::Exports => "//du-lieu/",
            Kind::Pages => "//trang/",
        }
    }
}

/// The name of the search index among the parts.
pub(super) const INDEX: &str = "//tim-kiem";

/// What the name of a table of the whole site begins with.
pub(super) const TABLE: &str = "//bang/";

/// What the name of an agency's calendar begins with.
pub(super) const CALENDAR: &str = "//lich/";

/// The name of the workbook of all tables.
pub(super) const WORKBOOK: &str = "//so-tinh";

/// The files of a plan, but for the one that others may speak of.
#[derive(Default)]
struct Folder<'a> {
    texts: Vec<(&'a SourcePath, &'a SourceFile)>,
    others: Vec<(&'a SourcePath, &'a [u8])>,
}

impl Folder<'_> {
    fn checksum(&self) -> Checksum {
        let mut own = Digest::new();
        self.texts.iter().for_each(|(path, file)| own.add_file(path, &file.sha256));
        self.others.iter().for_each(|(path, checksum)| own.add_file(path, checksum));
        own.checksum()
    }
}

/// Of each plan the others that one of its files names, or in whose files it is named.
fn neighbours<'a>(
    ids: &[&'a str],
    folders: &BTreeMap<&'a str, Folder<'a>>,
) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let names = AhoCorasick::new(ids).expect("ids of plans are few and short");
    let named: Vec<(&str, BTreeSet<&str>)> = folders
        .par_iter()
        .map(|(plan, folder)| {
            let mut named = BTreeSet::new();
            for (_, file) in &folder.texts {
                if may_hide_a_name(&file.text) {
                    named.extend(ids);
                } else {
                    let found = names.find_overlapping_iter(&*file.text);
                    named.extend(found.map(|found| ids[found.pattern().as_usize()]));
                }
            }
            (*plan, named)
        })
        .collect();
    let mut beside: BTreeMap<&str, BTreeSet<&str>> =
        ids.iter().map(|id| (*id, BTreeSet::new())).collect();
    for (plan, named) in named {
        for other in named.into_iter().filter(|other| *other != plan) {
            if let Some(own) = beside.get_mut(plan) {
                own.insert(other);
                beside.entry(other).or_default().insert(plan);
            }
        }
    }
    beside
}

/// Whether a name may stand in the text in other signs than its own: escaped, or over a line's end.
fn may_hide_a_name(text: &str) -> bool {
    let bytes = text.as_bytes();
    let escaped = |at: usize| match bytes[at] {
        b'\\' => matches!(bytes.get(at + 1), Some(b'x' | b'u' | b'U' | b'\n' | b'\r')),
        b'&' => bytes.get(at + 1) == Some(&b'#'),
        b'%' => bytes.get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)),
        _ => false,
    };
    (0..bytes.len()).any(escaped)
}

/// Files that went to the sink, in the order of paths.
pub(super) type Made = Vec<(PagePath, Facts)>;

/// The path of a page or file as the sink knows it.
pub(super) fn output_path(path: &PagePath) -> OutputPath {
    OutputPath::new(path.as_str()).expect("every PagePath is a relative path of plain names")
}

/// What is noted of a part that the sink keeps, and what is known of its files; else what comes of making it.
pub(super) fn kept_or_made<T: Serialize + DeserializeOwned>(
    part: Part,
    sink: &dyn Sink,
    make: impl FnOnce() -> Result<(T, Made), RunError>,
) -> Result<(T, Made), RunError> {
    if let Some(notes) = sink.keep(&part).map_err(RunError::Sink)? {
        return Ok(read(&notes));
    }
    let made = make()?;
    let paths = made.1.iter().map(|(path, _)| output_path(path)).collect();
    sink.leave(part, paths, noted(&made));
    Ok(made)
}

/// Notes, for whoever keeps the part.
pub(super) fn noted(value: &impl Serialize) -> Notes {
    postcard::to_allocvec(value).expect("texts and numbers can be written").into()
}

/// What was noted.
///
/// # Panics
/// Where the notes are those of another part; a sink answers for their bytes.
pub(super) fn read<T: DeserializeOwned>(notes: &[u8]) -> T {
    postcard::from_bytes(notes).expect("a sink gives the notes back that this program left")
}
