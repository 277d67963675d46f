//! Numbers of sheets as the sheet shows them (ECMA-376 part 1, 18.8.30), in Vietnamese: `1.234,5`, day before month.

use std::fmt::Write as _;

use jiff::civil::{DateTime, date};
use jiff::{Span, ToSpan as _};

/// What a number shows, and whether the form was understood whole.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// As the sheet shows it, or the plain number.
    pub(super) text: String,
    /// Whether a person should look at it: the form holds what is not known here.
    pub(super) doubtful: bool,
}

/// Forms that a Vietnamese program shows in its own order, by their number.
const BY_NUMBER: [(u32, &str); 4] =
    [(14, "dd/mm/yyyy"), (15, "dd/mm/yyyy"), (17, "mm/yyyy"), (22, "dd/mm/yyyy hh:mm")];

/// The number in its form. `id` is the form's number, where it is one that programs know by heart.
pub(super) fn shown(value: f64, code: &str, id: Option<u32>, from_1904: bool) -> Shown {
    let known = BY_NUMBER.iter().find(|(number, own)| id == Some(*number) && *own != code);
    let code = known.map_or(code, |(_, own)| own);
    // The first section is that of numbers that are not negative; another one only adds signs.
    let section = sections(code).next().unwrap_or_default();
    let plain = || plain(value);
    if section.is_empty() || section.eq_ignore_ascii_case("general") || section == "@" {
        return Shown { text: plain(), doubtful: false };
    }
    let tokens = tokens(section);
    let text = if tokens.iter().any(|token| matches!(token, Token::Letters(_))) {
        moment(value, from_1904).and_then(|moment| dated(&tokens, moment))
    } else {
        numbered(&tokens, value)
    };
    match text {
        Some(text) => Shown { text, doubtful: false },
        None => Shown { text: plain(), doubtful: true },
    }
}

/// The sections of a form, which semicolons part outside quotes.
fn sections(code: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    code.split(move |c| {
        quoted ^= c == '"';
        c == ';' && !quoted
    })
}

/// A number as people write it, with a comma before its decimals.
fn plain(value: f64) -> String {
    if value.is_finite() && value.abs() < 1e15 && value.fract() == 0.0 {
        return format!("{value:.0}");
    }
    // Programs show no more digits than these; the rest is how machines count.
    let digits = format!("{value:.10}");
    digits.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}

#[derive(Debug, PartialEq, Eq)]
enum Token {
    /// The same letter again and again: of a date.
    Letters(String),
    /// Text as it stands.
    Text(String),
    /// Places of digits: `#,##0.00`.
    Places(String),
    Percent,
    /// What is not known here.
    Other,
}

fn tokens(section: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut signs = section.chars().peekable();
    while let Some(sign) = signs.next() {
        let token = match sign {
            '"' => Token::Text(signs.by_ref().take_while(|sign| *sign != '"').collect()),
            '\\' => Token::Text(signs.next().map(String::from).unwrap_or_default()),
            // A blank as wide as a sign, or a sign again and again to the edge.
            '_' | '*' => {
                signs.next();
                Token::Text(if sign == '_' { " ".to_owned() } else { String::new() })
            }
            '[' => {
                let inner: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                let is_look = inner.starts_with('$')
                    || inner.chars().all(|c| c.is_ascii_alphabetic()) && inner.len() > 2;
                // A currency may stand before the language: `[$đ-42A]`.
                let currency = inner
                    .strip_prefix('$')
                    .and_then(|rest| rest.split('-').next())
                    .unwrap_or_default();
                if is_look { Token::Text(currency.to_owned()) } else { Token::Other }
            }
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => {
                let mut letters = sign.to_lowercase().to_string();
                while let Some(next) = signs.next_if(|next| next.eq_ignore_ascii_case(&sign)) {
                    letters.extend(next.to_lowercase());
                }
                Token::Letters(letters)
            }
            '0' | '#' | '?' => {
                let mut places = sign.to_string();
                while let Some(next) =
                    signs.next_if(|next| matches!(next, '0' | '#' | '?' | ',' | '.'))
                {
                    places.push(next);
                }
                Token::Places(places)
            }
            '%' => Token::Percent,
            '/' | '-' | ':' | '.' | ',' | ' ' | '(' | ')' | '+' | '$' | '\u{a0}' => {
                Token::Text(sign.to_string())
            }
            sign if !sign.is_ascii() => Token::Text(sign.to_string()),
            _ => Token::Other,
        };
        tokens.push(token);
    }
    tokens
}

/// The moment that a number of days stands for.
fn moment(value: f64, from_1904: bool) -> Option<DateTime> {
    if !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    // The programs believe that 1900 was a leap year (18.17.4.1).
    let days = value.floor();
    let start = if from_1904 {
        date(1904, 1, 1)
    } else if days < 60.0 {
        date(1899, 12, 31)
    } else {
        date(1899, 12, 30)
    };
    #[expect(clippy::cast_possible_truncation, reason = "within the range that was looked at")]
    let (days, seconds) = (days as i64, ((value - days) * 86_400.0).round() as i64);
    let span: Span = days.days();
    start.at(0, 0, 0, 0).checked_add(span).ok()?.checked_add(seconds.seconds()).ok()
}

fn dated(tokens: &[Token], moment: DateTime) -> Option<String> {
    let mut text = String::new();
    let mut after_hours = false;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Text(own) => text.push_str(own),
            Token::Letters(letters) => {
                let before_seconds = tokens[at + 1..]
                    .iter()
                    .find_map(|token| match token {
                        Token::Letters(letters) => Some(letters.starts_with('s')),
                        _ => None,
                    })
                    .unwrap_or(false);
                let written = match letters.as_str() {
                    "d" => write!(text, "{}", moment.day()),
                    "dd" => write!(text, "{:02}", moment.day()),
                    "m" if after_hours || before_seconds => write!(text, "{}", moment.minute()),
                    "mm" if after_hours || before_seconds => write!(text, "{:02}", moment.minute()),
                    "m" => write!(text, "{}", moment.month()),
                    "mm" => write!(text, "{:02}", moment.month()),
                    "yy" => write!(text, "{:02}", moment.year() % 100),
                    "yyyy" | "y" => write!(text, "{}", moment.year()),
                    "h" => write!(text, "{}", moment.hour()),
                    "hh" => write!(text, "{:02}", moment.hour()),
                    "s" => write!(text, "{}", moment.second()),
                    "ss" => write!(text, "{:02}", moment.second()),
                    // Names of months and days are the program's own.
                    _ => return None,
                };
                written.ok()?;
                after_hours = letters.starts_with('h');
            }
            Token::Places(_) | Token::Percent | Token::Other => return None,
        }
    }
    Some(text)
}

fn numbered(tokens: &[Token], value: f64) -> Option<String> {
    let percent = tokens.contains(&Token::Percent);
    let value = if percent { value * 100.0 } else { value };
    if !value.is_finite() || value.abs() >= 1e15 {
        return None;
    }
    let mut text = String::new();
    let mut placed = false;
    for token in tokens {
        match token {
            Token::Text(own) => text.push_str(own),
            Token::Percent => text.push('%'),
            Token::Places(places) if !placed => {
                placed = true;
                let (whole, decimals) = places.split_once('.').unwrap_or((places, ""));
                // A comma at the end means thousands.
                if whole.ends_with(',') || decimals.contains(',') {
                    return None;
                }
                let least = decimals.matches('0').count();
                let rounded = format!("{:.*}", decimals.len(), value.abs());
                let (digits, fraction) = rounded.split_once('.').unwrap_or((&rounded, ""));
                let width = whole.matches('0').count();
                let digits = format!("{digits:0>width$}");
                if value < 0.0 {
                    text.push('-');
                }
                for (at, digit) in digits.chars().enumerate() {
                    if whole.contains(',') && at > 0 && (digits.len() - at).is_multiple_of(3) {
                        text.push('.');
                    }
                    text.push(digit);
                }
                let fraction = fraction.trim_end_matches('0');
                if !fraction.is_empty() || least > 0 {
                    write!(text, ",{fraction:0<least$}").ok()?;
                }
            }
            Token::Places(_) | Token::Letters(_) | Token::Other => return None,
        }
    }
    placed.then(|| text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[track_caller]
    fn check(value: f64, code: &str, expected: &str) {
        let shown = shown(value, code, None, false);
        assert_eq!((shown.text.as_str(), shown.doubtful), (expected, false), "{code}");
    }

    #[test]
    fn numbers_are_shown_in_their_form() {
        check(3.0, "General", "3");
        check(0.1 + 0.2, "General", "0,3");
        check(1234.5, "#,##0.00", "1.234,50");
        check(1234.5, "#,##0.##", "1.234,5");
        check(0.155, "0%", "16%");
        check(0.155, "0.0%", "15,5%");
        check(7.0, "000", "007");
        check(-2.5, "0.0;[Red]-0.0", "-2,5");
        check(5_000_000.0, "#,##0\\ [$đ-42A]", "5.000.000 đ");
        check(5.0, "\"Quý \"0", "Quý 5");
    }

    #[test]
    fn days_are_shown_in_their_form() {
        check(46203.0, "dd/mm/yyyy", "30/06/2026");
        check(46203.0, "d/m/yyyy;@", "30/6/2026");
        check(46203.0, "[$-42A]mm/yyyy", "06/2026");
        check(46203.75, "hh:mm dd/mm/yy", "18:00 30/06/26");
        check(59.0, "d/m/yyyy", "28/2/1900");
        assert_eq!(shown(46203.0, "mm-dd-yy", Some(14), false).text, "30/06/2026");
        assert_eq!(shown(44741.0, "dd/mm/yyyy", None, true).text, "30/06/2026");
    }

    #[test]
    fn what_is_not_known_is_shown_plainly_and_doubted() {
        for (value, code) in [
            (0.5, "# ?/?"),
            (46203.0, "dddd"),
            (12.0, "0.00E+00"),
            (-1.0, "dd/mm/yyyy"),
            (2.0, "#,"),
        ] {
            let shown = shown(value, code, None, false);
            assert!(shown.doubtful, "{code} {shown:?}");
        }
    }
}
