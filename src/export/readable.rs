//! Tables as people read them: Vietnamese heads, names beside ids and codes.
//!
//! In: a table's rows. Out: columns, each with what it shows of a row. Workbook and CSV for Excel are made of them; what
//! programs read keeps the names of the catalogue.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::rows::{Cell, Row};
use crate::model::{AgencyId, GroupId, PlanId, Site};
use crate::text::dates::parse_date;
use crate::vocabulary::columns::{Column, Kind, Table};
use crate::vocabulary::files;
use crate::vocabulary::headings::{AGENCY_COLUMNS, PLAN_COLUMN, heading, of_code};

/// A column as people read it.
pub struct Readable {
    /// Its head.
    pub head: String,
    /// The position of the column of the table that it comes from.
    pub from: usize,
    /// What the values of that column are.
    pub kind: Kind,
    shows: Shows,
}

enum Shows {
    /// The value.
    Own,
    /// What a code means.
    Meaning(BTreeMap<String, String>),
    /// The names of agencies or groups of agencies.
    Agencies,
    /// The number of a plan.
    Plan,
}

/// A value as people read it.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// None.
    Empty,
    /// Words.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A number with decimals, as machines write it.
    Decimal(String),
    /// A day.
    Day(Date),
}

/// The columns of a table.
pub fn columns(table: &'static Table) -> Vec<Readable> {
    table
        .columns
        .iter()
        .enumerate()
        .flat_map(|(from, column)| of_column(table, from, column))
        .collect()
}

fn of_column(table: &'static Table, from: usize, column: &'static Column) -> Vec<Readable> {
    let head = heading(table, column);
    let kind = column.kind;
    let named = match kind {
        Kind::Code(codes) => Some(Shows::Meaning(codes().into_iter().collect())),
        _ if AGENCY_COLUMNS.contains(&(table.name, column.name)) => Some(Shows::Agencies),
        _ if column.name == PLAN_COLUMN => Some(Shows::Plan),
        _ => None,
    };
    let own = |head: String| Readable { head, from, kind, shows: Shows::Own };
    match named {
        Some(shows) => {
            let names = Readable { head: head.to_owned(), from, kind: Kind::Text, shows };
            vec![names, own(of_code(head))]
        }
        None => vec![own(head.to_owned())],
    }
}

impl Readable {
    /// Whether it shows the value itself, and not what it is called.
    pub fn is_own(&self) -> bool {
        matches!(self.shows, Shows::Own)
    }

    /// What it shows of a row.
    pub(super) fn of(&self, row: &Row, site: &Site) -> Shown {
        let cell = &row[self.from];
        match &self.shows {
            Shows::Own => self.own(cell),
            Shows::Meaning(meanings) => {
                meanings.get(&*cell.plain()).cloned().map_or(Shown::Empty, Shown::Text)
            }
            Shows::Plan => {
                let plan = site.plans.get(&PlanId::new(&cell.plain()));
                plan.map_or(Shown::Empty, |plan| Shown::Text(plan.cited()))
            }
            Shows::Agencies => {
                let ids = match cell {
                    Cell::List(ids) => ids.clone(),
                    cell => vec![cell.plain().into_owned()],
                };
                let names: Vec<&str> = ids.iter().filter_map(|id| name_of(site, id)).collect();
                if names.is_empty() { Shown::Empty } else { Shown::Text(names.join("; ")) }
            }
        }
    }

    fn own(&self, cell: &Cell) -> Shown {
        match cell {
            Cell::Empty => Shown::Empty,
            Cell::Number(number) => Shown::Number(*number),
            Cell::Decimal(number) => Shown::Decimal(number.clone()),
            Cell::Flag(flag) => Shown::Text(files::flag(*flag).to_owned()),
            Cell::Day(day) => Shown::Day(*day),
            Cell::Text(text) if matches!(self.kind, Kind::PartialDate) => partial(text),
            Cell::Text(text) => Shown::Text(text.clone()),
            Cell::List(items) => Shown::Text(items.join("; ")),
        }
    }
}

/// What an agency was called last, or a group.
fn name_of<'a>(site: &'a Site, id: &str) -> Option<&'a str> {
    let agency =
        site.agencies.get(&AgencyId::new(id)).map(|agency| agency.last_name().full.as_str());
    agency.or_else(|| site.groups.get(&GroupId::new(id)).map(|group| group.name.as_str()))
}

/// A day as a day, a month as “12/2020”.
fn partial(iso: &str) -> Shown {
    if let Ok(day) = parse_date(iso) {
        return Shown::Day(day);
    }
    match iso.split_once('-') {
        Some((year, month)) => Shown::Text(format!("{month}/{year}")),
        None => Shown::Text(iso.to_owned()),
    }
}
