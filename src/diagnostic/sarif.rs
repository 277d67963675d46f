//! Problems as a SARIF 2.1.0 log (OASIS standard), which forges and editors show beside the lines.
//!
//! In: problems in their order. Out: one JSON document. Columns count characters, as everywhere here.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::locate::{Located, Shown};
use super::visible::visible;
use super::{Rule, Severity};

/// The problems as a log with a line end; what was looked at and found right is in it, suppressed.
pub fn render(problems: &[Located<'_>], acknowledged: &[(Located<'_>, &str)]) -> String {
    let all = || problems.iter().chain(acknowledged.iter().map(|(one, _)| one));
    let rules: BTreeMap<&str, &'static Rule> =
        all().map(|one| (one.diagnostic.rule.code, one.diagnostic.rule)).collect();
    let suppressed = acknowledged.iter().map(|(one, reason)| {
        let mut result = result(one);
        result["suppressions"] = json!([{"kind": "inSource", "justification": visible(reason)}]);
        result
    });
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "congkhai",
                "version": env!("CARGO_PKG_VERSION"),
                "language": "vi",
                "rules": rules.values().map(|rule| described(rule)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": problems.iter().map(result).chain(suppressed).collect::<Vec<_>>(),
        }],
    });
    let mut text = serde_json::to_string_pretty(&log).expect("text and numbers become JSON");
    text.push('\n');
    text
}

fn described(rule: &Rule) -> Value {
    json!({
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.mend},
        "defaultConfiguration": {"level": level(rule.severity)},
    })
}

fn result(located: &Located<'_>) -> Value {
    let diagnostic = located.diagnostic;
    let help = diagnostic.help.iter().map(String::as_str);
    let sentences: Vec<String> =
        std::iter::once(diagnostic.what.as_str()).chain(help).map(visible).collect();
    let related = located.related.iter().enumerate().map(|(index, (at, label))| {
        let mut location = location(at);
        location["id"] = json!(index + 1);
        location["message"] = json!({"text": visible(label)});
        location
    });
    json!({
        "ruleId": diagnostic.rule.code,
        "level": level(diagnostic.severity),
        "message": {"text": sentences.join(" ")},
        "locations": [location(&located.at)],
        "relatedLocations": related.collect::<Vec<_>>(),
    })
}

fn location(at: &Shown<'_>) -> Value {
    let mut place = json!({"artifactLocation": {"uri": uri(&at.path)}});
    if let Some(spot) = &at.spot {
        place["region"] = json!({
            "startLine": spot.line,
            "startColumn": spot.column,
            "endLine": spot.end_line,
            "endColumn": spot.end_column,
        });
    }
    json!({"physicalLocation": place})
}

/// A path as a relative reference (RFC 3986).
fn uri(path: &str) -> String {
    const KEPT: &percent_encoding::AsciiSet = &percent_encoding::NON_ALPHANUMERIC
        .remove(b'/')
        .remove(b'.')
        .remove(b'-')
        .remove(b'_')
        .remove(b'~');
    percent_encoding::utf8_percent_encode(path, KEPT).to_string()
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::locate::tests::{RULE, Texts};
    use crate::diagnostic::locate::{acknowledged, sorted};
    use crate::diagnostic::{Diagnostic, Diagnostics, SourcePath};

    #[test]
    fn a_problem_has_its_rule_and_its_place() {
        let texts = Texts(vec![("nhiệm vụ.yml", "a: b\n".to_owned())]);
        let mut problems = Diagnostics::default();
        let place = SourcePath::content("nhiệm vụ.yml").key("a");
        problems.push(Diagnostic::new(&RULE, place, "Sai.").help("Sửa.".to_owned()));
        let log: Value = serde_json::from_str(&render(&sorted(&problems, &texts), &[])).unwrap();
        let run = &log["runs"][0];
        assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "CK110");
        let result = &run["results"][0];
        assert_eq!(result["message"]["text"], "Sai. Sửa.");
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "content/nhi%E1%BB%87m%20v%E1%BB%A5.yml");
        let region = json!({"startLine": 1, "startColumn": 4, "endLine": 1, "endColumn": 5});
        assert_eq!(place["region"], region);
    }

    #[test]
    fn what_was_looked_at_is_suppressed_with_its_reason() {
        let texts = Texts(vec![("a.yml", "a: b\n".to_owned())]);
        let mut problems = Diagnostics::default();
        let note = Diagnostic::new(&RULE, SourcePath::content("a.yml").key("a"), "Lạ.");
        problems.push(note.severity(Severity::Info));
        assert_eq!(problems.acknowledge("Đúng nguyên văn.", |_| true), 1);
        let left = sorted(&problems, &texts);
        let log: Value =
            serde_json::from_str(&render(&left, &acknowledged(&problems, &texts))).unwrap();
        let result = &log["runs"][0]["results"][0];
        assert_eq!(result["suppressions"][0]["justification"], "Đúng nguyên văn.");
        assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][0]["id"], "CK110");
    }

    #[test]
    fn no_problem_is_an_empty_log() {
        let log: Value = serde_json::from_str(&render(&[], &[])).unwrap();
        assert_eq!(log["runs"][0]["results"], json!([]));
    }
}
