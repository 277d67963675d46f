//! `congkhai status`: what an editor must do next.

use super::surroundings::request;
use super::{Common, Exit, Format, StatusArgs, Surroundings, report};
use crate::editor::agenda::{self, Item, Kind};
use crate::pipeline;
use crate::progress;
use crate::text::dates;

pub(super) fn run(arguments: &StatusArgs, common: &Common, surroundings: &Surroundings) -> Exit {
    let request = request(&arguments.input, surroundings);
    let content = match pipeline::content(&request) {
        Ok(content) => content,
        Err(error) => return report::environment(&error),
    };
    let Some(record) = content.record.filter(|_| content.problems.stop_on_errors().is_continue())
    else {
        let repeats = report::Repeats::Each;
        report::problems(&content.problems, &content.tree, Format::Human, true, repeats);
        report::complain("Nội dung còn lỗi: sửa xong mới biết việc phải làm.");
        return Exit::Problems;
    };
    let as_of = request.as_of_in(&record.settings);
    let items = agenda::of(&progress::on(&record, as_of), arguments.silent);
    match common.format {
        Format::Json => {
            let json = serde_json::to_string_pretty(&items).expect("texts and numbers become JSON");
            report::say(&format!("{json}\n"));
        }
        Format::Csv => return csv(&items),
        Format::Human | Format::Github | Format::Sarif => {
            report::say(&told(&items, &dates::short(as_of)));
        }
    }
    Exit::Done
}

fn csv(items: &[Item]) -> Exit {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for item in items {
        writer.serialize(item).expect("writing to memory does not fail");
    }
    match writer.into_inner() {
        Ok(bytes) => report::say_bytes(&bytes),
        Err(error) => report::environment(&error),
    }
}

/// The items under their headings.
fn told(items: &[Item], as_of: &str) -> String {
    if items.is_empty() {
        return format!("Không có việc phải làm; số liệu đến ngày {as_of}.\n");
    }
    let mut text = format!("Việc phải làm, số liệu đến ngày {as_of}:\n");
    for kind in Kind::ALL {
        let its: Vec<&Item> = items.iter().filter(|item| item.kind == *kind).collect();
        if its.is_empty() {
            continue;
        }
        text.push_str(&format!("\n{} ({})\n", kind.label(), its.len()));
        for item in its {
            text.push_str(&format!("  {}. Kế hoạch {}. {}\n", item.words, item.plan, item.file));
        }
    }
    text
}
