//! What the fuzz targets share: a sound site, one file of which is replaced.
//!
//! A target says nothing about what must be found; it holds what must hold for any text: no panic, every
//! problem can be shown, a second look says the same, and what `check --fix` leaves needs no further mend.

use std::path::PathBuf;
use std::sync::LazyLock;

use congkhai::diagnostic::{SourcePath, json, sorted, terminal};
use congkhai::editor::mend;
use congkhai::pipeline::{self, Content, Drafts, Memory, Request};
use congkhai::progress;
use congkhai::source::{Roots, SourceTree, load};
use jiff::civil::date;

pub mod import;
pub mod packed;

/// The folder of the plan in the sound site.
pub const PLAN: &str = "ke-hoach/12-kh-ubnd-2024";

static BASE: LazyLock<SourceTree> = LazyLock::new(|| {
    let tree = load::read(&request().roots).expect("the sound site can be read");
    assert!(tree.noticed.is_empty(), "the sound site has no problems");
    tree
});

/// What was read before, so that only the replaced file is read.
static MEMORY: LazyLock<Memory> = LazyLock::new(Memory::new);

fn request() -> Request {
    let scene = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../problems/base");
    Request {
        roots: Roots { content: scene.join("content"), themes: scene.join("themes") },
        as_of: Some(date(2026, 11, 24)),
        today: date(2026, 11, 24),
        base_url: None,
        strict: false,
        drafts: Drafts::LeftOut,
    }
}

/// Judges the sound site with `text` at `path`, and holds the laws of any text.
pub fn judge(path: &str, text: &str) -> Content {
    let path = SourcePath::content(path);
    let tree = BASE.clone().with_text(path.clone(), text);
    let content = judged(&tree, &MEMORY);
    let shown = shown(&content);
    // A look without memory costs much more; one text in sixteen gets it.
    if text.len().is_multiple_of(16) {
        assert_eq!(
            shown,
            self::shown(&judged(&tree, &Memory::off())),
            "a second look says the same"
        );
        let mended = mend::of(&tree).into_iter().find(|mended| mended.path == path);
        let again = mended.map(|mended| BASE.clone().with_text(path.clone(), &mended.after));
        let needy = again.iter().flat_map(mend::of).any(|mended| mended.path == path);
        assert!(!needy, "a mended file needs no mend");
    }
    if let Some(record) = &content.record {
        let _ = progress::on(record, date(2030, 1, 1));
    }
    content
}

/// The sound site's files.
pub fn base() -> SourceTree {
    BASE.clone()
}

/// Prints the problems, to see why an input is not taken.
pub fn tell(content: &Content) {
    eprintln!("{}", shown(content));
}

/// The sound site with these texts in place of its files of the same paths.
pub fn with(texts: &[(&str, String)]) -> Content {
    let tree = texts
        .iter()
        .fold(BASE.clone(), |tree, (path, text)| tree.with_text(SourcePath::content(path), text));
    judged(&tree, &MEMORY)
}

fn judged(tree: &SourceTree, memory: &Memory) -> Content {
    pipeline::judge(tree.clone(), &request(), memory)
}

/// All problems as a terminal and as programs get them.
fn shown(content: &Content) -> String {
    let located = sorted(&content.problems, &content.tree);
    let told = terminal::render(&located, &content.tree, terminal::Style::Plain, 80);
    format!("{told}{}", json::render(&located, 0))
}
