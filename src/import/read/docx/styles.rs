//! Styles: what a paragraph or a run has from where its look is defined (ECMA-376 part 1, 17.7).

use std::collections::BTreeMap;

use super::super::xml::Element;

/// The styles of a document.
#[derive(Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
    /// Bold by the document's defaults.
    bold: bool,
}

#[derive(Default)]
struct Style {
    based_on: Option<String>,
    bold: Option<bool>,
    centred: Option<bool>,
    new_page: Option<bool>,
    hidden: Option<bool>,
    struck: Option<bool>,
    number: Option<String>,
    level: Option<usize>,
    ruled: Option<bool>,
}

/// How many styles may be based on one another.
const LONGEST: usize = 30;

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(root: &Element) -> Styles {
        let mut styles = Styles {
            bold: root
                .at(&["w:docDefaults", "w:rPrDefault", "w:rPr"])
                .and_then(|properties| on(properties, "w:b"))
                == Some(true),
            ..Styles::default()
        };
        for element in root.elements().filter(|element| element.name == "w:style") {
            let Some(id) = element.attribute("w:styleId") else { continue };
            let is_paragraph = element.attribute("w:type") == Some("paragraph");
            if is_paragraph && element.attribute("w:default").is_some_and(is_on) {
                styles.usual = Some(id.to_owned());
            }
            let paragraph = element.child("w:pPr");
            let run = element.child("w:rPr");
            let number = paragraph.and_then(|properties| properties.child("w:numPr"));
            let style = Style {
                based_on: value(element, "w:basedOn"),
                bold: run.and_then(|properties| on(properties, "w:b")),
                hidden: run.and_then(|properties| on(properties, "w:vanish")),
                struck: run.and_then(|properties| on(properties, "w:strike")),
                centred: paragraph
                    .and_then(|properties| value(properties, "w:jc"))
                    .map(|jc| jc == "center"),
                new_page: paragraph.and_then(|properties| on(properties, "w:pageBreakBefore")),
                number: number.and_then(|number| value(number, "w:numId")),
                level: number
                    .and_then(|number| value(number, "w:ilvl"))
                    .and_then(|level| level.parse().ok()),
                ruled: element.at(&["w:tblPr", "w:tblBorders"]).map(has_lines),
            };
            styles.by_id.insert(id.to_owned(), style);
        }
        styles
    }

    /// The first that a style or one that it is based on says.
    fn first<T>(&self, id: Option<&str>, say: impl Fn(&Style) -> Option<T>) -> Option<T> {
        let mut at = id;
        for _ in 0..LONGEST {
            let style = self.by_id.get(at?)?;
            if let Some(said) = say(style) {
                return Some(said);
            }
            at = style.based_on.as_deref();
        }
        None
    }

    fn of_paragraph<'a>(&'a self, id: Option<&'a str>) -> Option<&'a str> {
        id.filter(|id| self.by_id.contains_key(*id)).or(self.usual.as_deref())
    }

    /// Whether a run is bold that says nothing itself: its own style and its paragraph's turn each other round
    /// (17.7.3).
    pub(super) fn bold(&self, paragraph: Option<&str>, run: Option<&str>) -> bool {
        let of_paragraph = self.first(self.of_paragraph(paragraph), |style| style.bold);
        let of_run = self.first(run, |style| style.bold);
        match (of_paragraph, of_run) {
            (None, None) => self.bold,
            (Some(bold), None) | (None, Some(bold)) => bold,
            (Some(paragraph), Some(run)) => paragraph != run,
        }
    }

    /// Whether a run is hidden by its style.
    pub(super) fn hidden(&self, run: Option<&str>) -> bool {
        self.first(run, |style| style.hidden) == Some(true)
    }

    /// Whether a run has a line through it by its style or its paragraph's.
    pub(super) fn struck(&self, paragraph: Option<&str>, run: Option<&str>) -> bool {
        let own = self.first(run, |style| style.struck);
        own.or_else(|| self.first(self.of_paragraph(paragraph), |style| style.struck)) == Some(true)
    }

    /// Whether a paragraph's style sets it in the middle.
    pub(super) fn centred(&self, paragraph: Option<&str>) -> bool {
        self.first(self.of_paragraph(paragraph), |style| style.centred) == Some(true)
    }

    /// Whether a paragraph's style begins a page.
    pub(super) fn new_page(&self, paragraph: Option<&str>) -> bool {
        self.first(self.of_paragraph(paragraph), |style| style.new_page) == Some(true)
    }

    /// The list of a paragraph's style, the level that it names, and the style that names it.
    pub(super) fn number(
        &self,
        paragraph: Option<&str>,
    ) -> Option<(String, Option<usize>, String)> {
        let mut at = self.of_paragraph(paragraph);
        let mut level = None;
        for _ in 0..LONGEST {
            let id = at?;
            let style = self.by_id.get(id)?;
            level = level.or(style.level);
            if let Some(number) = &style.number {
                return Some((number.clone(), level, id.to_owned()));
            }
            at = style.based_on.as_deref();
        }
        None
    }

    /// Whether a table's style draws lines.
    pub(super) fn ruled(&self, table: Option<&str>) -> Option<bool> {
        self.first(table, |style| style.ruled)
    }
}

/// A child's `w:val`.
pub(super) fn value(element: &Element, name: &str) -> Option<String> {
    element.child(name)?.attribute("w:val").map(str::to_owned)
}

/// Whether a property is on: none if it is not there (17.17.4).
pub(super) fn on(element: &Element, name: &str) -> Option<bool> {
    element.child(name).map(|property| property.attribute("w:val").is_none_or(is_on))
}

/// Whether a value means yes.
pub(super) fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off" | "none")
}

/// Whether borders part cells, or go round a table.
pub(super) fn has_lines(borders: &Element) -> bool {
    let drawn = |names: &[&str]| {
        names.iter().any(|name| {
            value(borders, name).is_some_and(|line| !matches!(line.as_str(), "none" | "nil"))
        })
    };
    drawn(&["w:insideH", "w:insideV"])
        || drawn(&["w:top"])
            && drawn(&["w:bottom"])
            && drawn(&["w:left", "w:start"])
            && drawn(&["w:right", "w:end"])
}
