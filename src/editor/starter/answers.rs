//! What is asked about a new site's plan, read and proved.

use jiff::civil::Date;

use super::fault::AnswerFault;
use super::issuer::{Issuer, Locality};
use super::number::PlanNumber;
use crate::vocabulary::kinds::DocumentKind;

/// The answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// The document's number and symbol.
    pub number: PlanNumber,
    /// Its kind.
    pub kind: DocumentKind,
    /// Its date of issue.
    pub date: Date,
    /// Who issued it.
    pub issuer: Issuer,
    /// The place that it is of.
    pub place: Locality,
    /// Who compiles the site from public sources; none where it is the issuer's own.
    pub compiler: Option<String>,
}

/// Reads a kind of document: the word of `loai`, or its name.
///
/// # Errors
/// It is neither.
pub fn kind(text: &str) -> Result<DocumentKind, AnswerFault> {
    let text = text.trim().to_lowercase();
    let named = |kind: &&DocumentKind| kind.code() == text || kind.label().to_lowercase() == text;
    DocumentKind::ALL.iter().find(named).copied().ok_or(AnswerFault::NotAKind)
}
