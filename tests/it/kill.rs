//! The law of publishing, on the real program: whatever ends it, the folder holds the old site or the new one.
//!
//! A build is ended when it has done so much on the disk, never after so much time: a machine that is slow or
//! busy proves the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};

use congkhai::publish::MANIFEST;

use crate::support::root;

const OLD: &str = "2026-11-24";
const NEW: &str = "2026-11-25";

/// How far a build has come.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// Its process runs.
    Begun,
    /// So many files of the new site are written beside the old one.
    Staged(usize),
    /// The new site stands in the place of the old one, which is still to be removed.
    Swapped,
}

/// A folder where a site is published, and what stands there on either date.
struct Scene {
    folder: tempfile::TempDir,
    old: BTreeMap<PathBuf, Vec<u8>>,
    new: BTreeMap<PathBuf, Vec<u8>>,
}

impl Scene {
    fn set() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut scene = Self { folder, old: BTreeMap::new(), new: BTreeMap::new() };
        scene.build(NEW);
        scene.new = scene.published();
        scene.build(OLD);
        scene.old = scene.published();
        assert!(scene.old != scene.new);
        scene
    }

    fn output(&self) -> PathBuf {
        self.folder.path().join("output")
    }

    fn command(&self, as_of: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_congkhai"));
        command.args(["build", "--quiet", "--as-of", as_of, "--content"]);
        command.arg(root().join("tests/problems/base/content")).arg("--output").arg(self.output());
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn build(&self, as_of: &str) {
        assert!(
            self.command(as_of).status().unwrap().success(),
            "a build ended before locks nobody out"
        );
    }

    fn published(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let bytes = |path: &PathBuf| fs::read(self.output().join(path)).unwrap();
        let files = files(&self.output());
        files.into_iter().map(|path| (path.clone(), bytes(&path))).collect()
    }

    /// Begins to build the new site over the old one, and does this once the build has come so far or has ended.
    fn build_until(&self, moment: Moment, end: impl FnOnce(&mut Child)) -> ExitStatus {
        let manifest = &self.old[Path::new(MANIFEST)];
        let staging = self.folder.path().join(".output.congkhai-moi");
        let mut child = self.command(NEW).spawn().unwrap();
        let come = || match moment {
            Moment::Begun => true,
            Moment::Staged(count) => files(&staging).len() >= count,
            Moment::Swapped => {
                fs::read(self.output().join(MANIFEST)).is_ok_and(|it| it != *manifest)
            }
        };
        while !come() && child.try_wait().unwrap().is_none() {}
        end(&mut child);
        child.wait().unwrap()
    }

    /// The moments of a build, some of them while files are written.
    fn moments(&self) -> [Moment; 7] {
        let count = self.new.len();
        let staged = [1, count / 4, count / 2, count * 3 / 4, count].map(Moment::Staged);
        let [a, b, c, d, e] = staged;
        [Moment::Begun, a, b, c, d, e, Moment::Swapped]
    }
}

/// The files below a folder that may change meanwhile.
fn files(folder: &Path) -> Vec<PathBuf> {
    let files = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let files = files.filter(|entry| entry.file_type().is_file());
    files.map(|file| file.path().strip_prefix(folder).unwrap().to_owned()).collect()
}

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    let scene = Scene::set();
    let mut killed = 0;
    for moment in scene.moments() {
        let status = scene.build_until(moment, |child| child.kill().unwrap_or_default());
        killed += usize::from(status.code().is_none());
        let found = scene.published();
        assert!(found == scene.old || found == scene.new, "killed when {moment:?}");
        if found == scene.new {
            scene.build(OLD);
        }
    }
    assert!(killed > 0, "every build ended before it was killed");
    scene.build(NEW);
    assert!(scene.published() == scene.new);
}

#[cfg(unix)]
#[test]
fn an_interrupted_build_ends_cleanly() {
    use crate::support::interrupt;

    let scene = Scene::set();
    let mut interrupted = 0;
    for moment in scene.moments() {
        let code = scene.build_until(moment, |child| interrupt(child)).code();
        // Before the handler stands, the signal itself ends the program, and nothing was begun.
        let unheard = matches!(moment, Moment::Begun) && code.is_none();
        assert!(unheard || [Some(0), Some(130)].contains(&code), "{code:?} when {moment:?}");
        interrupted += usize::from(code == Some(130));
        let expected = if code == Some(0) { &scene.new } else { &scene.old };
        assert!(scene.published() == *expected, "{code:?} when {moment:?}");
        let beside = fs::read_dir(scene.folder.path()).unwrap();
        let left: Vec<_> = beside.map(|entry| entry.unwrap().file_name()).collect();
        let left = left.iter().filter(|name| name.to_string_lossy().contains("-moi"));
        assert_eq!(left.collect::<Vec<_>>(), [""; 0], "{moment:?}");
        if code == Some(0) {
            scene.build(OLD);
        }
    }
    assert!(interrupted > 0, "every build ended before it was interrupted");
}
