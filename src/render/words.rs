//! The words of a page as a reader sees them.

use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

/// The text of a page: white space outside `pre` and `textarea` as one space, elements that part
/// words as a space too, scripts and styles left out.
pub(crate) fn visible_text(page: &[u8]) -> String {
    let mut text = Text::default();
    let mut emitter =
        CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
            text.read(&event);
            None
        });
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(page, emitter).finish();
    let end = text.written.trim_end_matches(' ').len();
    text.written.truncate(end);
    text.written
}

#[derive(Default)]
struct Text {
    written: String,
    /// A `script` or `style` is open.
    hidden: bool,
    /// How many elements that keep white space are open.
    kept: usize,
    /// The tag that opens such an element was the last thing: a line end right after it is dropped.
    fresh: bool,
}

impl Text {
    fn read(&mut self, event: &CallbackEvent<'_>) {
        match *event {
            CallbackEvent::OpenStartTag { name } => {
                self.part(name);
                self.hidden = is_hidden(name);
                self.kept += usize::from(keeps_space(name));
                self.fresh = keeps_space(name);
            }
            CallbackEvent::EndTag { name } => {
                self.part(name);
                self.hidden = false;
                self.kept = self.kept.saturating_sub(usize::from(keeps_space(name)));
                self.fresh = false;
            }
            CallbackEvent::String { value } if !self.hidden => {
                self.string(&String::from_utf8_lossy(value));
                self.fresh = false;
            }
            _ => {}
        }
    }

    fn part(&mut self, name: &[u8]) {
        if parts_words(name) {
            self.space();
        }
    }

    fn space(&mut self) {
        if !self.written.is_empty() && !self.written.ends_with(' ') {
            self.written.push(' ');
        }
    }

    fn string(&mut self, value: &str) {
        if self.kept > 0 {
            self.written.push_str(if self.fresh {
                value.strip_prefix('\n').unwrap_or(value)
            } else {
                value
            });
            return;
        }
        let mut runs = value.split(|c: char| c.is_ascii_whitespace());
        self.written.push_str(runs.next().unwrap_or_default());
        for run in runs {
            self.space();
            self.written.push_str(run);
        }
    }
}

/// Elements that part words as a line break does. All others are inline and part nothing.
pub(crate) fn parts_words(name: &[u8]) -> bool {
    matches!(
        name,
        b"address"
            | b"article"
            | b"aside"
            | b"blockquote"
            | b"body"
            | b"br"
            | b"button"
            | b"caption"
            | b"center"
            | b"col"
            | b"colgroup"
            | b"dd"
            | b"desc"
            | b"details"
            | b"dialog"
            | b"div"
            | b"dl"
            | b"dt"
            | b"fieldset"
            | b"figcaption"
            | b"figure"
            | b"footer"
            | b"form"
            | b"g"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"head"
            | b"header"
            | b"hgroup"
            | b"hr"
            | b"html"
            | b"iframe"
            | b"legend"
            | b"li"
            | b"link"
            | b"main"
            | b"menu"
            | b"meta"
            | b"nav"
            | b"ol"
            | b"optgroup"
            | b"option"
            | b"p"
            | b"pre"
            | b"search"
            | b"section"
            | b"select"
            | b"summary"
            | b"svg"
            | b"table"
            | b"tbody"
            | b"td"
            | b"text"
            | b"textarea"
            | b"tfoot"
            | b"th"
            | b"thead"
            | b"title"
            | b"tr"
            | b"ul"
    )
}

/// Elements whose text is not shown.
pub(crate) fn is_hidden(name: &[u8]) -> bool {
    matches!(name, b"script" | b"style")
}

/// Elements in which white space is shown as it is.
pub(crate) fn keeps_space(name: &[u8]) -> bool {
    matches!(name, b"pre" | b"textarea")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, expected: &str) {
        assert_eq!(visible_text(page.as_bytes()), expected);
    }

    #[test]
    fn blocks_part_words_and_inline_elements_do_not() {
        check("<p>a<b>b</b> c</p><p>d</p>", "ab c d");
        check("<ul><li>a<li>b</ul>", "a b");
        check("a<br>b <i> c</i>", "a b c");
        check("&amp;&nbsp;x&#7879;", "&\u{a0}xệ");
    }

    #[test]
    fn scripts_are_hidden_and_pre_is_kept() {
        check("a<script>var x = '<p>';</script>b<style>c{}</style>", "ab");
        check("<pre>\na\n  b</pre> c", "a\n  b c");
    }
}
