use std::fmt::Write as _;

use serde::Deserialize;

use super::*;
use crate::diagnostic::At;
use crate::diagnostic::Diagnostic;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only the shape matters here")]
struct Task {
    so: String,
    #[serde(default)]
    chu_tri: Vec<String>,
    noi_dung: Option<String>,
    #[serde(default)]
    dien_bien: Vec<Event>,
    thoi_gian: Option<Time>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only the shape matters here")]
struct Event {
    ma: String,
    ngay: Option<String>,
    loai: Option<Sort>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only the shape matters here")]
struct Time {
    tu: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Sort {
    CapNhat,
    XacNhan,
}

/// The problems of `yaml`, each as its code and the text it points at.
fn problems(yaml: &str) -> Vec<(Diagnostic, String)> {
    let text = format!("---\n{yaml}---\nLời.\n");
    let file = SourcePath::content("nhiem-vu/1-1.md");
    let mut problems = Diagnostics::default();
    let document: Option<Task> = read(&file, &text, 4..4 + yaml.len(), &mut problems);
    assert_eq!(document.is_none(), problems.iter().next().is_some(), "{yaml:?}");
    let outline = Outline::of(yaml, 4);
    let shown = |problem: Diagnostic| {
        let range = match &problem.place.at {
            At::Passage(range) => range.clone(),
            At::Key(path) => outline.locate(path),
            other => panic!("{other:?}"),
        };
        let at = text[range].to_owned();
        (problem, at)
    };
    problems.into_vec().into_iter().map(shown).collect()
}

#[track_caller]
fn check(yaml: &str, expected: &str) {
    let mut found = String::new();
    for (problem, at) in problems(yaml) {
        let _ = write!(found, "{} {at} | ", problem.rule.code);
    }
    assert_eq!(found.trim_end_matches(" | "), expected, "{yaml:?}");
}

/// The first problem of `yaml` says all of `parts`, in its sentence or its advice.
#[track_caller]
fn check_words(yaml: &str, parts: &[&str]) {
    let (problem, _) = problems(yaml).into_iter().next().expect("a problem");
    let words = format!("{} {}", problem.what, problem.help.join(" "));
    for part in parts {
        assert!(words.contains(part), "{part} in {words}");
    }
}

#[test]
fn a_sound_text_is_read() {
    check(
        "so: 6.10 # số\nchu_tri: [so-tttt]\nnoi_dung: \"a: b #5\"\ndien_bien:\n  - { ma: d1 }\n",
        "",
    );
    check("so: no\nnoi_dung: |\n  Bảng:\n  \tmột\thai\n", "");
    check("\u{feff}so: 1\r\nnoi_dung: 'x'\r\n", "");
}

#[test]
fn numbers_stay_as_they_are_written() {
    let text = "so: 6.10\nnoi_dung: 0012\n";
    let task: Task =
        read(&SourcePath::content("a.yml"), text, 0..text.len(), &mut Diagnostics::default())
            .expect("the text is sound");
    assert_eq!((task.so.as_str(), task.noi_dung.as_deref()), ("6.10", Some("0012")));
}

#[test]
fn everything_that_yaml_allows_and_we_do_not_is_told_at_once() {
    check(
        "so: &a 1\nso: 2\nnoi_dung: *a\nthoi_gian:\n  <<: { tu: ~ }\n",
        "CK155 &a | CK152 so | CK155 *a | CK155 << | CK158 ~",
    );
    check("so: !!str 1\nnoi_dung: null\nchu_tri:\n", "CK155 !!str | CK158 null | CK158 chu_tri");
    check("so: 1\nchu_tri:\n  - a\n  -\n", "CK158 ");
    check("so: 1\n---\nso: 2\n", "CK156 ---");
    check("so: *quan trọng*\n", "CK155 *quan");
    check("dien_bien:\n  - ma: d1\n    ma: d2\nso: 1\n", "CK152 ma");
}

#[test]
fn a_duplicate_names_both_places() {
    let found = problems("so: 1\nnoi_dung: x\nso: 2\n");
    let (problem, _) = &found[0];
    assert_eq!(problem.place.at, At::Passage(22..24));
    assert_eq!(problem.related[0].0.at, At::Passage(4..6));
}

#[test]
fn shape_faults_are_told_beside_structural_ones_on_other_lines() {
    check("noi_dung: ~\nchu_tri: so-tttt\nso: 1\n", "CK158 ~ | CK154 so-tttt");
    check("dien_bien:\n  - ~\nso: 1\n", "CK158 ~");
}

#[test]
fn traps_of_bare_values_are_explained() {
    check("so: 1\nnoi_dung: Kết quả: xong\n", "CK150 :");
    check_words("so: 1\nnoi_dung: Kết quả: xong\n", &["dấu hai chấm", "dấu nháy kép", "|"]);
    check("so: 1\nnoi_dung: Xây dựng\n  các hệ thống: y tế\n", "CK150 :");
    check("so: 1\nnoi_dung: Báo cáo số #5 năm 2016\n", "CK150 #");
    check_words("so: 1\nnoi_dung: Báo cáo số #5\n", &["chỉ còn “Báo cáo số”"]);
    for sign in ["@", "`", "%", "]", ",", "?"] {
        check(&format!("so: 1\nnoi_dung: {sign} x\n"), &format!("CK150 {sign}"));
        check_words(&format!("so: 1\nnoi_dung: {sign} x\n"), &[sign, "dấu nháy kép"]);
    }
    check("so: \"1\nnoi_dung: x\n", "CK150 \"");
    check("so: '1' x\n", "CK150 x");
    check("so: [sic] x\n", "CK150 x");
    check("so: 1\nchu_tri: [a, b\nnoi_dung: x\n", "CK150 [");
    check("so: \"a\\d\"\n", "CK150 \\");
    check("so: - x\n", "CK150 -");
    check("so: > 5%\n", "CK150 5");
    check("so: & x\n", "CK150 &");
}

#[test]
fn faults_of_indentation_and_spacing_are_explained() {
    check("so: 1\n  noi_dung: x\n", "CK150 noi_dung");
    check("dien_bien:\n  - ma: d1\n ngay: x\n", "CK150 ngay");
    check("so: 1\n- x\n", "CK150 - x");
    check("so: 1\nnoi_dung:x\n", "CK150 :");
    check("so:1\n", "CK150 :");
    check("so:\u{a0}1\n", "CK150 :");
    check_words("so:\u{a0}1\n", &["đặc biệt"]);
    check("so: 1\nnoi_dung\nchu_tri: [a]\n", "CK150 noi_dung");
    check("so: 1\n\tnoi_dung: x\n", "CK150 \t");
    check("so:\t1\nchu_tri:\n\t- x\n", "CK150 \t | CK150 \t");
    check("  so: 1\nnoi_dung: x\n", "CK150 noi_dung:");
    check("so: a\u{1}b\u{7}\n", "CK150 \u{1} | CK150 \u{7}");
    check("so: \"a\\x01b\"\n", "CK150 \\x01");
    check("so: \"a\\\\x01b\"\nnoi_dung: \"một\\vhai\"\n", "CK150 \\v");
    check("so: \"1\\n\\t\\u1ea5\"\n", "");
    check("so: “1” và “2”\n", "");
}

#[test]
fn a_fault_that_shows_on_a_later_line_is_told_where_it_was_made() {
    check("so: \"1\nnoi_dung: x\nthoi_gian: { tu: \"2\" }\n", "CK150 \"");
    assert_eq!(problems("so: \"1\nnoi_dung: \"x\"\n")[0].0.place.at, At::Passage(8..9));
    check("so:1\nnoi_dung: x\n", "CK150 :");
    check("so: 1\nthoi_gian:\n  tu:2016\n", "CK150 :");
    check("{ so: 1,\n  noi_dung: x\n", "CK150 {");
    check("so： 1\nnoi_dung: x\n", "CK150 ：");
}

#[test]
fn marks_that_hold_no_words_or_stay_in_them_are_told() {
    check("so: \"\"\nnoi_dung: ' '\n", "CK158 \"\" | CK158 ' '");
    check("so: 1\nnoi_dung: >-\n\n", "CK158 noi_dung");
    check("so: “1”\nnoi_dung: Hai\"\n", "CK150 “1” | CK150 \"");
    check("so: Khổ 15\" và 17\"\nnoi_dung: “Một cửa” và hơn\n", "");
    check("so: 1\rnoi_dung: x\r", "CK150 \r");
}

#[test]
fn shape_is_told_in_vietnamese() {
    check("so: 1\nnoi_dun: x\n", "CK151 noi_dun");
    check_words("so: 1\nnoi_dun: x\n", &["“noi_dun”", "Ý bạn là “noi_dung”"]);
    check_words("so: 1\nnội dung: x\n", &["Ý bạn là “noi_dung”"]);
    check_words("so: 1\nzzz: x\n", &["“so”, “chu_tri”"]);
    check("so: 1\ndien_bien:\n  - ma: d1\n    \"la\": x\n", "CK151 \"la\"");
    check("noi_dung: x\n", "CK153 noi_dung: x");
    check("so: 1\ndien_bien:\n  - ma: d1\n  - ngay: x\n", "CK153 ngay: x");
    check_words("so: 1\nthoi_gian: {}\n", &["Thiếu khóa “tu”"]);
    check("so: 1\nchu_tri: so-tttt\n", "CK154 so-tttt");
    check_words("so: 1\nchu_tri: so-tttt\n", &["“chu_tri”", "danh sách"]);
    check("so: 1\nchu_tri: [a, { b: c }]\n", "CK154 { b: c }");
    check_words("so: [1, 2]\n", &["“so”", "phải là chữ"]);
    check("so: 1\nthoi_gian: 2016\n", "CK154 2016");
    check("so: 1\ndien_bien: [{ ma: d1, loai: cap_nhap }]\n", "CK154 cap_nhap");
    check_words(
        "so: 1\ndien_bien: [{ ma: d1, loai: cap_nhap }]\n",
        &["“loai”", "Ý bạn là “cap_nhat”"],
    );
    check("- so\n- b\n", "CK154 - so");
    check("so: 1\n? [a]\n: b\n", "CK154 [");
    check("", "CK153 ");
}

#[test]
fn a_value_that_quotes_a_message_does_not_mislead() {
    check("so: 1\n\"a`, expected `b\": x\n", "CK151 \"a`, expected `b\"");
    check(
        "so: 1\nchu_tri: \"invalid type: x, expected a map\"\n",
        "CK154 \"invalid type: x, expected a map\"",
    );
}

#[test]
fn hostile_texts_are_refused() {
    let bomb: String = (0..9).fold("a: &a0 x\n".to_owned(), |mut text, level| {
        let _ = writeln!(text, "k{level}: &a{} [{}]", level + 1, format!("*a{level},").repeat(9));
        text
    });
    let count = |yaml: &str| problems(yaml).len();
    assert!(count(&bomb) > 1);
    for yaml in [
        "[".repeat(1_000_000),
        "{a: ".repeat(200_000),
        "- ".repeat(500_000),
        "? ".repeat(500_000),
        format!("so: x: y\nb: {}", "[".repeat(1_000_000)),
        format!("so: [{}]\n", "~,".repeat(200_000)),
        "\u{1}".repeat(200_000),
        "k: v\n".repeat(40_000),
        "\tk: v\n".repeat(100_000),
        "&a ".repeat(100_000),
    ] {
        assert!((1..=101).contains(&count(&yaml)), "{}", &yaml[..20]);
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_or_told(yaml in "(so|chu_tri|[-a-cđ:,\\[\\]{}&*!|>'\"#?%@`~\\\\ \n\t\r.\u{feff}\u{a0}]){0,40}\n") {
        problems(&yaml);
    }
}
