//! Themes of a site: one file replaced, faults told with the template's place.

use std::fs;
use std::path::Path;

use congkhai::diagnostic::sorted;

use crate::support::{Files, build, build_well, copy, request, root, told};

fn scene(theme: &str, files: &[(&str, &str)]) -> tempfile::TempDir {
    let scene = tempfile::tempdir().unwrap();
    let content = scene.path().join("content");
    copy(&root().join("tests/problems/base/content"), &content);
    let settings = content.join("trang.yml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(settings, format!("{text}giao_dien: {theme}\n")).unwrap();
    for (path, text) in files {
        let path = scene.path().join("themes").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    scene
}

fn page<'a>(files: &'a Files, path: &str) -> &'a str {
    let bytes = files.iter().find(|(name, _)| name.as_str() == path).unwrap().1;
    std::str::from_utf8(bytes).unwrap()
}

#[track_caller]
fn expect_problem(scene: &Path, code: &str, line: Option<usize>) {
    let (outcome, _) = build(&request(&scene.join("content"), None));
    let found = sorted(&outcome.problems, &outcome.tree);
    let hit = found.iter().find(|problem| problem.diagnostic.rule.code == code);
    let hit = hit.unwrap_or_else(|| panic!("no {code}:\n{}", told(&outcome)));
    if line.is_some() {
        assert_eq!(hit.at.spot.as_ref().map(|spot| spot.line), line, "{}", told(&outcome));
    }
    assert!(!outcome.complete);
}

#[test]
fn a_single_file_of_a_child_theme_replaces_its_parents() {
    let scene = scene(
        "tinh",
        &[
            ("tinh/theme.yml", "ten: Giao diện tỉnh\ncha: mac-dinh\n"),
            (
                "tinh/templates/slots/footer.html",
                "<footer class=\"chan\"><p>Chân trang của tỉnh</p></footer>\n",
            ),
        ],
    );
    let files = build_well(&request(&scene.path().join("content"), None));
    assert!(page(&files, "index.html").contains("Chân trang của tỉnh"));
    assert!(page(&files, "gioi-thieu.html").contains("Chân trang của tỉnh"));
}

#[test]
fn a_field_that_the_view_lacks_is_told_with_its_line() {
    let scene = scene(
        "tinh",
        &[
            ("tinh/theme.yml", "ten: Giao diện tỉnh\ncha: mac-dinh\n"),
            ("tinh/templates/task.html", "<p>{{ number }}</p>\n<p>{{ tinh_trang }}</p>\n"),
        ],
    );
    expect_problem(scene.path(), "CK250", Some(2));
}

#[test]
fn an_unknown_theme_and_a_circle_of_themes_are_told() {
    expect_problem(scene("khong-co", &[]).path(), "CK251", None);
    let circle =
        scene("a", &[("a/theme.yml", "ten: A\ncha: b\n"), ("b/theme.yml", "ten: B\ncha: a\n")]);
    expect_problem(circle.path(), "CK252", None);
}

#[test]
fn trusted_html_is_the_programs_alone() {
    let theme = ("tinh/theme.yml", "ten: T\ncha: mac-dinh\n");
    let footer = "tinh/templates/slots/footer.html";
    let with = |text: &'static str| scene("tinh", &[theme, (footer, text)]);
    expect_problem(with("<footer>{{ frame.site_name | safe }}</footer>").path(), "CK254", None);
    expect_problem(with("<footer><a href=\"khong-co.html\">x</a></footer>").path(), "CK261", None);
    expect_problem(with("<footer><a href=\"#khong-co\">x</a></footer>").path(), "CK262", None);
    expect_problem(
        with("<footer><p id=\"a\">x</p><p id=\"a\">y</p></footer>").path(),
        "CK263",
        None,
    );
    expect_problem(with("<footer><a href=\"javascript:x\">x</a></footer>").path(), "CK264", None);
    expect_problem(
        with("<footer><img src=\"https://a.example/x.png\" alt=\"x\"></footer>").path(),
        "CK265",
        None,
    );
    let sheet = ("tinh/assets/css/x.css", "p { background: url(khong-co.png) }");
    expect_problem(scene("tinh", &[theme, sheet]).path(), "CK253", None);
}

#[test]
fn a_page_whose_words_minifying_would_change_goes_out_as_rendered() {
    let scene = scene(
        "tinh",
        &[
            ("tinh/theme.yml", "ten: T\ncha: mac-dinh\n"),
            (
                "tinh/templates/slots/footer.html",
                "<footer><div><span>một</span> <span>hai</span></div></footer>",
            ),
        ],
    );
    let (outcome, files) = build(&request(&scene.path().join("content"), None));
    assert!(outcome.complete);
    assert!(outcome.problems.iter().any(|problem| problem.rule.code == "CK260"));
    assert!(page(&files, "index.html").contains("<span>một</span> <span>hai</span>"));
}
