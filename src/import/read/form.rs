//! What form a file has, told by its bytes and never by its name.

use super::encoding::decoded;
use super::package::Package;
use super::refusal::{Refusal, Unread};

/// The most bytes of a file that are read.
pub(super) const LARGEST: usize = 50_000_000;

/// A form that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Word since 2007, and what LibreOffice, WPS and Google write like it.
    Docx,
    /// OpenDocument text.
    Odt,
    /// Sheets of Excel since 2007.
    Xlsx,
    /// A web page.
    Html,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

impl Form {
    /// The endings that names of such files have.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Form::Docx => &["docx", "docm", "dotx", "dotm"],
            Form::Odt => &["odt", "ott"],
            Form::Xlsx => &["xlsx", "xlsm", "xltx", "xltm"],
            Form::Html => &["html", "htm", "xhtml"],
            Form::Markdown => &["md", "markdown", "txt"],
            Form::Text => &["txt", "text", "md", "markdown"],
        }
    }
}

/// A file whose form is known, opened as far as its form asks.
pub(super) enum Opened<'a> {
    /// Of Word.
    Docx(Package<'a>),
    /// Of OpenDocument.
    Odt(Package<'a>),
    /// Of Excel.
    Xlsx(Package<'a>),
    /// A page.
    Html(String),
    /// Markdown.
    Markdown(String),
    /// Text.
    Text(String),
}

/// Tells the form and opens the file. Refuses what is not read.
pub(super) fn open(bytes: &[u8]) -> Result<Opened<'_>, Refusal> {
    if bytes.len() > LARGEST {
        return Err(Refusal::TooLarge { bytes: bytes.len(), most: LARGEST });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Refusal::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return package(bytes);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return Err(compound(bytes));
    }
    // Readers of PDF look for the mark within the first kilobyte.
    if bytes[..bytes.len().min(1024)].windows(5).any(|window| window == b"%PDF-") {
        return Err(Refusal::Form(Unread::Pdf));
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(Refusal::Form(Unread::Rtf));
    }
    if is_picture(bytes) {
        return Err(Refusal::Form(Unread::Picture));
    }
    let text = decoded(bytes)?;
    let start = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    let lower: String = start.chars().take(4000).collect::<String>().to_ascii_lowercase();
    if lower.starts_with("mime-version:") || lower.starts_with("from: <saved by") {
        return Err(Refusal::Form(Unread::WebArchive));
    }
    if is_page(&lower) {
        return Ok(Opened::Html(text));
    }
    if lower.starts_with("<?xml") || lower.starts_with("<!doctype") {
        let is_document =
            ["wordml", "package", "office:document"].iter().any(|mark| lower.contains(mark));
        return Err(Refusal::Form(if is_document { Unread::FlatXml } else { Unread::OtherXml }));
    }
    Ok(if is_markdown(&text) { Opened::Markdown(text) } else { Opened::Text(text) })
}

fn package(bytes: &[u8]) -> Result<Opened<'_>, Refusal> {
    let mut package = Package::open(bytes)?;
    let has = |name: &str| package.names().iter().any(|own| own == name);
    if has("word/document.xml") {
        return Ok(Opened::Docx(package));
    }
    if has("xl/workbook.xml") {
        return Ok(Opened::Xlsx(package));
    }
    if package.names().iter().any(|name| name.starts_with("ppt/")) {
        return Err(Refusal::Form(Unread::Slides));
    }
    // A main part of Word may have another name than the usual one.
    let types = package.part("[Content_Types].xml")?.unwrap_or_default();
    let types = String::from_utf8_lossy(&types);
    let has_main =
        |kinds: [&str; 4]| kinds.iter().any(|kind| types.contains(&format!("{kind}.main+xml")));
    if has_main([
        "wordprocessingml.document",
        "wordprocessingml.template",
        "ms-word.document.macroEnabled",
        "ms-word.template.macroEnabledTemplate",
    ]) {
        return Ok(Opened::Docx(package));
    }
    if has_main([
        "spreadsheetml.sheet",
        "spreadsheetml.template",
        "ms-excel.sheet.macroEnabled",
        "ms-excel.template.macroEnabled",
    ]) {
        return Ok(Opened::Xlsx(package));
    }
    let kind = package.part("mimetype")?.unwrap_or_default();
    let kind = String::from_utf8_lossy(&kind);
    let kind = kind.trim().strip_prefix("application/").unwrap_or_default();
    let kind = kind.strip_prefix("vnd.oasis.opendocument.").unwrap_or(kind);
    match kind {
        "text" | "text-template" | "text-master" => Ok(Opened::Odt(package)),
        kind if kind.starts_with("spreadsheet") => Err(Refusal::Form(Unread::OpenSheet)),
        kind if kind.starts_with("presentation") => Err(Refusal::Form(Unread::Slides)),
        "epub+zip" => Err(Refusal::Form(Unread::Book)),
        _ => Err(Refusal::Form(Unread::Archive)),
    }
}

/// What a compound file is, by the names in its folder, which are written in UTF-16.
fn compound(bytes: &[u8]) -> Refusal {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if has("EncryptedPackage") {
        Refusal::Locked
    } else if has("WordDocument") {
        Refusal::Form(Unread::OldWord)
    } else if has("Workbook") || has("Book") {
        Refusal::Form(Unread::OldExcel)
    } else {
        Refusal::Form(Unread::OldOther)
    }
}

fn is_picture(bytes: &[u8]) -> bool {
    let starts: [&[u8]; 6] = [b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM"];
    // Two letters are too few for a text that begins with them.
    starts[..5].iter().any(|start| bytes.starts_with(start))
        || bytes.starts_with(starts[5]) && bytes.contains(&0)
        || bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")
}

/// Whether a text in small letters begins as a page does. Word's pages begin with comments or an XML declaration.
fn is_page(lower: &str) -> bool {
    let tag = |name: &str| {
        lower.match_indices(name).any(|(at, _)| {
            !lower[at + name.len()..]
                .starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == ':')
        })
    };
    if !lower.starts_with('<') {
        return tag("<html") && tag("<body");
    }
    if ["<w:worddocument", "<pkg:package", "<office:document"]
        .iter()
        .any(|mark| lower.contains(mark))
    {
        return lower.contains("<html") && !lower.contains("<pkg:package");
    }
    const TAGS: [&str; 12] = [
        "<html", "<head", "<body", "<table", "<div", "<p", "<meta", "<title", "<center", "<h1",
        "<span", "<style",
    ];
    lower.starts_with("<!doctype html") || TAGS.iter().any(|name| tag(name))
}

/// Whether a text has marks that only Markdown has. Dashes, numbers and bars of plain text are none.
fn is_markdown(text: &str) -> bool {
    let mut fenced = false;
    text.lines().any(|line| {
        let line = line.trim();
        fenced |= line.starts_with("```");
        let hashes = line.len() - line.trim_start_matches('#').len();
        let heading = (1..=6).contains(&hashes)
            && line[hashes..].starts_with(' ')
            && line[hashes..].chars().any(char::is_alphanumeric);
        let ruler =
            line.contains('|') && line.contains("--") && line.chars().all(|c| "|-: ".contains(c));
        heading || ruler || fenced || is_note(line) || has_strong(line)
    })
}

/// `[^1]: words`.
fn is_note(line: &str) -> bool {
    line.strip_prefix("[^")
        .and_then(|rest| rest.split_once("]:"))
        .is_some_and(|(mark, _)| !mark.contains(' '))
}

/// `**words**`.
fn has_strong(line: &str) -> bool {
    let mut rest = line;
    while let Some((_, after)) = rest.split_once("**") {
        if let Some((inner, _)) = after.split_once("**")
            && inner.starts_with(|c: char| !c.is_whitespace() && c != '*')
            && inner.ends_with(|c: char| !c.is_whitespace())
        {
            return true;
        }
        rest = after;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{is_markdown, is_page};

    #[test]
    fn markdown_is_told_from_plain_text() {
        for text in ["# Kế hoạch", "a\n**Mục đích**\n", "| a | b |\n|---|---|", "x[^1]\n\n[^1]: y"]
        {
            assert!(is_markdown(text), "{text}");
        }
        for text in [
            "-------\n",
            "1. Mục đích\n- a\n+ b",
            "a | b\n1 | 2",
            "(**) xem chú thích",
            "#1",
            "** a ** b",
        ] {
            assert!(!is_markdown(text), "{text}");
        }
    }

    #[test]
    fn pages_begin_in_many_ways() {
        for text in [
            "<!doctype html>",
            "<html xmlns:o=\"x\">",
            "<?xml version=\"1.0\"?><html>",
            "<!-- x --><p>",
            "<table>",
        ] {
            assert!(is_page(text), "{text}");
        }
        for text in
            ["a < b", "<kế hoạch>", "<?xml version=\"1.0\"?><note>", "<?xml?><office:document>"]
        {
            assert!(!is_page(text), "{text}");
        }
    }
}
