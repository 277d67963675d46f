//! Where each kind of content file stands: the only place that knows.
//!
//! In: a path, or a kind with the names that its path holds. Out: the other of the two; the name that a stray
//! file was perhaps to have. Reads no file.

use super::place::{Root, SourcePath};
use crate::text::near::nearest;

/// A content file as its path tells it, with the names that stand in the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContentFile<'a> {
    /// `trang.yml`: the site's own settings.
    Site,
    /// An agency, by id.
    Agency(&'a str),
    /// The groups of agencies.
    Groups,
    /// The reorganisations of agencies.
    Reorganisations,
    /// The glossary.
    Glossary,
    /// The documents that plans cite.
    Library,
    /// A page of prose, by name.
    Page(&'a str),
    /// A plan's attributes, by the plan's id.
    Plan(&'a str),
    /// A plan's text.
    PlanText(&'a str),
    /// A task: the plan's id, the number as files bear it.
    Task(&'a str, &'a str),
    /// The reports that a plan received.
    Reports(&'a str),
    /// The corrections of a plan's pages.
    Corrections(&'a str),
    /// A copy of a plan's source: the plan's id, the file's name without its ending.
    SourceCopy(&'a str, &'a str),
    /// What import asks and tells of a plan; never published.
    ImportNotes(&'a str),
    /// The editors' guide.
    Guide,
}

/// The folder of what is published as it is: evidence, pictures.
const ATTACHMENTS: &str = "tep";

/// Endings that editors and their programs give to texts.
const ENDINGS: &[&str] = &[".md.txt", ".yml.txt", ".markdown", ".yaml", ".txt", ".yml", ".md"];

impl<'a> ContentFile<'a> {
    /// What the file at `path` is; nothing for a stray file and for one of a theme.
    pub fn of(path: &'a SourcePath) -> Option<Self> {
        if path.root() == Root::Content { Self::at(path.as_str()) } else { None }
    }

    fn at(path: &'a str) -> Option<Self> {
        let parts: Vec<&str> = path.split('/').collect();
        let stem =
            |name: &'a str, ending: &str| name.strip_suffix(ending).filter(|stem| !stem.is_empty());
        Some(match parts[..] {
            ["trang.yml"] => Self::Site,
            ["nhom-co-quan.yml"] => Self::Groups,
            ["bien-dong.yml"] => Self::Reorganisations,
            ["thuat-ngu.yml"] => Self::Glossary,
            ["can-cu-phap-ly.yml"] => Self::Library,
            ["README.md"] => Self::Guide,
            ["co-quan", name] => Self::Agency(stem(name, ".yml")?),
            ["trang", name] => Self::Page(stem(name, ".md")?),
            ["ke-hoach", plan, "ke-hoach.yml"] => Self::Plan(plan),
            ["ke-hoach", plan, "van-ban.md"] => Self::PlanText(plan),
            ["ke-hoach", plan, "bao-cao.yml"] => Self::Reports(plan),
            ["ke-hoach", plan, "dinh-chinh.yml"] => Self::Corrections(plan),
            ["ke-hoach", plan, "nhap.md"] => Self::ImportNotes(plan),
            ["ke-hoach", plan, name] => Self::SourceCopy(plan, name.strip_suffix(".txt")?),
            ["ke-hoach", plan, "nhiem-vu", name] => Self::Task(plan, stem(name, ".md")?),
            _ => return None,
        })
    }

    /// Where it stands, below the content folder.
    pub fn path(self) -> SourcePath {
        SourcePath::content(&match self {
            Self::Agency(id) => format!("co-quan/{id}.yml"),
            Self::Page(name) => format!("trang/{name}.md"),
            Self::Site => "trang.yml".to_owned(),
            Self::Groups => "nhom-co-quan.yml".to_owned(),
            Self::Reorganisations => "bien-dong.yml".to_owned(),
            Self::Glossary => "thuat-ngu.yml".to_owned(),
            Self::Library => "can-cu-phap-ly.yml".to_owned(),
            Self::Guide => "README.md".to_owned(),
            Self::Plan(plan)
            | Self::PlanText(plan)
            | Self::Task(plan, _)
            | Self::Reports(plan)
            | Self::Corrections(plan)
            | Self::ImportNotes(plan)
            | Self::SourceCopy(plan, _) => format!("{}/{}", plan_folder(plan), self.name()),
        })
    }

    /// How people call it: its path below the folder of its plan, or below the content folder.
    pub fn name(self) -> String {
        match self {
            Self::Plan(_) => "ke-hoach.yml".to_owned(),
            Self::PlanText(_) => "van-ban.md".to_owned(),
            Self::Task(_, number) => format!("nhiem-vu/{number}.md"),
            Self::Reports(_) => "bao-cao.yml".to_owned(),
            Self::Corrections(_) => "dinh-chinh.yml".to_owned(),
            Self::ImportNotes(_) => "nhap.md".to_owned(),
            Self::SourceCopy(_, stem) => format!("{stem}.txt"),
            _ => self.path().to_string(),
        }
    }

    /// The id of the plan that it belongs to.
    pub fn plan(self) -> Option<&'a str> {
        match self {
            Self::Plan(plan)
            | Self::PlanText(plan)
            | Self::Task(plan, _)
            | Self::Reports(plan)
            | Self::Corrections(plan)
            | Self::ImportNotes(plan)
            | Self::SourceCopy(plan, _) => Some(plan),
            Self::Site
            | Self::Agency(_)
            | Self::Groups
            | Self::Reorganisations
            | Self::Glossary
            | Self::Library
            | Self::Page(_)
            | Self::Guide => None,
        }
    }

    /// Whether its YAML is a front matter, with prose below it.
    pub fn has_prose(self) -> bool {
        matches!(self, Self::Task(..) | Self::Page(_))
    }
}

fn plan_folder(plan: &str) -> String {
    format!("ke-hoach/{plan}")
}

/// The plan in whose folder the file lies.
pub fn plan_of(path: &SourcePath) -> Option<&str> {
    let mut parts = path.as_str().split('/');
    let in_plans = path.root() == Root::Content && parts.next() == Some("ke-hoach");
    if in_plans { parts.next() } else { None }
}

/// Whether a file or folder of this name is one that a program or system leaves behind: hidden ones, thumbnails,
/// locks, swap and backup files. Nobody means them to be content.
pub fn is_passed_over(name: &str) -> bool {
    const NAMES: [&str; 13] = [
        "thumbs.db",
        "ehthumbs.db",
        "desktop.ini",
        "icon\r",
        "__macosx",
        "$recycle.bin",
        "system volume information",
        "lost+found",
        // What network storages keep beside the files (Synology, QNAP).
        "@eadir",
        "@synoresource",
        "@recycle",
        "#recycle",
        "@tmp",
    ];
    const STARTS: [&str; 3] = [".", "~$", "~wrl"];
    const ENDINGS: [&str; 8] = ["~", ".tmp", ".swp", ".swo", ".swx", ".bak", ".orig", ".rej"];
    let name = name.to_lowercase();
    NAMES.contains(&name.as_str())
        || STARTS.iter().any(|start| name.starts_with(start))
        || ENDINGS.iter().any(|ending| name.ends_with(ending))
        || (name.starts_with('#') && name.ends_with('#'))
        || is_probe(&name)
}

/// Whether Vim gives the name to the file by which it finds out whether it may write in a folder: 4913, and 123 more for
/// each such name that is taken. Nothing that people mean to be content is called by a number alone.
fn is_probe(name: &str) -> bool {
    const FIRST: u32 = 4913;
    const STEP: u32 = 123;
    const TRIED: u32 = 10;
    let number = name.parse::<u32>().ok().and_then(|number| number.checked_sub(FIRST));
    number.is_some_and(|past| past % STEP == 0 && past / STEP < TRIED)
}

/// Whether the file is published as it is, and so need not be text.
pub fn is_attachment(path: &SourcePath) -> bool {
    path.as_str().split('/').any(|part| part == ATTACHMENTS)
}

/// The attachment that a plan's file names, such as `tep/anh.png`.
pub fn attachment_of_plan(plan: &str, name: &str) -> SourcePath {
    SourcePath::content(&format!("{}/{name}", plan_folder(plan)))
}

/// The attachment that a page of prose names.
pub fn attachment_of_page(name: &str) -> SourcePath {
    SourcePath::content(&format!("trang/{name}"))
}

/// Whether the file is YAML as a whole.
pub fn is_yaml(path: &SourcePath) -> bool {
    path.as_str().ends_with(".yml")
}

/// Whether the file is Markdown, whose YAML is its front matter.
pub fn is_markdown(path: &SourcePath) -> bool {
    path.as_str().ends_with(".md")
}

/// The path that the stray file at `path` was perhaps to have.
pub fn meant(path: &SourcePath) -> Option<String> {
    let has_place =
        |path: &str| !matches!(ContentFile::at(path), None | Some(ContentFile::SourceCopy(..)));
    let path = path.as_str().to_lowercase();
    let stem = ENDINGS.iter().find_map(|ending| path.strip_suffix(ending)).unwrap_or(&path);
    let inner = stem.strip_prefix("content/").unwrap_or(stem);
    let candidates = [stem, inner]
        .into_iter()
        .flat_map(|stem| [".yml", ".md"].into_iter().map(move |ending| format!("{stem}{ending}")));
    let same = candidates.into_iter().find(|candidate| has_place(candidate));
    same.or_else(|| likeliest(&path, &SINGLE)).or_else(|| {
        let mut parts = path.splitn(3, '/');
        let (Some("ke-hoach"), Some(plan), Some(rest)) = (parts.next(), parts.next(), parts.next())
        else {
            return None;
        };
        if let Some((_, task)) = rest.split_once('/') {
            let candidate = format!("{}/nhiem-vu/{task}", plan_folder(plan));
            return Some(candidate).filter(|candidate| has_place(candidate));
        }
        let files = [
            ContentFile::Plan(plan),
            ContentFile::PlanText(plan),
            ContentFile::Reports(plan),
            ContentFile::Corrections(plan),
        ];
        let name = likeliest(rest, &files)?;
        Some(format!("{}/{name}", plan_folder(plan)))
    })
}

/// The files of which there is one.
const SINGLE: [ContentFile<'static>; 6] = [
    ContentFile::Site,
    ContentFile::Groups,
    ContentFile::Reorganisations,
    ContentFile::Glossary,
    ContentFile::Library,
    ContentFile::Guide,
];

/// The name among those of `files` that is nearest to `name`.
fn likeliest(name: &str, files: &[ContentFile<'_>]) -> Option<String> {
    let names: Vec<String> = files.iter().map(|file| file.name()).collect();
    nearest(name, names.iter().map(String::as_str)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_and_its_kind_tell_each_other() {
        let plan = "12-kh-ubnd-2024";
        let files = [
            ContentFile::Agency("so-a"),
            ContentFile::Page("gioi-thieu"),
            ContentFile::Plan(plan),
            ContentFile::PlanText(plan),
            ContentFile::Task(plan, "3-1"),
            ContentFile::Reports(plan),
            ContentFile::Corrections(plan),
            ContentFile::ImportNotes(plan),
            ContentFile::SourceCopy(plan, "nguon"),
        ];
        for file in files.into_iter().chain(SINGLE) {
            assert_eq!(ContentFile::of(&file.path()), Some(file));
        }
        let task = ContentFile::Task(plan, "3-1").path();
        assert_eq!(task.as_str(), "ke-hoach/12-kh-ubnd-2024/nhiem-vu/3-1.md");
        assert_eq!(ContentFile::of(&SourcePath::theme("trang.yml")), None);
        assert_eq!(ContentFile::of(&SourcePath::content("trang/.md")), None);
    }

    #[track_caller]
    fn check(path: &str, expected: &str) {
        assert_eq!(meant(&SourcePath::content(path)).as_deref(), Some(expected), "{path}");
    }

    #[test]
    fn what_programs_leave_behind_is_passed_over() {
        for name in [
            ".git",
            "Thumbs.db",
            "desktop.ini",
            "~$bao-cao.docx",
            "~WRL0001.tmp",
            ".~lock.a.odt#",
            "Icon\r",
            "__MACOSX",
            "._a.pdf",
            "1-2.md~",
            ".1-2.md.swp",
            "1-2.md.bak",
            "#1-2.md#",
            "4913",
            "5036",
            "@eaDir",
            "@SynoResource",
            "@Recycle",
            "#recycle",
        ] {
            assert!(is_passed_over(name), "{name}");
        }
        for name in [
            "icon",
            "tmp",
            "1-2.md",
            "bak.pdf",
            "a~b.pdf",
            "#1.pdf",
            "desktop.ini.pdf",
            "4912",
            "4914",
            "4913.pdf",
            "6143",
            "eadir",
        ] {
            assert!(!is_passed_over(name), "{name}");
        }
    }

    #[test]
    fn a_stray_file_has_a_likely_place() {
        check("co-quan/so-a.yaml", "co-quan/so-a.yml");
        check("content/trang.yml", "trang.yml");
        check("tran.yml", "trang.yml");
        check("ke-hoach/a/vanban.md", "ke-hoach/a/van-ban.md");
        check("ke-hoach/a/nhiemvu/3-1.md", "ke-hoach/a/nhiem-vu/3-1.md");
    }
}
