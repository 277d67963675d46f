//! What the search index calls the things that it finds.

use super::patterns;
use super::word::words;

words! {
    /// What can be found.
    pub enum EntryKind(name) {
        /// A task.
        Task = "Nhiệm vụ";
        /// A passage of a plan.
        Passage = "Điểm của văn bản";
        /// An agency or a group of agencies.
        Agency = "Cơ quan";
        /// A plan, a document, numbered evidence.
        Document = "Văn bản";
        /// A term.
        Term = "Thuật ngữ";
        /// An indicator.
        Indicator = "Chỉ số";
        /// A page of the site: a list, reports, an explanation.
        Page = "Trang, danh sách";
    }
}

patterns! {
    /// Numbered evidence.
    evidence(title, number) = "{title}. Minh chứng của nhiệm vụ {number}.";
    /// A numbered document that only has to do with a task.
    related(title, number) = "{title}. Thông tin liên quan đến nhiệm vụ {number}, không phải minh chứng.";
    /// What a plan's document page is called beside its number.
    plan_called = "kế hoạch; tiến độ kế hoạch; tình hình thực hiện; kết quả thực hiện";
    /// An editorial note among what is found.
    note(words) = "Ghi chú của biên tập: {words}";
    /// The agencies that an agency came from, or that go on for it.
    kin(names) = "Cơ quan trước hoặc sau khi sắp xếp: {names}";
    /// Why a restricted task's details are not told.
    withheld(reason) = "Vì sao không nêu chi tiết: {reason}";
    /// Who leads a task.
    leads(words) = "Chủ trì: {words}";
    /// Who takes part in a task.
    partners(words) = "Phối hợp: {words}";
    /// What happened, among what is found.
    event(words) = "Diễn biến: {words}";
    /// Proof among what is found.
    proof(words) = "Minh chứng: {words}";
    /// Related news among what is found.
    beside(words) = "Thông tin liên quan, không phải minh chứng: {words}";
}

/// A page as people look for it.
#[derive(Clone, Copy, Debug)]
pub struct Sought {
    /// What it holds, in a sentence.
    pub about: &'static str,
    /// How people ask for it, parted by semicolons; it is found by these words, and they are not shown.
    pub called: &'static str,
}

/// The first page.
pub const HOME: Sought = Sought {
    about: "Ai làm gì, đến đâu, chứng cứ ở đâu.",
    called: "còn bao nhiêu việc; còn bao nhiêu việc chưa xong; bao nhiêu việc chưa làm; trang chủ; trang đầu; tiến độ; tiến độ chung; tình hình chung; kết quả chung; tỷ lệ hoàn thành; thống kê; đã làm đến đâu; bao nhiêu việc đã xong",
};

/// The list of plans.
pub const PLANS: Sought = Sought {
    about: "Các kế hoạch mà trang theo dõi.",
    called: "các kế hoạch; danh mục kế hoạch; có những kế hoạch nào; bao nhiêu kế hoạch",
};

/// A plan's tasks.
pub const TASKS: Sought = Sought {
    about: "Mọi nhiệm vụ của kế hoạch, lọc và sắp xếp được.",
    called: "danh mục nhiệm vụ; bảng nhiệm vụ; tất cả nhiệm vụ; các nhiệm vụ; các việc; có bao nhiêu việc; có bao nhiêu nhiệm vụ; lọc nhiệm vụ; phân công; bảng phân công",
};

/// A plan in numbers.
pub const NUMBERS: Sought = Sought {
    about: "Tỷ lệ hoàn thành, số việc theo nhóm, theo cơ quan, theo năm.",
    called: "con số; số liệu; thống kê; tỷ lệ; tỷ lệ hoàn thành; bao nhiêu phần trăm; biểu đồ; so sánh các nhóm; so sánh các cơ quan; số việc theo nhóm; số việc theo cơ quan",
};

/// News and notes on the whole plan.
pub const RELATED: Sought = Sought {
    about: "Tin về cả kế hoạch và ghi chú của biên tập, không phải căn cứ đánh giá.",
    called: "tin liên quan; ghi chú; ghi chú của biên tập; tin về kế hoạch; báo nói gì; chỗ mâu thuẫn trong văn bản",
};

/// A plan's text.
pub const TEXT: Sought = Sought {
    about: "Từng chữ của văn bản đã ký, có mục lục.",
    called: "in kế hoạch; in văn bản; bản in; file word; bản word; nội dung kế hoạch; nguyên văn; bản gốc; văn bản gốc; đọc kế hoạch; phụ lục; mục lục; chữ ký; người ký; ai ký",
};

/// A plan's attributes.
pub const ATTRIBUTES: Sought = Sought {
    about: "Số, ngày, người ký, hiệu lực, nguồn của văn bản.",
    called: "thuộc tính; thuộc tính văn bản; người ký; ai ký; ngày ban hành; cơ quan ban hành; ban hành khi nào; hiệu lực; còn hiệu lực không; số hiệu; ngày ký; thông tin văn bản; nguồn văn bản",
};

/// A plan's relations.
pub const RELATIONS: Sought = Sought {
    about: "Văn bản mà kế hoạch căn cứ, thay thế, sửa đổi hay được dẫn đến.",
    called: "lược đồ; căn cứ; căn cứ pháp lý; cơ sở pháp lý; văn bản liên quan; văn bản căn cứ; sửa đổi; bổ sung; thay thế; bãi bỏ; kế hoạch thay thế",
};

/// A plan's history.
pub const HISTORY: Sought = Sought {
    about: "Mọi thay đổi mà trang đã công bố về kế hoạch.",
    called: "lịch sử; nhật ký; thay đổi; đã đổi gì; lịch sử thay đổi; lịch sử cập nhật; trước đây",
};

/// A plan's tasks over the years.
pub const TIMELINE: Sought = Sought {
    about: "Kỳ thực hiện và thời hạn của từng nhiệm vụ trên trục thời gian.",
    called: "thời hạn; hạn chót; lịch; lịch thực hiện; dòng thời gian; bao giờ xong; khi nào xong; thời gian thực hiện; theo năm; gantt",
};

/// What changed from period to period.
pub const CHANGES: Sought = Sought {
    about: "Từng kỳ báo cáo, tình trạng nào đã đổi.",
    called: "thay đổi theo kỳ; so với kỳ trước; so sánh; so với tháng trước; so với năm trước; tháng trước; quý trước; biến động; tăng giảm",
};

/// A plan's reports.
pub const REPORTS: Sought = Sought {
    about: "Báo cáo phải gửi và đã gửi theo kế hoạch.",
    called: "báo cáo định kỳ; chế độ báo cáo; báo cáo hằng năm; báo cáo hàng năm; báo cáo năm; báo cáo quý; báo cáo tháng; sơ kết; tổng kết; ai chưa báo cáo; chưa gửi báo cáo; nộp báo cáo; hạn nộp báo cáo",
};

/// The reports that were received.
pub const REPORTS_RECEIVED: Sought = Sought {
    about: "",
    called: "báo cáo đã gửi; báo cáo đã nhận; đã nộp báo cáo; cơ quan đã báo cáo",
};

/// The reports that were received or due.
pub const REPORTS_DUE: Sought = Sought {
    about: "",
    called: "báo cáo phải gửi; báo cáo đến hạn; nợ báo cáo; chưa nộp báo cáo; thiếu báo cáo; chậm báo cáo",
};

/// What a plan wants to reach.
pub const INDICATORS: Sought = Sought {
    about: "Chỉ tiêu của kế hoạch và số đã đạt.",
    called: "chỉ tiêu; mục tiêu; đạt bao nhiêu; tỷ lệ; số liệu; kết quả chỉ tiêu",
};

/// Points without task, tasks without point.
pub const COVERAGE: Sought = Sought {
    about: "Điểm của văn bản chưa có nhiệm vụ, nhiệm vụ không gắn với điểm nào.",
    called: "so sánh với văn bản; so với văn bản; đối chiếu; đối chiếu văn bản và nhiệm vụ; điểm chưa có nhiệm vụ; điểm không ai làm; còn thiếu; bỏ sót; chưa giao cho ai; không giao ai",
};

/// What can be downloaded.
pub const DATA: Sought = Sought {
    about: "Bảng tính, CSV, JSON, kênh tin và lịch để tải về.",
    called: "tải về; tải về máy; tải file; tải xuống; tải dữ liệu; dữ liệu mở; open data; excel; tải excel; xuất excel; bảng tính; xlsx; csv; json; api; file dữ liệu; tệp dữ liệu; số liệu; download; google sheets; lịch ics; rss; atom",
};

/// The list of agencies.
pub const AGENCIES: Sought = Sought {
    about: "Mọi cơ quan, việc được giao và đến đâu.",
    called: "các sở; các cơ quan; sở ban ngành; sở nào; cơ quan nào; ai làm; ai chủ trì; ai chịu trách nhiệm; ai được giao; được giao nhiều nhất; nhiều việc nhất; làm nhiều nhất; trách nhiệm của ai; đơn vị nào; đơn vị",
};

/// What was published lately.
pub const UPDATES: Sought = Sought {
    about: "Những gì trang mới công bố.",
    called: "mới; tin mới; mới nhất; có gì mới; thay đổi gần đây; cập nhật gần đây; mới cập nhật; tháng này; tuần này; hôm nay; theo dõi; nhận tin; thông báo; đăng ký nhận tin; rss; atom; kênh tin",
};

/// Corrections.
pub const CORRECTIONS: Sought = Sought {
    about: "Những chỗ trang đã sửa, vì sao sửa.",
    called: "sửa lỗi; lỗi chính tả; sai chính tả; số sai; sửa sai; đã sửa; trang sai; cải chính; xin lỗi; sai sót đã sửa",
};

/// How to ask and report errors.
pub const PETITION: Sought = Sought {
    about: "Cách góp ý, hỏi, báo chỗ sai.",
    called: "góp ý, báo sai sót; báo sai; báo lỗi; báo sai sót; góp ý; gửi góp ý; phản ánh; kiến nghị; gửi kiến nghị; khiếu nại; phàn nàn; hỏi ai; liên hệ; liên lạc; số điện thoại; gọi điện; gọi ai; gọi số nào; đường dây nóng; hotline; email; thư điện tử; địa chỉ liên hệ; gửi câu hỏi; tố cáo",
};

/// The glossary.
pub const GLOSSARY: Sought = Sought {
    about: "Chữ viết tắt và từ khó, giải thích.",
    called: "thuật ngữ; viết tắt; chữ viết tắt; từ viết tắt; giải thích từ; từ điển; nghĩa là gì; từ khó; chú giải",
};

/// How standings are derived.
pub const METHOD: Sought = Sought {
    about: "Mỗi tình trạng được suy ra thế nào, mỗi con số đếm gì.",
    called: "phương pháp; phương pháp tính; cách tính; tính thế nào; vì sao quá hạn; thế nào là quá hạn; tình trạng nghĩa là gì; ý nghĩa tình trạng; màu nghĩa là gì; chưa có thông tin nghĩa là gì; quy tắc; tiêu chí đánh giá; vì sao không có thông tin; cách đánh giá; tính quá hạn",
};

/// The documents that tasks cite.
pub const DOCUMENTS: Sought = Sought {
    about: "Văn bản và tài liệu mà các nhiệm vụ dẫn.",
    called: "tài liệu; minh chứng; chứng cứ; bằng chứng; nguồn; nguồn tin; dẫn chứng; danh sách minh chứng; văn bản đã dẫn; lấy ở đâu",
};

/// The map of the site.
pub const SITE_MAP: Sought = Sought {
    about: "Tất cả các trang.",
    called: "sơ đồ; mục lục trang; tất cả các trang; bản đồ trang; sitemap",
};

/// Who publishes the site.
pub const ABOUT: Sought = Sought {
    about: "",
    called: "trang này của ai; ai làm trang này; ai lập trang; đơn vị nào quản lý trang; chủ quản; về trang này; giới thiệu trang; có phải trang chính thức không; trích dẫn trang này; dùng lại; bản quyền",
};

/// How those with disabilities can use the site.
pub const ACCESSIBILITY: Sought = Sought {
    about: "",
    called: "người khuyết tật; khiếm thị; người mù; trình đọc màn hình; chữ to; cỡ chữ; người cao tuổi; khó đọc; accessibility; tiếp cận",
};

/// Tasks that are overdue.
pub const OVERDUE: Sought = Sought {
    about: "",
    called: "quá hạn; trễ hạn; trễ; chậm; chậm tiến độ; chậm trễ; muộn; việc chậm; bị chậm; quá thời hạn; hết hạn chưa xong; chậm bao lâu; trễ bao lâu; nợ việc; tồn đọng; sở nào chậm",
};

/// Tasks that are due soon.
pub const DUE_SOON: Sought = Sought {
    about: "",
    called: "sắp hết hạn; nguy cơ trễ; nguy cơ chậm; có nguy cơ quá hạn; sắp đến hạn; gần đến hạn; sắp tới hạn; việc sắp tới; hạn sắp tới; gần hết hạn; đến hạn",
};

/// Tasks of which nothing is known.
pub const NO_INFORMATION: Sought = Sought {
    about: "",
    called: "không có thông tin; chưa có tin; chưa rõ; không rõ; không biết; chưa biết; im lặng; chưa báo cáo; việc chưa làm; việc chưa xong; chưa làm; chưa xong; chưa thực hiện; bỏ quên; không ai biết; thiếu thông tin",
};

/// Tasks that are done.
pub const DONE: Sought = Sought {
    about: "",
    called: "đã xong; xong; xong rồi; làm xong; việc đã làm; đã làm được; đã hoàn thành; hoàn thành; hoàn tất; kết thúc; việc đã xong; thành tích; kết quả đạt được; làm được gì",
};

/// Tasks that still belong to their plan.
pub const LIVE: Sought = Sought {
    about: "",
    called: "đang hiện hành; còn hiệu lực; tất cả việc; mọi nhiệm vụ",
};

/// Tasks that run.
pub const RUNNING: Sought = Sought {
    about: "",
    called: "đang làm; đang thực hiện; đang triển khai; đang tiến hành; dở dang",
};

/// Tasks whose period ended.
pub const ENDED_AWAITING: Sought = Sought {
    about: "",
    called: "hết kỳ; hết thời gian; chưa rõ kết quả; chưa có kết quả; kết quả ra sao",
};
