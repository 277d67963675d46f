//! How to report an error and how to ask.

use super::patterns;

patterns! {
    /// What the page tells.
    about = "Báo sai sót đến đâu, tin báo được xử lý thế nào, bao giờ có trả lời.";
    /// Where to write.
    write_there = "Thấy sai sót, thấy thiếu minh chứng hoặc muốn hỏi về một nhiệm vụ: hãy gửi đến nơi nhận ghi dưới đây.";
    /// The site names no place.
    nowhere = "Trang này chưa có nơi nhận góp ý: hiện chưa ai nhận tin báo sai sót.";
    /// Whom to ask instead.
    other_way = "Trong khi đó, bạn có thể hỏi thẳng cơ quan được giao nhiệm vụ; tên cơ quan có ở trang của từng nhiệm vụ.";
    /// How soon an answer is promised.
    answered_within(within) = "Nơi nhận hứa trả lời trong {within}.";
    /// The way to the site's own channel for errors.
    errors(address) = "Báo sai sót: {address}";
    /// The way to the portal's channel.
    channel = "Mở kênh tiếp nhận phản ánh, kiến nghị";
    /// The way to corrections.
    corrections = "Danh sách đính chính";
}
