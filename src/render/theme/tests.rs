//! Themes that load and render, and themes that do not.

use std::collections::BTreeMap;

use serde::Serialize;

use super::*;
use crate::assets::{BUILTIN, Styles, ThemeFiles};
use crate::diagnostic::{At, Diagnostic};

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
    let assets = AssetMap::of(&chain, Styles::AsWritten, problems);
    Theme::load(&chain, &assets, problems)
}

#[derive(Serialize)]
struct View {
    task: BTreeMap<&'static str, &'static str>,
    prose: serde_json::Value,
    rows: Vec<BTreeMap<&'static str, u32>>,
}

#[test]
fn every_template_of_the_theme_is_minified() {
    static THEME: include_dir::Dir<'_> =
        include_dir::include_dir!("$CARGO_MANIFEST_DIR/themes/mac-dinh");
    let files = crate::assets::embedded(&THEME);
    let templates = files.iter().filter(|(path, _)| path.ends_with(".html"));
    let mut as_written = Vec::new();
    for (path, bytes) in templates.clone() {
        let source = std::str::from_utf8(bytes).unwrap();
        let smaller = crate::render::shrink::smaller(source);
        if smaller.is_none_or(|smaller| smaller.len() > source.len()) {
            as_written.push(path);
        }
    }
    assert!(templates.count() > 30 && as_written.is_empty(), "{as_written:?}");
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
    theme.unwrap().render(template, Form::Smaller, &view(), &mut out).unwrap();
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
    let theme = load(&[], &[("a.html", template), part], &mut problems);
    let theme = theme.unwrap_or_else(|| panic!("{problems:?} of {template}"));
    let mut out = b"kept".to_vec();
    let failure = theme.render("a.html", Form::Smaller, &view(), &mut out).expect_err(template);
    let problem = failure.told("nhiệm vụ 3.1 của 111/KH-UBND", 1);
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

#[test]
fn places_of_failures_are_the_authors() {
    check_failure(
        "đ {% for row in rows -%} {% for k, v in row %}{{ v.x.y }}{% endfor %}{% endfor %}",
        "a.html:1:52 … CK250",
    );
    check_failure(
        "{% component tag(a) %}\n{{ a.b.c }}{% endcomponent tag %}{% for r in rows %}{{ <tag a={r} /> }}{% endfor %}",
        "a.html:2:8 … CK250 … được gọi từ đây … line: 2, column: 56",
    );
}

#[test]
fn white_space_is_as_without_counting() {
    let template = "{% for r in rows -%}  x  {%- endfor -%}\n y {% for r in rows %} z {% endfor %}\
                    {% set a = 1 -%}  b {% set c %} d {% endset %} e";
    check_text(&[], &[("a.txt", template)], "a.txt", "xxxy  z  z  z b  e");
}

#[test]
fn templates_without_end_are_stopped() {
    let much = "CK250 … mẫu chạy quá lâu: mỗi trang nhiều nhất 1.000.000 vòng lặp";
    check_failure(
        "{% for i in range(end=100000000) %}x{% endfor %}",
        "a.html:1: … range không dứt, hoặc có quá 100.000 số",
    );
    check_failure("{% for i in range(end=5, step_by=0) %}x{% endfor %}", "range không dứt");
    let (loop_, end) = ("{% for i in range(end=50000) %}", "{% endfor %}");
    check_failure(&format!("{loop_}{loop_}{loop_}{end}{end}{end}"), &format!("a.html:1: … {much}"));
    let rows = "{% for r in rows %}".repeat(20);
    check_failure(&format!("{rows}{}", end.repeat(20)), &format!("a.html:1: … {much}"));
    let long = format!("{loop_}{}{end}", "x".repeat(2_000));
    check_failure(&long, "a.html CK250 … trang dài quá 50 MB");
    check_failure(&format!("{{% set a %}}{loop_}{}{end}{{% endset %}}", "x".repeat(20_000)), much);
    check_failure(
        &format!("{{% set_global s = \"x\" %}}{loop_}{{% set_global s = s ~ s %}}{end}"),
        "a.html:1: … giá trị này lớn quá: nhiều nhất 1.000.000 mục",
    );
    check_failure(
        "{% component a() %}{{ <a /> }}{% endcomponent a %}{{ <a /> }}",
        "a.html:1:4 … các thành phần gọi nhau không dứt",
    );
    check_failure(
        "{% component a(n) %}{% if n < 19 %}{{ <a n={n + 1} /> }}{{ <a n={n + 1} /> }}{{ <a n={n + 1} /> }}{{ <a n={n + 1} /> }}{% endif %}{% endcomponent a %}{{ <a n={0} /> }}",
        much,
    );
}

/// A text, list or map that grows is stopped where it grows, however it does.
#[test]
fn values_without_end_are_stopped() {
    let much = "CK250 … mẫu chạy quá lâu";
    let large = "giá trị này lớn quá";
    let twice = |call: &str| format!("{{{{ \"aaaaaaaaaa\"{} }}}}", call.repeat(12));
    check_failure(&twice(" | replace(from=\"a\", to=\"aaaaaaaaaa\")"), much);
    check_failure(&twice(" | replace(from=\"\", to=\"aaaaaaaaaa\")"), much);
    check_failure(&twice(" | split(pat=\"a\") | join(sep=\"aaaaaaaaaa\")"), much);
    let lines = " | replace(from=\" \", to=\"\n\") | indent(width=1000, first=true, blank=true)";
    check_failure(&twice(lines), much);
    let grown = |text: &str| {
        let long = "y".repeat(500);
        let a = format!(
            "{{% set a = \"x\" | indent(width=1000, first=true) | replace(from=\" \", to=\"{long}\") %}}"
        );
        format!("{a}{text}")
    };
    let often = |text: &str| {
        format!("{{% for i in range(end=1000) %}}{{% if {text} %}}{{% endif %}}{{% endfor %}}")
    };
    // Of a text of half a million bytes, a thousand copies.
    check_text(&[], &[("a.txt", &grown("{{ a | length > 100000 }}"))], "a.txt", "true");
    for copied in [
        "'' ~ a",
        "a ~ ''",
        "a | upper",
        "a | trim",
        "a[1:]",
        "a | truncate(length=1, end=a)",
        "a | str",
    ] {
        check_failure(&grown(&often(copied)), much);
    }
    check_failure(&grown("{% set c = [for_ ~ a for for_ in range(end=90000)] %}"), much);
    // Markup is escaped nowhere.
    let markup = "{% set m %}{{ a }}{% endset %}{% set n %}{% for i in range(end=90000) %}{{ m }}{% endfor %}{% endset %}";
    check_failure(&grown(markup), much);
    check_failure(
        &grown(
            &markup
                .replace("{{ m }}", "{{ x or m }}")
                .replace("{% for", "{% set x = false %}{% for"),
        ),
        much,
    );
    // Lists of lists, of which each is kept once and written each time.
    let nested = "{% set a = [a, a, a, a, a, a, a, a, a, a] %}".repeat(9);
    check_failure(&format!("{{% set a = 1 %}}{nested}{{{{ a }}}}"), large);
    check_failure(
        "{% component t(x, n) %}{% if n < 10 %}{{ <t x={[x, x, x, x, x, x, x, x, x, x]} n={n + 1} /> }}{% else %}{{ x }}{% endif %}{% endcomponent t %}{{ <t x={1} n={1} /> }}",
        large,
    );
    let copies = "{% set a = [a for b in c] %}";
    check_failure(
        &format!("{{% set a = 1 %}}{{% set c = range(end=1000) %}}{}{{{{ a }}}}", copies.repeat(3)),
        large,
    );
    let thousand = "{% set c = range(end=90000) %}";
    check_failure(&format!("{thousand}{{% set a = [[d for d in c] for b in c] %}}"), much);
    check_failure(
        &format!("{thousand}{{% set a = [[d for d in c if d >= 0] for b in c] %}}"),
        much,
    );
    check_failure(&format!("{thousand}{}", often("[...c]")), much);
    check_failure(&format!("{thousand}{}", often("c | sort")), much);
    check_failure(&format!("{thousand}{}", often("c[1:]")), much);
    // Whoever drops a value calls itself for each level.
    check_failure(
        "{% set_global a = [1] %}{% for i in range(end=90000) %}{% set_global a = [a] %}{% endfor %}",
        large,
    );
    check_failure(
        "{% set_global a = {\"a\": 1} %}{% for i in range(end=90000) %}{% set_global a = {\"a\": a} %}{% endfor %}",
        large,
    );
}

/// Filters that are not the engine's own any more give what the engine's give.
#[test]
fn counted_filters_are_the_engines() {
    let plain = Tera::default();
    for expression in [
        "text | replace(from=\"b\", to=\"<i>\")",
        "text | replace(from=\"\", to=\"-\")",
        "safe | replace(from=\"b\", to=text)",
        "text | replace(from=\"a\", to=safe)",
        "text | indent",
        "text | indent(width=2, first=true, blank=true)",
        "safe | indent(indentation=\"<\", width=3)",
        "text | indent(indentation=\"đ\", width=1)",
        "list | join",
        "list | join(sep=\", <\")",
        "mixed | join(sep=\" & \")",
        "list | join(sep=safe)",
        "text | truncate(length=3)",
        "text | truncate(length=300)",
        "text | truncate(length=0, end=\"...\")",
        "list | str",
        "map | str",
        "1.0 | str",
        "map | values",
        "map | pairs",
        "map | pairs | join(sep=\";\")",
    ] {
        for name in ["a.html", "a.txt"] {
            let template = format!(
                "{{% set safe %}}<b>&amp;{{% endset %}}{{% set mixed = [text, safe, 1, list] %}}{{{{ {expression} }}}}"
            );
            let view = serde_json::json!({
                "text": "a b\n\n  <b> & đ\n", "list": ["a", "<b>", 1, 2.5, null, ["c"]], "map": { "k": "<v>", "l": [1] },
            });
            let mut engine = plain.clone();
            engine.autoescape_on(ESCAPED);
            engine.add_raw_template(name, &template).unwrap();
            let context = Context::from_serialize(&view).unwrap();
            let expected = engine.render(name, &context).unwrap();
            let mut problems = Diagnostics::default();
            let theme = load(&[], &[(name, &template)], &mut problems).unwrap();
            let mut out = Vec::new();
            theme
                .render(name, Form::Written, &view, &mut out)
                .unwrap_or_else(|failure| panic!("{:?}", failure.told("x", 1)));
            assert_eq!(String::from_utf8(out).unwrap(), expected, "{name} {expression}");
        }
    }
    check_failure("{{ task.text | indent(indentation=\"ab\") }}", "CK250 … exactly one character");
}

#[test]
fn rows_of_templates_are_stopped_before_they_are_read() {
    let row = |count: usize, tag: &str| -> Vec<(String, String)> {
        let last = (format!("t{count:05}.html"), "x".to_owned());
        let others = (0..count)
            .map(|at| (format!("t{at:05}.html"), format!("{{% {tag} \"t{:05}.html\" %}}", at + 1)));
        others.chain([last]).collect()
    };
    for tag in ["include", "extends"] {
        let told = |count: usize| {
            let templates = row(count, tag);
            let templates: Vec<_> =
                templates.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            let mut problems = Diagnostics::default();
            load(&[], &templates, &mut problems);
            problems.iter().map(show).collect::<Vec<_>>()
        };
        assert_eq!(told(12), [""; 0]);
        let found = told(5_000);
        assert!(
            found.len() == 1 && found[0].contains("t00000.html:1:4 CK250 quá 12 mẫu"),
            "{found:?}"
        );
    }
}

/// The deepest that components may call each other through the longest rows of includes needs no more stack than a
/// thread has.
#[test]
fn the_deepest_templates_fit_on_a_threads_stack() {
    let last = limits::DEEPEST - 1;
    let mut templates: Vec<(String, String)> = (0..last)
        .map(|at| (format!("t{at}.html"), format!("{{% include \"t{}.html\" %}}", at + 1)))
        .collect();
    templates.push((format!("t{last}.html"), "{{ <tag /> }}".to_owned()));
    templates.push((
        "c.html".to_owned(),
        "{% component tag() %}{% include \"t0.html\" %}{% endcomponent tag %}".to_owned(),
    ));
    let templates: Vec<_> =
        templates.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let mut problems = Diagnostics::default();
    let theme = load(&[], &templates, &mut problems).unwrap();
    let failure = theme.render("t0.html", Form::Smaller, &view(), &mut Vec::new()).unwrap_err();
    assert!(failure.told("x", 1).what.contains("không dứt"));
}

#[test]
fn pictures_of_the_theme_load_nothing_from_elsewhere() {
    let told = |svg: &str| {
        let mut builtin = files("ten: Mặc định", &[]);
        builtin.insert("assets/a.svg".to_owned(), svg.as_bytes().into());
        let at = SourcePath::content("trang.yml").whole();
        let mut problems = Diagnostics::default();
        let chain =
            Chain::resolve(&BTreeMap::new(), BUILTIN, &at, &builtin, &mut problems).unwrap();
        Theme::load(&chain, &AssetMap::default(), &mut problems);
        problems.iter().map(|problem| problem.rule.code).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        told(
            "<svg xmlns='http://www.w3.org/2000/svg'><a href='https://x.example'><use href='#b'/></a></svg>"
        ),
        ""
    );
    assert_eq!(told("<svg><image href='//x.example/a'/></svg>"), "CK265");
    assert_eq!(told("<svg><style>@import 'https://x.example';</style></svg>"), "CK265");
    assert_eq!(told("<svg onload='x'><script>y</script></svg>"), "CK267");
    assert_eq!(told("<svg><a xlink:href='javascript:x'/></svg>"), "CK264");
}
