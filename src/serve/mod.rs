//! `congkhai serve`: the site in memory, on this machine only, kept up to date while files are edited.
//!
//! In: folders to watch, a port, and the function that builds. Out: pages over HTTP and [`News`] for the
//! terminal. An edge: it has threads and an asynchronous runtime, which stay in here. Writes no file; what
//! it adds to a page (band, script) is added when the page is sent, and reaches no build.

mod changes;
mod preview;
mod problem_page;
mod reload;
mod server;
mod snapshot;
pub mod watch;

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::panic;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};

use jiff::civil::Date;

pub use preview::{Build, Trouble, builder};
pub use snapshot::Snapshot;

use self::preview::{Attempt, Preview};
use self::watch::{Reason, Watcher, Way};
use crate::pipeline::{Outcome, RunError, Watch};
use crate::source::{Roots, SourceTree};

/// What to serve, and where.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folders to watch.
    pub roots: Roots,
    /// The port; 0 lets the system choose one.
    pub port: u16,
    /// How changes are noticed.
    pub way: Way,
}

/// What the person at the terminal is told.
pub enum News<'a> {
    /// Files are looked at time and again, and why.
    Polling(&'a Reason),
    /// A build ended.
    Built {
        /// What the pipeline found, where it came to an end.
        outcome: Option<&'a Outcome>,
        /// What stands in the way, or is worth mending.
        trouble: Option<&'a Trouble>,
        /// The files whose change was the reason; none for the first build.
        changed: &'a [String],
        /// How many files of the site are not as they were.
        differing: usize,
        /// How long it took.
        time: Duration,
    },
    /// Pages can be asked for.
    Ready {
        /// The address of the first page.
        address: &'a str,
        /// The date of the figures; none where the first build failed early.
        as_of: Option<Date>,
    },
}

/// The server could not begin, or could not go on.
#[derive(Debug)]
pub struct ServeError {
    /// The port that was asked for.
    pub port: u16,
    /// Why.
    pub source: io::Error,
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let port = self.port;
        match self.source.kind() {
            io::ErrorKind::AddrInUse => write!(
                f,
                "Cổng {port} đang có chương trình khác dùng. Chọn cổng khác bằng --port, hoặc ghi --port 0 để máy tự chọn."
            ),
            io::ErrorKind::PermissionDenied => write!(
                f,
                "Không được phép dùng cổng {port}. Chọn cổng từ 1024 trở lên bằng --port."
            ),
            // Of Linux and its kin: no descriptor is left to the program, or to the system.
            _ if matches!(self.source.raw_os_error(), Some(23 | 24)) => f.write_str(
                "Chương trình không được mở thêm tệp nào nữa. Hãy đóng bớt chương trình hoặc nâng hạn mức (ulimit -n) rồi chạy lại.",
            ),
            io::ErrorKind::WouldBlock | io::ErrorKind::OutOfMemory => f.write_str(
                "Hệ thống không cho chạy thêm luồng xử lý. Hãy đóng bớt chương trình hoặc nâng hạn mức (ulimit -u, ulimit -v) rồi chạy lại.",
            ),
            _ => write!(f, "Không mở được cổng {port}: {}", self.source),
        }
    }
}

impl std::error::Error for ServeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// Builds, serves and builds again whenever files change, until `stop` is interrupted.
///
/// `build` is handed what was read of the folders, if it was. It may fail and may panic: what it told is shown, and the last good pages stay.
///
/// # Errors
/// The port cannot be had.
pub fn run(
    options: &Options,
    stop: &Arc<Watch>,
    mut build: impl FnMut(Option<SourceTree>) -> Result<Build, RunError> + Send + 'static,
    mut tell: impl FnMut(News<'_>) + Send + 'static,
) -> Result<(), ServeError> {
    let fault = |source| ServeError { port: options.port, source };
    // The port first: who cannot have it should not wait for a build to learn so.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).map_err(fault)?;
    let port = listener.local_addr().map_err(fault)?.port();
    // Before the first build, so that what changes while it lasts is noticed.
    let mut watcher = Watcher::start(&options.roots, options.way);
    watcher.reason().into_iter().for_each(|reason| tell(News::Polling(reason)));
    let mut seen = watcher.scan();
    let start = Instant::now();
    let attempt = Attempt::of(&mut build, seen.take_tree());
    if matches!(attempt, Attempt::Interrupted) {
        return Ok(());
    }
    let mut again = Again::after(&attempt, None);
    let outcome = attempt.outcome();
    let as_of = outcome.and_then(|outcome| outcome.as_of);
    let first = Preview::first(&attempt);
    tell(News::Built {
        outcome,
        trouble: first.trouble.as_ref(),
        changed: &[],
        differing: first.site.files.len(),
        time: start.elapsed(),
    });
    tell(News::Ready { address: &format!("http://127.0.0.1:{port}{}", first.base_path), as_of });
    drop(attempt);
    let (sender, receiver) = tokio::sync::watch::channel(Arc::new(first));
    let stopped = Arc::clone(stop);
    // Nobody waits for this thread: the process may end in the midst of a build, which writes nothing.
    let watching = thread::Builder::new().spawn(move || {
        loop {
            let found = match again {
                Some(Again(pause)) => watcher.after(pause, &stopped.interrupted),
                None => watcher.next(&seen, &stopped.interrupted, |reason| {
                    tell(News::Polling(reason));
                }),
            };
            let Some(mut found) = found else { return };
            let start = Instant::now();
            let attempt = Attempt::of(&mut build, found.take_tree());
            if matches!(attempt, Attempt::Interrupted) {
                return;
            }
            let repeated = again.is_some();
            again = Again::after(&attempt, again);
            let mut changed = Vec::new();
            // Where the machine refused, what was seen before is what the next build is compared with.
            if again.is_none() {
                changed = seen.changes(&found);
                seen = found;
            }
            let old = Arc::clone(&sender.borrow());
            let (new, differing) = old.after(&attempt);
            // Shown before it is told: who hears of a build may ask for its pages.
            let nothing_new = new.is_none();
            let current = new.map_or(old, Arc::new);
            sender.send_if_modified(|shown| {
                let is_new = !Arc::ptr_eq(shown, &current);
                *shown = Arc::clone(&current);
                is_new
            });
            if repeated && again.is_some() && nothing_new {
                // The same refusal was told before.
                continue;
            }
            tell(News::Built {
                outcome: attempt.outcome(),
                trouble: current.trouble.as_ref(),
                changed: &changed,
                differing,
                time: start.elapsed(),
            });
        }
    });
    let watching = watching.map_err(fault)?;
    let ended = || stop.interrupted.load(Ordering::Relaxed) || watching.is_finished();
    let served = server::run(listener, receiver, ended).map_err(fault);
    // Pages that no longer follow the files would deceive: who watches ends the program when it fails.
    if watching.is_finished()
        && let Err(panicked) = watching.join()
    {
        panic::resume_unwind(panicked);
    }
    served
}

/// How long to wait before the same files are built again that the machine kept from being read.
#[derive(Clone, Copy, Debug)]
struct Again(Duration);

impl Again {
    const FIRST: Duration = Duration::from_millis(500);
    const LONGEST: Duration = Duration::from_secs(8);

    /// None where waiting for a change is right; each pause is twice the one before.
    fn after(attempt: &Attempt, last: Option<Self>) -> Option<Self> {
        let pause = last.map_or(Self::FIRST, |Self(last)| Self::LONGEST.min(last * 2));
        attempt.may_be_repeated().then_some(Self(pause))
    }
}
