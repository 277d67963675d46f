//! What kinds of files are published, and why others are not.

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
    /// GIF and BMP.
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
