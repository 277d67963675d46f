//! The tree and its entries as files of bounded size: C2SP tlog-tiles.
//!
//! In: entries, in their order. Out: the tiles of their tree, each under its path; and entries back out of bundles.

use std::collections::BTreeMap;

use super::tree::{self, Hash};

/// How many hashes a full tile holds.
pub const WIDTH: usize = 256;

/// The longest entry that a bundle can hold, in bytes.
pub const LONGEST_ENTRY: usize = u16::MAX as usize;

/// The path of a tile of hashes; `width` is from 1 to [`WIDTH`].
pub fn tile(level: u32, index: u64, width: usize) -> String {
    format!("tile/{level}/{}", numbered(index, width))
}

/// The path of a bundle of entries; `width` is from 1 to [`WIDTH`].
pub fn bundle(index: u64, width: usize) -> String {
    format!("tile/entries/{}", numbered(index, width))
}

fn numbered(index: u64, width: usize) -> String {
    let mut path = format!("{:03}", index % 1000);
    let mut rest = index / 1000;
    while rest > 0 {
        path = format!("x{:03}/{path}", rest % 1000);
        rest /= 1000;
    }
    if width < WIDTH { format!("{path}.p/{width}") } else { path }
}

/// Every file of the tree over these entries, by its path: full tiles, and the partial ones of each smaller tree as long as
/// they are not full, since somebody may hold a checkpoint of it. No entry is longer than [`LONGEST_ENTRY`].
pub fn files(entries: &[Vec<u8>]) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for (index, entries) in (0..).zip(entries.chunks(WIDTH)) {
        for width in widths(entries.len()) {
            files.insert(bundle(index, width), bundled(&entries[..width]));
        }
    }
    let mut hashes: Vec<Hash> = entries.iter().map(|entry| tree::leaf(entry)).collect();
    let mut level = 0;
    while !hashes.is_empty() {
        for (index, hashes) in (0..).zip(hashes.chunks(WIDTH)) {
            for width in widths(hashes.len()) {
                files.insert(tile(level, index, width), hashes[..width].concat());
            }
        }
        // Partial tiles are hashed into no tile above.
        hashes = hashes.chunks_exact(WIDTH).map(tree::root).collect();
        level += 1;
    }
    files
}

/// The widths in which a tile of so many hashes is kept.
fn widths(len: usize) -> std::ops::RangeInclusive<usize> {
    if len == WIDTH { len..=len } else { 1..=len }
}

/// The paths of the bundles of a tree of this size, each with how many entries it holds.
pub fn bundles(size: u64) -> impl Iterator<Item = (String, usize)> {
    let whole = size / WIDTH as u64;
    let rest = (size % WIDTH as u64) as usize;
    let full = (0..whole).map(|index| (bundle(index, WIDTH), WIDTH));
    full.chain((rest > 0).then(|| (bundle(whole, rest), rest)))
}

fn bundled(entries: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in entries {
        let length = u16::try_from(entry.len()).expect("no entry is longer than a bundle can hold");
        bytes.extend(length.to_be_bytes());
        bytes.extend(entry);
    }
    bytes
}

/// The entries of a bundle; nothing where the bytes are no bundle of so many.
pub fn unbundled(mut bytes: &[u8], count: usize) -> Option<Vec<Vec<u8>>> {
    let mut entries = Vec::new();
    while let Some((length, rest)) = bytes.split_first_chunk() {
        let (entry, rest) = rest.split_at_checked(u16::from_be_bytes(*length).into())?;
        entries.push(entry.to_vec());
        bytes = rest;
    }
    (bytes.is_empty() && entries.len() == count).then_some(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_those_of_the_standard() {
        assert_eq!(tile(0, 1_234_067, WIDTH), "tile/0/x001/x234/067");
        assert_eq!(tile(1, 0, WIDTH), "tile/1/000");
        assert_eq!(tile(0, 273, 112), "tile/0/273.p/112");
        assert_eq!(bundle(1_000, 5), "tile/entries/x001/000.p/5");
    }

    #[test]
    fn a_tree_of_70000_has_the_tiles_that_the_standard_counts() {
        let entries: Vec<Vec<u8>> = (0..70_000_u32).map(|it| it.to_be_bytes().to_vec()).collect();
        let files = files(&entries);
        let of = |prefix: &str, partial: bool| {
            let of = |path: &&String| path.starts_with(prefix) && path.contains(".p/") == partial;
            files.keys().filter(of).count()
        };
        // With the partial tiles of smaller trees.
        assert_eq!((of("tile/0/", false), of("tile/0/", true)), (273, 112));
        assert_eq!((of("tile/1/", false), of("tile/1/", true)), (1, 17));
        assert_eq!((of("tile/2/", false), of("tile/2/", true)), (0, 1));
        for path in ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"] {
            assert!(files.contains_key(path), "{path}");
        }
        let read = bundles(70_000).flat_map(|(path, count)| {
            unbundled(&files[&path], count).expect("our own bundle can be read")
        });
        assert!(read.eq(entries));
    }

    #[test]
    fn a_tree_of_256_has_a_full_tile_and_one_hash_above() {
        let entries: Vec<Vec<u8>> = (0..=255_u8).map(|it| vec![it]).collect();
        let files = files(&entries);
        let paths: Vec<_> = files.keys().map(String::as_str).collect();
        assert_eq!(paths, ["tile/0/000", "tile/1/000.p/1", "tile/entries/000"]);
    }

    #[test]
    fn what_is_no_bundle_is_refused() {
        let entries = vec![b"mot".to_vec(), Vec::new(), b"ba".to_vec()];
        let bytes = bundled(&entries);
        assert_eq!(unbundled(&bytes, 3), Some(entries));
        assert_eq!(unbundled(&bytes, 2), None);
        assert_eq!(unbundled(&bytes, 4), None);
        for length in 0..bytes.len() {
            assert_eq!(unbundled(&bytes[..length], 3), None, "{length} bytes");
        }
    }
}
