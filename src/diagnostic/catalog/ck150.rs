//! CK150: the declarations are written so that they can be read, and read as they were meant.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK150",
    severity: Severity::Error,
    title: "Phần khai báo phải viết đúng cách để đọc được như ý người viết",
    why: "Vài dấu có nghĩa riêng trong phần khai báo: dấu hai chấm kèm dấu cách tách khóa với giá trị, \
          dấu thăng (#) mở đầu ghi chú, dấu ngoặc vuông và dấu trừ tạo danh sách, khoảng trống đầu dòng \
          cho biết dòng nào thuộc về khóa nào. Chữ bình thường chứa các dấu đó dễ bị hiểu sai hoặc bị \
          cắt mất.",
    mend: "Đặt cả giá trị trong dấu nháy kép, hoặc ghi dấu | sau dấu hai chấm rồi xuống dòng, thụt vào \
           hai dấu cách và viết giá trị ở đó.",
    example: "noi_dung: Kết quả: đã hoàn thành 5/7 cơ sở dữ liệu",
};

/// The advice that mends most faults.
const QUOTE: &str = "Đặt cả giá trị trong dấu nháy kép: khóa: \"giá trị\". Nếu giá trị dài hoặc có sẵn dấu nháy kép, \
     ghi khóa: | rồi xuống dòng, thụt vào hai dấu cách và viết giá trị.";

fn fault(at: Place, what: impl Into<String>, help: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, what).help(help.to_owned())
}

/// A bare value holds a colon with a space after it.
pub fn colon_in_value(at: Place) -> Diagnostic {
    fault(at, "Giá trị có dấu hai chấm kèm dấu cách (“: ”) mà không nằm trong dấu nháy.", QUOTE)
}

/// A line belongs to no key because of the spaces before it.
pub fn indentation(at: Place) -> Diagnostic {
    fault(
        at,
        "Dòng này thụt vào không khớp với các dòng ở trên.",
        "Các khóa cùng cấp phải thẳng hàng; khóa thuộc về một khóa khác thì thụt vào hai dấu cách. Kiểm tra \
         cả dòng ngay trên: giá trị của nó có thể còn thiếu dấu nháy.",
    )
}

/// A bare value begins with a sign that has a meaning of its own.
pub fn reserved_first(at: Place, sign: char) -> Diagnostic {
    fault(
        at,
        format!("Giá trị không được mở đầu bằng dấu “{sign}” nếu không nằm trong dấu nháy."),
        QUOTE,
    )
}

/// A quotation mark has no partner.
pub fn open_quote(at: Place) -> Diagnostic {
    fault(
        at,
        "Dấu nháy mở ra ở đây mà không được đóng lại.",
        "Thêm dấu nháy cùng loại ở cuối giá trị. Dấu nháy kép bên trong giá trị viết là \\\".",
    )
}

/// Text follows a closing quotation mark or bracket.
pub fn after_closing(at: Place, sign: char) -> Diagnostic {
    fault(
        at,
        format!("Sau dấu “{sign}” đóng giá trị lại còn chữ."),
        "Đặt cả giá trị, từ chữ đầu đến chữ cuối, trong một cặp dấu nháy kép. Dấu nháy kép bên trong giá \
         trị viết là \\\".",
    )
}

/// A bracket has no partner.
pub fn open_bracket(at: Place) -> Diagnostic {
    fault(
        at,
        "Dấu ngoặc mở ra ở đây mà không được đóng lại đúng chỗ.",
        "Đóng bằng dấu ngoặc cùng loại và tách các mục bằng dấu phẩy. Nếu cả giá trị là chữ bình thường, \
         đặt cả giá trị trong dấu nháy kép.",
    )
}

/// A line has no colon that would part a key from a value.
pub fn no_colon(at: Place) -> Diagnostic {
    fault(
        at,
        "Dòng này không có dạng “khóa: giá trị”.",
        "Thêm dấu hai chấm và một dấu cách sau khóa. Nếu dòng này nối tiếp giá trị ở dòng trên thì thụt nó \
         vào sâu hơn khóa hai dấu cách.",
    )
}

/// A wide colon, as some keyboards type it, stands where a plain one should.
pub fn wide_colon(at: Place) -> Diagnostic {
    fault(
        at,
        "Dấu “：” là dấu hai chấm rộng của bộ gõ, không phải dấu hai chấm thường.",
        "Gõ lại dấu hai chấm (:) và một dấu cách ở chế độ bàn phím tiếng Việt hoặc tiếng Anh.",
    )
}

/// A bare value begins and ends with curved quotation marks.
pub fn curved_quotes(at: Place) -> Diagnostic {
    fault(
        at,
        "Giá trị đặt trong dấu nháy cong “ ”, nên chính các dấu ấy thành chữ của giá trị.",
        "Thay bằng dấu nháy thẳng: \"giá trị\". Nếu đúng là nguyên văn có nháy cong, đặt thêm dấu nháy \
         thẳng ở ngoài cùng.",
    )
}

/// A bare value ends with a quotation mark that it does not begin with.
pub fn unopened_quote(at: Place) -> Diagnostic {
    fault(
        at,
        "Dấu nháy đóng lại ở đây mà chưa được mở ra.",
        "Thêm dấu nháy cùng loại ở đầu giá trị. Nếu dấu này thuộc nguyên văn, đặt cả giá trị trong nháy đơn.",
    )
}

/// A carriage return without a line feed: a line end that few programs see.
pub fn lone_return(at: Place) -> Diagnostic {
    fault(
        at,
        "Tệp xuống dòng bằng ký tự U+000D đứng một mình (kiểu máy Mac đời cũ).",
        "Lưu lại tệp với kiểu xuống dòng LF hoặc CRLF.",
    )
}

/// A colon is not followed by a plain space; `odd` tells that another kind of space follows.
pub fn no_space_after_colon(at: Place, odd: bool) -> Diagnostic {
    let what = if odd {
        "Sau dấu hai chấm là một dấu cách đặc biệt (thường do dán từ Word hoặc trang web), không phải dấu cách thường."
    } else {
        "Sau dấu hai chấm phải có một dấu cách."
    };
    fault(at, what, "Viết khóa, dấu hai chấm, một dấu cách thường rồi đến giá trị: “so: \"3.1\"”.")
}

/// A backslash in double quotes begins nothing that is known.
pub fn unknown_escape(at: Place) -> Diagnostic {
    fault(
        at,
        "Trong dấu nháy kép, dấu gạch chéo ngược (\\) có nghĩa riêng và không đứng được ở đây.",
        "Viết hai dấu gạch chéo ngược (\\\\), hoặc đặt giá trị trong dấu nháy đơn.",
    )
}

/// A list begins on the line of its key.
pub fn list_on_key_line(at: Place) -> Diagnostic {
    fault(
        at,
        "Danh sách dùng dấu “- ” không được bắt đầu trên cùng dòng với khóa.",
        "Xuống dòng trước mục đầu tiên, hoặc ghi [mục một, mục hai] trên một dòng. Nếu đây là chữ bình \
         thường, đặt cả giá trị trong dấu nháy kép.",
    )
}

/// Text follows `|` or `>` on its line.
pub fn after_block_sign(at: Place) -> Diagnostic {
    fault(
        at,
        "Sau dấu | hoặc > phải xuống dòng ngay.",
        "Xuống dòng, thụt vào hai dấu cách rồi viết giá trị. Nếu | hoặc > là chữ trong giá trị, đặt cả giá \
         trị trong dấu nháy kép.",
    )
}

/// A tab stands where spaces are expected.
pub fn tab(at: Place) -> Diagnostic {
    fault(
        at,
        "Có ký tự tab (phím Tab) ngoài giá trị.",
        "Thay mỗi ký tự tab bằng hai dấu cách; chọn “chèn dấu cách khi bấm Tab” trong trình soạn thảo để \
         khỏi gặp lại.",
    )
}

/// A number sign without a space behind it cuts off a bare value.
pub fn comment_cuts(at: Place, kept: &str) -> Diagnostic {
    fault(
        at,
        format!("Phần từ dấu # trở đi bị coi là ghi chú: giá trị chỉ còn “{kept}”."),
        "Nếu đó là một phần của giá trị, đặt cả giá trị trong dấu nháy kép. Nếu đó là ghi chú, thêm một dấu \
         cách sau dấu #.",
    )
}

/// A character that no text should hold.
pub fn control_character(at: Place, character: char) -> Diagnostic {
    fault(
        at,
        format!("Có ký tự điều khiển không nhìn thấy được (mã U+{:04X}).", u32::from(character)),
        "Xóa ký tự đó; thường nó lẫn vào khi dán từ tệp PDF hoặc Word. Nếu không thấy, hãy xóa và gõ lại \
         đoạn chữ quanh chỗ đó.",
    )
}

/// The text cannot be read for a reason that has no words of its own.
pub fn unreadable(at: Place) -> Diagnostic {
    fault(
        at,
        "Không đọc được phần khai báo từ chỗ này.",
        "Kiểm tra dấu nháy, dấu ngoặc, dấu hai chấm và khoảng trống đầu dòng ở đây và ở dòng ngay trên. Nếu \
         giá trị có dấu lạ, đặt cả giá trị trong dấu nháy kép.",
    )
}
