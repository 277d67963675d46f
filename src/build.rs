//! Before compiling: one number for all that the program is made from.
//!
//! In: its sources, theme, guide and locked libraries. Out: `CONGKHAI_MADE_FROM`, which differs where any byte of them
//! does. What a build remembers is believed by the program that wrote it and by no other; to ask the program's own file
//! would take longer than all else that an unchanged build does.

#![expect(clippy::disallowed_methods, reason = "a build script reads what is compiled")]

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

const PARTS: [&str; 6] =
    ["Cargo.toml", "Cargo.lock", ".cargo/stand-ins", "content/README.md", "src", "themes"];

fn main() {
    let mut files = BTreeSet::new();
    for part in PARTS {
        println!("cargo::rerun-if-changed={part}");
        gather(Path::new(part), &mut files);
    }
    let mut hasher = DefaultHasher::new();
    for file in files {
        let bytes = fs::read(&file).expect("a file of the package can be read");
        (file.to_string_lossy(), bytes).hash(&mut hasher);
    }
    println!("cargo::rustc-env=CONGKHAI_MADE_FROM={:016x}", hasher.finish());
}

fn gather(path: &Path, files: &mut BTreeSet<PathBuf>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder of the package can be read") {
            gather(&entry.expect("a folder of the package can be read").path(), files);
        }
    } else if path.is_file() {
        files.insert(path.to_owned());
    }
}
