//! What people type who look for something: words that only ask, and everyday words for what the administration
//! calls otherwise.
//!
//! The search page's script reads both tables; the build hands it only those rows that lead to words of the site.

/// Words that a question has and its answer need not have.
pub const ASKING: &str = "là gì nào ai đâu sao mấy bao giờ nhiêu lâu khi thế vì tại ở của và các những cho với thì mà \
     có không chưa được đã đang sẽ rồi bị cái này kia đó ấy như về đến để do bởi theo trong trên tôi em mình cháu \
     bác ơi ạ à nhỉ hả vậy xin hỏi muốn cần tìm xem làm biết hãy giúp phải hay hoặc một mỗi mọi ra vào lại nữa việc \
     người chỗ thấy nhất đi qua";

/// The same as typed without marks; words that are then also others (bằng and băng, quá and qua) are none of them.
pub const ASKING_PLAIN: &str = "la gi nao ai dau sao gio nhieu lau nhu va cac nhung voi khong chua duoc dang se roi nay trong tren toi muon xem thay o";

/// What may be left out of a query that has more: it says what is looked for, as everything here is.
pub const LEFT_OUT: &str = "nhiệm vụ; công việc; chủ trì; phối hợp; được giao; giao cho; thực hiện; triển khai; tình trạng; \
     tình hình; kế hoạch; danh sách; cơ quan; văn bản; chi tiết";

/// A row: what people say, and what documents write; each list is parted by semicolons, the nearest first.
pub type Saying = (&'static str, &'static str);

/// Everyday words.
pub const SAYINGS: &[Saying] = &[
    // Networks
    ("wifi; wi-fi; mạng wifi; sóng wifi", "wifi; internet; băng thông rộng; băng rộng"),
    (
        "mạng internet; vào mạng; lên mạng; nối mạng; đường truyền; tốc độ mạng; mạng nhanh; cáp mạng; lắp mạng; in-tơ-nét",
        "internet; băng thông rộng; băng rộng; cáp quang",
    ),
    ("internet; mạng; băng thông", "băng thông rộng; băng rộng; internet"),
    ("băng rộng; băng thông rộng", "băng thông rộng; băng rộng"),
    (
        "3g; 4g; 5g; sóng điện thoại; sóng di động; điện thoại; di động; mất sóng; cột sóng; trạm bts; nhà mạng",
        "mạng di động; viễn thông; băng rộng",
    ),
    (
        "mạng nội bộ; mạng lan; mạng wan; mạng riêng; mạng cơ quan",
        "mạng tin học diện rộng; mạng diện rộng; mạng máy tính",
    ),
    (
        "tivi; ti vi; tv; vô tuyến; đầu thu; đầu kỹ thuật số; truyền hình số; ăng ten",
        "phát sóng truyền hình; số hóa truyền dẫn; truyền hình",
    ),
    // Papers of people
    (
        "căn cước; căn cước công dân; cccd; chứng minh thư; chứng minh nhân dân; cmnd; vneid; mã định danh; định danh; hộ khẩu; \
         sổ hộ khẩu; khai sinh; tạm trú; hộ tịch; nhân khẩu; lý lịch",
        "dữ liệu dân cư; dữ liệu quốc gia về dân cư; dân cư; số định danh; công dân",
    ),
    (
        "sổ đỏ; sổ hồng; giấy chứng nhận quyền sử dụng đất; quyền sử dụng đất; nhà đất; địa chính; bìa đỏ; ruộng đất; thửa đất",
        "đất đai",
    ),
    (
        "một cửa; 1 cửa; bộ phận một cửa; một cửa liên thông; thủ tục; thủ tục hành chính; làm giấy tờ; giấy tờ; nộp hồ sơ; \
         nộp đơn; hồ sơ qua mạng; nộp hồ sơ qua mạng; nộp hồ sơ online; làm thủ tục; thủ tục qua mạng; thủ tục online; \
         dịch vụ công; cổng dịch vụ công; dvc; dvctt; hành chính công; hồ sơ trực tuyến; đăng ký qua mạng; đăng ký online; \
         mức độ 4; toàn trình",
        "dịch vụ hành chính công; dịch vụ công trực tuyến; dịch vụ công; hồ sơ hành chính; thủ tục hành chính",
    ),
    // Government by computer
    (
        "chính phủ điện tử; chính quyền số; chính phủ số; nhà nước điện tử; cqđt; cpđt; egov; e-government",
        "chính quyền điện tử; chính quyền số",
    ),
    (
        "chuyển đổi số; đề án 06; xã hội số; công dân số; kinh tế số; số hoá; 4.0; cách mạng 4.0",
        "chuyển đổi số; chính quyền số; chính quyền điện tử; ứng dụng CNTT",
    ),
    (
        "tin học; vi tính; máy vi tính; máy tính; bằng máy tính; bằng vi tính; ict; công nghệ số; it; tin học hóa",
        "công nghệ thông tin; CNTT; máy tính",
    ),
    ("công nghệ thông tin và truyền thông; ict", "CNTT-TT; CNTT"),
    (
        "chữ ký điện tử; ký điện tử; ký số; token; chứng thư số; chứng thư; ký tên qua mạng",
        "chữ ký số; ký số; xác thực điện tử",
    ),
    (
        "công văn; công văn điện tử; không giấy; không giấy tờ; văn bản giấy; bỏ giấy; eoffice; quản lý văn bản; trục liên thông; \
         gửi văn bản qua mạng; họp không giấy",
        "văn bản điện tử; trao đổi văn bản điện tử; không giấy",
    ),
    (
        "họp trực tuyến; họp online; họp qua mạng",
        "hội nghị trực tuyến; hội nghị truyền hình; trực tuyến",
    ),
    (
        "trang web; website; web; trang web tỉnh; cổng tỉnh; cổng thông tin; trang thông tin điện tử",
        "cổng thông tin điện tử; cổng thông tin; trang thông tin điện tử",
    ),
    (
        "đô thị thông minh; tp thông minh; smart city; thành phố thông minh; camera",
        "thành phố thông minh; đô thị thông minh; tỉnh thông minh",
    ),
    (
        "dữ liệu; data; big data; dữ liệu lớn; kho dữ liệu; trung tâm dữ liệu; dữ liệu dùng chung; csdl; số liệu dùng chung",
        "cơ sở dữ liệu; CSDL; cơ sở dữ liệu dùng chung",
    ),
    ("đám mây; cloud", "điện toán đám mây"),
    ("trí tuệ nhân tạo; chatbot; trợ lý ảo", "trí tuệ nhân tạo"),
    ("phần cứng; máy móc; trang thiết bị; thiết bị", "cơ sở vật chất; trang thiết bị; phần cứng"),
    (
        "khung kiến trúc; kiến trúc; sơ đồ hệ thống",
        "khung kiến trúc; kiến trúc chính quyền điện tử",
    ),
    // Trade and money
    (
        "bán hàng online; bán hàng qua mạng; bán hàng trên mạng; bán hàng; mua hàng online; mua hàng qua mạng; mua bán online; \
         mua bán qua mạng; mua hàng; chợ online; chợ mạng; chợ điện tử; chợ trên mạng; shopee; lazada; tiktok shop; sàn tmđt; \
         sàn online; kinh doanh online; kinh doanh qua mạng; e-commerce; ecommerce; sàn giao dịch; thương mại online",
        "thương mại điện tử; TMĐT; sàn giao dịch",
    ),
    (
        "chuyển khoản; trả tiền qua mạng; không dùng tiền mặt; không tiền mặt; thanh toán online; thanh toán qua mạng; ví điện tử; \
         quét mã; ngân hàng",
        "thanh toán điện tử; thanh toán",
    ),
    (
        "đặc sản; nông sản; hàng địa phương; sản phẩm địa phương; mỗi xã một sản phẩm",
        "OCOP; sản phẩm",
    ),
    (
        "tiền; ngân sách; chi phí; tiền đâu; nguồn tiền; bao nhiêu tiền; tốn bao nhiêu; hết bao nhiêu; chi tiêu; cấp tiền; \
         bố trí vốn; vốn",
        "kinh phí; nguồn kinh phí; vốn đầu tư; nguồn vốn; tài chính",
    ),
    (
        "vốn nước ngoài; vốn ngoại; doanh nghiệp nước ngoài; công ty nước ngoài; nhà đầu tư nước ngoài; đầu tư nước ngoài; \
         gọi vốn; kêu gọi đầu tư; mời gọi đầu tư",
        "đầu tư trực tiếp của nước ngoài; doanh nghiệp CNTT nước ngoài; thu hút đầu tư; xúc tiến đầu tư; FDI",
    ),
    ("đối tác công tư; hợp tác công tư; xã hội hóa", "hợp tác công - tư; PPP"),
    ("thuê ngoài; thuê dịch vụ", "thuê dịch vụ CNTT"),
    ("ưu đãi; giảm thuế; miễn thuế; hỗ trợ doanh nghiệp; thuê đất", "ưu đãi; thuế; đất đai"),
    (
        "khu phần mềm; công viên phần mềm; khu công nghệ; khu công nghệ số; công viên công nghệ; công ty phần mềm; làm phần mềm; khu it",
        "khu CNTT tập trung; phần mềm; khu công nghệ cao",
    ),
    ("chip; con chip; vi mạch; bán dẫn", "bán dẫn; vi mạch"),
    ("sản phẩm chủ lực; sản phẩm trọng điểm; mũi nhọn", "sản phẩm CNTT trọng điểm; mũi nhọn"),
    ("công ty; hãng; doanh nghiệp; dn", "doanh nghiệp; DN"),
    // Safety
    (
        "bảo mật; hacker; tin tặc; lừa đảo; lừa đảo qua mạng; lừa đảo trên mạng; lừa đảo mạng; virus; vi rút; tấn công mạng; \
         hack; lộ thông tin; lộ dữ liệu; mất dữ liệu; mã độc; an toàn mạng; an toàn an ninh mạng; tin giả; lừa tiền; \
         tội phạm mạng",
        "an ninh mạng; an toàn thông tin; an ninh thông tin; bảo mật; ứng cứu sự cố",
    ),
    ("phòng máy; phòng máy tính; phòng tin học", "cơ sở vật chất"),
    ("sự cố mạng; khắc phục sự cố; ứng cứu", "ứng cứu sự cố máy tính; ứng cứu sự cố"),
    (
        "quân đội; bộ đội; tác chiến; quốc phòng; tác chiến mạng",
        "quốc phòng; quân sự; tác chiến mạng; quân đội",
    ),
    ("cảnh sát; công an", "công an; an ninh"),
    ("biên giới; bộ đội biên phòng", "biên phòng"),
    (
        "mật; bí mật; bí mật nhà nước; không công khai; giấu",
        "hạn chế công khai; bảo vệ bí mật nhà nước",
    ),
    // School and work
    (
        "học online; học trực tuyến; học qua mạng; dạy online; dạy học trực tuyến; e-learning; lớp học thông minh; trường học; \
         học sinh; giáo viên; thầy cô; nhà trường; phòng máy; ngành giáo dục; học tập; dạy và học; bài giảng",
        "dạy học; giáo dục; giáo dục và đào tạo; trường học thông minh",
    ),
    ("học nghề; trường nghề; đào tạo nghề; dạy nghề; cao đẳng nghề", "dạy nghề; đào tạo"),
    (
        "xklđ; đi nước ngoài; đi làm nước ngoài; làm việc ở nước ngoài; lao động nước ngoài; việc làm nước ngoài; đi nhật; đi hàn; \
         đi đài loan; đi xuất khẩu",
        "xuất khẩu lao động",
    ),
    ("việc làm; tìm việc; thất nghiệp; công nhân", "lao động; việc làm"),
    (
        "lớp tập huấn; lớp tin học; khóa học; lớp học; đào tạo cán bộ; bồi dưỡng cán bộ; học tin học; dạy tin học; bồi dưỡng; \
         nâng cao trình độ",
        "tập huấn; đào tạo, bồi dưỡng; bồi dưỡng; đào tạo",
    ),
    (
        "kỹ sư; lao động cntt; nhân tài; thu hút nhân tài; nhân sự; người tài; nguồn lực con người",
        "nguồn nhân lực; nhân lực",
    ),
    ("sinh viên; trường đại học; đại học", "đại học; cơ sở đào tạo"),
    ("đề tài; đề tài khoa học; sáng chế; nghiên cứu; sáng tạo", "nghiên cứu khoa học; nghiên cứu"),
    ("công chức; nhân viên nhà nước; cán bộ", "cán bộ, công chức; cán bộ"),
    // People and land
    (
        "thương binh; liệt sĩ; liệt sỹ; chính sách; bảo trợ; hộ nghèo; trợ cấp; gia đình chính sách; an sinh",
        "người có công; chính sách xã hội",
    ),
    (
        "nông dân; làm ruộng; ruộng; trồng trọt; chăn nuôi; nhà nông; cây lúa; lúa; thủy sản; nông thôn mới",
        "nông nghiệp; nông thôn",
    ),
    (
        "bão; lũ; lụt; bão lụt; lũ lụt; mưa bão; mưa lũ; phòng chống thiên tai; chống bão; sạt lở; hạn hán",
        "thiên tai; cứu hộ; cảnh báo",
    ),
    ("tưới tiêu; kênh mương; đê điều; hồ đập; nước tưới", "thủy lợi"),
    (
        "bệnh viện; khám bệnh; chữa bệnh; bác sĩ; thẻ bảo hiểm; bhyt; bệnh án; hồ sơ sức khỏe; trạm y tế; thuốc",
        "y tế; bảo hiểm",
    ),
    ("đường sá; xe cộ; bằng lái; cầu đường", "giao thông"),
    ("nộp thuế; hóa đơn; hóa đơn điện tử; khai thuế", "thuế; hải quan"),
    ("tòa án; công chứng; luật sư", "tư pháp"),
    ("ô nhiễm; rác; môi trường sống", "môi trường"),
    ("khoáng sản; mỏ; cát", "tài nguyên"),
    // How the state works
    ("thi đua; khen thưởng; bằng khen; chấm điểm thi đua", "thi đua - khen thưởng; thi đua"),
    (
        "chấm điểm; xếp hạng; xếp loại; bảng xếp hạng; tiêu chí; thang điểm; bộ chỉ số",
        "bộ tiêu chí; tiêu chí; xếp hạng; chỉ số cải cách hành chính",
    ),
    ("cải cách; par index; papi; sipas; cải cách thủ tục", "cải cách hành chính; CCHC; PAR INDEX"),
    (
        "học nghị quyết; triển khai nghị quyết; phổ biến nghị quyết; quán triệt nghị quyết",
        "quán triệt; phổ biến; tuyên truyền",
    ),
    ("báo đài; nhà báo; phóng viên; đài; báo; truyền thông", "báo chí; tuyên truyền; truyền thông"),
    ("loa; loa phường; truyền thanh; tuyên truyền viên", "truyền thanh; tuyên truyền"),
    (
        "người đứng đầu; thủ trưởng; lãnh đạo; trách nhiệm lãnh đạo; giám đốc",
        "người đứng đầu; thủ trưởng; giám đốc",
    ),
    ("kiều bào; nước ngoài; đối ngoại; quốc tế", "hợp tác quốc tế; quốc tế"),
    (
        "tỉnh bạn; tỉnh khác; các tỉnh khác; liên kết tỉnh; học hỏi",
        "địa phương khác; các tỉnh; chia sẻ kinh nghiệm",
    ),
    (
        "sáp nhập; nhập vào; gộp; hợp nhất; tách; giải thể; đổi tên; kết thúc hoạt động; bỏ cấp huyện; sắp xếp",
        "hợp nhất; sáp nhập; kết thúc hoạt động; đổi tên",
    ),
    ("bưu điện; vnpost", "bưu chính; bưu điện"),
    ("viettel; fpt; mobifone; vinaphone", "doanh nghiệp viễn thông; viễn thông; VNPT"),
    ("quy hoạch; quy hoạch ngành", "quy hoạch phát triển ngành; quy hoạch"),
    ("nghị quyết của đảng; bộ chính trị", "36-NQ/TW; Bộ Chính trị"),
    ("tỉnh đảng bộ; cơ quan đảng; đảng ủy; khối đảng", "cơ quan Đảng; Tỉnh ủy"),
    ("quận huyện; huyện; cấp huyện; các huyện", "cấp huyện; UBND cấp huyện"),
    ("xã phường; thôn; bản; làng; xóm; cấp xã", "thôn, bản; cấp xã"),
];
