//! A corpus of faulty edits: each is a trial, and gives the messages announced of it, and no others.
//!
//! `tests/faults/README.md` tells the form of the files.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use congkhai::diagnostic::{Severity, sorted};
use congkhai::pipeline::Request;
use congkhai::text::slug::slug;
use libtest_mimic::Trial;

use crate::support::{build, copy, request, root, told, updating};
use crate::{Failure, trial};

/// So many cases there are at least.
const FEWEST: usize = 400;

/// A message: its file, line, column and code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Message {
    file: String,
    line: usize,
    column: usize,
    code: String,
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "! {} {} {}:{}", self.code, self.file, self.line, self.column)
    }
}

impl Message {
    fn read(text: &str) -> Option<Self> {
        let (code, rest) = text.split_once(' ')?;
        let (file, spot) = rest.rsplit_once(' ')?;
        let (line, column) = spot.split_once(':')?;
        Some(Self {
            file: file.to_owned(),
            line: line.parse().ok()?,
            column: column.parse().ok()?,
            code: code.to_owned(),
        })
    }
}

/// What happens to one file of the base.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Edit {
    file: String,
    /// The lines that must stand in the file, once and together.
    before: Vec<String>,
    /// What stands there afterwards.
    after: Vec<String>,
    /// Whether the file is removed.
    removed: bool,
    /// The name that the file gets.
    renamed: Option<String>,
}

/// A case of a file of cases.
#[derive(Debug, Default)]
struct Case {
    title: String,
    edits: Vec<Edit>,
    expected: Vec<Message>,
}

/// Rewriting a file of cases takes it whole, and the cases of a file run at once.
static PEN: Mutex<()> = Mutex::new(());

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    let mut twins = Vec::new();
    let mut met: BTreeMap<Vec<Edit>, String> = BTreeMap::new();
    for path in files() {
        let file = path.file_stem().unwrap().display().to_string();
        for (index, case) in cases(&fs::read_to_string(&path).unwrap()).into_iter().enumerate() {
            let codes: BTreeSet<String> =
                case.expected.iter().map(|message| message.code.to_lowercase()).collect();
            let codes = codes.into_iter().collect::<Vec<_>>().join("-");
            let name = format!("fault::{file}::{codes}::{}", slug(&case.title));
            if let Some(twin) = met.insert(case.edits.clone(), name.clone()) {
                twins.push(format!("{name}: the same edit as {twin}"));
            }
            let path = path.clone();
            trials.push(trial(name, move || check(&path, index, &case)));
        }
    }
    let count = trials.len();
    trials.push(trial("fault::every-edit-stands-once", move || {
        if !twins.is_empty() {
            return Err(twins.join("\n"));
        }
        if count < FEWEST { Err(format!("{count} cases are too few")) } else { Ok(()) }
    }));
    trials
}

/// The files of cases.
fn files() -> Vec<PathBuf> {
    let files = fs::read_dir(root().join("tests/faults")).unwrap();
    let mut files: Vec<PathBuf> = files
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    files
}

/// Whether the case of this place in its file gives what is announced of it.
fn check(path: &Path, index: usize, case: &Case) -> Result<(), Failure> {
    let (messages, told) = run(case)?;
    if messages.is_empty() {
        return Err("gives no message".to_owned());
    }
    if messages == case.expected {
        return Ok(());
    }
    if updating() {
        let _alone = PEN.lock().unwrap_or_else(PoisonError::into_inner);
        rewrite(path, index, &messages);
        return Ok(());
    }
    Err(format!("expected {}\n{told}\nUPDATE=1 cargo test rewrites it", shown(&case.expected)))
}

fn shown(messages: &[Message]) -> String {
    messages.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// The cases of a file; what stands before the first one is a remark.
fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("== ") {
            cases.push(Case { title: title.to_owned(), ..Case::default() });
            continue;
        }
        let Some(case) = cases.last_mut() else { continue };
        let (sign, rest) = line.split_at_checked(1).unwrap_or_default();
        let rest = rest.strip_prefix(' ').unwrap_or(rest).to_owned();
        match (sign, case.edits.last_mut()) {
            ("@", _) => case.edits.push(Edit { file: name(&rest), ..Edit::default() }),
            ("!", _) => match Message::read(&rest) {
                Some(message) => case.expected.push(message),
                None => panic!("{}: no message: {line}", case.title),
            },
            (" ", Some(edit)) => {
                edit.before.push(rest.clone());
                edit.after.push(rest);
            }
            ("-", Some(edit)) => edit.before.push(rest),
            ("+", Some(edit)) => edit.after.push(rest),
            ("x", Some(edit)) => edit.removed = true,
            (">", Some(edit)) => edit.renamed = Some(rest),
            ("", _) => {}
            _ => panic!("{}: a line of no known form: {line}", case.title),
        }
    }
    cases
}

/// Writes what was found in place of what was announced of one case.
fn rewrite(path: &Path, index: usize, found: &[Message]) {
    let text = fs::read_to_string(path).unwrap();
    let mut parts: Vec<String> =
        text.split("\n== ").map(|part| part.trim_end().to_owned()).collect();
    // Before the first case stands a remark, unless the file opens with that case.
    let part = &mut parts[index + usize::from(!text.starts_with("== "))];
    *part = with_messages(part, found);
    fs::write(path, parts.join("\n\n== ") + "\n").unwrap();
}

fn with_messages(case: &str, messages: &[Message]) -> String {
    let mut lines: Vec<String> =
        case.lines().filter(|line| !line.starts_with('!')).map(str::to_owned).collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.extend(messages.iter().map(ToString::to_string));
    lines.join("\n")
}

/// The messages of the edited base, in order, and how the terminal tells them.
fn run(case: &Case) -> Result<(Vec<Message>, String), String> {
    let scene = tempfile::tempdir().unwrap();
    let content = scene.path().join("content");
    copy(&root().join("tests/problems/base"), scene.path());
    for edit in &case.edits {
        apply(&content, edit)?;
    }
    // A strict run stops at warnings, too, and spares the rendering of pages.
    let (outcome, _) = build(&Request { strict: true, ..request(&content, None) });
    let place = format!("{}/", content.display());
    let located = sorted(&outcome.problems, &outcome.tree);
    let mut found: Vec<Message> = located
        .iter()
        .filter_map(|problem| {
            let (line, column) =
                problem.at.spot.as_ref().map_or((1, 1), |spot| (spot.line, spot.column));
            let file = problem.at.path.strip_prefix(&place).unwrap_or(&problem.at.path);
            let code = problem.diagnostic.rule.code.to_owned();
            let told = problem.diagnostic.severity != Severity::Info
                || case.expected.iter().any(|message| message.code == code);
            told.then_some(Message { file: file.to_owned(), line, column, code })
        })
        .collect();
    found.sort();
    Ok((found, told(&outcome)))
}

fn apply(content: &Path, edit: &Edit) -> Result<(), String> {
    let path = content.join(&edit.file);
    if edit.removed {
        return fs::remove_file(&path).map_err(|error| format!("{}: {error}", edit.file));
    }
    if let Some(name) = &edit.renamed {
        let target = content.join(name);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        return fs::rename(&path, target).map_err(|error| format!("{}: {error}", edit.file));
    }
    let after: Vec<u8> = edit.after.iter().flat_map(|line| bytes(line)).collect();
    let written = if edit.before.is_empty() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        after
    } else {
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", edit.file))?;
        let before = edit.before.iter().map(|line| format!("{line}\n")).collect::<String>();
        let places: Vec<usize> = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(end, _)| end + 1))
            .filter(|start| text[*start..].starts_with(&before))
            .collect();
        let [start] = places[..] else {
            let count = places.len();
            return Err(format!("{}: these lines stand {count} times:\n{before}", edit.file));
        };
        [&text.as_bytes()[..start], &after, &text.as_bytes()[start + before.len()..]].concat()
    };
    fs::write(&path, written).unwrap();
    Ok(())
}

/// A file's name, its escapes undone.
fn name(text: &str) -> String {
    String::from_utf8(bytes(&format!("{text}\\c"))).unwrap()
}

/// The bytes of a line with its end, its escapes undone.
fn bytes(line: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = line;
    while let Some((plain, escape)) = rest.split_once('\\') {
        bytes.extend_from_slice(plain.as_bytes());
        let argument = || escape[1..].strip_prefix('{')?.split_once('}');
        rest = &escape[1..];
        match (escape.as_bytes()[0], argument()) {
            (b't', _) => bytes.push(b'\t'),
            (b'r', _) => bytes.push(b'\r'),
            (b'\\', _) => bytes.push(b'\\'),
            (b'u', Some((code, after))) => {
                let c = char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
                bytes.extend_from_slice(c.to_string().as_bytes());
                rest = after;
            }
            (b'x', Some((code, after))) => {
                bytes.push(u8::from_str_radix(code, 16).unwrap());
                rest = after;
            }
            (b'*', Some((times, after))) => {
                let last = *bytes.last().unwrap();
                bytes.resize(bytes.len() + times.parse::<usize>().unwrap() - 1, last);
                rest = after;
            }
            (b'c', _) if rest.is_empty() => return bytes,
            _ => panic!("an escape of no known form: \\{escape}"),
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes.push(b'\n');
    bytes
}
