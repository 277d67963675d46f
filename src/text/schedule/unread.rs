//! Why the words of a time cell name no schedule that could be derived from them.
//!
//! In: nothing. Out: the reasons, for the messages of others; none is an error of the document.

use jiff::civil::Date;

use crate::text::dates::DateFault;
use crate::text::periods::PeriodFault;

/// Why words are not read as a schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unread {
    /// They point to the cell above: “như trên”, “nt”, ditto marks.
    Ditto,
    /// They tell a state: “Đã hoàn thành”, “Đang triển khai”.
    State,
    /// They speak of time without a bound: “Ngay”, “Trong thời gian tới”, “Chưa xác định”.
    Vague,
    /// They hold no words of time at all.
    NoTime,
    /// They hold a day, month or quarter that does not exist.
    Faulty(PeriodFault),
    /// A range ends before it begins.
    Backwards {
        /// The first day that is named.
        from: Date,
        /// The last day that is named.
        to: Date,
    },
    /// A day, month or quarter without a year, and nothing around it names the year.
    NoYear,
    /// Two times, of which either may be meant: “2026 hoặc 2027”, “2026/2027”.
    Either,
    /// A length of time without a beginning: “12 tháng”.
    Duration,
    /// A rhythm without its length: “Định kỳ”.
    NoRhythm,
    /// A rhythm and a day that do not fit each other: “Hằng quý, trước ngày 15”.
    DueUnclear,
    /// A period whose bounds are set elsewhere: a school year, a season, a term.
    SetElsewhere,
    /// A time that may be part of a name: “Ban hành Kế hoạch năm 2026”.
    InName,
    /// A time for a part of the work only: “Đối với cấp xã: quý II/2026”.
    Partial,
    /// Several times whose parts cannot be told from each other.
    Several,
    /// There is a time, but other words beside it that the grammar does not know.
    Uncovered,
}

impl From<PeriodFault> for Unread {
    fn from(fault: PeriodFault) -> Self {
        Self::Faulty(fault)
    }
}

impl From<DateFault> for Unread {
    fn from(fault: DateFault) -> Self {
        Self::Faulty(PeriodFault::Date(fault))
    }
}
