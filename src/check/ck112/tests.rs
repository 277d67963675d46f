use crate::check::testing::{Content, messages};
use crate::diagnostic::catalog::ck110;
use crate::diagnostic::{Diagnostics, SourcePath};
use crate::model::Record;

/// The rule where earlier stages found nothing.
fn rule(record: &Record, problems: &mut Diagnostics) {
    super::check(record, &Diagnostics::default(), problems);
}

/// The names: so-a “Sở A” (“Sở A&B”), so-b “Sở Bê” (“Sở B-C”), cac-so “Các sở, ban, ngành”.
#[track_caller]
fn check(words: &str, ids: &str, expected: &[&str]) {
    let mut content = Content::default();
    content.task("1.1", &format!("phoi_hop: {{ nguyen_van: {words:?}, {ids} }}"));
    let found = messages(&content, rule);
    let found: Vec<_> =
        found.iter().map(|what| what.trim_start_matches("1.1, phối hợp: ")).collect();
    assert_eq!(found, expected, "{words}");
}

#[test]
fn linked_names_are_in_order() {
    check("Sở A; các sở, ban, ngành.", "co_quan: [so-a], nhom: [cac-so]", &[]);
    check("SỞ A&B, Sở B-C", "co_quan: [so-a, so-b]", &[]);
    check("- Sở A\n- Các sở, ban, ngành liên quan", "co_quan: [so-a], nhom: [cac-so]", &[]);
    check("Sở A và các đơn vị liên quan", "co_quan: [so-a]", &[]);
}

#[test]
fn a_known_name_needs_its_id() {
    check("Sở A, Sở Bê", "co_quan: [so-a]", &["“Sở Bê” chưa gắn mã cơ quan."]);
    check("Các sở, ban, ngành", "co_quan: [so-a]", &["“Các sở, ban, ngành” chưa gắn mã cơ quan."]);
    check("Sở Bê và Sở B-C", "co_quan: [so-b]", &[]);
}

#[test]
fn an_unknown_name_is_told_whole() {
    let unknown = |name: &str| format!("“{name}” chưa ứng với cơ quan hay nhóm nào đã khai.");
    check("Sở A; Sở Ngoại vụ", "co_quan: [so-a]", &[&unknown("Sở Ngoại vụ")]);
    check("Sở Văn hóa và Thể thao, Sở A", "co_quan: [so-a]", &[&unknown("Sở Văn hóa và Thể thao")]);
    check("và Sở LĐ-TB&XH.", "", &[&unknown("Sở LĐ-TB&XH")]);
}

#[test]
fn names_end_where_words_end() {
    let unknown = "“Sở An” chưa ứng với cơ quan hay nhóm nào đã khai.";
    check("Sở An", "", &[unknown]);
}

#[test]
fn words_without_a_capital_are_no_names() {
    check("các đơn vị có liên quan", "", &[]);
    check("Các tổ chức, cá nhân khác", "", &[]);
}

#[test]
fn the_column_of_leads_is_read_too() {
    let mut content = Content::default();
    content.task("1.1", "chu_tri: [so-a]\nchu_tri_nguyen_van: \"Sở A, Sở Bê\"");
    assert_eq!(messages(&content, rule), ["1.1, chủ trì: “Sở Bê” chưa gắn mã cơ quan."]);
}

#[test]
fn a_faulty_list_of_ids_is_told_once() {
    let mut content = Content::default();
    content.task("1.1", "chu_tri: [so-a]\nchu_tri_nguyen_van: \"Sở A, Sở Bê\"");
    let file = SourcePath::content("ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.md");
    let (mut before, mut problems) = (Diagnostics::default(), Diagnostics::default());
    before.push(ck110::unknown_agency(file.key("chu_tri[1]"), "so-be", None));
    super::check(&content.site(), &before, &mut problems);
    assert_eq!(problems.iter().count(), 0);
}
