//! The floor: writes files of given sizes, on every core, and does nothing else.
//!
//! `floor LIST FOLDER [sync]`; a line of the list is a size, a tab and a path. With `sync` it waits for the disk, as
//! our own publisher does.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

const SPREAD: usize = 4 << 20;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let list = fs::read_to_string(&arguments[1]).expect("the list can be read");
    let root = Path::new(&arguments[2]);
    let line = |line: &str| {
        let (size, path) = line.split_once('\t').expect("a line is a size, a tab and a path");
        (size.parse::<usize>().expect("a size is a number"), root.join(path))
    };
    let files: Vec<_> = list.lines().map(line).collect();
    let folders: BTreeSet<_> = files.iter().filter_map(|(_, path)| path.parent()).collect();
    for folder in folders {
        fs::create_dir_all(folder).expect("a folder can be made");
    }
    let largest = files.iter().map(|(size, _)| *size).max().unwrap_or(0);
    // Each file has bytes of another place, so that they do not all come out of the processor's cache.
    let bytes = b"abcdefghijklmnopqrstuvw".repeat((largest + SPREAD) / 23 + 1);
    let next = AtomicUsize::new(0);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while let Some((size, path)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let from = path.as_os_str().len().wrapping_mul(size * 4099) % SPREAD;
                    fs::write(path, &bytes[from..from + size]).expect("a file can be written");
                }
            });
        }
    });
    if arguments.get(3).is_some_and(|word| word == "sync") {
        let done = Command::new("sync").arg("--file-system").arg(root).status();
        assert!(done.expect("there is a sync").success());
    }
}
