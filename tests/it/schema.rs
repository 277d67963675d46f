//! The schemas take what `check` takes, and refuse what is of another shape.

use std::fs;
use std::path::Path;

use congkhai::editor::schema::{self, FileKind};
use serde_json::Value;
use walkdir::WalkDir;

use crate::support::root;

/// The kind of a content file, by its path below the content folder.
fn kind(path: &str) -> Option<FileKind> {
    FileKind::ALL.into_iter().find(|kind| {
        let pattern = kind.pattern();
        let pattern: Vec<&str> = pattern.split('/').collect();
        let parts: Vec<&str> = path.split('/').collect();
        parts.len() == pattern.len()
            && parts.iter().zip(pattern).all(|(part, wanted)| match wanted.split_once('*') {
                Some((before, after)) => part.starts_with(before) && part.ends_with(after),
                None => *part == wanted,
            })
    })
}

/// The file's YAML as another reader has it; none where it is no YAML.
fn document(kind: FileKind, text: &str) -> Option<Value> {
    let yaml = if kind.is_front_matter() {
        text.strip_prefix("---\n")?.split("\n---").next()?
    } else {
        text
    };
    serde_yaml::from_str(yaml).ok()
}

/// Every content file below `folder` with its kind and text.
fn files(folder: &Path) -> Vec<(String, FileKind, String)> {
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.unwrap();
        let path = entry.path().to_string_lossy().into_owned();
        let Some((_, below)) = path.rsplit_once("/content/") else { continue };
        let Some(kind) = kind(below) else { continue };
        found.push((path, kind, fs::read_to_string(entry.path()).unwrap()));
    }
    found
}

fn faults(kind: FileKind, document: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(&schema::of(kind)).unwrap();
    let faults = validator.iter_errors(document);
    faults.map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}

#[test]
fn every_schema_is_one() {
    for kind in FileKind::ALL {
        let schema = schema::of(kind);
        assert!(jsonschema::meta::is_valid(&schema), "{kind:?}");
        assert!(
            !schema.to_string().contains("null"),
            "{kind:?}: a key that is written has a value"
        );
    }
}

#[test]
fn sound_content_is_valid() {
    let mut count = 0;
    for folder in ["content", "tests/sites", "tests/problems/base"] {
        for (path, kind, text) in files(&root().join(folder)) {
            let document = document(kind, &text).unwrap_or_else(|| panic!("{path} is no YAML"));
            let faults = faults(kind, &document);
            assert!(faults.is_empty(), "{path}: {faults:#?}");
            count += 1;
        }
    }
    assert!(count > 80, "only {count} files were seen");
}

/// The rules of shape that a schema can know. CK159 of a number or an id that only the rest of the site proves wrong
/// is `check`'s alone.
const SHAPE: &[&str] = &["CK151", "CK153", "CK154", "CK158", "CK159"];

#[test]
fn faults_of_shape_are_refused() {
    let mut refused = 0;
    for (path, kind, text) in files(&root().join("tests/problems")) {
        let marks = text.lines().filter_map(|line| line.split_once("# ! "));
        let codes: Vec<&str> = marks.flat_map(|(_, mark)| mark.split_whitespace()).collect();
        let of_shape = codes.iter().any(|code| SHAPE.contains(code));
        if !of_shape {
            continue;
        }
        let lines =
            text.lines().map(|line| line.split("# ! ").next().unwrap_or_default().trim_end());
        let text = lines.collect::<Vec<_>>().join("\n");
        let Some(document) = document(kind, &text) else { continue };
        assert!(!faults(kind, &document).is_empty(), "{path} is taken: {codes:?}");
        refused += 1;
    }
    assert!(refused >= 6, "only {refused} files were refused");
}

#[test]
fn a_schema_speaks_vietnamese_and_knows_the_words() {
    let task = schema::of(FileKind::Task);
    let event = &task["properties"]["dien_bien"]["items"];
    assert_eq!(event["properties"]["trang_thai"]["title"], "Trạng thái được báo");
    let words = event["properties"]["loai"]["enum"].as_array().unwrap();
    assert_eq!((words.len(), &words[0]), (11, &Value::from("cap_nhat")));
    assert_eq!(event["required"], serde_json::json!(["ma", "ngay", "ngay_cong_bo", "loai"]));
}

#[test]
fn an_editor_finds_a_schema_for_every_file() {
    let files = schema::files("content");
    let settings: Value = serde_json::from_str(&files[schema::SETTINGS]).unwrap();
    let schemas = settings["yaml.schemas"].as_object().unwrap();
    assert_eq!(schemas.len(), FileKind::ALL.len() - 1);
    for (schema, pattern) in schemas {
        let text = &files[schema.strip_prefix("./").unwrap()];
        let schema: Value = serde_json::from_str(text).unwrap();
        assert!(jsonschema::meta::is_valid(&schema), "{pattern}");
        // The narrative of a Markdown file is a document of its own to an editor.
        if pattern.as_str().unwrap().ends_with(".md") {
            let validator = jsonschema::validator_for(&schema).unwrap();
            assert!(
                validator.is_valid(&Value::from("Lời kể.")) && validator.is_valid(&Value::Null)
            );
            assert!(!validator.is_valid(&serde_json::json!({ "so": "1" })));
        }
    }
}
