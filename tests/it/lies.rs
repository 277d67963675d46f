//! Each lie that a release ledger is there to catch, and none of the honest ways that look like one.
//!
//! Ledgers are made in memory of facts that are made up; the program itself is in `releases`.

use std::collections::BTreeMap;

use congkhai::output::{Entry, Output, OutputPath};
use congkhai::releases::findings::Finding;
use congkhai::releases::make::{self, Draft, Keys};
use congkhai::releases::verify::{self, Judgement};
use congkhai::releases::{Causes, FactKind, Facts, History, Key};
use congkhai::transparency::{SigningKey, note};
use jiff::civil::{Date, date};
use proptest::prelude::*;

const ORIGIN: &str = "lam-giang.example/tien-do";

fn key(seed: u8) -> SigningKey {
    SigningKey::from_seed(ORIGIN, &[seed; 32]).unwrap()
}

/// A published folder in memory, with the ledger that it holds.
#[derive(Clone)]
struct Published {
    history: History,
    files: BTreeMap<String, Vec<u8>>,
    key: u8,
}

type Site<'a> = &'a [(&'a str, &'a str)];

fn key_of(column: &str) -> Key {
    Key::new("nhiem-vu", &["12-kh", "1.1"], column.to_owned())
}

fn facts(of: Site<'_>) -> Facts {
    let mut facts = Facts::new();
    for (column, value) in of {
        facts.put(key_of(column), FactKind::Written, *value);
    }
    facts
}

impl Published {
    fn nothing() -> Self {
        Self { history: History::default(), files: BTreeMap::new(), key: 1 }
    }

    /// The next release: facts, and pages with a word of theirs.
    fn release(&self, as_of: Date, of: Site<'_>) -> Self {
        self.release_with(as_of, of, &Keys::only(&key(self.key)), self.key)
    }

    fn release_with(&self, as_of: Date, of: Site<'_>, keys: &Keys<'_>, now: u8) -> Self {
        let mut files = BTreeMap::new();
        let mut output = Output::default();
        let pages = of.iter().map(|(column, value)| (format!("{column}.html"), *value));
        for (path, words) in pages.chain([("index.html".to_owned(), "trang\n")]) {
            let bytes = words.as_bytes().to_vec();
            output.insert(OutputPath::new(path.clone()).unwrap(), Entry::of(&bytes)).unwrap();
            files.insert(path, bytes);
        }
        let draft = Draft {
            as_of,
            facts: facts(of).into(),
            causes: Causes::default(),
            files: output,
            foreign: vec!["google.html".into(), "tai-len/".into()],
            tool: "congkhai thử".into(),
        };
        let made = make::made(&self.history, draft, keys);
        files.extend(made.files().map(|(path, bytes)| (path, bytes.into_owned())));
        let index = ("phat-hanh/index.html", b"so cong bo".as_slice());
        files.insert(index.0.into(), index.1.into());
        let text = verify::pages_note(ORIGIN, [index].into_iter());
        files.insert("phat-hanh/trang".into(), note::sign(&text, &[keys.now]).into_bytes());
        Self { history: made.history, files, key: now }
    }

    fn judge(&self, kept: Option<&[u8]>) -> Judgement {
        verify::judge(&self.files, &key(self.key).public(), kept)
    }

    fn checkpoint(&self) -> Vec<u8> {
        self.files["phat-hanh/checkpoint"].clone()
    }

    #[track_caller]
    fn check(&self, kept: Option<&Published>, expected: &[&str]) {
        let kept = kept.map(Published::checkpoint);
        let judgement = self.judge(kept.as_deref());
        let codes: Vec<_> = judgement.findings.iter().map(Finding::code).collect();
        assert_eq!(codes, expected, "{:?}", judgement.findings);
    }

    fn change(&self, path: &str, change: impl FnOnce(&mut Vec<u8>)) -> Self {
        let mut lying = self.clone();
        change(lying.files.get_mut(path).unwrap_or_else(|| panic!("no {path}")));
        lying
    }
}

const FIRST: Site<'_> = &[("chu_tri", "so-a"), ("nguyen_van", "Lập danh mục.\n")];
const SECOND: Site<'_> =
    &[("chu_tri", "so-a"), ("nguyen_van", "Lập danh mục.\n"), ("tinh_trang", "xong\n")];

fn three() -> [Published; 3] {
    let one = Published::nothing().release(date(2026, 5, 1), FIRST);
    let two = one.release(date(2026, 6, 1), SECOND);
    let three = two.release(date(2026, 7, 1), FIRST);
    [one, two, three]
}

#[test]
fn an_honest_ledger_goes_on_from_each_checkpoint_that_was_kept() {
    let all = three();
    for (at, published) in all.iter().enumerate() {
        published.check(None, &[]);
        for kept in &all[..=at] {
            published.check(Some(kept), &[]);
            let judged = published.judge(Some(&kept.checkpoint()));
            assert_eq!(judged.kept, Some(kept.history.len()));
        }
    }
}

#[test]
fn the_same_content_key_and_history_give_the_same_bytes() {
    assert!(three()[2].files == three()[2].files);
}

#[test]
fn a_byte_flipped_in_a_page_is_told() {
    let [.., last] = three();
    last.change("index.html", |bytes| bytes[0] ^= 1).check(None, &["tep_khac"]);
}

#[test]
fn a_file_dropped_or_added_is_told() {
    let [.., last] = three();
    let mut lying = last.clone();
    lying.files.remove("index.html");
    lying.check(None, &["mat_tep"]);
    for path in [
        "them.html",
        "phat-hanh/4/manifest.json",
        "phat-hanh/khac",
        "phat-hanh/1/khac",
        "phat-hanh/tile/x",
    ] {
        let mut lying = last.clone();
        lying.files.insert(path.into(), b"la".into());
        lying.check(None, &["tep_la"]);
    }
}

#[test]
fn what_the_ledger_names_as_foreign_is_no_finding() {
    let [.., mut last] = three();
    for path in ["google.html", "tai-len/a/b.txt", ".congkhai-manifest.json"] {
        last.files.insert(path.into(), b"cua nguoi khac".into());
    }
    last.check(None, &[]);
    last.files.insert("tai-len-khac/b.txt".into(), b"la".into());
    last.check(None, &["tep_la"]);
}

#[test]
fn a_fact_edited_in_an_old_release_is_told() {
    let [.., last] = three();
    let lying = last.change("phat-hanh/1/su-kien.jsonl", |bytes| {
        let text = String::from_utf8(bytes.clone()).unwrap().replace("so-a", "so-b");
        *bytes = text.into_bytes();
    });
    lying.check(None, &["su_kien_sai"]);
}

#[test]
fn files_that_follow_from_signed_ones_are_compared() {
    let [.., last] = three();
    for name in ["thay-doi.json", "thay-doi.csv"] {
        let path = format!("phat-hanh/2/{name}");
        last.change(&path, |bytes| bytes.push(b'x')).check(None, &["tep_suy_ra_sai"]);
    }
    last.change("phat-hanh/index.html", |bytes| bytes.push(b'x')).check(None, &["trang_so_khac"]);
    last.change("phat-hanh/tile/0/000.p/2", |bytes| bytes[0] ^= 1).check(None, &["o_cay_sai"]);
}

#[test]
fn no_list_of_files_is_another_than_the_one_that_the_manifest_names() {
    let [.., last] = three();
    let [sums, manifest] = ["SHA256SUMS", "manifest.json"].map(|it| format!("phat-hanh/2/{it}"));
    for path in [&sums, &manifest] {
        last.change(path, |bytes| bytes.push(b'\n')).check(None, &["danh_muc_sai"]);
    }
    // A line less, a size less: each list is right by itself.
    let shorter = |bytes: &mut Vec<u8>| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        *bytes = text.lines().skip(1).map(|line| format!("{line}\n")).collect::<String>().into();
    };
    last.change(&sums, shorter).check(None, &["danh_muc_sai"]);
    let fewer = |bytes: &mut Vec<u8>| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        let at = text.find("\"so_byte\":[").unwrap() + "\"so_byte\":[".len();
        let end = at + text[at..].find(',').unwrap() + 1;
        *bytes = [&text[..at], &text[end..]].concat().into();
    };
    last.change(&manifest, fewer).check(None, &["danh_muc_sai"]);
    let mut lying = last.clone();
    lying.files.remove(&sums);
    lying.check(None, &["thieu_tep_so"]);
}

#[test]
fn a_fresh_valid_tree_under_the_same_key_is_caught_by_a_kept_checkpoint() {
    let [one, two, last] = three();
    let other: Site<'_> = &[("chu_tri", "so-b"), ("nguyen_van", "Lập danh mục.\n")];
    let rewritten = Published::nothing().release(date(2026, 5, 1), other);
    let rewritten = rewritten.release(date(2026, 6, 1), SECOND).release(date(2026, 7, 1), FIRST);
    // By itself it is as good as the true one.
    rewritten.check(None, &[]);
    for kept in [&one, &two, &last] {
        rewritten.check(Some(kept), &["viet_lai"]);
    }
}

#[test]
fn two_histories_are_told_apart_by_whoever_kept_the_other() {
    let [one, two, _] = three();
    let there = one.release(date(2026, 6, 1), FIRST);
    there.check(Some(&one), &[]);
    there.check(Some(&two), &["viet_lai"]);
    two.check(Some(&there), &["viet_lai"]);
}

#[test]
fn a_truncated_history_or_a_folder_from_an_older_backup_is_behind_the_kept_one() {
    let [one, two, last] = three();
    two.check(Some(&last), &["so_cu_hon"]);
    one.check(Some(&last), &["so_cu_hon"]);
    // The last release taken away, and nothing put in its place.
    let mut lying = last.clone();
    lying.files.insert("phat-hanh/checkpoint".into(), two.checkpoint());
    let judged = lying.judge(Some(&last.checkpoint()));
    let told = judged.findings.iter().any(|finding| matches!(finding, Finding::Behind { .. }));
    assert!(told, "{:?}", judged.findings);
}

#[test]
fn a_clock_set_back_is_told() {
    let [_, two, _] = three();
    two.release(date(2026, 5, 31), FIRST).check(None, &["ngay_lui"]);
    two.release(date(2026, 6, 1), FIRST).check(None, &[]);
}

#[test]
fn a_key_is_rotated_with_the_word_of_the_one_before_and_not_without() {
    let [one, two, _] = three();
    let (old, new) = (key(1), key(2));
    let keys = Keys { now: &new, before: Some(&old), lost: None };
    let rotated = two.release_with(date(2026, 7, 1), FIRST, &keys, 2);
    rotated.check(None, &[]);
    rotated.check(Some(&one), &[]);
    // Those who know the old key can follow.
    let judged = verify::judge(&rotated.files, &old.public(), None);
    let codes: Vec<_> = judged.findings.iter().map(Finding::code).collect();
    assert_eq!(codes, [""; 0]);
    let later = rotated.release(date(2026, 8, 1), SECOND);
    later.check(Some(&two), &[]);
    let judged = verify::judge(&later.files, &old.public(), None);
    assert!(judged.findings.is_empty(), "the old key leads to the new one: {:?}", judged.findings);
    // A thief signs the same ledger with a key of his own.
    let mut stolen = two.clone();
    let entries = &stolen.history.entries;
    let leaves: Vec<_> = entries.iter().map(|it| congkhai::transparency::tree::leaf(it)).collect();
    let checkpoint = congkhai::transparency::Checkpoint {
        origin: ORIGIN.into(),
        size: leaves.len() as u64,
        root: congkhai::transparency::tree::root(&leaves),
    };
    let signed = checkpoint.signed(&[&key(3)]).into_bytes();
    stolen.files.insert("phat-hanh/checkpoint".into(), signed);
    stolen.check(None, &["diem_moc_sai"]);
    stolen.key = 3;
    let codes: Vec<_> = stolen.judge(None).findings.iter().map(Finding::code).collect();
    assert_eq!(codes, ["khoa_khong_khop"]);
}

#[test]
fn a_lost_key_is_told_to_readers() {
    let [one, two, _] = three();
    let new = key(2);
    let keys = Keys { now: &new, before: None, lost: Some("Máy giữ khóa bị hỏng.".into()) };
    let lost = two.release_with(date(2026, 7, 1), FIRST, &keys, 2);
    lost.check(Some(&one), &[]);
    let judged = verify::judge(&lost.files, &key(1).public(), None);
    let codes: Vec<_> = judged.findings.iter().map(Finding::code).collect();
    assert_eq!(codes, ["khoa_khong_khop"], "the lost key leads nowhere");
    let entry = String::from_utf8(lost.history.entries[2].clone()).unwrap();
    assert!(entry.contains("Máy giữ khóa bị hỏng."), "{entry}");
}

#[test]
fn other_line_ends_are_said_apart() {
    let [.., last] = three();
    let crlf = |bytes: &mut Vec<u8>| *bytes = b"trang\r\n".to_vec();
    let lying = last.change("index.html", crlf);
    lying.check(None, &["doi_dau_dong"]);
    assert!(lying.judge(None).findings.iter().all(Finding::is_of_form));
    last.change("index.html", |bytes| *bytes = b"trang khac\r\n".to_vec())
        .check(None, &["tep_khac"]);
}

const OPEN: Site<'_> =
    &[("chu_tri", "so-a"), ("han_che", "false"), ("nguyen_van", "Lập danh mục.")];
const WITHHELD: Site<'_> =
    &[("han_che", "true"), ("ly_do_han_che", "Bí mật nhà nước."), ("nguyen_van", "Lập danh mục.")];

#[test]
fn what_is_withheld_later_leaves_its_hash_and_the_chain_verifies() {
    let one = Published::nothing().release(date(2026, 5, 1), OPEN);
    let two = one.release(date(2026, 6, 1), WITHHELD);
    two.check(None, &[]);
    two.check(Some(&one), &[]);
    let all: Vec<u8> = two.files.values().flatten().copied().collect();
    let all = String::from_utf8_lossy(&all);
    assert!(!all.contains("so-a"), "what is withheld stands in no file of the ledger");
    let withdrawn = &two.history.releases[1].manifest.withdrawn;
    assert_eq!(withdrawn.len(), 1);
    assert_eq!((withdrawn[0].number, &*withdrawn[0].reason), (1, "Bí mật nhà nước."));
    let later = two.release(date(2026, 7, 1), WITHHELD);
    later.check(Some(&one), &[]);
}

#[test]
fn a_line_taken_out_without_a_word_is_told() {
    let [.., last] = three();
    let lying = last.change("phat-hanh/1/su-kien.jsonl", |bytes| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        let line = text.lines().next().unwrap();
        let hash = congkhai::transparency::tree::leaf(line.as_bytes());
        let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        *bytes = text.replace(line, &format!("{{\"da_rut\":\"{hex}\"}}")).into_bytes();
    });
    // What changed from it is told otherwise too.
    lying.check(None, &["tep_suy_ra_sai", "tep_suy_ra_sai", "rut_khong_bao"]);
}

/// Facts and pages by chance.
fn sites() -> impl Strategy<Value = Vec<BTreeMap<String, String>>> {
    let site = prop::collection::btree_map("[a-d]", "[a-z]{1,4}", 1..4);
    prop::collection::vec(site, 1..5)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn random_histories_verify_and_random_single_faults_never_do(
        sites in sites(),
        at in any::<prop::sample::Index>(),
        byte in any::<prop::sample::Index>(),
        bit in 0_u8..8,
        drop in any::<bool>(),
    ) {
        let mut published = Published::nothing();
        let mut kept = Vec::new();
        for (month, site) in (1..).zip(&sites) {
            let site: Vec<(&str, &str)> = site.iter().map(|(a, b)| (&**a, &**b)).collect();
            published = published.release(date(2026, month, 1), &site);
            kept.push(published.checkpoint());
        }
        for kept in &kept {
            let judged = published.judge(Some(kept));
            prop_assert!(judged.findings.is_empty(), "{:?}", judged.findings);
        }
        let paths: Vec<String> = published.files.keys().cloned().collect();
        let path = &paths[at.index(paths.len())];
        let mut lying = published.clone();
        if drop {
            lying.files.remove(path);
        } else {
            let bytes = lying.files.get_mut(path).unwrap();
            let byte = byte.index(bytes.len());
            bytes[byte] ^= 1 << bit;
        }
        let judged = lying.judge(None);
        prop_assert!(!judged.findings.is_empty(), "{path} was changed, and nothing is found");
    }
}
