use proptest::prelude::*;

use super::*;
use crate::diagnostic::SourcePath;

fn split(text: &str) -> Vec<Word<'_, usize>> {
    source_words(text, &[])
}

/// Each spot as `missing>added`.
fn drifts(expected: &str, found: &str) -> Vec<String> {
    let (expected, found) = (split(expected), split(found));
    let show = |drift: &Drift| {
        format!(
            "{}>{}",
            joined(&expected[drift.expected.clone()]),
            joined(&found[drift.found.clone()])
        )
    };
    compare(&expected, &found).iter().map(show).collect()
}

#[track_caller]
fn check(expected: &str, found: &str, spots: &[&str]) {
    assert_eq!(drifts(expected, found), spots);
}

#[test]
fn white_space_and_drawn_rules_do_not_count() {
    check("a b\u{a0}c\n-------\nd", "a\nb c d ---", &[]);
    check("a -- b", "a b", &["-->"]);
}

#[test]
fn spots_are_found_and_left_behind() {
    check("a b c d e f g", "a b x d e f g", &["c>x"]);
    check("a b c d e f g", "a b d e f g", &["c>"]);
    check("a b c d e f g", "a b c x y d e f g", &[">x y"]);
    check("1.Sở Thông tin và", "1. Sở Thông tin và", &["1.Sở>1. Sở"]);
    check("a b c", "a b", &["c>"]);
    check("a b", "a b c", &[">c"]);
    check("", "a", &[">a"]);
    check("a", "", &["a>"]);
}

#[test]
fn near_spots_are_one_and_far_spots_are_two() {
    let text = |first: &str, between: usize, last: &str| {
        let words: Vec<_> = (0..between).map(|n| n.to_string()).collect();
        format!("{first} {} {last}", words.join(" "))
    };
    check(&text("x", 12, "y"), &text("u", 12, "v"), &["x>u", "y>v"]);
    check(&text("x", 2, "y"), &text("u", 2, "v"), &["x 0 1 y>u 0 1 v"]);
}

#[test]
fn a_long_gap_is_one_spot() {
    let words: Vec<_> = (0..4000).map(|n| format!("{n} trên địa bàn tỉnh")).collect();
    let all = words.join(" ");
    let less = [&words[..10], &words[1200..]].concat().join(" ");
    assert_eq!(drifts(&all, &less), [format!("{}>", words[10..1200].join(" "))]);
}

#[test]
fn wrapper_lines_are_left_out() {
    let words = source_words("cổng\nđăng nhập\nỦY BAN\n\nhết", &[1..=2, 5..=5]);
    assert_eq!(words, [Word { text: "ỦY", at: 21 }, Word { text: "BAN", at: 26 }]);
}

#[test]
fn the_first_spots_are_told_and_the_others_counted() {
    let text = |changed: &str| {
        let words = (0..140).map(|n| if n % 20 == 5 { changed.to_owned() } else { n.to_string() });
        words.collect::<Vec<_>>().join(" ")
    };
    let (expected, found) = (text("điện"), text("điện tử"));
    let file = SourcePath::content("van-ban.md");
    let source = SourcePath::content("nguon.txt");
    let mut problems = Diagnostics::default();
    report(
        &split(&expected),
        &split(&found),
        |at| source.passage(*at..*at),
        |at| (file.passage(*at..*at), "van-ban.md: điểm II.2.b".to_owned()),
        &file.whole(),
        &mut problems,
    );
    let told: Vec<_> = problems.iter().map(|problem| problem.what.as_str()).collect();
    assert_eq!(told.len(), 6);
    assert_eq!(
        told[0],
        "van-ban.md: điểm II.2.b: sau “2 3 4 điện” thừa “tử” không có trong bản nguồn."
    );
    assert_eq!(told[5], "Còn 2 chỗ khác nữa không giống bản nguồn.");
}

#[test]
fn content_without_words_is_told_at_the_file() {
    let file = SourcePath::content("van-ban.md");
    let mut problems = Diagnostics::default();
    let expected = "a ".repeat(40);
    report(
        &split(&expected),
        &split(""),
        |_| file.whole(),
        |_| (file.whole(), String::new()),
        &file.whole(),
        &mut problems,
    );
    let told: Vec<_> = problems.iter().map(|problem| problem.what.as_str()).collect();
    assert_eq!(
        told,
        ["Nội dung: thiếu “a a a a a a a a a a a a … (và 28 chữ nữa)” có trong bản nguồn."]
    );
}

proptest! {
    /// The spots, applied to the content, give the source; between them both are equal.
    #[test]
    fn the_spots_are_an_edit(expected in "([a-d] ){0,60}", found in "([a-d] ){0,60}") {
        let (left, right) = (split(&expected), split(&found));
        let spots = compare(&left, &right);
        prop_assert_eq!(spots.is_empty(), expected == found);
        let mut mended = Vec::new();
        let mut j = 0;
        for spot in &spots {
            mended.extend(right[j..spot.found.start].iter().map(|w| w.text));
            mended.extend(left[spot.expected.clone()].iter().map(|w| w.text));
            j = spot.found.end;
        }
        mended.extend(right[j..].iter().map(|w| w.text));
        prop_assert_eq!(mended, left.iter().map(|w| w.text).collect::<Vec<_>>());
    }
}

#[test]
fn marks_of_footnotes_are_alike_however_they_are_written() {
    for (content, source) in
        [("vụ[^1].", "vụ[1]."), ("vụ[^12];", "vụ12;"), ("[^1]:", "[1]"), ("a[^1][^2]", "a12")]
    {
        assert_eq!(with_bare_marks(content), with_bare_marks(source));
    }
    for (content, source) in
        [("vụ[^1].", "vụ[2]."), ("[x]", "x"), ("vụ.", "vụ[1]."), ("[12345]", "12345")]
    {
        assert_ne!(with_bare_marks(content), with_bare_marks(source));
    }
}
