//! Named looks of a text, and the levels of its lists.

use std::collections::BTreeMap;

use super::super::grid::is_line;
use super::super::xml::Element;

/// The levels of a list.
pub(super) const LEVELS: usize = 10;

/// Named looks, each with the one that it comes from.
#[derive(Default)]
pub(super) struct Styles {
    /// By family, then by name.
    pub(super) by_name: BTreeMap<String, BTreeMap<String, Style>>,
    pub(super) lists: BTreeMap<String, BTreeMap<usize, Level>>,
}

/// The list of headings, which has no name of its own in a document.
pub(super) const OUTLINE: &str = "\0outline";

#[derive(Default)]
pub(super) struct Style {
    pub(super) parent: Option<String>,
    pub(super) bold: Option<bool>,
    pub(super) centred: Option<bool>,
    pub(super) new_page: Option<bool>,
    pub(super) page_after: Option<bool>,
    pub(super) hidden: Option<bool>,
    pub(super) struck: Option<bool>,
    pub(super) drawn: Option<bool>,
    pub(super) list: Option<String>,
}

/// One level of a list.
#[derive(Clone)]
pub(super) struct Level {
    pub(super) start: i64,
    /// The form of its number; none for a bullet.
    pub(super) form: Option<String>,
    pub(super) prefix: String,
    pub(super) suffix: String,
    pub(super) bullet: String,
    /// How many levels its number shows.
    pub(super) shown: usize,
}

impl Styles {
    pub(super) fn read(&mut self, root: &Element) {
        for holder in root.elements().filter(|holder| {
            matches!(holder.name.as_str(), "office:styles" | "office:automatic-styles")
        }) {
            for element in holder.elements() {
                if element.name == "text:outline-style" {
                    self.lists.insert(OUTLINE.to_owned(), levels(element));
                }
                let Some(name) = element.attribute("style:name") else { continue };
                match element.name.as_str() {
                    "style:style" => {
                        let family =
                            element.attribute("style:family").unwrap_or_default().to_owned();
                        self.by_name
                            .entry(family)
                            .or_default()
                            .insert(name.to_owned(), style(element));
                    }
                    "text:list-style" => {
                        self.lists.insert(name.to_owned(), levels(element));
                    }
                    _ => {}
                }
            }
        }
    }

    pub(super) fn first<T>(
        &self,
        family: &str,
        name: Option<&str>,
        say: impl Fn(&Style) -> Option<T>,
    ) -> Option<T> {
        let family = self.by_name.get(family)?;
        let mut at = name;
        for _ in 0..30 {
            let style = family.get(at?)?;
            if let Some(said) = say(style) {
                return Some(said);
            }
            at = style.parent.as_deref();
        }
        None
    }
}

fn style(element: &Element) -> Style {
    let text = element.child("style:text-properties");
    let paragraph = element.child("style:paragraph-properties");
    let cell = element.child("style:table-cell-properties");
    let breaks = |name| {
        paragraph.and_then(|properties| properties.attribute(name)).map(|value| value == "page")
    };
    let page =
        element.attribute("style:master-page-name").filter(|name| !name.is_empty()).map(|_| true);
    let weight = text.and_then(|properties| properties.attribute("fo:font-weight"));
    let table_break = element
        .child("style:table-properties")
        .and_then(|properties| properties.attribute("fo:break-before"))
        .map(|value| value == "page");
    Style {
        parent: element.attribute("style:parent-style-name").map(str::to_owned),
        bold: weight.map(|weight| {
            weight == "bold" || weight.parse::<u16>().is_ok_and(|weight| weight >= 600)
        }),
        centred: paragraph
            .and_then(|properties| properties.attribute("fo:text-align"))
            .map(|align| align == "center"),
        new_page: breaks("fo:break-before").or(page).or(table_break),
        page_after: breaks("fo:break-after"),
        hidden: text
            .and_then(|properties| properties.attribute("text:display"))
            .map(|display| display == "none"),
        struck: text
            .and_then(|properties| {
                let style = properties.attribute("style:text-line-through-style");
                style.or(properties.attribute("style:text-line-through-type"))
            })
            .map(|line| line != "none"),
        drawn: cell.and_then(drawn),
        list: element
            .attribute("style:list-style-name")
            .filter(|name| !name.is_empty())
            .map(str::to_owned),
    }
}

/// Whether a cell has lines on two sides or more; none if it says nothing of them.
fn drawn(properties: &Element) -> Option<bool> {
    let is_drawn = |value: &str| is_line(value);
    if let Some(all) = properties.attribute("fo:border") {
        return Some(is_drawn(all));
    }
    let sides = ["fo:border-top", "fo:border-bottom", "fo:border-left", "fo:border-right"];
    let said: Vec<bool> =
        sides.iter().filter_map(|side| properties.attribute(side)).map(is_drawn).collect();
    (!said.is_empty()).then(|| said.iter().filter(|drawn| **drawn).count() >= 2)
}

fn levels(list: &Element) -> BTreeMap<usize, Level> {
    let mut levels = BTreeMap::new();
    for element in list.elements() {
        let Some(level) =
            element.attribute("text:level").and_then(|level| level.parse::<usize>().ok())
        else {
            continue;
        };
        let say = |name| element.attribute(name).unwrap_or_default().to_owned();
        let is_number = matches!(
            element.name.as_str(),
            "text:list-level-style-number" | "text:outline-level-style"
        );
        if !(1..=LEVELS).contains(&level) {
            continue;
        }
        levels.insert(
            level,
            Level {
                start: element
                    .attribute("text:start-value")
                    .and_then(|start| start.parse().ok())
                    .unwrap_or(1),
                form: is_number.then(|| say("style:num-format")),
                prefix: say("style:num-prefix"),
                suffix: say("style:num-suffix"),
                bullet: say("text:bullet-char"),
                shown: element
                    .attribute("text:display-levels")
                    .and_then(|shown| shown.parse().ok())
                    .unwrap_or(1),
            },
        );
    }
    levels
}
