//! A theme, ready to render.
//!
//! In: a chain of themes and its assets; then views, one at a time. Out: bytes, or a problem with
//! the template's line and the record. A template gets its view and nothing else; data becomes
//! HTML only in [`super::filters`].

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;
use tera::{Context, Tera};

use crate::assets::{AssetMap, Chain};
use crate::diagnostic::catalog::ck250::{self, Fault};
use crate::diagnostic::catalog::{ck264, ck265, ck267};
use crate::diagnostic::{Diagnostics, Place, Severity, SourcePath};
use crate::output::{Checksum, Digest};
use crate::render::counted::{Counted, captures};
use crate::render::errors::{Failure, Found, Known, Template, Templates, loading, rendering};
use crate::render::facts::{Mark, PageFacts, Use};
use crate::render::filters::register;
use crate::render::limits::{self, Bounded};
use crate::render::lint::lint;
use crate::render::making;
use crate::render::shrink::smaller;
use crate::render::syntax::{Piece, dotted_name, needed, pieces, position};
use crate::text::address::{as_browsers_read, scheme};

/// The folder of a theme that holds its templates.
const FOLDER: &str = "templates/";

/// The endings of templates in which data is escaped.
const ESCAPED: [&str; 4] = [".html", ".htm", ".xml", ".svg"];

/// The templates of a chain of themes.
///
/// A template is called by its path below `templates/`, such as `task.html`, which means that of
/// the first theme that has it; `mac-dinh/task.html` means that of one theme, so that a template
/// can extend the one that it replaces.
pub struct Theme {
    tera: Tera,
    /// The same with minified templates.
    smaller: Tera,
    templates: Templates,
    /// The themes' names, child first, each with a `/`.
    prefixes: Vec<String>,
    components: Vec<String>,
    fingerprint: Checksum,
}

impl fmt::Debug for Theme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Theme").field("prefixes", &self.prefixes).finish_non_exhaustive()
    }
}

impl Theme {
    /// Reads all templates; nothing where one of them cannot be used.
    pub fn load(chain: &Chain, assets: &AssetMap, problems: &mut Diagnostics) -> Option<Self> {
        let errors_before = problems.count(Severity::Error);
        let prefixes: Vec<String> =
            chain.layers().iter().map(|layer| format!("{}/", layer.name)).collect();
        let (templates, captures) = templates_of(chain, problems);
        for template in templates.values() {
            lint(&template.file, &template.source, assets, problems);
        }
        pictures(chain, problems);
        let known = Known { templates: &templates, prefixes: &prefixes, components: &[] };
        if let Some((place, fault)) = too_many_in_a_row(&known) {
            problems.push(ck250::unreadable(place, &fault));
            return None;
        }
        add_all(&mut engine(assets, &prefixes), &templates, &prefixes, problems);
        if problems.count(Severity::Error) > errors_before {
            return None;
        }
        // What is told of loading speaks of the author's text; what is rendered counts as well.
        let mut tera = engine(assets, &prefixes);
        let counted = templates
            .iter()
            .map(|(name, template)| (name.as_str(), template.counted.source.as_str()));
        if let Err(error) = tera.add_raw_templates(counted) {
            let components = components_in(&templates);
            let known =
                Known { templates: &templates, prefixes: &prefixes, components: &components };
            for found in loading(&error, &known) {
                problems.push(ck250::unreadable(found.place.file.whole(), &found.fault));
            }
            return None;
        }
        let mut components: Vec<String> = tera.get_component_names().map(str::to_owned).collect();
        components.sort_unstable();
        let smaller =
            minified(&templates, captures, assets, &prefixes).unwrap_or_else(|| tera.clone());
        Some(Self {
            tera,
            smaller,
            templates,
            prefixes,
            components,
            fingerprint: fingerprint(chain, assets),
        })
    }

    /// Appends the template's text for this view to `out`.
    ///
    /// # Errors
    /// Where the template asks for something that the view does not have, or takes more than a page may.
    pub fn render<V: Serialize + ?Sized>(
        &self,
        template: &str,
        form: Form,
        view: &V,
        out: &mut Vec<u8>,
    ) -> Result<(), Box<Failure>> {
        let name = self.known().resolved(template).unwrap_or(template);
        let start = out.len();
        let mut rendered = |tera: &Tera| {
            out.truncate(start);
            limits::begin();
            Context::from_serialize(view)
                .and_then(|context| tera.render_to(name, &context, Bounded::new(out)))
        };
        if form == Form::Smaller && rendered(&self.smaller).is_ok() {
            return Ok(());
        }
        // What failed is told of the text that its author knows.
        rendered(&self.tera).map_err(|error| {
            out.truncate(start);
            Box::new(rendering(&error, name, &self.known()))
        })
    }

    /// The place of a template as a whole.
    pub fn place(&self, template: &str) -> Place {
        match self.known().resolved(template) {
            Some(name) => self.templates[name].file.whole(),
            None => SourcePath::theme(template).whole(),
        }
    }

    /// Where the theme writes these words, if in one place only; otherwise the template that made the page.
    pub fn place_of(&self, template: &str, words: &str) -> Place {
        let mut places =
            self.templates.values().filter(|_| !words.is_empty()).flat_map(|template| {
                template.source.match_indices(words).map(move |(at, _)| (template, at))
            });
        match (places.next(), places.next()) {
            (Some((found, at)), None) => {
                let (line, column) = position(&found.source, at);
                found.file.position(line, column)
            }
            _ => self.place(template),
        }
    }

    /// A checksum over all templates and assets: what it renders follows from this and the view.
    pub fn fingerprint(&self) -> Checksum {
        self.fingerprint
    }

    fn known(&self) -> Known<'_> {
        Known { templates: &self.templates, prefixes: &self.prefixes, components: &self.components }
    }
}

/// Which text of the templates is rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As their authors wrote them.
    Written,
    /// Minified.
    Smaller,
}

/// The templates minified, those that can be, with the calls that [`templates_of`] puts in; nothing where the engine does not read them so.
fn minified(
    templates: &Templates,
    captures: bool,
    assets: &AssetMap,
    prefixes: &[String],
) -> Option<Tera> {
    let mut tera = engine(assets, prefixes);
    let texts = templates.iter().map(|(name, template)| {
        let minified = name.ends_with(".html").then(|| smaller(&template.source));
        let counted = match minified.flatten() {
            Some(minified) => Counted::of(&minified, captures).source,
            None => template.counted.source.clone(),
        };
        (name.as_str(), counted)
    });
    tera.add_raw_templates(texts).ok()?;
    Some(tera)
}

/// An engine with all that a template may call, and no template.
fn engine(assets: &AssetMap, prefixes: &[String]) -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on(ESCAPED);
    register(&mut tera, assets);
    limits::register(&mut tera);
    making::register(&mut tera);
    tera.set_fallback_prefixes(prefixes.to_vec()).expect("no template was added yet");
    tera
}

/// The first template, by name, behind which more of them hang in a row than may; short circles are the engine's to
/// tell. Counted round by round: what called itself for each template would itself know no end.
fn too_many_in_a_row(known: &Known<'_>) -> Option<(Place, Fault)> {
    let needed: BTreeMap<&str, Vec<(&str, usize)>> = known
        .templates
        .iter()
        .map(|(name, template)| {
            let of = needed(&template.source).into_iter();
            let of = of.filter_map(|(name, at)| Some((known.resolved(name)?, at)));
            (name.as_str(), of.collect())
        })
        .collect();
    let mut depth: BTreeMap<&str, usize> = needed.keys().map(|name| (*name, 0)).collect();
    for _ in 0..=limits::DEEPEST {
        let deeper = needed.iter().map(|(name, of)| {
            (*name, of.iter().map(|(other, _)| depth[other] + 1).max().unwrap_or(0))
        });
        depth = deeper.collect();
    }
    needed.iter().filter(|(name, _)| depth[*name] > limits::DEEPEST).find_map(|(name, of)| {
        let (mut next, mut row) = (*name, BTreeSet::new());
        while row.len() <= limits::DEEPEST && row.insert(next) {
            next = needed[next].iter().map(|(other, _)| *other).max_by_key(|other| depth[other])?;
        }
        let (_, at) = of.iter().max_by_key(|(other, _)| depth[other])?;
        let template = &known.templates[*name];
        let (line, column) = position(&template.source, *at);
        let place = template.file.position(line, column);
        (row.len() > limits::DEEPEST).then_some((place, Fault::TooManyInARow(limits::DEEPEST)))
    })
}

/// Looks through the theme's own pictures of markup: opened by themselves, they load what they name.
fn pictures(chain: &Chain, problems: &mut Diagnostics) {
    for (name, (source, bytes)) in chain.files("assets/") {
        if !name.to_ascii_lowercase().ends_with(".svg") {
            continue;
        }
        let facts = PageFacts::of(bytes);
        for (purpose, address) in &facts.links {
            let address = as_browsers_read(address);
            match scheme(&address).as_deref() {
                None if !address.starts_with("//") => {}
                None | Some("http" | "https") if *purpose == Use::Visit => {}
                None | Some("http" | "https") => {
                    problems.push(ck265::remote_in_picture(source.whole(), &address));
                }
                Some(_) => problems.push(ck264::unsafe_in_picture(source.whole(), &address)),
            }
        }
        let runs = |mark: &Mark| matches!(mark, Mark::Script | Mark::Handler(_) | Mark::Frame(_));
        if facts.marks.iter().any(runs) {
            problems.push(ck267::script_in_picture(source.whole()));
        }
    }
}

/// The templates of all themes, and whether any of them keeps what it writes.
fn templates_of(chain: &Chain, problems: &mut Diagnostics) -> (Templates, bool) {
    let mut templates = Templates::new();
    let sources = chain.layers().iter().flat_map(|layer| &layer.files);
    let sources = sources.filter(|(path, _)| path.starts_with(FOLDER));
    let captures = sources.filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok()).any(captures);
    for layer in chain.layers() {
        for (path, bytes) in &layer.files {
            let Some(name) = path.strip_prefix(FOLDER) else { continue };
            let file = layer.source(path);
            match std::str::from_utf8(bytes) {
                Ok(source) => {
                    let counted = Counted::of(source, captures);
                    let template = Template { file, source: source.to_owned(), counted };
                    templates.insert(format!("{}/{name}", layer.name), template);
                }
                Err(_) => problems.push(ck250::unreadable(file.whole(), &Fault::NotUtf8)),
            }
        }
    }
    (templates, captures)
}

/// Adds all templates, and tells of every one that is wrong: what the engine refuses is put in as
/// an empty template, and the rest tried again.
fn add_all(
    tera: &mut Tera,
    templates: &Templates,
    prefixes: &[String],
    problems: &mut Diagnostics,
) {
    let mut emptied: BTreeSet<&str> = BTreeSet::new();
    let known = Known { templates, prefixes, components: &components_in(templates) };
    for (name, template) in templates {
        if let Err(error) = Tera::new().add_raw_template(name, &template.source)
            && matches!(error.kind(), tera::ErrorKind::SyntaxError(_))
        {
            emptied.insert(name);
            loading(&error, &known)
                .into_iter()
                .for_each(|one| problems.push(ck250::unreadable(one.place, &one.fault)));
        }
    }
    loop {
        let sources = templates.iter().map(|(name, template)| {
            let source =
                if emptied.contains(name.as_str()) { "" } else { template.source.as_str() };
            (name.as_str(), source)
        });
        let Err(error) = tera.add_raw_templates(sources) else { return };
        let before = emptied.clone();
        for one in loading(&error, &known) {
            emptied.extend(templates.get_key_value(&one.template).map(|(name, _)| name.as_str()));
            if !is_consequence(&one, &before, &known) {
                problems.push(ck250::unreadable(one.place, &one.fault));
            }
        }
        if emptied == before {
            return;
        }
    }
}

/// Whether something is missing only because its template was emptied before.
fn is_consequence(found: &Found, emptied: &BTreeSet<&str>, known: &Known<'_>) -> bool {
    match &found.fault {
        Fault::OrphanBlock(_) => {
            let mut next = known.parent(&found.template);
            let mut seen = BTreeSet::new();
            while let Some(template) = next
                && seen.insert(template)
            {
                if emptied.contains(template) {
                    return true;
                }
                next = known.parent(template);
            }
            false
        }
        Fault::Unknown { kind, name, .. } => kind == "component" && known.components.contains(name),
        _ => false,
    }
}

/// The names of all components, whether or not their templates can be used.
fn components_in(templates: &Templates) -> Vec<String> {
    let mut names = BTreeSet::new();
    for template in templates.values() {
        for piece in pieces(&template.source) {
            if let Piece::Tag(tokens) = piece
                && let Some(start) =
                    tokens.iter().position(|token| token.name() == Some("component"))
            {
                names.extend(dotted_name(&tokens[start + 1..]).map(|(name, _)| name));
            }
        }
    }
    names.into_iter().collect()
}

fn fingerprint(chain: &Chain, assets: &AssetMap) -> Checksum {
    let mut all = Digest::new();
    for layer in chain.layers() {
        all.add(layer.name.as_bytes());
        for (path, bytes) in layer.files.iter().filter(|(path, _)| path.starts_with(FOLDER)) {
            all.add(path.as_bytes());
            all.add(bytes);
        }
    }
    for (name, asset) in assets.iter() {
        all.add(name.as_bytes());
        all.add(asset.path.as_bytes());
    }
    all.checksum()
}

#[cfg(test)]
mod tests;
