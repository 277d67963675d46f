//! Why a file is not read, and what its holder can do about it.

/// A file that is not read. No part of it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing is in the file. Remedy: take the file that was meant.
    Empty,
    /// The file has more bytes than are read. Remedy: take the pictures out, or split it.
    TooLarge {
        /// Bytes of the file.
        bytes: usize,
        /// The most that are read.
        most: usize,
    },
    /// A part of the archive unpacks to more bytes than are read. Remedy: save it anew in the program it comes from.
    TooMuchWithin {
        /// The part's name in the archive.
        part: String,
        /// The most bytes of one part.
        most: u64,
    },
    /// A part is packed tighter than any document is: the file was made to fill the memory. Remedy: none but another copy.
    Bomb {
        /// The part's name in the archive.
        part: String,
    },
    /// The archive has more parts than are looked at. Remedy: save it anew in the program it comes from.
    TooManyParts {
        /// Parts in the archive.
        parts: usize,
        /// The most that are looked at.
        most: usize,
    },
    /// The archive has two parts of one name, of which other programs may read the other one. Remedy: save it anew.
    Twice {
        /// The name.
        part: String,
    },
    /// Pieces of the document lie within it in another form, which only Word puts in their place. Remedy: save it anew.
    Chunks {
        /// How many.
        count: usize,
    },
    /// Elements stand in one another deeper than any document has them. Remedy: save it anew.
    TooDeep {
        /// The part, empty where the file has no parts.
        part: String,
        /// The most levels.
        most: usize,
    },
    /// More paragraphs, lines, cells or elements than are read. Remedy: split the document.
    TooMany {
        /// What there is too much of.
        what: Counted,
        /// The most that are read.
        most: usize,
    },
    /// The file is damaged or cut off. Remedy: take another copy, or open it and save it anew.
    Broken {
        /// The part that cannot be read, empty where it is the file itself.
        part: String,
        /// What is wrong, or what the library says in its own words.
        why: String,
    },
    /// The XML declares a document type or entities, which no office program writes. Remedy: save it anew.
    Entities {
        /// The part.
        part: String,
    },
    /// The file opens with a password only. Remedy: save it without one.
    Locked,
    /// A form that is not read, with the way to one that is.
    Form(Unread),
    /// A text that is not in UTF-8. Remedy: save as UTF-8.
    Encoding {
        /// The number of the line that holds the first wrong byte, from 1.
        line: usize,
    },
    /// Words in one of the old codes, whose letters only look right in their own fonts. Remedy: convert to Unicode.
    OldLetters {
        /// The code.
        code: OldCode,
        /// A few words as they stand in the file.
        sample: String,
    },
    /// The document holds no words, only pictures: a scan. Remedy: the file it was printed from.
    NoWords {
        /// How many pictures it holds.
        pictures: usize,
    },
}

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Paragraphs, or lines of a text.
    Paragraphs,
    /// Cells of tables.
    Cells,
    /// Elements of markup.
    Elements,
    /// Attributes of one element.
    Attributes,
    /// Bytes of text, where one text stands for many.
    Letters,
}

/// Forms that are known and not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// Word before 2007.
    OldWord,
    /// Excel before 2007.
    OldExcel,
    /// Another compound file: PowerPoint, Outlook, an installer.
    OldOther,
    /// PDF.
    Pdf,
    /// Rich Text.
    Rtf,
    /// A page saved with its pictures in one file (MHTML).
    WebArchive,
    /// Word or OpenDocument as one XML file.
    FlatXml,
    /// Slides.
    Slides,
    /// A sheet of OpenDocument.
    OpenSheet,
    /// A book (EPUB).
    Book,
    /// An archive of files.
    Archive,
    /// A picture.
    Picture,
    /// XML of another kind.
    OtherXml,
    /// Bytes that are no text.
    Unknown,
}

/// Codes for Vietnamese before Unicode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OldCode {
    /// TCVN 5712, the fonts .VnTime.
    Tcvn3,
    /// VNI, the fonts VNI-Times.
    Vni,
}

/// Bytes as people say them.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}

/// A number in groups of three.
fn number(count: usize) -> String {
    let digits = count.to_string();
    let mut said = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            said.push('.');
        }
        said.push(digit);
    }
    said
}

/// “ (phần word/document.xml)”, or nothing.
fn within(part: &str) -> String {
    if part.is_empty() { String::new() } else { format!(" (phần “{part}” bên trong tệp)") }
}

impl Refusal {
    /// What is wrong, as one or two Vietnamese sentences.
    pub fn says(&self) -> String {
        match self {
            Refusal::Empty => "Tệp không có nội dung nào.".to_owned(),
            Refusal::TooLarge { bytes, most } => format!(
                "Tệp nặng {}, lớn hơn mức đọc được là {}.",
                size(*bytes as u64),
                size(*most as u64)
            ),
            Refusal::TooMuchWithin { part, most } => {
                format!(
                    "Phần “{part}” bên trong tệp lớn hơn {} khi giải nén, nên không được đọc.",
                    size(*most)
                )
            }
            Refusal::Bomb { part } => format!(
                "Phần “{part}” bên trong tệp được nén chặt bất thường, như tệp làm ra để chiếm hết bộ nhớ máy."
            ),
            Refusal::TooManyParts { parts, most } => format!(
                "Bên trong tệp có {} phần, nhiều hơn mức {}; văn bản thường chỉ có vài chục phần.",
                number(*parts),
                number(*most)
            ),
            Refusal::Twice { part } => format!(
                "Bên trong tệp có hai phần cùng tên “{part}”, không rõ phần nào là của văn bản."
            ),
            Refusal::Chunks { count } => format!(
                "Văn bản có {} phần để nguyên ở dạng khác bên trong tệp (altChunk), chỉ Word mới ghép vào được.",
                number(*count)
            ),
            Refusal::TooDeep { part, most } => {
                format!(
                    "Các phần tử trong tệp{} lồng nhau quá {} lớp.",
                    within(part),
                    number(*most)
                )
            }
            Refusal::TooMany { what, most } => {
                let what = match what {
                    Counted::Paragraphs => "đoạn",
                    Counted::Cells => "ô bảng",
                    Counted::Elements => "phần tử",
                    Counted::Attributes => "thuộc tính ở một phần tử",
                    Counted::Letters => "chữ cái",
                };
                format!("Văn bản có hơn {} {what}, nhiều hơn mức đọc được.", number(*most))
            }
            Refusal::Broken { part, why } => {
                format!("Tệp bị hỏng hoặc bị cắt cụt{}: {why}.", within(part))
            }
            Refusal::Entities { part } => {
                format!(
                    "Tệp{} tự khai báo thực thể hoặc kiểu tài liệu XML, điều phần mềm soạn thảo không làm.",
                    within(part)
                )
            }
            Refusal::Locked => "Tệp được đặt mật khẩu nên không đọc được.".to_owned(),
            Refusal::Form(form) => form.says().to_owned(),
            Refusal::Encoding { line } => {
                format!(
                    "Chữ trong tệp không theo bảng mã UTF-8 (bắt đầu từ dòng {}).",
                    number(*line)
                )
            }
            Refusal::OldLetters { code, sample } => format!(
                "Chữ trong tệp, cả hay một phần, gõ theo bảng mã cũ {}, chỉ hiện đúng với phông chữ của bảng mã ấy; \
                 đọc theo Unicode thì thành “{sample}”.",
                match code {
                    OldCode::Tcvn3 => "TCVN3 (phông .VnTime)",
                    OldCode::Vni => "VNI (phông VNI-Times)",
                }
            ),
            Refusal::NoWords { pictures: 0 } => "Tệp không có chữ nào.".to_owned(),
            Refusal::NoWords { pictures } => format!(
                "Tệp không có chữ, chỉ có {} hình: đây là bản chụp hoặc bản quét của văn bản.",
                number(*pictures)
            ),
        }
    }

    /// The code of the rule that it breaks.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::Empty
            | Refusal::Twice { .. }
            | Refusal::Chunks { .. }
            | Refusal::Broken { .. }
            | Refusal::Entities { .. }
            | Refusal::Locked
            | Refusal::Form(_)
            | Refusal::NoWords { .. } => "CK011",
            Refusal::TooLarge { .. }
            | Refusal::TooMuchWithin { .. }
            | Refusal::Bomb { .. }
            | Refusal::TooManyParts { .. }
            | Refusal::TooDeep { .. }
            | Refusal::TooMany { .. } => "CK012",
            Refusal::Encoding { .. } | Refusal::OldLetters { .. } => "CK013",
        }
    }

    /// What to do about it, as one Vietnamese sentence.
    pub fn remedy(&self) -> &'static str {
        match self {
            Refusal::Empty => "Hãy kiểm tra lại xem đã chọn đúng tệp chưa.",
            Refusal::TooLarge { .. } => {
                "Hãy bỏ bớt hình trong văn bản rồi lưu lại, hoặc tách phụ lục thành tệp riêng."
            }
            Refusal::TooMuchWithin { .. }
            | Refusal::TooManyParts { .. }
            | Refusal::Twice { .. }
            | Refusal::TooDeep { .. } => {
                "Hãy mở tệp bằng Word hoặc LibreOffice, chép nội dung sang một tệp mới rồi lưu dạng .docx."
            }
            Refusal::Chunks { .. } => {
                "Hãy mở tệp bằng Word rồi lưu lại dạng .docx; khi ấy Word ghép các phần ấy vào văn bản."
            }
            Refusal::Bomb { .. } | Refusal::Entities { .. } => {
                "Nếu tệp đến từ nơi không rõ thì đừng dùng; nếu là văn bản thật, hãy mở bằng Word hoặc LibreOffice và lưu lại dạng .docx."
            }
            Refusal::TooMany { .. } => "Hãy tách văn bản thành nhiều tệp rồi nhập từng tệp.",
            Refusal::Broken { .. } => {
                "Hãy lấy lại bản khác của tệp, hoặc mở bằng Word hay LibreOffice (cho phép sửa lỗi) rồi lưu lại dạng .docx."
            }
            Refusal::Locked => "Hãy mở tệp bằng mật khẩu, bỏ mật khẩu rồi lưu lại.",
            Refusal::Form(form) => form.remedy(),
            Refusal::Encoding { .. } => {
                "Hãy mở tệp bằng trình soạn thảo văn bản, chọn Lưu thành (Save as) với bảng mã (Encoding) UTF-8."
            }
            Refusal::OldLetters { .. } => {
                "Hãy chuyển văn bản sang Unicode (chẳng hạn bằng công cụ chuyển mã của Unikey) rồi lưu lại dạng .docx."
            }
            Refusal::NoWords { .. } => {
                "Hãy xin tệp .docx mà đơn vị soạn thảo dùng để in văn bản này."
            }
        }
    }
}

impl Unread {
    fn says(self) -> &'static str {
        match self {
            Unread::OldWord => "Đây là tệp Word đời cũ (.doc), chưa đọc được.",
            Unread::OldExcel => "Đây là tệp Excel đời cũ (.xls), chưa đọc được.",
            Unread::OldOther => "Đây là tệp của một chương trình đời cũ, không phải tệp Word.",
            Unread::Pdf => {
                "Đây là tệp PDF. PDF chỉ giữ hình của trang giấy, không giữ đoạn văn và ô bảng, nên không đọc được chắc chắn."
            }
            Unread::Rtf => "Đây là tệp RTF, chưa đọc được.",
            Unread::WebArchive => "Đây là trang web lưu gộp một tệp (.mht), chưa đọc được.",
            Unread::FlatXml => "Đây là văn bản lưu dạng một tệp XML, chưa đọc được.",
            Unread::Slides => "Đây là tệp trình chiếu, không phải văn bản.",
            Unread::OpenSheet => "Đây là bảng tính OpenDocument (.ods), chưa đọc được.",
            Unread::Book => "Đây là sách điện tử (.epub), chưa đọc được.",
            Unread::Archive => "Đây là tệp nén, không phải một văn bản.",
            Unread::Picture => "Đây là tệp hình, không có chữ để đọc.",
            Unread::OtherXml => "Đây là tệp XML không phải văn bản.",
            Unread::Unknown => "Không nhận ra tệp này là dạng gì; nó không phải văn bản đọc được.",
        }
    }

    fn remedy(self) -> &'static str {
        match self {
            Unread::OldWord | Unread::Rtf | Unread::FlatXml | Unread::WebArchive => {
                "Hãy mở bằng Word hoặc LibreOffice, chọn Lưu thành (Save as) dạng .docx, rồi nhập tệp .docx ấy."
            }
            Unread::OldExcel | Unread::OpenSheet => {
                "Hãy mở bằng Excel hoặc LibreOffice, chọn Lưu thành (Save as) dạng .xlsx, rồi nhập tệp .xlsx ấy."
            }
            Unread::Pdf => {
                "Hãy xin tệp .docx mà đơn vị soạn thảo dùng để in; nếu không có, hãy mở PDF bằng Word, soát từng ô bảng rồi lưu dạng .docx."
            }
            Unread::OldOther
            | Unread::Slides
            | Unread::Book
            | Unread::OtherXml
            | Unread::Unknown => {
                "Hãy chọn tệp văn bản dạng .docx, .odt, .html, .md, .txt, hoặc bảng tính .xlsx."
            }
            Unread::Archive => "Hãy giải nén rồi nhập từng văn bản bên trong.",
            Unread::Picture => "Hãy xin tệp .docx mà đơn vị soạn thảo dùng để in văn bản này.",
        }
    }
}
