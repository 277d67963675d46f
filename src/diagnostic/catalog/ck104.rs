//! CK104: a Markdown file opens with its front matter between two lines of three hyphens.

use crate::diagnostic::{Diagnostic, Rule, Severity, SourcePath};
use crate::source::front_matter::FrontMatterFault;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK104",
    severity: Severity::Error,
    title: "Tệp .md phải mở đầu bằng phần khai báo nằm giữa hai dòng ---",
    why: "Phần khai báo chứa số, tên, thời gian và các thông tin khác để lập trang; lời viết tự do \
          đứng sau nó. Thiếu một trong hai dòng --- thì không biết phần khai báo bắt đầu và hết ở đâu.",
    mend: "Ghi ba dấu gạch nối (---) một mình trên dòng đầu tiên của tệp, và lần nữa trên dòng ngay \
           sau phần khai báo.",
    example: "so: \"3.1\"\nnguyen_van: Xây dựng hạ tầng băng thông rộng.\n---\nLời viết.",
};

/// The front matter of `file` is not there or has no end.
pub fn front_matter(file: &SourcePath, fault: FrontMatterFault) -> Diagnostic {
    match fault {
        FrontMatterFault::Missing { first } => Diagnostic::new(
            &RULE,
            file.passage(first),
            "Tệp không mở đầu bằng dòng “---”, nên không có phần khai báo.",
        )
        .help(
            "Thêm dòng “---” làm dòng đầu tiên của tệp, không có dòng trống nào ở trên.".to_owned(),
        ),
        FrontMatterFault::NotClosed { opening } => Diagnostic::new(
            &RULE,
            file.passage(opening),
            "Phần khai báo mở ra ở đây mà không có dòng “---” thứ hai để đóng lại.",
        )
        .help("Thêm dòng “---” ngay sau dòng cuối của phần khai báo, viết sát lề trái.".to_owned()),
    }
}
