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
use crate::paths;
use crate::progress::Fate;
use crate::text::dates;
use crate::wording;

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
    /// Its values; empty where nothing is known, which the page says.
    pub values: Vec<Reference>,
    /// What a reader should know.
    pub note: Option<String>,
}

/// The attributes of a plan.
pub(crate) fn view(here: Context<'_>, plan: &Plan) -> AttributesView {
    let description = format!(
        "Số hiệu, cơ quan ban hành, ngày, người ký, hiệu lực của Kế hoạch {}.",
        plan.number
    );
    let head = Head::new(format!("Thuộc tính của Kế hoạch {}", plan.number), description)
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
    let words = |text: String| Reference { text, href: None };
    let agency = |agency: AgencyLink| {
        let note = agency.note.map(|note| format!(" ({note})")).unwrap_or_default();
        Reference { text: format!("{}{note}", agency.name), href: Some(agency.href) }
    };
    let standing_agency = plan.standing_agency.as_ref().map(|id| {
        let mut link = here.agency_then(id, plan.issued);
        if let Fate::Succeeded { by, .. } = &here.progress.agency(id).fate {
            link.note = Some(format!("nay do {} kế thừa", here.agency(by).name));
        }
        agency(link)
    });
    let closing = plan.closing.as_ref().filter(|closing| closing.date <= here.as_of());
    let mut attributes = vec![
        attribute("Số, ký hiệu", [words(plan.number.clone())]),
        attribute("Loại văn bản", [words("Kế hoạch".to_owned())]),
        attribute("Trích yếu", [words(plan.title.clone())]),
        attribute("Tên gọi ngắn trên trang này", [words(plan.short_name.clone())]),
        attribute("Cơ quan ban hành", [agency(here.agency_then(&plan.issuer, plan.issued))]),
        attribute("Ngày ban hành", [words(dates::short(plan.issued))]),
        attribute("Người ký", plan.signatory.as_ref().map(|signatory| words(signed_by(signatory)))),
        attribute("Ngày có hiệu lực", plan.effective.map(|date| words(dates::short(date)))),
        attribute(
            "Tình trạng hiệu lực",
            wording::force(plan.force).map(|force| words(force.to_owned())),
        ),
        attribute("Lĩnh vực", plan.fields.iter().cloned().map(words)),
        attribute(
            "Giai đoạn",
            [words(format!("{} – {}", dates::short(plan.from), dates::short(plan.to)))],
        ),
        attribute("Cơ quan thường trực", standing_agency),
        attribute("Nơi nhận", plan.recipients.iter().cloned().map(words)),
    ];
    if let Some(closing) = closing {
        let basis = here.basis(&closing.basis);
        let text = format!("{}, {}", basis.text, dates::long(closing.date));
        attributes.push(attribute("Tổng kết", [Reference { text, href: basis.href }]));
    }
    attributes
}

fn attribute(name: &str, values: impl IntoIterator<Item = Reference>) -> Attribute {
    Attribute { name: name.to_owned(), values: values.into_iter().collect(), note: None }
}

/// "Nguyễn Ngọc Hồi, Phó Chủ tịch (ký thay)".
fn signed_by(signatory: &Signatory) -> String {
    let capacity = signatory
        .capacity
        .map(|capacity| format!(" ({})", wording::capacity(capacity)))
        .unwrap_or_default();
    format!("{}, {}{capacity}", signatory.name, signatory.office)
}

/// Where the text was published, or else the copy that it was transcribed from.
fn source(here: Context<'_>, plan: &Plan) -> Option<SourceView> {
    let text = &plan.source_text;
    let source = match (&text.url, &text.copy) {
        (Some(url), _) => {
            Source { title: None, url: url.clone(), read_on: text.copied, note: None }
        }
        (None, Some(_)) => Source {
            title: Some("Bản chữ đã dùng để chép".to_owned()),
            url: here.href(&paths::file_of_plan(&plan.id, "nguon.txt")),
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
        "name": format!("Kế hoạch {}", plan.number),
        "alternateName": plan.short_name,
        "description": plan.title,
        "inLanguage": "vi",
        "legislationIdentifier": plan.number,
        "legislationType": "Kế hoạch",
        "legislationDate": plan.issued.to_string(),
        "legislationPassedBy": {"@type": "GovernmentOrganization", "name": issuer.full},
        "temporalCoverage": format!("{}/{}", plan.from, plan.to),
    });
    let force = match plan.force {
        Force::InForce => Some("https://schema.org/InForce"),
        Force::InPart => Some("https://schema.org/PartiallyInForce"),
        Force::Ended | Force::NotYet => Some("https://schema.org/NotInForce"),
        Force::Unknown => None,
    };
    let known = [
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
