//! The files of a new site: a working example for one plan, to be replaced piece by piece.
//!
//! In: the plan's number, date and issuer, and the site's as-of date. Out: every file with its text; nothing is read
//! from outside the program, so that a site can be begun without a network.

mod answers;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub use answers::{AnswerFault, Answers, Issuer, PlanNumber};

use crate::editor::schema;
use crate::source::ContentFile;
use crate::text::dates;

/// The content folder of a new site.
const CONTENT: &str = "content";

/// The plan of a new site, as a blank.
const PLAN: &str = "{ma_ke_hoach}";

/// The content files, with the blanks `{…}` in paths and texts.
const FILES: &[(ContentFile<'static>, &str)] = &[
    (ContentFile::Guide, include_str!("../../../content/README.md")),
    (ContentFile::Site, include_str!("site/trang.yml")),
    (ContentFile::Agency("{ma_co_quan}"), include_str!("site/co-quan.yml")),
    (ContentFile::Page("gioi-thieu"), include_str!("site/gioi-thieu.md")),
    (ContentFile::Page("phuong-phap"), include_str!("site/phuong-phap.md")),
    (ContentFile::Page("kha-nang-tiep-can"), include_str!("site/kha-nang-tiep-can.md")),
    (ContentFile::Plan(PLAN), include_str!("site/ke-hoach.yml")),
    (ContentFile::PlanText(PLAN), include_str!("site/van-ban.md")),
    (ContentFile::Task(PLAN, "1-1"), include_str!("site/1-1.md")),
    (ContentFile::Task(PLAN, "1-2"), include_str!("site/1-2.md")),
];

/// The files of a new site, by path below its folder.
pub fn files(answers: &Answers, as_of: Date) -> BTreeMap<String, String> {
    let blanks = blanks(answers, as_of);
    let filled = |text: &str| {
        blanks.iter().fold(text.to_owned(), |text, (blank, words)| text.replace(blank, words))
    };
    let mut files: BTreeMap<String, String> = FILES
        .iter()
        .map(|(file, text)| (filled(&format!("{CONTENT}/{}", file.path())), filled(text)))
        .collect();
    files.insert(".gitignore".to_owned(), filled(include_str!("site/gitignore")));
    files.extend(schema::files(CONTENT));
    files
}

fn blanks(answers: &Answers, as_of: Date) -> Vec<(&'static str, String)> {
    let Answers { number, date, issuer } = answers;
    let committee = issuer.name.strip_prefix("Ủy ban nhân dân ");
    let head = committee.map_or_else(
        || issuer.name.to_uppercase(),
        |place| format!("ỦY BAN NHÂN DÂN\n{}", place.to_uppercase()),
    );
    let signature = if committee.is_some() {
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
    } else {
        "THỦ TRƯỞNG CƠ QUAN"
    };
    vec![
        ("{dia_phuong}", issuer.locality.clone()),
        ("{ma_co_quan}", issuer.id.clone()),
        ("{ten_co_quan}", issuer.name.clone()),
        ("{ten_tat_co_quan}", issuer.short.clone()),
        ("{khoi}", issuer.branch.to_owned()),
        ("{cap}\n", issuer.level.map_or_else(String::new, |level| format!("cap: {level}\n"))),
        ("{ma_ke_hoach}", number.plan_id(date.year())),
        ("{so_hieu}", number.to_string()),
        ("{ngay}", date.to_string()),
        ("{ngay_bang_chu}", dates::long(*date)),
        ("{nam}", date.year().to_string()),
        ("{nam_sau}", (date.year() + 1).to_string()),
        ("{hom_nay}", as_of.to_string()),
        ("{noi_ky}", issuer.place().to_owned()),
        ("{dau_trang}", head),
        ("{dau_chu_ky}", signature.to_owned()),
    ]
}
