//! CK106: no cell of a task holds a mark of a footnote, which would be printed as words of the document.

use crate::diagnostic::catalog::ck106;
use crate::diagnostic::{Diagnostics, Place};
use crate::model::{Record, Task};

pub(super) fn check(record: &Record, problems: &mut Diagnostics) {
    for (_, task) in record.tasks() {
        for (at, words) in cells(task) {
            if let Some(mark) = mark(words) {
                problems.push(ck106::footnote_in_a_cell(at, mark));
            }
        }
    }
}

/// The words of a task's cells, and where each stands.
fn cells(task: &Task) -> impl Iterator<Item = (Place, &str)> {
    let key = |path: &str| task.key(path);
    let own = [
        (key("nguyen_van"), Some(task.verbatim.as_str())),
        (key("chu_tri_nguyen_van"), task.leads.verbatim.as_deref()),
        (key("phoi_hop.nguyen_van"), task.partners.as_ref().map(|one| one.verbatim.as_str())),
        (key("thoi_gian.nguyen_van"), task.time.verbatim.as_deref()),
    ];
    let products = task.products.iter().enumerate();
    let products = products.map(move |(at, words)| (key("san_pham").index(at), words.as_str()));
    let others = task.other_cells.values().map(|words| (task.key("cot_khac"), words.as_str()));
    own.into_iter()
        .filter_map(|(at, words)| words.map(|words| (at, words)))
        .chain(products)
        .chain(others)
}

/// The first mark of a footnote in these words, such as `[^1]`.
fn mark(words: &str) -> Option<&str> {
    let start = words.find("[^")?;
    let length = words[start..].find(']')?;
    Some(&words[start..=start + length])
}

#[cfg(test)]
mod tests {
    use crate::check::testing::check_task;

    #[test]
    fn a_mark_in_a_cell_is_told() {
        let file = "CK106 ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.md";
        let keys = "chu_tri: [so-a]\nsan_pham: [\"Sổ[^2]\"]";
        check_task(keys, super::check, &[&format!("{file} san_pham[0]")]);
        check_task("chu_tri: [so-a]\nsan_pham: [\"Sổ [2]\"]", super::check, &[]);
    }
}
