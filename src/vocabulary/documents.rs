//! The documents that the site cites.

use super::{patterns, sentences};

patterns! {
    /// In place of the number of a document that is not signed.
    unnumbered = "(chưa có số)";
    /// The name of the page.
    title = "Văn bản, tài liệu được dẫn";
    /// No task cites a document.
    none_yet = "Chưa nhiệm vụ nào dẫn văn bản, tài liệu công khai.";
}

sentences! {
    /// How many times tasks cite a document.
    cited(count) = "{count} lần văn bản, tài liệu công khai được dẫn làm minh chứng cho nhiệm vụ.";
}
