//! `--timings`: how long each stage of a build took, what it had to do, and how that is printed.
//!
//! In: the calls of a [`Follower`], with the clock looked at in each. Out: a table for people, JSON for programs.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde::Serialize;

use super::report;
use crate::pipeline::{Follower, Stage, Work};
use crate::text::numbers;

/// The clock of one build.
#[derive(Debug)]
pub(super) struct Stopwatch {
    start: Instant,
    spans: Mutex<Vec<Span>>,
}

impl Stopwatch {
    /// A clock that runs from now on.
    pub(super) fn start() -> Self {
        Self { start: Instant::now(), spans: Mutex::default() }
    }

    /// The time since it was started.
    pub(super) fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    /// What was seen so far, in the order of stages: which of two that run beside each other began first is chance. A stage
    /// that broke off is left out.
    pub(super) fn timings(&self) -> Timings {
        let total = micros(self.elapsed());
        let spans = self.spans.lock().unwrap_or_else(PoisonError::into_inner);
        let mut spans: Vec<_> = spans.iter().filter(|span| span.work.is_some()).copied().collect();
        spans.sort_by_key(|span| span.stage);
        Timings { total, spans }
    }
}

impl Follower for Stopwatch {
    fn begins(&self, stage: Stage) {
        let from = micros(self.elapsed());
        let mut spans = self.spans.lock().unwrap_or_else(PoisonError::into_inner);
        spans.push(Span { stage, from, to: from, work: None });
    }

    fn ends(&self, stage: Stage, work: Work) {
        let to = micros(self.elapsed());
        let mut spans = self.spans.lock().unwrap_or_else(PoisonError::into_inner);
        let running = |span: &&mut Span| span.stage == stage && span.work.is_none();
        if let Some(span) = spans.iter_mut().rev().find(running) {
            (span.to, span.work) = (to, Some(work));
        }
    }
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

/// One stage on the clock, in microseconds from the start.
#[derive(Clone, Copy, Debug)]
struct Span {
    stage: Stage,
    from: u64,
    to: u64,
    /// What it had to do; none while it runs.
    work: Option<Work>,
}

/// Where the time of a build went.
#[derive(Clone, Debug)]
pub(super) struct Timings {
    /// The whole, in microseconds.
    total: u64,
    spans: Vec<Span>,
}

/// What programs read; its keys are part of the contract.
#[derive(Serialize)]
struct Report {
    program: &'static str,
    threads: usize,
    published: bool,
    wall_us: u64,
    other_us: u64,
    stages: Vec<StageReport>,
}

#[derive(Serialize)]
struct StageReport {
    stage: &'static str,
    start_us: u64,
    wall_us: u64,
    unit: Option<&'static str>,
    count: Option<usize>,
    bytes: Option<u64>,
}

impl Timings {
    /// The time in which no stage ran. Stages may run beside each other, so that it is not the rest of their sum.
    fn other(&self) -> u64 {
        let mut spans: Vec<_> = self.spans.iter().map(|span| (span.from, span.to)).collect();
        spans.sort_unstable();
        let (mut covered, mut end) = (0, 0);
        for (from, to) in spans {
            covered += to.saturating_sub(from.max(end));
            end = end.max(to);
        }
        self.total.saturating_sub(covered)
    }

    /// For programs.
    pub(super) fn json(&self, published: bool) -> String {
        let stage = |span: &Span| {
            let names = Names::of(span.stage);
            let count = names.unit.and(span.work).map(|work| work.count);
            StageReport {
                stage: names.key,
                start_us: span.from,
                wall_us: span.to - span.from,
                unit: names.unit.map(|(key, _)| key),
                count,
                bytes: span.work.and_then(|work| work.bytes),
            }
        };
        let report = Report {
            program: concat!("congkhai ", env!("CARGO_PKG_VERSION")),
            threads: rayon::current_num_threads(),
            published,
            wall_us: self.total,
            other_us: self.other(),
            stages: self.spans.iter().map(stage).collect(),
        };
        let json = serde_json::to_string_pretty(&report).expect("texts and numbers become JSON");
        format!("{json}\n")
    }

    /// For people.
    pub(super) fn table(&self) -> String {
        let mut text = line(["Chặng", "giây", "phần", "số lượng", "", "dung lượng"]);
        for span in &self.spans {
            let names = Names::of(span.stage);
            let work = span.work.unwrap_or_default();
            let (count, unit) = match names.unit {
                Some((_, unit)) => (numbers::count(work.count), unit),
                None => (String::new(), ""),
            };
            let bytes = work.bytes.map(report::size).unwrap_or_default();
            let time = span.to - span.from;
            text.push_str(&line([
                names.words,
                &seconds(time),
                &self.share(time),
                &count,
                unit,
                &bytes,
            ]));
        }
        let other = self.other();
        text.push_str(&line(["việc khác", &seconds(other), &self.share(other), "", "", ""]));
        text.push_str(&line(["cả lần dựng", &seconds(self.total), "", "", "", ""]));
        text
    }

    fn share(&self, time: u64) -> String {
        numbers::percent(time, self.total).unwrap_or_default()
    }
}

fn seconds(micros: u64) -> String {
    format!("{},{:03}", micros / 1_000_000, micros / 1000 % 1000)
}

/// A line of the table; every letter is one column wide.
fn line([stage, seconds, share, count, unit, bytes]: [&str; 6]) -> String {
    let line = format!("{stage:<22}{seconds:>9}{share:>9}{count:>12} {unit:<9}{bytes:>12}");
    format!("{}\n", line.trim_end())
}

/// What a stage is called.
struct Names {
    /// By programs.
    key: &'static str,
    /// By people.
    words: &'static str,
    /// What it counts, by programs and by people.
    unit: Option<(&'static str, &'static str)>,
}

impl Names {
    fn of(stage: Stage) -> Self {
        let (files, tasks) = (Some(("files", "tệp")), Some(("tasks", "nhiệm vụ")));
        let pages = Some(("pages", "trang"));
        let (key, words, unit) = match stage {
            Stage::Open => ("open", "mở thư mục công bố", None),
            Stage::Read => ("read", "đọc tệp", files),
            Stage::Parse => ("parse", "phân tích", files),
            Stage::Model => ("model", "ghép nội dung", tasks),
            Stage::Progress => ("progress", "tính tiến độ", tasks),
            Stage::Check => ("check", "kiểm tra", Some(("problems", "vấn đề"))),
            Stage::Theme => ("theme", "nạp giao diện", files),
            Stage::Search => ("search", "chỉ mục tìm kiếm", files),
            Stage::Exports => ("exports", "dữ liệu mở", files),
            Stage::Copies => ("copies", "tệp chép theo", files),
            Stage::Pages => ("pages", "trang", pages),
            Stage::Links => ("links", "liên kết", pages),
            Stage::Publish => ("publish", "công bố", files),
        };
        Self { key, words, unit }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Stages from and to a time, of a build of 1,000 µs.
    fn timings(spans: &[(Stage, u64, u64)]) -> Timings {
        let span = |&(stage, from, to): &(Stage, u64, u64)| {
            let work = Some(Work { count: 1234, bytes: Some(5_600_000) });
            Span { stage, from, to, work }
        };
        Timings { total: 1000, spans: spans.iter().map(span).collect() }
    }

    #[track_caller]
    fn check(spans: &[(Stage, u64, u64)], other: u64) {
        assert_eq!(timings(spans).other(), other);
    }

    #[test]
    fn what_no_stage_took_is_what_lies_between_them() {
        use Stage::{Exports, Pages, Read, Search};
        check(&[], 1000);
        check(&[(Read, 0, 1000)], 0);
        check(&[(Read, 100, 300), (Pages, 500, 900)], 400);
        // Two beside each other, one within another, and one that began before the other ended.
        check(&[(Search, 100, 500), (Exports, 100, 600)], 500);
        check(&[(Exports, 100, 600), (Search, 200, 300)], 500);
        check(&[(Exports, 100, 600), (Search, 500, 700)], 400);
    }

    #[test]
    fn every_stage_is_named_once_and_every_column_is_aligned() {
        let spans: Vec<_> = Stage::ALL.iter().map(|stage| (*stage, 10, 20)).collect();
        let table = timings(&spans).table();
        let lines: Vec<Vec<char>> = table.lines().map(|line| line.chars().collect()).collect();
        assert_eq!(lines.len(), Stage::ALL.len() + 3);
        for stage in Stage::ALL {
            let words = Names::of(stage).words;
            let named = table.lines().filter(|line| line.starts_with(&format!("{words:<22}")));
            assert_eq!(named.count(), 1, "{words}\n{table}");
        }
        // The comma of the seconds, and the ends of the columns of sizes.
        assert!(lines[1..].iter().all(|line| line[27] == ','), "{table}");
        let ends = table.lines().filter(|line| line.ends_with("5,6 MB"));
        let ends: Vec<_> = ends.map(|line| line.chars().count()).collect();
        assert_eq!(ends, vec![74; Stage::ALL.len()], "{table}");
    }

    #[test]
    fn a_stage_that_broke_off_is_not_told() {
        let stopwatch = Stopwatch::start();
        stopwatch.begins(Stage::Read);
        stopwatch.ends(Stage::Read, Work::of(3));
        stopwatch.begins(Stage::Parse);
        let told = stopwatch.timings();
        assert_eq!(told.spans.len(), 1);
        assert_eq!((told.spans[0].stage, told.spans[0].work), (Stage::Read, Some(Work::of(3))));
    }
}
