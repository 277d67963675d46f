use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(markdown: &str, expected: &str) {
    let links = [("nhiem-vu:4.1", "../nhiem-vu/4-1.html"), ("tep/a.png", "tep/a.123.png")];
    let links = links.map(|(from, to)| (from.to_owned(), to.to_owned())).into();
    assert_eq!(to_html(markdown, &links), expected, "{markdown}");
}

#[test]
fn blocks_become_html() {
    check(
        "Một *hai* **ba** `<b>`\nbốn\\\nnăm",
        "<p>Một <em>hai</em> <strong>ba</strong> <code>&lt;b&gt;</code>\nbốn<br>\nnăm</p>\n",
    );
    check("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
    check("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n");
    check("3) a", "<ol start=\"3\">\n<li>a</li>\n</ol>\n");
    check("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n");
    check("---", "<hr>\n");
    check("```js\na < b\n```", "<pre><code>a &lt; b\n</code></pre>\n");
}

#[test]
fn headings_stand_below_the_page_s_own() {
    check("# Cách tính", "<h2 id=\"muc-cach-tinh\">Cách tính</h2>\n");
    check("###### *A*", "<h2 id=\"muc-a\"><em>A</em></h2>\n");
    check("# A\n## A", "<h2 id=\"muc-a\">A</h2>\n<h3 id=\"muc-a-2\">A</h3>\n");
    check("## A\n### A", "<h2 id=\"muc-a\">A</h2>\n<h3 id=\"muc-a-2\">A</h3>\n");
}

#[test]
fn tables_scroll_and_align_by_class() {
    check(
        "| A \"x\" | B |\n|:--|--:|\n| 1 | 2 |",
        "<div class=\"cuon\" tabindex=\"0\" role=\"region\" aria-label=\"Bảng 1: A &quot;x&quot;, B\">\n<table>\n<thead>\n\
         <tr><th scope=\"col\" class=\"canh-trai\">A &quot;x&quot;</th><th scope=\"col\" class=\"canh-phai\">B</th></tr>\n</thead>\n\
         <tbody>\n<tr><td class=\"canh-trai\">1</td><td class=\"canh-phai\">2</td></tr>\n</tbody>\n</table>\n</div>\n",
    );
}

#[test]
fn links_are_resolved_or_become_words() {
    check("[a](nhiem-vu:4.1)", "<p><a href=\"../nhiem-vu/4-1.html\">a</a></p>\n");
    check("[a](nhiem-vu:9.9)", "<p>a</p>\n");
    check("[a](javascript:x)", "<p>a</p>\n");
    check("[a](//b)", "<p>a</p>\n");
    check(
        "[a](https://b/?c=\"d\"&e)",
        "<p><a href=\"https://b/?c=&quot;d&quot;&amp;e\">a</a></p>\n",
    );
    check("<a@b.vn>", "<p><a href=\"mailto:a@b.vn\">a@b.vn</a></p>\n");
}

#[test]
fn pictures_are_ours_or_become_their_description() {
    check(
        "![mô *tả*](tep/a.png)",
        "<p><img src=\"tep/a.123.png\" alt=\"mô tả\" loading=\"lazy\"></p>\n",
    );
    check("![mô tả](tep/b.png)", "<p>mô tả</p>\n");
    check("![mô ![x](a) tả](https://b/a.png)", "<p>mô x tả</p>\n");
    check(
        "[![x](tep/a.png)](//b) y",
        "<p><img src=\"tep/a.123.png\" alt=\"x\" loading=\"lazy\"> y</p>\n",
    );
}

#[test]
fn html_is_text() {
    check("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n");
    check("<script>x</script>\n", "<p>&lt;script&gt;x&lt;/script&gt;\n</p>\n");
    check("&lt;b&gt; &amp;", "<p>&lt;b&gt; &amp;</p>\n");
}

proptest! {
    /// Every tag is one of ours, every tag is closed, and no attribute but ours is there.
    #[test]
    fn only_our_own_tags_come_out(markdown in "([a-c<>\"'&*_`\\[\\]()!|:#\n \\-\\\\/=]|<script>|javascript:|onclick=|\\]\\(|\n\n|\\|--\\|){0,40}") {
        let html = to_html(&markdown, &BTreeMap::new());
        let mut open = Vec::new();
        for piece in html.split('<').skip(1) {
            let (tag, text) = piece.split_once('>').expect("a tag ends");
            prop_assert!(!text.contains('>'));
            let name = tag.split(' ').next().unwrap_or_default();
            match name.strip_prefix('/') {
                Some(name) => prop_assert_eq!(open.pop(), Some(name), "{}", html),
                None if matches!(name, "br" | "hr" | "img") => {}
                None => open.push(name),
            }
            prop_assert!(!tag.contains(" onclick") || tag.contains("href=\"") || tag.contains("aria-label"), "{}", html);
            prop_assert!(!tag.contains("href=\"javascript"), "{}", html);
            prop_assert!(name != "script" && name != "/script", "{}", html);
        }
        prop_assert!(open.is_empty(), "{}", html);
    }
}
