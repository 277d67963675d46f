//! The values that an editor gives on the command line, laid out as the schema says.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

use crate::text::near::nearest;
use crate::text::normalize::nfc;

/// A key and its value, as typed: `loai=cap_nhat`, `minh_chung.url=https://…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The path to the value.
    pub key: String,
    /// The value.
    pub value: String,
}

impl Assignment {
    /// Reads `key=value`; letters are composed.
    ///
    /// # Errors
    /// There is no `=`, no key or no value, or a control character stands in it.
    pub fn read(text: &str) -> Result<Self, GivenFault> {
        match text.split_once('=') {
            Some((key, value))
                if value.contains(|c: char| c.is_control() && c != '\n' && c != '\t') =>
            {
                Err(GivenFault::Control(key.trim().to_owned()))
            }
            Some((key, value)) if !key.trim().is_empty() && !value.trim().is_empty() => Ok(Self {
                key: nfc(key.trim()).into_owned(),
                value: nfc(value.trim()).into_owned(),
            }),
            _ => Err(GivenFault::NoValue(text.to_owned())),
        }
    }
}

/// Why a value cannot be laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GivenFault {
    /// Text that is no `key=value`.
    NoValue(String),
    /// A value with a character that no page can hold.
    Control(String),
    /// A key that there is not, with the likeliest one and all that there are.
    UnknownKey(String, Option<String>, Vec<String>),
    /// A key with one value was given two.
    Twice(String),
    /// A key that holds keys was given a value.
    NeedsKeys(String, Vec<String>),
    /// A key with a value was given keys.
    HasNoKeys(String),
    /// A key that is true or false was given something else.
    NotASwitch(String),
}

impl fmt::Display for GivenFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoValue(text) => {
                write!(
                    f,
                    "“{text}” thiếu giá trị: viết khóa=giá_trị, như loai=cap_nhat; mã kế hoạch, số nhiệm vụ đứng trước mọi khóa."
                )
            }
            Self::Control(key) => write!(
                f,
                "Giá trị của “{key}” có ký tự điều khiển không nhìn thấy; gõ lại thay vì dán."
            ),
            Self::UnknownKey(key, near, known) => {
                write!(f, "Không có khóa “{key}”.")?;
                if let Some(near) = near {
                    write!(f, " Ý bạn là “{near}”?")?;
                }
                write!(f, " Các khóa: {}.", known.join(", "))
            }
            Self::Twice(key) => {
                write!(f, "Khóa “{key}” chỉ nhận một giá trị, đã được ghi hai lần.")
            }
            Self::NeedsKeys(key, known) => {
                let known: Vec<_> = known.iter().map(|one| format!("{key}.{one}=…")).collect();
                write!(f, "Khóa “{key}” gồm nhiều ô: viết {}", known.join(", hoặc "))
            }
            Self::HasNoKeys(key) => write!(f, "Khóa “{key}” là một giá trị, không có ô bên trong."),
            Self::NotASwitch(key) => {
                write!(f, "Khóa “{key}” chỉ nhận true (có) hoặc false (không).")
            }
        }
    }
}

impl std::error::Error for GivenFault {}

/// A value that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Given {
    Text(String),
    Many(Vec<Given>),
    Group(BTreeMap<String, Given>),
}

impl From<&Value> for Given {
    fn from(value: &Value) -> Self {
        match value {
            Value::Array(items) => Self::Many(items.iter().map(Self::from).collect()),
            Value::Object(values) => {
                let is_empty = |value: &Value| match value {
                    Value::Null => true,
                    Value::Array(items) => items.is_empty(),
                    Value::Object(values) => values.is_empty(),
                    _ => false,
                };
                let values = values.iter().filter(|(_, value)| !is_empty(value));
                Self::Group(values.map(|(key, value)| (key.clone(), Self::from(value))).collect())
            }
            Value::String(text) => Self::Text(text.clone()),
            other => Self::Text(other.to_string()),
        }
    }
}

impl Given {
    /// All values, as one group of the keys that `schema` has.
    pub(super) fn read(schema: &Value, values: &[Assignment]) -> Result<Self, GivenFault> {
        let mut group = Given::Group(BTreeMap::new());
        for Assignment { key, value } in values {
            let path: Vec<&str> = key.split('.').collect();
            group.put(schema, key, &path, value)?;
        }
        Ok(group)
    }

    /// The value of `key` where none was given.
    pub(super) fn set_default(&mut self, key: &str, value: &str) {
        if let Given::Group(values) = self {
            values.entry(key.to_owned()).or_insert_with(|| Given::Text(value.to_owned()));
        }
    }

    /// Whether a value was given for `key`.
    pub(super) fn has(&self, key: &str) -> bool {
        matches!(self, Given::Group(values) if values.contains_key(key))
    }

    fn put(
        &mut self,
        schema: &Value,
        whole: &str,
        path: &[&str],
        value: &str,
    ) -> Result<(), GivenFault> {
        let Given::Group(values) = self else {
            return Err(GivenFault::HasNoKeys(whole.to_owned()));
        };
        // Under headings of a document any key may stand, whatever signs it has.
        if schema["additionalProperties"].is_object() {
            let heading = path.join(".");
            return match values.insert(heading, Given::Text(value.to_owned())) {
                Some(_) => Err(GivenFault::Twice(whole.to_owned())),
                None => Ok(()),
            };
        }
        let (step, rest) = path.split_first().expect("a split has a first part");
        let known = || schema["properties"].as_object().into_iter().flatten().map(|(key, _)| key);
        let Some(schema) = schema["properties"].get(*step) else {
            let near = nearest(step, known().map(String::as_str)).map(str::to_owned);
            return Err(GivenFault::UnknownKey(whole.to_owned(), near, known().cloned().collect()));
        };
        let kind = schema["type"].as_str().unwrap_or_default();
        let of_groups = kind == "array" && schema["items"]["type"] == "object";
        let group = if of_groups { &schema["items"] } else { schema };
        if group["type"] == "object" && rest.is_empty() {
            let known = group["properties"].as_object().into_iter().flatten();
            let mut known: Vec<String> = known.map(|(key, _)| key.clone()).collect();
            if known.is_empty() {
                known.push("\"tiêu đề cột\"".to_owned());
            }
            return Err(GivenFault::NeedsKeys(whole.to_owned(), known));
        }
        if group["type"] != "object" && !rest.is_empty() {
            return Err(GivenFault::HasNoKeys(step.to_string()));
        }
        let value = match (kind, value) {
            ("boolean", "true" | "co" | "có") => "true",
            ("boolean", "false" | "khong" | "không") => "false",
            ("boolean", _) => return Err(GivenFault::NotASwitch(whole.to_owned())),
            (_, value) => value,
        };
        match kind {
            "object" => {
                let group = values.entry(step.to_string());
                let group = group.or_insert_with(|| Given::Group(BTreeMap::new()));
                group.put(schema, whole, rest, value)
            }
            "array" => {
                let many = values.entry(step.to_string());
                let Given::Many(many) = many.or_insert_with(|| Given::Many(Vec::new())) else {
                    return Err(GivenFault::HasNoKeys(whole.to_owned()));
                };
                if !of_groups {
                    // No id has a comma, so that one parts two of them.
                    let are_ids = schema["items"]["pattern"].is_string();
                    let parts: Vec<&str> = if are_ids {
                        value.split(',').map(str::trim).filter(|part| !part.is_empty()).collect()
                    } else {
                        vec![value]
                    };
                    many.extend(parts.into_iter().map(|part| Given::Text(part.to_owned())));
                    return Ok(());
                }
                // A key that the last item has begins another item.
                if let Some(last) = many.last_mut() {
                    match last.put(group, whole, rest, value) {
                        Err(GivenFault::Twice(_)) => {}
                        done => return done,
                    }
                }
                let mut item = Given::Group(BTreeMap::new());
                item.put(group, whole, rest, value)?;
                many.push(item);
                Ok(())
            }
            _ if values.contains_key(*step) => Err(GivenFault::Twice(whole.to_owned())),
            _ => {
                values.insert(step.to_string(), Given::Text(value.to_owned()));
                Ok(())
            }
        }
    }
}
