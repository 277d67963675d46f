//! The commands, one file each; no logic of the site.
//!
//! In: the command line and the clock's answer. Out: what the user reads, and an exit code.

mod args;
mod asking;
mod build;
mod check;
mod desk;
mod diff;
mod explain;
mod file_error;
mod files;
mod fix;
mod import;
mod import_sheet;
mod import_told;
mod init;
mod key;
mod keys;
mod ledger;
mod new;
mod panics;
mod release;
mod report;
mod restore;
mod schema;
mod scrub;
mod serve;
mod shelves;
mod status;
mod surroundings;
mod timings;
mod usage;
mod verify;

use std::io::{self, Write};

use clap::Parser;
use clap::error::ErrorKind;

pub use args::{
    BuildArgs, CheckArgs, Cli, Command, Common, DiffArgs, Format, ImportArgs, InitArgs, InputArgs,
    KeyArgs, KeyCommand, KeyFileArgs, NewArgs, NewEntry, ReleaseArgs, RestoreArgs, SchemaArgs,
    ScrubArgs, ServeArgs, StatusArgs, TaskArgs, TimingsForm, VerifyArgs, definition,
};
pub use panics::guarded;
pub use surroundings::{Exit, INTERRUPTED, NoSurroundings, Surroundings, day_in_viet_nam, threads};

/// Parses `arguments`, the program's name first, and runs the command.
pub fn run(
    arguments: impl IntoIterator<Item = std::ffi::OsString>,
    surroundings: &Surroundings,
) -> Exit {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => return usage_error(&error),
    };
    match cli.common.color {
        clap::ColorChoice::Auto => anstream::ColorChoice::Auto,
        clap::ColorChoice::Always => anstream::ColorChoice::Always,
        clap::ColorChoice::Never => anstream::ColorChoice::Never,
    }
    .write_global();
    let command = cli.command.unwrap_or_else(|| Command::Build(BuildArgs::default()));
    let has_csv = matches!(command, Command::Status(_) | Command::Diff(_));
    if cli.common.format == Format::Csv && !has_csv {
        let _ = writeln!(io::stderr(), "lỗi: Dạng csv chỉ dùng cho lệnh status, diff.");
        return Exit::Usage;
    }
    if has_stages(&command)
        && let Err(fault) = surroundings::start_threads(surroundings.threads)
    {
        return report::environment(&fault);
    }
    let is_forge = matches!(cli.common.format, Format::Github | Format::Sarif);
    if is_forge && matches!(command, Command::Status(_)) {
        let _ = writeln!(io::stderr(), "lỗi: Lệnh status in dạng human, json hoặc csv.");
        return Exit::Usage;
    }
    match command {
        Command::Build(arguments) => build::run(&arguments, &cli.common, surroundings),
        Command::Release(arguments) => release::run(&arguments, &cli.common, surroundings),
        Command::Diff(arguments) => diff::run(&arguments, &cli.common, surroundings),
        Command::Verify(arguments) => verify::run(&arguments, &cli.common),
        Command::Restore(arguments) => restore::run(&arguments, &cli.common, surroundings),
        Command::Key(arguments) => key::run(&arguments, surroundings),
        Command::Check(arguments) => check::run(&arguments, &cli.common, surroundings),
        Command::Status(arguments) => status::run(&arguments, &cli.common, surroundings),
        Command::Serve(arguments) => serve::run(&arguments, &cli.common, surroundings),
        Command::Init(arguments) => init::run(&arguments, surroundings),
        Command::New(arguments) => new::run(&arguments, &cli.common, surroundings),
        Command::Import(arguments) => import::run(&arguments, &cli.common, surroundings),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Scrub(arguments) => scrub::run(&arguments),
        Command::Explain { code } => explain::run(code.as_deref()),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut definition(), "congkhai", &mut script);
            report::say_bytes(&script)
        }
        Command::Man => {
            let mut page = Vec::new();
            match clap_mangen::Man::new(definition()).render(&mut page) {
                Ok(()) => report::say_bytes(&page),
                Err(error) => report::environment(&error),
            }
        }
    }
}

/// Tells why no command can be run at all.
pub fn without_surroundings(fault: &NoSurroundings) -> Exit {
    report::environment(fault)
}

/// Whether the command runs stages of the pipeline, which share threads.
fn has_stages(command: &Command) -> bool {
    match command {
        Command::Build(_)
        | Command::Release(_)
        | Command::Diff(_)
        | Command::Restore(_)
        | Command::Check(_)
        | Command::Status(_)
        | Command::Serve(_)
        | Command::Import(_)
        | Command::New(_) => true,
        Command::Init(_)
        | Command::Verify(_)
        | Command::Key(_)
        | Command::Schema(_)
        | Command::Scrub(_)
        | Command::Explain { .. }
        | Command::Completions { .. }
        | Command::Man => false,
    }
}

fn usage_error(error: &clap::Error) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            report::say_bytes(error.to_string().as_bytes())
        }
        _ => {
            let _ = writeln!(io::stderr(), "lỗi: {}", usage::message(error));
            Exit::Usage
        }
    }
}
