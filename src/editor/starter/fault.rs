//! Why an answer cannot be used; the text says how it should look.

use std::fmt;

/// Why an answer cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerFault {
    /// A number without digits in front or without a symbol.
    NotANumber,
    /// A name of nothing but signs, or one that would break out of its line.
    NotAName,
    /// A word that is no kind of document.
    NotAKind,
}

impl fmt::Display for AnswerFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotANumber => {
                "số hiệu gồm số, dấu / hoặc - và ký hiệu, như 12/KH-UBND, 12-KH/TU, 345/QĐ-UBND"
            }
            Self::NotAName => "viết tên trên một dòng, không có dấu nháy, như UBND tỉnh Lam Giang",
            Self::NotAKind => "loại văn bản là một trong: ke_hoach, quyet_dinh, chuong_trinh, nghi_quyet, chi_thi, de_an…",
        })
    }
}

impl std::error::Error for AnswerFault {}
