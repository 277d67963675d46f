use super::*;
use crate::diagnostic::{Rule, Severity};

/// A rule for tests of how problems are shown.
pub(in crate::diagnostic) static RULE: Rule = Rule {
    code: "CK110",
    severity: Severity::Error,
    title: "Mã cơ quan phải có thật",
    why: "Trang của cơ quan được lập từ mã này.",
    mend: "Sửa mã, hoặc thêm tệp của cơ quan.",
    example: "chu_tri: [so-tttt-th]",
};

/// Texts for tests: each content file's path and text.
pub(in crate::diagnostic) struct Texts(pub(in crate::diagnostic) Vec<(&'static str, String)>);

impl Sources for Texts {
    fn text(&self, file: &SourcePath) -> Option<&str> {
        self.0.iter().find(|(path, _)| *path == file.as_str()).map(|(_, text)| text.as_str())
    }

    fn shown(&self, file: &SourcePath) -> String {
        format!("content/{file}")
    }
}

/// Whether the place in a file of that name shows as `line:column-line:column text`.
#[track_caller]
fn check(name: &'static str, text: &str, place: impl Fn(&SourcePath) -> Place, expected: &str) {
    let texts = Texts(vec![(name, text.to_owned())]);
    let file = SourcePath::content(name);
    let place = place(&file);
    let shown = Locator::new(&texts).shown(&place).spot.map_or("none".to_owned(), |spot| {
        let Spot { line, column, end_line, end_column, bytes } = spot;
        format!("{line}:{column}-{end_line}:{end_column} {}", &text[bytes])
    });
    assert_eq!(shown, expected);
}

const TASK: &str = "---\r\nso: \"1\"\r\nđơn_vị: [Sở, Ủy ban]\r\n---\r\nĐã xong.\r\n";

#[test]
fn keys_are_found_in_front_matter_and_in_yaml() {
    check("a.md", TASK, |file| file.key("đơn_vị[1]"), "3:14-3:20 Ủy ban");
    check("a.yml", "\u{feff}a:\n  b: 1\n", |file| file.key("a.b"), "2:6-2:7 1");
    check("a.md", TASK, |file| file.key("nhom"), "2:1-2:8 so: \"1\"");
    check("a.md", "Lời.\n", |file| file.key("nhom"), "1:1-1:1 ");
}

#[test]
fn columns_count_characters() {
    check(
        "a.md",
        TASK,
        |file| file.passage(TASK.find("xong").expect("it is there")..TASK.len() - 2),
        "5:4-5:9 xong.",
    );
    check("a.md", "Ho\u{301}a x", |file| file.passage(6..7), "1:6-1:7 x");
    check("a.md", TASK, |file| file.position(5, 4), "5:4-5:5 x");
}

#[test]
fn places_outside_the_text_fall_on_its_edge() {
    check("a.md", "đ\nb", |file| file.passage(1..900), "1:1-2:2 đ\nb");
    check("a.md", "đ\nb", |file| file.position(9, 9), "2:2-2:2 ");
    check("a.md", "đ\nb", |file| file.position(0, 0), "1:1-1:2 đ");
    check("a.md", "", |file| file.key("a"), "1:1-1:1 ");
    check("a.md", "x", SourcePath::whole, "none");
}

#[test]
fn a_file_whose_text_is_unknown_keeps_its_position() {
    let texts = Texts(Vec::new());
    let place = SourcePath::theme("page.html").position(3, 7);
    let spot = Locator::new(&texts).shown(&place).spot.expect("a position needs no text");
    assert_eq!((spot.line, spot.column), (3, 7));
}

#[test]
fn problems_come_by_path_line_column_and_code() {
    let texts = Texts(vec![("a.md", TASK.to_owned()), ("b.yml", "a: 1\nb: 2\n".to_owned())]);
    let (a, b) = (SourcePath::content("a.md"), SourcePath::content("b.yml"));
    let mut problems = Diagnostics::default();
    for (place, what) in [
        (b.key("b"), "5"),
        (a.key("đơn_vị[1]"), "4"),
        (a.key("đơn_vị[0]"), "3"),
        (a.key("so"), "2"),
        (a.whole(), "1"),
    ] {
        problems.push(Diagnostic::new(&RULE, place, what));
    }
    let order: String =
        sorted(&problems, &texts).iter().map(|one| one.diagnostic.what.as_str()).collect();
    assert_eq!(order, "12345");
}
