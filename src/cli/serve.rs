//! `congkhai serve`: the preview, and what is told of it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::surroundings::request;
use super::{Common, Exit, Format, ServeArgs, Surroundings, ledger, report};
use crate::releases::Facts;
use crate::serve::{self, News, Options, Trouble, watch::Way};
use crate::text::{dates, numbers};

pub(super) fn run(arguments: &ServeArgs, common: &Common, surroundings: &Surroundings) -> Exit {
    let request = request(&arguments.input, surroundings);
    let way = if arguments.poll { Way::Polling } else { Way::Events };
    let options = Options { roots: request.roots.clone(), port: arguments.port, way };
    let build = serve::builder(request, Arc::clone(&surroundings.watch), published(arguments));
    let (format, quiet, open) = (common.format, common.quiet, arguments.open);
    // Problems that stay are printed once, not after every edit.
    let mut printed = None;
    let (stop, unheard) = (Arc::clone(&surroundings.watch), Arc::new(AtomicBool::new(false)));
    let told = Arc::clone(&unheard);
    match serve::run(&options, &surroundings.watch, build, move |news| {
        let mut again = false;
        if let News::Built { trouble, .. } = &news {
            again = printed.as_ref() == *trouble;
            printed = trouble.cloned();
        }
        if told.load(Ordering::Relaxed) {
            return;
        }
        // A preview whose address nobody can read is of no use.
        if tell(&news, format, quiet, open, again) == Exit::Environment {
            told.store(true, Ordering::Relaxed);
            stop.interrupted.store(true, Ordering::Relaxed);
        }
    }) {
        Ok(()) if unheard.load(Ordering::Relaxed) => Exit::Environment,
        // To be stopped is how it ends.
        Ok(()) => Exit::Done,
        Err(error) => report::environment(&error),
    }
}

/// The facts that were published last, where the published folder has a ledger that can be proved.
fn published(arguments: &ServeArgs) -> Option<Arc<Facts>> {
    let shelf = ledger::shelf(&arguments.output.to_string_lossy());
    let key = ledger::published_key(&*shelf)?;
    let history = ledger::proved(&*shelf, &key).ok()??;
    Some(history.facts())
}

fn tell(news: &News<'_>, format: Format, quiet: bool, open: bool, again: bool) -> Exit {
    let human = format == Format::Human;
    let mut told = Exit::Done;
    match news {
        News::Polling(reason) if human && !quiet => report::complain(&reason.to_string()),
        News::Polling(_) => {}
        News::Built { outcome, trouble, changed, differing, time } => {
            match (outcome, trouble) {
                _ if again => {}
                (Some(outcome), _) => {
                    let repeats = report::Repeats::Once;
                    told =
                        report::problems(&outcome.problems, &outcome.tree, format, quiet, repeats);
                }
                (None, Some(trouble)) => report::complain(trouble.text.trim_end()),
                (None, None) => {}
            }
            if human && !quiet {
                told = told.then(report::say(&summary(*trouble, changed, *differing, *time)));
            }
        }
        News::Ready { address, as_of } => {
            let date = as_of
                .map(|date| format!("Số liệu đến ngày {}. ", dates::short(date)))
                .unwrap_or_default();
            // A program that reads the problems reads them alone.
            let text = format!(
                "\nBản xem thử, chưa công bố: {address}\n{date}Sửa rồi lưu tệp, trang tự cập nhật. Dừng: Ctrl-C.\n"
            );
            match human {
                true => told = report::say(&text),
                false => report::complain(&text),
            }
            if open && let Err(error) = open::that_detached(address) {
                report::complain(&format!(
                    "Không mở được trình duyệt ({error}). Mở {address} bằng tay."
                ));
            }
        }
    }
    told
}

/// One build in one line.
fn summary(
    trouble: Option<&Trouble>,
    changed: &[String],
    differing: usize,
    time: Duration,
) -> String {
    let reason = match changed {
        [] => String::new(),
        [one] => format!("{one}: "),
        [first, others @ ..] => format!("{first} và {} tệp khác: ", others.len()),
    };
    let time = format!("{:.1}", time.as_secs_f64()).replace('.', ",");
    match trouble {
        Some(trouble) if trouble.blocking => {
            format!("{reason}chưa dựng được sau {time} giây ({}).\n", trouble.counts)
        }
        _ if differing == 0 => format!("{reason}đã dựng lại sau {time} giây; trang như cũ.\n"),
        _ if changed.is_empty() => {
            format!("Đã dựng {} tệp sau {time} giây.\n", numbers::count(differing))
        }
        _ => {
            format!("{reason}đã dựng lại sau {time} giây; {} tệp đổi.\n", numbers::count(differing))
        }
    }
}
