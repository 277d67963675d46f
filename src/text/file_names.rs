//! What a file may be called so that every server, system and link can carry it.
//!
//! In: a relative path. Out: what is wrong with it. The rules are those of Windows, where editors work and some
//! portals stand ("Naming Files, Paths, and Namespaces", Microsoft), and the limits of Linux.

/// The most bytes of one name. Linux has 255; the rest is room for the endings of copies made beside it.
pub const LONGEST_NAME: usize = 240;

/// The most bytes of a path.
pub const LONGEST_PATH: usize = 400;

/// Signs that no name may hold on Windows.
pub const FOREIGN: &str = r#"\:*?"<>|"#;

/// Names that are devices on Windows, whatever ending follows them.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Why a path cannot be carried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameFault {
    /// A sign that means something else to some system.
    Sign(char),
    /// A character that nobody sees.
    Hidden(char),
    /// A name that begins or ends with a space, or ends with a dot.
    Edge,
    /// A name that is a device, such as `con`.
    Device(String),
    /// A name of this many bytes.
    LongName(usize),
    /// A path of this many bytes.
    LongPath(usize),
}

/// The first fault of a relative path whose names stand between `/`.
pub fn fault(path: &str) -> Option<NameFault> {
    if let Some(sign) = path.chars().find(|c| FOREIGN.contains(*c)) {
        return Some(NameFault::Sign(sign));
    }
    if let Some(hidden) = path.chars().find(|c| super::normalize::is_unfit(*c)) {
        return Some(NameFault::Hidden(hidden));
    }
    let of_one = |name: &str| {
        if name.ends_with(['.', ' ']) || name.starts_with(' ') {
            Some(NameFault::Edge)
        } else if is_device(name) {
            Some(NameFault::Device(name.to_owned()))
        } else {
            (name.len() > LONGEST_NAME).then_some(NameFault::LongName(name.len()))
        }
    };
    let long = || (path.len() > LONGEST_PATH).then_some(NameFault::LongPath(path.len()));
    path.split('/').find_map(of_one).or_else(long)
}

/// Whether Windows reads the name as a device: `con`, `aux.pdf`, `COM1`, `lpt¹.txt`.
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    let numbered = |prefix: &str| {
        let mut rest = stem.strip_prefix(prefix).unwrap_or_default().chars();
        let digit = |c: char| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³');
        rest.next().is_some_and(digit) && rest.next().is_none()
    };
    DEVICES.contains(&stem.as_str()) || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, expected: Option<NameFault>) {
        assert_eq!(fault(path), expected, "{path:?}");
    }

    #[test]
    fn common_names_pass() {
        for path in [
            "tep/Biên bản nghiệm thu (lần 2) – số 12#3, 100%.pdf",
            "a/b.tar.gz",
            "console.pdf",
            "com.pdf",
            "com10.pdf",
            "auxiliary/con-so.txt",
            "tep/~a'&+=;@[1]{2}!$^`.pdf",
        ] {
            check(path, None);
        }
    }

    #[test]
    fn signs_of_other_systems_are_told() {
        for sign in FOREIGN.chars() {
            check(&format!("tep/a{sign}b.pdf"), Some(NameFault::Sign(sign)));
        }
        check("tep/a\nb.pdf", Some(NameFault::Hidden('\n')));
        check("tep/a\u{202e}fdp.exe", Some(NameFault::Hidden('\u{202e}')));
        check("tep/a\u{7f}", Some(NameFault::Hidden('\u{7f}')));
    }

    #[test]
    fn edges_and_devices_are_told() {
        for path in ["tep/a.", "tep/a.pdf ", "tep./a.pdf", "tep/ a.pdf", "tep /a.pdf"] {
            check(path, Some(NameFault::Edge));
        }
        for name in ["con", "AUX.pdf", "Nul.tar.gz", "com1", "LPT9.txt", "com¹.txt", "con .pdf"] {
            check(&format!("tep/{name}"), Some(NameFault::Device(name.to_owned())));
        }
    }

    #[test]
    fn lengths_are_counted_in_bytes() {
        check(&"đ".repeat(120), None);
        check(&"đ".repeat(121), Some(NameFault::LongName(242)));
        let deep = ["a".repeat(200), "b".repeat(200)].join("/");
        check(&deep, Some(NameFault::LongPath(401)));
    }
}
