use super::*;
use crate::model::Record;
use crate::progress;
use crate::progress::fixture::{date, only_plan, plan, site};

#[track_caller]
fn check(site: &Record, as_of: &str, expected: &str) {
    let progress = progress::on(site, date(as_of));
    let shown = match &progress.plans[0].state {
        PlanState::NotYet => "not yet".to_owned(),
        PlanState::UnderWay => "under way".to_owned(),
        PlanState::EndedNotClosed => "ended".to_owned(),
        PlanState::Closed(closing) => format!("closed {}", closing.date),
        PlanState::ReplacedBy(other) => format!("replaced by {}", other.id),
        PlanState::Repealed => "repealed".to_owned(),
        PlanState::Unbound => "nothing".to_owned(),
    };
    assert_eq!(shown, expected, "{as_of}");
}

fn with_other(kind: RelationKind, scope: Option<&str>, since: Option<&str>) -> Record {
    let mut site = site();
    let target = RelationTarget::Plan(only_plan(&mut site).id.clone());
    let mut other = plan("2-kh-ubnd-2018");
    other.issued = date("2018-03-01");
    let (scope, since) = (scope.map(str::to_owned), since.map(date));
    other.relations.push(Relation { kind, target, scope, date: since });
    site.logs.insert(other.id.clone(), Log::default());
    site.site.plans.insert(other.id.clone(), other);
    site
}

#[test]
fn a_plan_runs_through_its_period_until_it_is_closed() {
    let mut site = site();
    check(&site, "2015-12-31", "not yet");
    check(&site, "2016-01-01", "under way");
    check(&site, "2020-12-31", "under way");
    check(&site, "2021-01-01", "ended");
    only_plan(&mut site).closing =
        Some(Closing { date: date("2021-03-01"), basis: "5/BC-UBND".to_owned() });
    check(&site, "2021-02-28", "ended");
    check(&site, "2021-03-01", "closed 2021-03-01");
}

#[test]
fn of_a_plan_without_a_period_nothing_is_said_until_it_is_closed() {
    let mut site = site();
    only_plan(&mut site).period = None;
    check(&site, "2030-01-01", "nothing");
    only_plan(&mut site).closing =
        Some(Closing { date: date("2021-03-01"), basis: "5/BC-UBND".to_owned() });
    check(&site, "2030-01-01", "closed 2021-03-01");
}

#[test]
fn a_plan_that_lost_its_force_within_its_period_is_repealed() {
    let mut site = site();
    only_plan(&mut site).force = Force::Ended;
    check(&site, "2018-01-01", "repealed");
    check(&site, "2021-01-01", "ended");
}

#[test]
fn a_plan_is_replaced_from_the_day_of_the_relation() {
    let replaced = with_other(RelationKind::Replaces, None, None);
    check(&replaced, "2018-02-28", "under way");
    check(&replaced, "2018-03-01", "replaced by 2-kh-ubnd-2018");
    let dated = with_other(RelationKind::Replaces, None, Some("2019-01-01"));
    check(&dated, "2018-12-31", "under way");
    check(&dated, "2019-01-01", "replaced by 2-kh-ubnd-2018");
    let partly = with_other(RelationKind::Replaces, Some("mục II.4"), None);
    check(&partly, "2019-01-01", "under way");
    check(&with_other(RelationKind::Continues, None, None), "2019-01-01", "under way");
}

#[test]
fn relations_are_seen_from_their_other_end() {
    let site = with_other(RelationKind::Continues, None, None);
    let referred = |as_of| progress::on(&site, date(as_of)).plans[0].referred_by.len();
    assert_eq!((referred("2018-02-28"), referred("2018-03-01")), (0, 1));
}
