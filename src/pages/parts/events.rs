//! What happened, what proves it, what was corrected, what is only related.
//!
//! In: ready words and addresses. Out: values that templates place as they are. The four kinds
//! have types of their own so that a related document can never be placed as proof.

use serde::Serialize;

use crate::pages::parts::values::{AgencyLink, DateView, Link, Reference};

/// One event of a task.
#[derive(Clone, Debug, Serialize)]
pub struct EventView {
    /// The event's fragment on the task's page, such as `dien-bien-d1`.
    pub id: String,
    /// The kind, such as "Cập nhật", "Xác nhận hoàn thành", "Điều chỉnh".
    pub kind: String,
    /// When it happened.
    pub happened: DateView,
    /// When it was published here.
    pub published: DateView,
    /// The state reported, such as "Đang thực hiện".
    pub state: Option<String>,
    /// The sub-work that it speaks of, such as "Phần việc a".
    pub sub_work: Option<String>,
    /// What happened.
    pub content: Option<String>,
    /// What stands in the way.
    pub difficulty: Option<String>,
    /// Who reported it.
    pub reporter: Option<AgencyLink>,
    /// What it changed.
    pub changes: Vec<Change>,
    /// The document that it rests on.
    pub basis: Option<Reference>,
    /// Where the task goes on.
    pub carried_to: Option<Reference>,
    /// The proof.
    pub evidence: Vec<EvidenceView>,
}

/// A value before and after.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    /// What was changed, such as "Thời hạn", "Cơ quan chủ trì".
    pub what: String,
    /// Before.
    pub before: String,
    /// After.
    pub after: String,
}

/// A piece of evidence.
#[derive(Clone, Debug, Serialize)]
pub struct EvidenceView {
    /// The kind, such as "Văn bản", "Số liệu", "Tin bài".
    pub kind: String,
    /// The title.
    pub title: String,
    /// Number and symbol.
    pub number: Option<String>,
    /// Who issued it.
    pub agency: Option<String>,
    /// When.
    pub date: Option<DateView>,
    /// Where the date comes from, if it is not printed there.
    pub date_note: Option<String>,
    /// Where it can be read.
    pub href: Option<String>,
    /// A copy on this site.
    pub file: Option<FileLink>,
    /// Its own words.
    pub quote: Option<String>,
    /// What a reader should know.
    pub note: Option<String>,
    /// Why it is not public.
    pub withheld: Option<String>,
}

/// A file of this site.
#[derive(Clone, Debug, Serialize)]
pub struct FileLink {
    /// The address.
    pub href: String,
    /// The words, such as "Bản lưu".
    pub text: String,
    /// Format and size, such as "PDF, 214 kB".
    pub size: String,
    /// SHA-256, in hexadecimal.
    pub sha256: Option<String>,
}

/// Something related, which sets no standing.
#[derive(Clone, Debug, Serialize)]
pub struct RelatedView {
    /// The kind, as for evidence.
    pub kind: String,
    /// The title.
    pub title: String,
    /// Number and symbol.
    pub number: Option<String>,
    /// Who published it.
    pub agency: Option<String>,
    /// When.
    pub date: Option<DateView>,
    /// Where the date comes from, if it is not printed there.
    pub date_note: Option<String>,
    /// Where it can be read.
    pub href: Option<String>,
    /// What it says, in our words.
    pub says: String,
    /// Its own words.
    pub quote: Option<String>,
    /// A figure in it.
    pub figure: Option<String>,
    /// How it was read, such as "Đọc trực tiếp", "Chỉ thấy được dẫn lại".
    pub trust: Option<String>,
    /// Why it sets no standing.
    pub note: Option<String>,
}

/// A correction: it stands beside what it corrects and never replaces it silently.
#[derive(Clone, Debug, Serialize)]
pub struct CorrectionView {
    /// Its fragment, such as `dinh-chinh-c1`.
    pub id: String,
    /// "Đính chính văn bản" or "Đính chính trang thông tin".
    pub kind: String,
    /// When it was published here.
    pub date: DateView,
    /// What it corrects.
    pub target: Link,
    /// The reading before.
    pub before: String,
    /// The reading after.
    pub after: String,
    /// Why.
    pub reason: String,
    /// Who found it, such as "Kiến nghị của người đọc".
    pub source: String,
    /// When the petition came.
    pub received: Option<DateView>,
    /// When it was answered.
    pub answered: Option<DateView>,
    /// How long the answer took, such as "trả lời sau 4 ngày".
    pub days: Option<String>,
    /// The official letter.
    pub letter: Option<Reference>,
}

/// One line of a list of what changed, newest first.
#[derive(Clone, Debug, Serialize)]
pub struct UpdateItem {
    /// "Cập nhật", "Đính chính" and the like.
    pub kind: String,
    /// True for a correction.
    pub correction: bool,
    /// When it was published here.
    pub published: DateView,
    /// When it happened, where that is another date.
    pub happened: Option<DateView>,
    /// The very place of the event: the task's page and its fragment, with number and title.
    pub link: Link,
    /// The plan, in lists of several plans.
    pub plan: Option<Link>,
    /// What happened.
    pub text: Option<String>,
    /// What it changed.
    pub changes: Vec<Change>,
}

/// What was published on one day.
#[derive(Clone, Debug, Serialize)]
pub struct UpdateDay {
    /// The fragment, such as `ngay-2026-11-24`.
    pub id: String,
    /// The day.
    pub date: DateView,
    /// The lines.
    pub items: Vec<UpdateItem>,
}
