//! CK109: what import asked is answered.

use crate::diagnostic::catalog::ck109;
use crate::diagnostic::{Diagnostics, SourcePath};
use crate::parse::import_notes;
use crate::source::{ContentFile, SourceTree};

pub(super) fn check(tree: &SourceTree, problems: &mut Diagnostics) {
    for (path, file) in &tree.texts {
        if matches!(ContentFile::of(path), Some(ContentFile::ImportNotes(_))) {
            notes(path, &file.text, problems);
        }
    }
}

fn notes(path: &SourcePath, text: &str, problems: &mut Diagnostics) {
    let open =
        import_notes::questions(text).into_iter().filter(|question| question.answer.is_none());
    open.for_each(|question| {
        problems.push(ck109::not_answered(path.passage(question.place), &question.asked));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_has_no_answer_is_told() {
        let text = "# Nhập\n\n### so-hieu\n\nHỏi: Số hiệu?\n\nTrả lời:\n\n### ngay\n\nHỏi: Ngày?\n\nTrả lời: 15/1/2026\n";
        let path = SourcePath::content("ke-hoach/12-kh-ubnd-2026/nhap.md");
        let mut problems = Diagnostics::default();
        notes(&path, text, &mut problems);
        let found: Vec<_> = problems.iter().map(|problem| problem.what.as_str()).collect();
        assert_eq!(found, ["Chưa trả lời: Số hiệu?"]);
    }
}
