//! The tree keeps its own rules.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use congkhai::diagnostic::catalog;
use walkdir::WalkDir;

use crate::support::{expect_file, root, updating};

/// Rust files of the program, with their text.
fn sources() -> Vec<(PathBuf, String)> {
    let files = WalkDir::new(root().join("src"))
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.unwrap().into_path());
    let files = files.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    files
        .map(|path| {
            (
                path.strip_prefix(root().join("src")).unwrap().to_owned(),
                fs::read_to_string(&path).unwrap(),
            )
        })
        .collect()
}

/// The allowed directions, as ARCHITECTURE.md states them: `module: allowed, allowed`.
fn directions() -> BTreeMap<String, Vec<String>> {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let block = page.split("```directions\n").nth(1).unwrap().split("```").next().unwrap();
    let line = |line: &str| {
        let (module, allowed) = line.split_once(':').unwrap();
        (module.trim().to_owned(), allowed.split(',').map(|name| name.trim().to_owned()).collect())
    };
    block.lines().filter(|text| !text.trim().is_empty()).map(line).collect()
}

#[test]
fn modules_point_backwards_along_the_pipeline_only() {
    let directions = directions();
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let module =
            path.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs").to_owned();
        if ["build", "lib", "main"].contains(&module.as_str()) {
            continue;
        }
        let allowed = directions
            .get(&module)
            .unwrap_or_else(|| panic!("ARCHITECTURE.md knows no module {module}"));
        for target in used(&text) {
            if target != module && !allowed.contains(&target) {
                faults.push(format!("{} uses {target}", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The modules that a file names as `crate::…`.
fn used(text: &str) -> Vec<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code: String = code.collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for rest in code.split("crate::").skip(1) {
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 1;
            let inner: String = group
                .chars()
                .take_while(|c| {
                    depth += i32::from(*c == '{') - i32::from(*c == '}');
                    depth > 0
                })
                .collect();
            let mut depth = 0;
            let mut name = String::new();
            for c in inner.chars().chain([',']) {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        found.push(first_word(&name));
                        name.clear();
                        continue;
                    }
                    _ => {}
                }
                name.push(c);
            }
        } else {
            found.push(first_word(rest));
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

fn first_word(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// Where Vietnamese may stand beside `vocabulary`, and why.
const SPEAKING: [(&str, &str); 19] = [
    ("vocabulary/", "the words of readers"),
    ("diagnostic/", "messages to editors, a file a rule, and how they are printed"),
    ("cli/", "what the command line says"),
    ("main.rs", "the command line's last word"),
    ("editor/", "the editors' desk"),
    ("import/", "words that are read, and what is asked and told of an import"),
    ("serve/", "the preview, which editors see"),
    ("publish/", "errors of the disk, and marks in its folders"),
    ("source/load.rs", "errors of the disk"),
    ("output.rs", "errors of paths"),
    ("pipeline/outcome.rs", "how a run ended"),
    ("hosting.rs", "a note to those who run a server"),
    ("releases/findings.rs", "what the command line says of a ledger"),
    ("transparency/", "what the command line says of keys and notes"),
    ("text/", "words that are read, and the language's own forms of dates and numbers"),
    ("parse/", "words that are read, and what places in a text are called"),
    ("check/", "words that are read"),
    ("pages/register.rs", "what a page is called in messages to editors"),
    ("progress/fixture.rs", "a plan for tests"),
];

#[test]
fn readers_words_stand_in_the_vocabulary() {
    let apart = |path: &str| SPEAKING.iter().any(|(place, _)| path.starts_with(place));
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let path = path.to_str().unwrap().replace('\\', "/");
        if apart(&path) || path.ends_with("tests.rs") {
            continue;
        }
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let spoken = literals(code).into_iter().filter(|text| is_vietnamese(text));
        faults.extend(spoken.map(|text| format!("{path}: {text}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whether a text has a letter that English lacks.
fn is_vietnamese(text: &str) -> bool {
    text.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
}

/// The texts of string literals, without comments and characters.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let here = &rest[at..];
        let raw = rest[..at].trim_end_matches('#');
        let length = if here.starts_with("//") {
            here.find('\n').unwrap_or(here.len())
        } else if here.starts_with('"') && raw.ends_with('r') {
            let end = format!("\"{}", "#".repeat(at - raw.len()));
            let length = here[1..].find(&end).unwrap_or(here.len() - 1);
            found.push(here[1..=length].to_owned());
            1 + length + end.len()
        } else if let Some(text) = here.strip_prefix('"') {
            let length = quoted(text);
            found.push(text[..length].to_owned());
            length + 2
        } else if let Some(escaped) = here.strip_prefix("'\\") {
            escaped.find('\'').map_or(here.len(), |end| end.max(1) + 3)
        } else if here.starts_with('\'') && here.chars().nth(2) == Some('\'') {
            here.char_indices().nth(3).map_or(here.len(), |(end, _)| end)
        } else {
            // A lifetime, or a division.
            1
        };
        rest = here.get(length..).unwrap_or_default();
    }
    found
}

/// The length of a text up to its closing quote.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    text.len()
}

#[test]
fn literals_are_told_from_comments_and_characters() {
    let code = r##"// "không"
        let a: &'static str = "có \"đủ\""; /// "không"
        let b = ['"', '\'', '/', '\\']; f(b'"', r#"thô "này""#, x / y, "cuối");"##;
    let found: Vec<_> = literals(code);
    assert_eq!(found, ["có \\\"đủ\\\"", "thô \"này\"", "cuối"]);
}

#[test]
fn every_module_says_what_it_is() {
    let silent = sources()
        .into_iter()
        .filter(|(path, text)| !text.starts_with("//!") && !path.ends_with("tests.rs"));
    let silent: Vec<_> = silent.map(|(path, _)| path).collect();
    assert!(silent.is_empty(), "without //!: {silent:?}");
}

#[test]
fn every_rule_is_listed_under_its_own_name() {
    let folder = root().join("src/diagnostic/catalog");
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<String> = files
        .filter(|name| name.starts_with("ck"))
        .map(|name| name.trim_end_matches(".rs").to_uppercase())
        .collect();
    files.sort();
    let codes: Vec<&str> = catalog::ALL.iter().map(|rule| rule.code).collect();
    assert_eq!(files, codes);
    for rule in catalog::ALL {
        assert!(
            !rule.title.is_empty()
                && !rule.why.is_empty()
                && !rule.mend.is_empty()
                && !rule.example.is_empty(),
            "{}",
            rule.code
        );
    }
}

#[test]
fn the_guide_tells_the_rules_of_the_program() {
    let path = root().join("content/README.md");
    let guide = fs::read_to_string(&path).unwrap();
    let (before, rest) = guide.split_once("<!-- bang-ma-loi -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- het-bang-ma-loi -->").unwrap();
    let cell = |text: &str| text.replace('|', "\\|");
    let rows = catalog::ALL
        .iter()
        .map(|rule| format!("| {} | {} | {} |\n", rule.code, cell(rule.title), cell(rule.mend)));
    let table =
        format!("\n| Mã | Quy tắc | Cách sửa |\n|---|---|---|\n{}\n", rows.collect::<String>());
    let expected = format!("{before}<!-- bang-ma-loi -->\n{table}<!-- het-bang-ma-loi -->{after}");
    if updating() {
        fs::write(&path, &expected).unwrap();
    } else {
        expect_file(&path, &expected);
    }
}

/// What makes an address of a name, and so must not be given one in quotes.
const NAMED: [&str; 6] = [
    "PagePath::new(",
    "paths::prose(",
    "paths::list(",
    "paths::letter(",
    "paths::search_file(",
    "paths::file_of_plan(",
];

#[test]
fn every_address_is_spelled_in_paths() {
    let mut faults = Vec::new();
    for (path, text) in sources().into_iter().filter(|(path, _)| !path.ends_with("paths.rs")) {
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
        for (name, call) in
            NAMED.iter().flat_map(|name| code.split(name).skip(1).map(move |call| (name, call)))
        {
            let arguments = call.split(';').next().unwrap();
            let arguments = arguments.split_inclusive(')').next().unwrap();
            if arguments.contains('"') {
                faults.push(format!("{}: {name}{arguments}", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "addresses outside paths.rs:\n{}", faults.join("\n"));
}

#[test]
fn nothing_is_left_for_later() {
    let marks = ["TODO", "FIXME", "XXX:", "todo!(", "unimplemented!(", "dbg!("];
    let left =
        sources().into_iter().filter(|(_, text)| marks.iter().any(|mark| text.contains(mark)));
    let left: Vec<_> = left.map(|(path, _)| path).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn the_rust_version_is_the_same_everywhere() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let version = manifest
        .lines()
        .find_map(|line| line.strip_prefix("rust-version = "))
        .unwrap()
        .trim_matches('"')
        .to_owned();
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    assert!(readme.contains(&format!("Rust {version}")), "README.md does not name Rust {version}");
}

/// Licences that the project may be built with.
const LICENCES: [&str; 15] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    // The list of root certificates, as data.
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// What a newcomer's commands fetch are the packages of their system, and these are always read. Those of all
/// other systems are read where `CONGKHAI_ALL_SYSTEMS` is set: `.ci/run` fetches them first.
#[test]
fn every_dependency_has_a_licence_that_we_may_use() {
    let cargo = |arguments: &[&str]| {
        let output =
            Command::new(env!("CARGO")).args(arguments).current_dir(root()).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "cargo {}:\n{told}", arguments.join(" "));
        String::from_utf8(output.stdout).unwrap()
    };
    let version = cargo(&["--version", "--verbose"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let mut question = vec!["metadata", "--format-version", "1", "--offline", "--locked"];
    if std::env::var_os("CONGKHAI_ALL_SYSTEMS").is_none() {
        question.extend(["--filter-platform", host]);
    }
    let metadata: serde_json::Value = serde_json::from_str(&cargo(&question)).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 200, "only {} packages were read", packages.len());
    let refused: Vec<String> = packages
        .iter()
        .filter(|package| !usable(package["license"].as_str().unwrap_or_default()))
        .map(|package| format!("{}: {}", package["name"], package["license"]))
        .collect();
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

/// Whether one alternative of an expression consists of usable licences only.
fn usable(expression: &str) -> bool {
    let parts = |text: &str| text.replace(['(', ')'], " ").replace('/', " OR ");
    parts(expression).split(" OR ").any(|alternative| {
        alternative.split(" AND ").all(|licence| LICENCES.contains(&licence.trim()))
    })
}
