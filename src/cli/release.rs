//! `congkhai release`: a build that goes on from the ledger, and is signed.

use std::path::Path;
use std::sync::atomic::Ordering;

use super::build::{protected, publish_error, with_bar};
use super::desk::{Desk, Was};
use super::key::{failed, origin};
use super::keys::{self, KeyProblem};
use super::report::Repeats;
use super::surroundings::request;
use super::{Common, Exit, Format, InputArgs, ReleaseArgs, Surroundings, files, ledger, report};
use crate::diagnostic::Diagnostics;
use crate::model::Settings;
use crate::output::{Checksum, OutputPath, Sink};
use crate::pipeline::{self, Outcome, Releasing, RunError};
use crate::publish::{Meta, PublishError, RealDisk, Target};
use crate::releases::history::{self, CHECKPOINT, History, names};
use crate::releases::make::Keys;
use crate::releases::stamp;
use crate::text::{dates, numbers};
use crate::transparency::{PublicKey, SigningKey};

/// Why there is no release, told already or to be told.
enum Stop {
    Told(Exit),
    Key(KeyProblem),
    Publish(PublishError),
    Run(Box<dyn std::error::Error>),
    Interrupted,
}

impl From<KeyProblem> for Stop {
    fn from(problem: KeyProblem) -> Self {
        Stop::Key(problem)
    }
}

impl From<PublishError> for Stop {
    fn from(error: PublishError) -> Self {
        Stop::Publish(error)
    }
}

pub(super) fn run(arguments: &ReleaseArgs, common: &Common, surroundings: &Surroundings) -> Exit {
    match release(arguments, common, surroundings) {
        Ok(exit) | Err(Stop::Told(exit)) => exit,
        Err(Stop::Key(problem)) => failed(&problem),
        Err(Stop::Publish(error)) => report::environment(&error),
        Err(Stop::Run(error)) => report::environment(&*error),
        Err(Stop::Interrupted) => {
            report::complain(&RunError::Interrupted.to_string());
            Exit::Interrupted
        }
    }
}

fn refused(why: &str, exit: Exit) -> Stop {
    report::complain(&format!("lỗi: {why}"));
    Stop::Told(exit)
}

fn release(
    arguments: &ReleaseArgs,
    common: &Common,
    surroundings: &Surroundings,
) -> Result<Exit, Stop> {
    let input = &arguments.input;
    let request = request(input, surroundings);
    let content = pipeline::content(&request).map_err(|error| Stop::Run(Box::new(error)))?;
    let Some(record) = &content.record else {
        let (format, quiet) = (common.format, common.quiet);
        let told = report::problems(&content.problems, &content.tree, format, quiet, Repeats::Once);
        return Ok(told.then(Exit::Problems));
    };
    let settings = &record.site.settings.clone();
    let name = name(arguments, settings)?;
    if let Some(reply) = &arguments.tsr {
        return stamp(arguments, settings, reply, surroundings);
    }
    let off: Vec<&Path> = vec![&input.content, &input.themes, &arguments.output];
    let key = keys::signing(&name, &arguments.key, surroundings, &off)?;
    let secret = arguments.key.mat_khau.as_deref();
    let old_key = match &arguments.khoa_cu {
        Some(file) => Some(keys::read(&name, file, secret, surroundings, &off)?),
        None => None,
    };
    let target = Target::open(&RealDisk, &arguments.output, &protected(input, surroundings))?;
    // Read under the lock of the published folder, so that no other release comes between.
    let history = former(arguments, settings, target.output(), &key, old_key.as_ref())?;
    let staging = target.stage()?;
    let keys = Keys {
        now: &key,
        before: old_key.as_ref().filter(|_| history.key.as_ref() != Some(&key.public())),
        lost: arguments.mat_khoa.clone(),
    };
    let releasing = Releasing { history: &history, keys, tool: tool(), is_held: true };
    let watch = &*surroundings.watch;
    let outcome = with_bar(watch, common, || {
        pipeline::release(&request, content, &staging, watch, &releasing)
    })
    .map_err(|error| match error {
        RunError::Interrupted => Stop::Interrupted,
        RunError::Sink(error) => Stop::Run(publish_error(error)),
        error => Stop::Run(Box::new(error)),
    })?;
    let (format, quiet) = (common.format, common.quiet);
    let told = report::problems(&outcome.problems, &outcome.tree, format, quiet, Repeats::Once);
    let (true, Some(as_of)) = (outcome.complete, outcome.as_of) else {
        if format == Format::Human {
            let counts = outcome.problems.counts();
            tell_commands(&outcome.problems, input, settings);
            report::complain(&format!("Không công bố: {counts}. Trang và sổ công bố giữ nguyên."));
        }
        return Ok(told.then(Exit::Problems));
    };
    if watch.interrupted.load(Ordering::Relaxed) {
        return Err(Stop::Interrupted);
    }
    let Some(number) = outcome.release else {
        let last = history.len();
        let said =
            format!("Không có gì khác bản số {last}: không có bản mới. Trang và sổ giữ nguyên.\n");
        let named = write_name(arguments, settings, &key.public())?;
        let named = named.then(write_request(arguments));
        return Ok(told.then(if quiet { Exit::Done } else { report::say(&said) }).then(named));
    };
    let meta = Meta { tool_version: env!("CARGO_PKG_VERSION").to_owned(), as_of, made: None };
    let published = staging.publish(meta)?;
    let named = write_name(arguments, settings, &key.public())?.then(write_request(arguments));
    let said = summary(arguments, &outcome, number, published.files, published.bytes);
    let is_told = format == Format::Human && !quiet;
    Ok(told.then(if is_told { report::say(&said) } else { Exit::Done }).then(named))
}

/// The program and its version, as releases name it.
pub(super) fn tool() -> String {
    format!("congkhai {}", env!("CARGO_PKG_VERSION"))
}

/// Writes the request for a time stamp on what is published now, where one is wanted.
fn write_request(arguments: &ReleaseArgs) -> Exit {
    let Some(file) = &arguments.tsq else { return Exit::Done };
    let note = files::bytes(&arguments.output.join(history::path(CHECKPOINT)));
    let written = note.and_then(|note| files::write(file, &stamp::request(&note)));
    match written {
        Ok(()) => Exit::Done,
        Err(error) => report::environment(&error),
    }
}

/// Puts an authority's answer beside the checkpoint that it speaks of; all else stays as it is published.
fn stamp(
    arguments: &ReleaseArgs,
    settings: &Settings,
    reply: &Path,
    surroundings: &Surroundings,
) -> Result<Exit, Stop> {
    let failed = |error| Stop::Run(Box::new(error));
    let Some(named) = &settings.ledger else {
        return Err(refused(
            "trang.yml chưa ghi so_cong_bo: trang chưa có sổ công bố.",
            Exit::Usage,
        ));
    };
    let protected = protected(&arguments.input, surroundings);
    let target = Target::open(&RealDisk, &arguments.output, &protected)?;
    let shelf = ledger::shelf(&target.output().to_string_lossy());
    let history = ledger::proved(&*shelf, &named.key).map_err(|()| Stop::Told(Exit::Problems))?;
    let Some(last) = history.as_ref().and_then(History::last) else {
        return Err(refused("Thư mục công bố không có sổ.", Exit::Problems));
    };
    let note = files::bytes(&target.output().join(history::path(CHECKPOINT))).map_err(failed)?;
    let reply = files::bytes(reply).map_err(failed)?;
    if !stamp::is_of(&reply, &note) {
        return Err(refused(
            "Trả lời ấy không phải dấu thời gian của điểm mốc đang công bố. Tạo yêu cầu lại bằng --tsq rồi xin lại.",
            Exit::Problems,
        ));
    }
    let (number, as_of) = (last.leaf.number, last.leaf.as_of);
    let staging = target.stage()?;
    if !staging.keep_all()? {
        return Err(refused(
            "Có tệp đã công bố không còn như cũ; chạy congkhai verify để biết.",
            Exit::Problems,
        ));
    }
    for (name, bytes) in [(names::STAMPED, &note), (names::STAMP, &reply)] {
        let path = OutputPath::new(history::of_release(number, name)).expect("a plain name");
        staging.put(&path, bytes).map_err(|error| Stop::Run(publish_error(error)))?;
    }
    staging.publish(Meta {
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        as_of,
        made: None,
    })?;
    Ok(report::say(&format!("Đã đưa dấu thời gian của bản số {number} vào sổ công bố.\n")))
}

/// The commands that problems propose, each on a line of its own, which no terminal has broken. They bear the date of this
/// run; where the site names an earlier one, it is told what to write first.
pub(super) fn tell_commands(problems: &Diagnostics, input: &InputArgs, settings: &Settings) {
    let content = &input.content;
    let helps = problems.iter().filter(|problem| problem.rule.code == "CK270");
    let lines = helps.flat_map(|problem| &problem.help).flat_map(|help| help.lines());
    let mut commands = lines.filter(|line| line.starts_with("congkhai new ")).peekable();
    if commands.peek().is_some() {
        if let (Some(chosen), Some(named)) = (input.as_of, settings.as_of)
            && chosen > named
        {
            report::complain(&format!(
                "Đính chính mang ngày {}, sau ngày số liệu của trang: trước hết ghi tinh_den_ngay: \"{chosen}\" vào trang.yml.",
                dates::short(chosen)
            ));
        }
        report::complain("Lệnh thêm đính chính, chép nguyên dòng:");
    }
    for command in commands {
        match content == Path::new("content") {
            true => report::complain(command),
            false => report::complain(&format!("{command} --content {}", content.display())),
        }
    }
}

/// The name of the ledger: the site's, or of a first release the one that is given or the site's address.
fn name(arguments: &ReleaseArgs, settings: &Settings) -> Result<String, Stop> {
    match (&settings.ledger, arguments.lan_dau) {
        (Some(ledger), false) => Ok(ledger.key.name().to_owned()),
        (Some(_), true) => Err(refused(
            "trang.yml đã ghi so_cong_bo: trang đã có sổ, không mở sổ thứ hai. Bỏ --lan-dau; nếu máy này chưa có thư mục công bố thì ghi --truoc.",
            Exit::Usage,
        )),
        (None, false) => Err(refused(
            "trang.yml chưa ghi so_cong_bo: trang chưa có sổ công bố. Lần đầu, chạy congkhai release --lan-dau; không cần sổ thì dùng congkhai build.",
            Exit::Usage,
        )),
        (None, true) => {
            let named = arguments.ten.clone();
            named.or_else(|| settings.address.as_ref().map(origin)).ok_or_else(|| {
                refused("Sổ mới cần tên: ghi --ten, như --ten tien-do.tinh.example; hoặc ghi dia_chi trong trang.yml.", Exit::Usage)
            })
        }
    }
}

/// The ledger that the release goes on from, wholly proved.
fn former(
    arguments: &ReleaseArgs,
    settings: &Settings,
    output: &Path,
    key: &SigningKey,
    old_key: Option<&SigningKey>,
) -> Result<History, Stop> {
    // A change of keys may have been broken off behind the release: then the site still names the key before.
    let named = settings.ledger.as_ref().map(|ledger| ledger.key.clone());
    let known: Vec<PublicKey> =
        named.into_iter().chain([key.public()]).chain(old_key.map(SigningKey::public)).collect();
    let here = output.to_string_lossy().into_owned();
    let read = |place: &str| {
        let shelf = ledger::shelf(place);
        let mut first = None;
        for key in &known {
            let (history, findings) = history::read(&*shelf, key);
            if findings.is_empty() {
                return Ok(history);
            }
            first.get_or_insert(findings);
        }
        ledger::tell(&first.unwrap_or_default());
        Err(refused(
            &format!(
                "Sổ công bố ở {place} không còn như đã ký: không công bố tiếp lên đó. Phục hồi thư mục từ bản sao, hoặc ghi --truoc nơi còn giữ sổ đúng vào một thư mục công bố mới."
            ),
            Exit::Problems,
        ))
    };
    let found = read(&here)?;
    let before = match &arguments.truoc {
        Some(place) => {
            let before = read(place)?;
            if before.is_none() {
                let why = format!("Không có sổ công bố ở {place}.");
                return Err(refused(&why, Exit::Problems));
            }
            before
        }
        None => None,
    };
    let history = match (found, before) {
        (Some(here), Some(there)) => {
            let (short, long) =
                if here.len() < there.len() { (&here, &there) } else { (&there, &here) };
            if !long.entries.starts_with(&short.entries) {
                return Err(refused(
                    "Sổ trong thư mục công bố và sổ ở --truoc là hai sổ khác nhau: không công bố lên sổ nào.",
                    Exit::Problems,
                ));
            }
            if here.len() < there.len() {
                let (has, kept) = (here.len(), there.len());
                report::complain(&format!(
                    "Lưu ý: thư mục công bố có {has} bản, cũ hơn sổ ở --truoc ({kept} bản); công bố tiếp theo sổ ở --truoc."
                ));
            }
            if here.len() < there.len() { there } else { here }
        }
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) if settings.ledger.is_some() => {
            return Err(refused(
                "trang.yml ghi trang có sổ công bố mà thư mục công bố ở máy này không có sổ. Ghi --truoc THƯ_MỤC hoặc --truoc ĐỊA_CHỈ nơi đang đăng trang, để bản mới nối tiếp sổ cũ.",
                Exit::Problems,
            ));
        }
        (None, None) => return Ok(History::default()),
    };
    let is_known = history.key.as_ref() == Some(&key.public());
    if !is_known && old_key.is_none() && arguments.mat_khoa.is_none() {
        return Err(refused(
            "Khóa này không phải khóa đang ký sổ. Đổi khóa thì ghi thêm --khoa-cu TỆP_KHÓA_CŨ; mất khóa cũ thì ghi --mat-khoa \"lý do\", người đọc sẽ thấy.",
            Exit::Problems,
        ));
    }
    if !is_known && old_key.is_some_and(|old| Some(old.public()) != history.key) {
        return Err(refused("Khóa ở --khoa-cu không phải khóa đang ký sổ.", Exit::Problems));
    }
    Ok(history)
}

/// Names the ledger, or its new key, in the site's file.
fn write_name(arguments: &ReleaseArgs, settings: &Settings, key: &PublicKey) -> Result<Exit, Stop> {
    let named = settings.ledger.as_ref().map(|ledger| ledger.key.clone());
    if named.as_ref() == Some(key) {
        return Ok(Exit::Done);
    }
    let failed = |error| Stop::Run(Box::new(error));
    let content = &arguments.input.content;
    let desk = Desk::open(content).map_err(failed)?;
    let path = content.join(settings.source.as_str());
    let text = files::text(&path).map_err(failed)?.unwrap_or_default();
    let was = Was::Bytes(Checksum::of(text.as_bytes()));
    let new = match &named {
        Some(old) => text.replace(&old.to_string(), &key.to_string()),
        None => {
            let end = if text.ends_with('\n') { "" } else { "\n" };
            format!(
                "{text}{end}# Khóa để kiểm sổ công bố (thư mục phat-hanh của trang).\nso_cong_bo:\n  khoa: \"{key}\"\n"
            )
        }
    };
    desk.put(&path, was, &new).map_err(|error| Stop::Run(Box::new(error)))?;
    report::complain(&format!("Đã ghi khóa của sổ công bố vào {}.", path.display()));
    Ok(Exit::Done)
}

fn summary(
    arguments: &ReleaseArgs,
    outcome: &Outcome,
    number: u64,
    files: usize,
    bytes: u64,
) -> String {
    let as_of = outcome.as_of.map(dates::short).unwrap_or_default();
    let index = arguments.output.join(history::path("index.html"));
    format!(
        "Đã công bố bản số {number}: {} trang ({} tệp, {}); số liệu đến ngày {as_of}. Vấn đề: {}.\nSổ công bố: {}\n",
        numbers::count(outcome.pages),
        numbers::count(files),
        report::size(bytes),
        outcome.problems.counts(),
        index.display(),
    )
}
