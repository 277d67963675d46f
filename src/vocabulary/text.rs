//! A plan's full text.

use super::patterns;

patterns! {
    /// The page's name.
    of_plan(plan) = "Toàn văn {plan}";
    /// The page's name with the plan's abstract.
    titled(plan, title) = "Toàn văn {plan}: {title}";
    /// A correction of the text.
    corrected(letter, before, after) =
        "Đã được đính chính bởi {letter}: “{before}” sửa thành “{after}”.";
    /// Whether the plan is in force.
    force(force) = "Tình trạng hiệu lực: {force}.";
    /// A cell of a table that is one with the cell above or at the left, whose words these are.
    merged(words) = "Ô gộp với ô bên cạnh: “{words}”";
    /// The copy that the text was transcribed from.
    copy = "Bản chữ đã dùng để chép (nguon.txt)";
    /// Where the text was published.
    published = "Nơi đăng công khai";
    /// What stands before an enclosed document; no word of it.
    enclosed = "Văn bản kèm theo";
    /// The mark of a footnote, for who hears it.
    footnote(label) = "Chú thích {label}";
    /// From a footnote to the one place that calls it.
    back = "Về chỗ dẫn";
    /// From a footnote to one of several places that call it.
    back_to(time) = "Về chỗ dẫn thứ {time}";
    /// A table that says who does what on which day.
    calendar = "Lịch";
    /// A table of indicators.
    indicators = "Chỉ tiêu";
    /// A form.
    form = "Biểu mẫu";
}
