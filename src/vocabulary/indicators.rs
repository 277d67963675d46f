//! Indicators: what is to be reached, and what sources say was reached.

use super::{patterns, sentences};

patterns! {
    /// The page's name in menus, and the head of a section of them.
    indicators = "Chỉ số";
    /// The page's name.
    of_plan(plan) = "Chỉ số của {plan}";
    /// The indicators of the plan itself.
    of_the_plan = "Chỉ số của kế hoạch";
    /// The indicators of a task.
    of_task(task) = "Chỉ số của nhiệm vụ {task}";
    /// A part of an indicator by its name.
    part(whole, part) = "{whole}: {part}";
    /// An amount with its unit.
    with_unit(value, unit) = "{value} {unit}";
    /// By when a target is to be reached: a year.
    by_year(year) = "đến năm {year}";
    /// By when a target is to be reached: a day or a month.
    by(date) = "đến {date}";
    /// The plan does not say by when.
    by_no_date = "văn bản không nêu thời điểm";
    /// A target with its time.
    target(value, when) = "{value} ({when})";
    /// The unit, as a fact.
    unit(unit) = "đơn vị: {unit}";
}

sentences! {
    /// How many there are.
    counted(indicators) =
        "Trang ghi {indicators} chỉ số của kế hoạch và các nhiệm vụ; mỗi kết quả có nguồn và ngày.";
}

patterns! {
    /// No result is known.
    no_result = "Trang chưa có kết quả.";
    /// Results are known, but of later times.
    no_result_then = "Trang chưa có kết quả của thời điểm này hoặc trước đó.";
    /// A result that reaches the level.
    reached(value, date) = "Kết quả {value} ({date}): đạt mức mục tiêu.";
    /// A result that does not.
    below(value, date) = "Kết quả {value} ({date}): chưa đạt mức mục tiêu.";
    /// A result from before the target's time, which is over.
    outdated(value, date) = "Thời điểm của mục tiêu đã qua; kết quả gần nhất trang có là {value} ({date}), trước thời điểm ấy.";
    /// A result that cannot be compared.
    not_compared(value, date) = "Kết quả {value} ({date}). Trang không kết luận: hai giá trị không phải số cùng đơn vị, hoặc lời của mục tiêu không đủ rõ để so.";
    /// How much of the way from the baseline.
    of_the_way(percent) = "{percent} quãng từ mốc đến mục tiêu";
}

patterns! {
    /// What the picture of an indicator shows.
    chart(name, points) = "{name}: {points}";
    /// A point of it.
    point(kind, date, value) = "{kind} {date} {value}";
    /// What its upright axis shows.
    axis(least, most) = "trục đứng từ {least} đến {most}";
    /// What belongs in the search index.
    finding(targets) = "Mục tiêu: {targets}.";
    /// The same, where there is none.
    finding_bare = "Chỉ số của kế hoạch.";
    /// The caption of its table.
    table(name) = "{name}: mốc, mục tiêu và kết quả";
}
