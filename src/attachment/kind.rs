//! What kinds of files are published, and how each is known.
//!
//! The ending tells a web server what a file is, and its bytes tell the browser; both must say the same. What a
//! browser or a server would run is refused, whatever it is called.

use super::{compound, package, plain, vector};

/// A kind of file that is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// PDF.
    Pdf,
    /// Word, of 2007 and later.
    Word,
    /// Excel, of 2007 and later.
    Excel,
    /// PowerPoint, of 2007 and later.
    PowerPoint,
    /// Word, Excel and PowerPoint before 2007.
    OldOffice,
    /// LibreOffice and its like.
    OpenDocument,
    /// Plain text and tables of it.
    Text,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
    /// GIF and BMP, which carry nothing.
    Gif,
    /// HEIC, AVIF and TIFF.
    OtherPhoto,
    /// SVG.
    Vector,
    /// A film.
    Film,
    /// A sound.
    Sound,
    /// Files packed into one.
    Archive,
}

/// The endings that a published file may have, each with its kind.
pub const ENDINGS: &[(&str, Kind)] = &[
    ("pdf", Kind::Pdf),
    ("docx", Kind::Word),
    ("xlsx", Kind::Excel),
    ("pptx", Kind::PowerPoint),
    ("doc", Kind::OldOffice),
    ("xls", Kind::OldOffice),
    ("ppt", Kind::OldOffice),
    ("odt", Kind::OpenDocument),
    ("ods", Kind::OpenDocument),
    ("odp", Kind::OpenDocument),
    ("txt", Kind::Text),
    ("csv", Kind::Text),
    ("json", Kind::Text),
    ("jpg", Kind::Jpeg),
    ("jpeg", Kind::Jpeg),
    ("png", Kind::Png),
    ("webp", Kind::Webp),
    ("gif", Kind::Gif),
    ("bmp", Kind::Gif),
    ("heic", Kind::OtherPhoto),
    ("avif", Kind::OtherPhoto),
    ("tif", Kind::OtherPhoto),
    ("tiff", Kind::OtherPhoto),
    ("svg", Kind::Vector),
    ("mp4", Kind::Film),
    ("webm", Kind::Film),
    ("mp3", Kind::Sound),
    ("m4a", Kind::Sound),
    ("wav", Kind::Sound),
    ("ogg", Kind::Sound),
    ("zip", Kind::Archive),
    ("7z", Kind::Archive),
    ("rar", Kind::Archive),
];

/// Endings of what servers run. Some servers look at each ending of a name, not at the last alone.
const RUN: &[&str] = &[
    "php", "php3", "php4", "php5", "php7", "php8", "phtml", "phar", "phps", "pht", "asp", "aspx",
    "ashx", "asmx", "ascx", "cer", "asa", "config", "jsp", "jspx", "cgi", "pl", "py", "rb", "sh",
    "shtml", "shtm", "stm", "htaccess", "htpasswd", "exe", "dll", "bat", "cmd", "com", "msi",
    "ps1", "vbs", "hta", "jar",
];

/// Why a file may not be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Its ending, this one, is no kind that is published; none where it has no ending.
    Ending(Option<String>),
    /// A web server would run it, by this ending of its name.
    Run(String),
    /// A browser would run what stands in it.
    Active,
    /// It is of another kind than its ending says; the ending that fits, where there is one.
    OtherKind(Option<&'static str>),
    /// It is empty.
    Empty,
}

/// The kind of the file, which its name and its bytes tell alike.
pub(super) fn of(name: &str, bytes: &[u8]) -> Result<Kind, Refusal> {
    let file = name.rsplit('/').next().unwrap_or(name).to_lowercase();
    let mut endings = file.split('.').skip(1).peekable();
    let mut last = None;
    while let Some(ending) = endings.next() {
        let ending = ending.trim();
        if RUN.contains(&ending) {
            return Err(Refusal::Run(ending.to_owned()));
        }
        last = Some(ending);
    }
    let kind = ENDINGS.iter().find(|(ending, _)| Some(*ending) == last).map(|(_, kind)| *kind);
    let Some(kind) = kind else { return Err(Refusal::Ending(last.map(str::to_owned))) };
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    let ending = last.unwrap_or_default();
    match kind {
        Kind::Text if plain::is_active(bytes) => Err(Refusal::Active),
        Kind::Text if plain::is_text(bytes) => Ok(kind),
        Kind::Vector => match vector::judge(bytes) {
            vector::Judgement::Harmless => Ok(kind),
            vector::Judgement::Active => Err(Refusal::Active),
            vector::Judgement::NoVector => Err(other(bytes)),
        },
        Kind::Word | Kind::Excel | Kind::PowerPoint if compound::is_encrypted(bytes) => Ok(kind),
        Kind::Word | Kind::Excel | Kind::PowerPoint if package::has_macros(bytes) => {
            Err(Refusal::Active)
        }
        _ if looks_like(bytes).contains(&ending) => Ok(kind),
        _ => Err(other(bytes)),
    }
}

fn other(bytes: &[u8]) -> Refusal {
    if plain::is_active(bytes) {
        return Refusal::Active;
    }
    let text = || plain::is_text(bytes).then_some("txt");
    Refusal::OtherKind(looks_like(bytes).first().copied().or_else(text))
}

/// Whether both could have the same endings.
pub(super) fn is_alike(bytes: &[u8], others: &[u8]) -> bool {
    looks_like(bytes) == looks_like(others)
}

/// The endings that the bytes could have, the likeliest first.
fn looks_like(bytes: &[u8]) -> &'static [&'static str] {
    let Some(found) = infer::get(bytes) else { return &[] };
    match found.mime_type() {
        "application/pdf" => &["pdf"],
        "image/jpeg" => &["jpg", "jpeg"],
        "image/png" => &["png"],
        "image/webp" => &["webp"],
        "image/gif" => &["gif"],
        "image/bmp" => &["bmp"],
        "image/heif" => &["heic"],
        "image/avif" => &["avif"],
        "image/tiff" => &["tif", "tiff"],
        // A film without pictures is a sound.
        "video/mp4" | "video/x-m4v" => &["mp4", "m4a"],
        "video/webm" => &["webm"],
        "audio/mpeg" => &["mp3"],
        "audio/m4a" => &["m4a"],
        "audio/x-wav" => &["wav"],
        "audio/ogg" | "audio/opus" => &["ogg"],
        "application/x-7z-compressed" => &["7z"],
        "application/vnd.rar" => &["rar"],
        "application/x-ole-storage"
        | "application/msword"
        | "application/vnd.ms-excel"
        | "application/vnd.ms-powerpoint" => compound::ending(bytes),
        _ if bytes.starts_with(b"PK") => package::ending(bytes),
        _ => &[],
    }
}
