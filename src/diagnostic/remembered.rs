//! Problems of content as values that can be kept, for a run that reads the same files and would tell the same.
//!
//! In: [`Diagnostics`]. Out: [`Recorded`], and the same problems again. A problem whose rule this program does not know
//! makes all of them unreadable: then they are found anew.

use serde::{Deserialize, Serialize};

use super::{
    Acknowledged, At, Diagnostic, Diagnostics, KeyPath, Place, Root, Severity, SourcePath, catalog,
};

/// All problems of a run, as they can be kept.
#[derive(Serialize, Deserialize)]
pub struct Recorded {
    list: Vec<Problem>,
    /// Those that an editor has looked at, each with the reason.
    acknowledged: Vec<(Problem, String)>,
}

#[derive(Serialize, Deserialize)]
struct Problem {
    code: String,
    severity: u8,
    place: Spot,
    what: String,
    help: Vec<String>,
    related: Vec<(Spot, String)>,
}

#[derive(Serialize, Deserialize)]
struct Spot {
    file: String,
    at: SpotAt,
}

#[derive(Serialize, Deserialize)]
enum SpotAt {
    File,
    Key(String),
    Passage(usize, usize),
    Position(usize, usize),
}

const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

impl Recorded {
    /// The problems; nothing where one shows a place in a theme, whose lines are known only where the theme was loaded.
    pub fn of(problems: &Diagnostics) -> Option<Self> {
        let list = problems.list.iter().map(problem).collect::<Option<_>>()?;
        let acknowledged = problems.acknowledged.iter();
        let acknowledged = acknowledged
            .map(|one| Some((problem(&one.diagnostic)?, one.reason.clone())))
            .collect::<Option<_>>()?;
        Some(Self { list, acknowledged })
    }

    /// The problems that were recorded.
    pub fn problems(self) -> Option<Diagnostics> {
        let mut problems = Diagnostics::default();
        for one in self.list {
            problems.push(diagnostic(one)?);
        }
        for (one, reason) in self.acknowledged {
            problems.acknowledged.push(Acknowledged { diagnostic: diagnostic(one)?, reason });
        }
        Some(problems)
    }
}

fn problem(one: &Diagnostic) -> Option<Problem> {
    let severity = SEVERITIES.iter().position(|it| *it == one.severity)?;
    let related = one.related.iter().map(|(place, label)| Some((spot(place)?, label.clone())));
    Some(Problem {
        code: one.rule.code.to_owned(),
        severity: u8::try_from(severity).ok()?,
        place: spot(&one.place)?,
        what: one.what.clone(),
        help: one.help.clone(),
        related: related.collect::<Option<_>>()?,
    })
}

fn diagnostic(one: Problem) -> Option<Diagnostic> {
    Some(Diagnostic {
        rule: catalog::ALL.iter().find(|rule| rule.code == one.code)?,
        severity: *SEVERITIES.get(usize::from(one.severity))?,
        place: place(one.place),
        what: one.what,
        help: one.help,
        related: one.related.into_iter().map(|(spot, label)| (place(spot), label)).collect(),
    })
}

fn spot(place: &Place) -> Option<Spot> {
    let at = match &place.at {
        At::File => SpotAt::File,
        At::Key(key) => SpotAt::Key(key.as_str().to_owned()),
        At::Passage(range) => SpotAt::Passage(range.start, range.end),
        At::Position { line, column } => SpotAt::Position(*line, *column),
    };
    let is_content = place.file.root() == Root::Content;
    is_content.then(|| Spot { file: place.file.as_str().to_owned(), at })
}

fn place(spot: Spot) -> Place {
    let at = match spot.at {
        SpotAt::File => At::File,
        SpotAt::Key(key) => At::Key(KeyPath::from(key.as_str())),
        SpotAt::Passage(start, end) => At::Passage(start..end),
        SpotAt::Position(line, column) => At::Position { line, column },
    };
    Place { file: SourcePath::content(&spot.file), at }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_recorded_is_told_again() {
        let file = SourcePath::content("ke-hoach/a/nhiem-vu/1.md");
        let mut problems = Diagnostics::default();
        for (index, rule) in catalog::ALL.iter().enumerate() {
            let place = match index % 4 {
                0 => file.whole(),
                1 => file.key("dien_bien[1].ngay"),
                2 => file.passage(3..9),
                _ => file.position(4, 2),
            };
            let severity = SEVERITIES[index % 3];
            let told = Diagnostic::new(rule, place, format!("điều {index}")).severity(severity);
            problems.push(told.help(format!("cách {index}")).related(file.key("so"), "đây"));
        }
        let seen = problems.acknowledge("đã hỏi", |one| one.what.ends_with('5'));
        assert!(seen > 0);
        let bytes = postcard::to_allocvec(&Recorded::of(&problems).unwrap()).unwrap();
        let again = postcard::from_bytes::<Recorded>(&bytes).unwrap().problems().unwrap();
        let shown = |all: &Diagnostics| format!("{:?} {:?}", all.list, all.acknowledged);
        assert_eq!(shown(&again), shown(&problems));
    }

    #[test]
    fn problems_of_a_theme_are_not_recorded() {
        let mut problems = Diagnostics::default();
        let place = SourcePath::theme("x/templates/page.html").whole();
        problems.push(Diagnostic::new(catalog::ALL[0], place, "sai"));
        assert!(Recorded::of(&problems).is_none());
    }
}
