//! Cited documents, the glossary and the pages of prose.

use std::collections::BTreeMap;

use super::reader::Reader;
use crate::diagnostic::catalog::ck100;
use crate::model::{CitedDocument, DocumentId, ProsePage, Term};
use crate::parse::RawSite;
use crate::parse::raw::RawTerm;
use crate::text::search_key;

pub(super) fn documents(
    raw: &RawSite,
    reader: &mut Reader<'_>,
) -> BTreeMap<DocumentId, CitedDocument> {
    let mut documents = BTreeMap::new();
    let Some(doc) = &raw.library else { return documents };
    for (index, document) in doc.value.van_ban.iter().enumerate() {
        let at = doc.source.key("van_ban").index(index);
        let kind = reader.word(at.field("loai"), &document.loai);
        let issued =
            reader.optional_partial(at.field("ngay_ban_hanh"), document.ngay_ban_hanh.as_deref());
        let sources = reader.sources(&at.field("nguon"), &document.nguon);
        reader.id(at.field("id"), &document.id);
        if let Some(plan) = raw.plans.get(&document.id).and_then(|plan| plan.attributes.as_ref()) {
            let plan = plan.source.key("id");
            reader.problems.push(ck100::id_given_twice(at.field("id"), &document.id, plan));
        }
        let id = DocumentId::new(&document.id);
        if documents.contains_key(&id) {
            let first =
                doc.value.van_ban.iter().position(|other| other.id == document.id).unwrap_or(index);
            let first = doc.source.key("van_ban").index(first).field("id");
            reader.problems.push(ck100::id_given_twice(at.field("id"), &document.id, first));
        }
        let Some(kind) = kind else { continue };
        let entry = CitedDocument {
            id: id.clone(),
            number: document.so_hieu.clone(),
            kind,
            title: document.trich_yeu.clone(),
            issuer: document.co_quan_ban_hanh.clone(),
            issued,
            sources,
            note: document.ghi_chu.clone(),
        };
        documents.insert(id, entry);
    }
    documents
}

pub(super) fn terms(raw: &RawSite, reader: &mut Reader<'_>) -> Vec<Term> {
    let Some(doc) = &raw.glossary else { return Vec::new() };
    let mut terms = Vec::new();
    for (index, term) in doc.value.thuat_ngu.iter().enumerate() {
        let at = doc.source.key("thuat_ngu").index(index);
        reader.optional_partial(at.field("tu_ngay"), term.tu_ngay.as_deref());
        let same = |other: &RawTerm| (&other.tu, &other.pham_vi) == (&term.tu, &term.pham_vi);
        if let Some(first) = doc.value.thuat_ngu[..index].iter().position(same) {
            let first = doc.source.key("thuat_ngu").index(first).field("tu");
            reader.problems.push(ck100::term_given_twice(at.field("tu"), &term.tu, first));
        }
        let Some(origin) = reader.word(at.field("nguon"), &term.nguon) else {
            continue;
        };
        terms.push(Term {
            word: term.tu.clone(),
            meaning: term.nghia.clone(),
            scope: term.pham_vi.clone(),
            origin,
            note: term.ghi_chu.clone(),
        });
    }
    terms
}

/// Groups of words that mean the same; a word stands in its group once.
pub(super) fn same_words(raw: &RawSite, reader: &mut Reader<'_>) -> Vec<Vec<String>> {
    let Some(doc) = &raw.glossary else { return Vec::new() };
    for (at, group) in doc.value.dong_nghia.iter().enumerate() {
        let at = doc.source.key("dong_nghia").index(at);
        for (index, word) in group.iter().enumerate() {
            let same = |other: &String| search_key(other) == search_key(word);
            if let Some(first) = group[..index].iter().position(same) {
                let first = at.clone().index(first);
                reader.problems.push(ck100::listed_twice(at.clone().index(index), word, first));
            }
        }
    }
    doc.value.dong_nghia.clone()
}

pub(super) fn pages(raw: &RawSite, reader: &mut Reader<'_>) -> BTreeMap<String, ProsePage> {
    let mut pages = BTreeMap::new();
    for doc in &raw.pages {
        let page = &doc.value;
        reader.id(doc.source.whole(), &page.name);
        reader.prose(&doc.source, None, &page.prose);
        let entry = ProsePage {
            name: page.name.clone(),
            title: page.front.tieu_de.clone(),
            description: page.front.mo_ta.clone(),
            prose: page.prose.clone(),
            source: doc.source.clone(),
        };
        pages.insert(page.name.clone(), entry);
    }
    pages
}
