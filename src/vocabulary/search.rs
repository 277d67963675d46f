//! The search page, and its list from A to Z.

use super::patterns;

patterns! {
    /// What the page finds.
    about = "Tìm nhiệm vụ, điểm của văn bản, cơ quan, văn bản, thuật ngữ; gõ có dấu hoặc không dấu.";
    /// The name of a letter's page.
    letter(letter) = "Mục lục chữ {letter}";
    /// What a letter's page holds.
    about_letter = "Danh sách theo thứ tự chữ cái.";
    /// The name of the page of some of its entries, by their places among all.
    part_of_letter(letter, from, to) = "Mục lục chữ {letter}, mục {from} đến {to}";
    /// The first and the last entry of a page.
    from_to(first, last) = "“{first}” đến “{last}”";
    /// The letter of what begins with none.
    others = "0–9";
    /// Words of a text, and where they stand.
    passage(words, place) = "{words} ({place})";
}
