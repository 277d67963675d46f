//! Terms and abbreviations.

use super::patterns;

patterns! {
    /// What the page holds.
    about(terms) = "{terms} thuật ngữ và chữ viết tắt dùng trên trang.";
    /// A document explains the term.
    by_document = "Theo văn bản";
    /// The editors do.
    by_editors = "Ban biên tập giải thích";
}
