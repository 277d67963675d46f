//! Rates among the facts of a release say what its facts of tasks say: they are counted again here, another way.

use std::collections::BTreeMap;
use std::fs;

use congkhai::releases::{Facts, taken};
use congkhai::{pipeline, progress};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::support::{request, root, shipped};

/// Standings that say that a deadline is over.
const OVER: [&str; 4] =
    ["qua_han", "het_thoi_han_chua_co_tin_moi", "chua_co_thong_tin_het_han", "tam_dung_het_han"];

/// What the facts of one task say.
#[derive(Default)]
struct Task<'f> {
    values: BTreeMap<&'f str, &'f str>,
    has_proof: bool,
}

/// Counts of the tasks of a scope.
#[derive(Default)]
struct Counted {
    standings: BTreeMap<String, u64>,
    live: u64,
    done: u64,
    done_with_deadline: u64,
    in_time: u64,
    past_deadline: u64,
    /// Live and not done, and its deadline is not told.
    undisclosed: u64,
    perhaps_proved: u64,
}

impl Counted {
    fn add(&mut self, task: &Task<'_>, as_of: Date) {
        let value = |name: &str| task.values.get(name).copied().unwrap_or_default();
        let standing = value("tinh_trang");
        *self.standings.entry(standing.to_owned()).or_default() += 1;
        if ["bai_bo", "chuyen_tiep"].contains(&standing) {
            return;
        }
        self.live += 1;
        let in_time = ["hoan_thanh_dung_han", "hoan_thanh_dung_han_sau_dieu_chinh"];
        let others = ["hoan_thanh_qua_han", "hoan_thanh_chua_ro_han"];
        self.in_time += u64::from(in_time.contains(&standing));
        if in_time.contains(&standing) || others.contains(&standing) {
            self.done_with_deadline += 1;
        }
        if standing == "hoan_thanh" || in_time.contains(&standing) || others.contains(&standing) {
            self.done += 1;
            self.perhaps_proved += u64::from(task.has_proof);
        } else if value("han_che") == "true" {
            self.undisclosed += 1;
        } else {
            // Where parts have deadlines of their own, the standing alone says that one is over.
            let deadline = value("han_hien_hanh").parse::<Date>();
            let is_over = OVER.contains(&standing) || deadline.is_ok_and(|day| day < as_of);
            self.past_deadline += u64::from(is_over);
        }
    }
}

fn tasks(facts: &Facts) -> BTreeMap<(&str, &str), Task<'_>> {
    let mut tasks: BTreeMap<(&str, &str), Task<'_>> = BTreeMap::new();
    let mut evidence: BTreeMap<&[String], BTreeMap<&str, &str>> = BTreeMap::new();
    for (key, fact) in facts.iter() {
        match (&*key.table, &key.row[..]) {
            ("nhiem-vu", [plan, number]) => {
                let task = tasks.entry((plan, number)).or_default();
                task.values.insert(&key.column, &fact.value);
            }
            ("minh-chung", row) => {
                evidence.entry(row).or_default().insert(&key.column, &fact.value);
            }
            _ => {}
        }
    }
    for (row, piece) in evidence {
        // Of what is withheld no kind is told.
        let kind = piece.get("loai").copied().unwrap_or_default();
        let is_proof = ["van_ban", "san_pham", "so_lieu"].contains(&kind)
            && (piece.contains_key("url") || piece.contains_key("tep"));
        if is_proof {
            tasks.get_mut(&(&*row[0], &*row[1])).expect("it is a task's").has_proof = true;
        }
    }
    tasks
}

/// How many tasks were counted, and how many figures compared.
fn check(facts: &Facts, as_of: Date) -> (usize, usize) {
    let tasks = tasks(facts);
    let mut scopes: BTreeMap<String, Counted> = BTreeMap::new();
    for ((plan, _), task) in &tasks {
        let group = task.values.get("nhom").map(|group| format!("{plan}/{group}"));
        for scope in ["toan_trang".to_owned(), (*plan).to_owned()].into_iter().chain(group) {
            scopes.entry(scope).or_default().add(task, as_of);
        }
    }
    let mut figures: BTreeMap<(&str, &str), [u64; 2]> = BTreeMap::new();
    for (key, fact) in facts.iter().filter(|(key, _)| key.table == "tong-hop") {
        let figure = figures.entry((&key.row[0], &key.row[1])).or_default();
        figure[usize::from(key.column == "mau_so")] = fact.value.parse().unwrap();
    }
    for (scope, counted) in &scopes {
        let told = |of: &str| figures.get(&(&**scope, of)).copied().unwrap_or_default();
        assert_eq!(told("hien_hanh"), [counted.live, 0], "{scope}");
        assert_eq!(told("m2"), [counted.done, counted.live], "{scope}: m2");
        assert_eq!(told("m3"), [counted.in_time, counted.done_with_deadline], "{scope}: m3");
        let [proved, of] = told("m4");
        assert!(of == counted.done && proved <= counted.perhaps_proved, "{scope}: m4");
        // Of what is restricted no deadline is told, so that it may stand in the denominator or not.
        let [bound, of] = told("m1");
        let least = counted.done_with_deadline + counted.past_deadline;
        let most = least + counted.undisclosed;
        assert_eq!(bound, counted.done_with_deadline, "{scope}: m1");
        assert!((least..=most).contains(&of), "{scope}: m1 of {of}, not {least} to {most}");
        for (standing, count) in &counted.standings {
            assert_eq!(told(&format!("tinh_trang_{standing}")), [*count, 0], "{scope}");
        }
    }
    for ((scope, of), figure) in &figures {
        assert!(scopes.contains_key(*scope), "{scope} has figures and no task");
        if let Some(standing) = of.strip_prefix("tinh_trang_") {
            let count = scopes[*scope].standings.get(standing).copied();
            assert_eq!(*figure, [count.unwrap_or_default(), 0], "{scope}: {of}");
        }
    }
    (tasks.len(), figures.len())
}

#[test]
fn every_rate_is_what_the_facts_of_its_tasks_come_to() {
    let folders = fs::read_dir(root().join("tests/sites")).unwrap();
    let mut sites: Vec<_> = folders.map(|it| it.unwrap().path().join("content")).collect();
    sites.push(shipped());
    let (mut tasks, mut figures) = (0, 0);
    for site in sites {
        let request = request(&site, None);
        let record = pipeline::published_content(&request).unwrap().record.expect("it is read");
        let today = request.as_of_in(&record.settings);
        // On later days other deadlines are over.
        for as_of in [today, today.saturating_add(400.days())] {
            let facts = taken::facts(&progress::on(&record, as_of));
            let (more_tasks, more_figures) = check(&facts, as_of);
            tasks += more_tasks;
            figures += more_figures;
        }
    }
    assert!(tasks > 100 && figures > 300, "{tasks} tasks, {figures} figures");
}
