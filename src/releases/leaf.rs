//! A release as an entry of the log.
//!
//! In: number, date, and what stands for its files and its facts; a change of keys, if it brings one. Out: the bytes
//! that the log's tree is over. They hold hashes only, so that words can be withdrawn and the tree stays.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::facts::{hex, unhex};
use crate::output::Checksum;
use crate::transparency::tree::Hash;
use crate::transparency::{PublicKey, SigningKey};

/// A release as an entry of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// The release, from 1.
    pub number: u64,
    /// The date that it speaks of.
    pub as_of: Date,
    /// The checksum of its manifest.
    pub manifest: Checksum,
    /// The root over its facts.
    pub facts: Hash,
    /// The key that signs from this release on, where it is another than before; the first release states its own.
    pub key: Option<KeyChange>,
}

/// A key that takes the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyChange {
    /// The key from now on.
    pub new: PublicKey,
    /// Who vouches for it.
    pub vouched: Vouched,
}

/// Who vouches for a new key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Vouched {
    /// It is the log's first.
    First,
    /// The key before, by this signature.
    Before(Vec<u8>),
    /// Nobody: the key before was lost, and the publisher says so.
    Lost(String),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLeaf {
    ban: u64,
    so_lieu_den: String,
    danh_muc: String,
    su_kien: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    khoa: Option<RawKeyChange>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawKeyChange {
    moi: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    khoa_truoc_ky: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mat_khoa_truoc: Option<String>,
}

impl KeyChange {
    /// The change from `old` to `new` in a release, which `old` vouches for.
    pub fn signed(number: u64, old: &SigningKey, new: PublicKey) -> Self {
        let vouched = Vouched::Before(old.sign(said(number, &new).as_bytes()).to_vec());
        Self { new, vouched }
    }

    /// Whether the key before vouches for it.
    pub fn is_vouched_by(&self, number: u64, old: &PublicKey) -> bool {
        match &self.vouched {
            Vouched::Before(signature) => {
                old.verifies(said(number, &self.new).as_bytes(), signature)
            }
            Vouched::First | Vouched::Lost(_) => false,
        }
    }
}

/// What a key signs when another takes its place.
fn said(number: u64, new: &PublicKey) -> String {
    format!("congkhai doi khoa\n{number}\n{new}\n")
}

impl Leaf {
    /// The entry: always the same for the same release.
    pub fn to_bytes(&self) -> Vec<u8> {
        let khoa = self.key.as_ref().map(|change| {
            let (signature, lost) = match &change.vouched {
                Vouched::First => (None, None),
                Vouched::Before(signature) => (Some(STANDARD.encode(signature)), None),
                Vouched::Lost(statement) => (None, Some(statement.clone())),
            };
            RawKeyChange {
                moi: change.new.to_string(),
                khoa_truoc_ky: signature,
                mat_khoa_truoc: lost,
            }
        });
        let raw = RawLeaf {
            ban: self.number,
            so_lieu_den: self.as_of.to_string(),
            danh_muc: self.manifest.to_string(),
            su_kien: hex(&self.facts),
            khoa,
        };
        serde_json::to_vec(&raw).expect("texts become JSON")
    }

    /// Reads an entry; nothing where we did not write it so.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let raw: RawLeaf = serde_json::from_slice(bytes).ok()?;
        let key = match raw.khoa {
            None => None,
            Some(RawKeyChange { moi, khoa_truoc_ky, mat_khoa_truoc }) => Some(KeyChange {
                new: moi.parse().ok()?,
                vouched: match (khoa_truoc_ky, mat_khoa_truoc) {
                    (None, None) => Vouched::First,
                    (Some(signature), None) => Vouched::Before(STANDARD.decode(signature).ok()?),
                    (None, Some(statement)) => Vouched::Lost(statement),
                    (Some(_), Some(_)) => return None,
                },
            }),
        };
        let leaf = Self {
            number: raw.ban,
            as_of: raw.so_lieu_den.parse().ok()?,
            manifest: raw.danh_muc.parse().ok()?,
            facts: unhex(&raw.su_kien)?,
            key,
        };
        (leaf.to_bytes() == bytes).then_some(leaf)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leaf_is_read_back_and_only_in_its_own_form() {
        let key = |seed| SigningKey::from_seed("lam-giang.example", &[seed; 32]).unwrap();
        let (old, new) = (key(1), key(2));
        let changes = [
            None,
            Some(KeyChange { new: new.public(), vouched: Vouched::First }),
            Some(KeyChange::signed(7, &old, new.public())),
            Some(KeyChange { new: new.public(), vouched: Vouched::Lost("Mất máy.".into()) }),
        ];
        for key in changes {
            let as_of = jiff::civil::date(2026, 5, 25);
            let leaf = Leaf { number: 7, as_of, manifest: Checksum::of(b"a"), facts: [3; 32], key };
            let bytes = leaf.to_bytes();
            assert_eq!(Leaf::from_bytes(&bytes), Some(leaf));
            let spaced = String::from_utf8(bytes).unwrap().replacen(':', ": ", 1);
            assert_eq!(Leaf::from_bytes(spaced.as_bytes()), None);
        }
    }

    #[test]
    fn only_the_key_before_vouches_for_the_next() {
        let key = |seed| SigningKey::from_seed("lam-giang.example", &[seed; 32]).unwrap();
        let change = KeyChange::signed(7, &key(1), key(2).public());
        assert!(change.is_vouched_by(7, &key(1).public()));
        assert!(!change.is_vouched_by(8, &key(1).public()), "of another release");
        assert!(!change.is_vouched_by(7, &key(3).public()), "by another key");
    }
}
