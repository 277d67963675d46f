//! Words that names of agencies and classes of agencies begin with.

use crate::text::search_key;

/// How a name begins, with the word of `khoi`; the longer of two that open alike first.
pub(crate) const HEADS: &[(&str, &str)] = &[
    ("Sở", "chinh_quyen"),
    ("UBND", "chinh_quyen"),
    ("Ủy ban nhân dân", "chinh_quyen"),
    ("Uỷ ban nhân dân", "chinh_quyen"),
    ("HĐND", "chinh_quyen"),
    ("Hội đồng nhân dân", "chinh_quyen"),
    ("Ủy ban Mặt trận", "hoi"),
    ("Ủy ban MTTQ", "hoi"),
    ("Ủy ban Kiểm tra", "dang"),
    ("Ủy ban", "trung_uong"),
    ("Uỷ ban", "trung_uong"),
    ("Mặt trận Tổ quốc", "hoi"),
    ("Ban Tuyên giáo", "dang"),
    ("Ban Dân vận", "dang"),
    ("Ban Tổ chức", "dang"),
    ("Ban Nội chính", "dang"),
    ("Ban Thường vụ", "dang"),
    ("Ban Chỉ đạo", "chinh_quyen"),
    ("Ban Quản lý", "chinh_quyen"),
    ("Ban", "chinh_quyen"),
    ("Bộ Chỉ huy", "luc_luong_vu_trang"),
    ("Bộ đội", "luc_luong_vu_trang"),
    ("BCH", "luc_luong_vu_trang"),
    ("Bộ", "trung_uong"),
    ("Công an", "luc_luong_vu_trang"),
    ("Văn phòng Tỉnh ủy", "dang"),
    ("Văn phòng Thành ủy", "dang"),
    ("Văn phòng", "chinh_quyen"),
    ("Thanh tra", "chinh_quyen"),
    ("Tỉnh ủy", "dang"),
    ("Tỉnh uỷ", "dang"),
    ("Thành ủy", "dang"),
    ("Huyện ủy", "dang"),
    ("Đảng ủy", "dang"),
    ("Đảng uỷ", "dang"),
    ("Tòa án", "trung_uong"),
    ("Viện kiểm sát", "trung_uong"),
    ("Viện Kiểm sát", "trung_uong"),
    ("Hiệp hội", "hoi"),
    ("Hội", "hoi"),
    ("Liên đoàn", "hoi"),
    ("Liên minh", "hoi"),
    ("Liên hiệp", "hoi"),
    ("Tỉnh đoàn", "hoi"),
    ("Đoàn Thanh niên", "hoi"),
    ("Đoàn TNCS", "hoi"),
    ("Trường", "su_nghiep"),
    ("Trung tâm", "su_nghiep"),
    ("Học viện", "su_nghiep"),
    ("Viện", "su_nghiep"),
    ("Bệnh viện", "su_nghiep"),
    ("Thư viện", "su_nghiep"),
    ("Bảo tàng", "su_nghiep"),
    ("Quỹ", "su_nghiep"),
    ("Báo", "bao_chi"),
    ("Đài", "bao_chi"),
    ("Tạp chí", "bao_chi"),
    ("Thông tấn xã", "bao_chi"),
    ("Tổng cục", "trung_uong"),
    ("Cục", "trung_uong"),
    ("Chi cục", "chinh_quyen"),
    ("Kho bạc", "trung_uong"),
    ("Bảo hiểm xã hội", "trung_uong"),
    ("BHXH", "trung_uong"),
    ("Ngân hàng", "trung_uong"),
    ("Thuế", "trung_uong"),
    ("Hải quan", "trung_uong"),
    ("Thống kê", "trung_uong"),
    ("Tổng công ty", "doanh_nghiep"),
    ("Công ty", "doanh_nghiep"),
    ("Tập đoàn", "doanh_nghiep"),
    ("Điện lực", "doanh_nghiep"),
    ("Bưu điện", "doanh_nghiep"),
    ("Chính phủ", "trung_uong"),
    ("Thủ tướng", "trung_uong"),
    ("Quốc hội", "trung_uong"),
    ("Tổ công tác", "chinh_quyen"),
    ("Phòng", "chinh_quyen"),
    ("Vườn quốc gia", "su_nghiep"),
];

/// How a class begins, in small letters. Marks count: “mọi” is none of “Môi trường”.
const CLASSES: &[&str] = &[
    "các ",
    "những ",
    "mọi ",
    "ubnd cấp ",
    "ubnd các ",
    "ủy ban nhân dân cấp ",
    "ủy ban nhân dân các ",
    "uỷ ban nhân dân cấp ",
    "uỷ ban nhân dân các ",
    "ubnd tỉnh, thành phố",
    "ubnd xã, phường",
    "ubnd huyện, ",
    "ubnd phường, xã",
    "ủy ban nhân dân tỉnh, thành phố",
    "cơ quan thông tấn",
    "cơ quan, ",
    "cơ quan liên quan",
    "cơ quan có liên quan",
    "đơn vị ",
    "địa phương",
    "sở, ban",
    "sở, ngành",
    "sở ngành",
    "bộ, ngành",
    "cấp ủy",
    "doanh nghiệp ",
    "tổ chức ",
    "chủ đầu tư",
    "toàn thể",
];

/// Heads of names that are parts of classes as often: a name goes on with its own capital behind them.
const NEED_OWN: [(&str, &str); 1] = [("Viễn thông", "doanh_nghiep")];

/// Words that open like a name and are none.
const NO_NAMES: [&str; 14] = [
    "Báo cáo",
    "Ban hành",
    "Hội nghị",
    "Hội thảo",
    "Hội thi",
    "Bộ chỉ số",
    "Bộ tiêu chí",
    "Bộ Tiêu chí",
    "Bộ máy",
    "Trường hợp",
    "Phòng, chống",
    "Phòng chống",
    "Báo chí",
    "Quỹ đất",
];

/// Bodies that documents speak of more often than they give them tasks.
const ABOVE: [&str; 8] = [
    "Chính phủ",
    "Thủ tướng",
    "Quốc hội",
    "Ủy ban Thường vụ",
    "Ban Chỉ đạo",
    "Bộ Chính trị",
    "Ban Bí thư",
    "Ban Chấp hành",
];

/// What classes of agencies are of.
const OF_CLASSES: [&str; 30] = [
    "sở",
    "ban",
    "bộ",
    "ngành",
    "cơ quan",
    "đơn vị",
    "tổ chức",
    "doanh nghiệp",
    "dn",
    "địa phương",
    "huyện",
    "xã",
    "ubnd",
    "trường",
    "hội",
    "đoàn",
    "tỉnh",
    "thành",
    "cấp",
    "cơ sở",
    "hiệp hội",
    "báo",
    "đài",
    "phòng",
    "tập đoàn",
    "công ty",
    "viện",
    "thị",
    "đảng",
    "nhà",
];

/// Whether a cell of agencies begins here, where nothing tells that it is one: stricter than [`opens_party`].
pub(crate) fn opens_agency(text: &str) -> bool {
    if ABOVE.iter().any(|above| text.starts_with(above)) {
        return false;
    }
    let small = text.to_lowercase();
    if let Some(rest) = small.strip_prefix("các ") {
        let of = |word: &str| {
            rest.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        };
        return OF_CLASSES.iter().any(|word| of(word)) && text.starts_with(char::is_uppercase);
    }
    opens_party(text) && text.starts_with(char::is_uppercase)
}

/// The head that a name begins with, and the word of `khoi` that it tells.
pub(crate) fn head(text: &str) -> Option<(&'static str, &'static str)> {
    if NO_NAMES.iter().any(|words| text.starts_with(words)) {
        return None;
    }
    let fits = |head: &str| {
        text.strip_prefix(head)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\u{a0}']))
    };
    let found =
        HEADS.iter().filter(|(head, _)| fits(head)).max_by_key(|(head, _)| head.len()).copied();
    found.or_else(|| {
        NEED_OWN.into_iter().find(|(head, _)| {
            fits(head) && text[head.len()..].trim_start().starts_with(char::is_uppercase)
        })
    })
}

/// Whether the words are a class of agencies.
pub(crate) fn is_class(text: &str) -> bool {
    let small = text.to_lowercase();
    CLASSES.iter().any(|class| small.starts_with(class))
}

/// Whether a name or a class begins here.
pub(crate) fn opens_party(text: &str) -> bool {
    let text = text.trim_start_matches(['-', '+', ' ']);
    if head(text).is_some() {
        return true;
    }
    let small = text.to_lowercase();
    let starts = ["các ", "ubnd ", "lãnh đạo ", "giám đốc ", "chủ tịch ubnd", "thủ trưởng "];
    starts.iter().any(|start| small.starts_with(start))
        || (text.starts_with(char::is_uppercase) && is_class(text))
}

/// Whether what follows a joint goes on with the class before it: “Các bộ, cơ quan ngang bộ”.
pub(crate) fn continues_class(left: &str, right: &str) -> bool {
    let (left, right) = (search_key(left), search_key(right));
    let same = left.ends_with("cac bo") && right.starts_with("co quan ngang bo");
    same || right.starts_with("cac cap") || right.starts_with("don vi lien quan")
}

/// Whether a name has a capital behind a comma or “và” that may begin another name: none that parts of known names do.
pub(crate) fn may_be_several(name: &str) -> bool {
    const PARTS: [&str; 22] = [
        "thể thao",
        "du lịch",
        "đào tạo",
        "đầu tư",
        "công nghệ",
        "môi trường",
        "truyền thông",
        "phát triển",
        "thương binh",
        "xã hội",
        "gia đình",
        "trẻ em",
        "tôn giáo",
        "thương mại",
        "phát thanh",
        "truyền hình",
        "khoáng sản",
        "tôn tạo",
        "quản lý",
        "an ninh",
        "dân vận",
        "ngân sách",
    ];
    let mut pieces = name.split(", ").flat_map(|piece| piece.split(" và ")).skip(1);
    pieces.any(|piece| {
        let piece = piece.trim_start_matches("và ");
        let lower = piece.to_lowercase();
        piece.starts_with(char::is_uppercase) && !PARTS.iter().any(|part| lower.starts_with(part))
    })
}
