//! What is no part of the document: heads and numbers of pages, stamps of machines, drawn lines.
//!
//! In: a sheet. Out: the same, with such lines marked and taken out of the items. Only what repeats with a counting page
//! number is taken for a page's head: cells repeat too.

use std::collections::BTreeMap;

use crate::import::sheet::{Fate, Furniture, Item, Sheet};

/// How often a page's head must come.
const OFTEN: usize = 3;

/// Words that open the lines of a stamp, in their order.
const STAMP: [&str; 3] = ["ký bởi:", "cơ quan:", "ngày ký:"];

/// Marks and takes out.
pub(crate) fn take_out(sheet: &mut Sheet) {
    let texts: Vec<Option<String>> = sheet
        .items
        .iter()
        .map(|item| match item {
            Item::Line(line) => Some(line.text.clone()),
            Item::Grid(_) => None,
        })
        .collect();
    let mut out: BTreeMap<usize, Furniture> = BTreeMap::new();
    pages(&texts, &mut out);
    stamps(&texts, &mut out);
    for (at, text) in texts.iter().enumerate() {
        // Lines of hyphens stand under names in heads, and no rule takes them for words.
        if text.as_deref().is_some_and(|text| is_rule(text) && text.contains(|c| c != '-')) {
            out.insert(at, Furniture::Rule);
        }
    }
    let items = std::mem::take(&mut sheet.items);
    let mut turned = false;
    for (at, item) in items.into_iter().enumerate() {
        match (out.get(&at), item) {
            (Some(kind), Item::Line(line)) => {
                // The words on both sides of a page's end may be one sentence.
                turned |= matches!(kind, Furniture::Page | Furniture::Stamp);
                sheet.settle(&line.raws, Fate::Furniture(*kind));
            }
            (_, Item::Line(mut line)) => {
                if turned {
                    line.gap = false;
                    line.new_page = true;
                }
                turned = false;
                sheet.items.push(Item::Line(line));
            }
            (_, grid) => {
                turned = false;
                sheet.items.push(grid);
            }
        }
    }
}

/// Heads of pages: the same but for its digits, beside a number that counts up by one.
fn pages(texts: &[Option<String>], out: &mut BTreeMap<usize, Furniture>) {
    let mut met: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, text) in texts.iter().enumerate() {
        let Some(text) = text else { continue };
        if text.chars().count() <= 80 && text.chars().any(char::is_alphabetic) {
            met.entry(without_digits(text)).or_default().push(at);
        }
    }
    for places in met.values().filter(|places| places.len() >= OFTEN) {
        for step in [1isize, -1] {
            let numbers: Vec<Option<usize>> = places
                .iter()
                .map(|at| {
                    let beside = at.checked_add_signed(step)?;
                    texts.get(beside)?.as_deref()?.trim_matches(['-', ' ']).parse().ok()
                })
                .collect();
            let counts = numbers.windows(2).all(|pair| match (pair[0], pair[1]) {
                (Some(left), Some(right)) => right == left + 1,
                _ => false,
            });
            if counts {
                for at in places {
                    out.insert(*at, Furniture::Page);
                    if let Some(beside) = at.checked_add_signed(step) {
                        out.insert(beside, Furniture::Page);
                    }
                }
            }
        }
    }
}

fn stamps(texts: &[Option<String>], out: &mut BTreeMap<usize, Furniture>) {
    for at in 0..texts.len() {
        let opens = |offset: usize| {
            let text = texts.get(at + offset).and_then(Option::as_deref);
            text.is_some_and(|text| text.to_lowercase().starts_with(STAMP[offset]))
        };
        if (0..STAMP.len()).all(opens) {
            for offset in 0..STAMP.len() {
                out.insert(at + offset, Furniture::Stamp);
            }
        }
    }
}

fn without_digits(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect()
}

/// Whether the line is one that somebody drew.
pub(crate) fn is_rule(text: &str) -> bool {
    text.chars().count() >= 3
        && text.chars().all(|c| matches!(c, '-' | '_' | '=' | '*' | '~' | '–' | '—' | ' '))
}
