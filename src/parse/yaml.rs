//! YAML into a raw document, or into every problem of its form.
//!
//! In: a file's text and where its YAML stands. Out: the document as `serde` shapes it, or
//! problems in Vietnamese. First [`structure`] tells all that YAML would allow and we do not;
//! then `serde_yaml` reads the shape and stops at its first fault, which is told unless
//! the first pass told it already. What it lets pass is well formed, and proved in nothing else.

mod fault;
mod shape;
mod structure;
mod syntax;

use std::ops::Range;

use serde::de::{DeserializeOwned, IgnoredAny};

use fault::{Fault, Source};

use crate::diagnostic::{Diagnostics, SourcePath};
use crate::source::front_matter;
use crate::source::yaml::{End, Outline};

/// Reads the YAML that stands at `range` of the file's `text`.
pub fn read<T: DeserializeOwned>(
    file: &SourcePath,
    text: &str,
    range: Range<usize>,
    problems: &mut Diagnostics,
) -> Option<T> {
    let base = range.start + front_matter::after_mark(&text[range.clone()]);
    let source = Source { file, yaml: &text[base..range.end], base };
    let outline = Outline::of(source.yaml, base);
    let findings = structure::findings(&source, &outline);
    let first = if may_be_read(&source, &outline, &findings) {
        match serde_yaml::from_str::<T>(source.yaml) {
            Ok(document) if findings.is_empty() && !matches!(outline.end(), End::Fault(_)) => {
                return Some(document);
            }
            Ok(_) => None,
            Err(error) => Some(told(&source, &outline, &error)),
        }
    } else {
        None
    };
    let lines: Vec<usize> = findings.iter().map(|finding| source.line(finding.at.start)).collect();
    let nothing_else = findings.is_empty();
    findings.into_iter().for_each(|finding| problems.push(finding.diagnostic));
    match first {
        Some(fault) => {
            let told = fault.told_by_structure || lines.contains(&source.line(fault.at));
            if nothing_else || !told {
                problems.push(fault.diagnostic);
            }
        }
        None if nothing_else => problems.push(syntax::where_reading_stopped(&source, &outline)),
        None => {}
    }
    None
}

/// The fault in Vietnamese. A fault of form goes before one of shape: where a bracket is missing,
/// the kind of the value says nothing.
fn told(source: &Source<'_>, outline: &Outline, error: &serde_yaml::Error) -> Fault {
    match serde_yaml::from_str::<IgnoredAny>(source.yaml) {
        Err(error) => syntax::fault(source, outline, &error),
        Ok(IgnoredAny) => shape::fault(source, outline, error),
    }
}

/// Whether `serde_yaml` is asked at all: not where the text is hostile or holds several documents.
fn may_be_read(source: &Source<'_>, outline: &Outline, findings: &[structure::Finding]) -> bool {
    let brackets = || source.yaml.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count();
    match outline.end() {
        End::Whole | End::UnknownAlias(_) => !findings.iter().any(|finding| finding.fatal),
        // Its time grows with the square of open brackets, and nobody else has counted them here.
        End::Fault(_) => brackets() < 10_000 && !findings.iter().any(|finding| finding.fatal),
        End::OtherDocument | End::TooDeep(_) | End::TooMany(_) => false,
    }
}

#[cfg(test)]
mod tests;
