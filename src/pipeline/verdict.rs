//! What a run said of all that it read, for a run that reads the same: it need not read on.
//!
//! In: files with their checksums, and what was asked for. Out: what an earlier run left under the same checksum: the
//! problems, the date, the inputs of the site. It says nothing of the published files; a sink does.

use jiff::civil::Date;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::request::{Drafts, Request};
use crate::check::Checked;
use crate::diagnostic::{Diagnostics, Recorded};
use crate::output::{Checksum, Digest, Notes};
use crate::source::{SourcePath, SourceTree, load};

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
    /// The evidence that was judged.
    checked: Vec<(String, Checksum)>,
    problems: Recorded,
}

/// The checksum of all that is read before anything is made of it. Evidence is not among it but for its paths: which
/// of it is read, the content says.
pub(super) fn checksum(request: &Request, tree: &SourceTree) -> Checksum {
    let mut read = Digest::new();
    read.add(format!("{:?}", request.as_of).as_bytes());
    read.add_asked(request);
    read.add(format!("{:?}", tree.noticed).as_bytes());
    read.add_content(tree);
    read.add_themes(tree);
    read.checksum()
}

/// Whether each of the files still is what it was when it was judged.
fn are_the_same(checked: &[(String, Checksum)], tree: &SourceTree) -> bool {
    checked.par_iter().all(|(path, checksum)| {
        let file = tree.attachments.get(&SourcePath::content(path));
        let bytes = file.and_then(|file| load::attachment(file).ok());
        bytes.is_some_and(|bytes| Checksum::of(&bytes) == *checksum)
    })
}

/// What is left for the next run; nothing where that could not tell the same. `is_dated`: the content names a date by
/// itself.
pub(super) fn noted(
    request: &Request,
    said: Said,
    checked: &Checked,
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
        checked: checked.iter().map(|(path, sum)| (path.as_str().to_owned(), *sum)).collect(),
        problems: Recorded::of(&said.problems)?,
    };
    Some(super::parts::noted(&recording))
}

/// What was left, if it holds for this run too.
pub(super) fn read(request: &Request, tree: &SourceTree, notes: &[u8]) -> Option<Said> {
    let recording: Recording = postcard::from_bytes(notes).ok()?;
    let is_its_day = recording.today.is_none_or(|day| day == request.today.to_string());
    let are_drafts_the_same = recording.drafts.is_none_or(|drafts| drafts == request.drafts);
    if !is_its_day || !are_drafts_the_same || !are_the_same(&recording.checked, tree) {
        return None;
    }
    let (inputs, base_path) = (recording.inputs, recording.base_path);
    let as_of = recording.as_of.parse().ok()?;
    Some(Said { inputs, base_path, as_of, problems: recording.problems.problems()? })
}
