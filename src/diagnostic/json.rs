//! Problems for programs: one JSON document.
//!
//! In: problems in their order. Out: JSON with a version of its shape; member names in English,
//! as tools expect them, words in Vietnamese. Holds no character that a terminal would obey.

use std::fmt::Write as _;

use serde::Serialize;

use super::Severity;
use super::locate::{Located, Shown};
use super::visible::sign;

/// The version of the document's shape; raised when a member changes its meaning or goes.
const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    schema_version: u32,
    summary: Summary,
    problems: Vec<Problem<'a>>,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    infos: usize,
    /// What editors have looked at and found right; it is in no other number.
    acknowledged: usize,
}

#[derive(Serialize)]
struct Problem<'a> {
    code: &'a str,
    severity: &'static str,
    title: &'a str,
    #[serde(flatten)]
    at: Position<'a>,
    message: &'a str,
    why: &'a str,
    help: Vec<&'a str>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    at: Position<'a>,
    message: &'a str,
}

#[derive(Serialize)]
struct Position<'a> {
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

/// The problems as a JSON document with a line end; so many others were looked at and found right.
pub fn render(problems: &[Located<'_>], acknowledged: usize) -> String {
    let count =
        |severity| problems.iter().filter(|one| one.diagnostic.severity == severity).count();
    let document = Document {
        schema_version: SCHEMA_VERSION,
        summary: Summary {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
            acknowledged,
        },
        problems: problems.iter().map(problem).collect(),
    };
    let json =
        serde_json::to_string_pretty(&document).expect("text and numbers can be written as JSON");
    let mut escaped = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        if c == '\n' || sign(c) == c {
            escaped.push(c);
        } else {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                write!(escaped, "\\u{unit:04x}").expect("a string takes all that is written");
            }
        }
    }
    escaped.push('\n');
    escaped
}

fn problem<'a>(located: &'a Located<'_>) -> Problem<'a> {
    let diagnostic = located.diagnostic;
    let rule = diagnostic.rule;
    let own: Vec<&str> = diagnostic.help.iter().map(String::as_str).collect();
    Problem {
        code: rule.code,
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        },
        title: rule.title,
        at: position(&located.at),
        message: &diagnostic.what,
        why: rule.why,
        help: if own.is_empty() { vec![rule.mend] } else { own },
        related: located
            .related
            .iter()
            .map(|(at, message)| Related { at: position(at), message })
            .collect(),
    }
}

fn position<'a>(at: &'a Shown<'_>) -> Position<'a> {
    let spot = at.spot.as_ref();
    Position {
        file: &at.path,
        line: spot.map(|spot| spot.line),
        column: spot.map(|spot| spot.column),
        end_line: spot.map(|spot| spot.end_line),
        end_column: spot.map(|spot| spot.end_column),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::diagnostic::locate::sorted;
    use crate::diagnostic::locate::tests::{RULE, Texts};
    use crate::diagnostic::{Diagnostic, Diagnostics, SourcePath};

    #[test]
    fn a_problem_has_all_its_members() {
        let texts = Texts(vec![("a.yml", "chu_tri: [so-tttt-th]\n".to_owned())]);
        let file = SourcePath::content("a.yml");
        let mut problems = Diagnostics::default();
        problems.push(
            Diagnostic::new(&RULE, file.key("chu_tri[0]"), "Không có “so-tttt-th\u{9b}\u{1b}”.")
                .related(SourcePath::content("b.yml").whole(), "tệp này"),
        );
        let text = render(&sorted(&problems, &texts), 2);
        assert!(!text.chars().any(|c| c.is_control() && c != '\n'));
        let document: Value = serde_json::from_str(&text).expect("it is there");
        let expected = json!({
            "schema_version": 1,
            "summary": { "errors": 1, "warnings": 0, "infos": 0, "acknowledged": 2 },
            "problems": [{
                "code": "CK110", "severity": "error", "title": RULE.title,
                "file": "content/a.yml", "line": 1, "column": 11, "end_line": 1, "end_column": 21,
                "message": "Không có “so-tttt-th\u{9b}\u{1b}”.", "why": RULE.why, "help": [RULE.mend],
                "related": [{
                    "file": "content/b.yml", "line": null, "column": null, "end_line": null,
                    "end_column": null, "message": "tệp này",
                }],
            }],
        });
        assert_eq!(document, expected);
    }

    #[test]
    fn no_problem_is_a_document_too() {
        let document: Value = serde_json::from_str(&render(&[], 0)).expect("it is there");
        assert_eq!(document["problems"], json!([]));
    }
}
