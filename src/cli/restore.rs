//! `congkhai restore`: the site of a release, built again from content that is given.

use super::build::{protected, publish_error};
use super::report::Repeats;
use super::surroundings::request;
use super::{Common, Exit, Format, RestoreArgs, Surroundings, ledger, report};
use crate::output::Output;
use crate::pipeline::{self, Releasing, RunError};
use crate::publish::{Meta, RealDisk, Target, changes};
use crate::releases::history::{FOLDER, History};
use crate::releases::make::Keys;
use crate::text::numbers;
use crate::transparency::SigningKey;

pub(super) fn run(arguments: &RestoreArgs, common: &Common, surroundings: &Surroundings) -> Exit {
    let shelf = ledger::shelf(&arguments.output.to_string_lossy());
    let history = ledger::published_key(&*shelf).map(|key| ledger::proved(&*shelf, &key));
    let history = match history {
        Some(Ok(Some(history))) => history,
        Some(Err(())) => return Exit::Problems,
        None | Some(Ok(None)) => {
            report::complain(&format!(
                "lỗi: Thư mục {} không có sổ công bố.",
                arguments.output.display()
            ));
            return Exit::Problems;
        }
    };
    let Some(release) =
        arguments.number.checked_sub(1).and_then(|at| history.releases.get(at as usize))
    else {
        report::complain(&format!("lỗi: Sổ có các bản từ 1 đến {}.", history.len()));
        return Exit::Usage;
    };
    let manifest = &release.manifest;
    let mut request = request(&arguments.input, surroundings);
    request.as_of = Some(manifest.as_of);
    let mut before = History { key: history.key.clone(), ..History::default() };
    let at = arguments.number as usize - 1;
    before.releases = history.releases[..at].to_vec();
    before.entries = history.entries[..at].to_vec();
    // What this signs is put nowhere: the restored folder has no ledger.
    let key = SigningKey::from_seed("khong-cong-bo", &[0; 32]).expect("the name is plain");
    let keys = Keys { now: &key, before: None, lost: None };
    let releasing =
        Releasing { history: &before, keys, tool: manifest.tool.clone(), is_held: false };
    let opened = Target::open(&RealDisk, &arguments.to, &protected(&arguments.input, surroundings));
    let staging = match opened.and_then(Target::stage) {
        Ok(staging) => staging.without(FOLDER),
        Err(error) => return report::environment(&error),
    };
    let outcome = match pipeline::release(&request, &staging, &surroundings.watch, &releasing) {
        Ok(outcome) => outcome,
        Err(RunError::Interrupted) => return Exit::Interrupted,
        Err(RunError::Sink(error)) => return report::environment(&*publish_error(error)),
        Err(error) => return report::environment(&error),
    };
    let (format, quiet) = (common.format, common.quiet);
    let told = report::problems(&outcome.problems, &outcome.tree, format, quiet, Repeats::Once);
    if !outcome.complete {
        return told.then(Exit::Problems);
    }
    let made = staging.output();
    let tool_version = env!("CARGO_PKG_VERSION").to_owned();
    let meta = Meta { tool_version, as_of: manifest.as_of, made: None };
    if let Err(error) = staging.publish(meta) {
        return report::environment(&error);
    }
    let (text, is_same) = compared(arguments, &manifest.files, &made, &manifest.tool);
    told.then(match format {
        Format::Human => report::say(&text),
        _ => Exit::Done,
    })
    .then(if is_same { Exit::Done } else { Exit::Problems })
}

fn compared(arguments: &RestoreArgs, then: &Output, now: &Output, tool: &str) -> (String, bool) {
    let changes = changes(then, now);
    let lists = [("thiếu", &changes.removed), ("thừa", &changes.added), ("khác", &changes.changed)];
    let count: usize = lists.iter().map(|(_, list)| list.len()).sum();
    let to = arguments.to.display();
    if count == 0 {
        return (format!("Bản số {} dựng lại ở {to}: đúng từng byte.\n", arguments.number), true);
    }
    let mut text = String::new();
    for (kind, list) in lists {
        text.extend(list.iter().map(|path| format!("{kind}: {path}\n")));
    }
    text.push_str(&format!(
        "Bản số {} dựng lại ở {to}: {} tệp khác với bản đã công bố (bằng {tool}). Nội dung hoặc phiên bản công cụ không phải của bản ấy.\n",
        arguments.number,
        numbers::count(count)
    ));
    (text, false)
}
