//! How the cost of a build grows, as ratios within one run.
//!
//! `cargo bench` writes synthetic sites of 1×, 4× and 16× (1,000 tasks at 1×) to a memory file system where there
//! is one, builds each in a process of its own with and without minify-html, and prints the split per stage,
//! the ratio to writing the same files plainly, the growth and the peak of memory. Times are CPU times of the whole
//! process; read them as ratios. Linux only, since it reads `/proc`. A second table has what an edit and an
//! unchanged build cost against a build from nothing; `cargo bench -- --rebuild` prints it alone.

#![expect(clippy::disallowed_methods, reason = "a benchmark sets its scene on the disk")]
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot set its scene has failed")]

mod synthetic;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use congkhai::diagnostic::Diagnostics;
use congkhai::output::{MemorySink, OutputPath, Sink};
use congkhai::pipeline::{self, Drafts, Memory, Request, Watch};
use congkhai::publish::{Meta, RealDisk, Target};
use congkhai::source::{Roots, load};
use congkhai::text::dates::parse_date;
use congkhai::{check, model, parse, progress};
use rustix::time::{ClockId, clock_gettime};

const SCALES: [usize; 3] = [1, 4, 16];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let at = |flag: &str| arguments.iter().position(|argument| argument == flag);
    if let Some(at) = at("--child") {
        child(Path::new(&arguments[at + 1]), Path::new(&arguments[at + 2]));
    } else if let Some(at) = at("--again") {
        again(Path::new(&arguments[at + 1]), Path::new(&arguments[at + 2]));
    } else if at("--rebuild").is_some() {
        parent_again();
    } else {
        parent();
        parent_again();
    }
}

fn request(content: &Path) -> Request {
    Request {
        roots: Roots { content: content.to_owned(), themes: content.join("none") },
        as_of: None,
        today: parse_date("2026-11-24").unwrap(),
        base_url: None,
        strict: false,
        drafts: Drafts::LeftOut,
    }
}

/// CPU and wall time of a piece of work, in microseconds.
fn timed(work: impl FnOnce()) -> (u128, u128) {
    let (before, start) = (cpu(), clock_gettime(ClockId::Monotonic));
    work();
    let end = clock_gettime(ClockId::Monotonic);
    let nanos = i128::from(end.tv_sec - start.tv_sec) * 1_000_000_000
        + i128::from(end.tv_nsec - start.tv_nsec);
    ((cpu() - before).as_micros(), u128::try_from(nanos / 1000).unwrap())
}

/// Prints what an edit costs with a warm memory, and what an unchanged build costs.
fn again(content: &Path, output: &Path) {
    let request = request(content);
    let memory = Memory::new();
    let run = |memory: &Memory| {
        let sink = MemorySink::new();
        let outcome = pipeline::run_again(&request, &sink, &Watch::default(), memory).unwrap();
        assert!(outcome.complete, "{:?}", outcome.problems.iter().next());
    };
    let cold = timed(|| run(&Memory::off()));
    run(&memory);
    let task = content.join("ke-hoach/1-kh-ubnd-2024/nhiem-vu/3-3.md");
    let text = fs::read_to_string(&task).unwrap();
    fs::write(&task, text + "\nThêm một câu.\n").unwrap();
    let edit = timed(|| run(&memory));
    drop(memory);
    let publish = || {
        let staging = Target::open(&RealDisk, output, &[]).unwrap().stage().unwrap();
        let outcome = pipeline::run(&request, &staging, &Watch::default()).unwrap();
        let meta = Meta {
            tool_version: env!("CARGO_PKG_VERSION").to_owned(),
            as_of: outcome.as_of.unwrap(),
            made: None,
        };
        staging.publish(meta).unwrap();
    };
    let (first, unchanged) = (timed(publish), timed(publish));
    println!(
        "cold={} cold_wall={} edit={} edit_wall={} first={} first_wall={} unchanged={} unchanged_wall={}",
        cold.0, cold.1, edit.0, edit.1, first.0, first.1, unchanged.0, unchanged.1
    );
}

fn parent_again() {
    let memory = Path::new("/dev/shm");
    let scene =
        if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
    println!(
        "\ntasks  cold  edit (CPU ms)  edit/cold  first  unchanged (CPU ms)  unchanged/first  the same in wall time"
    );
    for scale in [1, 10] {
        let content = scene.path().join(format!("content-{scale}"));
        synthetic::write(&content, scale, true);
        let output = scene.path().join(format!("output-{scale}"));
        let run = Command::new(std::env::current_exe().unwrap())
            .arg("--again")
            .args([&content, &output])
            .output()
            .unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        let line = String::from_utf8(run.stdout).unwrap();
        let value = |name: &str| -> f64 {
            let found =
                line.split_whitespace().find_map(|pair| pair.strip_prefix(&format!("{name}=")));
            found.unwrap().parse().unwrap()
        };
        let share = |part: &str, whole: &str| 100.0 * value(part) / value(whole);
        println!(
            "{:>6} {:>6.0} {:>6.0} {:>8.1} % {:>6.0} {:>6.0} {:>8.1} %   {:.1} % {:.1} %",
            scale * 1000,
            value("cold") / 1000.0,
            value("edit") / 1000.0,
            share("edit", "cold"),
            value("first") / 1000.0,
            value("unchanged") / 1000.0,
            share("unchanged", "first"),
            share("edit_wall", "cold_wall"),
            share("unchanged_wall", "first_wall"),
        );
        fs::remove_dir_all(&output).unwrap();
    }
}

/// CPU time of this process so far, all threads together.
fn cpu() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap(), time.tv_nsec.try_into().unwrap())
}

/// Peak of resident memory so far, in MB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1000
}

/// Writes files below a folder, and counts.
struct Folder {
    root: PathBuf,
    files: AtomicUsize,
    bytes: AtomicUsize,
}

impl Sink for Folder {
    fn put(&self, path: &OutputPath, bytes: &[u8]) -> io::Result<()> {
        let path = path.below(&self.root);
        fs::create_dir_all(path.parent().unwrap())?;
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes.len(), Ordering::Relaxed);
        fs::write(path, bytes)
    }
}

/// Builds one site and prints a line of figures: `name=value …`, times in microseconds.
fn child(content: &Path, output: &Path) {
    let roots = Roots { content: content.to_owned(), themes: content.join("none") };
    let mut figures = Vec::new();
    let mut last = cpu();
    let mut note = |name: &str| {
        let now = cpu();
        figures.push(format!("{name}={}", (now - last).as_micros()));
        last = now;
    };
    let mut problems = Diagnostics::default();
    let tree = load::read(&roots).unwrap();
    note("load");
    let raw = parse::all(&tree, &mut problems);
    note("parse");
    let site = model::assemble(&raw, &mut problems).unwrap();
    drop(raw);
    note("model");
    let progress = progress::on(&site, parse_date("2026-11-24").unwrap());
    note("progress");
    check::site(&site, &progress, false, &mut problems);
    note("check");
    let model = peak();
    drop(progress);
    drop(site);
    drop(tree);
    let before = cpu();
    let sink =
        Folder { root: output.to_owned(), files: AtomicUsize::new(0), bytes: AtomicUsize::new(0) };
    let request = request(content);
    let outcome = pipeline::run(&request, &sink, &Watch::default()).unwrap();
    assert!(outcome.complete, "{:?}", outcome.problems.iter().next());
    let whole = (cpu() - before).as_micros();
    let plain = plain_write(output);
    let (files, bytes) = (sink.files.into_inner(), sink.bytes.into_inner());
    println!(
        "{} whole={whole} plain={plain} files={files} bytes={bytes} model_mb={model} peak_mb={}",
        figures.join(" "),
        peak()
    );
}

/// CPU microseconds of writing the same files plainly.
fn plain_write(output: &Path) -> u128 {
    let files: Vec<PathBuf> = walkdir::WalkDir::new(output)
        .into_iter()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect();
    let target = output.with_extension("plain");
    let mut total = Duration::ZERO;
    for file in files {
        let bytes = fs::read(&file).unwrap();
        let path = target.join(file.strip_prefix(output).unwrap());
        let before = cpu();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        total += cpu() - before;
    }
    fs::remove_dir_all(target).unwrap();
    total.as_micros()
}

fn parent() {
    let memory = Path::new("/dev/shm");
    let scene =
        if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
    println!("scene: {}", scene.path().display());
    for minify in [true, false] {
        println!("\nminify-html: {}", if minify { "on" } else { "off" });
        println!(
            "scale  files    MB  load parse model progress check   whole (CPU ms)  /plain  growth  peak MB (of which model)"
        );
        let mut first = None;
        for scale in SCALES {
            let content = scene.path().join(format!("content-{scale}-{minify}"));
            synthetic::write(&content, scale, minify);
            let output = scene.path().join("output");
            let run = Command::new(std::env::current_exe().unwrap())
                .arg("--child")
                .arg(&content)
                .arg(&output)
                .output()
                .unwrap();
            let line = String::from_utf8(run.stdout).unwrap();
            assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
            let value = |name: &str| -> f64 {
                let found =
                    line.split_whitespace().find_map(|pair| pair.strip_prefix(&format!("{name}=")));
                found.unwrap().parse().unwrap()
            };
            let ms = |name: &str| value(name) / 1000.0;
            let base = *first.get_or_insert(value("whole"));
            println!(
                "{scale:>4}× {:>6} {:>5.0} {:>5.0} {:>5.0} {:>5.0} {:>8.0} {:>5.0} {:>7.0} {:>22.1}× {:>6.1}× {:>6.0} ({:.0})",
                value("files"),
                value("bytes") / 1e6,
                ms("load"),
                ms("parse"),
                ms("model"),
                ms("progress"),
                ms("check"),
                ms("whole"),
                value("whole") / value("plain"),
                value("whole") / base,
                value("peak_mb"),
                value("model_mb"),
            );
            fs::remove_dir_all(&output).unwrap();
            fs::remove_dir_all(&content).unwrap();
        }
    }
}
