//! A plan's full text.

use super::patterns;

patterns! {
    /// The page's name.
    of_plan(plan) = "Toàn văn Kế hoạch {plan}";
    /// The page's name with the plan's abstract.
    titled(plan, title) = "Toàn văn Kế hoạch {plan}: {title}";
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
    published = "Nơi đăng bản gốc";
}
