//! The words of a document of Word: its text runs, and what parts them.

use quick_xml::NsReader;
use quick_xml::events::Event;

use super::super::characters::Door;
use super::super::docx::{self, Layout};
use super::super::package::Package;
use super::super::refusal::Refusal;
use super::super::symbols;
use super::super::words::{Words, count};
use super::super::xml::{entity, usual_name};
use super::names::{attribute, name_of};

/// The words of a document of Word: its text runs, and what parts them.
pub(crate) fn office(package: &mut Package<'_>, layout: &Layout) -> Result<Words, Refusal> {
    let mut words = Words::new();
    for name in [Some(&layout.main), layout.footnotes.as_ref(), layout.endnotes.as_ref()]
        .into_iter()
        .flatten()
    {
        if let Some(text) = docx::text(package, name)? {
            let broken = |why: String| Refusal::Broken { part: name.clone(), why };
            runs(&text, &mut words).map_err(broken)?;
        }
    }
    Ok(words)
}

/// The runs of one part.
#[derive(Default)]
struct Runs {
    /// Paragraphs that are open, each within the one before: a text box stands in a paragraph.
    open: Vec<String>,
    /// Of each open alternative, whether a choice was seen, and what was written before it.
    alternatives: Vec<(bool, usize)>,
    /// How many signs were written.
    written: usize,
    /// How many elements are open of what is not read.
    skipped: usize,
    /// How many deletions are open.
    deleted: usize,
    in_text: bool,
}

impl Runs {
    fn write(&mut self, text: &str) {
        if self.skipped == 0 && self.deleted == 0 {
            if self.open.is_empty() {
                self.open.push(String::new());
            }
            self.open.last_mut().expect("one is open").push_str(text);
            self.written += text.trim().len();
        }
    }

    /// Whether what the element holds is passed over.
    fn start(&mut self, name: &str, attribute: impl Fn(&str) -> Option<String>) -> bool {
        match name {
            "mc:AlternateContent" => self.alternatives.push((false, self.written)),
            "mc:Choice" => {
                if let Some((seen, _)) = self.alternatives.last_mut() {
                    return std::mem::replace(seen, true);
                }
            }
            "mc:Fallback" => {
                // What is there for older programs is read where the choice said nothing.
                return self
                    .alternatives
                    .last()
                    .is_some_and(|(seen, before)| *seen && self.written > *before);
            }
            "w:footnote" | "w:endnote" => {
                return attribute("w:type").is_some_and(|kind| kind != "normal");
            }
            "w:del" | "w:moveFrom" => self.deleted += 1,
            "w:p" | "a:p" => self.open.push(String::new()),
            "w:t" | "m:t" | "a:t" => self.in_text = true,
            "w:tab" | "w:ptab" | "w:br" | "w:cr" => self.write(" "),
            "w:noBreakHyphen" => self.write("-"),
            "w:sym" => {
                let font = attribute("w:font").unwrap_or_default();
                let code = attribute("w:char").unwrap_or_default();
                let sign = symbols::shown(&font, &code).unwrap_or(symbols::UNKNOWN);
                self.write(sign.encode_utf8(&mut [0; 4]));
            }
            _ => {}
        }
        false
    }

    fn end(&mut self, name: &str, words: &mut Words) {
        match name {
            "mc:AlternateContent" => {
                self.alternatives.pop();
            }
            "w:del" | "w:moveFrom" => self.deleted = self.deleted.saturating_sub(1),
            "w:p" | "a:p" => {
                let text = self.open.pop().unwrap_or_default();
                count(words, &Door::default().usual(&text));
            }
            "w:t" | "m:t" | "a:t" => self.in_text = false,
            _ => {}
        }
    }
}

fn runs(text: &str, words: &mut Words) -> Result<(), String> {
    let mut reader = NsReader::from_str(text);
    let mut runs = Runs::default();
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        match event {
            Event::Start(_) if runs.skipped > 0 => runs.skipped += 1,
            Event::End(_) if runs.skipped > 0 => runs.skipped -= 1,
            Event::Eof => break,
            _ if runs.skipped > 0 => {}
            Event::Start(start) => {
                let name = name_of(&reader, &start);
                runs.skipped =
                    usize::from(runs.start(&name, |name| attribute(&reader, &start, name)));
            }
            Event::Empty(start) => {
                let name = name_of(&reader, &start);
                runs.start(&name, |name| attribute(&reader, &start, name));
                runs.end(&name, words);
            }
            Event::End(end) => {
                let (space, local) = reader.resolver().resolve_element(end.name());
                runs.end(&usual_name(&space, local.as_ref()), words);
            }
            Event::Text(text) if runs.in_text => {
                runs.write(&text.xml10_content().map_err(|error| error.to_string())?);
            }
            Event::CData(text) if runs.in_text => {
                runs.write(&text.xml10_content().map_err(|error| error.to_string())?);
            }
            Event::GeneralRef(name) if runs.in_text => {
                let name = name.decode().map_err(|error| error.to_string())?;
                runs.write(entity(&name).unwrap_or(symbols::UNKNOWN).encode_utf8(&mut [0; 4]));
            }
            _ => {}
        }
    }
    while let Some(text) = runs.open.pop() {
        count(words, &Door::default().usual(&text));
    }
    Ok(())
}
