//! A small site for tests, made of lines of text.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::diagnostic::SourcePath;
use crate::model::{
    Agency, AgencyId, Branch, Contact, Destination, DocumentKind, Event, EventKind, Evidence,
    EvidenceKind, Force, Group, GroupId, Leads, Log, Members, Name, Nature, Openness, Origin,
    Partners, Piece, Plan, PlanId, Record, Reorganisation, ReorganisationKind, Reported, Settings,
    Site, SourceText, Span, Speaker, SubWork, Task, TaskGroup, TaskNumber, TaskTable, TaskTime,
    TimeReading,
};
use crate::parse::{Prose, RawPlanText, Verbatim};
use crate::text::dates::PartialDate;
use crate::text::periods::Period;
use crate::text::schedule::{Limit, Schedule, Window};

pub(super) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub(super) fn id(text: &str) -> AgencyId {
    AgencyId::new(text)
}

/// A site with agencies `a` to `f` and one plan, `1-kh-ubnd-2016`, of two groups and no task.
pub(super) fn site() -> Record {
    let source = SourcePath::content("trang.yml");
    let agencies = ["a", "b", "c", "d", "e", "f"].map(|name| (id(name), agency(name)));
    let plan = plan("1-kh-ubnd-2016");
    let logs = BTreeMap::from([(plan.id.clone(), Log::default())]);
    let site = Site {
        settings: Settings {
            name: "Tiến độ".to_owned(),
            description: String::new(),
            locality: "tỉnh Thử Nghiệm".to_owned(),
            speaker: Speaker::Authority(id("a")),
            address: None,
            as_of: None,
            next_publication: None,
            theme: "mac-dinh".to_owned(),
            minify: crate::model::Minify::Templates,
            due_soon_days: 90,
            old_word_days: 100_000,
            published_since: None,
            former_addresses: Vec::new(),
            ledger: None,
            confirmation_required: true,
            contact: Contact::default(),
            petitions: None,
            error_reports: None,
            answered_within: None,
            servers: std::collections::BTreeSet::new(),
            licence: None,
            notice: None,
            source,
        },
        agencies: agencies.into(),
        groups: BTreeMap::new(),
        reorganisations: Vec::new(),
        documents: BTreeMap::new(),
        terms: Vec::new(),
        same_words: Vec::new(),
        plans: BTreeMap::from([(plan.id.clone(), plan)]),
        prose: BTreeMap::new(),
    };
    Record { site, logs }
}

/// The plan of [`site`].
pub(super) fn only_plan(record: &mut Record) -> &mut Plan {
    record.site.plans.values_mut().next().unwrap()
}

/// The log of the plan of [`site`].
pub(super) fn only_log(record: &mut Record) -> &mut Log {
    record.logs.values_mut().next().unwrap()
}

/// The site with these tasks in its plan.
pub(super) fn site_with(tasks: impl IntoIterator<Item = Task>) -> Record {
    let mut site = site();
    let tasks = tasks.into_iter().map(|task| (task.number.clone(), task)).collect();
    only_log(&mut site).tasks = tasks;
    site
}

pub(super) fn agency(name: &str) -> Agency {
    Agency {
        id: id(name),
        branch: Branch::Administration,
        level: None,
        names: vec![Name { full: name.to_owned(), short: None, span: Span::default() }],
        aliases: Vec::new(),
        exists: Span::default(),
        contact: Contact::default(),
        sources: Vec::new(),
        notes: Vec::new(),
        source: SourcePath::content("co-quan/x.yml"),
    }
}

/// A group, open where `members` is `None`.
pub(super) fn group(name: &str, members: Option<Vec<(&str, Span)>>) -> Group {
    let listed = |members: Vec<(&str, Span)>| {
        Members::Listed(members.into_iter().map(|(name, span)| (id(name), span)).collect())
    };
    Group {
        id: GroupId::new(name),
        name: name.to_owned(),
        aliases: Vec::new(),
        members: members.map_or(Members::Open, listed),
        exists: Span::default(),
        note: None,
        sources: Vec::new(),
    }
}

/// `2025-03-01 merged a b > c`.
pub(super) fn reorganisation(line: &str, index: usize) -> Reorganisation {
    let (left, right) = line.split_once('>').unwrap();
    let mut words = left.split_whitespace();
    let date = PartialDate::parse(words.next().unwrap()).unwrap();
    let kind = match words.next().unwrap() {
        "renamed" => ReorganisationKind::Renamed,
        "consolidated" => ReorganisationKind::Consolidated,
        "merged" => ReorganisationKind::Merged,
        "divided" => ReorganisationKind::Divided,
        "split-off" => ReorganisationKind::SplitOff,
        "dissolved" => ReorganisationKind::Dissolved,
        "functions-moved" => ReorganisationKind::FunctionsMoved,
        other => panic!("{other}"),
    };
    Reorganisation {
        id: format!("r{index}"),
        date,
        kind,
        from: words.map(id).collect(),
        to: right.split_whitespace().map(id).collect(),
        basis: None,
        functions: Vec::new(),
        sources: Vec::new(),
        note: None,
        index,
    }
}

pub(super) fn plan(name: &str) -> Plan {
    let group = |number: &str| TaskGroup {
        number: number.to_owned(),
        printed: None,
        table: 0,
        parent: None,
        key: number.to_owned(),
        title: Verbatim::default(),
        short_title: None,
        node: None,
    };
    Plan {
        id: PlanId::new(name),
        kind: DocumentKind::Plan,
        is_draft: false,
        number: name.to_owned(),
        short_name: name.to_owned(),
        title: Verbatim::default(),
        issuer: id("a"),
        issued: date("2015-07-30"),
        is_undated: false,
        signatory: None,
        effective: None,
        recipients: Vec::new(),
        force: Force::Unknown,
        fields: Vec::new(),
        period: Some((date("2016-01-01"), date("2020-12-31"))),
        standing_agency: None,
        original_tasks: 0,
        tables: vec![TaskTable::unprinted(None, String::new())],
        groups: vec![group("1"), group("2")],
        skipped_numbers: Vec::new(),
        relations: Vec::new(),
        indicators: Vec::new(),
        duties: Vec::new(),
        reports: Vec::new(),
        unsent: Vec::new(),
        text: RawPlanText::default(),
        source_text: SourceText { url: None, copied: None, copy: None },
        closing: None,
        notes: Vec::new(),
        related: Vec::new(),
        source: SourcePath::content("ke-hoach/x/ke-hoach.yml"),
        text_source: SourcePath::content("ke-hoach/x/van-ban.md"),
        text_file: "".into(),
    }
}

/// A task with sub-works `a` and `b`, led by agency `a`; the number's first digit names its group.
pub(super) fn task(number: &str, period: &str, nature: Nature, log: &str) -> Task {
    let reading = Period::parse(period).unwrap();
    let work = |letter: &str| SubWork {
        letter: letter.to_owned(),
        verbatim: Verbatim::default(),
        leads: None,
        time: None,
        products: Vec::new(),
    };
    let span = reading.into();
    let schedule = match nature {
        Nature::Deadline => Schedule::Deadline(Limit::from(reading)),
        Nature::Continuous => {
            Schedule::Ongoing { from: Some(span), to: Some(span), on_request: false }
        }
        Nature::Undetermined => {
            Schedule::Window(Window { first: span, last: span, aim: false, hours: None })
        }
    };
    Task {
        number: TaskNumber::new(number),
        printed: None,
        table: 0,
        group: Some(usize::from(number.starts_with('2'))),
        parent: None,
        verbatim: Verbatim::default(),
        shares: BTreeMap::new(),
        short_title: None,
        leads: Leads { agencies: vec![id("a")], groups: Vec::new(), verbatim: None },
        partners: None::<Partners>,
        time: TaskTime {
            verbatim: Some(period.into()),
            reading: TimeReading::Read(schedule),
            is_unclear: false,
        },
        sub_works: vec![work("a"), work("b")],
        has_results: false,
        products: Vec::new(),
        other_cells: BTreeMap::new(),
        merged: BTreeSet::new(),
        indicators: Vec::new(),
        nodes: Vec::new(),
        depends_on: Vec::new(),
        openness: Openness::Full,
        origin: Origin::Plan,
        notes: Vec::new(),
        events: events(log),
        related: Vec::new(),
        narrative: Prose::default(),
        source: SourcePath::content("ke-hoach/x/nhiem-vu/1.md"),
    }
}

/// A task that is led by these agencies.
pub(super) fn led_by(mut task: Task, leads: &str) -> Task {
    task.leads.agencies = leads.split_whitespace().map(id).collect();
    task
}

/// Events, parted by `;`: when they happened, perhaps when they were published (else the same day, of
/// a month or year the last), perhaps the sub-work, then what happened.
///
/// `2016-05-20 under-way; 2016-11/2016-12-05 b: done; 2016-12-20 moved 2017-06-30`
pub(super) fn events(log: &str) -> Vec<Event> {
    let lines = log.split(';').map(str::trim).filter(|line| !line.is_empty());
    lines.enumerate().map(|(index, line)| event(line, index)).collect()
}

fn event(line: &str, index: usize) -> Event {
    let (dates, rest) = line.split_once(' ').unwrap();
    let (happened, published) = dates.split_once('/').unwrap_or((dates, ""));
    let happened = PartialDate::parse(happened).unwrap();
    let (sub_work, rest) = match rest.split_once(": ") {
        Some((letter, rest)) => (Some(usize::from(letter == "b")), rest),
        None => (None, rest),
    };
    let words: Vec<&str> = rest.split_whitespace().collect();
    let (kind, basis) = kind(&words);
    Event {
        id: format!("d{index}"),
        happened,
        published: if published.is_empty() { happened.last_day() } else { date(published) },
        kind,
        sub_work,
        turn: None,
        text: None,
        difficulty: None,
        reporter: None,
        evidence: Vec::new(),
        basis: basis.then(|| "2/QĐ-UBND".to_owned()),
        index,
    }
}

fn kind(words: &[&str]) -> (EventKind, bool) {
    let kind = match *words {
        ["fact"] => EventKind::Update(None),
        ["not-started"] => EventKind::Update(Some(Reported::NotStarted)),
        ["under-way"] => EventKind::Update(Some(Reported::UnderWay)),
        ["update-done"] => EventKind::Update(Some(Reported::Done)),
        ["done"] => EventKind::ReportedDone(Reported::Done),
        ["partly"] => EventKind::ReportedDone(Reported::PartlyDone),
        ["confirmed"] => EventKind::Confirmed,
        ["returned"] => EventKind::Returned,
        ["paused"] => EventKind::Paused,
        ["resumed"] => EventKind::Resumed,
        ["cancelled"] => EventKind::Cancelled,
        ["carried"] => EventKind::CarriedOver(Destination::Elsewhere("9/KH".to_owned(), None)),
        ["reworded"] => EventKind::WordingChanged { from: String::new(), to: String::new() },
        ["moved" | "said-to-move", to] => {
            EventKind::DeadlineMoved { from: date("2016-12-31"), to: Limit::day(date(to)) }
        }
        ["fixed", to] => EventKind::DeadlineFixed { to: Limit::day(date(to)) },
        ["lead" | "said-to-lead", from, to] => {
            EventKind::LeadChanged { from: id(from), to: id(to) }
        }
        ["handed", from, to] => EventKind::HandedOver { from: id(from), to: id(to) },
        _ => panic!("{words:?}"),
    };
    (kind, !words[0].starts_with("said"))
}

pub(super) fn evidence(kind: EvidenceKind, public: bool) -> Evidence {
    if !public {
        return Evidence::Withheld { reason: String::new() };
    }
    Evidence::Public(Piece {
        kind,
        title: String::new(),
        date: None,
        date_note: None,
        number: None,
        issuer: None,
        url: Some("https://lam-giang.example/1".to_owned()),
        file: None,
        sha256: None,
        quote: None,
        note: None,
    })
}
