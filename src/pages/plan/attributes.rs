//! A plan's attributes.
//!
//! In: one plan. Out: [`AttributesView`], all that `attributes.html` may read.

use serde::Serialize;
use serde_json::{Value, json};

use crate::model::{Force, Plan, Signatory, Source};
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::cards;
use crate::pages::parts::feeds;
use crate::pages::values::{AgencyLink, PlanHead, Reference, SourceView};
use crate::parse::RawRegion;
use crate::paths;
use crate::progress::Fate;
use crate::text::dates;
use crate::vocabulary::attributes as words;
use crate::vocabulary::dates::range;

/// What `attributes.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct AttributesView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// The attributes, in the order of the portal's own page.
    pub attributes: Vec<Attribute>,
    /// Where the text comes from.
    pub source: Option<SourceView>,
    /// The SHA-256 of that copy.
    pub sha256: Option<String>,
    /// Editorial notes.
    pub notes: Vec<String>,
}

/// One attribute.
#[derive(Clone, Debug, Serialize)]
pub struct Attribute {
    /// Its name, such as "Ngày hiệu lực".
    pub name: String,
    /// Its values; never none.
    pub values: Vec<Reference>,
    /// What a reader should know.
    pub note: Option<String>,
}

/// The attributes of a plan.
pub(crate) fn view(here: Context<'_>, plan: &Plan) -> AttributesView {
    let head = Head::new(words::of_plan(plan.cited()), words::about(plan.cited()))
        .above(here.above_plan(plan))
        .feeds(feeds::of_plan(here, plan))
        .source(&plan.source)
        .json_ld(legislation(here, plan));
    let copy = plan.source_text.copy.as_ref();
    AttributesView {
        frame: here.frame(head),
        plan: cards::plan_head(here, plan),
        attributes: attributes(here, plan),
        source: source(here, plan),
        sha256: copy.map(|copy| copy.sha256.clone()).filter(|sum| !sum.is_empty()),
        notes: plan.notes.clone(),
    }
}

fn attributes(here: Context<'_>, plan: &Plan) -> Vec<Attribute> {
    let text = |text: String| Reference { text, href: None };
    let agency = |agency: AgencyLink| {
        let text = match agency.note {
            Some(note) => words::noted(agency.name, note),
            None => agency.name,
        };
        Reference { text, href: Some(agency.href) }
    };
    let standing_agency = plan.standing_agency.as_ref().map(|id| {
        let mut link = here.agency_then(id, plan.issued);
        if let Fate::Succeeded { by, .. } = &here.progress.agency(id).fate {
            link.note = Some(words::succeeded(here.agency(by).name));
        }
        agency(link)
    });
    // What the key leaves out may stand in the text: the page points there, or says nothing.
    let in_text = |has: fn(&RawRegion) -> bool| {
        plan.text.regions.iter().any(has).then(|| Reference {
            text: words::in_the_text().to_owned(),
            href: Some(here.href(&paths::text(&plan.id))),
        })
    };
    let signed = in_text(|region| matches!(region, RawRegion::Signature(_)));
    let sent = in_text(|region| matches!(region, RawRegion::Recipients(_)));
    let recipients = plan.recipients.iter().cloned().map(text);
    let recipients: Vec<_> = recipients.collect();
    let closing = plan.closing.as_ref().filter(|closing| closing.date <= here.as_of());
    let mut attributes = vec![
        attribute(words::number(), [text(plan.number.clone())]),
        attribute(words::kind(), [text(plan.kind.label().to_owned())]),
        attribute(words::title(), [text(plan.title.to_string())]),
        attribute(words::short_name(), [text(plan.short_name.clone())]),
        attribute(words::issuer(), [agency(here.agency_then(&plan.issuer, plan.issued))]),
        attribute(
            words::issued(),
            [text(plan.dated().map_or_else(|| words::unsigned().to_owned(), dates::short))],
        ),
        attribute(
            words::signatory(),
            plan.signatory.as_ref().map(|signatory| text(signed_by(signatory))).or(signed),
        ),
        attribute(words::effective(), plan.effective.map(|date| text(dates::short(date)))),
        attribute(
            words::force(),
            plan.force.known().map(crate::model::Force::label).map(|force| text(force.to_owned())),
        ),
        attribute(words::fields(), plan.fields.iter().cloned().map(text)),
        attribute(words::period(), plan.period.map(|(from, to)| text(range(from, to)))),
        attribute(words::standing_agency(), standing_agency),
        attribute(
            words::recipients(),
            if recipients.is_empty() { sent.into_iter().collect() } else { recipients },
        ),
    ];
    // A key that is empty says nothing of the document.
    attributes.retain(|attribute| !attribute.values.is_empty());
    if let Some(closing) = closing {
        let basis = here.basis(&closing.basis);
        let text = words::closed(basis.text, dates::long(closing.date));
        attributes.push(attribute(words::closing(), [Reference { text, href: basis.href }]));
    }
    attributes
}

fn attribute(name: &str, values: impl IntoIterator<Item = Reference>) -> Attribute {
    Attribute { name: name.to_owned(), values: values.into_iter().collect(), note: None }
}

/// "Nguyễn Ngọc Hồi, Phó Chủ tịch (ký thay)".
fn signed_by(signatory: &Signatory) -> String {
    let (name, office) = (&signatory.name, &signatory.office);
    match signatory.capacity {
        Some(capacity) => words::signed_as(name, office, capacity.label()),
        None => words::signed(name, office),
    }
}

/// Where the text was published, or else the copy that it was transcribed from.
fn source(here: Context<'_>, plan: &Plan) -> Option<SourceView> {
    let text = &plan.source_text;
    let source = match (&text.url, &text.copy) {
        (Some(url), _) => {
            Source { title: None, url: url.clone(), read_on: text.copied, note: None }
        }
        (None, Some(_)) => Source {
            title: Some(words::copy().to_owned()),
            url: here.href(&paths::source_copy(&plan.id)),
            read_on: text.copied,
            note: None,
        },
        (None, None) => return None,
    };
    here.sources(&[source]).pop()
}

/// The plan in the words of schema.org; only what is known.
fn legislation(here: Context<'_>, plan: &Plan) -> Value {
    let issuer = here.site().agency(&plan.issuer).name_on(plan.issued);
    let mut facts = json!({
        "@type": "Legislation",
        "name": plan.cited(),
        "alternateName": plan.short_name,
        "description": plan.title,
        "inLanguage": "vi",
        "legislationIdentifier": plan.number,
        "legislationType": plan.kind.label(),
        "legislationPassedBy": {"@type": "GovernmentOrganization", "name": issuer.full},
    });
    let force = match plan.force {
        Force::InForce => Some("https://schema.org/InForce"),
        Force::InPart => Some("https://schema.org/PartiallyInForce"),
        Force::Ended | Force::NotYet => Some("https://schema.org/NotInForce"),
        Force::Unknown => None,
    };
    let known = [
        ("legislationDate", plan.dated().map(|date| date.to_string())),
        ("temporalCoverage", plan.period.map(|(from, to)| format!("{from}/{to}"))),
        ("legislationDateOfApplicability", plan.effective.map(|date| date.to_string())),
        ("legislationLegalForce", force.map(str::to_owned)),
        ("url", here.address_of(&paths::plan(&plan.id))),
        ("sameAs", plan.source_text.url.clone()),
    ];
    for (key, value) in known {
        if let Some(value) = value {
            facts[key] = Value::String(value);
        }
    }
    facts
}
