//! `congkhai key`: keys are made and shown, and never printed.

use std::path::{Path, PathBuf};

use super::keys::{self, KeyProblem};
use super::{Exit, KeyArgs, KeyCommand, Surroundings, report};
use crate::pipeline::{self, Drafts, Request};
use crate::source::Roots;
use crate::text::SiteAddress;
use crate::transparency::PublicKey;

pub(super) fn run(arguments: &KeyArgs, surroundings: &Surroundings) -> Exit {
    let Some(name) = name(arguments, surroundings) else {
        report::complain(
            "lỗi: Chưa biết tên của sổ: ghi --ten, như --ten tien-do.tinh.example; hoặc ghi dia_chi trong trang.yml.",
        );
        return Exit::Usage;
    };
    let off: Vec<&Path> = vec![&arguments.content, &arguments.themes, &arguments.output];
    let passphrase = match keys::passphrase(arguments.mat_khau.as_deref(), surroundings) {
        Ok(passphrase) => passphrase,
        Err(problem) => return failed(&problem),
    };
    let made = |file: &PathBuf| keys::make(&name, file, passphrase.as_deref(), &off);
    let done = match &arguments.what {
        KeyCommand::New { file } => {
            made(file).map(|key| told(file, passphrase.is_some(), &key.public()))
        }
        KeyCommand::Show { file } => {
            let secret = arguments.mat_khau.as_deref();
            keys::read(&name, file, secret, surroundings, &off)
                .map(|key| format!("{}\n{}", key.public(), key.public().to_pem()))
        }
        KeyCommand::Rotate { old, new } => {
            let secret = arguments.mat_khau.as_deref();
            let old_key = keys::read(&name, old, secret, surroundings, &off);
            old_key.and_then(|_| made(new)).map(|key| {
                format!(
                    "{}Khóa cũ chưa bị thay. Bản công bố tới ghi việc đổi khóa, có chữ ký của khóa cũ:\n\
                     congkhai release --khoa {} --khoa-cu {}\nSau đó mới cất hoặc hủy khóa cũ.\n",
                    told(new, passphrase.is_some(), &key.public()),
                    new.display(),
                    old.display(),
                )
            })
        }
    };
    match done {
        Ok(text) => report::say(&text),
        Err(problem) => failed(&problem),
    }
}

/// Tells why there is no key.
pub(super) fn failed(problem: &KeyProblem) -> Exit {
    report::complain(&format!("lỗi: {problem}"));
    match problem {
        KeyProblem::NotNamed | KeyProblem::Exposed(..) => Exit::Usage,
        _ => Exit::Environment,
    }
}

fn told(file: &Path, is_locked: bool, key: &PublicKey) -> String {
    let lock = if is_locked {
        "được giữ bằng mật khẩu"
    } else {
        "không có mật khẩu: ai đọc được tệp thì ký được"
    };
    format!(
        "Đã tạo khóa trong {} ({lock}). Hãy cất thêm một bản ở nơi khác: mất khóa thì bản công bố sau phải nói rõ với người đọc.\n\
         Khóa công khai: {key}\n",
        file.display()
    )
}

/// The ledger's name: as given, as the site names its ledger, or after its address.
fn name(arguments: &KeyArgs, surroundings: &Surroundings) -> Option<String> {
    if let Some(name) = &arguments.ten {
        return Some(name.clone());
    }
    let request = Request {
        roots: Roots { content: arguments.content.clone(), themes: PathBuf::new() },
        as_of: None,
        today: surroundings.today,
        base_url: None,
        strict: false,
        drafts: Drafts::LeftOut,
    };
    let record = pipeline::content(&request).ok()?.record?;
    let settings = &record.site.settings;
    let named = settings.ledger.as_ref().map(|ledger| ledger.key.name().to_owned());
    named.or_else(|| settings.address.as_ref().map(origin))
}

/// The name of a ledger after the address of its site: without scheme and last slash.
pub(super) fn origin(address: &SiteAddress) -> String {
    let address = address.as_str().trim_end_matches('/');
    address.split_once("://").map_or(address, |(_, rest)| rest).to_owned()
}
