//! The datasets as linked data: a DCAT 3 catalogue, and schema.org's `Dataset` for the data pages.
//!
//! In: progress, addresses and what is known of the finished files. Out: JSON-LD.

use serde_json::{Map, Value, json};

use super::formats::{Offer, offers};
use super::{Addresses, Files, file, licence_address, names};
use crate::model::{Plan, Speaker};
use crate::paths::{self, PagePath};
use crate::progress::Progress;
use crate::vocabulary::plan as plans;

fn title(progress: &Progress<'_>, plan: Option<&Plan>) -> (String, String) {
    match plan {
        Some(plan) => (plans::named(plan.cited(), &plan.short_name), plan.title.to_string()),
        None => {
            let settings = &progress.site.settings;
            (settings.name.clone(), settings.description.clone())
        }
    }
}

/// First and last day that the data speak of.
fn span(progress: &Progress<'_>, plan: Option<&Plan>) -> (String, String) {
    match plan {
        Some(plan) => {
            let (from, to) = plan.period.unwrap_or((plan.issued, progress.as_of));
            (from.to_string(), to.to_string())
        }
        None => {
            let from = progress
                .site
                .plans
                .values()
                .map(|plan| plan.period.map_or(plan.issued, |it| it.0))
                .min();
            let to = progress
                .site
                .plans
                .values()
                .map(|plan| plan.period.map_or(progress.as_of, |it| it.1))
                .max();
            let day = |day: Option<jiff::civil::Date>| day.unwrap_or(progress.as_of).to_string();
            (day(from), day(to))
        }
    }
}

fn landing(plan: Option<&Plan>) -> PagePath {
    plan.map_or_else(paths::data, |plan| paths::plan_data(&plan.id))
}

/// What search engines read on a data page.
pub fn dataset(
    progress: &Progress<'_>,
    plan: Option<&Plan>,
    addresses: &Addresses,
    files: &Files,
) -> Value {
    let settings = &progress.site.settings;
    let (name, description) = title(progress, plan);
    let (from, to) = span(progress, plan);
    let publisher = progress.site.speaker_name(progress.as_of);
    let kind = match settings.speaker {
        Speaker::Compiler { .. } => "Organization",
        Speaker::Authority(_) => "GovernmentOrganization",
    };
    let downloads = offers(plan.map(|plan| &plan.id), files).into_iter().map(|offer| {
        json!({
            "@type": "DataDownload",
            "name": offer.title,
            "encodingFormat": if offer.facts.packed { GZIP } else { offer.media },
            "contentUrl": addresses.of(&offer.path),
        })
    });
    let mut dataset = json!({
        "@type": "Dataset",
        "name": name,
        "description": description,
        "url": addresses.of(&landing(plan)),
        "inLanguage": "vi",
        "isAccessibleForFree": true,
        "version": progress.as_of.to_string(),
        "dateModified": progress.as_of.to_string(),
        "temporalCoverage": format!("{from}/{to}"),
        "spatialCoverage": settings.locality,
        "publisher": {"@type": kind, "name": publisher},
        "distribution": downloads.collect::<Vec<_>>(),
    });
    if let Some(licence) = &settings.licence {
        let address = licence_address(licence).unwrap_or(licence);
        dataset["license"] = json!(address);
    }
    dataset
}

pub(super) fn bytes(progress: &Progress<'_>, addresses: &Addresses, files: &Files) -> Vec<u8> {
    let here = paths::export(None, names::CATALOGUE);
    let settings = &progress.site.settings;
    let writer = Writer { progress, addresses, files, here: &here };
    let plans = progress.site.plans.values().map(Some);
    let head = json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "spdx": "http://spdx.org/rdf/terms#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": addresses.from(&here, &here),
        "@type": "dcat:Catalog",
        "dct:title": words(&settings.name),
        "dct:description": words(&settings.description),
        "dct:language": {"@id": LANGUAGE},
        "dct:modified": day(progress.as_of.to_string()),
        "dct:publisher": writer.publisher(),
        "foaf:homepage": {"@id": addresses.from(&here, &paths::home())},
    });
    let datasets = std::iter::once(None).chain(plans).map(|plan| writer.of(plan));
    file::lines_with(&head, "dcat:dataset", datasets)
}

/// The media type of what is compressed.
const GZIP: &str = "application/gzip";

const LANGUAGE: &str = "http://publications.europa.eu/resource/authority/language/VIE";

fn words(text: &str) -> Value {
    json!({"@value": text, "@language": "vi"})
}

fn day(date: String) -> Value {
    json!({"@value": date, "@type": "xsd:date"})
}

struct Writer<'a> {
    progress: &'a Progress<'a>,
    addresses: &'a Addresses,
    files: &'a Files,
    here: &'a PagePath,
}

impl Writer<'_> {
    fn publisher(&self) -> Value {
        let site = self.progress.site;
        let page = match &site.settings.speaker {
            Speaker::Compiler { .. } => paths::home(),
            Speaker::Authority(agency) => paths::agency(agency),
        };
        json!({
            "@id": self.addresses.from(self.here, &page),
            "@type": "foaf:Organization",
            "foaf:name": words(site.speaker_name(self.progress.as_of)),
        })
    }

    fn of(&self, plan: Option<&Plan>) -> Value {
        let (title, description) = title(self.progress, plan);
        let (from, to) = span(self.progress, plan);
        let page = self.addresses.from(self.here, &landing(plan));
        let licence = self.progress.site.settings.licence.as_deref().map(licence);
        let offers = offers(plan.map(|plan| &plan.id), self.files).into_iter();
        let distributions: Vec<_> =
            offers.map(|offer| self.distribution(&offer, licence.as_ref())).collect();
        json!({
            "@id": format!("{page}#du-lieu"),
            "@type": "dcat:Dataset",
            "dct:identifier": plan.map_or("cong-khai", |plan| plan.id.as_str()),
            "dct:title": words(&title),
            "dct:description": words(&description),
            "dct:language": {"@id": LANGUAGE},
            "dct:modified": day(self.progress.as_of.to_string()),
            "dct:publisher": self.publisher(),
            "dct:spatial": words(&self.progress.site.settings.locality),
            "dct:temporal": {
                "@type": "dct:PeriodOfTime",
                "dcat:startDate": day(from),
                "dcat:endDate": day(to),
            },
            "dcat:landingPage": {"@id": page},
            "dcat:version": self.progress.as_of.to_string(),
            "dcat:distribution": distributions,
        })
    }

    fn distribution(&self, offer: &Offer, licence: Option<&Value>) -> Value {
        let facts = offer.facts;
        let address = json!({"@id": self.addresses.from(self.here, &offer.path)});
        let mut members = Map::new();
        let mut put = |key: &str, value: Value| members.insert(key.to_owned(), value);
        put("@type", json!("dcat:Distribution"));
        put("dct:title", words(&offer.title));
        put("dcat:accessURL", address.clone());
        put("dcat:downloadURL", address);
        let media =
            |kind| json!({"@id": format!("https://www.iana.org/assignments/media-types/{kind}")});
        put("dcat:mediaType", media(offer.media));
        if facts.packed {
            put("dcat:compressFormat", media(GZIP));
        }
        let size = json!({"@value": facts.bytes.to_string(), "@type": "xsd:nonNegativeInteger"});
        put("dcat:byteSize", size);
        put(
            "spdx:checksum",
            json!({
                "@type": "spdx:Checksum",
                "spdx:algorithm": {"@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"},
                "spdx:checksumValue": facts.sha256.to_string(),
            }),
        );
        if let Some(licence) = licence {
            put("dct:license", licence.clone());
        }
        Value::Object(members)
    }
}

fn licence(words: &str) -> Value {
    match licence_address(words) {
        Some(address) => json!({"@id": address}),
        None => self::words(words),
    }
}
