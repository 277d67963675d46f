//! `congkhai check --fix`: safe mends of the content files.

use similar::TextDiff;

use super::desk::{Desk, Was};
use super::surroundings::request;
use super::{CheckArgs, Exit, Surroundings, report};
use crate::editor::mend::{self, Mended};
use crate::output::Checksum;
use crate::source::load;

/// Mends what can be mended, or shows it; then the caller checks what is left. Tells what could not be mended.
pub(super) fn run(arguments: &CheckArgs, surroundings: &Surroundings) -> Result<Left, Exit> {
    let request = request(&arguments.input, surroundings);
    if arguments.dry_run {
        let tree = load::read(&request.roots).map_err(|error| report::environment(&error))?;
        for file in mend::of(&tree) {
            report::complain(&difference(&file));
            report::complain(&format!("Sẽ sửa {}: {}.", file.path, words(&file)));
        }
        return Ok(Left::default());
    }
    let content = &request.roots.content;
    let desk = Desk::open(content).map_err(|error| report::environment(&error))?;
    desk.clear_below(content);
    // What is read now, no other command changes before it is mended.
    let tree = load::read(&request.roots).map_err(|error| report::environment(&error))?;
    let mut left = Left::default();
    for file in mend::of(&tree) {
        let was = tree.texts.get(&file.path).expect("what is mended was read");
        let was = Was::Bytes(Checksum::from(was.sha256));
        match desk.put(&content.join(file.path.as_str()), was, &file.after) {
            Ok(written) => {
                report::complain(&format!("Đã sửa {}: {}.", file.path, words(&file)));
                written.note().into_iter().for_each(report::complain);
            }
            Err(error) if error.is_changed() => {
                report::complain(&format!("Chưa sửa: {error}"));
                left.changed = true;
            }
            // The others can be mended all the same.
            Err(error) => {
                left.refused |= matches!(report::environment(&error), Exit::Environment);
            }
        }
    }
    Ok(left)
}

/// What was not mended, and why.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Left {
    /// Others saved a file meanwhile.
    changed: bool,
    /// A file must not be written, or cannot.
    refused: bool,
}

impl Left {
    /// How the command ends that would have ended well otherwise.
    pub(super) fn exit(self) -> Exit {
        match self {
            Left { refused: true, .. } => Exit::Environment,
            Left { changed: true, .. } => Exit::Problems,
            Left { changed: false, refused: false } => Exit::Done,
        }
    }
}

/// What was done to a file.
fn words(file: &Mended) -> String {
    let done: Vec<&str> = file.done.keys().map(|mend| mend.words()).collect();
    done.join("; ")
}

/// The change of a file as a unified diff; one of the form of letters alone shows no line.
fn difference(file: &Mended) -> String {
    let diff = TextDiff::from_lines(&file.before, &file.after);
    let name = file.path.to_string();
    diff.unified_diff().header(&name, &name).to_string()
}
