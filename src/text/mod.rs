//! Vietnamese text: its normal form, order, keys, dates and numbers.
//!
//! In: strings and dates. Out: strings, orders, values, and faults that say in Vietnamese what
//! is wrong with the text. Knows nothing of the site, reports no problems, reads no clock.

pub mod address;
pub mod alphabet;
pub mod amounts;
pub mod collate;
pub mod dates;
pub mod document_number;
pub mod dues;
pub mod file_names;
pub mod fold;
pub mod form;
pub mod formula;
pub mod natural;
pub mod near;
pub mod normalize;
pub mod numbers;
pub mod periods;
mod placeholder;
pub mod running;
pub mod schedule;
pub mod slug;

pub use address::{AddressFault, SiteAddress};
pub use alphabet::{as_typed, point_after, point_id, point_ordinal, printed_point};
pub use amounts::{Amount, AmountFault, Decimal, Level};
pub use collate::{Collator, in_order};
pub use dates::{DateFault, PartialDate, days_between, parse_date};
pub use dues::{Due, YearOfDue};
pub use fold::{TonePlacement, search_key, syllables, tone_placement, toned_key};
pub use natural::natural_cmp;
pub use near::nearest;
pub use normalize::{OddKind, is_nfc, nfc, odd_characters, words};
pub use periods::{Period, PeriodFault, PeriodKind};
pub use placeholder::is_placeholder;
pub use running::{capitalised, lowered, one_line};
pub use slug::{is_id, point_slug, slug};
