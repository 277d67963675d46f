//! What `van-ban.md` would not take as it is: numbers that do not follow, levels without the one above.
//!
//! In: a document as it was recognised. Out: the same, with a remark on each passage that the source itself writes so, and
//! a note. A passage that no remark excuses loses its place, and is told with all that has none. A document that people
//! could write is never refused for the way in which it is numbered.

use super::found::{Found, Region};
use super::question::Note;
use super::sheet::{Fate, Sheet};
use super::write;
use crate::diagnostic::{Diagnostics, Severity};
use crate::parse::plan_text::parse;
use crate::source::ContentFile;
use crate::source::place::At;

/// How often the text is read again; each time at least one passage is settled.
const ROUNDS: usize = 400;

/// Mends.
pub(crate) fn mend(found: &mut Found, sheet: &mut Sheet) {
    for _ in 0..ROUNDS {
        if !once(found, sheet) {
            return;
        }
    }
}

/// Settles the first of what is wrong, and all that is as sure; whether there was anything.
fn once(found: &mut Found, sheet: &mut Sheet) -> bool {
    let (text, spots) = write::laid_out(found);
    let mut problems = Diagnostics::default();
    let _ = parse(&ContentFile::PlanText("a").path(), &text, &mut problems);
    let wrong: Vec<(usize, String)> = problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .filter_map(|problem| match &problem.place.at {
            At::Passage(range) => Some((range.start, problem.what.clone())),
            _ => None,
        })
        .collect();
    let mut settled = false;
    for (at, what) in wrong {
        let Some((_, region, passage)) =
            spots.iter().find(|(range, ..)| (range.start..=range.end).contains(&at))
        else {
            continue;
        };
        let Some(Region::Body(passages)) = found.regions.get_mut(*region) else { continue };
        let one = &mut passages[*passage];
        let place = one.line.raws.first().map(|raw| sheet.raws[*raw].at.clone());
        if !one.sic && one.table.is_none() {
            one.sic = true;
            let words = format!("{what} Giữ như bản nguồn.");
            found.notes.push(Note { at: place, words });
            settled = true;
        } else if !settled {
            // Positions of those behind it change: they are looked at in the next round.
            let taken = passages.remove(*passage);
            sheet.settle(&taken.line.raws, Fate::Unplaced);
            let words = format!("{what} Đoạn này chưa xếp chỗ.");
            found.notes.push(Note { at: place, words });
            return true;
        }
    }
    settled
}
