//! Themes of a site: one file replaced, faults told with the template's place.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use congkhai::diagnostic::{Severity, sorted};
use scraper::{Html, Selector};

use crate::support::{FICTIONAL, Files, SHIPPED, build, build_well, copy, request, root, told};

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
fn a_province_makes_the_theme_its_own_by_colours_a_logo_and_a_header() {
    let scene = scene("song-lam", &[]);
    copy(&root().join("tests/themes"), &scene.path().join("themes"));
    let files = build_well(&request(&scene.path().join("content"), None));
    let html = files.iter().filter(|(path, _)| path.as_str().ends_with(".html"));
    let mut pages = 0;
    for (path, bytes) in html.filter(|(path, _)| !path.as_str().ends_with("/nhung.html")) {
        let text = std::str::from_utf8(bytes).unwrap();
        let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{path}: no {words}"));
        // The province's colours come after the tokens that they replace.
        assert!(at("/giao-dien.") < at("/mau."), "{path}");
        assert!(at("/song.") > at("masthead"), "{path}");
        assert!(text.contains("#0b4f4a") && !text.contains("#a31420"), "{path}");
        pages += 1;
    }
    assert!(pages > 20, "{pages}");
    assert!(files.iter().any(|(path, _)| path.as_str().contains("/song.")));
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
    let content = scene.path().join("content");
    let settings = content.join("trang.yml");
    let text = fs::read_to_string(&settings).unwrap();
    let parted = "<span>một</span> <span>hai</span>";
    // Of a template the minifier is shown no space that it might drop.
    for (form, is_told) in [("co", false), ("toi_da", true), ("khong", false)] {
        fs::write(&settings, format!("{text}thu_gon: {form}\n")).unwrap();
        let (outcome, files) = build(&request(&content, None));
        assert!(outcome.complete);
        let told = outcome.problems.iter().any(|problem| problem.rule.code == "CK260");
        assert_eq!(told, is_told, "{form}");
        assert!(page(&files, "index.html").contains(parted), "{form}");
    }
}

#[test]
fn each_form_of_a_page_says_the_same() {
    let scene = scene("mac-dinh", &[]);
    let content = scene.path().join("content");
    let settings = content.join("trang.yml");
    let text = fs::read_to_string(&settings).unwrap();
    let built = |form: &str| {
        fs::write(&settings, format!("{text}thu_gon: {form}\n")).unwrap();
        build_well(&request(&content, None))
    };
    let (written, smaller, smallest) = (built("khong"), built("co"), built("toi_da"));
    let size = |files: &Files| files.values().map(Vec::len).sum::<usize>();
    assert!(size(&smallest) < size(&smaller) && size(&smaller) < size(&written));
    for (path, page) in written.iter().filter(|(path, _)| path.as_str().ends_with(".html")) {
        for other in [&smaller[path], &smallest[path]] {
            assert_eq!(congkhai::render::minify::change(page, other), None, "{path}");
        }
    }
}

const THEME: (&str, &str) = ("tinh/theme.yml", "ten: T\ncha: mac-dinh\n");

/// What is told of a theme whose footer is this: each rule with its words.
fn told_of_footer(footer: &str) -> Vec<(String, String)> {
    let scene = scene("tinh", &[THEME, ("tinh/templates/slots/footer.html", footer)]);
    let (outcome, _) = build(&request(&scene.path().join("content"), None));
    let located = sorted(&outcome.problems, &outcome.tree);
    let errors = located.into_iter().filter(|one| one.diagnostic.severity == Severity::Error);
    errors
        .map(|one| {
            let place = one.at.spot.map_or_else(String::new, |spot| format!(":{}", spot.line));
            let file = &one.diagnostic.place.file;
            (one.diagnostic.rule.code.to_owned(), format!("{file}{place} {}", one.diagnostic.what))
        })
        .collect()
}

#[test]
fn all_that_loads_or_leads_elsewhere_is_seen() {
    // Each line with the rules that it breaks; `//N.x.example` is the line's own host.
    let lines = [
        ("<base href=\"https://N.x.example/\">", "CK266"),
        ("<meta http-equiv=\"refresh\" content=\"0;url=https://N.x.example/\">", "CK266"),
        ("<meta http-equiv=\"Refresh\" content=\"5 //N.x.example/\">", "CK266"),
        ("<form action=\"https://N.x.example/\"><input name=a></form>", "CK266"),
        ("<form><button formaction=\"//N.x.example/\">x</button></form>", "CK266"),
        ("<p style=\"background:url(https://N.x.example/x)\">x</p>", "CK265 CK267"),
        ("<style>@import \"https://N.x.example/x.css\";</style>", "CK265 CK267"),
        ("<script type=\"module\">import \"https://N.x.example/a.js\"</script>", "CK267"),
        ("<script type=\"module\" src=\"https://N.x.example/a.js\"></script>", "CK265"),
        ("<p onclick=\"x()\">x</p>", "CK267"),
        ("<iframe srcdoc=\"<p>x</p>\"></iframe>", "CK268 CK268"),
        ("<object data=\"https://N.x.example\"></object>", "CK265 CK268"),
        ("<a href=\"javascript:x()\" ping=\"https://N.x.example\">x</a>", "CK264 CK265"),
        ("<img alt=x src=\"//N.x.example/a\" srcset=\"https://N.x.example/b 2x\">", "CK265 CK265"),
        ("<link rel=\"preconnect\" href=\"https://N.x.example\">", "CK265"),
        ("<link rel=\"dns-prefetch\" href=\"//N.x.example\">", "CK265"),
        ("<video poster=\"https://N.x.example/a\"></video>", "CK265"),
        ("<svg><use href=\"https://N.x.example/a.svg#b\"/></svg>", "CK265"),
        ("<svg><rect fill=\"url('https://N.x.example/a.svg#b')\"/></svg>", "CK265"),
        ("<noscript><img alt=x src=\"https://N.x.example/a\"></noscript>", "CK265"),
    ];
    let footer: Vec<String> = lines
        .iter()
        .enumerate()
        .map(|(index, (line, _))| line.replace('N', &(index + 1).to_string()))
        .collect();
    let told = told_of_footer(&footer.join("\n"));
    let mut found: Vec<&str> = told.iter().map(|(code, _)| code.as_str()).collect();
    let mut expected: Vec<&str> = lines.iter().flat_map(|(_, codes)| codes.split(' ')).collect();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected, "{told:#?}");
    for (index, (line, codes)) in
        lines.iter().enumerate().filter(|(_, (line, _))| line.contains('N'))
    {
        let host = format!("//{}.x.example", index + 1);
        let at = format!("footer.html:{} ", index + 1);
        let told: Vec<_> = told.iter().filter(|(_, what)| what.contains(&host)).collect();
        let is_at = told.iter().all(|(_, what)| what.contains(&at) && what.contains(" trang khác"));
        // What stands within the page is told as such, not by its addresses.
        assert!(is_at && (!told.is_empty() || codes == &"CK267"), "{line}: {told:#?}");
    }
    let good = "<p data-x=\"https://x.example\">https://x.example</p>\
                <a href=\"https://x.example\">x</a><a href=\"mailto:a@x.example\">x</a><base target=\"_top\">\
                <script type=\"application/json\">{\"a\": \"https://x.example\"}</script>";
    assert_eq!(told_of_footer(good), []);
}

#[test]
fn what_is_wrong_on_every_page_is_one_problem_where_it_stands() {
    let name = told_of_footer("\n<p>{{ nope }}</p>");
    let others = told_of_footer(
        "\n<a href=\"khong-co.html\">x</a><a href=\"#khong-co\">x</a><form action=\"//x.example/\"></form>",
    );
    for (told, codes) in [(name, &["CK250"][..]), (others, &["CK261", "CK262", "CK266"])] {
        let found: Vec<_> = told.iter().map(|(code, _)| code.as_str()).collect();
        assert_eq!(found, codes, "{told:#?}");
        for (_, what) in told {
            assert!(what.starts_with("tinh/templates/slots/footer.html:2 "), "{what}");
            assert!(what.contains(" trang khác"), "{what}");
        }
    }
}

#[test]
fn a_template_without_end_is_one_problem_and_no_page_waits_for_it() {
    let endless =
        "{% for i in range(end=50000) %}{% for j in range(end=50000) %}{% endfor %}{% endfor %}";
    let told = told_of_footer(endless);
    let [(code, what)] = &told[..] else { panic!("{told:#?}") };
    assert_eq!(code, "CK250");
    assert!(what.starts_with("tinh/templates/slots/footer.html:1 "), "{what}");
    assert!(what.contains("mẫu chạy quá lâu"), "{what}");
    assert!(
        what.contains("Khi dựng trang 404.html:"),
        "which page is told of is no chance: {what}"
    );
    for (footer, words) in [
        ("{% for i in range(end=100000000) %}x{% endfor %}", "range không dứt"),
        ("{% include \"slots/footer.html\" %}", "thành vòng"),
        ("{% component a() %}{{ <a /> }}{% endcomponent a %}{{ <a /> }}", "không dứt"),
    ] {
        let told = told_of_footer(footer);
        assert!(told.len() == 1 && told[0].1.contains(words), "{footer}: {told:#?}");
    }
}

#[test]
fn a_style_sheet_loads_nothing_from_elsewhere_however_it_is_written() {
    let css = [
        "@import url(https://x.example/a.css);",
        "@import \"//x.example/a.css\";",
        "a { background: u\\72l(//x.example/a) }",
        "a { background: url( \"//x.example/a\" ) }",
        "a { background: image-set(\"https://x.example/a\" 1x) }",
        "a { background: url('\\68 ttps://x.example/a') }",
        "a { --x: \"https://x.example/a\" }",
    ];
    let scene = scene("tinh", &[THEME, ("tinh/assets/x.css", &css.join("\n"))]);
    let (outcome, _) = build(&request(&scene.path().join("content"), None));
    let located = sorted(&outcome.problems, &outcome.tree);
    let of_style = located.iter().filter(|one| one.diagnostic.rule.code == "CK265");
    let lines: Vec<_> = of_style.filter_map(|one| Some(one.at.spot.as_ref()?.line)).collect();
    assert_eq!(lines, (1..=css.len()).collect::<Vec<_>>(), "{}", told(&outcome));
}

/// Drawings and texts have style sheets of their own, so that other pages are lighter.
#[test]
fn a_page_loads_the_style_of_what_it_shows() {
    let css = |name: &str| fs::read_to_string(root().join("themes/mac-dinh/assets/css").join(name));
    let everywhere = classes(&css("giao-dien.css").unwrap());
    for (name, known) in [("hinh", "swatch"), ("van-ban", "letterhead")] {
        let own = classes(&css(&format!("phan/{name}.css")).unwrap());
        let own: BTreeSet<&str> = own.difference(&everywhere).map(String::as_str).collect();
        assert!(own.contains(known), "{own:?}");
        let all = Selector::parse("[class]").unwrap();
        let sheet = Selector::parse(&format!("link[rel=stylesheet][href*='/{name}.']")).unwrap();
        let (mut with, mut without) = (0, 0);
        for files in [&*SHIPPED, &*FICTIONAL] {
            for (path, bytes) in files.iter().filter(|(path, _)| path.as_str().ends_with(".html")) {
                let page = Html::parse_document(std::str::from_utf8(bytes).unwrap());
                let mut classes = page.select(&all).flat_map(|element| element.value().classes());
                let shows = classes.any(|class| own.contains(class));
                let loads = page.select(&sheet).next().is_some();
                assert!(loads || !shows, "{} without {name}.css", path.as_str());
                with += usize::from(loads);
                without += usize::from(!loads);
            }
        }
        assert!(with > 2 && without > 50, "{name}: {with} {without}");
    }
}

/// The classes that a style sheet names.
fn classes(css: &str) -> BTreeSet<String> {
    let named = css.split('.').skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
        rest[..end].to_owned()
    });
    named.filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic())).collect()
}
