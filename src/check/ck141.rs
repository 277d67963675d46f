//! CK141: one name, one custom of placing the tone mark.

use std::collections::BTreeMap;

use crate::diagnostic::catalog::ck141;
use crate::diagnostic::{Diagnostics, Place};
use crate::model::{Agency, Group, Record};
use crate::source::ContentFile;
use crate::text::fold::{TonePlacement, syllables, tone_placement, toned_key};

pub(super) fn check(record: &Record, problems: &mut Diagnostics) {
    let bearers = record.agencies.values().map(agency).chain(record.groups.values().map(group));
    let mut names: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for (bearer, spellings) in bearers.enumerate() {
        within(&spellings, problems);
        for (at, name) in spellings {
            match names.get(&toned_key(name)) {
                Some((other, first)) if *other != bearer => {
                    if let Some((old, new)) = mixed(first, name) {
                        problems.push(ck141::mixed_placement(at, &old, &new));
                    }
                }
                Some(_) => {}
                None => drop(names.insert(toned_key(name), (bearer, name.to_owned()))),
            }
        }
    }
}

/// A name and its place.
type Spelling<'a> = (Place, &'a str);

fn agency(agency: &Agency) -> Vec<Spelling<'_>> {
    let key = |name: &str| agency.source.key(name);
    let mut spellings = Vec::new();
    for (index, name) in agency.names.iter().enumerate() {
        let at = key("ten").index(index);
        spellings.push((at.field("ten"), name.full.as_str()));
        spellings.extend(name.short.as_deref().map(|short| (at.field("ten_tat"), short)));
    }
    let aliases = agency.aliases.iter().enumerate();
    spellings.extend(aliases.map(|(index, alias)| (key("bi_danh").index(index), alias.as_str())));
    spellings
}

fn group(group: &Group) -> Vec<Spelling<'_>> {
    let names = std::iter::once(&group.name).chain(&group.aliases);
    names.map(|name| (ContentFile::Groups.path().whole(), name.as_str())).collect()
}

/// The names of one bearer share their syllables, even where one is shorter than the other.
fn within(spellings: &[Spelling<'_>], problems: &mut Diagnostics) {
    let mut placed: BTreeMap<String, &str> = BTreeMap::new();
    for (at, name) in spellings {
        let open = syllables(name).filter(|syllable| tone_placement(syllable).is_some());
        for syllable in open {
            let first = *placed.entry(toned_key(syllable)).or_insert(syllable);
            if let Some((old, new)) = mixed(first, syllable) {
                problems.push(ck141::mixed_placement(at.clone(), &old, &new));
                break;
            }
        }
    }
}

/// The old and the new spelling, where a syllable of the two names is placed differently.
fn mixed(first: &str, second: &str) -> Option<(String, String)> {
    let placements =
        syllables(first).map(tone_placement).zip(syllables(second).map(tone_placement));
    for pair in placements {
        match pair {
            (Some(TonePlacement::Old), Some(TonePlacement::New)) => {
                return Some((first.to_owned(), second.to_owned()));
            }
            (Some(TonePlacement::New), Some(TonePlacement::Old)) => {
                return Some((second.to_owned(), first.to_owned()));
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Content, codes};

    #[track_caller]
    fn check(names: &[&str], expected: &[&str]) {
        let mut content = Content::default();
        for (index, keys) in names.iter().enumerate() {
            content.agency(&format!("xa-{index}"), keys);
        }
        assert_eq!(codes(&content, super::check), expected, "{names:?}");
    }

    #[test]
    fn an_agency_keeps_to_one_custom() {
        let names = "ten: [ { ten: \"UBND xã Hoà Bình\" } ]\nbi_danh: [\"Xã Hòa Bình\"]";
        check(&[names], &["CK141 co-quan/xa-0.yml bi_danh[0]"]);
        check(&["ten: [ { ten: \"UBND xã Hòa Bình\" } ]\nbi_danh: [\"Xã HÒA BÌNH\"]"], &[]);
    }

    #[test]
    fn two_agencies_of_one_name_keep_to_one_custom() {
        let (old, new) = ("ten: [ { ten: \"Xã Hòa Bình\" } ]", "ten: [ { ten: \"Xã Hoà Bình\" } ]");
        check(&[old, new], &["CK141 co-quan/xa-1.yml ten[0].ten"]);
        check(&[old, old], &[]);
    }

    #[test]
    fn other_names_may_differ() {
        check(&["ten: [ { ten: \"Xã Hòa An\" } ]", "ten: [ { ten: \"Xã Hoà Bình\" } ]"], &[]);
        check(&["ten: [ { ten: \"Xã Hòa\" } ]", "ten: [ { ten: \"Xã Hóa\" } ]"], &[]);
    }
}
