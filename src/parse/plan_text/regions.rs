//! The regions of `van-ban.md`, each opened by a line `::: <name>`.

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
    /// `chu_ky`
    Signature,
    /// `phu_luc`
    Appendix,
    /// `bang_nhiem_vu`
    TableHeader,
}

impl Region {
    /// All regions, in order.
    pub const ALL: [Region; 6] = [
        Region::Letterhead,
        Region::Title,
        Region::Body,
        Region::Signature,
        Region::Appendix,
        Region::TableHeader,
    ];

    /// The name that opens it.
    pub fn key(self) -> &'static str {
        match self {
            Region::Letterhead => "dau_van_ban",
            Region::Title => "ten_van_ban",
            Region::Body => "noi_dung",
            Region::Signature => "chu_ky",
            Region::Appendix => "phu_luc",
            Region::TableHeader => "bang_nhiem_vu",
        }
    }

    /// Whether every document has it.
    fn required(self) -> bool {
        !matches!(self, Region::Appendix | Region::TableHeader)
    }
}

/// What the region holds, for readers.
impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Region::Letterhead => "phần đầu văn bản",
            Region::Title => "tên văn bản",
            Region::Body => "nội dung",
            Region::Signature => "chữ ký",
            Region::Appendix => "phụ lục",
            Region::TableHeader => "tiêu đề bảng nhiệm vụ",
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
            Some(region) => found.push(Opening { region, line: span, body: at }),
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
    check_order(&found, file, problems);

    let ranges: Vec<_> = found
        .iter()
        .map(|opening| {
            let next = starts.partition_point(|start| *start < opening.body);
            (opening.region, opening.body..starts.get(next).copied().unwrap_or(source.len()))
        })
        .collect();
    for region in Region::ALL {
        check_filled(region, &found, &ranges, source, !unknown.is_empty(), file, problems);
    }
    ranges
}

struct Opening {
    region: Region,
    line: Range<usize>,
    body: usize,
}

fn check_order(found: &[Opening], file: &SourcePath, problems: &mut Diagnostics) {
    let mut furthest: Option<Region> = None;
    for (index, opening) in found.iter().enumerate() {
        let at = file.passage(opening.line.clone());
        let key = opening.region.key();
        let first = found[..index].iter().find(|earlier| earlier.region == opening.region);
        if let Some(first) = first
            && opening.region != Region::TableHeader
        {
            problems.push(ck105::repeated_region(at, key, file.passage(first.line.clone())));
        } else if let Some(later) = furthest.filter(|furthest| *furthest > opening.region) {
            problems.push(ck105::misordered_region(at, key, later.key()));
        }
        furthest = furthest.max(Some(opening.region));
    }
}

/// A region that is missing is not reported where a name that is unknown may stand for it.
fn check_filled(
    region: Region,
    found: &[Opening],
    ranges: &[(Region, Range<usize>)],
    source: &str,
    misnamed: bool,
    file: &SourcePath,
    problems: &mut Diagnostics,
) {
    let holds = region.to_string();
    match found.iter().find(|opening| opening.region == region) {
        None if region.required() && !misnamed => {
            problems.push(ck105::missing_region(file.whole(), region.key(), &holds));
        }
        Some(opening)
            if ranges
                .iter()
                .filter(|(other, _)| *other == region)
                .all(|(_, range)| source[range.clone()].trim().is_empty()) =>
        {
            let at = file.passage(opening.line.clone());
            problems.push(ck105::empty_region(at, region.key(), &holds));
        }
        _ => {}
    }
}
