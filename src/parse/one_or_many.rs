//! A text, or a list, as the editor likes.
//!
//! Every text stays as it is written; a list remembers that it is one, so that a problem can name its item.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, SeqAccess, Visitor};

use crate::diagnostic::Place;

/// One text or several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OneOrMany {
    /// The texts.
    pub texts: Vec<String>,
    /// Whether they were written as a list.
    pub listed: bool,
}

impl OneOrMany {
    /// Each text with its place, `at` being that of the key.
    pub fn placed<'a>(&'a self, at: &'a Place) -> impl Iterator<Item = (Place, &'a str)> + 'a {
        self.texts.iter().enumerate().map(|(index, text)| {
            let at = if self.listed { at.index(index) } else { at.clone() };
            (at, text.as_str())
        })
    }
}

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Texts)
    }
}

struct Texts;

impl<'de> Visitor<'de> for Texts {
    type Value = OneOrMany;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E>(self, text: &str) -> Result<OneOrMany, E> {
        Ok(OneOrMany { texts: vec![text.to_owned()], listed: false })
    }

    // A bare number is its digits; one with a point is not, since 1.10 would become 1.1.
    fn visit_u64<E>(self, number: u64) -> Result<OneOrMany, E> {
        Ok(OneOrMany { texts: vec![number.to_string()], listed: false })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<OneOrMany, A::Error> {
        let mut texts = Vec::new();
        while let Some(text) = items.next_element::<String>()? {
            texts.push(text);
        }
        Ok(OneOrMany { texts, listed: true })
    }
}

impl JsonSchema for OneOrMany {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "OneOrMany".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }],
        })
    }
}

/// A level to be reached.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTarget {
    /// The level, as the plan writes it: `80%`, `ít nhất 80%`, `70 - 80%`, or words.
    pub gia_tri: String,
    /// By the end of which year.
    pub nam: Option<String>,
    /// By which day or month.
    pub ngay: Option<String>,
}

/// The levels of an indicator: one by its words, or a list by date.
#[derive(Clone, Debug)]
pub enum RawTargets {
    /// One; its date stands beside it.
    One(String),
    /// Several, each with its date.
    Many(Vec<RawTarget>),
}

impl<'de> Deserialize<'de> for RawTargets {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Targets)
    }
}

struct Targets;

impl<'de> Visitor<'de> for Targets {
    type Value = RawTargets;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_str<E>(self, text: &str) -> Result<RawTargets, E> {
        Ok(RawTargets::One(text.to_owned()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<RawTargets, E> {
        Ok(RawTargets::One(number.to_string()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<RawTargets, A::Error> {
        let mut targets = Vec::new();
        while let Some(target) = items.next_element()? {
            targets.push(target);
        }
        Ok(RawTargets::Many(targets))
    }
}

impl JsonSchema for RawTargets {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "RawTargets".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let target = generator.subschema_for::<RawTarget>();
        json_schema!({ "anyOf": [{ "type": "string" }, { "type": "array", "items": target }] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(yaml: &str, texts: &[&str], listed: bool) {
        let read: OneOrMany = serde_yaml::from_str(yaml).unwrap();
        assert_eq!(
            (read.texts, read.listed),
            (texts.iter().map(|&it| it.into()).collect(), listed)
        );
    }

    #[test]
    fn one_text_and_a_list_are_read_alike() {
        check("thang", &["thang"], false);
        check("6_thang", &["6_thang"], false);
        check("18", &["18"], false);
        check("[thang, quy]", &["thang", "quy"], true);
        check("[\"1.10\"]", &["1.10"], true);
        for yaml in ["{ a: b }", "1.10", "[[a]]"] {
            assert!(serde_yaml::from_str::<OneOrMany>(yaml).is_err(), "{yaml}");
        }
    }
}
