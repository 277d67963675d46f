//! Runs the stages in order; the only caller of them all.
//!
//! In: what a command asked for. Out: every finished file in a sink, or the problems that stand in the way.
//! Reads no clock and decides nothing about the site.

mod content;
mod exports;
mod extras;
mod forms;
mod fresh;
mod inputs;
mod look;
mod memory;
mod outcome;
mod pageless;
mod parts;
mod releasing;
mod rendering;
mod request;
mod stages;
mod verdict;

pub use content::{Content, content, judge, published_content, read};
pub use memory::Memory;
pub use outcome::{Outcome, RunError};
pub use releasing::{Releasing, judge_pictures, judged};
pub use request::{Drafts, Request, Running, Watch};
pub use stages::{Follower, Stage, Work};

use std::ops::ControlFlow::Continue;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64};

use crate::diagnostic::Diagnostics;
use crate::output::{Checksum, Sink};
use crate::paths::PagePath;
use crate::render::links::LinkTable;
use crate::source::SourceTree;
use crate::{check, pages, progress};
use exports::Exports;
use extras::Indexed;
use forms::Forms;
use parts::Parts;
use releasing::{Beginning, Closed};
use rendering::Rendering;
use verdict::Said;

/// Runs every stage but publishing; finished files go to `sink`.
///
/// # Errors
/// The disk, or an interruption. Problems of content and theme are in the [`Outcome`].
pub fn run(request: &Request, sink: &dyn Sink, watch: &Watch) -> Result<Outcome, RunError> {
    run_again(request, sink, watch, &Memory::off())
}

/// The same, with what earlier runs remembered. The files and the problems are those of [`run`].
///
/// # Errors
/// As [`run`].
pub fn run_again(
    request: &Request,
    sink: &dyn Sink,
    watch: &Watch,
    memory: &Memory,
) -> Result<Outcome, RunError> {
    run_on(read(request, watch)?, request, sink, watch, memory)
}

/// The same of a tree that was read by itself.
///
/// # Errors
/// As [`run`].
pub fn run_on(
    tree: SourceTree,
    request: &Request,
    sink: &dyn Sink,
    watch: &Watch,
    memory: &Memory,
) -> Result<Outcome, RunError> {
    let read = sink.takes_notes().then(|| verdict::checksum(request, &tree));
    let noted = read.and_then(|read| sink.noted(read));
    if let Some(said) = noted.and_then(|notes| verdict::read(request, &tree, &notes)) {
        let pages = sink.keep_site(said.inputs).map_err(RunError::Sink)?;
        if let Some(pages) = pages {
            let (base_path, inputs, complete) = (said.base_path, Some(said.inputs), true);
            let made_nothing = Outcome::early(said.problems, tree, Some(said.as_of));
            return Ok(Outcome { base_path, pages, complete, inputs, ..made_nothing });
        }
    }
    made(request, content::proved(tree, memory, watch), read, sink, watch, memory, None)
}

/// Makes of `content` a release of the ledger that `releasing` goes on from. Nothing is taken from earlier runs.
///
/// # Errors
/// As [`run`].
pub fn release(
    request: &Request,
    content: Content,
    sink: &dyn Sink,
    watch: &Watch,
    releasing: &Releasing<'_>,
) -> Result<Outcome, RunError> {
    made(request, content, None, sink, watch, &Memory::off(), Some(releasing))
}

/// Every stage behind the proof of the content; `read` is the checksum of all that was read, where notes are taken.
fn made(
    request: &Request,
    content: Content,
    read: Option<Checksum>,
    sink: &dyn Sink,
    watch: &Watch,
    memory: &Memory,
    releasing: Option<&Releasing<'_>>,
) -> Result<Outcome, RunError> {
    let Content { mut problems, mut tree, record, acknowledgements, drafts } = content;
    let Some(mut record) = record else {
        check::settle(&acknowledgements, &tree, false, &mut problems);
        return Ok(Outcome::early(problems, tree, request.as_of));
    };
    let is_published = request.drafts == Drafts::LeftOut;
    let told = match request.drafts {
        Drafts::LeftOut => content::leave_out(&mut record, &drafts, &mut problems),
        Drafts::Judged => content::named(&record, &drafts),
        Drafts::Shown => Diagnostics::default(),
    };
    let site = &record.site;
    let as_of = request.as_of_in(&site.settings);
    let progressing = watch.begin(Stage::Progress);
    let progress = progress::on(&record, as_of);
    progressing.done(Work::of(record.tasks().count()));
    let fresh = memory.published.as_ref().map(|published| fresh::on_pages(&progress, published));
    let fresh = fresh.unwrap_or_default();
    let checking = watch.begin(Stage::Check);
    let checked = content::rules(&record, &progress, &tree, request, &mut problems);
    check::settle(&acknowledgements, &tree, request.as_of.is_none(), &mut problems);
    // What is settled in the files of drafts is dropped with the rest.
    if is_published {
        content::forget(&drafts, &mut problems);
    }
    problems.append(told);
    let released = releasing
        .map(|releasing| Beginning::of(releasing, &progress, &site.settings, &mut problems));
    checking.done(Work::of(problems.iter().count()));
    let theming = watch.begin(Stage::Theme);
    let chosen = look::chosen(&mut tree, &site.settings, &mut problems);
    let needs_no_page = request.drafts == Drafts::Judged
        && chosen.as_ref().is_some_and(|chosen| chosen.is_builtin)
        && pageless::is_enough(&record, &tree);
    let look = chosen.filter(|_| !needs_no_page).and_then(|chosen| {
        look::theme(&chosen, &tree, &site.settings, &memory.looks, &mut problems)
    });
    if let Some((_, assets)) = look.as_deref() {
        theming.done(Work::files(assets.iter().map(|(_, asset)| asset.bytes.len())));
    }
    if request.strict {
        problems.make_strict();
    }
    if needs_no_page {
        let complete = problems.stop_on_errors().is_continue();
        return Ok(Outcome { complete, ..Outcome::early(problems, tree, Some(as_of)) });
    }
    // The first gate: no page is made of faulty content, or with a faulty theme.
    let (Some((theme, assets)), Continue(())) = (look.as_deref(), problems.stop_on_errors()) else {
        return Ok(Outcome::early(problems, tree, Some(as_of)));
    };
    let inputs = inputs::of(request, site.has_drafts(), as_of, &tree, &checked, theme, assets);
    let base_path = look::base_path(request, &site.settings);
    // Nothing that the stages from here on would tell is forgotten: a site of which they told something is made again.
    if let Some(pages) = sink.keep_site(inputs).map_err(RunError::Sink)? {
        let (complete, inputs) = (true, Some(inputs));
        let made_nothing = Outcome::early(problems, tree, Some(as_of));
        return Ok(Outcome { base_path, pages, complete, inputs, fresh, ..made_nothing });
    }
    let parts = Parts::of(&progress, &tree, &checked);
    let mut options = look::options(request, &site.settings, assets);
    options.releases = released.as_ref().map(|released| Arc::clone(&released.told));
    // Pages tell the sizes of these files, so that they are made first.
    let (indexed, files) = rayon::join(
        || {
            let indexing = watch.begin(Stage::Search);
            let indexed = extras::index(&progress, sink)?;
            indexing.done(Work::files(indexed.files.iter().map(|(_, bytes)| *bytes)));
            Ok::<_, RunError>(indexed)
        },
        || {
            let exporting = watch.begin(Stage::Exports);
            let exports = Exports::new(&progress, &options.addresses, &parts, sink, watch);
            let files = exports.make()?;
            exporting.done(Work::files(files.sizes()));
            Ok::<_, RunError>(files)
        },
    );
    options.files = files?;
    let exported: Vec<_> = options.files.paths().cloned().collect();
    let copying = watch.begin(Stage::Copies);
    let mut others = extras::others(&progress, &tree, &checked, assets, &base_path, sink)?;
    let Indexed { index, files } = indexed?;
    others.extend(files.into_iter().map(|(path, _)| path));
    copying.done(Work::of(others.len()));
    let making = watch.begin(Stage::Pages);
    let pages = pages::list(&progress, &index, options);
    let forms = Forms::of(site.settings.minify, theme, &pages, sink)?;
    let looks = parts::looks(theme, &forms, &pages);
    let sure = pages.pages().iter().map(|page| &page.path).chain(&others).chain(&exported);
    let links = LinkTable::new(&base_path, sure.map(PagePath::as_str));
    let plans = rendering::pages_of_plans(&progress, &pages, &parts, looks, &links, sink)?;
    let rendering = Rendering {
        theme,
        pages: &pages,
        forms,
        plans,
        links,
        sink,
        watch,
        broken_off: AtomicBool::new(false),
        bytes: AtomicU64::new(0),
    };
    let mut told = rendering.all()?;
    let mut release = None;
    let mut ledger = Vec::new();
    // A release is closed over whole pages only.
    if let Some(released) = released.filter(|_| told.stop_on_errors().is_continue()) {
        match released.close(sink, &site.settings)? {
            Closed::NothingNew => {
                let made_nothing = Outcome::early(problems, tree, Some(as_of));
                return Ok(Outcome { base_path, complete: true, fresh, ..made_nothing });
            }
            Closed::Refused(lost) => {
                problems.append(lost);
                return Ok(Outcome::early(problems, tree, Some(as_of)));
            }
            Closed::Done => {}
        }
        let (last, pages) = rendering.last()?;
        told.append(last);
        released.sign_pages(&pages, sink)?;
        ledger = released.files();
        release = Some(released.told.count);
    }
    making.done(rendering.work());
    let linking = watch.begin(Stage::Links);
    let ledger = ledger.into_iter().map(|path| PagePath::new(path.as_str()));
    told.append(rendering.faulty_links(others.into_iter().chain(exported).chain(ledger)));
    let inputs = told.iter().next().is_none().then_some(inputs);
    let noted = inputs.zip(read).and_then(|(inputs, read)| {
        let base_path = base_path.clone();
        let said = Said { inputs, base_path, as_of, problems: problems.clone() };
        let is_dated = site.settings.as_of.is_some();
        Some((read, verdict::noted(request, said, &checked, is_dated, site.has_drafts())?))
    });
    problems.append(told);
    linking.done(Work::of(pages.pages().len()));
    if request.strict {
        problems.make_strict();
    }
    // The second gate is the caller's: only what is complete may be published.
    let complete = problems.stop_on_errors().is_continue();
    let pages = pages.pages().len();
    let as_of = Some(as_of);
    Ok(Outcome { problems, tree, as_of, base_path, pages, complete, inputs, noted, release, fresh })
}
