//! Addresses of sites as editors and the command line give them, and addresses of any page.
#![no_main]

use congkhai::text::SiteAddress;
use congkhai::text::address::{
    as_browsers_read, is_letter, is_mailbox, is_web_address, mailto, readable, scheme,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let browsers = as_browsers_read(text);
    assert_eq!(as_browsers_read(&browsers), browsers);
    let _ = scheme(&browsers);
    let _ = is_letter(text);
    if is_mailbox(text) {
        assert!(is_letter(mailto(text).trim_start_matches("mailto:")), "{text:?}");
    }
    // What people are shown of an address leads where the address does.
    if is_web_address(text) {
        let shown = readable(text);
        assert!(is_web_address(&shown), "{shown:?}");
        assert_eq!(readable(&shown), shown);
    }
    let Ok(address) = SiteAddress::read(text) else { return };
    assert!(is_web_address(text));
    let written = address.as_str();
    let rest = written.strip_prefix("https://").or(written.strip_prefix("http://"));
    let (authority, path) = rest.expect("a scheme").split_once('/').expect("a path");
    assert!(authority.starts_with(address.host()) && !address.host().is_empty(), "{written:?}");
    assert!(!authority.contains(['@', '\\', '%']), "{written:?}");
    let host = address.host();
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let name = host.strip_suffix('.').unwrap_or(host);
    assert!(host.starts_with('[') || name.len() <= 253 && name.split('.').all(label), "{host:?}");
    assert!(path.is_empty() || path.ends_with('/'), "{written:?}");
    assert!(!path.split('/').any(|folder| matches!(folder, "." | "..")), "{written:?}");
    assert!(!written.contains(['?', '#', '"', '<', '>', '\\', ' ']), "{written:?}");
    assert!(written.bytes().all(|byte| byte.is_ascii_graphic()), "{written:?}");
    assert_eq!(SiteAddress::read(written).as_ref(), Ok(&address));
    // Letters and digits of an escape are as large as who wrote it made them.
    let shown = SiteAddress::read(&readable(written)).expect("what people read is an address");
    assert!(shown.as_str().eq_ignore_ascii_case(written), "{written:?}");
});
