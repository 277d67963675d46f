//! The log's format, judged by an implementation that we did not write: `signed_note` and `tlog_tiles`.

use std::collections::BTreeMap;

use congkhai::transparency::{Checkpoint, SigningKey, tiles, tree};
use tlog_tiles::{Hash, HashReader, Tile, TileHashReader, TileReader};

const ORIGIN: &str = "lam-giang.example/tien-do";

/// Our files, as the other implementation asks for them.
struct Tiles(BTreeMap<String, Vec<u8>>);

impl TileReader for Tiles {
    fn height(&self) -> u8 {
        8
    }

    fn read_tiles(&self, tiles: &[Tile]) -> Result<Vec<Vec<u8>>, tlog_tiles::Error> {
        // Go's paths name the height, those of C2SP do not.
        let path = |tile: &Tile| tile.path().replace("tile/8/", "tile/");
        Ok(tiles.iter().map(|tile| self.0[&path(tile)].clone()).collect())
    }

    fn save_tiles(&self, _: &[Tile], _: &[Vec<u8>]) {}
}

fn entries(count: usize) -> Vec<Vec<u8>> {
    (0..count).map(|number| format!("bản {number}").into_bytes()).collect()
}

fn root(entries: &[Vec<u8>]) -> tree::Hash {
    tree::root(&entries.iter().map(|entry| tree::leaf(entry)).collect::<Vec<_>>())
}

#[test]
fn another_implementation_verifies_the_checkpoint() {
    let key = SigningKey::from_seed(ORIGIN, &[4; 32]).unwrap();
    let checkpoint = Checkpoint { origin: ORIGIN.to_owned(), size: 3, root: root(&entries(3)) };
    let note = checkpoint.signed(&[&key]);
    let verifier = signed_note::StandardVerifier::new(&key.public().to_string()).unwrap();
    let known = signed_note::VerifierList::new(vec![Box::new(verifier)]);
    let read = signed_note::Note::from_bytes(note.as_bytes()).unwrap();
    let (verified, unverified) = read.verify(&known).unwrap();
    assert_eq!((verified.len(), unverified.len()), (1, 0));
    let told = tlog_tiles::Checkpoint::from_bytes(read.text()).unwrap();
    assert_eq!((told.origin(), told.size(), told.hash().0), (ORIGIN, 3, checkpoint.root));
    let other = SigningKey::from_seed(ORIGIN, &[5; 32]).unwrap().public().to_string();
    let other = signed_note::StandardVerifier::new(&other).unwrap();
    let known = signed_note::VerifierList::new(vec![Box::new(other)]);
    assert!(read.verify(&known).is_err());
}

#[test]
fn another_implementation_proves_entries_and_beginnings_from_our_tiles() {
    for size in [1_usize, 2, 3, 7, 255, 256, 257, 300, 513] {
        let entries = entries(size);
        let top = Hash(root(&entries));
        let tiles = Tiles(tiles::files(&entries));
        let reader = TileHashReader::new(size as u64, top, &tiles);
        let some = [0, size / 3, size / 2, size - 1];
        for at in some {
            let at = at as u64;
            let leaf = tlog_tiles::record_hash(&entries[at as usize]);
            let proof = tlog_tiles::prove_record(size as u64, at, &reader).unwrap();
            tlog_tiles::check_record(&proof, size as u64, top, at, leaf).unwrap();
            let ours: Vec<tree::Hash> = proof.iter().map(|hash| hash.0).collect();
            let leaves: Vec<_> = entries.iter().map(|entry| tree::leaf(entry)).collect();
            assert_eq!(ours, tree::inclusion(&leaves, at as usize), "{at} of {size}");
        }
        for old in some.map(|at| at + 1) {
            let before = Hash(root(&entries[..old]));
            let proof = tlog_tiles::prove_tree(size as u64, old as u64, &reader).unwrap();
            tlog_tiles::check_tree(&proof, size as u64, top, old as u64, before).unwrap();
            let ours: Vec<tree::Hash> = proof.iter().map(|hash| hash.0).collect();
            let leaves: Vec<_> = entries.iter().map(|entry| tree::leaf(entry)).collect();
            assert_eq!(ours, tree::consistency(&leaves, old), "{old} of {size}");
        }
        // What the other one reads by is authenticated by the root.
        assert!(reader.read_hashes(&[0]).is_ok());
    }
}

#[test]
fn tiles_of_every_smaller_tree_are_kept() {
    let entries = entries(300);
    let files = Tiles(tiles::files(&entries));
    for size in [256_u64, 257, 280, 300] {
        let top = Hash(root(&entries[..size as usize]));
        let reader = TileHashReader::new(size, top, &files);
        assert!(tlog_tiles::prove_record(size, size - 1, &reader).is_ok(), "{size}");
    }
}
