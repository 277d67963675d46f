//! `congkhai schema`: schemas and settings for an editor.

use super::{Exit, SchemaArgs, files, report};
use crate::editor::schema;

pub(super) fn run(arguments: &SchemaArgs) -> Exit {
    match write(arguments) {
        Ok(exit) => exit,
        Err(error) => report::environment(&error),
    }
}

/// Schemas are ours and written anew; settings may hold an editor's own, and are kept as they are.
fn write(arguments: &SchemaArgs) -> Result<Exit, files::FileError> {
    let content = arguments.content.trim_end_matches('/').trim_start_matches("./");
    let mut told = None;
    for (path, text) in schema::files(content) {
        let target = arguments.folder.join(&path);
        match files::text(&target)? {
            Some(old) if old == text => {}
            Some(_) if path == schema::SETTINGS => told = Some((target, text)),
            _ => files::put(&target, &text)?,
        }
    }
    let folder = arguments.folder.join(schema::FOLDER);
    let done = format!("Lược đồ của các tệp nội dung: {}.\n", folder.display());
    let next = match told {
        Some((target, text)) => format!(
            "Giữ nguyên {} vì tệp đã có. Chép những dòng sau vào đó:\n{text}",
            target.display()
        ),
        None => "Mở thư mục bằng trình soạn thảo có tiện ích YAML (yaml-language-server): gõ tên ô sẽ được gợi ý, rê chuột sẽ thấy giải thích.\n".to_owned(),
    };
    Ok(report::say(&format!("{done}{next}")))
}
