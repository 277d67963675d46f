//! Raw documents into the [`Record`].
//!
//! In: [`RawSite`]. Out: the record, and every fault that a type of the model cannot hold: a name
//! that nobody bears, a day that does not exist, a number given twice. It goes on after a fault; a
//! faulty item keeps its id, so that a reference to it raises no second message.

mod cells;
mod closing;
mod confirming;
mod directory;
mod event;
mod indicator;
mod library;
mod names;
mod numbers;
mod plan;
mod reader;
mod reports;
mod table;
mod task;
mod time;

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostics, catalog};
use crate::parse::raw::RawSiteFile;
use crate::parse::{Doc, RawSite};
use crate::text::SiteAddress;

use super::choices::MINIFY;
use super::{
    AddressFate, FormerAddress, Minify, Record, ReleaseLedger, Server, Settings, Site, Speaker,
    Voice,
};
pub use table::roles_of;

use names::Names;
use reader::Reader;

/// The content that `raw` describes.
///
/// Problems go to `problems`; where one of them is an error, the site lacks what is faulty and must not
/// be published. `None` where the site's own file is missing or unreadable.
pub fn assemble(raw: &RawSite, problems: &mut Diagnostics) -> Option<Record> {
    let names = Names::of(raw);
    let mut reader = Reader { names: &names, problems };
    let agencies = directory::agencies(raw, &mut reader);
    let groups = directory::groups(raw, &mut reader);
    let reorganisations = directory::reorganisations(raw, &mut reader);
    let documents = library::documents(raw, &mut reader);
    let terms = library::terms(raw, &mut reader);
    let same_words = library::same_words(raw, &mut reader);
    let prose = library::pages(raw, &mut reader);
    let (plans, logs) = plan::plans(raw, &mut reader);
    let settings = settings(raw, &mut reader)?;
    let site = Site {
        settings,
        agencies,
        groups,
        reorganisations,
        documents,
        terms,
        same_words,
        plans,
        prose,
    };
    let mut record = Record { site, logs };
    closing::close(&mut record, &names);
    confirming::tell_apart(&mut record, problems);
    Some(record)
}

fn settings(raw: &RawSite, reader: &mut Reader<'_>) -> Option<Settings> {
    let Some(doc) = &raw.settings else {
        if !raw.settings_faulty {
            reader.problems.push(catalog::ck007::missing_site_file());
        }
        return None;
    };
    let file = &doc.value;
    let at = |key: &str| doc.source.key(key);
    let speaker = speaker(doc, reader);
    let as_of = reader.optional_date(at("tinh_den_ngay"), file.tinh_den_ngay.as_deref());
    let next_publication =
        reader.optional_date(at("ky_cong_bo_toi"), file.ky_cong_bo_toi.as_deref());
    let minify =
        file.thu_gon.as_deref().and_then(|word| reader.choice(at("thu_gon"), word, MINIFY));
    let confirmation_required =
        reader.optional_switch(at("can_xac_nhan"), file.can_xac_nhan.as_deref(), true);
    let due_soon = file.nguong.sap_den_han.as_deref();
    let due_soon_days =
        due_soon.and_then(|days| reader.number(at("nguong.sap_den_han"), days)).unwrap_or(90);
    let old_word = file.nguong.tin_cu.as_deref();
    let old_word_days =
        old_word.and_then(|days| reader.number(at("nguong.tin_cu"), days)).unwrap_or(365);
    let published_since = reader.optional_date(at("cong_bo_tu"), file.cong_bo_tu.as_deref());
    let address = file.dia_chi.as_deref().and_then(|text| match SiteAddress::read(text) {
        Ok(address) => Some(address),
        Err(fault) => {
            reader.problems.push(catalog::ck159::not_a_site_address(at("dia_chi"), text, fault));
            None
        }
    });
    if let Some(channel) = &file.bao_sai_sot
        && !reader::is_channel(channel)
    {
        reader.problems.push(catalog::ck159::not_a_channel(at("bao_sai_sot"), channel));
    }
    let contact = reader.contact(&at("lien_he"), &file.lien_he);
    let petitions = reader.optional_address(at("kenh_kien_nghi"), file.kenh_kien_nghi.as_deref());
    let mut servers = BTreeSet::new();
    for (index, word) in file.may_chu.iter().enumerate() {
        servers.extend(reader.word::<Server>(at(&format!("may_chu[{index}]")), word));
    }
    let former_addresses = former_addresses(doc, reader);
    let ledger = file.so_cong_bo.as_ref().and_then(|ledger| match ledger.khoa.parse() {
        Ok(key) => Some(ReleaseLedger { key, foreign: ledger.tep_ngoai.clone() }),
        Err(fault) => {
            let at = at("so_cong_bo.khoa");
            reader.problems.push(catalog::ck159::not_a_ledger_key(at, &fault.to_string()));
            None
        }
    });
    Some(Settings {
        name: file.ten.clone(),
        description: file.mo_ta.clone(),
        locality: file.dia_phuong.clone(),
        speaker: speaker?,
        address,
        as_of,
        next_publication,
        theme: file.giao_dien.clone().unwrap_or_else(|| "mac-dinh".to_owned()),
        minify: minify.unwrap_or(Minify::Templates),
        due_soon_days,
        old_word_days,
        published_since,
        confirmation_required,
        contact,
        petitions,
        error_reports: file.bao_sai_sot.clone(),
        answered_within: file.tra_loi_trong.clone(),
        servers,
        licence: file.giay_phep.clone(),
        notice: file.thong_bao.clone(),
        former_addresses,
        ledger,
        source: doc.source.clone(),
    })
}

/// Addresses of pages that the site no longer has, each with what a reader finds there.
fn former_addresses(doc: &Doc<RawSiteFile>, reader: &mut Reader<'_>) -> Vec<FormerAddress> {
    let mut addresses = Vec::new();
    for (index, raw) in doc.value.dia_chi_cu.iter().enumerate() {
        let at = doc.source.key("dia_chi_cu").index(index);
        let pages = [Some(&raw.tu), raw.den.as_ref()];
        if let Some(faulty) = pages.into_iter().flatten().find(|path| !is_page(path)) {
            reader.problems.push(catalog::ck159::not_a_page_address(at, faulty));
            continue;
        }
        let fate = match (&raw.den, &raw.ly_do) {
            (Some(to), None) => AddressFate::Moved(to.clone()),
            (None, Some(reason)) => AddressFate::Withdrawn(reason.clone()),
            _ => {
                reader.problems.push(catalog::ck159::one_fate_of_an_address(at));
                continue;
            }
        };
        addresses.push(FormerAddress { from: raw.tu.clone(), fate });
    }
    addresses
}

/// Whether a text is the path of a page from the site's root, as this program makes such paths.
fn is_page(path: &str) -> bool {
    let is_plain = |part: &str| {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
        part.starts_with(|c: char| c.is_ascii_alphanumeric()) && part.chars().all(plain)
    };
    path.ends_with(".html") && path.split('/').all(is_plain)
}

/// Who speaks: a compiler names itself and no authority, an authority names itself.
fn speaker(doc: &Doc<RawSiteFile>, reader: &mut Reader<'_>) -> Option<Speaker> {
    let file = &doc.value;
    let at = |key: &str| doc.source.key(key);
    match reader.word(at("vai_tro"), &file.vai_tro)? {
        Voice::Compiler => {
            if file.co_quan.is_some() {
                reader.problems.push(catalog::ck154::authority_of_a_compiler(at("co_quan")));
            }
            let Some(name) = &file.nguoi_tong_hop else {
                reader.problems.push(catalog::ck153::unnamed_compiler(at("nguoi_tong_hop")));
                return None;
            };
            Some(Speaker::Compiler { name: name.clone() })
        }
        Voice::Authority => {
            if file.nguoi_tong_hop.is_some() {
                let at = at("nguoi_tong_hop");
                reader.problems.push(catalog::ck154::compiler_of_an_authority(at));
            }
            let Some(agency) = &file.co_quan else {
                reader.problems.push(catalog::ck153::missing_key(at("co_quan"), "co_quan"));
                return None;
            };
            reader.agency(at("co_quan"), agency).map(Speaker::Authority)
        }
    }
}
