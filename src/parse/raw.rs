//! The content files as editors write them.
//!
//! These types mirror the files and speak the editors' language; nothing here is proved.
//! Every scalar is text: `so: 6.10` must stay `6.10`, which serde_yaml grants only to a field
//! that is read straight into a `String` (no `flatten`, no `untagged`, no `Value` on the way).

use schemars::JsonSchema;
use serde::Deserialize;

/// `trang.yml`: the site.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSiteFile {
    /// The site's name.
    pub ten: String,
    /// One sentence on what the site is for.
    pub mo_ta: String,
    /// The place that the site speaks of, such as "tỉnh Thanh Hóa".
    pub dia_phuong: String,
    /// The agency that publishes the site.
    pub co_quan: String,
    /// The address at which the site is published.
    pub dia_chi: Option<String>,
    /// The date up to which the content was kept.
    pub tinh_den_ngay: Option<String>,
    /// The date on which the next state will be published.
    pub ky_cong_bo_toi: Option<String>,
    /// The theme's folder name.
    pub giao_dien: Option<String>,
    /// Whether pages are minified: `co` or `khong`.
    pub thu_gon: Option<String>,
    /// Thresholds of the derivation.
    #[serde(default)]
    pub nguong: RawThresholds,
    /// Whether a reported completion waits for a confirmation: `co` or `khong`.
    pub can_xac_nhan: Option<String>,
    /// Whom to ask.
    #[serde(default)]
    pub lien_he: RawContact,
    /// The address for petitions, of the portal.
    pub kenh_kien_nghi: Option<String>,
    /// Where errors are reported: `mailto:…` or a web address.
    pub bao_sai_sot: Option<String>,
    /// The servers to write a file of settings for: `headers`, `nginx`, `iis`.
    #[serde(default)]
    pub may_chu: Vec<String>,
    /// The licence of the data.
    pub giay_phep: Option<String>,
    /// A sentence that stands above every page, such as that the data are invented.
    pub thong_bao: Option<String>,
}

/// `nguong`: thresholds.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawThresholds {
    /// Days before a deadline at which a task is due soon.
    pub sap_den_han: Option<String>,
}

/// `lien_he`: an office, never a person.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawContact {
    /// The office.
    pub don_vi: Option<String>,
    /// Telephone.
    pub dien_thoai: Option<String>,
    /// E-mail.
    pub thu: Option<String>,
    /// Postal address.
    pub dia_chi: Option<String>,
    /// Web page.
    pub trang: Option<String>,
}

/// `co-quan/<id>.yml`: an agency.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawAgency {
    /// The agency's id, which never changes.
    pub id: String,
    /// The branch: `dang`, `chinh_quyen`, `luc_luong_vu_trang`, `su_nghiep`, `doanh_nghiep`, `hoi`, `bao_chi`, `trung_uong`.
    pub khoi: String,
    /// The level: `tinh`, `huyen`, `xa`, `trung_uong`.
    pub cap: Option<String>,
    /// Its names over time.
    pub ten: Vec<RawName>,
    /// Other spellings that the sources use.
    #[serde(default)]
    pub bi_danh: Vec<String>,
    /// When it existed.
    #[serde(default)]
    pub ton_tai: RawSpan,
    /// The office to ask.
    #[serde(default)]
    pub lien_he: RawContact,
    /// Where these facts come from.
    #[serde(default)]
    pub nguon: Vec<RawSource>,
    /// Editorial notes.
    #[serde(default)]
    pub ghi_chu_bien_tap: Vec<String>,
}

/// One name and when it was in force.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawName {
    /// The full name.
    pub ten: String,
    /// The short form.
    pub ten_tat: Option<String>,
    /// First day.
    pub tu: Option<String>,
    /// Last day.
    pub den: Option<String>,
}

/// A span of time, open where an end is absent.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSpan {
    /// First day, month or year.
    pub tu: Option<String>,
    /// Last day, month or year.
    pub den: Option<String>,
}

/// Where a fact was read.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSource {
    /// What the source is called.
    pub ten: Option<String>,
    /// Its address.
    pub url: String,
    /// The day on which it was read.
    pub ngay_lay: Option<String>,
    /// What it says, or what is uncertain.
    pub ghi_chu: Option<String>,
}

/// `bien-dong.yml`: changes of agencies.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawReorganisations {
    /// The changes, oldest first.
    pub bien_dong: Vec<RawReorganisation>,
}

/// One change of agencies.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawReorganisation {
    /// Its id.
    pub ma: String,
    /// The day, month or year on which it took effect.
    pub ngay: String,
    /// `doi_ten`, `hop_nhat`, `sap_nhap`, `chia`, `tach`, `giai_the`, `chuyen_chuc_nang`.
    pub loai: String,
    /// The agencies before.
    pub tu: Vec<String>,
    /// The agencies after.
    #[serde(default)]
    pub den: Vec<String>,
    /// The document that orders it.
    pub can_cu: Option<String>,
    /// The functions that moved.
    #[serde(default)]
    pub chuc_nang: Vec<String>,
    /// Where this was read.
    #[serde(default)]
    pub nguon: Vec<RawSource>,
    /// What is uncertain.
    pub ghi_chu: Option<String>,
}

/// `nhom-co-quan.yml`: groups of agencies.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawGroups {
    /// The groups.
    pub nhom: Vec<RawGroup>,
}

/// A group: closed with members, or open and never counted.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawGroup {
    /// Its id.
    pub id: String,
    /// Its name, as the sources have it.
    pub ten: String,
    /// Other spellings that the sources use.
    #[serde(default)]
    pub bi_danh: Vec<String>,
    /// The members of a closed group.
    #[serde(default)]
    pub thanh_vien: Vec<RawMember>,
    /// True where nobody can list the members.
    #[serde(default)]
    pub mo: bool,
    /// When the group existed.
    #[serde(default)]
    pub ton_tai: RawSpan,
    /// What a reader should know.
    pub ghi_chu: Option<String>,
    /// Where this was read.
    #[serde(default)]
    pub nguon: Vec<RawSource>,
}

/// A member of a group and when it was one.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawMember {
    /// The agency.
    pub co_quan: String,
    /// First day.
    pub tu: Option<String>,
    /// Last day.
    pub den: Option<String>,
}

/// `thuat-ngu.yml`: the glossary.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawGlossary {
    /// The terms.
    pub thuat_ngu: Vec<RawTerm>,
}

/// A term or abbreviation.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTerm {
    /// The word.
    pub tu: String,
    /// What it means.
    pub nghia: String,
    /// Where the meaning holds.
    pub pham_vi: Option<String>,
    /// Who says so: `van_ban` or `bien_tap`.
    pub nguon: String,
    /// Since when.
    pub tu_ngay: Option<String>,
    /// What changed since.
    pub ghi_chu: Option<String>,
}

/// `can-cu-phap-ly.yml`: documents that are only cited.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawLibrary {
    /// The documents.
    pub van_ban: Vec<RawDocument>,
}

/// A cited document.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawDocument {
    /// Its id.
    pub id: String,
    /// Number and symbol.
    pub so_hieu: String,
    /// `nghi_quyet`, `ke_hoach`, `quyet_dinh`, `chi_thi`, `cong_van`, `bao_cao`, `nghi_dinh`, `thong_tu`, `luat`, `huong_dan`.
    pub loai: String,
    /// The abstract.
    pub trich_yeu: String,
    /// The issuer, as text: it need not be an agency of this site.
    pub co_quan_ban_hanh: String,
    /// Date of issue; a year where no more is known.
    pub ngay_ban_hanh: Option<String>,
    /// Where it can be read.
    #[serde(default)]
    pub nguon: Vec<RawSource>,
    /// What a reader should know.
    pub ghi_chu: Option<String>,
}

/// `ke-hoach/<id>/ke-hoach.yml`: a plan's attributes.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPlan {
    /// Number and year, such as `111-kh-ubnd-2015`; the folder's name.
    pub id: String,
    /// Number and symbol, such as `111/KH-UBND`; only a draft may lack it.
    pub so_hieu: Option<String>,
    /// What citizens call it: a few words.
    pub ten_ngan: String,
    /// The kind of document: `ke_hoach`, `quyet_dinh`.
    pub loai: String,
    /// `co` of a document that is not signed yet: it is previewed, and never published.
    pub ban_nhap: Option<String>,
    /// The abstract.
    pub trich_yeu: String,
    /// The issuing agency.
    pub co_quan_ban_hanh: String,
    /// Date of issue; only a draft may lack it.
    pub ngay_ban_hanh: Option<String>,
    /// The signatory.
    pub nguoi_ky: Option<RawSignatory>,
    /// Date on which it took effect.
    pub ngay_hieu_luc: Option<String>,
    /// To whom it was sent.
    #[serde(default)]
    pub noi_nhan: Vec<String>,
    /// `con`, `mot_phan`, `het`, `chua`, `khong_ro`.
    pub hieu_luc: Option<String>,
    /// The field of government.
    #[serde(default)]
    pub linh_vuc: Vec<String>,
    /// First and last year of the plan.
    pub giai_doan: RawSpan,
    /// The standing agency.
    pub co_quan_thuong_truc: Option<String>,
    /// How many tasks the signed text has; not needed by a plan without tasks.
    pub so_nhiem_vu_goc: Option<String>,
    /// The groups of tasks, in the order of the text.
    #[serde(default)]
    pub nhom_nhiem_vu: Vec<RawTaskGroup>,
    /// Numbers that the text itself skips.
    #[serde(default)]
    pub bo_qua_so: Vec<String>,
    /// Relations to other documents.
    #[serde(default)]
    pub quan_he: Vec<RawRelation>,
    /// Duties to report.
    #[serde(default)]
    pub nghia_vu_bao_cao: Vec<RawReportingDuty>,
    /// The text that the content was transcribed from.
    pub nguon: RawOrigin,
    /// The plan's close, once it was drawn up.
    pub tong_ket: Option<RawClosing>,
    /// Editorial notes.
    #[serde(default)]
    pub ghi_chu_bien_tap: Vec<String>,
    /// Facts about the whole plan; they set no task's standing.
    #[serde(default)]
    pub thong_tin_lien_quan: Vec<RawRelated>,
}

/// Who signed, and in which capacity.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSignatory {
    /// `TT`, `TM`, `KT`, `TL`, `TUQ`, `Q` (Decree 30/2020/NĐ-CP).
    pub hinh_thuc: Option<String>,
    /// Office.
    pub chuc_vu: String,
    /// Name.
    pub ho_ten: String,
}

/// A group of tasks.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTaskGroup {
    /// Its number.
    pub so: String,
    /// Its title, verbatim.
    pub ten: String,
    /// The node of the text that it carries out.
    pub ung_voi: Option<String>,
}

/// A relation to another document.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRelation {
    /// `can_cu`, `thuc_hien`, `tiep_tuc`, `thay_the`, `sua_doi`, `bo_sung`, `dinh_chinh`, `cu_the_hoa`, `bao_cao_ve`.
    pub loai: String,
    /// The id of a cited document or a plan.
    pub den: String,
    /// What part it concerns.
    pub pham_vi: Option<String>,
    /// The day it took effect, where it changes this plan's force.
    pub ngay: Option<String>,
}

/// A duty to report.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawReportingDuty {
    /// Its id.
    pub ma: String,
    /// The agencies bound by it.
    #[serde(default)]
    pub ai: Vec<String>,
    /// The groups bound by it.
    #[serde(default)]
    pub ai_nhom: Vec<String>,
    /// `nam`, `6_thang`, `quy`.
    pub ky: String,
    /// First and last year.
    pub giai_doan: RawSpan,
    /// Due date, `dd/mm`, just before or after the period's end; absent where the plan names none.
    pub han: Option<String>,
    /// To whom.
    pub gui_den: String,
    /// Who receives the synthesis.
    pub tong_hop_gui: Option<String>,
    /// The plan's own words.
    pub nguyen_van: String,
    /// The node of the text that has them.
    pub dieu: Option<String>,
}

/// The text that the content was transcribed from.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawOrigin {
    /// Where it was published.
    pub url: Option<String>,
    /// When it was copied.
    pub ngay_lay: Option<String>,
    /// The copy in the plan's folder.
    pub tep: Option<String>,
    /// The copy's SHA-256, in hexadecimal.
    pub sha256: Option<String>,
    /// Lines of the copy that are the portal's own, not the document's.
    #[serde(default)]
    pub khung_trang: Vec<RawWrapper>,
}

/// Lines of the copy that the document does not have.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawWrapper {
    /// A line or a range of lines, from 1, such as `1-7`.
    pub dong: String,
    /// What they are.
    pub ten: String,
}

/// A plan's close.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawClosing {
    /// The day of the closing report.
    pub ngay: String,
    /// The report.
    pub can_cu: String,
}

/// Something related that sets no standing.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRelated {
    /// Title.
    pub ten: String,
    /// `van_ban`, `san_pham`, `so_lieu`, `bao_cao`, `tin_bai`.
    pub loai: String,
    /// Who published it.
    pub co_quan: Option<String>,
    /// Number and symbol.
    pub so_hieu: Option<String>,
    /// Day, month or year.
    pub ngay: Option<String>,
    /// Where the date comes from, if it is not printed there.
    pub ghi_chu_ngay: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// What it says, in our words.
    pub noi_dung: String,
    /// Its own words.
    pub trich_dan: Option<String>,
    /// A figure in it.
    pub so_lieu: Option<String>,
    /// `a`: read there; `b`: only seen cited elsewhere.
    pub muc_tin_cay: Option<String>,
    /// Why it sets no standing.
    pub ghi_chu: Option<String>,
}

/// `nhiem-vu/<so>.md`, front matter: a task. The prose below is the public narrative.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTask {
    /// Its number, as text.
    pub so: String,
    /// The number of its group.
    pub nhom: String,
    /// The task's own words.
    pub nguyen_van: String,
    /// Lead agencies.
    #[serde(default)]
    pub chu_tri: Vec<String>,
    /// Lead groups.
    #[serde(default)]
    pub chu_tri_nhom: Vec<String>,
    /// The words of the column "Cơ quan chủ trì".
    pub chu_tri_nguyen_van: Option<String>,
    /// Partners.
    pub phoi_hop: Option<RawPartners>,
    /// The period.
    pub thoi_gian: RawPeriod,
    /// `co_thoi_han`, `thuong_xuyen`, `chua_xac_dinh`.
    pub tinh_chat: Option<String>,
    /// Works inside the task, with standings of their own.
    #[serde(default)]
    pub viec_con: Vec<RawSubWork>,
    /// Products promised.
    #[serde(default)]
    pub san_pham: Vec<String>,
    /// Nodes of the text that the task carries out.
    #[serde(default)]
    pub can_cu_dieu: Vec<String>,
    /// Tasks that this one waits for.
    #[serde(default)]
    pub phu_thuoc: Vec<String>,
    /// Absent means full; else why only title and standing are public.
    pub han_che: Option<RawRestriction>,
    /// Editorial notes.
    #[serde(default)]
    pub ghi_chu_bien_tap: Vec<String>,
    /// Absent: the task stands in the signed text; else the document that added it.
    pub bo_sung: Option<RawAddition>,
    /// What happened, oldest first; only ever added to.
    #[serde(default)]
    pub dien_bien: Vec<RawEvent>,
    /// Related information that sets no standing.
    #[serde(default)]
    pub thong_tin_lien_quan: Vec<RawRelated>,
}

/// Partners of a task.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPartners {
    /// The words of the column "Cơ quan phối hợp".
    pub nguyen_van: String,
    /// The agencies among them.
    #[serde(default)]
    pub co_quan: Vec<String>,
    /// The groups among them.
    #[serde(default)]
    pub nhom: Vec<String>,
}

/// A task's period.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPeriod {
    /// The words of the column "Thời gian".
    pub nguyen_van: String,
    /// First day, month or year, where the words do not say it plainly.
    pub tu: Option<String>,
    /// Last day, month or year, where the words do not say it plainly.
    pub den: Option<String>,
}

/// A work inside a task.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSubWork {
    /// Its letter.
    pub ma: String,
    /// Its words: a passage of the task's own.
    pub nguyen_van: String,
}

/// A restriction of what is public.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRestriction {
    /// Why.
    pub ly_do: String,
}

/// The document that added a task.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawAddition {
    /// Number and symbol.
    pub can_cu: String,
    /// Date of issue.
    pub ngay: String,
}

/// One event of a task.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawEvent {
    /// Its id, unique in the task.
    pub ma: String,
    /// When it happened: a day, or a month or year where no more is known.
    pub ngay: String,
    /// When it was published here.
    pub ngay_cong_bo: String,
    /// `cap_nhat`, `bao_cao_hoan_thanh`, `xac_nhan`, `tra_lai`, `tam_dung`, `tiep_tuc`, `dieu_chinh`,
    /// `bai_bo`, `chuyen_tiep`, `chuyen_giao`.
    pub loai: String,
    /// The state reported.
    pub trang_thai: Option<String>,
    /// The sub-work it speaks of; absent: the whole task.
    pub viec_con: Option<String>,
    /// What happened.
    pub noi_dung: Option<String>,
    /// What stands in the way.
    pub kho_khan: Option<String>,
    /// Who reported it.
    pub co_quan_bao_cao: Option<String>,
    /// The proof.
    #[serde(default)]
    pub minh_chung: Vec<RawEvidence>,
    /// The document that it rests on.
    pub can_cu: Option<String>,
    /// For `dieu_chinh`: what was changed.
    pub dieu_chinh: Option<RawAdjustment>,
    /// For `chuyen_tiep`: where the task goes on.
    pub chuyen_tiep: Option<RawCarryOver>,
    /// For `chuyen_giao`: who hands over to whom.
    pub chuyen_giao: Option<RawHandover>,
}

/// What an adjustment changed.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawAdjustment {
    /// `thoi_han`, `chu_tri`, `noi_dung`.
    pub muc: String,
    /// Before.
    pub cu: String,
    /// After: a date for `thoi_han`, an agency's id for `chu_tri`, words for `noi_dung`.
    pub moi: String,
}

/// Where a task goes on.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCarryOver {
    /// A plan of this site, or the number of one outside it.
    pub ke_hoach: String,
    /// The task's number there.
    pub nhiem_vu: Option<String>,
}

/// Who hands over to whom.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawHandover {
    /// The agency until then.
    pub tu: String,
    /// The agency from then on.
    pub den: String,
}

/// A piece of evidence.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawEvidence {
    /// `van_ban`, `san_pham`, `so_lieu`, `bao_cao`, `tin_bai`.
    pub loai: String,
    /// Title.
    pub ten: String,
    /// Day, month or year.
    pub ngay: Option<String>,
    /// Where the date comes from, if it is not printed there.
    pub ghi_chu_ngay: Option<String>,
    /// Number and symbol.
    pub so_hieu: Option<String>,
    /// Who issued it, as text.
    pub co_quan: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// A file in the plan's folder `tep/`.
    pub tep: Option<String>,
    /// The file's SHA-256.
    pub sha256: Option<String>,
    /// Whether readers may see it; true where absent.
    pub cong_khai: Option<bool>,
    /// Why not.
    pub ly_do_khong_cong_khai: Option<String>,
    /// Its own words.
    pub trich_dan: Option<String>,
    /// What a reader should know.
    pub ghi_chu: Option<String>,
}

/// `bao-cao.yml`: reports received.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawReports {
    /// The reports.
    pub bao_cao: Vec<RawReport>,
}

/// One report.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawReport {
    /// The duty that it meets.
    pub nghia_vu: String,
    /// The year reported on.
    pub nam: String,
    /// The part of the year, for `6_thang` and `quy`: 1, 2, …
    pub ky: Option<String>,
    /// The agency.
    pub co_quan: String,
    /// When it was sent.
    pub ngay_gui: String,
    /// Number and symbol.
    pub so_hieu: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// What it says.
    pub tom_tat: Option<String>,
}

/// `dinh-chinh.yml`: corrections.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCorrections {
    /// The corrections.
    pub dinh_chinh: Vec<RawCorrection>,
}

/// One correction, of the document or of this site.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCorrection {
    /// Its id.
    pub ma: String,
    /// `van_ban` or `trang_thong_tin`.
    pub loai: String,
    /// When it was published here.
    pub ngay: String,
    /// What it corrects: `nhiem-vu/3.1`, `diem/ii.4.a` or `ke-hoach`.
    pub dich: String,
    /// The reading before.
    pub truoc: String,
    /// The reading after.
    pub sau: String,
    /// Why.
    pub ly_do: String,
    /// `tu_phat_hien`, `kien_nghi`, `co_quan_khac`.
    pub nguon: String,
    /// When the petition came.
    pub ngay_nhan: Option<String>,
    /// When it was answered.
    pub ngay_tra_loi: Option<String>,
    /// The official letter.
    pub cong_van: Option<String>,
}

/// `trang/<name>.md`, front matter: a page of prose.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPage {
    /// The page's heading.
    pub tieu_de: String,
    /// One sentence for lists and search engines.
    pub mo_ta: String,
}
