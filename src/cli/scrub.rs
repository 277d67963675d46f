//! `congkhai scrub`: a copy of a file without what it carries beside what it shows.

use std::path::{Path, PathBuf};

use super::desk::{self, Desk, WRITING};
use super::file_error::FileError;
use super::{Exit, ScrubArgs, files, report};
use crate::attachment::{self, NotCleaned};
use crate::diagnostic::catalog::{ck231, ck232, ck233};

/// What stands before the ending of a cleaned copy's name.
const MARK: &str = "sach";

pub(super) fn run(arguments: &ScrubArgs) -> Exit {
    let mut exit = Exit::Done;
    for file in &arguments.files {
        match copy(file) {
            Ok(told) => match report::say(&told) {
                Exit::Done => {}
                failed => return failed,
            },
            Err(Fault::Told(told)) => {
                report::complain(&told);
                exit = exit.then(Exit::Problems);
            }
            // The others can be cleaned all the same.
            Err(Fault::Disk(error)) => exit = report::environment(&error),
        }
    }
    exit
}

enum Fault {
    /// No copy is made of this file, and why.
    Told(String),
    Disk(FileError),
}

impl From<FileError> for Fault {
    fn from(error: FileError) -> Self {
        Fault::Disk(error)
    }
}

/// Writes the copy beside the file; out comes what to say of it.
fn copy(file: &Path) -> Result<String, Fault> {
    let shown = file.display();
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let no = |why: &str| Err(Fault::Told(format!("lỗi: “{shown}”: {why}")));
    if !files::is_file(file)? {
        return no("không phải tệp thường.");
    }
    let bytes = files::bytes(file)?;
    let kind = attachment::kind(&name, &bytes)
        .map_err(|refusal| Fault::Told(format!("lỗi: {}", ck231::in_words(&name, &refusal))))?;
    let contents = attachment::contents(kind, &bytes);
    let carried = || contents.carried.iter().map(ck232::named).collect::<Vec<_>>().join("; ");
    match attachment::cleaned(kind, &bytes) {
        Ok(cleaned) => {
            let target = beside(file);
            let folder = desk::parent(&target);
            let desk = Desk::open(folder)?;
            desk.clear(folder, WRITING);
            if !desk.add(&target, &cleaned)? {
                return no(&format!(
                    "đã có “{}”; xem tệp ấy, xóa đi rồi gõ lại lệnh.",
                    target.display()
                ));
            }
            let target = target.display();
            Ok(format!(
                "Đã ghi “{target}”, không còn {}. Tệp gốc giữ nguyên. Mở xem bản mới; đăng bản ấy thì sửa tep (và sha256) trong nội dung.\n",
                carried()
            ))
        }
        Err(NotCleaned::Nothing) => {
            Ok(format!("“{shown}” không mang theo gì; đăng được như vậy.\n"))
        }
        Err(NotCleaned::Signed) => {
            no("tệp có chữ ký số, sửa là hỏng chữ ký; xin cơ quan ký một bản khác.")
        }
        Err(NotCleaned::Locked) => no("tệp có mật khẩu; bỏ mật khẩu rồi gõ lại lệnh."),
        Err(NotCleaned::Damaged) => no("tệp có vẻ hỏng; chép lại từ nguồn."),
        Err(NotCleaned::DamagedParts) => no(&format!(
            "{}. Mở tệp, thay hoặc bỏ ảnh ấy rồi lưu lại, xong gõ lại lệnh.",
            ck233::broken(&contents)
        )),
        Err(NotCleaned::ByHand) => no(&format!(
            "tệp {}; có thứ phải do người xem rồi bỏ trong chương trình đã soạn nó, hoặc in ra PDF.",
            ck232::told(kind, &contents)
        )),
    }
}

/// The copy's name: `a.pdf` becomes `a.sach.pdf`.
fn beside(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    file.with_file_name(format!("{stem}.{MARK}.{ending}"))
}
