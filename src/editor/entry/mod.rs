//! New entries: a file for a task or an agency, or an item at the end of a list.
//!
//! In: the content as it was read, what to add, and the values that the editor gave. Out: [`Added`], a file's
//! text before and after. What stood there stays byte for byte; the schema says which keys there are, in which
//! order, and whether a value is one or many. Writes nothing and judges no value: that is `check`'s.

mod given;
mod in_force;
mod insert;
mod keys;
mod kind;
mod write;

use std::fmt;

use jiff::civil::Date;

pub use given::{Assignment, GivenFault};
pub use insert::InsertFault;
pub use keys::listed;
pub use kind::Kind;

use crate::diagnostic::SourcePath;
use crate::editor::schema;
use crate::output::Checksum;
use crate::parse::is_task_key;
use crate::source::{ContentFile, SourceFile, SourceTree, front_matter};
use crate::text::{is_id, natural_cmp, nearest, slug};
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
    /// Of which kind it is.
    pub fn kind(&self) -> Kind {
        match self {
            Target::Agency(_) => Kind::Agency,
            Target::Task(..) => Kind::Task,
            Target::Event(..) => Kind::Event,
            Target::Correction(_) => Kind::Correction,
            Target::Report(_) => Kind::Report,
        }
    }

    /// Why its names cannot be a part of a path, where they cannot.
    fn unfit(&self, tree: &SourceTree) -> Option<Refusal> {
        let begins = |text: &str| text.starts_with(|c: char| c.is_ascii_alphanumeric());
        let id = match self {
            Target::Agency(id) => id,
            Target::Task(plan, _)
            | Target::Event(plan, _)
            | Target::Correction(plan)
            | Target::Report(plan) => plan,
        };
        if id.contains('=') {
            return Some(Refusal::LeftOut(self.kind(), id.clone()));
        }
        if !begins(id) || !is_id(id) {
            let (given, slug) = (id.clone(), slug(id));
            return Some(match self {
                Target::Agency(_) => Refusal::NotAnAgency(given, slug),
                _ => {
                    let by_number = |plan: &&str| {
                        plan.strip_prefix(&*slug)
                            .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
                    };
                    let near = plans(tree).find(by_number).or_else(|| nearest(&slug, plans(tree)));
                    Refusal::NotAPlan(given, near.map(str::to_owned))
                }
            });
        }
        let (Target::Task(plan, number) | Target::Event(plan, number)) = self else { return None };
        if number.contains('=') {
            return Some(Refusal::LeftOut(self.kind(), number.clone()));
        }
        (!begins(number) || !is_task_key(number)).then(|| {
            let known = tasks(tree, plan).into_iter().find(|known| slug(known) == slug(number));
            Refusal::NotANumber(number.clone(), known)
        })
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
    /// A value where the plan, the number or the id belongs.
    LeftOut(Kind, String),
    /// A text that is no agency's id; with the id that it would make.
    NotAnAgency(String, String),
    /// A text that is no plan's id; with the one that was likely meant.
    NotAPlan(String, Option<String>),
    /// A text that is no task's number; with the one that was likely meant.
    NotANumber(String, Option<String>),
    /// The file exists, and should not.
    Exists(SourcePath),
    /// There is no such plan; with the one that was likely meant.
    NoPlan(String, Option<String>),
    /// The plan has no such task; with those that it has.
    NoTask(String, String, Vec<String>),
    /// The file's letters are decomposed: what is shown would not be what stands there.
    NotComposed(SourcePath),
    /// The file's text leaves no safe place.
    Insert(SourcePath, InsertFault),
}

impl Refusal {
    /// Whether the command was given what it cannot take; otherwise the content's own file is in the way.
    pub fn is_of_the_command(&self) -> bool {
        match self {
            Self::Given(_)
            | Self::LeftOut(..)
            | Self::NotAnAgency(..)
            | Self::NotAPlan(..)
            | Self::NotANumber(..)
            | Self::Exists(_)
            | Self::NoPlan(..)
            | Self::NoTask(..) => true,
            Self::NotComposed(_) | Self::Insert(..) => false,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Given(fault) => fault.fmt(f),
            Self::LeftOut(kind, given) => {
                let (what, call) = match kind {
                    Kind::Agency => ("mã cơ quan", "new agency MÃ"),
                    Kind::Task => ("mã kế hoạch và số nhiệm vụ", "new task KẾ_HOẠCH SỐ"),
                    Kind::Event => ("mã kế hoạch và số nhiệm vụ", "new event KẾ_HOẠCH SỐ"),
                    Kind::Correction => ("mã kế hoạch", "new correction KẾ_HOẠCH"),
                    Kind::Report => ("mã kế hoạch", "new report KẾ_HOẠCH"),
                };
                write!(f, "Trước “{given}” phải có {what}: congkhai {call} khóa=giá_trị…")
            }
            Self::NotAnAgency(given, slug) => write!(
                f,
                "“{given}” không dùng làm mã cơ quan được: mã gồm chữ thường không dấu, chữ số và gạch ngang. Ý bạn là “{slug}”?"
            ),
            Self::NotAPlan(given, near) => {
                write!(
                    f,
                    "“{given}” không phải mã kế hoạch: mã là tên thư mục của kế hoạch trong ke-hoach/."
                )?;
                near.as_ref().map_or(Ok(()), |near| write!(f, " Ý bạn là “{near}”?"))
            }
            Self::NotANumber(given, near) => {
                write!(
                    f,
                    "“{given}” không phải số nhiệm vụ: số gồm chữ số, chữ cái không dấu và dấu chấm, như 3.1."
                )?;
                near.as_ref().map_or(Ok(()), |near| write!(f, " Ý bạn là “{near}”?"))
            }
            Self::Exists(path) => write!(f, "Đã có tệp {path}; sửa tệp ấy thay cho tạo mới."),
            Self::NoPlan(plan, near) => {
                write!(f, "Không có kế hoạch nào mang mã “{plan}”.")?;
                near.as_ref().map_or(Ok(()), |near| write!(f, " Ý bạn là “{near}”?"))
            }
            Self::NoTask(plan, number, known) => {
                write!(f, "Kế hoạch {plan} không có nhiệm vụ {number}.")?;
                if !known.is_empty() {
                    write!(f, " Có: {}.", known.join(", "))?;
                }
                f.write_str(" Nhiệm vụ mới thì thêm bằng congkhai new task.")
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
    if let Some(refusal) = target.unfit(tree) {
        return Err(refusal);
    }
    if let Some(plan) = target.plan().filter(|plan| !plans(tree).any(|known| known == *plan)) {
        let near = nearest(plan, plans(tree)).map(str::to_owned);
        return Err(Refusal::NoPlan(plan.to_owned(), near));
    }
    let path = target.path();
    let file = tree.texts.get(&path);
    let kind = target.kind();
    let schema = schema::of(kind.file());
    let Some(list) = kind.list() else {
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
        if kind.file().is_front_matter() {
            text = format!("---\n{text}---\n");
        }
        return Ok(Added { path, is_new: true, lines: text.clone(), after: text });
    };
    let item = &schema["properties"][list]["items"];
    let before = match (file, target) {
        (Some(file), _) => Some(own_text(&path, file)?),
        (None, Target::Event(plan, number)) => {
            return Err(Refusal::NoTask(plan.clone(), number.clone(), tasks(tree, plan)));
        }
        (None, _) => None,
    };
    let taken = before.unwrap_or_default();
    let yaml = if kind.file().is_front_matter() {
        let bounds = front_matter::bounds(taken)
            .map_err(|_| Refusal::Insert(path.clone(), InsertFault::Unreadable))?;
        bounds.yaml
    } else {
        0..taken.len()
    };
    let task = match target {
        Target::Event(..) => serde_yaml::from_str(&taken[yaml.clone()]).ok(),
        _ => None,
    };
    let values = in_force::completed(task.as_ref(), values);
    let mut given = Given::read(item, &values).map_err(Refusal::Given)?;
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

/// The text of a whole file of this kind with these values, laid out as [`added`] does it.
///
/// Keys that the schema does not have, empty lists and empty groups are left out.
pub fn file_of(kind: schema::FileKind, values: &serde_json::Value) -> String {
    let text = write::group(&schema::of(kind), &Given::from(values), 0);
    if kind.is_front_matter() { format!("---\n{text}---\n") } else { text }
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

/// The numbers of a plan's tasks, in their order.
fn tasks(tree: &SourceTree, plan: &str) -> Vec<String> {
    let numbers = tree.texts.iter().filter_map(|(path, file)| match ContentFile::of(path) {
        Some(ContentFile::Task(of, name)) if of == plan => {
            Some(number_in(&file.text).unwrap_or_else(|| name.replace('-', ".")))
        }
        _ => None,
    });
    let mut numbers: Vec<_> = numbers.collect();
    numbers.sort_by(|a, b| natural_cmp(a, b));
    numbers
}

/// The number that a task's file states.
fn number_in(text: &str) -> Option<String> {
    let bounds = front_matter::bounds(text).ok()?;
    let keys = serde_yaml::from_str::<serde_yaml::Value>(&text[bounds.yaml]).ok()?;
    keys.get("so")?.as_str().map(str::to_owned)
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
