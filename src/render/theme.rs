//! A theme, ready to render.
//!
//! In: a chain of themes and its assets; then views, one at a time. Out: bytes, or a problem with
//! the template's line and the record. A template gets its view and nothing else; data becomes
//! HTML only in [`super::filters`].

use std::collections::BTreeSet;

use serde::Serialize;
use sha2::{Digest, Sha256};
use tera::{Context, Tera};

use crate::assets::{AssetMap, Chain};
use crate::diagnostic::catalog::ck250::{self, Fault};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity, SourcePath};
use crate::render::errors::{Found, Known, Template, Templates, loading, rendering};
use crate::render::filters::register;
use crate::render::lint::lint;
use crate::render::syntax::{Piece, dotted_name, pieces};

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
    templates: Templates,
    /// The themes' names, child first, each with a `/`.
    prefixes: Vec<String>,
    components: Vec<String>,
    fingerprint: [u8; 32],
}

impl Theme {
    /// Reads all templates; nothing where one of them cannot be used.
    pub fn load(chain: &Chain, assets: &AssetMap, problems: &mut Diagnostics) -> Option<Self> {
        let errors_before = problems.count(Severity::Error);
        let prefixes: Vec<String> =
            chain.layers().iter().map(|layer| format!("{}/", layer.name)).collect();
        let templates = templates_of(chain, problems);
        for template in templates.values() {
            lint(&template.file, &template.source, assets, problems);
        }
        let mut tera = Tera::new();
        tera.autoescape_on(ESCAPED);
        register(&mut tera, assets);
        tera.set_fallback_prefixes(prefixes.clone()).expect("no template was added yet");
        add_all(&mut tera, &templates, &prefixes, problems);
        if problems.count(Severity::Error) > errors_before {
            return None;
        }
        let mut components: Vec<String> = tera.get_component_names().map(str::to_owned).collect();
        components.sort_unstable();
        Some(Self {
            tera,
            templates,
            prefixes,
            components,
            fingerprint: fingerprint(chain, assets),
        })
    }

    /// Appends the template's text for this view to `out`; `record` names in the message what was
    /// rendered, such as "nhiệm vụ 3.1 của 111/KH-UBND".
    ///
    /// # Errors
    /// Where the template asks for something that the view does not have.
    pub fn render<V: Serialize + ?Sized>(
        &self,
        template: &str,
        view: &V,
        record: &str,
        out: &mut Vec<u8>,
    ) -> Result<(), Box<Diagnostic>> {
        let name = self.known().resolved(template).unwrap_or(template);
        let start = out.len();
        let rendered = Context::from_serialize(view)
            .and_then(|context| self.tera.render_to(name, &context, &mut *out));
        rendered.map_err(|error| {
            out.truncate(start);
            let known = self.known();
            Box::new(rendering(&error, name, record, &known))
        })
    }

    /// The place of a template as a whole.
    pub fn place(&self, template: &str) -> Place {
        match self.known().resolved(template) {
            Some(name) => self.templates[name].file.whole(),
            None => SourcePath::theme(template).whole(),
        }
    }

    /// A checksum over all templates and assets: what it renders follows from this and the view.
    pub fn fingerprint(&self) -> [u8; 32] {
        self.fingerprint
    }

    fn known(&self) -> Known<'_> {
        Known { templates: &self.templates, prefixes: &self.prefixes, components: &self.components }
    }
}

fn templates_of(chain: &Chain, problems: &mut Diagnostics) -> Templates {
    let mut templates = Templates::new();
    for layer in chain.layers() {
        for (path, bytes) in &layer.files {
            let Some(name) = path.strip_prefix(FOLDER) else { continue };
            let file = layer.source(path);
            match std::str::from_utf8(bytes) {
                Ok(source) => {
                    let template = Template { file, source: source.to_owned() };
                    templates.insert(format!("{}/{name}", layer.name), template);
                }
                Err(_) => problems.push(ck250::unreadable(file.whole(), &Fault::NotUtf8)),
            }
        }
    }
    templates
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

fn fingerprint(chain: &Chain, assets: &AssetMap) -> [u8; 32] {
    let mut hasher = Sha256::new();
    let mut add = |bytes: &[u8]| {
        hasher.update(bytes.len().to_le_bytes());
        hasher.update(bytes);
    };
    for layer in chain.layers() {
        add(layer.name.as_bytes());
        for (path, bytes) in layer.files.iter().filter(|(path, _)| path.starts_with(FOLDER)) {
            add(path.as_bytes());
            add(bytes);
        }
    }
    for (name, asset) in assets.iter() {
        add(name.as_bytes());
        add(asset.path.as_bytes());
    }
    hasher.finalize().into()
}

#[cfg(test)]
mod tests;
