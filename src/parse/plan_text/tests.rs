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
fn check_tree(body: &str, expected: &str) {
    let (text, problems) = read(&file_with(body));
    assert_eq!(outline(&text.body), expected);
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
    assert_eq!(show(&text.letterhead), "ỦY BAN/TỈNH A/--- + CỘNG HÒA");
    assert_eq!(text.letterhead[1].notes[0].text, "thử hai dòng");
    assert_eq!(show(&text.signature), "KT. CHỦ TỊCH + An");
    assert_eq!(show(&text.appendix_title), "PHỤ LỤC/(kèm theo)");
    assert_eq!(outline(&text.appendix), "pl.i I. Một.\npl.ii II. Hai:\n");
    assert_eq!(text.appendix[0].kind, NodeKind::Clause);
    assert_eq!(
        text.table_headers[0].headings.iter().map(|l| &l.text[..]).collect::<Vec<_>>(),
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
    let paragraph = &text.body[0].children[0];
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
    assert_eq!(outline(&read(&source).0.body), outline(&read(&other).0.body));
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
            "CK103 Nội dung: đầu tiên phải là “I.”, gặp “II.”.",
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
            "CK106 Mục “1.” không nằm trong phần nào.",
            "CK106 Điểm “a)” không nằm trong mục nào.",
            "CK106 Chỉ có hai cấp tiêu đề: “#” cho phần và “##” cho mục.",
        ],
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
    let parts: Vec<_> = text.body.iter().filter(|node| node.kind == NodeKind::Part).collect();
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
    assert_eq!(text.appendix.len(), 2);
    assert_eq!(text.table_headers[0].headings.len(), 5);
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
        prop_assert_eq!(outline(&text.body), &plan.outline[..]);
        let words = text.words(&plan.file);
        let words = words.iter().filter(|word| matches!(word.within, Within::Node(_)));
        prop_assert_eq!(words.map(|word| word.text.to_owned()).collect::<Vec<_>>(), plan.words);
    }

    #[test]
    fn ids_and_spans_hold_for_any_text(source in "(::: noi_dung\n)?([#a-đ)( \\-{}:sic.IV1\n\u{a0}]|## |\n\n|::: chu_ky\n|\\{sic: ){0,60}") {
        let (text, _) = read(&source);
        fn visit<'a>(nodes: &'a [RawNode], found: &mut Vec<&'a RawNode>) {
            for node in nodes {
                found.push(node);
                visit(&node.children, found);
            }
        }
        let mut nodes = Vec::new();
        visit(&text.body, &mut nodes);
        let anchors: std::collections::BTreeSet<_> = nodes.iter().map(|node| node.id.anchor()).collect();
        prop_assert_eq!(anchors.len(), nodes.len(), "{}", outline(&text.body));
        prop_assert!(anchors.iter().all(|anchor| anchor.is_ascii()));
        for node in nodes {
            prop_assert!(source[node.span.clone()].starts_with(&node.label));
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
