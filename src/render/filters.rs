//! What templates may call besides the engine's own filters.
//!
//! In: values of a view. Out: text, and the only HTML that is not escaped: prose made by
//! [`super::prose`] and JSON in which no tag can begin.

use std::collections::BTreeMap;

use tera::value::Key;
use tera::{Kwargs, Map, State, Tera, TeraResult, Value};

use crate::assets::AssetMap;
use crate::render::{limits, prose};
use crate::text::address::readable;

/// Makes our filters and functions known; must come before the templates.
pub(crate) fn register(tera: &mut Tera, assets: &AssetMap) {
    tera.register_filter("prose", prose);
    tera.register_filter("readable", |address: &str, _: Kwargs, _: &State| readable(address));
    tera.register_filter("json_ld", json_ld);
    tera.register_filter("whole", whole);
    tera.register_filter("group_by", group_by);
    // The lint forbids `safe`; should it ever miss one, this makes it do nothing.
    tera.register_filter("safe", |value: Value, _: Kwargs, _: &State| value);
    let paths: BTreeMap<String, String> =
        assets.iter().map(|(name, asset)| (name.to_owned(), asset.path.clone())).collect();
    tera.register_function("asset", move |arguments: Kwargs, _: &State| -> TeraResult<String> {
        let name = arguments.must_get::<&str>("name")?;
        paths
            .get(name)
            .cloned()
            .ok_or_else(|| tera::Error::message(format!("Unknown asset `{name}`")))
    });
}

/// Markdown with its links (`markdown`, `links`) as HTML.
fn prose(value: &Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    let part = |name: &'static str| value.as_map().and_then(|map| map.get(&Key::Str(name)));
    let Some(markdown) = part("markdown").and_then(Value::as_str) else {
        return Err(tera::Error::message(
            "Invalid type for the value, expected `prose` but got `other`",
        ));
    };
    let mut links = BTreeMap::new();
    for (address, link) in part("links").and_then(Value::as_map).into_iter().flatten() {
        let href = link.as_str().or_else(|| link.as_map()?.get(&Key::Str("href"))?.as_str());
        if let (Some(address), Some(href)) = (address.as_str(), href) {
            links.insert(address.to_owned(), href.to_owned());
        }
    }
    let html = prose::to_html(markdown, &links);
    limits::made(html.len())?;
    Ok(Value::safe_string(&html))
}

/// Text in which no document's number breaks at a line's end: each stands in an element that does not wrap.
fn whole(text: &str, _: Kwargs, _: &State) -> TeraResult<Value> {
    let mut html = String::with_capacity(text.len());
    prose::escape_whole(&mut html, text);
    limits::made(html.len())?;
    Ok(Value::safe_string(&html))
}

/// A value as JSON that may stand in a `script` element: `<` is written as `\u003c`.
fn json_ld(value: &Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    let json = serde_json::to_string(value).map_err(tera::Error::message)?;
    limits::made(json.len())?;
    Ok(Value::safe_string(&json.replace('<', "\\u003c")))
}

/// The engine's `group_by` in the order of first members; its own order changes from run to run.
fn group_by(items: &[Value], arguments: Kwargs, _: &State) -> TeraResult<Map> {
    let attribute = arguments.must_get::<&str>("attribute")?;
    let mut groups: Vec<(Key<'static>, Vec<Value>)> = Vec::new();
    for item in items {
        let Some(value) = item.get_from_path(attribute) else {
            return Err(tera::Error::message(format!("Field `{attribute}` is not defined.")));
        };
        if value.is_none() {
            continue;
        }
        let key = Key::from(value.as_str().map_or_else(|| value.to_string(), str::to_owned));
        match groups.iter_mut().find(|(other, _)| *other == key) {
            Some((_, members)) => members.push(item.clone()),
            None => groups.push((key, vec![item.clone()])),
        }
    }
    let groups: Map =
        groups.into_iter().map(|(key, members)| (key, Value::from(members))).collect();
    limits::weighed(&Value::from(groups.clone()))?;
    Ok(groups)
}
