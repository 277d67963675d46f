//! A machine that withholds something: threads, memory, rights, a folder to stand in. A sentence and exit code 3, and the
//! published folder is whole.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::support::{copy, root};

const NOBODY: u32 = 65_534;

fn program() -> PathBuf {
    env!("CARGO_BIN_EXE_congkhai").into()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A site in a folder that every user may enter.
fn site() -> tempfile::TempDir {
    let scene = tempfile::tempdir().unwrap();
    copy(&root().join("tests/problems/base/content"), &scene.path().join("content"));
    fs::set_permissions(scene.path(), fs::Permissions::from_mode(0o755)).unwrap();
    scene
}

fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// A user who is not the administrator, and is bound by rights and limits; none where the test's own user is to be
/// another and cannot run the program from where it stands.
fn as_another(scene: &Path, command: &mut Command) -> bool {
    if !is_root() {
        return true;
    }
    for entry in walkdir::WalkDir::new(scene) {
        std::os::unix::fs::lchown(entry.unwrap().path(), Some(NOBODY), Some(NOBODY)).unwrap();
    }
    let runs = Command::new(program()).arg("--version").uid(NOBODY).gid(NOBODY).output();
    command.uid(NOBODY).gid(NOBODY);
    let runs = runs.is_ok_and(|run| run.status.success());
    if !runs {
        eprintln!("bỏ qua: người dùng khác không chạy được chương trình ở {}", program().display());
    }
    runs
}

fn build(scene: &Path) -> Command {
    let mut command = Command::new(program());
    command.args(["build", "--as-of", "2026-11-24"]).current_dir(scene);
    command
}

/// Every file of the published folder.
fn published(scene: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = walkdir::WalkDir::new(scene.join("output")).into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    files.map(|file| (file.path().to_owned(), fs::read(file.path()).unwrap())).collect()
}

#[track_caller]
fn refused(run: &Output, part: &str) {
    let told = text(&run.stderr);
    assert_eq!(run.status.code(), Some(3), "{told}");
    assert!(told.contains(part) && !told.contains("panicked"), "{told}");
}

#[test]
fn a_folder_that_was_deleted_is_told() {
    let scene = site();
    let gone = scene.path().join("da-xoa");
    fs::create_dir(&gone).unwrap();
    // Only a process that stands in it already can lose it.
    let run = Command::new("sh")
        .arg("-c")
        .arg("rmdir ../da-xoa && exec \"$0\" check")
        .arg(program())
        .current_dir(&gone)
        .output()
        .unwrap();
    refused(&run, "Thư mục đang đứng không còn nữa");
}

#[test]
fn odd_surroundings_change_nothing() {
    let scene = site();
    let odd = [
        ("LC_ALL", "xx_YY.UTF-99"),
        ("TMPDIR", "/khong/co"),
        ("HOME", "/khong/co"),
        ("TERM", ""),
        ("COLUMNS", "-1"),
    ];
    let run = build(scene.path()).envs(odd).output().unwrap();
    assert!(run.status.success(), "{}", text(&run.stderr));
    let run = build(scene.path()).env_clear().stdin(Stdio::null()).output().unwrap();
    assert!(run.status.success(), "{}", text(&run.stderr));
    let closed = Command::new("sh")
        .args(["-c", "exec \"$0\" build --as-of 2026-11-24 <&- 2>&-"])
        .arg(program())
        .current_dir(scene.path())
        .output()
        .unwrap();
    assert!(closed.status.success());
}

/// Runs the program with a limit of the system, as `ulimit` names it.
fn limited(scene: &Path, limit: &str, arguments: &str) -> Command {
    let mut command = Command::new("bash");
    command
        .arg("-c")
        .arg(format!("ulimit -c 0; ulimit {limit} && exec \"$0\" {arguments}"))
        .arg(program());
    command.current_dir(scene);
    command
}

#[test]
fn without_threads_nothing_panics() {
    let scene = site();
    for processes in [1, 3, 4, 5] {
        for arguments in ["build --as-of 2026-11-24", "check", "serve --port 0 --khong-co"] {
            let mut command = limited(scene.path(), &format!("-u {processes}"), arguments);
            if !as_another(scene.path(), &mut command) {
                return;
            }
            let Ok(run) = command.output() else {
                eprintln!("bỏ qua: máy này không có bash");
                return;
            };
            let told = text(&run.stderr);
            match run.status.code() {
                Some(0) => {}
                Some(3) => assert!(told.contains("luồng xử lý"), "{processes}: {told}"),
                // The misspelt option, which comes first.
                Some(2) => assert!(arguments.contains("khong-co"), "{processes}: {told}"),
                code => panic!("{code:?} of {arguments} with {processes}: {told}"),
            }
        }
    }
}

/// A million threads would want two terabytes of addresses for their stacks.
#[test]
fn no_more_threads_are_started_than_the_machine_can_use() {
    let scene = site();
    let mut command = limited(scene.path(), "-v 100000000", "check --as-of 2026-11-24");
    let Ok(run) = command.env("RAYON_NUM_THREADS", "999999").output() else {
        eprintln!("bỏ qua: máy này không có bash");
        return;
    };
    assert!(run.status.success(), "{}", text(&run.stderr));
}

/// The system may end the program wherever memory ends; what is published stays whole.
#[test]
fn where_memory_ends_the_published_folder_is_whole() {
    let scene = site();
    assert!(build(scene.path()).output().unwrap().status.success());
    let old = published(scene.path());
    let settings = scene.path().join("content/trang.yml");
    let changed = fs::read_to_string(&settings).unwrap().replace("chứng cứ", "minh chứng");
    fs::write(&settings, changed).unwrap();
    let (mut ended, mut done) = (0, 0);
    // In kilobytes of addresses: from too little to begin with to enough.
    for limit in (7..20).map(|step| step * 10_000).chain([2_000_000]) {
        let mut command =
            limited(scene.path(), &format!("-v {limit}"), "build -q --as-of 2026-11-24");
        command.env("RAYON_NUM_THREADS", "1").stdout(Stdio::null()).stderr(Stdio::null());
        let Ok(status) = command.status() else {
            eprintln!("bỏ qua: máy này không có bash");
            return;
        };
        if status.success() {
            done += 1;
            break;
        }
        ended += 1;
        assert!(published(scene.path()) == old, "ended at {limit} kB: {status:?}");
    }
    assert!(ended > 0 && done == 1, "{ended} runs ended, {done} came to their end");
    let new = published(scene.path());
    assert!(new != old);
    // The same as a build in peace makes.
    fs::remove_dir_all(scene.path().join("output")).unwrap();
    assert!(build(scene.path()).output().unwrap().status.success());
    assert!(published(scene.path()) == new);
}

/// What was published, as a user who is bound by rights.
fn published_by_another(scene: &Path) -> Option<impl Fn() -> Output> {
    let run = {
        let scene = scene.to_owned();
        move || {
            let mut command = build(&scene);
            if is_root() {
                command.uid(NOBODY).gid(NOBODY);
            }
            command.output().unwrap()
        }
    };
    if !as_another(scene, &mut build(scene)) {
        return None;
    }
    let first = run();
    assert!(first.status.success(), "{}", text(&first.stderr));
    Some(run)
}

/// The same, where folders of another user can be laid beside.
fn published_with_anothers_folders(scene: &Path) -> Option<impl Fn() -> Output> {
    if !is_root() {
        eprintln!("bỏ qua: chỉ quản trị máy mới đặt được thư mục của người khác");
        return None;
    }
    published_by_another(scene)
}

#[test]
fn a_published_folder_that_cannot_be_removed_is_refused_before_the_swap() {
    let scene = site();
    let Some(run) = published_by_another(scene.path()) else { return };
    let old = published(scene.path());
    let page = scene.path().join("output/ke-hoach");
    let mode = |mode| fs::set_permissions(&page, fs::Permissions::from_mode(mode)).unwrap();
    mode(0o555);
    for _ in 0..3 {
        refused(&run(), "/output/ke-hoach” của trang đã công bố không cho bạn xóa");
        assert!(published(scene.path()) == old);
    }
    mode(0o755);
    assert!(run().status.success());
    let beside: Vec<_> =
        fs::read_dir(scene.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(beside.len(), 4, "content, output, the lock, the memory of the build: {beside:?}");
}

#[test]
fn a_folder_of_another_user_is_refused_until_it_is_open() {
    let scene = site();
    let Some(run) = published_with_anothers_folders(scene.path()) else { return };
    let folder = scene.path().join("output/.well-known");
    fs::create_dir(&folder).unwrap();
    // An empty folder can be taken away, whoever owns it.
    assert!(run().status.success());
    chown(&folder, Some(0), Some(0)).unwrap();
    fs::write(folder.join("ma"), "t").unwrap();
    for _ in 0..3 {
        refused(&run(), "/output/.well-known” của trang");
    }
    chown(&folder, Some(NOBODY), Some(NOBODY)).unwrap();
    let done = run();
    assert!(
        done.status.success() && text(&done.stdout).contains("Đã công bố"),
        "{}",
        text(&done.stderr)
    );
    assert_eq!(fs::read_to_string(folder.join("ma")).unwrap(), "t");
}

/// What an earlier version left, or what became another's while a build ran.
#[test]
fn what_cannot_be_removed_beside_the_site_stands_in_no_builds_way() {
    let scene = site();
    let Some(run) = published_with_anothers_folders(scene.path()) else { return };
    let left = scene.path().join(".output.congkhai-moi");
    copy(&scene.path().join("output"), &left);
    for entry in walkdir::WalkDir::new(&left) {
        chown(entry.unwrap().path(), Some(NOBODY), Some(NOBODY)).unwrap();
    }
    for folder in [&left, &scene.path().join("output")] {
        fs::create_dir(folder.join(".well-known")).unwrap();
        fs::write(folder.join(".well-known/ma"), "t").unwrap();
    }
    chown(scene.path().join("output/.well-known"), Some(NOBODY), Some(NOBODY)).unwrap();
    for _ in 0..2 {
        let run = run();
        assert!(run.status.success(), "{}", text(&run.stderr));
        assert!(
            text(&run.stdout).contains(".output.congkhai-bo-1/.well-known/ma"),
            "{}",
            text(&run.stdout)
        );
    }
    chown(scene.path().join(".output.congkhai-bo-1/.well-known"), Some(NOBODY), None).unwrap();
    let run = run();
    assert!(
        run.status.success() && !text(&run.stdout).contains("Không dọn được"),
        "{}",
        text(&run.stdout)
    );
    assert!(!scene.path().join(".output.congkhai-bo-1").exists());
}

/// With the old site, the files of the other file system would be removed.
#[cfg(target_os = "linux")]
#[test]
fn a_mount_in_the_published_folder_is_refused_and_loses_nothing() {
    let scene = site();
    assert!(build(scene.path()).output().unwrap().status.success());
    let other = scene.path().join("o-khac");
    fs::create_dir(&other).unwrap();
    fs::write(other.join("ma"), "t").unwrap();
    for (name, made) in [("output/.well-known", "mkdir -p"), ("output/CNAME", "touch")] {
        let from = if made == "touch" { "o-khac/ma" } else { "o-khac" };
        // The mount ends with the process.
        let mount = format!("{made} {name} && mount --bind {from} {name} || exit 77");
        let run = Command::new("unshare")
            .args(["-m", "sh", "-c"])
            .arg(format!("{mount}; exec \"$0\" build -q --as-of 2026-11-24"))
            .arg(program())
            .current_dir(scene.path())
            .output();
        let Some(run) = run.ok().filter(|run| ![Some(77), Some(1)].contains(&run.status.code()))
        else {
            eprintln!("bỏ qua: ở đây không gắn được ổ đĩa");
            return;
        };
        refused(&run, "là điểm gắn của một ổ đĩa khác");
        assert_eq!(fs::read_to_string(other.join("ma")).unwrap(), "t");
    }
    assert!(build(scene.path()).output().unwrap().status.success());
}
