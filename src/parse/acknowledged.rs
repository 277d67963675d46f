//! Notes that editors have looked at and found right: `da_xem` of every file.

use super::files::{Doc, RawSite};
use super::raw::RawAcknowledgement;
use crate::diagnostic::{Place, SourcePath};

/// A note that an editor has looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acknowledgement {
    /// Where it stands: an item of `da_xem`.
    pub place: Place,
    /// The rule's code.
    pub code: String,
    /// Why it is right as it stands.
    pub reason: String,
    /// Words of the message, where not every note of the rule is meant.
    pub about: Option<String>,
    /// The file that the note is told of.
    pub file: SourcePath,
    /// The name of that file, where it is another than the one in which this stands.
    pub other: Option<String>,
}

impl RawSite {
    /// All acknowledgements of the files that could be read, in the order of files.
    pub fn acknowledgements(&self) -> Vec<Acknowledgement> {
        let mut found = Vec::new();
        let mut of = |file: &SourcePath, items: &[RawAcknowledgement]| {
            found.extend(
                items
                    .iter()
                    .enumerate()
                    .map(|(index, raw)| one(file, file.key("da_xem").index(index), raw)),
            );
        };
        macro_rules! each {
            ($($docs:expr),* $(,)?) => {
                $($docs.iter().for_each(|doc: &Doc<_>| of(&doc.source, &doc.value.da_xem));)*
            };
        }
        each!(
            self.settings,
            self.agencies,
            self.groups,
            self.reorganisations,
            self.glossary,
            self.library
        );
        for folder in self.plans.values() {
            each!(folder.attributes, folder.reports, folder.corrections);
        }
        for page in &self.pages {
            of(&page.source, &page.value.front.da_xem);
        }
        for task in self.plans.values().flat_map(|folder| &folder.tasks) {
            of(&task.source, &task.value.front.da_xem);
        }
        found
    }
}

fn one(file: &SourcePath, place: Place, raw: &RawAcknowledgement) -> Acknowledgement {
    let folder = file.as_str().rsplit_once('/').map_or("", |(folder, _)| folder);
    let named = raw.tep.as_deref().map(|name| match folder {
        "" => SourcePath::content(name),
        folder => SourcePath::content(&format!("{folder}/{name}")),
    });
    Acknowledgement {
        place,
        code: raw.ma.clone(),
        reason: raw.vi_sao.clone(),
        about: raw.ve.clone(),
        file: named.unwrap_or_else(|| file.clone()),
        other: raw.tep.clone(),
    }
}
