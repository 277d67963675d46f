//! `congkhai build`: the whole pipeline, and the swap.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use super::report::Repeats;
use super::surroundings::{program, request};
use super::timings::Stopwatch;
use super::{
    BuildArgs, Common, Exit, Format, InputArgs, Surroundings, TimingsForm, ledger, report,
};
use crate::pipeline::{self, Memory, Outcome, RunError, Stage, Watch, Work};
use crate::publish::{
    Made, Meta, Protected, ProtectedKind, PublishError, RealDisk, Release, Staging, Target,
};
use crate::text::{dates, numbers};

/// A build that lasts no longer than this shows no progress bar.
const SILENT_FOR: Duration = Duration::from_millis(700);

pub(super) fn run(arguments: &BuildArgs, common: &Common, surroundings: &Surroundings) -> Exit {
    let is_output_read = arguments.timings == Some(TimingsForm::Json);
    if is_output_read && common.format != Format::Human {
        report::complain(
            "lỗi: --timings=json và --format đều in cho máy đọc ra đầu ra chuẩn; chỉ dùng một.",
        );
        return Exit::Usage;
    }
    let stopwatch = Arc::new(Stopwatch::start());
    if arguments.timings.is_some() {
        let follower = Arc::clone(&stopwatch);
        surroundings.watch.follower.set(follower).expect("a process builds once");
    }
    let published = build(arguments, common, surroundings);
    match published {
        Ok((outcome, Some(release), told)) => {
            let is_told = common.format == Format::Human && !common.quiet;
            let summary = summary(arguments, &outcome, &release, stopwatch.elapsed());
            let told = match (is_told, is_output_read) {
                (false, _) => told,
                (true, false) => report::say(&summary),
                (true, true) => {
                    report::complain(summary.trim_end());
                    told
                }
            };
            tell_timings(arguments, &stopwatch, true).then(told)
        }
        Ok((outcome, None, told)) => {
            if common.format == Format::Human {
                let counts = outcome.problems.counts();
                report::complain(&format!("Không công bố: {counts}. Trang đã công bố giữ nguyên."));
            }
            let told = tell_timings(arguments, &stopwatch, false).then(told);
            told.then(Exit::Problems)
        }
        Err(Ended::Interrupted) => {
            report::complain(&RunError::Interrupted.to_string());
            Exit::Interrupted
        }
        Err(Ended::Ledger) => {
            let folder = arguments.output.display();
            report::complain(&format!(
                "lỗi: Thư mục {folder} có sổ công bố; dùng congkhai release để công bố bản mới, hoặc --output để dựng thử ở thư mục khác."
            ));
            Exit::Usage
        }
        Err(Ended::Failed(error)) => report::environment(&*error),
    }
}

/// Tells the time of each stage, where that was asked for.
fn tell_timings(arguments: &BuildArgs, stopwatch: &Stopwatch, published: bool) -> Exit {
    match arguments.timings {
        Some(TimingsForm::Json) => return report::say(&stopwatch.timings().json(published)),
        Some(TimingsForm::Human) => report::complain(stopwatch.timings().table().trim_end()),
        None => {}
    }
    Exit::Done
}

/// Why nothing was published, beside problems of content and theme.
enum Ended {
    Interrupted,
    /// The folder holds a release ledger, which `build` would lose.
    Ledger,
    Failed(Box<dyn std::error::Error + Send + Sync>),
}

impl From<PublishError> for Ended {
    fn from(error: PublishError) -> Self {
        Ended::Failed(Box::new(error))
    }
}

impl From<RunError> for Ended {
    fn from(error: RunError) -> Self {
        match error {
            RunError::Interrupted => Ended::Interrupted,
            RunError::Sink(error) => Ended::Failed(publish_error(error)),
            error => Ended::Failed(Box::new(error)),
        }
    }
}

fn build(
    arguments: &BuildArgs,
    common: &Common,
    surroundings: &Surroundings,
) -> Result<(Outcome, Option<Release>, Exit), Ended> {
    let watch = &*surroundings.watch;
    let request = request(&arguments.input, surroundings);
    // The manifest of a large site takes as long to read as its content.
    let (staging, tree) = rayon::join(
        || open(arguments, surroundings),
        || pipeline::read(&request, watch).map_err(Ended::from),
    );
    let (staging, tree) = (staging?, tree?);
    let run = || pipeline::run_on(tree, &request, &staging, watch, &Memory::off());
    let outcome = with_bar(watch, common, run)?;
    let (format, quiet) = (common.format, common.quiet);
    let told = report::problems(&outcome.problems, &outcome.tree, format, quiet, Repeats::Once);
    let (true, Some(as_of)) = (outcome.complete, outcome.as_of) else {
        return Ok((outcome, None, told));
    };
    if watch.interrupted.load(Ordering::Relaxed) {
        return Err(Ended::Interrupted);
    }
    let noted = outcome.noted.clone();
    let made = outcome.inputs.map(|inputs| Made { inputs, pages: outcome.pages, noted });
    let meta = Meta { tool_version: env!("CARGO_PKG_VERSION").to_owned(), as_of, made };
    let publishing = watch.begin(Stage::Publish);
    let release = staging.publish(meta)?;
    publishing.done(Work { count: release.files, bytes: Some(release.bytes) });
    Ok((outcome, Some(release), told))
}

/// Takes hold of the published folder, and makes the new one beside it.
fn open(arguments: &BuildArgs, surroundings: &Surroundings) -> Result<Staging<'static>, Ended> {
    let opening = surroundings.watch.begin(Stage::Open);
    let target =
        Target::open(&RealDisk, &arguments.output, &protected(&arguments.input, surroundings))?;
    if ledger::is_in(target.output()) {
        return Err(Ended::Ledger);
    }
    let staging = target.stage()?.made_by(program());
    opening.done(Work::default());
    Ok(staging)
}

/// The publisher's own error, which knows the path, out of the sink's.
pub(super) fn publish_error(error: io::Error) -> Box<dyn std::error::Error + Send + Sync> {
    match error.downcast::<PublishError>() {
        Ok(error) => Box::new(error),
        Err(error) => Box::new(error),
    }
}

/// The folders that publishing must not endanger.
pub(super) fn protected(input: &InputArgs, surroundings: &Surroundings) -> Vec<Protected> {
    let mut folders = vec![
        Protected { kind: ProtectedKind::Content, path: input.content.clone() },
        Protected { kind: ProtectedKind::Themes, path: input.themes.clone() },
        Protected { kind: ProtectedKind::Repository, path: surroundings.here.clone() },
    ];
    folders.extend(
        surroundings.home.clone().map(|path| Protected { kind: ProtectedKind::Home, path }),
    );
    folders
}

/// Runs `work` with a progress bar, on a terminal and only when it lasts.
pub(super) fn with_bar<T>(watch: &Watch, common: &Common, work: impl FnOnce() -> T) -> T {
    if common.quiet || common.format != Format::Human || !report::is_watched() {
        return work();
    }
    let finished = AtomicBool::new(false);
    thread::scope(|scope| {
        // Where the system has no thread to spare, the work goes on without a bar.
        let _ = thread::Builder::new().spawn_scoped(scope, || draw(watch, &finished));
        let result = work();
        finished.store(true, Ordering::Relaxed);
        result
    })
}

fn draw(watch: &Watch, finished: &AtomicBool) {
    let start = Instant::now();
    let mut bar = None;
    while !finished.load(Ordering::Relaxed) {
        thread::sleep(Duration::from_millis(50));
        if start.elapsed() > SILENT_FOR {
            let bar = bar.get_or_insert_with(|| {
                let style = ProgressStyle::with_template("Đang dựng {wide_bar} {pos}/{len} trang");
                ProgressBar::new(0).with_style(style.expect("the template is well formed"))
            });
            bar.set_length(watch.pages.load(Ordering::Relaxed) as u64);
            bar.set_position(watch.done.load(Ordering::Relaxed) as u64);
        }
    }
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
}

fn summary(arguments: &BuildArgs, outcome: &Outcome, release: &Release, time: Duration) -> String {
    let changes = &release.changes;
    let as_of = outcome.as_of.map(dates::short).unwrap_or_default();
    let mut text = format!(
        "Đã công bố {} trang ({} tệp, {}) sau {} giây; số liệu đến ngày {as_of}.\n\
         So với lần trước: thêm {}, đổi {}, bỏ {}, giữ nguyên {}. Vấn đề: {}.\n",
        numbers::count(outcome.pages),
        numbers::count(release.files),
        report::size(release.bytes),
        format!("{:.1}", time.as_secs_f64()).replace('.', ","),
        numbers::count(changes.added.len()),
        numbers::count(changes.changed.len()),
        numbers::count(changes.removed.len()),
        numbers::count(changes.unchanged),
        outcome.problems.counts(),
    );
    if let Some(error) = &release.leftover {
        text.push_str(&format!("Lưu ý: {error} Lần dựng sau sẽ dọn tiếp.\n"));
    }
    text.push_str(&format!("Xem: {}\n", arguments.output.join("index.html").display()));
    text
}
