//! Faults of the program itself, told as such.
//!
//! In: the work of a command. Out: its exit code; where any thread panicked, a sentence with what is to be sent to
//! whoever makes this program, and exit code 101. No content is told: messages of panics quote what they stumbled on.

use std::any::Any;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};

use super::surroundings::{Exit, NoSurroundings};

/// How a program ends whose own code is at fault.
const OWN_FAULT: u8 = 101;

/// The longest reason that is told, in characters.
const LONGEST: usize = 300;

/// The places that were told. Several threads may panic at one, and a preview survives and comes there again.
static TOLD: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// What a thread says that waited for another one, which panicked.
const FOLLOWS: &str = "a scoped thread panicked";

/// Does the work; a panic in any thread is told in Vietnamese, with the command line of `arguments`.
pub fn guarded(arguments: &[OsString], work: impl FnOnce() -> ExitCode) -> ExitCode {
    let command = command_line(arguments);
    panic::set_hook(Box::new(move |fault| {
        let place = fault.location().map(ToString::to_string).unwrap_or_default();
        let mut known = TOLD.lock().unwrap_or_else(PoisonError::into_inner);
        let follows = message(fault.payload()) == FOLLOWS && !known.is_empty();
        if !follows && known.insert(place.clone()) {
            // Nowhere is left to tell that the error stream is closed.
            let _ =
                io::stderr().write_all(told(&command, &place, message(fault.payload())).as_bytes());
        }
    }));
    // What the work leaves half done is dropped with it: files are exchanged whole.
    match panic::catch_unwind(AssertUnwindSafe(work)) {
        Ok(code) => code,
        Err(payload) if is_want_of_threads(message(&*payload)) => Exit::Environment.into(),
        Err(_) => ExitCode::from(OWN_FAULT),
    }
}

fn told(command: &str, place: &str, message: &str) -> String {
    if is_want_of_threads(message) {
        return format!("lỗi máy: {}\n", NoSurroundings::Threads);
    }
    sentence(command, place, message)
}

fn sentence(command: &str, place: &str, message: &str) -> String {
    format!(
        "lỗi của chính công cụ, không phải của nội dung: gặp chỗ không được phép xảy ra. Tệp nội dung và trang đã công \
         bố không bị ghi dở. Xin gửi các dòng sau cho người làm công cụ:\n  \
         phiên bản: congkhai {}\n  lệnh: {command}\n  chỗ: {place}\n  lý do: {}\n",
        env!("CARGO_PKG_VERSION"),
        without_content(message),
    )
}

/// A library may start threads of its own, and knows no other way to tell that the system has none.
fn is_want_of_threads(message: &str) -> bool {
    message.starts_with("failed to spawn thread")
}

fn message(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<&str>().copied();
    let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("không rõ lý do")
}

/// The first line of the message; what it quotes may be content and is left out.
fn without_content(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default();
    let mut kept = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(['`', '"', '“']) {
        let (before, quoted) = rest.split_at(at);
        let mut signs = quoted.chars();
        let open = signs.next().expect("a sign was found there");
        let close = if open == '“' { '”' } else { open };
        let (inner, after) = signs.as_str().split_once(close).unwrap_or((signs.as_str(), ""));
        kept.push_str(before);
        kept.push(open);
        kept.push_str(if is_code(inner) { inner } else { "…" });
        kept.push(close);
        rest = after;
    }
    kept.push_str(rest);
    kept.chars().take(LONGEST).collect()
}

/// Whether the text is the name of a function or of a variant, as Rust's own messages quote them.
fn is_code(text: &str) -> bool {
    ["Err", "None", "Ok", "Some"].contains(&text) || text.contains("::") && text.ends_with("()")
}

/// What was typed; of `key=value` the key alone, since values are content.
fn command_line(arguments: &[OsString]) -> String {
    let mut words = vec!["congkhai".to_owned()];
    words.extend(arguments.iter().skip(1).map(|word| {
        let word = word.to_string_lossy();
        match word.split_once('=') {
            Some((key, _)) if !word.starts_with('-') => format!("{key}=…"),
            _ => word.into_owned(),
        }
    }));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(message: &str, expected: &str) {
        assert_eq!(without_content(message), expected);
    }

    #[test]
    fn what_a_message_quotes_is_not_told() {
        check("every AgencyId comes from this Site", "every AgencyId comes from this Site");
        check(
            "start byte index 1 is inside 'ệ' of `việc mật`",
            "start byte index 1 is inside 'ệ' of `…`",
        );
        check(
            "called `Option::unwrap()` on a `None` value",
            "called `Option::unwrap()` on a `None` value",
        );
        check("it: Os { code: 2, message: \"tệp “a”", "it: Os { code: 2, message: \"…\"");
        check("một “hai” ba “bốn", "một “…” ba “…”");
        check("assertion failed\n  left: việc mật", "assertion failed");
        assert_eq!(without_content(&"ư".repeat(900)).chars().count(), LONGEST);
    }

    #[test]
    fn values_are_no_part_of_the_command_line() {
        let words = ["/usr/bin/congkhai", "new", "event", "--content=nd", "noi_dung=việc mật"];
        let words = words.map(OsString::from);
        assert_eq!(command_line(&words), "congkhai new event --content=nd noi_dung=…");
    }

    #[test]
    fn the_sentence_says_what_to_send() {
        let text = sentence("congkhai check", "src/a.rs:1:2", "broken promise");
        for part in [env!("CARGO_PKG_VERSION"), "congkhai check", "src/a.rs:1:2", "broken promise"]
        {
            assert!(text.contains(part), "{text}");
        }
    }
}
