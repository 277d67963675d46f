//! New entries: a file for a task or an agency, or an item at the end of a list.
//!
//! In: the content as it was read, what to add, and the values that the editor gave. Out: [`Added`], a file's
//! text before and after. What stood there stays byte for byte; the schema says which keys there are, in which
//! order, and whether a value is one or many. Writes nothing and judges no value: that is `check`'s.

mod given;
mod insert;
mod write;

use std::fmt;

use jiff::civil::Date;

pub use given::{Assignment, GivenFault};
pub use insert::InsertFault;

use crate::diagnostic::SourcePath;
use crate::editor::schema::{self, FileKind};
use crate::output::Checksum;
use crate::parse::is_task_key;
use crate::source::{ContentFile, SourceFile, SourceTree, front_matter};
use crate::text::{is_id, nearest, slug};
use given::Given;

/// What to add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An agency with this id.
    Agency(String),
    /// A task: the plan's id, the task's number.
    Task(String, String),
    /// An event of a task: the plan's id, the task's number.
    Event(String, String),
    /// A correction: the plan's id.
    Correction(String),
    /// A report received: the plan's id.
    Report(String),
}

impl Target {
    /// The first of its names that cannot be a part of a path.
    fn unfit_name(&self) -> Option<&str> {
        let (name, number) = match self {
            Target::Agency(id) => (id, None),
            Target::Task(plan, number) | Target::Event(plan, number) => (plan, Some(number)),
            Target::Correction(plan) | Target::Report(plan) => (plan, None),
        };
        let begins = |text: &str| text.starts_with(|c: char| c.is_ascii_alphanumeric());
        if !begins(name) || !is_id(name) {
            return Some(name);
        }
        let number = number.filter(|number| !begins(number) || !is_task_key(number));
        number.map(String::as_str)
    }

    /// The plan that it belongs to.
    fn plan(&self) -> Option<&str> {
        match self {
            Target::Agency(_) => None,
            Target::Task(plan, _) | Target::Event(plan, _) => Some(plan),
            Target::Correction(plan) | Target::Report(plan) => Some(plan),
        }
    }

    /// The key whose day is today where none is given: the day of publication.
    pub fn day_of_publication(&self) -> Option<&'static str> {
        match self {
            Target::Event(..) => Some("ngay_cong_bo"),
            Target::Correction(_) => Some("ngay"),
            Target::Agency(_) | Target::Task(..) | Target::Report(_) => None,
        }
    }

    /// What it is called.
    pub fn words(&self) -> &'static str {
        match self {
            Target::Agency(_) => "cơ quan",
            Target::Task(..) => "nhiệm vụ",
            Target::Event(..) => "diễn biến",
            Target::Correction(_) => "đính chính",
            Target::Report(_) => "báo cáo",
        }
    }

    /// The file that it belongs in.
    pub fn path(&self) -> SourcePath {
        match self {
            Target::Agency(id) => ContentFile::Agency(id).path(),
            Target::Task(plan, number) | Target::Event(plan, number) => {
                ContentFile::Task(plan, &slug(number)).path()
            }
            Target::Correction(plan) => ContentFile::Corrections(plan).path(),
            Target::Report(plan) => ContentFile::Reports(plan).path(),
        }
    }

    fn kind(&self) -> FileKind {
        match self {
            Target::Agency(_) => FileKind::Agency,
            Target::Task(..) | Target::Event(..) => FileKind::Task,
            Target::Correction(_) => FileKind::Corrections,
            Target::Report(_) => FileKind::Reports,
        }
    }

    /// The list that it is added to; none where it is a file of its own.
    fn list(&self) -> Option<&'static str> {
        match self {
            Target::Agency(_) | Target::Task(..) => None,
            Target::Event(..) => Some("dien_bien"),
            Target::Correction(_) => Some("dinh_chinh"),
            Target::Report(_) => Some("bao_cao"),
        }
    }
}

/// A file with what was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// The file.
    pub path: SourcePath,
    /// Whether it is new.
    pub is_new: bool,
    /// Its text after.
    pub after: String,
    /// The lines that were put in.
    pub lines: String,
}

/// Why nothing can be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A value cannot be understood.
    Given(GivenFault),
    /// An id or a number that cannot be a file's name.
    NotAName(String),
    /// The file exists, and should not.
    Exists(SourcePath),
    /// There is no such plan; with the one that was likely meant.
    NoPlan(String, Option<String>),
    /// The file does not exist, and should; with the one that was likely meant.
    Missing(SourcePath, Option<String>),
    /// The file's letters are decomposed: what is shown would not be what stands there.
    NotComposed(SourcePath),
    /// The file's text leaves no safe place.
    Insert(SourcePath, InsertFault),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Given(fault) => fault.fmt(f),
            Self::NotAName(name) => write!(
                f,
                "“{name}” không dùng làm tên tệp được: mã gồm chữ thường không dấu, chữ số và gạch ngang; số nhiệm vụ như 3.1."
            ),
            Self::Exists(path) => write!(f, "Đã có tệp {path}; sửa tệp ấy thay cho tạo mới."),
            Self::NoPlan(plan, near) => {
                write!(f, "Không có kế hoạch nào mang mã “{plan}”.")?;
                near.as_ref().map_or(Ok(()), |near| write!(f, " Ý bạn là “{near}”?"))
            }
            Self::Missing(path, near) => {
                write!(f, "Không có tệp {path}.")?;
                near.as_ref().map_or(Ok(()), |near| write!(f, " Ý bạn là {near}?"))
            }
            Self::NotComposed(path) => write!(
                f,
                "Tệp {path} viết bằng dạng chữ tổ hợp. Chạy congkhai check --fix trước, rồi thử lại."
            ),
            Self::Insert(path, fault) => write!(f, "Không thêm được vào {path}: {fault}"),
        }
    }
}

impl std::error::Error for Refusal {}

/// The file of `target` with a new entry of these values. `today` is the day of publication where none is given.
///
/// # Errors
/// A key or value that the schema does not know, or a file that cannot take the entry.
pub fn added(
    tree: &SourceTree,
    target: &Target,
    values: &[Assignment],
    today: Date,
) -> Result<Added, Refusal> {
    if let Some(name) = target.unfit_name() {
        return Err(Refusal::NotAName(name.to_owned()));
    }
    if let Some(plan) = target.plan().filter(|plan| !plans(tree).any(|known| known == *plan)) {
        let near = nearest(plan, plans(tree)).map(str::to_owned);
        return Err(Refusal::NoPlan(plan.to_owned(), near));
    }
    let path = target.path();
    let file = tree.texts.get(&path);
    let schema = schema::of(target.kind());
    let Some(list) = target.list() else {
        if file.is_some() {
            return Err(Refusal::Exists(path));
        }
        let mut given = Given::read(&schema, values).map_err(Refusal::Given)?;
        match target {
            Target::Task(_, number) => match number.rsplit_once('-') {
                Some((code, own)) => {
                    given.set_default("so", own);
                    // Else the code is perhaps the group's.
                    if !given.has("nhom") {
                        given.set_default("bang", code);
                    }
                }
                None => given.set_default("so", number),
            },
            Target::Agency(id) => given.set_default("id", id),
            _ => {}
        }
        let mut text = write::group(&schema, &given, 0);
        if target.kind().is_front_matter() {
            text = format!("---\n{text}---\n");
        }
        return Ok(Added { path, is_new: true, lines: text.clone(), after: text });
    };
    let item = &schema["properties"][list]["items"];
    let mut given = Given::read(item, values).map_err(Refusal::Given)?;
    let before = match file {
        Some(file) => Some(own_text(&path, file)?),
        None if matches!(target, Target::Event(..)) => {
            let near = nearest_file(tree, &path);
            return Err(Refusal::Missing(path, near));
        }
        None => None,
    };
    let taken = before.unwrap_or_default();
    let yaml = if target.kind().is_front_matter() {
        let bounds = front_matter::bounds(taken)
            .map_err(|_| Refusal::Insert(path.clone(), InsertFault::Unreadable))?;
        bounds.yaml
    } else {
        0..taken.len()
    };
    let next = |letters| next_id(&taken[yaml.clone()], list, letters);
    match target {
        Target::Event(..) => given.set_default("ma", &next("d")),
        Target::Correction(_) => given.set_default("ma", &next("dc")),
        _ => {}
    }
    if let Some(key) = target.day_of_publication() {
        given.set_default(key, &today.to_string());
    }
    let (after, lines) =
        insert::appended(taken, yaml, list, &|indent| write::group(item, &given, indent))
            .map_err(|fault| Refusal::Insert(path.clone(), fault))?;
    Ok(Added { path, is_new: before.is_none(), after, lines })
}

/// The file's text, where it is what stands on the disk.
fn own_text<'a>(path: &SourcePath, file: &'a SourceFile) -> Result<&'a str, Refusal> {
    if Checksum::of(file.text.as_bytes()) == Checksum::from(file.sha256) {
        Ok(&file.text)
    } else {
        Err(Refusal::NotComposed(path.clone()))
    }
}

/// The ids of the plans, as their folders are named.
fn plans(tree: &SourceTree) -> impl Iterator<Item = &str> {
    tree.texts.keys().filter_map(|path| match ContentFile::of(path) {
        Some(ContentFile::Plan(plan)) => Some(plan),
        _ => None,
    })
}

/// The file of the same plan's task that was likely meant.
fn nearest_file(tree: &SourceTree, path: &SourcePath) -> Option<String> {
    let (folder, name) = path.as_str().rsplit_once('/')?;
    let files = tree.texts.keys().filter_map(|file| file.as_str().rsplit_once('/'));
    let names = files.filter(|(other, _)| *other == folder).map(|(_, name)| name);
    nearest(name, names).map(|name| format!("{folder}/{name}"))
}

/// The next of the ids `d1`, `d2` … that the items of a list have.
fn next_id(yaml: &str, list: &str, letters: &str) -> String {
    let read = serde_yaml::from_str::<serde_yaml::Value>(yaml).unwrap_or_default();
    let items = read.get(list).and_then(serde_yaml::Value::as_sequence);
    let ids = items
        .into_iter()
        .flatten()
        .filter_map(|item| item.get("ma")?.as_str()?.strip_prefix(letters)?.parse::<u32>().ok());
    format!("{letters}{}", ids.max().unwrap_or(0).saturating_add(1))
}

#[cfg(test)]
mod tests;
