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
use crate::load::{SourceFile, SourceTree};
use crate::output::Checksum;
use crate::parse::front_matter;
use crate::schema::{self, FileKind};
use crate::text::near::nearest;
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
        let id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let numeral = |c: char| c.is_ascii_alphanumeric() || c == '.';
        let fits =
            |text: &str, fit: &dyn Fn(char) -> bool| !text.is_empty() && text.chars().all(fit);
        if !fits(name, &id) {
            return Some(name);
        }
        number.filter(|number| !fits(number, &numeral)).map(String::as_str)
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
        SourcePath::content(&match self {
            Target::Agency(id) => format!("co-quan/{id}.yml"),
            Target::Task(plan, number) | Target::Event(plan, number) => {
                format!("ke-hoach/{plan}/nhiem-vu/{}.md", number.replace('.', "-"))
            }
            Target::Correction(plan) => format!("ke-hoach/{plan}/dinh-chinh.yml"),
            Target::Report(plan) => format!("ke-hoach/{plan}/bao-cao.yml"),
        })
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
    /// Its text before; none where it is new.
    pub before: Option<String>,
    /// Its text after.
    pub after: String,
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
    /// The file does not exist, and should; with the files that do.
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
    let path = target.path();
    let file = tree.texts.get(&path);
    let schema = schema::of(target.kind());
    let Some(list) = target.list() else {
        if file.is_some() {
            return Err(Refusal::Exists(path));
        }
        let mut given = Given::read(&schema, values).map_err(Refusal::Given)?;
        match target {
            Target::Task(_, number) => given.set_default("so", number),
            Target::Agency(id) => given.set_default("id", id),
            _ => {}
        }
        let mut text = write::group(&schema, &given, 0);
        if target.kind().is_front_matter() {
            text = format!("---\n{text}---\n");
        }
        return Ok(Added { path, before: None, after: text });
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
    match target {
        Target::Event(..) => {
            given.set_default("ma", &next_id(taken, "d"));
            given.set_default("ngay_cong_bo", &today.to_string());
        }
        Target::Correction(_) => {
            given.set_default("ma", &next_id(taken, "dc"));
            given.set_default("ngay", &today.to_string());
        }
        _ => {}
    }
    let yaml = match front_matter::split(taken) {
        Ok(parts) if target.kind().is_front_matter() => {
            parts.yaml_start..parts.yaml_start + parts.yaml.len()
        }
        _ => 0..taken.len(),
    };
    let after = insert::appended(taken, yaml, list, &|indent| write::group(item, &given, indent))
        .map_err(|fault| Refusal::Insert(path.clone(), fault))?;
    Ok(Added { path, before: before.map(str::to_owned), after })
}

/// The file's text, where it is what stands on the disk.
fn own_text<'a>(path: &SourcePath, file: &'a SourceFile) -> Result<&'a str, Refusal> {
    if Checksum::of(file.text.as_bytes()) == Checksum::from(file.sha256) {
        Ok(&file.text)
    } else {
        Err(Refusal::NotComposed(path.clone()))
    }
}

/// The task's file that was likely meant: of the same plan, or of the plan whose name is near.
fn nearest_file(tree: &SourceTree, path: &SourcePath) -> Option<String> {
    let parts = |path: &'_ SourcePath| -> Option<(String, String)> {
        let (plan, name) = path.as_str().strip_prefix("ke-hoach/")?.split_once("/nhiem-vu/")?;
        Some((plan.to_owned(), name.to_owned()))
    };
    let (plan, name) = parts(path)?;
    let tasks: Vec<_> = tree.texts.keys().filter_map(parts).collect();
    let plan = nearest(&plan, tasks.iter().map(|(plan, _)| plan.as_str()))?.to_owned();
    let names = tasks.iter().filter(|(of, _)| *of == plan).map(|(_, name)| name.as_str());
    let name = nearest(&name, names)?;
    Some(format!("ke-hoach/{plan}/nhiem-vu/{name}"))
}

/// The next of the ids `d1`, `d2` … that a file has.
fn next_id(text: &str, letters: &str) -> String {
    let ids = text.lines().filter_map(|line| {
        let value = line.trim_start().trim_start_matches("- ").strip_prefix("ma:")?;
        let value = value.split(" #").next().unwrap_or_default().trim().trim_matches(['"', '\'']);
        value.strip_prefix(letters)?.parse::<u32>().ok()
    });
    format!("{letters}{}", ids.max().unwrap_or(0).saturating_add(1))
}

#[cfg(test)]
mod tests;
