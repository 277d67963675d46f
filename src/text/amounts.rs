//! Amounts as plans write them: `80%`, `1.250 hồ sơ`, `0,5`; and levels to be reached: `ít nhất 80%`, `70 - 80%`.
//!
//! In: words. Out: exact numbers with their units, or what is wrong with a text that is meant as a number. A point
//! parts thousands and a comma decimals, never the other way. Nothing here goes through floating point.

use std::cmp::Ordering;
use std::fmt;

use super::normalize::{nfc, words};
use super::numbers::integer;

/// How many digits a number may have, so that products of two of them are exact.
const LONGEST: usize = 15;

/// A number with decimals.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    /// The number without its decimal mark.
    digits: i128,
    /// How many of the digits are decimals.
    decimals: u32,
}

/// A number with what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The number.
    pub number: Decimal,
    /// The unit beside it, if there is one.
    pub unit: Option<String>,
}

/// A level that an amount is to reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Level {
    /// That much, or more.
    AtLeast(Amount),
    /// More than that.
    MoreThan(Amount),
    /// That much, or less.
    AtMost(Amount),
    /// Less than that.
    LessThan(Amount),
    /// That much; whether more would do is not said.
    Exactly(Amount),
    /// Between two amounts, both among them.
    Between(Amount, Amount),
    /// No amount.
    InWords,
}

/// Why a text that looks like a number is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountFault {
    /// The marks between its digits stand in no Vietnamese order.
    Marks,
    /// It has more digits than anybody counts.
    TooLong,
    /// The first of two amounts is the greater one.
    Reversed,
}

impl fmt::Display for AmountFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Marks => {
                "dấu chấm ngăn hàng nghìn (1.250), dấu phẩy ngăn phần thập phân (0,5); không dùng ngược lại"
            }
            Self::TooLong => "số có quá nhiều chữ số",
            Self::Reversed => "số đầu lớn hơn số sau",
        })
    }
}

impl Decimal {
    /// Reads `80`, `-2`, `1.250`, `0,5`, `1.250.000,75`.
    pub fn parse(text: &str) -> Result<Self, AmountFault> {
        let (negative, plain) = match text.strip_prefix(['-', '−']) {
            Some(plain) => (true, plain),
            None => (false, text),
        };
        let (whole, decimals) = plain.split_once(',').unwrap_or((plain, ""));
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let groups: Vec<&str> = whole.split('.').collect();
        let grouped = groups.len() == 1
            || (groups[0].len() <= 3
                && !groups[0].starts_with('0')
                && groups[1..].iter().all(|group| group.len() == 3));
        let fits = grouped
            && groups.iter().all(|group| is_number(group))
            && plain.contains(',') == is_number(decimals);
        if !fits {
            return Err(AmountFault::Marks);
        }
        let digits = format!("{}{decimals}", groups.concat());
        if digits.len() > LONGEST {
            return Err(AmountFault::TooLong);
        }
        let digits: i128 = digits.parse().map_err(|_| AmountFault::Marks)?;
        let decimals = u32::try_from(decimals.len()).map_err(|_| AmountFault::TooLong)?;
        Ok(Self { digits: if negative { -digits } else { digits }, decimals })
    }

    /// For machines, without zeros at the end of decimals: `-0.5`, `1250`.
    pub fn plain(self) -> String {
        let sign = if self.digits < 0 { "-" } else { "" };
        let (whole, part) = self.parts();
        let decimals = format!("{part:0width$}", width = self.decimals as usize);
        match decimals.trim_end_matches('0') {
            "" => format!("{sign}{whole}"),
            decimals => format!("{sign}{whole}.{decimals}"),
        }
    }

    /// The difference to another number.
    pub fn minus(self, other: Self) -> Self {
        let (one, other, decimals) = self.aligned(other);
        Self { digits: one - other, decimals }
    }

    /// Zero.
    pub const ZERO: Self = Self { digits: 0, decimals: 0 };

    /// The share of this number in `whole`, in tenths of a percent, rounded half away from zero; none of zero.
    pub fn share_of(self, whole: Self) -> Option<i64> {
        let (part, whole, _) = self.aligned(whole);
        if whole == 0 {
            return None;
        }
        let doubled = 2 * part.checked_mul(1000)?;
        let rounded = (doubled.abs() + whole.abs()) / (2 * whole.abs());
        let sign = part.signum() * whole.signum();
        i64::try_from(sign * rounded).ok()
    }

    fn parts(self) -> (u128, u128) {
        let unit = 10_u128.pow(self.decimals);
        (self.digits.unsigned_abs() / unit, self.digits.unsigned_abs() % unit)
    }

    /// Both numbers in units of one power of ten, and its decimals.
    fn aligned(self, other: Self) -> (i128, i128, u32) {
        let decimals = self.decimals.max(other.decimals);
        let scaled = |number: Self| number.digits * 10_i128.pow(decimals - number.decimals);
        (scaled(self), scaled(other), decimals)
    }
}

/// As readers see it: 1.250,5.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = self.parts();
        let sign = if self.digits < 0 { "−" } else { "" };
        write!(f, "{sign}{}", integer(i64::try_from(whole).unwrap_or(i64::MAX)))?;
        match self.decimals {
            0 => Ok(()),
            decimals => write!(f, ",{part:0width$}", width = decimals as usize),
        }
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let (one, other, _) = self.aligned(*other);
        one.cmp(&other)
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl Amount {
    /// Reads a number and the unit behind it; nothing where the text is no amount but words.
    pub fn parse(text: &str) -> Result<Option<Self>, AmountFault> {
        let plain = words(&nfc(text)).collect::<Vec<_>>().join(" ");
        let in_number = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
        let signed = plain.strip_prefix(['-', '−']).map_or(plain.as_str(), str::trim_start);
        if !signed.starts_with(|c: char| c.is_ascii_digit()) {
            return Ok(None);
        }
        let start = plain.len() - signed.len();
        let end = signed.find(|c| !in_number(c)).unwrap_or(signed.len());
        let unit = signed[end..].trim_start();
        // `63/63 xã` and `31/12/2026` are no numbers with a unit.
        if !unit.is_empty() && !unit.starts_with(|c: char| c.is_alphabetic() || "%‰°".contains(c))
        {
            return Ok(None);
        }
        let number = Decimal::parse(&format!("{}{}", plain[..start].trim(), &signed[..end]))?;
        let unit = (!unit.is_empty()).then(|| unit.to_owned());
        Ok(Some(Self { number, unit }))
    }
}

/// The small letter, if it is as long as the capital, so that a text and its small letters can be cut alike.
fn lowered(letter: char) -> char {
    let mut small = letter.to_lowercase();
    match (small.next(), small.next()) {
        (Some(small), None) if small.len_utf8() == letter.len_utf8() => small,
        _ => letter,
    }
}

/// What an opening makes of the amount behind it.
type Opening = fn(Amount) -> Level;

/// What opens a level, and what it makes of the amount behind it; the longer openings come first.
const OPENINGS: [(&str, Opening); 17] = [
    ("đạt ít nhất ", Level::AtLeast),
    ("ít nhất ", Level::AtLeast),
    ("tối thiểu ", Level::AtLeast),
    ("không dưới ", Level::AtLeast),
    ("không thấp hơn ", Level::AtLeast),
    ("≥", Level::AtLeast),
    (">=", Level::AtLeast),
    ("trên ", Level::MoreThan),
    (">", Level::MoreThan),
    ("tối đa ", Level::AtMost),
    ("không quá ", Level::AtMost),
    ("không vượt quá ", Level::AtMost),
    ("không cao hơn ", Level::AtMost),
    ("≤", Level::AtMost),
    ("<=", Level::AtMost),
    ("dưới ", Level::LessThan),
    ("<", Level::LessThan),
];

impl Level {
    /// Reads a level; words that are none are [`Level::InWords`].
    pub fn parse(text: &str) -> Result<Self, AmountFault> {
        let plain = words(&nfc(text)).collect::<Vec<_>>().join(" ");
        let lower: String = plain.chars().map(lowered).collect();
        let cut = if lower.starts_with("đạt ") { "đạt ".len() } else { 0 };
        let (plain, lower) = (&plain[cut..], &lower[cut..]);
        for (opening, made) in OPENINGS {
            if lower.starts_with(opening) {
                return Ok(Amount::parse(&plain[opening.len()..])?.map_or(Self::InWords, made));
            }
        }
        for (closing, made) in [
            (" trở lên", Level::AtLeast as fn(Amount) -> Level),
            (" trở xuống", Level::AtMost as fn(Amount) -> Level),
        ] {
            if lower.ends_with(closing) {
                let from = if lower.starts_with("từ ") { "từ ".len() } else { 0 };
                let amount = Amount::parse(&plain[from..plain.len() - closing.len()])?;
                return Ok(amount.map_or(Self::InWords, made));
            }
        }
        if let Some(between) = Self::between(plain, lower)? {
            return Ok(between);
        }
        Ok(Amount::parse(plain)?.map_or(Self::InWords, Self::Exactly))
    }

    /// `từ 70 đến 80%`, `70 - 80%`, `70%–80%`.
    fn between(plain: &str, lower: &str) -> Result<Option<Self>, AmountFault> {
        let start = if lower.starts_with("từ ") { "từ ".len() } else { 0 };
        let parting = [" đến ", " - ", " – ", "–", "-"].into_iter().find_map(|mark| {
            let at = lower[start..].find(mark).filter(|at| *at > 0)?;
            Some((&plain[start..start + at], &plain[start + at + mark.len()..]))
        });
        let Some((first, second)) = parting else { return Ok(None) };
        let (Some(mut first), Some(second)) = (Amount::parse(first)?, Amount::parse(second)?)
        else {
            return Ok(None);
        };
        if first.unit.is_none() {
            first.unit.clone_from(&second.unit);
        }
        if first.unit != second.unit {
            return Ok(Some(Self::InWords));
        }
        if second.number < first.number {
            return Err(AmountFault::Reversed);
        }
        Ok(Some(Self::Between(first, second)))
    }

    /// The amounts in it, the lesser first.
    pub fn amounts(&self) -> Vec<&Amount> {
        match self {
            Self::AtLeast(amount)
            | Self::MoreThan(amount)
            | Self::AtMost(amount)
            | Self::LessThan(amount)
            | Self::Exactly(amount) => vec![amount],
            Self::Between(first, second) => vec![first, second],
            Self::InWords => Vec::new(),
        }
    }

    /// Those of them, to be given the unit that is meant where none is beside them.
    pub fn amounts_mut(&mut self) -> Vec<&mut Amount> {
        match self {
            Self::AtLeast(amount)
            | Self::MoreThan(amount)
            | Self::AtMost(amount)
            | Self::LessThan(amount)
            | Self::Exactly(amount) => vec![amount],
            Self::Between(first, second) => vec![first, second],
            Self::InWords => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(amount: &Amount) -> String {
        let unit = amount.unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default();
        format!("{}{unit}", amount.number.plain())
    }

    #[track_caller]
    fn amount(text: &str, expected: &str) {
        let found = match Amount::parse(text) {
            Ok(Some(amount)) => shown(&amount),
            Ok(None) => "words".to_owned(),
            Err(fault) => format!("{fault:?}"),
        };
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers_are_vietnamese() {
        amount("80%", "80 %");
        amount("80 %", "80 %");
        amount("1.250", "1250");
        amount("1.250.000 đồng", "1250000 đồng");
        amount("0,5", "0.5");
        amount("1.250,75 ha", "1250.75 ha");
        amount("-2,5%", "-2.5 %");
        amount("−3", "-3");
        amount("007", "7");
        for text in ["3.5", "1.25.000", "1250.000", "0.500", "1,2,3", "80.", "80,", "1..000"] {
            amount(text, "Marks");
        }
        amount("1234567890123456", "TooLong");
        for text in ["", "hoàn thành", "63/63 xã", "31/12/2026", "Top 10", ",5", "%"] {
            amount(text, "words");
        }
    }

    #[track_caller]
    fn level(text: &str, expected: &str) {
        let found = match Level::parse(text) {
            Ok(level) => {
                let amounts: Vec<_> = level.amounts().into_iter().map(shown).collect();
                let name = format!("{level:?}");
                let name = name.split('(').next().unwrap_or_default();
                format!("{name} {}", amounts.join("..")).trim_end().to_owned()
            }
            Err(fault) => format!("{fault:?}"),
        };
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn levels_are_read_as_their_words_say() {
        level("80%", "Exactly 80 %");
        level("Đạt 100%", "Exactly 100 %");
        level("Ít nhất 80%", "AtLeast 80 %");
        level("tối thiểu 1.250 hồ sơ", "AtLeast 1250 hồ sơ");
        level("≥ 0,5", "AtLeast 0.5");
        level("từ 80% trở lên", "AtLeast 80 %");
        level("Trên 80%", "MoreThan 80 %");
        level("đạt trên 80%", "MoreThan 80 %");
        level("không quá 5%", "AtMost 5 %");
        level("5 ngày trở xuống", "AtMost 5 ngày");
        level("dưới 5%", "LessThan 5 %");
        level("từ 70 đến 80%", "Between 70 %..80 %");
        level("70 - 80%", "Between 70 %..80 %");
        level("70%–80%", "Between 70 %..80 %");
        level("80 - 70%", "Reversed");
        level("3.5", "Marks");
        level("ít nhất 3.5 %", "Marks");
        for text in [
            "trong nhóm 10 tỉnh dẫn đầu",
            "trên dưới 80%",
            "khoảng 80%",
            "hoàn thành",
            "63/63 xã",
            "5% - 3 ngày",
            "",
        ] {
            level(text, "InWords");
        }
    }

    #[test]
    fn shares_are_exact_and_rounded_half_up() {
        #[track_caller]
        fn check(part: &str, whole: &str, tenths: Option<i64>) {
            let [part, whole] = [part, whole].map(|text| Decimal::parse(text).unwrap());
            assert_eq!(part.share_of(whole), tenths, "{part} {whole}");
        }
        check("62", "80", Some(775));
        check("0,5", "1,25", Some(400));
        check("1", "2.000", Some(1));
        check("1", "3.000", Some(0));
        check("-1", "2", Some(-500));
        check("5", "0", None);
        check("999999999999999", "0,00000000000001", None);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_without_a_fall(text in ".*", digits in "[-−]?[0-9.,]{0,20}") {
            for text in [&text, &digits, &format!("Từ {digits} đến {text}"), &format!("DƯỚI {text}")] {
                let _ = Level::parse(text);
            }
        }

        #[test]
        fn what_readers_see_of_a_number_is_read_as_that_number(number in -999_999_999_i64..999_999_999, decimals in 0_u32..5) {
            let number = Decimal { digits: i128::from(number), decimals };
            proptest::prop_assert_eq!(Decimal::parse(&number.to_string()), Ok(number));
        }
    }

    #[test]
    fn numbers_compare_by_value() {
        let number = |text| Decimal::parse(text).unwrap();
        assert_eq!(number("0,50"), number("0,5"));
        assert!(number("1.250") > number("1249,99"));
        assert_eq!(number("80").minus(number("0,5")).plain(), "79.5");
        assert_eq!(number("1.250,50").to_string(), "1.250,50");
        assert_eq!(number("-2,05").to_string(), "−2,05");
    }
}
