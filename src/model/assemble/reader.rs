//! Values out of text, each with the place to blame.

use std::collections::BTreeMap;
use std::str::FromStr;

use jiff::civil::Date;

use super::names::Names;
use super::numbers;
use crate::diagnostic::catalog::{ck100, ck110, ck121, ck130, ck159, ck162, ck230};
use crate::diagnostic::{Diagnostics, Place};
use crate::model::choices::{GRADES, SWITCH};
use crate::model::{
    AgencyId, Contact, DocumentId, GroupId, NodeId, PlanId, Related, Source, Span, TaskNumber,
};
use crate::parse::markdown::Address;
use crate::parse::raw::{RawContact, RawPlan, RawRelated, RawSource, RawSpan};
use crate::parse::{Prose, ReferenceKind};
use crate::text::address;
use crate::text::dates::{DateFault, PartialDate, parse_date};
use crate::text::fold::search_key;
use crate::text::near::nearest;
use crate::text::{is_id, is_placeholder};
use crate::vocabulary::Word;

/// Reads values and reports what cannot be read.
pub(super) struct Reader<'a> {
    pub(super) names: &'a Names<'a>,
    pub(super) problems: &'a mut Diagnostics,
}

impl Reader<'_> {
    /// One of the words of a kind.
    pub(super) fn word<W: Word>(&mut self, at: Place, word: &str) -> Option<W> {
        let choices: Vec<_> = W::ALL.iter().map(|choice| (choice.code(), *choice)).collect();
        self.choice(at, word, &choices)
    }

    /// One of the words that a key may have.
    pub(super) fn choice<T: Copy>(
        &mut self,
        at: Place,
        word: &str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let found = choices.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
        if found.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            self.problems.push(ck159::not_a_choice(at, word, &names));
        }
        found
    }

    /// `co` or `khong`; `default` where absent or unreadable.
    pub(super) fn optional_switch(&mut self, at: Place, word: Option<&str>, default: bool) -> bool {
        let word = word.map(|word| self.choice(at, word, SWITCH));
        word.flatten().unwrap_or(default)
    }

    /// A whole number.
    pub(super) fn number<T: FromStr>(&mut self, at: Place, text: &str) -> Option<T> {
        let number = text.parse().ok();
        if number.is_none() {
            self.problems.push(ck159::not_a_number(at, text));
        }
        number
    }

    /// A day.
    pub(super) fn date(&mut self, at: Place, text: &str) -> Option<Date> {
        parse_date(text).map_err(|fault| self.no_date(at, text, &fault)).ok()
    }

    /// A day, if one is given.
    pub(super) fn optional_date(&mut self, at: Place, text: Option<&str>) -> Option<Date> {
        text.and_then(|text| self.date(at, text))
    }

    /// A day, month or year.
    pub(super) fn partial_date(&mut self, at: Place, text: &str) -> Option<PartialDate> {
        PartialDate::parse(text).map_err(|fault| self.no_date(at, text, &fault)).ok()
    }

    /// A year, as a date of which no more is known.
    pub(super) fn year(&mut self, at: Place, text: &str) -> Option<PartialDate> {
        match PartialDate::parse(text) {
            Ok(year @ PartialDate::Year(_)) => Some(year),
            _ => {
                if !is_placeholder(text) {
                    self.problems.push(ck159::not_a_year(at, text));
                }
                None
            }
        }
    }

    /// Words that hold the place of a date are told by CK200; “write it so” would ask for a guess.
    fn no_date(&mut self, at: Place, text: &str, fault: &DateFault) {
        if !is_placeholder(text) {
            self.problems.push(ck121::unreadable(at, text, &fault.to_string()));
        }
    }

    /// As [`Reader::no_date`], of a deadline.
    pub(super) fn no_deadline(&mut self, at: Place, text: &str, fault: Option<&str>) {
        if !is_placeholder(text) {
            self.problems.push(ck121::no_deadline(at, text, fault));
        }
    }

    /// A day, month or year, if one is given.
    pub(super) fn optional_partial(
        &mut self,
        at: Place,
        text: Option<&str>,
    ) -> Option<PartialDate> {
        text.and_then(|text| self.partial_date(at, text))
    }

    /// A span, each of its ends as far as it is named.
    pub(super) fn span(&mut self, at: &Place, span: &RawSpan) -> Span {
        self.span_of(at, span.tu.as_deref(), span.den.as_deref())
    }

    /// As [`Reader::span`], for items that hold the two keys themselves.
    pub(super) fn span_of(&mut self, at: &Place, from: Option<&str>, to: Option<&str>) -> Span {
        let span = Span {
            from: self.optional_partial(at.field("tu"), from),
            to: self.optional_partial(at.field("den"), to),
        };
        if let (Some(first), Some(last)) = (span.first(), span.last())
            && last < first
        {
            self.problems
                .push(ck130::ends_before_it_begins(at.field("den"), to.unwrap_or_default()));
        }
        span
    }

    /// An id that becomes a part of an address.
    pub(super) fn id(&mut self, at: Place, id: &str) -> bool {
        let fits = is_id(id);
        if !fits {
            self.problems.push(ck159::not_an_id(at, id));
        }
        fits
    }

    /// An agency of the site.
    pub(super) fn agency(&mut self, at: Place, id: &str) -> Option<AgencyId> {
        if self.names.agencies.contains(id) {
            return Some(AgencyId::new(id));
        }
        let names = self.names;
        let named = names.by_name.get(&search_key(id)).copied();
        let near = named.or_else(|| nearest(id, names.agencies.iter().copied()));
        self.problems.push(match names.groups.contains(id) {
            true => ck110::group_for_agency(at, id),
            false => ck110::unknown_agency(at, id, near),
        });
        None
    }

    /// Agencies of the site; what is unknown is reported and left out.
    pub(super) fn agencies(&mut self, at: &Place, ids: &[String]) -> Vec<AgencyId> {
        self.distinct(at, ids);
        ids.iter().enumerate().filter_map(|(index, id)| self.agency(at.index(index), id)).collect()
    }

    /// Groups of agencies; what is unknown is reported and left out.
    pub(super) fn groups(&mut self, at: &Place, ids: &[String]) -> Vec<GroupId> {
        self.distinct(at, ids);
        let known = &self.names.groups;
        let mut groups = Vec::new();
        for (index, id) in ids.iter().enumerate() {
            if known.contains(id.as_str()) {
                groups.push(GroupId::new(id));
            } else if !self.names.has_faulty_groups {
                let near = nearest(id, known.iter().copied());
                self.problems.push(ck110::unknown_group(at.index(index), id, near));
            }
        }
        groups
    }

    /// Reports every id of a list that stands in it before.
    fn distinct(&mut self, at: &Place, ids: &[String]) {
        let mut met = BTreeMap::new();
        for (index, id) in ids.iter().enumerate() {
            let first = *met.entry(id).or_insert(index);
            if first != index {
                self.problems.push(ck100::listed_twice(at.index(index), id, at.index(first)));
            }
        }
    }

    /// A node of a plan's text.
    pub(super) fn node(&mut self, at: Place, plan: &str, id: &str) -> Option<NodeId> {
        let names = self.names.plans.get(plan)?;
        if names.nodes.contains(id) {
            return Some(NodeId::new(id));
        }
        if !names.has_faulty_text {
            // A point may lie deeper than it was thought to: `i.1.a` may be `i.1.1.a`.
            let mut deeper = names.nodes.iter().copied().filter(|node| lies_on_the_way(id, node));
            let near = deeper.next().filter(|_| deeper.next().is_none());
            let near = near.or_else(|| nearest(id, names.nodes.iter().copied()));
            self.problems.push(ck230::unknown_node(at, id, near));
        }
        None
    }

    /// The position of a plan's table of tasks, by its code; the first where none is named.
    pub(super) fn table(&mut self, at: Place, plan: &RawPlan, code: Option<&str>) -> Option<usize> {
        let position = numbers::table_position(plan, code);
        if let (None, Some(code)) = (position, code) {
            let further = plan.bang_nhiem_vu.iter().skip(1);
            let known = further.filter_map(|table| table.ma.as_deref());
            self.problems.push(ck162::unknown_table(at, code, nearest(code, known)));
        }
        position
    }

    /// A task of a plan.
    pub(super) fn task(&mut self, at: Place, plan: &str, number: &str) -> Option<TaskNumber> {
        let names = self.names.plans.get(plan)?;
        if let Some(number) = names.tasks.get(number) {
            return Some(number.clone());
        }
        if !names.has_faulty_tasks {
            self.problems.push(ck230::unknown_task(
                at,
                number,
                nearest(number, names.tasks.keys().map(String::as_str)),
            ));
        }
        None
    }

    /// A cited document or a plan of the site, as `Ok` and `Err` of one lookup.
    pub(super) fn document_or_plan(
        &mut self,
        at: Place,
        id: &str,
    ) -> Option<Result<DocumentId, PlanId>> {
        if self.names.documents.contains(id) {
            return Some(Ok(DocumentId::new(id)));
        }
        if self.names.plans.contains_key(id) {
            return Some(Err(PlanId::new(id)));
        }
        if !self.names.has_faulty_library {
            let known = self.names.documents.iter().chain(self.names.plans.keys()).copied();
            self.problems.push(ck230::unknown_document(at, id, nearest(id, known)));
        }
        None
    }

    /// Proves the references of a piece of prose that belongs to `plan`, or to no plan.
    pub(super) fn prose(
        &mut self,
        file: &crate::diagnostic::SourcePath,
        plan: Option<&str>,
        prose: &Prose,
    ) {
        for reference in &prose.references {
            let at = file.passage(reference.span.clone());
            let target = reference.target.as_str();
            match reference.kind {
                ReferenceKind::Agency => drop(self.agency(at, target)),
                ReferenceKind::Document => drop(self.document_or_plan(at, target)),
                ReferenceKind::Page => {
                    if !self.names.pages.contains(target) {
                        let near = nearest(target, self.names.pages.iter().copied());
                        self.problems.push(ck230::unknown_page(at, target, near));
                    }
                }
                ReferenceKind::Task | ReferenceKind::Node => {
                    self.prose_in_plan(at, plan, reference.kind, target)
                }
            }
        }
    }

    fn prose_in_plan(&mut self, at: Place, own: Option<&str>, kind: ReferenceKind, target: &str) {
        let (plan, id) = match (target.split_once('/'), own) {
            (Some((plan, id)), _) => (plan, id),
            (None, Some(plan)) => (plan, target),
            (None, None) => return self.problems.push(ck230::plan_not_named(at, target)),
        };
        if !self.names.plans.contains_key(plan) {
            let near = nearest(plan, self.names.plans.keys().copied());
            return self.problems.push(ck230::unknown_document(at, plan, near));
        }
        if kind == ReferenceKind::Task {
            self.task(at, plan, id);
        } else {
            self.node(at, plan, id);
        }
    }

    /// Sources of facts.
    pub(super) fn sources(&mut self, at: &Place, sources: &[RawSource]) -> Vec<Source> {
        let read = sources.iter().enumerate().map(|(index, source)| Source {
            title: source.ten.clone(),
            url: self.address(at.index(index).field("url"), &source.url),
            read_on: self
                .optional_date(at.index(index).field("ngay_lay"), source.ngay_lay.as_deref()),
            note: source.ghi_chu.clone(),
        });
        read.collect()
    }

    /// A web address; anything but http and https is reported.
    pub(super) fn address(&mut self, at: Place, address: &str) -> String {
        if !is_web_address(address) {
            self.problems.push(ck159::not_an_address(at, address));
        }
        address.to_owned()
    }

    /// A web address, if one is given.
    pub(super) fn optional_address(&mut self, at: Place, address: Option<&str>) -> Option<String> {
        address.map(|address| self.address(at, address))
    }

    /// The office to ask.
    pub(super) fn contact(&mut self, at: &Place, raw: &RawContact) -> Contact {
        if let Some(mail) = raw.thu.as_deref().filter(|mail| !address::is_mailbox(mail)) {
            self.problems.push(ck159::not_a_mailbox(at.field("thu"), mail));
        }
        Contact {
            office: raw.don_vi.clone(),
            phone: raw.dien_thoai.clone(),
            mail: raw.thu.clone(),
            address: raw.dia_chi.clone(),
            web: self.optional_address(at.field("trang"), raw.trang.as_deref()),
        }
    }

    /// Related information.
    pub(super) fn related(&mut self, at: &Place, related: &[RawRelated]) -> Vec<Related> {
        let mut entries = Vec::new();
        for (index, raw) in related.iter().enumerate() {
            let at = at.index(index);
            let kind = self.word(at.field("loai"), &raw.loai);
            let date = self.optional_partial(at.field("ngay"), raw.ngay.as_deref());
            let grade = raw.muc_tin_cay.as_deref().unwrap_or("a");
            let read_itself = self.choice(at.field("muc_tin_cay"), grade, GRADES);
            let url = raw.url.as_deref().map(|url| self.address(at.field("url"), url));
            let (Some(kind), Some(read_itself)) = (kind, read_itself) else { continue };
            entries.push(Related {
                kind,
                title: raw.ten.clone(),
                publisher: raw.co_quan.clone(),
                number: raw.so_hieu.clone(),
                date,
                date_note: raw.ghi_chu_ngay.clone(),
                url,
                says: raw.noi_dung.clone(),
                quote: raw.trich_dan.clone(),
                figure: raw.so_lieu.clone(),
                read_itself,
                note: raw.ghi_chu.clone(),
            });
        }
        entries
    }
}

/// Whether the node's id has the labels of `id`, the last ones alike, and others between.
fn lies_on_the_way(id: &str, node: &str) -> bool {
    let mut labels = node.split('.');
    let last = |id: &str| id.rsplit('.').next().map(str::to_owned);
    last(id) == last(node) && id.split('.').all(|label| labels.any(|other| other == label))
}

/// Whether the text is an address that browsers open as it stands.
pub(super) fn is_web_address(text: &str) -> bool {
    matches!(Address::of(text), Address::External(_)) && address::is_web_address(text)
}

/// Whether readers can send something to the address: a mailbox or a web address.
pub(super) fn is_channel(text: &str) -> bool {
    is_web_address(text) || text.strip_prefix("mailto:").is_some_and(address::is_letter)
}
