//! What the template engine says, in our terms and with its place.
//!
//! In: an error of the engine. Out: one or more diagnostics, each at a line and column of a
//! template. The engine speaks English sentences; those that we do not know are quoted.

use std::collections::{BTreeMap, BTreeSet};

use tera::ErrorKind;

use crate::diagnostic::catalog::ck250::{self, Fault};
use crate::diagnostic::{Diagnostic, Place, SourcePath};
use crate::render::counted::Counted;
use crate::render::limits;
use crate::render::syntax::{Piece, Token, dotted_name, pieces, position};
use crate::text::nearest;

/// A template as the engine knows it.
#[derive(Clone, Debug)]
pub(crate) struct Template {
    /// Its file.
    pub(crate) file: SourcePath,
    /// Its text.
    pub(crate) source: String,
    /// What the engine renders.
    pub(crate) counted: Counted,
}

/// All templates by the names that the engine knows them by.
pub(crate) type Templates = BTreeMap<String, Template>;

/// Names that exist, to suggest one for a name that does not.
pub(crate) struct Known<'a> {
    /// The templates.
    pub(crate) templates: &'a Templates,
    /// What may stand before a template's name, in the order in which it is tried.
    pub(crate) prefixes: &'a [String],
    /// The components.
    pub(crate) components: &'a [String],
}

/// A fault, the template in which it lies, and where.
#[derive(Debug)]
pub(crate) struct Found {
    /// The engine's name of the template.
    pub(crate) template: String,
    /// Where.
    pub(crate) place: Place,
    /// What.
    pub(crate) fault: Fault,
}

/// The faults that one error of loading tells of.
pub(crate) fn loading(error: &tera::Error, known: &Known<'_>) -> Vec<Found> {
    let whole = |name: &str, fault| known.found(name, None, fault);
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            let fault = known.fault(report.message());
            vec![known.found(report.filename(), Some((span.start_line, span.start_col + 1)), fault)]
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain } => {
            let names =
                [tpl].into_iter().chain(inheritance_chain).map(|name| known.shown(name)).collect();
            vec![known.found(tpl, known.tag(tpl, "extends", None), Fault::Circle(names))]
        }
        ErrorKind::CircularInclude { tpl, include_chain } => {
            let names = include_chain.iter().map(|name| known.shown(name)).collect();
            vec![known.found(tpl, known.tag(tpl, "include", None), Fault::Circle(names))]
        }
        ErrorKind::MissingParent { current, parent } => {
            let fault = known.unknown("template", parent);
            vec![known.found(current, known.tag(current, "extends", None), fault)]
        }
        ErrorKind::Msg(message) => match twice_defined(message) {
            Some((component, first, second)) => {
                let fault =
                    Fault::ComponentTwice { name: component.to_owned(), other: known.shown(first) };
                vec![known.found(second, known.tag(second, "component", Some(component)), fault)]
            }
            None => {
                message.split("\n\nerror: ").filter_map(|report| known.report(report)).collect()
            }
        },
        other => vec![whole("", Fault::Other(other.to_string()))],
    }
}

/// From how many places a faulty one is said to be called.
const CALLERS: usize = 5;

/// Why a page could not be rendered.
#[derive(Clone, Debug)]
pub struct Failure {
    place: Place,
    fault: Fault,
    /// From where the faulty place was called.
    callers: Vec<Place>,
}

impl Failure {
    /// Whether both have one cause, so that it is told once.
    pub fn is_as(&self, other: &Failure) -> bool {
        self.place == other.place && self.fault.is_as(&other.fault)
    }

    /// Whether it reached a limit: whoever renders the next page with it waits as long again.
    pub fn is_costly(&self) -> bool {
        matches!(self.fault, Fault::TooMuch { .. } | Fault::TooLong(_))
    }

    /// The problem; `record` names the page that stands for all of them, such as "nhiệm vụ 3.1 của 111/KH-UBND".
    pub fn told(&self, record: &str, pages: usize) -> Diagnostic {
        let problem = ck250::failed(self.place.clone(), record, pages, &self.fault);
        self.callers
            .iter()
            .fold(problem, |problem, place| problem.related(place.clone(), ck250::CALLED_FROM))
    }
}

/// The failure that an error of rendering `template` is.
pub(crate) fn rendering(error: &tera::Error, template: &str, known: &Known<'_>) -> Failure {
    let whole = |fault| known.found(template, None, fault);
    let found = match error.kind() {
        ErrorKind::RenderingError(report) => {
            let (name, span) = (report.filename(), report.span());
            let offset = known
                .templates
                .get(name)
                .map_or(0, |template| template.counted.offset(span.range.start));
            let fault = known.undefined(report.message(), offset, name);
            known.found(name, known.authors(name, (span.start_line, span.start_col + 1)), fault)
        }
        ErrorKind::TemplateNotFound(name) => whole(known.unknown("template", name)),
        ErrorKind::Io(std::io::ErrorKind::FileTooLarge) => whole(Fault::TooLong(limits::LONGEST)),
        ErrorKind::Io(std::io::ErrorKind::QuotaExceeded) => whole(known.fault(limits::TOO_MUCH)),
        other => match known.fault(&other.to_string()) {
            // Of components the engine tells no place.
            Fault::Endless => known.circle_of_components().unwrap_or_else(|| whole(Fault::Endless)),
            fault => whole(fault),
        },
    };
    let told = error.to_string();
    let mut callers: Vec<Place> = Vec::new();
    for note in told.lines().filter_map(|line| line.strip_prefix("note: called from ")) {
        if let Some((name, position)) = locus(note) {
            let place = known.found(name, known.authors(name, position), Fault::Missing).place;
            // What calls itself is told once.
            if callers.len() < CALLERS && !callers.contains(&place) {
                callers.push(place);
            }
        }
    }
    Failure { place: found.place, fault: found.fault, callers }
}

impl<'a> Known<'a> {
    /// The full name of a template.
    pub(crate) fn resolved(&self, name: &str) -> Option<&'a str> {
        let names = std::iter::once(name.to_owned())
            .chain(self.prefixes.iter().map(|prefix| format!("{prefix}{name}")));
        names
            .filter_map(|name| self.templates.get_key_value(&name))
            .map(|(name, _)| name.as_str())
            .next()
    }

    /// The template that this one extends, if both are there.
    pub(crate) fn parent(&self, template: &str) -> Option<&'a str> {
        pieces(&self.templates.get(template)?.source).iter().find_map(|piece| {
            let Piece::Tag(tokens) = piece else { return None };
            let start = tokens.iter().position(|token| token.name() == Some("extends"))?;
            self.resolved(tokens.get(start + 1)?.text()?)
        })
    }

    /// The position in the author's text of one in the text that the engine renders.
    fn authors(&self, template: &str, (line, column): (usize, usize)) -> Option<(usize, usize)> {
        let template = self.templates.get(template)?;
        Some(position(&template.source, template.counted.offset_of(line, column)))
    }

    fn found(&self, template: &str, position: Option<(usize, usize)>, fault: Fault) -> Found {
        let file = self
            .templates
            .get(template)
            .map_or_else(|| SourcePath::theme(template), |found| found.file.clone());
        let place =
            position.map_or_else(|| file.whole(), |(line, column)| file.position(line, column));
        Found { template: template.to_owned(), place, fault }
    }

    /// One report in the text of an error: a sentence, then ` --> file:line:column`.
    fn report(&self, report: &str) -> Option<Found> {
        let mut lines = report.strip_prefix("error: ").unwrap_or(report).lines();
        let message = lines.next()?;
        match lines.next().and_then(|line| locus(line.trim_start().strip_prefix("--> ")?)) {
            Some((template, position)) => {
                Some(self.found(template, Some(position), self.fault(message)))
            }
            None => Some(self.found("", None, self.fault(message))),
        }
    }

    /// How people know the template: by its file.
    fn shown(&self, template: &str) -> String {
        self.templates.get(template).map_or(template, |found| found.file.as_str()).to_owned()
    }

    /// The position of the first such tag, with that argument if one is given.
    fn tag(&self, template: &str, tag: &str, argument: Option<&str>) -> Option<(usize, usize)> {
        let source = &self.templates.get(template)?.source;
        pieces(source).iter().find_map(|piece| {
            let Piece::Tag(tokens) = piece else { return None };
            let start = tokens.iter().position(|token| token.name() == Some(tag))?;
            let named = || dotted_name(&tokens[start + 1..]).map(|(name, _)| name);
            let fits = argument.is_none_or(|argument| named().as_deref() == Some(argument));
            fits.then(|| position(source, tokens[start].offset))
        })
    }

    /// The first component, by name, that calls itself, by others or at once.
    fn circle_of_components(&self) -> Option<Found> {
        let mut calls: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut defined: BTreeMap<String, &str> = BTreeMap::new();
        for (template, found) in self.templates {
            let mut within: Option<String> = None;
            for piece in pieces(&found.source) {
                let (Piece::Print(tokens) | Piece::Tag(tokens)) = piece;
                match tokens.first().and_then(Token::name) {
                    Some("component") => {
                        within = dotted_name(&tokens[1..]).map(|(name, _)| name);
                        let name = within.iter().cloned();
                        defined.extend(name.map(|name| (name, template.as_str())));
                    }
                    Some("endcomponent") => within = None,
                    _ => {}
                }
                let Some(caller) = &within else { continue };
                let called = tokens.iter().enumerate().filter(|(_, token)| token.is("<"));
                let called = called.filter_map(|(at, _)| dotted_name(&tokens[at + 1..]));
                calls.entry(caller.clone()).or_default().extend(called.map(|(name, _)| name));
            }
        }
        calls.keys().find_map(|name| {
            let (mut reached, mut open) = (BTreeSet::new(), vec![name]);
            while let Some(next) = open.pop() {
                for called in calls.get(next).into_iter().flatten() {
                    if reached.insert(called) {
                        open.push(called);
                    }
                }
            }
            let template = reached.contains(name).then(|| defined.get(name))??;
            Some(self.found(template, self.tag(template, "component", Some(name)), Fault::Endless))
        })
    }

    fn unknown(&self, kind: &str, name: &str) -> Fault {
        let near = match kind {
            "template" => nearest(name, self.templates.keys().map(|name| plain(name))),
            "component" => nearest(name, self.components.iter().map(String::as_str)),
            "filter" => nearest(name, FILTERS),
            _ => None,
        };
        Fault::Unknown {
            kind: kind.to_owned(),
            name: name.to_owned(),
            near: near.map(str::to_owned),
        }
    }

    /// As [`Self::fault`], with the name at the place where the engine tells of a missing value only.
    fn undefined(&self, message: &str, offset: usize, template: &str) -> Fault {
        match self.fault(message) {
            Fault::Missing => {
                let source =
                    self.templates.get(template).and_then(|found| found.source.get(offset..));
                let name: String = source
                    .unwrap_or_default()
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
                    .collect();
                if name.is_empty() {
                    Fault::Missing
                } else {
                    Fault::Undefined { name, known: Vec::new(), near: None }
                }
            }
            fault => fault,
        }
    }

    fn fault(&self, message: &str) -> Fault {
        let quoted = quoted(message);
        let name =
            |index: usize| quoted.get(index).map_or_else(String::new, |name| (*name).to_owned());
        let starts = |start: &str| message.starts_with(start);
        if (starts("Variable `") || starts("Field `")) && message.contains("is not defined") {
            let known: Vec<String> = message
                .split_once("Available variables: ")
                .or_else(|| message.split_once("Available fields: "))
                .map(|(_, names)| names.split(", ").map(str::to_owned).collect())
                .unwrap_or_default();
            let near = nearest(&name(0), known.iter().map(String::as_str)).map(str::to_owned);
            return Fault::Undefined { name: name(0), known, near };
        }
        if starts("Variable `") || message.contains("undefined") {
            return Fault::Missing;
        }
        for kind in ["filter", "test", "function", "component", "template"] {
            if message
                .strip_prefix("Unknown ")
                .is_some_and(|rest| rest.starts_with(&format!("{kind} `")))
            {
                return self.unknown(kind, &name(0));
            }
        }
        if let Some(rest) = message.strip_prefix("Found ") {
            return unexpected(rest);
        }
        if starts("Invalid type for the value") {
            return Fault::WrongType { found: name(1), expected: Some(name(0)) };
        }
        if message.contains(" does not match expected type") {
            return Fault::WrongType { found: name(1), expected: Some(name(2)) };
        }
        if starts("`+` requires") {
            return Fault::WrongType { found: name(1), expected: Some("number".to_owned()) };
        }
        if starts("Math operations") {
            return Fault::WrongType { found: name(0), expected: Some("number".to_owned()) };
        }
        if starts("Iteration not possible")
            || starts("Key/value iteration")
            || starts("Cannot compare")
        {
            return Fault::WrongType { found: name(0), expected: None };
        }
        if starts("Missing keyword argument") {
            return Fault::MissingArgument(name(0));
        }
        if starts("Unknown argument(s)") {
            return Fault::UnknownArguments(name(0));
        }
        if starts("Block `") && message.contains("not defined in any parent") {
            return Fault::OrphanBlock(name(0));
        }
        if starts("Template already contains") || message.contains("is defined more than once") {
            return Fault::Twice(name(0));
        }
        if starts("String opened with")
            || starts("Closing comment tag")
            || starts("Unclosed component")
        {
            return Fault::Unclosed(Some(name(0)));
        }
        if starts("Unexpected end of input") || starts("unexpected end of") {
            return Fault::Unclosed(None);
        }
        if starts("Unexpected character") {
            return Fault::StrayCharacter;
        }
        if starts("Unknown tag") {
            return Fault::UnknownTag;
        }
        if starts("`extends` needs")
            || starts("`extends` cannot")
            || starts("Template is already extending")
        {
            return Fault::LateExtends;
        }
        if starts("This content would be ignored") {
            return Fault::OutsideBlocks;
        }
        if message.contains("divide by 0") {
            return Fault::DivisionByZero;
        }
        if starts(limits::TOO_MUCH) {
            return Fault::TooMuch { steps: limits::STEPS, bytes: limits::WRITTEN };
        }
        if starts(limits::TOO_DEEP) {
            return Fault::Endless;
        }
        if starts(limits::TOO_LARGE) {
            return Fault::TooLarge {
                size: limits::LARGEST,
                bytes: limits::HEAVIEST,
                levels: limits::NESTED_DEEPEST,
            };
        }
        if starts(limits::TOO_LONG_A_RANGE) {
            return Fault::TooLongARange(limits::RANGE);
        }
        if starts("The template nesting is too deep") {
            return Fault::TooDeep(NESTED);
        }
        if starts("Maximum render recursion") {
            return Fault::Endless;
        }
        Fault::Other(message.to_owned())
    }
}

/// How deep the engine lets tags stand in one another.
const NESTED: usize = 40;

/// The filters that a template may use, for suggestions.
const FILTERS: [&str; 25] = [
    "abs",
    "capitalize",
    "default",
    "first",
    "float",
    "get",
    "group_by",
    "int",
    "join",
    "json_ld",
    "keys",
    "last",
    "length",
    "lower",
    "nth",
    "pairs",
    "prose",
    "readable",
    "replace",
    "reverse",
    "round",
    "sort",
    "trim",
    "unique",
    "upper",
];

/// "X but expected Y.", after "Found ".
fn unexpected(rest: &str) -> Fault {
    let rest = rest.trim_end_matches('.');
    let (found, expected) = match rest.split_once(" but ") {
        Some((found, expected)) => {
            let expected =
                expected.trim_start_matches("was expecting ").trim_start_matches("expected ");
            (found, Some(expected.trim_start_matches("one of: ").to_owned()))
        }
        None => (rest, None),
    };
    Fault::Unexpected { found: found.to_owned(), expected }
}

/// "Component `x` is defined in both `a` and `b`"
fn twice_defined(message: &str) -> Option<(&str, &str, &str)> {
    if !message.starts_with("Component `") || !message.contains("is defined in both") {
        return None;
    }
    match *quoted(message).as_slice() {
        [component, first, second] => Some((component, first, second)),
        _ => None,
    }
}

/// The parts between backquotes, or between single quotes where there are none.
fn quoted(message: &str) -> Vec<&str> {
    let quote = if message.contains('`') { '`' } else { '\'' };
    message.split(quote).skip(1).step_by(2).collect()
}

/// `file:line:column`
fn locus(text: &str) -> Option<(&str, (usize, usize))> {
    let (rest, column) = text.rsplit_once(':')?;
    let (file, line) = rest.rsplit_once(':')?;
    Some((file, (line.parse().ok()?, column.parse().ok()?)))
}

/// The name without the theme before it.
fn plain(name: &str) -> &str {
    name.split_once('/').map_or(name, |(_, plain)| plain)
}
