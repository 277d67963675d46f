//! JSON Schemas of the content files, made from the types that read them.
//!
//! In: the types of `parse::raw`, the words of `model::choices`. Out: a schema a kind of file, with titles and
//! descriptions in Vietnamese, and the settings by which an editor's YAML language server finds them. A schema
//! knows the shape of one file; what needs the whole site is `check`'s.

mod words;

use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use crate::parse::raw::{
    RawAgency, RawCorrections, RawGlossary, RawGroups, RawLibrary, RawPage, RawPlan,
    RawReorganisations, RawReports, RawSiteFile, RawTask,
};
use crate::source::ContentFile;
use words::Form;

/// A kind of content file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// The site's own settings.
    Site,
    /// An agency.
    Agency,
    /// The groups of agencies.
    Groups,
    /// The reorganisations of agencies.
    Reorganisations,
    /// The glossary.
    Glossary,
    /// The documents that plans cite.
    Library,
    /// A plan's attributes.
    Plan,
    /// The front matter of a task.
    Task,
    /// The reports that a plan received.
    Reports,
    /// The corrections of a plan's pages.
    Corrections,
    /// The front matter of a page of prose.
    Page,
}

impl FileKind {
    /// All kinds.
    pub const ALL: [FileKind; 11] = [
        FileKind::Site,
        FileKind::Agency,
        FileKind::Groups,
        FileKind::Reorganisations,
        FileKind::Glossary,
        FileKind::Library,
        FileKind::Plan,
        FileKind::Task,
        FileKind::Reports,
        FileKind::Corrections,
        FileKind::Page,
    ];

    /// The schema's file name.
    pub fn file_name(self) -> &'static str {
        match self {
            FileKind::Site => "trang.json",
            FileKind::Agency => "co-quan.json",
            FileKind::Groups => "nhom-co-quan.json",
            FileKind::Reorganisations => "bien-dong.json",
            FileKind::Glossary => "thuat-ngu.json",
            FileKind::Library => "can-cu-phap-ly.json",
            FileKind::Plan => "ke-hoach.json",
            FileKind::Task => "nhiem-vu.json",
            FileKind::Reports => "bao-cao.json",
            FileKind::Corrections => "dinh-chinh.json",
            FileKind::Page => "trang-loi-viet.json",
        }
    }

    /// The files of this kind, below the content folder: `*` stands for a name.
    pub fn pattern(self) -> String {
        self.files().path().to_string()
    }

    /// Whether the schema is of a part of the file only: its front matter.
    pub fn is_front_matter(self) -> bool {
        self.files().has_prose()
    }

    fn files(self) -> ContentFile<'static> {
        match self {
            FileKind::Site => ContentFile::Site,
            FileKind::Agency => ContentFile::Agency("*"),
            FileKind::Groups => ContentFile::Groups,
            FileKind::Reorganisations => ContentFile::Reorganisations,
            FileKind::Glossary => ContentFile::Glossary,
            FileKind::Library => ContentFile::Library,
            FileKind::Plan => ContentFile::Plan("*"),
            FileKind::Task => ContentFile::Task("*", "*"),
            FileKind::Reports => ContentFile::Reports("*"),
            FileKind::Corrections => ContentFile::Corrections("*"),
            FileKind::Page => ContentFile::Page("*"),
        }
    }

    fn title(self) -> &'static str {
        match self {
            FileKind::Site => "Thông tin chung của trang",
            FileKind::Agency => "Một cơ quan",
            FileKind::Groups => "Các nhóm cơ quan",
            FileKind::Reorganisations => "Biến động cơ quan",
            FileKind::Glossary => "Bảng thuật ngữ",
            FileKind::Library => "Văn bản được dẫn",
            FileKind::Plan => "Thông tin chung của kế hoạch",
            FileKind::Task => "Một nhiệm vụ",
            FileKind::Reports => "Báo cáo đã nhận",
            FileKind::Corrections => "Đính chính",
            FileKind::Page => "Một trang lời viết",
        }
    }

    fn raw(self) -> Schema {
        match self {
            FileKind::Site => made::<RawSiteFile>(),
            FileKind::Agency => made::<RawAgency>(),
            FileKind::Groups => made::<RawGroups>(),
            FileKind::Reorganisations => made::<RawReorganisations>(),
            FileKind::Glossary => made::<RawGlossary>(),
            FileKind::Library => made::<RawLibrary>(),
            FileKind::Plan => made::<RawPlan>(),
            FileKind::Task => made::<RawTask>(),
            FileKind::Reports => made::<RawReports>(),
            FileKind::Corrections => made::<RawCorrections>(),
            FileKind::Page => made::<RawPage>(),
        }
    }
}

/// Draft 7, since editors' language servers know it best.
fn made<T: JsonSchema>() -> Schema {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<T>()
}

/// The schema of a kind of file: no references in it, keys in the order in which a file lists them.
pub fn of(kind: FileKind) -> Value {
    let raw = kind.raw().to_value();
    let definitions = raw.get("definitions").and_then(Value::as_object);
    let name = raw["title"].as_str().expect("a schema of a type has the type's name");
    let mut schema = object(&raw, name, definitions.unwrap_or(&Map::new()));
    schema.shift_insert(0, "$schema".to_owned(), raw["$schema"].clone());
    schema.shift_insert(1, "title".to_owned(), json!(kind.title()));
    schema.shift_insert(
        2,
        "description".to_owned(),
        json!(format!("Tệp {} trong thư mục nội dung.", kind.pattern())),
    );
    Value::Object(schema)
}

/// The schema of the struct `name`, in our words.
fn object(raw: &Value, name: &str, definitions: &Map<String, Value>) -> Map<String, Value> {
    let keys = words::keys(name);
    let mut properties = Map::new();
    for (key, property) in raw["properties"].as_object().into_iter().flatten() {
        let (_, title, description, form) = keys
            .iter()
            .find(|(named, ..)| named == key)
            .unwrap_or_else(|| panic!("the key {key} of {name} has words"));
        let mut schema = value(property, *form, definitions);
        schema.shift_insert(0, "title".to_owned(), json!(title));
        schema.shift_insert(1, "description".to_owned(), json!(description));
        properties.insert(key.clone(), Value::Object(schema));
    }
    let mut schema = Map::new();
    schema.insert("type".to_owned(), json!("object"));
    schema.insert("properties".to_owned(), Value::Object(properties));
    schema.insert("additionalProperties".to_owned(), json!(false));
    if let Some(required) = raw.get("required") {
        schema.insert("required".to_owned(), required.clone());
    }
    schema
}

/// The schema of a value. A key that may be absent may not be empty (CK158), so that `null` is left out.
fn value(raw: &Value, form: Form, definitions: &Map<String, Value>) -> Map<String, Value> {
    let options = raw.get("anyOf").or(raw.get("allOf")).and_then(Value::as_array);
    if let Some([one, many]) = options.map(Vec::as_slice)
        && one["type"] == "string"
        && many["type"] == "array"
    {
        let options = [one, many].map(|option| Value::Object(value(option, form, definitions)));
        return Map::from_iter([("anyOf".to_owned(), json!(options))]);
    }
    if let Some(option) = options.and_then(|options| options.first()) {
        return value(option, form, definitions);
    }
    if let Some(name) = raw.get("$ref").and_then(Value::as_str) {
        let name = name.trim_start_matches("#/definitions/");
        return object(&definitions[name], name, definitions);
    }
    let kind = match &raw["type"] {
        Value::Array(kinds) => kinds.first().cloned().unwrap_or_default(),
        kind => kind.clone(),
    };
    let mut schema = Map::new();
    match kind.as_str() {
        Some("array") => {
            schema.insert("type".to_owned(), kind);
            let items = value(&raw["items"], form, definitions);
            schema.insert("items".to_owned(), Value::Object(items));
        }
        Some("string") => {
            schema.insert("type".to_owned(), kind);
            schema.extend(rule(form));
        }
        // Words by headings of a document: the headings are its own.
        Some("object") => {
            schema.insert("type".to_owned(), kind);
            let words = value(&raw["additionalProperties"], form, definitions);
            schema.insert("additionalProperties".to_owned(), Value::Object(words));
        }
        _ => {
            schema.insert("type".to_owned(), kind);
        }
    }
    schema
}

/// What a form demands of a text. The days that `text::dates` reads, not whether they exist.
fn rule(form: Form) -> Map<String, Value> {
    const DAY: &str = r"\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}";
    let pattern = match form {
        Form::Any => return Map::new(),
        Form::OneOf(words) => return Map::from_iter([("enum".to_owned(), json!(words()))]),
        Form::Day => format!("^({DAY})$"),
        Form::DayOrLess => format!(r"^(\d{{4}}|\d{{4}}-\d{{2}}|{DAY})$"),
        Form::Id => "^[a-z0-9-]+$".to_owned(),
        Form::Number => r"^\d+$".to_owned(),
        Form::Web => "^https?://".to_owned(),
        Form::Checksum => "^[0-9a-fA-F]{64}$".to_owned(),
    };
    Map::from_iter([("pattern".to_owned(), json!(pattern))])
}

/// Where editors that follow Visual Studio Code look for a folder's settings.
pub const SETTINGS: &str = ".vscode/settings.json";

/// The folder of the schemas, below the folder that holds the content folder.
pub const FOLDER: &str = ".vscode/luoc-do";

/// The schemas and the settings that name them, by path below the folder that holds the content folder.
/// `content` is the content folder as seen from there.
pub fn files(content: &str) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for kind in FileKind::ALL {
        let schema = if kind.is_front_matter() { in_markdown(of(kind)) } else { of(kind) };
        files.insert(format!("{FOLDER}/{}", kind.file_name()), json_text(&schema));
    }
    files.insert(SETTINGS.to_owned(), json_text(&settings(content)));
    files
}

/// The schema for an editor that takes the whole file for YAML: the narrative is a second document, of text.
fn in_markdown(schema: Value) -> Value {
    json!({
        "$schema": schema["$schema"].clone(),
        "anyOf": [schema, { "title": "Lời kể", "type": ["string", "null"] }],
    })
}

/// The settings by which the YAML language server finds the schemas.
///
/// A task's file is Markdown to an editor, and the server looks at YAML only; so these are shown as YAML,
/// and their narrative is left to `check`.
fn settings(content: &str) -> Value {
    let mut schemas = Map::new();
    for kind in FileKind::ALL.into_iter().filter(|kind| *kind != FileKind::Page) {
        let pattern = format!("{content}/{}", kind.pattern());
        schemas.insert(format!("./{FOLDER}/{}", kind.file_name()), json!(pattern));
    }
    json!({
        "files.associations": { format!("**/{content}/{}", FileKind::Task.pattern()): "yaml" },
        "yaml.schemas": schemas,
        "yaml.schemaStore.enable": false,
        "editor.tabSize": 2,
        "editor.insertSpaces": true,
    })
}

fn json_text(value: &Value) -> String {
    let text = serde_json::to_string_pretty(value).expect("texts and lists become JSON");
    format!("{text}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_belongs_to_a_key() {
        let mut used = 0;
        for kind in FileKind::ALL {
            let raw = kind.raw().to_value();
            let named = raw["definitions"].as_object().into_iter().flatten();
            let named = named.map(|(name, schema)| (name.as_str(), schema));
            for (name, schema) in named.chain([(raw["title"].as_str().unwrap(), &raw)]) {
                let keys: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
                let words: Vec<&str> = words::keys(name).iter().map(|key| key.0).collect();
                assert_eq!(keys, words, "{name}");
                used += 1;
            }
        }
        assert!(used > 30);
    }
}
