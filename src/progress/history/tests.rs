use super::*;
use crate::diagnostic::SourcePath;
use crate::model::{Correction, CorrectionKind, CorrectionOrigin, CorrectionTarget, Nature};
use crate::progress;
use crate::progress::fixture::{date, only_log, site_with, task};

#[test]
fn what_was_published_last_comes_first() {
    let due = |number, log| task(number, "2016", Nature::Deadline, log);
    let mut site = site_with([
        due("1.2", "2016-01-01/2016-05-01 under-way; 2016-02-01/2016-05-01 fact"),
        due("1.10", "2016-01-15/2016-05-01 under-way; 2016-06-01/2016-08-01 done"),
        due("1.1", "2016-01-15/2016-01-31 under-way"),
    ]);
    only_log(&mut site).corrections =
        vec![correction("c1", "2016-02-01"), correction("c2", "2016-07-01")];

    let progress = progress::on(&site, date("2016-05-01"));
    let shown = |entries: &[EventEntry<'_>]| -> Vec<String> {
        entries.iter().map(|entry| format!("{} {}", entry.task.number, entry.event.id)).collect()
    };
    assert_eq!(shown(&progress.history.events), ["1.2 d1", "1.2 d0", "1.10 d0", "1.1 d0"]);
    assert_eq!(progress.history.corrections.len(), 1);
    assert_eq!(progress.last_published(), Some(date("2016-05-01")));

    let progress = progress::on(&site, date("2016-07-15"));
    assert_eq!(progress.last_published(), Some(date("2016-07-01")));
    assert_eq!(progress.history.corrections[0].id, "c2");
    assert_eq!(progress::on(&site, date("2016-01-01")).last_published(), None);
}

fn correction(id: &str, published: &str) -> Correction {
    Correction {
        id: id.to_owned(),
        kind: CorrectionKind::Site,
        published: date(published),
        target: CorrectionTarget::Plan,
        before: String::new(),
        after: String::new(),
        reason: String::new(),
        origin: CorrectionOrigin::Editors,
        received: None,
        answered: None,
        letter: None,
        source: SourcePath::content("dinh-chinh.yml").key("dinh_chinh[0]"),
    }
}
