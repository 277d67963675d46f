//! Notices that content or a theme has changed.
//!
//! In: two folders. Out: a new [`Snapshot`] whenever their files differ from the last one. Events of the
//! system are hints only: after a short quiet time the folders are read again. Where the system tells
//! nothing (network shares, no watches left) they are read again every second.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::EventKind;
use notify::{ErrorKind, Event, RecursiveMode};

use super::Snapshot;
use crate::source::Roots;

/// So long nothing must happen before the folders are read again: editors save in several steps.
const QUIET: Duration = Duration::from_millis(80);
/// So long a burst of events may keep the folders from being read.
const PATIENCE: Duration = Duration::from_millis(500);
/// A folder that was just made is watched only a moment after it can hold files, so that the last
/// word is a reading some time after the last event.
const AFTERTHOUGHT: Duration = Duration::from_millis(700);
/// Time between two readings where no event comes.
const INTERVAL: Duration = Duration::from_secs(1);
/// How often whoever waits looks whether it should end.
const TICK: Duration = Duration::from_millis(50);
/// How often folders are read again when a file went away in the midst of it.
const ATTEMPTS: u32 = 5;

/// How changes are noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By events of the system, where it gives them.
    Events,
    /// By reading the folders time and again.
    Polling,
}

/// Why folders are read time and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The user wants it so.
    Asked,
    /// The folder is on a file system that others change without this system's knowledge.
    Shared(PathBuf),
    /// The system has no watches left.
    Exhausted,
    /// The system gives no events, as it says.
    Unavailable(String),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let then = "công cụ tự xem lại các tệp mỗi giây";
        match self {
            Reason::Asked => f.write_str("Theo yêu cầu, công cụ tự xem lại các tệp mỗi giây."),
            Reason::Shared(path) => write!(
                f,
                "“{}” nằm trên ổ mạng hoặc ổ dùng chung, nơi hệ thống không báo đủ thay đổi; {then}.",
                path.display()
            ),
            Reason::Exhausted => {
                write!(f, "Hệ thống đã hết lượt theo dõi thư mục; {then}.")
            }
            Reason::Unavailable(why) => {
                write!(f, "Hệ thống không báo thay đổi của tệp ({why}); {then}.")
            }
        }
    }
}

enum Hint {
    /// Something may have changed.
    Changed,
    /// One of the two folders itself came or went, and has to be watched anew.
    Root,
    /// There will be no more events.
    Ended(Reason),
}

/// What hands events to a [`Watcher`].
pub type Handler = Box<dyn FnMut(notify::Result<Event>) + Send>;

/// Watches the two folders of a build.
pub struct Watcher {
    roots: Roots,
    hints: Receiver<Hint>,
    source: Result<Box<dyn notify::Watcher + Send>, Reason>,
    afterthought: Option<Instant>,
}

impl Watcher {
    /// Begins to watch; does not fail, since every fault leads to reading time and again.
    pub fn start(roots: &Roots, way: Way) -> Self {
        let shared = [&roots.content, &roots.themes].into_iter().find(|folder| is_shared(folder));
        match (way, shared) {
            (Way::Polling, _) => Self::polling(roots, Reason::Asked),
            (Way::Events, Some(folder)) => Self::polling(roots, Reason::Shared(folder.clone())),
            (Way::Events, None) => {
                Self::with(roots, |handler| Ok(Box::new(notify::recommended_watcher(handler)?)))
            }
        }
    }

    /// Begins to watch with another source of events.
    pub fn with(
        roots: &Roots,
        source: impl FnOnce(Handler) -> notify::Result<Box<dyn notify::Watcher + Send>>,
    ) -> Self {
        let (sender, hints) = mpsc::channel();
        let places = Places::of(roots);
        let handler: Handler = Box::new(move |event| places.hint(event, &sender));
        let source = source(handler).map_err(|error| reason(&error));
        let mut watcher = Self { roots: roots.clone(), hints, source, afterthought: None };
        watcher.watch_folders();
        watcher
    }

    fn polling(roots: &Roots, reason: Reason) -> Self {
        let (_, hints) = mpsc::channel();
        Self { roots: roots.clone(), hints, source: Err(reason), afterthought: None }
    }

    /// Why the folders are read time and again, if they are.
    pub fn reason(&self) -> Option<&Reason> {
        self.source.as_ref().err()
    }

    /// What the folders hold now.
    pub fn scan(&self) -> Snapshot {
        let mut attempt = 1;
        loop {
            match Snapshot::read(&self.roots) {
                Ok(snapshot) => return snapshot,
                Err(error) if attempt == ATTEMPTS => return Snapshot::unreadable(&error),
                // An editor's file between two of its names: it will be there in a moment.
                Err(_) => thread::sleep(QUIET),
            }
            attempt += 1;
        }
    }

    /// Waits until the folders hold something other than `seen`; none when `stop` says so.
    ///
    /// `tell` hears of it when events end and the folders are read time and again from now on.
    pub fn next(
        &mut self,
        seen: &Snapshot,
        stop: &AtomicBool,
        mut tell: impl FnMut(&Reason),
    ) -> Option<Snapshot> {
        loop {
            let polled = self.source.is_err();
            if polled {
                wait(INTERVAL, stop)?
            } else {
                self.wait_for_hint(stop)?
            }
            if let (false, Err(reason)) = (polled, &self.source) {
                tell(reason);
            }
            let found = self.scan();
            if found != *seen {
                return Some(found);
            }
        }
    }

    /// What the folders hold after so long, changed or not; none when `stop` says so.
    pub(super) fn after(&self, time: Duration, stop: &AtomicBool) -> Option<Snapshot> {
        wait(time, stop)?;
        Some(self.scan())
    }

    /// Waits for an event and the quiet behind it, or for the moment of the afterthought.
    fn wait_for_hint(&mut self, stop: &AtomicBool) -> Option<()> {
        let first = loop {
            if stop.load(Ordering::Relaxed) {
                return None;
            }
            if self.afterthought.is_some_and(|due| Instant::now() >= due) {
                self.afterthought = None;
                return Some(());
            }
            match self.hints.recv_timeout(TICK) {
                Ok(hint) => break hint,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    break Hint::Ended(Reason::Unavailable("không rõ lý do".to_owned()));
                }
            }
        };
        let start = Instant::now();
        self.obey(first);
        while start.elapsed() < PATIENCE
            && let Ok(hint) = self.hints.recv_timeout(QUIET)
        {
            self.obey(hint);
        }
        self.afterthought = Some(Instant::now() + AFTERTHOUGHT);
        Some(())
    }

    fn obey(&mut self, hint: Hint) {
        match hint {
            Hint::Changed => {}
            Hint::Root => self.watch_folders(),
            Hint::Ended(reason) => self.source = Err(reason),
        }
    }

    /// Watches both folders with all that is in them, and the folders that hold them, since a
    /// folder that is put in another's place takes the watch of the old one away.
    fn watch_folders(&mut self) {
        let Ok(source) = &mut self.source else { return };
        for root in [&self.roots.content, &self.roots.themes] {
            let Some(root) = real(root) else { continue };
            if let Some(parent) = root.parent().filter(|parent| parent.is_dir())
                && let Err(error) = source.watch(parent, RecursiveMode::NonRecursive)
            {
                self.source = Err(reason(&error));
                return;
            }
            if !root.is_dir() {
                continue;
            }
            // Fails where it was not watched, which is as good.
            drop(source.unwatch(&root));
            match source.watch(&root, RecursiveMode::Recursive) {
                Ok(()) => {}
                // It went away again; the folder that holds it will tell when it comes back.
                Err(error) if matches!(error.kind, ErrorKind::PathNotFound) => {}
                Err(error) => {
                    self.source = Err(reason(&error));
                    return;
                }
            }
        }
    }
}

/// Where the folders really are, as events name them.
struct Places(Vec<PathBuf>);

impl Places {
    fn of(roots: &Roots) -> Self {
        Self([&roots.content, &roots.themes].into_iter().filter_map(|root| real(root)).collect())
    }

    fn hint(&self, event: notify::Result<Event>, hints: &Sender<Hint>) {
        let hint = match event {
            Ok(event) if event.need_rescan() => Hint::Root,
            // Our own reading of files makes such events.
            Ok(Event { kind: EventKind::Access(_) | EventKind::Other, .. }) => return,
            Ok(event) if event.paths.iter().any(|path| self.0.contains(path)) => Hint::Root,
            Ok(event) if event.paths.iter().any(|path| self.is_content(path)) => Hint::Changed,
            Ok(_) => return,
            Err(error) if matches!(error.kind, ErrorKind::PathNotFound) => Hint::Changed,
            Err(error) => Hint::Ended(reason(&error)),
        };
        // Who no longer listens needs no hints.
        drop(hints.send(hint));
    }

    /// Whether a build could read it: below one of the folders, and not hidden.
    fn is_content(&self, path: &Path) -> bool {
        let below = self.0.iter().filter_map(|root| path.strip_prefix(root).ok());
        let hidden =
            |path: &Path| path.iter().any(|part| part.as_encoded_bytes().starts_with(b"."));
        below.into_iter().any(|path| !hidden(path))
    }
}

/// The folder's path without links, whether or not it is there at present.
fn real(folder: &Path) -> Option<PathBuf> {
    if let Ok(path) = folder.canonicalize() {
        return Some(path);
    }
    let path = std::path::absolute(folder).ok()?;
    Some(path.parent()?.canonicalize().ok()?.join(path.file_name()?))
}

fn reason(error: &notify::Error) -> Reason {
    match &error.kind {
        ErrorKind::MaxFilesWatch => Reason::Exhausted,
        // Linux has a limit of watchers beside that of watches, and tells it as too many open files.
        ErrorKind::Io(error) if error.raw_os_error() == Some(24) => Reason::Exhausted,
        _ => Reason::Unavailable(error.to_string()),
    }
}

/// Waits; none when `stop` says so.
fn wait(time: Duration, stop: &AtomicBool) -> Option<()> {
    let start = Instant::now();
    while start.elapsed() < time {
        if stop.load(Ordering::Relaxed) {
            return None;
        }
        thread::sleep(TICK);
    }
    Some(())
}

/// Whether others may change the folder without this system's knowledge.
#[cfg(target_os = "linux")]
fn is_shared(folder: &Path) -> bool {
    // From linux/magic.h and the drivers: AFS, CIFS, SMB, SMB2, Coda, NCP, NFS, Ceph, FUSE (sshfs and others),
    // 9p (folders of a host in its guest, Windows drives in WSL), VirtualBox.
    const KINDS: [u32; 12] = [
        0x5346_414f,
        0x6b41_4653,
        0xff53_4d42,
        0x517b,
        0xfe53_4d42,
        0x7375_7245,
        0x564c,
        0x6969,
        0x00c3_6400,
        0x6573_5546,
        0x0102_1997,
        0x786f_4256,
    ];
    let kind = rustix::fs::statfs(folder).map(|about| about.f_type);
    // The kernel's type is a number of 32 bits, whatever the width of the field.
    kind.is_ok_and(|kind| KINDS.contains(&(kind as u32)))
}

/// Whether others may change the folder without this system's knowledge; not known here.
#[cfg(not(target_os = "linux"))]
fn is_shared(_folder: &Path) -> bool {
    false
}
