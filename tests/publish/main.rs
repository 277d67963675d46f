//! The law of publishing: whatever fails, and at whichever write, the published folder holds the
//! old site or the new one.
//!
//! A binary of its own: a process that another test starts would inherit the lock for a moment.

#![expect(clippy::disallowed_methods, reason = "tests set scenes on the disk")]
#![expect(clippy::unwrap_used, reason = "a test that cannot set its scene has failed")]

mod faulty_disk;
mod ledger;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use congkhai::output::{Checksum, Entry, InMemory, MemorySink, Output, OutputPath, Part, Sink};
use congkhai::publish::{
    BadManifest, Disk, MANIFEST, Manifest, Meta, Protected, ProtectedKind, PublishError, RealDisk,
    Release, Target, changes,
};
use faulty_disk::{Fault, FaultyDisk};
use tempfile::TempDir;

type Files<'a> = &'a [(&'a str, &'a str)];

const OLD: Files = &[("index.html", "cũ"), ("a/b.html", "vẫn thế"), ("bo/di.html", "sẽ mất")];
const NEW: Files = &[("index.html", "mới"), ("a/b.html", "vẫn thế"), ("them/vao/x.html", "thêm")];
const FOREIGN: Files = &[(".git/HEAD", "nhánh"), ("a/rieng.txt", "riêng"), ("xac-minh.txt", "mã")];

// What the published folder is before the build under test.
const NOTHING: &str = "nothing";
const EMPTY: &str = "an empty folder";
const SITE: &str = "a site";
const SHARED: &str = "a site with files of others";

/// A temporary folder with the published one in it.
struct Bench {
    root: TempDir,
}

impl Bench {
    fn new(start: &'static str) -> Self {
        let bench = Self { root: scratch() };
        match start {
            NOTHING => {}
            EMPTY => fs::create_dir(bench.output()).unwrap(),
            _ => {
                build(&FaultyDisk::sound(true), &bench.output(), OLD).unwrap();
            }
        }
        if start == SHARED {
            write_all(&bench.output(), FOREIGN);
            fs::create_dir_all(bench.output().join(".git/refs/tags")).unwrap();
            #[cfg(unix)]
            std::os::unix::fs::symlink("a/khong-co", bench.output().join("lien-ket")).unwrap();
        }
        bench
    }

    fn output(&self) -> PathBuf {
        self.root.path().join("output")
    }

    /// Every file and folder of the published folder, or nothing where it is missing.
    fn published(&self) -> Option<BTreeMap<PathBuf, Vec<u8>>> {
        self.output().is_dir().then(|| snapshot(&self.output()))
    }

    /// What stands beside the published folder, but for the lock.
    fn beside(&self) -> Vec<String> {
        let names = fs::read_dir(self.root.path()).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
        names.retain(|name| name != "output" && name != ".output.congkhai.lock");
        names.sort();
        names
    }
}

/// A temporary folder, in memory where that can be had: the law takes some thousand sites.
fn scratch() -> TempDir {
    TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).unwrap()
}

fn snapshot(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in walkdir::WalkDir::new(root).min_depth(1) {
        let entry = entry.unwrap();
        let bytes = if entry.file_type().is_dir() {
            b"folder".to_vec()
        } else if entry.file_type().is_symlink() {
            fs::read_link(entry.path()).unwrap().into_os_string().into_encoded_bytes()
        } else {
            fs::read(entry.path()).unwrap()
        };
        all.insert(entry.path().strip_prefix(root).unwrap().to_path_buf(), bytes);
    }
    all
}

fn write_all(root: &Path, files: Files) {
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

fn path(text: &str) -> OutputPath {
    OutputPath::new(text).unwrap()
}

fn meta() -> Meta {
    Meta { tool_version: "0.1.0".into(), as_of: "2026-11-24".parse().unwrap(), made: None }
}

fn build(disk: &dyn Disk, output: &Path, files: Files) -> Result<Release, PublishError> {
    let staging = Target::open(disk, output, &[])?.stage()?;
    for (at, text) in files {
        let put = staging.put(&path(at), text.as_bytes());
        put.map_err(|error| error.downcast::<PublishError>().unwrap())?;
    }
    staging.publish(meta())
}

/// The old and the new state of the published folder, as sound builds make them.
fn old_and_new(start: &'static str) -> [Option<BTreeMap<PathBuf, Vec<u8>>>; 2] {
    let bench = Bench::new(start);
    let old = bench.published();
    let release = build(&FaultyDisk::sound(true), &bench.output(), NEW).unwrap();
    assert!(release.leftover.is_none(), "{:?}", release.leftover);
    assert_eq!(bench.beside(), [""; 0]);
    let new = bench.published();
    if start == SHARED {
        let new = new.as_ref().unwrap();
        assert_eq!(new[Path::new(".git/HEAD")], "nhánh".as_bytes());
        assert!(new.contains_key(Path::new(".git/refs/tags")));
        assert!(!new.contains_key(Path::new("bo")), "our own empty folders go");
    }
    [old, new]
}

const STARTS: [&str; 4] = [NOTHING, EMPTY, SITE, SHARED];

/// Every single fault, what it leaves at once, and what the next run makes of it.
#[track_caller]
fn check_law(fault: Fault, capable: bool) {
    for start in STARTS {
        let [old, new] = old_and_new(start);
        for at in 1.. {
            let case = format!("{start}, {fault:?} at {at}, capable {capable}");
            let bench = Bench::new(start);
            let disk = FaultyDisk::new(fault, at, capable);
            let built = build(&disk, &bench.output(), NEW);
            let state = bench.published();
            let journal = bench.beside().contains(&".output.congkhai-nhat-ky".to_owned());
            match &built {
                Ok(_) => assert_eq!(state, new, "{case}"),
                Err(error) if state.is_none() && journal => {
                    let dead = matches!(fault, Fault::Crash | Fault::Stuck);
                    let exchanged = capable && cfg!(target_os = "linux");
                    assert!(!exchanged && dead, "{case}: {:?}", bench.beside());
                    let told = matches!(error, PublishError::Interrupted { .. });
                    assert!(told, "{case}: {error}");
                }
                Err(error) => {
                    assert_eq!(state, old, "{case}: {error}");
                    assert_eq!(is_disk_full(error), fault == Fault::Full, "{case}: {error}");
                }
            }
            if fault == Fault::Full && built.is_err() {
                assert_eq!(bench.beside(), [""; 0], "{case}: nothing is left to fill the disk");
            }

            drop(Target::open(&FaultyDisk::sound(capable), &bench.output(), &[]).unwrap());
            let state = bench.published();
            assert!(state == old || state == new, "{case}, after recovery");
            assert_eq!(bench.beside(), [""; 0], "{case}, after recovery");

            let release = build(&FaultyDisk::sound(capable), &bench.output(), NEW).unwrap();
            assert!(release.leftover.is_none(), "{case}, next build: {:?}", release.leftover);
            assert_eq!(bench.published(), new, "{case}, next build");
            if !disk.struck() {
                break;
            }
        }
    }
}

/// Whether there was no room left for the new site.
fn is_disk_full(error: &PublishError) -> bool {
    let full = [io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded];
    matches!(error, PublishError::Io { source, .. } if full.contains(&source.kind()))
}

/// Whether publishing was refused, before any change; else the disk failed.
fn is_refusal(error: &PublishError) -> bool {
    !matches!(error, PublishError::Io { .. } | PublishError::Interrupted { .. })
}

#[test]
fn one_failing_change_leaves_the_old_site_or_the_new() {
    check_law(Fault::Once, true);
    check_law(Fault::Once, false);
}

#[test]
fn a_crash_at_any_change_leaves_the_old_site_or_the_new() {
    check_law(Fault::Crash, true);
    check_law(Fault::Crash, false);
}

#[test]
fn a_disk_without_renaming_leaves_the_old_site_or_the_new() {
    check_law(Fault::Stuck, true);
    check_law(Fault::Stuck, false);
}

#[test]
fn a_full_disk_leaves_the_old_site_and_nothing_beside_it() {
    check_law(Fault::Full, true);
    check_law(Fault::Full, false);
}

#[test]
fn a_crash_while_recovering_from_a_crash_leaves_the_old_site_or_the_new() {
    let [old, new] = old_and_new(SHARED);
    for capable in [true, false] {
        for first in 1.. {
            let disk = FaultyDisk::new(Fault::Crash, first, capable);
            for second in 1.. {
                let bench = Bench::new(SHARED);
                let _ = build(&FaultyDisk::new(Fault::Crash, first, capable), &bench.output(), NEW);
                let again = FaultyDisk::new(Fault::Crash, second, capable);
                drop(Target::open(&again, &bench.output(), &[]));
                drop(Target::open(&FaultyDisk::sound(capable), &bench.output(), &[]).unwrap());
                let state = bench.published();
                assert!(state == old || state == new, "crash at {first}, then at {second}");
                assert_eq!(bench.beside(), [""; 0], "crash at {first}, then at {second}");
                if !again.struck() {
                    break;
                }
            }
            let bench = Bench::new(SHARED);
            let _ = build(&disk, &bench.output(), NEW);
            if !disk.struck() {
                break;
            }
        }
    }
}

/// Runs into every fault and counts how often the published folder is missing afterwards.
#[track_caller]
fn check_windows(fault: Fault, expected: usize) {
    let [_, new] = old_and_new(SITE);
    let mut windows = 0;
    for at in 1.. {
        let bench = Bench::new(SITE);
        let disk = FaultyDisk::new(fault, at, false);
        let _ = build(&disk, &bench.output(), NEW);
        if bench.published().is_none() {
            windows += 1;
            drop(Target::open(&FaultyDisk::sound(false), &bench.output(), &[]).unwrap());
            assert_eq!(bench.published(), new, "{fault:?} at {at}");
        }
        if !disk.struck() {
            break;
        }
    }
    assert_eq!(windows, expected, "{fault:?}: missing between the two renames only");
}

#[test]
fn an_interrupted_rename_is_completed() {
    check_windows(Fault::Once, 0);
    check_windows(Fault::Crash, 1);
    check_windows(Fault::Stuck, 1);
}

#[test]
fn an_interrupted_rename_to_an_unfinished_site_is_taken_back() {
    let bench = Bench::new(SITE);
    let old = bench.published();
    let beside = |name: &str| bench.root.path().join(name);
    fs::rename(bench.output(), beside(".output.congkhai-cu")).unwrap();
    write_all(
        bench.root.path(),
        &[
            (".output.congkhai-nhat-ky", ""),
            (".output.congkhai-moi/.congkhai-dang-dung", ""),
            (".output.congkhai-moi/index.html", "nửa chừng"),
        ],
    );
    fs::copy(
        beside(".output.congkhai-cu").join(MANIFEST),
        beside(".output.congkhai-moi").join(MANIFEST),
    )
    .unwrap();
    drop(Target::open(&RealDisk, &bench.output(), &[]).unwrap());
    assert_eq!(bench.published(), old);
    assert_eq!(bench.beside(), [""; 0]);
}

/// What an earlier run left is removed, or moved out of the way and removed by a later one: no fault of the disk makes it
/// stand in the way of a build that the disk allows.
#[test]
fn what_was_left_stands_in_no_builds_way() {
    let [old, new] = old_and_new(SITE);
    for capable in [true, false] {
        let mut parked = 0;
        for at in 1.. {
            let bench = Bench::new(SITE);
            let left = bench.root.path().join(".output.congkhai-moi");
            for (path, bytes) in snapshot(&bench.output()) {
                let (from, to) = (bench.output().join(&path), left.join(&path));
                fs::create_dir_all(if from.is_dir() { &to } else { to.parent().unwrap() }).unwrap();
                if from.is_file() {
                    fs::write(to, bytes).unwrap();
                }
            }
            let disk = FaultyDisk::new(Fault::Once, at, capable);
            let built = build(&disk, &bench.output(), NEW);
            let case = format!("at {at}, capable {capable}");
            let expected = if built.is_ok() { &new } else { &old };
            assert_eq!(bench.published(), *expected, "{case}");
            parked += usize::from(bench.beside().iter().any(|name| name.ends_with("-bo-1")));
            let release = build(&FaultyDisk::sound(capable), &bench.output(), NEW).unwrap();
            assert!(release.leftover.is_none(), "{case}: {:?}", release.leftover);
            assert_eq!((bench.published(), bench.beside()), (new.clone(), vec![]), "{case}");
            if !disk.struck() {
                break;
            }
        }
        assert!(parked > 0, "nothing was moved out of the way");
    }
}

#[test]
fn the_real_disk_publishes_and_publishes_again() {
    let root = TempDir::new().unwrap();
    let output = root.path().join("sau/hon");
    assert_eq!(build(&RealDisk, &output, OLD).unwrap().changes.added.len(), 3);
    let release = build(&RealDisk, &output, NEW).unwrap();
    assert!(release.leftover.is_none(), "{:?}", release.leftover);
    assert_eq!(release.changes.added, [path("them/vao/x.html")]);
    assert_eq!(release.changes.changed, [path("index.html")]);
    assert_eq!(release.changes.removed, [path("bo/di.html")]);
    assert_eq!((release.changes.unchanged, release.files), (1, 3));
    let before = snapshot(&output);
    assert!(build(&RealDisk, &output, NEW).unwrap().changes.is_empty());
    assert_eq!(snapshot(&output), before);
}

#[test]
fn many_threads_make_the_same_site_as_one() {
    let names: Vec<_> = (0..200).map(|n| format!("{}/{}/{n}.html", n % 3, n % 7)).collect();
    let files: Vec<_> = names.iter().map(|name| (name.as_str(), "như nhau")).collect();
    let [one, many] = [Bench::new(NOTHING), Bench::new(NOTHING)];
    build(&RealDisk, &one.output(), &files).unwrap();
    let staging = Target::open(&RealDisk, &many.output(), &[]).unwrap().stage().unwrap();
    std::thread::scope(|scope| {
        for part in files.chunks(25) {
            let put = |(at, text): &(&str, &str)| staging.put(&path(at), text.as_bytes()).unwrap();
            scope.spawn(move || part.iter().for_each(put));
        }
    });
    staging.publish(meta()).unwrap();
    assert_eq!(many.published(), one.published());
}

#[test]
fn a_file_of_ours_changed_by_hand_is_replaced() {
    let bench = Bench::new(SITE);
    write_all(&bench.output(), &[("index.html", "sửa tay"), ("bo/di.html", "sửa tay")]);
    build(&RealDisk, &bench.output(), NEW).unwrap();
    assert_eq!(bench.published(), old_and_new(SITE)[1]);
}

#[cfg(unix)]
fn inode(file: &Path) -> u64 {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(file).unwrap().ino()
}

#[cfg(unix)]
#[test]
fn a_file_with_the_same_bytes_is_taken_over_and_not_written_again() {
    let bench = Bench::new(SITE);
    let (kept, changed) = (bench.output().join("a/b.html"), bench.output().join("index.html"));
    let before = (inode(&kept), inode(&changed));
    build(&RealDisk, &bench.output(), NEW).unwrap();
    assert_eq!(inode(&kept), before.0);
    assert_ne!(inode(&changed), before.1);
    assert_eq!(fs::read_to_string(&changed).unwrap(), "mới");
}

#[test]
fn a_disk_without_links_writes_the_file_again() {
    let bench = Bench::new(SITE);
    build(&FaultyDisk::sound(false), &bench.output(), NEW).unwrap();
    assert_eq!(fs::read_to_string(bench.output().join("a/b.html")).unwrap(), "vẫn thế");
}

/// Publishes two files that are a part made from `made_from`; the notes that were left with them, where it was kept.
fn publish_part(output: &Path, made_from: &str, program: &str) -> Option<String> {
    let staging = Target::open(&RealDisk, output, &[]).unwrap().stage().unwrap();
    let staging = staging.made_by(Checksum::of(program.as_bytes()));
    let made_from = Checksum::of(made_from.as_bytes());
    let part = Part { name: "trang".to_owned(), made_from };
    let files = ["trang.html", "a/b.html"].map(path).to_vec();
    let kept = staging.keep(&part).unwrap();
    if kept.is_none() {
        files.iter().for_each(|file| staging.put(file, made_from.to_string().as_bytes()).unwrap());
        staging.leave(part, files, made_from.to_string().as_bytes().into());
    }
    staging.put(&path("luon-moi.html"), made_from.to_string().as_bytes()).unwrap();
    staging.publish(meta()).unwrap();
    kept.map(|notes| String::from_utf8(notes.to_vec()).unwrap())
}

#[test]
fn a_part_made_from_the_same_is_kept_by_its_bytes() {
    let bench = Bench::new(NOTHING);
    let (output, file) = (bench.output(), bench.output().join("a/b.html"));
    let cache = output.with_file_name(format!(
        ".{}.congkhai-bo-nho",
        output.file_name().unwrap().to_str().unwrap()
    ));
    let sum = |text: &str| Checksum::of(text.as_bytes()).to_string();
    let is = |text: &str| assert_eq!(fs::read_to_string(&file).unwrap(), sum(text));
    assert_eq!(publish_part(&output, "x", "1"), None);
    let manifest = fs::read(output.join(MANIFEST)).unwrap();
    // Its notes come back, time and again, and the manifest says what a build from nothing would say.
    for _ in 0..2 {
        assert_eq!(publish_part(&output, "x", "1"), Some(sum("x")));
        assert_eq!(fs::read(output.join(MANIFEST)).unwrap(), manifest);
        is("x");
    }
    // Made from something else, by another program, with a file changed or gone, a memory torn or gone: made again.
    assert_eq!(publish_part(&output, "y", "1"), None);
    is("y");
    assert_eq!(publish_part(&output, "y", "2"), None);
    let torn = |at: usize| {
        let mut bytes = fs::read(&cache).unwrap();
        let at = at % bytes.len();
        bytes[at] ^= 1;
        fs::write(&cache, bytes).unwrap();
    };
    let spoilt: [&dyn Fn(); 7] = [
        &|| fs::write(&file, "sửa tay").unwrap(),
        &|| fs::remove_file(&file).unwrap(),
        &|| fs::remove_file(&cache).unwrap(),
        &|| fs::write(&cache, "").unwrap(),
        &|| torn(0),
        &|| torn(150),
        &|| torn(usize::MAX),
    ];
    for (number, spoil) in spoilt.iter().enumerate() {
        assert_eq!(publish_part(&output, "y", "2"), Some(sum("y")), "{number}");
        spoil();
        assert_eq!(publish_part(&output, "y", "2"), None, "{number}");
        is("y");
    }
}

#[test]
fn a_file_of_others_in_the_way_stops_the_build() {
    for foreign in ["them/vao/x.html", "them/VAO/X.html", "them/vao", "them/vao/x.html/trong.txt"] {
        let bench = Bench::new(SITE);
        write_all(&bench.output(), &[(foreign, "của người khác")]);
        let before = bench.published();
        let error = build(&RealDisk, &bench.output(), NEW).unwrap_err();
        assert!(matches!(error, PublishError::InTheWay { .. }), "{foreign}: {error}");
        assert!(is_refusal(&error));
        assert_eq!(bench.published(), before, "{foreign}");
        assert_eq!(bench.beside(), [""; 0], "{foreign}");
    }
}

/// A site just exchanged, whose old folder still stands under the name of the staging folder.
#[cfg(target_os = "linux")]
fn just_exchanged() -> (Bench, PathBuf) {
    for at in 1.. {
        let bench = Bench::new(SITE);
        let release = build(&FaultyDisk::new(Fault::Crash, at, true), &bench.output(), NEW);
        let old = bench.root.path().join(".output.congkhai-moi");
        if let Ok(release) = release {
            assert!(release.leftover.is_some() && old.join("index.html").exists());
            return (bench, old);
        }
    }
    unreachable!("some fault comes after the exchange")
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_others_add_during_the_swap_is_kept() {
    let (bench, old) = just_exchanged();
    write_all(&old, &[("muon/den.txt", "đến muộn")]);
    build(&RealDisk, &bench.output(), NEW).unwrap();
    let kept = fs::read_to_string(bench.output().join("muon/den.txt")).unwrap();
    assert_eq!(kept, "đến muộn");
    assert_eq!(bench.beside(), [""; 0]);
}

#[cfg(target_os = "linux")]
#[test]
fn two_files_of_others_with_one_name_are_both_kept() {
    let (bench, old) = just_exchanged();
    write_all(&old, &[("muon.txt", "một")]);
    write_all(&bench.output(), &[("muon.txt", "hai")]);
    let error = build(&RealDisk, &bench.output(), NEW).unwrap_err();
    assert!(matches!(error, PublishError::Strange { .. }), "{error}");
    assert_eq!(fs::read_to_string(old.join("muon.txt")).unwrap(), "một");
    assert_eq!(fs::read_to_string(bench.output().join("muon.txt")).unwrap(), "hai");
}

#[test]
fn a_folder_of_others_under_our_name_is_not_removed() {
    let bench = Bench::new(SITE);
    write_all(bench.root.path(), &[(".output.congkhai-moi/quy.txt", "quý")]);
    let error = build(&RealDisk, &bench.output(), NEW).unwrap_err();
    assert!(matches!(error, PublishError::Strange { .. }), "{error}");
    assert_eq!(bench.published(), old_and_new(SITE)[0]);
    assert!(bench.root.path().join(".output.congkhai-moi/quy.txt").exists());
}

#[test]
fn a_second_build_is_refused_until_the_first_ends() {
    let bench = Bench::new(SITE);
    let first = Target::open(&RealDisk, &bench.output(), &[]).unwrap().stage().unwrap();
    let error = Target::open(&RealDisk, &bench.output(), &[]).unwrap_err();
    assert!(matches!(error, PublishError::Locked { .. }), "{error}");
    drop(first);
    assert_eq!(bench.beside(), [""; 0], "a build given up leaves nothing");
    Target::open(&RealDisk, &bench.output(), &[]).unwrap();
}

#[cfg(unix)]
#[test]
fn published_folders_have_the_usual_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Bench::new(SITE);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let usual = bench.root.path().join("usual");
    fs::create_dir(&usual).unwrap();
    fs::create_dir(bench.output().join("rieng")).unwrap();
    fs::set_permissions(bench.output().join("rieng"), fs::Permissions::from_mode(0o700)).unwrap();
    build(&RealDisk, &bench.output(), NEW).unwrap();
    assert_eq!(mode(&bench.output()), mode(&usual));
    assert_eq!(mode(&bench.output().join("them/vao")), mode(&usual));
    assert_eq!(mode(&bench.output().join("rieng")), 0o700, "what others closed stays closed");
}

/// The refusal's words, for a folder prepared by `prepare`, or nothing where it is accepted.
fn refusal(output: &str, prepare: impl FnOnce(&Path)) -> Option<String> {
    let root = TempDir::new().unwrap();
    let home = root.path().join("nha");
    let repository = home.join("kho");
    let protected = [
        (ProtectedKind::Content, repository.join("content")),
        (ProtectedKind::Themes, repository.join("themes")),
        (ProtectedKind::Home, home),
        (ProtectedKind::Repository, repository.clone()),
    ];
    fs::create_dir_all(repository.join("content/ke-hoach")).unwrap();
    prepare(&repository);
    let before = snapshot(root.path());
    let protected = protected.map(|(kind, path)| Protected { kind, path });
    let error = Target::open(&RealDisk, &repository.join(output), &protected).err()?;
    assert!(is_refusal(&error), "{output}: {error}");
    assert_eq!(snapshot(root.path()), before, "{output}: a refusal changes nothing");
    let words = error.to_string();
    assert!(words.contains("--output") && words.ends_with('.'), "{words}");
    Some(words)
}

#[track_caller]
fn check_refusal(output: &str, expected: &str) {
    check_refusal_of(output, |_| {}, expected);
}

#[track_caller]
fn check_refusal_of(output: &str, prepare: impl FnOnce(&Path), expected: &str) {
    let words = refusal(output, prepare);
    let told = words.as_ref().is_some_and(|words| words.contains(expected));
    assert!(told || (expected.is_empty() && words.is_none()), "{output}: {words:?}");
}

#[test]
fn protected_folders_are_refused() {
    check_refusal("content", "chính là thư mục nội dung");
    check_refusal("./khong-co/../content/", "chính là thư mục nội dung");
    check_refusal("content/output", "nằm trong thư mục nội dung");
    check_refusal("themes/chua/co", "nằm trong thư mục giao diện");
    check_refusal("themes", "chính là thư mục giao diện");
    check_refusal(".", "chứa thư mục nội dung");
    check_refusal("..", "chứa thư mục nội dung");
    check_refusal("../..", "chứa thư mục nội dung");
    check_refusal("/", "chứa thư mục nội dung");
}

#[test]
fn folders_beside_the_protected_ones_are_accepted() {
    check_refusal("output", "");
    check_refusal("content-moi", "");
    check_refusal("../ngoai/kho", "");
    check_refusal("../../khac", "");
    check_refusal_of("output", |root| fs::create_dir(root.join("output")).unwrap(), "");
}

#[test]
fn home_and_repository_are_refused_by_themselves() {
    let root = TempDir::new().unwrap();
    let inner = root.path().join("trong");
    for kind in [ProtectedKind::Home, ProtectedKind::Repository] {
        for (output, expected) in [(&inner, "chính là"), (&root.path().to_path_buf(), "chứa")] {
            let protected = [Protected { kind, path: inner.clone() }];
            let words = Target::open(&RealDisk, output, &protected).unwrap_err().to_string();
            assert!(words.contains(&format!("{expected} {kind}")), "{words}");
        }
    }
}

#[test]
fn folders_that_are_not_ours_are_refused() {
    let with = |file: &'static str, text: &'static str| {
        move |root: &Path| write_all(&root.join("output"), &[(file, text)])
    };
    check_refusal_of("output", with("anh.jpg", ""), "không phải do congkhai tạo");
    check_refusal_of("output", with(MANIFEST, ""), "tệp hỏng hoặc đã bị sửa tay");
    check_refusal_of("output", with(MANIFEST, r#"{"format": 3}"#), "bản congkhai mới hơn");
    check_refusal_of("output", |root| fs::write(root.join("output"), "").unwrap(), "không phải là");
}

#[cfg(unix)]
#[test]
fn symbolic_links_are_followed_before_judging() {
    use std::os::unix::fs::symlink;
    let link = |to: &'static str| move |root: &Path| symlink(to, root.join("output")).unwrap();
    check_refusal_of("output", link("content"), "chính là thư mục nội dung");
    check_refusal_of("output/sau", link("content/ke-hoach"), "nằm trong thư mục nội dung");
    check_refusal_of("output", link("khong-co"), "không phải là thư mục");
    let bench = Bench::new(SITE);
    let named = bench.root.path().join("ten-khac");
    symlink(bench.output(), &named).unwrap();
    build(&RealDisk, &named, NEW).unwrap();
    assert!(named.is_symlink());
    assert_eq!(bench.published(), old_and_new(SITE)[1]);
}

#[cfg(unix)]
#[test]
fn a_link_put_in_place_of_our_folder_is_not_followed_when_deleting() {
    let bench = Bench::new(SITE);
    let precious = bench.root.path().join("quy");
    fs::rename(bench.output().join("bo"), &precious).unwrap();
    std::os::unix::fs::symlink(&precious, bench.output().join("bo")).unwrap();
    build(&RealDisk, &bench.output(), NEW).unwrap();
    assert!(precious.join("di.html").exists());
    assert!(bench.output().join("bo").is_symlink());
}

#[test]
fn names_of_publishing_are_not_names_of_the_site() {
    let bench = Bench::new(NOTHING);
    let error = build(&RealDisk, &bench.output(), &[(MANIFEST, "giả")]).unwrap_err();
    assert!(matches!(error, PublishError::Reserved { .. }), "{error}");
    assert_eq!(bench.published(), None);
}

#[test]
fn errors_name_the_path_in_vietnamese() {
    let bench = Bench::new(SITE);
    for (fault, begin) in [(Fault::Once, "Không "), (Fault::Full, "Ổ đĩa đã đầy")] {
        for at in 1.. {
            let disk = FaultyDisk::new(fault, at, true);
            match build(&disk, &bench.output(), NEW) {
                Err(error) => {
                    let words = error.to_string();
                    assert!(words.starts_with(begin), "{words}");
                    assert!(words.contains(&*bench.root.path().to_string_lossy()), "{words}");
                    assert!(!is_refusal(&error));
                }
                Ok(_) if !disk.struck() => break,
                Ok(_) => {}
            }
        }
    }
}

#[test]
fn the_manifest_is_the_same_for_any_order_of_files() {
    let manifest = |files: &mut dyn Iterator<Item = &(&str, &str)>| {
        let mut output = Output::default();
        for (at, text) in files {
            output.insert(path(at), Entry::of(text.as_bytes())).unwrap();
        }
        Manifest { tool_version: "0.1.0".into(), as_of: meta().as_of, files: output }
    };
    let forwards = manifest(&mut NEW.iter());
    assert_eq!(forwards.to_bytes(), manifest(&mut NEW.iter().rev()).to_bytes());
    assert_eq!(Manifest::from_bytes(&forwards.to_bytes()), Ok(forwards));
}

#[test]
fn a_manifest_that_points_outside_is_not_believed() {
    let sum = Checksum::of(b"");
    for (file, expected) in [("a/b", true), ("../a", false), ("/a", false), ("a//b", false)] {
        let text = format!(
            r#"{{"format": 1, "tool": "congkhai", "version": "0", "as_of": "2026-01-02",
                "files": {{"{file}": {{"sha256": "{sum}", "size": 0}}}}}}"#
        );
        let read = Manifest::from_bytes(text.as_bytes());
        assert_eq!(read.is_ok(), expected, "{file}");
        assert!(expected || read == Err(BadManifest::Malformed), "{file}");
    }
}

#[test]
fn changes_compare_by_path_and_checksum() {
    let output = |files: Files| {
        let mut output = Output::default();
        for (at, text) in files {
            output.insert(path(at), Entry::of(text.as_bytes())).unwrap();
        }
        output
    };
    let check = |old: Files, new: Files, expected: &str| {
        let found = changes(&output(old), &output(new));
        let show = |paths: &[OutputPath]| paths.iter().map(OutputPath::as_str).collect::<String>();
        let (added, changed, removed) =
            (show(&found.added), show(&found.changed), show(&found.removed));
        assert_eq!(format!("+{added} ~{changed} -{removed} ={}", found.unchanged), expected);
    };
    check(&[], &[], "+ ~ - =0");
    check(&[], &[("b", ""), ("a", "")], "+ab ~ - =0");
    check(
        &[("a", "1"), ("b", "1"), ("c", "1")],
        &[("a", "1"), ("b", "2"), ("d", "1")],
        "+d ~b -c =1",
    );
}

#[test]
fn output_paths_stay_within_the_site() {
    for good in ["a", "a/b.html", "ke-hoach/111/index.html", ".well-known/security.txt", "đ/ế.txt"]
    {
        assert!(OutputPath::new(good).is_ok(), "{good}");
    }
    for bad in ["", "/", "/a", "a/", "a//b", ".", "a/./b", "../a", "a/..", "a\\b", "C:", "a\nb"] {
        assert!(OutputPath::new(bad).is_err(), "{bad}");
    }
    for bad in ["a.", "a /b", "a/ b", "a?b", "e\u{302}"] {
        assert!(OutputPath::new(bad).is_err(), "{bad}");
    }
}

#[test]
fn files_that_cannot_stand_together_are_refused() {
    for (first, second, expected) in [
        ("a", "b", true),
        ("a/b", "a/c", true),
        ("a", "a-b", true),
        ("a-b", "a/b", true),
        ("a", "a", false),
        ("Đề-án", "đề-ÁN", false),
        ("a", "A/b", false),
        ("a/b/c", "a/B", false),
    ] {
        let sink = MemorySink::new();
        sink.put(&path(first), b"1").unwrap();
        let put = sink.put(&path(second), b"2");
        assert_eq!(put.is_ok(), expected, "{first}, {second}");
        let kind = put.map_err(|error| error.kind());
        assert!(expected || kind == Err(io::ErrorKind::AlreadyExists), "{first}, {second}");
        let InMemory { output, files, .. } = sink.into_site();
        assert_eq!(files[&path(first)].bytes(), b"1");
        assert_eq!((output.len(), output.bytes()), (files.len(), files.len() as u64));
    }
}
