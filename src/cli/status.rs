//! `congkhai status`: what an editor must do next.

use std::borrow::Cow;

use super::surroundings::request;
use super::{Common, Exit, Format, StatusArgs, Surroundings, report};
use crate::editor::agenda::{self, Item, Kind};
use crate::pipeline;
use crate::progress;
use crate::text::dates;
use crate::text::formula;

pub(super) fn run(arguments: &StatusArgs, common: &Common, surroundings: &Surroundings) -> Exit {
    let request = request(&arguments.input, surroundings);
    let content = match pipeline::content(&request) {
        Ok(content) => content,
        Err(error) => return report::environment(&error),
    };
    let Some(record) = content.record.filter(|_| content.problems.stop_on_errors().is_continue())
    else {
        let repeats = report::Repeats::Each;
        let told = report::problems(&content.problems, &content.tree, Format::Human, true, repeats);
        report::complain("Nội dung còn lỗi: sửa xong mới biết việc phải làm.");
        return told.then(Exit::Problems);
    };
    let as_of = request.as_of_in(&record.settings);
    let mut items = agenda::of(&progress::on(&record, as_of), arguments.silent);
    items.extend(agenda::questions(&content.tree));
    match common.format {
        Format::Json => {
            let json = serde_json::to_string_pretty(&items).expect("texts and numbers become JSON");
            report::say(&format!("{json}\n"))
        }
        Format::Csv => csv(&items),
        Format::Human | Format::Github | Format::Sarif => {
            report::say(&told(&items, &dates::short(as_of)))
        }
    }
}

/// The columns of the table, for a spreadsheet and the people who read it.
const COLUMNS: [&str; 8] = ["Việc", "Kế hoạch", "Về", "Ngày", "Số ngày", "Nội dung", "Hỏi", "Tệp"];

/// A table that spreadsheets open with its letters right: the byte order mark tells them UTF-8.
fn csv(items: &[Item]) -> Exit {
    let mut builder = csv::WriterBuilder::new();
    builder.quote_style(csv::QuoteStyle::NonNumeric);
    let mut writer = builder.from_writer("\u{feff}".as_bytes().to_vec());
    let memory = "writing to memory does not fail";
    writer.write_record(COLUMNS).expect(memory);
    for item in items {
        let (days, ask) = (item.days.to_string(), item.ask.join("; "));
        let row: [&str; COLUMNS.len()] = [
            item.kind.label(),
            &item.plan,
            &item.what,
            &item.date,
            &days,
            &item.words,
            &ask,
            &item.file,
        ];
        // The number of days may bear a sign; all else is words.
        let cells = row.iter().enumerate().map(|(column, words)| match column {
            4 => Cow::Borrowed(*words),
            _ => formula::guarded(words),
        });
        writer.write_record(cells.map(Cow::into_owned)).expect(memory);
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
            let ask = match &item.ask[..] {
                [] => String::new(),
                names => format!(" Hỏi: {}.", names.join("; ")),
            };
            text.push_str(&format!(
                "  {}.{ask} Kế hoạch {}. {}\n",
                item.words, item.plan, item.file
            ));
        }
    }
    text
}
