//! A field of squares: one a task, in rows, each a link with its number, its standing as colour and sign.
//!
//! In: tasks, or cards of a list, under the names of the rows. Out: a [`Field`]. A square stands as the task's tag does
//! in every list; the key under it names what is drawn, and counts it where there is a list of just that.

use serde::Serialize;

use crate::pages::context::Context;
use crate::pages::parts::cards::TaskCard;
use crate::pages::parts::figures::{self, FillKey};
use crate::pages::values::Tone;
use crate::paths;
use crate::progress::Disclosed;
use crate::vocabulary::cut::shortened;
use crate::vocabulary::field as words;

/// How many squares stand on a page at most; of more tasks a page tells the counts.
pub(crate) const MOST: usize = 500;

/// Squares in rows, with their key.
#[derive(Clone, Debug, Serialize)]
pub struct Field {
    /// The rows.
    pub rows: Vec<FieldRow>,
    /// What the fills mean, in the fixed order of families.
    pub key: Vec<FillKey>,
    /// The fill of a standing that is drawn as old, where one is.
    pub old: Option<&'static str>,
}

/// A row of squares.
#[derive(Clone, Debug, Serialize)]
pub struct FieldRow {
    /// What the tasks have in common; empty where a plan has one table without groups.
    pub name: String,
    /// Where they are listed.
    pub href: Option<String>,
    /// The tasks, in the order of the document.
    pub squares: Vec<Square>,
}

/// A task as a square.
#[derive(Clone, Debug, Serialize)]
pub struct Square {
    /// The task's number.
    pub number: String,
    /// The task's page.
    pub href: String,
    /// The classes that draw its standing.
    pub class: String,
    /// Number, first words and standing.
    pub name: String,
    #[serde(skip)]
    tone: Tone,
    #[serde(skip)]
    is_old: bool,
}

impl Square {
    /// A task of the site.
    pub(crate) fn of(here: Context<'_>, task: Disclosed<'_>) -> Self {
        let href = here.href(&paths::task(&task.plan().id, task.number()));
        let name = words::square(task.number(), shortened(&task.called()), task.label());
        Self::new(task.number().to_string(), href, name, task.kind().tone(), task.is_old())
    }

    /// A task of a list.
    pub(crate) fn of_card(card: &TaskCard) -> Self {
        let label = &card.standing.label;
        let name = match &card.plan {
            Some(plan) => {
                words::square_of_plan(&card.number, &plan.text, shortened(&card.title), label)
            }
            None => words::square(&card.number, shortened(&card.title), label),
        };
        Self::new(card.number.clone(), card.href.clone(), name, card.standing.tone, card.is_old)
    }

    fn new(number: String, href: String, name: String, tone: Tone, is_old: bool) -> Self {
        Self { number, href, class: class(tone, is_old), name, tone, is_old }
    }
}

/// The classes of a fill: the family's own, and what marks a standing that rests on an old word.
pub(crate) fn class(tone: Tone, is_old: bool) -> String {
    match is_old {
        true => format!("{} o", tone.mark()),
        false => tone.mark().to_owned(),
    }
}

/// A field of these rows; none where there is no task, or more than `most`. `list` tells where the tasks of a family
/// are listed, if they are.
pub(crate) fn field(
    rows: Vec<FieldRow>,
    most: usize,
    list: impl Fn(Tone) -> Option<String>,
) -> Option<Field> {
    let squares = || rows.iter().flat_map(|row| &row.squares);
    if !(1..=most).contains(&squares().count()) {
        return None;
    }
    let key = figures::key(squares().map(|square| square.tone), list);
    let old = old(squares().map(|square| (square.tone, square.is_old)));
    Some(Field { rows, key, old })
}

/// The fill of the first family of which a standing rests on an old word: keys show it with its border.
pub(crate) fn old(standings: impl Iterator<Item = (Tone, bool)>) -> Option<&'static str> {
    standings.filter(|(_, is_old)| *is_old).map(|(tone, _)| tone).min().map(Tone::mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_nothing_and_of_too_much_there_is_no_field() {
        let square = || Square::new("1".into(), "#".into(), "1 A".into(), Tone::Done, false);
        let has_field = |count: usize| {
            let squares = std::iter::repeat_with(square).take(count).collect();
            let row = FieldRow { name: String::new(), href: None, squares };
            field(vec![row], MOST, |_| None).is_some()
        };
        assert_eq!([0, 1, MOST, MOST + 1].map(has_field), [false, true, true, false]);
    }
}
