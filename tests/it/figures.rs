//! Every number of every page leads to a list, and the list has as many things.

use std::collections::{BTreeMap, BTreeSet};

use congkhai::paths::PagePath;
use scraper::node::Node;
use scraper::{ElementRef, Html, Selector};

use crate::support::{FICTIONAL, Files, SHIPPED, build_well, fictional, request};

/// The pages of a site as trees.
struct Pages(BTreeMap<String, Html>);

impl Pages {
    fn of(files: &Files) -> Self {
        let pages = files.iter().filter(|(path, _)| path.as_str().ends_with(".html"));
        let parsed = |bytes: &[u8]| Html::parse_document(std::str::from_utf8(bytes).unwrap());
        Self(pages.map(|(path, bytes)| (path.as_str().to_owned(), parsed(bytes))).collect())
    }

    /// How many things stand in the list at `href`, as `page` names it: on all pages of the list, and where it goes on.
    ///
    /// A link to another page leads to where the section begins.
    fn listed(&self, page: &str, href: &str) -> Result<usize, String> {
        let mut listed = Listed::default();
        self.add(page, href, &mut listed)?;
        Ok(listed.things.len())
    }

    fn add(&self, page: &str, href: &str, listed: &mut Listed) -> Result<(), String> {
        let (path, fragment) = href.split_once('#').unwrap_or((href, ""));
        let target = if path.is_empty() { page.to_owned() } else { resolved(page, path) };
        if !self.0.contains_key(&target) {
            return Err(format!("no page {target}"));
        }
        let place =
            if fragment.is_empty() { "main".to_owned() } else { format!("[id='{fragment}']") };
        let place = selector(&place);
        let (pages, at) = self.pages_of_list(&target)?;
        let holds = |page: &String| self.0[page].select(&place).next().is_some();
        if !holds(&target) {
            return Err(format!("{target} has no #{fragment}"));
        }
        if !path.is_empty() && !fragment.is_empty() && pages[..at].iter().any(holds) {
            return Err(format!("#{fragment} begins before {target}"));
        }
        for page in &pages {
            let Some(place) = self.0[page].select(&place).next() else { continue };
            if !listed.places.insert((page.clone(), fragment.to_owned())) {
                continue;
            }
            for thing in place.select(&selector("[data-muc]")) {
                let key = thing.attr("data-muc").filter(|key| !key.is_empty());
                let own = || format!("{page}: {:?}", thing.id());
                listed.things.insert(key.map_or_else(own, str::to_owned));
            }
            for link in place.select(&selector("a[data-tiep]")) {
                // A list within goes on there, which is no part of this one.
                if matches!(link.attr("data-tiep"), Some(list) if list.is_empty() || list == fragment)
                {
                    self.add(page, link.attr("href").unwrap(), listed)?;
                }
            }
        }
        Ok(())
    }

    /// The pages of the list that `page` is one of, in order, and its place among them.
    fn pages_of_list(&self, page: &str) -> Result<(Vec<String>, usize), String> {
        let walk = |rel: &str| {
            let link = selector(&format!("nav.pager a[rel={rel}]"));
            let mut pages = vec![page.to_owned()];
            loop {
                let last = pages.last().unwrap();
                let next = self.0[last].select(&link).next().and_then(|link| link.attr("href"));
                let Some(next) = next.map(|href| resolved(last, href)) else {
                    break;
                };
                if !self.0.contains_key(&next) || pages.contains(&next) {
                    return Err(format!("{last} goes to {next}"));
                }
                pages.push(next);
            }
            Ok(pages.split_off(1))
        };
        let mut before = walk("prev")?;
        before.reverse();
        let at = before.len();
        Ok((before.into_iter().chain([page.to_owned()]).chain(walk("next")?).collect(), at))
    }
}

/// What was found in a list, over all its pages.
#[derive(Default)]
struct Listed {
    places: BTreeSet<(String, String)>,
    /// Their keys; of those without one, where they stand.
    things: BTreeSet<String>,
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap()
}

/// The path that `href` names on `page`.
pub(crate) fn resolved(page: &str, href: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            _ => parts.push(part),
        }
    }
    PagePath::new(parts.join("/")).to_string()
}

fn within<'a>(element: &ElementRef<'a>, name: &str) -> Option<ElementRef<'a>> {
    element.ancestors().filter_map(ElementRef::wrap).find(|above| above.value().name() == name)
}

/// What is wrong with the figures of a site.
fn faults(pages: &Pages) -> Vec<String> {
    let mut faults = Vec::new();
    for (page, html) in &pages.0 {
        for figure in html.select(&selector("data")) {
            let value: usize = figure.attr("value").unwrap().parse().unwrap();
            let shown = figure.text().collect::<String>().replace('.', "");
            if shown != value.to_string() {
                faults.push(format!("{page}: {value} is shown as {shown}"));
            }
            match within(&figure, "a").and_then(|link| link.attr("href")) {
                None if value == 0 => {}
                None => faults.push(format!("{page}: {value} leads to no list")),
                Some(href) => match pages.listed(page, href) {
                    Ok(count) if count == value => {}
                    Ok(count) => faults.push(format!("{page}: {value}, but {href} lists {count}")),
                    Err(fault) => faults.push(format!("{page}: {value}: {fault}")),
                },
            }
        }
        faults.extend(rates_without_ledger(html).into_iter().map(|text| format!("{page}: {text}")));
        faults.extend(bare_numbers(html).into_iter().map(|text| format!("{page}: bare: {text}")));
    }
    faults
}

/// Rates of tasks of which the same page does not tell how the denominator comes about.
fn rates_without_ledger(html: &Html) -> Vec<String> {
    let words = |element: ElementRef<'_>| {
        let text: String = element.text().collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let ledgers: Vec<String> =
        html.select(&selector(".ledger-line, .ledger tfoot")).map(words).collect();
    let sentences = selector(".answer, .answer-more");
    let rates = html.select(&sentences).map(words).filter_map(|text| {
        let (_, told) = text.split_once("Trang ghi nhận ")?;
        let (rate, _) = told.split_once(" nhiệm vụ hoàn thành")?;
        let (_, whole) = rate.rsplit_once('/')?;
        let sum = format!("= {whole} nhiệm vụ hiện hành");
        // Where nothing was added or taken away there is nothing to add up.
        let plain = format!("Mẫu số: {whole} nhiệm vụ gốc;");
        let told = |ledger: &String| ledger.contains(&sum) || ledger.starts_with(&plain);
        let explained = ledgers.iter().any(told);
        (!explained).then(|| format!("no ledger of {whole} under “{text}”"))
    });
    rates.collect()
}

/// Sentences of our own that count something without leading anywhere.
///
/// The words of documents, of editors and of evidence are theirs: numbers in them are no counts of ours.
fn bare_numbers(html: &Html) -> Vec<String> {
    const THINGS: [&str; 12] = [
        "nhiệm vụ",
        "báo cáo",
        "cơ quan",
        "quá hạn",
        "hoàn thành",
        "chưa có thông tin",
        "kế hoạch",
        "đính chính",
        "diễn biến",
        "thành viên",
        "điểm",
        "nhóm",
    ];
    let ours = selector(
        ".answer, .answer-more, .summary, .counts, .legend, .ledger, .ledger-line, .figures td, .matrix td.n, .measures strong, .agencies .note",
    );
    let mut found = Vec::new();
    for element in html.select(&ours) {
        if element.attr("id") == Some("dem") {
            continue;
        }
        let mut text = String::new();
        for node in element.descendants() {
            if let Node::Text(words) = node.value() {
                let inside = node.ancestors().filter_map(ElementRef::wrap).any(|above| {
                    matches!(above.value().name(), "data" | "time" | "q" | "h3")
                        || above.value().classes().any(|class| class == "name")
                });
                text.push_str(if inside { " " } else { words });
            }
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        for (at, word) in words.iter().enumerate() {
            let number = word.trim_matches(['(', ')', ',', ';']);
            let counts = number.chars().any(|c| c.is_ascii_digit())
                && number.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '/');
            let rest = words[at + 1..].join(" ");
            if counts && THINGS.iter().any(|thing| rest.starts_with(thing)) {
                found.push(format!("{number} {rest}"));
            }
        }
    }
    found
}

#[track_caller]
pub(crate) fn check(files: &Files) {
    let pages = Pages::of(files);
    let figures: usize = pages.0.values().map(|html| html.select(&selector("data")).count()).sum();
    assert!(figures > 500, "only {figures} figures found");
    let faults = faults(&pages);
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults[..faults.len().min(40)].join("\n")
    );
}

#[test]
fn every_figure_of_the_shipped_site_agrees_with_its_list() {
    check(&SHIPPED);
}

#[test]
fn every_figure_of_the_fictional_site_agrees_with_its_list() {
    check(&FICTIONAL);
    check(&build_well(&request(&fictional(), Some("2024-03-31"))));
}

#[test]
fn a_wrong_figure_is_found() {
    let page = |body: &str| {
        let html = format!("<!DOCTYPE html><title>T</title><main>{body}</main>");
        let pages = Pages(BTreeMap::from([("a.html".to_owned(), Html::parse_document(&html))]));
        faults(&pages).join("; ")
    };
    let list = "<ul id=\"x\"><li data-muc=\"1\"><li data-muc=\"1\"><li data-muc=\"2\"></ul>";
    assert_eq!(page(&format!("<a href=\"#x\"><data value=\"2\">2</data></a>{list}")), "");
    assert_eq!(
        page(&format!("<a href=\"#x\"><data value=\"3\">3</data></a>{list}")),
        "a.html: 3, but #x lists 2"
    );
    let pages = |first: &str, second: &str| {
        let page = |name: &str, rel: &str, to: &str, body: &str| {
            let html = format!(
                "<!DOCTYPE html><title>T</title><main>{body}</main><nav class=pager><a rel={rel} href={to}>x</a></nav>"
            );
            (name.to_owned(), Html::parse_document(&html))
        };
        let pages = [
            page("a.html", "next", "a/2.html", first),
            page("a/2.html", "prev", "../a.html", second),
        ];
        faults(&Pages(BTreeMap::from(pages))).join("; ")
    };
    let figure = |href: &str| format!("<a href=\"{href}\"><data value=\"2\">2</data></a>");
    let section = |key: u8| format!("<ul id=\"x\"><li data-muc=\"{key}\"></ul>");
    assert_eq!(pages(&format!("{}{}", figure("#x"), section(1)), &section(2)), "");
    assert_eq!(
        pages(&format!("{}{}", figure("#x"), section(1)), &section(1)),
        "a.html: 2, but #x lists 1"
    );
    assert_eq!(
        pages(&format!("{}{}", figure("a/2.html#x"), section(1)), &section(2)),
        "a.html: 2: #x begins before a/2.html"
    );
    assert_eq!(page("<data value=\"3\">3</data>"), "a.html: 3 leads to no list");
    assert_eq!(
        page("<data value=\"3\">4</data>"),
        "a.html: 3 is shown as 4; a.html: 3 leads to no list"
    );
    assert_eq!(
        page("<p class=\"answer\">7/29 nhiệm vụ đã xong</p>"),
        "a.html: bare: 7/29 nhiệm vụ đã xong"
    );
    assert_eq!(page("<p class=\"answer\">Quá hạn 40 ngày</p>"), "");
    let number = |n: usize| format!("<a href=\"#x\"><data value=\"2\">{n}</data></a>");
    let rate = format!(
        "<p class=\"answer\">Trang ghi nhận {0}/{0} nhiệm vụ hoàn thành.</p>{list}",
        number(2)
    );
    assert_eq!(
        page(&rate),
        "a.html: no ledger of 2 under “Trang ghi nhận 2/2 nhiệm vụ hoàn thành.”"
    );
    let ledger =
        format!("<p class=\"ledger-line\">Mẫu số: = {} nhiệm vụ hiện hành.</p>", number(2));
    assert_eq!(page(&format!("{rate}{ledger}")), "");
}
