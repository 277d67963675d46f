//! What can be downloaded of the site, and of a plan.

use super::patterns;

patterns! {
    /// The plan's answer, made to stand in a frame of another site.
    embed = "Bản nhỏ để nhúng vào trang khác";
    /// What the page holds.
    about = "Các tệp tải về được, ý nghĩa từng cột, giấy phép và cách trích dẫn.";
    /// The name of a plan's page.
    of_plan(plan) = "Dữ liệu của {plan}";
    /// What a plan's page holds.
    about_plan(plan) = "Các tệp dữ liệu mở của {plan}, ý nghĩa từng cột.";
    /// How many tables there are.
    tables(tables) = "{tables} bảng: tệp XLSX để xem bằng Excel, tệp CSV cho phần mềm; kèm ý nghĩa từng cột.";
    /// How many there are of a site without a workbook of its own.
    tables_without_workbook(tables) = "{tables} bảng ở dạng CSV và JSON, kèm ý nghĩa từng cột.";
    /// A form of a table that is compressed.
    packed(form) = "{form}, nén .gz";
    /// What opens compressed tables.
    how_to_unpack(megabytes) = "Tệp của bảng nào lớn hơn {megabytes} MB thì được nén, tên kết thúc bằng .gz: mở bằng 7-Zip, hoặc bằng công cụ có sẵn của Windows 11, macOS và Linux; pandas (Python) và R đọc thẳng được.";
    /// The same, of a site without a workbook of its own.
    and_workbooks_of_plans(packed) = "{packed} Trang có bảng CSV phải nén nên không có tệp XLSX chung; mỗi kế hoạch có tệp XLSX của mình.";
    /// How words stand in CSV that a spreadsheet would run.
    guarded = "Trong tệp CSV, chữ mở đầu bằng =, +, -, @, phím Tab hoặc dấu ' có thêm một dấu ' ở trước, để bảng tính không chạy nó như công thức; bỏ dấu ' đầu tiên ấy là đúng lời gốc. Tệp JSON ghi đúng lời gốc; tệp XLSX cũng vậy, nhưng cắt ô dài hơn 32.767 ký tự.";
    /// How many rows a table has.
    rows(rows) = "{rows} dòng";
    /// How many columns a table has.
    columns(columns) = "{columns} cột";
    /// A table of its own.
    csv = "CSV, cho phần mềm";
    /// The task table of a plan, for a spreadsheet that parts cells at a semicolon.
    csv_excel = "CSV cho Excel tiếng Việt";
    /// The same for programs.
    json = "JSON";
    /// The workbook.
    xlsx = "XLSX, mọi bảng, để xem";
    /// The size of a small file.
    bytes(bytes) = "{bytes} byte";
    /// The size of any other file.
    kilobytes(kilobytes) = "{kilobytes} kB";
    /// How to cite data.
    citation(name, date) = "“{name}”, số liệu đến {date}";
    /// How to cite data that has an address.
    citation_at(name, date, address) = "“{name}”, số liệu đến {date}, {address}";
}

patterns! {
    /// Files of the whole site.
    whole_site = "Cả trang";
    /// Files of a whole plan.
    whole_plan = "Cả kế hoạch";
    /// Files that tell what is new.
    followed = "Theo dõi thay đổi";
    /// The workbook.
    workbook = "Để xem, lọc, in bằng Excel, LibreOffice, Google Sheets: mọi bảng trong một tệp, đầu cột tiếng Việt, tên cạnh mã, ngày là ngày; mỗi bảng một trang tính.";
    /// A plan's tasks for a spreadsheet.
    excel = "Bảng nhiệm vụ mở thẳng bằng Excel đặt tiếng Việt: dấu chấm phẩy, đầu cột tiếng Việt, ngày/tháng/năm.";
    /// The description of the tables.
    package = "Mô tả máy đọc được của các bảng CSV: Data Package, Table Schema, mã băm SHA-256.";
    /// The catalogue.
    catalogue = "Danh mục bộ dữ liệu theo DCAT, dạng JSON-LD.";
    /// A plan's record.
    record = "Hồ sơ đầy đủ của kế hoạch: thuộc tính, nhóm, nhiệm vụ với diễn biến và minh chứng, đính chính, báo cáo. Ô trống thì không có khóa; điều đã nói ở nhiệm vụ hay ở kế hoạch thì không lặp lại ở từng dòng bên dưới.";
    /// A plan's text.
    text = "Toàn văn kế hoạch theo cấu trúc phần, mục, điểm, dạng Akoma Ntoso 3.0 (OASIS LegalDocML). Mã của mỗi điểm trùng với mã trên trang toàn văn; dòng của nhiệm vụ hạn chế công khai chỉ có số và lời.";
    /// The feed of updates.
    updates(most) = "Nhận tin khi có thay đổi: chép địa chỉ tệp này vào ứng dụng đọc tin (như Feedly, Thunderbird, Outlook), ứng dụng sẽ báo. Diễn biến và đính chính mới công bố, nhiều nhất {most} mục, dạng Atom.";
    /// The feed of corrections.
    corrections(most) = "Chỉ các đính chính, nhiều nhất {most} mục mới nhất, dạng Atom.";
    /// The same as the file before it.
    same_in_json = "Như trên, dạng JSON Feed.";
    /// The calendar.
    calendar = "Lịch thời hạn: mở bằng ứng dụng lịch của điện thoại, máy tính thì các ngày được ghi vào lịch. Trang của từng nhiệm vụ và từng cơ quan có kênh tin và lịch của mình.";
}

patterns! {
    /// The text that a plan was transcribed from.
    source = "Bản chữ của văn bản, chép. Toàn văn và bảng nhiệm vụ trên trang được so với tệp này từng chữ.";
    /// The same, with its address.
    source_from(address) = "Bản chữ của văn bản, chép từ {address}. Toàn văn và bảng nhiệm vụ trên trang được so với tệp này từng chữ.";
    /// The same, with the day on which it was copied.
    source_on(day) = "Bản chữ của văn bản, chép {day}. Toàn văn và bảng nhiệm vụ trên trang được so với tệp này từng chữ.";
    /// The same, with both.
    source_from_on(address, day) = "Bản chữ của văn bản, chép từ {address} {day}. Toàn văn và bảng nhiệm vụ trên trang được so với tệp này từng chữ.";
}
