//! Plain text, and text that a browser runs.

/// How a document begins that browsers run, where a server or an old browser looks into the file ("MIME Sniffing",
/// WHATWG, section 7.1), and what servers run.
const RUN: &[&str] = &[
    "<!doctype",
    "<html",
    "<head",
    "<script",
    "<iframe",
    "<h1",
    "<div",
    "<font",
    "<table",
    "<a ",
    "<style",
    "<title",
    "<b>",
    "<body",
    "<br",
    "<p>",
    "<!--",
    "<?xml",
    "<?php",
    "<?=",
    "<%",
    "<svg",
    "<img",
    "<link",
    "<meta",
    "<form",
    "<object",
    "<embed",
    "<base",
    "<frameset",
    "#!",
];

/// How many bytes of a file browsers look at.
const LOOKED_AT: usize = 1_445;

/// Whether the bytes are text, in whatever letters.
pub(super) fn is_text(bytes: &[u8]) -> bool {
    let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let control = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a);
    wide || !bytes.iter().any(control)
}

/// Whether a browser or a server may take the text for a document that it runs.
pub(super) fn is_active(bytes: &[u8]) -> bool {
    // Letters of two bytes have a zero beside each Latin one.
    let head: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).take(LOOKED_AT).collect();
    let head = String::from_utf8_lossy(&head).to_lowercase();
    let head = head
        .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{fffd}'));
    RUN.iter().any(|start| head.starts_with(start))
}
