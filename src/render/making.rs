//! The engine's filters that may make many times of what they are given, with their bytes counted before they are made.
//!
//! In: values of a view or of a template. Out: what the engine's own filters of these names give.

use tera::value::Key;
use tera::{Kwargs, Map, State, StringInput, Tera, TeraResult, Value};

use crate::render::limits::{made, weighed};

/// The widest that `indent` indents.
const WIDEST: usize = 1_000;

/// Puts the filters in the place of the engine's.
pub(crate) fn register(tera: &mut Tera) {
    tera.register_filter("replace", replace);
    tera.register_filter("indent", indent);
    tera.register_filter("join", join);
    tera.register_filter("truncate", truncate);
    tera.register_filter("str", written);
    tera.register_filter("values", values);
    tera.register_filter("pairs", pairs);
}

/// Whether a text becomes markup where one of its parts is.
fn is_markup(state: &State, parts: &[&StringInput]) -> bool {
    state.autoescaping_enabled() && parts.iter().any(|part| part.is_safe())
}

fn text(words: &str, is_markup: bool) -> Value {
    if is_markup { Value::safe_string(words) } else { Value::normal_string(words) }
}

fn replace(words: StringInput, arguments: Kwargs, state: &State) -> TeraResult<Value> {
    let from = arguments.must_get::<&str>("from")?;
    let to = arguments.must_get::<StringInput>("to")?;
    let is_markup = is_markup(state, &[&words, &to]);
    let (words, to) = match is_markup {
        true => (words.rendered(state)?, to.rendered(state)?),
        false => (words.as_str().into(), to.as_str().into()),
    };
    let places = words.matches(from).count();
    made((words.len() - places * from.len()).saturating_add(places.saturating_mul(to.len())))?;
    Ok(text(&words.replace(from, &to), is_markup))
}

fn indent(words: StringInput, arguments: Kwargs, state: &State) -> TeraResult<Value> {
    let width = arguments.get::<usize>("width")?.unwrap_or(4).min(WIDEST);
    let sign = arguments.get::<StringInput>("indentation")?;
    let first = arguments.get::<bool>("first")?.unwrap_or(false);
    let blank = arguments.get::<bool>("blank")?.unwrap_or(false);
    if sign.as_ref().is_some_and(|sign| sign.as_str().chars().count() != 1) {
        return Err(tera::Error::message(
            "The `indentation` argument must contain exactly one character",
        ));
    }
    let is_markup =
        is_markup(state, &[Some(&words), sign.as_ref()].into_iter().flatten().collect::<Vec<_>>());
    let words = if is_markup { words.rendered(state)? } else { words.as_str().into() };
    let margin = match &sign {
        Some(sign) if is_markup => sign.rendered(state)?.repeat(width),
        Some(sign) => sign.as_str().repeat(width),
        None => " ".repeat(width),
    };
    made(words.lines().count().saturating_mul(margin.len()).saturating_add(words.len()))?;
    let lines = words.lines().enumerate().map(|(number, line)| {
        let is_indented = if number == 0 { first } else { blank || !line.is_empty() };
        if is_indented { format!("{margin}{line}") } else { line.to_owned() }
    });
    let mut indented = lines.collect::<Vec<_>>().join("\n");
    if words.ends_with('\n') {
        indented.push('\n');
    }
    Ok(text(&indented, is_markup))
}

fn join(items: &[Value], arguments: Kwargs, state: &State) -> TeraResult<Value> {
    let between = arguments.get::<StringInput>("sep")?;
    let has_markup = items.iter().any(|item| item.is_string() && item.is_safe());
    let is_markup = state.autoescaping_enabled()
        && (has_markup || between.as_ref().is_some_and(StringInput::is_safe));
    for item in items {
        made(weighed(item)?)?;
    }
    let between = match &between {
        Some(between) if is_markup => between.rendered(state)?,
        Some(between) => between.as_str().into(),
        None => "".into(),
    };
    made(items.len().saturating_mul(between.len()))?;
    let part = |item: &Value| match item {
        item if !is_markup => Ok(item.to_string()),
        item if item.is_undefined() => Ok(String::new()),
        item => state.escape_if_needed(item),
    };
    let parts = items.iter().map(part).collect::<TeraResult<Vec<_>>>()?;
    Ok(text(&parts.join(&between), is_markup))
}

fn truncate(words: &str, arguments: Kwargs, _: &State) -> TeraResult<String> {
    let length = arguments.must_get::<usize>("length")?;
    let end = arguments.get::<&str>("end")?.unwrap_or("…");
    let kept = words.char_indices().nth(length).map(|(at, _)| at);
    made(kept.map_or(words.len(), |kept| kept + end.len()))?;
    Ok(kept.map_or_else(|| words.to_owned(), |kept| format!("{}{end}", &words[..kept])))
}

fn written(value: Value, _: Kwargs, _: &State) -> TeraResult<String> {
    made(weighed(&value)?)?;
    Ok(value.to_string())
}

/// Looks at a list that was made of others before it is handed on.
fn list(items: Vec<Value>) -> TeraResult<Value> {
    let list = Value::from(items);
    weighed(&list)?;
    Ok(list)
}

fn values(map: &Map, _: Kwargs, _: &State) -> TeraResult<Value> {
    list(map.values().cloned().collect())
}

fn pairs(map: &Map, _: Kwargs, _: &State) -> TeraResult<Value> {
    let pair = |(key, value): (&Key<'static>, &Value)| {
        Value::from(vec![Value::from(key.clone()), value.clone()])
    };
    list(map.iter().map(pair).collect())
}
