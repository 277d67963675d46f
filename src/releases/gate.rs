//! The gate: what editors once published changes only with a correction that names it.
//!
//! In: the facts of the last release and of this one, and the corrections that are new. Out: [`Unexplained`] changes,
//! each with both values and the correction that would explain it. What is withheld from now on explains itself: its
//! reason is published. Additions need no word, but none may be dated before the last release.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::changes::{Change, Changes};
use super::facts::{Facts, Key};
use super::kinds::FactKind;
use super::naming::Names;
use super::pairs::{is_passage, paired};
use super::stated::tables;
use super::taken::REGION;
use super::withheld::Withheld;
use crate::diagnostic::Place;
use crate::diagnostic::catalog::ck270::Silent;
use crate::model::CorrectionTarget;
use crate::output::{Output, OutputPath};
use crate::paths::{self, prose_names};
use crate::progress::{Disclosed, Progress};
use crate::source::{SourcePath, layout};
use crate::text::running::one_line;
use crate::vocabulary::releases as words;

/// What content writes of a correction that is about no plan.
const SITE: &str = "trang";

/// Tables of what belongs to no plan, which any plan may correct.
const SHARED: &[&str] = &[
    "co-quan",
    "bien-dong",
    "trang",
    tables::PAGES,
    tables::TERMS,
    tables::DOCUMENTS,
    tables::GROUPS,
];

/// A correction that the last release did not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correcting {
    /// The plan.
    pub plan: String,
    /// What it is about, as content writes it: `nhiem-vu/1.1`.
    pub target: String,
    /// The reading before.
    pub before: String,
    /// The reading after.
    pub after: String,
}

/// A change that nothing explains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unexplained {
    /// What changed; of a row that vanished, one of its facts.
    pub key: Key,
    /// What readers call it: "diễn biến d1, nội dung".
    pub label: String,
    /// The value that was published, in words.
    pub old: String,
    /// The value now; none where it is told no more.
    pub new: Option<String>,
    /// Both values as data have them.
    pub bare: (String, Option<String>),
    /// The plan and the target of the correction to write; none where no plan is left that could have it.
    pub correction: Option<(String, String)>,
}

/// An addition that is dated before the last release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backdated {
    /// The date of it.
    pub key: Key,
    /// What readers call it.
    pub label: String,
    /// The date.
    pub date: String,
}

impl Unexplained {
    /// The change for the message on it.
    pub fn said(&self) -> Silent {
        Silent {
            label: self.label.clone(),
            old: self.old.clone(),
            new: self.new.clone(),
            correction: self.correction.clone(),
            readings: self.readings(),
        }
    }

    /// What `truoc` and `sau` of a correction say that explains it.
    pub fn readings(&self) -> (String, String) {
        let now = self.new.as_deref().unwrap_or(words::removed());
        (
            words::reading(&self.label, one_line(&self.old)),
            words::reading(&self.label, one_line(now)),
        )
    }
}

/// The corrections of open things that `old` does not have.
pub fn corrections(old: &Facts, progress: &Progress<'_>) -> Vec<Correcting> {
    let entries = progress.plans.iter().flat_map(|plan| &plan.history.corrections);
    let fresh = entries.filter(|entry| {
        let row = [entry.plan.id.to_string(), entry.id.to_owned()];
        old.of_row("dinh-chinh", &row).next().is_none()
    });
    let correcting = fresh.filter_map(|entry| {
        let open = entry.open?;
        Some(Correcting {
            plan: entry.plan.id.to_string(),
            target: match entry.target {
                CorrectionTarget::Task(number) => format!("nhiem-vu/{}", number.as_str()),
                CorrectionTarget::Node(node) => format!("diem/{}", node.as_str()),
                CorrectionTarget::Plan => "ke-hoach".to_owned(),
                CorrectionTarget::Site => SITE.to_owned(),
            },
            before: open.before.clone(),
            after: open.after.clone(),
        })
    });
    correcting.collect()
}

/// The changes from `old` to `new` that nothing explains.
pub fn unexplained(old: &Facts, new: &Facts, corrections: &[Correcting]) -> Vec<Unexplained> {
    let changes = Changes::between(old, new);
    let withheld = Withheld::of(old, new);
    let list = paired(&changes.list);
    let names = Names::of(new, old);
    let written = list.iter().filter(|change| {
        let is_written = change.old.as_ref().is_some_and(|fact| fact.kind == FactKind::Written);
        is_written
            && !withheld.explains(&change.key)
            && !is_opened(change, new)
            && !is_page_gone(change, new)
    });
    let units = units(written, new);
    let mut free: Vec<Option<&Correcting>> = corrections.iter().map(Some).collect();
    let plans: BTreeSet<&str> = plans(new);
    let mut left = Vec::new();
    for change in units {
        let found = unit(change, old, new, names, &plans);
        let mut readings = vec![found.clone()];
        if is_passage(change) && found.new.is_some() {
            // Whoever says that a passage is gone says what is true, though another is like it.
            let bare = (found.bare.0.clone(), None);
            readings.push(Unexplained { new: None, bare, ..found.clone() });
        }
        let mut ways = readings.iter();
        if !ways.any(|it| is_named(it, corrections) || takes_one(it, &mut free)) {
            left.push(found);
        }
    }
    left
}

/// A picture that a page shows, and where a correction of it belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its path in the published folder.
    pub path: String,
    /// The plan and the target of a correction.
    pub correction: Option<(String, String)>,
    /// The file whose page shows it.
    pub place: Place,
    /// Where the content has it.
    pub source: SourcePath,
}

/// The pictures of the editors' words. Their bytes are no facts, since they are read after all facts were told.
pub fn pictures(progress: &Progress<'_>) -> Vec<Shown> {
    let mut shown = Vec::new();
    for plan in &progress.plans {
        let id = &plan.plan.id;
        for task in plan.counted().filter_map(Disclosed::open) {
            let target = format!("nhiem-vu/{}", task.task.number.as_str());
            shown.extend(task.task.narrative.images.iter().map(|image| Shown {
                path: paths::picture(Some(id), &image.path).as_str().to_owned(),
                correction: Some((id.to_string(), target.clone())),
                place: task.task.source.passage(image.span.clone()),
                source: layout::attachment_of_plan(id.as_str(), &image.path),
            }));
        }
    }
    let first = progress.plans.first().map(|plan| plan.plan.id.to_string());
    for page in progress.site.prose.values() {
        shown.extend(page.prose.images.iter().map(|image| Shown {
            path: paths::picture(None, &image.path).as_str().to_owned(),
            correction: first.clone().map(|plan| (plan, SITE.to_owned())),
            place: page.source.passage(image.span.clone()),
            source: layout::attachment_of_page(&image.path),
        }));
    }
    shown
}

/// The pictures that are others than those of the last release under the same address, and that nothing explains.
pub fn replaced<'s>(
    shown: &'s [Shown],
    old: &Output,
    new: &Output,
    corrections: &[Correcting],
) -> Vec<(&'s Shown, Unexplained)> {
    let changes = shown.iter().filter_map(|picture| {
        let sum = |files: &Output| {
            let path = OutputPath::new(picture.path.clone()).ok()?;
            Some(files.get(&path)?.sha256.to_string())
        };
        let (before, now) = (sum(old)?, sum(new)?);
        let key = Key::new(tables::PICTURES, &[&picture.path], "sha256");
        let none = Facts::new();
        let found = Unexplained {
            label: Names::of(&none, &none).short_label(&key),
            key,
            old: before.clone(),
            new: Some(now.clone()),
            bare: (before.clone(), Some(now.clone())),
            correction: picture.correction.clone(),
        };
        (before != now && !is_named(&found, corrections)).then_some((picture, found))
    });
    let mut seen = BTreeSet::new();
    changes.filter(|(picture, _)| seen.insert(&picture.path)).collect()
}

/// Events and corrections that are new and dated before `former`, the day of the last release.
pub fn backdated(old: &Facts, new: &Facts, former: Date) -> Vec<Backdated> {
    let changes = Changes::between(old, new);
    let dates = changes.added().filter(|(key, _)| {
        matches!(
            (&*key.table, &*key.column),
            ("dien-bien", "ngay_cong_bo") | ("dinh-chinh", "ngay")
        )
    });
    // What was withheld before was dated before.
    let dates = dates.filter(|(key, _)| key.table != "dien-bien" || !was_withheld(old, key));
    let early = dates.filter(|(_, fact)| fact.value.parse::<Date>().is_ok_and(|day| day < former));
    early
        .map(|(key, fact)| Backdated {
            key: key.clone(),
            label: Names::of(new, old).thing(key),
            date: fact.value.clone(),
        })
        .collect()
}

fn was_withheld(old: &Facts, key: &Key) -> bool {
    let row = key.row[..2].into();
    let task = Key { table: "nhiem-vu".into(), row, column: "han_che".into() };
    old.value(&task) == Some("true")
}

/// Whether a change is that something withheld is told from now on: what is told is an addition, and no error was made.
fn is_opened(change: &Change, new: &Facts) -> bool {
    let key = &change.key;
    let is_now = |column: &str, value: &str| {
        new.value(&Key { column: column.to_owned().into(), ..key.clone() }) == Some(value)
    };
    match (&*key.table, &*key.column) {
        ("nhiem-vu", "han_che" | "ly_do_han_che") => is_now("han_che", "false"),
        ("minh-chung", "cong_khai" | "ly_do_khong_cong_khai") => is_now("cong_khai", "true"),
        // Its readings are told now.
        ("dinh-chinh", "han_che") => {
            new.of_row(&key.table, &key.row).any(|(of, _)| of.column == "truoc")
        }
        _ => false,
    }
}

/// Whether a page is gone whole: its address must then say where it went, or why it was withdrawn, and another rule holds
/// the site to that. What other pages take in has no address of its own.
fn is_page_gone(change: &Change, new: &Facts) -> bool {
    let (table, row) = (&change.key.table, &change.key.row);
    let has_address = |name: &String| !prose_names::TAKEN_IN.contains(&name.as_str());
    table == tables::PAGES
        && new.of_row(table, row).next().is_none()
        && row.first().is_some_and(has_address)
}

/// The plans that a release has.
fn plans(facts: &Facts) -> BTreeSet<&str> {
    facts
        .iter()
        .filter(|(key, _)| key.table == "ke-hoach")
        .map(|(key, _)| key.row[0].as_str())
        .collect()
}

/// Written facts that changed; of a row all of which vanished, the first; of a row within such a row, none.
fn units<'c>(written: impl Iterator<Item = &'c Change>, new: &Facts) -> Vec<&'c Change> {
    let mut rows: BTreeMap<(&str, &[String]), Vec<&Change>> = BTreeMap::new();
    for change in written {
        rows.entry((&change.key.table, &change.key.row)).or_default().push(change);
    }
    let is_gone = |table: &str, row: &[String]| {
        let mut left = new.of_row(table, row);
        left.all(|(_, fact)| fact.kind != FactKind::Written)
    };
    let gone: BTreeSet<(&str, &[String])> =
        rows.keys().copied().filter(|(table, row)| is_gone(table, row)).collect();
    let within = |table: &str, row: &[String]| {
        let above: &[(&str, usize)] = match table {
            "minh-chung" => &[("dien-bien", 3), ("nhiem-vu", 2), ("ke-hoach", 1)],
            "dien-bien" => &[("nhiem-vu", 2), ("ke-hoach", 1)],
            _ => &[("ke-hoach", 1)],
        };
        let mut above = above.iter().filter(|(other, _)| *other != table);
        above.any(|(table, length)| {
            row.get(..*length).is_some_and(|row| gone.contains(&(*table, row)))
        })
    };
    let mut units = Vec::new();
    for ((table, row), changes) in &rows {
        if within(table, row) {
            continue;
        }
        let count = if gone.contains(&(*table, *row)) { 1 } else { changes.len() };
        units.extend(&changes[..count]);
    }
    units
}

fn unit(
    change: &Change,
    old: &Facts,
    new: &Facts,
    names: Names<'_>,
    plans: &BTreeSet<&str>,
) -> Unexplained {
    let key = &change.key;
    let is_gone = new.of_row(&key.table, &key.row).all(|(_, fact)| fact.kind != FactKind::Written);
    let thing = names.thing(key);
    let (label, value, bare) = if is_gone {
        let told: Vec<String> = old
            .of_row(&key.table, &key.row)
            .filter(|(_, fact)| fact.kind == FactKind::Written)
            .filter(|(key, _)| words::is_telling(&key.table, &key.column))
            .map(|(of, fact)| names.shown(of, &fact.value))
            .collect();
        (thing, told.join(", "), told.join(", "))
    } else {
        let value = change.old.as_ref().map(|fact| fact.value.clone()).unwrap_or_default();
        (names.short_label(key), names.shown(key, &value), value)
    };
    let now = change.new.as_ref().filter(|_| !is_gone).map(|fact| fact.value.clone());
    Unexplained {
        key: key.clone(),
        label,
        old: value,
        new: now.as_deref().map(|value| names.shown(key, value)),
        bare: (bare, now),
        correction: correction(key, plans),
    }
}

/// Where a correction of a fact belongs.
fn correction(key: &Key, plans: &BTreeSet<&str>) -> Option<(String, String)> {
    let first = key.row.first().map(String::as_str).unwrap_or_default();
    let plan = match &*key.table {
        // What belongs to no plan is corrected in the first.
        table if SHARED.contains(&table) => plans.first()?,
        _ => plans.get(first)?,
    };
    let target = match &*key.table {
        table if SHARED.contains(&table) => SITE.to_owned(),
        "nhiem-vu" | "dien-bien" | "minh-chung" if key.row.len() > 1 => {
            format!("nhiem-vu/{}", key.row[1])
        }
        "van-ban" if key.row.len() > 1 && !key.row[1].starts_with(REGION) => {
            format!("diem/{}", key.row[1])
        }
        _ => "ke-hoach".to_owned(),
    };
    Some(((*plan).to_owned(), target))
}

/// Whether a correction speaks where this one would have to: of its target, or of the whole plan.
fn is_about(change: &Unexplained, correcting: &Correcting) -> bool {
    let Some((plan, target)) = &change.correction else { return false };
    let is_plan = target == SITE || correcting.plan == *plan;
    is_plan && (correcting.target == *target || correcting.target == "ke-hoach")
}

/// Whether a correction names the very fact, on a line of its own.
fn is_named(change: &Unexplained, corrections: &[Correcting]) -> bool {
    let (before, after) = change.readings();
    let bare = (change.bare.0.clone(), change.bare.1.clone());
    let bare = Unexplained { old: bare.0, new: bare.1, ..change.clone() }.readings();
    let has = |text: &str, line: &str| {
        one_line(text) == line || text.lines().any(|other| one_line(other) == line)
    };
    let about = corrections.iter().filter(|it| is_about(change, it));
    about.clone().any(|it| {
        let says = |before: &str, after: &str| has(&it.before, before) && has(&it.after, after);
        says(&before, &after) || says(&bare.0, &bare.1)
    })
}

/// Takes the corrections that lead from the old words to the new ones, word by word; each explains one change.
fn takes_one(change: &Unexplained, free: &mut [Option<&Correcting>]) -> bool {
    let goal = one_line(change.bare.1.as_deref().unwrap_or(words::removed()));
    let mut at = one_line(&change.bare.0);
    let mut taken = Vec::new();
    while at != goal {
        let next = free.iter().enumerate().find(|(place, it)| {
            !taken.contains(place)
                && it.is_some_and(|it| is_about(change, it) && one_line(&it.before) == at)
        });
        let Some((place, Some(correcting))) = next else { return false };
        at = one_line(&correcting.after);
        taken.push(place);
    }
    for place in &taken {
        free[*place] = None;
    }
    !taken.is_empty()
}
