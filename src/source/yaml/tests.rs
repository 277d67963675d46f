use super::*;

/// What `path` points at, as text.
#[track_caller]
fn check(yaml: &str, path: &str, expected: &str) {
    let file = format!("---\n{yaml}");
    let outline = Outline::of(yaml, 4);
    assert_eq!(&file[outline.locate(&path.into())], expected, "{path} in {yaml:?}");
}

const TASK: &str = "so: \"3.1\" # số\nchu_tri: [so-tttt, 'sở b']\nđơn vị: &x Sở Y tế # chú thích
nguyen_van: >-
  Xây dựng
  hạ tầng
dien_bien:
  - { ma: d1, ngay: 2016-05-20 }
  - ma: d2
    ngay: 30/11/2016
    minh_chung:
      - ten: Kế hoạch
a.b:
  c: 1
";

#[test]
fn values_in_one_line_are_pointed_at() {
    check(TASK, "so", "\"3.1\"");
    check(TASK, "chu_tri", "[so-tttt, 'sở b']");
    check(TASK, "chu_tri[1]", "'sở b'");
    check(TASK, "đơn vị", "Sở Y tế");
    check(TASK, "dien_bien[0]", "{ ma: d1, ngay: 2016-05-20 }");
    check(TASK, "dien_bien[1].ngay", "30/11/2016");
    check(TASK, "dien_bien[1].minh_chung[0].ten", "Kế hoạch");
    check(TASK, "dien_bien[1].minh_chung[0]", "ten: Kế hoạch");
    check(TASK, "a.b.c", "1");
}

#[test]
fn longer_values_are_pointed_at_by_their_key() {
    check(TASK, "nguyen_van", "nguyen_van");
    check(TASK, "dien_bien", "dien_bien");
    check(TASK, "dien_bien[1].minh_chung", "minh_chung");
}

#[test]
fn missing_keys_are_looked_for_where_they_should_be() {
    check(TASK, "dien_bien[0].loai", "{ ma: d1, ngay: 2016-05-20 }");
    check(TASK, "dien_bien[1].minh_chung[0].ngay", "ten: Kế hoạch");
    check(TASK, "dien_bien[7].ngay", "dien_bien");
    check(TASK, "so.gi", "so");
    check("\n# chú thích\nso: 1\n", "nhom", "so: 1");
    check("ten:\n", "ten", "ten");
}

#[test]
fn windows_line_ends_do_not_shift_places() {
    check("đ: 1\r\nb:\r\n  - x: \"y\" # z\r\n", "b[0].x", "\"y\"");
}

#[test]
fn quotes_within_quotes_belong_to_the_value() {
    check("a: 'đi''về' # x\nb: \"nói \\\"vâng\\\"\" # y\n", "a", "'đi''về'");
    check("a: 'đi''về' # x\nb: \"nói \\\"vâng\\\"\" # y\n", "b", "\"nói \\\"vâng\\\"\"");
}

#[test]
fn marks_are_recorded_with_their_places() {
    let yaml = "&k a: &x 1\nb: *x\nc: !!str &y 2\nd: !t |\n  x\n? [q, &z r]\n: 1\n";
    let outline = Outline::of(yaml, 0);
    let found: Vec<_> =
        outline.marks().iter().map(|(at, mark)| (&yaml[at.clone()], *mark)).collect();
    let expected = [
        ("&k", Mark::Anchor),
        ("&x", Mark::Anchor),
        ("*x", Mark::Alias),
        ("!!str", Mark::Tag),
        ("&y", Mark::Anchor),
        ("!t", Mark::Tag),
        ("&z", Mark::Anchor),
    ];
    assert_eq!(found, expected);
    assert_eq!(&yaml[outline.locate(&"c".into())], "2");
    assert_eq!(outline.end(), &End::Whole);
}

#[test]
fn reading_stops_where_it_must() {
    let end = |yaml: &str| Outline::of(yaml, 0).end().clone();
    assert_eq!(end("a: 1\n---\nb: 2\n"), End::OtherDocument);
    assert_eq!(end("a: 1\nb: *c\n"), End::UnknownAlias(8..10));
    assert_eq!(end("a: b: c\n"), End::Fault(4..5));
    assert!(matches!(end(&"- ".repeat(40)), End::TooDeep(_)));
    assert!(matches!(end(&"[".repeat(1_000_000)), End::TooDeep(_)));
    assert!(matches!(end(&"{a: ".repeat(100_000)), End::TooDeep(_)));
    assert!(matches!(end(&format!("[{}]", "a,".repeat(200_000))), End::TooMany(_)));
    assert_eq!(end(""), End::Whole);
}

proptest::proptest! {
    #[test]
    fn any_text_has_an_outline(yaml in "[-a-cđ:,\\[\\]{}&*!|>'\"#?%@`~ \n\t\r.\u{feff}]{0,60}") {
        let outline = Outline::of(&yaml, 7);
        let file = format!("1234567{yaml}");
        for node in outline.nodes() {
            let _ = &file[node.value.clone()];
            let _ = node.key.clone().map(|key| file[key].len());
        }
        for (at, _) in outline.marks() {
            let _ = &file[at.clone()];
        }
        let _ = &file[outline.locate(&"a.b[0].c".into())];
    }
}
