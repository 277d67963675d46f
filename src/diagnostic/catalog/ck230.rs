//! CK230: Tham chiếu phải dẫn tới chỗ có thật, không vòng tròn

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK230",
    severity: Severity::Error,
    title: "Tham chiếu phải dẫn tới chỗ có thật, không vòng tròn",
    why: "Một liên kết hỏng làm người đọc mất căn cứ.",
    mend: "Sửa mã được nhắc tới, hoặc thêm thứ còn thiếu.",
    example: "can_cu_dieu: [ii.4.f]",
};

/// A node that the text does not have.
pub fn unknown_node(at: Place, id: &str, near: Option<&str>) -> Diagnostic {
    unknown(at, "điểm, mục", id, near).help(
        "Mã ghép từ số của phần, mục, điểm trong van-ban.md: điểm b) mục 1 phần I là i.1.b."
            .to_owned(),
    )
}

/// A task that the plan does not have.
pub fn unknown_task(at: Place, id: &str, near: Option<&str>) -> Diagnostic {
    unknown(at, "nhiệm vụ", id, near).help("Ghi số như ở khóa so của tệp nhiệm vụ.".to_owned())
}

/// A document or plan that nobody described.
pub fn unknown_document(at: Place, id: &str, near: Option<&str>) -> Diagnostic {
    unknown(at, "văn bản, kế hoạch", id, near)
        .help("Văn bản được dẫn thì khai ở can-cu-phap-ly.yml; kế hoạch của trang thì ghi tên thư mục của nó.".to_owned())
}

/// A page of prose that is not there.
pub fn unknown_page(at: Place, id: &str, near: Option<&str>) -> Diagnostic {
    unknown(at, "trang", id, near)
        .help("Ghi tên tệp trong thư mục trang/, không có đuôi .md.".to_owned())
}

/// A duty to report that the plan does not have.
pub fn unknown_duty(at: Place, id: &str, near: Option<&str>) -> Diagnostic {
    unknown(at, "nghĩa vụ báo cáo", id, near)
        .help("Ghi ma của một mục trong nghia_vu_bao_cao, ở ke-hoach.yml.".to_owned())
}

/// A group of tasks that the plan does not have.
pub fn unknown_task_group(at: Place, id: &str, near: Option<&str>) -> Diagnostic {
    unknown(at, "nhóm nhiệm vụ", id, near)
        .help("Ghi so của một mục trong nhom_nhiem_vu, ở ke-hoach.yml.".to_owned())
}

/// A sub-work that the task does not have.
pub fn unknown_sub_work(at: Place, id: &str, near: Option<&str>) -> Diagnostic {
    unknown(at, "việc con", id, near).help(
        "Ghi ma của một mục trong viec_con của nhiệm vụ; nói cả nhiệm vụ thì bỏ dòng này."
            .to_owned(),
    )
}

/// A reference from outside a plan that does not say which plan it means.
pub fn plan_not_named(at: Place, id: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{id}” chưa nói thuộc kế hoạch nào."))
        .help(format!("Viết “<mã kế hoạch>/{id}”."))
}

/// The copy of the source that is not in the plan's folder.
pub fn missing_file(at: Place, name: &str) -> Diagnostic {
    not_in_the_plans_folder(at, name)
        .help("Chép tệp vào thư mục của kế hoạch, hoặc sửa tên tệp.".to_owned())
}

fn not_in_the_plans_folder(at: Place, name: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Không có tệp “{name}” trong thư mục của kế hoạch."))
}

/// A piece of evidence that is not among the plan's files.
pub fn missing_evidence(at: Place, name: &str) -> Diagnostic {
    not_in_the_plans_folder(at, name).help(
        "Chép tệp vào thư mục tep/ của kế hoạch và ghi đường dẫn từ đó: “tep/quyet-dinh.pdf”."
            .to_owned(),
    )
}

/// A picture that is not in the folder `tep/` beside the prose.
pub fn missing_picture(at: Place, name: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Không có ảnh “{name}”."))
        .help("Chép ảnh vào thư mục tep/: ke-hoach/<mã>/tep/ cho lời viết của nhiệm vụ, trang/tep/ cho trang.".to_owned())
}

/// A report of an agency that the duty does not bind.
pub fn not_bound(at: Place, agency: &str, duty: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Nghĩa vụ báo cáo “{duty}” không nêu cơ quan “{agency}”."))
        .help(
            "Sửa co_quan hoặc nghia_vu của báo cáo, hoặc thêm cơ quan vào ai của nghĩa vụ."
                .to_owned(),
        )
}

/// Something that names itself.
pub fn refers_to_itself(at: Place, id: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{id}” dẫn tới chính nó."))
        .help("Bỏ mục này, hoặc ghi mã mà bạn định nói tới.".to_owned())
}

/// References that lead back to where they began.
pub fn cycle(at: Place, path: &[String]) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Tham chiếu vòng tròn: {}.", path.join(" → ")))
        .help("Bỏ một trong các tham chiếu ấy: cái không có trong văn bản.".to_owned())
}

/// A report for a year that the duty does not cover.
pub fn outside_the_duty(at: Place, year: i16, years: (i16, i16)) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("Năm {year} ngoài giai đoạn {}–{} của nghĩa vụ báo cáo.", years.0, years.1),
    )
    .help("Sửa nam của báo cáo, hoặc giai_doan của nghĩa vụ trong ke-hoach.yml.".to_owned())
}

/// A report for a part of the year that the duty does not have.
pub fn no_such_part(at: Place, part: u8, parts: u8) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Không có kỳ {part}: mỗi năm có {parts} kỳ.")).help(
        match parts {
            1 => "Bỏ khóa ky: mỗi năm một báo cáo.".to_owned(),
            parts => format!("Ghi ky từ 1 đến {parts}."),
        },
    )
}

/// A period that a duty to report does not have, of which the first and the last are known.
pub fn no_such_period(at: Place, key: &str, ends: Option<(String, String)>) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Nghĩa vụ báo cáo này không có kỳ “{key}”."))
        .help(ends.map(periods))
}

/// A part of a year that was over when the plan was issued, or lies outside the duty's months.
pub fn period_before_the_plan(
    at: Place,
    year: i16,
    part: u8,
    ends: Option<(String, String)>,
) -> Diagnostic {
    let what = format!("Kỳ {part} năm {year} không thuộc nghĩa vụ báo cáo này.");
    Diagnostic::new(&RULE, at, what).help(ends.map(periods))
}

/// Which periods a duty has.
fn periods((first, last): (String, String)) -> String {
    format!(
        "Các kỳ của nó: từ “{first}” đến “{last}”; kỳ hết trước ngày ban hành kế hoạch không được tính."
    )
}

fn unknown(at: Place, kind: &str, id: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Không có {kind} “{id}”."))
        .help(near.map(|near| format!("Ý bạn là “{near}”?")))
}

/// The share of an agency that does not lead the task.
pub fn share_of_no_lead(at: Place, agency: &str, leading: &[&str]) -> Diagnostic {
    let what = format!("“{agency}” có phần việc nhưng không ở chu_tri.");
    Diagnostic::new(&RULE, at, what).help(match leading {
        [] => "Ghi mã cơ quan vào chu_tri, hoặc bỏ mục này.".to_owned(),
        known => format!("Chủ trì ở đây là: {}.", known.join(", ")),
    })
}
