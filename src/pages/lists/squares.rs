//! The tasks of a list as squares, above the list.
//!
//! In: the sections of a page. Out: a [`Field`] of just the tasks of that page. Its key has no numbers, since the page
//! has no list of all that are drawn alike.

use crate::pages::lists::branch::TaskSection;
use crate::pages::parts::cards::TaskCard;
use crate::pages::parts::field::{Field, FieldRow, Square, field};

/// The tasks of an agency's or a group's page, a row a duty; each row leads to its section.
pub(crate) fn of_duties<const N: usize>(
    duties: [(&'static str, &Option<TaskSection>); N],
) -> Option<Field> {
    let duties = duties.into_iter();
    let present = duties.filter_map(|(name, section)| Some((name.to_owned(), section.as_ref()?)));
    of_sections(present)
}

/// How many squares stand above a list at most: more would make a page of a hundred tasks too heavy for a phone.
const MOST: usize = 60;

/// The tasks that a page lists, a row a section; nothing where there are too many.
pub(crate) fn of_sections<'s>(
    sections: impl IntoIterator<Item = (String, &'s TaskSection)>,
) -> Option<Field> {
    let rows = sections.into_iter().map(|(name, section)| {
        let mut cards = Vec::new();
        collect(section, &mut cards);
        cards.sort_by_key(|card| card.place);
        let squares = cards.into_iter().map(Square::of_card).collect();
        FieldRow { name, href: Some(format!("#{}", section.id)), squares }
    });
    field(rows.collect(), MOST, |_| None)
}

fn collect<'s>(section: &'s TaskSection, cards: &mut Vec<&'s TaskCard>) {
    cards.extend(&section.tasks);
    for below in &section.sections {
        collect(below, cards);
    }
}
