//! A cell that names several times: each part with words of its own is a step.
//!
//! In: the tokens of a cell, its setting. Out: the one schedule of the cell, or its steps. The
//! fewest parts that are read wholly are the right ones; where the same words can be parted in two
//! ways that say different things, they are not read.

use super::clause::{Clause, clause};
use super::conditions::is_full_stop;
use super::kinds::{Schedule, Step};
use super::span::{Column, Setting};
use super::tokens::{Kind, Tokens, bytes, one_of, word};
use super::unread::Unread;
use super::verbs::End;

/// Most joints between parts that are tried.
const MOST_JOINTS: usize = 12;

/// Where one part may end and the next begin.
struct Joint {
    /// Where the part before it ends.
    end: usize,
    /// Where the part after it begins.
    begin: usize,
    between: Between,
}

/// What stands between two parts; what parts them more clearly is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Between {
    Comma,
    Word,
    /// A semicolon or full stop.
    Sentence,
}

/// The schedule of a cell.
pub(super) fn steps(text: &str, tokens: Tokens<'_>, setting: &Setting) -> Result<Schedule, Unread> {
    let tokens = trimmed(tokens);
    let fault = match clause(tokens, setting) {
        Ok(whole) if whole.is_implied => Unread::NoTime,
        Ok(whole) if whole.is_partial => Unread::Partial,
        Ok(whole) if !whole.listed.is_empty() => return Ok(listed(text, tokens, whole)),
        Ok(whole) => return Ok(whole.schedule),
        Err(fault) => fault,
    };
    let joints = joints(tokens);
    if joints.is_empty() || joints.len() > MOST_JOINTS {
        return Err(fault);
    }
    let count = joints.len() + 1;
    let mut parts: Vec<Vec<Option<Clause>>> = Vec::new();
    for first in 0..count {
        let begin = if first == 0 { 0 } else { joints[first - 1].begin };
        let read = |last: usize| {
            let end = joints.get(last).map_or(tokens.len(), |joint| joint.end);
            let part = tokens.get(begin..end).map(trimmed)?;
            clause(part, setting).ok().filter(|part| part.listed.is_empty())
        };
        parts.push((first..count).map(read).collect());
    }
    for length in 2..=count {
        let mut found: Vec<Vec<Step>> = Vec::new();
        for ends in partitions(count, length) {
            let mut begin = 0;
            let mut read = Vec::new();
            for end in &ends {
                read.push(parts[begin][end - begin].as_ref());
                begin = end + 1;
            }
            let Some(read) = read.into_iter().collect::<Option<Vec<_>>>() else { continue };
            let between: Vec<Between> =
                ends[..length - 1].iter().map(|end| joints[*end].between).collect();
            let Some(schedules) = together(&read, &between, setting) else { continue };
            let words = words(text, tokens, &joints, &ends);
            let step = |(words, schedule)| Step { words, schedule };
            found.push(words.into_iter().zip(schedules).map(step).collect());
        }
        let Some(first) = found.first() else { continue };
        let is_same = |other: &Vec<Step>| {
            let schedules = |steps: &Vec<Step>| {
                steps.iter().map(|step| step.schedule.clone()).collect::<Vec<_>>()
            };
            schedules(other) == schedules(first)
        };
        return if let Some(one) = constant(first) {
            Ok(one)
        } else if found.iter().all(is_same) {
            Ok(Schedule::Steps(found.swap_remove(0)))
        } else {
            Err(Unread::Several)
        };
    }
    Err(fault)
}

/// The one schedule of parts that all go on without bounds.
fn constant(steps: &[Step]) -> Option<Schedule> {
    let is_plain = |step: &Step| {
        matches!(step.schedule, Schedule::Ongoing { from: None, to: None, on_request: false })
    };
    steps.iter().all(is_plain).then(|| steps[0].schedule.clone())
}

/// Without the signs that end a sentence or begin an item.
fn trimmed(tokens: Tokens<'_>) -> Tokens<'_> {
    let is_mark = |kind: &Kind| matches!(kind, Kind::Sign('.' | ';' | ','));
    let mut tokens = tokens;
    while let Some((first, rest)) = tokens.split_first()
        && is_mark(&first.kind)
    {
        tokens = rest;
    }
    while let Some((last, rest)) = tokens.split_last()
        && is_mark(&last.kind)
    {
        tokens = rest;
    }
    tokens
}

/// The steps of one clause with several times: the words around them belong to the outer ones.
fn listed(text: &str, tokens: Tokens<'_>, whole: Clause) -> Schedule {
    let around = bytes(tokens);
    let last = whole.listed.len() - 1;
    let step = |(at, (schedule, bytes)): (usize, (Schedule, std::ops::Range<usize>))| {
        let start = if at == 0 { around.start } else { bytes.start };
        let end = if at == last { around.end } else { bytes.end };
        Step { words: text.get(start..end).unwrap_or_default().to_owned(), schedule }
    };
    Schedule::Steps(whole.listed.into_iter().enumerate().map(step).collect())
}

fn joints(tokens: Tokens<'_>) -> Vec<Joint> {
    let mut joints: Vec<Joint> = Vec::new();
    let mut depth = 0_u32;
    let mut at = 0;
    while at < tokens.len() {
        let rest = &tokens[at..];
        let length = match &tokens[at].kind {
            Kind::Sign('(') => {
                depth += 1;
                0
            }
            Kind::Sign(')') => {
                depth = depth.saturating_sub(1);
                0
            }
            Kind::Sign(';' | ',') => 1,
            Kind::Sign('.') if is_full_stop(&rest[1..]) => 1,
            Kind::Word(_) => one_of(rest, &["và", "sau đó", "đồng thời", "rồi"])
                .map_or(0, |after| rest.len() - after.len()),
            Kind::Number(..) | Kind::Sign(_) => 0,
        };
        if length == 0 || depth > 0 {
            at += 1;
            continue;
        }
        let between = match &tokens[at].kind {
            Kind::Sign(',') => Between::Comma,
            Kind::Sign(_) => Between::Sentence,
            Kind::Word(_) | Kind::Number(..) => Between::Word,
        };
        let end = at;
        at += length;
        match joints.last_mut().filter(|last| last.begin == end) {
            Some(last) => {
                last.begin = at;
                last.between = last.between.max(between);
            }
            None => joints.push(Joint { end, begin: at, between }),
        }
    }
    joints.retain(|joint| joint.end > 0 && joint.begin < tokens.len());
    joints
}

/// Every way to part so many pieces into so many runs: the last piece of each run.
fn partitions(count: usize, length: usize) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = vec![Vec::new()];
    for run in 0..length {
        let left = length - run - 1;
        let mut next = Vec::new();
        for ends in found {
            let begin = ends.last().map_or(0, |end| end + 1);
            let last = if left == 0 { count - 1..count } else { begin..count - left };
            for end in last.filter(|end| *end >= begin) {
                next.push([ends.as_slice(), &[end]].concat());
            }
        }
        found = next;
    }
    found
}

/// The words of each run.
fn words(text: &str, tokens: Tokens<'_>, joints: &[Joint], ends: &[usize]) -> Vec<String> {
    let mut begin = 0;
    let mut words = Vec::new();
    for end in ends {
        let stop = joints.get(*end).map_or(tokens.len(), |joint| joint.end);
        let part = trimmed(tokens.get(begin..stop).unwrap_or_default());
        words.push(text.get(bytes(part)).unwrap_or_default().to_owned());
        begin = joints.get(*end).map_or(tokens.len(), |joint| joint.begin);
    }
    words
}

/// The schedules of parts that can stand side by side.
fn together(parts: &[&Clause], joints: &[Between], setting: &Setting) -> Option<Vec<Schedule>> {
    let mut schedules: Vec<Schedule> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let next = parts.get(at + 1);
        let next = next.filter(|_| joints.get(at) == Some(&Between::Word) || part.end.is_some());
        schedules.push(deadline(part, next, setting).unwrap_or_else(|| part.schedule.clone()));
        let Some(before) = at.checked_sub(1).map(|at| parts[at]) else {
            if part.is_implied {
                return None;
            }
            continue;
        };
        let is_bare = part.end.is_none() && before.end.is_none();
        if part.is_implied && matches!(before.schedule, Schedule::Ongoing { .. }) {
            return None;
        }
        let is_clear = joints[at - 1] == Between::Sentence || is_list(before, part);
        let is_loose = joints[at - 1] == Between::Comma || is_mixed(before, part);
        let is_one = is_conditional(before, part, joints[at - 1]) || overlap(before, part);
        if is_bare && (is_one || is_loose && !is_clear) {
            return None;
        }
    }
    Some(schedules)
}

/// A bare time is a deadline where its act makes something, or where what goes on follows it.
fn deadline(part: &Clause, next: Option<&&Clause>, setting: &Setting) -> Option<Schedule> {
    let limit = part.loose.filter(|_| setting.column != Column::Period)?;
    let goes_on = next.is_some_and(|next| {
        matches!(next.schedule, Schedule::Ongoing { from: None, .. } | Schedule::Conditional { .. })
    });
    let ends = match part.end {
        Some(end) => end == End::Making,
        None => goes_on,
    };
    ends.then_some(Schedule::Deadline(limit))
}

/// Whether both name a bare time of one unit, as the parts of a list do.
fn is_list(before: &Clause, part: &Clause) -> bool {
    match (before.loose, part.loose) {
        (Some(before), Some(part)) => before.point.unit == part.point.unit,
        _ => false,
    }
}

/// Whether two bare times say something of each other: “quý II/2026 và 2027”.
fn is_mixed(before: &Clause, part: &Clause) -> bool {
    before.loose.is_some() && part.loose.is_some() && !is_list(before, part)
}

/// Whether a bare time and a condition may be of one task: only “quý IV/2026 và theo lộ trình …”
/// tells them apart.
fn is_conditional(before: &Clause, part: &Clause, joint: Between) -> bool {
    let waits = |clause: &Clause| matches!(clause.schedule, Schedule::Conditional { .. });
    let is_dated = |clause: &Clause| {
        clause.loose.is_some() || matches!(clause.schedule, Schedule::Deadline(_))
    };
    waits(before) && is_dated(part)
        || is_dated(before) && waits(part) && (joint != Between::Word || before.loose.is_none())
}

/// Whether two bare times share a day: one of them then says something of the other.
fn overlap(before: &Clause, part: &Clause) -> bool {
    let days = |clause: &Clause| match (&clause.schedule, clause.loose) {
        (_, Some(limit)) => Some((limit.point.from, limit.point.to)),
        (Schedule::Window(window), None) => Some((window.from(), window.to())),
        (Schedule::Deadline(limit), None) => {
            Some((limit.point.from, limit.to.max(limit.point.from)))
        }
        _ => None,
    };
    match (days(before), days(part)) {
        (Some((from, to)), Some((begin, end))) => begin <= to && from <= end,
        _ => false,
    }
}

/// Whether the cell is one word or phrase that points to the cell above.
pub(super) fn is_ditto(tokens: Tokens<'_>) -> bool {
    let tokens = trimmed(tokens);
    let marks = !tokens.is_empty()
        && tokens.iter().all(|token| matches!(token.kind, Kind::Sign('"' | '\'' | '〃' | '″')));
    let words = one_of(tokens, &["như trên", "nt", "như mục trên", "như nhiệm vụ trên"]);
    let short = word(tokens, "n").is_some_and(|rest| {
        matches!(rest, [point, last] if point.kind == Kind::Sign('.') && last.kind == Kind::Word("t".to_owned()))
    });
    marks || words.is_some_and(<[_]>::is_empty) || short
}
