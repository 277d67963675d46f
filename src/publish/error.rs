//! Why nothing was published, told to people.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::manifest::{BadManifest, MANIFEST};
use super::protected::{ProtectedKind, Relation};
use crate::output::{Collision, OutputPath};

/// Why publishing did not take place, or could not be tidied up. The published folder is the old
/// site or the new one in each case but [`PublishError::Interrupted`].
#[derive(Debug)]
pub enum PublishError {
    /// The output is a file or a broken symbolic link.
    NotAFolder {
        /// The output.
        path: PathBuf,
    },
    /// The output is the root of the file system.
    FileSystemRoot {
        /// The output.
        path: PathBuf,
    },
    /// The output holds files, and no manifest of ours.
    NotOurs {
        /// The output.
        path: PathBuf,
    },
    /// The output's manifest cannot be understood.
    BadManifest {
        /// The manifest.
        path: PathBuf,
        /// What is wrong with it.
        reason: BadManifest,
    },
    /// The output would endanger a folder that is not for publishing.
    Protected {
        /// The output.
        output: PathBuf,
        /// How it lies to the protected folder.
        relation: Relation,
        /// What the protected folder is.
        kind: ProtectedKind,
        /// The protected folder.
        path: PathBuf,
    },
    /// Another build is publishing to this folder.
    Locked {
        /// The output.
        path: PathBuf,
    },
    /// A file that others put into the published folder stands where the new site has one.
    InTheWay {
        /// The file of others.
        foreign: PathBuf,
        /// Our file.
        ours: OutputPath,
    },
    /// A folder of the published site does not let this user remove what it holds, so that the old site could not be
    /// removed after the swap.
    NotRemovable {
        /// The folder.
        path: PathBuf,
    },
    /// Another file system is mounted in the published folder: with the old site, what it holds would be removed.
    Mounted {
        /// Where.
        path: PathBuf,
    },
    /// A folder with one of our names beside the output holds something that we did not put there.
    Strange {
        /// The folder.
        folder: PathBuf,
        /// What it holds.
        path: PathBuf,
    },
    /// Two files of the site cannot stand in one folder.
    Collision(Collision),
    /// A file of the site has a name that publishing keeps for itself.
    Reserved {
        /// The file.
        path: OutputPath,
    },
    /// The disk refused between the two renames of a swap, and refused the way back as well.
    Interrupted {
        /// The output, which may be missing until the next run.
        path: PathBuf,
        /// Where the old site stands meanwhile.
        aside: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The disk refused.
    Io {
        /// What was to be done.
        action: Action,
        /// To which file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// What was to be done to a disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Reading a file or a folder.
    Read,
    /// Making a folder.
    CreateFolder,
    /// Writing a file.
    Write,
    /// Taking along a file of others.
    Carry,
    /// Putting the new site in place of the old.
    Replace,
    /// Removing what is no longer needed.
    Remove,
    /// Waiting until the disk has everything.
    Sync,
    /// Locking out other builds.
    Lock,
}

impl PublishError {
    /// An error of the system with the path that it spoke of.
    pub(super) fn io(action: Action, path: &Path, source: io::Error) -> Self {
        Self::Io { action, path: path.to_path_buf(), source }
    }
}

/// A [`Sink`](crate::output::Sink) speaks in [`io::Error`]; `io::Error::downcast` gives the
/// original back.
impl From<PublishError> for io::Error {
    fn from(error: PublishError) -> Self {
        let kind = match &error {
            PublishError::Io { source, .. } | PublishError::Interrupted { source, .. } => {
                source.kind()
            }
            PublishError::Collision(_) => ErrorKind::AlreadyExists,
            _ => ErrorKind::InvalidInput,
        };
        io::Error::new(kind, error)
    }
}

impl std::error::Error for PublishError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } | Self::Interrupted { source, .. } => Some(source),
            _ => None,
        }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAFolder { path } => write!(
                f,
                "Đầu ra “{}” đã có nhưng không phải là thư mục. Hãy chọn thư mục khác bằng --output.",
                path.display()
            ),
            Self::FileSystemRoot { path } => write!(
                f,
                "Không thể công bố vào gốc của hệ thống tệp “{}”. Hãy chọn thư mục khác bằng --output.",
                path.display()
            ),
            Self::NotOurs { path } => write!(
                f,
                "Thư mục đầu ra “{}” đang chứa tệp mà không phải do congkhai tạo (không có {MANIFEST}), \
                 nên không được thay. Hãy chọn thư mục trống hoặc thư mục khác bằng --output.",
                path.display()
            ),
            Self::BadManifest { path, reason } => write!(
                f,
                "Không hiểu được danh mục tệp “{}”: {reason}. Không rõ tệp nào là của trang nên \
                 không dám xóa; hãy chọn thư mục khác bằng --output, hoặc tự xóa thư mục này.",
                path.display()
            ),
            Self::Protected { output, relation, kind, path } => {
                let relation = match relation {
                    Relation::Is => "chính là",
                    Relation::Contains => "chứa",
                    Relation::LiesIn => "nằm trong",
                };
                write!(
                    f,
                    "Thư mục đầu ra “{}” {relation} {kind} “{}”, công bố vào đó có thể làm mất tệp. \
                     Hãy chọn thư mục khác bằng --output.",
                    output.display(),
                    path.display()
                )
            }
            Self::Locked { path } => write!(
                f,
                "Một lần dựng khác đang công bố vào “{}”. Hãy đợi lần đó xong rồi chạy lại.",
                path.display()
            ),
            Self::InTheWay { foreign, ours } => write!(
                f,
                "Thư mục đã công bố có “{}” không phải do congkhai tạo, trùng chỗ với tệp “{ours}” của \
                 trang mới. Hãy chuyển đi nơi khác hoặc đổi tên rồi chạy lại.",
                foreign.display()
            ),
            Self::NotRemovable { path } => write!(
                f,
                "Thư mục “{0}” của trang đã công bố không cho bạn xóa tệp trong đó (thuộc người dùng khác hoặc chỉ đọc), nên \
                 đổi trang xong sẽ không dọn được bản cũ. Chưa công bố gì, trang đã công bố giữ nguyên. Hãy mở quyền \
                 cho người chạy lệnh này (chown -R hoặc chmod -R u+rwX “{0}”) hoặc chuyển thư mục đó đi nơi khác, rồi \
                 chạy lại.",
                path.display()
            ),
            Self::Mounted { path } => write!(
                f,
                "“{}” trong thư mục đã công bố là điểm gắn của một ổ đĩa khác, không đi theo trang mới được và có thể mất \
                 tệp khi dọn trang cũ. Chưa công bố gì, trang đã công bố giữ nguyên. Hãy gỡ điểm gắn ấy (umount), hoặc \
                 công bố vào thư mục khác bằng --output rồi để máy chủ web trỏ riêng đường dẫn này.",
                path.display()
            ),
            Self::Strange { folder, path } => write!(
                f,
                "Thư mục tạm “{}” có “{}” không phải do congkhai đặt vào, nên không được xóa. \
                 Hãy chuyển đi nơi khác, xóa thư mục tạm rồi chạy lại.",
                folder.display(),
                path.display()
            ),
            Self::Collision(collision) => collision.fmt(f),
            Self::Reserved { path } => {
                write!(f, "Tên “{path}” dành riêng cho việc công bố. Hãy đổi tên tệp đó.")
            }
            Self::Interrupted { path, aside, source } => write!(
                f,
                "Việc đổi trang bị dừng giữa chừng nên thư mục “{}” có thể đang vắng: {}. Trang cũ \
                 còn nguyên ở “{}”; hãy chạy lại để làm nốt.",
                path.display(),
                Reason(source),
                aside.display()
            ),
            Self::Io { action, path, source } if is_full(source.kind()) => write!(
                f,
                "Ổ đĩa đã đầy hoặc hết hạn mức: {action} “{}”. Hãy giải phóng dung lượng rồi chạy lại.",
                path.display()
            ),
            Self::Io { action, path, source } => {
                let action = Sentence(*action);
                write!(f, "{action} “{}”: {}.", path.display(), Reason(source))
            }
        }
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Read => "không đọc được",
            Self::CreateFolder => "không tạo được thư mục",
            Self::Write => "không ghi được tệp",
            Self::Carry => "không giữ lại được",
            Self::Replace => "không đưa được trang mới vào",
            Self::Remove => "không dọn được",
            Self::Sync => "không ghi hẳn được xuống ổ đĩa",
            Self::Lock => "không khóa được",
        })
    }
}

/// An action at the beginning of a sentence.
struct Sentence(Action);

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.to_string();
        write!(f, "K{}", text.strip_prefix('k').expect("every action begins with “không”"))
    }
}

/// What the system said, in Vietnamese where it is one of the usual answers.
struct Reason<'a>(&'a io::Error);

impl fmt::Display for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0.kind() {
            ErrorKind::PermissionDenied => "không có quyền ghi hoặc đọc ở đó",
            ErrorKind::NotFound => "không còn tệp hay thư mục đó",
            ErrorKind::ReadOnlyFilesystem => "ổ đĩa chỉ cho đọc",
            ErrorKind::AlreadyExists => "đã có tệp hay thư mục cùng tên",
            ErrorKind::DirectoryNotEmpty => "thư mục không trống",
            ErrorKind::InvalidFilename => "tên không hợp lệ hoặc quá dài",
            ErrorKind::ResourceBusy | ErrorKind::CrossesDevices => {
                "thư mục là điểm gắn ổ đĩa hoặc nằm ở ổ đĩa khác, không đổi chỗ được; \
                 hãy chọn một thư mục con của nó bằng --output"
            }
            _ => return write!(f, "hệ thống báo “{}”", self.0),
        })
    }
}

fn is_full(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
}
