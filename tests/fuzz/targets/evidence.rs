//! Files that are published as they are: a name, and bytes of any kind.
//!
//! Nobody finds a checksum by chance: what is a container is written as the parts that it holds, and packed here.
#![no_main]

use congkhai::attachment::{Kind, NotCleaned, cleaned, contents, kind};
use congkhai::output::OutputPath;
use congkhai::text::{file_names, is_nfc};
use congkhai_fuzz::packed::packed;
use libfuzzer_sys::fuzz_target;

const KINDS: [Kind; 7] = [
    Kind::Pdf,
    Kind::Word,
    Kind::OldOffice,
    Kind::OpenDocument,
    Kind::Jpeg,
    Kind::Webp,
    Kind::OtherPhoto,
];

fuzz_target!(|data: &[u8]| {
    let end = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    let name = String::from_utf8_lossy(&data[..end]);
    names(&name);
    let bytes = packed(data.get(end + 1..).unwrap_or_default());
    // The same file under a name that fits it, so that what is in it is looked at as well.
    let other = match kind(&name, &bytes) {
        Err(congkhai::attachment::Refusal::OtherKind(ending)) => ending,
        _ => None,
    };
    let names = [Some(name.into_owned()), other.map(|ending| format!("tep/a.{ending}"))];
    for name in names.into_iter().flatten() {
        let Ok(found) = kind(&name, &bytes) else { continue };
        let before = contents(found, &bytes);
        match cleaned(found, &bytes) {
            Ok(copy) => {
                assert!(!before.is_signed && !before.is_locked && !before.is_damaged);
                assert_eq!(kind(&name, &copy), Ok(found), "a copy is of the same kind");
                let after = contents(found, &copy);
                assert!(after.carried.is_empty() && !after.is_damaged, "{after:?}");
                assert!(!after.is_locked && !after.is_signed, "{after:?}");
                assert_eq!(cleaned(found, &copy), Err(NotCleaned::Nothing));
                assert_eq!(cleaned(found, &bytes), Ok(copy), "a copy is the same whenever made");
            }
            Err(NotCleaned::Nothing) => assert!(before.carried.is_empty()),
            Err(NotCleaned::Signed) => assert!(before.is_signed),
            Err(_) => {}
        }
    }
    for kind in KINDS {
        let _ = contents(kind, &bytes);
    }
});

/// A name that may be published is a path that may be written, and the other way round.
fn names(name: &str) {
    let relative = !name.split('/').any(|part| matches!(part, "" | "." | ".."));
    let is_fit = relative && is_nfc(name) && file_names::fault(name).is_none();
    assert_eq!(OutputPath::new(name).is_ok(), is_fit, "{name:?}");
}
