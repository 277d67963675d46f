//! The program: clock, environment and arguments in, exit code out.

#![expect(
    clippy::disallowed_methods,
    reason = "this is the edge that reads the clock and the environment"
)]

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use congkhai::cli::{self, Exit, Surroundings};
use congkhai::pipeline::Watch;
use jiff::Timestamp;
use jiff::tz::{TimeZone, offset};

fn main() -> ExitCode {
    let here = match std::env::current_dir() {
        Ok(here) => here,
        Err(error) => {
            eprintln!("lỗi máy: không đọc được thư mục hiện tại: {error}");
            return Exit::Environment.into();
        }
    };
    let watch = Arc::new(Watch::default());
    let seen = Arc::clone(&watch);
    // Without a handler Ctrl-C still ends the build; only the staging folder waits for the next run.
    let _ = ctrlc::set_handler(move || seen.interrupted.store(true, Ordering::Relaxed));
    // Viet Nam has kept UTC+7 since 1975 and knows no summer time.
    let viet_nam = TimeZone::fixed(offset(7));
    let today = Timestamp::now().to_zoned_datetime(viet_nam).date();
    let home = std::env::home_dir();
    cli::run(std::env::args_os(), &Surroundings { today, home, here, watch }).into()
}
