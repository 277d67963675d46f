//! Identifiers, each a type of its own, so that a swap of two of them does not compile.

use std::cmp::Ordering;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::text::natural::natural_cmp;

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
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TaskNumber(Box<str>);

impl TaskNumber {
    /// The number that `text` spells.
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// The number as the source writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number as a part of an address: `6.6` becomes `6-6`.
    pub fn slug(&self) -> String {
        crate::text::slug::slug(&self.0)
    }
}

impl fmt::Display for TaskNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for TaskNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl Ord for TaskNumber {
    fn cmp(&self, other: &Self) -> Ordering {
        natural_cmp(&self.0, &other.0).then_with(|| self.0.cmp(&other.0))
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
