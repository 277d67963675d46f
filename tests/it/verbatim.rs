//! Every word of the source, in order, in the content and on the page.

use std::fs;

use crate::support::{SHIPPED, shipped, text_of};

const PLAN: &str = "ke-hoach/111-kh-ubnd-2015";
/// The portal's own lines at the head of the copy.
const WRAPPER: usize = 7;

fn words(text: &str) -> Vec<&str> {
    let drawn = |word: &&str| word.len() >= 3 && word.bytes().all(|byte| byte == b'-');
    text.split_whitespace().filter(|word| !drawn(word)).collect()
}

#[test]
fn the_full_text_page_shows_the_source_and_nothing_else() {
    let source = fs::read_to_string(shipped().join(PLAN).join("nguon.txt")).unwrap();
    let source: String = source.lines().skip(WRAPPER).map(|line| format!("{line}\n")).collect();
    let page = SHIPPED
        .iter()
        .find(|(path, _)| path.as_str() == format!("{PLAN}/toan-van.html"))
        .unwrap()
        .1;
    let shown = text_of(std::str::from_utf8(page).unwrap(), "class=van-ban", Some("data-bien-tap"));
    let (expected, found) = (words(&source), words(&shown));
    let same = expected.iter().zip(&found).take_while(|(a, b)| a == b).count();
    let near = |words: &[&str]| words[same.saturating_sub(3)..words.len().min(same + 8)].join(" ");
    assert!(
        expected == found,
        "after {same} words:\n  source: {}\n  page:   {}",
        near(&expected),
        near(&found)
    );
}

#[test]
fn the_copy_is_the_one_whose_hash_is_stated() {
    let text = fs::read(shipped().join(PLAN).join("nguon.txt")).unwrap();
    let stated = fs::read_to_string(shipped().join(PLAN).join("ke-hoach.yml")).unwrap();
    assert!(stated.contains(&congkhai::output::Checksum::of(&text).to_string()));
}
