//! A site with every shape of text: enclosed documents, articles, tables, footnotes, a party form, a draft.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use congkhai::diagnostic::Diagnostics;
use congkhai::parse::RawNode;
use congkhai::pipeline::Drafts;
use congkhai::source::load;
use congkhai::{model, parse};

use crate::support::{Files, build, build_well, copy, request, root, text_of, told};

const SITE: &str = "tests/sites/hinh-van-ban/content";
const DRAFT: &str = "20-kh-ubnd-2026";

static BUILT: LazyLock<Files> = LazyLock::new(|| build_well(&request(&root().join(SITE), None)));

fn file(path: &str) -> &'static str {
    let (_, bytes) = BUILT.iter().find(|(found, _)| found.as_str() == path).unwrap();
    std::str::from_utf8(bytes).unwrap()
}

fn site() -> model::Record {
    let mut problems = Diagnostics::default();
    let tree = load::read(&request(&root().join(SITE), None).roots).unwrap();
    model::assemble(&parse::all(&tree, &mut problems), &mut problems).unwrap()
}

/// The word without the marks of footnotes, which a page and a file of data show each in their way.
fn bare(word: &str) -> String {
    match (word.split_once("[^"), word.find(']')) {
        (Some((before, _)), Some(end)) if end > before.len() => {
            format!("{before}{}", bare(word[end + 1..].trim_start_matches(':')))
        }
        _ => word.to_owned(),
    }
}

fn words(text: &str) -> Vec<String> {
    let drawn = |word: &&str| word.len() >= 3 && word.bytes().all(|byte| byte == b'-');
    text.split_whitespace().filter(|word| !drawn(word)).map(bare).collect()
}

#[test]
fn the_page_has_every_word_in_the_order_of_the_document() {
    for plan in site().plans.values().filter(|plan| !plan.is_draft) {
        let page = file(&format!("ke-hoach/{}/toan-van.html", plan.id));
        assert!(!page.contains("[^"), "{}: a mark of a footnote stands as it was written", plan.id);
        let shown = words(&text_of(page, "class=van-ban", Some("data-bien-tap")));
        let written = plan.text.words(&plan.text_file);
        // Around the mark of a footnote a page parts a word.
        let written = written.iter().filter(|word| !word.text.contains("[^"));
        let written: Vec<String> = written.map(|word| word.text.to_owned()).collect();
        if plan.original_tasks == 0 {
            assert_eq!(shown, written, "{}", plan.id);
        }
        // Elsewhere footnotes stand below their text, and the rows of tasks have words of their own.
        let count =
            |words: &[String], word: &str| words.iter().filter(|other| *other == word).count();
        for word in &written {
            assert!(count(&shown, word) >= count(&written, word), "{}: {word}", plan.id);
        }
    }
}

#[test]
fn every_place_has_a_fragment_of_its_own_on_the_page_and_in_the_data() {
    fn visit(node: &RawNode, anchors: &mut Vec<String>) {
        anchors.push(node.id.anchor());
        node.children.iter().for_each(|child| visit(child, anchors));
    }
    for plan in site().plans.values().filter(|plan| !plan.is_draft) {
        let mut anchors = Vec::new();
        plan.text.nodes().for_each(|node| visit(node, &mut anchors));
        assert_eq!(anchors.iter().collect::<BTreeSet<_>>().len(), anchors.len());
        let page = file(&format!("ke-hoach/{}/toan-van.html", plan.id));
        let data = file(&format!("ke-hoach/{}/du-lieu/van-ban.akn.xml", plan.id));
        let document = roxmltree::Document::parse(data).unwrap();
        let ids: Vec<_> = document.descendants().filter_map(|node| node.attribute("eId")).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
        for anchor in &anchors {
            let (bare, quoted) = (format!("id={anchor}"), format!("id=\"{anchor}\""));
            assert!(page.contains(&bare) || page.contains(&quoted), "{anchor} on the page");
            assert!(ids.contains(&anchor.as_str()), "{anchor} in the data");
        }
        let letters: String = document.descendants().filter_map(|node| node.text()).collect();
        let letters = words(&letters).concat();
        for word in plan.text.words(&plan.text_file) {
            let word = bare(word.text);
            assert!(letters.contains(&word), "{word}");
        }
    }
}

#[test]
fn documents_are_named_by_their_own_kind() {
    let page = file("ke-hoach/12-qd-ubnd-2026/toan-van.html");
    assert!(page.contains("Toàn văn Quyết định 12/QĐ-UBND"));
    for (path, bytes) in BUILT.iter() {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("Kế hoạch 12/QĐ-UBND"), "{path}");
    }
}

#[test]
fn a_plan_without_tasks_says_what_it_has() {
    let of_plan = |path: &str| {
        path.starts_with("ke-hoach/5-kh-tu-2026/")
            && path.ends_with(".html")
            && !path.contains("/du-lieu/")
    };
    let pages: Vec<_> = BUILT.iter().filter(|(path, _)| of_plan(path.as_str())).collect();
    assert!(pages.len() >= 5);
    for (path, bytes) in pages {
        let page = std::str::from_utf8(bytes).unwrap();
        let plain = words(&text_of(page, "id=noi-dung", None)).join(" ");
        for nothing in [" 0/0 ", " 0 nhiệm vụ", "chưa tính được"] {
            assert!(!plain.contains(nothing), "{path}: {nothing}");
        }
    }
    let page = file("ke-hoach/5-kh-tu-2026/index.html");
    assert!(page.contains("Văn bản gồm") && page.contains("toan-van.html#ii"), "{page}");
    let has = |name: &str| {
        BUILT.keys().any(|path| path.as_str() == format!("ke-hoach/5-kh-tu-2026/{name}"))
    };
    assert!(has("toan-van.html") && !has("nhiem-vu/index.html") && !has("doi-chieu.html"));
}

/// What has no place for a link leaves the mark out; the copy of the source is as it was found.
#[test]
fn no_file_has_the_mark_of_a_footnote_as_editors_write_it() {
    let content = root().join("tests/sites/moi-hinh/content");
    let marked = content.join("ke-hoach/18-qd-ubnd-2025/nhiem-vu/1.md");
    assert!(fs::read_to_string(marked).unwrap().contains("[^"));
    let built = build_well(&request(&content, None));
    for (path, bytes) in built.iter().chain(BUILT.iter()) {
        let shows = String::from_utf8_lossy(bytes).contains("[^1]")
            || String::from_utf8_lossy(bytes).contains("[^4]");
        assert!(!shows, "{path}");
    }
}

#[test]
fn a_draft_is_in_no_published_file() {
    for strict in [false, true] {
        let mut request = request(&root().join(SITE), None);
        request.strict = strict;
        let (outcome, files) = build(&request);
        assert!(outcome.complete, "{}", told(&outcome));
        assert!(told(&outcome).contains("CK108"), "{}", told(&outcome));
        for (path, bytes) in files {
            let text = String::from_utf8_lossy(&bytes);
            let named = [DRAFT, "Nạo vét kênh mùa khô"].iter().any(|word| text.contains(word));
            assert!(!path.as_str().contains(DRAFT) && !named, "{path}");
        }
    }
}

#[test]
fn a_preview_marks_every_page_of_a_draft() {
    let mut request = request(&root().join(SITE), None);
    request.drafts = Drafts::Shown;
    let files = build_well(&request);
    let of_draft =
        |path: &str| path.starts_with(&format!("ke-hoach/{DRAFT}/")) && path.ends_with(".html");
    let mut pages = 0;
    for (path, bytes) in files {
        let page = String::from_utf8_lossy(&bytes);
        let is_marked = page.contains("Bản nháp: văn bản chưa ký");
        assert_eq!(is_marked, of_draft(path.as_str()), "{path}");
        pages += usize::from(is_marked);
    }
    assert!(pages >= 5);
}

#[test]
fn a_faulty_draft_stands_in_nobodys_way() {
    let scene = tempfile::tempdir().unwrap();
    let content = scene.path().join("content");
    copy(&root().join(SITE), &content);
    let text = content.join(format!("ke-hoach/{DRAFT}/van-ban.md"));
    fs::write(&text, "::: noi_dug\nChưa xong\n").unwrap();
    let (outcome, _) = build(&request(&content, None));
    assert!(outcome.complete, "{}", told(&outcome));
    let mut shown = request(&content, None);
    shown.drafts = Drafts::Shown;
    assert!(!build(&shown).0.complete);
}

#[test]
fn a_site_of_drafts_only_is_not_published() {
    let scene = tempfile::tempdir().unwrap();
    let content = scene.path().join("content");
    copy(&root().join(SITE), &content);
    for plan in ["12-qd-ubnd-2026", "5-kh-tu-2026"] {
        fs::remove_dir_all(content.join("ke-hoach").join(plan)).unwrap();
    }
    let (outcome, _) = build(&request(&content, None));
    assert!(!outcome.complete);
    assert!(told(&outcome).contains("Trang chỉ có bản nháp"), "{}", told(&outcome));
}
