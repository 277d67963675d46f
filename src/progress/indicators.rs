//! What results say of targets.
//!
//! In: an indicator and a date. Out: for each target a [`Judgement`]: the last result that counts for it, whether that
//! result reaches it and how much of it. Nothing is said beyond the result and its date, and nothing is compared but
//! numbers of one unit.

use jiff::civil::Date;

use crate::model::{Indicator, Outcome, Target};
use crate::text::amounts::{Amount, Decimal, Level};
use crate::text::dates::PartialDate;
use crate::vocabulary::kinds::Direction;

/// What is known of a target.
#[derive(Clone, Copy, Debug)]
pub struct Judgement<'a> {
    /// The last result of the target's time or before; none is known where there is none.
    pub result: Option<&'a Outcome>,
    /// Whether that result reaches the level; none where nobody can compare them.
    pub reached: Option<bool>,
    /// How much of the way that result is.
    pub share: Option<Share>,
    /// Whether the target's time is over, and the result is from before it.
    pub is_outdated: bool,
}

/// How much of the way from the baseline to the level a result is, in tenths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share(pub i64);

/// The results of an indicator that are known on a date, oldest first.
pub fn results(indicator: &Indicator, as_of: Date) -> impl DoubleEndedIterator<Item = &Outcome> {
    indicator.results.iter().filter(move |result| result.reading.date.first_day() <= as_of)
}

/// What is known of a target on a date.
pub fn judge<'a>(indicator: &'a Indicator, target: &Target, as_of: Date) -> Judgement<'a> {
    let end = target.by.map_or(Date::MAX, PartialDate::last_day);
    let result = results(indicator, as_of).rfind(|result| result.reading.date.first_day() <= end);
    let amount = result.and_then(|result| result.reading.amount.as_ref());
    let begin = target.by.map_or(Date::MIN, PartialDate::first_day);
    let reached = amount.and_then(|amount| reached(indicator, &target.level, amount));
    Judgement {
        result,
        reached,
        share: result
            .zip(amount)
            .filter(|_| reached.is_some())
            .and_then(|it| share(indicator, &target.level, it)),
        is_outdated: end < as_of
            && result.is_some_and(|result| result.reading.date.last_day() < begin),
    }
}

/// The amount as a number of the same unit.
fn alike(one: &Amount, other: &Amount) -> Option<(Decimal, Decimal)> {
    let same = match (&one.unit, &other.unit) {
        (Some(one), Some(other)) => one.to_lowercase() == other.to_lowercase(),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    };
    same.then_some((one.number, other.number))
}

fn reached(indicator: &Indicator, level: &Level, amount: &Amount) -> Option<bool> {
    match level {
        Level::AtLeast(bound) => alike(amount, bound).map(|(it, bound)| it >= bound),
        Level::AtMost(bound) => alike(amount, bound).map(|(it, bound)| it <= bound),
        // Plans seldom mean that the very number does not do: of it nothing is said.
        Level::MoreThan(bound) => {
            alike(amount, bound).filter(|(it, bound)| it != bound).map(|(it, bound)| it > bound)
        }
        Level::LessThan(bound) => {
            alike(amount, bound).filter(|(it, bound)| it != bound).map(|(it, bound)| it < bound)
        }
        Level::Exactly(bound) => {
            let (it, bound) = alike(amount, bound)?;
            match indicator.direction {
                _ if it == bound => Some(true),
                Some(Direction::Up) => Some(it > bound),
                Some(Direction::Down) => Some(it < bound),
                None => None,
            }
        }
        Level::Between(from, to) => {
            let ((it, from), (_, to)) = (alike(amount, from)?, alike(amount, to)?);
            Some(from <= it && it <= to)
        }
        Level::InWords => None,
    }
}

fn share(
    indicator: &Indicator,
    level: &Level,
    (result, amount): (&Outcome, &Amount),
) -> Option<Share> {
    let bound = match level {
        Level::AtLeast(bound)
        | Level::MoreThan(bound)
        | Level::AtMost(bound)
        | Level::LessThan(bound)
        | Level::Exactly(bound) => bound,
        Level::Between(..) | Level::InWords => return None,
    };
    let (it, bound) = alike(amount, bound)?;
    let is_up =
        match (level, indicator.direction) {
            (Level::AtLeast(_) | Level::MoreThan(_), _)
            | (Level::Exactly(_), Some(Direction::Up)) => Some(true),
            (Level::AtMost(_) | Level::LessThan(_), _)
            | (Level::Exactly(_), Some(Direction::Down)) => Some(false),
            _ => None,
        };
    // A rate stands only between a baseline, a target and a result (design: any-plan §7).
    let baseline = indicator.baseline.as_ref()?;
    let (from, _) = baseline.amount.as_ref().and_then(|from| alike(from, amount))?;
    let leads_there = match is_up {
        Some(true) => from < bound,
        Some(false) => bound < from,
        None => bound != from,
    };
    let later = baseline.date.last_day() <= result.reading.date.last_day();
    let share = it.minus(from).share_of(bound.minus(from));
    share.filter(|share| leads_there && later && *share >= 0).map(Share)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourcePath;
    use crate::model::Reading;
    use crate::text::dates::PartialDate;

    fn reading(date: &str, words: &str) -> Reading {
        Reading {
            date: PartialDate::parse(date).unwrap(),
            words: words.to_owned(),
            amount: Amount::parse(words).unwrap(),
        }
    }

    /// `2024 35%` as its two parts.
    fn parts(text: &str) -> Option<(&str, &str)> {
        text.split_once(' ')
    }

    fn indicator(baseline: &str, results: &[&str], direction: Option<Direction>) -> Indicator {
        let at = SourcePath::content("x.yml").key("chi_so[0]");
        let outcome = |(date, words)| Outcome {
            reading: reading(date, words),
            title: "Báo cáo".to_owned(),
            number: None,
            issuer: None,
            url: None,
            source: at.clone(),
        };
        Indicator {
            id: "c1".to_owned(),
            name: "Tỷ lệ".to_owned(),
            unit: None,
            direction,
            baseline: parts(baseline).map(|(date, words)| reading(date, words)),
            targets: Vec::new(),
            results: results.iter().filter_map(|text| parts(text)).map(outcome).collect(),
            parts: Vec::new(),
            node: None,
            note: None,
            source: at,
        }
    }

    #[track_caller]
    fn check(indicator: &Indicator, by: &str, level: &str, as_of: &str, expected: &str) {
        let target = Target {
            by: (!by.is_empty()).then(|| PartialDate::parse(by).unwrap()),
            words: level.to_owned(),
            level: Level::parse(level).unwrap(),
        };
        let found = judge(indicator, &target, as_of.parse().unwrap());
        let result = found.result.map_or("nothing", |result| &result.reading.words);
        let reached = found.reached.map_or("?", |it| if it { "reached" } else { "below" });
        let share = match found.share {
            None => "no share".to_owned(),
            Some(Share(tenths)) => format!("way {tenths}"),
        };
        let old = if found.is_outdated { ", old" } else { "" };
        assert_eq!(format!("{result}: {reached}, {share}{old}"), expected, "{level} {as_of}");
    }

    #[test]
    fn without_a_baseline_there_is_no_share() {
        let plain = indicator("", &["2026-06 62%"], None);
        check(&plain, "2028", "ít nhất 80%", "2026-12-31", "62%: below, no share");
        check(&plain, "2028", "ít nhất 80 điểm", "2026-12-31", "62%: ?, no share");
        check(&plain, "2028", "80", "2026-12-31", "62%: ?, no share");
        check(&plain, "2028", "80%", "2026-12-31", "62%: ?, no share");
        check(&plain, "2028", "62%", "2026-12-31", "62%: reached, no share");
        check(&plain, "2028", "không quá 70%", "2026-12-31", "62%: reached, no share");
        check(&plain, "2028", "60 - 70%", "2026-12-31", "62%: reached, no share");
        check(&plain, "2028", "trong nhóm dẫn đầu", "2026-12-31", "62%: ?, no share");
        check(&plain, "", "trên 62%", "2026-12-31", "62%: ?, no share");
        let up = indicator("", &["2026-06 62%"], Some(Direction::Up));
        check(&up, "2028", "80%", "2026-12-31", "62%: below, no share");
        let words = indicator("", &["2026-06 hoàn thành"], Some(Direction::Up));
        check(&words, "2028", "80%", "2026-12-31", "hoàn thành: ?, no share");
    }

    #[test]
    fn a_baseline_makes_it_a_share_of_the_way() {
        let up = indicator("2025 50%", &["2026-06 65%"], None);
        check(&up, "2028", "ít nhất 80%", "2026-12-31", "65%: below, way 500");
        let back = indicator("2025 50%", &["2026-06 40%"], None);
        check(&back, "2028", "ít nhất 80%", "2026-12-31", "40%: below, no share");
        let down = indicator("2025 20%", &["2026-06 12%"], None);
        check(&down, "2028", "không quá 10%", "2026-12-31", "12%: below, way 800");
        check(&down, "2028", "ít nhất 10%", "2026-12-31", "12%: reached, no share");
        let other = indicator("2025 50 điểm", &["2026-06 65%"], None);
        check(&other, "2028", "ít nhất 80%", "2026-12-31", "65%: below, no share");
        let later = indicator("2027 50%", &["2026-06 65%"], None);
        check(&later, "2028", "ít nhất 80%", "2027-12-31", "65%: below, no share");
    }

    #[test]
    fn a_target_is_judged_by_the_last_result_of_its_time() {
        let known = indicator("", &["2025 40%", "2026-12 62%", "2028 90%"], Some(Direction::Up));
        check(&known, "2026", "60%", "2029-01-01", "62%: reached, no share");
        check(&known, "2027", "80%", "2029-01-01", "62%: below, no share, old");
        check(&known, "2027", "80%", "2027-06-30", "62%: below, no share");
        check(&known, "2028", "80%", "2029-01-01", "90%: reached, no share");
        check(&known, "2024", "30%", "2029-01-01", "nothing: ?, no share");
        check(&known, "2028", "80%", "2026-06-30", "40%: below, no share");
        check(&known, "", "80%", "2024-06-30", "nothing: ?, no share");
    }
}
