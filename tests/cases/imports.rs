//! Documents and the content that they become, file by file; the result is what `check` takes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use congkhai::diagnostic::Severity;
use congkhai::import::read::{Form, read};
use congkhai::import::{Answers, Into, import};
use congkhai::pipeline::{self, Memory};
use congkhai::source::load;
use congkhai::text::dates::parse_date;
use libtest_mimic::Trial;

use crate::support::{request, root, updating};
use crate::{Failure, folders, trial};

pub(crate) fn trials() -> Vec<Trial> {
    let documents = folders(&root().join("tests/import/docs"));
    let trials = documents.into_iter().map(|folder| {
        let name = format!("import::{}", folder.file_name().unwrap().display());
        trial(name, move || document(&folder))
    });
    trials.collect()
}

fn document(folder: &Path) -> Result<(), Failure> {
    let source = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.file_stem().is_some_and(|stem| stem == "source"))
        .unwrap();
    let name = source.file_name().unwrap().to_str().unwrap().to_owned();
    let bytes = fs::read(&source).unwrap();
    let reading = read(&name, &bytes).map_err(|refusal| refusal.says())?;
    let own = (reading.form == Form::Text).then(|| String::from_utf8(bytes).unwrap());
    let answers = Answers::default();
    let today = parse_date("2026-06-01").unwrap();
    let into = Into { file: &name, tree: None, id: None, answers: &answers, today };
    let imported = import(&reading, own.as_deref(), &into);
    if !imported.account.holds() {
        return Err(format!("words are lost or made: {:?}", imported.account));
    }
    let mut files = imported.files.clone();
    files.extend(imported.groups.clone().map(|groups| ("nhom-co-quan.yml".to_owned(), groups)));
    same(&folder.join("expected"), &files)?;
    let scene = tempfile::tempdir().unwrap();
    for (path, text) in &files {
        put(&scene.path().join("content").join(path), text);
    }
    for (path, text) in &imported.site {
        put(&scene.path().join(path), text);
    }
    let request = request(&scene.path().join("content"), None);
    let judged = pipeline::judge(load::read(&request.roots).unwrap(), &request, &Memory::new());
    let errors = judged.problems.iter().filter(|problem| problem.severity == Severity::Error);
    let errors: Vec<_> = errors.map(|problem| problem.what.clone()).collect();
    if errors.is_empty() { Ok(()) } else { Err(errors.join("\n")) }
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Compares a folder with files, or rewrites it.
fn same(folder: &Path, files: &BTreeMap<String, String>) -> Result<(), Failure> {
    let mut expected: BTreeMap<String, String> = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok) {
        if entry.file_type().is_file() {
            let name =
                entry.path().strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
            expected.insert(name, fs::read_to_string(entry.path()).unwrap());
        }
    }
    if expected == *files {
        return Ok(());
    }
    if updating() {
        let _ = fs::remove_dir_all(folder);
        files.iter().for_each(|(path, text)| put(&folder.join(path), text));
        return Ok(());
    }
    let names: std::collections::BTreeSet<_> = expected.keys().chain(files.keys()).collect();
    let differs = names.into_iter().find(|name| expected.get(*name) != files.get(*name));
    Err(format!("{} differs from the import; UPDATE=1 rewrites it", differs.unwrap()))
}
