use proptest::prelude::*;

use super::*;

/// A file with a body and the regions that every document has.
fn file_with(body: &str) -> String {
    format!(
        "::: dau_van_ban\n\nỦY BAN\n-------\n\n::: ten_van_ban\n\nKẾ HOẠCH\n\n::: noi_dung\n\n{body}\n\n::: chu_ky\n\nAn\n"
    )
}

fn read(source: &str) -> (RawPlanText, Vec<String>) {
    let mut problems = Diagnostics::default();
    let text = parse(&SourcePath::content("van-ban.md"), source, &mut problems).unwrap_or_default();
    (text, problems.iter().map(|d| format!("{} {}", d.rule.code, d.what)).collect())
}

/// What the text has in its first region of a kind.
macro_rules! first {
    ($text:expr, $kind:ident) => {
        $text
            .regions
            .iter()
            .find_map(|region| match region {
                RawRegion::$kind(found) => Some(found),
                _ => None,
            })
            .expect("the region is there")
    };
}

/// All nodes outside appendices.
fn body(text: &RawPlanText) -> Vec<RawNode> {
    let bodies = text.regions.iter().filter_map(|region| match region {
        RawRegion::Body(nodes) => Some(nodes),
        _ => None,
    });
    bodies.flatten().cloned().collect()
}

/// The ids with kind and text, one a line, indented by depth.
fn outline(nodes: &[RawNode]) -> String {
    fn add(nodes: &[RawNode], depth: usize, out: &mut String) {
        for node in nodes {
            let gap = if node.gap { " " } else { "" };
            out.push_str(&format!(
                "{}{} {}{gap}{}\n",
                "  ".repeat(depth),
                node.id,
                node.label,
                node.text
            ));
            add(&node.children, depth + 1, out);
        }
    }
    let mut out = String::new();
    add(nodes, 0, &mut out);
    out
}

#[track_caller]
fn check_tree(words: &str, expected: &str) {
    let (text, problems) = read(&file_with(words));
    assert_eq!(outline(&body(&text)), expected);
    assert!(problems.is_empty(), "{problems:?}");
}

#[track_caller]
fn check_problems(source: &str, expected: &[&str]) {
    let (_, problems) = read(source);
    assert_eq!(problems, expected);
}

#[test]
fn labels_make_the_tree() {
    check_tree(
        "Căn cứ Nghị quyết:\n\n# I. MỤC ĐÍCH\n\n## 1. Mục đích:\n\nĐẩy mạnh\nứng dụng.\n\n## 2.Yêu cầu\n\n\
         - Một;\n\n- Hai.\n\n# II. NHIỆM VỤ\n\nCác sở:\n\n- Ba\n\n## 1. Đổi mới\n\na) A\n\n- Bốn\n\nNăm\n\nb) B",
        "p1 Căn cứ Nghị quyết:\n\
         i I. MỤC ĐÍCH\n  i.1 1. Mục đích:\n    i.1-p1 Đẩy mạnh ứng dụng.\n  \
         i.2 2.Yêu cầu\n    i.2-1 - Một;\n    i.2-2 - Hai.\n\
         ii II. NHIỆM VỤ\n  ii-p1 Các sở:\n  ii-g1 - Ba\n  ii.1 1. Đổi mới\n    \
         ii.1.a a) A\n      ii.1.a-1 - Bốn\n      ii.1.a-p1 Năm\n    ii.1.b b) B\n",
    );
}

#[test]
fn points_d_and_dd_have_their_own_ids() {
    check_tree(
        "# I. A\n\n## 1. B\n\na) 1\n\nb) 2\n\nc) 3\n\nd) 4\n\nđ) 5\n\ne) 6\n\ng) 7",
        "i I. A\n  i.1 1. B\n    i.1.a a) 1\n    i.1.b b) 2\n    i.1.c c) 3\n    i.1.d d) 4\n    \
         i.1.dd đ) 5\n    i.1.e e) 6\n    i.1.g g) 7\n",
    );
}

#[test]
fn markdown_is_text() {
    check_tree("# I. **A** <b>\n\n*B* [c](d) {e}", "i I. **A** <b>\n  i-p1 *B* [c](d) {e}\n");
}

#[test]
fn regions_keep_their_lines() {
    let source = "::: dau_van_ban\nỦY BAN\nTỈNH A\n---\n\nCỘNG HÒA {sic: thử\n hai dòng}\n::: ten_van_ban\nKẾ HOẠCH\n\
                  ::: noi_dung\n# I. A\n::: chu_ky\nKT. CHỦ TỊCH\n\u{a0}\nAn\n::: phu_luc\nPHỤ LỤC\n(kèm theo)\n\n# I. Một.\n\n\
                  # II. Hai:\n::: bang_nhiem_vu\nTT\nNội dung\n";
    let (text, problems) = read(source);
    assert!(problems.is_empty(), "{problems:?}");
    let show = |blocks: &[RawBlock]| {
        let blocks = blocks
            .iter()
            .map(|b| b.lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join("/"));
        blocks.collect::<Vec<_>>().join(" + ")
    };
    assert_eq!(show(first!(text, Letterhead)), "ỦY BAN/TỈNH A/--- + CỘNG HÒA");
    assert_eq!(first!(text, Letterhead)[1].notes[0].text, "thử hai dòng");
    assert_eq!(show(first!(text, Signature)), "KT. CHỦ TỊCH + An");
    let RawRegion::Appendix { id, title, clauses } = &text.regions[4] else { panic!() };
    assert_eq!((id.as_str(), show(title).as_str()), ("pl", "PHỤ LỤC/(kèm theo)"));
    assert_eq!(outline(clauses), "pl.i I. Một.\npl.ii II. Hai:\n");
    assert_eq!(clauses[0].kind, NodeKind::Clause);
    assert_eq!(
        first!(text, TableHeader).headings.iter().map(|l| &l.text[..]).collect::<Vec<_>>(),
        ["TT", "Nội dung"]
    );

    let words: Vec<_> = text.words(source);
    let joined: Vec<_> = words.iter().map(|word| word.text).collect();
    assert_eq!(
        joined.join(" "),
        "ỦY BAN TỈNH A CỘNG HÒA KẾ HOẠCH I. A KT. CHỦ TỊCH An PHỤ LỤC (kèm theo) I. Một. II. Hai: TT Nội dung"
    );
    assert!(words.iter().all(|word| &source[word.span.clone()] == word.text));
    assert_eq!(words[0].within.to_string(), "phần đầu văn bản");
    assert_eq!(words[8].within.to_string(), "phần I");
}

#[test]
fn remarks_are_no_words() {
    let source = file_with("# I. A\n\nthực tốt {sic: thiếu chữ} {sic: hai}");
    let (text, problems) = read(&source);
    assert!(problems.is_empty(), "{problems:?}");
    let paragraph = &body(&text)[0].children[0];
    assert_eq!(paragraph.text, "thực tốt");
    let notes: Vec<_> = paragraph.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["thiếu chữ", "hai"]);
    assert_eq!(&source[paragraph.notes[0].span.clone()], "{sic: thiếu chữ}");
    assert_eq!(&source[paragraph.span.clone()], "thực tốt");
}

#[test]
fn carriage_returns_and_a_byte_order_mark_change_nothing() {
    let source = file_with("# I. A\n\nMột\nhai {sic: ba}");
    let other = format!("\u{feff}{}", source.replace('\n', "\r\n"));
    assert_eq!(outline(&body(&read(&source).0)), outline(&body(&read(&other).0)));
    assert!(read(&other).1.is_empty());
}

#[test]
fn labels_follow_each_other() {
    #[track_caller]
    fn check(points: &str, expected: &[&str]) {
        let points: Vec<_> = points.split(' ').map(|p| format!("{p}) x")).collect();
        check_problems(
            &file_with(&format!("# II. A\n\n## 4. B\n\n{}", points.join("\n\n"))),
            expected,
        );
    }
    let heads = [
        "CK103 Nội dung: đầu tiên phải là “I.”, gặp “II.”.",
        "CK103 II: đầu tiên phải là “1.”, gặp “4.”.",
    ];
    let all = |point: &[&'static str]| [&heads[..], point].concat();
    check("a b c d đ e g h", &all(&[]));
    check("a b c d đ g h", &all(&["CK103 II.4: sau “đ)” phải là “e)”, gặp “g)”."]));
    check(
        "a b c d e f g",
        &all(&[
            "CK103 II.4: sau “d)” phải là “đ)”, gặp “e)”.",
            "CK103 II.4: sau “e)” phải là “g)”, gặp “f)”.",
        ]),
    );
    check("b c", &all(&["CK103 II.4: đầu tiên phải là “a)”, gặp “b)”."]));
    check(
        "a c b d",
        &all(&[
            "CK103 II.4: sau “a)” phải là “b)”, gặp “c)”.",
            "CK103 II.4: sau “c)” phải là “d)”, gặp “b)”.",
        ]),
    );
    check("a a b", &all(&["CK190 Đã có điểm II.4.a ở phía trên."]));
    check("a b b d", &all(&["CK190 Đã có điểm II.4.b ở phía trên."]));
    check(
        "a b c d đ e g h i k l m n o p q r s t u v x y z",
        &all(&["CK103 II.4: sau “y)” đã hết thứ tự 23 chữ cái, gặp “z)”."]),
    );
}

#[test]
fn parts_sections_and_clauses_follow_each_other() {
    check_problems(
        &file_with("# I. A\n\n# IIII. B\n\n# III. C\n\n## 1. D\n\n## 3. E\n\n# KẾT"),
        &[
            "CK103 Nội dung: sau “I.” phải là “II.”, gặp “IIII.”.",
            "CK103 III: sau “1.” phải là “2.”, gặp “3.”.",
            "CK103 Tiêu đề của phần không mở đầu bằng số thứ tự.",
        ],
    );
    check_problems(
        &format!("{}::: phu_luc\n\nPHỤ LỤC\n\n# II. A\n", file_with("# I. A")),
        &["CK103 Phụ lục: đầu tiên phải là “I.”, gặp “II.”."],
    );
}

#[test]
fn a_remark_excuses_the_numbering_of_the_source() {
    check_tree(
        "# I. A\n\n## 1. B\n\na) 1\n\na) 2 {sic: bản gốc ghi hai điểm a}\n\nd) 3 {sic: bản gốc bỏ b, c}",
        "i I. A\n  i.1 1. B\n    i.1.a a) 1\n    i.1.a_2 a) 2\n    i.1.d d) 3\n",
    );
}

#[test]
fn a_repeated_section_does_not_make_its_points_repeat() {
    check_problems(
        &file_with("# I. A\n\n## 1. B\n\na) 1\n\n## 1. C\n\na) 2\n\n## 2. D"),
        &["CK190 Đã có mục I.1 ở phía trên."],
    );
}

#[test]
fn regions_are_complete_and_in_order() {
    check_problems(
        "",
        &[
            "CK105 Thiếu vùng “::: dau_van_ban” (phần đầu văn bản).",
            "CK105 Thiếu vùng “::: ten_van_ban” (tên văn bản).",
            "CK105 Thiếu vùng “::: noi_dung” (nội dung).",
            "CK105 Thiếu vùng “::: chu_ky” (chữ ký).",
        ],
    );
    check_problems(
        "thừa\n::: dau_van_ban\na\n::: noi_dung\n# I. A\n::: ten_van_ban\nb\n::: chu_ky\n\n::: noi_dung\n# II. B\n",
        &[
            "CK106 Có chữ đứng trước vùng đầu tiên, không thuộc vùng nào.",
            "CK105 Vùng “::: ten_van_ban” phải đứng trước vùng “::: noi_dung”.",
            "CK105 Vùng “::: noi_dung” được mở lần thứ hai.",
            "CK105 Vùng “::: chu_ky” (chữ ký) không có chữ nào.",
        ],
    );
    let mut problems = Diagnostics::default();
    parse(&SourcePath::content("van-ban.md"), "::: noi_dug\nx\n:::\n", &mut problems);
    let told: Vec<_> = problems.iter().map(|d| (&d.what[..], d.help.concat())).collect();
    assert_eq!(
        told,
        [
            ("Không có vùng nào tên là “noi_dug”.", "Ý bạn là “::: noi_dung”?".to_owned()),
            ("Dòng “:::” thiếu tên vùng.", String::new())
        ]
    );
}

#[test]
fn text_has_its_place() {
    check_problems(
        &file_with("## 1. A\n\na) B\n\n# I. C\n\na) D\n\nb) E\n\n### F"),
        &[
            "CK106 “###” chỉ mở đầu tiểu mục có số như “1.1.”.",
            "CK106 Mục “1.” không nằm trong phần nào.",
        ],
    );
    check_problems(
        &file_with("# I. C\n\na) D\n\n## 1. E\n\na) F"),
        &["CK106 Điểm “a)” không nằm trong mục nào."],
    );
    check_problems(
        &file_with("# I. A\n\n## 1. B\na) C\n- D\n\n2. E\n\nNăm 2015.\n\n2015. F"),
        &[
            "CK106 Dòng mở đầu bằng “a)” dính vào đoạn phía trên.",
            "CK106 Dòng mở đầu bằng “-” dính vào đoạn phía trên.",
            "CK106 Đoạn mở đầu bằng “2.” như một tiêu đề, nhưng thiếu “##”.",
        ],
    );
    check_problems(
        &file_with("# I. A\n\n{sic: b}\n\nC {sic: d} e\n\nF {nhiem-vu: 4.1}\n\nG {sic h"),
        &[
            "CK106 Ghi chú “{sic: …}” không đi với đoạn nào.",
            "CK106 Ghi chú “{sic: …}” đứng giữa đoạn, hoặc thiếu dấu “}”.",
            "CK106 Không có loại ghi chú “nhiem-vu”; chỉ có “{sic: …}”.",
            "CK106 Ghi chú “{sic: …}” đứng giữa đoạn, hoặc thiếu dấu “}”.",
        ],
    );
    check_problems(
        &format!("{}::: bang_nhiem_vu\nTT {{sic: a}}\n", file_with("# I. A")),
        &["CK106 Tiêu đề cột của bảng nhiệm vụ không mang được ghi chú “{sic: …}”."],
    );
}

#[test]
fn a_long_text_costs_no_more_than_its_length() {
    let body = format!("# I. A\n\n## 1. B\n\n{}", "- c d e\n\n".repeat(50_000));
    let source = file_with(&body);
    let (text, problems) = read(&source);
    assert_eq!(problems.len(), 1, "CK107 alone");
    assert_eq!(text.words(&source).len(), 200_009);
}

#[test]
fn the_shipped_plan_has_its_sections_points_and_dashes() {
    let source = include_str!("../../../content/ke-hoach/111-kh-ubnd-2015/van-ban.md");
    let (text, problems) = read(source);
    assert!(problems.is_empty(), "{problems:?}");
    let counts = |node: &RawNode, kind| node.children.iter().filter(|c| c.kind == kind).count();
    let body = body(&text);
    let parts: Vec<_> = body.iter().filter(|node| node.kind == NodeKind::Part).collect();
    let below = |part: usize, kind| -> Vec<usize> {
        let sections = parts[part].children.iter().filter(|node| node.kind == NodeKind::Section);
        sections.map(|section| counts(section, kind)).collect()
    };
    assert_eq!(below(0, NodeKind::Paragraph), [1, 0]);
    assert_eq!(below(0, NodeKind::Dash), [0, 2]);
    assert_eq!(below(1, NodeKind::Point), [5, 3, 4, 7, 5, 3, 3, 2]);
    assert_eq!(below(2, NodeKind::Dash), [3, 2, 2, 0, 3]);
    assert_eq!(below(2, NodeKind::Paragraph), [0, 0, 0, 1, 0]);
    assert!(!parts[2].children[1].gap, "the source writes “1.Sở”");
    let clauses = text.nodes().filter(|node| node.kind == NodeKind::Clause);
    assert_eq!(clauses.count(), 2);
    assert_eq!(first!(text, TableHeader).headings.len(), 5);
}

/// A body of some parts, each with some sections, each with points and dashes; written and as
/// the outline that it should have.
#[derive(Clone, Debug)]
struct Written {
    file: String,
    outline: String,
    words: Vec<String>,
}

fn text() -> impl Strategy<Value = Vec<String>> {
    let word = prop_oneof![
        "[A-ZĐÂa-zđêơư]{1,6}[,.;:]?",
        Just("CNTT)".to_owned()),
        Just("kinh\u{1}tế".to_owned()),
        Just("**đậm**".to_owned()),
        Just("{x}".to_owned()),
        Just("2015-2020".to_owned()),
        Just("::".to_owned()),
        Just("#".to_owned()),
    ];
    // A first word of capitals cannot be taken for a label.
    ("[A-ZĐ]{2,5}", proptest::collection::vec(word, 0..6)).prop_map(|(first, mut rest)| {
        rest.insert(0, first);
        rest
    })
}

fn node() -> impl Strategy<Value = (Vec<String>, bool, bool)> {
    (text(), any::<bool>(), any::<bool>())
}

fn plan() -> impl Strategy<Value = Written> {
    let points =
        || proptest::collection::vec((node(), proptest::collection::vec(node(), 0..3)), 0..8);
    let sections = proptest::collection::vec((node(), points()), 0..5);
    proptest::collection::vec((node(), sections), 1..5).prop_map(|parts| {
        let mut written =
            Written { file: String::new(), outline: String::new(), words: Vec::new() };
        for (p, (part, sections)) in parts.iter().enumerate() {
            let numeral = crate::text::numbers::to_roman(p as u32 + 1);
            let id = numeral.to_lowercase();
            written.add(0, &id, "# ", &format!("{numeral}."), part);
            for (s, (section, points)) in sections.iter().enumerate() {
                let id = format!("{id}.{}", s + 1);
                written.add(1, &id, "## ", &format!("{}.", s + 1), section);
                for (q, (point, dashes)) in points.iter().enumerate() {
                    let letter = crate::text::alphabet::point_at(q + 1).expect("eight points");
                    let id = format!("{id}.{}", crate::text::point_slug(letter));
                    written.add(2, &id, "", &format!("{letter})"), point);
                    for (d, dash) in dashes.iter().enumerate() {
                        written.add(3, &format!("{id}-{}", d + 1), "", "-", dash);
                    }
                }
            }
        }
        written.file = file_with(&written.file);
        written
    })
}

impl Written {
    fn add(
        &mut self,
        depth: usize,
        id: &str,
        marks: &str,
        label: &str,
        node: &(Vec<String>, bool, bool),
    ) {
        let (words, gap, note) = node;
        let text = words.join(" ");
        let gap = if *gap { " " } else { "" };
        let note = if *note { " {sic: nguyên văn}" } else { "" };
        // Every second text is wrapped where that cannot open a block of its own.
        let wrapped = if text.len() % 2 == 0 && !text.contains('#') {
            text.replace(' ', "\n")
        } else {
            text.clone()
        };
        self.file.push_str(&format!("{marks}{label}{gap}{wrapped}{note}\n\n"));
        self.outline.push_str(&format!("{}{id} {label}{gap}{text}\n", "  ".repeat(depth)));
        self.words
            .extend(words::words(&format!("{label}{gap}{text}")).map(|(_, word)| word.to_owned()));
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read(plan in plan()) {
        let (text, problems) = read(&plan.file);
        prop_assert!(problems.is_empty(), "{:?}\n{}", problems, plan.file);
        prop_assert_eq!(outline(&body(&text)), &plan.outline[..]);
        let words = text.words(&plan.file);
        let words = words.iter().filter(|word| matches!(word.within, Within::Node(_)));
        prop_assert_eq!(words.map(|word| word.text.to_owned()).collect::<Vec<_>>(), plan.words);
    }

    #[test]
    fn ids_and_spans_hold_for_any_text(source in "(::: noi_dung\n)?([#a-đ)( \\-{}:sic.IV1\n\u{a0}|+]|## |### |\n\n|::: chu_ky\n|::: phu_luc\n|::: bang_nhiem_vu\n|::: noi_dung\n|::: van_ban_kem\n|\\{sic: |Điều 1. |Chương I\n|1\\.1\\. |\\[\\^1\\]|\n\n\\[\\^1\\]: |\\| a \\| b \\|\n|\\|---\\|---\\|\n|<br>){0,60}") {
        let (text, _) = read(&source);
        fn visit<'a>(nodes: &'a [RawNode], found: &mut Vec<&'a RawNode>) {
            for node in nodes {
                found.push(node);
                visit(&node.children, found);
            }
        }
        let mut nodes = Vec::new();
        let all: Vec<_> = text.nodes().cloned().collect();
        visit(&all, &mut nodes);
        let anchors: std::collections::BTreeSet<_> = nodes.iter().map(|node| node.id.anchor()).collect();
        prop_assert_eq!(anchors.len(), nodes.len(), "{}", outline(&all));
        prop_assert!(anchors.iter().all(|anchor| anchor.is_ascii()));
        for node in nodes {
            prop_assert!(source[node.span.clone()].starts_with(&node.label));
            for call in &node.calls {
                prop_assert!(node.text.is_char_boundary(call.at));
            }
        }
        text.words(&source);
    }
}

#[test]
fn a_text_longer_than_anybody_writes_is_told_once() {
    let body = "# I. Một\n\n## 1. Hai\n\n".to_owned() + &"- Ba\n\n".repeat(MOST);
    let (_, problems) = read(&file_with(&body));
    assert_eq!(problems, ["CK107 Từ đây văn bản đã quá 10.000 dòng."]);
}

#[test]
fn articles_have_clauses_and_points() {
    check_tree(
        "Căn cứ Luật A;\n\nĐiều 1. Ban hành Chương trình.\n\nĐiều 2. Tổ chức thực hiện\n\n1. Sở A chủ trì:\n\n\
         a) Một.\n\nb) Hai.\n\n2. Sở B phối hợp.\n\n- Gạch.\n\n# ĐIỀU 3: Hiệu lực\n\na) Ba.\n\nTừ ngày ký.\n\n- Bốn",
        "p1 Căn cứ Luật A;\n\
         dieu-1 Điều 1. Ban hành Chương trình.\n\
         dieu-2 Điều 2. Tổ chức thực hiện\n  \
           dieu-2.1 1. Sở A chủ trì:\n    dieu-2.1.a a) Một.\n    dieu-2.1.b b) Hai.\n  \
           dieu-2.2 2. Sở B phối hợp.\n    dieu-2.2-1 - Gạch.\n\
         dieu-3 ĐIỀU 3: Hiệu lực\n  dieu-3.a a) Ba.\n    dieu-3.a-p1 Từ ngày ký.\n    dieu-3.a-1 - Bốn\n",
    );
}

#[test]
fn chapters_and_what_is_below_them() {
    check_tree(
        "PHẦN THỨ NHẤT\n\n# Chương I\nQUY ĐỊNH CHUNG\n\nMục 1. Phạm vi\n\n## Điều 1. A\n\nTiểu mục 1: Hẹp\n\n\
         Điều 2. B\n\nChương II\n\n# I. C\n\n## 1. D\n\n# Phần thứ hai\n\n- E",
        "phan-1 PHẦN THỨ NHẤT\n  chuong-i Chương I QUY ĐỊNH CHUNG\n    chuong-i.muc-1 Mục 1. Phạm vi\n      \
         dieu-1 Điều 1. A\n      chuong-i.muc-1.tieu-muc-1 Tiểu mục 1: Hẹp\n        dieu-2 Điều 2. B\n  \
         chuong-ii Chương II\n    chuong-ii.i I. C\n      chuong-ii.i.1 1. D\n\
         phan-2 Phần thứ hai\n  phan-2-g1 - E\n",
    );
    check_tree(
        "# A. CHUNG\n\n# I. B\n\n# B. RIÊNG\n\n# I. C\n\n# C. KHÁC\n\n# I. D\n\n# II. E",
        "phan-a A. CHUNG\n  phan-a.i I. B\nphan-b B. RIÊNG\n  phan-b.i I. C\nphan-c C. KHÁC\n  \
         phan-c.i I. D\n  phan-c.ii II. E\n",
    );
}

#[test]
fn sentences_that_name_an_article_are_sentences() {
    check_tree(
        "Điều 5 Luật A quy định.\n\nChương trình gồm ba phần.\n\nMục tiêu chung.\n\nPhần 5.000 ha.\n\n\
         Điều kiện: có.\n\nMục 2 Phần I ghi rõ.",
        "p1 Điều 5 Luật A quy định.\np2 Chương trình gồm ba phần.\np3 Mục tiêu chung.\np4 Phần 5.000 ha.\n\
         p5 Điều kiện: có.\np6 Mục 2 Phần I ghi rõ.\n",
    );
}

#[test]
fn sections_have_sections() {
    check_tree(
        "# I. A\n\n## 1. B\n\n- C\n\n### 1.1. D\n\na) E\n\n#### 1.1.1. F\n\n- G\n\n1.2. H\n\n## 2. I\n\n\
         2.1 Sở K\n\n- L\n\n+ M\n\n+ N\n\n2.2) Sở O\n\n1,5 triệu.\n\n2.5 triệu.",
        "i I. A\n  i.1 1. B\n    i.1-1 - C\n    i.1.1 1.1. D\n      i.1.1.a a) E\n      i.1.1.1 1.1.1. F\n        \
         i.1.1.1-1 - G\n    i.1.2 1.2. H\n  i.2 2. I\n    i.2.1 2.1 Sở K\n      i.2.1-1 - L\n        \
         i.2.1-1-1 + M\n        i.2.1-1-2 + N\n    i.2.2 2.2) Sở O\n      i.2.2-p1 1,5 triệu.\n      \
         i.2.2-p2 2.5 triệu.\n",
    );
    check_problems(
        &file_with("# I. A\n\n## 1. B\n\n### 2.1. C\n\n## 2. D\n\n### 2.2. E"),
        &[
            "CK106 Tiểu mục “2.1.” không nằm trong mục 2.",
            "CK103 I.2: đầu tiên phải là “2.1.”, gặp “2.2.”.",
        ],
    );
}

#[test]
fn parts_may_hold_points_and_texts_may_have_no_parts() {
    check_tree("# I. A\n\na) B\n\nb) C", "i I. A\n  i.a a) B\n  i.b b) C\n");
    check_tree("## 1. A\n\na) B\n\n## 2. C", "1 1. A\n  1.a a) B\n2 2. C\n");
    check_tree("a) B\n\nb) C", "diem-a a) B\ndiem-b b) C\n");
    check_tree("# I- A\n\n## 1- B", "i I- A\n  i.1 1- B\n");
}

#[test]
fn numbering_that_begins_anew_keeps_addresses_apart() {
    let (text, problems) =
        read(&file_with("# I. A\n\n## 1. B\n\na) C\n\nb) D\n\nTiêu chí:\n\na) E\n\nb) F\n\nc) G"));
    assert_eq!(problems, ["CK103 Từ đây số được đánh lại từ đầu."]);
    assert_eq!(
        outline(&body(&text)[0].children[0].children),
        "i.1.a a) C\ni.1.b b) D\n  i.1.b-p1 Tiêu chí:\ni.1.a_2 a) E\ni.1.b_2 b) F\ni.1.c_2 c) G\n"
    );
    let (text, problems) =
        read(&file_with("Chương I. A\n\nĐiều 1. B\n\nChương II. C\n\nĐiều 1. D\n\nĐiều 2. E"));
    assert_eq!(problems, ["CK103 Từ đây số được đánh lại từ đầu."]);
    assert_eq!(
        outline(&body(&text)),
        "chuong-i Chương I. A\n  dieu-1 Điều 1. B\nchuong-ii Chương II. C\n  \
         chuong-ii.dieu-1 Điều 1. D\n  chuong-ii.dieu-2 Điều 2. E\n"
    );
    check_problems(
        &file_with("Điều 1. A\n\nĐiều 3. B"),
        &["CK103 Nội dung: sau “Điều 1.” phải là “Điều 2.”, gặp “Điều 3.”."],
    );
}

#[test]
fn tables_are_cells() {
    let source = file_with(
        "# I. A\n\n| TT | Việc |\n|---|:--|\n| 1 | Đối thoại<br>lần\\|một |\n| | Hai[^1] | {bang: lich} {sic: nguyên văn}\n\n\
         [^1]: Ba.",
    );
    let (text, problems) = read(&source);
    assert!(problems.is_empty(), "{problems:?}");
    let node = &body(&text)[0].children[0];
    let table = node.table.as_ref().unwrap();
    let show = |row: &[TextCell]| {
        let cells = row
            .iter()
            .map(|cell| cell.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("/"));
        cells.collect::<Vec<_>>().join(" + ")
    };
    assert_eq!(node.id.as_str(), "i-b1");
    assert_eq!(node.notes[0].text, "nguyên văn");
    assert_eq!(table.sort, Some(TableSort::Calendar));
    assert_eq!(show(&table.head), "TT + Việc");
    assert_eq!(show(&table.rows[0]), "1 + Đối thoại/lần|một");
    assert_eq!(show(&table.rows[1]), " + Hai");
    assert_eq!(table.rows[1][1][0].calls[0].note.as_str(), "ct1");
    let words = text.words(&source);
    let words: Vec<_> = words.iter().map(|word| word.text).collect();
    assert!(
        words.join(" ").contains("TT Việc 1 Đối thoại lần\\|một Hai[^1] [^1]: Ba."),
        "{words:?}"
    );
}

#[test]
fn faulty_tables_are_told() {
    check_problems(
        &file_with(
            "# I. A\n\n| a | b |\n| 1 | 2 |\n\n| a | b |\n|---|---|\n| 1 |\n\nMột\n| a |\n|---|\nhai",
        ),
        &[
            "CK106 Bảng thiếu dòng “|---|---|” giữa tiêu đề cột và các dòng.",
            "CK106 Dòng này có 1 ô, còn tiêu đề có 2 cột.",
            "CK106 Dòng mở đầu bằng “|” dính vào đoạn phía trên.",
            "CK106 Dòng mở đầu bằng “h” dính vào đoạn phía trên.",
        ],
    );
    check_problems(
        &file_with("# I. A\n\n| a |\n|---|\n{bang: bieu}\n\nMột {bang: lich}"),
        &[
            "CK106 Không có loại bảng “bieu”; chỉ có: lich, chi_so, bieu_mau.",
            "CK106 Ghi chú “{bang: …}” không đi với bảng nào.",
        ],
    );
}

#[test]
fn footnotes_are_called_and_found() {
    let source = file_with("# I. A[^1]\n\n- Một[^2], hai[^1].\n\n[^1]: Chú một.\n[^2]: Chú hai.");
    let (text, problems) = read(&source);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(
        outline(&body(&text)),
        "i I. A\n  i-g1 - Một, hai.\n  ct1 [^1]: Chú một.\n  ct2 [^2]: Chú hai.\n"
    );
    let dash = &body(&text)[0].children[0];
    let calls = dash.calls.iter().map(|call| (call.at, call.label.as_str(), call.time));
    assert_eq!(calls.collect::<Vec<_>>(), [("Một".len(), "2", 1), ("Một, hai".len(), "1", 2)]);
    check_problems(
        &file_with("# I. A[^1]\n\n[^2]: B\n\n[^2]: C"),
        &["CK106 Chú thích này đã có ở phía trên.", "CK106 Không có chú thích nào là “[^1]: …”."],
    );
    // A cell of a task may call what no mark of the text calls.
    let (text, problems) = read(&file_with("Một[^1]\n\n[^1]: A\n\n[^2]: B"));
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(text.uncalled.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["ct2"]);
}

#[test]
fn documents_enclose_documents_with_appendices_of_their_own() {
    let source = format!(
        "{}::: phu_luc\nPHỤ LỤC I\n\n## 1. Một\n\n::: phu_luc\nPHỤ LỤC II\n\n::: bang_nhiem_vu\nTT\n\n::: noi_dung\n\
         Ghi chú bảng.\n\n::: van_ban_kem\n::: ten_van_ban\nCHƯƠNG TRÌNH\n\n::: noi_dung\n# I. Ba[^1]\n\n## 1. Bốn\n\n\
         ::: bang_nhiem_vu\nSTT\n\n::: noi_dung\n## 2. Năm\n\n[^1]: Sáu.\n\n::: phu_luc\nPHỤ LỤC\n\n# I. Bảy\n",
        file_with("Điều 1. A")
    );
    let (text, problems) = read(&source);
    assert!(problems.is_empty(), "{problems:?}");
    let nodes: Vec<_> = text.nodes().cloned().collect();
    assert_eq!(
        outline(&nodes),
        "dieu-1 Điều 1. A\npl.1 1. Một\npl2-p1 Ghi chú bảng.\nkem.i I. Ba\n  kem.i.1 1. Bốn\n\
         kem.i.2 2. Năm\n  kem-ct1 [^1]: Sáu.\nkem.pl.i I. Bảy\n"
    );
    let words = text.words(&source);
    let words: Vec<_> = words.iter().map(|word| word.text).collect();
    assert!(words.join(" ").ends_with(
        "PHỤ LỤC I 1. Một PHỤ LỤC II TT Ghi chú bảng. CHƯƠNG TRÌNH I. Ba[^1] 1. Bốn STT 2. Năm [^1]: Sáu. PHỤ LỤC I. Bảy"
    ));
}

#[test]
fn enclosed_documents_and_tables_have_their_places() {
    let head = "::: dau_van_ban\nA\n\n";
    check_problems(
        &format!(
            "{head}::: bang_nhiem_vu\nTT\n\n::: ten_van_ban\nB\n\n::: noi_dung\nC\n\n::: noi_dung\nD\n\n::: chu_ky\nE\n"
        ),
        &[
            "CK105 Vùng “::: bang_nhiem_vu” phải đứng sau vùng “::: ten_van_ban”.",
            "CK105 Vùng “::: noi_dung” được mở lần thứ hai.",
        ],
    );
    check_problems(
        &format!(
            "{}::: van_ban_kem\nthừa\n::: noi_dung\nA\n\n::: van_ban_kem\n::: ten_van_ban\nB\n",
            file_with("# I. A")
        ),
        &[
            "CK106 Có chữ ngay dưới “::: van_ban_kem”, không thuộc vùng nào.",
            "CK105 Văn bản kèm theo thiếu vùng “::: ten_van_ban” (tên văn bản).",
            "CK105 Văn bản kèm theo thiếu vùng “::: noi_dung” (nội dung).",
        ],
    );
    check_problems(
        &format!("{}::: ten_van_ban\nB\n", file_with("# I. A")),
        &["CK105 Vùng “::: ten_van_ban” được mở lần thứ hai."],
    );
}

#[test]
fn recipients_beside_the_signature_are_told_apart() {
    let regions = |source: &str| {
        let (text, problems) = read(source);
        assert!(problems.is_empty(), "{problems:?}");
        let shown = text.regions.iter().filter_map(|region| match region {
            RawRegion::Recipients(blocks) => Some(format!("nhận {}", blocks.len())),
            RawRegion::Signature(blocks) => Some(format!("ký {}", blocks.len())),
            _ => None,
        });
        shown.collect::<Vec<_>>().join(", ")
    };
    let head = "::: dau_van_ban\nA\n::: ten_van_ban\nB\n::: noi_dung\n# I. C\n";
    assert_eq!(regions(&format!("{head}::: chu_ky\nCHỦ TỊCH\n\nAn\n")), "ký 2");
    assert_eq!(
        regions(&format!("{head}::: chu_ky\nNơi nhận:\n- Sở A;\n\n- Lưu: VT.\n\nCHỦ TỊCH\n\nAn\n")),
        "nhận 2, ký 2"
    );
    assert_eq!(
        regions(&format!("{head}::: noi_nhan\nNơi nhận:\n- Sở A.\n::: chu_ky\nCHỦ TỊCH\n")),
        "nhận 1, ký 1"
    );
}
