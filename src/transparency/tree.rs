//! The Merkle tree of RFC 6962, section 2.1: its root, and proofs of what it holds and of what it goes on from.
//!
//! In: the hashes of leaves, in their order. Out: roots and proofs, and whether a proof proves.

use sha2::{Digest, Sha256};

/// A hash of the tree.
pub type Hash = [u8; 32];

/// From so many leaves on two threads share a tree.
const LARGE: usize = 1 << 12;

/// The hash of an entry.
pub fn leaf(entry: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(entry).finalize().into()
}

/// The hash of two subtrees, the left one full.
pub fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// The root of the tree over these leaves; of none, the hash of nothing.
pub fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Sha256::digest([]).into(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            let (left, right) = match leaves.len() {
                ..LARGE => (root(left), root(right)),
                _ => rayon::join(|| root(left), || root(right)),
            };
            node(&left, &right)
        }
    }
}

/// The proof that the leaf at `index` is in the tree, from the leaf up. `index` is below the number of leaves.
pub fn inclusion(leaves: &[Hash], index: usize) -> Vec<Hash> {
    if leaves.len() < 2 {
        return Vec::new();
    }
    let (left, right) = leaves.split_at(split(leaves.len()));
    let (mut proof, other) = match index.checked_sub(left.len()) {
        None => (inclusion(left, index), root(right)),
        Some(index) => (inclusion(right, index), root(left)),
    };
    proof.push(other);
    proof
}

/// The proof that the tree over the first `old` leaves is the beginning of the tree over all. `old` is from 1 to their
/// number.
pub fn consistency(leaves: &[Hash], old: usize) -> Vec<Hash> {
    beginning(leaves, old, true)
}

/// The subproof of RFC 6962, section 2.1.2; `known` where the old tree's own root is the subtree's.
fn beginning(leaves: &[Hash], old: usize, known: bool) -> Vec<Hash> {
    if old == leaves.len() {
        return if known { Vec::new() } else { vec![root(leaves)] };
    }
    let (left, right) = leaves.split_at(split(leaves.len()));
    let (mut proof, other) = match old.checked_sub(left.len()) {
        None | Some(0) => (beginning(left, old, known), root(right)),
        Some(old) => (beginning(right, old, false), root(left)),
    };
    proof.push(other);
    proof
}

/// Whether `proof` proves that `leaf` is the leaf at `index` of the tree of this size and root.
pub fn proves_inclusion(proof: &[Hash], leaf: &Hash, index: u64, size: u64, root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut at, mut last, mut hash) = (index, size - 1, *leaf);
    for other in proof {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            hash = node(other, &hash);
            while at & 1 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            hash = node(&hash, other);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    last == 0 && hash == *root
}

/// Whether `proof` proves that the old tree is the beginning of the new one; sizes with their roots (RFC 9162, section
/// 2.1.4.2).
pub fn proves_consistency(proof: &[Hash], old: (u64, &Hash), new: (u64, &Hash)) -> bool {
    let ((old_size, old_root), (new_size, new_root)) = (old, new);
    if old_size == 0 || old_size > new_size {
        return false;
    }
    if old_size == new_size {
        return proof.is_empty() && old_root == new_root;
    }
    let first = old_size.is_power_of_two().then_some(old_root);
    let mut steps = first.into_iter().chain(proof);
    let Some(start) = steps.next() else { return false };
    let (mut at, mut last) = (old_size - 1, new_size - 1);
    while at & 1 == 1 {
        (at, last) = (at >> 1, last >> 1);
    }
    let (mut from, mut to) = (*start, *start);
    for step in steps {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            from = node(step, &from);
            to = node(step, &to);
            while at & 1 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            to = node(&to, step);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    last == 0 && from == *old_root && to == *new_root
}

/// The largest power of two below `len`, which is at least 2.
fn split(len: usize) -> usize {
    len.next_power_of_two() / 2
}

#[cfg(test)]
mod tests;
