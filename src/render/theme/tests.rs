//! Themes that load and render, and themes that do not.

use std::collections::BTreeMap;

use serde::Serialize;

use super::*;
use crate::assets::{BUILTIN, ThemeFiles};
use crate::diagnostic::At;

fn files(yaml: &str, templates: &[(&str, &str)]) -> ThemeFiles {
    let mut files = ThemeFiles::from([("theme.yml".to_owned(), yaml.as_bytes().into())]);
    files.extend(
        templates.iter().map(|(name, text)| (format!("templates/{name}"), text.as_bytes().into())),
    );
    files
}

fn load(
    own: &[(&str, &str)],
    builtin: &[(&str, &str)],
    problems: &mut Diagnostics,
) -> Option<Theme> {
    let mut builtin = files("ten: Mặc định", builtin);
    builtin.insert("assets/img/x.svg".to_owned(), b"<svg/>".as_slice().into());
    let available = BTreeMap::from([("tinh".to_owned(), files("ten: Tỉnh", own))]);
    let at = SourcePath::content("trang.yml").whole();
    let name = if own.is_empty() { BUILTIN } else { "tinh" };
    let chain = Chain::resolve(&available, name, &at, &builtin, problems).unwrap();
    let assets = AssetMap::of(&chain, problems);
    Theme::load(&chain, &assets, problems)
}

#[derive(Serialize)]
struct View {
    task: BTreeMap<&'static str, &'static str>,
    prose: serde_json::Value,
    rows: Vec<BTreeMap<&'static str, u32>>,
}

fn view() -> View {
    View {
        task: BTreeMap::from([("number", "3.1"), ("text", "a & <b>")]),
        prose: serde_json::json!({ "markdown": "**đ** <i>", "links": {}, "end": "</script>" }),
        rows: [("b", 1), ("a", 2), ("b", 3)]
            .map(|(g, n)| BTreeMap::from([(g, n), ("g", u32::from(g == "b"))]))
            .into(),
    }
}

#[track_caller]
fn check_text(own: &[(&str, &str)], builtin: &[(&str, &str)], template: &str, expected: &str) {
    let mut problems = Diagnostics::default();
    let theme = load(own, builtin, &mut problems);
    assert_eq!(problems.iter().map(|p| p.what.as_str()).collect::<Vec<_>>(), [""; 0]);
    let mut out = Vec::new();
    theme.unwrap().render(template, &view(), "trang", &mut out).unwrap();
    assert_eq!(String::from_utf8(out).unwrap(), expected);
}

#[test]
fn data_is_escaped_where_it_becomes_markup() {
    for (name, expected) in [
        ("a.html", "a &amp; &lt;b&gt;"),
        ("a.xml", "a &amp; &lt;b&gt;"),
        ("a.svg", "a &amp; &lt;b&gt;"),
        ("a.txt", "a & <b>"),
    ] {
        check_text(&[], &[(name, "{{ task.text }}")], name, expected);
    }
    check_text(
        &[],
        &[("a.html", "{{ prose | prose }}")],
        "a.html",
        "<p><strong>đ</strong> &lt;i&gt;</p>\n",
    );
    check_text(&[], &[("a.html", "{{ prose.end | json_ld }}")], "a.html", "\"\\u003c/script>\"");
}

#[test]
fn groups_come_in_the_order_of_their_first_members() {
    let template =
        "{% for k, v in rows | group_by(attribute=\"g\") %}{{ k }}:{{ v | length }} {% endfor %}";
    check_text(&[], &[("a.txt", template)], "a.txt", "1:2 0:1 ");
}

#[test]
fn a_child_theme_replaces_extends_and_redefines() {
    let parent = &[
        ("base.html", "<{% block b %}base{% endblock %}>{{ <tag /> }}"),
        ("task.html", "{% extends \"base.html\" %}{% block b %}parent{% endblock %}"),
        ("c.html", "{% component tag() %}c{% endcomponent tag %}"),
    ];
    check_text(&[], parent, "task.html", "<parent>c");
    check_text(&[("base.html", "[{% block b %}{% endblock %}]")], parent, "task.html", "[parent]");
    let child = "{% extends \"mac-dinh/task.html\" %}{% block b %}{{ super() }}+{% endblock %}";
    check_text(&[("task.html", child)], parent, "task.html", "<parent+>c");
    check_text(
        &[("x.html", "{% component tag() %}x{% endcomponent tag %}")],
        parent,
        "task.html",
        "<parent>x",
    );
}

/// Checks the problems of loading: `file:line:column code words`.
#[track_caller]
fn check_problems(templates: &[(&str, &str)], expected: &[&str]) {
    let mut problems = Diagnostics::default();
    let theme = load(&[], templates, &mut problems);
    let found: Vec<String> = problems.iter().map(show).collect();
    assert!(theme.is_none(), "{found:?}");
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(
            expected.split(" … ").all(|part| found.contains(part)),
            "{found} has not {expected}"
        );
    }
}

fn show(problem: &Diagnostic) -> String {
    let file = problem.place.file.as_str().trim_start_matches("mac-dinh/templates/");
    let at = match problem.place.at {
        At::Position { line, column } => format!(":{line}:{column}"),
        _ => String::new(),
    };
    format!("{file}{at} {} {} {}", problem.rule.code, problem.what, problem.help.join(" "))
}

#[test]
fn all_bad_templates_are_told() {
    check_problems(
        &[
            ("a.html", "đ {% if x %}"),
            ("b.html", "\n{{ x | uper }}{{ y | sotr }}"),
            ("c.html", "{{ x "),
            ("d.html", "{% extends \"bse.html\" %}"),
            ("base.html", "{% block b %}{% endblock %}"),
            ("e.html", "{% extends \"base.html\" %}{% block c %}{% endblock %}"),
            ("f.html", "{% include \"g.html\" %}"),
            ("h.html", "{% includ \"g.html\" %}"),
            ("i.html", "{{ <tga /> }}{% component tag() %}{% endcomponent %}"),
            ("k.html", "{{ x | safe }}"),
            ("l.html", "{{ asset(name=\"img/y.svg\") }}"),
        ],
        &[
            "k.html:1:8 CK254",
            "l.html:1:15 CK253 … img/y.svg … img/x.svg",
            "a.html:1: … CK250",
            "c.html:1: … CK250",
            "h.html:1:4 CK250 không có thẻ này",
            "d.html:1:4 CK250 không có mẫu “bse.html” … base.html",
            "b.html:2:8 CK250 không có bộ lọc “uper” … upper",
            "b.html:2:22 CK250 … “sotr” … sort",
            "e.html:1: … “c” không có trong mẫu cha",
            "f.html:1:12 CK250 không có mẫu “g.html”",
            "i.html:1: … CK250 không có thành phần “tga” … tag",
        ],
    );
}

#[test]
fn circles_and_doubles_are_told() {
    check_problems(
        &[("a.html", "{% extends \"b.html\" %}"), ("b.html", "{% extends \"a.html\" %}")],
        &["a.html:1:4 CK250 các mẫu gọi nhau thành vòng: mac-dinh/templates/a.html → "],
    );
    check_problems(
        &[("a.html", "x{% include \"a.html\" %}")],
        &["a.html:1:5 CK250 các mẫu gọi nhau"],
    );
    let tag = "{% component tag() %}{% endcomponent %}";
    check_problems(
        &[("a.html", tag), ("b.html", tag)],
        &["b.html:1:4 CK250 … “tag” đã được định nghĩa ở mac-dinh/templates/a.html"],
    );
    check_problems(
        &[("e.html", "{% extends \"b.html\" %}{% block c %}{% endblock %}"), ("b.html", "")],
        &["e.html:1: … “c” không có trong mẫu cha"],
    );
    check_problems(
        &[("a.html", "{% block b %}{% endblock %}{% block b %}{% endblock %}")],
        &["a.html:1: … “b” được định nghĩa hai lần"],
    );
}

/// Checks what is told when `a.html` is rendered.
#[track_caller]
fn check_failure(template: &str, expected: &str) {
    let mut problems = Diagnostics::default();
    let part = ("part.html", "\n{{ task.nubmer }}");
    let theme = load(&[], &[("a.html", template), part], &mut problems).unwrap();
    let mut out = b"kept".to_vec();
    let problem =
        theme.render("a.html", &view(), "nhiệm vụ 3.1 của 111/KH-UBND", &mut out).unwrap_err();
    assert_eq!(out, b"kept");
    let mut found = show(&problem);
    for (place, label) in &problem.related {
        found.push_str(&format!(" {label} {place:?}"));
    }
    assert!(expected.split(" … ").all(|part| found.contains(part)), "{found} has not {expected}");
}

#[test]
fn a_failure_names_template_record_and_fields() {
    check_failure(
        "đề {{ task.nubmer }}",
        "a.html:1:12 CK250 Khi dựng nhiệm vụ 3.1 của 111/KH-UBND: không có trường “nubmer” … “number” … number, text",
    );
    check_failure("{{ taks }}", "a.html:1:4 … không có trường “taks” … “task”");
    check_failure(
        "{% include \"part.html\" %}",
        "part.html:2: … “nubmer” … được gọi từ đây … a.html",
    );
    check_failure("{% for x in task.number %}{{ x.y }}{% endfor %}", "a.html:1: … CK250");
    check_failure("{{ task + 1 }}", "a.html:1: … kiểu bảng");
    check_failure("{{ rows | first | upper }}", "a.html:1: … kiểu bảng");
    check_failure("{% set n = \"z.svg\" %}{{ asset(name=n) }}", "a.html:1: … z.svg");
}
