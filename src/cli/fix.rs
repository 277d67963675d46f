//! `congkhai check --fix`: safe mends of the content files.

#![expect(clippy::disallowed_methods, reason = "mends the editors' files where they ask for it")]

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use similar::TextDiff;
use tempfile::NamedTempFile;

use super::{CheckArgs, Exit, Surroundings, report, request};
use crate::diagnostic::Diagnostics;
use crate::load;
use crate::mend::{self, Mended};

/// Mends what can be mended, or shows it; then the caller checks what is left.
pub(super) fn run(arguments: &CheckArgs, surroundings: &Surroundings) -> Result<(), Exit> {
    let request = request(&arguments.input, surroundings);
    let tree = load::read(&request.roots, &mut Diagnostics::default())
        .map_err(|error| report::environment(&error))?;
    for file in mend::of(&tree) {
        if arguments.dry_run {
            report::complain(&difference(&file));
        } else {
            let path = request.roots.content.join(file.path.as_str());
            write(&path, &file.after).map_err(|error| report::environment(&error))?;
        }
        let done: Vec<&str> = file.done.keys().map(|mend| mend.words()).collect();
        let verb = if arguments.dry_run { "Sẽ sửa" } else { "Đã sửa" };
        report::complain(&format!("{verb} {}: {}.", file.path, done.join("; ")));
    }
    Ok(())
}

/// The change of a file as a unified diff; one of the form of letters alone shows no line.
fn difference(file: &Mended) -> String {
    let diff = TextDiff::from_lines(&file.before, &file.after);
    let name = file.path.to_string();
    diff.unified_diff().header(&name, &name).to_string()
}

/// Puts the new text in place of the old one in one step.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let permissions = fs::metadata(path)?.permissions();
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().set_permissions(permissions)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
