//! Words and names that stand for each other in a query.
//!
//! In: the site. Out: for agencies the names that they had, will have and are called, abbreviations among them; rows
//! of what may be typed and what is then looked for too.

use std::collections::BTreeSet;

use crate::model::{Agency, AgencyId, Site};
use crate::progress::Progress;
use crate::text::search_key;
use crate::vocabulary::agencies as words;

/// How many words an abbreviation's meaning may have to stand for it in a query.
const LONGEST_MEANING: usize = 9;

/// Phrases that are looked for where one of others is typed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Synonyms {
    /// What is typed.
    pub typed: Vec<String>,
    /// What is looked for then, the nearest first.
    pub meant: Vec<String>,
}

impl Synonyms {
    fn of(typed: &str, meant: &str) -> Self {
        Self { typed: vec![typed.to_owned()], meant: vec![meant.to_owned()] }
    }
}

/// Abbreviations and their meanings, agencies by all their names, and what the editors say means the same.
pub(super) fn synonyms(site: &Site) -> Vec<Synonyms> {
    let mut rows: BTreeSet<Synonyms> = BTreeSet::new();
    let mut both = |one: &str, other: &str| {
        rows.insert(Synonyms::of(one, other));
        rows.insert(Synonyms::of(other, one));
    };
    for term in &site.terms {
        let capitals = term.word.chars().filter(|c| c.is_uppercase()).count();
        let words = term.meaning.split_whitespace().count();
        if capitals > 1 && !term.word.contains(' ') && words <= LONGEST_MEANING {
            both(&term.word, &term.meaning);
        }
    }
    for name in site.agencies.values().flat_map(|agency| &agency.names) {
        if let Some(short) = &name.short {
            both(short, &name.full);
        }
    }
    for agency in site.agencies.values() {
        let Some(last) = agency.names.last() else { continue };
        let meant: Vec<String> = std::iter::once(&last.full).chain(&last.short).cloned().collect();
        let of_alias =
            |alias: &String| Synonyms { typed: vec![alias.clone()], meant: meant.clone() };
        rows.extend(agency.aliases.iter().map(of_alias));
        for name in &agency.names {
            rows.extend(parts(&name.full).into_iter().flat_map(Abbreviated::rows));
        }
    }
    for group in &site.same_words {
        rows.insert(Synonyms { typed: group.clone(), meant: group.clone() });
    }
    rows.into_iter().collect()
}

/// Every name of an agency, full and short, oldest first.
pub(super) fn spellings(agency: &Agency) -> impl Iterator<Item = &str> {
    agency
        .names
        .iter()
        .flat_map(|name| std::iter::once(&name.full).chain(&name.short))
        .map(String::as_str)
}

/// The names of the agencies that it came from and of those that it went into: who asks for one of them wants to know
/// who was before and who goes on.
pub(super) fn of_kin<'a>(progress: &Progress<'a>, id: &AgencyId) -> Vec<&'a str> {
    let changes = &progress.agency(id).changes;
    let of = |ids: &'a [AgencyId]| ids.iter().filter(|kin| *kin != id);
    let before =
        changes.iter().filter(|change| change.to.contains(id)).flat_map(|change| of(&change.from));
    let after =
        changes.iter().filter(|change| change.from.contains(id)).flat_map(|change| of(&change.to));
    let kin: BTreeSet<&AgencyId> = before.chain(after).collect();
    kin.into_iter().flat_map(|kin| spellings(progress.site.agency(kin))).collect()
}

/// What its names are cut down to in speech and chat: “Sở TTTT”, “STTTT”, “4T”.
pub(super) fn abbreviations(agency: &Agency) -> BTreeSet<String> {
    let names = agency.names.iter().filter_map(|name| parts(&name.full));
    names.flat_map(|name| name.typed().chain([name.whole()]).collect::<Vec<_>>()).collect()
}

/// A name as its abbreviations are made of it.
struct Abbreviated {
    /// “Sở”.
    head: String,
    /// “Thông tin và Truyền thông”.
    rest: String,
    /// “TTTT”.
    initials: String,
}

/// The parts of a name that begins with what all of its kind begin with; none where the rest is one word.
fn parts(name: &str) -> Option<Abbreviated> {
    let key = search_key(name);
    let is_head = |head: &&&str| {
        key.strip_prefix(&search_key(head)).is_some_and(|rest| rest.starts_with(' '))
    };
    let head = words::HEADS.iter().find(is_head)?;
    let length = head.split_whitespace().count();
    let all: Vec<&str> = name.split_whitespace().collect();
    let mut rest = all.get(length..)?;
    // A level at the end tells which of many, and is not said.
    if let [name @ .., last] = rest
        && words::LEVELS.contains(last)
    {
        rest = name;
    }
    let initials: String = rest
        .iter()
        .filter(|word| !words::SKIPPED.contains(word))
        .filter_map(|word| {
            let is_short = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
            match is_short {
                true => Some((*word).to_owned()),
                false => {
                    word.chars().find(|c| c.is_alphanumeric()).map(|c| c.to_uppercase().to_string())
                }
            }
        })
        .collect();
    (initials.chars().count() > 1).then(|| Abbreviated {
        head: all[..length].join(" "),
        rest: rest.join(" "),
        initials,
    })
}

impl Abbreviated {
    /// How often its one letter stands, where all initials are one: “4T”.
    fn counted(&self) -> Option<String> {
        let first = self.initials.chars().next()?;
        let count = self.initials.chars().count();
        (count > 2 && self.initials.chars().all(|c| c == first)).then(|| format!("{count}{first}"))
    }

    fn typed(&self) -> impl Iterator<Item = String> {
        let short = [Some(&self.initials), self.counted().as_ref()]
            .into_iter()
            .flatten()
            .cloned()
            .collect::<Vec<_>>();
        let head = self.head.clone();
        short.into_iter().map(move |short| format!("{head} {short}"))
    }

    /// “STTTT”, of the initials of the head too.
    fn whole(&self) -> String {
        let head = self.head.split_whitespace().filter_map(|word| word.chars().next());
        head.flat_map(char::to_uppercase).chain(self.initials.chars()).collect()
    }

    fn rows(self) -> Vec<Synonyms> {
        let name = format!("{} {}", self.head, self.rest);
        let mut rows = vec![Synonyms { typed: vec![self.whole()], meant: vec![name] }];
        // Two letters alone stand for too much.
        if self.initials.chars().count() > 2 {
            let typed = std::iter::once(self.initials.clone()).chain(self.counted()).collect();
            rows.push(Synonyms { typed, meant: vec![self.rest] });
        } else {
            let typed = vec![format!("{} {}", self.head, self.initials)];
            rows.push(Synonyms { typed, meant: vec![format!("{} {}", self.head, self.rest)] });
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &[&str]) {
        let found = parts(name).map(|name| name.typed().chain([name.whole()]).collect::<Vec<_>>());
        assert_eq!(found.unwrap_or_default(), expected, "{name}");
    }

    #[test]
    fn names_are_cut_down_as_people_do() {
        check("Sở Thông tin và Truyền thông", &["Sở TTTT", "Sở 4T", "STTTT"]);
        check("Sở Khoa học và Công nghệ", &["Sở KHCN", "SKHCN"]);
        check("Sở Lao động - Thương binh và Xã hội", &["Sở LĐTBXH", "SLĐTBXH"]);
        check("Sở Nông nghiệp và Phát triển nông thôn", &["Sở NNPTNT", "SNNPTNT"]);
        check("Văn phòng UBND tỉnh", &["Văn phòng UBND", "VPUBND"]);
        check("Bộ Chỉ huy Quân sự tỉnh", &["Bộ Chỉ huy QS", "BCHQS"]);
        check("Trường Đại học Hồng Đức", &["Trường ĐHHĐ", "TĐHHĐ"]);
        check("Công an tỉnh", &[]);
        check("Hội Nông dân", &["Hội ND", "HND"]);
        check("Kho bạc", &[]);
    }
}
