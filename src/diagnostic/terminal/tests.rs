use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::diagnostic::locate::sorted;
use crate::diagnostic::locate::tests::{RULE, Texts};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, SourcePath};

/// How a problem at `place` of a file with this text is shown, without what follows its line.
fn head(text: &str, place: impl Fn(&SourcePath) -> Place) -> String {
    let shown = shown(text, |file| Diagnostic::new(&RULE, place(file), "Không có mã này."));
    let lines = shown.lines().take_while(|line| !line.trim_start().starts_with("= "));
    lines.collect::<Vec<_>>().join("\n").trim_end_matches([' ', '|', '\n']).to_owned()
}

fn shown(text: &str, problem: impl Fn(&SourcePath) -> Diagnostic) -> String {
    let texts = Texts(vec![("a.md", text.to_owned())]);
    let mut problems = Diagnostics::default();
    problems.push(problem(&SourcePath::content("a.md")));
    render(&sorted(&problems, &texts), &texts, Style::Plain, 80)
}

/// The text that stands above the carets.
#[track_caller]
fn check_caret(text: &str, marked: &str, expected: &str) {
    let start = text.find(marked).expect("it is there");
    let shown = head(text, |file| file.passage(start..start + marked.len()));
    let lines: Vec<&str> = shown.lines().collect();
    let caret = lines.iter().position(|line| line.contains('^')).expect("a line with carets");
    let column = lines[caret].find('^').expect("it is there");
    let count = lines[caret].matches('^').count();
    let letters: Vec<String> = lines[caret - 1].chars().fold(Vec::new(), |mut letters, c| {
        match letters.last_mut() {
            Some(last) if is_combining_mark(c) => last.push(c),
            _ => letters.push(c.to_string()),
        }
        letters
    });
    assert_eq!(
        letters[column..column + count].concat().nfc().collect::<String>(),
        expected,
        "{shown}"
    );
    assert!(letters.len() < 90, "{shown}");
}

#[test]
fn a_problem_is_told_whole() {
    let text = "---\nso: \"1\"\nchu_tri: [so-tttt-th]\n---\n";
    let shown = shown(text, |file| {
        Diagnostic::new(&RULE, file.key("chu_tri[0]"), "Không có cơ quan nào mang mã “so-tttt-th”.")
            .help("Ý bạn là “so-tttt”?".to_owned())
            .related(file.key("so"), "của nhiệm vụ này")
    });
    let expected = "\
lỗi[CK110]: Không có cơ quan nào mang mã “so-tttt-th”.
 --> content/a.md:3:11
  |
3 | chu_tri: [so-tttt-th]
  |           ^^^^^^^^^^
  |
 ::: content/a.md:2:5
  |
2 | so: \"1\"
  |     --- của nhiệm vụ này
  |
  = vì sao: Trang của cơ quan được lập từ mã này.
  = cách sửa: Ý bạn là “so-tttt”?
  = xem thêm: congkhai explain CK110

";
    assert_eq!(shown, expected);
}

#[test]
fn carets_stand_under_letters_in_both_normal_forms() {
    let text = "Ủy ban nhân dân tỉnh Thanh Hóa, Sở Nội vụ";
    check_caret(text, "Thanh Hóa", "Thanh Hóa");
    let decomposed: String = text.nfd().collect();
    check_caret(&decomposed, &"Thanh Hóa".nfd().collect::<String>(), "Thanh Hóa");
}

#[test]
fn long_lines_are_cut_around_the_caret() {
    let text = format!("{}ĐÂY{}", "Xây dựng hạ tầng, ".repeat(30), " phát triển đô thị".repeat(30));
    check_caret(&text, "ĐÂY", "ĐÂY");
    let shown = head(&text, |file| file.passage(0..text.len()));
    assert!(shown.lines().all(|line| line.chars().count() <= 90), "{shown}");
}

#[test]
fn only_the_first_line_of_a_passage_is_shown() {
    let shown = head("một\r\nhai\r\n", |file| file.passage(2..9));
    assert!(shown.ends_with("1 | một\n  |  ^^"), "{shown}");
}

#[test]
fn a_place_without_text_is_still_named() {
    let whole = head("x", SourcePath::whole);
    assert!(whole.ends_with("--> content/a.md"), "{whole}");
    let empty = head("", |file| file.key("so"));
    assert!(empty.contains("--> content/a.md:1:1"), "{empty}");
    let unknown = head("x", |_| SourcePath::content("khac.md").position(3, 7));
    assert!(unknown.ends_with("--> content/khac.md:3:7"), "{unknown}");
}

#[test]
fn nothing_from_a_file_steers_the_terminal() {
    let text = "so: \u{1b}[31m\u{9b}x\u{202e}\u{7}\n";
    let shown = shown(text, |file| {
        Diagnostic::new(&RULE, file.passage(4..5), format!("Lạ: {text}"))
            .help(format!("Bỏ {text}"))
            .related(file.passage(0..2), text)
    });
    assert!(!shown.chars().any(|c| c != '\n' && sign(c) != c), "{shown:?}");
}

#[test]
fn gravity_has_a_vietnamese_name() {
    for (severity, name) in
        [(Severity::Warning, "cảnh báo[CK110]"), (Severity::Info, "lưu ý[CK110]")]
    {
        let shown =
            shown("x", |file| Diagnostic::new(&RULE, file.whole(), "Lạ.").severity(severity));
        assert!(shown.starts_with(name), "{shown}");
        assert!(shown.contains("cách sửa: Sửa mã"), "{shown}");
    }
}

#[test]
fn long_advice_is_broken_at_spaces() {
    let advice = "Sửa mã, hoặc thêm tệp của cơ quan vào thư mục. ".repeat(6);
    let shown = shown("x", |file| Diagnostic::new(&RULE, file.whole(), "Lạ.").help(advice.clone()));
    assert!(shown.lines().all(|line| line.chars().count() <= 82), "{shown}");
    assert!(shown.contains("\n             "), "{shown}");
}

#[test]
fn colours_are_used_where_they_are_wanted() {
    let texts = Texts(Vec::new());
    let mut problems = Diagnostics::default();
    problems.push(Diagnostic::new(&RULE, SourcePath::content("a.md").whole(), "Lạ."));
    let located = sorted(&problems, &texts);
    assert!(render(&located, &texts, Style::Styled, 80).contains("\u{1b}["));
    assert!(!render(&located, &texts, Style::Plain, 80).contains('\u{1b}'));
}
