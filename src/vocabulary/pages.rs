//! The names of pages: in menus, where they are short, and on the map of the site.

use super::patterns;

patterns! {
    /// The first page, and a plan's.
    overview = "Tổng quan";
    /// The first page, at the head of the way to a page.
    home = "Trang chủ";
    /// The first page, on the page of a wrong address.
    home_page = "Trang tổng quan";
    /// The list of plans in the main menu.
    plans = "Kế hoạch";
    /// The list of plans on the map.
    list_of_plans = "Danh sách kế hoạch";
    /// A plan's tasks in menus.
    tasks = "Nhiệm vụ";
    /// A plan's tasks on the map.
    list_of_tasks = "Danh sách nhiệm vụ";
    /// The list of agencies in the main menu, and the subject of agencies on the map.
    agencies = "Cơ quan";
    /// The list of agencies on the map.
    list_of_agencies = "Danh sách cơ quan";
    /// The subject of groups on the map.
    groups = "Nhóm cơ quan";
    /// The pages of data.
    data = "Dữ liệu";
    /// Who publishes the site.
    about = "Giới thiệu";
    /// How standings are derived.
    method = "Cách tính tình trạng";
    /// The glossary in the foot.
    glossary = "Thuật ngữ";
    /// The glossary on the map.
    glossary_in_full = "Thuật ngữ, chữ viết tắt";
    /// How to ask and report errors.
    petition = "Báo sai sót, góp ý";
    /// What happens with a report.
    what_happens = "Tin báo được xử lý thế nào";
    /// How those with disabilities can use the site.
    accessibility = "Khả năng tiếp cận";
    /// The map.
    site_map = "Sơ đồ trang";
    /// What the map holds.
    about_site_map(pages) = "Tất cả {pages} trang, theo chủ đề.";
    /// What the map of a large site holds.
    about_parted_map = "Các trang chung; mỗi kế hoạch có sơ đồ trang riêng.";
    /// The map of a plan's pages.
    map_of_plan(plan) = "Sơ đồ trang của {plan}";
    /// What it holds.
    about_map_of_plan(plan) = "Các trang của {plan}.";
    /// What the map of a large plan leaves out.
    tasks_elsewhere = "Trang của từng nhiệm vụ có ở danh sách nhiệm vụ.";
    /// The search page.
    search = "Tìm kiếm";
    /// The subject of pages that belong to no plan.
    common = "Trang chung";
    /// A plan's text.
    text = "Toàn văn";
    /// A plan in numbers.
    numbers = "Con số";
    /// News and notes about a plan.
    related = "Tin liên quan, ghi chú";
    /// A plan's attributes.
    attributes = "Thông tin văn bản";
    /// A plan's relations.
    relations = "Quan hệ với văn bản khác";
    /// Every change of a plan.
    history = "Lịch sử công bố";
    /// Points without task, in the plan's menu.
    coverage = "So với văn bản";
    /// Points without task, on the map.
    coverage_in_full = "So nhiệm vụ với văn bản";
    /// A plan's reports.
    reports = "Báo cáo";
    /// A plan's reports of one year.
    report_year(year) = "Báo cáo năm {year}";
    /// The same, as the page's own title.
    report_year_of(year, plan) = "Báo cáo năm {year}, {plan}";
    /// A plan's tasks over the years.
    timeline = "Mốc thời gian";
    /// What changed from period to period.
    changes = "Thay đổi từng kỳ";
    /// A plan on the last day of a period.
    past(day) = "Tình trạng vào {day}";
}
