//! Faults of the command line, in Vietnamese.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// What was wrong with the command line, and where help is.
pub(super) fn message(error: &Error) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let (argument, value) = (context(ContextKind::InvalidArg), context(ContextKind::InvalidValue));
    let what = match error.kind() {
        ErrorKind::UnknownArgument => format!("Không có tùy chọn “{argument}”."),
        ErrorKind::InvalidSubcommand => {
            format!("Không có lệnh “{}”.", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            format!("Tùy chọn {argument} cần một giá trị.")
        }
        ErrorKind::InvalidValue => {
            format!(
                "“{value}” không dùng được cho {argument}. Các giá trị: {}.",
                context(ContextKind::ValidValue)
            )
        }
        ErrorKind::ValueValidation => {
            let reason =
                std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            format!("“{value}” không dùng được cho {argument}: {reason}")
        }
        ErrorKind::MissingRequiredArgument => format!("Thiếu {argument}."),
        ErrorKind::ArgumentConflict => {
            format!("Tùy chọn {argument} ghi lặp hoặc không đi cùng nhau.")
        }
        _ => "Lệnh không đúng.".to_owned(),
    };
    let near = match context(ContextKind::SuggestedArg) + &context(ContextKind::SuggestedSubcommand)
    {
        near if near.is_empty() => String::new(),
        near => format!(" Ý bạn là “{near}”?"),
    };
    format!("{what}{near}\nXem: congkhai --help")
}
