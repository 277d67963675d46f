//! Several who write the same content at a time: commands of this program, editors, and runs that are killed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::support::small_site;

const PLAN: &str = "12-kh-ubnd-2024";

fn congkhai(at: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_congkhai"));
    command.current_dir(at).args(arguments).stdin(Stdio::null());
    command.stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

/// What a run told, and its exit code.
fn end(run: Child) -> (Option<i32>, String) {
    let output = run.wait_with_output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

/// Files below a folder whose names begin with a dot.
fn hidden(folder: &Path) -> Vec<PathBuf> {
    let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files =
        files.filter(|entry| entry.file_name().as_encoded_bytes().starts_with(b".congkhai"));
    files.map(walkdir::DirEntry::into_path).collect()
}

#[test]
fn entries_that_are_added_at_once_are_all_kept() {
    let scene = small_site();
    let entry = |number: usize| {
        let words = format!("noi_dung=Việc thứ {number}.");
        let known = [
            "new",
            "event",
            PLAN,
            "1.1",
            "loai=cap_nhat",
            "ngay=2024-05-01",
            "ngay_cong_bo=2024-06-01",
        ];
        congkhai(scene.path(), &[&known[..], &[&words]].concat()).spawn().unwrap()
    };
    let runs: Vec<_> = (0..6).map(entry).collect();
    for run in runs {
        let (code, told) = end(run);
        assert_eq!(code, Some(0), "{told}");
    }
    let task = scene.path().join(format!("content/ke-hoach/{PLAN}/nhiem-vu/1-1.md"));
    let text = fs::read_to_string(task).unwrap();
    for number in 0..6 {
        assert_eq!(text.matches(&format!("Việc thứ {number}.")).count(), 1, "{text}");
    }
    assert_eq!(hidden(scene.path()), [""; 0].map(PathBuf::from));
}

/// Pages that `check --fix` mends, one after the other.
fn pages(scene: &Path, count: usize) -> Vec<PathBuf> {
    let path = |number| scene.join(format!("content/trang/p{number:03}.md"));
    let pages: Vec<PathBuf> = (0..count).map(path).collect();
    pages.iter().for_each(|page| fs::write(page, BEFORE).unwrap());
    pages
}

const BEFORE: &str = "---\ntieu_de: \"Trang\"  \nmo_ta: \"Lời\"\n---\nLời cũ.\n";
const AFTER: &str = "---\ntieu_de: \"Trang\"\nmo_ta: \"Lời\"\n---\nLời cũ.\n";

#[test]
fn a_save_made_while_files_are_mended_stays() {
    let scene = small_site();
    let pages = pages(scene.path(), 60);
    let (first, last) = (&pages[0], &pages[59]);
    let saved = BEFORE.replace("cũ", "mới");
    let mut run = congkhai(scene.path(), &["check", "--fix", "-q"]).spawn().unwrap();
    while fs::read_to_string(first).unwrap() == BEFORE && run.try_wait().unwrap().is_none() {}
    fs::write(last, &saved).unwrap();
    let (code, told) = end(run);
    // Where it was mended already, the save came after it.
    assert_eq!(fs::read_to_string(last).unwrap(), saved, "{told}");
    assert!(
        told.contains("p059.md: ")
            || (code == Some(1) && told.contains("vừa được chương trình khác lưu")),
        "{told}"
    );
    assert!(pages[..59].iter().all(|page| fs::read_to_string(page).unwrap() == AFTER));
}

#[test]
fn a_killed_run_leaves_whole_files_and_the_next_clears_the_rest() {
    let scene = small_site();
    for mended in [0, 1, 7, 20] {
        let pages = pages(scene.path(), 40);
        let mut run = congkhai(scene.path(), &["check", "--fix", "-q"]).spawn().unwrap();
        let so_far =
            || pages.iter().filter(|page| fs::read_to_string(page).unwrap() == AFTER).count();
        while so_far() < mended && run.try_wait().unwrap().is_none() {}
        run.kill().unwrap();
        run.wait().unwrap();
        for page in &pages {
            let text = fs::read_to_string(page).unwrap();
            assert!(text == BEFORE || text == AFTER, "{text}");
        }
    }
    // What a run leaves that is killed in the very moment of writing.
    let left = scene.path().join("content/trang/.congkhai-ghi-a1B2c3");
    fs::write(&left, "---\nnửa").unwrap();
    assert_eq!(end(congkhai(scene.path(), &["check", "-q"]).spawn().unwrap()).0, Some(0));
    assert!(left.exists(), "who only reads removes nothing");
    let (code, told) = end(congkhai(scene.path(), &["check", "--fix", "-q"]).spawn().unwrap());
    assert_eq!((code, hidden(scene.path())), (Some(0), Vec::new()), "{told}");
}

#[cfg(unix)]
#[test]
fn what_must_not_be_written_is_told_and_the_rest_is_mended() {
    use std::os::unix::fs::{PermissionsExt, chown, symlink};

    let scene = small_site();
    let pages = pages(scene.path(), 4);
    fs::set_permissions(&pages[0], fs::Permissions::from_mode(0o444)).unwrap();
    let is_foreign = chown(&pages[1], Some(65_534), None).is_ok();
    if !is_foreign {
        eprintln!("bỏ qua tệp của người khác: chỉ quản trị máy mới đổi được chủ tệp");
    }
    let link = scene.path().join("content/trang/q.md");
    fs::rename(&pages[2], &link).unwrap();
    symlink("q.md", &pages[2]).unwrap();
    let (code, told) = end(congkhai(scene.path(), &["check", "--fix", "-q"]).spawn().unwrap());
    assert_eq!(code, Some(3), "{told}");
    assert!(told.contains("p000.md” đặt là chỉ đọc"), "{told}");
    assert_eq!(told.contains("p001.md” thuộc người dùng khác"), is_foreign, "{told}");
    let read = |page: &PathBuf| fs::read_to_string(page).unwrap();
    assert_eq!(read(&pages[0]), BEFORE);
    assert_eq!(read(&pages[1]) == BEFORE, is_foreign);
    assert_eq!((read(&link), read(&pages[3])), (AFTER.to_owned(), AFTER.to_owned()));
    assert!(pages[2].is_symlink(), "a link stays one");
    assert_eq!(hidden(scene.path()), Vec::<PathBuf>::new());
}

#[test]
fn of_two_who_begin_a_site_in_one_folder_one_is_told() {
    let new = ["--number", "12/KH-UBND", "--date", "2026-01-15", "--issuer", "UBND tỉnh Lam Giang"];
    for is_there in [true, false] {
        let scene = tempfile::tempdir().unwrap();
        let folder = scene.path().join("moi");
        if is_there {
            fs::create_dir(&folder).unwrap();
            // A run that was killed is in nobody's way.
            fs::create_dir_all(folder.join(".congkhai-tao-x1Y2z3/trang")).unwrap();
        }
        let run =
            || congkhai(scene.path(), &[&["init", "moi"], &new[..]].concat()).spawn().unwrap();
        let runs: Vec<_> = (0..4).map(|_| run()).collect();
        let ends: Vec<_> = runs.into_iter().map(end).collect();
        let done = ends.iter().filter(|(code, _)| *code == Some(0)).count();
        let told = ends
            .iter()
            .filter(|(code, told)| *code == Some(2) && told.contains("không trống"))
            .count();
        assert_eq!((done, told), (1, 3), "{ends:?}");
        assert_eq!(hidden(scene.path()), Vec::<PathBuf>::new());
        let (code, told) =
            end(congkhai(&folder, &["check", "-q", "--as-of", "2026-05-25"]).spawn().unwrap());
        assert_eq!(code, Some(0), "{told}");
    }
}
