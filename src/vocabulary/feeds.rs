//! Feeds: their names, and what an entry says.

use super::patterns;

patterns! {
    /// The name of a feed of the site or of an agency.
    feed(subject, of) = "{subject} – {of}";
    /// The name of a plan's feed.
    feed_of_plan(subject, plan) = "{subject} – {plan}";
    /// An entry about a task.
    of_task(kind, title, number) = "{kind}: {title} (nhiệm vụ {number})";
    /// The same, where there are several plans.
    of_task_of_plan(kind, title, number, plan) = "{kind}: {title} (nhiệm vụ {number}, {plan})";
    /// The plan's own words, where the title is the editors'.
    verbatim(words) = "Nguyên văn: {words}";
    /// An entry about a part of a plan's text.
    of_part(kind, part) = "{kind}: {part}";
    /// The same, where there are several plans.
    of_part_of_plan(kind, part, plan) = "{kind}: {part}, {plan}";
    /// An entry about a plan.
    of_plan(kind, plan) = "{kind}: {plan}";
    /// A deadline was moved.
    deadline(from, to) = "Thời hạn: {from} → {to}.";
    /// A deadline was set where the plan names no date.
    deadline_fixed(to) = "Thời hạn được ấn định: {to}.";
    /// The lead changed.
    lead(from, to) = "Cơ quan chủ trì: {from} → {to}.";
    /// The lead was given to an agency where the plan names nobody.
    assigned(to) = "Cơ quan chủ trì: {to}.";
    /// The words changed.
    wording(before, after) = "Trước: {before}\nNay: {after}";
    /// What stands in the way.
    difficulty(words) = "Khó khăn, vướng mắc: {words}";
    /// The document that an event rests on.
    basis(document) = "Căn cứ: {document}.";
    /// When it happened.
    happened(date) = "Ngày theo nguồn: {date}.";
    /// A correction.
    correction(before, after, reason) = "Trước: {before}\nNay: {after}\nLý do: {reason}";
    /// The letter that makes it.
    letter(letter) = "Công văn: {letter}";
    /// What stands for the words of a correction of a restricted task.
    withheld = "Không công khai chi tiết.";
}
