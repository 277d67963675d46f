//! The commands, one file each; no logic of the site.
//!
//! In: the command line and the clock's answer. Out: what the user reads, and an exit code.

mod args;
mod build;
mod check;
mod explain;
mod files;
mod fix;
mod init;
mod new;
mod report;
mod schema;
mod serve;
mod status;
mod usage;

use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use clap::error::ErrorKind;
use jiff::civil::Date;

pub use args::{
    BuildArgs, CheckArgs, Cli, Command, Common, Format, InitArgs, InputArgs, NewArgs, NewEntry,
    SchemaArgs, ServeArgs, StatusArgs, TaskArgs, definition,
};

use crate::pipeline::{Request, Watch};
use crate::source::Roots;

/// How a command ended; part of the contract with scripts.
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

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(match exit {
            Exit::Done => 0,
            Exit::Problems => 1,
            Exit::Usage => 2,
            Exit::Environment => 3,
            Exit::Interrupted => 130,
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
    /// Ends a running build from outside.
    pub watch: Arc<Watch>,
}

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
    if cli.common.format == Format::Csv && !matches!(command, Command::Status(_)) {
        let _ = writeln!(io::stderr(), "lỗi: Dạng csv chỉ dùng cho lệnh status.");
        return Exit::Usage;
    }
    match command {
        Command::Build(arguments) => build::run(&arguments, &cli.common, surroundings),
        Command::Check(arguments) => check::run(&arguments, &cli.common, surroundings),
        Command::Status(arguments) => status::run(&arguments, &cli.common, surroundings),
        Command::Serve(arguments) => serve::run(&arguments, &cli.common, surroundings),
        Command::Init(arguments) => init::run(&arguments, surroundings),
        Command::New(arguments) => new::run(&arguments, &cli.common, surroundings),
        Command::Schema(arguments) => schema::run(&arguments),
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

/// The request that the arguments make.
fn request(arguments: &InputArgs, surroundings: &Surroundings) -> Request {
    Request {
        roots: Roots { content: arguments.content.clone(), themes: arguments.themes.clone() },
        as_of: arguments.as_of,
        today: surroundings.today,
        base_url: arguments.base_url.clone(),
        strict: arguments.strict,
    }
}
