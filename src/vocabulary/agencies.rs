//! Agencies and groups of agencies: what they answer for, their names, what became of them.

use super::{patterns, sentences};

/// What names of agencies begin with, the longer of two first: people shorten what follows.
pub const HEADS: &[&str] = &[
    "Bộ Chỉ huy",
    "Ban Chỉ huy",
    "Ban Quản lý",
    "Văn phòng",
    "Trung tâm",
    "Thanh tra",
    "Kho bạc",
    "Bảo hiểm",
    "Liên minh",
    "Liên đoàn",
    "Liên hiệp",
    "Hiệp hội",
    "Chi cục",
    "Trường",
    "Phòng",
    "Viện",
    "Cục",
    "Hội",
    "Đài",
    "Báo",
    "Quỹ",
    "Ban",
    "Bộ",
    "Sở",
];

/// Levels that names of agencies end in.
pub const LEVELS: &[&str] = &["tỉnh", "huyện", "xã"];

/// Words of names that abbreviations leave out.
pub const SKIPPED: &[&str] = &["và", "-", "–", "của", "các"];

patterns! {
    /// An agency's name today, beside the one that it bore.
    now_named(name) = "nay là {name}";
    /// A group that is no more.
    group_ended = "nhóm đã kết thúc hoạt động";
}

sentences! {
    /// How many agencies the site has.
    named(agencies) = "Trang có {agencies} cơ quan, đơn vị. Nhiệm vụ nào của ai, ghi ngay dưới từng tên.";
}

patterns! {
    /// Branch of the political system.
    branch(branch) = "{branch}.";
    /// Branch and level.
    branch_level(branch, level) = "{branch}, {level}.";
    /// No task names it.
    not_named = "Không được giao chủ trì hay phối hợp riêng ở nhiệm vụ nào.";
}

sentences! {
    /// What an agency that is no more once had.
    ended(led, partnered) = "Đã kết thúc hoạt động; từng được giao chủ trì {led} nhiệm vụ, phối hợp {partnered}.";
    /// An agency that only takes part.
    partner(partnered) = "Không được giao chủ trì riêng nhiệm vụ nào; phối hợp {partnered} nhiệm vụ.";
    /// An agency whose tasks documents gave to others.
    once_led(led, partnered) = "Từng được giao chủ trì {led} nhiệm vụ; phối hợp {partnered} nhiệm vụ.";
}

patterns! {
    /// It does not exist yet.
    not_yet = "Đến ngày số liệu trên trang, cơ quan này chưa được thành lập.";
    /// It is no more, and what follows.
    is_ended(what_follows) = "Cơ quan này đã kết thúc hoạt động; {what_follows}.";
    /// Since when it is no more, and what follows.
    is_ended_after(when, what_follows) =
        "Cơ quan này đã kết thúc hoạt động {when}; {what_follows}.";
    /// Who goes on.
    succeeded(successor) = "nay có thể là {successor}";
    /// Who goes on, by which document.
    succeeded_by(successor, basis) = "nay có thể là {successor}, theo {basis}";
    /// Several go on.
    divided(successors) = "nay có thể là {successors}; chưa rõ cơ quan nào nhận từng nhiệm vụ";
    /// Nobody knows who goes on.
    no_successor = "chưa có thông tin về cơ quan kế thừa";
    /// A period of a plan.
    period(period, plan) = "{period}, {plan}";
}

patterns! {
    /// A name since a day, a month or a year.
    since(date) = "từ {date}";
    /// A name until a day, a month or a year.
    until(date) = "đến {date}";
    /// An end after a day.
    after_day(date) = "sau {date}";
    /// An end of which no day is known.
    known_until(date) = "(được biết có đến {date})";
    /// Since when, and until when.
    from_to(from, to) = "{from} {to}";
    /// A name of which no day is known.
    no_span = "chưa rõ dùng từ ngày nào";
}

patterns! {
    /// Who may lead instead of an agency that is no more.
    perhaps_now(to) = "nay có thể là {to}";
    /// Who may lead instead, since when.
    perhaps_now_since(to, date) = "nay có thể là {to}, từ {date}";
    /// Who may lead instead, since when, by which document.
    perhaps_now_since_by(to, date, basis) = "nay có thể là {to}, từ {date}, theo {basis}";
    /// Who leads now.
    now_without_basis(to) = "nay: {to}";
    /// The share of a lead, and how it stands today.
    share_and(share, note) = "{share}; {note}";
    /// Who was given the lead, by which document.
    assigned_by(basis) = "được giao theo {basis}; văn bản không nêu đích danh";
    /// The same, without a document.
    assigned = "được giao sau; văn bản không nêu đích danh";
    /// Who leads now, by which document.
    now_by(to, basis) = "nay: {to}, theo {basis}";
    /// An agency that is no more, and nobody said who took this task.
    unresolved = "đã kết thúc hoạt động, chưa rõ cơ quan kế thừa nhiệm vụ này";
    /// Nobody knows whether any goes on.
    ended_without_word = "đã kết thúc hoạt động, chưa có thông tin về cơ quan kế thừa";
}

sentences! {
    /// What an agency answers for.
    leads(led, columns, partnered) =
        "Được giao chủ trì {led} nhiệm vụ: {columns}; phối hợp {partnered} nhiệm vụ.";
    /// What an agency answers for, and what it may have taken over from one that is no more.
    leads_and_perhaps(led, columns, perhaps, others, partnered) =
        "Được giao chủ trì {led} nhiệm vụ: {columns}; có thể đã nhận thêm {perhaps}: {others}; phối hợp {partnered} nhiệm vụ.";
    /// What an agency may have taken over, which was given nothing by name.
    perhaps_leads(perhaps, others, partnered) =
        "Có thể đã nhận chủ trì {perhaps} nhiệm vụ: {others}; phối hợp {partnered} nhiệm vụ.";
    /// What a group is given.
    duties(led, partnered) = "Được giao chủ trì {led} nhiệm vụ, phối hợp {partnered}.";
    /// A group that is not counted.
    open_group(duties) = "Nhóm mở: văn bản không kể tên thành viên, nên trang không đếm nhóm này. {duties}";
    /// The same, no more.
    open_group_ended(duties) = "Nhóm đã kết thúc hoạt động. Nhóm mở: văn bản không kể tên thành viên, nên trang không đếm nhóm này. {duties}";
    /// The same, no more since a day.
    open_group_ended_after(when, duties) = "Nhóm đã kết thúc hoạt động {when}. Nhóm mở: văn bản không kể tên thành viên, nên trang không đếm nhóm này. {duties}";
    /// A group with so many members.
    closed_group(members, duties) = "Nhóm có {members} thành viên. {duties}";
    /// The same, no more.
    closed_group_ended(members, duties) =
        "Nhóm đã kết thúc hoạt động. Nhóm có {members} thành viên. {duties}";
    /// The same, no more since a day.
    closed_group_ended_after(when, members, duties) =
        "Nhóm đã kết thúc hoạt động {when}. Nhóm có {members} thành viên. {duties}";
}
