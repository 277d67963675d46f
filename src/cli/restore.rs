//! `congkhai restore`: the site of a release, built again from content that is given, or put together of files that are
//! still published somewhere.

use std::collections::BTreeMap;
use std::io;

use super::build::{protected, publish_error};
use super::report::Repeats;
use super::surroundings::request;
use super::{Common, Exit, Format, RestoreArgs, Surroundings, ledger, report};
use crate::output::{Checksum, Entry, Output, OutputPath, Sink};
use crate::pipeline::{self, Releasing, RunError};
use crate::publish::{Meta, RealDisk, Staging, Target, changes};
use crate::releases::history::{FOLDER, History};
use crate::releases::make::Keys;
use crate::releases::shelf::LONGEST;
use crate::releases::{ReleaseManifest, Shelf};
use crate::text::numbers;
use crate::transparency::SigningKey;

pub(super) fn run(arguments: &RestoreArgs, common: &Common, surroundings: &Surroundings) -> Exit {
    let places = match &arguments.tu[..] {
        [] => vec![arguments.output.to_string_lossy().into_owned()],
        places => places.to_vec(),
    };
    let shelves: Vec<Box<dyn Shelf>> = places.iter().map(|place| ledger::shelf(place)).collect();
    let (place, shelf) = (&places[0], &*shelves[0]);
    let history = ledger::published_key(shelf).map(|key| ledger::proved(shelf, &key));
    let history = match history {
        Some(Ok(Some(history))) => history,
        Some(Err(())) => return Exit::Problems,
        None | Some(Ok(None)) => {
            report::complain(&format!("lỗi: {place} không có sổ công bố."));
            return Exit::Problems;
        }
    };
    let at = arguments.number.checked_sub(1).and_then(|at| usize::try_from(at).ok());
    let Some(release) = at.and_then(|at| history.releases.get(at)) else {
        report::complain(&format!("lỗi: Sổ có các bản từ 1 đến {}.", history.len()));
        return Exit::Usage;
    };
    let opened = Target::open(&RealDisk, &arguments.to, &protected(&arguments.input, surroundings));
    let staging = match opened.and_then(Target::stage) {
        Ok(staging) => staging.without(FOLDER),
        Err(error) => return report::environment(&error),
    };
    match arguments.tu.is_empty() {
        true => built(arguments, common, surroundings, &history, staging),
        false => gathered(arguments, common, &release.manifest, &history, &shelves, staging),
    }
}

/// Puts together what is still there of a release, wherever it stands now.
fn gathered(
    arguments: &RestoreArgs,
    common: &Common,
    manifest: &ReleaseManifest,
    history: &History,
    shelves: &[Box<dyn Shelf>],
    staging: Staging<'_>,
) -> Exit {
    let mut now: BTreeMap<Checksum, Vec<&OutputPath>> = BTreeMap::new();
    for (path, entry) in history.last().into_iter().flat_map(|last| last.manifest.files.iter()) {
        now.entry(entry.sha256).or_default().push(path);
    }
    let mut gone: Vec<String> = Vec::new();
    for (path, entry) in manifest.files.iter() {
        let others = now.get(&entry.sha256).map(Vec::as_slice).unwrap_or_default();
        match found(path, entry, others, shelves) {
            Ok(Some(bytes)) => {
                if let Err(error) = staging.put(path, &bytes) {
                    return report::environment(&*publish_error(error));
                }
            }
            Ok(None) => gone.push(format!("không còn: {path}\n")),
            Err(error) => gone.push(format!("không đọc được: {path} ({error})\n")),
        }
    }
    let (count, to) = (manifest.files.len(), arguments.to.display());
    let meta = Meta {
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        as_of: manifest.as_of,
        made: None,
    };
    if let Err(error) = staging.publish(meta) {
        return report::environment(&error);
    }
    let number = arguments.number;
    let mut text = gone.concat();
    text.push_str(&match gone.len() {
        0 => format!("Bản số {number} lấy lại ở {to}: đúng từng byte, {} tệp.\n", numbers::count(count)),
        missing => format!(
            "Bản số {number} lấy lại ở {to}: {} tệp đúng từng byte, thiếu {} tệp không lấy được ở nơi nào đã ghi.\n",
            numbers::count(count - missing),
            numbers::count(missing)
        ),
    });
    let told = match common.format {
        Format::Human if gone.is_empty() && common.quiet => Exit::Done,
        Format::Human => report::say(&text),
        _ => Exit::Done,
    };
    told.then(if gone.is_empty() { Exit::Done } else { Exit::Problems })
}

/// The bytes of a file as a release had it: under its own path, else under one of `others` that has the same now. What
/// cannot be read in one place may be read in another; where it can be read nowhere, that is told.
fn found(
    path: &OutputPath,
    entry: &Entry,
    others: &[&OutputPath],
    shelves: &[Box<dyn Shelf>],
) -> Result<Option<Vec<u8>>, io::Error> {
    let longest = entry.size.min(LONGEST);
    let mut fault = None;
    for path in std::iter::once(&path).chain(others) {
        for shelf in shelves {
            match shelf.read(path.as_str(), longest) {
                Ok(Some(bytes)) if Checksum::of(&bytes) == entry.sha256 => return Ok(Some(bytes)),
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {}
                Err(error) => fault = Some(error),
            }
        }
    }
    fault.map_or(Ok(None), Err)
}

/// Builds a release again.
fn built(
    arguments: &RestoreArgs,
    common: &Common,
    surroundings: &Surroundings,
    history: &History,
    staging: Staging<'_>,
) -> Exit {
    let at = arguments.number as usize - 1;
    let release = &history.releases[at];
    let manifest = &release.manifest;
    let mut request = request(&arguments.input, surroundings);
    request.as_of = Some(manifest.as_of);
    let mut before = History { key: history.key.clone(), ..History::default() };
    before.releases = history.releases[..at].to_vec();
    before.entries = history.entries[..at].to_vec();
    // What this signs is put nowhere: the restored folder has no ledger.
    let key = SigningKey::from_seed("khong-cong-bo", &[0; 32]).expect("the name is plain");
    let keys = Keys { now: &key, before: None, lost: None };
    let releasing =
        Releasing { history: &before, keys, tool: manifest.tool.clone(), is_held: false };
    let watch = &*surroundings.watch;
    let made = pipeline::content(&request)
        .and_then(|content| pipeline::release(&request, content, &staging, watch, &releasing));
    let outcome = match made {
        Ok(outcome) => outcome,
        Err(RunError::Interrupted) => return Exit::Interrupted,
        Err(RunError::Sink(error)) => return report::environment(&*publish_error(error)),
        Err(error) => return report::environment(&error),
    };
    let (format, quiet) = (common.format, common.quiet);
    let told = report::problems(&outcome.problems, &outcome.tree, format, quiet, Repeats::Once);
    if !outcome.complete {
        return told.then(Exit::Problems);
    }
    let made = staging.output();
    let tool_version = env!("CARGO_PKG_VERSION").to_owned();
    let meta = Meta { tool_version, as_of: manifest.as_of, made: None };
    if let Err(error) = staging.publish(meta) {
        return report::environment(&error);
    }
    let (text, is_same) = compared(arguments, &manifest.files, &made, &manifest.tool);
    told.then(match format {
        Format::Human => report::say(&text),
        _ => Exit::Done,
    })
    .then(if is_same { Exit::Done } else { Exit::Problems })
}

fn compared(arguments: &RestoreArgs, then: &Output, now: &Output, tool: &str) -> (String, bool) {
    let changes = changes(then, now);
    let lists = [("thiếu", &changes.removed), ("thừa", &changes.added), ("khác", &changes.changed)];
    let count: usize = lists.iter().map(|(_, list)| list.len()).sum();
    let to = arguments.to.display();
    if count == 0 {
        return (format!("Bản số {} dựng lại ở {to}: đúng từng byte.\n", arguments.number), true);
    }
    let mut text = String::new();
    for (kind, list) in lists {
        text.extend(list.iter().map(|path| format!("{kind}: {path}\n")));
    }
    text.push_str(&format!(
        "Bản số {} dựng lại ở {to}: {} tệp khác với bản đã công bố (bằng {tool}). Nội dung hoặc phiên bản công cụ không phải của bản ấy.\n",
        arguments.number,
        numbers::count(count)
    ));
    (text, false)
}
