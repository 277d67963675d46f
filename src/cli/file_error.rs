//! Why an editor's file was not read or written, told to people.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A file or folder that could not be read or written.
#[derive(Debug)]
pub(super) struct FileError {
    path: PathBuf,
    why: Why,
}

/// Why a file was not read or written.
#[derive(Debug)]
pub(super) enum Why {
    /// The system refused.
    System(io::Error),
    /// Its mode says that nobody shall write it.
    ReadOnly,
    /// It belongs to another user, and a new file in its place would not.
    Foreign,
    /// Its group is another one, which a new file in its place cannot be given.
    Group,
    /// It is a folder, a pipe or a device.
    NoFile,
    /// Others saved it since it was read.
    Changed,
    /// Another command writes in the folder and did not come to an end.
    Busy,
}

impl FileError {
    pub(super) fn new(path: &Path, why: Why) -> Self {
        Self { path: path.to_owned(), why }
    }

    /// Whether the file was left because others saved it meanwhile.
    pub(super) fn is_changed(&self) -> bool {
        matches!(self.why, Why::Changed)
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        let source = match &self.why {
            Why::System(source) => source,
            Why::ReadOnly => {
                return write!(
                    f,
                    "“{path}” đặt là chỉ đọc nên không bị thay. Nếu muốn ghi vào tệp này thì bỏ chỉ đọc trước (chmod u+w)."
                );
            }
            Why::Foreign => {
                return write!(
                    f,
                    "“{path}” thuộc người dùng khác của máy nên không bị thay: ghi đè sẽ đổi chủ của tệp. Hãy nhờ chủ tệp \
                     chạy lệnh này, hoặc đổi chủ tệp trước (chown)."
                );
            }
            Why::Group => {
                return write!(
                    f,
                    "“{path}” thuộc một nhóm mà bạn không ở trong đó, nên không bị thay: ghi đè sẽ làm mất quyền của nhóm \
                     ấy. Hãy nhờ người trong nhóm chạy lệnh này, hoặc đổi nhóm của tệp trước (chgrp)."
                );
            }
            Why::NoFile => {
                return write!(f, "“{path}” không phải là tệp thường nên không bị thay.");
            }
            Why::Changed => {
                return write!(
                    f,
                    "“{path}” vừa được chương trình khác lưu trong lúc lệnh này chạy. Bản vừa lưu được giữ nguyên, không có \
                     gì bị ghi đè; hãy chạy lại lệnh."
                );
            }
            Why::Busy => {
                return write!(
                    f,
                    "Một lệnh congkhai khác đang ghi vào “{path}” và mãi chưa xong. Chưa ghi gì; hãy đợi lệnh đó xong rồi \
                     chạy lại."
                );
            }
        };
        match source.kind() {
            io::ErrorKind::NotFound => write!(f, "Không có “{path}”."),
            io::ErrorKind::PermissionDenied => write!(f, "Không được phép đọc hay ghi “{path}”."),
            io::ErrorKind::ReadOnlyFilesystem => {
                write!(f, "Không ghi được “{path}”: ổ đĩa chỉ cho đọc.")
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                write!(f, "Đĩa đầy hoặc hết hạn mức, không ghi được “{path}”.")
            }
            io::ErrorKind::InvalidData => write!(f, "“{path}” không phải văn bản UTF-8."),
            io::ErrorKind::InvalidFilename => write!(f, "Tên “{path}” quá dài hoặc không hợp lệ."),
            io::ErrorKind::AlreadyExists | io::ErrorKind::DirectoryNotEmpty => {
                write!(f, "“{path}” vừa có người khác tạo; không có gì bị ghi đè.")
            }
            _ => write!(f, "Không đọc hay ghi được “{path}”: {source}"),
        }
    }
}

impl std::error::Error for FileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.why {
            Why::System(source) => Some(source),
            Why::ReadOnly | Why::Foreign | Why::Group | Why::NoFile | Why::Changed | Why::Busy => {
                None
            }
        }
    }
}

/// Names the path that an error is about.
pub(super) fn about(path: &Path) -> impl FnOnce(io::Error) -> FileError {
    |source| FileError::new(path, Why::System(source))
}
