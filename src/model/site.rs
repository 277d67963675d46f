//! The whole content, proved: every reference leads somewhere.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{
    Agency, AgencyId, CitedDocument, Contact, DocumentId, Group, GroupId, Plan, PlanId,
    Reorganisation,
};
use crate::diagnostic::SourcePath;
use crate::parse::Prose;
use crate::text::SiteAddress;
use crate::transparency::PublicKey;
use crate::vocabulary::kinds::{Server, TermOrigin};

/// What of the pages is minified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Minify {
    /// The templates, once for all pages that they make.
    Templates,
    /// Each finished page, which takes off another hundredth and a third of a build's time.
    Pages,
    /// Nothing: pages are as the templates write them.
    Nothing,
}

/// The site's own settings.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The site's name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// The place that it speaks of.
    pub locality: String,
    /// Who speaks.
    pub speaker: Speaker,
    /// Where it is published.
    pub address: Option<SiteAddress>,
    /// The date up to which the content was kept.
    pub as_of: Option<Date>,
    /// The date of the next publication.
    pub next_publication: Option<Date>,
    /// The theme.
    pub theme: String,
    /// What of the pages is minified.
    pub minify: Minify,
    /// Days before a deadline at which a task is due soon.
    pub due_soon_days: u32,
    /// Days after which the last word on a task is called old.
    pub old_word_days: u32,
    /// The day from which this site has published; what pages say of days before is computed from what is known now.
    pub published_since: Option<Date>,
    /// Whether a reported completion waits for a confirmation.
    pub confirmation_required: bool,
    /// Whom to ask.
    pub contact: Contact,
    /// Where petitions go.
    pub petitions: Option<String>,
    /// Where errors are reported: a `mailto:` or web address.
    pub error_reports: Option<String>,
    /// How soon whoever reports one is answered, in the words of those who promise it.
    pub answered_within: Option<String>,
    /// The servers that get a file of settings.
    pub servers: BTreeSet<Server>,
    /// The licence of the data.
    pub licence: Option<String>,
    /// A sentence that stands above every page.
    pub notice: Option<String>,
    /// Addresses of pages that the site no longer has.
    pub former_addresses: Vec<FormerAddress>,
    /// The release ledger that the site keeps.
    pub ledger: Option<ReleaseLedger>,
    /// The file of these settings.
    pub source: SourcePath,
}

/// An address of a page that the site no longer has.
#[derive(Clone, Debug)]
pub struct FormerAddress {
    /// The address, from the site's root.
    pub from: String,
    /// What a reader finds there.
    pub fate: AddressFate,
}

/// What a reader finds at a former address.
#[derive(Clone, Debug)]
pub enum AddressFate {
    /// The page that took its place, from the site's root.
    Moved(String),
    /// Why there is none.
    Withdrawn(String),
}

/// The release ledger that a site keeps, as the content names it.
#[derive(Clone, Debug)]
pub struct ReleaseLedger {
    /// The key that verifies it; its name is the ledger's.
    pub key: PublicKey,
    /// Files and folders in the published folder that are not the site's.
    pub foreign: Vec<String>,
}

impl Settings {
    /// Whether anybody receives what readers report: by a channel, or at a contact.
    pub fn has_receiver(&self) -> bool {
        let contact = &self.contact;
        let ways = [&contact.office, &contact.phone, &contact.mail, &contact.address, &contact.web];
        self.error_reports.is_some()
            || self.petitions.is_some()
            || ways.iter().any(|way| way.is_some())
    }
}

/// Who speaks on the site (design: any-plan §2).
#[derive(Clone, Debug)]
pub enum Speaker {
    /// A compiler, from public sources: never the authority itself.
    Compiler {
        /// What it calls itself.
        name: String,
    },
    /// The authority that receives the reports.
    Authority(AgencyId),
}

/// A term or an abbreviation.
#[derive(Clone, Debug)]
pub struct Term {
    /// The word.
    pub word: String,
    /// Its meaning.
    pub meaning: String,
    /// Where the meaning holds.
    pub scope: Option<String>,
    /// Who says so.
    pub origin: TermOrigin,
    /// What changed since.
    pub note: Option<String>,
}

/// A page of prose.
#[derive(Clone, Debug)]
pub struct ProsePage {
    /// Its name: `gioi-thieu`.
    pub name: String,
    /// Its heading.
    pub title: String,
    /// One sentence on it.
    pub description: String,
    /// Its text.
    pub prose: Prose,
    /// Its file.
    pub source: SourcePath,
}

/// What readers may see of the content as it stands: everything but tasks, their logs and corrections, which
/// reach them by way of [`crate::progress::Disclosed`] only.
#[derive(Clone, Debug)]
pub struct Site {
    /// Settings.
    pub settings: Settings,
    /// Agencies.
    pub agencies: BTreeMap<AgencyId, Agency>,
    /// Groups of agencies.
    pub groups: BTreeMap<GroupId, Group>,
    /// Changes of agencies, oldest first.
    pub reorganisations: Vec<Reorganisation>,
    /// Documents that are only cited.
    pub documents: BTreeMap<DocumentId, CitedDocument>,
    /// The glossary, in the order of its file.
    pub terms: Vec<Term>,
    /// Words that mean the same to those who search, in the order of the file.
    pub same_words: Vec<Vec<String>>,
    /// Plans.
    pub plans: BTreeMap<PlanId, Plan>,
    /// Pages of prose.
    pub prose: BTreeMap<String, ProsePage>,
}

impl Site {
    /// Whether a plan is a draft.
    pub fn has_drafts(&self) -> bool {
        self.plans.values().any(|plan| plan.is_draft)
    }

    /// What whoever speaks is called on `date`.
    pub fn speaker_name(&self, date: Date) -> &str {
        match &self.settings.speaker {
            Speaker::Compiler { name } => name,
            Speaker::Authority(agency) => &self.agency(agency).name_on(date).full,
        }
    }

    /// The agency of this id.
    pub fn agency(&self, id: &AgencyId) -> &Agency {
        self.agencies.get(id).expect("every AgencyId comes from this Site")
    }

    /// The group of this id.
    pub fn group(&self, id: &GroupId) -> &Group {
        self.groups.get(id).expect("every GroupId comes from this Site")
    }

    /// The plan of this id.
    pub fn plan(&self, id: &PlanId) -> &Plan {
        self.plans.get(id).expect("every PlanId comes from this Site")
    }
}
