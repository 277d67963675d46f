//! The words of a text of OpenDocument.

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};

use super::super::characters::Door;
use super::super::docx;
use super::super::odt;
use super::super::package::Package;
use super::super::refusal::Refusal;
use super::super::symbols;
use super::super::words::{Words, count};
use super::super::xml::{entity, usual_name};
use super::names::{attribute, name_of};

/// The words of a text of OpenDocument.
pub(crate) fn open_document(package: &mut Package<'_>) -> Result<Words, Refusal> {
    let broken = |why: String| Refusal::Broken { part: odt::CONTENT.to_owned(), why };
    let mut words = Words::new();
    if let Some(text) = docx::text(package, odt::CONTENT)? {
        paragraphs(&text, &mut words).map_err(broken)?;
    }
    Ok(words)
}

fn paragraphs(text: &str, words: &mut Words) -> Result<(), String> {
    // No words of the document: changes that were made, notes of editors, marks of notes, programs.
    const SKIPPED: [&str; 5] = [
        "text:tracked-changes",
        "office:annotation",
        "text:note-citation",
        "text:script",
        "office:automatic-styles",
    ];
    let mut reader = NsReader::from_str(text);
    // What is open that holds text, or a drawing that holds none of its own.
    let mut open: Vec<Option<String>> = Vec::new();
    let mut skipped = 0usize;
    // How many rows, and how many cells of each, what is open stands for.
    let mut times: Vec<usize> = Vec::new();
    let is_paragraph = |name: &str| matches!(name, "text:p" | "text:h");
    let write = |open: &mut Vec<Option<String>>, text: &str| {
        if let Some(Some(written)) = open.last_mut() {
            written.push_str(text);
        }
    };
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(_) if skipped > 0 => skipped += 1,
            Event::End(_) if skipped > 0 => skipped -= 1,
            Event::Eof => break,
            _ if skipped > 0 => {}
            Event::Start(start) => match name_of(&reader, &start).as_str() {
                name if SKIPPED.contains(&name) => skipped = 1,
                name if is_paragraph(name) => open.push(Some(String::new())),
                name if name.starts_with("draw:") => open.push(None),
                "text:s" | "text:tab" | "text:line-break" => write(&mut open, " "),
                "table:table-row" => {
                    times.push(repeated(&reader, &start, "table:number-rows-repeated"))
                }
                "table:table-cell" => {
                    times.push(repeated(&reader, &start, "table:number-columns-repeated"));
                }
                _ => {}
            },
            Event::Empty(start) => {
                if matches!(
                    name_of(&reader, &start).as_str(),
                    "text:s" | "text:tab" | "text:line-break"
                ) {
                    write(&mut open, " ");
                }
            }
            Event::End(end) => {
                let (space, local) = reader.resolver().resolve_element(end.name());
                let name = usual_name(&space, local.as_ref());
                if (is_paragraph(&name) || name.starts_with("draw:"))
                    && let Some(Some(written)) = open.pop()
                {
                    let mut own = Words::new();
                    count(&mut own, &Door::default().usual(&written));
                    let times = times.iter().fold(1usize, |all, times| all.saturating_mul(*times));
                    for (word, count) in own {
                        let all = words.entry(word).or_default();
                        *all = all.saturating_add(count.saturating_mul(times));
                    }
                }
                if matches!(name.as_str(), "table:table-row" | "table:table-cell") {
                    times.pop();
                }
            }
            Event::Text(text) => {
                write(&mut open, &text.xml10_content().map_err(|error| error.to_string())?)
            }
            Event::CData(text) => {
                write(&mut open, &text.xml10_content().map_err(|error| error.to_string())?)
            }
            Event::GeneralRef(name) => {
                let name = name.decode().map_err(|error| error.to_string())?;
                let sign = entity(&name).unwrap_or(symbols::UNKNOWN);
                write(&mut open, sign.encode_utf8(&mut [0; 4]));
            }
            _ => {}
        }
    }
    Ok(())
}

fn repeated(reader: &NsReader<&[u8]>, start: &BytesStart<'_>, name: &str) -> usize {
    attribute(reader, start, name).and_then(|count| count.parse().ok()).unwrap_or(1usize).max(1)
}
