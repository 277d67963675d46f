//! The content files as editors write them.
//!
//! These types mirror the files and speak the editors' language; nothing here is proved.
//! Every scalar is text: `so: 6.10` must stay `6.10`, which serde_yaml grants only to a field
//! that is read straight into a `String` (no `flatten`, no `untagged`, no `Value` on the way).

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::one_or_many::{OneOrMany, RawTargets};
use super::plan_text::Verbatim;

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
    /// Who speaks: `tong_hop` (a compiler, from public sources), `co_quan_chu_quan` (the authority itself).
    pub vai_tro: String,
    /// What a compiler calls itself.
    pub nguoi_tong_hop: Option<String>,
    /// The authority that publishes its own site.
    pub co_quan: Option<String>,
    /// The day from which this site has published.
    pub cong_bo_tu: Option<String>,
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
    /// How soon whoever reports an error is answered, such as "10 ngày làm việc"; a promise of those who receive it.
    pub tra_loi_trong: Option<String>,
    /// The servers to write a file of settings for: `headers`, `nginx`, `iis`.
    #[serde(default)]
    pub may_chu: Vec<String>,
    /// The licence of the data.
    pub giay_phep: Option<String>,
    /// A sentence that stands above every page, such as that the data are invented.
    pub thong_bao: Option<String>,
    /// The release ledger.
    pub so_cong_bo: Option<RawReleaseLedger>,
    /// Addresses of pages that the site no longer has.
    #[serde(default)]
    pub dia_chi_cu: Vec<RawFormerAddress>,
    /// Notes of `check` that an editor has looked at and found right.
    #[serde(default)]
    pub da_xem: Vec<RawAcknowledgement>,
}

/// `so_cong_bo`: the release ledger that the site keeps.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawReleaseLedger {
    /// The key that its checkpoints are verified with: name, number, key.
    pub khoa: String,
    /// Files and folders in the published folder that are not the site's.
    #[serde(default)]
    pub tep_ngoai: Vec<String>,
}

/// An address of a page that the site no longer has.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawFormerAddress {
    /// The address, from the site's root.
    pub tu: String,
    /// The page that took its place.
    pub den: Option<String>,
    /// Why there is none.
    pub ly_do: Option<String>,
}

/// A note of `check` that an editor has looked at and found right.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawAcknowledgement {
    /// The rule's code.
    pub ma: String,
    /// Why it is right as it stands.
    pub vi_sao: String,
    /// Words of the message, where not every note of this rule is meant.
    pub ve: Option<String>,
    /// The file that is meant, from this file's folder, where that one has no keys of its own.
    pub tep: Option<String>,
}

/// `nguong`: thresholds.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawThresholds {
    /// Days before a deadline at which a task is due soon.
    pub sap_den_han: Option<String>,
    /// Days after which the last word on a task is called old.
    pub tin_cu: Option<String>,
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
    /// Notes of `check` that an editor has looked at and found right.
    #[serde(default)]
    pub da_xem: Vec<RawAcknowledgement>,
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
    /// Notes of `check` that an editor has looked at and found right.
    #[serde(default)]
    pub da_xem: Vec<RawAcknowledgement>,
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
    /// Notes of `check` that an editor has looked at and found right.
    #[serde(default)]
    pub da_xem: Vec<RawAcknowledgement>,
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
    /// Words that mean the same to those who search, group by group.
    #[serde(default)]
    pub dong_nghia: Vec<Vec<String>>,
    /// Notes of `check` that an editor has looked at and found right.
    #[serde(default)]
    pub da_xem: Vec<RawAcknowledgement>,
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
    /// Notes of `check` that an editor has looked at and found right.
    #[serde(default)]
    pub da_xem: Vec<RawAcknowledgement>,
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
    pub trich_yeu: Verbatim,
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
    /// First and last year of the plan, where it names them.
    pub giai_doan: Option<RawSpan>,
    /// The standing agency.
    pub co_quan_thuong_truc: Option<String>,
    /// How many tasks the signed text has; not needed by a plan without tasks.
    pub so_nhiem_vu_goc: Option<String>,
    /// The tables of tasks, in the order of the text; absent where there is one that needs no declaration.
    #[serde(default)]
    pub bang_nhiem_vu: Vec<RawTaskTable>,
    /// The groups of tasks, in the order of the text; absent where the tables have none.
    #[serde(default)]
    pub nhom_nhiem_vu: Vec<RawTaskGroup>,
    /// Numbers that the text itself skips.
    #[serde(default)]
    pub bo_qua_so: Vec<String>,
    /// Relations to other documents.
    #[serde(default)]
    pub quan_he: Vec<RawRelation>,
    /// What the plan wants to reach.
    #[serde(default)]
    pub chi_so: Vec<RawIndicator>,
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
    /// Notes of `check` that an editor has looked at and found right.
    #[serde(default)]
    pub da_xem: Vec<RawAcknowledgement>,
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

/// A table of tasks, beyond what its headings in `van-ban.md` tell.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTaskTable {
    /// Its code, which stands before the numbers of its tasks; the first table has none.
    pub ma: Option<String>,
    /// What readers call it, such as "Phụ lục II".
    pub ten: Option<String>,
    /// What columns hold whose headings do not say so: `so`, `nhiem_vu`, `chu_tri`, `phoi_hop`, `thoi_gian`,
    /// `san_pham`, `khac`, by heading.
    #[serde(default)]
    pub cot: BTreeMap<String, String>,
    /// What a bare date in the column of times means: `thoi_han`, `ky_thuc_hien`, `khong_ro`.
    pub y_nghia_thoi_gian: Option<String>,
    /// The year that headings give to times without one.
    pub nam: Option<String>,
    /// Headings of columns whose cells are empty for each task that does not say otherwise.
    #[serde(default)]
    pub o_trong: Vec<String>,
}

/// A group of tasks, or a numbered heading within one.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTaskGroup {
    /// Its number.
    pub so: String,
    /// Its title, verbatim.
    pub ten: Verbatim,
    /// A short plain title of the editors.
    pub ten_ngan: Option<String>,
    /// The code of its table; absent: the first.
    pub bang: Option<String>,
    /// The number of the group that it is a part of.
    pub thuoc: Option<String>,
    /// A code that stands before the numbers of its tasks, where they begin anew with each group.
    pub ma: Option<String>,
    /// The number as the text prints it, where that is not `so`.
    pub so_van_ban: Option<String>,
    /// Whether the text prints a number: `co` or `khong`.
    pub danh_so: Option<String>,
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
    /// How often: `nam`, `6_thang`, `quy`, `thang`, `tuan`, `6_thang_dau_nam`, `9_thang`, `giua_ky`, `tong_ket`, or
    /// several of them.
    pub ky: OneOrMany,
    /// First and last year, or month; else the plan's own period, and of a plan without one all that has begun.
    pub giai_doan: Option<RawSpan>,
    /// Due date, such as `15/12` or `05 tháng sau`, for all that `ky` names or one for each; absent where the plan
    /// names none.
    pub han: Option<OneOrMany>,
    /// To whom.
    pub gui_den: String,
    /// Who receives the synthesis.
    pub tong_hop_gui: Option<String>,
    /// The plan's own words.
    pub nguyen_van: Verbatim,
    /// The node of the text that has them.
    pub dieu: Option<String>,
}

/// An indicator of a plan or a task.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawIndicator {
    /// Its id.
    pub ma: String,
    /// What it measures, in the plan's words.
    pub ten: String,
    /// What its numbers count, such as `%`.
    pub don_vi: Option<String>,
    /// `tang` or `giam`.
    pub chieu: Option<String>,
    /// Where it began.
    pub moc: Option<RawReading>,
    /// What is to be reached: levels by date, or one level, whose date then stands in `nam` or `ngay` beside it.
    pub muc_tieu: Option<RawTargets>,
    /// The year of the one level.
    pub nam: Option<String>,
    /// The date of the one level.
    pub ngay: Option<String>,
    /// What was reached.
    #[serde(default)]
    pub ket_qua: Vec<RawOutcome>,
    /// Its parts.
    #[serde(default)]
    pub con: Vec<RawPart>,
    /// The node of the text that names it.
    pub dieu: Option<String>,
    /// What a reader should know.
    pub ghi_chu: Option<String>,
}

/// A part of an indicator.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPart {
    /// Its id.
    pub ma: String,
    /// What it measures.
    pub ten: String,
    /// What its numbers count; that of the whole where absent.
    pub don_vi: Option<String>,
    /// `tang` or `giam`; that of the whole where absent.
    pub chieu: Option<String>,
    /// Where it began.
    pub moc: Option<RawReading>,
    /// What is to be reached.
    pub muc_tieu: Option<RawTargets>,
    /// The year of the one level.
    pub nam: Option<String>,
    /// The date of the one level.
    pub ngay: Option<String>,
    /// What was reached.
    #[serde(default)]
    pub ket_qua: Vec<RawOutcome>,
    /// The node of the text that names it.
    pub dieu: Option<String>,
    /// What a reader should know.
    pub ghi_chu: Option<String>,
}

/// A value on a date.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawReading {
    /// The value, as the source writes it.
    pub gia_tri: String,
    /// Day, month or year.
    pub ngay: String,
}

/// A result with its source.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawOutcome {
    /// Day, month or year.
    pub ngay: String,
    /// The value, as the source writes it.
    pub gia_tri: String,
    /// Who says so.
    pub nguon: Option<RawOutcomeSource>,
}

/// The source of a result.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawOutcomeSource {
    /// Its title.
    pub ten: String,
    /// Number and symbol.
    pub so_hieu: Option<String>,
    /// Who issued it.
    pub co_quan: Option<String>,
    /// Its address.
    pub url: Option<String>,
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
    /// The code of its table; absent: the first.
    pub bang: Option<String>,
    /// The number of its group, where its table has groups.
    pub nhom: Option<String>,
    /// The number of the task that it is a part of.
    pub cha: Option<String>,
    /// The number as the text prints it, where that is not `so`.
    pub so_van_ban: Option<String>,
    /// Whether the text prints a number: `co` or `khong`.
    pub danh_so: Option<String>,
    /// The task's own words.
    pub nguyen_van: Verbatim,
    /// A short plain title of the editors.
    pub ten_ngan: Option<String>,
    /// Lead agencies.
    #[serde(default)]
    pub chu_tri: Vec<String>,
    /// Lead groups.
    #[serde(default)]
    pub chu_tri_nhom: Vec<String>,
    /// The words of the column "Cơ quan chủ trì".
    pub chu_tri_nguyen_van: Option<Verbatim>,
    /// The share of each agency that leads only a part, by its id, in the words of that column.
    #[serde(default)]
    pub phan_viec: BTreeMap<String, Verbatim>,
    /// Partners.
    pub phoi_hop: Option<RawPartners>,
    /// The time; absent where the document names none.
    #[serde(default)]
    pub thoi_gian: RawPeriod,
    /// `co_thoi_han`, `thuong_xuyen`, `chua_xac_dinh`.
    pub tinh_chat: Option<String>,
    /// Works inside the task, with standings of their own.
    #[serde(default)]
    pub viec_con: Vec<RawSubWork>,
    /// Results of the task, with standings of their own: all of them done is the task done.
    #[serde(default)]
    pub ket_qua: Vec<RawResult>,
    /// Products promised.
    pub san_pham: Option<Vec<Verbatim>>,
    /// The words of its table's other columns, by heading.
    #[serde(default)]
    pub cot_khac: BTreeMap<String, Verbatim>,
    /// Headings of columns whose cell is empty.
    #[serde(default)]
    pub o_trong: Vec<String>,
    /// Headings of columns whose cell is one with the cell above or at the left.
    #[serde(default)]
    pub o_gop: Vec<String>,
    /// What the task wants to reach.
    #[serde(default)]
    pub chi_so: Vec<RawIndicator>,
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
    /// Notes of `check` that an editor has looked at and found right.
    #[serde(default)]
    pub da_xem: Vec<RawAcknowledgement>,
}

/// Partners of a task.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPartners {
    /// The words of the column "Cơ quan phối hợp".
    pub nguyen_van: Verbatim,
    /// The agencies among them.
    #[serde(default)]
    pub co_quan: Vec<String>,
    /// The groups among them.
    #[serde(default)]
    pub nhom: Vec<String>,
}

/// The time of a task or of a result.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPeriod {
    /// The words of the column "Thời gian".
    pub nguyen_van: Option<Verbatim>,
    /// How an editor reads words that the program does not, in words that it does.
    pub doc_la: Option<String>,
    /// Why.
    pub doc_la_vi: Option<String>,
    /// First day, month or year, where the words do not say it plainly.
    pub tu: Option<String>,
    /// Last day, month or year, where the words do not say it plainly.
    pub den: Option<String>,
}

/// A result of a task.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawResult {
    /// Its letter.
    pub ma: String,
    /// Its words.
    pub nguyen_van: Verbatim,
    /// Lead agencies, where they are its own.
    #[serde(default)]
    pub chu_tri: Vec<String>,
    /// Lead groups.
    #[serde(default)]
    pub chu_tri_nhom: Vec<String>,
    /// The words of the column "Cơ quan chủ trì".
    pub chu_tri_nguyen_van: Option<Verbatim>,
    /// The time, where it is its own.
    pub thoi_gian: Option<RawPeriod>,
    /// Products promised.
    #[serde(default)]
    pub san_pham: Vec<Verbatim>,
}

/// A work inside a task.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSubWork {
    /// Its letter.
    pub ma: String,
    /// Its words: a passage of the task's own.
    pub nguyen_van: Verbatim,
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
    /// `an_dinh_thoi_han`, `bai_bo`, `chuyen_tiep`, `chuyen_giao`.
    pub loai: String,
    /// The state reported.
    pub trang_thai: Option<String>,
    /// The sub-work it speaks of; absent: the whole task.
    pub viec_con: Option<String>,
    /// The result it speaks of; absent: the whole task.
    pub ket_qua: Option<String>,
    /// The turn it speaks of, of a task that comes again: `2026`, `2026-Q2`, `2026-06`.
    pub ky: Option<String>,
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
    /// For `an_dinh_thoi_han`: the deadline that was set.
    pub an_dinh_thoi_han: Option<RawFixing>,
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

/// A deadline that was set where the plan names no date.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawFixing {
    /// The deadline: a day, a month, a quarter or a year.
    pub den: String,
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
    /// The agency until then; none where the plan names nobody.
    pub tu: Option<String>,
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
    /// Notes of `check` that an editor has looked at and found right.
    #[serde(default)]
    pub da_xem: Vec<RawAcknowledgement>,
}

/// One report.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawReport {
    /// The duty that it meets.
    pub nghia_vu: String,
    /// The year reported on; `ky` may name it.
    pub nam: Option<String>,
    /// The period, such as `2026-Q2`; beside `nam` the part of the year: 1, 2, …
    pub ky: Option<String>,
    /// The agency.
    pub co_quan: String,
    /// When it was sent.
    pub ngay_gui: Option<String>,
    /// Instead of `ngay_gui`: a source says that it was not sent.
    pub chua_gui: Option<RawUnsent>,
    /// Number and symbol.
    pub so_hieu: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// What it says.
    pub tom_tat: Option<String>,
}

/// A source's word that a report was not sent.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawUnsent {
    /// The day of the word.
    pub ngay: String,
    /// The document that says so.
    pub can_cu: Option<String>,
    /// Its address.
    pub url: Option<String>,
}

/// `dinh-chinh.yml`: corrections.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCorrections {
    /// The corrections.
    pub dinh_chinh: Vec<RawCorrection>,
    /// Notes of `check` that an editor has looked at and found right.
    #[serde(default)]
    pub da_xem: Vec<RawAcknowledgement>,
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
    /// Notes of `check` that an editor has looked at and found right.
    #[serde(default)]
    pub da_xem: Vec<RawAcknowledgement>,
}
