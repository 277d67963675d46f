//! Runs the stages in order; the only caller of them all.
//!
//! In: what a command asked for. Out: every finished file in a sink, or the problems that stand in the way.
//! Reads no clock and decides nothing about the site.

mod content;
mod extras;
mod look;
mod memory;
mod outcome;
mod rendering;
mod request;

pub use content::{Content, content, judge};
pub use memory::Memory;
pub use outcome::{Outcome, RunError};
pub use request::{Drafts, Request, Watch};

use std::ops::ControlFlow::Continue;
use std::sync::atomic::AtomicBool;

use crate::diagnostic::Diagnostics;
use crate::output::Sink;
use crate::render::links::LinkTable;
use crate::search::SearchIndex;
use crate::{check, pages, progress};
use rendering::Rendering;

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
    let Content { mut problems, mut tree, record, acknowledgements, drafts } =
        content::content_again(request, memory)?;
    let Some(mut record) = record else {
        check::settle(&acknowledgements, &tree, false, &mut problems);
        return Ok(Outcome::early(problems, tree, request.as_of));
    };
    let is_published = request.drafts == Drafts::LeftOut;
    let told = match is_published {
        true => content::leave_out(&mut record, &drafts, &mut problems),
        false => Diagnostics::default(),
    };
    let site = &record.site;
    let as_of = request.as_of_in(&site.settings);
    let progress = progress::on(&record, as_of);
    let checked = content::rules(&record, &progress, &tree, request, &mut problems);
    check::settle(&acknowledgements, &tree, request.as_of.is_none(), &mut problems);
    // What is settled in the files of drafts is dropped with the rest.
    if is_published {
        content::forget(&drafts, &mut problems);
    }
    problems.append(told);
    let theme = look::theme(&mut tree, &site.settings, &mut problems);
    if request.strict {
        problems.make_strict();
    }
    // The first gate: no page is made of faulty content, or with a faulty theme.
    let (Some((theme, assets)), Continue(())) = (theme, problems.stop_on_errors()) else {
        return Ok(Outcome::early(problems, tree, Some(as_of)));
    };
    let mut options = look::options(request, &site.settings, &assets);
    let base_path = options.base_path.clone();
    // Pages tell the sizes of these files, so that they are made first.
    let (index, files) = rayon::join(
        || SearchIndex::of(&progress),
        || extras::exports(&progress, &options.addresses, sink, watch),
    );
    options.files = files?;
    let exported: Vec<_> = options.files.paths().cloned().collect();
    let others = extras::others(&progress, &tree, &checked, &assets, &index, &base_path, sink)?;
    let pages = pages::list(&progress, &index, options);
    let rendering = Rendering {
        theme: &theme,
        pages: &pages,
        minify: site.settings.minify,
        memo: &memory.pages,
        links: LinkTable::new(&base_path),
        sink,
        watch,
        broken_off: AtomicBool::new(false),
    };
    problems.append(rendering.all()?);
    memory.pages.forget_unused();
    problems.append(rendering.faulty_links(others.into_iter().chain(exported)));
    if request.strict {
        problems.make_strict();
    }
    // The second gate is the caller's: only what is complete may be published.
    let complete = problems.stop_on_errors().is_continue();
    let pages = pages.pages().len();
    Ok(Outcome { problems, tree, as_of: Some(as_of), base_path, pages, complete })
}
