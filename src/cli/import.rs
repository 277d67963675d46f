//! `congkhai import`: from the document that an office holds to content that builds.
//!
//! In: a file, the site as it is, answers. Out: the site's new files, or none; what is asked; the sums of words. What import
//! last wrote is kept beside the plan in a hidden folder, which nothing reads as content, so that the next import can tell
//! what a person has changed since.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use super::asking;
use super::desk::{Desk, Was};
use super::file_error::FileError;
use super::{
    Common, Exit, Format, ImportArgs, Surroundings, files, import_sheet, import_told, report,
};
use crate::diagnostic::{Severity, SourcePath};
use crate::import::read::{Form, Reading, read};
use crate::import::{
    Answers, Difference, Imported, Into, added, import, merged, put_groups, without,
};
use crate::output::Checksum;
use crate::pipeline::{self, Content, Drafts, Memory, Request};
use crate::source::{ContentFile, Roots, SourceTree, load};
use crate::text::{is_id, slug};

/// The folder beside a plan's files that keeps what import last wrote.
const KEPT: &str = ".nhap";
/// In it, what was last put in of each sheet.
const SHEETS: &str = "bang";
/// In it, the checksum of the document.
const SOURCE: &str = "nguon.sha256";

pub(super) fn run(arguments: &ImportArgs, common: &Common, surroundings: &Surroundings) -> Exit {
    let bytes = match files::bytes(&arguments.file) {
        Ok(bytes) => bytes,
        Err(error) => return report::environment(&error),
    };
    if let Some(id) = arguments.id.as_deref().filter(|id| !is_id(id)) {
        report::complain(&format!(
            "lỗi: “{id}” không dùng làm mã kế hoạch được. Ý bạn là “{}”?",
            slug(id)
        ));
        return Exit::Usage;
    }
    let name = arguments
        .file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let reading = match read(&name, &bytes) {
        Ok(reading) => reading,
        Err(refusal) => {
            let (code, says, remedy) = (refusal.code(), refusal.says(), refusal.remedy());
            report::complain(&format!("lỗi[{code}]: {name}: {says} {remedy}"));
            return Exit::Problems;
        }
    };
    let answers = match arguments.answers.as_deref().map(files::text).transpose() {
        Ok(Some(None)) => {
            report::complain("lỗi: Không có tệp câu trả lời ấy.");
            return Exit::Usage;
        }
        Ok(text) => text.flatten().map(|text| Answers::of(&text)).unwrap_or_default(),
        Err(error) => return report::environment(&error),
    };
    let own = (reading.form == Form::Text)
        .then(|| crate::text::nfc(&String::from_utf8_lossy(&bytes)).into_owned());
    if reading.form == Form::Xlsx && arguments.into.is_none() {
        report::complain(
            "lỗi: Tệp .xlsx chỉ có bảng nhiệm vụ. Nhập văn bản trước (.docx), rồi thêm bảng vào kế hoạch ấy: --into <mã kế hoạch>.",
        );
        return Exit::Usage;
    }
    if reading.form != Form::Xlsx && arguments.into.is_some() {
        report::complain("lỗi: --into chỉ dùng cho tệp .xlsx có bảng nhiệm vụ.");
        return Exit::Usage;
    }
    let work = Work {
        arguments,
        common,
        surroundings,
        name,
        source: Checksum::of(&bytes).to_string(),
        reading,
        own: own.map(|text| text.trim_start_matches('\u{feff}').to_owned()),
    };
    if let Some(plan) = arguments.into.as_deref() {
        return work.add_to_plan(plan, &answers);
    }
    match files::is_free(&arguments.content) {
        Ok(true) => work.new_site(answers),
        Ok(false) => work.add_to_site(answers),
        Err(error) => report::environment(&error),
    }
}

/// What stays the same through an import.
struct Work<'a> {
    arguments: &'a ImportArgs,
    common: &'a Common,
    surroundings: &'a Surroundings,
    name: String,
    source: String,
    reading: Reading,
    own: Option<String>,
}

/// Whether a kept file is of a sheet's tables.
fn is_of_sheet(name: &str) -> bool {
    name.strip_prefix(SHEETS).is_some_and(|rest| rest.starts_with('/'))
}

/// Files to be written, and where a person and the import differ, by file.
type Changes = (Vec<Change>, Vec<(String, Difference)>);

/// A file to be written.
struct Change {
    path: String,
    was: Was,
    text: Option<String>,
}

impl Work<'_> {
    fn imported(&self, tree: Option<&SourceTree>, id: Option<&str>, answers: &Answers) -> Imported {
        let into = Into { file: &self.name, tree, id, answers, today: self.surroundings.today };
        import(&self.reading, self.own.as_deref(), &into)
    }

    /// Asks whoever sits at the terminal; the answers are added to those there were.
    fn asked(
        &self,
        mut imported: Imported,
        answers: &mut Answers,
        again: impl Fn(&Answers) -> Imported,
    ) -> Imported {
        let people = io::stdin().is_terminal() && io::stderr().is_terminal();
        if !people || self.arguments.dry_run || self.common.format != Format::Human {
            return imported;
        }
        let questions = imported.questions.clone();
        let again = |answers: &Answers| {
            imported = again(answers);
            imported.questions.clone()
        };
        self.surroundings.watch.ask(|| {
            asking::ask(questions, answers, again, &mut io::stdin().lock(), &mut io::stderr());
        });
        imported
    }

    fn request(&self, content: PathBuf) -> Request {
        Request {
            roots: Roots { content, themes: PathBuf::new() },
            as_of: None,
            today: self.surroundings.today,
            base_url: None,
            strict: false,
            drafts: Drafts::Judged,
        }
    }

    /// Whether the words add up; else it is told, and nothing is written.
    fn adds_up(&self, imported: &Imported) -> bool {
        let holds = imported.account.holds();
        if !holds {
            report::complain(&import_told::does_not_add_up(&imported.account));
        }
        holds
    }

    fn new_site(&self, mut answers: Answers) -> Exit {
        let id = self.arguments.id.as_deref();
        let imported = self.imported(None, id, &answers);
        let again = |answers: &Answers| self.imported(None, id, answers);
        let imported = self.asked(imported, &mut answers, again);
        if !self.adds_up(&imported) {
            return Exit::Problems;
        }
        let mut content: BTreeMap<String, String> = imported.files.clone();
        if let Some(groups) = &imported.groups {
            content.insert(ContentFile::Groups.path().to_string(), groups.clone());
        }
        let mut beside: BTreeMap<&str, &str> = BTreeMap::new();
        for (path, text) in &imported.site {
            match path.strip_prefix("content/") {
                Some(path) => {
                    content.entry(path.to_owned()).or_insert_with(|| text.clone());
                }
                None => {
                    beside.insert(path, text);
                }
            }
        }
        let trial =
            match files::trial(content.iter().map(|(path, text)| (path.as_str(), text.as_str()))) {
                Ok(trial) => trial,
                Err(error) => return report::environment(&error),
            };
        let request = self.request(trial.path().to_owned());
        let tree = match load::read(&request.roots) {
            Ok(tree) => tree,
            Err(error) => return report::environment(&error),
        };
        let judged = pipeline::judge(tree, &request, &Memory::new());
        if judged.problems.count(Severity::Error) > 0 {
            return self.refused(&judged);
        }
        let paths: Vec<String> = content.keys().cloned().collect();
        if self.arguments.dry_run {
            return self.told(&imported, &paths, &[], true);
        }
        for (name, text) in self.kept(&imported) {
            content.insert(format!("ke-hoach/{}/{KEPT}/{name}", imported.plan), text);
        }
        let filled = files::fill(
            &self.arguments.content,
            content.iter().map(|(path, text)| (path.as_str(), text.as_str())),
        );
        match filled {
            Ok(true) => {}
            Ok(false) => return self.taken(),
            Err(error) => return report::environment(&error),
        }
        let folder = super::desk::parent(&self.arguments.content);
        let desk = match Desk::open(folder) {
            Ok(desk) => desk,
            Err(error) => return report::environment(&error),
        };
        for (path, text) in beside {
            // What stands there is the user's own.
            if let Err(error) = desk.add(&folder.join(path), text.as_bytes()) {
                return report::environment(&error);
            }
        }
        self.told(&imported, &paths, &[], false)
    }

    /// Adds the tables of a sheet to a plan.
    fn add_to_plan(&self, plan: &str, answers: &Answers) -> Exit {
        let content = &self.arguments.content;
        let desk = match Desk::open(content) {
            Ok(desk) => desk,
            Err(error) => return report::environment(&error),
        };
        let request = self.request(content.clone());
        let tree = match load::read(&request.roots) {
            Ok(tree) => tree,
            Err(error) => return report::environment(&error),
        };
        let kept =
            content.join("ke-hoach").join(plan).join(KEPT).join(SHEETS).join(slug(&self.name));
        let last = match import_sheet::last(&kept) {
            Ok(last) => last,
            Err(error) => return report::environment(&error),
        };
        let base = match &last {
            Some(last) => without(&tree, plan, &last.addition),
            None => Some(tree.clone()),
        };
        let Some(base) = base else {
            report::complain(&format!(
                "lỗi: Bảng của {} đã có trong kế hoạch {plan}, nhưng từ đó van-ban.md hay nguon.txt đã được sửa ở cuối, nên không \
                 thay được. Sửa thẳng trong tệp nhiệm vụ; hoặc đổi tên tệp để nhập thành bảng mới.",
                self.name
            ));
            return Exit::Usage;
        };
        let Some((imported, addition)) = added(&self.reading, &base, plan, &self.name, answers)
        else {
            report::complain(&format!(
                "lỗi: Không có kế hoạch {plan}, hoặc tệp không có bảng nào có cột nhiệm vụ cùng cột chủ trì hay thời gian."
            ));
            return Exit::Usage;
        };
        if !self.adds_up(&imported) {
            return Exit::Problems;
        }
        let mut texts = imported.files.clone();
        if let Some(groups) = &imported.groups {
            let path = ContentFile::Groups.path();
            let own = tree.texts.get(&path).map(|file| put_groups(&file.text, groups));
            texts.insert(path.to_string(), own.unwrap_or_else(|| groups.clone()));
        }
        let tasks = import_sheet::tasks(&imported, plan);
        let own = |path: &str| tree.texts.get(&SourcePath::content(path));
        let was = |path: &str| {
            own(path).map_or(Was::Missing, |file| Was::Bytes(Checksum::from(file.sha256)))
        };
        let before = last.map(|last| last.tasks).unwrap_or_default();
        let mut changes = Vec::new();
        let mut differences = Vec::new();
        for (path, text) in texts {
            let is = own(&path).map(|file| file.text.to_string());
            let merged = match tasks.contains_key(&path) {
                true => merged(before.get(&path).map(String::as_str), is.as_deref(), Some(&text)),
                false => crate::import::Merged { text: Some(text), differences: Vec::new() },
            };
            differences.extend(merged.differences.into_iter().map(|one| (path.clone(), one)));
            if let Some(text) = merged.text.filter(|text| is.as_deref() != Some(text.as_str())) {
                changes.push(Change { was: was(&path), path, text: Some(text) });
            }
        }
        for (path, text) in before.iter().filter(|(path, _)| !tasks.contains_key(*path)) {
            // What a person has changed since stays, and check tells that its row is gone.
            if own(path).is_some_and(|file| *file.text == **text) {
                changes.push(Change { was: was(path), path: path.clone(), text: None });
            }
        }
        let done = self.put(&desk, &imported, tree, &changes, &differences);
        if self.arguments.dry_run || done != Exit::Done {
            return done;
        }
        match import_sheet::keep(&desk, &kept, &addition, &tasks) {
            Ok(()) => Exit::Done,
            Err(error) => report::environment(&error),
        }
    }

    fn taken(&self) -> Exit {
        report::complain(&format!(
            "lỗi: “{}” không còn trống. Gõ lại lệnh.",
            self.arguments.content.display()
        ));
        Exit::Usage
    }

    /// What is kept for the next import: what was written, and which document it came from.
    fn kept(&self, imported: &Imported) -> BTreeMap<String, String> {
        let folder = format!("ke-hoach/{}/", imported.plan);
        let own = imported.files.iter().filter_map(|(path, text)| {
            let name = path.strip_prefix(&folder)?;
            (name != "nhap.md").then(|| (name.to_owned(), text.clone()))
        });
        let mut kept: BTreeMap<String, String> = own.collect();
        kept.insert(SOURCE.to_owned(), format!("{}\n", self.source));
        kept
    }

    fn add_to_site(&self, given: Answers) -> Exit {
        let content = &self.arguments.content;
        let desk = match Desk::open(content) {
            Ok(desk) => desk,
            Err(error) => return report::environment(&error),
        };
        desk.clear_below(content);
        let request = self.request(content.clone());
        let tree = match load::read(&request.roots) {
            Ok(tree) => tree,
            Err(error) => return report::environment(&error),
        };
        if !tree.texts.contains_key(&ContentFile::Site.path()) {
            report::complain(&format!(
                "lỗi: “{}” không trống mà cũng không phải nội dung của một trang (không có trang.yml).",
                content.display()
            ));
            return Exit::Usage;
        }
        let known = self.plan_of_answers().or_else(|| self.plan_of_source(&tree));
        let id = self.arguments.id.clone().or(known);
        let first = self.imported(Some(&tree), id.as_deref(), &given);
        let plan = first.plan.clone();
        // Answers that stand in the site count where the file that was named has none.
        let mut answers = tree
            .texts
            .get(&ContentFile::ImportNotes(&plan).path())
            .map(|file| Answers::of(&file.text))
            .unwrap_or_default();
        answers.extend(given);
        let again = |answers: &Answers| self.imported(Some(&tree), Some(&plan), answers);
        let imported = self.asked(again(&answers), &mut answers, again);
        if !self.adds_up(&imported) {
            return Exit::Problems;
        }
        let folder = content.join("ke-hoach").join(&plan);
        let is_there = tree.texts.contains_key(&ContentFile::Plan(&plan).path());
        if is_there && !folder.join(KEPT).join(SOURCE).exists() {
            report::complain(&format!(
                "lỗi: Kế hoạch {plan} đã có và không phải do import tạo ra. Ghi --id với mã khác để nhập thành kế hoạch mới."
            ));
            return Exit::Usage;
        }
        let (changes, differences) = match self.changes(&imported, &tree, &folder) {
            Ok(found) => found,
            Err(error) => return report::environment(&error),
        };
        let done = self.put(&desk, &imported, tree, &changes, &differences);
        if self.arguments.dry_run || done != Exit::Done {
            return done;
        }
        if let Err(error) = self.keep(&desk, &imported, &folder) {
            return report::environment(&error);
        }
        Exit::Done
    }

    /// Writes the changes, if `check` has nothing more against them than before.
    fn put(
        &self,
        desk: &Desk,
        imported: &Imported,
        tree: SourceTree,
        changes: &[Change],
        differences: &[(String, Difference)],
    ) -> Exit {
        let content = &self.arguments.content;
        let request = self.request(content.clone());
        let before = pipeline::judge(tree.clone(), &request, &Memory::new());
        let mut after = tree;
        for change in changes {
            let path = SourcePath::content(&change.path);
            match &change.text {
                Some(text) => after = after.with_text(path, text),
                None => {
                    after.texts.remove(&path);
                }
            }
        }
        let judged = pipeline::judge(after, &request, &Memory::new());
        let errors = judged.problems.count(Severity::Error);
        if errors > before.problems.count(Severity::Error) {
            return self.refused(&judged);
        }
        let paths: Vec<String> = changes.iter().map(|change| change.path.clone()).collect();
        if self.arguments.dry_run {
            return self.told(imported, &paths, differences, true);
        }
        for change in changes {
            let path = content.join(&change.path);
            let done = match (&change.text, change.was) {
                (Some(text), was) => desk.put(&path, was, text).map(|_| ()),
                (None, Was::Bytes(was)) => desk.remove(&path, was),
                (None, Was::Missing) => Ok(()),
            };
            match done {
                Ok(()) => {}
                Err(error) if error.is_changed() => {
                    report::complain(&error.to_string());
                    return Exit::Problems;
                }
                Err(error) => return report::environment(&error),
            }
        }
        self.told(imported, &paths, differences, false)
    }

    /// The plan whose `nhap.md` holds the answers.
    fn plan_of_answers(&self) -> Option<String> {
        let answers = self.arguments.answers.as_deref()?;
        let folder = answers.parent()?;
        (answers.file_name()? == "nhap.md" && folder.join(KEPT).exists())
            .then(|| folder.file_name().map(|name| name.to_string_lossy().into_owned()))?
    }

    /// The plan that was imported from this very document.
    fn plan_of_source(&self, tree: &SourceTree) -> Option<String> {
        let plans = tree.texts.keys().filter_map(|path| match ContentFile::of(path) {
            Some(ContentFile::ImportNotes(plan)) => Some(plan),
            _ => None,
        });
        let same = |plan: &&str| {
            let path = self.arguments.content.join("ke-hoach").join(plan).join(KEPT).join(SOURCE);
            files::text(&path).ok().flatten().is_some_and(|text| text.trim() == self.source)
        };
        plans.into_iter().find(same).map(str::to_owned)
    }

    /// What is to be written, and where a person and the import differ.
    fn changes(
        &self,
        imported: &Imported,
        tree: &SourceTree,
        folder: &Path,
    ) -> Result<Changes, FileError> {
        let mut changes = Vec::new();
        let mut differences = Vec::new();
        let own = |path: &str| {
            let file = tree.texts.get(&SourcePath::content(path));
            file.map(|file| (file.text.to_string(), Was::Bytes(Checksum::from(file.sha256))))
        };
        let within = format!("ke-hoach/{}/", imported.plan);
        for (path, now) in &imported.files {
            let is = own(path);
            let was = is.as_ref().map_or(Was::Missing, |(_, was)| *was);
            let text = is.as_ref().map(|(text, _)| text.as_str());
            let name = path.strip_prefix(&within);
            let merged = match name {
                Some("nhap.md") => crate::import::Merged {
                    text: Some(now.clone()).filter(|now| text != Some(now.as_str())),
                    differences: Vec::new(),
                },
                Some(name) => {
                    let last = files::text(&folder.join(KEPT).join(name))?;
                    merged(last.as_deref(), text, Some(now))
                }
                // An agency is written once; from then on it is the editors'.
                None => {
                    merged(None, text, Some(now).filter(|_| text.is_none()).map(String::as_str))
                }
            };
            differences.extend(merged.differences.into_iter().map(|one| (path.clone(), one)));
            if let Some(text) = merged.text {
                changes.push(Change { path: path.clone(), was, text: Some(text) });
            }
        }
        for name in files::below(&folder.join(KEPT)) {
            let path = format!("{within}{name}");
            if name == SOURCE || is_of_sheet(&name) || imported.files.contains_key(&path) {
                continue;
            }
            let last = files::text(&folder.join(KEPT).join(&name))?;
            if let Some((_, was)) =
                own(&path).filter(|(text, _)| last.as_deref() == Some(text.as_str()))
            {
                changes.push(Change { path, was, text: None });
            }
        }
        if let Some(groups) = &imported.groups {
            let path = ContentFile::Groups.path().to_string();
            let (text, was) = match own(&path) {
                Some((text, was)) => (put_groups(&text, groups), was),
                None => (groups.clone(), Was::Missing),
            };
            changes.push(Change { path, was, text: Some(text) });
        }
        Ok((changes, differences))
    }

    /// Keeps what import made, for the next time.
    fn keep(&self, desk: &Desk, imported: &Imported, folder: &Path) -> Result<(), FileError> {
        let kept = self.kept(imported);
        for name in files::below(&folder.join(KEPT)) {
            if !kept.contains_key(&name) && !is_of_sheet(&name) {
                let path = folder.join(KEPT).join(&name);
                if let Some(text) = files::text(&path)? {
                    desk.remove(&path, Checksum::of(text.as_bytes()))?;
                }
            }
        }
        for (name, text) in kept {
            let path = folder.join(KEPT).join(name);
            let was = files::text(&path)?
                .map_or(Was::Missing, |old| Was::Bytes(Checksum::of(old.as_bytes())));
            desk.put(&path, was, &text)?;
        }
        Ok(())
    }

    fn refused(&self, judged: &Content) -> Exit {
        let repeats = report::Repeats::Once;
        let told = report::problems(&judged.problems, &judged.tree, Format::Human, true, repeats);
        report::complain(
            "Chưa ghi gì: văn bản có chỗ chưa thành nội dung đúng phép được. Trả lời câu hỏi hoặc sửa chỗ được nêu trong tệp nguồn rồi nhập lại.",
        );
        told.then(Exit::Problems)
    }

    fn told(
        &self,
        imported: &Imported,
        paths: &[String],
        differences: &[(String, Difference)],
        dry: bool,
    ) -> Exit {
        if self.common.format == Format::Json {
            return report::say(&import_told::json(imported, paths, differences, dry));
        }
        if self.common.quiet {
            return Exit::Done;
        }
        let place = &self.arguments.content;
        let answers = self.arguments.file.to_string_lossy();
        report::say(&import_told::human(imported, paths, differences, place, &answers, dry))
    }
}
