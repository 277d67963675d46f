//! `van-ban.md`: the document's words, region by region.

use std::ops::Range;

use crate::import::found::{Found, Passage, PlainTable, Region, TaskTable};
use crate::import::sheet::Line;

/// What an editor is told of a number that does not follow.
const SIC: &str = "{sic: Bản nguồn đánh số như vậy.}";

/// The regions that every document has.
const REQUIRED: [&str; 4] = ["dau_van_ban", "ten_van_ban", "noi_dung", "chu_ky"];

/// What is said of a part that the source does not have.
const NONE: &str = "{sic: Bản nguồn không có phần này.}";

/// Where a passage stands in the file: its bytes, its region and its place there.
pub(crate) type Spot = (Range<usize>, usize, usize);

/// The text of the file.
pub(crate) fn text(found: &Found) -> String {
    laid_out(found).0
}

/// The text of the file, and where each passage of the document's text stands in it.
pub(crate) fn laid_out(found: &Found) -> (String, Vec<Spot>) {
    let mut text = String::new();
    let mut spots = Vec::new();
    let mut met: Vec<&str> = Vec::new();
    let mut in_appendix = false;
    let mut own = true;
    for (position, region) in found.regions.iter().enumerate() {
        match region {
            Region::Lines(name, blocks) => {
                if own && *name == "phu_luc" {
                    missing(&mut text, &mut met, &["noi_dung", "chu_ky"]);
                }
                if own && *name == "chu_ky" {
                    missing(&mut text, &mut met, &["noi_dung"]);
                }
                met.push(name);
                open(&mut text, name);
                let blocks: Vec<String> = blocks.iter().map(|block| lines(block)).collect();
                text.push_str(if blocks.is_empty() { NONE } else { "" });
                text.push_str(&blocks.join("\n\n"));
                text.push('\n');
                in_appendix = *name == "phu_luc";
            }
            Region::Body(passages) => {
                // What opens with a mark ends the title of an appendix by itself.
                let begins_with_mark = passages.first().is_some_and(|passage| passage.marks > 0);
                if in_appendix && begins_with_mark {
                    text.push('\n');
                } else {
                    met.push("noi_dung");
                    open(&mut text, "noi_dung");
                }
                for (at, one) in passages.iter().enumerate() {
                    text.push_str(if at == 0 { "" } else { "\n" });
                    let start = text.len();
                    text.push_str(&passage(one));
                    spots.push((start..text.len(), position, at));
                    text.push('\n');
                }
                in_appendix = false;
            }
            Region::Table(table) => {
                open(&mut text, "bang_nhiem_vu");
                text.push_str(&head(&found.tables[*table]));
                in_appendix = false;
            }
            Region::Enclosed => {
                missing(&mut text, &mut met, &["chu_ky"]);
                own = false;
                open(&mut text, "van_ban_kem");
                text.truncate(text.trim_end().len());
                text.push('\n');
                in_appendix = false;
            }
        }
    }
    if own {
        missing(&mut text, &mut met, &REQUIRED);
    }
    (text, spots)
}

/// The headings of all tables, each in a region of its own.
pub(crate) fn tables(found: &Found) -> String {
    let mut text = String::new();
    for table in &found.tables {
        open(&mut text, "bang_nhiem_vu");
        text.push_str(&head(table));
    }
    text
}

/// Opens the regions of `names` that a document must have and this one did not show.
fn missing(text: &mut String, met: &mut Vec<&'static str>, names: &[&'static str]) {
    for name in names {
        if !met.contains(name) {
            met.push(name);
            open(text, name);
            text.push_str(NONE);
            text.push('\n');
        }
    }
}

fn open(text: &mut String, name: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(&format!("::: {name}\n\n"));
}

fn lines(block: &[Line]) -> String {
    block.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
}

fn passage(passage: &Passage) -> String {
    if let Some(table) = &passage.table {
        return plain(table);
    }
    let marks = match passage.marks {
        0 => String::new(),
        marks => format!("{} ", "#".repeat(marks)),
    };
    let sic = if passage.sic { format!(" {SIC}") } else { String::new() };
    format!("{marks}{}{sic}", passage.line.text)
}

fn head(table: &TaskTable) -> String {
    let mut text = String::new();
    let mut shared: Option<&Line> = None;
    for heading in &table.headings {
        match &heading.shared {
            Some(line) => {
                if shared.is_none_or(|last| last.raws != line.raws) {
                    text.push_str(&format!("{}\n", line.text));
                }
                text.push_str(&format!("  {}\n", heading.line.text));
                shared = Some(line);
            }
            None => {
                text.push_str(&format!("{}\n", heading.line.text));
                shared = None;
            }
        }
    }
    for number in &table.numbers {
        text.push_str(&format!("{}\n", number.text));
    }
    text
}

fn plain(table: &PlainTable) -> String {
    let cell = |lines: &Vec<Line>| {
        let lines: Vec<String> = lines.iter().map(|line| line.text.replace('|', "\\|")).collect();
        format!(" {} ", lines.join("<br>"))
    };
    let mut rows: Vec<String> = table
        .rows
        .iter()
        .map(|row| format!("|{}|", row.iter().map(cell).collect::<Vec<_>>().join("|")))
        .collect();
    let width = table.rows.first().map_or(0, Vec::len);
    rows.insert(1.min(rows.len()), format!("|{}", "---|".repeat(width)));
    if let Some(sort) = table.sort {
        rows.push(format!("{{bang: {sort}}}"));
    }
    rows.join("\n")
}
