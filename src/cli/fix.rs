//! `congkhai check --fix`: safe mends of the content files.

use similar::TextDiff;

use super::surroundings::request;
use super::{CheckArgs, Exit, Surroundings, files, report};
use crate::editor::mend::{self, Mended};
use crate::source::load;

/// Mends what can be mended, or shows it; then the caller checks what is left.
pub(super) fn run(arguments: &CheckArgs, surroundings: &Surroundings) -> Result<(), Exit> {
    let request = request(&arguments.input, surroundings);
    let tree = load::read(&request.roots).map_err(|error| report::environment(&error))?;
    for file in mend::of(&tree) {
        if arguments.dry_run {
            report::complain(&difference(&file));
        } else {
            let path = request.roots.content.join(file.path.as_str());
            files::put(&path, &file.after).map_err(|error| report::environment(&error))?;
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
