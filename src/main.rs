//! The program: clock, environment and arguments in, exit code out.

#![expect(
    clippy::disallowed_methods,
    reason = "this is the edge that reads the clock and the environment"
)]

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::SystemTime;

use congkhai::cli::{self, NoSurroundings, Surroundings};
use congkhai::pipeline::Watch;

/// A build asks for millions of small pieces of memory; the system's own allocator takes a tenth longer over them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    cli::guarded(&arguments, || match surroundings() {
        Ok(surroundings) => cli::run(arguments.clone(), &surroundings).into(),
        Err(fault) => cli::without_surroundings(&fault).into(),
    })
}

fn surroundings() -> Result<Surroundings, NoSurroundings> {
    let here = std::env::current_dir().map_err(NoSurroundings::Folder)?;
    let today = cli::day_in_viet_nam(SystemTime::now())?;
    let watch = Arc::new(Watch::default());
    let seen = Arc::clone(&watch);
    // Without a handler Ctrl-C still ends the build; only the staging folder waits for the next run.
    let _ = ctrlc::set_handler(move || {
        seen.interrupted.store(true, Ordering::Relaxed);
        // Who waits for a line from a person hears of nothing else.
        if seen.asking.load(Ordering::SeqCst) {
            std::process::exit(cli::INTERRUPTED.into());
        }
    });
    let home = std::env::home_dir();
    let asked = std::env::var("RAYON_NUM_THREADS").ok();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let threads = cli::threads(asked.as_deref(), cores);
    let key_file = std::env::var_os("CONGKHAI_KHOA").map(Into::into);
    let passphrase = std::env::var("CONGKHAI_MAT_KHAU").ok();
    Ok(Surroundings { today, home, here, threads, key_file, passphrase, watch })
}
