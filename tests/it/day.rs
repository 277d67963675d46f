//! The editor's day in the guide is what the program prints today.
//!
//! Commands run in a folder of their own, in the order of the guide; `sua=` blocks are edits of a file between
//! them. Times and the preview's port are of the machine, and are not compared.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{expect_file, root, typed};

const HEADING: &str = "## 12. Một ngày của biên tập viên";

/// What the day is made of.
enum Piece<'a> {
    /// Words of the guide, as they are.
    Words(&'a str),
    /// A command and, in the guide, what it answered.
    Command(&'a str),
    /// What a running command answers to an edit.
    More,
    /// A file that somebody sent: its name, its text.
    File(&'a str, &'a str),
    /// An edit: the file, the block as it stands.
    Edit(&'a str, &'a str),
}

fn pieces(day: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = day;
    while let Some(at) = rest.find("```") {
        pieces.push(Piece::Words(&rest[..at]));
        let (info, body) = rest[at + 3..].split_once('\n').unwrap();
        let end = if body.starts_with("```") { 0 } else { body.find("\n```").unwrap() + 1 };
        let block = &body[..end];
        rest = &body[end + 3..];
        pieces.push(match info.split_once(' ') {
            Some(("console", "tiep")) => Piece::More,
            Some(("text", file)) => Piece::File(file.strip_prefix("viet=").unwrap(), block),
            Some(("diff", file)) => Piece::Edit(file.strip_prefix("sua=").unwrap(), block),
            _ => {
                assert_eq!(info, "console");
                let command = block.lines().next().unwrap();
                Piece::Command(command.strip_prefix("$ ").unwrap())
            }
        });
    }
    pieces.push(Piece::Words(rest));
    pieces
}

/// A place where commands run, and what they print, both streams as a terminal mixes them.
struct Desk {
    folder: PathBuf,
    paper: PathBuf,
    preview: Option<(Child, usize)>,
}

impl Desk {
    fn start(&self, line: &str, more: &[&str]) -> Child {
        let words = typed(line);
        assert_eq!(words[0], "congkhai");
        let paper = File::create(&self.paper).unwrap();
        Command::new(env!("CARGO_BIN_EXE_congkhai"))
            .args(&words[1..])
            .args(more)
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .stderr(paper.try_clone().unwrap())
            .stdout(paper)
            .spawn()
            .unwrap()
    }

    fn run(&mut self, line: &str) -> String {
        self.end_preview();
        if let Some(folder) = line.strip_prefix("cd ") {
            self.folder.push(folder);
            return String::new();
        }
        if line == "congkhai serve" {
            let child = self.start(line, &["--port", "0"]);
            self.preview = Some((child, 0));
            return self.more("Ctrl-C.\n");
        }
        self.start(line, &[]).wait().unwrap();
        steady(&fs::read_to_string(&self.paper).unwrap())
    }

    /// What the preview has printed since it was last asked, once it ends in `end`.
    fn more(&mut self, end: &str) -> String {
        let (_, seen) = self.preview.as_mut().expect("the preview runs");
        let start = Instant::now();
        loop {
            let text = fs::read_to_string(&self.paper).unwrap();
            if text.len() > *seen && text.ends_with(end) {
                let new = steady(&text[*seen..]);
                *seen = text.len();
                return new;
            }
            assert!(start.elapsed() < Duration::from_secs(60), "the preview says nothing: {text}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn end_preview(&mut self) {
        if let Some((mut child, _)) = self.preview.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.end_preview();
    }
}

/// The text with one time for all times, and the usual port for the one that was free.
fn steady(text: &str) -> String {
    let mut steady = String::new();
    for line in text.split_inclusive('\n') {
        let mut line = line.to_owned();
        if let Some(at) = line.find(" giây") {
            let start = line[..at].rfind(' ').unwrap() + 1;
            line.replace_range(start..at, "0,2");
        }
        if let Some(at) = line.find("http://127.0.0.1:") {
            let start = at + "http://127.0.0.1:".len();
            let digits = line[start..].bytes().take_while(u8::is_ascii_digit).count();
            line.replace_range(start..start + digits, "8111");
        }
        steady.push_str(&with_one_key(&line));
    }
    steady
}

/// The line with one key for all keys, which are chance: name, eight digits, 44 signs.
fn with_one_key(line: &str) -> String {
    let Some(at) = line.find('+') else { return line.to_owned() };
    let rest = &line[at + 1..];
    let is_key = rest.get(8..9) == Some("+") && rest.len() >= 53;
    match is_key && rest[..8].bytes().all(|byte| byte.is_ascii_hexdigit()) {
        true => format!("{}+1a2b3c4d+A{}{}", &line[..at], "…", &rest[53..]),
        false => line.to_owned(),
    }
}

fn edit(folder: &Path, file: &str, block: &str) {
    let lines = |sign: char| -> String {
        block
            .lines()
            .filter_map(|line| line.strip_prefix(sign))
            .map(|line| format!("{line}\n"))
            .collect()
    };
    let path = folder.join(file);
    let text = fs::read_to_string(&path).unwrap();
    let (before, after) = (lines('-'), lines('+'));
    assert_eq!(text.matches(&before).count(), 1, "{file} has the line {before:?} once");
    fs::write(path, text.replace(&before, &after)).unwrap();
}

#[test]
fn the_day_in_the_guide_is_what_the_program_prints() {
    let path = root().join("content/README.md");
    let guide = fs::read_to_string(&path).unwrap();
    let at = guide.find(HEADING).expect("the guide has the day");
    let scene = tempfile::tempdir().unwrap();
    let paper = scene.path().join("giay");
    let mut desk = Desk { folder: scene.path().to_owned(), paper, preview: None };
    let mut told = guide[..at].to_owned();
    let mut answers = Vec::new();
    for piece in pieces(&guide[at..]) {
        match piece {
            Piece::Words(words) => told.push_str(words),
            Piece::Command(line) => {
                let answer = desk.run(line);
                told.push_str(&format!("```console\n$ {line}\n{answer}```"));
                answers.push(answer);
            }
            Piece::More => {
                let answer = desk.more("\n");
                told.push_str(&format!("```console tiep\n{answer}```"));
                answers.push(answer);
            }
            Piece::File(file, block) => {
                fs::write(desk.folder.join(file), block).unwrap();
                told.push_str(&format!("```text viet={file}\n{block}```"));
            }
            Piece::Edit(file, block) => {
                edit(&desk.folder, file, block);
                told.push_str(&format!("```diff sua={file}\n{block}```"));
            }
        }
    }
    assert!(answers.len() > 10, "the day was seen");
    let refused = answers.iter().any(|answer| answer.contains("[CK270]"));
    assert!(refused, "a silent edit is refused");
    assert!(answers.last().unwrap().contains("Đúng như đã ký: 2 bản"), "the day ends proved");
    expect_file(&path, &told);
}
