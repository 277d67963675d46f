//! Given values as YAML, the way that the guide writes it.

use serde_json::Value;

use super::given::Given;

/// The keys of a group, each on its line, in the schema's order, `indent` blanks in.
pub(super) fn group(schema: &Value, given: &Given, indent: usize) -> String {
    let Given::Group(values) = given else { return String::new() };
    let blanks = " ".repeat(indent);
    let mut text = String::new();
    if schema["additionalProperties"].is_object() {
        for (heading, value) in values {
            if let Given::Text(words) = value {
                let heading = serde_json::to_string(heading).expect("a text becomes JSON");
                let words = block(words, indent + 2).unwrap_or_else(|| scalar(words));
                text.push_str(&format!("{blanks}{heading}: {words}\n"));
            }
        }
    }
    for (key, schema) in schema["properties"].as_object().into_iter().flatten() {
        let Some(value) = values.get(key) else { continue };
        match value {
            Given::Text(words) => {
                let words = match block(words, indent + 2) {
                    _ if schema["type"] == "boolean" => words.clone(),
                    Some(block) => block,
                    None => scalar(words),
                };
                text.push_str(&format!("{blanks}{key}: {words}\n"));
            }
            Given::Group(_) => {
                text.push_str(&format!("{blanks}{key}:\n{}", group(schema, value, indent + 2)));
            }
            Given::Many(items) => text.push_str(&many(key, schema, items, indent)),
        }
    }
    text
}

fn many(key: &str, schema: &Value, items: &[Given], indent: usize) -> String {
    let blanks = " ".repeat(indent);
    let plain = |item: &Given| match item {
        Given::Text(words) if is_plain(words) => Some(words.clone()),
        _ => None,
    };
    if let Some(words) = items.iter().map(plain).collect::<Option<Vec<_>>>() {
        return format!("{blanks}{key}: [{}]\n", words.join(", "));
    }
    let items = items.iter().map(|item| match item {
        Given::Text(words) => format!("{blanks}  - {}\n", scalar(words)),
        item => dashed(&group(&schema["items"], item, indent + 4), indent + 2),
    });
    format!("{blanks}{key}:\n{}", items.collect::<String>())
}

/// The lines of a group, `dash + 2` blanks in, as an item of a list.
pub(super) fn dashed(lines: &str, dash: usize) -> String {
    format!("{}- {}", " ".repeat(dash), lines.trim_start())
}

/// Words of several lines as a block; none where a block would read otherwise.
fn block(words: &str, indent: usize) -> Option<String> {
    let fits = |line: &str| !line.is_empty() && line == line.trim() && !line.contains('\r');
    let lines: Vec<&str> = words.split('\n').collect();
    if lines.len() < 2
        || !lines.iter().all(|line| fits(line))
        || words.chars().any(|c| c.is_control() && c != '\n')
    {
        return None;
    }
    let blanks = " ".repeat(indent);
    let lines: Vec<String> = lines.iter().map(|line| format!("{blanks}{line}")).collect();
    Some(format!("|-\n{}", lines.join("\n")))
}

/// A text bare where it can be taken for nothing else, else in double quotes.
fn scalar(words: &str) -> String {
    if is_plain(words) {
        words.to_owned()
    } else {
        // A JSON string is a YAML one.
        serde_json::to_string(words).expect("a text becomes JSON")
    }
}

/// Ids and words of the content; what some reader of YAML takes for a switch or a number is none.
fn is_plain(words: &str) -> bool {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    words.starts_with(|c: char| c.is_ascii_lowercase())
        && words.chars().all(letters)
        && !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(&words)
}
