use super::*;
use crate::diagnostic::At;

const BASE: usize = 100;

fn read(source: &str) -> (Prose, Vec<String>) {
    let mut problems = Diagnostics::default();
    let prose = parse(&SourcePath::content("gioi-thieu.md"), source, BASE, &mut problems);
    let shown = problems.iter().map(|problem| match &problem.place.at {
        At::Passage(range) => {
            format!("{} {}", problem.rule.code, &source[range.start - BASE..range.end - BASE])
        }
        other => format!("{} {other:?}", problem.rule.code),
    });
    let shown = shown.collect();
    (prose, shown)
}

#[track_caller]
fn check(source: &str, expected: &[&str]) {
    assert_eq!(read(source).1, expected, "{source}");
}

#[test]
fn plain_prose_is_no_problem() {
    check(
        "# Giới thiệu\n\nĐã **hoàn thành**, *đúng hạn*; xem [Cổng](https://vi-du.vn/a?b=c#d), \
         <https://vi-du.vn>, <a@vi-du.vn>, [thư](mailto:a@vi-du.vn), [gọi](tel:+84237).\n\n\
         - một [sic]\n- hai (3) [chú thích] và 2*3 < 5, a<b\n\n| A | B |\n|---|--:|\n| 1 | **2** |\n\n\
         \\*\\*sao\\*\\* `**mã** <b>` \\[x](y)\n\n    <div>**\n",
        &[],
    );
}

#[test]
fn references_are_found_with_their_place() {
    let source = "Xem [4.1](nhiem-vu:4.1), [4.2](nhiem-vu:111-kh-ubnd-2015/4.2), [Sở](co-quan:so-tttt), \
                  [điểm](diem:ii.4.dd), [NQ](van-ban:36-nq-tw \"Nghị quyết\"), [cách tính][c].\n\n\
                  ![Biểu đồ](tep/bieu-do.png)\n\n[c]: trang:phuong-phap\n";
    let (prose, problems) = read(source);
    assert!(problems.is_empty(), "{problems:?}");
    let addresses: Vec<_> = prose.references.iter().map(Reference::address).collect();
    assert_eq!(
        addresses,
        [
            "nhiem-vu:4.1",
            "nhiem-vu:111-kh-ubnd-2015/4.2",
            "co-quan:so-tttt",
            "diem:ii.4.dd",
            "van-ban:36-nq-tw",
            "trang:phuong-phap"
        ]
    );
    let spans = prose.references.iter().map(|r| &source[r.span.start - BASE..r.span.end - BASE]);
    assert_eq!(
        spans.collect::<Vec<_>>(),
        [
            "nhiem-vu:4.1",
            "nhiem-vu:111-kh-ubnd-2015/4.2",
            "co-quan:so-tttt",
            "diem:ii.4.dd",
            "van-ban:36-nq-tw",
            "[cách tính][c]"
        ]
    );
    assert_eq!(prose.images[0].path, "tep/bieu-do.png");
    assert_eq!(prose.text, source);
}

#[test]
fn raw_html_is_told_once_an_element() {
    check("a <b onclick=x>c</b> d", &["CK240 <b onclick=x>"]);
    check("a</b>", &["CK240 </b>"]);
    check("<script>\nalert(1)\n</script>\n", &["CK240 <script>"]);
    check("a <!-- ẩn --> b", &["CK240 <!-- ẩn -->"]);
    check("<div>\n\nx\n\n</div>\n", &["CK240 <div>", "CK240 </div>"]);
}

#[test]
fn links_lead_where_they_may() {
    for bad in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//vi-du.vn",
        "/a",
        "a.html",
        "../a",
        "file:///a",
        "ftp://a",
        "#muc",
        "https:a",
        "https://",
        "https:\\\\a",
        "C:\\a",
        "tep/a.pdf",
        "mailto:",
        "tel:x",
    ] {
        assert!(matches!(Address::of(bad), Address::Forbidden), "{bad}");
    }
    check("[a](javascript:alert(1))", &["CK241 javascript:alert(1)"]);
    check("[a](javascript&colon;alert(1))", &["CK241 [a](javascript&colon;alert(1))"]);
    check("[a](<java\tscript:x>)", &["CK241 java\tscript:x"]);
    check("<javascript:x>", &["CK241 javascript:x"]);
    check("[a]()", &["CK241 [a]()"]);
    check("[a][b]\n\n[b]: data:x\n", &["CK241 [a][b]"]);
    check("[![x](tep/a.png)](//b)", &["CK241 //b"]);
    check("[a](nhiem-vu:)", &["CK241 nhiem-vu:"]);
    check("[a](<nhiem-vu:4 1>)", &["CK241 nhiem-vu:4 1"]);
    check("[a](diem:ii.4.đ)", &["CK241 diem:ii.4.đ"]);
}

#[test]
fn pictures_come_from_the_folder() {
    for bad in [
        "https://a/b.png",
        "//a/b.png",
        "data:image/png,x",
        "tep/../a.png",
        "a.png",
        "/tep/a.png",
        "tep/",
        "tep//a",
        "tep/%2e%2e/a",
    ] {
        check(&format!("![x]({bad})"), &[&format!("CK242 {bad}")]);
    }
}

#[test]
fn marks_that_stay_text_are_told() {
    check("**“Đẩy mạnh”**ứng dụng", &["CK243 **"; 2]);
    check("a ** b", &["CK243 **"]);
    check("[a](nhiem-vu:4.1 4.2)", &["CK243 ]("]);
    check("[a] (nhiem-vu:4.1)", &["CK243 ]"]);
    check("[a] (xem sau)", &[]);
    check("[a][b]", &["CK243 [a][b]"]);
    check("\\[a\\](b) \\*\\*c", &[]);
    check("| A |\n|---|\n| ** |\n", &["CK243 **"]);
}

#[test]
fn marks_of_other_markdowns_are_told() {
    check("So[^1] và[^2][^chu-thich].", &["CK243 [^1]", "CK243 [^2]", "CK243 [^chu-thich]"]);
    check("[^1]: Theo báo cáo năm 2023.", &["CK243 [^1]"]);
    check("So[^1].\n\n[^1]: abc\n", &["CK243 [^1]", "CK243 [^1]: abc"]);
    check("So[^1](https://vi-du.vn).", &[]);
    check("~~x y~~ và ~~**z**~~", &["CK243 ~~x y~~", "CK243 ~~**z**~~"]);
    check("a ==b c== d", &["CK243 ==b c=="]);
    check("##Hai\n\n###3. Ba\n\n#Giới thiệu chung\n", &["CK243 ##", "CK243 ###", "CK243 #"]);
    check("a\n##Hai\n\n> ##Ba\n", &["CK243 ##", "CK243 ##"]);
    check("[TOC]\n\n[[_TOC_]]\n\n- [toc]\n", &["CK243 [TOC]", "CK243 [[_TOC_]]", "CK243 [toc]"]);
    check(
        "- [ ] a\n- [x] b\n  - [X] c\n1. [ ] d\n",
        &["CK243 [ ]", "CK243 [x]", "CK243 [X]", "CK243 [ ]"],
    );
    check("> [!NOTE]\n> a\n", &["CK243 [!NOTE]"]);
    check("::: note\na\n:::\n\n!!! note\n", &["CK243 ::: note", "CK243 :::", "CK243 !!! note"]);
    check("a ++b c++, (++d++).", &["CK243 ++b c++", "CK243 ++d++"]);
    check("-[ ] a\n\n*[x] b\n\n- [] c\n", &["CK243 -[ ]", "CK243 *[x]", "CK243 []"]);
    check("####### a\n\n########\n", &["CK243 #######", "CK243 ########"]);
    check(
        "(Cổng)[https://vi-du.vn] (a)[www.vi-du.vn] (b)[nhiem-vu:4.1]",
        &["CK243 (Cổng)[https://vi-du.vn]", "CK243 (a)[www.vi-du.vn]", "CK243 (b)[nhiem-vu:4.1]"],
    );
    check("Xem [[Trang đầu]] và [[a|b]].", &["CK243 [[Trang đầu]]", "CK243 [[a|b]]"]);
    check(
        "| a | b |\n| 1 | 2 |\n\nChữ\n| c | d |\n|--|\n",
        &["CK243 | a | b |", "CK243 | c | d |"],
    );
    check("[a](“b”)", &["CK241 “b”"]);
    check(
        "[a](“https://vi-du.vn”) [b](\"nhiem-vu:4.1\")",
        &["CK241 “https://vi-du.vn”", "CK241 \"nhiem-vu:4.1\""],
    );
}

#[test]
fn a_fence_that_nothing_ends_is_told() {
    check("Chữ\n\n```\nmã\n\nChữ sau **đậm**\n", &["CK243 ```"]);
    check("~~~ sh\nmã\n```\n", &["CK243 ~~~ sh"]);
    check("````\nmã\n```\n", &["CK243 ````"]);
    check("```", &["CK243 ```"]);
    check("> ```\n> mã\n\nChữ\n", &["CK243 ```"]);
    check("- a\n\n  ```\n  mã\n\nChữ\n", &["CK243 ```"]);
    for closed in [
        "```\nmã\n```\nChữ",
        "```\n```\n",
        "~~~~\n~~~\n~~~~~\n",
        "> ```\n> mã\n> ```\n",
        "- a\n\n  ```\n  mã\n  ```\n",
        "    ```\n    mã\n",
    ] {
        check(closed, &[]);
    }
}

#[test]
fn brackets_of_a_formula_are_told_as_such() {
    for formula in ["[0](1)", "[x](t)", "[i](n-1)"] {
        let (_, problems) = read(&format!("a{formula}"));
        assert_eq!(problems, [format!("CK241 {formula}")]);
    }
    check("a [0](1)", &["CK241 1"]);
    check("a\\[0](1)", &[]);
    check("xem[4.1](nhiem-vu:4.1)", &[]);
    check("xem[a](a.html)", &["CK241 a.html"]);
}

#[test]
fn what_only_looks_like_a_mark_is_no_problem() {
    check("2**3 = 8", &[]);
    check("x**2", &[]);
    check("số ****123, **** và *****", &[]);
    check("ghi chú (*) và (**) và (***)", &[]);
    check("C++, C++; a==b, c==d; i++; x++y", &[]);
    check("a[[1]], m[[i]], [[]], [[1]]", &[]);
    check("(a)[1] và (b)[sic]; f(x)[0]", &[]);
    check("|x| + |y|\n\n|x|\n\na | b | c\n\n\\| a | b |\n", &[]);
    check("!!! Khẩn\n\n-[1] a\n", &[]);
    check("Xem https://vi-du.vn/~~a/~~b và <https://vi-du.vn/~~a~~>.", &[]);
    check("[a](https://vi-du.vn/~~a~~) `~~a~~ [^1] - [ ]`", &[]);
    check("    ~~a~~ [^1]\n    ##Hai\n", &[]);
    check("Khoảng ~5 đến ~7; ~~ một mình; a ~~ b ~~ c; ~~~~", &[]);
    check("a ~~b\n\nc~~ d", &[]);
    check("[1], [2]; [^] và [^ a]; x^2; a[^", &[]);
    check(
        "Số #1, #2; thẻ #chuyendoiso và #ChuyenDoiSo giữa câu.\n\n#chuyendoiso #lamgiang\n\n#ChuyenDoiSo\n",
        &[],
    );
    check("#1 là số một.\n\n#Hashtag\nrồi chữ.\n", &[]);
    check("\\##Hai \\[^1] \\~~a\\~~", &[]);
    check("- [x](https://vi-du.vn)\n- [xem] sau\n- a [ ] b\n", &[]);
    check("Mục [TOC] ở giữa câu; a == b; if (a == b && c == d)", &[]);
    check("# Một\n\n## Hai\n", &[]);
}
