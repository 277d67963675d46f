//! No two files need each other, and the files of a large folder stand on floors.
//!
//! What a file needs is read off its `use` lines and the paths in its code; tests are left out. A name that a
//! folder's `mod.rs` hands on belongs to the file that holds it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use walkdir::WalkDir;

use crate::support::root;

/// A module's path from the root of the crate: `["source", "yaml"]`.
type Name = Vec<String>;

/// What one file says of others.
#[derive(Default)]
struct Module {
    file: String,
    /// Paths that its own code goes.
    paths: Vec<Name>,
    /// What it hands on, by name.
    handed_on: BTreeMap<String, Name>,
}

/// Identifiers, `::`, and every other sign by itself.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut word = String::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for c in line.chars().chain(['\n']) {
            if c.is_alphanumeric() || c == '_' {
                word.push(c);
                continue;
            }
            if !word.is_empty() {
                tokens.push(std::mem::take(&mut word));
            }
            match (c, tokens.last_mut()) {
                (':', Some(last)) if last == ":" => last.push(':'),
                _ if c.is_whitespace() => {}
                _ => tokens.push(c.to_string()),
            }
        }
    }
    tokens
}

fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// The paths of a `use`, whose tree begins at `at`; and where it ends.
fn tree(tokens: &[String], mut at: usize, before: &[String], paths: &mut Vec<Name>) -> usize {
    let mut path = before.to_vec();
    loop {
        match tokens[at].as_str() {
            "{" => {
                at += 1;
                while tokens[at] != "}" {
                    at = tree(tokens, at, &path, paths);
                    at += usize::from(tokens[at] == ",");
                }
                return at + 1;
            }
            "::" => at += 1,
            "as" => at += 2,
            "," | "}" | ";" => {
                paths.push(path);
                return at;
            }
            name => {
                path.push(name.to_owned());
                at += 1;
            }
        }
    }
}

/// The code without its inline tests, and the modules that are there for tests only.
fn without_tests(text: &str) -> (&str, BTreeSet<String>) {
    const MARK: &str = "#[cfg(test)]\n";
    let mut helpers = BTreeSet::new();
    for (at, _) in text.match_indices(MARK) {
        let line = text[at + MARK.len()..].lines().next().unwrap_or_default();
        let name = line.split("mod ").nth(1);
        if let Some(name) = name.and_then(|name| name.strip_suffix(';')) {
            helpers.insert(name.to_owned());
        } else if line.starts_with("mod tests {") {
            return (&text[..at], helpers);
        }
    }
    (text, helpers)
}

/// Every module of the program, without those for tests.
fn modules() -> BTreeMap<Name, Module> {
    let source = root().join("src");
    let mut texts = BTreeMap::new();
    for entry in WalkDir::new(&source) {
        let path = entry.unwrap().into_path();
        let file = path.strip_prefix(&source).unwrap().to_str().unwrap().replace('\\', "/");
        let Some(name) = file.strip_suffix(".rs").filter(|name| !["lib", "main"].contains(name))
        else {
            continue;
        };
        let name = name.strip_suffix("/mod").unwrap_or(name);
        let name: Name = name.split('/').map(str::to_owned).collect();
        texts.insert(name, (file, fs::read_to_string(&path).unwrap()));
    }
    let child = |name: &Name, child: &str| [name.as_slice(), &[child.to_owned()]].concat();
    for (name, (_, text)) in texts.clone() {
        for helper in without_tests(&text).1 {
            texts.remove(&child(&name, &helper));
        }
    }
    let names: BTreeSet<Name> = texts.keys().cloned().collect();
    let read = |(name, (file, text)): (Name, (String, String))| {
        let mut module = Module { file, ..Module::default() };
        let tokens = tokens(without_tests(&text).0);
        let absolute = |path: Name| -> Option<Name> {
            let ups = path.iter().take_while(|part| *part == "super").count();
            match path.first()?.as_str() {
                "crate" => Some(path[1..].to_vec()),
                "self" => Some([name.as_slice(), &path[1..]].concat()),
                "super" => Some([&name[..name.len() - ups], &path[ups..]].concat()),
                first => {
                    names.contains(&child(&name, first)).then(|| [name.as_slice(), &path].concat())
                }
            }
        };
        let mut at = 0;
        while at < tokens.len() {
            let before = if at > 0 { tokens[at - 1].as_str() } else { "" };
            if tokens[at] == "use" && ["", ";", "}", "{", "]", ")", "pub"].contains(&before) {
                let mut paths = Vec::new();
                at = tree(&tokens, at + 1, &[], &mut paths);
                for path in paths.into_iter().filter_map(&absolute) {
                    let is_handed_on = before == "pub" || before == ")";
                    if !(is_handed_on && path.starts_with(&name)) {
                        module.paths.push(path.clone());
                    }
                    if is_handed_on {
                        let last = path.last().cloned().unwrap_or_default();
                        module.handed_on.insert(last, path);
                    }
                }
            } else if is_word(&tokens[at]) && before != "::" {
                let mut path = vec![tokens[at].clone()];
                while tokens.get(at + 1).is_some_and(|token| token == "::")
                    && tokens.get(at + 2).is_some_and(|token| is_word(token))
                {
                    path.push(tokens[at + 2].clone());
                    at += 2;
                }
                if path.len() > 1 {
                    module.paths.extend(absolute(path));
                }
                at += 1;
            } else {
                at += 1;
            }
        }
        (name, module)
    };
    texts.into_iter().map(read).collect()
}

/// The module that a path leads to.
fn target(modules: &BTreeMap<Name, Module>, path: &[String], turns: usize) -> Name {
    let known = |length: &usize| modules.contains_key(&path[..*length]);
    let length = (1..=path.len()).take_while(known).last().unwrap_or(0);
    let handed_on = modules.get(&path[..length]).zip(path.get(length));
    match handed_on.and_then(|(module, name)| module.handed_on.get(name)) {
        Some(onward) if turns < 8 => {
            target(modules, &[onward.as_slice(), &path[length + 1..]].concat(), turns + 1)
        }
        _ => path[..length].to_vec(),
    }
}

/// For each file, the files that it needs.
fn needs() -> BTreeMap<String, BTreeSet<String>> {
    let modules = modules();
    let needed = |module: &Module| {
        let targets = module.paths.iter().filter_map(|path| {
            let target = modules.get(&target(&modules, path, 0))?;
            Some(target.file.clone()).filter(|file| *file != module.file)
        });
        (module.file.clone(), targets.collect())
    };
    modules.values().map(needed).collect()
}

/// The files that can be reached from a file.
fn reached<'a>(needs: &'a BTreeMap<String, BTreeSet<String>>, file: &'a str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![file];
    while let Some(file) = open.pop() {
        for next in &needs[file] {
            if reached.insert(next.as_str()) {
                open.push(next);
            }
        }
    }
    reached
}

#[test]
fn no_two_files_need_each_other() {
    let needs = needs();
    assert!(
        needs.values().map(BTreeSet::len).sum::<usize>() > 1000,
        "paths are read off the files"
    );
    let reached: BTreeMap<&str, _> =
        needs.keys().map(|file| (file.as_str(), reached(&needs, file))).collect();
    let mut circles = Vec::new();
    for (file, its) in &needs {
        let back = its.iter().filter(|other| reached[other.as_str()].contains(file.as_str()));
        circles.extend(back.map(|other| format!("{file} needs {other}, which leads back to it")));
    }
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}

#[test]
fn files_of_a_folder_use_those_on_lower_floors_only() {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let block = page.split("```floors\n").nth(1).unwrap().split("```").next().unwrap();
    let needs = needs();
    let mut faults = Vec::new();
    for line in block.lines() {
        let (folder, floors) = line.split_once(':').unwrap();
        let mut floor_of = BTreeMap::new();
        for (floor, names) in floors.split('<').enumerate() {
            floor_of.extend(names.split_whitespace().map(|name| (name, floor)));
        }
        let child = |file: &str| {
            let rest = file.strip_prefix(folder)?.strip_prefix('/')?;
            let name = rest.split('/').next()?.trim_end_matches(".rs").to_owned();
            (name != "mod").then_some(name)
        };
        for (file, its) in &needs {
            let Some(name) = child(file) else { continue };
            let Some(floor) = floor_of.get(name.as_str()) else {
                faults.push(format!("{folder} has no floor for {name}"));
                continue;
            };
            for other in its {
                let beside = child(other).filter(|other| *other != name);
                let below = beside.and_then(|other| floor_of.get(other.as_str()));
                if below.is_some_and(|below| below >= floor) {
                    faults.push(format!("{file} needs {other}, which is not below it"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
