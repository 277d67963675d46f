//! A template reads its view's fields and nothing else.

// The program reads these tokens for its messages; the test compiles them for itself, so that they stay private there.
#[path = "../../src/render/syntax.rs"]
#[allow(dead_code, reason = "the program uses more of it")]
mod syntax;
mod variables;

use std::collections::{BTreeMap, BTreeSet};

use congkhai::assets::{self, Chain};
use congkhai::diagnostic::{Diagnostics, SourcePath};
use congkhai::export::Addresses;
use congkhai::pages;
use congkhai::search::SearchIndex;
use congkhai::source::{Roots, load};
use congkhai::text::dates::parse_date;
use congkhai::{model, parse, progress};
use serde_json::Value;

use crate::large;
use crate::paging;
use crate::support::{ADDRESS, known, open_data, page_options, root};

/// The sites whose pages are looked at, beside one of long lists and a large one.
const SITES: [&str; 5] = [
    "content",
    "tests/sites/lam-giang/content",
    "tests/sites/nhieu-bang/content",
    "tests/sites/hinh-van-ban/content",
    "tests/sites/moi-hinh/content",
];

/// Every path of fields that the views of each template have, over these sites.
fn fields() -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut fields: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
    let long = tempfile::tempdir().unwrap();
    paging::write_site(long.path());
    let sites = SITES.iter().map(|content| root().join(content));
    for content in sites.chain([long.path().to_owned(), large::content().to_owned()]) {
        let roots = Roots { content, themes: root().join("themes") };
        let mut problems = Diagnostics::default();
        let tree = load::read(&roots).unwrap();
        let site = model::assemble(&parse::all(&tree, &mut problems), &mut problems).unwrap();
        let progress = progress::on(&site, parse_date("2026-06-30").unwrap());
        let addresses = Addresses::new(Some(ADDRESS), &site.settings);
        let files = known(&open_data(&progress, &addresses));
        let options = page_options(addresses, files);
        let index = SearchIndex::of(&progress);
        let pages = pages::list(&progress, &index, options);
        for page in pages.pages() {
            let view = serde_json::to_value(pages.view(page)).unwrap();
            collect(&view, "", fields.entry(page.template()).or_default());
        }
    }
    fields
}

fn collect(value: &Value, path: &str, fields: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                fields.insert(path.clone());
                collect(value, &path, fields);
            }
        }
        Value::Array(items) => {
            let path = format!("{path}[]");
            items.iter().for_each(|item| collect(item, &path, fields));
        }
        _ => {}
    }
}

/// The templates of a chain of themes, by theme and path.
fn templates(chain: &Chain) -> BTreeMap<String, &str> {
    let mut templates = BTreeMap::new();
    for layer in chain.layers() {
        for (path, bytes) in &layer.files {
            if let Some(path) = path.strip_prefix("templates/") {
                let source = std::str::from_utf8(bytes).unwrap();
                templates.insert(format!("{}/{path}", layer.name), source);
            }
        }
    }
    templates
}

/// What some template reads of, and no page of it has in any of the sites: a template's field below it is not
/// compared. Whatever joins this list was never seen to work there.
const UNFILLED: &[&str] = &[
    "agencies.key[].figure",
    "bar.segments[]",
    "bar.segments[].figure",
    "blocks[].tasks[]",
    "blocks[].tasks[].link",
    "blocks[].tasks[].standing",
    "columns[].sections[].tasks[].plan",
    "columns[].tasks[].plan",
    "completed.tasks[].plan",
    "contact",
    "contact.email",
    "contact.page",
    "contact.telephone",
    "corrections[].letter",
    "days[].before",
    "days[].items[].changes[]",
    "days[].items[].plan",
    "depends_on[].plan",
    "documents[].answered",
    "documents[].received",
    "due.sections[].sections[].tasks[].plan",
    "due.sections[].tasks[].plan",
    "ended.sections[].sections[].tasks[].plan",
    "ended.sections[].tasks[]",
    "ended.sections[].tasks[].leads[]",
    "ended.sections[].tasks[].plan",
    "ended.sections[].tasks[].standing",
    "field.key[].figure",
    "fixed[].plan",
    "frame.breadcrumb[]",
    "frame.feeds[]",
    "frame.next_release",
    "gone[].sections[].tasks[].plan",
    "gone[].tasks[]",
    "gone[].tasks[].leads[]",
    "gone[].tasks[].plan",
    "gone[].tasks[].standing",
    "groups.key[].figure",
    "key[].figure",
    "kinds[].documents[].since",
    "kinds[].documents[].sources[].read",
    "led.sections[].tasks[].plan",
    "led_before.sections[].tasks[].plan",
    "matrices[].uncounted[]",
    "matrices[].uncounted[].due",
    "matrices[].uncounted[].period",
    "moved[].plan",
    "needed_by[].plan",
    "overdue[].plan",
    "partnered.sections[].tasks[].plan",
    "parts[].plan",
    "perhaps.sections[].tasks[]",
    "perhaps.sections[].tasks[].leads[]",
    "perhaps.sections[].tasks[].plan",
    "perhaps.sections[].tasks[].standing",
    "plans[].tasks[].plan",
    "reports[].missing[].again[]",
    "reports[].missing[].again[].document",
    "reports[].missing[].again[].sent",
    "reports[].missing[].document",
    "reports[].missing[].sent",
    "reports[].not_due[].again[]",
    "reports[].not_due[].again[].document",
    "reports[].not_due[].again[].sent",
    "reports[].not_due[].document",
    "reports[].not_due[].sent",
    "sections[].parts[]",
    "sections[].parts[].figure",
    "sections[].parts[].link",
    "sections[].sections[].sections[].tasks[].plan",
    "sections[].sections[].tasks[].plan",
    "sections[].tasks[].plan",
    "site[].letter",
    "sources[].read",
    "tables[].columns[]",
    "tables[].columns[].codes[]",
    "tasks_without_point[].plan",
    "updates[].plan",
    "wholes[]",
    "wholes[].point",
    "wholes[].point.link",
    "wholes[].point.words[]",
    "wholes[].tasks[]",
    "wholes[].tasks[].link",
    "wholes[].tasks[].standing",
];

#[test]
fn every_variable_of_a_template_is_a_field_of_its_view() {
    let roots = Roots { content: root().join("content"), themes: root().join("themes") };
    let mut problems = Diagnostics::default();
    let tree = load::read(&roots).unwrap();
    let at = SourcePath::content("trang.yml").key("giao_dien");
    let builtin = tree.themes[assets::BUILTIN].clone();
    let chain =
        Chain::resolve(&tree.themes, assets::BUILTIN, &at, &builtin, &mut problems).unwrap();
    let sources = templates(&chain);
    let sources = sources.iter().map(|(name, source)| (name.as_str(), *source)).collect();
    let prefixes: Vec<String> =
        chain.layers().iter().map(|layer| format!("{}/", layer.name)).collect();
    let (mut faults, mut unfilled) = (Vec::new(), BTreeSet::new());
    for (template, fields) in fields() {
        for variable in variables::of(template, &sources, &prefixes) {
            let parent = variable.rsplit_once('.').map_or("", |(parent, _)| parent);
            let filled = parent.is_empty()
                || fields.iter().any(|field| field.starts_with(&format!("{parent}.")));
            if !filled {
                // Every run of words may bear the mark of a footnote; those of the text do.
                if !parent.ends_with("[].note") {
                    unfilled.insert(parent.to_owned());
                }
            } else if !fields.contains(variable.trim_end_matches("[]")) {
                faults.push(format!("{template}: {variable}"));
            }
        }
    }
    assert!(faults.is_empty(), "not in the view:\n{}", faults.join("\n"));
    assert_eq!(unfilled.iter().map(String::as_str).collect::<Vec<_>>(), UNFILLED);
}
