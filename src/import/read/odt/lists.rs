//! Lists, and the numbers that they print.

use super::super::characters::folded;
use super::super::numerals::{letters, roman};
use super::super::refusal::Refusal;
use super::super::xml::Element;
use super::reader::{List, Reader, Scope};
use super::styles::{LEVELS, OUTLINE};
use crate::import::block::{Block, Origin, What};

impl Reader {
    /// The number of a heading that stands in no list.
    pub(super) fn of_outline(&mut self, element: &Element) -> Option<String> {
        let is_heading =
            element.name == "text:h" && element.attribute("text:is-list-header") != Some("true");
        if !is_heading || !self.lists.is_empty() {
            return None;
        }
        let level = element
            .attribute("text:outline-level")
            .and_then(|level| level.parse().ok())
            .unwrap_or(1);
        let form = self.styles.lists.get(OUTLINE)?.get(&level)?.form.as_deref();
        if form.is_none_or(str::is_empty) {
            return None;
        }
        self.next(OUTLINE, Some(OUTLINE), level, None)
    }

    pub(super) fn list(
        &mut self,
        list: &Element,
        scope: Scope,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Refusal> {
        let named = list.attribute("text:style-name").map(str::to_owned);
        let outer = self.lists.last().map(|outer| (outer.style.clone(), outer.id.clone()));
        let (outer_style, outer_id) = outer.unwrap_or_default();
        let style = named.or(outer_style);
        let own = list.attribute("xml:id").map(str::to_owned);
        let level = self.lists.len() + 1;
        let goes_on = list.attribute("text:continue-list").map(str::to_owned);
        let by_style = list.attribute("text:continue-numbering") == Some("true");
        let id = match (outer_id, goes_on) {
            (Some(outer), _) => outer,
            // What another list counted so far is counted on under its name.
            (None, Some(other)) => {
                if let (Some(own), Some(counted)) = (&own, self.counted.get(&other).copied()) {
                    self.counted.insert(own.clone(), counted);
                }
                own.clone().unwrap_or(other)
            }
            (None, None) if by_style => format!("style {}", style.clone().unwrap_or_default()),
            (None, None) => own.clone().unwrap_or_else(|| format!("list {}", self.paragraphs)),
        };
        if level == 1 {
            let continued = list.attribute("text:continue-list").is_some() || by_style;
            if !continued {
                self.counted.remove(&id);
            }
        }
        self.lists.push(List { style: style.clone(), id: Some(id.clone()) });
        for item in list.elements() {
            let is_head = item.name == "text:list-header";
            if item.name != "text:list-item" && !is_head {
                continue;
            }
            let begins_with_list =
                item.elements().next().is_some_and(|first| first.name == "text:list");
            let paragraph =
                item.elements().find(|child| matches!(child.name.as_str(), "text:p" | "text:h"));
            // A paragraph's own style may name the list.
            let by_paragraph = paragraph.and_then(|p| {
                self.styles
                    .first("paragraph", p.attribute("text:style-name"), |style| style.list.clone())
            });
            let style = list
                .attribute("text:style-name")
                .map(str::to_owned)
                .or_else(|| style.clone())
                .or(by_paragraph);
            let value = item.attribute("text:start-value").and_then(|value| value.parse().ok());
            if !is_head && !begins_with_list {
                let number = self.next(&id, style.as_deref(), level, value);
                self.number = number;
            }
            self.blocks(item, scope, blocks)?;
            self.number = None;
        }
        self.lists.pop();
        // A later list of the style may go on from here.
        if level == 1
            && let (Some(style), Some(counted)) = (&style, self.counted.get(&id).copied())
        {
            self.counted.insert(format!("style {style}"), counted);
        }
        Ok(())
    }

    /// The number of the next item.
    pub(super) fn next(
        &mut self,
        id: &str,
        style: Option<&str>,
        level: usize,
        value: Option<i64>,
    ) -> Option<String> {
        let levels = self.styles.lists.get(style?)?.clone();
        let own = levels.get(&level)?;
        let counted = self.counted.entry(id.to_owned()).or_default();
        let index = level.clamp(1, LEVELS) - 1;
        let number =
            value.or(counted[index].map(|before| before.saturating_add(1))).unwrap_or(own.start);
        counted[index] = Some(number);
        counted[index + 1..].fill(None);
        let Some(form) = &own.form else {
            return Some(match own.bullet.as_str() {
                "-" | "+" | "–" | "—" | "*" => own.bullet.clone(),
                _ => "•".to_owned(),
            });
        };
        if form.is_empty() {
            let text = format!("{}{}", own.prefix, own.suffix).trim().to_owned();
            return (!text.is_empty()).then_some(text);
        }
        let first = level.saturating_sub(own.shown.max(1) - 1).max(1);
        let mut shown = Vec::new();
        for at in first..=level {
            let Some(form) = levels
                .get(&at)
                .and_then(|level| level.form.as_deref())
                .filter(|form| !form.is_empty())
            else {
                continue;
            };
            let start = levels.get(&at).map_or(1, |level| level.start);
            let value = counted.get(at - 1).copied().flatten().unwrap_or(start);
            shown.push(written(form, value));
        }
        let text =
            folded(&self.door.usual(&format!("{}{}{}", own.prefix, shown.join("."), own.suffix)));
        let is_letter = matches!(form.as_str(), "a" | "A");
        if is_letter && number > 4 && self.told.insert(format!("{id} {level}")) {
            let at = Origin { line: self.paragraphs + 1, cell: None };
            self.notice(at, What::ListNumber, &text);
        }
        Some(text)
    }
}

fn written(form: &str, value: i64) -> String {
    match form {
        "i" => roman(value),
        "I" => roman(value).to_uppercase(),
        "a" => letters(value),
        "A" => letters(value).to_uppercase(),
        // LibreOffice writes “01, 02, 03, ...”.
        form if form.starts_with("01") => format!("{value:02}"),
        _ => value.to_string(),
    }
}
