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
    none: "Trang không có nhiệm vụ hiện hành nào.",
    about: "Nhiệm vụ gốc và bổ sung, không kể đã bãi bỏ hoặc chuyển tiếp. Đây là mẫu số của các tỷ lệ.",
};

/// Done and confirmed.
pub const DONE: List = List {
    title: "Nhiệm vụ ghi nhận hoàn thành",
    label: "ghi nhận hoàn thành",
    some: Counted::new("Trang ghi nhận {n} nhiệm vụ hoàn thành."),
    none: "Trang chưa ghi nhận nhiệm vụ nào hoàn thành.",
    about: "Đã báo cáo hoàn thành, có minh chứng và có xác nhận.",
};

/// Done, or their time is over.
pub const DUE: List = List {
    title: "Nhiệm vụ có thời hạn đã hoàn thành hoặc có thời hạn đã qua",
    label: "có thời hạn, đã hoàn thành hoặc thời hạn đã qua",
    some: Counted::new("{n} nhiệm vụ có thời hạn đã hoàn thành hoặc có thời hạn đã qua."),
    none: "Trang không có nhiệm vụ nào có thời hạn đã hoàn thành hoặc có thời hạn đã qua.",
    about: "Nhiệm vụ mà văn bản đặt thời hạn: đã hoàn thành, hoặc thời hạn đã qua mà trang chưa ghi nhận hoàn thành, kể cả khi chưa có thông tin. Đây là mẫu số của tỷ lệ M1.",
};

/// Done, with public proof.
pub const PROVED: List = List {
    title: "Nhiệm vụ hoàn thành có minh chứng công khai",
    label: "hoàn thành có minh chứng công khai",
    some: Counted::new("{n} nhiệm vụ hoàn thành có minh chứng công khai."),
    none: "Trang chưa ghi nhận nhiệm vụ nào hoàn thành có minh chứng công khai.",
    about: "Có ít nhất một văn bản, sản phẩm hoặc số liệu mà ai cũng xem được.",
};

/// Not done, and something was published about them.
pub const UPDATED: List = List {
    title: "Nhiệm vụ chưa ghi nhận hoàn thành mà trang đã có tin",
    label: "chưa ghi nhận hoàn thành, trang đã có tin",
    some: Counted::new("{n} nhiệm vụ chưa ghi nhận hoàn thành mà trang đã có tin."),
    none: "Trang chưa có tin về nhiệm vụ nào chưa ghi nhận hoàn thành.",
    about: "Trang chưa ghi nhận hoàn thành, và đã công bố ít nhất một diễn biến.",
};

/// The signed text has them.
pub const ORIGINAL: List = List {
    title: "Nhiệm vụ gốc",
    label: "có trong văn bản",
    some: Counted::new("{n} nhiệm vụ có trong văn bản."),
    none: "Trang không có nhiệm vụ nào có trong văn bản.",
    about: "Nhiệm vụ có trong văn bản, kể cả đã bãi bỏ hoặc chuyển tiếp.",
};

/// Later documents added them.
pub const ADDED: List = List {
    title: "Nhiệm vụ bổ sung",
    label: "được bổ sung",
    some: Counted::new("{n} nhiệm vụ được bổ sung."),
    none: "Trang không ghi nhận nhiệm vụ nào được bổ sung.",
    about: "Nhiệm vụ do văn bản ban hành sau kế hoạch bổ sung.",
};

/// Finished in time.
pub const FINISHED_IN_TIME: List = List {
    title: "Nhiệm vụ hoàn thành đúng hạn",
    label: "hoàn thành đúng hạn",
    some: Counted::new("{n} nhiệm vụ hoàn thành đúng hạn."),
    none: "Trang chưa ghi nhận nhiệm vụ nào hoàn thành đúng hạn.",
    about: "Hoàn thành không sau thời hạn gốc, hoặc không sau thời hạn đã được điều chỉnh bằng văn bản.",
};

/// Finished, and nobody can say whether in time.
pub const FINISHED_UNKNOWN: List = List {
    title: "Nhiệm vụ hoàn thành, chưa rõ đúng hạn hay không",
    label: "hoàn thành, chưa rõ đúng hạn hay không",
    some: Counted::new("{n} nhiệm vụ hoàn thành, chưa rõ đúng hạn hay không."),
    none: "Trang không có nhiệm vụ nào ghi nhận hoàn thành mà chưa rõ đúng hạn hay không.",
    about: "Ngày hoàn thành chưa đủ rõ để so với thời hạn, hoặc văn bản không đặt thời hạn.",
};

/// Unfinished, in time.
pub const UNFINISHED_IN_TIME: List = List {
    title: "Nhiệm vụ có tin, chưa ghi nhận hoàn thành, trong hạn",
    label: "có tin, chưa ghi nhận hoàn thành, trong hạn",
    some: Counted::new("{n} nhiệm vụ có tin, chưa ghi nhận hoàn thành, trong hạn."),
    none: "Trang không có nhiệm vụ nào có tin, chưa ghi nhận hoàn thành và còn trong hạn.",
    about: "Trang có tin, chưa ghi nhận hoàn thành; thời hạn chưa qua.",
};

/// Unfinished, overdue.
pub const UNFINISHED_OVERDUE: List = List {
    title: "Nhiệm vụ chưa ghi nhận hoàn thành, quá hạn",
    label: "chưa ghi nhận hoàn thành, quá hạn",
    some: Counted::new("{n} nhiệm vụ chưa ghi nhận hoàn thành, quá hạn."),
    none: "Trang không ghi nhận nhiệm vụ nào quá hạn mà chưa hoàn thành.",
    about: "Có nguồn sau thời hạn ghi là chưa xong, hoặc kết thúc khi mới xong một phần. Nhiệm vụ chưa có thông tin, chưa có tin mới, mới báo cáo hoàn thành, đang tạm dừng khi thời hạn đã qua có danh sách riêng.",
};

/// No word, and their time is over.
pub const NO_INFORMATION_PAST_DUE: List = List {
    title: "Nhiệm vụ có thời hạn đã qua, chưa có thông tin",
    label: "thời hạn đã qua, trang chưa có thông tin",
    some: Counted::new("{n} nhiệm vụ có thời hạn đã qua mà trang chưa có thông tin."),
    none: "Không có nhiệm vụ nào có thời hạn đã qua mà trang chưa có thông tin.",
    about: "Thời hạn đã qua và trang chưa có thông tin: không rõ đã làm hay chưa, nên không gọi là quá hạn.",
};

/// No word, in time.
pub const NO_INFORMATION_IN_TIME: List = List {
    title: "Nhiệm vụ chưa có thông tin, trong hạn",
    label: "chưa có thông tin, thời hạn chưa qua",
    some: Counted::new("{n} nhiệm vụ chưa có thông tin, thời hạn chưa qua."),
    none: "Không có nhiệm vụ nào còn trong hạn mà trang chưa có thông tin.",
    about: "Chưa có thông tin; thời hạn chưa qua.",
};

/// The last word is from before the deadline, which is over.
pub const LAST_WORD_BEFORE: List = List {
    title: "Nhiệm vụ có thời hạn đã qua, chưa có tin mới",
    label: "thời hạn đã qua, tin gần nhất có từ trước thời hạn",
    some: Counted::new("{n} nhiệm vụ có thời hạn đã qua mà tin gần nhất có từ trước thời hạn."),
    none: "Không có nhiệm vụ nào có thời hạn đã qua mà tin gần nhất có từ trước thời hạn.",
    about: "Tin gần nhất chưa ghi hoàn thành, nhưng có từ trước thời hạn; từ đó trang chưa có tin mới, nên không kết luận là xong hay quá hạn.",
};

/// Reported as done and not confirmed, and the deadline is over.
pub const REPORTED_PAST_DUE: List = List {
    title: "Nhiệm vụ chờ xác nhận, thời hạn đã qua",
    label: "đã báo cáo hoàn thành, chờ xác nhận, thời hạn đã qua",
    some: Counted::new("{n} nhiệm vụ đã báo cáo hoàn thành, chờ xác nhận, thời hạn đã qua."),
    none: "Trang không ghi nhận nhiệm vụ nào chờ xác nhận mà thời hạn đã qua.",
    about: "Đã báo cáo hoàn thành, chưa có xác nhận; thời hạn đã qua.",
};

/// Halted, and the deadline is over.
pub const PAUSED_PAST_DUE: List = List {
    title: "Nhiệm vụ tạm dừng, thời hạn đã qua",
    label: "đang tạm dừng, thời hạn đã qua",
    some: Counted::new("{n} nhiệm vụ đang tạm dừng, thời hạn đã qua."),
    none: "Trang không ghi nhận nhiệm vụ nào đang tạm dừng mà thời hạn đã qua.",
    about: "Tin gần nhất ghi tạm dừng; thời hạn đã qua.",
};

/// Done; there was no deadline.
pub const FINISHED_WITHOUT_DEADLINE: List = List {
    title: "Nhiệm vụ hoàn thành, không có thời hạn",
    label: "hoàn thành, không có thời hạn để so",
    some: Counted::new("{n} nhiệm vụ hoàn thành, không có thời hạn để so."),
    none: "Trang chưa ghi nhận nhiệm vụ không có thời hạn nào hoàn thành.",
    about: "Đã hoàn thành; văn bản không đặt thời hạn, nên không nói đúng hạn hay quá hạn.",
};

/// No word, and no deadline.
pub const SILENT_WITHOUT_DEADLINE: List = List {
    title: "Nhiệm vụ chưa có thông tin, không có thời hạn",
    label: "chưa có thông tin, không có thời hạn",
    some: Counted::new("{n} nhiệm vụ chưa có thông tin, không có thời hạn."),
    none: "Không có nhiệm vụ nào không có thời hạn mà trang chưa có thông tin.",
    about: "Trang chưa có thông tin; văn bản không đặt thời hạn.",
};

/// No word, and a period that is no deadline is over.
pub const SILENT_PERIOD_OVER: List = List {
    title: "Nhiệm vụ có kỳ thực hiện đã kết thúc, chưa có thông tin",
    label: "kỳ thực hiện đã kết thúc, trang chưa có thông tin",
    some: Counted::new("{n} nhiệm vụ có kỳ thực hiện đã kết thúc mà trang chưa có thông tin."),
    none: "Không có nhiệm vụ nào có kỳ thực hiện đã kết thúc mà trang chưa có thông tin.",
    about: "Kỳ thực hiện đã kết thúc và trang chưa có thông tin về kết quả: không rõ đã làm hay chưa. Kỳ thực hiện không phải thời hạn.",
};

/// Unfinished, and no deadline to be late for.
pub const WITHOUT_DEADLINE: List = List {
    title: "Nhiệm vụ có tin, chưa ghi nhận hoàn thành, không có thời hạn",
    label: "có tin, chưa ghi nhận hoàn thành, không có thời hạn",
    some: Counted::new("{n} nhiệm vụ có tin, chưa ghi nhận hoàn thành, không có thời hạn."),
    none: "Trang không có nhiệm vụ nào có tin, chưa ghi nhận hoàn thành và không có thời hạn.",
    about: "Văn bản ghi kỳ thực hiện, việc thường xuyên, việc theo kỳ, điều kiện, hoặc không ghi thời gian: không có ngày nào để gọi là quá hạn.",
};

/// They still belong to their plan, and no day is too late for them.
pub const NO_DEADLINE: List = List {
    title: "Nhiệm vụ không có thời hạn",
    label: "không có thời hạn",
    some: Counted::new("{n} nhiệm vụ không có thời hạn."),
    none: "Trang không có nhiệm vụ nào không có thời hạn.",
    about: "Văn bản ghi kỳ thực hiện, việc thường xuyên, việc theo kỳ, điều kiện, hoặc không ghi thời gian. Các nhiệm vụ này không tính vào M1 và M3.",
};

/// Done, with a deadline that it was done for.
pub const DONE_FOR_DEADLINE: List = List {
    title: "Nhiệm vụ có thời hạn đã hoàn thành",
    label: "có thời hạn và đã hoàn thành",
    some: Counted::new("{n} nhiệm vụ có thời hạn đã hoàn thành."),
    none: "Trang chưa ghi nhận nhiệm vụ có thời hạn nào hoàn thành.",
    about: "Nhiệm vụ mà văn bản đặt thời hạn, đã hoàn thành: đúng hạn, quá hạn, hoặc chưa đủ dữ liệu để so.",
};

/// They count in no rate.
pub const OUT_OF_RATES: List = List {
    title: "Nhiệm vụ không tính vào tỷ lệ",
    label: "không tính vào tỷ lệ",
    some: Counted::new("{n} nhiệm vụ không tính vào tỷ lệ."),
    none: "Trang không ghi nhận nhiệm vụ nào đã bãi bỏ hoặc chuyển tiếp.",
    about: "Nhiệm vụ đã bãi bỏ hoặc chuyển tiếp.",
};

/// Done, and not late.
pub const DONE_NOT_LATE: List = List {
    title: "Nhiệm vụ hoàn thành, không quá hạn",
    label: "hoàn thành, không quá hạn",
    some: Counted::new("{n} nhiệm vụ hoàn thành, không quá hạn."),
    none: "Trang chưa ghi nhận nhiệm vụ nào hoàn thành không quá hạn.",
    about: "Hoàn thành đúng hạn, đúng hạn sau điều chỉnh, hoặc chưa đủ dữ liệu về thời hạn.",
};

/// Done late.
pub const DONE_LATE: List = List {
    title: "Nhiệm vụ hoàn thành quá hạn",
    label: "hoàn thành quá hạn",
    some: Counted::new("{n} nhiệm vụ hoàn thành quá hạn."),
    none: "Trang không ghi nhận nhiệm vụ nào hoàn thành quá hạn.",
    about: "Đã hoàn thành, sau thời hạn đang áp dụng.",
};

/// Ended when partly done.
pub const PARTIAL: List = List {
    title: "Nhiệm vụ kết thúc, hoàn thành một phần",
    label: "kết thúc khi mới hoàn thành một phần",
    some: Counted::new("{n} nhiệm vụ kết thúc khi mới hoàn thành một phần."),
    none: "Trang không ghi nhận nhiệm vụ nào kết thúc khi mới hoàn thành một phần.",
    about: "Đã kết thúc khi mới hoàn thành một phần.",
};

/// Under way, in time.
pub const RUNNING: List = List {
    title: "Nhiệm vụ đang thực hiện",
    label: "đang thực hiện",
    some: Counted::new("{n} nhiệm vụ đang thực hiện, theo tin trang có."),
    none: "Trang không có nhiệm vụ nào có tin gần nhất là đang thực hiện.",
    about: "Trang có tin là việc, hoặc một phần của việc, đang làm, và chưa gần đến thời hạn hoặc không có thời hạn; gồm cả việc thường xuyên và việc theo kỳ đã có tin, dù tin nói về kỳ nào.",
};

/// Due soon.
pub const DUE_SOON: List = List {
    title: "Nhiệm vụ sắp đến hạn",
    label: "sắp đến hạn",
    some: Counted::new("{n} nhiệm vụ sắp đến hạn."),
    none: "Trang không có nhiệm vụ nào có tin mà sắp đến hạn.",
    about: "Gần đến thời hạn; trang có tin và chưa ghi nhận báo cáo hoàn thành.",
};

/// Overdue.
pub const OVERDUE: List = List {
    title: "Nhiệm vụ quá hạn",
    label: "quá hạn",
    some: Counted::new("{n} nhiệm vụ quá hạn."),
    none: "Trang không ghi nhận nhiệm vụ nào quá hạn.",
    about: "Có nguồn sau thời hạn ghi là chưa xong. Nhiệm vụ mà sau thời hạn trang không có tin thì không bị coi là quá hạn: xem danh sách chưa có thông tin và danh sách chưa có tin mới.",
};

/// Their period has not begun.
pub const NOT_BEGUN: List = List {
    title: "Nhiệm vụ chưa bắt đầu",
    label: "chưa bắt đầu",
    some: Counted::new("{n} nhiệm vụ chưa bắt đầu."),
    none: "Trang không có nhiệm vụ nào có tin gần nhất là chưa bắt đầu.",
    about: "Tin gần nhất ghi chưa bắt đầu; kỳ thực hiện chưa đến, đang diễn ra, hoặc không nêu.",
};

/// Their period is over, nobody has judged them.
pub const ENDED_AWAITING: List = List {
    title: "Nhiệm vụ có thời gian đã qua, chưa rõ kết quả",
    label: "thời gian đã qua, chưa rõ kết quả",
    some: Counted::new("{n} nhiệm vụ có thời gian đã qua mà tin gần nhất chưa ghi hoàn thành."),
    none: "Không có nhiệm vụ nào có thời gian đã qua mà tin gần nhất chưa ghi hoàn thành.",
    about: "Thời hạn hoặc kỳ thực hiện đã qua; tin gần nhất chưa ghi hoàn thành và có từ trước đó, hoặc văn bản không đặt thời hạn.",
};

/// Reported as done, not confirmed.
pub const REPORTED: List = List {
    title: "Nhiệm vụ đã báo cáo hoàn thành, chờ xác nhận",
    label: "đã báo cáo hoàn thành, chờ xác nhận",
    some: Counted::new("{n} nhiệm vụ đã báo cáo hoàn thành, chờ xác nhận."),
    none: "Trang không ghi nhận nhiệm vụ nào đã báo cáo hoàn thành, chờ xác nhận.",
    about: "Cơ quan đã báo cáo hoàn thành; chưa có xác nhận nên chưa tính là hoàn thành.",
};

/// Paused.
pub const PAUSED: List = List {
    title: "Nhiệm vụ tạm dừng",
    label: "tạm dừng",
    some: Counted::new("{n} nhiệm vụ tạm dừng."),
    none: "Trang không ghi nhận nhiệm vụ nào đang tạm dừng.",
    about: "Có văn bản hoặc báo cáo là tạm dừng; thời hạn vẫn tính tiếp.",
};

/// Cancelled.
pub const CANCELLED: List = List {
    title: "Nhiệm vụ bãi bỏ",
    label: "bãi bỏ",
    some: Counted::new("{n} nhiệm vụ bãi bỏ."),
    none: "Trang không ghi nhận nhiệm vụ nào bị bãi bỏ.",
    about: "Có văn bản bãi bỏ nhiệm vụ.",
};

/// They went on in another plan.
pub const CARRIED_OVER: List = List {
    title: "Nhiệm vụ chuyển tiếp",
    label: "chuyển tiếp",
    some: Counted::new("{n} nhiệm vụ chuyển tiếp."),
    none: "Trang không ghi nhận nhiệm vụ nào được chuyển tiếp.",
    about: "Nhiệm vụ được chuyển sang kế hoạch khác.",
};

/// No word.
pub const SILENT: List = List {
    title: "Nhiệm vụ chưa có thông tin",
    label: "chưa có thông tin",
    some: Counted::new("{n} nhiệm vụ chưa có thông tin."),
    none: "Không có nhiệm vụ nào mà trang chưa có thông tin.",
    about: "Trang chưa có thông tin về kết quả của các nhiệm vụ này. Không có thông tin không có nghĩa là không làm.",
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
    /// Tasks that are done, apart from those done late.
    done_not_late = "Hoàn thành, không ghi nhận quá hạn";
    /// What belongs in the list of tasks that are due soon.
    about_due_soon(days) = "Còn dưới {days} ngày đến thời hạn; trang có tin và chưa ghi nhận báo cáo hoàn thành.";
    /// No word, and their time is over.
    silent_past_due = "Thời hạn đã qua";
    /// In an agency's list: only a result that others lead is late.
    late_by_others = "Kết quả do nơi khác chủ trì quá hạn";
    /// No word, and the period is over.
    silent_period_over = "Kỳ thực hiện đã kết thúc";
    /// No word, in time.
    silent_in_time = "Thời gian chưa qua, hoặc không nêu";
}

patterns! {
    /// The tasks of a group.
    verbatim(title) = "Nguyên văn: {title}";
    /// Tasks of a group.
    of_group(number, title) = "Nhóm {number}: {title}";
    /// The tasks of a group that its document does not number.
    of_unnumbered_group(title) = "Nhóm {title}";
    /// The tasks that an agency leads.
    of_lead(agency) = "{agency} được giao chủ trì";
    /// The tasks that a group of agencies leads.
    of_lead_group(group) = "{group} (nhóm) được giao chủ trì";
    /// The tasks of a year.
    of_year(year) = "Thời hạn năm {year}";
}

patterns! {
    /// A list, and the plan that it is of.
    of_plan(list, plan) = "{list}, {plan}";
    /// A plan's tasks by standing.
    by_standing = "Nhiệm vụ theo tình trạng";
    /// What belongs in that list.
    about_standing = "Mọi nhiệm vụ của kế hoạch, xếp theo tình trạng. Nhiệm vụ đã bãi bỏ hoặc chuyển tiếp ghi sau cùng, không thuộc nhiệm vụ hiện hành.";
    /// A plan's tasks by deadline.
    by_deadline = "Nhiệm vụ theo thời hạn";
    /// What belongs in that list.
    about_deadline = "Nhiệm vụ hiện hành, xếp theo thời hạn mà văn bản đặt và theo điều trang ghi nhận; không kể đã bãi bỏ hoặc chuyển tiếp.";
    /// Those whose deadline is to come.
    in_time = "Nhiệm vụ có thời hạn chưa qua, chưa ghi nhận hoàn thành";
    /// A plan's tasks by group.
    by_group = "Nhiệm vụ theo nhóm";
    /// What belongs in that list.
    about_group = "Nhiệm vụ của từng nhóm, theo phụ lục của kế hoạch; không kể đã bãi bỏ hoặc chuyển tiếp.";
    /// A plan's tasks by lead.
    by_lead = "Nhiệm vụ theo nơi được giao chủ trì";
    /// What belongs in that list.
    about_lead = "Theo tên ghi trong kế hoạch; nhiệm vụ có nhiều nơi chủ trì ghi ở từng nơi, không kể đã bãi bỏ hoặc chuyển tiếp. Nhiệm vụ được tính trọn: kết quả quá hạn có thể do nơi khác chủ trì. Ai chịu trách nhiệm hiện nay ghi ở từng nhiệm vụ.";
    /// A plan's tasks by year.
    by_year = "Nhiệm vụ theo năm của thời hạn";
    /// What belongs in that list.
    about_year = "Theo thời hạn đang áp dụng; không kể đã bãi bỏ hoặc chuyển tiếp. Nhiệm vụ hạn chế công khai không nêu thời hạn nên không có ở đây.";
}

patterns! {
    /// The name of a page of a list that is not the first.
    on_page(list, page) = "{list} (trang {page})";
    /// What the link to a page is called.
    page(page) = "Trang {page}";
    /// Which tasks of a list stand on the page.
    tasks_here(first, last, all) = "Nhiệm vụ {first}–{last} trong {all} của danh sách này.";
    /// Which lines of a list stand on the page, where a task can have several.
    lines_here(first, last, all) = "Dòng {first}–{last} trong {all} của danh sách này.";
}

sentences! {
    /// How many tasks, by column.
    by_column(tasks, columns) = "{tasks} nhiệm vụ: {columns}.";
    /// How many tasks.
    tasks(tasks) = "{tasks} nhiệm vụ.";
}
