//! `check` makes pages only where they could bring a problem that is not told before them; `support::build` holds its
//! words to those of `build`, here and in all other tests.

use std::fs;
use std::path::Path;

use congkhai::output::MemorySink;
use congkhai::pipeline::{self, Drafts, Request, Watch};

use crate::support::{build, copy, request, root, small_site};

const PLAN: &str = "ke-hoach/12-kh-ubnd-2024";

/// Whether `check` makes pages of the small site after an edit.
#[track_caller]
fn check(makes_pages: bool, edit: impl FnOnce(&Path)) {
    let scene = small_site();
    edit(scene.path());
    let request = request(&scene.path().join("content"), Some("2026-11-24"));
    let judging = Request { drafts: Drafts::Judged, ..request.clone() };
    let sink = MemorySink::new();
    let judged = pipeline::run(&judging, &sink, &Watch::default()).unwrap();
    assert_eq!(judged.pages > 0, makes_pages);
    let (built, _) = build(&request);
    assert!(built.complete && judged.complete);
}

fn replace(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from));
    fs::write(path, text.replace(from, to)).unwrap();
}

fn append(path: &Path, text: &str) {
    let before = fs::read_to_string(path).unwrap();
    fs::write(path, before + text).unwrap();
}

#[test]
fn none_in_the_built_in_theme() {
    check(false, |_| ());
    check(false, |scene| append(&scene.join("content/trang.yml"), "thu_gon: khong\n"));
}

#[test]
fn all_in_another_theme() {
    check(true, |scene| {
        let templates = scene.join("themes/mac-dinh/templates");
        fs::create_dir_all(&templates).unwrap();
        let glossary = root().join("themes/mac-dinh/templates/glossary.html");
        let text = fs::read_to_string(glossary).unwrap();
        fs::write(templates.join("glossary.html"), text + "\n").unwrap();
    });
}

#[test]
fn none_where_the_built_in_theme_lies_beside() {
    check(false, |scene| {
        copy(&root().join("themes/mac-dinh"), &scene.join("themes/mac-dinh"));
    });
}

#[test]
fn all_where_each_is_minified() {
    check(true, |scene| append(&scene.join("content/trang.yml"), "thu_gon: toi_da\n"));
}

#[test]
fn all_where_a_text_is_large() {
    check(true, |scene| {
        let task = scene.join("content").join(PLAN).join("nhiem-vu/1-2.md");
        append(&task, &"\n\nMột đoạn dài.".repeat(13_500));
    });
}

#[test]
fn all_where_ids_are_alike() {
    check(true, |scene| {
        let plan = scene.join("content").join(PLAN).join("ke-hoach.yml");
        replace(&plan, "ma: hang-nam", "ma: hang--nam");
    });
}
