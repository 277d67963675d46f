//! How the kind of a file is known.
//!
//! The ending tells a web server what a file is, and its bytes tell the browser; both must say the same. What a
//! browser or a server would run is refused, whatever it is called.

use super::kind::{ENDINGS, Kind, Refusal};
use super::{compound, package, plain, vector};

/// Endings of what servers run. Some servers look at each ending of a name, not at the last alone.
const RUN: &[&str] = &[
    "php", "php3", "php4", "php5", "php7", "php8", "phtml", "phar", "phps", "pht", "asp", "aspx",
    "ashx", "asmx", "ascx", "cer", "asa", "config", "jsp", "jspx", "cgi", "pl", "py", "rb", "sh",
    "shtml", "shtm", "stm", "htaccess", "htpasswd", "exe", "dll", "bat", "cmd", "com", "msi",
    "ps1", "vbs", "hta", "jar",
];

/// The kind of the file, which its name and its bytes tell alike.
pub(super) fn kind(name: &str, bytes: &[u8]) -> Result<Kind, Refusal> {
    let file = name.rsplit('/').next().unwrap_or(name).to_lowercase();
    let mut last = None;
    for ending in file.split('.').skip(1) {
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
