//! A plan's attributes.

use super::patterns;

patterns! {
    /// The page's name.
    of_plan(plan) = "Thông tin về {plan}";
    /// What the page holds.
    about(plan) = "Số hiệu, cơ quan ban hành, ngày, người ký, hiệu lực của {plan}.";
    /// The number.
    number = "Số, ký hiệu";
    /// The kind of document.
    kind = "Loại văn bản";
    /// The abstract.
    title = "Trích yếu";
    /// What citizens call it.
    short_name = "Tên gọi ngắn trên trang này";
    /// Who issued it.
    issuer = "Cơ quan ban hành";
    /// When.
    issued = "Ngày ban hành";
    /// Who signed it.
    signatory = "Người ký";
    /// Since when it is in force.
    effective = "Ngày có hiệu lực";
    /// Whether it is in force.
    force = "Tình trạng hiệu lực";
    /// What it is about.
    fields = "Lĩnh vực";
    /// First and last day.
    period = "Giai đoạn";
    /// Who watches over it.
    standing_agency = "Cơ quan thường trực";
    /// To whom it was sent.
    recipients = "Nơi nhận";
    /// How it was closed.
    closing = "Tổng kết";
    /// By which document, and when.
    closed(basis, date) = "{basis}, {date}";
    /// An agency that another one succeeded.
    succeeded(successor) = "nay có thể là {successor}";
    /// An agency, and what a reader should know of it.
    noted(agency, note) = "{agency} ({note})";
    /// Who signed, of which office.
    signed(name, office) = "{name}, {office}";
    /// Who signed, of which office, in which capacity.
    signed_as(name, office, capacity) = "{name}, {office} ({capacity})";
    /// Where what the site's own key leaves out can be read.
    in_the_text = "Xem trong toàn văn";
    /// A draft has no day.
    unsigned = "chưa ký, chưa có ngày";
    /// The copy that the text was transcribed from.
    copy = "Bản chữ đã dùng để chép";
}
