//! Cases that are data, each a trial of its own: `cargo test -- ck123` runs those of a rule.
//!
//! - `golden::<site>::…`: a site and the output expected of it, `tests/sites/<name>/` and the shipped one.
//! - `problem::<folder>`: `tests/problems/<folder>/`, a broken site whose files carry the expected messages.
//! - `fault::<file>::<codes>::<title>`: a faulty edit of `tests/faults/*.txt` with its messages.
//! - `import::<folder>`: `tests/import/docs/<folder>/`, a document and the content that it becomes.
//! - `panic::…`: what the program says of its own faults, in a process that panics.
//! - `UPDATE=1 cargo test` rewrites expectations; read the diff as a reviewer would.

#![expect(clippy::disallowed_methods, reason = "tests set scenes on the disk")]
#![expect(clippy::unwrap_used, reason = "a test that cannot set its scene has failed")]

mod faults;
mod golden;
mod imports;
mod panics;
mod problems;
#[path = "../support/mod.rs"]
mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial};

/// What a case says that does not hold.
type Failure = String;

/// A case under its name.
fn trial(
    name: impl Into<String>,
    case: impl FnOnce() -> Result<(), Failure> + Send + 'static,
) -> Trial {
    Trial::test(name, || case().map_err(Into::into))
}

/// Sub-folders of `folder`, by name.
fn folders(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    found.sort();
    found
}

fn main() -> ExitCode {
    if let Some(code) = panics::planted() {
        return code;
    }
    let arguments = Arguments::from_args();
    let mut trials = golden::trials();
    trials.extend(problems::trials());
    trials.extend(faults::trials());
    trials.extend(panics::trials());
    trials.extend(imports::trials());
    libtest_mimic::run(&arguments, trials).exit_code()
}
