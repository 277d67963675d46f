//! Problems as annotations of a GitHub workflow.
//!
//! In: problems in their order. Out: one workflow command a line. Nothing from a file can end a
//! command or begin another.

use std::fmt::Write as _;

use super::Severity;
use super::locate::Located;
use super::visible::visible;

/// The problems as workflow commands, one a line.
pub fn render(problems: &[Located<'_>]) -> String {
    problems.iter().map(command).collect()
}

fn command(located: &Located<'_>) -> String {
    let diagnostic = located.diagnostic;
    let rule = diagnostic.rule;
    let name = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let mut properties = format!("file={}", property(&located.at.path));
    if let Some(spot) = &located.at.spot {
        let end = spot.end_line;
        let _ = write!(properties, ",line={},col={},endLine={end}", spot.line, spot.column);
        // A column of the end means something to the forge only within one line.
        if end == spot.line {
            let _ = write!(properties, ",endColumn={}", spot.end_column);
        }
    }
    let own = diagnostic.help.join("\n");
    let help = if own.is_empty() { rule.mend } else { &own };
    let message = format!("{}\nvì sao: {}\ncách sửa: {help}", diagnostic.what, rule.why);
    format!("::{name} {properties},title={}::{}\n", property(rule.code), data(&message))
}

/// Text behind the last colons of a command.
fn data(text: &str) -> String {
    let lines: Vec<String> =
        text.split('\n').map(|line| visible(line).replace('%', "%25")).collect();
    lines.join("%0A")
}

/// The value of a property, where colons and commas have a meaning too.
fn property(text: &str) -> String {
    visible(text).replace('%', "%25").replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::locate::sorted;
    use crate::diagnostic::locate::tests::{RULE, Texts};
    use crate::diagnostic::{Diagnostic, Diagnostics, SourcePath};

    #[track_caller]
    fn check(path: &'static str, what: &str, severity: Severity, expected: &str) {
        let texts = Texts(vec![(path, "a: b\n".to_owned())]);
        let mut problems = Diagnostics::default();
        let place = SourcePath::content(path).key("a");
        problems
            .push(Diagnostic::new(&RULE, place, what).severity(severity).help("Sửa.".to_owned()));
        let text = render(&sorted(&problems, &texts));
        let end = format!("%0Avì sao: {}%0Acách sửa: Sửa.\n", RULE.why);
        assert_eq!(text, format!("{expected}{end}"));
    }

    #[test]
    fn a_problem_is_one_line() {
        check(
            "a.yml",
            "Sai.",
            Severity::Error,
            "::error file=content/a.yml,line=1,col=4,endLine=1,endColumn=5,title=CK110::Sai.",
        );
        check(
            "a,b:100%.yml",
            "98 %\r\n::error::x",
            Severity::Info,
            "::notice file=content/a%2Cb%3A100%25.yml,line=1,col=4,endLine=1,endColumn=5,title=CK110::98 %25 %0A::error::x",
        );
    }

    #[test]
    fn a_whole_file_has_no_line() {
        let texts = Texts(Vec::new());
        let mut problems = Diagnostics::default();
        let problem = Diagnostic::new(&RULE, SourcePath::content("a.yml").whole(), "Sai.");
        problems.push(problem.severity(Severity::Warning));
        let text = render(&sorted(&problems, &texts));
        assert!(text.starts_with("::warning file=content/a.yml,title=CK110::Sai."), "{text}");
    }
}
