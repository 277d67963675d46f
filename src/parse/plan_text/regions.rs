//! The regions of `van-ban.md`, each opened by a line `::: <name>`.
//!
//! A document has head, title, text and signature, then any number of appendices; tables of tasks stand anywhere
//! behind the title. `::: van_ban_kem` opens a document that the one before encloses, with regions of its own.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use crate::diagnostic::{
    Diagnostics, SourcePath,
    catalog::{ck105, ck106},
};
use crate::text::nearest;

/// A region of the file, in the order in which they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Region {
    /// `dau_van_ban`
    Letterhead,
    /// `ten_van_ban`
    Title,
    /// `noi_dung`
    Body,
    /// `noi_nhan`
    Recipients,
    /// `chu_ky`
    Signature,
    /// `phu_luc`
    Appendix,
    /// `bang_nhiem_vu`
    TableHeader,
    /// `van_ban_kem`
    Enclosed,
}

impl Region {
    /// All regions, in order.
    pub const ALL: [Region; 8] = [
        Region::Letterhead,
        Region::Title,
        Region::Body,
        Region::Recipients,
        Region::Signature,
        Region::Appendix,
        Region::TableHeader,
        Region::Enclosed,
    ];

    /// The name that opens it.
    pub fn key(self) -> &'static str {
        match self {
            Region::Letterhead => "dau_van_ban",
            Region::Title => "ten_van_ban",
            Region::Body => "noi_dung",
            Region::Recipients => "noi_nhan",
            Region::Signature => "chu_ky",
            Region::Appendix => "phu_luc",
            Region::TableHeader => "bang_nhiem_vu",
            Region::Enclosed => "van_ban_kem",
        }
    }

    /// Whether the plan's own document must have it.
    fn required(self) -> bool {
        match self {
            Region::Letterhead | Region::Title | Region::Body | Region::Signature => true,
            Region::Recipients | Region::Appendix | Region::TableHeader | Region::Enclosed => false,
        }
    }

    /// Where it stands in its document; nothing of what stands anywhere.
    fn place(self) -> Option<u8> {
        match self {
            Region::Letterhead => Some(0),
            Region::Title => Some(1),
            Region::Body => Some(2),
            // At the left and at the right of the same lines.
            Region::Recipients | Region::Signature => Some(3),
            Region::Appendix => Some(4),
            Region::TableHeader | Region::Enclosed => None,
        }
    }
}

/// What the region holds, for readers.
impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Region::Letterhead => "phần đầu văn bản",
            Region::Title => "tên văn bản",
            Region::Body => "nội dung",
            Region::Recipients => "nơi nhận",
            Region::Signature => "chữ ký",
            Region::Appendix => "phụ lục",
            Region::TableHeader => "tiêu đề bảng nhiệm vụ",
            Region::Enclosed => "văn bản kèm theo",
        })
    }
}

/// The known regions in the file's order, each with the bytes below its opening line.
///
/// A repeated region comes once more; the text of an unknown one is left out.
pub(super) fn split(
    source: &str,
    file: &SourcePath,
    problems: &mut Diagnostics,
) -> Vec<(Region, Range<usize>)> {
    let mut found: Vec<Opening> = Vec::new();
    let mut unknown: Vec<Range<usize>> = Vec::new();
    let mut starts = vec![];
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let span = at..at + line.trim_end().len();
        at += line.len();
        let Some(name) = line.trim_start_matches('\u{feff}').strip_prefix(':') else { continue };
        let colons = 1 + name.len() - name.trim_start_matches(':').len();
        let name = name.trim_start_matches(':').trim();
        let is_region = Region::ALL.into_iter().any(|region| region.key() == name);
        if colons != 3 && is_region {
            problems.push(ck105::colons(file.passage(span.clone()), name));
        } else if colons < 3 {
            continue;
        }
        starts.push(span.start);
        match Region::ALL.into_iter().find(|region| region.key() == name) {
            Some(region) => found.push(Opening { region, line: span, body: at..at }),
            None => {
                let near = nearest(name, Region::ALL.map(Region::key));
                problems.push(ck105::unknown_region(file.passage(span.clone()), name, near));
                unknown.push(span);
            }
        }
    }

    let preamble = &source[..starts.first().copied().unwrap_or(source.len())];
    let stray = preamble.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if !stray.is_empty() {
        let start = preamble.len() - stray.len();
        problems
            .push(ck106::text_before_regions(file.passage(start..start + stray.trim_end().len())));
    }
    for opening in &mut found {
        let next = starts.partition_point(|start| *start < opening.body.start);
        opening.body.end = starts.get(next).copied().unwrap_or(source.len());
    }
    check_order(&found, !unknown.is_empty(), file, problems);
    let first = found.iter().position(|opening| opening.region == Region::Enclosed);
    let (own, enclosed) = found.split_at(first.unwrap_or(found.len()));
    for region in Region::ALL {
        check_filled(region, own, source, !unknown.is_empty(), file, problems);
    }
    for document in enclosed.chunk_by(|_, next| next.region != Region::Enclosed) {
        check_enclosed(document, source, file, problems);
    }
    found.into_iter().map(|opening| (opening.region, opening.body)).collect()
}

struct Opening {
    region: Region,
    line: Range<usize>,
    body: Range<usize>,
}

/// What should stand before a table is not missed where a name that is unknown may stand for it.
fn check_order(found: &[Opening], misnamed: bool, file: &SourcePath, problems: &mut Diagnostics) {
    let mut met: BTreeMap<Region, &Opening> = BTreeMap::new();
    for (index, opening) in found.iter().enumerate() {
        let at = file.passage(opening.line.clone());
        let region = opening.region;
        let key = region.key();
        let before = index.checked_sub(1).map(|index| found[index].region);
        if region == Region::Enclosed {
            met.clear();
            continue;
        }
        // Behind a table or an appendix's title a text goes on.
        let goes_on = region == Region::Body
            && matches!(before, Some(Region::TableHeader | Region::Appendix));
        let stands_alone = !matches!(region, Region::Appendix | Region::TableHeader);
        let place = region.place();
        let later = met.values().filter(|other| {
            place.is_some_and(|place| other.region.place().is_some_and(|other| other > place))
        });
        let later = later.max_by_key(|other| other.region.place());
        let in_appendix = met.contains_key(&Region::Appendix);
        if goes_on && (in_appendix || !met.contains_key(&Region::Signature)) {
            met.entry(region).or_insert(opening);
            continue;
        }
        if let Some(first) = met.get(&region).filter(|_| stands_alone) {
            let first = file.passage(first.line.clone());
            problems.push(ck105::repeated_region(at, key, first));
        } else if let Some(later) = later {
            problems.push(ck105::misordered_region(at, key, later.region.key()));
        } else if region == Region::TableHeader && !misnamed && !met.contains_key(&Region::Title) {
            problems.push(ck105::misordered_region_before(at, key, Region::Title.key()));
        }
        met.entry(region).or_insert(opening);
    }
}

/// A region that is missing is not reported where a name that is unknown may stand for it.
fn check_filled(
    region: Region,
    found: &[Opening],
    source: &str,
    misnamed: bool,
    file: &SourcePath,
    problems: &mut Diagnostics,
) {
    let holds = region.to_string();
    let openings: Vec<&Opening> = found.iter().filter(|opening| opening.region == region).collect();
    if openings.is_empty() && region.required() && !misnamed {
        problems.push(ck105::missing_region(file.whole(), region.key(), &holds));
    }
    let is_empty = |opening: &&&Opening| source[opening.body.clone()].trim().is_empty();
    let empty: Vec<&&Opening> = openings.iter().filter(is_empty).collect();
    // What may be opened several times is looked at each time; of others it is told that they stand twice.
    let told = match region {
        Region::Appendix | Region::TableHeader => &empty[..],
        _ if empty.len() == openings.len() => &empty[..empty.len().min(1)],
        _ => &[],
    };
    for opening in told {
        let at = file.passage(opening.line.clone());
        problems.push(ck105::empty_region(at, region.key(), &holds));
    }
}

/// An enclosed document has a title and something below it.
fn check_enclosed(
    document: &[Opening],
    source: &str,
    file: &SourcePath,
    problems: &mut Diagnostics,
) {
    let Some((enclosed, own)) = document.split_first() else { return };
    let stray = source[enclosed.body.clone()].trim();
    if !stray.is_empty() {
        let start = enclosed.body.end - source[enclosed.body.clone()].trim_start().len();
        problems.push(ck106::text_in_enclosed(file.passage(start..start + stray.len())));
    }
    let has = |region: Region| own.iter().any(|opening| opening.region == region);
    if !has(Region::Title) {
        let at = file.passage(enclosed.line.clone());
        problems.push(ck105::enclosed_without(at, Region::Title.key(), &Region::Title.to_string()));
    }
    if ![Region::Body, Region::Appendix, Region::TableHeader].into_iter().any(has) {
        let at = file.passage(enclosed.line.clone());
        problems.push(ck105::enclosed_without(at, Region::Body.key(), &Region::Body.to_string()));
    }
    for opening in own {
        if source[opening.body.clone()].trim().is_empty() {
            let at = file.passage(opening.line.clone());
            problems.push(ck105::empty_region(
                at,
                opening.region.key(),
                &opening.region.to_string(),
            ));
        }
    }
}
