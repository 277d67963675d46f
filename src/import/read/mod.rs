//! Readers: a file's bytes → what it says, block by block, and a count of its words by another way.
//!
//! In: a file's name and bytes. Out: a [`Reading`], or the [`Refusal`] that says why not. A reader knows its form and
//! nothing of plans; it never reads another file, never fetches, never writes.
//!
//! What all readers hold to, for who reads [`Document`]s:
//! - Paragraphs without words are left out, unless a list numbers them; [`Origin::line`] counts them all the same, so a
//!   gap in the lines is an empty line.
//! - A cell without words has no blocks.
//! - Text boxes are paragraphs after the one that holds them.
//!
//! [`Origin::line`]: super::block::Origin::line

mod characters;
mod docx;
mod encoding;
mod form;
mod grid;
mod html;
mod lines;
mod markdown;
mod numerals;
mod odt;
mod old_letters;
mod package;
mod refusal;
mod second;
mod sheet;
mod shown;
mod symbols;
mod words;
mod xml;

pub use form::Form;
pub use refusal::{Counted, OldCode, Refusal, Unread};
pub use words::{Words, of as words_of};

use super::block::{Document, Noticed, Origin, What};
use form::Opened;

/// What a file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Its form, by its content.
    pub form: Form,
    /// Its blocks in order, and what was noticed.
    pub document: Document,
    /// Its words by the second reader, which knows nothing of blocks: equal to [`words_of`] the document, unless a word
    /// was lost or invented.
    pub words: Words,
}

/// Reads a file. The name decides nothing; where it says another form than the content, that is noticed.
///
/// # Errors
/// A file of a form that is not read, a damaged one, or one beyond the limits.
pub fn read(name: &str, bytes: &[u8]) -> Result<Reading, Refusal> {
    let (form, mut document, words) = match form::open(bytes)? {
        Opened::Text(text) => (Form::Text, lines::read(&text)?, second::text(&text)),
        Opened::Markdown(text) => (Form::Markdown, markdown::read(&text)?, second::markdown(&text)),
        Opened::Html(text) => (Form::Html, html::read(&text)?, second::page(&text)),
        Opened::Docx(mut package) => {
            let document = docx::read(&mut package)?;
            let layout = docx::layout(&mut package)?;
            (Form::Docx, document, second::office(&mut package, &layout)?)
        }
        Opened::Odt(mut package) => {
            (Form::Odt, odt::read(&mut package)?, second::open_document(&mut package)?)
        }
        Opened::Xlsx(mut package) => {
            (Form::Xlsx, sheet::read(&mut package, bytes)?, second::sheets(&mut package)?)
        }
    };
    if words.is_empty() {
        let pictures =
            document.noticed.iter().filter(|noticed| noticed.what == What::Picture).count();
        return Err(Refusal::NoWords { pictures });
    }
    let text = words::text(&document);
    old_letters::refused(&text)?;
    document.noticed.extend(old_letters::suspected(&text).into_iter().map(|word| Noticed {
        at: Origin::default(),
        what: What::Characters,
        words: format!("có thể là chữ theo bảng mã cũ, giữ nguyên: {word}"),
    }));
    if let Some(ending) = other_ending(name, form) {
        document
            .noticed
            .insert(0, Noticed { at: Origin::default(), what: What::OtherForm, words: ending });
    }
    Ok(Reading { form, document, words })
}

/// The ending of a name that says another form.
fn other_ending(name: &str, form: Form) -> Option<String> {
    let (_, ending) = name.rsplit_once('.')?;
    let lower = ending.to_lowercase();
    (!form.endings().contains(&lower.as_str())).then(|| format!(".{lower}"))
}

#[cfg(test)]
mod tests {
    use super::{read, words_of};

    #[test]
    fn both_readers_agree_on_what_is_a_mark_of_markdown_and_what_is_text() {
        let texts = [
            "Ghi chú* và (*) đây",
            "5*3*2 và a * b",
            "**KẾ HOẠCH\nnăm 2026** đây",
            "***Mục* một** và *hai **ba***",
            "ten_tep_dai và _nghiêng_ và __đậm__",
            "**Không đóng:* đây",
            "~~bỏ~~ \\*giữ\\* \\_x\\_ \\# y",
            "(**) chú thích, *) thêm",
            "- *một\n- hai*",
            "| a* | b* |\n|---|---|\n| *c* | **d** |",
            "x[^1] y[^2]\n\n[^1]: z",
            "[liên kết](https://lam-giang.example) và [không] (phải)",
            "a\r\n\r\n| b |\r\n|---|\r\n\r\nc \\| d",
            "`mã` và <b>đậm</b> và a<br>b &amp; c &lt; d",
            "Một\\\nhai  \nba",
            "1. a\n2. b\n   - c\n10) d",
            "> trích\n> tiếp",
            "[khác] rồi [trang](https://lam-giang.example), ![ảnh][t] và [![a](b)](c)\n\n[t]: x",
            "Đến năm\n2026. Sau đó\n\n2. a\n3. b\nvà\n4. c",
            "`a*b*` và `<c>`\n\n```\n# không *phải* <tag>\n```\n",
            "[trang][t] của [tỉnh] [khác]\n\n[t]: https://lam-giang.example\n[tỉnh]: https://lam-giang.example",
        ];
        for text in texts {
            let text = format!("# Tiêu đề\n\n{text}\n");
            let reading = read("a.md", text.as_bytes()).expect("it can be read");
            assert_eq!(words_of(&reading.document), reading.words, "{text}");
        }
    }
}
