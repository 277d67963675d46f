//! Lists of tasks that have something in common, and the parts that a list or a table has.

use super::pattern::Counted;
use super::{patterns, sentences};

/// A list, by what its tasks have in common.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// The heading of its page.
    pub title: &'static str,
    /// What was counted, beside a number.
    pub label: &'static str,
    /// It holds so many tasks.
    pub some: Counted,
    /// It is empty.
    pub none: &'static str,
    /// What belongs in it and what does not.
    pub about: &'static str,
}

/// They still belong to their plan.
pub const LIVE: List = List {
    title: "Nhiệm vụ hiện hành",
    label: "hiện hành",
    some: Counted::new("{n} nhiệm vụ hiện hành."),
    none: "Không có nhiệm vụ hiện hành.",
    about: "Nhiệm vụ gốc và bổ sung, không kể đã bãi bỏ hoặc chuyển tiếp. Đây là mẫu số của các tỷ lệ.",
};

/// Done and confirmed.
pub const DONE: List = List {
    title: "Nhiệm vụ đã hoàn thành",
    label: "đã hoàn thành",
    some: Counted::new("{n} nhiệm vụ đã hoàn thành."),
    none: "Không có nhiệm vụ đã hoàn thành.",
    about: "Đã báo cáo hoàn thành, có minh chứng và có xác nhận.",
};

/// Done, or their time is over.
pub const DUE: List = List {
    title: "Nhiệm vụ đã hoàn thành hoặc đã hết thời hạn",
    label: "đã hoàn thành hoặc đã hết thời hạn",
    some: Counted::new("{n} nhiệm vụ đã hoàn thành hoặc đã hết thời hạn."),
    none: "Không có nhiệm vụ đã hoàn thành hoặc đã hết thời hạn.",
    about: "Đã hoàn thành, chưa hoàn thành khi đã quá hạn, hoặc hết thời hạn mà chưa có thông tin: mẫu số của tỷ lệ M1.",
};

/// Done, with public proof.
pub const PROVED: List = List {
    title: "Nhiệm vụ hoàn thành có minh chứng công khai",
    label: "hoàn thành có minh chứng công khai",
    some: Counted::new("{n} nhiệm vụ hoàn thành có minh chứng công khai."),
    none: "Không có nhiệm vụ hoàn thành có minh chứng công khai.",
    about: "Có ít nhất một văn bản, sản phẩm hoặc số liệu mà ai cũng xem được.",
};

/// Not done, and something was published about them.
pub const UPDATED: List = List {
    title: "Nhiệm vụ chưa xong đã có cập nhật",
    label: "chưa xong đã có cập nhật",
    some: Counted::new("{n} nhiệm vụ chưa xong đã có cập nhật."),
    none: "Không có nhiệm vụ chưa xong đã có cập nhật.",
    about: "Chưa hoàn thành, và trang đã công bố ít nhất một diễn biến.",
};

/// The signed text has them.
pub const ORIGINAL: List = List {
    title: "Nhiệm vụ gốc",
    label: "có trong văn bản đã ký",
    some: Counted::new("{n} nhiệm vụ có trong văn bản đã ký."),
    none: "Không có nhiệm vụ có trong văn bản đã ký.",
    about: "Nhiệm vụ có trong văn bản đã ký, kể cả đã bãi bỏ hoặc chuyển tiếp.",
};

/// Later documents added them.
pub const ADDED: List = List {
    title: "Nhiệm vụ bổ sung",
    label: "được bổ sung",
    some: Counted::new("{n} nhiệm vụ được bổ sung."),
    none: "Không có nhiệm vụ được bổ sung.",
    about: "Nhiệm vụ do văn bản ban hành sau kế hoạch bổ sung.",
};

/// Finished in time.
pub const FINISHED_IN_TIME: List = List {
    title: "Nhiệm vụ hoàn thành đúng hạn",
    label: "hoàn thành đúng hạn",
    some: Counted::new("{n} nhiệm vụ hoàn thành đúng hạn."),
    none: "Không có nhiệm vụ hoàn thành đúng hạn.",
    about: "Hoàn thành không sau thời hạn gốc, hoặc không sau thời hạn đã được điều chỉnh bằng văn bản.",
};

/// Finished, and nobody can say whether in time.
pub const FINISHED_UNKNOWN: List = List {
    title: "Nhiệm vụ hoàn thành, chưa rõ đúng hạn hay không",
    label: "hoàn thành, chưa rõ đúng hạn hay không",
    some: Counted::new("{n} nhiệm vụ hoàn thành, chưa rõ đúng hạn hay không."),
    none: "Không có nhiệm vụ hoàn thành, chưa rõ đúng hạn hay không.",
    about: "Ngày hoàn thành chưa đủ rõ để so với thời hạn, hoặc văn bản không đặt thời hạn.",
};

/// Unfinished, in time.
pub const UNFINISHED_IN_TIME: List = List {
    title: "Nhiệm vụ chưa hoàn thành, trong hạn",
    label: "chưa hoàn thành, trong hạn",
    some: Counted::new("{n} nhiệm vụ chưa hoàn thành, trong hạn."),
    none: "Không có nhiệm vụ chưa hoàn thành, trong hạn.",
    about: "Có báo cáo là chưa hoàn thành hoặc chưa được xác nhận; thời hạn chưa qua.",
};

/// Unfinished, overdue.
pub const UNFINISHED_OVERDUE: List = List {
    title: "Nhiệm vụ chưa hoàn thành, quá hạn",
    label: "chưa hoàn thành, quá hạn",
    some: Counted::new("{n} nhiệm vụ chưa hoàn thành, quá hạn."),
    none: "Không có nhiệm vụ chưa hoàn thành, quá hạn.",
    about: "Chưa hoàn thành khi thời hạn đã qua, kể cả mới báo cáo, đang tạm dừng hoặc kết thúc khi mới xong một phần. Nhiệm vụ chưa có thông tin để riêng.",
};

/// No word, and their time is over.
pub const NO_INFORMATION_PAST_DUE: List = List {
    title: "Nhiệm vụ đã hết thời hạn, chưa có thông tin",
    label: "đã hết thời hạn mà chưa có thông tin",
    some: Counted::new("{n} nhiệm vụ đã hết thời hạn mà chưa có thông tin."),
    none: "Không có nhiệm vụ đã hết thời hạn mà chưa có thông tin.",
    about: "Thời hạn đã qua và trang chưa tìm thấy thông tin: không rõ đã làm hay chưa, nên không gọi là quá hạn.",
};

/// No word, in time.
pub const NO_INFORMATION_IN_TIME: List = List {
    title: "Nhiệm vụ chưa có thông tin, trong hạn",
    label: "chưa có thông tin, thời hạn chưa qua",
    some: Counted::new("{n} nhiệm vụ chưa có thông tin, thời hạn chưa qua."),
    none: "Không có nhiệm vụ chưa có thông tin, thời hạn chưa qua.",
    about: "Chưa có thông tin; thời hạn chưa qua.",
};

/// No deadline to be late for.
pub const WITHOUT_DEADLINE: List = List {
    title: "Nhiệm vụ không có thời hạn rõ",
    label: "không có thời hạn rõ, hoặc hết kỳ, chờ đánh giá",
    some: Counted::new("{n} nhiệm vụ không có thời hạn rõ, hoặc hết kỳ, chờ đánh giá."),
    none: "Không có nhiệm vụ không có thời hạn rõ, hoặc hết kỳ, chờ đánh giá.",
    about: "Việc thường xuyên, hoặc đã hết kỳ thực hiện mà văn bản không nói ngày cuối kỳ là thời hạn.",
};

/// They count in no rate.
pub const OUT_OF_RATES: List = List {
    title: "Nhiệm vụ không tính vào tỷ lệ",
    label: "không tính vào tỷ lệ",
    some: Counted::new("{n} nhiệm vụ không tính vào tỷ lệ."),
    none: "Không có nhiệm vụ không tính vào tỷ lệ.",
    about: "Nhiệm vụ đã bãi bỏ hoặc chuyển tiếp.",
};

/// Done, and not late.
pub const DONE_NOT_LATE: List = List {
    title: "Nhiệm vụ hoàn thành, không quá hạn",
    label: "hoàn thành, không quá hạn",
    some: Counted::new("{n} nhiệm vụ hoàn thành, không quá hạn."),
    none: "Không có nhiệm vụ hoàn thành, không quá hạn.",
    about: "Hoàn thành đúng hạn, đúng hạn sau điều chỉnh, hoặc chưa đủ dữ liệu về thời hạn.",
};

/// Done late.
pub const DONE_LATE: List = List {
    title: "Nhiệm vụ hoàn thành quá hạn",
    label: "hoàn thành quá hạn",
    some: Counted::new("{n} nhiệm vụ hoàn thành quá hạn."),
    none: "Không có nhiệm vụ hoàn thành quá hạn.",
    about: "Đã hoàn thành, sau thời hạn đang áp dụng.",
};

/// Ended when partly done.
pub const PARTIAL: List = List {
    title: "Nhiệm vụ kết thúc, hoàn thành một phần",
    label: "kết thúc khi mới hoàn thành một phần",
    some: Counted::new("{n} nhiệm vụ kết thúc khi mới hoàn thành một phần."),
    none: "Không có nhiệm vụ kết thúc khi mới hoàn thành một phần.",
    about: "Đã kết thúc khi mới hoàn thành một phần.",
};

/// Under way, in time.
pub const RUNNING: List = List {
    title: "Nhiệm vụ đang thực hiện, trong hạn",
    label: "đang thực hiện, trong hạn",
    some: Counted::new("{n} nhiệm vụ đang thực hiện, trong hạn."),
    none: "Không có nhiệm vụ đang thực hiện, trong hạn.",
    about: "Có báo cáo, chưa hoàn thành, chưa gần đến thời hạn; hoặc là việc thường xuyên trong kỳ.",
};

/// Due soon.
pub const DUE_SOON: List = List {
    title: "Nhiệm vụ sắp đến hạn",
    label: "sắp đến hạn",
    some: Counted::new("{n} nhiệm vụ sắp đến hạn."),
    none: "Không có nhiệm vụ sắp đến hạn.",
    about: "Gần đến thời hạn và chưa báo cáo hoàn thành.",
};

/// Overdue.
pub const OVERDUE: List = List {
    title: "Nhiệm vụ quá hạn",
    label: "quá hạn",
    some: Counted::new("{n} nhiệm vụ quá hạn."),
    none: "Không có nhiệm vụ quá hạn.",
    about: "Có báo cáo là chưa xong khi thời hạn đã qua. Nhiệm vụ không ai báo cáo không bị coi là quá hạn: xem danh sách chưa có thông tin.",
};

/// Their period has not begun.
pub const NOT_BEGUN: List = List {
    title: "Nhiệm vụ chưa đến kỳ",
    label: "chưa đến kỳ",
    some: Counted::new("{n} nhiệm vụ chưa đến kỳ."),
    none: "Không có nhiệm vụ chưa đến kỳ.",
    about: "Có báo cáo là chưa bắt đầu; kỳ thực hiện chưa đến.",
};

/// Their period is over, nobody has judged them.
pub const ENDED_AWAITING: List = List {
    title: "Nhiệm vụ hết kỳ thực hiện, chờ đánh giá",
    label: "hết kỳ thực hiện, chờ đánh giá",
    some: Counted::new("{n} nhiệm vụ hết kỳ thực hiện, chờ đánh giá."),
    none: "Không có nhiệm vụ hết kỳ thực hiện, chờ đánh giá.",
    about: "Lần cuối được ghi nhận là đang thực hiện; kỳ thực hiện đã hết, chưa có đánh giá.",
};

/// Reported as done, not confirmed.
pub const REPORTED: List = List {
    title: "Nhiệm vụ đã báo cáo hoàn thành, chờ xác nhận",
    label: "đã báo cáo hoàn thành, chờ xác nhận",
    some: Counted::new("{n} nhiệm vụ đã báo cáo hoàn thành, chờ xác nhận."),
    none: "Không có nhiệm vụ đã báo cáo hoàn thành, chờ xác nhận.",
    about: "Cơ quan đã báo cáo hoàn thành; chưa có xác nhận nên chưa tính là hoàn thành.",
};

/// Paused.
pub const PAUSED: List = List {
    title: "Nhiệm vụ tạm dừng",
    label: "tạm dừng",
    some: Counted::new("{n} nhiệm vụ tạm dừng."),
    none: "Không có nhiệm vụ tạm dừng.",
    about: "Có văn bản hoặc báo cáo là tạm dừng; thời hạn vẫn tính tiếp.",
};

/// Cancelled.
pub const CANCELLED: List = List {
    title: "Nhiệm vụ bãi bỏ",
    label: "bãi bỏ",
    some: Counted::new("{n} nhiệm vụ bãi bỏ."),
    none: "Không có nhiệm vụ bãi bỏ.",
    about: "Có văn bản bãi bỏ nhiệm vụ.",
};

/// They went on in another plan.
pub const CARRIED_OVER: List = List {
    title: "Nhiệm vụ chuyển tiếp",
    label: "chuyển tiếp",
    some: Counted::new("{n} nhiệm vụ chuyển tiếp."),
    none: "Không có nhiệm vụ chuyển tiếp.",
    about: "Nhiệm vụ được chuyển sang kế hoạch khác.",
};

/// No word.
pub const SILENT: List = List {
    title: "Nhiệm vụ chưa có thông tin",
    label: "chưa có thông tin",
    some: Counted::new("{n} nhiệm vụ chưa có thông tin."),
    none: "Không có nhiệm vụ chưa có thông tin.",
    about: "Trang chưa tìm thấy báo cáo hay tài liệu công khai nào về các nhiệm vụ này. Không có thông tin không có nghĩa là không làm.",
};

/// A column of the tables of numbers.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its head.
    pub head: &'static str,
    /// So many in it, within a list.
    pub count: Counted,
}

/// Done.
pub const COLUMN_DONE: Column =
    Column { head: "Hoàn thành", count: Counted::new("{n} hoàn thành") };

/// Overdue.
pub const COLUMN_OVERDUE: Column =
    Column { head: "Quá hạn", count: Counted::new("{n} quá hạn") };

/// No word.
pub const COLUMN_SILENT: Column =
    Column { head: "Chưa có thông tin", count: Counted::new("{n} chưa có thông tin") };

/// All others that still belong to the plan.
pub const COLUMN_REST: Column = Column { head: "Khác", count: Counted::new("{n} khác") };

/// Cancelled or carried over.
pub const COLUMN_GONE: Column = Column {
    head: "Đã bãi bỏ hoặc chuyển tiếp",
    count: Counted::new("{n} đã bãi bỏ hoặc chuyển tiếp"),
};

patterns! {
    /// What belongs in the list of tasks that are due soon.
    about_due_soon(days) = "Còn dưới {days} ngày đến thời hạn và chưa báo cáo hoàn thành.";
    /// No word, and their time is over.
    silent_past_due = "Đã hết thời hạn";
    /// No word, in time.
    silent_in_time = "Thời hạn chưa qua";
}

patterns! {
    /// The tasks of a group.
    of_group(number, title) = "Nhóm {number}: {title}";
    /// The tasks of a group that its document does not number.
    of_unnumbered_group(title) = "Nhóm {title}";
    /// The tasks that an agency leads.
    of_lead(agency) = "{agency} được giao chủ trì";
    /// The tasks that a group of agencies leads.
    of_lead_group(group) = "{group} (nhóm) được giao chủ trì";
    /// The tasks of a year.
    of_year(year) = "Thời hạn năm {year}";
    /// What belongs in a group's list.
    about_group = "Nhiệm vụ của nhóm, theo phụ lục của kế hoạch; không kể đã bãi bỏ hoặc chuyển tiếp.";
    /// What belongs in a lead's list.
    about_lead = "Theo tên ghi trong kế hoạch; nhiệm vụ có nhiều nơi chủ trì có mặt ở danh sách của từng nơi. Ai chịu trách nhiệm hiện nay ghi ở từng nhiệm vụ.";
    /// What belongs in a year's list.
    about_year = "Theo thời hạn đang áp dụng. Nhiệm vụ hạn chế công khai không nêu thời hạn nên không có trong danh sách theo năm.";
}

sentences! {
    /// How many tasks, by column.
    by_column(tasks, columns) = "{tasks} nhiệm vụ: {columns}.";
    /// How many tasks.
    tasks(tasks) = "{tasks} nhiệm vụ.";
}
