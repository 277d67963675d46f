//! What the template engine lets pass and we do not: the filter `safe`, assets that do not exist.
//!
//! In: a template's source. Out: problems with their line and column.

use crate::assets::AssetMap;
use crate::diagnostic::catalog::ck250::{self, Fault};
use crate::diagnostic::catalog::{ck253, ck254};
use crate::diagnostic::{Diagnostics, SourcePath};
use crate::render::syntax::{Piece, Token, pieces, position};

/// The engine's own variable, for whoever looks for what a page knows.
const WHOLE: &str = "__tera_context";

/// Looks through one template.
pub(crate) fn lint(file: &SourcePath, source: &str, assets: &AssetMap, problems: &mut Diagnostics) {
    let at = |token: &Token<'_>| {
        let (line, column) = position(source, token.offset);
        file.position(line, column)
    };
    for piece in pieces(source) {
        let (Piece::Print(tokens) | Piece::Tag(tokens)) = piece;
        for (index, token) in tokens.iter().enumerate() {
            let before = index.checked_sub(1).map(|before| &tokens[before]);
            let filters =
                before.is_some_and(|before| before.is("|") || before.name() == Some("filter"));
            if token.name() == Some("safe") && filters {
                problems.push(ck254::safe_filter(at(token)));
            }
            // The engine would write all that the page knows, as often as asked.
            if token.name() == Some(WHOLE) {
                let name = WHOLE.to_owned();
                let fault = Fault::Undefined { name, known: Vec::new(), near: None };
                problems.push(ck250::unreadable(at(token), &fault));
            }
            if let Some(argument) = asset_name(&tokens[index..])
                && let Some(name) = argument.text()
                && assets.get(name).is_none()
            {
                problems.push(ck253::unknown_asset(at(argument), name, assets.nearest(name)));
            }
        }
    }
}

/// The argument where a call `asset(name=…)` begins.
fn asset_name<'t, 'a>(tokens: &'t [Token<'a>]) -> Option<&'t Token<'a>> {
    match tokens {
        [function, open, key, equals, value, ..]
            if function.name() == Some("asset")
                && open.is("(")
                && key.name() == Some("name")
                && equals.is("=") =>
        {
            Some(value)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::At;

    #[track_caller]
    fn check(source: &str, expected: &[(&str, usize, usize)]) {
        let mut problems = Diagnostics::default();
        lint(&SourcePath::theme("t/templates/a.html"), source, &AssetMap::default(), &mut problems);
        let found: Vec<_> = problems.iter().map(|p| (p.rule.code, &p.place.at)).collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|&(code, line, column)| (code, At::Position { line, column }))
            .collect();
        assert_eq!(found, expected.iter().map(|(code, at)| (*code, at)).collect::<Vec<_>>());
    }

    #[test]
    fn safe_is_found_wherever_it_filters() {
        check("{{ a }}\nđ {{ a | trim |safe }}", &[("CK254", 2, 16)]);
        check(
            "{% filter safe %}{% endfilter %}{% set a = b|safe %}",
            &[("CK254", 1, 11), ("CK254", 1, 46)],
        );
        check("{{ safe }} {{ a.safe }} {{ \"| safe\" }} | safe", &[]);
    }

    #[test]
    fn a_page_does_not_show_all_that_it_knows() {
        check("{{ __tera_context }}", &[("CK250", 1, 4)]);
    }

    #[test]
    fn an_asset_by_a_wrong_name_is_found() {
        check("<img src=\"{{ frame.root }}{{ asset(name=\"x.svg\") }}\">", &[("CK253", 1, 41)]);
        check("{{ asset(name=a) }}", &[]);
    }
}
