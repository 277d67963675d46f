//! The verbs of acts, by what they say of the end of a task.
//!
//! In: tokens. Out: whether an act begins here, and whether it ends by itself. A deadline may rest
//! on a verb, so that a verb that is not in these lists begins no act.

use super::tokens::{Tokens, one_of, optional, taken, word};

/// What an act says of its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    /// It goes on: thực hiện, duy trì.
    Continuing,
    /// Nothing.
    Open,
    /// It makes something: xây dựng, soạn thảo.
    Making,
    /// It ends by itself: ban hành, trình.
    Ending,
    /// It is completed: hoàn thành, xong.
    Completed,
}

const COMPLETED: [&str; 26] = [
    "hoàn thành",
    "hoàn thành việc",
    "hoàn thành xong",
    "hoàn tất",
    "xong",
    "kết thúc",
    "làm xong",
    "phải hoàn thành",
    "cần hoàn thành",
    "đảm bảo hoàn thành",
    "bảo đảm hoàn thành",
    "yêu cầu hoàn thành",
    "thời gian hoàn thành",
    "thời hạn hoàn thành",
    "thực hiện xong",
    "thực hiện hoàn thành",
    "triển khai xong",
    "triển khai hoàn thành",
    "xây dựng xong",
    "xây dựng hoàn thành",
    "hoàn thành và",
    "hoàn thành toàn bộ",
    "thi công xong",
    "ban hành xong",
    "lắp đặt xong",
    "hoàn thành dứt điểm",
];

const ENDING: [&str; 23] = [
    "ban hành",
    "trình",
    "trình ký",
    "trình ban hành",
    "trình phê duyệt",
    "phê duyệt",
    "công bố",
    "công khai",
    "báo cáo",
    "báo cáo kết quả",
    "nghiệm thu",
    "ký",
    "ký ban hành",
    "gửi",
    "nộp",
    "bàn giao",
    "khánh thành",
    "sơ kết",
    "tổng kết",
    "đưa vào sử dụng",
    "đưa vào vận hành",
    "đưa vào khai thác",
    "tổng hợp và báo cáo",
];

const MAKING: [&str; 12] = [
    "xây dựng",
    "soạn thảo",
    "dự thảo",
    "lập",
    "thiết kế",
    "biên soạn",
    "hoàn thiện",
    "thành lập",
    "kiện toàn",
    "nâng cấp",
    "lắp đặt",
    "mua sắm",
];

const CONTINUING: [&str; 32] = [
    "thực hiện",
    "triển khai",
    "tổ chức thực hiện",
    "tổ chức triển khai",
    "tổ chức triển khai thực hiện",
    "triển khai thực hiện",
    "tiếp tục",
    "tiếp tục thực hiện",
    "tiếp tục triển khai",
    "duy trì",
    "vận hành",
    "duy trì và vận hành",
    "theo dõi",
    "đôn đốc",
    "giám sát",
    "cập nhật",
    "quản lý",
    "hỗ trợ",
    "bảo trì",
    "khai thác",
    "tuyên truyền",
    "nhiệm vụ",
    "công việc",
    "hoạt động",
    "phối hợp",
    "phối hợp thực hiện",
    "phối hợp triển khai",
    "mở rộng",
    "nhân rộng",
    "và thực hiện",
    "được thực hiện",
    "được triển khai",
];

const OPEN: [&str; 47] = [
    "tổ chức",
    "tập huấn",
    "đào tạo",
    "bồi dưỡng",
    "kiểm tra",
    "đánh giá",
    "mở lớp",
    "mở các lớp",
    "hướng dẫn",
    "tổng hợp",
    "phổ biến",
    "quán triệt",
    "ký kết",
    "khởi công",
    "bố trí",
    "phân bổ",
    "giao",
    "đầu tư",
    "số hóa",
    "kết nối",
    "tích hợp",
    "chuyển đổi",
    "xử lý",
    "khắc phục",
    "cung cấp",
    "tiếp nhận",
    "đăng ký",
    "lấy ý kiến",
    "góp ý",
    "rà soát",
    "thống kê",
    "khảo sát",
    "nghiên cứu",
    "chuẩn bị",
    "thẩm định",
    "lựa chọn",
    "tham mưu",
    "đề xuất",
    "đề nghị",
    "tuyển dụng",
    "thí điểm",
    "thử nghiệm",
    "áp dụng",
    "quyết toán",
    "công nhận",
    "điều tra",
    "thông qua",
];

/// Words that begin like a verb and are none, with what follows.
const NOUNS: [(&str, &[&str]); 4] = [
    ("trình", &["tự", "độ", "diễn", "chiếu", "bày"]),
    ("ký", &["túc", "hiệu", "sinh", "ức", "sự"]),
    ("giao", &["thông", "lưu", "dịch", "ban", "thừa"]),
    ("lập", &["trường", "pháp", "luận"]),
];

/// Whether a verb of an act stands here; and what it says of its end.
pub(super) fn verb(tokens: Tokens<'_>) -> Option<(End, Tokens<'_>)> {
    let lists: [(End, &[&str]); 5] = [
        (End::Completed, &COMPLETED),
        (End::Ending, &ENDING),
        (End::Making, &MAKING),
        (End::Continuing, &CONTINUING),
        (End::Open, &OPEN),
    ];
    let tokens = optional(
        tokens,
        &["việc", "sau đó", "đồng thời", "phải", "cần", "chủ động", "khẩn trương", "tập trung"],
    );
    let found = lists.iter().filter_map(|(end, words)| Some((*end, one_of(tokens, words)?)));
    found.min_by_key(|(_, rest)| rest.len()).filter(|(end, rest)| {
        // What is completed for the most part has no deadline for the rest.
        let is_mostly = *end == End::Completed && one_of(rest, &["cơ bản"]).is_some();
        let noun = |(verb, next): &(&str, &[&str])| {
            word(tokens, verb).is_some_and(|rest| one_of(rest, next).is_some())
        };
        let is_noun = taken(tokens, rest).len() == 1 && NOUNS.iter().any(noun);
        !is_mostly && !is_noun
    })
}
