//! CK200: no placeholder stands where a fact belongs.

use rayon::prelude::*;

use crate::diagnostic::catalog::ck200;
use crate::diagnostic::{Diagnostics, SourcePath};
use crate::source::yaml::{Kind, Node, Outline, Step};
use crate::source::{SourceTree, front_matter, layout};
use crate::text::is_placeholder;

/// What a file with a placeholder has somewhere, however its letters are marked: most files have
/// none of it, and their values need not be read.
const TRACES: &[&str] = &["p nh", "g sau", "n/a", "tbd", "todo", "xxx", "..", "…", "??"];

/// Keys whose values are somebody else's words.
const VERBATIM: &[&str] =
    &["nguyen_van", "chu_tri_nguyen_van", "trich_dan", "truoc", "sau", "cu", "moi"];

pub(super) fn check(tree: &SourceTree, problems: &mut Diagnostics) {
    let texts: Vec<_> = tree.texts.iter().map(|(path, file)| (path, &*file.text)).collect();
    let found: Vec<Diagnostics> = texts
        .into_par_iter()
        .map(|(path, text)| {
            let mut problems = Diagnostics::default();
            file(path, text, &mut problems);
            problems
        })
        .collect();
    for its_problems in found {
        problems.append(its_problems);
    }
}

fn file(path: &SourcePath, text: &str, problems: &mut Diagnostics) {
    if !(layout::is_yaml(path) || layout::is_markdown(path)) {
        return;
    }
    let Some(yaml) = front_matter::yaml_of(path, text) else { return };
    let plain = text[yaml.clone()].to_ascii_lowercase();
    if !TRACES.iter().any(|trace| plain.contains(trace)) {
        return;
    }
    let outline = Outline::of(&text[yaml.clone()], yaml.start);
    if let Some(root) = outline.nodes().first() {
        values(path, text, &outline, root, "", problems);
    }
}

fn values(
    path: &SourcePath,
    text: &str,
    outline: &Outline,
    node: &Node,
    key: &str,
    problems: &mut Diagnostics,
) {
    let key = match &node.step {
        Some(Step::Key(key)) => key,
        Some(Step::Item(_)) | None => key,
    };
    if VERBATIM.contains(&key) {
        return;
    }
    match node.kind {
        Kind::Plain | Kind::Quoted | Kind::Block => {
            let value = scalar(&text[node.value.clone()], node.kind);
            if is_placeholder(value) {
                problems.push(ck200::placeholder(path.passage(node.value.clone()), key, value));
            }
        }
        Kind::Sequence | Kind::Mapping => {
            for child in outline.children(node) {
                values(path, text, outline, child, key, problems);
            }
        }
        Kind::Alias => {}
    }
}

/// The words of a value without the signs of YAML around them.
fn scalar(written: &str, kind: Kind) -> &str {
    match kind {
        Kind::Quoted => written.get(1..written.len() - 1).unwrap_or_default().trim(),
        Kind::Block if written.starts_with(['|', '>']) => {
            written.split_once('\n').map_or("", |(_, words)| words).trim()
        }
        _ => written.trim(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(yaml: &str, expected: &[&str]) {
        for (name, text) in
            [("trang.yml", yaml.to_owned()), ("a.md", format!("---\n{yaml}\n---\n…\n"))]
        {
            let mut problems = Diagnostics::default();
            file(&SourcePath::content(name), &text, &mut problems);
            let found: Vec<_> = problems.iter().map(|problem| problem.what.as_str()).collect();
            let expected: Vec<_> =
                expected.iter().map(|value| format!("{value} là chữ giữ chỗ.")).collect();
            assert_eq!(found, expected, "{name}: {yaml}");
        }
    }

    #[test]
    fn placeholders_of_any_spelling_are_told() {
        check("ngay: \"Đang cập nhật\"", &["ngay: “Đang cập nhật”"]);
        check("ngay: đang cập nhập...", &["ngay: “đang cập nhập...”"]);
        check("ngay: …", &["ngay: “…”"]);
        check("ngay: >-\n  Chưa cập nhật.", &["ngay: “Chưa cập nhật.”"]);
        check("a: { b: [ 'TBD', N/A ] }", &["b: “TBD”", "b: “N/A”"]);
        check("- a: XXX # sửa sau", &["a: “XXX”"]);
        check("a: Bổ sung sau\nb: CẬP NHẬT SAU", &["a: “Bổ sung sau”", "b: “CẬP NHẬT SAU”"]);
    }

    #[test]
    fn facts_are_no_placeholders() {
        check("hieu_luc: khong_ro\nghi_chu: Trang ghi “Đang cập nhật” ở đây.\nma: a", &[]);
        check("ghi_chu: \"Cổng ghi “Đang cập nhật”, nên để trống.\"", &[]);
    }

    #[test]
    fn the_words_of_others_are_theirs() {
        check("nguyen_van: Đang cập nhật\nthoi_gian: { nguyen_van: … }\ntrich_dan: TBD", &[]);
    }

    #[test]
    fn a_file_without_front_matter_is_passed_over() {
        let mut problems = Diagnostics::default();
        file(&SourcePath::content("van-ban.md"), "a: TBD", &mut problems);
        assert_eq!(problems.iter().count(), 0);
    }
}
