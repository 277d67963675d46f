use super::*;

fn hex(hash: &Hash) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The leaves of the test vectors of RFC 6962's own code and of every implementation since.
const ENTRIES: [&[u8]; 8] = [
    b"",
    b"\x00",
    b"\x10",
    b"\x20\x21",
    b"\x30\x31",
    b"\x40\x41\x42\x43",
    b"\x50\x51\x52\x53\x54\x55\x56\x57",
    b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
];

const ROOTS: [&str; 9] = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

fn leaves(count: usize) -> Vec<Hash> {
    (0..count).map(|number| leaf(format!("mục {number}").as_bytes())).collect()
}

#[test]
fn roots_are_those_of_the_published_vectors() {
    let all: Vec<Hash> = ENTRIES.iter().map(|entry| leaf(entry)).collect();
    for (size, expected) in ROOTS.iter().enumerate() {
        assert_eq!(hex(&root(&all[..size])), *expected, "{size} leaves");
    }
}

#[test]
fn every_leaf_is_proved_and_no_other_place_of_it() {
    for size in 1..=20 {
        let (leaves, size) = (leaves(size), size as u64);
        let top = root(&leaves);
        for at in 0..leaves.len() {
            let proof = inclusion(&leaves, at);
            for index in 0..=size {
                let proved = proves_inclusion(&proof, &leaves[at], index, size, &top);
                assert_eq!(proved, index == at as u64, "{at} as {index} of {size}");
            }
            assert!(!proves_inclusion(&proof, &leaf(b"khac"), at as u64, size, &top));
        }
    }
}

#[test]
fn every_beginning_is_proved_and_no_other_tree() {
    let all = leaves(20);
    let tree = |size: usize| root(&all[..size]);
    for new in 1..=all.len() {
        for old in 1..=new {
            let proof = consistency(&all[..new], old);
            let proved = |old_size: usize, old_root: &Hash, new_root: &Hash| {
                let old = (old_size as u64, old_root);
                proves_consistency(&proof, old, (new as u64, new_root))
            };
            assert!(proved(old, &tree(old), &tree(new)), "{old} of {new}");
            assert!(!proved(old, &leaf(b"khac"), &tree(new)), "{old} of {new}");
            assert!(!proved(old, &tree(old), &leaf(b"khac")), "{old} of {new}");
            for other in (0..=all.len()).filter(|other| *other != old) {
                assert!(!proved(other, &tree(other), &tree(new)), "{other} for {old} of {new}");
            }
        }
    }
}
