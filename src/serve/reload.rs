//! Which open pages have to load again, and what is added to every page so that they do.
//!
//! In: the site as it is shown. Out: the events that tell its changes, and a served page with its band and
//! script. A tab that was asleep asks with the generation it has seen.

use serde::Serialize;

use super::changes::Changes;
use super::preview::Preview;

/// The folder of what only the preview has; no site can have a file there.
pub(super) const FOLDER: &str = "/__xem-thu/";
/// The script of every served page.
pub(super) const SCRIPT: &str = include_str!("xem-thu.js");
/// The looks of the band and of the page of problems.
pub(super) const STYLE: &str = include_str!("xem-thu.css");
/// The sign of the page of problems, or a browser would ask for one of its own.
pub(super) const ICON: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8" fill="#8c1515"/><path d="M8 3v6m0 2v2" stroke="#fff" stroke-width="2"/></svg>"##;

/// What a tab is told.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    changes: Changes,
    /// What the band says.
    #[serde(rename = "bang")]
    complaint: &'a str,
    /// Whether newer pages are kept back.
    #[serde(rename = "loi")]
    blocked: bool,
}

/// What a tab that has seen a generation does not know yet, as JSON.
pub(super) fn told(preview: &Preview, seen: u64) -> String {
    let complaint = preview.complaint();
    let told = Told {
        changes: preview.history.since(seen),
        complaint: &complaint,
        blocked: preview.is_blocked(),
    };
    serde_json::to_string(&told).expect("text and numbers can be written as JSON")
}

/// What a served page is: it decides what makes its tab load again.
pub(super) enum Role<'a> {
    /// These files of the site; the second of them is one that was asked for in vain.
    Page(&'a [&'a str]),
    /// Problems, in place of a page or for themselves: any change makes it load again.
    Problems,
}

/// The page with its band and script, which stand before the end of its body.
pub(super) fn decorated(page: &[u8], preview: &Preview, session: &str, role: &Role<'_>) -> Vec<u8> {
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|part| part.eq_ignore_ascii_case(end));
    let (before, after) = page.split_at(at.unwrap_or(page.len()));
    let mut whole = Vec::with_capacity(page.len() + 1024);
    whole.extend_from_slice(before);
    whole.extend_from_slice(band(preview, session, role).as_bytes());
    whole.extend_from_slice(after);
    whole
}

fn band(preview: &Preview, session: &str, role: &Role<'_>) -> String {
    let complaint = escaped(&preview.complaint());
    let class = if preview.is_blocked() { " class=\"loi\"" } else { "" };
    let hidden = if complaint.is_empty() { " hidden" } else { "" };
    let files = match role {
        // No path of the site holds this sign (see OutputPath).
        Role::Page(paths) => format!("data-trang=\"{}\"", escaped(&paths.join("|"))),
        Role::Problems => "data-van-de".to_owned(),
    };
    let generation = preview.generation;
    let fresh = match role {
        Role::Page([page, ..]) => fresh(preview, page),
        Role::Page([]) | Role::Problems => String::new(),
    };
    format!(
        "<link rel=\"stylesheet\" href=\"{FOLDER}xem-thu.css\"><aside id=\"congkhai-xem-thu\"{class} aria-label=\"Bản xem thử\"><strong>Bản xem thử, chưa công bố.</strong> <span role=\"status\">{complaint}</span> <a href=\"{FOLDER}van-de\"{hidden}>Xem vấn đề</a>{fresh}</aside><script src=\"{FOLDER}xem-thu.js\" data-ban=\"{session}.{generation}\" {files}></script>"
    )
}

/// What is new on a page against what was published; nothing where nothing is.
fn fresh(preview: &Preview, page: &str) -> String {
    let Some(lines) = preview.fresh.get(page) else { return String::new() };
    let items: String = lines.iter().map(|line| format!("<li>{}</li>", escaped(line))).collect();
    format!(
        "<details><summary>Khác bản đã công bố: {} điều</summary><ul>{items}</ul></details>",
        lines.len()
    )
}

/// Text that HTML takes as text, also within quotes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}
