//! The page that shows what stands in the way of newer pages.
//!
//! In: a [`Preview`]. Out: HTML without band and script, which it gets like every other page. Everything
//! that comes from a file is escaped.

use super::preview::Preview;
use super::reload::{FOLDER, escaped};

/// All problems of the last build.
pub(super) fn page(preview: &Preview) -> String {
    let home = escaped(&preview.base_path);
    let (title, body) = match &preview.trouble {
        None => ("Không còn vấn đề nào", String::new()),
        Some(trouble) => {
            let title =
                if trouble.blocking { "Chưa dựng được trang" } else { "Cần xem lại" };
            (title, format!("<pre tabindex=\"0\">{}</pre>", escaped(&trouble.text)))
        }
    };
    let counts = preview.trouble.as_ref().map_or("", |trouble| &trouble.counts);
    let counts =
        if counts.is_empty() { String::new() } else { format!("Có {}. ", escaped(counts)) };
    let then = match &preview.trouble {
        None => "",
        Some(_) => "Sửa rồi lưu tệp, trang này tự cập nhật.",
    };
    let link = if preview.site.files.is_empty() {
        String::new()
    } else {
        format!("<p><a href=\"{home}\">Về trang đầu</a></p>")
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"vi\" class=\"van-de\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\"><title>{title}</title><link rel=\"stylesheet\" href=\"{FOLDER}xem-thu.css\"><link rel=\"icon\" href=\"{FOLDER}van-de.svg\"></head><body><main><h1>{title}</h1><p>{counts}{then}</p>{body}{link}</main></body></html>\n"
    )
}
