//! A plan by its names, and its dashboard.

use super::{patterns, sentences};

patterns! {
    /// A plan that the site does not have, by its number.
    numbered(plan) = "Kế hoạch {plan}";
    /// A plan by its kind and number and by what citizens call it, or by its abstract.
    named(plan, name) = "{plan}: {name}";
    /// First and last year.
    years(first, last) = "{first}–{last}";
    /// A group of a plan's tasks.
    group(number, title) = "{number}. {title}";
    /// A plan's answer in a frame of another page.
    embedded(plan) = "Tiến độ {plan}";
    /// The link to how standings come about.
    method = "Cách tính";
}

patterns! {
    /// A plan in numbers.
    numbers_of(plan) = "Con số của {plan}";
    /// News and notes about a plan.
    related_to(plan) = "Tin liên quan và ghi chú về {plan}";
    /// What that page holds.
    about_related = "Thông tin về cả kế hoạch, không phải căn cứ đánh giá tình trạng của nhiệm vụ nào, và ghi chú của người biên tập.";
    /// Done or not, in time or late.
    cells = "Hoàn thành và thời hạn";
    /// By group.
    groups = "Số nhiệm vụ theo nhóm";
    /// By agency.
    agencies = "Số nhiệm vụ theo cơ quan";
    /// By the year of the deadline.
    years_of_deadlines = "Số nhiệm vụ theo năm của thời hạn";
    /// The rates.
    measures = "Các tỷ lệ và mẫu số";
    /// The plan's own indicators.
    indicators = "Chỉ số và mục tiêu";
    /// What sets no standing.
    related = "Tin liên quan, không phải căn cứ đánh giá";
    /// Editorial notes.
    notes = "Ghi chú biên tập";
}

patterns! {
    /// What the chart by group shows.
    groups_chart = "Mỗi thanh là một nhóm nhiệm vụ, chia theo tình trạng, nhóm nhiều việc nhất trước; dài gấp đôi là nhiều gấp đôi.";
    /// The head of its first column.
    groups_head = "Nhóm";
    /// What the chart by agency shows.
    agencies_chart = "Mỗi thanh là số nhiệm vụ một cơ quan được giao chủ trì, chia theo tình trạng, cùng thước với hình theo nhóm.";
    /// The caption of its table.
    agencies_caption = "Theo cơ quan được giao chủ trì";
    /// The head of its first column.
    agencies_head = "Cơ quan";
    /// Why its rows add up to more than the sum.
    agencies_note = "Nhiệm vụ có nhiều nơi chủ trì được tính ở từng nơi; nhiệm vụ mà văn bản không nêu đích danh nơi chủ trì không có ở đây. Vì vậy cộng các dòng có thể khác tổng số. Nhiệm vụ được tính trọn: kết quả quá hạn có thể do nơi khác chủ trì.";
    /// A group of agencies among agencies.
    group_of_agencies(name) = "{name} (nhóm)";
    /// The caption of the table by year.
    years_caption = "Theo năm của thời hạn đang áp dụng";
    /// The head of its first column.
    years_head = "Năm";
    /// Which tasks it leaves out.
    years_note = "Nhiệm vụ không có thời hạn và nhiệm vụ hạn chế công khai không có trong bảng này.";
    /// The head of the column of all tasks.
    tasks_head = "Nhiệm vụ";
}

patterns! {
    /// The denominator of a measure.
    of_due = "Mẫu số: nhiệm vụ có thời hạn đã ghi nhận hoàn thành, hoặc thời hạn đã qua mà trang chưa ghi nhận hoàn thành.";
    /// The denominator of a measure.
    of_done_for_deadline = "Mẫu số: nhiệm vụ có thời hạn đã ghi nhận hoàn thành.";
    /// A rate of nothing.
    nothing_due = "không tính: trang không có nhiệm vụ nào có thời hạn mà thời hạn đã qua hoặc đã ghi nhận hoàn thành";
    /// A rate of nothing.
    nothing_live = "không tính: không có nhiệm vụ hiện hành";
    /// A rate of nothing.
    nothing_done = "không tính: chưa nhiệm vụ nào hoàn thành";
    /// A rate of nothing.
    nothing_done_for_deadline = "không tính: chưa nhiệm vụ có thời hạn nào hoàn thành";
    /// A rate of nothing.
    nothing_reported = "không tính: trang không ghi báo cáo nào đã đến lúc phải gửi";
    /// A rate of what nobody can count.
    nothing_countable = "không tính: nghĩa vụ báo cáo giao cho nhóm cơ quan không đếm được";
    /// The denominator of a measure.
    of_live = "Mẫu số: mọi nhiệm vụ hiện hành.";
    /// The denominator of a measure.
    of_done = "Mẫu số: nhiệm vụ đã ghi nhận hoàn thành.";
    /// The denominator of a measure.
    of_due_reports = "Mẫu số: báo cáo đã đến hạn gửi; nơi trang không ghi ngày phải gửi thì không tính là chậm.";
    /// A measure that has no value.
    not_known = "chưa tính được";
    /// A measure in days.
    days(days) = "{days} ngày";
    /// Nothing was published about any task.
    none_updated = "Trang chưa có tin về nhiệm vụ nào chưa ghi nhận hoàn thành.";
}

sentences! {
    /// On how many tasks a measure rests.
    computed_on(tasks) = "Tính trên {tasks} nhiệm vụ chưa ghi nhận hoàn thành mà trang đã có tin.";
    /// How many plans the site has.
    watched(plans) = "{plans} kế hoạch được theo dõi trên trang này.";
    /// The denominator of a measure, and how many tasks have no deadline.
    of_due_beside(tasks) = "Mẫu số: nhiệm vụ có thời hạn đã ghi nhận hoàn thành, hoặc thời hạn đã qua mà trang chưa ghi nhận hoàn thành. Ngoài ra có {tasks} nhiệm vụ không có thời hạn.";
    /// What stands under the newest plans.
    newest(plans) = "Trên đây là các kế hoạch mới nhất trong {plans} kế hoạch được theo dõi.";
    /// What stands under the newest documents, of several kinds.
    newest_documents(plans) = "Trên đây là các văn bản mới nhất trong {plans} văn bản được theo dõi.";
    /// How many documents the site has, of several kinds.
    watched_documents(plans) = "{plans} văn bản được theo dõi trên trang này.";
    /// What the cells add up to.
    cells_sum(live) = "Cộng lại là {live} nhiệm vụ hiện hành.";
}
