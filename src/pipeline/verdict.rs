//! What a run said of all that it read, for a run that reads the same: it need not read on.
//!
//! In: files with their checksums, and what was asked for. Out: what an earlier run left under the same checksum: the
//! problems, the date, the inputs of the site. It says nothing of the published files; a sink does.

use jiff::civil::Date;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::inputs::Digest;
use super::request::{Drafts, Request};
use crate::diagnostic::{Diagnostics, Recorded};
use crate::output::{Checksum, Notes};
use crate::source::{SourceTree, load};
use crate::text::SiteAddress;

/// What a run said.
pub(super) struct Said {
    /// The inputs of the site.
    pub(super) inputs: Checksum,
    /// The path under which the site stands.
    pub(super) base_path: String,
    pub(super) as_of: Date,
    pub(super) problems: Diagnostics,
}

#[derive(Serialize, Deserialize)]
struct Recording {
    inputs: Checksum,
    base_path: String,
    as_of: String,
    /// The day of the run, where the site's date was taken from it.
    today: Option<String>,
    /// What became of drafts, where there are any.
    drafts: Option<Drafts>,
    problems: Recorded,
}

/// The checksum of all that is read, before anything is made of it; nothing where a file cannot be read any more.
pub(super) fn checksum(request: &Request, tree: &SourceTree) -> Option<Checksum> {
    let mut read = Digest::new();
    read.add(format!("{:?} {}", request.as_of, request.strict).as_bytes());
    read.add(request.base_url.as_ref().map_or("", SiteAddress::as_str).as_bytes());
    read.add(format!("{:?}", tree.noticed).as_bytes());
    for (path, file) in &tree.texts {
        read.add_file(path, &file.sha256);
    }
    tree.unreadable.iter().for_each(|path| read.add_file(path, &[]));
    let attachments: Vec<_> = tree.attachments.iter().collect();
    let checksums: Vec<_> = attachments
        .into_par_iter()
        .map(|(path, file)| Some((path, Checksum::of(&load::attachment(file).ok()?))))
        .collect::<Option<_>>()?;
    checksums.iter().for_each(|(path, checksum)| read.add_file(path, checksum.as_bytes()));
    for (theme, files) in &tree.themes {
        for (path, bytes) in files {
            read.add(theme.as_bytes());
            read.add(path.as_bytes());
            read.add(bytes);
        }
    }
    Some(read.checksum())
}

/// What is left for the next run; nothing where that could not tell the same. `is_dated`: the content names a date by
/// itself.
pub(super) fn noted(
    request: &Request,
    said: Said,
    is_dated: bool,
    has_drafts: bool,
) -> Option<Notes> {
    let from_the_day = request.as_of.is_none() && !is_dated;
    let recording = Recording {
        inputs: said.inputs,
        base_path: said.base_path,
        as_of: said.as_of.to_string(),
        today: from_the_day.then(|| request.today.to_string()),
        drafts: has_drafts.then_some(request.drafts),
        problems: Recorded::of(&said.problems)?,
    };
    Some(super::parts::noted(&recording))
}

/// What was left, if it holds for this run too.
pub(super) fn read(request: &Request, notes: Notes) -> Option<Said> {
    let recording: Recording = postcard::from_bytes(&notes).ok()?;
    let is_its_day = recording.today.is_none_or(|day| day == request.today.to_string());
    let are_drafts_the_same = recording.drafts.is_none_or(|drafts| drafts == request.drafts);
    if !is_its_day || !are_drafts_the_same {
        return None;
    }
    let (inputs, base_path) = (recording.inputs, recording.base_path);
    let as_of = recording.as_of.parse().ok()?;
    Some(Said { inputs, base_path, as_of, problems: recording.problems.problems()? })
}
