//! The same law of a folder that holds a release ledger: whatever fails, and at whichever write, the folder holds the
//! ledger as it was or with one release more, and either verifies.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use congkhai::output::{Entry, Output, Sink};
use congkhai::publish::{Disk, PublishError, Target};
use congkhai::releases::make::{self, Draft, Keys};
use congkhai::releases::{Causes, FactKind, Facts, History, Key, Shelf, stamp, verify};
use congkhai::transparency::{SigningKey, note};
use jiff::civil::date;

use super::{meta, path, scratch, snapshot};
use crate::faulty_disk::{Fault, FaultyDisk};

const ORIGIN: &str = "lam-giang.example";

fn key() -> SigningKey {
    SigningKey::from_seed(ORIGIN, &[1; 32]).unwrap()
}

/// A published folder as it stands on the disk.
struct Folder<'a>(&'a Path);

impl Shelf for Folder<'_> {
    fn read(&self, path: &str, _longest: u64) -> io::Result<Option<Vec<u8>>> {
        match fs::read(self.0.join(path)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            read => read.map(Some),
        }
    }

    fn list(&self) -> io::Result<Option<Vec<String>>> {
        let files = walkdir::WalkDir::new(self.0).into_iter().map(Result::unwrap);
        let files = files.filter(|entry| entry.file_type().is_file());
        let paths = files.map(|it| it.path().strip_prefix(self.0).unwrap().to_owned());
        Ok(Some(paths.map(|path| path.to_str().unwrap().to_owned()).collect()))
    }
}

type Site = BTreeMap<String, Vec<u8>>;

/// The next release: every file of its folder, and the ledger with it.
fn release(history: &History, words: &str) -> (Site, History) {
    let mut files = Site::new();
    let mut output = Output::default();
    for (name, text) in [("index.html", words), ("a/b.html", "vẫn thế")] {
        output.insert(path(name), Entry::of(text.as_bytes())).unwrap();
        files.insert(name.to_owned(), text.as_bytes().to_vec());
    }
    let mut facts = Facts::new();
    let of = Key::new("nhiem-vu", &["p", "1.1"], "nguyen_van");
    facts.put(of, FactKind::Written, words);
    let number = i8::try_from(history.len()).unwrap() + 1;
    let draft = Draft {
        as_of: date(2026, number, 1),
        facts: facts.into(),
        causes: Causes::default(),
        files: output,
        foreign: Vec::new(),
        tool: "congkhai thử".into(),
    };
    let key = key();
    let made = make::made(history, draft, &Keys::only(&key));
    files.extend(made.files().map(|(path, bytes)| (path, bytes.into_owned())));
    let index = ("phat-hanh/index.html", b"so cong bo".as_slice());
    files.insert(index.0.into(), index.1.into());
    let text = verify::pages_note(ORIGIN, [index].into_iter());
    files.insert("phat-hanh/trang".into(), note::sign(&text, &[&key]).into_bytes());
    (files, made.history)
}

fn publish(disk: &dyn Disk, output: &Path, files: &Site) -> Result<(), PublishError> {
    let staging = Target::open(disk, output, &[])?.stage()?;
    for (at, bytes) in files {
        let put = staging.put(&path(at), bytes);
        put.map_err(|error| error.downcast::<PublishError>().unwrap())?;
    }
    staging.publish(meta()).map(drop)
}

/// Puts a time stamp on the last release, and keeps every other file.
fn stamp(disk: &dyn Disk, output: &Path, files: &Site) -> Result<(), PublishError> {
    let note = &files["phat-hanh/checkpoint"];
    let sum = congkhai::output::Checksum::of(note);
    let content = [&[0x30, 3, 2, 1, 0][..], &[4, 32], sum.as_bytes()].concat();
    let reply = [&[0x30, content.len() as u8][..], &content].concat();
    assert!(stamp::is_of(&reply, note));
    let staging = Target::open(disk, output, &[])?.stage()?;
    assert!(staging.keep_all()?, "nobody changed a file");
    for (name, bytes) in [("checkpoint", note), ("checkpoint.tsr", &reply)] {
        let put = staging.put(&path(&format!("phat-hanh/2/{name}")), bytes);
        put.map_err(|error| error.downcast::<PublishError>().unwrap())?;
    }
    staging.publish(meta()).map(drop)
}

type Change<'a> = &'a dyn Fn(&dyn Disk, &Path) -> Result<(), PublishError>;

fn published(output: &Path) -> Option<BTreeMap<PathBuf, Vec<u8>>> {
    output.is_dir().then(|| snapshot(output))
}

/// Plants a fault at each change of the disk in turn.
#[track_caller]
fn check(fault: Fault, capable: bool, old: &Site, change: Change<'_>, stamped: u64) {
    let judge = |output: &Path, case: &str| {
        let judged =
            verify::judge(&Folder(output), &key().public(), Some(&old["phat-hanh/checkpoint"]));
        assert!(judged.findings.is_empty(), "{case}: {:?}", judged.findings);
        judged.history.unwrap()
    };
    let sound = scratch();
    let output = sound.path().join("output");
    publish(&FaultyDisk::sound(capable), &output, old).unwrap();
    let before = published(&output);
    change(&FaultyDisk::sound(capable), &output).unwrap();
    let after = published(&output);
    assert_ne!(before, after);
    let history = judge(&output, "without a fault");
    assert_eq!(history.stamps.len() as u64, stamped);
    for at in 1.. {
        let case = format!("{fault:?} at {at}, capable {capable}");
        let bench = scratch();
        let output = bench.path().join("output");
        publish(&FaultyDisk::sound(capable), &output, old).unwrap();
        let disk = FaultyDisk::new(fault, at, capable);
        let done = change(&disk, &output);
        let state = published(&output);
        if state.is_some() {
            assert_eq!(state, if done.is_ok() { after.clone() } else { before.clone() }, "{case}");
            judge(&output, &case);
        }
        if let Err(error) = &done {
            let told = error.to_string();
            let is_vietnamese = told.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
            assert!(
                is_vietnamese && told.contains(&*bench.path().to_string_lossy()),
                "{case}: {told}"
            );
        }
        // The next run completes what was begun, or takes it back.
        drop(Target::open(&FaultyDisk::sound(capable), &output, &[]).unwrap());
        let state = published(&output);
        assert!(state == before || state == after, "{case}, after recovery");
        judge(&output, &case);
        if !disk.struck() {
            break;
        }
    }
}

#[test]
fn a_fault_at_any_write_of_a_release_leaves_the_old_ledger_or_the_new_one() {
    let (one, history) = release(&History::default(), "một");
    let (two, _) = release(&history, "hai");
    let faults =
        [(Fault::Once, true), (Fault::Crash, false), (Fault::Full, true), (Fault::Stuck, false)];
    for (fault, capable) in faults {
        check(fault, capable, &one, &|disk, output| publish(disk, output, &two), 0);
    }
}

#[test]
fn a_fault_at_any_write_of_a_time_stamp_leaves_the_ledger_with_it_or_without() {
    let (_, history) = release(&History::default(), "một");
    let (two, _) = release(&history, "hai");
    for fault in [Fault::Once, Fault::Crash, Fault::Full] {
        check(fault, true, &two, &|disk, output| stamp(disk, output, &two), 1);
    }
}
