//! `datapackage.json`: a Data Package (version 2) of the CSV tables, with a Table Schema each.
//!
//! In: the tables' facts. Out: bytes. Titles and descriptions are the catalogue's.

use serde_json::{Map, Value, json};

use super::tables::{SOURCES, Scope};
use super::{Facts, lines, names, packed, readable};
use crate::paths;
use crate::vocabulary::columns::{Column, Kind, OTHER_CODES, OtherCodes, TASKS, Table};
use crate::vocabulary::downloads;
use crate::vocabulary::files;
use crate::vocabulary::headings::heading;
use crate::vocabulary::plan as plans;

/// Licences by the words that sites state: the name of the Open Definition, and the address.
const LICENCES: [(&str, &str, &str); 5] = [
    ("CC BY 4.0", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("CC BY-SA 4.0", "CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    ("CC0 1.0", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ("ODbL 1.0", "ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    ("ODC-BY 1.0", "ODC-BY-1.0", "https://opendatacommons.org/licenses/by/1-0/"),
];

/// The address of a licence that the site names in well-known words.
pub fn licence_address(words: &str) -> Option<&'static str> {
    LICENCES.iter().find(|(known, ..)| *known == words.trim()).map(|(_, _, address)| *address)
}

/// `files` is what is known of the tables' CSV, in the order of the catalogue; `excel` of a plan's tasks for a spreadsheet.
pub(super) fn bytes(scope: Scope<'_>, files: &[Facts], excel: Option<&Facts>) -> Vec<u8> {
    let progress = scope.progress;
    let settings = &progress.site.settings;
    let plan = scope.plan.map(|plan| plan.plan);
    let publisher = progress.site.speaker_name(progress.as_of);
    let page = plan.map_or_else(paths::data, |plan| paths::plan_data(&plan.id));
    let title = match plan {
        Some(plan) => plans::named(plan.cited(), &plan.short_name),
        None => settings.name.clone(),
    };
    let name = plan.map_or("cong-khai", |plan| plan.id.as_str());
    let resources = SOURCES.iter().zip(files).map(|(source, csv)| resource(source.table, csv));
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": name,
        "id": scope.addresses.tag(&[name, names::PACKAGE]),
        "title": title,
        "description": plan.map_or(settings.description.as_str(), |plan| &plan.title),
        "version": progress.as_of.to_string(),
        "created": format!("{}T00:00:00+07:00", progress.as_of),
        "tinh_den_ngay": progress.as_of.to_string(),
        "luu_y_csv": downloads::guarded(),
        "contributors": [{"title": publisher, "roles": ["publisher"]}],
        "resources": resources.collect::<Vec<_>>(),
    });
    let members = package.as_object_mut().expect("the macro made an object");
    if let Some(resources) = members.get_mut("resources").and_then(Value::as_array_mut) {
        resources.extend(excel.map(for_excel));
    }
    members.insert("bang_ma".to_owned(), OTHER_CODES.iter().map(other_codes).collect());
    if settings.address.is_some() {
        members.insert("homepage".to_owned(), json!(scope.addresses.of(&page)));
    }
    if let Some(words) = &settings.licence {
        members.insert("licenses".to_owned(), json!([licence(words)]));
    }
    lines(&package)
}

/// Codes of files that have no columns.
fn other_codes(other: &OtherCodes) -> Value {
    let codes = (other.codes)().into_iter();
    let codes = codes.map(|(code, meaning)| json!({"ma": code, "nghia": meaning}));
    json!({
        "tep": other.file,
        "khoa": other.key,
        "description": other.about,
        "cac_ma": codes.collect::<Vec<_>>(),
    })
}

/// A licence without a known name is at least called as the site calls it.
fn licence(words: &str) -> Value {
    match LICENCES.iter().find(|(known, ..)| *known == words.trim()) {
        Some((_, name, address)) => json!({"name": name, "path": address, "title": words}),
        None => {
            json!({"name": words.split_whitespace().collect::<Vec<_>>().join("-"), "title": words})
        }
    }
}

fn resource(table: &Table, facts: &Facts) -> Value {
    let path = format!("{}.csv", table.name);
    let mut resource =
        csv([table.name, &path, table.title, table.about], ",", facts, schema(table));
    if facts.packed {
        let members = resource.as_object_mut().expect("the macro made an object");
        let path = format!("{}.csv.{}", table.name, packed::ENDING);
        members.insert("path".to_owned(), json!(path));
        members.insert("compression".to_owned(), json!(packed::ENDING));
    }
    resource
}

/// A plan's tasks for a spreadsheet: heads and days as people write them.
fn for_excel(facts: &Facts) -> Value {
    let fields = readable::columns(&TASKS).into_iter().map(|column| {
        let kind = match column.kind {
            Kind::Date => json!({"type": "date", "format": "%d/%m/%Y"}),
            Kind::Integer => json!({"type": "integer"}),
            _ => json!({"type": "string"}),
        };
        let own = json!({"name": column.head, "description": TASKS.columns[column.from].meaning});
        [own, kind]
            .into_iter()
            .filter_map(|part| part.as_object().cloned())
            .flatten()
            .collect::<Map<_, _>>()
    });
    let schema = json!({"fields": fields.collect::<Vec<_>>(), "missingValues": [""]});
    let told = ["nhiem-vu-excel", names::EXCEL, files::excel_tasks(), files::about_excel()];
    csv(told, ";", facts, schema)
}

/// A file of values that `delimiter` parts.
fn csv(
    [name, path, title, description]: [&str; 4],
    delimiter: &str,
    facts: &Facts,
    schema: Value,
) -> Value {
    json!({
        "name": name,
        "path": path,
        "type": "table",
        "title": title,
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n", "delimiter": delimiter, "doubleQuote": true},
        "bytes": facts.bytes,
        "hash": format!("sha256:{}", facts.sha256),
        "schema": schema,
    })
}

fn schema(table: &Table) -> Value {
    let fields: Vec<_> = table.columns.iter().map(|column| field(table, column)).collect();
    let mut schema = Map::new();
    schema.insert("fields".to_owned(), json!(fields));
    schema.insert("missingValues".to_owned(), json!([""]));
    if !table.key.is_empty() {
        schema.insert("primaryKey".to_owned(), json!(table.key));
    }
    let links = table.links.iter().map(|link| {
        json!({"fields": link.columns, "reference": {"resource": link.table, "fields": link.to}})
    });
    let links: Vec<_> = links.collect();
    if !links.is_empty() {
        schema.insert("foreignKeys".to_owned(), json!(links));
    }
    Value::Object(schema)
}

fn field(table: &Table, column: &Column) -> Value {
    let codes = column.kind.codes();
    let mut constraints = Map::new();
    if table.key.contains(&column.name) {
        constraints.insert("required".to_owned(), json!(true));
    }
    if !codes.is_empty() {
        let all: Vec<_> = codes.iter().map(|(code, _)| code.as_str()).collect();
        constraints.insert("enum".to_owned(), json!(all));
    }
    let kind = match column.kind {
        Kind::Text | Kind::Code(_) | Kind::List | Kind::Address => "string",
        Kind::PartialDate => {
            constraints.insert("pattern".to_owned(), json!(r"\d{4}(-\d{2}(-\d{2})?)?"));
            "string"
        }
        Kind::Integer => "integer",
        Kind::Decimal => "number",
        Kind::Date => "date",
        Kind::Flag => "boolean",
    };
    let mut description = column.meaning.to_owned();
    if !codes.is_empty() {
        let meanings = codes.iter().map(|(code, words)| format!("{code}: {words}"));
        let meanings: Vec<_> = meanings.collect();
        description = files::with_codes(description, meanings.join("; "));
    }
    let mut field = json!({
        "name": column.name,
        "type": kind,
        "title": heading(table, column),
        "description": description,
    });
    let members = field.as_object_mut().expect("the macro made an object");
    if !constraints.is_empty() {
        members.insert("constraints".to_owned(), Value::Object(constraints));
    }
    field
}
