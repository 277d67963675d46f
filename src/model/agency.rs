//! Agencies, their names over time, their changes, and groups of them.

use jiff::civil::Date;

use super::{AgencyId, GroupId};
use crate::diagnostic::SourcePath;
use crate::text::dates::PartialDate;
use crate::vocabulary::kinds::{Branch, Level, ReorganisationKind};

/// A span of days, open where an end is unknown; of an end perhaps only the year or the month is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// When it begins.
    pub from: Option<PartialDate>,
    /// When it ends.
    pub to: Option<PartialDate>,
}

impl Span {
    /// The first day that may lie in it.
    pub fn first(&self) -> Option<Date> {
        self.from.map(PartialDate::first_day)
    }

    /// The last day that may lie in it.
    pub fn last(&self) -> Option<Date> {
        self.to.map(PartialDate::last_day)
    }

    /// Whether `date` may lie in it.
    pub fn contains(&self, date: Date) -> bool {
        self.first().is_none_or(|first| first <= date)
            && self.last().is_none_or(|last| date <= last)
    }
}

/// A name and the days on which it was in force.
#[derive(Clone, Debug)]
pub struct Name {
    /// The full name.
    pub full: String,
    /// The short form.
    pub short: Option<String>,
    /// When it was in force.
    pub span: Span,
}

/// An office to ask; never a person.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    /// The office.
    pub office: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub mail: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Web page.
    pub web: Option<String>,
}

/// Where a fact was read.
#[derive(Clone, Debug)]
pub struct Source {
    /// What it is called.
    pub title: Option<String>,
    /// Its address.
    pub url: String,
    /// When it was read.
    pub read_on: Option<Date>,
    /// What it says, or what is uncertain.
    pub note: Option<String>,
}

/// An agency; its id never changes, its name may.
#[derive(Clone, Debug)]
pub struct Agency {
    /// Its id.
    pub id: AgencyId,
    /// Its branch.
    pub branch: Branch,
    /// Its level.
    pub level: Option<Level>,
    /// Its names, at least one, oldest first.
    pub names: Vec<Name>,
    /// Other spellings in the sources.
    pub aliases: Vec<String>,
    /// When it existed.
    pub exists: Span,
    /// The office to ask.
    pub contact: Contact,
    /// Where these facts were read.
    pub sources: Vec<Source>,
    /// Editorial notes.
    pub notes: Vec<String>,
    /// Its file.
    pub source: SourcePath,
}

impl Agency {
    /// The name in force on `date`; outside all spans the nearest one.
    pub fn name_on(&self, date: Date) -> &Name {
        self.names
            .iter()
            .find(|name| name.span.contains(date))
            .or_else(|| {
                self.names
                    .iter()
                    .rev()
                    .find(|name| name.span.first().is_none_or(|first| first <= date))
            })
            .unwrap_or(&self.names[0])
    }

    /// The last name that it had or has.
    pub fn last_name(&self) -> &Name {
        self.names.last().expect("assemble refuses an agency without a name")
    }
}

/// A change of agencies.
#[derive(Clone, Debug)]
pub struct Reorganisation {
    /// Its id.
    pub id: String,
    /// When it took effect.
    pub date: PartialDate,
    /// What it did.
    pub kind: ReorganisationKind,
    /// The agencies before.
    pub from: Vec<AgencyId>,
    /// The agencies after.
    pub to: Vec<AgencyId>,
    /// The document that orders it.
    pub basis: Option<String>,
    /// The functions that moved.
    pub functions: Vec<String>,
    /// Where this was read.
    pub sources: Vec<Source>,
    /// What is uncertain.
    pub note: Option<String>,
    /// Its position in its file, from 0.
    pub index: usize,
}

/// Who belongs to a group.
#[derive(Clone, Debug)]
pub enum Members {
    /// Nobody can list them, so they are never counted.
    Open,
    /// These, each for a span.
    Listed(Vec<(AgencyId, Span)>),
}

/// A group of agencies.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// Other spellings in the sources.
    pub aliases: Vec<String>,
    /// Who belongs to it.
    pub members: Members,
    /// When it existed.
    pub exists: Span,
    /// What a reader should know.
    pub note: Option<String>,
    /// Where this was read.
    pub sources: Vec<Source>,
}

impl Group {
    /// The members on `date`; none for an open group.
    pub fn members_on(&self, date: Date) -> Vec<&AgencyId> {
        match &self.members {
            Members::Open => Vec::new(),
            Members::Listed(members) => {
                members.iter().filter(|(_, span)| span.contains(date)).map(|(id, _)| id).collect()
            }
        }
    }
}
