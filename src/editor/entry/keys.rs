//! The keys of an entry, as a command's help lists them: from the schema, so that there is one list of keys.

use serde_json::Value;

use super::kind::Kind;
use crate::editor::schema;

/// The widest line, in columns.
const WIDTH: usize = 98;

/// Where the words about a key begin.
const COLUMN: usize = 26;

/// The keys that an entry of this kind may have, a line or more each.
pub fn listed(kind: Kind) -> String {
    let schema = schema::of(kind.file());
    let item = match kind.list() {
        Some(list) => &schema["properties"][list]["items"],
        None => &schema,
    };
    let mut text = LEGEND.to_owned();
    group(
        item,
        &Within { prefix: String::new(), is_always: true, is_list: false },
        kind,
        &mut text,
    );
    text
}

/// What the marks before and behind a key mean.
const LEGEND: &str = "Khóa (dấu * là bắt buộc; dấu + là bắt buộc khi ghi nhóm ấy; dấu … là ghi được nhiều lần, ghi\n\
                      lại một ô của nhóm là bắt đầu mục tiếp theo):\n";

/// The group that keys stand in.
struct Within {
    /// The path to it, with a dot at its end.
    prefix: String,
    /// Whether every entry has it.
    is_always: bool,
    /// Whether there may be several.
    is_list: bool,
}

fn group(schema: &Value, within: &Within, kind: Kind, text: &mut String) {
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (key, value) in schema["properties"].as_object().into_iter().flatten() {
        let name = format!("{}{key}", within.prefix);
        // Events have a command of their own.
        if kind == Kind::Task && name == "dien_bien" {
            continue;
        }
        let is_list = within.is_list || value["type"] == "array";
        let inner = if value["type"] == "array" { &value["items"] } else { value };
        let is_needed =
            required.contains(&key.as_str()) && !kind.filled_in().contains(&key.as_str());
        if inner["type"] == "object" {
            let is_always = within.is_always && is_needed;
            group(inner, &Within { prefix: format!("{name}."), is_always, is_list }, kind, text);
            continue;
        }
        let star = match (is_needed, within.is_always) {
            (true, true) => "* ",
            (true, false) => "+ ",
            (false, _) => "  ",
        };
        let more = if is_list { "…" } else { "" };
        line(&format!("{star}{name}{more}"), &about(value, inner), text);
    }
}

/// What the schema says of a value: its title, what to write, the words that it may have.
fn about(value: &Value, inner: &Value) -> String {
    let words = |key: &str| value[key].as_str().unwrap_or_default();
    let choices: Vec<&str> =
        inner["enum"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let choices = match choices[..] {
        [] => String::new(),
        _ => format!(" [{}]", choices.join(", ")),
    };
    format!("{}: {}{choices}", words("title"), words("description"))
}

/// A key and what is said of it, broken at blanks.
fn line(name: &str, about: &str, text: &mut String) {
    let mut line = format!("{name:<COLUMN$}");
    if name.chars().count() >= COLUMN {
        line = format!("{name}\n{:COLUMN$}", "");
    }
    let mut column = COLUMN;
    let mut is_first = true;
    for word in about.split(' ') {
        let length = word.chars().count();
        if !is_first && column + 1 + length > WIDTH {
            line.push_str(&format!("\n{:COLUMN$}", ""));
            column = COLUMN;
        } else if !is_first {
            line.push(' ');
            column += 1;
        }
        line.push_str(word);
        column += length;
        is_first = false;
    }
    text.push_str(&line);
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_listed_and_what_is_needed_is_marked() {
        let event = listed(Kind::Event);
        for part in ["* ngay  ", "* loai  ", "  ma  ", "+ minh_chung.ten…  ", "bao_cao_hoan_thanh"]
        {
            assert!(event.contains(part), "{part} is not in\n{event}");
        }
        let task = listed(Kind::Task);
        assert!(task.contains("* nguyen_van  "), "{task}");
        assert!(task.contains("  thoi_gian.nguyen_van"), "{task}");
        assert!(task.contains("chu_tri…") && !task.contains("dien_bien"), "{task}");
        let longest = event.lines().map(|line| line.chars().count()).max();
        assert!(longest <= Some(WIDTH), "{event}");
    }
}
