//! The files of a new site: a working example for one plan, to be replaced piece by piece.
//!
//! In: the plan's number, kind, date, issuer and place, and the site's as-of date. Out: every file with its text; nothing is read
//! from outside the program, so that a site can be begun without a network.

mod answers;
mod fault;
mod issuer;
mod number;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub use answers::{Answers, kind};
pub use fault::AnswerFault;
pub use issuer::{Body, Issuer, Locality};
pub use number::PlanNumber;

pub use crate::vocabulary::kinds::DocumentKind;

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
    files.insert(".gitattributes".to_owned(), include_str!("site/gitattributes").to_owned());
    files.extend(schema::files(CONTENT));
    files
}

/// The files of a new site of this issuer that belong to no plan, by path below its folder; without the words that
/// warn of examples.
pub fn frame(issuer: &Issuer, place: &Locality, as_of: Date) -> BTreeMap<String, String> {
    let answers = Answers {
        number: PlanNumber::read("1/KH-UBND").expect("a number is one"),
        kind: DocumentKind::Plan,
        date: as_of,
        issuer: issuer.clone(),
        place: place.clone(),
        compiler: None,
    };
    let plans = format!("{CONTENT}/ke-hoach/");
    let mut files = files(&answers, as_of);
    files.retain(|path, _| !path.starts_with(&plans));
    if let Some(settings) = files.get_mut(&format!("{CONTENT}/{}", ContentFile::Site.path())) {
        let lines = settings.split_inclusive('\n');
        *settings = lines
            .filter(|line| !line.starts_with("thong_bao:") && !line.starts_with("# Bỏ dòng này"))
            .collect();
    }
    files
}

fn blanks(answers: &Answers, as_of: Date) -> Vec<(&'static str, String)> {
    let Answers { number, kind, date, issuer, place, compiler } = answers;
    let dateline = format!("{}, {}", place.bare(), dates::long(*date));
    let signature = match issuer.body {
        Body::Committee { head } => format!("TM. {head}\nCHỦ TỊCH"),
        Body::Party { signs_for } => format!("T/M {signs_for}\nBÍ THƯ"),
        Body::Other => "THỦ TRƯỞNG CƠ QUAN".to_owned(),
    };
    let voice = match compiler {
        Some(name) => {
            format!("vai_tro: tong_hop\nnguoi_tong_hop: {}", serde_json::Value::from(name.as_str()))
        }
        None => format!("vai_tro: co_quan_chu_quan\nco_quan: {}", issuer.id),
    };
    vec![
        ("{vai_tro}", voice),
        // Holds other blanks' words already.
        ("{dau_van_ban}", letterhead(answers, &dateline)),
        ("{dia_phuong}", place.as_str().to_owned()),
        ("{ma_co_quan}", issuer.id.clone()),
        ("{ten_co_quan}", issuer.name.clone()),
        ("{ten_tat_co_quan}", issuer.short.clone()),
        ("{khoi}", issuer.branch.to_owned()),
        ("{cap}\n", issuer.level.map_or_else(String::new, |level| format!("cap: {level}\n"))),
        ("{ma_ke_hoach}", number.plan_id(date.year())),
        ("{so_hieu}", number.to_string()),
        ("{loai}", kind.code().to_owned()),
        ("{ten_loai}", kind.label().to_owned()),
        ("{TEN_LOAI}", kind.label().to_uppercase()),
        ("{ngay}", date.to_string()),
        ("{nam}", date.year().to_string()),
        ("{nam_sau}", (date.year() + 1).to_string()),
        ("{hom_nay}", as_of.to_string()),
        ("{dau_chu_ky}", signature),
    ]
}

/// The head of the document: of the Party's own form, or with the nation's name and motto.
fn letterhead(answers: &Answers, dateline: &str) -> String {
    let (number, issuer) = (&answers.number, &answers.issuer);
    let name = issuer.name.to_uppercase();
    let own = match issuer.body {
        Body::Committee { head } => match name.strip_prefix(head).map(str::trim_start) {
            Some(place) if !place.is_empty() => format!("{head}\n{place}"),
            _ => name,
        },
        Body::Party { .. } => {
            return format!("{name}\n*\nSố {number}\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n{dateline}");
        }
        Body::Other => name,
    };
    format!(
        "{own}\n-------\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\
         ---------------\n\nSố: {number}\n\n{dateline}"
    )
}
