//! Names of agencies and groups: those that a site has, and those that a document brings.
//!
//! In: the content files of a site, the parties of cells. Out: an id for each party; what is new, with every spelling that
//! the document uses. A name is known only where it is the same but for case and signs; likeness is offered, never taken.

use std::collections::{BTreeMap, BTreeSet};

use super::party::{Party, key};
use super::words;
use crate::parse::raw::{RawAgency, RawGroups};
use crate::source::{ContentFile, SourceTree};
use crate::text::{capitalised, nearest, slug};

/// The longest part of a group's name that its id bears.
const LONGEST: usize = 60;

/// An agency or group that the document brings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fresh {
    /// Its name.
    pub(crate) name: String,
    /// Other spellings.
    pub(crate) aliases: BTreeSet<String>,
    /// It is a class.
    pub(crate) class: bool,
    /// The word of `khoi`.
    pub(crate) branch: &'static str,
    /// Whether `khoi` is what its name tells.
    pub(crate) sure: bool,
}

/// Names with their ids.
#[derive(Clone, Debug, Default)]
pub(crate) struct Registry {
    /// By key; whether a class.
    known: BTreeMap<String, (String, bool)>,
    names: Vec<String>,
    /// Names by the keys of their short forms.
    shorts: BTreeMap<String, String>,
    /// What the document brings, by id.
    pub(crate) fresh: BTreeMap<String, Fresh>,
    taken: BTreeSet<String>,
}

impl Registry {
    /// The names of a site.
    pub(crate) fn of(tree: Option<&SourceTree>) -> Self {
        let mut registry = Self::default();
        for (path, file) in tree.into_iter().flat_map(|tree| &tree.texts) {
            match ContentFile::of(path) {
                Some(ContentFile::Agency(id)) => {
                    registry.taken.insert(id.to_owned());
                    let Ok(agency) = serde_yaml::from_str::<RawAgency>(&file.text) else {
                        continue;
                    };
                    for name in &agency.ten {
                        registry.know(&name.ten, id, false);
                        if let Some(short) = &name.ten_tat {
                            registry.know(short, id, false);
                        }
                    }
                    agency.bi_danh.iter().for_each(|name| registry.know(name, id, false));
                }
                Some(ContentFile::Groups) => {
                    let Ok(groups) = serde_yaml::from_str::<RawGroups>(&file.text) else {
                        continue;
                    };
                    for group in &groups.nhom {
                        registry.taken.insert(group.id.clone());
                        registry.know(&group.ten, &group.id, true);
                        group.bi_danh.iter().for_each(|name| registry.know(name, &group.id, true));
                    }
                }
                _ => {}
            }
        }
        registry
    }

    fn know(&mut self, name: &str, id: &str, class: bool) {
        self.known.entry(key(name)).or_insert_with(|| (id.to_owned(), class));
        self.names.push(name.to_owned());
    }

    /// Makes a name known that the document itself gives, such as its issuer's.
    pub(crate) fn teach(&mut self, names: &[&str], id: &str) {
        names.iter().for_each(|name| self.know(name, id, false));
        self.taken.insert(id.to_owned());
    }

    /// Whether the words are a name.
    pub(crate) fn knows(&self, words: &str) -> bool {
        let key = key(words);
        self.known.contains_key(&key) || self.shorts.contains_key(&key)
    }

    /// Whether the id is one of the site's or the document's.
    pub(crate) fn has_id(&self, id: &str) -> bool {
        self.taken.contains(id)
    }

    /// The id of a name.
    pub(crate) fn id(&self, name: &str) -> Option<&str> {
        self.known.get(&key(name)).map(|(id, _)| id.as_str())
    }

    /// A known name that a slip of the hand may have made of this one; numbers are no slips.
    fn near(&self, name: &str) -> Option<String> {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let near = nearest(name, self.names.iter().map(String::as_str))?;
        let (own, other) = (key(name), key(near));
        let allowed = if own.len() > 20 { 2 } else { 1 };
        let slip = strsim::damerau_levenshtein(&own, &other) <= allowed;
        (slip && own.len() > 8 && digits(name) == digits(near)).then(|| near.to_owned())
    }

    /// Makes one name mean the same as another that is known.
    pub(crate) fn same(&mut self, name: &str, known: &str) {
        if let Some(found) = self.known.get(&key(known)).cloned() {
            if let Some(fresh) = self.fresh.get_mut(&found.0) {
                fresh.aliases.insert(capitalised(name));
            }
            self.known.insert(key(name), found);
        }
    }

    /// Every name that is known.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// Makes a short form mean what it is short for; two names that stand for two already stay two.
    pub(crate) fn join(&mut self, short: &str, full: &str) {
        let known = |name: &str| self.known.contains_key(&key(name));
        match (known(short), known(full)) {
            (true, false) => self.same(full, short),
            (false, true) => self.same(short, full),
            (false, false) => {
                self.shorts.insert(key(short), full.to_owned());
            }
            (true, true) => {}
        }
    }

    /// A known name that is much like this one, which is not known.
    pub(crate) fn doubt(&self, name: &str) -> Option<String> {
        if self.knows(name) { None } else { self.near(&capitalised(name)) }
    }

    /// Gives a party its id; one that nobody knows is new.
    pub(crate) fn register(&mut self, party: &mut Party) {
        if let Some(full) = self.shorts.remove(&key(&party.name)) {
            let short = std::mem::replace(&mut party.name, full);
            self.register(party);
            let full = party.name.clone();
            self.same(&short, &full);
            return;
        }
        if let Some((id, class)) = self.known.get(&key(&party.name)) {
            party.id.clone_from(id);
            party.class = *class;
            if let Some(fresh) = self.fresh.get_mut(id)
                && fresh.name != capitalised(&party.name)
            {
                fresh.aliases.insert(capitalised(&party.name));
            }
            return;
        }
        let name = capitalised(&party.name);
        let mut stem = slug(&name);
        if stem.len() > LONGEST {
            stem.truncate(stem[..LONGEST].rfind('-').unwrap_or(LONGEST));
        }
        let free = std::iter::once(stem.clone()).chain((2..).map(|time| format!("{stem}-{time}")));
        let id = free.into_iter().find(|id| !self.taken.contains(id)).unwrap_or_default();
        self.taken.insert(id.clone());
        let head = words::head(&name);
        self.fresh.insert(
            id.clone(),
            Fresh {
                name: name.clone(),
                aliases: BTreeSet::new(),
                class: party.class,
                branch: head.map_or("chinh_quyen", |(_, branch)| branch),
                sure: head.is_some(),
            },
        );
        self.know(&name, &id, party.class);
        party.id = id;
    }
}
