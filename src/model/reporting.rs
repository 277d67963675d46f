//! Duties to report, their periods, and what is known of each report.

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::{AgencyId, DutyId, GroupId, NodeId};
use crate::diagnostic::Place;
use crate::parse::Verbatim;
use crate::text::dues::{Due, YearOfDue};
use crate::vocabulary::kinds::Frequency;

/// The key of the report in the middle of a duty's span.
const MID_TERM: &str = "giua_ky";

/// The key of the report at its end.
const CLOSING: &str = "tong_ket";

/// A duty to report.
#[derive(Clone, Debug)]
pub struct ReportingDuty {
    /// Its id.
    pub id: DutyId,
    /// The agencies bound by it.
    pub agencies: Vec<AgencyId>,
    /// The groups bound by it.
    pub groups: Vec<GroupId>,
    /// How often, each with its due date; never none.
    pub rounds: Vec<Round>,
    /// First and last day; reports of periods that lie in part within them are owed.
    pub span: (Date, Date),
    /// Whether nobody says when it ends: of such a duty only what has begun is known.
    pub is_open: bool,
    /// To whom.
    pub to: AgencyId,
    /// Who receives the synthesis.
    pub synthesis_to: Option<AgencyId>,
    /// The plan's own words.
    pub verbatim: Verbatim,
    /// The node that has them.
    pub node: Option<NodeId>,
}

/// One of the ways in which a duty recurs.
#[derive(Clone, Debug)]
pub struct Round {
    /// How often.
    pub frequency: Frequency,
    /// By when, with the words of the content; none where the plan names no date.
    pub due: Option<(Due, String)>,
}

/// What tells a period from the others of its duty: how often, which year, which part of it from 1.
pub type PeriodId = (Frequency, i16, u8);

/// A period of a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportPeriod {
    /// How often such periods come.
    pub frequency: Frequency,
    /// The year; of weeks that of the ISO calendar.
    pub year: i16,
    /// The part of the year, from 1.
    pub part: u8,
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// By when the report is due; none where the plan sets no date.
    pub due: Option<Date>,
}

/// A report that was sent.
#[derive(Clone, Debug)]
pub struct Report {
    /// The duty that it meets.
    pub duty: DutyId,
    /// The period that it is about.
    pub period: PeriodId,
    /// The agency.
    pub agency: AgencyId,
    /// When it was sent.
    pub sent: Date,
    /// Number and symbol.
    pub number: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// What it says.
    pub summary: Option<String>,
    /// The entry that it was read from.
    pub source: Place,
}

/// A source's word that a report was not sent.
#[derive(Clone, Debug)]
pub struct Unsent {
    /// The duty.
    pub duty: DutyId,
    /// The period.
    pub period: PeriodId,
    /// The agency.
    pub agency: AgencyId,
    /// The day of the word.
    pub said: Date,
    /// The document that says so.
    pub basis: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The entry that it was read from.
    pub source: Place,
}

impl Frequency {
    /// How many periods a year has at most; none of those that come once.
    pub fn per_year(self) -> Option<u8> {
        match self {
            Self::Weekly => Some(53),
            Self::Monthly => Some(12),
            Self::Quarterly => Some(4),
            Self::HalfYearly => Some(2),
            Self::FirstHalf | Self::NineMonths | Self::Yearly => Some(1),
            Self::MidTerm | Self::Closing => None,
        }
    }

    /// Whether such periods can be due so.
    pub fn takes(self, due: &Due) -> bool {
        match due {
            Due::DaysOfYear { days, year } => {
                let fits = match self {
                    Self::Quarterly | Self::HalfYearly => *year == YearOfDue::Nearest,
                    Self::FirstHalf | Self::NineMonths | Self::Yearly => true,
                    Self::Weekly | Self::Monthly | Self::MidTerm | Self::Closing => false,
                };
                let count = usize::from(self.per_year().unwrap_or_default());
                let ends: Vec<_> =
                    self.of_year(2025).into_iter().map(|(_, from, to)| (from, to)).collect();
                fits && days.len() == count && (count == 1 || due.follows(&ends))
            }
            Due::DayOfMonth(_) => self == Self::Monthly,
            Due::DayOfLastMonth(_) => match self {
                Self::Quarterly
                | Self::HalfYearly
                | Self::FirstHalf
                | Self::NineMonths
                | Self::Yearly => true,
                Self::Weekly | Self::Monthly | Self::MidTerm | Self::Closing => false,
            },
            Due::DayOfNextMonth(_) => !matches!(self, Self::Weekly | Self::MidTerm | Self::Closing),
            Due::LastDay => !matches!(self, Self::MidTerm | Self::Closing),
            Due::DaysAfter(_) => self != Self::MidTerm,
            Due::DayOfWeek { .. } => self == Self::Weekly,
            Due::By(_) => matches!(self, Self::MidTerm | Self::Closing),
        }
    }

    /// The periods of a year, each with its part and its ends; none of those that come once.
    fn of_year(self, year: i16) -> Vec<(u8, Date, Date)> {
        let months = match self {
            Self::Weekly => return weeks(year),
            Self::Monthly => 1,
            Self::Quarterly => 3,
            Self::HalfYearly | Self::FirstHalf => 6,
            Self::NineMonths => 9,
            Self::Yearly => 12,
            Self::MidTerm | Self::Closing => return Vec::new(),
        };
        let parts = 1..=self.per_year().unwrap_or_default();
        parts
            .filter_map(|part| {
                let last = i8::try_from(part).ok()? * months;
                let from = Date::new(year, last - months + 1, 1).ok()?;
                Some((part, from, Date::new(year, last, 1).ok()?.last_of_month()))
            })
            .collect()
    }
}

/// The weeks of a year of the ISO calendar.
fn weeks(year: i16) -> Vec<(u8, Date, Date)> {
    let weeks = (1_i8..=53).filter_map(|week| {
        let day = |day| ISOWeekDate::new(year, week, day).ok().map(ISOWeekDate::date);
        Some((week.unsigned_abs(), day(Weekday::Monday)?, day(Weekday::Sunday)?))
    });
    weeks.collect()
}

impl ReportingDuty {
    /// First and last year.
    pub fn years(&self) -> (i16, i16) {
        (self.span.0.year(), self.span.1.year())
    }

    /// Its periods, oldest first; of a plan that was issued on a day, those that were not over by then.
    pub fn periods(&self, issued: Date) -> Vec<ReportPeriod> {
        let mut periods: Vec<ReportPeriod> =
            self.rounds.iter().flat_map(|round| self.of_round(round)).collect();
        periods.retain(|period| issued <= period.to);
        // Of those that end on one day the shorter goes first.
        periods.sort_by_key(|period| (period.to, std::cmp::Reverse(period.from), period.frequency));
        periods
    }

    fn of_round(&self, round: &Round) -> Vec<ReportPeriod> {
        let Round { frequency, due } = round;
        let due = due.as_ref().map(|(due, _)| due);
        let (first, last) = self.span;
        if frequency.per_year().is_none() {
            return vec![self.once(*frequency, due)];
        }
        // The days about New Year may lie in a week of the year beside.
        let years = first.year().saturating_sub(1)..=last.year().saturating_add(1);
        let periods = years.flat_map(|year| {
            let parts = frequency.of_year(year).into_iter();
            parts.map(move |(part, from, to)| (year, part, from, to))
        });
        let within = periods.filter(|(_, _, from, to)| match frequency {
            // A week belongs where its Thursday is.
            Frequency::Weekly => from
                .checked_add(jiff::Span::new().days(3))
                .is_ok_and(|thursday| first <= thursday && thursday <= last),
            _ => *from <= last && first <= *to,
        });
        let made = within.map(|(year, part, from, to)| ReportPeriod {
            frequency: *frequency,
            year,
            part,
            from,
            to,
            due: due.map(|due| due.day(from, to, part)),
        });
        made.collect()
    }

    /// The one period of a report that comes once. In the middle of what, only its due date can tell.
    fn once(&self, frequency: Frequency, due: Option<&Due>) -> ReportPeriod {
        let (from, last) = self.span;
        let due = due.map(|due| due.day(from, last, 1));
        let to = match (frequency, due) {
            (Frequency::MidTerm, Some(due)) => due.clamp(from, last),
            // Without an end a report that comes once is about what was until it is due.
            (_, Some(due)) if self.is_open => due.clamp(from, last),
            _ => last,
        };
        ReportPeriod { frequency, year: to.year(), part: 1, from, to, due }
    }
}

impl ReportPeriod {
    /// What tells it from the others of its duty.
    pub fn id(&self) -> PeriodId {
        (self.frequency, self.year, self.part)
    }

    /// What content and open data call it: `2026-06`, `2026-Q2`, `tong_ket`.
    pub fn key(&self) -> String {
        let (year, part) = (self.year, self.part);
        match self.frequency {
            Frequency::Weekly => format!("{year}-W{part:02}"),
            Frequency::Monthly => format!("{year}-{part:02}"),
            Frequency::Quarterly => format!("{year}-Q{part}"),
            Frequency::HalfYearly | Frequency::FirstHalf => format!("{year}-H{part}"),
            Frequency::NineMonths => format!("{year}-9M"),
            Frequency::Yearly => year.to_string(),
            Frequency::MidTerm => MID_TERM.to_owned(),
            Frequency::Closing => CLOSING.to_owned(),
        }
    }
}

/// The year that the key of a period names, if it is a key at all; those that come once name none.
pub fn year_of_key(key: &str) -> Option<Option<i16>> {
    if key == MID_TERM || key == CLOSING {
        return Some(None);
    }
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (year, part) = key.split_once('-').unwrap_or((key, ""));
    let fits = match part.as_bytes() {
        [] if !key.contains('-') => true,
        [b'Q' | b'H', digit] => digit.is_ascii_digit(),
        [b'W', week @ ..] => week.len() == 2 && digits(&part[1..]),
        [b'9', b'M'] => true,
        [_, _] => digits(part),
        _ => false,
    };
    (fits && year.len() == 4 && digits(year)).then(|| year.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn duty(rounds: &[(Frequency, Option<&str>)], span: (&str, &str)) -> ReportingDuty {
        let due = |text: &str| (Due::parse(text).unwrap(), text.to_owned());
        let rounds = rounds.iter();
        ReportingDuty {
            id: DutyId::new("bao-cao"),
            agencies: Vec::new(),
            groups: Vec::new(),
            rounds: rounds
                .map(|(frequency, text)| Round { frequency: *frequency, due: text.map(due) })
                .collect(),
            span: (date(span.0), date(span.1)),
            is_open: false,
            to: AgencyId::new("a"),
            synthesis_to: None,
            verbatim: Verbatim::default(),
            node: None,
        }
    }

    #[track_caller]
    fn check(rounds: &[(Frequency, Option<&str>)], span: (&str, &str), expected: &[&str]) {
        let shown = |period: &ReportPeriod| {
            let due = period.due.map(|due| format!(" {due}")).unwrap_or_default();
            format!("{} {}..{}{due}", period.key(), period.from, period.to)
        };
        let duty = duty(rounds, span);
        let periods = duty.periods(date("2000-01-01"));
        assert_eq!(periods.iter().map(shown).collect::<Vec<_>>(), expected);
        for period in &periods {
            let year = year_of_key(&period.key());
            let named = duty.rounds[0].frequency.per_year().is_some();
            assert_eq!(year, Some(named.then_some(period.year)), "{}", period.key());
        }
    }

    const YEAR: (&str, &str) = ("2026-01-01", "2026-12-31");

    #[test]
    fn each_frequency_has_its_periods_and_each_its_due_date() {
        use Frequency::{
            Closing, FirstHalf, HalfYearly, MidTerm, Monthly, NineMonths, Quarterly, Yearly,
        };
        check(&[(Yearly, Some("15/01"))], YEAR, &["2026 2026-01-01..2026-12-31 2027-01-15"]);
        check(
            &[(HalfYearly, Some("20/6 và 20/12"))],
            YEAR,
            &[
                "2026-H1 2026-01-01..2026-06-30 2026-06-20",
                "2026-H2 2026-07-01..2026-12-31 2026-12-20",
            ],
        );
        check(&[(FirstHalf, None)], YEAR, &["2026-H1 2026-01-01..2026-06-30"]);
        check(&[(NineMonths, Some("25/9"))], YEAR, &["2026-9M 2026-01-01..2026-09-30 2026-09-25"]);
        check(
            &[(Quarterly, Some("ngày 18 tháng cuối quý"))],
            ("2026-04-01", "2026-09-30"),
            &[
                "2026-Q2 2026-04-01..2026-06-30 2026-06-18",
                "2026-Q3 2026-07-01..2026-09-30 2026-09-18",
            ],
        );
        check(
            &[(Monthly, Some("05 tháng sau"))],
            ("2026-11-15", "2027-01-10"),
            &[
                "2026-11 2026-11-01..2026-11-30 2026-12-05",
                "2026-12 2026-12-01..2026-12-31 2027-01-05",
                "2027-01 2027-01-01..2027-01-31 2027-02-05",
            ],
        );
        let whole = ("2026-01-01", "2030-12-31");
        check(
            &[(MidTerm, Some("Quý II/2028"))],
            whole,
            &["giua_ky 2026-01-01..2028-06-30 2028-06-30"],
        );
        check(&[(MidTerm, None)], whole, &["giua_ky 2026-01-01..2030-12-31"]);
        check(
            &[(Closing, Some("30 ngày sau kỳ"))],
            whole,
            &["tong_ket 2026-01-01..2030-12-31 2031-01-30"],
        );
    }

    #[test]
    fn a_duty_of_several_frequencies_has_the_periods_of_all() {
        let rounds = [(Frequency::Quarterly, None), (Frequency::Monthly, Some("18"))];
        let duty = duty(&rounds, ("2026-05-01", "2026-06-30"));
        let keys: Vec<_> = duty.periods(date("2026-05-20")).iter().map(ReportPeriod::key).collect();
        assert_eq!(keys, ["2026-05", "2026-06", "2026-Q2"]);
        let keys: Vec<_> = duty.periods(date("2026-06-20")).iter().map(ReportPeriod::key).collect();
        assert_eq!(keys, ["2026-06", "2026-Q2"], "a period that was over is not owed");
    }

    #[test]
    fn weeks_belong_to_the_year_of_their_thursday() {
        let duty = duty(&[(Frequency::Weekly, Some("thứ sáu"))], YEAR);
        let periods = duty.periods(date("2000-01-01"));
        let ends = [periods.first(), periods.last()].map(Option::unwrap);
        assert_eq!(periods.len(), 53);
        assert_eq!(ends.map(ReportPeriod::key), ["2026-W01", "2026-W53"]);
        assert_eq!(ends.map(|week| week.from.to_string()), ["2025-12-29", "2026-12-28"]);
        assert_eq!(ends.map(|week| week.due.unwrap().to_string()), ["2026-01-02", "2027-01-01"]);
    }

    #[test]
    fn a_due_date_fits_its_frequency() {
        #[track_caller]
        fn check(text: &str, expected: &str) {
            let due = Due::parse(text).unwrap();
            let takes = Frequency::ALL.iter().filter(|frequency| frequency.takes(&due));
            let codes: Vec<_> = takes.map(|frequency| frequency.code()).collect();
            assert_eq!(codes.join(" "), expected, "{text}");
        }
        check("15/12", "nam 6_thang_dau_nam 9_thang");
        check("20/6 và 20/12", "6_thang");
        check("20/12 và 20/6", "");
        check("15/3, 15/6, 15/9, 15/12", "quy");
        check("18", "thang");
        check("ngày 18 tháng cuối quý", "nam 6_thang quy 6_thang_dau_nam 9_thang");
        check("thứ sáu", "tuan");
        check("30/6/2028", "giua_ky tong_ket");
    }

    #[test]
    fn other_words_are_no_keys() {
        for key in
            ["", "2026-", "26-06", "2026-6", "2026-Q", "2026-q2", "2026-W7", "2026-12M", "quy"]
        {
            assert_eq!(year_of_key(key), None, "{key}");
        }
    }
}
