//! Texts that no editor writes: whatever stands in a file, the run ends, and tells of it or takes it.
//!
//! Every kind of content file gets such texts, as the whole file and where its own words stand. A run that
//! does not take a text says so of that file, and every message points to a place that is there. Nothing is
//! asserted of the time that a run takes.

use std::fs;
use std::path::Path;

use congkhai::diagnostic::{Diagnostics, Severity, Sources, sorted};
use congkhai::pipeline::{self, Memory};
use congkhai::source::load;
use rayon::prelude::*;

use crate::support::{build, copy, request, root, small_site, steps, told};

/// The bytes of a text: enough for a stack to overflow, few enough for a build without optimisation.
const SIZE: usize = 6_000;

/// A file of each kind.
const FILES: &[&str] = &[
    "README.md",
    "bien-dong.yml",
    "can-cu-phap-ly.yml",
    "co-quan/so-c.yml",
    "ke-hoach/12-kh-ubnd-2024/bao-cao.yml",
    "ke-hoach/12-kh-ubnd-2024/dinh-chinh.yml",
    "ke-hoach/12-kh-ubnd-2024/ke-hoach.yml",
    "ke-hoach/12-kh-ubnd-2024/nguon.txt",
    "ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-2.md",
    "ke-hoach/12-kh-ubnd-2024/nhiem-vu/la.txt",
    "ke-hoach/12-kh-ubnd-2024/van-ban.md",
    "nhom-co-quan.yml",
    "thuat-ngu.yml",
    "trang.yml",
    "trang/gioi-thieu.md",
];

/// The file of which every third text goes through the whole run: prose is rendered and minified, too.
const PAGE: &str = "trang/gioi-thieu.md";

/// What a text repeats until it is long enough; `{n}` is the number of the repetition.
const REPEATED: &[&str] = &[
    "a",
    "ấ ",
    "[",
    "]",
    "{a: ",
    "- ",
    "- a\n",
    "k{n}: v\n",
    "k: v\n",
    "? ",
    "&a [",
    "*a ",
    "!a ",
    "\"",
    "'",
    "\"\\",
    "|\n",
    "---\n",
    "...\n",
    "`",
    "``a`",
    "*",
    "*a **",
    "_a",
    "[](",
    "![",
    "[a](b ",
    "[a][b]",
    "[a{n}]: b\n",
    ">",
    "> - ",
    "|a",
    "|a|\n|-|\n",
    "# a\n",
    "# a{n}\n\n",
    "<",
    "<a ",
    "<!--",
    "&amp;",
    "\\",
    "\u{301}",
    "e\u{323}\u{302}",
    "\u{1}",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "\u{a0}",
    "\r",
    "\r\n",
    "\t",
    "\u{2028}",
    "9",
    "9.",
    "31/02/2024 ",
    "a) a\n\n",
    "# I. A\n\n## 1. A\n\n",
    "- a\n\n",
    "::: noi_dung\n",
    "{sic: ",
    "a {sic: a}\n\n",
    "nhiem-vu:",
    "[a](nhiem-vu:{n}) ",
    "Sở Bến Nước; ",
    "đang cập nhật",
    "hoà hòa ",
];

fn texts() -> Vec<String> {
    let repeated = REPEATED.iter().map(|piece| {
        let mut text = String::new();
        for number in 0.. {
            if text.len() > SIZE {
                break;
            }
            text += &piece.replace("{n}", &number.to_string());
        }
        text
    });
    let deep_lists = (0..300).map(|depth| format!("{}- a\n", "  ".repeat(depth))).collect();
    let deep_keys = (0..300).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    let bomb = (0..2_000).map(|n| format!("a{n}: &a{n} [*a{}, *a{0}]\n", n.max(1) - 1)).collect();
    repeated.chain([deep_lists, deep_keys, bomb]).collect()
}

#[test]
fn no_text_breaks_a_run() {
    let base = root().join("tests/problems/base");
    let texts = texts();
    let files = FILES.iter().enumerate();
    let pairs = files.flat_map(|file| texts.iter().enumerate().map(move |text| (file, text)));
    // Files of YAML alone share one reader: each of them takes every third text, and all of them at night.
    let all = steps().is_some();
    let cases: Vec<_> = pairs
        .filter(|((file, name), (text, _))| all || name.ends_with(".md") || (file + text) % 3 == 0)
        .map(|((_, file), (index, text))| (*file, text, *file == PAGE && (all || index % 3 == 0)))
        .collect();
    cases.into_par_iter().for_each_init(
        || {
            let scene = tempfile::tempdir().unwrap();
            copy(&base, scene.path());
            scene
        },
        |scene, (file, text, whole_run)| {
            let content = scene.path().join("content");
            let path = content.join(file);
            let sound = fs::read_to_string(base.join("content").join(file)).unwrap_or_default();
            for faulty in placed(&sound, text) {
                fs::write(&path, &faulty).unwrap();
                let fault =
                    if whole_run { build_all(&content, file) } else { judge(&content, file) };
                if let Err(fault) = fault {
                    let start: String = faulty.chars().take(200).collect();
                    panic!("{file}: {fault}\n{start:?}");
                }
            }
            let _ = fs::remove_file(&path);
            if !sound.is_empty() {
                fs::write(path, sound).unwrap();
            }
        },
    );
}

/// The text as the whole file, and where words stand in the sound one.
fn placed(sound: &str, text: &str) -> Vec<String> {
    let mut placed = vec![text.to_owned()];
    if let Some(front) = sound.strip_prefix("---\n") {
        placed.push(format!("{sound}\n{text}"));
        placed.push(format!("---\n{text}\n---\n"));
        placed.push(format!("---\n{}", front.replacen('"', &format!("\"{text}"), 1)));
    } else if sound.contains("::: noi_dung") {
        placed.push(sound.replacen("a) Lập sổ", &format!("{text}\n\na) Lập sổ"), 1));
        placed.push(sound.replacen("Trần Văn Mẫu", text, 1));
    } else if !sound.is_empty() {
        placed.push(format!("{sound}\n{text}"));
        placed.push(sound.replacen('"', &format!("\"{text}"), 1));
    }
    placed
}

/// All stages that read content.
fn judge(content: &Path, hostile: &str) -> Result<(), String> {
    let request = request(content, None);
    let tree = load::read(&request.roots).unwrap();
    let judged = pipeline::judge(tree, &request, &Memory::off());
    told_well(&judged.problems, &judged.tree, judged.record.is_some(), hostile)
}

/// The whole run; what is told can be shown.
fn build_all(content: &Path, hostile: &str) -> Result<(), String> {
    let (outcome, files) = build(&request(content, None));
    let shown = told(&outcome);
    if outcome.complete && !files.keys().any(|path| path.as_str() == "gioi-thieu.html") {
        return Err("is taken, and has no page".to_owned());
    }
    told_well(&outcome.problems, &outcome.tree, outcome.complete, hostile)
        .map_err(|fault| format!("{fault}\n{shown}"))
}

/// Whether what was not taken is told of the hostile file, and every message points to what is there.
fn told_well(
    problems: &Diagnostics,
    tree: &load::SourceTree,
    taken: bool,
    hostile: &str,
) -> Result<(), String> {
    let hostile = format!("content/{hostile}");
    let located = sorted(problems, tree);
    for problem in &located {
        let Some(spot) = &problem.at.spot else { continue };
        let text = tree.text(problem.at.file).unwrap_or_default();
        let line = text.split('\n').nth(spot.line - 1);
        if line.is_none_or(|line| spot.column > line.chars().count() + 1) {
            let (line, column) = (spot.line, spot.column);
            let (path, code) = (&problem.at.path, problem.diagnostic.rule.code);
            return Err(format!("{code} at {path}:{line}:{column}, which is not there"));
        }
    }
    let refused = located.iter().any(|problem| problem.diagnostic.severity == Severity::Error);
    if !taken && !refused {
        return Err("is not taken, and no error says so".to_owned());
    }
    let named = |path: &str| path.ends_with(&hostile);
    let here = located
        .iter()
        .any(|it| named(&it.at.path) || it.related.iter().any(|(at, _)| named(&at.path)));
    if refused && !here {
        let told: Vec<_> = located
            .iter()
            .map(|it| format!("{} {}", it.diagnostic.rule.code, it.at.path))
            .collect();
        return Err(format!("is the fault, and is not named: {told:?}"));
    }
    Ok(())
}

#[test]
fn a_plan_text_of_more_lines_than_people_write_is_refused() {
    let scene = small_site();
    let content = scene.path().join("content");
    let path = content.join("ke-hoach/12-kh-ubnd-2024/van-ban.md");
    let sound = fs::read_to_string(&path).unwrap();
    let long = sound.replacen("a) Lập", &format!("{}a) Lập", "- Một\n\n".repeat(20_000)), 1);
    fs::write(path, long).unwrap();
    let (outcome, _) = build(&request(&content, None));
    let codes: Vec<_> = outcome.problems.iter().map(|problem| problem.rule.code).collect();
    assert_eq!(codes, ["CK107"]);
}
