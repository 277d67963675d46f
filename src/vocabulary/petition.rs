//! How to report an error and how to ask.

use super::patterns;

patterns! {
    /// What the page tells.
    about = "Cách báo sai sót, gửi kiến nghị hoặc hỏi về một nhiệm vụ.";
    /// The way to the portal's channel.
    channel = "Mở kênh tiếp nhận phản ánh, kiến nghị";
    /// The way to corrections.
    corrections = "Danh sách đính chính";
}
