//! Templates as somebody writes them into a theme of their own: a slot of every page, and a page that extends it.
//!
//! In: the slot, then a component, then the page, parted by a sign that no template holds. A theme of few templates
//! stands in for the default one: what is read and rendered is the same, and a hundred times as often.
#![no_main]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use congkhai::assets::{AssetMap, Chain, Styles, ThemeFiles};
use congkhai::diagnostic::{Diagnostics, SourcePath, json, sorted, terminal};
use congkhai::output::OutputPath;
use congkhai::render::PageFacts;
use congkhai::render::links::LinkTable;
use congkhai::render::minify::minify;
use congkhai::render::theme::{Form, Theme};
use congkhai_fuzz::base;
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

/// The stack of the threads that render.
const STACK: usize = 2 << 20;

/// The most bytes of a page that is looked through here; longer ones are as any.
const LOOKED_THROUGH: usize = 20_000;

static PARENT: LazyLock<ThemeFiles> = LazyLock::new(|| {
    files(&[
        ("theme.yml", "ten: \"Mặc định\""),
        (
            "templates/base.html",
            "<!DOCTYPE html><html lang=\"vi\"><head><title>{{ frame.title }}</title></head><body>\
             {% block content %}<main>{{ <words runs={frame.heading} /> }}</main>{% endblock %}\
             {% include \"slots/footer.html\" %}</body></html>",
        ),
        (
            "templates/words.html",
            "{% component words(runs) %}{% for run in runs %}{{ run.text }}{% endfor %}{% endcomponent words %}",
        ),
        ("templates/page.html", "{% extends \"base.html\" %}"),
        ("templates/slots/footer.html", "<footer>{{ frame.publisher }}</footer>"),
        ("assets/img/x.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ])
});

fn files(texts: &[(&str, &str)]) -> ThemeFiles {
    texts.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())).collect()
}

static VIEW: LazyLock<Value> = LazyLock::new(|| {
    let words = json!({ "markdown": "**đ** [a](b.html) <i>", "links": {} });
    json!({
        "frame": {
            "title": "Nhiệm vụ 1.1 & <b>", "publisher": "UBND tỉnh Lam Giang", "root": "../",
            "as_of": { "iso": "2026-06-30", "text": "30/6/2026" }, "canonical": null,
            "heading": [{ "text": "Nhiệm vụ ", "mark": null }, { "text": "1.1", "mark": "so" }],
            "footer": [{ "href": "a.html", "text": "A" }, { "href": "https://x.example/", "text": "B" }],
            "json_ld": { "a": "</script>" },
        },
        "task": { "number": "1.1", "text": "a & <b>", "prose": words, "count": 3, "ratio": 0.5 },
        "rows": [{ "g": "b", "n": 1 }, { "g": "a", "n": 2 }, { "g": "b", "n": 3 }],
    })
});

fuzz_target!(|text: &str| {
    let text = text.to_owned();
    let run = std::thread::Builder::new().stack_size(STACK).spawn(move || look(&text));
    run.expect("a thread").join().expect("no panic");
});

fn look(text: &str) {
    let mut parts = text.split('\0');
    let mut own = vec![("theme.yml", "ten: \"Tỉnh\"")];
    for name in ["templates/slots/footer.html", "templates/own.html", "templates/page.html"] {
        own.extend(parts.next().filter(|part| !part.is_empty()).map(|part| (name, part)));
    }
    let available = BTreeMap::from([("tinh".to_owned(), files(&own))]);
    let mut problems = Diagnostics::default();
    let at = SourcePath::content("trang.yml").whole();
    let chain = Chain::resolve(&available, "tinh", &at, &PARENT, &mut problems);
    let chain = chain.expect("both themes stand here");
    let assets = AssetMap::of(&chain, Styles::Compact, &mut problems);
    let theme = Theme::load(&chain, &assets, &mut problems);
    let mut page = Vec::new();
    if let Some(theme) = &theme {
        match theme.render("page.html", Form::Smaller, &*VIEW, &mut page) {
            Ok(()) if page.len() < LOOKED_THROUGH => {
                let facts = PageFacts::of(&page);
                let _ = minify(&page);
                let links = LinkTable::new("/", ["a/b.html"].into_iter());
                let path = OutputPath::new("a/b.html").expect("a path");
                links.add(links.links_of(&path, "page.html", facts));
                let all = [path].into_iter().collect();
                let place = |template: &str, words: &str| theme.place_of(template, words);
                links.check(|| all, place).into_iter().for_each(|problem| problems.push(problem));
            }
            Ok(()) => {}
            Err(failure) => {
                assert!(page.is_empty(), "of a page that failed nothing is left");
                problems.push(failure.told("nhiệm vụ 1.1", 1));
            }
        }
    }
    if problems.iter().next().is_none() {
        return;
    }
    // Every problem can be shown with its line.
    let mut tree = base();
    tree.add_theme_texts(chain.texts());
    let located = sorted(&problems, &tree);
    let _ = terminal::render(&located, &tree, terminal::Style::Plain, 80);
    let _ = json::render(&located, 0);
}
