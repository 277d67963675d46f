//! Days of which only the month or the year is known, spans, and deadlines in the unit of their words.

use jiff::Unit;
use jiff::civil::Date;

use crate::text::dates::short;
use crate::text::periods::{Period, PeriodKind};
use crate::text::schedule::{self, Limit, Part, Span, Turn, Whole, Window};

use super::patterns;

patterns! {
    /// A month, in tables.
    month_short(month, year) = "{month:02}/{year}";
    /// A month, in sentences.
    month(month, year) = "tháng {month:02} năm {year}";
    /// A year.
    year(year) = "năm {year}";
}

patterns! {
    /// So many days.
    days(n) = "{n} ngày";
    /// So many months.
    months(n) = "{n} tháng";
    /// So many years.
    years(n) = "{n} năm";
    /// Longer than a span.
    longer(span) = "hơn {span}";
    /// Before a day, as the document says it.
    before(point) = "trước {point}";
    /// A day within a sentence.
    on_day(day) = "ngày {day}";
    /// A half of a year.
    first_half(year) = "6 tháng đầu năm {year}";
    /// A half of a year.
    second_half(year) = "6 tháng cuối năm {year}";
    /// The first nine months of a year.
    nine_months(year) = "9 tháng năm {year}";
    /// A week of a year.
    week_of(week, year) = "tuần {week} năm {year}";
    /// One of several turns of a period.
    time_of(number, period) = "lần {number}, {period}";
    /// Up to a point, its last day among them.
    until_over(point) = "đến hết {point}";
    /// Up to a day, or to a part of a point.
    until(point) = "đến {point}";
    /// A part of a point.
    beginning(point) = "đầu {point}";
    /// A part of a point.
    middle(point) = "giữa {point}";
    /// A part of a point.
    end(point) = "cuối {point}";
    /// From one day to another.
    from_to(from, to) = "{from} - {to}";
}

/// How long it is from one day to a later one, as people say it: whole years, else whole months, else days.
pub(crate) fn at_least(from: Date, to: Date) -> String {
    span(from, to).0
}

/// The same, saying where it is longer.
pub(crate) fn over(from: Date, to: Date) -> String {
    match span(from, to) {
        (span, true) => span,
        (span, false) => longer(span),
    }
}

/// The span in its largest unit, and whether it is just so long.
fn span(from: Date, to: Date) -> (String, bool) {
    let largest = (Unit::Year, to);
    let Ok(span) = from.until(largest) else { return (days(0), true) };
    let (y, m, d) = (span.get_years(), span.get_months(), span.get_days());
    match (y, m, d) {
        (1.., _, _) => (years(y), m == 0 && d == 0),
        (_, 1.., _) => (months(m), d == 0),
        _ => (days(d), true),
    }
}

/// A deadline in the unit of its words: "quý II/2026", "trước ngày 30/06/2026".
pub(crate) fn limit(limit: &Limit) -> String {
    match (limit.before, limit.point.unit) {
        (true, schedule::Unit::Day) => before(on_day(point(&limit.point))),
        (true, _) => before(point(&limit.point)),
        (false, _) => point(&limit.point),
    }
}

/// A span in the unit of its words, within a sentence.
pub(crate) fn point(span: &Span) -> String {
    use schedule::Unit;
    let kind = match span.unit {
        Unit::Month => PeriodKind::Month,
        Unit::Quarter => PeriodKind::Quarter,
        Unit::Year => return year(span.from.year()),
        Unit::HalfYear if span.from.month() == 1 => return first_half(span.from.year()),
        Unit::HalfYear => return second_half(span.from.year()),
        Unit::Day | Unit::Issue => PeriodKind::Date,
        Unit::Months | Unit::Range | Unit::Plan => return range(span.from, span.to),
        Unit::Part(part, whole) => {
            let unit = match whole {
                Whole::Month => Unit::Month,
                Whole::Quarter => Unit::Quarter,
                Whole::Year => Unit::Year,
            };
            let whole = point(&Span { unit, ..*span });
            return match part {
                Part::Beginning => beginning(whole),
                Part::Middle => middle(whole),
                Part::End => end(whole),
            };
        }
    };
    within(&Period { from: span.from, to: span.to, kind })
}

/// From one day to another: whole years as years.
pub(crate) fn range(from: Date, to: Date) -> String {
    let whole = from == from.first_of_year() && to == to.last_of_year();
    match whole {
        true if from.year() == to.year() => year(from.year()),
        true => from_to(from.year(), to.year()),
        false => from_to(short(from), short(to)),
    }
}

/// The days of a window in the unit of its words.
pub(crate) fn window(window: &Window) -> String {
    bounds(Some(&window.first), &window.last)
}

/// From a beginning, where words name one, to an end, in the unit of the words.
pub(crate) fn bounds(first: Option<&Span>, last: &Span) -> String {
    use schedule::Unit;
    match first {
        Some(first) if first == last => point(last),
        // What begins with the document has its end alone in the words.
        None | Some(Span { unit: Unit::Issue, .. }) => match last.unit {
            Unit::Day => until(on_day(point(last))),
            Unit::Part(..) => until(point(last)),
            _ => until_over(point(last)),
        },
        Some(first) => match (first.unit, last.unit) {
            (Unit::Year, Unit::Year) => range(first.from, last.to),
            _ => from_to(point(first), point(last)),
        },
    }
}

/// A period within a sentence: its first word small.
fn within(period: &Period) -> String {
    let shown = period.to_string();
    match period.kind {
        PeriodKind::Quarter => shown.replacen("Quý", "quý", 1),
        _ => shown,
    }
}

/// A turn by its name: "quý II/2026", "tháng 6/2026", "năm 2026".
pub(crate) fn turn(turn: &Turn) -> String {
    if let Some(named) = &turn.named {
        return match named.unit {
            schedule::Unit::Day => on_day(point(named)),
            _ => point(named),
        };
    }
    let (number, key) = match turn.key.rsplit_once("-L") {
        Some((key, number)) => (Some(number), key),
        None => (None, turn.key.as_str()),
    };
    let year_of = turn.to.year();
    let name = match key.split_once('-') {
        None => year(key),
        Some((year, part)) => match part.as_bytes() {
            [b'Q', ..] => {
                within(&Period { from: turn.from, to: turn.to, kind: PeriodKind::Quarter })
            }
            [b'H', b'1'] => first_half(year),
            [b'H', ..] => second_half(year),
            b"9M" => nine_months(year),
            [b'W', week @ ..] => week_of(String::from_utf8_lossy(week), year),
            [_, _] => within(&Period { from: turn.from, to: turn.to, kind: PeriodKind::Month }),
            _ => from_to(turn.from.year(), year_of),
        },
    };
    match number {
        Some(number) => time_of(number, name),
        None => name,
    }
}
