//! What every page shows around its own matter, and the page for wrong addresses.

use super::patterns;

patterns! {
    /// Above the pages of a document that is not signed.
    draft = "Bản nháp: văn bản chưa ký, chỉ để xem trước, chưa được công bố.";
    /// The state of such a document.
    draft_state = "Bản nháp, chưa ký";
    /// When anything was last published.
    last_published = "Đưa tin lên trang gần nhất";
    /// When something was last published of the plan whose page it is.
    last_published_of_plan = "Đưa tin về kế hoạch này gần nhất";
    /// A page of a site.
    document_title(page, site) = "{page} – {site}";
    /// The subject of a letter about a page.
    report_error(page) = "Báo sai sót: {page}";
    /// Whom a report of an error reaches.
    reaches(office) = "Gửi đến {office}";
    /// The same, where the portal's channel is the only way.
    reaches_channel = "Gửi qua kênh tiếp nhận phản ánh, kiến nghị";
    /// Whom it reaches, and how soon an answer is promised.
    reaches_within(reaches, within) = "{reaches}; trả lời trong {within}";
    /// Nobody receives it.
    reaches_nobody = "Trang chưa có nơi nhận: hiện chưa ai nhận tin báo";
    /// How to cite a page.
    citation(publisher, page, site, date, version) =
        "{publisher}, “{page}”, {site}, số liệu đến {date}, phiên bản {version}";
    /// How to cite a page that has an address.
    citation_at(publisher, page, site, date, version, address) =
        "{publisher}, “{page}”, {site}, số liệu đến {date}, phiên bản {version}, {address}";
    /// In what part a compiler speaks.
    compiler = "Người tổng hợp";
    /// In what part an authority speaks.
    authority = "Đơn vị chịu trách nhiệm nội dung";
    /// A compiler in the masthead.
    compiled_by(name) = "Tổng hợp: {name}";
    /// The heading of the page for wrong addresses.
    not_found = "Không tìm thấy trang";
    /// What it says.
    about_not_found = "Địa chỉ này không có trên trang.";
}

patterns! {
    /// The format of a feed.
    atom = "trình đọc tin (Atom)";
    /// The format of a feed.
    json = "máy đọc (JSON)";
    /// The format of a calendar.
    calendar = "lịch điện thoại (.ics)";
    /// A feed of what is new.
    updates = "Mới đưa lên";
    /// A feed of corrections.
    corrections = "Đính chính";
    /// A feed of what is new in a plan.
    updates_of_plan(plan) = "Mới đưa lên, {plan}";
    /// A plan's calendar.
    deadlines_of_plan(plan) = "Thời hạn, {plan}";
    /// A feed of what is new of an agency.
    updates_of_agency(agency) = "Mới đưa lên, {agency}";
    /// An agency's calendar.
    deadlines_of_agency(agency) = "Thời hạn, {agency}";
}
