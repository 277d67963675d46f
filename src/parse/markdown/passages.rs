//! The words of prose, passage by passage.
//!
//! In: a passage of Markdown. Out: what each paragraph, heading, item, row of a table or block of code says, on one line
//! and without marks. A link is told with its address and a picture with its file, since a page says something else where
//! they lead elsewhere.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::options;
use crate::text::one_line;

/// The passages of `source`, in order; none is empty.
pub fn passages(source: &str) -> Vec<String> {
    let mut reading = Reading::default();
    for event in Parser::new_ext(source, options()) {
        reading.take(event);
    }
    reading.close();
    reading.passages
}

#[derive(Default)]
struct Reading {
    passages: Vec<String>,
    words: String,
    /// Where the open links and pictures lead, the innermost last.
    addresses: Vec<String>,
}

impl Reading {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.words.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak => self.words.push(' '),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                self.addresses.push(dest_url.into_string());
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some(address) = self.addresses.pop()
                    && !self.words.ends_with(&address)
                {
                    self.words.push_str(&format!(" ({address})"));
                }
            }
            Event::Start(Tag::Emphasis | Tag::Strong)
            | Event::End(TagEnd::Emphasis | TagEnd::Strong) => {}
            Event::Start(Tag::TableCell) => {}
            Event::End(TagEnd::TableCell) => self.words.push_str(" | "),
            Event::Start(_) | Event::End(_) => self.close(),
            _ => {}
        }
    }

    fn close(&mut self) {
        let words = one_line(&std::mem::take(&mut self.words));
        let words = words.strip_suffix('|').map_or(&*words, str::trim_end);
        if !words.is_empty() {
            self.passages.push(words.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &[&str]) {
        assert_eq!(passages(source), expected);
    }

    #[test]
    fn each_passage_is_told_by_its_words_and_where_it_leads() {
        check("", &[]);
        check(
            "# Đề\n\nLời **đậm**\nhai dòng.\n\nĐoạn `mã`.",
            &["Đề", "Lời đậm hai dòng.", "Đoạn mã."],
        );
        check("- Một\n- Hai\n  - Con\n\n1. Ba", &["Một", "Hai", "Con", "Ba"]);
        check(
            "Theo [điểm 1](diem:i.1) và <https://a.example/>.",
            &["Theo điểm 1 (diem:i.1) và https://a.example/."],
        );
        check("![Bến đò](tep/ben.png)", &["Bến đò (tep/ben.png)"]);
        check("| A | B |\n|---|---|\n| 1 | 2 |", &["A | B", "1 | 2"]);
        check("> Trích.\n\n```\nlệnh\n```", &["Trích.", "lệnh"]);
    }
}
