//! What a line or table opens, by itself and with its neighbours: a head, a title, an appendix, the end of a document.

use super::{furniture, letterhead};
use crate::import::lines::closing;
use crate::import::lines::marks::{Mark, candidates};
use crate::import::sheet::{Grid, Item, Line};
use crate::import::tables;
use crate::text::search_key;

/// The most letters of a title that stands by itself, and how far below it its part begins.
const LONGEST: usize = 200;
const BELOW: usize = 8;

/// Words that open the text of a document, folded.
const OPENINGS: [&str; 16] = [
    "can cu ",
    "thuc hien ",
    "tiep tuc thuc hien ",
    "thi hanh ",
    "theo de nghi ",
    "xet ",
    "tren co so ",
    "nham ",
    "de trien khai ",
    "de thuc hien ",
    "ubnd ",
    "uy ban nhan dan ",
    "ngay ",
    "trong nhung nam ",
    "quan triet ",
    "trien khai ",
];

pub(super) fn line_of(item: &Item) -> Option<&Line> {
    match item {
        Item::Line(line) => Some(line),
        Item::Grid(_) => None,
    }
}

pub(super) fn lines_of(item: &Item) -> Vec<&Line> {
    match item {
        Item::Line(line) => vec![line],
        Item::Grid(grid) => grid.lines().collect(),
    }
}

/// Where the document begins: at its head, which a portal's own lines may precede.
pub(super) fn start(items: &[Item]) -> usize {
    let is_motto = |item: &Item| lines_of(item).iter().any(|line| letterhead::is_motto(&line.text));
    let limit = items.len().min(60);
    let Some(motto) = items[..limit].iter().position(is_motto) else {
        // Without a head the document begins at its kind, if the lines before are a portal's.
        return 0;
    };
    let mut start = motto;
    while start > 0 {
        let belongs = match &items[start - 1] {
            Item::Line(line) => {
                let loud = is_loud(&line.text) && line.text.chars().count() <= 80;
                loud || furniture::is_rule(&line.text)
                    || line.text.starts_with("Số")
                        && line.text.chars().count() <= 40
                        && !line.text.contains("Loại")
            }
            Item::Grid(_) => false,
        };
        if !belongs {
            break;
        }
        start -= 1;
    }
    start
}

pub(super) fn is_kind_line(item: &Item) -> bool {
    line_of(item).is_some_and(|line| {
        letterhead::kind(&line.text)
            .is_some_and(|(_, rest)| rest.is_empty() || rest.chars().count() <= 300)
    })
}

/// Of a document whose kind is not named: behind its motto and dateline.
pub(super) fn letterhead_end(items: &[Item]) -> usize {
    let is_head = |item: &Item| {
        lines_of(item).iter().any(|line| {
            letterhead::is_motto(&line.text)
                || line.text.starts_with("Số")
                || search_key(&line.text).contains("ngay ")
                    && line.text.chars().count() <= 80
                    && search_key(&line.text).contains(" nam ")
        })
    };
    let limit = items.len().min(12);
    items[..limit].iter().rposition(is_head).map_or(0, |at| at + 1)
}

pub(super) fn is_title(line: &Line, before: Option<&Line>, is_first: bool) -> bool {
    let text = &line.text;
    if furniture::is_rule(text)
        || !candidates(text).is_empty()
        || closing::opens_signature(text) && before.is_some()
    {
        return false;
    }
    let key = search_key(text);
    let small = text.starts_with(char::is_lowercase);
    let loud = is_loud(text);
    let length = text.chars().count();
    if is_first && before.is_none() {
        return loud || length <= 250;
    }
    if small {
        return length <= 250;
    }
    if text.starts_with('(') {
        return true;
    }
    let opens = OPENINGS.iter().any(|opening| key.starts_with(opening));
    // A title in capitals ends where capitals end, and where its issuer speaks.
    let before_loud = before.is_some_and(|before| is_loud(&before.text));
    if loud {
        return before_loud || before.is_none();
    }
    !opens && !before_loud && !line.gap && length <= 120 && !text.ends_with([';', ':', '.'])
}

/// Whether all letters are capitals.
pub(super) fn is_loud(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}

/// Whether the line opens an appendix.
pub(super) fn is_appendix_head(text: &str) -> bool {
    let key = search_key(text.trim_end_matches([':', '.']));
    let rest =
        ["phu luc", "phu bieu", "bieu so", "bieu"].iter().find_map(|head| key.strip_prefix(head));
    let Some(rest) = rest else { return false };
    let upper = text.starts_with(char::is_uppercase);
    let rest = rest.trim_start().trim_start_matches("so ").trim_start();
    let label = rest.split([' ', ':', '.', '-']).next().unwrap_or_default();
    let is_label = label.is_empty()
        || label.chars().all(|c| c.is_ascii_digit())
        || label.chars().all(|c| "ivxl".contains(c))
        || label.len() == 1;
    let tail = rest[label.len()..].trim_start_matches([' ', ':', '.', '-']);
    upper
        && is_label
        && (tail.is_empty() || is_loud(text))
        && (!rest.is_empty() || key.starts_with("phu"))
}

/// Whether a part without a name begins behind a signature: a title, with a table or an outline below it.
pub(super) fn opens_unnamed(items: &[Item], at: usize) -> bool {
    let Some(line) = items.get(at).and_then(line_of) else { return false };
    let text = &line.text;
    let is_enclosed = |text: &str| {
        let key = search_key(text);
        key.starts_with("(kem theo") || key.starts_with("(ban hanh kem")
    };
    let is_title = is_loud(text) || line.bold || line.centred || is_enclosed(text);
    if !is_title || text.chars().count() > LONGEST || closing::opens_signature(text) {
        return false;
    }
    items.iter().skip(at).take(BELOW).any(|item| match item {
        Item::Grid(grid) => grid.ruled && grid.columns > 1 && grid.rows.len() > 1,
        Item::Line(line) => {
            is_enclosed(&line.text)
                || candidates(&line.text).iter().any(|mark| matches!(mark, Mark::Roman(1)))
        }
    })
}

/// The items with each table whole that a page's end parted.
pub(super) fn rejoined(items: Vec<Item>) -> Vec<Item> {
    let mut whole: Vec<Item> = Vec::new();
    for item in items {
        match (whole.last_mut(), item) {
            (Some(Item::Grid(before)), Item::Grid(grid))
                if tables::grid::goes_on(before, &grid) =>
            {
                before.rows.extend(grid.rows);
                before.notes.extend(grid.notes);
            }
            (_, item) => whole.push(item),
        }
    }
    whole
}

/// Whether a table lays recipients and signature side by side.
pub(super) fn is_closing(grid: &Grid) -> bool {
    let recipients = grid.lines().any(|line| closing::opens_recipients(&line.text));
    let signature = grid.lines().any(|line| closing::opens_signature(&line.text));
    recipients
        || (signature
            && grid.rows.len() <= 3
            && grid.lines().count() <= 14
            && grid.lines().any(|line| closing::is_person(&line.text)))
}

/// Whether recipients or a signature begin at this line.
pub(super) fn opens_closing(items: &[Item], at: usize) -> bool {
    let Some(line) = items.get(at).and_then(line_of) else { return false };
    if closing::opens_recipients(&line.text) {
        return true;
    }
    if !closing::opens_signature(&line.text) {
        return false;
    }
    for item in items.iter().skip(at + 1).take(10) {
        let Some(line) = line_of(item) else { return is_grid_closing(item) };
        if closing::is_person(&line.text) || closing::opens_recipients(&line.text) {
            return true;
        }
        if line.text.chars().count() > 90
            || !is_loud(&line.text) && !candidates(&line.text).is_empty()
        {
            return false;
        }
    }
    false
}

pub(super) fn is_grid_closing(item: &Item) -> bool {
    matches!(item, Item::Grid(grid) if is_closing(grid))
}

/// Whether a line can stand where lines are kept as they are.
pub(super) fn fits_line(text: &str) -> bool {
    !text.starts_with(":::") && !text.contains("{sic") && !ends_as_remark(text)
}

/// Whether a passage can stand in the text: nothing opens it that the text's own signs are.
pub(super) fn fits_body(text: &str) -> bool {
    fits_line(text)
        && !text.starts_with(['#', '|'])
        && (!text.starts_with("[^") || text.contains("]:"))
}

pub(super) fn ends_as_remark(text: &str) -> bool {
    text.ends_with('}') && text.contains('{')
}

pub(super) fn short(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
