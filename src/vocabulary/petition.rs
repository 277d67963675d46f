//! How to report an error and how to ask.

use super::patterns;

patterns! {
    /// What the page tells.
    about = "Cách báo sai sót, gửi kiến nghị hoặc hỏi về một nhiệm vụ.";
    /// Where to write.
    write_there = "Thấy sai sót, thấy thiếu minh chứng hoặc muốn hỏi về một nhiệm vụ: hãy gửi đến nơi nhận ghi dưới đây.";
    /// The site names no place.
    nowhere = "Trang này chưa có nơi nhận góp ý.";
    /// The way to the portal's channel.
    channel = "Mở kênh tiếp nhận phản ánh, kiến nghị";
    /// The way to corrections.
    corrections = "Danh sách đính chính";
}
