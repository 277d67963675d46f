//! Identifiers, each a type of its own, so that a swap of two of them does not compile.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::text::natural::number_cmp;
use crate::vocabulary::table::numbered_within;

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// The identifier that `text` spells.
            pub fn new(text: &str) -> Self {
                Self(text.into())
            }

            /// The identifier as content writes it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id_type!(
    /// An agency: `so-tttt`.
    AgencyId
);
id_type!(
    /// A group of agencies: `ubnd-cap-huyen`.
    GroupId
);
id_type!(
    /// A document that is only cited: `36-nq-tw`.
    DocumentId
);
id_type!(
    /// A plan, by number and year, since numbers restart yearly: `111-kh-ubnd-2015`.
    PlanId
);
id_type!(
    /// A duty to report, within its plan.
    DutyId
);

/// A task's number, as text: 6.10 is not 6.1, and it comes after 6.6.
///
/// Where the numbers of a table or group begin anew, its code stands before them (`pl2-1.1`), so that a number
/// names one task of its plan.
#[derive(Clone, Debug)]
pub struct TaskNumber {
    key: Box<str>,
    within: Option<Arc<Numbering>>,
}

/// A table or group whose numbers begin anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbering {
    /// What stands before its numbers.
    pub code: String,
    /// What readers call it.
    pub name: String,
    /// The position of the table, then of the group from 1.
    pub place: (usize, usize),
}

impl TaskNumber {
    /// The number that `text` spells.
    pub fn new(text: &str) -> Self {
        Self { key: text.into(), within: None }
    }

    /// The number `text` of a table or group whose numbers begin anew.
    pub fn within(numbering: Numbering, text: &str) -> Self {
        let key = format!("{}-{text}", numbering.code).into();
        Self { key, within: Some(Arc::new(numbering)) }
    }

    /// The number by which content and data name the task.
    pub fn as_str(&self) -> &str {
        &self.key
    }

    /// The number without the code of its table or group.
    pub fn printed(&self) -> &str {
        match &self.within {
            Some(within) => &self.key[within.code.len() + 1..],
            None => &self.key,
        }
    }

    /// The number as a part of an address: `6.6` becomes `6-6`.
    pub fn slug(&self) -> String {
        crate::text::slug::slug(&self.key)
    }

    fn place(&self) -> (usize, usize) {
        self.within.as_ref().map_or((0, 0), |within| within.place)
    }
}

/// For readers: with the table or group where another begins anew.
impl fmt::Display for TaskNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.within {
            Some(within) => f.write_str(&numbered_within(self.printed(), &within.name)),
            None => f.write_str(&self.key),
        }
    }
}

impl Serialize for TaskNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.key)
    }
}

/// The key names the task; the place, which orders it, follows from the key.
impl PartialEq for TaskNumber {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for TaskNumber {}

impl Hash for TaskNumber {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

impl Ord for TaskNumber {
    fn cmp(&self, other: &Self) -> Ordering {
        let places = self.place().cmp(&other.place());
        places
            .then_with(|| number_cmp(&self.key, &other.key))
            .then_with(|| self.key.cmp(&other.key))
    }
}

impl PartialOrd for TaskNumber {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A task of a plan of this site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId {
    /// The plan.
    pub plan: PlanId,
    /// The task's number in it.
    pub number: TaskNumber,
}
