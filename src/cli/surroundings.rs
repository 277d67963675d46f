//! What a command is given besides its arguments, and how it ends.

use std::error::Error as _;
use std::fmt;
use std::io;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::SystemTime;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::offset;

use super::args::InputArgs;
use crate::output::Checksum;
use crate::pipeline::{Drafts, Request, Watch};
use crate::source::Roots;

/// How a program ends that Ctrl-C ended, as shells have it.
pub const INTERRUPTED: u8 = 130;

/// How a command ended; part of the contract with scripts.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// Content or theme has errors.
    Problems,
    /// The command line is wrong.
    Usage,
    /// The disk, a permission, a port.
    Environment,
    /// Ctrl-C.
    Interrupted,
}

impl Exit {
    /// How the command ends where this came first: a fault of the machine is never outdone.
    pub(super) fn then(self, next: Exit) -> Exit {
        if self == Exit::Environment { self } else { next }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(match exit {
            Exit::Done => 0,
            Exit::Problems => 1,
            Exit::Usage => 2,
            Exit::Environment => 3,
            Exit::Interrupted => INTERRUPTED,
        })
    }
}

/// What a command cannot know by itself.
pub struct Surroundings {
    /// Today in Viet Nam.
    pub today: Date,
    /// The user's home, which a build must not touch.
    pub home: Option<std::path::PathBuf>,
    /// The folder that the command was started in.
    pub here: std::path::PathBuf,
    /// How many threads the stages share.
    pub threads: usize,
    /// The file of the key that signs releases, as the environment names it.
    pub key_file: Option<std::path::PathBuf>,
    /// What opens it, as the environment has it.
    pub passphrase: Option<String>,
    /// Ends a running build from outside.
    pub watch: Arc<Watch>,
}

/// Why a command cannot be given what it needs.
#[derive(Debug)]
pub enum NoSurroundings {
    /// The folder that it was started in cannot be told; mostly it was deleted meanwhile.
    Folder(io::Error),
    /// The clock shows a year that no date has.
    Clock,
    /// The system starts no threads.
    Threads,
}

impl fmt::Display for NoSurroundings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(error) if error.kind() == io::ErrorKind::NotFound => f.write_str(
                "Thư mục đang đứng không còn nữa. Hãy chuyển sang thư mục khác (cd) rồi chạy lại.",
            ),
            Self::Folder(error) => write!(f, "Không đọc được thư mục đang đứng: {error}"),
            Self::Clock => f.write_str(
                "Đồng hồ của máy sai: năm không nằm trong 1 đến 9999. Hãy chỉnh lại ngày giờ rồi chạy lại.",
            ),
            Self::Threads => f.write_str(NO_THREADS),
        }
    }
}

impl std::error::Error for NoSurroundings {}

/// Where the system starts no more threads.
const NO_THREADS: &str = "Hệ thống không cho chạy thêm luồng xử lý: đã chạm hạn mức tiến trình hoặc bộ nhớ. \
     Hãy đóng bớt chương trình hoặc xin nâng hạn mức (ulimit -u, ulimit -v) rồi chạy lại; đặt RAYON_NUM_THREADS=1 thì \
     cần ít luồng hơn.";

/// The day in Viet Nam at a moment.
///
/// # Errors
/// The clock shows a year before 1 or after 9999.
pub fn day_in_viet_nam(now: SystemTime) -> Result<Date, NoSurroundings> {
    let now = Timestamp::try_from(now).map_err(|_| NoSurroundings::Clock)?;
    // Viet Nam has kept UTC+7 since 1975 and knows no summer time.
    let day = offset(7).to_datetime(now).date();
    if (1..=9999).contains(&day.year()) { Ok(day) } else { Err(NoSurroundings::Clock) }
}

/// The most threads for each core: more of them only take memory from one another.
const THREADS_A_CORE: usize = 4;

/// How many threads the stages share: as many as there are cores, or as were asked for within reason.
pub fn threads(asked: Option<&str>, cores: usize) -> usize {
    let asked = asked.and_then(|asked| asked.trim().parse::<usize>().ok());
    match asked {
        Some(count) if count > 0 => count.min(cores.saturating_mul(THREADS_A_CORE)),
        _ => cores,
    }
}

/// Starts the threads that the stages share, so that a system that has none is told, not run into.
pub(super) fn start_threads(count: usize) -> Result<(), NoSurroundings> {
    match rayon::ThreadPoolBuilder::new().num_threads(count).build_global() {
        Err(error) if error.source().is_some() => Err(NoSurroundings::Threads),
        // They run already, where several commands share a process.
        Err(_) | Ok(()) => Ok(()),
    }
}

/// The request that the arguments make.
pub(super) fn request(arguments: &InputArgs, surroundings: &Surroundings) -> Request {
    Request {
        roots: Roots { content: arguments.content.clone(), themes: arguments.themes.clone() },
        as_of: arguments.as_of,
        today: surroundings.today,
        base_url: arguments.base_url.clone(),
        strict: arguments.strict,
        drafts: Drafts::LeftOut,
    }
}

/// What this program is made from.
pub(super) fn program() -> Checksum {
    Checksum::of(concat!(env!("CARGO_PKG_VERSION"), " ", env!("CONGKHAI_MADE_FROM")).as_bytes())
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::*;

    /// Seconds from 1970 to the first moment of the year 1 and past the last of 9999, in Viet Nam.
    const FIRST: u64 = 62_135_596_800 + 7 * 3600;
    const PAST: u64 = 253_402_300_800 - 7 * 3600;

    #[track_caller]
    fn check(now: Option<SystemTime>, expected: Option<&str>) {
        // What the system's own type cannot hold, no clock shows.
        let Some(now) = now else { return };
        let day = day_in_viet_nam(now).ok().map(|day| day.to_string());
        assert_eq!(day.as_deref(), expected, "{now:?}");
    }

    #[test]
    fn threads_are_as_many_as_the_machine_can_use() {
        for (asked, expected) in [
            (None, 2),
            (Some("1"), 1),
            (Some(" 8 "), 8),
            (Some("9"), 8),
            (Some("999999"), 8),
            (Some("0"), 2),
            (Some("-1"), 2),
            (Some("nhiều"), 2),
            (Some("99999999999999999999"), 2),
        ] {
            assert_eq!(threads(asked, 2), expected, "{asked:?}");
        }
    }

    #[test]
    fn every_clock_has_a_day_or_a_sentence() {
        let after = |seconds| UNIX_EPOCH.checked_add(Duration::from_secs(seconds));
        let before = |seconds| UNIX_EPOCH.checked_sub(Duration::from_secs(seconds));
        check(after(0), Some("1970-01-01"));
        // The last moment before midnight in Viet Nam, and midnight.
        check(after(17 * 3600 - 1), Some("1970-01-01"));
        check(after(17 * 3600), Some("1970-01-02"));
        check(before(FIRST), Some("0001-01-01"));
        check(before(FIRST + 1), None);
        check(after(PAST - 24 * 3600), Some("9999-12-31"));
        check(after(PAST + 7 * 3600), None);
        check(after(u64::MAX >> 1), None);
        check(before(u64::MAX >> 1), None);
    }
}
