//! `congkhai schema`: schemas and settings for an editor.

use super::desk::{self, Desk, WRITING, Was};
use super::file_error::FileError;
use super::{Exit, SchemaArgs, files, report};
use crate::editor::schema;
use crate::output::Checksum;

pub(super) fn run(arguments: &SchemaArgs) -> Exit {
    match write(arguments) {
        Ok(exit) => exit,
        Err(error) => report::environment(&error),
    }
}

/// Schemas are ours and written anew; settings may hold an editor's own, and are kept as they are.
fn write(arguments: &SchemaArgs) -> Result<Exit, FileError> {
    let content = arguments.content.trim_end_matches('/').trim_start_matches("./");
    let mut told = None;
    files::make(&arguments.folder)?;
    let desk = Desk::open(&arguments.folder)?;
    for (path, text) in schema::files(content) {
        let target = arguments.folder.join(&path);
        match files::text(&target)? {
            Some(old) if old == text => {}
            Some(_) if path == schema::SETTINGS => told = Some((target, text)),
            old => {
                let was = old.map_or(Was::Missing, |old| Was::Bytes(Checksum::of(old.as_bytes())));
                desk.clear(desk::parent(&target), WRITING);
                desk.put(&target, was, &text)?;
            }
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
